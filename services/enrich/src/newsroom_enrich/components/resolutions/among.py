"""Whether states, companies or institutions act for themselves, and not as a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.actors import LEADERS, MEMBERS, MINISTERS, classify_word
from newsroom_enrich.components.resolutions.grammar import noun_phrase_end
from newsroom_enrich.components.resolutions.signers import organizations

if TYPE_CHECKING:
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.reading import Reading

_SIDES_REACH = 12
STATES = frozenset({"country", "state", "nation", "government"})


def by_states(reading: Reading, act: Act) -> bool:
    """Whether states or persons act, and no body with them."""
    classes = [classify_word(reading, word) for word in act.actors]
    signing = act.action == "signed" and "country" in classes
    of_sides = act.action in {"signed", "agreed"} or act.reason == "issued"
    if of_sides and len(organizations(reading, act)) > 1:
        return True
    return signing or classes.count("country") > 1 or bool(classes and classes[0] in {"country", "person"})


def among_themselves(reading: Reading, act: Act) -> bool:
    """Ministers or envoys of states, or two sides, that sign for their states and not as a body."""
    if act.reason == "joint" or _is_of_two_sides(reading, act):
        return True
    if act.action not in {"signed", "agreed"} and act.reason != "issued":
        return False
    for word in act.actors:
        lemma = word.lemma_.casefold()
        words = {token.lower_ for token in reading.doc[word.left_edge.i : noun_phrase_end(word)]}
        numbered = any(child.pos_ == "NUM" for prep in word.rights for child in prep.children)
        if act.action == "signed" and lemma in STATES and any(t.pos_ == "NUM" for t in word.lefts):
            return True
        if lemma in MINISTERS and (words & {"countries", "states", "nations"} or numbered):
            return True
        if words & {"two", "both"} and lemma in MEMBERS | LEADERS | MINISTERS:
            return True
    return False


def _is_of_two_sides(reading: Reading, act: Act) -> bool:
    """As in "At the end of the visit a joint statement was released"."""
    doc = reading.doc
    joint = any(
        token.lower_ == "joint" for phrase in act.phrases for token in doc[phrase.start : phrase.head]
    )
    return joint and not act.actors and reading.is_visit


def has_sides(reading: Reading, act: Act) -> bool:
    """As in "the signing of the accord between Ethiopia and Somalia"."""
    doc = reading.doc
    for phrase in act.phrases:
        end = min(phrase.end + _SIDES_REACH, act.verb.sent.end)
        at = next((i for i in range(phrase.end, end) if doc[i].lower_ == "between"), None)
        if at is not None and len(reading.entities_in(at, end, "country")) > 1:
            return True
    return False
