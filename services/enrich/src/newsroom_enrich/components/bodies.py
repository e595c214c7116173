"""Organizations: bodies of the table, national ministries and parliaments, companies, media, armed groups."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import EntityDraft, notes_of
from newsroom_enrich.components import component
from newsroom_enrich.folding import abbreviates, capitals_lowered, fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from newsroom_enrich.annotations import Name
    from newsroom_enrich.knowledge import Body, Country

# Short forms that stand for whatever body the text is about; they are no names (annotation rules).
_GENERIC = frozenset(
    {
        "council",
        "assembly",
        "parliament",
        "government",
        "ministry",
        "committee",
        "commission",
        "court",
        "board",
    }
    | {"state", "states", "cabinet", "senate", "congress", "secretariat", "union", "organization", "agency"}
    | {
        "bank",
        "conference",
        "house",
        "presidency",
        "party",
        "police",
        "army",
        "member states",
        "heads of state",
    }
    | {"executive committee", "management board", "board of directors"}
)
_BRACKETED = re.compile(r" ?\((?P<acronym>[^\W\d_a-z][\w&+./-]{1,11})\)")
_HEAD_AFTER_BRACKET = re.compile(
    r" (?:[Mm]ission|[Ff]orce|Collaboration|[Pp]rogramme|[Ii]nitiative|[Pp]anel|[Cc]onsortium)\b"
)
_INTRODUCED = re.compile(r" \((?P<acronym>[A-Z][A-Za-z]{1,7})\)")
_INSIDE = re.compile(r"(?P<before>.+?) \((?P<acronym>[^\W\d_a-z][\w&+./-]{1,11})\)(?P<after> .+)")
_OF = re.compile(r",? (?:of|for|in|at) (?:the )?$")
_ORGAN = re.compile(
    r"\b(?:Council|Board|Committee|Conference|Assembly|Secretariat|Commission|Bureau|Presidium|Body|Panel|Congress)\b"
)
_NATIONAL = re.compile(
    r"^(?:(?:Foreign|Interior|Defen[cs]e|Finance|Health|Energy|Justice|Education|Agriculture|Trade|Economy) Ministry$"
    r"|Ministry of|Department of|National |Supreme Court|Constitutional Court|Central Bank|House of Representatives|Senate$)"
)
_FOREIGN_MINISTRY = re.compile(r"^(?P<field>\w+) Ministry$")
_FIELDS = {"Foreign": "Foreign Affairs", "Interior": "Internal Affairs"}
_SAME_CLAUSE = 40
_LEGAL_FORM = re.compile(r",? (?:plc|Inc|Ltd|LLC|Corp|AG|GmbH|S\.?A|NV|Co|PJSC|JSC|Limited|Group)\.?$")


@dataclass(slots=True)
class _Bodies:
    """The organizations of a report so far, by every folded name that means them."""

    text: str
    drafts: list[EntityDraft] = field(default_factory=list)
    by_name: dict[str, EntityDraft] = field(default_factory=dict)
    introduced: dict[str, EntityDraft] = field(default_factory=dict)

    def add(
        self, name: str, start: int, end: int, *, body: Body | None = None, country: Country | None = None
    ) -> EntityDraft:
        """A mention of the organization of that canonical name."""
        surface = self.text[start:end]
        draft = self.by_name.get(fold(name)) or (None if body else self.by_name.get(fold(surface)))
        if draft is None:
            draft = EntityDraft("organization", name)
            self.drafts.append(draft)
        if body is not None:
            draft.wikidata = body.wikidata
            draft.country = body.country
            draft.parent = body.parent
        elif country is not None:
            draft.country = country.code
        self.by_name.setdefault(fold(draft.name), draft)
        self.by_name.setdefault(fold(surface), draft)
        draft.mentions.append((start, end))
        return draft


@component("bodies")
def bodies(doc: Doc) -> None:
    """Add an entity for each organization."""
    notes = notes_of(doc)
    found = _Bodies(doc.text)
    abbreviations = _abbreviations_of_no_body(found.text, notes.names)
    for index, name in enumerate(notes.names):
        surface = found.text[name.start : name.end]
        if (
            name.label != "ORG"
            or (_is_generic(surface) and name.body is None)
            or (surface in abbreviations and name.body is None)
        ):
            continue
        _read(found, notes.names, index)
    _find_acronyms_again(found, notes.names)
    notes.entities += found.drafts


def _abbreviations_of_no_body(text: str, names: Sequence[Name]) -> set[str]:
    """Acronyms that the report introduces for something that is no organization: gas (LNG), a treaty (CECA)."""
    ends = {name.end: name.label for name in names}
    cities = {name.end for name in names if name.label == "GPE"}
    found = set()
    for match in _INTRODUCED.finditer(text):
        if any(name.label == "ORG" and name.start < match.start() and match.end() <= name.end for name in names):
            continue  # a part of a longer name
        credit = match.start() in cities or text[max(0, match.start() - 1) : match.start()] in {"", "\n"}
        if ends.get(match.start()) != "ORG" and not credit:
            found.add(match["acronym"])
    return found


def _find_acronyms_again(found: _Bodies, names: list[Name]) -> None:
    """Acronyms that the report introduces, wherever else it uses them."""
    taken = [(name.start, name.end) for name in names]
    for acronym, draft in found.introduced.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(acronym)}(?![\w-])", found.text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                draft.mentions.append(match.span())


def _is_generic(surface: str) -> bool:
    return fold(surface) in _GENERIC or surface.islower()


def _read(found: _Bodies, names: list[Name], index: int) -> None:
    """Add the name with its acronym in brackets after it or within it."""
    name = names[index]
    text = found.text
    surface = text[name.start : name.end]
    if inside := _INSIDE.fullmatch(surface):
        canonical = inside["before"] + inside["after"]
        draft = found.add(canonical, name.start, name.end)
        for group in ("before", "acronym"):
            start, end = name.start + inside.start(group), name.start + inside.end(group)
            draft.mentions.append((start, end))
            found.by_name.setdefault(fold(text[start:end]), draft)
        found.introduced[inside["acronym"]] = draft
        return
    canonical, body, country = _canonical(found, names, index)
    draft = found.add(canonical, name.start, name.end, body=body, country=country)
    bracket = _BRACKETED.match(text, name.end)
    if bracket is None:
        return
    marked = next((other for other in names if other.start == bracket.start("acronym")), None)
    if not abbreviates(bracket["acronym"], surface) and not (
        marked and marked.label == "ORG" and bracket["acronym"].isupper()
    ):
        return  # an acronym in another language shares no letters, but is marked as an organization
    own = marked.body if marked else None
    if own is not None and own.name != draft.name:
        return  # "Council of the European Union (EU)": the acronym is that of the union
    start, end = bracket.span("acronym")
    found.by_name[fold(bracket["acronym"])] = draft
    found.introduced[bracket["acronym"]] = draft
    draft.mentions.append((start, end))
    if (head := _HEAD_AFTER_BRACKET.match(text, bracket.end())) and body is None:
        draft.mentions.append((name.start, head.end()))
        draft.name += head[0]


def _canonical(found: _Bodies, names: list[Name], index: int) -> tuple[str, Body | None, Country | None]:
    """The one name of an organization, with what it belongs to where the text leaves that to the context."""
    name = names[index]
    surface = _LEGAL_FORM.sub("", found.text[name.start : name.end])
    if " " in surface:
        surface = capitals_lowered(surface)
    if name.body is not None and fold(surface) not in found.by_name:
        return name.body.name, name.body, None
    known = found.by_name.get(fold(surface))
    if known is not None:
        body = knowledge.bodies().get(known.name)
        return known.name, body, None
    if name.body is not None:
        return name.body.name, name.body, None
    if own := _own_country(surface):
        return surface, None, own
    if _ORGAN.search(surface) or _NATIONAL.match(surface):
        owner = _owner(found, names, index)
        if isinstance(owner, EntityDraft):
            return _organ_of(surface, owner)
        if owner is not None:
            return _national(surface, owner), None, owner
    return _demonym_ministry(found.text, surface)


def _own_country(surface: str) -> Country | None:
    """The country in a name like "Security Service of Ukraine"."""
    _, of, tail = surface.rpartition(" of ")
    return knowledge.country_by_name().get(fold(tail)) if of else None


def _owner(found: _Bodies, names: list[Name], index: int) -> EntityDraft | Country | None:
    """The organization or country that an organ belongs to."""
    name = names[index]
    text = found.text
    if index + 1 < len(names):
        after = names[index + 1]
        if _OF.fullmatch(_unbracketed(text[name.end : after.start])):
            if after.country:
                return after.country.country
            if after.body:
                return _draft_of(after.body)
    if index:
        before = names[index - 1]
        if re.fullmatch(r"['’]s? ", text[before.end : name.start]) or (
            before.country and text[before.end : name.start] == " "
        ):
            if before.country:
                return before.country.country
            if before.body:
                return _draft_of(before.body)
    return _context_owner(text, names, index)


def _unbracketed(between: str) -> str:
    return re.sub(r" \([^()]*\)", "", between)


def _draft_of(body: Body) -> EntityDraft:
    return EntityDraft("organization", body.name, wikidata=body.wikidata, parent=body.parent)


def _context_owner(text: str, names: list[Name], index: int) -> EntityDraft | Country | None:
    """Ministries belong to the last country named; organs to the last body that has parts."""
    name = names[index]
    surface = text[name.start : name.end]
    national = bool(_NATIONAL.match(surface))
    for before in (*reversed(names[:index]), *names[index + 1 :]):
        if national and (country := _country_of_capital(text, before, name)):
            return country
        if national and before.country and before.country.country.kind == "state":
            return before.country.country
        if not national and before.body and before.body.kind == "intergovernmental":
            return _draft_of(before.body)
    return None


def _country_of_capital(text: str, city: Name, organ: Name) -> Country | None:
    """The country of a well-known city that the same sentence names before the organ ("In Beijing, ...")."""
    between = text[city.end : organ.start]
    if city.label != "GPE" or city.country or not 0 < len(between) < _SAME_CLAUSE or "." in between:
        return None
    known = knowledge.place_by_name().get(fold(text[city.start : city.end]))
    return knowledge.country_by_code().get(known.country or "") if known else None


def _organ_of(surface: str, owner: EntityDraft) -> tuple[str, Body | None, Country | None]:
    body = knowledge.body_by_name().get(
        fold(f"{surface} of the {owner.name}")
    ) or knowledge.body_by_name().get(fold(f"{owner.name} {surface}"))
    if body is not None:
        return body.name, body, None
    plural = "of" if owner.name in _NO_ARTICLE else "of the"
    return f"{surface} {plural} {owner.name}", None, None


_NO_ARTICLE = frozenset({"NATO", "BRICS", "OPEC", "UNESCO", "Mercosur", "AUKUS", "Interpol", "OPEC+"})


def _national(surface: str, country: Country) -> str:
    """National Assembly of Hungary; Foreign Ministry as Ministry of Foreign Affairs of China."""
    if ministry := _FOREIGN_MINISTRY.match(surface):
        area = _FIELDS.get(ministry["field"], ministry["field"])
        return f"Ministry of {area} of {country.name}"
    return f"{surface} of {country.name}"


def _demonym_ministry(text: str, surface: str) -> tuple[str, Body | None, Country | None]:
    """Azerbaijani Foreign Ministry as Ministry of Foreign Affairs of Azerbaijan; any other name as it is."""
    del text
    first, _, rest = surface.partition(" ")
    if _FOREIGN_MINISTRY.match(rest):
        for hit in knowledge.country_names().find(surface, _words(first)):
            return _national(rest, hit.value.country), None, hit.value.country
    return surface, None, None


def _words(text: str):  # type: ignore[no-untyped-def]
    from newsroom_enrich.phrases import words

    return words(text)
