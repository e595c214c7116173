"""Who signs for itself, and which states signed at the session of a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story

LEADERS = (
    "The summit of the African Union was attended by President Ada Obi of Ghana, King Letsie Moi of Lesotho, "
    "Prime Minister Jan Botha of Namibia and President Aly Diop of Senegal. "
)


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("The European Union signed a trade agreement with Kenya on Monday.", ("European Union", "Kenya")),
        (
            "The Inter-American Development Bank and Peru signed two loan agreements.",
            ("Inter-American Development Bank", "Peru"),
        ),
        (
            "The Arab League concluded two agreements: with Chile, on museums, and with Nepal, on temples.",
            ("Arab League", "Chile", "Nepal"),
        ),
    ],
)
def test_organizations_that_sign_with_others_are_parties(
    tell: Story, sentence: str, parties: tuple[str, ...]
) -> None:
    """No body decides where two sides sign."""
    for item in tell(sentence).resolutions:
        assert item.body is None
        assert set(item.parties) == set(parties)


def test_each_document_has_its_own_other_side(tell: Story) -> None:
    """As in "a pact with Kenya and a treaty with Ghana"."""
    pact, treaty = tell(
        "The European Union signed a trade agreement with Kenya and a transit agreement with Ghana."
    ).resolutions

    assert pact.parties == ("European Union", "Kenya")
    assert treaty.parties == ("European Union", "Ghana")


def test_leaders_who_came_sign_for_their_states(tell: Story) -> None:
    """At the session of a body, which is named too."""
    (item,) = tell(LEADERS + "The heads of state signed the Accra Protocol.").resolutions

    assert item.parties == ("Ghana", "Lesotho", "Namibia", "Senegal")


def test_what_a_body_issues_has_no_parties(tell: Story) -> None:
    """Whoever came to its session."""
    (item,) = tell(LEADERS + "The leaders of the African Union issued a statement on Sudan.").resolutions

    assert item.body == "African Union"
    assert item.parties == ()


def test_ministers_sign_for_the_two_sides_of_a_visit(tell: Story) -> None:
    """Whatever council met on the same day."""
    (item,) = tell(
        "President Ana Costa of Chile paid a visit to Peru on Friday. The ministers of both countries signed "
        "four memoranda on mining."
    ).resolutions

    assert (item.body, item.parties) == (None, ("Chile", "Peru"))


def test_a_treaty_spoken_of_before_keeps_its_parties(tell: Story) -> None:
    """Where another parliament is to ratify it."""
    done, planned = tell(
        "The National Assembly of Bulgaria ratified on Friday the border treaty between Bulgaria and Serbia. "
        "In Belgrade, the Serbian parliament is to ratify the document next week."
    ).resolutions

    assert set(done.parties) == set(planned.parties) == {"Bulgaria", "Serbia"}


def test_of_many_leaders_who_are_named_not_all_sign(tell: Story) -> None:
    """Where no list tells who did, and they are named here and there."""
    (item,) = tell(
        "The summit of the African Union was opened by President Ada Obi of Ghana. The leaders signed the "
        "Accra Protocol.\n\nKing Letsie Moi of Lesotho spoke of rain.\n\nPrime Minister Jan Botha of Namibia "
        "and President Aly Diop of Senegal were late."
    ).resolutions

    assert item.parties == ()


def test_an_organization_and_states_in_one_statement(tell: Story) -> None:
    """All of them made it."""
    (item,) = tell("The Nordic Council, Latvia and Estonia issued a joint statement on Belarus.").resolutions

    assert set(item.parties) == {"Nordic Council", "Latvia", "Estonia"}
