"""Countries by name, long form, people and acronym."""

from __future__ import annotations

from support.entities import Read


def test_long_form_short_form_and_people_are_one_country(read: Read) -> None:
    """The short form counts also where it stands within the long form."""
    found = read("The Republic of Azerbaijan agreed. Azerbaijani officials were pleased.")

    assert found.mentions("Azerbaijan") == ["Republic of Azerbaijan", "Azerbaijan", "Azerbaijani"]
    assert (found.entity("Azerbaijan").wikidata, found.entity("Azerbaijan").country) == ("Q227", "AZ")


def test_the_state_in_an_office_is_no_country(read: Read) -> None:
    """Heads of State, and secretaries of it; the State of Qatar is one."""
    found = read(
        "The Secretary of State of the United States of America met the Heads of State of Kazakhstan and of "
        "the State of Qatar."
    )

    assert found.mentions("United States") == ["United States", "United States of America"]
    assert found.mentions("Kazakhstan") == ["Kazakhstan"]
    assert found.mentions("Qatar") == ["State of Qatar", "Qatar"]


def test_the_two_koreas_are_two(read: Read) -> None:
    """Republic of Korea and Democratic People's Republic of Korea are not the same."""
    found = read("The Republic of Korea and the Democratic People’s Republic of Korea (DPRK) did not speak.")

    assert found.names("country") == ["North Korea", "South Korea"]
    assert "DPRK" in found.mentions("North Korea")


def test_a_long_form_with_another_short_form_is_known(read: Read) -> None:
    """The table knows Vietnam; the text may write Viet Nam."""
    assert read("The Socialist Republic of Viet Nam signed.").names("country") == ["Vietnam"]


def test_a_territory_is_a_place(read: Read) -> None:
    """Greenland is no country."""
    found = read("The dish stands in Greenland.")

    assert found.names("country") == []
    assert found.entity("Greenland").wikidata == "Q223"


def test_a_dateline_of_luxembourg_is_the_city(read: Read) -> None:
    """The country is meant elsewhere."""
    assert read("Luxembourg, 24 June 2024\n\nMinisters met.").names("place") == ["Luxembourg"]
    assert read("The text came from Luxembourg.").names("country") == ["Luxembourg"]
