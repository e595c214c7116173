"""What the tables claim in a text, and who wins where the model marked something else.

Each claim takes the names so far and returns them with its own. The rule behind all of them: a name within a
longer name is no name of its own, but a model's boundaries are doubted where a table knows better.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import Name
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsroom_enrich.knowledge import Body
    from newsroom_enrich.phrases import Word

# Within names of these kinds another name is no name of its own.
_CLOSED = frozenset({"ORG", "EVENT", "LAW", "LOC"})


def disjoint(names: Iterable[Name]) -> list[Name]:
    """Without overlaps: the longer name wins, then the earlier."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name.start - name.end, name.start)):
        if not any(_overlap(name, other.start, other.end) for other in kept):
            kept.append(name)
    return kept


def _overlap(name: Name, start: int, end: int) -> bool:
    return name.start < end and start < name.end


def _around(names: Iterable[Name], start: int, end: int) -> list[Name]:
    return [name for name in names if _overlap(name, start, end)]


def _within_longer(names: Iterable[Name], start: int, end: int) -> bool:
    """Whether text[start:end] is a part of a longer name that keeps its parts to itself."""
    return any(
        name.start <= start and end <= name.end and name.end - name.start > end - start
        for name in names
        if name.label in _CLOSED
    )


# --- datelines -----------------------------------------------------------------------------------------------

_DATELINE = re.compile(
    r"(?m)^[ \t]*(?P<city>[^\W\d_a-z][^\W\d_a-z'’.-]*(?: [^\W\d_a-z][^\W\d_a-z'’.-]*){0,3})"
    r"(?=(?:, [^\n—–(]{2,40})? ?(?:[—–]|--| - |\([A-Z][\w. ]*\) ?[—–-]))"
)
_NO_CITY = re.compile(
    r"\b(?:PRESS|RELEASE|UPDATE|NEWS|BREAKING|EXCLUSIVE|STATEMENT|CORRECTED|REPORT|FACTBOX|ANALYSIS)\b"
)


def datelines(text: str, words: Sequence[Word], found: list[Name]) -> list[Name]:
    """The capitals that open a line before a dash name a city, whatever the model takes them for."""
    del words
    for match in _DATELINE.finditer(text):
        city = match["city"]
        letters = [character for character in city if character.isalpha()]
        if len(letters) < 3 or not city.isupper() or _NO_CITY.search(city):
            continue
        start, end = match.span("city")
        around = _around(found, start, end)
        if all(name.start >= start and name.end <= end for name in around) and fold(city) != "united nations":
            found = [name for name in found if name not in around]
            found.append(Name(start, end, "GPE"))
    return found


# --- bodies --------------------------------------------------------------------------------------------------

_OF = re.compile(r" (?:of|for) (?:the )?")
_ORGAN = re.compile(
    r"\b(?:Council|Board|Committee|Conference|Assembly|Secretariat|Commission|Bureau|Presidium|Body|Authority|Panel)\b"
)
# An organization "of" a country by name: Bank of Mongolia; but LG Electronics, of South Korea.
_INSTITUTION = re.compile(
    r"(?i)\b(?:bank|universit\w+|associations?|federation|institute|academ\w+|service|servicio|radio|television|part(?:y|ies)|front"
    r"|union|church|court|council|committee|commission|bureau|agency|board|society|congress|assembly|parliament|league"
    r"|center|centre|chamber|confederation|national|royal|army|forces?|police|guard|museum|library|corporation|company"
    r"|movement|office|authority|fund|foundation|club|school|college|mission|embassy|senate|house|organi[sz]ation|group)\b"
)
_DEPARTMENT = re.compile(
    r"(?:Ministry|Department|Embassy|Office|Ministries|Government|Parliament|Supreme Court)\b"
)


def bodies(text: str, words: Sequence[Word], found: list[Name]) -> list[Name]:
    """A body of the table wins over what the model marks in its place, but not within a longer name."""
    for hit in knowledge.body_names().find(text, words):
        if _within_longer(found, hit.start, hit.end):
            continue
        around = _around(found, hit.start, hit.end)
        if not around and hit.end - hit.start <= 3:
            continue
        found = [name for name in found if name not in around]
        found.append(Name(hit.start, hit.end, "ORG", body=hit.value))
    return [part for name in found for part in _split_organ(text, name)]


def _split_organ(text: str, name: Name) -> Iterator[Name]:
    """An organ and the organization that it belongs to are two names; so are a ministry and its country."""
    if name.label == "ORG":
        for of in reversed(list(_OF.finditer(text, name.start, name.end))):
            head, tail = text[name.start : of.start()], fold(text[of.end() : name.end])
            body = _body_by_name(tail)
            country = knowledge.country_by_name().get(tail)
            organ = body is not None and _ORGAN.search(head) and (" " in head or name.body is None)
            of_country = country is not None and (_DEPARTMENT.match(head) or not _INSTITUTION.search(head))
            if organ or of_country:
                yield Name(name.start, of.start(), "ORG", body=name.body)
                yield Name(of.end(), name.end, "ORG" if organ else "GPE", body=body if organ else None)
                return
    yield name


