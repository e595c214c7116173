"""Organizations: bodies of the table, national ministries and parliaments, companies, media, armed groups."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import notes_of, text_of
from newsroom_enrich.components import component
from newsroom_enrich.components.bodies.canonical import canonical
from newsroom_enrich.components.bodies.register import Register
from newsroom_enrich.folding import abbreviates, fold
from newsroom_enrich.namelist import NameList
from newsroom_enrich.phrases import occurrences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from newsroom_enrich.annotations import EntityDraft, Name

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
    | {"state", "states", "cabinet", "congress", "secretariat", "union", "organization", "agency"}
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
_ACRONYM = r"\((?P<acronym>[^\W\d_a-z][\w&+./-]{1,11})\)"
_BRACKETED = re.compile(rf" ?{_ACRONYM}")
# "Multinational Security Support (MSS) mission": the noun after the bracket belongs to the name.
_HEAD_AFTER_BRACKET = re.compile(
    r" (?:[Mm]ission|[Ff]orce|Collaboration|[Pp]rogramme|[Ii]nitiative|[Pp]anel|[Cc]onsortium)\b"
)
_INSIDE = re.compile(rf"(?P<before>.+?) {_ACRONYM}(?P<after> .+)")
_INTRODUCED = re.compile(r" \((?P<acronym>[A-Z][A-Za-z]{1,7})\)")


@component("bodies")
def bodies(doc: Doc) -> None:
    """Add an entity for each organization."""
    notes = notes_of(doc)
    text = text_of(doc)
    names = NameList(notes.names)
    register = Register(text)
    others = _abbreviations_of_others(text, names)
    for index, name in enumerate(notes.names):
        surface = text[name.start : name.end]
        ordinary = fold(surface) in _GENERIC or surface.islower() or surface in others
        if name.label == "ORG" and (name.body is not None or not ordinary):
            _read(register, names, notes.names, index)
    _find_acronyms_again(register, names)
    for draft in register.drafts:
        draft.mentions = sorted(set(draft.mentions))
    notes.entities += register.drafts


def _abbreviations_of_others(text: str, names: NameList) -> set[str]:
    """Acronyms that the report introduces for what is no organization: gas (LNG), a treaty (CECA)."""
    found = set()
    for match in _INTRODUCED.finditer(text):
        before = next(iter(names.around(match.start() - 1, match.start())), None)
        agency = before is not None and before.label == "GPE"  # BERLIN (dpa)
        person = before is not None and before.label == "PERSON"  # Axel Voss (CDU)
        opens_line = text[max(0, match.start() - 1) : match.start()] in {"", "\n"}
        if not (opens_line or agency or person or (before is not None and before.label == "ORG")):
            found.add(match["acronym"])
    return found


def _read(register: Register, names: NameList, in_order: Sequence[Name], index: int) -> None:
    """Add the name, with its acronym in brackets within it or after it."""
    name = in_order[index]
    if inside := _INSIDE.fullmatch(register.text[name.start : name.end]):
        draft = register.add(inside["before"] + inside["after"], name.start, name.end)
        for group in ("before", "acronym"):
            register.also(draft, name.start + inside.start(group), name.start + inside.end(group))
        register.introduced[inside["acronym"]] = draft
        return
    known = canonical(register, in_order, index)
    draft = register.add(
        known.name, name.start, name.end, body=known.body, country=known.country, parent=known.parent
    )
    if (bracket := _BRACKETED.match(register.text, name.end)) and _is_its_own(
        names, name, draft, bracket, register.text
    ):
        register.also(draft, *bracket.span("acronym"))
        register.introduced[bracket["acronym"]] = draft
        if known.body is None and (head := _HEAD_AFTER_BRACKET.match(register.text, bracket.end())):
            draft.mentions.append((name.start, head.end()))
            draft.name += head[0]


def _is_its_own(names: NameList, name: Name, draft: EntityDraft, bracket: re.Match[str], text: str) -> bool:
    """Whether the acronym after a name is that of the name.

    "Council of the European Union (EU)": it is that of the union. An acronym in another language shares no
    letters with the name, but the model marks it as an organization.
    """
    acronym = bracket["acronym"]
    marked = next(iter(names.around(*bracket.span("acronym"))), None)
    if marked is not None and marked.body is not None and marked.body.name != draft.name:
        return False
    foreign = marked is not None and marked.label == "ORG" and acronym.isupper()
    return foreign or abbreviates(acronym, text[name.start : name.end])


def _find_acronyms_again(register: Register, names: NameList) -> None:
    """Acronyms that the report introduces, wherever else it uses them."""
    for acronym, draft in register.introduced.items():
        for span in occurrences(register.text, acronym):
            if not names.around(*span):
                draft.mentions.append(span)
