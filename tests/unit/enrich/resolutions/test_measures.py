"""What bodies do to measures, states and sums where no document is told."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The African Union on Friday lifted the suspension of Mali.", "repealed"),
        ("The leaders of the African Union ended the mandate of their mission in Chad.", "repealed"),
        ("The African Union imposed a curfew on the port on Friday.", "adopted"),
        ("The Storting raised the retirement age on Friday.", "adopted"),
        ("OPEC+ on Friday extended output cuts of two million barrels per day by a year.", "extended"),
        ("OPEC+ ministers agreed on Friday to scrap the quota of Angola.", "repealed"),
        ("The Knesset on Friday banned the charity from working in the city by 92 votes to 10.", "adopted"),
        ("The presidents of the African Union designated Luxor as the capital of culture.", "adopted"),
        ("The World Heritage Committee put the old port on its list of sites at risk on Friday.", "adopted"),
        ("The European Council on Friday granted Bosnia candidate status.", "adopted"),
        ("The International Criminal Court issued a warrant for his arrest on Friday.", "adopted"),
        ("By five votes to two, the judges ordered Chad to open the road.", "adopted"),
        ("The US Senate on Friday approved $61 billion in aid for Ukraine, 79 to 18.", "approved"),
        ("The World Bank's board approved a $2 billion loan for Chad on Friday.", "approved"),
        ("The Storting met on Friday. Help for Chad, some $2 billion of it, passed 101-58.", "adopted"),
        ("The General Assembly rejected a call for a secret ballot by 107 votes to 13.", "rejected"),
        ("CITES met on Friday. Its bid to sell ivory was turned down by 103 votes to 15.", "rejected"),
        ("The Storting met on Friday. Lawmakers rejected a request to borrow for buses.", "rejected"),
        ("Romania's top court on Friday annulled the first round of the election.", "adopted"),
        ("Kenya's High Court on Friday suspended the deployment of police to Haiti.", "adopted"),
        ("The US Supreme Court on Friday blocked the sale of the port.", "adopted"),
        ("The European Union on Friday suspended budget support to Niger.", "adopted"),
        ("The European Commission on Friday fined the maker of the phone 1.8 billion euros.", "adopted"),
        ("The European Parliament on Friday stripped two members of their immunity.", "adopted"),
        ("The Storting on Friday voted down a park in the north by 80 votes to 40.", "rejected"),
    ],
)
def test_a_body_does_something_without_a_document(tell: Story, text: str, action: str) -> None:
    """One decision each."""
    assert [r.action for r in tell(text).resolutions] == [action]


@pytest.mark.parametrize(
    "text",
    [
        "A police chief on Friday lifted the curfew in his town.",
        "Real Madrid rejected a bid of 80 million euros on Friday.",
        "Chad rejected the request on Friday.",
        "The African Union ended its summit on Friday.",
        "The African Union put the climate high on the list on Friday.",
        "The African Union should lift the restrictions on Friday, he said.",
        "The team passed 2-1.",
        "The General Assembly on Friday recognised the courage of nurses.",
        "Countries have raised tariffs, and the WTO said on Friday that trade will shrink.",
        "The African Union toyed with suspending its voting rights on Friday.",
        "A court in Lyon removed the witness on Friday.",
        "The candidate was approved of by the club on Friday.",
        "The hospital admitted 12 patients and imposed limits on visits on Friday.",
    ],
)
def test_nobody_decides(tell: Story, text: str) -> None:
    """Other people, other things, or no more than a wish."""
    assert tell(text).resolutions == []


def test_what_a_parliament_spends_is_a_law(tell: Story) -> None:
    """What a bank spends is a decision."""
    told = (
        "The US Senate on Friday approved $6 billion in aid.",
        "The World Bank approved $6 billion on Friday.",
    )
    assert [tell(text).resolutions[0].kind for text in told] == ["law", "decision"]
