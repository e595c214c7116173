"""Dates that stand around an act, and not in its own clause: beside its document, before "when", above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.grammar import carrying_verb, climb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.components.dates import DateSpan
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.reading import Reading

# Who looks on is there on the day on which the others sign.
_LOOKING_ON = frozenset("look watch witness oversee attend see supervise preside".split())

# Before its decision a document was "prepared by ministers at the weekend".
_DRAFTED = frozenset("prepare draft draw write compose submit table circulate present propose".split())


def date_around(reading: Reading, act: Act) -> DateSpan | None:
    """The date of an act whose own clause gives none."""
    return (
        _beside_document(reading, act) or _when_before(reading, act.verb) or _around_clause(reading, act.verb)
    )


def _beside_document(reading: Reading, act: Act) -> DateSpan | None:
    """As in "A declaration released on Sunday bears the title ...": the day of the participle."""
    nouns = (reading.tokens[phrase.head] for phrase in act.phrases)
    beside = (child for noun in nouns for child in noun.children if child.dep_ == "acl")
    told = (reading.date_of(c) for c in beside if c.tag_ == "VBN" and c.lemma_ not in _DRAFTED)
    return next((found for found in told if found is not None), None)


def _when_before(reading: Reading, verb: Token) -> DateSpan | None:
    """As in "It had begun on Saturday, when the ten signed the charter": the day before "when"."""
    when = next((child for child in verb.children if child.lower_ == "when" and child.i < verb.i), None)
    if when is None or when.i <= verb.sent.start:
        return None
    before = reading.dates_in(verb.sent.start, when.i)
    between = reading.text[before[-1][1].end : when.idx] if before else "none"
    return before[-1][1] if between.strip(" ,") == "" else None


def _around_clause(reading: Reading, verb: Token) -> DateSpan | None:
    """As in "On Tuesday they watched the papers that ministers signed", "What came out on Friday was a
    charter, adopted with a plan": the day of the clause around a relative one.
    """
    if verb.dep_ not in {"relcl", "acl"}:
        return None
    above = carrying_verb(verb)
    if above is None:
        return None
    if verb.dep_ == "relcl":
        chain = [above, *(head for head in climb(above) if head.pos_ == "VERB")]
        on = next((head for head in chain if head.lemma_ in _LOOKING_ON), None)
        return reading.date_of(on) if on is not None else None
    clefts = (c for c in above.children if above.lemma_ == "be" and c.doc[c.left_edge.i].lower_ == "what")
    return next((found for c in clefts if (found := reading.date_of(c)) is not None), None)
