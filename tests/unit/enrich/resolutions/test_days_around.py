"""Days and places told around an act: in the sentence before, in the clause above, by the dateline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The Arab League met. On Wednesday the envoys adopted by acclamation a charter.", "2025-03-12"),
        (
            (
                "In Lima the talks had begun on Wednesday, when the ministers of Peru and Chile signed "
                "a charter."
            ),
            "2025-03-12",
        ),
        (
            (
                "What came out in the small hours of Friday was a declaration of the Arab League, "
                "adopted with a plan."
            ),
            "2025-03-14",
        ),
        (
            (
                "On Wednesday the presidents of Peru and Chile watched the twelve documents that "
                "ministers signed."
            ),
            "2025-03-12",
        ),
        (
            (
                "LIMA, March 14 - The Arab League met.\n\nThe others had had their hour on Thursday. The "
                "Lima Declaration was adopted by 12 votes to three."
            ),
            "2025-03-13",
        ),
        (
            (
                "LIMA - The Arab League met from 11 to 14 March.\n\nTwo resolutions were adopted on the "
                "last morning."
            ),
            "2025-03-14",
        ),
        (
            (
                "LIMA - Chile's president left on Friday.\n\nTwelve agreements were signed by Peru and "
                "Chile during the two days."
            ),
            "2025-03",
        ),
        ("Earlier in the week the Arab League adopted a charter.", "2025-03"),
        ("The European Commission intends to adopt its decision on Japan this autumn.", "2025"),
        ("The treaty is due to be signed by Peru and Chile in the second half of the year.", "2025"),
        (
            "The Arab League will meet in Cusco on 5 and 6 May. A charter is to be adopted at its close.",
            "2025-05",
        ),
        (
            (
                "Oman has announced its king for the working session on Monday. A plan of the Arab League is "
                "to be adopted at its end."
            ),
            "2025-03-17",
        ),
        ("A declaration released by Peru and Chile on Thursday bears the title “Sea of Calm”.", "2025-03-13"),
        (
            (
                "LIMA - The Arab League met here on Wednesday. On Thursday it sat for a last time, until "
                "midnight. A charter was adopted by 19 votes to one."
            ),
            "2025-03-13",
        ),
        (
            (
                "The summit of the Arab League will be held in Cusco from 5 to 7 May. On the opening day, "
                "ministers are expected to approve a charter."
            ),
            "2025-05-05",
        ),
        (
            (
                "The summit of the Arab League will be held in Cusco from 5 to 7 May. A charter on ports "
                "will be submitted for adoption."
            ),
            "2025-05",
        ),
        (
            (
                "LIMA, March 14 - At its session from 11 to 13 March, the Arab League met. A charter was "
                "adopted on the final day. On the same day the League adopted a plan."
            ),
            "2025-03-13",
        ),
        (
            "The plan runs out in 2026, and its successor is a plan that the Arab League is to adopt.",
            None,
        ),
    ],
)
def test_day(tell: Story, text: str, day: str | None) -> None:
    """Of the act that is told last."""
    assert tell(text).resolutions[-1].date == day


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            (
                "LIMA - The next summit of the Arab League will be held in the Russian city of Kazan "
                "in October. At that meeting the leaders also intend to approve a list of partners."
            ),
            "Kazan",
        ),
        (
            "LIMA - A report is to be put before the next summit of the Arab League in Russia in October.",
            None,
        ),
        (
            (
                "NAIROBI - The next summit of the Arab League will be held in Kenya in October. A "
                "charter is to be adopted there."
            ),
            "Nairobi",
        ),
        ("The Arab League will meet in Cusco on 5 May. A charter is to be adopted there.", "Cusco"),
        (
            (
                "LIMA - The opening took place in Cusco, where ministers of the Arab League adopted a "
                "charter on Thursday."
            ),
            "Cusco",
        ),
        (
            (
                "The summit of the Arab League will be held in Cusco from 5 to 7 May. A charter on ports "
                "will be submitted for adoption."
            ),
            "Cusco",
        ),
        (
            "The Arab League adopted sanctions on Mali on Thursday. Troops had killed people in Timbuktu.",
            None,
        ),
        (
            "The Arab League adopted sanctions on Mali on Thursday. The meeting was held in Tunis.",
            "Tunis",
        ),
    ],
)
def test_place(tell: Story, text: str, place: str | None) -> None:
    """A city, and not the country of which only the country is told."""
    assert tell(text).resolutions[-1].place == place


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("OSLO (own report/NTB). ", "Oslo"),
        ("CUSCO, Peru. ", "Cusco"),
        ("Sharm el-Sheikh, 14 March – ", "Sharm el-Sheikh"),
        ("Members of the 27 – all of them – were there. ", None),
    ],
)
def test_datelines(tell: Story, dateline: str, place: str | None) -> None:
    """With an agency or a country but no dash, and with small words in the name of the city."""
    text = f"{dateline}The Arab League adopted a charter on Thursday, the first of its kind for many years."

    assert tell(text).resolutions[0].place == place