def _body_by_name(folded: str) -> Body | None:
    return knowledge.body_by_name().get(folded)


def organs(text: str, words: Sequence[Word], found: list[Name]) -> list[Name]:
    """Organs under their own name alone, where the report names the organization that they belong to."""
    parents = {name.body.name for name in found if name.body}
    for hit in knowledge.organ_names().find(text, words):
        child = next((body for body in hit.value if body.parent in parents), None)
        around = _around(found, hit.start, hit.end)
        if child is None or _within_longer(found, hit.start, hit.end) or any(name.body for name in around):
            continue
        found = [*(name for name in found if name not in around), Name(hit.start, hit.end, "ORG", body=child)]
    return found


# --- acronyms ------------------------------------------------------------------------------------------------

# Acronyms that mean one body in world news even where its name is not spelled out.
_STRONG = frozenset(
    [
        "UN",
        "U.N.",
        "EU",
        "E.U.",
        "AU",
        "ILO",
        "IMF",
        "WHO",
        "WTO",
        "SCO",
        "CIS",
        "OIC",
        "G7",
        "G20",
        "G8",
        "G77",
        "GCC",
        "ICC",
        "ICJ",
        "FAO",
        "IOM",
        "OAS",
        "ADB",
        "ECB",
        "OTS",
        "BBC",
        "CNN",
        "AFP",
        "dpa",
    ]
)
_STRONG_LENGTH = 4


def acronyms(text: str, words: Sequence[Word], found: list[Name]) -> list[Name]:
    """Acronyms of bodies: those that are well known, and those that the model takes for organizations."""
    known = knowledge.acronyms()
    spelled_out = {name.body.name for name in found if name.body}
    for word in words:
        surface = text[word.start : word.end]
        candidates = known.get(surface, ())
        if not candidates or _within_longer(found, word.start, word.end):
            continue
        around = _around(found, word.start, word.end)
        meant = [body for body in candidates if body.name in spelled_out] or list(candidates)
        sure = surface in _STRONG or len(surface) >= _STRONG_LENGTH or meant[0].name in spelled_out
        marked = any((name.start, name.end, name.label) == (word.start, word.end, "ORG") for name in around)
        if len(meant) == 1 and (marked or (sure and not _shouted(text, word))):
            found = [name for name in found if name not in around]
            found.append(Name(word.start, word.end, "ORG", body=meant[0]))
    return found


def _shouted(text: str, word: Word) -> bool:
    """Whether the word stands in a line of capitals, where WHO and IS are ordinary words."""
    start = text.rfind("\n", 0, word.start) + 1
    end = text.find("\n", word.end)
    line = text[start : end if end >= 0 else len(text)]
    return line.isupper() and " " in line.strip()


# --- countries -----------------------------------------------------------------------------------------------

# Countries that are given names and surnames too: where the model sees a person, it is one.
_ALSO_PEOPLE = frozenset(
    {"Jordan", "Chad", "Georgia", "Israel", "India", "Kenya", "Cuba", "Ireland", "Malta", "Finn"}
)
# Words for a region or a thing, of which a country's word is only a part.
_NOT_THE_COUNTRY = re.compile(
    r"\b(?:(?:North|South|Latin|Central|Meso|African|Native|Pan|Ibero|Anglo|Afro)[ -]Americans?"
    r"|(?:North|South) Poles?|Turkish Cypriots?(?= leader)|Dutch [Aa]uctions?|French [Ff]ries"
    r"|Polish Corridor|Thanksgiving Turkey)\b"
)
_FORM_OF_STATE = re.compile(
    r"(?:\w+ )*(?:Republic|Kingdom|State|Sultanate|Emirate|Federation|Principality|Duchy|Union) of (?:the )?"
)
_CAPITALISED = re.compile(r"[^\W\d_a-z]")


def countries(text: str, words: Sequence[Word], found: list[Name]) -> list[Name]:
    """Countries by name, long form and the words for their people."""
    regional = [match.span() for match in _NOT_THE_COUNTRY.finditer(text)]
    for hit in knowledge.country_names().find(text, words):
        if any(start <= hit.start and hit.end <= end for start, end in regional):
            found = [name for name in found if not _overlap(name, hit.start, hit.end) or name.label != "NORP"]
            continue
        around = _around(found, hit.start, hit.end)
        if _within_longer(found, hit.start, hit.end) or _is_person(text, around, hit.start, hit.end):
            continue
        if any(
            name.label in {"GPE", "NORP"} and name.end - name.start > hit.end - hit.start for name in around
        ):
            found = _with_longer_place(
                text, found, around, Name(hit.start, hit.end, "GPE", country=hit.value)
            )
            continue
        found = [name for name in found if name not in around]
        found += _rest_of_person(text, around, hit.start, hit.end)
        found.append(Name(hit.start, hit.end, "GPE", country=hit.value))
    return found


