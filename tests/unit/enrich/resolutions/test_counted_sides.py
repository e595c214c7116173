"""Sides that are counted and others that join them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.stories import Story


def test_counted_countries_and_those_that_join(tell: Story) -> None:
    """The three are those of the sentence before; the one that joins them is a party as well."""
    item = tell(
        "LIMA, March 14 - Ministers of Peru, Chile and Bolivia met in Lima on Friday. In a joint communique, "
        "the three countries plus Brazil and Ecuador condemned the attack."
    ).resolutions[0]

    assert item.parties == ("Peru", "Chile", "Bolivia", "Brazil", "Ecuador")


def test_counted_capitals_are_those_of_the_list(tell: Story) -> None:
    """As many as signed are named one by one in another sentence."""
    item = tell(
        "LIMA, March 14 - The tuna agreement was signed on Friday as a ceremony linked four capitals.\n\n"
        "It brings together Peru, Chile, Bolivia and Ecuador. Brazil and Cuba stayed away."
    ).resolutions[0]

    assert item.parties == ("Peru", "Chile", "Bolivia", "Ecuador")


def test_signatures_that_a_document_bears(tell: Story) -> None:
    """The sides are named behind the signatures."""
    item = tell("The agreement on tuna bears the signatures of Peru, Chile and Ecuador.").resolutions[0]

    assert item.parties == ("Peru", "Chile", "Ecuador")


def test_ministers_from_other_states(tell: Story) -> None:
    """One signer is named with his office, the others by the countries that they came from."""
    item = tell(
        "Juan Rojas, the foreign minister of Peru, and ministers from Chile, Bolivia and Ecuador signed an "
        "agreement on tuna on Friday."
    ).resolutions[0]

    assert item.parties == ("Peru", "Chile", "Bolivia", "Ecuador")


def test_those_counted_are_the_parties_told_before(tell: Story) -> None:
    """Together with others that are named with them."""
    *_, item = tell(
        "The three countries, Peru, Chile and Bolivia, signed a treaty on tuna on Friday. Iran sent a note. "
        "Together with Brazil and Ecuador, the three issued a joint communique."
    ).resolutions

    assert item.body is None
    assert item.parties == ("Peru", "Chile", "Bolivia", "Brazil", "Ecuador")


def test_two_men_sign_for_their_states(tell: Story) -> None:
    """Whoever is two at a visit stands for the two sides."""
    (item,) = tell(
        "President Ana Cruz of Chile received President Otto Vela of Peru on Friday. In the palace, the two "
        "men signed a treaty on water."
    ).resolutions

    assert set(item.parties) == {"Chile", "Peru"}


def test_the_two_states_of_a_report_are_not_the_many_that_sign(tell: Story) -> None:
    """Of a crowd, only those are parties that are said to be."""
    (item,) = tell(
        "Eighty states signed a treaty on seas on Friday, but the United States walked away. Japan waits."
    ).resolutions

    assert item.parties == ()


def test_states_before_the_verb_make_the_joint_statement(tell: Story) -> None:
    """Not who read it out."""
    (item,) = tell(
        "In a joint statement read out by Ana Cruz, Chile's foreign minister, Chile, Peru and Cuba said that "
        "they were leaving the pact."
    ).resolutions

    assert item.parties == ("Chile", "Peru", "Cuba")


def test_where_a_company_is_from_is_no_party(tell: Story) -> None:
    """The companies sign, and not their states."""
    (item,) = tell(
        "Turkish drone maker Baykar and Indonesia's Republikorp signed an agreement on Friday."
    ).resolutions

    assert set(item.parties).isdisjoint({"Turkey", "Indonesia"})
