"""The body that a report is about, among all that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story

PLAN = "A plan on rivers was adopted on Monday."


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            f"The United Nations Conference on Mountain Rivers opened. {PLAN} The conference goes on.",
            "United Nations Conference on Mountain Rivers",
        ),
        (
            f"The Convention on Wetlands is old. {PLAN} The Conference of the Contracting Parties was happy.",
            "Conference of the Contracting Parties to the Convention on Wetlands",
        ),
        (
            f"The African Union met in Lome. The African Continental Free Trade Area is young. {PLAN}",
            "African Union",
        ),
        (
            f"Peru dreams of joining the European Union. The Andean Community met in Lima. {PLAN}",
            "Andean Community",
        ),
    ],
)
def test_the_body_of_a_plan(tell: Story, text: str, body: str) -> None:
    """That of the meeting, not whoever else is named."""
    (item,) = tell(text).resolutions

    assert item.body == body


def test_whose_envoy_somebody_is_decides_nothing(tell: Story) -> None:
    """Greece and its neighbour act for themselves, though an envoy looks on."""
    items = tell(
        "The United Nations envoy Ana Silva smiled. On Monday the two states adopted a declaration."
    ).resolutions

    assert {item.body for item in items} == {None}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            (
                "Members of the International Maritime Organization adopted a strategy on whales on Monday. "
                "The Marine Environment Protection Committee met in London."
            ),
            "Marine Environment Protection Committee",
        ),
        (
            "The Andean Community met. The three member countries signed the Cusco Charter on Monday.",
            "Andean Community",
        ),
        (
            "A treaty is to be submitted for signature to the next meeting of the Arab League.",
            "Arab League",
        ),
    ],
)
def test_members_act_as_the_body_that_met(tell: Story, text: str, body: str) -> None:
    """The organ in session, and the one to which a paper goes."""
    assert {item.body for item in tell(text).resolutions} == {body}


def test_what_another_had_adopted_before_does_not_make_it_the_body(tell: Story) -> None:
    """The leaders are still those of the report."""
    items = tell(
        "The summit of the Pacific Islands Forum opened. A plan was adopted on Monday. Last week the "
        "Arctic Council had adopted a statement of its own. The leaders endorsed a strategy on Monday."
    ).resolutions

    assert items[-1].body == "Pacific Islands Forum"


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        (
            "Arab leaders came to Tunis on Monday. Amr Said of the Arab League smiled.",
            "Arab League",
        ),
        (
            "The African summit in Lome ended today. Ana Silva, Chairperson of the African Union, smiled.",
            "African Union",
        ),
        (
            "Ministers came to Lome on Monday. Ana Silva, Chairperson of the African Union, smiled.",
            None,
        ),
    ],
)
def test_leaders_of_a_region_meet_as_the_body_that_unites_them(
    tell: Story, lead: str, body: str | None
) -> None:
    """Though it is named only to tell whose envoy somebody is; not where nobody of the region is told of."""
    assert {item.body for item in tell(f"{lead} {PLAN}").resolutions} == {body}


@pytest.mark.parametrize(
    "lead",
    [
        "The first summit between the Arab League and the twelve states of South America opened in Doha.",
        "Leaders of the European Union (EU) and of the countries of Central Asia met in Doha.",
        "A summit that the EU has never held with the five countries of Central Asia opened in Doha.",
        "The EU–Western Balkans summit opened in Doha.",
    ],
)
def test_at_a_meeting_of_a_body_with_others_no_body_decides(tell: Story, lead: str) -> None:
    """What the leaders adopt there is a document of all of them."""
    (item,) = tell(f"{lead} The leaders adopted a plan on rivers on Monday.").resolutions

    assert item.body is None


def test_a_body_that_is_only_talked_of_does_not_decide(tell: Story) -> None:
    """The one that meets does, though it is named once, and later."""
    (item,) = tell(
        "LIMA, May 20 - Nobody knew how the debate on the Andean Community would end. Since Peru is a member "
        "of the Andean Community, its critics call it a burden. The Congress of the Republic met on Monday. "
        "After nine hours a resolution on tariffs was adopted."
    ).resolutions

    assert item.body == "Congress of the Republic of Peru"


def test_leaders_met_as_the_council_whose_president_is_told(tell: Story) -> None:
    """Not as the commission that is to carry it out; the states ratify for themselves."""
    plan, decision = tell(
        "BRUSSELS, March 14 - Ana Ruiz, President of the European Council, brought the 27 leaders together. "
        "They agreed on a recovery plan, for which the European Commission may borrow money. The "
        "decision has to be ratified by every member state."
    ).resolutions

    assert plan.body == "European Council"
    assert decision.body is None


def test_an_organ_speaks_in_its_own_communique(tell: Story) -> None:
    """No two sides made it."""
    (item,) = tell(
        "The Council of the European Union met. In its final communique, the Council called for peace."
    ).resolutions

    assert item.body == "Council of the European Union"


def test_a_numbered_meeting_is_one_of_the_body_with_its_name(tell: Story) -> None:
    """Of several words, too; the name of the body stands alone only later."""
    (item,) = tell(
        "The Forty-Fourth Pacific Islands Forum was held in Majuro from 10 to 12 March. On the last day, "
        "Leaders adopted the Majuro Declaration. The Pacific Islands Forum has its seat in Suva."
    ).resolutions

    assert item.body == "Pacific Islands Forum"


def test_the_united_nations_sign_through_nobody(tell: Story) -> None:
    """What presidents sign in a report on a United Nations report is theirs."""
    (item,) = tell(
        "The United Nations praised them. The four presidents present signed a declaration on rain on Monday."
    ).resolutions

    assert item.body is None


def test_whose_agency_a_body_is_does_not_decide(tell: Story) -> None:
    """The body is the one whose name comes later."""
    *_, item = tell(
        "Governors of the UN nuclear watchdog met in Vienna to report Iran to the Security Council. A text "
        "won 17 votes in the Board of Governors of the International Atomic Energy Agency (IAEA). The "
        "governors also approved a budget plan."
    ).resolutions

    assert item.body == "IAEA Board of Governors"


def test_a_conference_that_is_not_known_is_not_the_body_in_force(tell: Story) -> None:
    """It is another one, which the report does not name."""
    *_, item = tell(
        "The UN Human Rights Council adopted a resolution on water on Friday. A ministerial conference in "
        "Rome is to adopt a declaration on water in May."
    ).resolutions

    assert (item.kind, item.body) == ("declaration", None)
