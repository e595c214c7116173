"""Bodies of the table: under their names, as organs of a body that is named, and by acronym."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import Name
from newsroom_enrich.claims.reading import within_longer
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.knowledge import Body
    from newsroom_enrich.namelist import NameList
    from newsroom_enrich.phrases import Hit, Word

_OF = re.compile(r" (?:of|for) (?:the )?")
_ORGAN = re.compile(
    r"\b(?:Council|Board|Committee|Conference|Assembly|Secretariat|Commission|Bureau|Presidium|Body"
    r"|Authority|Panel)\b"
)
_PAIR = re.compile(r"(?P<first>[A-Z]{2,8})[–‑-](?P<second>[A-Z]{2,8})")
_DEPARTMENT = re.compile(r"(?:Ministry|Department|Embassy|Office|Ministries|Supreme Court)\b")
# What is "of" a country by its name: Bank of Mongolia, but not LG Electronics, of South Korea.
INSTITUTION = re.compile(
    r"(?i)\b(?:bank|universit\w+|associations?|federation|institute|academ\w+|servic\w+|radio|television"
    r"|part(?:y|ies)|front|union|church|court|council|committee|commission|bureau|agency|board|society"
    r"|congress|assembly|parliament|league|center|centre|chamber|confederation|national|royal|army"
    r"|forces?|police|guard|museum|library|corporation|company|movement|office|authority|fund|foundation"
    r"|club|school|college|mission|embassy|senate|house|organi[sz]ation|group)\b"
)


# The General Assembly "of the police body" is not that of the United Nations.
_OF_ANOTHER = re.compile(
    r" of (?:the |its )?(?!(?:world|global) (?:body|organi[sz]ation))(?:[a-z-]+ ){0,3}(?:body|bloc|group"
    r"|league|organi[sz]ation|agency|union|alliance|federation|community|club|association|society|movement)\b"
)


def bodies(reading: Reading, names: NameList) -> None:
    """A body of the table wins over what the model marks in its place, but not within a longer name."""
    for hit in knowledge.body_names().find(reading.text, reading.words):
        around = names.around(hit.start, hit.end)
        short = hit.end - hit.start <= _SHORT and not around
        other = _OF_ANOTHER.match(reading.text, hit.end) and hit.value.parent and " of " not in hit.value.name
        part = " " not in reading.text[hit.start : hit.end] and _is_within(names, hit)
        if not (short or other or part or within_longer(names, hit.start, hit.end)):
            names.put(Name(hit.start, hit.end, "ORG", body=hit.value))
    for name in list(names):
        if name.label == "ORG" and (parts := list(_parts(reading.text, name))):
            names.drop(name.start, name.end)
            names.put(*parts)


def _parts(text: str, name: Name) -> Iterator[Name]:
    """An organ and the organization that it belongs to are two names; so are a company and its country."""
    if pair := _PAIR.fullmatch(text, name.start, name.end):
        if all(pair[side] in knowledge.acronyms() for side in ("first", "second")):
            yield Name(*pair.span("first"), "ORG")
            yield Name(*pair.span("second"), "ORG")
        return
    for of in reversed(list(_OF.finditer(text, name.start, name.end))):
        head, tail = text[name.start : of.start()], fold(text[of.end() : name.end])
        owner = knowledge.body_by_name().get(tail)
        # Council of Europe is one name, Board of Governors of the Agency two.
        if owner is not None and _ORGAN.search(head) and (" " in head or name.body is None):
            yield Name(name.start, of.start(), "ORG", body=name.body)
            yield Name(of.end(), name.end, "ORG", body=owner)
            return
        country = knowledge.country_by_name().get(tail)
        if (
            name.body is None
            and country is not None
            and not _DEPARTMENT.match(head)
            and not INSTITUTION.search(head)
        ):
            yield Name(name.start, of.start(), "ORG", body=name.body)
            yield Name(of.end(), name.end, "GPE")
            return


def organs(reading: Reading, names: NameList) -> None:
    """Organs under their own name alone, where the report names the organization that they belong to."""
    parents = {name.body.name for name in names if name.body}
    for hit in knowledge.organ_names().find(reading.text, reading.words):
        child = next((body for body in hit.value if body.parent in parents), None)
        known = any(name.body for name in names.around(hit.start, hit.end))
        other = _OF_ANOTHER.match(reading.text, hit.end)
        if child is not None and not known and not other and not within_longer(names, hit.start, hit.end):
            names.put(Name(hit.start, hit.end, "ORG", body=child))


# Acronyms that mean one body in world news even where its name is not spelled out; longer ones all do.
_STRONG = frozenset(
    {
        "UN",
        "EU",
        "AU",
        "ILO",
        "IMF",
        "WHO",
        "WTO",
        "SCO",
        "CIS",
        "OIC",
        "OTS",
        "G7",
        "G8",
        "G20",
        "G77",
        "GCC",
    }
    | {"ICC", "ICJ", "FAO", "IOM", "OAS", "ADB", "ECB", "BBC", "CNN", "AFP", "dpa"}
)
_STRONG_LENGTH = 4
_SHORT = 3


def acronyms(reading: Reading, names: NameList) -> None:
    """Acronyms of bodies: those that are well known, and those that the model takes for organizations."""
    spelled_out = {name.body.name for name in names if name.body}
    for word in reading.words:
        surface = reading.text[word.start : word.end]
        candidates = knowledge.acronyms().get(surface, ())
        if not candidates or _is_within(names, word):
            continue
        if "/" in {reading.text[word.start - 1 : word.start], reading.text[word.end : word.end + 1]} and (
            _SYMBOL.search(reading.text, max(0, word.start - 2), word.end + 1)
        ):
            continue
        meant = [body for body in candidates if body.name in spelled_out] or candidates
        credited = _CREDIT.search(reading.text, max(0, word.start - 2), word.start) is not None
        if credited and len(meant) > 1:
            person = _after_person(reading.text, names, word.start)
            meant = [body for body in meant if body.kind == ("party" if person else "news-agency")]
        if len(meant) != 1:
            continue
        credited = credited and meant[0].kind in {"news-agency", "party"}
        known = (
            credited or surface in _STRONG or len(surface) >= _STRONG_LENGTH or meant[0].name in spelled_out
        )
        marked = any(
            (name.start, name.end, name.label) == (word.start, word.end, "ORG")
            for name in names.around(word.start, word.end)
        )
        # Short acronyms are shared: ACT is a party here and an office there.
        if known and (marked or not _shouted(reading.text, word)):
            names.put(Name(word.start, word.end, "ORG", body=meant[0]))


def _after_person(text: str, names: NameList, start: int) -> bool:
    """Whether a bracket opens right before, behind the name of a person: "Axel Voss (CDU)"."""
    before = names.around(start - 3, start - 2) if text[max(0, start - 2) : start] == " (" else ()
    return any(name.label == "PERSON" for name in before)


def _is_within(names: NameList, word: Word | Hit[Body]) -> bool:
    """Whether the word is a part of a longer name, also of a person's: LANA ZAKI NUSSEIBEH."""
    person = any(
        name.label == "PERSON" and name.end - name.start > word.end - word.start
        for name in names.around(word.start, word.end)
    )
    return person or within_longer(names, word.start, word.end)


_LINE_REACH = 200


_SYMBOL = re.compile(r"\b[A-Z]/[A-Z]+(?:/|$)")  # A/HRC/54/L.18
_CREDIT = re.compile(r"[(/]$")  # "(AP)", "Photo: Doe/AP"


def _shouted(text: str, word: Word) -> bool:
    """Whether the word stands in a line of capitals, where WHO and IS are ordinary words."""
    before = text[max(0, word.start - _LINE_REACH) : word.start].rpartition("\n")[2]
    after = text[word.end : word.end + _LINE_REACH].partition("\n")[0]
    rest = before + after
    return rest.isupper() and " " in rest.strip()
