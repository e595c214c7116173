"""One document told twice, several told one after the other, and words that name no document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story


def test_the_lead_and_the_title(tell: Story) -> None:
    """The title that the body of the report gives is that of the document of the lead."""
    notes = tell(
        "Leaders of the African Union agreed a joint declaration on rain. Talks went on all night. The Dakar "
        "Declaration was adopted on Friday."
    )

    assert [r.title for r in notes.resolutions] == ["Dakar Declaration"]


def test_what_it_is_about_keeps_it_apart(tell: Story) -> None:
    """A definite noun that says what it is about does not go back to another document."""
    notes = tell("The Nordic Council adopted the Oslo Charter and endorsed the rules of the Nordic Fund.")

    assert [r.action for r in notes.resolutions] == ["adopted", "endorsed"]


def test_a_described_document_is_another(tell: Story) -> None:
    """The school budget does not stand for the resolution before, as "the text" would."""
    notes = tell(
        "The Nordic Council adopted a resolution on rain. The school budget, approved on Friday, rises."
    )

    assert [r.action for r in notes.resolutions] == ["adopted", "approved"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The European Union lifted the sanctions on Mali. It also lifted the sanctions on Chad.", 2),
        ("The Senate ratified a treaty on tuna on Friday. The agreement was approved by consensus.", 1),
        ("The Nordic Council adopted a charter on Friday. It took the decision by consensus.", 1),
        ("The Nordic Council approved four rules and closed with the Oslo Charter, adopted on Friday.", 2),
    ],
)
def test_one_more_or_the_same(tell: Story, text: str, number: int) -> None:
    """What is also done is done with another document; a general word means the one told before."""
    assert len(tell(text).resolutions) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Senators passed a bill on leaving the Baltic Treaty, an accord of 1992.", 1),
        ("On a proposal by the chair, the Nordic Council adopted a charter.", 1),
        ("The Nordic Council adopted a charter, a BTA correspondent reports.", 1),
        ("The ministers exchanged opinions on trade and energy.", 0),
        ("The ministers exchanged memoranda on trade and energy.", 1),
    ],
)
def test_no_document(tell: Story, text: str, number: int) -> None:
    """An apposition, the reason of an act, who reports it, and views are no documents that are acted on."""
    assert len(tell(text).resolutions) == number


def test_sanctions_lifted_as_well_are_others(tell: Story) -> None:
    """As in "further lifts", also where names have words in common."""
    items = tell(
        "The African Union on Friday lifted the sanctions on the Republic of Niger. It further lifted the "
        "sanctions on the Republic of Guinea."
    ).resolutions

    assert [item.action for item in items] == ["repealed", "repealed"]


def test_a_set_is_told_where_it_was_signed(tell: Story) -> None:
    """And not where the lead only counts it; its documents follow in sentences of their own."""
    several, first, second, third = tell(
        "LUSAKA. Eight documents and one sharp exchange: that was the yield of Friday's summit of the "
        "African Union. The eight documents were signed by the heads of state in a larger circle. Top of "
        "the pile is the Declaration on Rivers. With it go a Convention on Seeds, and a Programme of "
        "Cooperation in Fishing for 2025–2027."
    ).resolutions

    assert several.evidence.quote == (
        "The eight documents were signed by the heads of state in a larger circle."
    )
    assert [item.kind for item in (first, second, third)] == ["declaration", "convention", "plan"]


def test_a_text_is_issued_as_a_resolution(tell: Story) -> None:
    """Its symbol stands in an aside."""
    (item,) = tell(
        "The United Nations Security Council met on Thursday. The text, drafted by France and issued as "
        "resolution 2790 (2025), was adopted with nine votes in favour, none against and six abstentions."
    ).resolutions

    assert item.symbol == "S/RES/2790 (2025)"
