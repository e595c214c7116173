"""Countries and bodies by their names in many languages."""

from __future__ import annotations

import csv
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom_enrich import knowledge
from newsroom_enrich.annotations import Name
from newsroom_enrich.languages.gazetteer import gazetteer


def found(language: str, text: str) -> list[tuple[str, str]]:
    """What is named in the text, with what it means."""
    return [(text[name.start : name.end], meaning(name)) for name in gazetteer(language).find(text)]


def meaning(name: Name) -> str:
    if name.body:
        return name.body.name
    assert name.country is not None
    return name.country.country.name


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "L’Iran, les États-Unis et la Côte d'Ivoire au Conseil de sécurité de l’ONU",
            [
                ("Iran", "Iran"),
                ("États-Unis", "United States"),
                ("Côte d'Ivoire", "Côte d'Ivoire"),
                ("Conseil de sécurité de l’ONU", "United Nations Security Council"),
            ],
        ),
        ("fr", "PEROU ET ETATS-UNIS", [("PEROU", "Peru"), ("ETATS-UNIS", "United States")]),
        (
            "ru",
            "Встреча Соединённых Штатов с Китаем и Саудовской Аравией в Республике Казахстан",
            [
                ("Соединённых Штатов", "United States"),
                ("Китаем", "China"),
                ("Саудовской Аравией", "Saudi Arabia"),
                ("Республике Казахстан", "Kazakhstan"),
            ],
        ),
        (
            "ru",
            "Шанхайской организации сотрудничества (ШОС) и Советом Безопасности ООН",
            [
                ("Шанхайской организации сотрудничества", "Shanghai Cooperation Organisation"),
                ("ШОС", "Shanghai Cooperation Organisation"),
                ("Советом Безопасности ООН", "United Nations Security Council"),
            ],
        ),
        (
            "ar",
            "اجتمع مجلس الأمن بشأن السودان وروسيا",
            [
                ("مجلس الأمن", "United Nations Security Council"),
                ("السودان", "Sudan"),
                ("روسيا", "Russia"),
            ],
        ),
        (
            "zh",
            "联合国安理会就哈萨克斯坦和中国的决议草案进行表决",
            [
                ("联合国安理会", "United Nations Security Council"),
                ("哈萨克斯坦", "Kazakhstan"),
                ("中国", "China"),
            ],
        ),
        ("zh", "聯合國與烏克蘭", [("聯合國", "United Nations"), ("烏克蘭", "Ukraine")]),
        ("ja", "ロシアとイランは", [("ロシア", "Russia"), ("イラン", "Iran")]),
        ("ko", "카자흐스탄의 유엔", [("카자흐스탄", "Kazakhstan"), ("유엔", "United Nations")]),
        ("de", "Deutschlands Nachbar", [("Deutschland", "Germany")]),
        ("kk", "Қазақстан мен Ресей", [("Қазақстан", "Kazakhstan"), ("Ресей", "Russia")]),
        ("tr", "Kazakistan'ın NATO", [("Kazakistan", "Kazakhstan"), ("NATO", "NATO")]),
        ("he", "רוסיה ובישראל", [("רוסיה", "Russia"), ("ישראל", "Israel")]),
        ("qqq", "Kazakhstan and BRICS", [("Kazakhstan", "Kazakhstan"), ("BRICS", "BRICS")]),
    ],
)  # fmt: skip
def test_names_in_running_text(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    """With articles, cases, prefixes and particles around them; only the name is marked."""
    assert found(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Maurice et Dominique sont là"),  # given names
        ("fr", "l'union européenne"),  # no capital, no name
        ("ar", "تقرير مالي"),  # "a financial report"
        ("ru", "Мало того"),
        ("ja", "イランカラプテ"),  # a longer word
        ("es", "nato y asean"),  # acronyms have capitals
        ("ko", "평화이란"),
    ],
)
def test_words_that_only_look_like_names(language: str, text: str) -> None:
    """Better nothing than a wrong country."""
    assert found(language, text) == []


def test_every_row_of_the_tables_means_something_known() -> None:
    """The names of bodies and the codes of countries are those of the main tables."""
    data = resources.files("newsroom_enrich.languages") / "data"
    rows = {
        table: list(csv.DictReader((data / table).read_text("utf-8").splitlines(), delimiter="\t"))
        for table in ("bodies.tsv", "countries.tsv")
    }

    assert not [row for row in rows["bodies.tsv"] if row["name"] not in knowledge.bodies()]
    assert not [row for row in rows["countries.tsv"] if row["code"] not in knowledge.country_by_code()]
    for name, table in rows.items():
        keys = [(row.get("code") or row["name"], row["language"]) for row in table]
        assert len(keys) == len(set(keys)), name


@given(
    language=st.sampled_from(["fr", "ru", "ar", "zh", "ja", "ko"]),
    parts=st.lists(
        st.sampled_from(
            ["😀", "e\u0301", "\r\n", "السودان", "中国", "Китаем", "Iran", " ", "한국은", "\u202e"]
        )
        | st.text(max_size=5),
        max_size=12,
    ),
)
def test_names_keep_to_the_text(language: str, parts: list[str]) -> None:
    """Names are never empty, in order, without overlaps, and within any text."""
    text = "".join(parts)
    end = 0
    for name in gazetteer(language).find(text):
        assert end <= name.start < name.end <= len(text)
        assert text[name.start : name.end].strip()
        end = name.end
