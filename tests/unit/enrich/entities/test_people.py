"""People under their full names, and the short names that the text goes on with."""

from __future__ import annotations

from newsroom_enrich.annotations import Name
from newsroom_enrich.components.people import cluster
from support.entities import Read


def clustered(*names: str) -> list[str]:
    """The people that these names in a row are."""
    text = "; ".join(names)
    at = 0
    marked = []
    for name in names:
        start = text.index(name, at)
        at = start + len(name)
        marked.append(Name(start, at, "PERSON"))
    return [draft.name for draft in cluster(text, marked)]


def test_a_surname_is_the_person_named_before() -> None:
    """Family name last or first, with particles and hyphens."""
    assert clustered(
        "Ursula von der Leyen", "von der Leyen", "Linda Thomas-Greenfield", "Thomas-Greenfield"
    ) == [
        "Ursula von der Leyen",
        "Linda Thomas-Greenfield",
    ]
    assert clustered("Zhang Ming", "Zhang") == ["Zhang Ming"]


def test_accents_make_no_other_person() -> None:
    """Erdogan is Erdoğan."""
    assert clustered("Recep Tayyip Erdoğan", "Erdogan") == ["Recep Tayyip Erdoğan"]


def test_the_fuller_name_is_kept() -> None:
    """Also where it comes second."""
    assert clustered("Lavrov", "Sergei Lavrov") == ["Sergei Lavrov"]


def test_the_son_is_not_the_father() -> None:
    """The father's name within the son's is another person."""
    assert len(clustered("Mohammed bin Salman bin Abdulaziz Al Saud", "Salman bin Abdulaziz Al Saud")) == 2


def test_two_people_of_one_surname_stay_two() -> None:
    """A full name is never merged into another full name."""
    assert clustered("George Bush", "Jeb Bush") == ["George Bush", "Jeb Bush"]


def test_names_in_capitals_are_written_as_usual(read: Read) -> None:
    """LINDA THOMAS-GREENFIELD is a delegate in a meeting record."""
    found = read("LINDA THOMAS-GREENFIELD (United States) said that the draft was late.")

    assert found.names("person") == ["Linda Thomas-Greenfield"]


def test_a_well_known_person_is_linked(read: Read) -> None:
    """Under the one name, whatever the spelling."""
    lavrov = read("Foreign Minister Sergei Lavrov of Russia spoke. Lavrov left.").entity("Sergey Lavrov")

    assert lavrov.wikidata == "Q58217"


def test_a_style_is_no_part_of_a_name(read: Read) -> None:
    """Whatever rank stands behind it."""
    found = read("H.H. Sayyid Omar Hasan, Deputy Prime Minister of Oman, attended.")

    assert found.roles("Omar Hasan") == [("Deputy Prime Minister", "Oman")]


def test_part_of_a_title_and_opponents_are_nobody(read: Read) -> None:
    """Though they have a capital."""
    found = read("Ana Silva, President Pro Tempore of CARICOM, spoke. Opponents said no.")

    assert found.names("person") == ["Ana Silva"]
