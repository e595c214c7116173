"""Phrases that name a meeting, summit, session or visit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.numbers import ordinal, parse_ordinal
from newsroom_enrich.components.events import clauses, naming, numbering, venues
from newsroom_enrich.components.events.shortnames import with_short_names
from newsroom_enrich.components.resolutions.actors import is_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.reading import Reading

NOUNS = frozenset(
    "summit session meeting conference sitting gathering congress forum plenary visit trip assembly "
    "dialogue consultation convention conclave retreat".split()
)
# These count only with a number, or out of turn: "the tenth congress", not "the Congress".
_WITH_NUMBER = frozenset({"assembly", "congress", "forum", "convention", "dialogue", "consultation"})
# These are meetings where somebody holds them: "will hold a debate on Friday".
_WHERE_HELD = frozenset({"debate", "briefing", "hearing", "videoconference"})
_HOLD = frozenset({"hold", "convene", "schedule"})
_OUT_OF_TURN = frozenset({"extraordinary", "special", "emergency", "informal", "ministerial", "trilateral"})
_OTHER_SENSE_AFTER = frozenset({"room", "hall", "place", "centre", "center", "point"})
_OF_THE_PRESS = frozenset({"press", "news", "media"})
_QUALIFIERS = frozenset(
    "extraordinary emergency special informal regular annual ministerial inaugural plenary trilateral "
    "bilateral joint high-level consultative virtual state official working next coming upcoming full "
    "international regional closed leaders consecutive intergovernmental full-format enlarged expanded "
    "ordinary spring autumn winter summer peace donor public open high-level".split()
)
_OF_BODIES = frozenset(
    {"session", "summit", "sitting", "meeting", "plenary", "assembly", "conclave", "retreat"}
)
_MEETING_NAME = re.compile(
    r"summit|session|conference|forum|congress|assembly|meeting|\bcop ?\d|council|dialogue|talks|"
    r"^[a-z]{2,6}[ -]?\d{1,3}$|convention|plenary|ministerial|"
    r"consultation|conclave|retreat|gathering|symposium",
    re.IGNORECASE,
)
_PLAIN_NAME = re.compile(
    r"(?:[\w-]+(?:st|nd|rd|th|First|Second|Third)\s)?(?:(?:Ordinary|Regular|Annual|Special|Extraordinary|Plenary)\s)*"
    r"(?:Session|Summit|Meeting|Plenary|Conference)$",
    re.IGNORECASE,
)
_ORGANS = frozenset("committee bureau presidium council commission secretariat board".split())
_OF_DELEGATES = re.compile(
    r"of (?:the |its )?(?:[\w-]+ ){0,3}(?:ministers|presidents|heads|secretaries|chiefs|governors|"
    r"leaders|negotiators|experts|officials|ambassadors|speakers) (?:of|from)\b",
    re.IGNORECASE,
)
# Names of meetings that the model takes for organizations.
_VENUE = re.compile(r"\b(?:Cent(?:re|er)|Hall|Palace|Hotel|Building|Pavilion|Complex|House|Stadium)$")
_MEETING_AS_BODY = re.compile(r"\w (?:Summit|Meeting)$")
_LEFT = frozenset("amod compound nmod det poss nummod".split())
_DATE_REACH_CHARACTERS = 4


@dataclass(frozen=True, slots=True)
class Meeting:
    """One mention of a meeting. `body` is whose meeting it is, if said; `named` the event entity, if it
    is one.

    `first` and `last` are dates as exact as the text; `topic` and `holder` are words of the text that
    tell the meeting from others.
    """

    token: int
    sentence: int
    noun: str
    number: int | None = None
    qualifiers: tuple[str, ...] = ()
    body: str | None = None
    named: EntityDraft | None = None
    first: str | None = None
    last: str | None = None
    place: str | None = None
    planned: bool = False
    recalled: bool = False
    topic: str = ""
    holder: str = ""
    label: str = ""

    def name(self, fallback_body: str | None) -> str:
        """A name in the words of the report, completed with the body whose meeting it is."""
        own = self.topic.startswith("of ")  # "a meeting of Allied Defence Ministers"
        may_borrow = not self.topic or (self.noun in _OF_BODIES and not own)
        body = self.body or (fallback_body if may_borrow else None)
        if self.named is not None:
            plain = _PLAIN_NAME.match(self.named.name)
            owner = f"of the {body}" if body else self.topic
            return f"{self.named.name} {owner}".rstrip() if plain else self.named.name
        number = ordinal(self.number) if self.number else ""
        words = " ".join(part for part in (number, *self.qualifiers, self.label, self.noun) if part)
        if self.label:
            body = self.body
        if self.body is None and _OF_DELEGATES.match(self.holder):
            return f"{words} {self.holder}"
        if body:
            return f"{words} of the {body}" if " " in body else f"{words} of {body}"
        return words if self.label else f"{words} {self.topic or self.holder}".rstrip()


def find_meetings(reading: Reading) -> list[Meeting]:
    """The mentions of meetings in the order of the text."""
    found = [
        m for index, sentence in enumerate(reading.sentences) for m in _in_sentence(reading, index, sentence)
    ]
    tokens = {m.token for m in found}
    return with_short_names(
        reading, [m for m in found if not _is_within_another(reading.doc[m.token], tokens)]
    )


def _is_within_another(token: Token, meetings: set[int]) -> bool:
    """As "summit" in "the thirty-fourth session of the summit"."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.i in meetings


