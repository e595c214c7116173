"""What a vote without a verb of deciding comes to: "84 states supported the draft", "it drew ten votes"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.grammar import lemma_of, particle
from newsroom_enrich.components.resolutions.verbs import SUPPORT
from newsroom_enrich.components.votes import Tally, read_tally

if TYPE_CHECKING:
    from spacy.tokens import Span

    from newsroom.contracts import Action, ResolutionStatus
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.bodies import Bodies
    from newsroom_enrich.components.resolutions.reading import Reading

    Verdict = tuple[Action, ResolutionStatus]

SECURITY_COUNCIL = "Security Council"
SECURITY_COUNCIL_SEATS = 15
SECURITY_COUNCIL_MAJORITY = 9

# What nobody opposed, and nobody counted.
UNCOUNTED = re.compile(
    r"\bby (?:consensus|acclamation|voice vote)\b|\bwithout (?:a |any )?(?:vote|division)\b", re.IGNORECASE
)
# What states join, one by one.
_ENDORSED = frozenset({"declaration", "statement", "initiative", "charter"})
_SHORT = re.compile(
    r"\bshort of\b|\bfewer than (?:needed|required)|\bnot enough\b|\bnowhere near\b|"
    r"\b(?:majority|two[- ]thirds|threshold|quorum)\b[^.;]{0,40}\b(?:missed|not (?:reached|met|obtained))\b"
)


def by_vote(reading: Reading, bodies: Bodies, act: Act, sentence: Span) -> Verdict | None:
    """What a vote without a verb of deciding comes to, by its numbers."""
    if act.mood == "failed":  # "had told the plenary that his country could not support the deal" is talk
        return None if act.verb.dep_ == "ccomp" else ("rejected", "failed")
    tally = read_tally(sentence.text, reading.voters_in(sentence))
    if act.mood != "done" or (tally.in_favour is None and not tally.unanimous):
        return None
    if _is_lost(reading, bodies, tally, act):
        return "rejected", "failed"
    return ("approved" if lemma_of(act.trigger) == "approve" else "adopted"), "done"


def counts_supporters(act: Act) -> bool:
    """As in "Four members backed the draft": what many or few did, and not the body."""
    before = [token for word in act.actors for token in [word, *word.lefts]]
    numbered = any(token.pos_ == "NUM" for token in before)
    known = any(token.lower_ in {"the", "these", "all", "both"} for token in before)
    if particle(act.trigger) is not None:
        return False  # "346 members voted the law through"
    counted = SUPPORT - {"endorse"} if all(p.kind in _ENDORSED for p in act.phrases) else SUPPORT
    return numbered and not known and act.reason == "verb" and lemma_of(act.trigger) in counted


def _is_lost(reading: Reading, bodies: Bodies, tally: Tally, act: Act) -> bool:
    in_favour = tally.in_favour or 0
    if _SHORT.search(reading.words_of(act.verb.sent)):
        return True
    if tally.unanimous or (tally.against is not None and in_favour <= tally.against):
        return not tally.unanimous
    body = bodies.last or bodies.body_of(act) or ""
    return SECURITY_COUNCIL in body and in_favour < SECURITY_COUNCIL_MAJORITY
