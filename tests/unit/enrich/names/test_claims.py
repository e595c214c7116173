"""The tables and the layout of the text against what a model marked."""

from __future__ import annotations

import pytest

from newsroom_enrich.annotations import Name
from newsroom_enrich.components.names import find_names


def settle(text: str, **marked: str) -> dict[str, str]:
    """Names with labels after all claims; `marked` gives the label of strings (underscores for spaces)."""
    names = []
    for surface, label in marked.items():
        string = surface.replace("_", " ")
        names.append(Name(text.index(string), text.index(string) + len(string), label))
    return {text[name.start : name.end]: name.label for name in find_names(text, names)}


def test_a_dateline_is_a_city() -> None:
    """Capitals before a dash are no person and no organization."""
    assert settle("TALDYQORGHAN — Farmers met.", TALDYQORGHAN="PERSON") == {"TALDYQORGHAN": "GPE"}


def test_press_release_is_no_city() -> None:
    """A heading in capitals is no dateline."""
    assert "PRESS RELEASE" not in settle("PRESS RELEASE – Today the board met.")


def test_a_country_glued_to_a_person_is_parted() -> None:
    """Iran Mahdi Safari are two names."""
    text = "Deputy Foreign Minister of Iran Mahdi Safari, spoke."

    assert settle(text, Iran_Mahdi_Safari="PERSON") == {"Iran": "GPE", "Mahdi Safari": "PERSON"}


def test_a_person_missed_after_title_and_country_is_found() -> None:
    """The title leaves no doubt."""
    text = "the Minister of Trade of Nepal Damodar Bhandari, and others"

    assert settle(text)["Damodar Bhandari"] == "PERSON"


def test_michael_jordan_is_no_country() -> None:
    """Where the model sees a person, a country that is a surname too stays one."""
    assert settle("Michael Jordan played.", Michael_Jordan="PERSON") == {"Michael Jordan": "PERSON"}


def test_a_country_within_a_longer_name_is_no_name() -> None:
    """The Bank of Mongolia is one name, LG Electronics of South Korea are two."""
    assert settle("the Bank of Mongolia said", Bank_of_Mongolia="ORG") == {"Bank of Mongolia": "ORG"}
    text = "LG Electronics of South Korea said"
    assert settle(text, LG_Electronics_of_South_Korea="ORG") == {
        "LG Electronics": "ORG",
        "South Korea": "GPE",
    }


def test_an_organ_and_its_organization_are_two_names() -> None:
    """But the Council of Europe is one."""
    text = "the Board of Governors of the International Atomic Energy Agency met"
    assert set(settle(text)) == {"Board of Governors", "International Atomic Energy Agency"}
    assert set(settle("the Council of Europe met")) == {"Council of Europe"}


def test_an_organ_is_known_by_its_own_name_where_its_organization_is_named() -> None:
    """The General Conference is one of UNESCO in a report on UNESCO, and nothing in another."""
    assert "General Conference" in settle("UNESCO met. The General Conference voted.")
    assert "General Conference" not in settle("The General Conference voted.")


def test_regions_are_not_the_countries_in_them() -> None:
    """Latin Americans are no Americans, the South China Sea is not China."""
    assert settle("Latin American leaders sailed the South China Sea.") == {"South China Sea": "LOC"}


def test_acronyms_in_a_line_of_capitals_are_words() -> None:
    """WHO is an organization in a sentence and a word in a heading."""
    assert settle("The WHO said so.") == {"WHO": "ORG"}
    assert settle("WHO IS WHO IN THE CABINET") == {}


def test_an_ambiguous_acronym_is_left_alone() -> None:
    """ACT may be anything."""
    assert settle("The ACT leader spoke.", ACT="ORG") == {"ACT": "ORG"}


def test_a_surname_in_the_possessive_is_a_person() -> None:
    """A string means one thing in one report."""
    text = "Viktor Halmos spoke. Halmos's view prevailed."
    names = [Name(0, 13, "PERSON"), Name(21, 27, "GPE")]

    assert [name.label for name in find_names(text, names)] == ["PERSON", "PERSON"]


