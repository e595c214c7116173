"""The kinds of decrees and motions, and the votes of vetoed and of uncounted decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The president of Peru issued a decree on fishing on Thursday.", "decision"),
        ("The Senate of Spain approved the decree-law on Thursday.", "law"),
        ("The Parliament of Kenya passed a motion to delay the census on Thursday.", "resolution"),
        ("The General Assembly adopted a no-action motion on Thursday.", "decision"),
        ("The General Assembly adopted the Global Ocean Compact on Thursday.", "document"),
        ("The Parliament of Kenya ratified the Rome Statute on Thursday.", "treaty"),
        ("Peru and Chile signed a Defence Partnership on Thursday.", "agreement"),
        ("Delegates signed the Final Acts of the meeting on Thursday.", "treaty"),
        ("The Arab League adopted the Concept of Naval Cooperation on Thursday.", "document"),
        ("NATO leaders adopted a new Strategic Concept on Thursday.", "strategy"),
        ("The Arab League approved a strategic framework on Thursday.", "strategy"),
        ("The Council of the European Union agreed a general approach on ports on Thursday.", "decision"),
        ("The Arab League approved a package of catch limits on Thursday.", "decision"),
        ("A proposal to ban whaling was defeated in the Arab League on Thursday.", "document"),
    ],
)
def test_kinds(tell: Story, text: str, kind: str) -> None:
    """What executives decree are decisions; what assemblies move are resolutions; what states sign binds."""
    assert tell(text).resolutions[0].kind == kind


@pytest.mark.parametrize(
    ("text", "vote"),
    [
        (
            "Russia vetoed a draft resolution on Mali. Twelve members voted in favour; two abstained.",
            (12, 1, 2),
        ),
        ("The Senate of Peru passed a law on ports. The bill was backed by all 88 deputies.", (88, 0, 0)),
        (
            "The Arab League adopted a charter, 19 states having voted for it and two having abstained.",
            (19, None, 2),
        ),
        ("The Arab League adopted a charter by consensus. Ten states voted for an earlier text.", None),
        (
            "A motion on ports was rejected by 62 votes to 7 in the Senate of Peru despite its backing.",
            (7, 62, None),
        ),
    ],
)
def test_votes(tell: Story, text: str, vote: tuple[int | None, ...] | None) -> None:
    """A veto is a vote against, "all" leave none, and by consensus no one votes."""
    told = tell(text).resolutions[0].vote

    assert (told and (told.for_, told.against, told.abstentions)) == vote
