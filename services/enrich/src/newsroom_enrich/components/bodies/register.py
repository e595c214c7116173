"""The organizations of a report, by every name that means them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import EntityDraft
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from newsroom_enrich.knowledge import Body, Country


@dataclass(slots=True)
class Register:
    """Grows as the report is read; `introduced` are the acronyms that it explains."""

    text: str
    drafts: list[EntityDraft] = field(default_factory=list)
    introduced: dict[str, EntityDraft] = field(default_factory=dict)
    _by_name: dict[str, EntityDraft] = field(default_factory=dict)

    def named(self, name: str) -> EntityDraft | None:
        """The organization that a name has meant so far."""
        return self._by_name.get(fold(name))

    def add(
        self,
        name: str,
        start: int,
        end: int,
        *,
        body: Body | None = None,
        country: Country | None = None,
        parent: str | None = None,
    ) -> EntityDraft:
        """A mention, text[start:end], of the organization of that canonical name."""
        surface = self.text[start:end]
        draft = self.named(name) or (None if body else self.named(surface))
        if draft is None:
            draft = EntityDraft("organization", name)
            self.drafts.append(draft)
        if body is not None:
            draft.wikidata, draft.country, draft.parent = body.wikidata, body.country, body.parent
        elif country is not None:
            draft.country = country.code
        elif parent is not None:
            draft.parent = parent
        self._by_name.setdefault(fold(draft.name), draft)
        self.also(draft, start, end)
        return draft

    def also(self, draft: EntityDraft, start: int, end: int) -> None:
        """One more mention, by a name that means the same from now on."""
        self._by_name.setdefault(fold(self.text[start:end]), draft)
        draft.mentions.append((start, end))
