"""Who decided, when, where, about what, with whom."""

from __future__ import annotations

from support.stories import Story

SECURITY_COUNCIL = "United Nations Security Council"


def test_the_body_goes_by_its_canonical_name(tell: Story) -> None:
    """Named, or meant by "the Council" and "the 15-member body"."""
    named, meant = tell(
        "The UN Security Council met on Mali on Friday and adopted a resolution on refugees.\n\n"
        "The 15-member body also adopted a presidential statement on Chad."
    ).resolutions

    assert (named.body, meant.body) == (SECURITY_COUNCIL, SECURITY_COUNCIL)


def test_a_body_that_is_only_meant_is_no_mention(tell: Story) -> None:
    """The mentions of an entity are its names."""
    notes = tell("The UN Security Council met on Friday. The Council adopted a resolution on Mali.")

    (council,) = [entity for entity in notes.entities if entity.name == SECURITY_COUNCIL]
    assert len(council.mentions) == 1
    assert notes.resolutions[0].body == SECURITY_COUNCIL


def test_day_and_place_of_the_dateline(tell: Story) -> None:
    """Unless the sentence gives its own."""
    lead, other = tell(
        "NAIROBI, March 13 (Wire) -- The Assembly adopted a declaration on forests on Thursday. "
        "Kenya and Uganda signed a treaty on forests in Kampala on 12 March."
    ).resolutions

    assert (lead.date, lead.place) == ("2025-03-13", "Nairobi")
    assert (other.date, other.place) == ("2025-03-12", "Kampala")
    assert lead.evidence.quote == "The Assembly adopted a declaration on forests on Thursday."


def test_parties(tell: Story) -> None:
    """Those who sign, in the order of the text."""
    (item,) = tell("Norway, Chile and Peru signed a treaty on fisheries in Lima on Friday.").resolutions

    assert item.parties == ("Norway", "Chile", "Peru")
    assert item.body is None


def test_parties_by_their_ministers(tell: Story) -> None:
    """A minister signs for the country."""
    (item,) = tell(
        "Norwegian Foreign Minister Espen Barth Eide and Chilean Foreign Minister Alberto van Klaveren "
        "signed a treaty on fisheries in Oslo on Friday."
    ).resolutions

    assert item.parties == ("Norway", "Chile")


def test_subjects(tell: Story) -> None:
    """What the documents are about, where the sentence says it with the document."""
    (item,) = tell(
        "Kenya and Ghana signed eight agreements on trade, energy and health on Friday."
    ).resolutions

    assert item.subjects == ("trade", "energy", "health")


def test_symbols_are_completed(tell: Story) -> None:
    """With the series of the body and the year."""
    (item,) = tell("The UN General Assembly adopted resolution 79/210 on Friday.").resolutions

    assert item.symbol == "A/RES/79/210"


def test_the_unanimous_vote_of_all(tell: Story) -> None:
    """For is the number of members."""
    (item,) = tell(
        "The Security Council extended the sanctions on Friday by the unanimous vote of its 15 members."
    ).resolutions

    assert item.vote is not None
    assert (item.vote.for_, item.vote.against, item.vote.unanimous) == (15, 0, True)


def test_a_veto_is_told_from_a_lost_vote(tell: Story) -> None:
    """Ten votes are enough in the Security Council, unless a permanent member says no."""
    (vetoed,) = tell(
        "A draft resolution on Syria won 10 votes in favour in the Security Council on Friday "
        "but was not adopted, since Russia voted against it."
    ).resolutions
    (lost,) = tell(
        "The Security Council rejected a draft resolution on Syria on Friday by 5 votes to 4, "
        "with six abstentions."
    ).resolutions

    assert (vetoed.action, lost.action) == ("vetoed", "rejected")


def test_a_planned_one_has_its_own_day(tell: Story) -> None:
    """The day on which it is to happen."""
    (item,) = tell("Fiji and Tonga are to sign a treaty on tuna in Suva on 2 April.").resolutions

    assert (item.status, item.date, item.place) == ("planned", "2025-04-02", "Suva")


def test_paragraph_numbers_are_no_evidence(tell: Story) -> None:
    """A numbered paragraph begins behind its number."""
    (item,) = tell("4. The Committee adopted its report on the rights of the child on Friday.").resolutions

    assert item.evidence.quote.startswith("The Committee")
