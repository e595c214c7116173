"""How far a title reaches, and whose it is, in the wordings of newsrooms and press offices."""

from __future__ import annotations

import pytest

from support.entities import Read


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        (
            "Norway's minister for public administration, Anna Berg, spoke.",
            "Anna Berg",
            ("minister for public administration", "Norway"),
        ),
        (
            "Peru's spy chief, Jorge Salas, resigned on Monday.",
            "Jorge Salas",
            ("spy chief", "Peru"),
        ),
        (
            "Kenya's Chief of Defence Forces General Peter Otieno met troops.",
            "Peter Otieno",
            ("Chief of Defence Forces", "Kenya"),
        ),
        (
            "Chile's newly elected President Ana Rojas thanked voters.",
            "Ana Rojas",
            ("President", "Chile"),
        ),
        (
            "Niger's first civilian president, Ali Hasan, spoke.",
            "Ali Hasan",
            ("president", "Niger"),
        ),
        (
            "The spokeswoman for Norway's foreign ministry, Anna Berg, confirmed it.",
            "Anna Berg",
            ("spokeswoman", "Norway"),
        ),
        (
            "A quiet Norwegian diplomat named Geir Holm wrote it.",
            "Geir Holm",
            ("diplomat", "Norway"),
        ),
        (
            "Karl Weber, director for Africa in the World Bank, spoke.",
            "Karl Weber",
            ("director for Africa", "World Bank"),
        ),
        (
            "Britain's minister for Africa, Lord Colin Hall, spoke.",
            "Colin Hall",
            ("minister for Africa", "United Kingdom"),
        ),
        (
            "India's Hon'ble Prime Minister Arjun Mehta spoke.",
            "Arjun Mehta",
            ("Prime Minister", "India"),
        ),
        (
            "Present was the Hon. Anna Berg, MP, Prime Minister of Norway.",
            "Anna Berg",
            ("Prime Minister", "Norway"),
        ),
        (
            "Eva Kral, Special Representative of the Secretary-General in Mali, told the UN.",
            "Eva Kral",
            ("Special Representative of the Secretary-General", "United Nations"),
        ),
        (
            "The European Parliament voted. Jan Novak (EPP, Poland), the rapporteur, was glad.",
            "Jan Novak",
            ("rapporteur", "European Parliament"),
        ),
        (
            "The governor of Tuscany region, Marco Bianchi, opened the fair.",
            "Marco Bianchi",
            ("governor", "Tuscany"),
        ),
        (
            "MEPs including Maria Lopez of Spain left the hall.",
            "Maria Lopez",
            ("MEP", "Spain"),
        ),
        (
            "The Special Representative of the Secretary-General for Mali, Jan Novak, told the UN.",
            "Jan Novak",
            ("Special Representative of the Secretary-General for Mali", "United Nations"),
        ),
    ],
)
def test_the_bounds_of_a_title(read: Read, text: str, person: str, role: tuple[str, str]) -> None:
    """Its field belongs to it; ranks, "newly elected" and kinds of regions do not."""
    assert read(text).roles(person) == [role]


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        (
            "Present were Ana Silva, Director, World Bank, and Jan Novak.",
            "Ana Silva",
            ("Director", "World Bank"),
        ),
        (
            "The Secretary of the Security Council of Chad, Ali Hasan, received the guests.",
            "Ali Hasan",
            ("Secretary", "Security Council of Chad"),
        ),
        (
            "Norway welcomed King Carl Olsen of Denmark on Friday.",
            "Carl Olsen",
            ("King", "Denmark"),
        ),
        (
            "India's Home Minister, Shri Arjun Mehta, arrived.",
            "Arjun Mehta",
            ("Home Minister", "India"),
        ),
        (
            "Ana Silva, special adviser to Brazilian President Luiz Costa, mediated.",
            "Ana Silva",
            ("special adviser", "Brazil"),
        ),
        (
            "Neither President Ali Hasan of Niger nor anyone else came.",
            "Ali Hasan",
            ("President", "Niger"),
        ),
        (
            "Belgium met doubts in Wallonia, whose Minister-President, Eva Claes, wanted more.",
            "Eva Claes",
            ("Minister-President", "Wallonia"),
        ),
        (
            "Norway sent a letter; from Chad came Deputy Prime Minister Ali Hasan.",
            "Ali Hasan",
            ("Deputy Prime Minister", "Chad"),
        ),
    ],
)
def test_whose_the_office_is(read: Read, text: str, person: str, role: tuple[str, str]) -> None:
    """A body after a comma, a national body before its country; never who merely does something."""
    assert read(text).roles(person) == [role]


def test_a_ministry_has_no_deputy_prime_minister(read: Read) -> None:
    """Of two offices only one can be an organization's."""
    found = read(
        "Kuwait: Ali Hasan, Deputy Prime Minister and Chairman of the European Investment Bank, left."
    )

    assert ("Chairman", "European Investment Bank") in found.roles("Ali Hasan")
    assert ("Deputy Prime Minister", "European Investment Bank") not in found.roles("Ali Hasan")


def test_who_merely_observes_holds_no_office(read: Read) -> None:
    """Somebody attends as an observer."""
    found = read("Hungary's Prime Minister Peter Nagy attended the NATO talks as an observer.")

    assert found.roles("Peter Nagy") == [("Prime Minister", "Hungary")]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("On behalf of the King of Bahrain, Ali Hasan took the floor.", "Ali Hasan"),
        ("Eva Vela of Peru goes to the World Bank as its Director, Ana Silva of Chile stays.", "Ana Silva"),
    ],
)
def test_who_comes_in_place_of_another_has_not_that_office(read: Read, text: str, person: str) -> None:
    """The title is of somebody who is not there, or of the person before."""
    assert read(text).roles(person) == []


def test_a_judge_who_reports_is_rapporteur_of_the_court(read: Read) -> None:
    """A parliament that the report names too is not meant."""
    found = read("The Supreme Court ruled; the Senate waits. Justice Ana Silva, the rapporteur, spoke first.")

    assert {role[1] for role in found.roles("Ana Silva")} == {found.roles("Ana Silva")[0][1]}
