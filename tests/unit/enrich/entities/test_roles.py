"""Roles: the office, and whose it is, in the ways in which news says it."""

from __future__ import annotations

import pytest

from support.entities import Read


@pytest.mark.parametrize(
    ("text", "person", "roles"),
    [
        (
            "Kazakh Deputy Prime Minister and Foreign Minister Murat Nurtleu chaired it.",
            "Murat Nurtleu",
            [("Deputy Prime Minister", "Kazakhstan"), ("Foreign Minister", "Kazakhstan")],
        ),
        (
            "Minister of Foreign Affairs of Uzbekistan Bakhtiyor Saidov spoke.",
            "Bakhtiyor Saidov",
            [("Minister of Foreign Affairs", "Uzbekistan")],
        ),
        (
            "Danny Danon, Israel's ambassador to the United Nations, left.",
            "Danny Danon",
            [("ambassador", "Israel")],
        ),
        (
            "President Recep Tayyip Erdoğan of Türkiye attended.",
            "Recep Tayyip Erdoğan",
            [("President", "Turkey")],
        ),
        (
            "SCO Secretary-General Zhang Ming took the floor.",
            "Zhang Ming",
            [("Secretary-General", "Shanghai Cooperation Organisation")],
        ),
        (
            "Pakistan sent Ishaq Dar, its Deputy Prime Minister.",
            "Ishaq Dar",
            [("Deputy Prime Minister", "Pakistan")],
        ),
        (
            "Volker Türk, the UN High Commissioner for Human Rights, welcomed it.",
            "Volker Türk",
            [("High Commissioner for Human Rights", "United Nations")],
        ),
        (
            "Nkiru Obasanjo, chief executive of Nigeria's Rural Bank of Commerce, resigned.",
            "Nkiru Obasanjo",
            [("chief executive", "Rural Bank of Commerce")],
        ),
        (
            "The outgoing Polish president, Andrzej Duda, waved.",
            "Andrzej Duda",
            [("outgoing president", "Poland")],
        ),
        (
            "Mariana Costa, Minister of State for Trade, Cabinet Member and Chief Advisor of Portugal, came.",
            "Mariana Costa",
            [
                ("Minister of State for Trade", "Portugal"),
                ("Cabinet Member", "Portugal"),
                ("Chief Advisor", "Portugal"),
            ],
        ),
    ],
)
def test_a_role_has_its_title_and_its_owner(
    read: Read, text: str, person: str, roles: list[tuple[str, str]]
) -> None:
    """Before, after, in apposition; two titles are two roles."""
    assert read(text).roles(person) == roles


def test_a_list_after_a_plural_title(read: Read) -> None:
    """Each has the title in the singular and the country of his own."""
    found = read("Around the table were Foreign Ministers Wang Yi of China and Sergei Lavrov of Russia.")

    assert found.roles("Wang Yi") == [("Foreign Minister", "China")]
    assert found.roles("Sergey Lavrov") == [("Foreign Minister", "Russia")]


def test_a_list_of_countries_and_a_list_of_names(read: Read) -> None:
    """As many owners as names belong together in order."""
    found = read(
        "The foreign ministers of Armenia and Azerbaijan, Ararat Mirzoyan and Jeyhun Bayramov, signed."
    )

    assert found.roles("Ararat Mirzoyan") == [("foreign minister", "Armenia")]
    assert found.roles("Jeyhun Bayramov") == [("foreign minister", "Azerbaijan")]


def test_a_counterpart_has_the_title_of_the_other(read: Read) -> None:
    """Before the name and after it."""
    found = read("Foreign Minister Wang Yi of China met his Iranian counterpart, Abbas Araghchi.")

    assert found.roles("Abbas Araghchi") == [("Foreign Minister", "Iran")]


def test_a_list_by_semicolons_keeps_the_roles_apart(read: Read) -> None:
    """Each title is the person's before it, never the next one's."""
    found = read(
        "Present were Mariana Costa, President of Portugal; John Adeleke, Foreign Minister of Ghana; "
        "and Li Wei, Ambassador of China."
    )

    assert found.roles("Mariana Costa") == [("President", "Portugal")]
    assert found.roles("John Adeleke") == [("Foreign Minister", "Ghana")]
    assert found.roles("Li Wei") == [("Ambassador", "China")]


def test_an_owner_is_read_from_the_clause(read: Read) -> None:
    """A city of the sentence, or the country that the clause says is represented."""
    capital = read("The Lebanese thanked them. In Beirut, caretaker Prime Minister Najib Mikati spoke.")
    assert capital.roles("Najib Mikati") == [("caretaker Prime Minister", "Lebanon")]

    sent = read("India was represented by Dammu Ravi, and Iran by Mahdi Safari, Deputy Foreign Minister.")
    assert sent.roles("Mahdi Safari") == [("Deputy Foreign Minister", "Iran")]


