"""Acts told in the past perfect or beside a document: news where the words place them at the meeting."""

from __future__ import annotations

import pytest

from support.stories import Story


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Earlier, the Senate had ratified the treaty on fisheries.", "ratified"),
        ("The Council had first adopted, by 9 votes to 4, a resolution on rivers.", "adopted"),
        (
            "The Oslo Charter, adopted at the closing session, binds the Nordic Council to cut waste.",
            "adopted",
        ),
        ("Norway and Chile vowed to protect whales in a declaration signed by their ministers.", "signed"),
        ("The African Union summit closed on Friday with all 17 decisions adopted.", "adopted"),
        ("Parliament rebuked Peru for its plans to mine, passing a law on coasts on Friday.", "adopted"),
        ("A bill on schools is to be passed in May, the minister promised.", "adopted"),
        # What places a deed before another at the same meeting
        ("By the time the guests left, the Senate had approved the treaty on fisheries.", "approved"),
        ("Under a decision taken in the same session, the Nordic Council may sell its house.", "adopted"),
        # A statement that is told in the present
        ("In a joint statement issued in Suva, Fiji and Tonga urge richer states to pay.", "adopted"),
        ("In its final communique, the African Union summit condemns the coup.", "adopted"),
        ("In a joint declaration signed by their ministers, Fiji and Tonga call for calm.", "signed"),
        ("“We have adopted the Lima Declaration,” the chair, Ana Costa, told reporters.", "adopted"),
        ("The visit to Fiji produced a joint declaration.", "adopted"),
        ("All fifteen members of the Security Council were in favour of the text.", "adopted"),
        ("The Nordic Council wound up its session with a declaration on whales.", "adopted"),
        ("Its core, the Forest Law, was passed by the Senate.", "adopted"),
        ("The Senate approved what its backers call the toughest law on plastics.", "approved"),
        ("Not until dawn did the ministers of Chile and Peru agree on a treaty.", "agreed"),
        ("Chile and Peru extended their truce by 30 days.", "extended"),
        ("Presidents of both sides set their seal on a pact on fishing.", "signed"),
        ("The International Court of Justice delivered its advisory opinion on Friday.", "adopted"),
        ("The gavel fell at three on Friday. The Lima Declaration had been adopted.", "adopted"),
        ("The “Roadmap on Rice” was among the documents adopted in Lima.", "adopted"),
        ("Chile and Peru announced the conclusion of negotiations on a trade agreement.", "agreed"),
        ("The Lima Declaration, agreed after a night of talks, calls for an end to waste.", "agreed"),
        ("The European Union hit Belarus with new sanctions on Friday.", "adopted"),
        ("The Senate lifted most of the sanctions on Mali on Friday.", "repealed"),
        # The tenth to do it has done it
        ("Chile on Friday became the tenth state to ratify the treaty on fisheries.", "ratified"),
        # Those who came together for it
        ("Ministers of Fiji and Tonga sat down to sign an agreement on tuna.", "signed"),
        ("The presidents of Chile and Peru met in Lima on Friday to sign a treaty on water.", "signed"),
    ],
)
def test_news(tell: Story, text: str, action: str) -> None:
    """Words that place the act at the meeting, a vote, or a clause that tells what the document says."""
    assert [item.action for item in tell(text).resolutions] == [action]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty, signed in Dakar, binds the two countries.",
        "The Council, which had adopted resolution 1701, met on Friday.",
        "The pipeline was built under an agreement signed by Norway and Chile.",
        "Norway had signed the agreement two years earlier.",
        "The presidents of Chile and Peru were to meet in Lima on Friday to sign a treaty on water.",
        "“We have signed many a treaty,” the minister said.",
        # What the sentence dates, and how far a treaty has come
        "The bloc was founded in 2001 by six states, whose leaders signed a convention there.",
        "He compared the night to the one in 2015 that produced the Paris Agreement.",
        "Twenty-seven countries have ratified the treaty on fisheries.",
        "The accession treaty is still going through the parliaments of Chile and Peru.",
        "Ten states had ratified the treaty by the end of May.",
        "A ratified treaty on the border binds Chile and Peru.",
        "Since the accord was signed, trade between Chile and Peru has doubled.",
        "Visitors can see the pen with which the treaty was signed.",
        "The anniversary of the signing of the accord was celebrated on Friday.",
        "Once ratified by both parliaments, the treaty will enter into force.",
        # What nobody did, what is said in debate, and what is in a name
        "Nobody signed the treaty on fisheries.",
        "Tonga refused to sign the treaty on fisheries.",
        "The African Union summit failed to produce a joint statement.",
        "She told the Nordic Council that her country could not support the accord.",
        "Ana Costa chairs the Conference to Negotiate a Treaty on Fisheries.",
        "In the joint declaration, Fiji and Tonga call for calm.",
    ],
)
def test_recalled(tell: Story, text: str) -> None:
    """What is told of the document in passing, without a word that places it here, is background."""
    assert tell(text).resolutions == []
