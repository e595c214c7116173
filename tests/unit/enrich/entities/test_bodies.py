"""Organizations: known bodies, organs, ministries, acronyms."""

from __future__ import annotations

import pytest

from support.entities import Read


def test_name_and_acronym_are_one_body(read: Read) -> None:
    """A body of the table has its canonical name, its id, and both mentions."""
    found = read("The Shanghai Cooperation Organization (SCO) met. The SCO was founded in 2001.")

    name = "Shanghai Cooperation Organisation"
    assert found.mentions(name) == ["Shanghai Cooperation Organization", "SCO"]
    assert found.entity(name).wikidata == "Q485207"


def test_an_acronym_of_the_text_is_the_body_that_it_stands_for(read: Read) -> None:
    """Wherever the report uses it."""
    found = read("The Altai Water Commission (AWC) met in Almaty on Monday. Officials of the AWC spoke.")

    assert found.mentions("Altai Water Commission") == ["Altai Water Commission", "AWC"]


def test_the_acronym_of_the_union_is_not_that_of_its_council(read: Read) -> None:
    """The bracket follows the council and means the union."""
    found = read("The Council of the European Union (EU) adopted sanctions.")

    assert found.mentions("European Union") == ["EU"]
    assert found.mentions("Council of the European Union") == ["Council of the European Union"]


def test_an_organ_belongs_to_its_organization(read: Read) -> None:
    """The Council of Foreign Ministers of whom the text says."""
    found = read("The Council of Foreign Ministers of the Shanghai Cooperation Organization met in Astana.")

    assert "SCO Council of Foreign Ministers" in found.names("organization")
    assert found.entity("SCO Council of Foreign Ministers").parent == "Shanghai Cooperation Organisation"


def test_an_organ_that_meets_in_a_country_is_not_one_of_that_country(read: Read) -> None:
    """The capital of the Kazakhs is where the council met."""
    found = read(
        "Premiers of the Shanghai Cooperation Organization held a meeting of their Council of Heads of "
        "Government in the Kazakh capital."
    )

    assert "SCO Council of Heads of Government" in found.names("organization")


def test_a_ministry_belongs_to_a_country(read: Read) -> None:
    """Named with it, or in the clause that names its capital."""
    named = read("The Ministry of Foreign Affairs of Uzbekistan confirmed it.")
    assert named.names("organization") == ["Ministry of Foreign Affairs of Uzbekistan"]

    implied = read("Japan protested. In Beijing, Foreign Ministry spokesman Wang Wenbin disagreed.")
    assert implied.names("organization") == ["Ministry of Foreign Affairs of China"]


def test_generic_short_forms_are_no_names(read: Read) -> None:
    """The Council, the Assembly and Parliament are nobody's name."""
    assert read("The Council met. The Assembly voted. Parliament agreed.").names("organization") == []


def test_abbreviations_of_ordinary_words_are_no_bodies(read: Read) -> None:
    """LNG is a gas."""
    assert read("Shipments of liquefied natural gas (LNG) fell. LNG is dear.").names("organization") == []


def test_an_organ_without_an_entry_is_named_after_its_organization(read: Read) -> None:
    """By the acronym, as it is usually called."""
    found = read("The Indian Ocean Rim Association met. The Council of Ministers approved the budget.")

    assert "IORA Council of Ministers" in found.names("organization")
    assert found.entity("IORA Council of Ministers").parent == "Indian Ocean Rim Association"


def test_an_organ_with_a_name_of_its_own_is_named_after_nobody(read: Read) -> None:
    """The Global Weaving Congress says what it is."""
    found = read("The African Union sent envoys. The Global Weaving Congress met in Lima on Monday.")

    assert "Global Weaving Congress" in found.names("organization")


def test_an_organ_belongs_to_the_organization_that_is_known_to_have_it(read: Read) -> None:
    """A Board of Governors to the agency, not to the union named beside it."""
    found = read(
        "The European Union and the IAEA spoke. The European Union and the Board of Governors agreed."
    )

    assert "IAEA Board of Governors" in found.names("organization")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Conference of the Parties to the Quito Convention on Rare Birds met on Monday.",
            "Conference of the Parties to the Quito Convention on Rare Birds",
        ),
        (
            "Envoys spoke of the Quito Convention. The Conference of the Parties opened in Lima on Monday.",
            "Conference of the Parties to the Quito Convention",
        ),
        (
            "The Meeting of the Parties to the Suva Protocol on Thursday approved the budget.",
            "Meeting of the Parties to the Suva Protocol",
        ),
    ],
)
def test_the_parties_to_a_treaty_in_conference_are_a_body(read: Read, text: str, name: str) -> None:
    """Named after the treaty, also where it was told before."""
    assert name in read(text).names("organization")


def test_a_session_in_brackets_is_no_name_of_the_conference(read: Read) -> None:
    """COP10 is the tenth session."""
    found = read("The Conference of the Parties to the Quito Convention (COP10) met in Lima on Monday.")

    assert found.names("event") == ["COP10"]


def test_the_general_assembly_of_another_body_is_not_that_of_the_united_nations(read: Read) -> None:
    """Also where the body is only described."""
    found = read(
        "Interpol has a new member. The General Assembly of the police body voted in Lyon on Monday."
    )

    assert "United Nations General Assembly" not in found.names("organization")
