"""Places: cities with their country, regions, buildings."""

from __future__ import annotations

from support.entities import Read


def test_a_city_has_its_country_and_its_id(read: Read) -> None:
    """A dateline in capitals is a mention of it."""
    found = read("ASTANA — Ministers met. They left Astana on Friday.")

    assert found.mentions("Astana") == ["ASTANA", "Astana"]
    assert (found.entity("Astana").wikidata, found.entity("Astana").country) == ("Q1520", "KZ")


def test_a_capital_for_a_government_is_a_place(read: Read) -> None:
    """Moscow is a place also where it speaks."""
    assert read("Moscow has rejected the offer.").names("place") == ["Moscow"]


def test_a_numbered_conference_is_an_event(read: Read) -> None:
    """COP29 is a name, the eleventh summit is none."""
    assert read("At COP29 they spoke of the eleventh summit.").names("event") == ["COP29"]
