"""How far a name goes where a model marks too little or too much of it, as the words beside it tell."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich import cities, knowledge
from newsroom_enrich.annotations import Name
from newsroom_enrich.folding import fold
from newsroom_enrich.generic import is_no_name

if TYPE_CHECKING:
    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.namelist import NameList

_WORD = r"[^\W\d_a-z][\w'’-]*"
_SMALL = r"(?:(?:and|of|for|in|on|to|against|the|with|&) )*"
# "Kassym" of "Kassym-Jomart Tokayev"; "Idlib de" of "Idlib de-escalation area".
_COMPOUND = re.compile(rf"[-‑](?P<rest>{_WORD}(?: {_WORD}){{0,3}})")
_LOWER_COMPOUND = re.compile(r"[-‑][a-z]")
_LAST_WORD = re.compile(r" [^ ]+$")
_BRACKET_AFTER = re.compile(
    rf"(?P<rest>,? (?:and (?!the )|(?:for|against|in|on|to) ){_SMALL}{_WORD}(?:,? {_SMALL}{_WORD}){{0,6}})?"
    r" \([A-Z][\w&-]{1,10}\)"
)
_PURPOSE = re.compile(rf" (?:for|against) (?:the )?{_WORD}(?:,? (?:(?:and|of|the) )*{_WORD}){{0,5}}")
_JOINED = re.compile(
    r"\b(?:Alliance|Front|Movement|Coalition|Campaign|Network|Institute|Foundation|Cent(?:er|re))$"
)
_FRONT_WORDS = re.compile(rf"\b[Tt]he (?P<front>{_WORD}(?: {_WORD})? and )$")
# "the Conservatives and Reformists Group": parliamentary groups are named after several sorts of members.
_GROUP = re.compile(r"[^\W\d_a-z]\w+s(?: (?:Group|Alliance|Party))?$")
_SORTS = re.compile(r"\b(?P<front>(?:[^\W\d_a-z]\w+s, )*[^\W\d_a-z]\w+s and )$")
_MEETING = re.compile(r"\b(?:Meeting|Conference|Forum|Summit|Dialogue|Congress)$")
_ON_SUBJECT = re.compile(rf" (?:on|for) (?:the )?{_WORD}(?: (?:(?:and|of) )?{_WORD}){{0,5}}")
_DAY = re.compile(
    r" (?:on|for) (?:the )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May"
    r"|June|July|August|September|October|November|December)\b"
)
_OF_COUNTRY = re.compile(rf"(?P<head>{_WORD}(?: {_WORD}){{0,3}}) of (?:the )?(?P<country>[^\W\d_a-z].*)")
_GEOGRAPHIC = re.compile(
    r"\b(?:Gulf|Bay|Sea|Straits?|Isles?|Islands?|Cape|Horn|Coast|Republic|State|States|Kingdom|Federation|Emirate"
    r"|Sultanate|Commonwealth|Union|Province|Region|Territory|City|Port|Government|People|Principality"
    r"|Duchy|North|South|East|West|Northern|Southern|Eastern|Western|Central|Democratic|Church|Bank)\b"
)
_AT = re.compile(r" at (?:the )?")
_OWNER = re.compile(r"['’]s? (?=[^\W\d_a-z])")
_CLAUSE_DASH = re.compile(r" [–—-] ")
# "the Agency and Moldova": two names, unless both are what the first is of, for or between.
_PAIR = re.compile(
    rf"(?P<first>{_WORD}(?: of the {_WORD})?) and (?:the )?(?P<second>{_WORD}(?: {_WORD}){{0,4}})"
)
_FIELD = re.compile(r" (?:for|on) ")
_OFFICE_OF = re.compile(
    r"(?i)\b(?:representative|envoy|commissioner|president|coordinator|rapporteur|general|advis[eo]r|director"
    r"|minister|mediator|chief|spokes\w+)\b[^.;\n]{0,40} (?:of|to|and) (?:the )?$"
)
_REACH = 60


def extents(reading: Reading, names: NameList) -> None:
    """Cut and complete the names that no table knows yet."""
    text = reading.text
    for name in list(names):
        if name.label == "ORG":
            _split(text, names, name)
            _known_in_city(text, names, name)
            _without_field(text, names, name)
            for longer in (_completed(text, names, name), _with_front(text, name)):
                if longer is not None:
                    names.put(longer)
        elif name.label == "LAW":
            _without_city(text, names, name)
        elif name.label == "EVENT":
            _split(text, names, name)
            _without_city(text, names, name)
            subject = _ON_SUBJECT.match(text, name.end)
            if subject and _is_meeting(text, name) and not _DAY.match(text, name.end):
                names.put(replace(name, end=subject.end()))
        elif name.label in {"GPE", "LOC"} and (of := _OF_COUNTRY.match(text, name.start, name.end)):
            _part_from_country(names, name, of)
        elif name.label in {"GPE", "LOC"} and text[name.end : name.end + 1] in {"-", "‑"}:
            _whole_compound(text, names, name)


def _without_city(text: str, names: NameList, name: Name) -> None:
    """The city of a signing or a summit is no part of the name: the Charter of the League in Cairo."""
    _, inside, city = text[name.start : name.end].rpartition(" in ")
    known = knowledge.place_by_name().get(fold(city)) if inside else None
    if known is not None and known.kind == "city":
        end = name.end - len(city)
        names.put(replace(name, end=end - len(" in ")), Name(end, name.end, "GPE"))


def _known_in_city(text: str, names: NameList, name: Name) -> None:
    """A body of the table and the city where it meets: the Arab League in Jeddah."""
    before, inside, _ = text[name.start : name.end].rpartition(" in ")
    if inside and fold(before) in knowledge.body_by_name():
        _without_city(text, names, name)


def _without_field(text: str, names: NameList, name: Name) -> None:
    """What an office is for is no part of its body: High Representative of the Union for Foreign Affairs."""
    field = _FIELD.search(text, name.start, name.end)
    if field is None or not _OFFICE_OF.search(text, max(0, name.start - _REACH), name.start):
        return
    surface, body = text[name.start : name.end], text[name.start : field.start()]
    if fold(body) in knowledge.body_by_name() and fold(surface) not in knowledge.body_by_name():
        names.put(replace(name, end=field.start()))


def _whole_compound(text: str, names: NameList, name: Name) -> None:
    """A word with a hyphen is one word."""
    surface = text[name.start : name.end]
    if _LOWER_COMPOUND.match(text, name.end):
        last = _LAST_WORD.search(surface)
        if last is not None:
            names.put(replace(name, end=name.start + last.start()))
        elif not _is_known(surface):
            names.drop(name.start, name.end)
        return
    rest = _COMPOUND.match(text, name.end)
    if rest is not None and not _is_known(surface) and not _is_known(rest["rest"]):
        person = " " in rest["rest"]
        names.put(replace(name, end=rest.end(), label="PERSON" if person else name.label))


def _part_from_country(names: NameList, name: Name, of: re.Match[str]) -> None:
    """Roosevelt Skerrit of Dominica is a person and a country, Interior of Austria a country alone."""
    if fold(of["country"]) not in knowledge.country_by_name() or _GEOGRAPHIC.search(of["head"]):
        return
    names.drop(name.start, name.end)
    if " " in of["head"]:
        names.put(Name(*of.span("head"), "PERSON"))
    names.put(Name(*of.span("country"), "GPE"))


def _is_known(surface: str) -> bool:
    folded = fold(surface)
    tables = (knowledge.country_by_name(), knowledge.place_by_name(), knowledge.body_by_name())
    return any(folded in table for table in tables) or cities.country_of_city(folded) is not None


def _completed(text: str, names: NameList, name: Name) -> Name | None:
    """The Front for Change (and Concord in Chad), where an acronym in brackets or the head noun tells."""
    if text[max(0, name.start - 4) : name.start].lower() == "the ":
        bracket = _BRACKET_AFTER.match(text, name.end)
        rest = names.around(*bracket.span("rest")) if bracket is not None and bracket["rest"] else ()
        if bracket is not None and bracket["rest"] and all(other.label != "ORG" for other in rest):
            return replace(name, end=bracket.end("rest"))
    if _JOINED.search(text, name.start, name.end) and not _DAY.match(text, name.end):
        purpose = _PURPOSE.match(text, name.end)
        return replace(name, end=purpose.end()) if purpose else None
    return None


def _with_front(text: str, name: Name) -> Name | None:
    """The words before "and" that belong to it: Socialists and Democrats."""
    sorts = _SORTS.search(text, max(0, name.start - _REACH), name.start)
    if sorts is not None and _GROUP.fullmatch(text, name.start, name.end):
        return replace(name, start=sorts.start("front"))
    bracket = _BRACKET_AFTER.match(text, name.end)
    front = _FRONT_WORDS.search(text, max(0, name.start - _REACH), name.start)
    if bracket is not None and front is not None and not _is_known(front["front"].removesuffix(" and ")):
        return replace(name, start=front.start("front"))
    return None


def _is_meeting(text: str, name: Name) -> bool:
    return _MEETING.search(text, name.start, name.end) is not None


def _split(text: str, names: NameList, name: Name) -> None:
    """What stands "at" a place or behind a dash between clauses is another name."""
    if at := _AT.search(text, name.start, name.end):
        names.put(replace(name, end=at.start()), Name(at.end(), name.end, "LOC"))
    elif (owner := _OWNER.search(text, name.start, name.end)) and _is_known(text[name.start : owner.start()]):
        names.put(Name(name.start, owner.start(), "ORG"), replace(name, start=owner.end()))
    elif (pair := _PAIR.fullmatch(text, name.start, name.end)) and _is_known(pair["second"]):
        names.drop(name.start, name.end)
        second = Name(*pair.span("second"), name.label)
        names.put(
            *(part for part in (replace(name, end=pair.end("first")), second) if not is_no_name(text, part))
        )
    elif dash := _CLAUSE_DASH.search(text, name.start, name.end):
        before = knowledge.body_by_name().get(fold(text[name.start : dash.start()]))
        if before is not None:
            names.put(replace(name, end=dash.start()))
