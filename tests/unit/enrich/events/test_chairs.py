"""Who presided over a meeting, in whatever words."""

from __future__ import annotations

import pytest

from support.stories import Story

_MEETING = (
    "DODOMA, March 14 (Wire) - The Council of the East African Community (EAC) met in Dodoma on Friday and "
    "approved a budget. "
)


@pytest.mark.parametrize(
    "told",
    [
        "In the chair was Tanzanian Finance Minister Mwigulu Nchemba.",
        "Tanzanian Finance Minister Mwigulu Nchemba, who ran the session, thanked his colleagues.",
        "Tanzanian Finance Minister Mwigulu Nchemba had taken over the gavel from Kenya in the morning.",
        "Under the gavel of Tanzanian Finance Minister Mwigulu Nchemba, the work ended an hour early.",
        "It sat under the chairpersonship of Tanzanian Finance Minister Mwigulu Nchemba.",
        "Tanzanian Finance Minister Mwigulu Nchemba ruled from the chair that nothing was left to say.",
        "From the chair, Tanzanian Finance Minister Mwigulu Nchemba ruled that nothing was left to say.",
        "Tanzanian Finance Minister Mwigulu Nchemba was the first to speak, as chairman.",
        "Tanzanian Finance Minister Mwigulu Nchemba, who holds the presidency of the bloc, read the text.",
        "Tanzanian Finance Minister Mwigulu Nchemba, in charge of the yearly conference, read the text.",
    ],
)
def test_the_chair(tell: Story, told: str) -> None:
    """Is the person of whom the words of presiding are said."""
    (event,) = tell(_MEETING + told).events

    assert event.chair == "Mwigulu Nchemba"


def test_two_who_co_chair(tell: Story) -> None:
    """Without names there is no chair."""
    (event,) = tell(
        _MEETING + "The two ministers co-chaired it, a day after a speech by William Ruto in Nairobi."
    ).events

    assert event.chair is None


@pytest.mark.parametrize("office", ["Speaker", "Deputy Speaker"])
def test_the_speaker_of_a_parliament(tell: Story, office: str) -> None:
    """Presides over its sittings, without a word for it."""
    (event,) = tell(
        "LUSAKA, March 14 (Wire) - The National Assembly of Zambia adopted a law on forests on Friday. "
        f"{office} Nelly Mutti of the National Assembly read out the figures."
    ).events

    assert event.chair == "Nelly Mutti"


def test_a_speaker_of_no_named_house(tell: Story) -> None:
    """Is that of the parliament that sat."""
    (event,) = tell(
        "LUSAKA, March 14 (Wire) - The National Assembly of Zambia adopted a law on forests on Friday. "
        "Nelly Mutti, the Speaker, had two members led out."
    ).events

    assert event.chair == "Nelly Mutti"


def test_each_chamber_has_its_speaker(tell: Story) -> None:
    """Also the one whose vote is told second."""
    events = tell(
        "NEW DELHI, March 14 (Wire) - The Rajya Sabha adopted a law on forests on Friday, with its Chairman, "
        "Jagdeep Dhankhar, presiding. Speaker Om Birla of the Lok Sabha smiled: the Lok Sabha had passed the "
        "bill on Thursday."
    ).events

    assert [event.chair for event in events] == ["Jagdeep Dhankhar", "Om Birla"]
