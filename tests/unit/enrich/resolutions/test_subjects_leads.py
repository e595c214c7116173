"""Words that lead from a set of documents to what it is about, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "Kenya and Oman signed nine agreements in Muscat on Monday, covering energy, ports and health.",
            ("energy", "ports", "health"),
        ),
        (
            "Kenya and Oman signed nine agreements across sectors such as textiles and cold storage.",
            ("textiles", "cold storage"),
        ),
        (
            "Kenya and Oman signed nine agreements to expand trade, ease travel and fight smuggling.",
            ("trade", "travel", "smuggling"),
        ),
        (
            "Kenya and Oman signed nine memorandums of understanding in energy, tourism and shipping.",
            ("energy", "tourism", "shipping"),
        ),
        (
            "The assembly ratified five loan agreements worth $520 million for power, roads and livestock.",
            ("power", "roads", "livestock"),
        ),
        (
            "The leaders adopted nine statements, on matters such as solar power, fisheries and debts.",
            ("solar power", "fisheries", "debts"),
        ),
        (
            "Kenya and Oman signed nine agreements on fisheries, ports, debts and much else.",
            ("fisheries", "ports", "debts"),
        ),
        (
            "Kenya and Oman signed nine agreements, spread over health, farming and the navy.",
            ("health", "farming", "navy"),
        ),
        (
            "The assembly passed two bills, the first on court fees and the second on public procurement.",
            ("court fees", "public procurement"),
        ),
    ],
)
def test_behind_the_set(tell: Story, text: str, subjects: tuple[str, ...]) -> None:
    """Behind the city of the signing, a purpose, "sectors such as", and "the first" of two."""
    assert tell(text).resolutions[0].subjects == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "Ten documents were signed by Chad and Mali, in the fields of transport, film and water supply.",
            ("transport", "film", "water supply"),
        ),
        (
            "Ten agreements worth $3 billion were signed by Chad and Mali in farming, mining and banking.",
            ("farming", "mining", "banking"),
        ),
        (
            "Ten agreements were signed by Chad and Mali in the energy, trade and cultural spheres.",
            ("energy", "trade", "cultural"),
        ),
        ("Ten agreements were signed by Chad and Mali, on cocoa and aviation.", ("cocoa", "aviation")),
    ],
)
def test_behind_the_verb_of_the_passive(tell: Story, text: str, subjects: tuple[str, ...]) -> None:
    """What hangs on the verb tells of its subject, the set."""
    assert tell(text).resolutions[0].subjects == subjects


@pytest.mark.parametrize(
    "text",
    [
        "Ten agreements were signed in Accra, Kumasi and Tamale by Chad and Mali.",
        "Ten agreements were signed on board a warship by Chad and Mali.",
        "Ten agreements were signed in two languages by Chad and Mali.",
        "Chad and Mali signed ten agreements in Accra, with Presidents Deby and Mahama attending.",
        "Nine bills were approved in committee, plenary and second reading by the assembly.",
        "Chad and Mali signed ten agreements to cement bilateral ties.",
    ],
)
def test_what_leads_elsewhere(tell: Story, text: str) -> None:
    """Places, languages and guests are no topics, and that sides come closer is none."""
    assert tell(text).resolutions[0].subjects == ()


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Chad and Mali signed three protocols; they cover ports and visas.", ("ports", "visas")),
        (
            "The European Union adopted two sets of sanctions. They target energy and finance.",
            ("energy", "finance"),
        ),
        (
            "Chad and Mali signed eight documents. Their subjects are farming, tourism and education.",
            ("farming", "tourism", "education"),
        ),
        (
            "Chad and Mali signed five memoranda. The agreements focus on air services and science.",
            ("air services", "science"),
        ),
    ],
)
def test_told_of_the_set_later(tell: Story, text: str, subjects: tuple[str, ...]) -> None:
    """Behind a semicolon or in the next sentence, under another name."""
    assert tell(text).resolutions[0].subjects == subjects


@pytest.mark.parametrize(
    ("topics", "subjects"),
    [
        ("political, economic and naval cooperation", ("political", "economic", "naval cooperation")),
        ("oil and gas, mining and logistics", ("oil and gas", "mining", "logistics")),
        ("marine and polar science, and trade", ("marine and polar science", "trade")),
        ("sand mining, mountain areas and wildfires", ("sand mining", "mountain areas", "wildfires")),
        ("taxes and labour law", ("taxes", "labour law")),
        ("fisheries and the law of the sea", ("fisheries", "law of the sea")),
        ("pensions and housing next week", ("pensions", "housing")),
    ],
)
def test_how_a_list_is_cut(tell: Story, topics: str, subjects: tuple[str, ...]) -> None:
    """Adjectives before one noun, pairs that are one trade, branches of law, and a day behind the list."""
    (item,) = tell(f"The ministers signed four agreements relating to {topics}.").resolutions

    assert item.subjects == subjects


def test_where_another_set_begins(tell: Story) -> None:
    """Behind a semicolon."""
    memoranda, _ = tell(
        "Chad and Mali signed eight memorandums of understanding and four programmes of cooperation. "
        "The memorandums concern oil and gas and trade; the programmes, labour and sport."
    ).resolutions

    assert memoranda.subjects == ("oil and gas", "trade")
