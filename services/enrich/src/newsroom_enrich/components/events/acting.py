"""Sittings for which a report has no noun, only what a body did there: "the Saeima voted by 56 to 32"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as calendar_date
from typing import TYPE_CHECKING

from newsroom_enrich.components.events.parliaments import unnamed_parliament
from newsroom_enrich.components.resolutions.actors import (
    GENERIC,
    LEGISLATORS,
    MEMBERS,
    can_decide,
    is_legislature,
)
from newsroom_enrich.components.resolutions.grammar import (
    after_preposition,
    agents,
    noun_phrase_end,
    objects,
    particle,
    subject,
)
from newsroom_enrich.components.resolutions.mood import Mood, mood

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.dates import DateSpan
    from newsroom_enrich.components.resolutions.reading import Reading

# What bodies do where they sit; a statement is also issued without a meeting, so it is none of these.
_DECIDING = frozenset(
    "vote adopt approve pass ratify reject endorse back debate discuss hear elect veto amend repeal renew "
    "extend consider examine override impeach confirm defeat authorize authorise clear go sail decide "
    "suspend admit expel denounce scrap enact legalize legalise abolish take sit give "
    "grant".split()
)
_BY_VOTE = frozenset(
    "vote adopt approve pass ratify reject endorse back elect amend repeal override impeach confirm defeat "
    "clear enact legalize legalise abolish scrap sit give grant".split()
)
# "gave a vote of confidence to the government", "granted its consent".
_GIVING = frozenset({"give", "grant"})
_GIVEN = frozenset(
    "vote approval consent assent nod light backing endorsement go-ahead confidence reading".split()
)
# "The bill cleared the Senate", "went through the Chamber".
_PASSING = frozenset({"clear", "pass", "go", "sail"})
_NO_DECISION = frozenset({"go", "sail"})
_LEAD_SENTENCES = 6
_OPENING_SENTENCES = 2
_NEWS_DAYS = 3
_BEFORE_BODY = re.compile(
    r"\b(?:agenda of|(?:debated?|discussed|discussion) (?:in|at|by)|brief(?:ed|s|ing)|"
    r"briefing (?:to|of|for)|address(?:ed|es|ing)|"
    r"told|telling|speaking (?:to|in|at)"
    r"|(?:was|were|came|went|brought|put|laid) before) (?:the )?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sitting:
    """What a body did or will do at a sitting: `words` name it, `body` is its name where it has one."""

    words: str
    body: str
    verb: Token
    date: DateSpan | None


def sitting_in_lead(reading: Reading) -> Sitting | None:
    """The first sitting that the lead tells by what a body did."""
    for sentence in reading.prose[:_LEAD_SENTENCES]:
        if (found := sitting_in(reading, sentence, "done")) is not None:
            return found
    return None


def sitting_before_body(reading: Reading) -> Sitting | None:
    """The sitting of a body before which the opening sentences bring something: "on the agenda of the X"."""
    today = reading.setting.day
    for sentence in reading.prose[:_OPENING_SENTENCES]:
        dates = [date for _, date in reading.dates_in(sentence.start, sentence.end) if date.is_day]
        told = next((d for d in dates if 0 <= _days_before(d.first, today) <= _NEWS_DAYS), None)
        if told is None:
            continue
        for token, entity in reading.named_in(sentence.start, sentence.end, "organization"):
            before = reading.text[sentence.start_char : min(at for at, _ in _here(entity, sentence))]
            if can_decide(entity) and token.i >= sentence.start and _BEFORE_BODY.search(before):
                return Sitting(f"the {entity.name}", entity.name, sentence.root, told)
    return None


def _here(entity: EntityDraft, sentence: Span) -> list[tuple[int, int]]:
    """Where a sentence names an entity."""
    return [span for span in entity.mentions if sentence.start_char <= span[0] < sentence.end_char]


def _days_before(day: str, today: calendar_date) -> int:
    return (today - calendar_date.fromisoformat(day)).days


def sitting_in(reading: Reading, sentence: Span, told: Mood, main_body: str | None = None) -> Sitting | None:
    """The sitting of a sentence by a verb of this mood: "the Council is to vote on Friday".

    `main_body` is what "the council" means where it has such a name.
    """
    for verb in reading.with_lemma(_DECIDING, sentence):
        if verb.pos_ != "VERB" or not _is_told_as(reading, verb, told):
            continue
        if verb.lemma_ == "take" and particle(verb) != "up":
            continue
        if verb.lemma_ in _GIVING and not any(word.lemma_ in _GIVEN for word in objects(verb)):
            continue
        for word in _actors(verb):
            found = _body(reading, word) or _called(word, main_body)
            if found is None and verb.lemma_ in _BY_VOTE:
                found = unnamed_parliament(reading, word)
            if found is not None:
                return Sitting(*found, verb, reading.date_of(verb))
    return None


def _is_told_as(reading: Reading, verb: Token, told: Mood) -> bool:
    """Whether a verb has a mood; the present tense with a day announces too: "takes it up on Friday"."""
    if told == "planned" and verb.tag_ in {"VBZ", "VBP"} and reading.date_of(verb) is not None:
        return True
    return mood(verb) == told


def _actors(verb: Token) -> list[Token]:
    """Who decided: the subject, the agent, or the chamber through which a bill went."""
    passed = [*objects(verb), *after_preposition(verb, "through")] if verb.lemma_ in _PASSING else []
    who = subject(verb) if verb.lemma_ not in _NO_DECISION else None
    return ([who] if who is not None else []) + agents(verb) + passed


def _body(reading: Reading, word: Token) -> tuple[str, str] | None:
    """The words for a body and its name: of "lawmakers" the parliament, of a "board" the institution."""
    entity = reading.entity_at(word)
    if entity is not None:
        known = entity.type == "organization" and can_decide(entity)
        return (f"the {entity.name}", entity.name) if known else None
    lemma = word.lemma_.casefold()
    owners = _owners(reading, word) if lemma in GENERIC | MEMBERS | LEGISLATORS else []
    if not owners and lemma in LEGISLATORS:
        owners = _chamber(reading)
    if not owners:
        return None
    name = owners[0].name
    if lemma not in GENERIC:
        return f"the {name}", name
    label = [t.text for t in word.lefts if t.dep_ in {"compound", "amod"} and t.is_alpha]
    return f"the {' '.join([*label, lemma])} of the {name}", name


def _called(word: Token, body: str | None) -> tuple[str, str] | None:
    """As "the council" for the Security Council."""
    lemma = word.lemma_.casefold()
    is_short = body is not None and lemma in GENERIC and lemma in body.casefold().split()
    return (f"the {body}", body) if body is not None and is_short else None


def _owners(reading: Reading, word: Token) -> list[EntityDraft]:
    """The organization of "board of the bank", "members of the Assembly"."""
    if not any(child.lower_ == "of" for child in word.rights):
        return []
    return reading.entities_in(word.i, noun_phrase_end(word), "organization")


def _chamber(reading: Reading) -> list[EntityDraft]:
    """The one parliament that a report names."""
    organizations = [e for e in reading.notes.entities if e.type == "organization"]
    found = [e for e in organizations if is_legislature(e.name)]
    return found if len(found) == 1 else []
