"""Whom a person stands for, where the words after the name say so: "came for Pakistan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.roles import wording

if TYPE_CHECKING:
    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.roles.reading import Reading

_SENTENCE_REACH = 300


def represented(reading: Reading, end: int) -> EntityDraft | None:
    """The country or organization that is spoken or signed for by the person whose mention ends here.

    Without a verb ("Mahdi Safari for Iran") only in a sentence that said the same of somebody before, or
    that tells who signed.
    """
    if found := wording.REPRESENTS.match(reading.blanked, end):
        return reading.entity(found.start("owner"))
    found = wording.REPRESENTS_TOO.match(reading.blanked, end)
    low = max(0, end - _SENTENCE_REACH)
    if found and any(
        told.search(reading.blanked, low, end) for told in (wording.REPRESENTED, wording.SIGNED_BY)
    ):
        return reading.entity(found.start("owner"))
    return None
