"""Who signed where the sentence lists offices, counts states, or says "they"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.stories import Story


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        (
            "The Government of Kenya and the African Development Bank signed a loan agreement on Monday.",
            {"Kenya", "African Development Bank"},
        ),
        (
            "A cooperation agreement between Interpol and the World Bank was signed in Lyon on Monday.",
            {"Interpol", "World Bank"},
        ),
    ],
)
def test_organizations_sign_for_themselves(tell: Story, sentence: str, parties: set[str]) -> None:
    """What an organization signs with a government has parties and no body."""
    (item,) = tell(sentence).resolutions
    assert item.body is None
    assert set(item.parties) == parties


def test_a_parliament_consents_to_a_treaty_of_others(tell: Story) -> None:
    """The parties of the treaty are told also where the parliament approves it."""
    (item,) = tell(
        "The European Parliament approved the trade agreement between Chile and Japan."
    ).resolutions
    assert item.body == "European Parliament"
    assert set(item.parties) == {"Chile", "Japan"}


def test_as_many_states_as_the_report_names_without_its_observers(tell: Story) -> None:
    """Observers of a meeting sign nothing."""
    report = (
        "Ministers of Ghana and Togo opened the talks in Accra. Benin and Niger sent their envoys. "
        "The foreign ministers of the four countries signed a treaty on fishing on Monday. "
        "France attended as an observer."
    )
    (item,) = tell(report).resolutions
    assert set(item.parties) == {"Ghana", "Togo", "Benin", "Niger"}


@pytest.mark.parametrize(
    "sentence",
    [
        "In the banquet hall of the palace, Jordan and Iraq signed a memorandum on electricity.",
        "Jordan and Iraq Wednesday signed deals on a bridge, the Roads Authority said.",
        "Jordan signed a treaty on mutual legal assistance with Iraq.",
        "The Jordanian prime minister signed an agreement on closer economic ties with Iraq's leader.",
    ],
)
def test_two_states_sign_whatever_stands_between(tell: Story, sentence: str) -> None:
    """Places and days before the verb, topics before the other side."""
    (item,) = tell(sentence).resolutions
    assert item.body is None
    assert item.parties == ("Jordan", "Iraq")


def test_no_topic_tells_of_company(tell: Story) -> None:
    """As in "in cooperation with": who helped signs nothing."""
    (item,) = tell("Jordan and Iraq signed a treaty after talks on trade with Egypt.").resolutions
    assert item.parties == ("Jordan", "Iraq")


def test_the_treaty_spoken_of_has_the_parties_told_before(tell: Story) -> None:
    """Where it is to be signed and nobody is named."""
    items = tell(
        "Fiji and Samoa signed a joint communique on Monday. The treaty is expected to be signed in June."
    ).resolutions
    assert [set(item.parties) for item in items] == [{"Fiji", "Samoa"}] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        "The European Union and Japan adopted a joint statement at their summit on Friday.",
        "The leaders of the European Union and Japan adopted a joint statement on Friday.",
    ],
)
def test_an_organization_and_a_state_make_a_joint_document(tell: Story, sentence: str) -> None:
    """Neither is the body of the other."""
    (item,) = tell(sentence).resolutions
    assert item.body is None
    assert set(item.parties) == {"European Union", "Japan"}


def test_the_state_that_accedes_is_a_party(tell: Story) -> None:
    """As in "Finland's accession protocol"."""
    (item,) = tell("The Riksdag of Sweden ratified Georgia's accession protocol on Thursday.").resolutions
    assert set(item.parties) == {"Sweden", "Georgia"}


def test_what_a_state_decides_for_itself_has_no_parties(tell: Story) -> None:
    """Its government is no party to anything."""
    for item in tell("The Polish government repealed the decree on rents on Friday.").resolutions:
        assert item.parties == ()


def test_a_ministry_signs_for_its_state_beside_a_bank(tell: Story) -> None:
    """As in "Fiji's finance ministry"."""
    (item,) = tell(
        "The Asian Development Bank and Fiji's finance ministry signed a loan agreement on Monday."
    ).resolutions
    assert item.body is None
    assert set(item.parties) == {"Asian Development Bank", "Fiji"}
