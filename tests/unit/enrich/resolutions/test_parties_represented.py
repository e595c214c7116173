"""Parties for whom others sign, that are added to the signers, or that only stand beside a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "The loan agreement was signed by Ana Costa for Peru and Ivan Petrov for the World Bank.",
            ("Peru", "World Bank"),
        ),
        (
            "Representing Chile, Ana Costa and, for Fiji, Ambassador Tomasi Vula signed the agreement.",
            ("Fiji", "Chile"),
        ),
        (
            "The treaty, to which Chile, Fiji and Peru are party, was signed in Lima.",
            ("Chile", "Fiji", "Peru"),
        ),
        (
            "Chile and Peru, together with the European Commission, reached an agreement on rail on Monday.",
            ("Chile", "Peru", "European Commission"),
        ),
        (
            "The Peruvian government and the M23 rebels signed a declaration on peace on Monday.",
            ("Peru", "M23"),
        ),
        (
            "The Philippine government and the Moro Islamic Liberation Front signed a peace accord.",
            ("Philippines", "Moro Islamic Liberation Front"),
        ),
        ("Egypt said on Monday that it had signed a treaty with Peru.", ("Egypt", "Peru")),
        (
            "The International Monetary Fund said it had reached an agreement with Egypt on Monday.",
            ("International Monetary Fund", "Egypt"),
        ),
        (
            "Greenland's government and the European Commission signed a pact on Friday.",
            ("Greenland", "European Commission"),
        ),
        (
            "LIMA - Representatives of the Peruvian government and Chile signed an agreement on Monday.",
            ("Peru", "Chile"),
        ),
        (
            "Lukashenko and Mnangagwa signed a treaty on Monday. Belarus and Zimbabwe also want a plant.",
            ("Belarus", "Zimbabwe"),
        ),
    ],
)
def test_all_who_take_part_are_parties(tell: Story, text: str, parties: tuple[str, ...]) -> None:
    """No body acts."""
    (item,) = tell(text).resolutions

    assert item.body is None
    assert set(item.parties) == set(parties)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Eni signed an agreement with Libya's National Oil Corporation on Monday.", "Libya"),
        ("Peru signed a nuclear pact with Russia's Rosatom on Monday.", "Russia"),
    ],
)
def test_the_home_of_a_company_is_no_party(tell: Story, text: str, parties: str) -> None:
    (item,) = tell(text).resolutions

    assert parties not in item.parties
    assert item.body is None


def test_a_ministry_signs_for_its_state(tell: Story) -> None:
    (item,) = tell("Chile signed an agreement with Peru's Ministry of Health on Monday.").resolutions

    assert item.parties == ("Chile", "Peru")


def test_companies_are_parties_and_no_body(tell: Story) -> None:
    (item,) = tell("Qatar Airways and Boeing signed an agreement in Doha on Monday.").resolutions

    assert item.body is None
    assert item.parties == ("Qatar Airways", "Boeing")


def test_a_body_is_no_party_to_what_is_signed_at_its_session(tell: Story) -> None:
    (item,) = tell(
        "Following the session of the Eurasian Intergovernmental Council in Bishkek, the heads of government "
        "of Armenia, Belarus, Kazakhstan, Kyrgyzstan and Russia signed an agreement on labels."
    ).resolutions

    assert item.body == "Eurasian Intergovernmental Council"
    assert item.parties == ("Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Russia")


def test_a_pact_between_two_states_is_of_no_body_that_the_report_names(tell: Story) -> None:
    (item,) = tell(
        "The Supreme Coordination Council met in Riyadh on Monday. They signed an agreement on investments "
        "between Egypt and Saudi Arabia."
    ).resolutions

    assert item.body is None
    assert item.parties == ("Egypt", "Saudi Arabia")


@pytest.mark.parametrize(
    "text",
    [
        "The Polish and Czech presidents refused to sign the declaration on Monday.",
        "Delegations from Peru and Chile left Lima on Monday without signing the communique.",
    ],
)
def test_who_refused_has_not_signed(tell: Story, text: str) -> None:
    assert tell(text).resolutions == []


def test_a_national_parliament_is_no_other_body(tell: Story) -> None:
    (item,) = tell(
        "Moldova's parliament has ratified a free trade agreement with the EFTA states."
    ).resolutions

    assert item.body is None
    assert item.parties == ("Moldova", "European Free Trade Association")


def test_capitals_that_signed_before_are_parties_to_what_is_ratified(tell: Story) -> None:
    (item,) = tell(
        "The Verkhovna Rada ratified on Monday the agreement, signed in April by Washington and Kyiv, on a "
        "fund. Ukraine and the United States will pay for it."
    ).resolutions

    assert item.parties == ("Ukraine", "United States")


@pytest.mark.parametrize("text", ["Peru and Chile entered into an agreement on rail on Monday."])
def test_who_enters_into_an_agreement_has_agreed_on_it(tell: Story, text: str) -> None:
    (item,) = tell(text).resolutions

    assert (item.action, item.parties) == ("agreed", ("Peru", "Chile"))


def test_two_presidents_adopt_a_statement_of_their_own(tell: Story) -> None:
    (item,) = tell(
        "President Ana Costa of Peru and President Eva Vela of Chile adopted a joint statement on Monday."
    ).resolutions

    assert (item.body, item.parties) == (None, ("Peru", "Chile"))
