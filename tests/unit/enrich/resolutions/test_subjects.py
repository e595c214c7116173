"""What counted sets of documents are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "Kenya and Chad signed nine agreements in the fields of energy, farming and water supply.",
            ("energy", "farming", "water supply"),
        ),
        (
            "Peru and Chile signed six MoUs relating to taxes, the recognition of diplomas, and customs.",
            ("taxes", "recognition of diplomas", "customs"),
        ),
        (
            "Brazil and Chile signed 14 agreements, including pacts on health and the fight against fraud.",
            ("health", "fight against fraud"),
        ),
        (
            "Mongolia and Japan signed eight memoranda in such areas as mining and higher education.",
            ("mining", "higher education"),
        ),
        (
            "The Cabinet approved four regulations dealing with food labels, road safety as well as waste.",
            ("food labels", "road safety", "waste"),
        ),
        (
            "The assembly passed three laws: on the budget, on local elections and on the status of judges.",
            ("budget", "local elections", "status of judges"),
        ),
        (
            "The parliament ratified two treaties, one on extradition and the other on legal assistance.",
            ("extradition", "legal assistance"),
        ),
        (
            "The ministers signed 12 texts concerning, inter alia, road traffic and gas storage, he said.",
            ("road traffic", "gas storage"),
        ),
    ],
)
def test_topics_in_the_sentence(tell: Story, text: str, subjects: tuple[str, ...]) -> None:
    """Whatever leads to the list, the topics are in the words of the text, with modifiers and of-phrases."""
    (item,) = tell(text).resolutions

    assert item.subjects == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "India and Oman exchanged seven MoUs. They relate to shipping and the promotion of millet.",
            ("shipping", "promotion of millet"),
        ),
        (
            "Mali and Togo signed six documents. Among the documents are a pact on ports and one on cotton.",
            ("ports", "cotton"),
        ),
        (
            "India and Malta exchanged five memoranda. Topics range from shipping to cultural heritage.",
            ("shipping", "cultural heritage"),
        ),
    ],
)
def test_topics_in_the_next_sentence(tell: Story, text: str, subjects: tuple[str, ...]) -> None:
    """They or the topics are its subject."""
    (item,) = tell(text).resolutions

    assert item.subjects == subjects


def test_topics_of_two_sets(tell: Story) -> None:
    """Told apart by "the former" and "the latter"."""
    agreements, protocols = tell(
        "Peru and Chile signed four agreements and two protocols. The former deal with fisheries and "
        "transit, the latter with smuggling."
    ).resolutions

    assert agreements.subjects == ("fisheries", "transit")
    assert protocols.subjects == ("smuggling",)


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "Ten agreements regarding ties in the fiscal, naval, and legal sectors were signed in Accra.",
            ("fiscal", "naval", "legal"),
        ),
        (
            "Ten documents in the spheres of energy, transport and tourism were signed in Accra on Friday.",
            ("energy", "transport", "tourism"),
        ),
    ],
)
def test_topics_between_a_set_and_its_verb(tell: Story, text: str, subjects: tuple[str, ...]) -> None:
    """The list goes on to the verb of the passive; adjectives of spheres are topics each."""
    (item,) = tell(text).resolutions

    assert item.subjects == subjects


@pytest.mark.parametrize(
    "text",
    [
        "The Council adopted three decisions on the sidelines of the meeting.",
        "The Council adopted three decisions on Monday in Geneva.",
        "The Assembly adopted four resolutions on Myanmar, Yemen and Mali.",
    ],
)
def test_no_topics(tell: Story, text: str) -> None:
    """Days, occasions and names are none."""
    (item,) = tell(text).resolutions

    assert item.subjects == ()
