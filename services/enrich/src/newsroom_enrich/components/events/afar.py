"""Who speaks of a meeting without being there: in another city, outside, through the media."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.components.resolutions.actors import is_legislature

if TYPE_CHECKING:
    from spacy.tokens import Span

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.reading import Reading

_FAR = re.compile(
    r"\b(?:wrote|tweeted|posted|analysts?|strategist|economist|professor of|campaigners?|"
    r"Human Rights Watch|Amnesty International|by (?:phone|telephone)|spokes(?:man|woman|person)|"
    r"on (?:X|Twitter|Facebook|Instagram|Telegram|television|radio|state TV)\b|social media|"
    r"[Ii]n (?:an?|his|her) (?:(?!video|opening|closing|national)\w+ )?"
    r"(?:interview|letter|post|tweet|column)\b|"
    r"[Ii]n a (?:written |separate )?statement|[Ii]n a written|(?:evening|national|televised) address|"
    r"(?:speech|address) to the nation|"
    r"(?:told|at) (?:[\w-]+ ){0,4}(?:rally|crowd|demonstrators?|protest\w*|news agency|"
    r"newspaper|broadcaster|television|radio)\b)",
)
_SPEAKING = re.compile(r"\bspeaking (?:in|from)\b")
_SPEAKING_IN = re.compile(r"\bspeaking (?:in|from) (?:[Tt]he )?(?:\w+ )?$")
_OUTSIDE = re.compile(
    r"\s*(?:Outside\b|On the steps of|Across the (?:street|square|road)|In the streets?\b|Back home\b|"
    r"On social media|Reaction from|Reactions? )"
)
_MEDIA = re.compile(
    r"\b(?:News|Agency|Press|Times|TV|Television|Radio|Post|Reuters|BBC|CNN|AFP|Broadcaster)\b"
)
_HEAD_OF_STATE = re.compile(r"^(?:President|King|Queen|Emir|Amir|Sultan)$")
_CHAMBER_PRESENT = re.compile(
    r"\b(?:told|briefed|briefing|updated|assured|reminded|informed|addressed|answered|urged|warned|"
    r"asked|thanked|before|to) "
    r"(?:the |his |her )?(?:\w+ )?(?:house|chamber|deputies|members|lawmakers|legislators|MPs|MEPs|senators|"
    r"plenary|assembly|parliament|hall|session|sitting|council|peers)\b|"
    r"\bfrom the (?:rostrum|floor|podium)\b",
    re.IGNORECASE,
)
_TO_THE_PRESS = re.compile(
    r"\b(?:told|faced|briefed|spoke to|met) (?:the )?(?:reporters|journalists|press\b)"
    r"|\b(?:news|press) conference\b"
)
_SECURITY_COUNCIL = "United Nations Security Council"
_OFFICIAL = re.compile(r"Secretary-General|High Commissioner|Commissioner-General|Relief Coordinator")
_OPENING_TOKENS = 4


def is_afar(reading: Reading, sentence: Span) -> bool:
    """Whether a sentence tells of another city than that of the meeting, or of what went on outside."""
    if _OUTSIDE.match(reading.words_of(sentence)):
        return True
    if any(_OUTSIDE.match(reading.words_of(before)) for before in reading.earlier_in_paragraph(sentence)):
        return True
    if _speaks_elsewhere(reading, sentence):
        return True
    words = [token for token in reading.tokens_of(sentence) if not token.is_space][:_OPENING_TOKENS]
    if not words or words[0].lower_ not in {"in", "from"}:
        return False
    named = (reading.entity_at(token) for token in words[1:])
    city = next((entity.name for entity in named if entity is not None and entity.type == "place"), None)
    return city is not None and city not in {reading.setting.place, *_visited(reading)}


def _visited(reading: Reading) -> set[str]:
    """The cities of the countries to which a visit of the report goes."""
    told = [reading.doc[m.token] for m in reading.meetings if m.noun == "visit" and not m.recalled]
    ends = (reading.entities_in(t.i, t.right_edge.i + 1, "country", "place") for t in told)
    codes = {entity.country for entities in ends for entity in entities if entity.country}
    return {e.name for e in reading.notes.entities if e.type == "place" and e.country in codes}


def _speaks_elsewhere(reading: Reading, sentence: Span) -> bool:
    """As in "X, speaking in Lima, called it a start", where the meeting was in Quito."""
    here = reading.setting.place
    if here is None or _SPEAKING.search(reading.words_of(sentence)) is None:
        return False
    for token, entity in reading.named_in(sentence.start, sentence.end, "place"):
        before = reading.text[sentence.start_char : token.idx]
        if _SPEAKING_IN.search(before) and entity.name != here:
            return True
    return False


def says_from_afar(reading: Reading, sentence: Span) -> bool:
    """Whether the words of a sentence were written, or said to the media."""
    if _FAR.search(reading.words_of(sentence)):
        return True
    for verb in reading.with_lemma({"tell"}, sentence):
        for child in verb.children:
            entity = reading.entity_at(child) if child.dep_ in {"dobj", "dative"} else None
            if entity is not None and entity.type == "organization" and _is_medium(entity):
                return True
    return False


def _is_medium(entity: EntityDraft) -> bool:
    known = knowledge.bodies().get(entity.name)
    if known is not None:
        return known.kind == "news-agency"
    return _MEDIA.search(entity.name) is not None


def _country_of_office(
    owner: str | None, countries: dict[str, str | None], chamber: str, country: str
) -> str | None:
    """The country of an office; of one that nothing is told of, that of the chamber."""
    known = knowledge.bodies().get(owner or "")
    if known is not None and known.kind != "party" and known.name != chamber:
        return known.country
    return countries.get(owner or "", country)


def is_outsider(reading: Reading, person: EntityDraft, sentence: Span, body: str | None) -> bool:
    """Whether somebody has no seat in the chamber that sat: in a parliament the head of state and foreigners,
    in the Security Council the officials of the United Nations; in both, whoever speaks to the press.
    """
    if body is None or _CHAMBER_PRESENT.search(reading.words_of(sentence)):
        return False
    if body == _SECURITY_COUNCIL:
        official = any(_OFFICIAL.search(role.title) for role in person.roles)
        return official or _TO_THE_PRESS.search(reading.words_of(sentence)) is not None
    if not is_legislature(body):
        return False
    if _TO_THE_PRESS.search(reading.words_of(sentence)):
        return True
    countries = {e.name: e.country for e in reading.notes.entities if e.type == "country"}
    chamber = next((e for e in reading.notes.entities if e.type == "organization" and e.name == body), None)
    country = chamber.country if chamber is not None else countries.get(body.partition(" of ")[2])
    if country is None:
        return False
    own = [r for r in person.roles if _country_of_office(r.of, countries, body, country) == country]
    heads = [role for role in own if _HEAD_OF_STATE.match(role.title) and role.of in countries]
    return bool(person.roles) and (not own or bool(heads))
