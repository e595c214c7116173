"""Titles that stand for somebody named before: "Donald Trump ... The U.S. President"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from newsroom_enrich.components.roles import kinds, wording
from newsroom_enrich.components.roles.known import known_as
from newsroom_enrich.components.roles.reading import person_just_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Token

    from newsroom_enrich.components.roles.owners import Owners
    from newsroom_enrich.components.roles.reading import Office, Reading

_DEFINITE = re.compile(r"\b[Tt]he $")
_POSSESSIVE = re.compile(r"['’]s? $")
_HEAD_OF_A_COUNTRY = re.compile(r"(?i)prime minister|president|premier|chancellor|king|emir|amir|sultan")
_OF_A_FAMOUS_PERSON = re.compile(r"(?i)prime minister|(?:vice[- ])?president|crown prince|leader")
_REACH_CHARACTERS = 400  # two or three sentences
_NAMES_BACK = 300
_DESCRIBED = re.compile(r",? (?:an? [a-z]|who (?:is|was|has|had|once|used)\b)")
_FOR = re.compile(r"(?:^|[.\n] ?)For $")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def references(reading: Reading, owners: Owners, found: Iterable[Sequence[Office]]) -> None:
    """Give a definite title that stands next to no name to the person that it can only mean.

    That is somebody without a role who is named before: a person known to speak for the title's country, or
    the only one of this sentence and the one before.
    """
    for group in found:
        office = group[0]
        if len(group) > 1 or not _stands_alone(reading, office):
            continue
        start = _known(reading, office)
        if start is None:
            start = _only_one_before(reading, office)
        if start is not None:
            owner = office.owner or owners.of(reading.at[start], office.title, None, office.start)
            reading.give(start, office.title.text, owner, (office.start, office.end))


def _stands_alone(reading: Reading, office: Office) -> bool:
    """Whether a title means one certain person, who is not named beside it."""
    definite = _DEFINITE.search(reading.blanked, max(0, office.start - 4), office.start) or (
        office.start < office.title.start
        and _POSSESSIVE.search(reading.blanked, office.title.start - 3, office.title.start)
    )
    if not definite or office.title.plural or office.possessive:
        return False
    if office.owner is None and kinds.INTERNATIONAL.search(office.title.text) is None:
        return False
    beside = wording.PERSON_AFTER.match(reading.blanked, office.end) is not None
    return not beside and person_just_before(reading, office.start) is None


def _known(reading: Reading, office: Office) -> int | None:
    """Where the last person before the title is named who is known for its country and has no role yet.

    A head of state or government may be named long before, if nobody else of that country is.
    """
    if office.owner is None or office.owner.type != "country":
        return None
    named: dict[str, int] = {}
    for start in _people_before(reading, office.start):
        entity = reading.at[start]
        known = known_as(entity)
        if known is not None and known.country == office.owner.country and _may_be(reading, start, office):
            if start >= office.start - _REACH_CHARACTERS:
                return start
            named.setdefault(entity.name, start)
    only = len(named) == 1 and _HEAD_OF_A_COUNTRY.fullmatch(office.title.text)
    return next(iter(named.values())) if only else None


def _people_before(reading: Reading, before: int) -> Iterator[int]:
    """Where people are named, the last first, as far as it is worth looking."""
    last = bisect_left(reading.starts, before)
    for start in reversed(reading.starts[max(0, last - _NAMES_BACK) : last]):
        if reading.at[start].type == "person":
            yield start


def _only_one_before(reading: Reading, office: Office) -> int | None:
    """Where the only person of this sentence and the one before is named, if both are subjects.

    Further back, if nobody else is named at all and the words beside the title say whose it is.
    """
    head = _token(reading, office.title.end - 1)
    if head is None or head.dep_ not in _SUBJECTS:
        return None
    first = head.sent.start
    reach = reading.doc[first - 1].sent.start_char if first else 0
    people = list(_people_before(reading, office.start))
    starts = [start for start in people if start >= reach] or (people if office.owner is not None else [])
    if len({reading.at[start].name for start in starts}) != 1:
        return None
    start = starts[-1]
    return start if _acts(reading, start) and _may_be(reading, start, office) else None


def _acts(reading: Reading, start: int) -> bool:
    """Whether the person named at an offset does something, and is not told to be somebody else.

    "For X, it was a homecoming" is as good as a subject.
    """
    if _DESCRIBED.match(reading.blanked, reading.ends[start]):
        return False
    token = _token(reading, start)
    while token is not None and token.dep_ == "compound":
        token = token.head
    subject = token is not None and token.dep_ == "nsubj"
    return subject or _FOR.search(reading.blanked, max(0, start - 6), start) is not None


def _may_be(reading: Reading, start: int, office: Office) -> bool:
    """Whether the person named at an offset has no role, and nothing speaks against this one.

    Such as another country, or that reports name somebody so famous without any title.
    """
    person, owner = reading.at[start], office.owner
    known = known_as(person)
    famous = known is not None and known.wikidata is not None
    if person.roles or (
        famous and not _OF_A_FAMOUS_PERSON.fullmatch(office.title.text) and owner is not None
    ):
        return False
    if owner is None or owner.type != "country":
        return True
    if known is not None and known.country not in {None, owner.country}:
        return False
    beside = wording.PERSON_OF.match(reading.blanked, reading.ends[start])
    home = reading.entity(beside.start("of" if beside["of"] else "in")) if beside else owner
    return home is owner


def _token(reading: Reading, at: int) -> Token | None:
    span = reading.doc.char_span(at, at + 1, alignment_mode="expand")
    return span[0] if span is not None else None
