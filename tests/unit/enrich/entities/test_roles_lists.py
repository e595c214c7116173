"""Roles of several people under one title: each has the country that the list gives them."""

from __future__ import annotations

import pytest

from support.entities import Read


@pytest.mark.parametrize(
    ("text", "title", "countries"),
    [
        (
            "There sat the Presidents of Chad Abel Mbaye, of Niger Karim Sow and of Benin Paul Dossou.",
            "President",
            {"Abel Mbaye": "Chad", "Karim Sow": "Niger", "Paul Dossou": "Benin"},
        ),
        (
            "It was signed by the foreign ministers of Peru (Carla Moreno), Chile (Pedro Rojas) and Ecuador.",
            "foreign minister",
            {"Carla Moreno": "Peru", "Pedro Rojas": "Chile"},
        ),
        (
            "There were the ministers of Peru, Chile and Ecuador – Carla Moreno, Pedro Rojas and Ana Vela.",
            "minister",
            {"Carla Moreno": "Peru", "Pedro Rojas": "Chile", "Ana Vela": "Ecuador"},
        ),
        (
            (
                "Speaking were Prime Ministers Jan Novak of Czechia, Eva Kral of Slovakia, whose plane was "
                "late, and Karl Weber of Austria."
            ),
            "Prime Minister",
            {"Jan Novak": "Czechia", "Eva Kral": "Slovakia", "Karl Weber": "Austria"},
        ),
        (
            "The Peruvian and Chilean interior ministers, Carla Moreno and Pedro Rojas, shook hands.",
            "interior minister",
            {"Carla Moreno": "Peru", "Pedro Rojas": "Chile"},
        ),
        (
            (
                "Norway and Ghana on Friday signed a treaty. The trade ministers of the two countries, "
                "Kari Lund and Kofi Boateng, praised it."
            ),
            "trade minister",
            {"Kari Lund": "Norway", "Kofi Boateng": "Ghana"},
        ),
        (
            "Mr Jan Novak and Ms Eva Kral, Deputy Prime Ministers of Czechia, welcomed them.",
            "Deputy Prime Minister",
            {"Jan Novak": "Czechia", "Eva Kral": "Czechia"},
        ),
        (
            "Defence Minister Ivan Petrov met his Greek and Romanian colleagues, Radu Popa and Eva Pop.",
            "Defence Minister",
            {"Radu Popa": "Greece", "Eva Pop": "Romania"},
        ),
        (
            "The trade ministers, Ana Rojas for Peru and Eva Vela for Chile, signed.",
            "trade minister",
            {"Ana Rojas": "Peru", "Eva Vela": "Chile"},
        ),
        (
            "Ukraine met Poland. Foreign ministers Olena Koval for Kyiv and Jan Nowak for Poland signed.",
            "Foreign minister",
            {"Olena Koval": "Ukraine", "Jan Nowak": "Poland"},
        ),
        (
            "Peru's Ana Rojas and Chile's Eva Vela, the two ministers, signed.",
            "minister",
            {"Ana Rojas": "Peru", "Eva Vela": "Chile"},
        ),
        (
            "Ministers Ana Rojas and Eva Vela of Peru and Chile signed.",
            "Minister",
            {"Ana Rojas": "Peru", "Eva Vela": "Chile"},
        ),
        (
            "Peru and Chile signed on Monday. Trade ministers Ana Rojas and Eva Vela shook hands.",
            "Trade minister",
            {"Ana Rojas": "Peru", "Eva Vela": "Chile"},
        ),
        (
            "Reuters correspondents Ana Rojas in Lima and Eva Vela in Quito contributed.",
            "correspondent",
            {"Ana Rojas": "Reuters", "Eva Vela": "Reuters"},
        ),
        (
            "Premiers Ana Ruiz of Peru and Eva Vela of Cuba, Presidents Ivo Bauer of Iraq, Ali Hasan of Mali",
            "President",
            {"Ivo Bauer": "Iraq", "Ali Hasan": "Mali"},
        ),
        (
            "Judges Ana Ruiz, Eva Vela and Li Wei of the International Criminal Court dissented.",
            "Judge",
            {"Ana Ruiz": "International Criminal Court", "Eva Vela": "International Criminal Court"},
        ),
    ],
)
def test_a_plural_title_is_shared_out(read: Read, text: str, title: str, countries: dict[str, str]) -> None:
    """Whether the countries stand before the names, after them, or between them."""
    found = read(text)

    assert {person: found.roles(person) for person in countries} == {
        person: [(title, country)] for person, country in countries.items()
    }


@pytest.mark.parametrize(
    "text",
    [
        "Speakers on the report: Carla Moreno (Peru); Pedro Rojas (Chile).",
        "The heads of the two delegations, among them Carla Moreno of Peru, left.",
    ],
)
def test_who_speaks_or_leads_a_delegation_holds_no_office(read: Read, text: str) -> None:
    """Speakers in a debate are none of a parliament."""
    assert read(text).roles("Carla Moreno") == []


def test_a_counterpart_whose_office_is_told_has_no_other(read: Read) -> None:
    """The own title outdoes that of the person he is compared with."""
    found = read(
        "Trade Minister Kari Lund of Norway met her Ghanaian counterpart, Kofi Boateng, the finance minister."
    )

    assert found.roles("Kofi Boateng") == [("finance minister", "Ghana")]