def test_a_definite_title_refers_to_the_person_of_its_country(read: Read) -> None:
    """Donald Trump is the U.S. President of the next sentence."""
    found = read("Donald Trump was late. The U.S. President, who flew in on Tuesday, smiled. Russia did not.")

    assert found.roles("Donald Trump") == [("President", "United States")]


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was chaired by Murat Nurtleu of Kazakhstan.",
        "Robert Wood of the United States voiced regret.",
        "Barbara Woodward (United Kingdom) spoke.",
    ],
)
def test_a_verb_or_a_country_alone_is_no_role(read: Read, text: str) -> None:
    """Who chairs or comes from a country holds no office by that."""
    assert all(not entity.roles for entity in read(text).notes.entities)


def test_the_evidence_is_the_words_that_say_it(read: Read) -> None:
    """Title, owner and name, and nothing else."""
    text = "On Monday Kenyan envoy Martin Kimani thanked them."
    role = read(text).entity("Martin Kimani").roles[0]

    assert role.evidence.quote == "Kenyan envoy Martin Kimani"
    assert text[role.evidence.start : role.evidence.end] == role.evidence.quote


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            (
                "There sat the foreign ministers of three members: Elsa Brandt of Denmark, Jakub Nowak of "
                "Poland and Rui Tavares of Portugal."
            ),
            {
                "Elsa Brandt": [("foreign minister", "Denmark")],
                "Jakub Nowak": [("foreign minister", "Poland")],
                "Rui Tavares": [("foreign minister", "Portugal")],
            },
        ),
        (
            "Two presidents did so: Marta Ruiz (Chile) and Diego Sosa (Uruguay).",
            {"Marta Ruiz": [("president", "Chile")], "Diego Sosa": [("president", "Uruguay")]},
        ),
        (
            "Chile's Marta Ruiz and Uruguay's Diego Sosa, both energy ministers, wrote to the commission.",
            {"Marta Ruiz": [("energy minister", "Chile")], "Diego Sosa": [("energy minister", "Uruguay")]},
        ),
        (
            (
                "Kenya hosted the talks. Foreign Minister Ahmed Malik came for Pakistan, Deputy Foreign "
                "Minister Reza Safavi for Iran."
            ),
            {
                "Ahmed Malik": [("Foreign Minister", "Pakistan")],
                "Reza Safavi": [("Deputy Foreign Minister", "Iran")],
            },
        ),
        (
            (
                "Kenya hosted the talks. For Norway, Trade Minister Kari Lund signed; for Ghana, "
                "Ambassador Kofi Boateng."
            ),
            {"Kari Lund": [("Trade Minister", "Norway")], "Kofi Boateng": [("Ambassador", "Ghana")]},
        ),
        (
            "Finland, represented in Malta by Foreign Minister Aino Virtanen, comes first.",
            {"Aino Virtanen": [("Foreign Minister", "Finland")]},
        ),
        (
            (
                "Prime Minister Arjun Mehta met his counterparts from Malaysia, Farid Hassan, and Laos, "
                "Bounmy Phommachanh."
            ),
            {
                "Farid Hassan": [("Prime Minister", "Malaysia")],
                "Bounmy Phommachanh": [("Prime Minister", "Laos")],
            },
        ),
        (
            "Maria Silva, who is the minister of health and social affairs of Portugal, opened the session.",
            {"Maria Silva": [("minister of health and social affairs", "Portugal")]},
        ),
        (
            "Delegates of the International Maritime Organization thanked Peter Cole (Liberia), the chair.",
            {"Peter Cole": [("chair", "International Maritime Organization")]},
        ),
        (
            "Hans Grundberg, the UN Secretary-General's special envoy for Yemen, welcomed the truce.",
            {"Hans Grundberg": [("special envoy for Yemen", "United Nations")]},
        ),
        (
            "Cristina Costa, UNODC regional representative, and Iceland's president, Jón Arnarson, spoke.",
            {"Jón Arnarson": [("president", "Iceland")]},
        ),
        (
            "Carla Moreno, the foreign minister of Peru, and Tomás Vega, Commission President, met in Lima.",
            {"Tomás Vega": [("Commission President", None)]},
        ),
    ],
)
def test_whose_office_it_is(read: Read, text: str, roles: dict[str, list[tuple[str, str | None]]]) -> None:
    """In lists, for those who stand for a country, and for offices of bodies: never the neighbour's owner."""
    found = read(text)

    assert {person: found.roles(person) for person in roles} == roles


def test_a_plural_title_without_owners_is_given_to_nobody(read: Read) -> None:
    """Who of them is of which country, the sentence does not say."""
    found = read("The text was drafted in Berlin by Ana Kos, Ivo Bauer and Lena Hahn, the ministers.")

    assert [found.roles(person) for person in ("Ana Kos", "Ivo Bauer", "Lena Hahn")] == [[], [], []]


def test_several_ministers_are_not_all_of_the_host(read: Read) -> None:
    """A plural title takes no country from the dateline where the report names more than two."""
    found = read(
        "BAKU — Azerbaijan, Georgia and Chad agreed. Ministers Orkhan Aliyev and Giorgi Beridze signed."
    )

    assert found.roles("Orkhan Aliyev") == found.roles("Giorgi Beridze") == [("Minister", None)]