def test_an_acronym_has_the_kind_of_what_it_stands_for() -> None:
    """A telescope with an acronym that acts is an organization; a treaty's acronym is a document."""
    text = "The Linked Dish Array (LDA) Collaboration and the Clean Rivers Agreement (CRA) met."
    found = settle(text, Linked_Dish_Array="EVENT", LDA="ORG", Clean_Rivers_Agreement="LAW", CRA="ORG")

    assert (found["Linked Dish Array"], found["LDA"]) == ("ORG", "ORG")
    assert (found["Clean Rivers Agreement"], found["CRA"]) == ("LAW", "LAW")


def test_a_person_glued_to_a_long_form_is_parted() -> None:
    """Whatever the model takes the two for."""
    text = "Foreign Minister of the Kyrgyz Republic Jeenbek Kulubaev, came."
    found = settle(text, Kyrgyz_Republic_Jeenbek_Kulubaev="ORG")

    assert found == {"Kyrgyz Republic": "GPE", "Jeenbek Kulubaev": "PERSON"}


@pytest.mark.parametrize(
    ("text", "marked", "person"),
    [
        ("Austria's Chancellor Karl Stöger welcomed them.", [("Austria", "GPE")], "Karl Stöger"),
        ("Jordan's King Abdullah II rejected it.", [("Jordan", "GPE")], "Abdullah II"),
        ("It moves on from Ian Borg, Malta's deputy prime minister.", [("Ian Borg", "GPE")], "Ian Borg"),
    ],
)
def test_a_title_makes_a_person(text: str, marked: list[tuple[str, str]], person: str) -> None:
    """Where the model saw nothing, or a place."""
    names = [
        Name(text.index(surface), text.index(surface) + len(surface), label) for surface, label in marked
    ]

    found = find_names(text, names)

    assert person in [text[name.start : name.end] for name in found if name.label == "PERSON"]


@pytest.mark.parametrize(
    "text",
    [
        "The President General Assembly Hall was closed.",
        "Foreign Minister Council Meeting on Friday.",
        "They went to the Kurdistan Region, whose president received them.",
    ],
)
def test_capitals_after_a_title_are_not_always_a_person(text: str) -> None:
    """An office, a meeting or a region is none."""
    marked = [Name(text.index("Kurdistan"), text.index(","), "GPE")] if "Kurdistan" in text else []

    assert [name for name in find_names(text, marked) if name.label == "PERSON"] == []


def test_a_region_is_a_place_unless_it_qualifies_a_noun() -> None:
    """Whatever else has the name."""
    assert settle("states that share the Amazon signed it", Amazon="ORG") == {"Amazon": "LOC"}
    assert settle("in this Adriatic resort, he said", Adriatic="LOC") == {}


def test_a_group_is_no_part_of_the_name_of_a_person() -> None:
    """A Houthi leader may be called Houthi."""
    assert settle("Salem Ali al-Houthi spoke", **{"Salem Ali al-Houthi": "PERSON"}) == {
        "Salem Ali al-Houthi": "PERSON"
    }


def test_what_a_way_ends_with_is_a_place() -> None:
    """A single word that the model takes for a person."""
    text = "The train from Kolovar to Birenza, which was late, had Dorin on it."
    found = settle(text, Kolovar="GPE", Birenza="PERSON", Dorin="PERSON")

    assert found == {"Kolovar": "GPE", "Birenza": "GPE", "Dorin": "PERSON"}


def test_a_person_behind_a_place_stays_one() -> None:
    """Where the report has the full name, or the sentence goes on."""
    text = "Dorin Vasile spoke. They came from Kolovar and Vasile, from Balti and Petrescu spoke."
    found = settle(text, **{"Dorin Vasile": "PERSON", "Kolovar": "GPE", "Balti": "GPE", "Petrescu": "PERSON"})

    assert found["Petrescu"] == "PERSON"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("at the 31st Conference of the Parties in", "31st Conference of the Parties"),
        ("before the Eighty-third World Health Assembly meets", "Eighty-third World Health Assembly"),
    ],
)
def test_one_session_of_an_assembly_is_an_event(text: str, name: str) -> None:
    """By its number."""
    assert settle(text)[name] == "EVENT"


def test_the_name_of_a_treaty_is_no_body() -> None:
    """Its secretariat is one."""
    assert settle("Annex VI of the WASTEX Convention says", WASTEX="ORG") == {}
