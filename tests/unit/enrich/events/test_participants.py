"""Who was at a meeting, in whatever words."""

from __future__ import annotations

import pytest

from support.stories import Story

_MEETING = (
    "SUVA, March 14 (Wire) - The Pacific Islands Forum (PIF) held its annual summit in Suva on Friday. "
)


@pytest.mark.parametrize(
    "told",
    [
        '"We have waited long enough," snapped Samoan Prime Minister Peni Tuilagi.',
        "Samoan Prime Minister Peni Tuilagi retorted that the sea would not wait.",
        "The declaration bears the signature of Samoan Prime Minister Peni Tuilagi.",
        "Samoan Prime Minister Peni Tuilagi had addressed the opening session.",
        "The leaders heard a briefing by Samoan Prime Minister Peni Tuilagi.",
        "Samoan Prime Minister Peni Tuilagi dozed through the afternoon.",
        "Samoan Prime Minister Peni Tuilagi, who came late, left without a word.",
        "The guests sat in rows. They included Samoan Prime Minister Peni Tuilagi.",
        "With Samoan Prime Minister Peni Tuilagi looking on, the ministers cut a cake.",
        "The message was read out by Samoan Prime Minister Peni Tuilagi.",
        "At the summit, Samoan Prime Minister Peni Tuilagi and the others ate fish.",
        "One leader came in person: Samoan Prime Minister Peni Tuilagi.",
        "It was signed at the hall on the beach by Samoan Prime Minister Peni Tuilagi.",
        "The papers were exchanged in the presence of Samoan Prime Minister Peni Tuilagi.",
        "Statements were made by the host and by Samoan Prime Minister Peni Tuilagi.",
        "Speakers on the climate: Samoan Prime Minister Peni Tuilagi.",
        "The host handed the gavel to Samoan Prime Minister Peni Tuilagi.",
        "Samoa had sent its Prime Minister, Peni Tuilagi.",
        "The host welcomed Samoan Prime Minister Peni Tuilagi.",
        "One leader turned up late: Samoan Prime Minister Peni Tuilagi.",
        "The treaty carries the signature of Samoan Prime Minister Peni Tuilagi.",
        "It was the last summit for Samoan Prime Minister Peni Tuilagi.",
        "The sea will not wait, commented Samoan Prime Minister Peni Tuilagi.",
    ],
)
def test_who_was_there(tell: Story, told: str) -> None:
    """By speaking, by signing, by being listed."""
    (event,) = tell(_MEETING + told).events

    assert event.participants == ("Peni Tuilagi",)


def test_a_name_behind_an_office(tell: Story) -> None:
    """Is the subject that the office is, whatever stands between them."""
    (event,) = tell(
        _MEETING
        + "Samoa's ambassador to the United Nations, Robert Tuilagi, retorted that the sea would not wait."
    ).events

    assert event.participants == ("Robert Tuilagi",)


def test_all_of_a_list_with_their_countries(tell: Story) -> None:
    """Each is a subject, as the first is."""
    event, *_ = tell(
        _MEETING
        + "Prime Ministers James Marape of Papua New Guinea, Manasseh Sogavare of Solomon Islands and "
        "Sitiveni Rabuka of Fiji frowned."
    ).events

    assert event.participants == ("James Marape", "Manasseh Sogavare", "Sitiveni Rabuka")


def test_an_analyst_was_not_there(tell: Story) -> None:
    """Whoever comments from outside took no part."""
    (event,) = tell(
        _MEETING + '"It is a thin text," said Jonathan Pryke, an analyst of the region in Sydney.'
    ).events

    assert event.participants == ()


@pytest.mark.parametrize(
    "told",
    [
        "Outside the hall, students sang. Samoan opposition leader Peni Tuilagi waved at them.",
        "Samoan opposition leader Peni Tuilagi told a rally in the park that it was a thin text.",
        "Samoan opposition leader Peni Tuilagi told the Pacnews news agency that it was a thin text.",
        "In a letter, Samoan opposition leader Peni Tuilagi called it a thin text.",
        "Samoan opposition leader Peni Tuilagi called it a thin text on Twitter.",
        "It was the third since Samoan Prime Minister Peni Tuilagi proposed a fund.",
        "The Forum will hold a debate on tuna on Monday, with Samoan minister Peni Tuilagi presiding.",
        "Samoan reporter Peni Tuilagi contributed to this report.",
        "Samoa was represented by its ambassador rather than by Prime Minister Peni Tuilagi.",
        "The chair of Samoan Prime Minister Peni Tuilagi remained empty.",
        "Samoan Prime Minister Peni Tuilagi, speaking in Apia, called it a start.",
        "Such a fund had been wanted since 1975, when Prime Minister Peni Tuilagi asked for one.",
    ],
)
def test_who_spoke_elsewhere_or_at_another_time(tell: Story, told: str) -> None:
    """Neither words from outside nor those of another day are heard in the room."""
    event, *_ = tell(_MEETING + told).events

    assert event.participants == ()


_SITTING = "TALLINN, March 14 (Wire) - The Riigikogu adopted a law on forests on Friday by 60 votes to 20. "


@pytest.mark.parametrize(
    ("told", "there"),
    [
        ("Estonian Prime Minister Kristen Michal spoke of a good day.", True),
        ("Estonian President Alar Karis spoke of a good day.", False),
        ("Estonian President Alar Karis told the chamber that it was a good day.", True),
        ("Latvian Foreign Minister Baiba Braze spoke of a good day.", False),
        ("Josep Borrell, foreign policy chief of the European Union, spoke of a good day.", False),
        ("Estonian Environment Minister Yoko Alender told reporters that it was a good day.", False),
    ],
)
def test_who_has_a_place_in_a_chamber(tell: Story, told: str, *, there: bool) -> None:
    """Heads of state, foreigners and whoever speaks to the press only react to what a parliament did."""
    (event,) = tell(_SITTING + told).events

    assert bool(event.participants) == there


@pytest.mark.parametrize(
    ("told", "there"),
    [
        ("Secretary-General Antonio Guterres of the United Nations welcomed the text.", False),
        (
            "Secretary-General Antonio Guterres of the United Nations told the Council that time was short.",
            True,
        ),
    ],
)
def test_officials_and_the_security_council(tell: Story, told: str, *, there: bool) -> None:
    """They speak there when they brief it."""
    (event,) = tell(
        "NEW YORK, March 14 (Wire) - The Security Council adopted a resolution on Libya on Friday. " + told
    ).events

    assert bool(event.participants) == there


def test_the_chair_and_the_guests_of_another_meeting(tell: Story) -> None:
    """Each body has its own."""
    first, second = tell(
        "ACCRA, March 14 (Wire) - The Economic Community of West African States adopted sanctions on Mali on "
        "Friday. President John Mahama of Ghana presided. Hours before, the African Union, whose "
        "meeting in the same city was led by Moussa Faki Mahamat, had adopted a plan on loans."
    ).events

    assert (first.chair, first.participants) == ("John Mahama", ("John Mahama",))
    assert (second.chair, second.participants) == ("Moussa Faki Mahamat", ("Moussa Faki Mahamat",))