def _in_sentence(reading: Reading, index: int, sentence: Span) -> Iterator[Meeting]:
    done: set[int] = set()
    for token in reading.tokens_of(sentence):
        entity = reading.entity_at(token)
        if entity is None:
            if _is_meeting_noun(reading, token):
                yield _meeting(reading, index, token, None)
        elif id(entity) not in done:
            done.add(id(entity))
            is_meeting = entity.type == "event" and is_name_of_meeting(entity.name)
            if is_meeting or (entity.type == "organization" and _MEETING_AS_BODY.search(entity.name)):
                yield _meeting(reading, index, _head_of_name(reading, token, entity), entity)
            elif entity.type == "organization" and is_body(entity):
                yield from _dated_body(reading, index, token, entity)


def is_name_of_meeting(name: str) -> bool:
    """As "COP29", "Sixth Summit"; not "International Conference Centre"."""
    return bool(_MEETING_NAME.search(name)) and not _VENUE.search(name)


def _dated_body(reading: Reading, index: int, token: Token, entity: EntityDraft) -> Iterator[Meeting]:
    """As in "the European Council of 27 and 28 June", "the Seventy-ninth World Health Assembly in May"."""
    last = token
    while last.i + 1 < len(reading.doc) and reading.entity_at(reading.doc[last.i + 1]) is entity:
        last = reading.doc[last.i + 1]
    if last.i + 1 < len(reading.doc) and reading.doc[last.i + 1].lower_ in NOUNS:
        return  # the noun is a mention of its own
    if last.dep_ == "pobj" and last.head.lower_ == "of" and last.head.head.lemma_.casefold() in _ORGANS:
        return  # "the Standing Committee of the 14th National People's Congress"
    end = last.idx + len(last)
    near = (d for d in reading.dates if 0 < d.start - end <= _DATE_REACH_CHARACTERS)
    date = next((d for d in near if reading.text[end : d.start].strip() in {"of", "on"}), None)
    number = _number_before(reading, token)
    if number is not None:
        date = clauses.date_of(reading, last) or date
    today = reading.setting.day.isoformat()
    if date is not None and date.first > today[: len(date.first)]:
        noun = "session" if number else "meeting"
        yield Meeting(
            token.i,
            index,
            noun,
            number,
            body=entity.name,
            first=date.first,
            last=date.last,
            place=venues.place_of(reading, last, clauses.verb_of(last)),
            planned=True,
        )


def _number_before(reading: Reading, token: Token) -> int | None:
    """The ordinal right before a name."""
    if token.i == 0:
        return None
    words = 3 if token.i > 2 and reading.doc[token.i - 2].text == "-" else 1
    return parse_ordinal(reading.text[reading.doc[token.i - words].idx : token.idx])


def _head_of_name(reading: Reading, token: Token, entity: EntityDraft) -> Token:
    """The syntactic head of an event's name."""
    head = token
    while reading.entity_at(head.head) is entity and head.head.i != head.i:
        head = head.head
    return head


def _is_meeting_noun(reading: Reading, token: Token) -> bool:
    word = token.lemma_.casefold()
    if word in _WHERE_HELD:
        return token.dep_ in {"dobj", "nsubjpass"} and token.tag_ == "NN" and token.head.lemma_ in _HOLD
    if word not in NOUNS or token.pos_ not in {"NOUN", "PROPN"}:
        return False
    if token.tag_ in {"NNS", "NNPS"} and numbering.number_in_series(token) is None:
        return False
    after = reading.doc[token.i + 1].lower_ if token.i + 1 < len(reading.doc) else ""
    if word == "conference" and any(child.lower_ in _OF_THE_PRESS for child in token.lefts):
        return False
    if after in _OTHER_SENSE_AFTER or (token.dep_ == "compound" and token.head.i > token.i):
        return False
    if (
        word == "conference"
        and token.text[0].isupper()
        and reading.doc[token.i - 1].lower_ in {"the", "this"}
    ):
        return False  # "the Conference of the States Parties" is a body; its sessions are the meetings
    told = (child.lower_ in _OUT_OF_TURN or parse_ordinal(child.text) for child in token.lefts)
    return word not in _WITH_NUMBER or any(told)


def _noun(token: Token, entity: EntityDraft | None) -> str:
    """What kind of meeting it is: the last word of a name, else the noun itself."""
    if entity is not None and (last := entity.name.split()[-1].casefold()) in NOUNS:
        return last
    word = token.lemma_.casefold() if token.tag_ in {"NNS", "NNPS"} else token.lower_
    return "visit" if word == "trip" else word


def _meeting(reading: Reading, index: int, token: Token, entity: EntityDraft | None) -> Meeting:
    body = None if entity is not None else clauses.body_of(reading, token)
    words = [word.lower_ for child in token.lefts if child.dep_ in _LEFT for word in child.subtree]
    date = clauses.date_of(reading, token)
    verb = clauses.verb_of(token)
    planned = clauses.is_planned(reading, token, words, date)
    return Meeting(
        token=token.i,
        sentence=index,
        noun=_noun(token, entity),
        number=numbering.ordinal_of(token),
        qualifiers=tuple(word for word in words if word in _QUALIFIERS),
        body=body.name if body is not None else None,
        named=entity,
        first=date.first if date else None,
        last=date.last if date else None,
        place=venues.place_of(reading, token, verb),
        planned=planned,
        recalled=not planned and clauses.is_recalled(reading, token, words, date),
        topic=naming.topic_of(reading, token),
        holder=naming.holder_of(reading, token, verb),
        label=naming.label_of(reading, token, _QUALIFIERS, body.name if body else None),
    )
