"""Roles in bodies that the words beside the title do not name: the report does, elsewhere."""

from __future__ import annotations

import pytest

from support.entities import Read


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        (
            "The Verkhovna Rada passed the bill on Tuesday. Speaker Olena Koval thanked Poland.",
            "Olena Koval",
            ("Speaker", "Verkhovna Rada"),
        ),
        (
            "The Lok Sabha of India voted late. The Deputy Speaker, Arjun Mehta, closed the sitting.",
            "Arjun Mehta",
            ("Deputy Speaker", "Lok Sabha"),
        ),
        (
            "The UN Human Rights Council, whose President, Jan Novak (Czechia), spoke, will vote.",
            "Jan Novak",
            ("President", "United Nations Human Rights Council"),
        ),
        (
            "The U.N. Security Council met. Kofi Boateng (Ghana), the council president, read the text.",
            "Kofi Boateng",
            ("president", "United Nations Security Council"),
        ),
        (
            "The International Court of Justice ruled in May. Li Wei, director of that court, spoke.",
            "Li Wei",
            ("director", "International Court of Justice"),
        ),
        (
            "The Rijksmuseum opened early. Jan Novak, a senior scientist at the museum, was there.",
            "Jan Novak",
            ("senior scientist", "Rijksmuseum"),
        ),
        (
            "The Pacific Islands Forum met. Forum Secretary General Sione Vea spoke.",
            "Sione Vea",
            ("Secretary General", "Pacific Islands Forum"),
        ),
        (
            "The UN Security Council met. The United Nations mourns. Special Envoy Karl Weber spoke to it.",
            "Karl Weber",
            ("Special Envoy", "United Nations"),
        ),
        (
            "Norway came too. In the chair of the European Parliament was President Anna Rossi.",
            "Anna Rossi",
            ("President", "European Parliament"),
        ),
        (
            "The United Nations praised the work of the FAO. Maria Silva, the director-general, was glad.",
            "Maria Silva",
            ("director-general", "Food and Agriculture Organization"),
        ),
        (
            "The European Parliament voted. Ana Silva, rapporteur of Parliament, was glad.",
            "Ana Silva",
            ("rapporteur", "European Parliament"),
        ),
    ],
)
def test_whose_speaker_or_president(read: Read, text: str, person: str, role: tuple[str, str]) -> None:
    """The parliament or the council, not the country that is named beside it."""
    assert role in read(text).roles(person)


def test_a_titled_name_does_not_take_the_title_of_the_next(read: Read) -> None:
    """Each of a list has the title before the name."""
    found = read(
        "Secretary General Jan Novak of NATO, the President of the European Council, Eva Kral, and the "
        "President of the European Commission, Ana Vela, signed."
    )

    assert found.roles("Jan Novak") == [("Secretary General", "NATO")]
    assert found.roles("Eva Kral") == [("President", "European Council")]
    assert found.roles("Ana Vela") == [("President", "European Commission")]
