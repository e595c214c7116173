"""Offices whose body no word beside them names: from the kind of office and the whole report."""

from __future__ import annotations

import pytest

from support.entities import Read


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        (
            "UN Secretary-General Ban Ki-moon came. ASEAN met, and Secretary-General Tran Van Minh spoke.",
            "Tran Van Minh",
            ("Secretary-General", "Association of Southeast Asian Nations"),
        ),
        (
            "The SADC met. Later it rained. Nobody cared. The Executive Secretary, Maria Silva, spoke.",
            "Maria Silva",
            ("Executive Secretary", "Southern African Development Community"),
        ),
        (
            "The International Court of Justice ruled. It took two hours. Judge Li Wei dissented.",
            "Li Wei",
            ("Judge", "International Court of Justice"),
        ),
        (
            "The Bank of Japan met. The yen fell. Stocks rose. “We are calm,” governor Kenji Sato said.",
            "Kenji Sato",
            ("governor", "Bank of Japan"),
        ),
        (
            "Chile's Trade Minister Ana Rojas met Peru's Eva Vela. Deputy Trade Minister Juan Soto wrote.",
            "Juan Soto",
            ("Deputy Trade Minister", "Chile"),
        ),
        (
            "The General Assembly elects the International Court of Justice; its Registrar is Li Wei.",
            "Li Wei",
            ("Registrar", "International Court of Justice"),
        ),
        (
            "The World Trade Organization met. Ana Silva, the Brazilian Director-General, was glad.",
            "Ana Silva",
            ("Director-General", "World Trade Organization"),
        ),
        (
            "The World Health Organization met. Jan Novak of Slovakia, the Director-General, spoke.",
            "Jan Novak",
            ("Director-General", "World Health Organization"),
        ),
        (
            "The European Union and NATO met. The foreign policy chief, Eva Kral, was glad.",
            "Eva Kral",
            ("foreign policy chief", "European Union"),
        ),
        ("OSLO — It rained. The mayor, Anna Berg, did not mind.", "Anna Berg", ("mayor", "Oslo")),
        (
            "The International Olympic Committee voted in India. President Karl Weber, in the chair, smiled.",
            "Karl Weber",
            ("President", "International Olympic Committee"),
        ),
        (
            "The Banco de México met. The Bank of Japan had raised rates. Governor Ana Silva was calm.",
            "Ana Silva",
            ("Governor", "Bank of Mexico"),
        ),
        (
            "The OSCE met in Malta. Ivo Bauer of Austria becomes Secretary General.",
            "Ivo Bauer",
            ("Secretary General", "Organization for Security and Co-operation in Europe"),
        ),
        (
            "The United Nations took note. Ana Silva, the Secretary-General's Special Envoy, spoke.",
            "Ana Silva",
            ("Special Envoy", "United Nations"),
        ),
        (
            "The European Parliament voted. From the chair, President Ana Silva thanked both sides.",
            "Ana Silva",
            ("President", "European Parliament"),
        ),
    ],
)
def test_the_office_tells_the_kind_of_body(read: Read, text: str, person: str, role: tuple[str, str]) -> None:
    """A second Secretary-General is another body's; a judge is of a court, a deputy where the chief is."""
    assert role in read(text).roles(person)


@pytest.mark.parametrize(
    "title",
    ["Secretary-General", "Under-Secretary-General for Humanitarian Affairs", "Emergency Relief Coordinator"],
)
def test_the_united_nations_has_to_be_named(read: Read, title: str) -> None:
    """Another organization that the report names has no such office."""
    found = read(f"The Red Cross and the World Health Organization were glad. {title} Jan Novak spoke.")

    assert found.roles("Jan Novak") == [(title, None)]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The Council of the European Union met. It rained. The policy chief, Eva Kral, left.", "Eva Kral"),
        ("The Group of 77 met. Secretary-General Jan Novak was glad.", "Jan Novak"),
        ("It rained in Rome. Jan Novak, head of the map section in Rome, got wet.", "Jan Novak"),
    ],
)
def test_what_is_merely_named_has_no_such_office(read: Read, text: str, person: str) -> None:
    """A council has no policy chief, a group no secretary; a city is where somebody works."""
    assert [owner for _, owner in read(text).roles(person)] == [None]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Eva Kral, who heads NATO, Jan Novak and others came.", "Jan Novak"),
        ("From the chair, Jan Novak of Slovakia thanked the European Union.", "Jan Novak"),
    ],
)
def test_who_heads_and_the_chair_are_no_titles(read: Read, text: str, person: str) -> None:
    """A verb, and where somebody sits."""
    assert read(text).roles(person) == []


def test_letters_after_a_name_do_not_hide_its_title(read: Read) -> None:
    """The office stands behind them."""
    found = read("Present were the Hon. Anna Berg MP, Prime Minister of Norway, and others.")

    assert ("Prime Minister", "Norway") in found.roles("Anna Berg")


def test_an_observer_of_a_state_is_an_observer(read: Read) -> None:
    """Whose owner stands beside the word."""
    assert read("Samir Haddad, the Palestinian observer, wept.").roles("Samir Haddad") == [
        ("observer", "Palestine")
    ]
