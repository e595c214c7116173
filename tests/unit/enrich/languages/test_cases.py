"""Russian names in the nominative."""

from __future__ import annotations

import pytest

pytest.importorskip("pymorphy3", reason="the extra newsroom-enrich[russian] is not installed")

from newsroom_enrich.languages.cases import nominative, nominative_person


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Сергею Лаврову", "Сергей Лавров"),
        ("Касым-Жомартом Токаевым", "Касым-Жомарт Токаев"),
        ("Марии Захаровой", "Мария Захарова"),
        ("Антониу Гутерриш", "Антониу Гутерриш"),
        ("Владимира Владимировича Путина", "Владимир Владимирович Путин"),
    ],
)
def test_people(given: str, expected: str) -> None:
    """Given name, patronymic and surname agree in gender."""
    assert nominative_person(given) == expected


def test_surname_alone_follows_the_text() -> None:
    """ "Токаева" is a man's name in the genitive where the text names the man."""
    assert nominative_person("Токаева", {"Токаев"}) == "Токаев"
    assert nominative_person("Захарова", {"Захарова"}) == "Захарова"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Астане", "Астана"),
        ("Нью-Йорке", "Нью-Йорк"),
        ("Бишкек", "Бишкек"),
        ("Нижнем Новгороде", "Нижний Новгород"),
        ("ООН", "ООН"),
    ],
)
def test_places(given: str, expected: str) -> None:
    """Every word of a place is inflected; an acronym is not."""
    assert nominative(given, whole=True) == expected


def test_organizations() -> None:
    """Only up to the first noun: what follows is in the genitive for good."""
    assert nominative("Министерству иностранных дел", whole=False) == "Министерство иностранных дел"
    assert nominative("Государственной думы", whole=False) == "Государственная дума"
