"""Reports in other languages than English, from text to entities."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.errors import SettingError
from newsroom_enrich import languages
from newsroom_enrich.annotations import Annotations

Read = Callable[[str, str], Annotations]

COUNCIL, ASSEMBLY = "United Nations Security Council", "United Nations General Assembly"
FRENCH = """\
Le Conseil de sécurité de l'ONU a adopté vendredi la résolution 2728 (2024) par 14 voix. L'ambassadeur de \
France, Nicolas de Rivière, a salué le texte. 😀 Jean-Noël Barrot était à Genève.

Olaf Scholz se rendra à Astana, au Kazakhstan, et M. Barrot aussi.
"""
RUSSIAN = """\
АСТАНА, 21 мая. Министр иностранных дел России Сергей Лавров встретился в Астане с президентом Казахстана \
Касым-Жомартом Токаевым. 😀 Лавров поблагодарил Токаева.

Совет Безопасности ООН принял резолюцию 2728 (2024). Мария Захарова посетила Бишкек; Захаровой вручили цветы.
"""


def entities(found: Annotations, text: str) -> dict[tuple[str, str], list[str]]:
    return {
        (entity.type, entity.name): [text[start:end] for start, end in entity.mentions]
        for entity in found.entities
    }


def test_french(in_french: Read) -> None:
    """People and places by the model, countries and bodies by the gazetteer, with exact offsets."""
    found = in_french("fr", FRENCH)
    named = entities(found, FRENCH)

    assert found.problems == []
    assert named["organization", "United Nations Security Council"] == ["Conseil de sécurité de l'ONU"]
    assert named["country", "France"] == ["France"]
    assert named["country", "Kazakhstan"] == ["Kazakhstan"]
    assert named["person", "Nicolas de Rivière"] == ["Nicolas de Rivière"]
    assert named["person", "Jean-Noël Barrot"] == ["Jean-Noël Barrot", "Barrot"]
    assert named["place", "Genève"] == ["Genève"]


def test_russian(in_russian: Read) -> None:
    """Names in any case are one person, place or country, in the nominative, with exact offsets."""
    found = in_russian("ru", RUSSIAN)
    named = entities(found, RUSSIAN)

    assert found.problems == []
    assert named["person", "Касым-Жомарт Токаев"] == ["Касым-Жомартом Токаевым", "Токаева"]
    assert named["person", "Сергей Лавров"] == ["Сергей Лавров", "Лавров"]
    assert named["person", "Мария Захарова"] == ["Мария Захарова", "Захаровой"]
    assert named["place", "Астана"] == ["АСТАНА", "Астане"]
    assert named["country", "Russia"] == ["России"]
    assert named["country", "Kazakhstan"] == ["Казахстана"]
    assert named["organization", "United Nations Security Council"] == ["Совет Безопасности ООН"]


def test_dictionaries_alone_name_countries_and_bodies(by_dictionary: Read) -> None:
    """Without a pipeline for the language, no person is guessed at."""
    found = by_dictionary("fr", FRENCH)

    assert found.problems == []
    assert {(entity.type, entity.name, entity.wikidata) for entity in found.entities} == {
        ("organization", "United Nations Security Council", "Q37470"),
        ("country", "France", "Q142"),
        ("country", "Kazakhstan", "Q232"),
    }


@pytest.mark.parametrize(
    ("language", "text", "symbol", "body"),
    [
        ("fr", FRENCH, "2728 (2024)", COUNCIL),
        ("fr", "La résolution 79/1 a été adoptée par l’Assemblée générale de l’ONU.", "79/1", ASSEMBLY),
        ("ru", RUSSIAN, "2728 (2024)", COUNCIL),
        ("es", "El Consejo de Seguridad aprobó la resolución 2735 (2024).", "2735 (2024)", COUNCIL),
        ("ar", "اعتمد مجلس الأمن القرار ٢٧٢٨ (٢٠٢٤) أمس.", "2728 (2024)", COUNCIL),
        ("zh", "安理会星期一通过了第2728（2024）号决议。", "2728 (2024)", COUNCIL),
        ("de", "Der UN-Sicherheitsrat verabschiedete am Montag die Resolution 2728.", "2728", COUNCIL),
        ("pt", "O Conselho de Segurança da ONU aprovou a resolução 2728.", "2728", COUNCIL),
        ("it", "Il Consiglio di sicurezza dell'ONU ha adottato la risoluzione 2728.", "2728", COUNCIL),
    ],
)  # fmt: skip
def test_adopted_resolution(by_dictionary: Read, language: str, text: str, symbol: str, body: str) -> None:
    """Number and verb in one sentence make a resolution, with that sentence as evidence."""
    (resolution,) = by_dictionary(language, text).resolutions
    evidence = resolution.evidence

    assert (resolution.symbol, resolution.body, resolution.action) == (symbol, body, "adopted")
    assert text[evidence.start : evidence.end] == evidence.quote
    assert len(evidence.quote) <= 90


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La résolution 2231, adoptée en 2015, reste en vigueur."),
        ("fr", "Le Conseil de sécurité n'a pas adopté la résolution 2728."),
        ("fr", "Le Conseil a adopté une position. La résolution 2231 reste en vigueur."),
        ("ru", "Совет Безопасности не принял резолюцию 2728."),
        ("es", "Rusia vetó la resolución 2728 que aprobó el comité."),
        ("zh", "安理会未能通过第2728号决议。"),
        ("de", "Die 2015 verabschiedete Resolution 2231 des UN-Sicherheitsrats gilt weiter."),
        ("es", "El acuerdo que aprobó la resolución 2231 (2015) sigue vigente."),
        ("kk", "Қауіпсіздік Кеңесі 2728 қарарын қабылдады."),
    ],
)
def test_recalled_and_rejected_resolutions_are_left_out(
    by_dictionary: Read, language: str, text: str
) -> None:
    """What was not adopted, or only is referred to, and languages that have no wording here."""
    assert by_dictionary(language, text).resolutions == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(max_size=200), language=st.sampled_from(["fr", "ru", "zh", "ar", "", "qqq"]))
def test_any_text_passes(by_dictionary: Read, language: str, text: str) -> None:
    """No component fails, whatever the text."""
    assert by_dictionary(language, text).problems == []


@pytest.mark.parametrize(("reader", "language"), [("in_french", "fr"), ("in_russian", "ru")])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\r\n",
        "\x00",
        "X" * 600,
        "М" * 600,
        "😀" * 90,
        "«“”»",
        "Лавров\r\nLavrov",
        "а\u0301" * 90,
        "M. M. M.",
    ],
)
def test_strange_text_passes_the_models(
    request: pytest.FixtureRequest, reader: str, language: str, text: str
) -> None:
    """Nothing fails, nothing endless is a name, and every mention is exact."""
    found: Annotations = request.getfixturevalue(reader)(language, text)

    assert found.problems == []
    for entity in found.entities:
        for start, end in entity.mentions:
            assert 0 < len(text[start:end].strip()) <= 150


def test_model_that_is_not_installed_is_named() -> None:
    """The start stops with a sentence that says what to install."""
    with pytest.raises(SettingError, match="xx_core_nothing"):
        languages.pipeline("xx_core_nothing")


def test_missing_extra_for_russian_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without natasha, the setting ru = "natasha" says which extra to install."""
    import sys

    modules: dict[str, Any] = {"natasha": None, "newsroom_enrich.languages.russian": None}
    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.delattr(languages, "russian", raising=False)
    with pytest.raises(SettingError, match=r"newsroom-enrich\[russian\]"):
        languages.pipeline("natasha")