def _is_person(text: str, around: Sequence[Name], start: int, end: int) -> bool:
    """Whether the model's person here is one: Michael Jordan, but not "Iran Mahdi Safari"."""
    people = [name for name in around if name.label == "PERSON"]
    if not people:
        return False
    person = people[0]
    if text[start:end] in _ALSO_PEOPLE:
        return True
    return person.start < start


def _rest_of_person(text: str, around: Sequence[Name], start: int, end: int) -> Iterator[Name]:
    """The person after a country that the model glued to the name."""
    del start
    for name in around:
        rest = text[end : name.end]
        if (
            name.label == "PERSON"
            and name.end > end
            and rest[:1] == " "
            and _CAPITALISED.match(rest.lstrip())
        ):
            yield Name(name.end - len(rest.lstrip()), name.end, "PERSON")


def _with_longer_place(text: str, found: list[Name], around: Sequence[Name], country: Name) -> list[Name]:
    """Northern Ireland is a place of its own; "the Chinese", "Kazakhstan's Akmola" are the country and more."""
    longer = next(name for name in around if name.end - name.start > country.end - country.start)
    before, after = text[longer.start : country.start], text[country.end : longer.end]
    if _FORM_OF_STATE.fullmatch(before) and not after:
        return [*(name for name in found if name not in around), replace(longer, country=country.country)]
    own_name = bool(_CAPITALISED.match(before)) or (
        bool(_CAPITALISED.match(after.lstrip(" -")))
        and country.country is not None
        and country.country.form != "people"
    )
    if own_name:
        return found
    return [*(name for name in found if name not in around), country]


# --- conferences ---------------------------------------------------------------------------------------------

_CONFERENCE = re.compile(r"\bCOP ?-?\d{1,2}\b")


def conferences(text: str, words: Sequence[Word], found: list[Name]) -> list[Name]:
    """Numbered conferences of parties: COP29, where no longer name contains it."""
    del words
    for match in _CONFERENCE.finditer(text):
        start, end = match.span()
        if not _within_longer(found, start, end):
            around = _around(found, start, end)
            found = [*(name for name in found if name not in around), Name(start, end, "EVENT")]
    return found


# --- places --------------------------------------------------------------------------------------------------

# Cities that are names of people as well.
_CITY_AND_PERSON = frozenset(
    {
        "Victoria",
        "Florence",
        "Sydney",
        "Austin",
        "Kingston",
        "Santiago",
        "Lima",
        "Valencia",
        "Georgetown",
        "Houston",
        "Wales",
        "England",
        "Sofia",
        "Paris",
        "Sahel",
    }
)
_PREPOSITION = re.compile(r"\b(?:in|at|from|to|near|outside|of|between|and|via|around) $")


def places(text: str, words: Sequence[Word], found: list[Name]) -> list[Name]:
    """Regions and well-known cities, where the model marks nothing or another kind."""
    for hit in knowledge.place_names().find(text, words):
        around = _around(found, hit.start, hit.end)
        same = [name for name in around if (name.start, name.end) == (hit.start, hit.end)]
        label = "LOC" if hit.value.kind == "region" else "GPE"
        if not around:
            sure = hit.value.kind == "region" or " " in text[hit.start : hit.end]
            if sure or _PREPOSITION.search(text, max(0, hit.start - 12), hit.start):
                found = [*found, Name(hit.start, hit.end, label)]
        elif same and same[0].label != label and same[0].country is None and same[0].body is None:
            if same[0].label == "PERSON" and text[hit.start : hit.end] in _CITY_AND_PERSON:
                continue
            found = [replace(name, label=label) if name is same[0] else name for name in found]
        elif all(hit.start <= name.start and name.end <= hit.end for name in around):
            found = [*(name for name in found if name not in around), Name(hit.start, hit.end, label)]
    return found


# --- consistency ---------------------------------------------------------------------------------------------

_MODEL_ONLY = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT"})


def consistent(text: str, words: Sequence[Word], found: list[Name]) -> list[Name]:
    """A string means one thing in one report: a surname is no city in the possessive, a club no person."""
    del words
    surnames = _parts_of_people(text, found)
    counts: dict[str, Counter[str]] = {}
    for name in found:
        if name.country is None and name.body is None:
            counts.setdefault(text[name.start : name.end], Counter())[name.label] += 1
    settled = []
    for name in found:
        surface = text[name.start : name.end]
        if name.country is None and name.body is None and name.label in _MODEL_ONLY:
            if surface in surnames and fold(surface) not in knowledge.place_by_name():
                name = replace(name, label="PERSON")
            else:
                name = replace(name, label=_usual(counts[surface], name.label))
        settled.append(name)
    return settled


def _parts_of_people(text: str, found: Iterable[Name]) -> set[str]:
    """First and last words of the full names of people."""
    parts: set[str] = set()
    for name in found:
        if name.label == "PERSON":
            full = text[name.start : name.end].split()
            if len(full) > 1:
                parts |= {full[0], full[-1]}
    return parts


def _usual(labels: Counter[str], own: str) -> str:
    """The label that most mentions have; its own where it is a tie."""
    label, count = labels.most_common(1)[0]
    return label if count > labels[own] else own
