"""Named events as entities: summits, conferences, wars, games that have a name of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import EntityDraft, notes_of, text_of
from newsroom_enrich.components import component
from newsroom_enrich.folding import capitals_lowered, fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from newsroom_enrich.annotations import Name

# "Summit", "the 15th summit" are no names; a name has a capital or a number of its own.
_NUMBERED = re.compile(r"(?:[A-Z]{2,6}|CoP)[ -]?\d{1,3}")
_SHORT = r"(?:[A-Z]{2,6}|CoP)[ /-]?\d{1,3}"
_NAMED = re.compile(r"[^\W\d_a-z]\w*.*[^\W\d_a-z]|[A-Z]{2,}[- ]?\d+")
# As "Munich Security Conference", "Leaders' Summit on Peacekeeping", which the model takes for bodies; not
# "Conference of the Parties", "General Conference", which are some.
_OCCASION = re.compile(
    r"(?!General |Conference |Ministerial |Bishops|Episcopal |Standing |Permanent )[\w'’-]+(?: [\w'’-]+)* "
    r"(?:Conference|Ministerial|Summit)(?: on [A-Z].*| \d{4})?$"
)
_COP = re.compile(r"(?P<name>[A-Z]*C[Oo]P ?\d{1,2})(?: (?:in|of|at) .+)?$")
_REVIEW = re.compile(r"(?:[A-Z][\w-]+ )?Review $")
_REVIEW_CHARACTERS = 40
_NO_EVENT = re.compile(r"\b(?:List|Register|Index|Fund)$")


@component("occasions")
def occasions(doc: Doc) -> None:
    """Add an entity for each named event, and make events of the organizations that are none."""
    notes = notes_of(doc)
    drafts: dict[str, EntityDraft] = {}
    text = text_of(doc)  # spaCy puts it together anew each time
    before: Name | None = None
    for name in notes.names:
        surface = text[name.start : name.end]
        if name.label != "EVENT" or not _NAMED.search(surface) or _NO_EVENT.search(surface):
            continue
        key = fold(surface)
        if before is not None and _is_short_for(text, before, name):
            drafts.setdefault(key, drafts[fold(text[before.start : before.end])])
        draft = drafts.setdefault(key, EntityDraft("event", _in_lower_case(surface)))
        draft.mentions.append((name.start, name.end))
        before = name
    notes.entities += {id(draft): draft for draft in drafts.values()}.values()
    for draft in notes.entities:
        if draft.type == "organization" and _is_occasion(draft):
            draft.type = "event"
        elif draft.type == "organization" and (told := _told_as_event(text, draft)) is not None:
            draft.type = "event"
            draft.name, draft.mentions = told


def _is_short_for(text: str, name: Name, short: Name) -> bool:
    """As in "the World Radiocommunication Conference (WRC-23)": an acronym with a number in brackets."""
    beside = text[name.end : short.start] == " (" and text[short.end : short.end + 1] == ")"
    return beside and re.fullmatch(_SHORT, text[short.start : short.end]) is not None


def _told_as_event(text: str, draft: EntityDraft) -> tuple[str, list[tuple[int, int]]] | None:
    """The name and mentions of an event within what was taken for a body: "COP10 in Panama", and before it:
    "the Tenth Review Conference of the Parties".
    """
    if (numbered := _COP.match(draft.name)) is not None:
        short = numbered["name"]
        return short, [(start, start + len(short)) for start, _ in draft.mentions]
    if not draft.name.startswith("Conference of the ") or not draft.mentions:
        return None
    start, end = draft.mentions[0]
    review = _REVIEW.search(text[max(0, start - _REVIEW_CHARACTERS) : start])
    if review is None:
        return None
    first = start - len(review[0])
    return text[first:end], [(first, end), *draft.mentions[1:]]


def _is_occasion(draft: EntityDraft) -> bool:
    known = knowledge.bodies().get(draft.name) is not None or draft.parent is not None
    return not known and _OCCASION.match(draft.name) is not None


def _in_lower_case(surface: str) -> str:
    """A name in capitals as it is usually written; an acronym with a number stays as it is: MEPC 81."""
    return surface if _NUMBERED.fullmatch(surface) else capitals_lowered(surface)
