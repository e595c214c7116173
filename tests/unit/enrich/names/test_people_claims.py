"""People whom the model marks in part, as something else, or not at all."""

from __future__ import annotations

import pytest

from newsroom_enrich.annotations import Name
from newsroom_enrich.components.names import find_names


def _people(text: str, *marked: tuple[str, str]) -> list[str]:
    names = [Name(text.index(word), text.index(word) + len(word), label) for word, label in marked]
    return [text[name.start : name.end] for name in find_names(text, names) if name.label == "PERSON"]


@pytest.mark.parametrize(
    ("text", "marked", "person"),
    [
        ("Speaker Azamat Beishen uulu presided.", ("Azamat Beishen", "PERSON"), "Azamat Beishen uulu"),
        ("Health Minister Budi Arif Santoso, a doctor, came.", ("Budi Arif", "PERSON"), "Budi Arif Santoso"),
        ("Foreign Minister Amadou Issa Toure signed.", ("Issa Toure", "PERSON"), "Amadou Issa Toure"),
        ("They called WHO chief Almaz Tadesse, who left.", ("Almaz Tadesse", "ORG"), "Almaz Tadesse"),
        ("Grace Phiri, the Zambian Secretary General of it, spoke.", ("Grace Phiri", "ORG"), "Grace Phiri"),
        ("He came with Edison Charles of Dominica.", ("Edison Charles of Dominica", "GPE"), "Edison Charles"),
        ("MARIA DA SILVA (Portugal) said that she agreed.", ("MARIA", "ORG"), "MARIA DA SILVA"),
        ("JAN A. NOVAK, Executive Director of it, spoke.", ("NOVAK", "ORG"), "JAN A. NOVAK"),
        ("H.E. Dr. Sultan Al Nasser, Minister of Trade, came.", ("Al Nasser", "PERSON"), "Sultan Al Nasser"),
        ("The Director of TURKPA Ramil Hasan spoke.", ("TURKPA Ramil Hasan", "ORG"), "Ramil Hasan"),
        ("The plane of King Carl IV of Denmark left.", ("King Carl IV", "LOC"), "Carl IV"),
        ("President Jean-Marc Bokassi and envoys came.", ("Jean-Marc", "PERSON"), "Jean-Marc Bokassi"),
        ("His envoy, Stefano de Mestre, left.", ("de Mestre", "PERSON"), "Stefano de Mestre"),
        ("Talks with Omar Al-Sabri went on.", ("Al-Sabri", "PERSON"), "Omar Al-Sabri"),
        ("When Al-Sabri came, they left.", ("Al-Sabri", "PERSON"), "Al-Sabri"),
        ("They met Paulo Agosto do Prado, who left.", ("Paulo Agosto", "PERSON"), "Paulo Agosto do Prado"),
        ("The speech of Kwame Nkrumah was read.", ("Kwame Nkrumah", "ORG"), "Kwame Nkrumah"),
    ],
)
def test_a_person_is_marked_whole(text: str, marked: tuple[str, str], person: str) -> None:
    """What a title, a patronymic, a country or the table of people leaves no doubt about."""
    assert _people(text, marked) == [person]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The Islamic Republic of Iran agreed.", ("Islamic Republic of Iran", "GPE")),
        ("Goldman Sachs, President Duarte said, was wrong.", ("Goldman Sachs", "ORG")),
        ("King William Island was cold.", ("King William Island", "LOC")),
        ("SAN JOSE (Costa Rica) — They met.", ("SAN JOSE", "GPE")),
        ("The Nelson Mandela Foundation gave money.", ("Nelson Mandela Foundation", "ORG")),
    ],
)
def test_no_person_is_made_of_states_and_organizations(text: str, marked: tuple[str, str]) -> None:
    """A state, a bank before the next title, a foundation that bears a name."""
    assert _people(text, marked) == []


def test_a_name_ends_before_the_day() -> None:
    """A weekday after a name is none of its words."""
    assert _people("President Maria Silva Thursday said so.", ("Maria Silva", "PERSON")) == ["Maria Silva"]


def test_the_halves_of_a_name_are_one_person() -> None:
    """The model took the family name for a place."""
    marked = ("Jean-Marc", "PERSON"), ("Bokassi", "GPE")

    assert _people("President Jean-Marc Bokassi and envoys came.", *marked) == ["Jean-Marc Bokassi"]


@pytest.mark.parametrize("label", ["ORG", "GPE"])
def test_a_country_and_an_office_are_no_name(label: str) -> None:
    """Only the country is one."""
    text = "Li Wei, the Chinese State Councilor, left."
    start = text.index("Chinese")
    names = find_names(text, [Name(start, text.index(",", start), label)])

    assert [text[name.start : name.end] for name in names] == ["Chinese"]
