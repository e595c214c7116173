"""Named meetings that a report only looks back at: "the targets agreed at COP15"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.events.clauses import verb_of
from newsroom_enrich.components.resolutions.grammar import carrying_verb
from newsroom_enrich.components.resolutions.mood import mood

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.components.events.meetings import Meeting
    from newsroom_enrich.components.resolutions.reading import Reading

_LEAD_SENTENCES = 4
_HOLD = frozenset("hold chair host attend address open convene join lead take tell".split())
_MEET = frozenset("meet gather convene assemble attend hold join come".split())
# As in "in charge of the Review Conference", "on the opening day of COP10": said of the meeting itself.
_PARTS = frozenset(
    "president presidency chair chairman chairperson charge opening closing close end start margin margins "
    "sidelines day session start host hosts eve plenary stage outcome".split()
)


def without_background(reading: Reading, own: list[Meeting]) -> list[Meeting]:
    """The mentions without those of named meetings of which nothing says that they are covered."""
    covered = [m.named for m in own if m.named is not None and not _is_in_passing(reading, m)]
    return [m for m in own if m.named is None or any(m.named is entity for entity in covered)]


def _is_in_passing(reading: Reading, meeting: Meeting) -> bool:
    """Whether a mention without a day is late, in another city, or only tells where something came from."""
    if meeting.first is not None:
        return False
    here = reading.setting.place
    cities = {e.name for e in reading.notes.entities if e.type == "place"}
    elsewhere = here is not None and meeting.place in cities and meeting.place != here
    if _acts(reading.doc[meeting.token]) or is_held(reading, meeting):
        return False
    late = sum(bool(s.text.strip()) for s in reading.sentences[: meeting.sentence]) >= _LEAD_SENTENCES
    return late or elsewhere or _is_source(reading, meeting)


def is_held(reading: Reading, meeting: Meeting) -> bool:
    """Whether somebody held or attended it now."""
    token = reading.doc[meeting.token]
    while token.dep_ in {"appos", "compound", "conj"}:
        token = token.head
    verb = verb_of(token)
    return verb is not None and verb.lemma_ in _HOLD and mood(verb) == "done" and token.dep_ != "pobj"


def _acts(token: Token) -> bool:
    """As in "COP10 revived an expert group", "COP10 was spread over two weeks": the report tells of it."""
    verb = token.head
    told = token.dep_ == "nsubj" and verb.tag_ == "VBD"
    passive = token.dep_ == "nsubjpass" and any(c.lower_ in {"was", "were"} for c in verb.children)
    return (told or passive) and mood(verb) == "done"


def _is_source(reading: Reading, meeting: Meeting) -> bool:
    """As in "the framework adopted at COP15", "the goals of COP15", "in Cali, where COP16 met"."""
    token = reading.doc[meeting.token]
    verb = carrying_verb(token)
    if verb is not None and verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
        return True
    if token.dep_ != "pobj" or token.head.lower_ == "as":
        return False
    if token.head.lower_ == "of" and token.head.head.lower_ in _PARTS:
        return False
    in_clause = verb is not None and verb.dep_ in {"acl", "relcl"} and verb.lemma_ not in _MEET
    return in_clause or token.head.lower_ in {"of", "from", "since"}
