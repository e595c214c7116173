"""Regions, waters and seats, and what only looks like a place or a country."""

from __future__ import annotations

import pytest

from support.entities import Read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Drones struck the Poltava region overnight.", "Poltava region"),
        ("Engineers opened the Rogun dam on Monday.", "Rogun dam"),
        ("Talks went on at the Kremlin.", "Kremlin"),
        ("They met at the Planalto Palace.", "Planalto Palace"),
        ("Ships passed the Bab el-Mandeb Strait.", "Bab al-Mandab Strait"),
        ("Croatia joined the Schengen area.", "Schengen Area"),
        ("Villages in Transnistria were cut off.", "Transnistria"),
    ],
)
def test_regions_works_and_seats_are_places(read: Read, text: str, place: str) -> None:
    """The common noun belongs to the name where it makes it another place."""
    assert place in read(text).names("place")


@pytest.mark.parametrize(
    "text", ["Caribbean leaders met in Lima.", "The Asia-Pacific ministers met.", "Baltic farmers protested."]
)
def test_a_region_before_a_noun_is_an_adjective(read: Read, text: str) -> None:
    """And no place of its own."""
    assert not {"Caribbean", "Asia-Pacific", "Baltic Sea"} & set(read(text).names("place"))


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Envoys of North Macedonia came.", ["North Macedonia"]),
        ("Envoys of the United States of America came.", ["United States of America", "United States"]),
        ("Brunei Darussalam was chair.", ["Brunei Darussalam", "Brunei"]),
        ("The Republic of Azerbaijan was chair.", ["Republic of Azerbaijan", "Azerbaijan"]),
    ],
)
def test_the_short_form_within_a_long_form_is_a_mention(read: Read, text: str, mentions: list[str]) -> None:
    """But not a word of the short form itself."""
    found = read(text)

    assert sorted(found.mentions(found.names("country")[0])) == sorted(mentions)


def test_dollars_are_no_country(read: Read) -> None:
    """US$3 million."""
    assert not read("The loan is worth US$3 million.").names("country")
