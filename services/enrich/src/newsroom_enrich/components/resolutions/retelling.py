"""Whether two items are one decision that the report tells twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom_enrich.components.resolutions.items import Item

# How far apart, in sentences, the lead and the sentence with the name and the vote may stand.
_RETOLD_SENTENCES = 3
_MEANT_SENTENCES = 12
RESTATED_SENTENCES = 2
_LEAD_SENTENCES = 2
_TREATIES = frozenset({"treaty", "convention", "agreement", "protocol"})
_SAYING_YES = frozenset({"adopted", "approved", "endorsed"})
_DECLARED = frozenset({"statement", "declaration", "communique"})


def same_decision(first: Item, later: Item) -> bool:
    """Whether two items are one decision, told twice."""
    if first.symbol and later.symbol:
        return _code(first) == _code(later)
    if _is_one_phrase(first, later) or _is_voted_on(first, later):
        return True
    if is_retold(first, later) or _is_its_outcome(first, later) or _is_named_behind(first, later):
        return True
    if _is_one_more(first, later) or _contradict(first, later):
        return False
    if first.count != later.count and not (later.is_definite and later.count is None):
        return False
    if later.is_anaphoric or (later.is_definite and not later.is_named):
        near = later.sentence - first.sentence <= _MEANT_SENTENCES
        return near and not _is_of_another_matter(first, later)
    alike = first.count not in {1, None} or _alike(first, later)
    return is_lead_of(first, later) or (first.action == later.action and alike)


def _is_of_another_matter(first: Item, later: Item) -> bool:
    """As in "lifted most sanctions on Niger. ... also lifted the sanctions on Guinea"."""
    if later.also and later.kind == "sanctions" and later.words - first.words:
        return True  # "further lifts the sanctions on the Republic of Guinea"
    if later.is_anaphoric or not later.words or first.words & later.words:
        return False
    return later.also or (later.kind == "sanctions" and bool(first.words))


def _is_one_phrase(first: Item, later: Item) -> bool:
    """As in "approved four rules and closed with a charter, adopted at noon": two verbs on one document."""
    if first.phrase is None or first.phrase is not later.phrase or later.by_pronoun or first.by_pronoun:
        return False
    return first.status == later.status and {first.action, later.action} <= _SAYING_YES


def _is_voted_on(first: Item, later: Item) -> bool:
    """As in "approved the tariffs: ten states backed the decision": one sentence, and the vote on it."""
    one = first.sentence == later.sentence and first.count == later.count == 1 and first.kind == later.kind
    vote, act = (later, first) if first.tally.is_empty else (first, later)
    counted = vote.tally.in_favour is not None and vote.reason in {"support", "votes", "verb"}
    return (
        one
        and counted
        and act.tally.is_empty
        and act.status == vote.status
        and later.is_definite
        and not vote.is_named
    )


def _is_one_more(first: Item, later: Item) -> bool:
    """Whether the later one stands beside the first: in one list, in one sentence, or each in a sentence like
    "Under a resolution on rain, ...", unless the first is the lead.
    """
    if first.reason == later.reason == "content" or (later.phrase is not None and later.phrase.one_more):
        return True
    apart = first.sentence == later.sentence and first.phrase is not later.phrase
    if apart and not (later.is_anaphoric and later.words <= first.words):
        return True
    told_by = "by" in {first.reason, later.reason} and not later.is_definite
    return told_by and (first.reason == "by" or first.sentence >= _LEAD_SENTENCES)


def _contradict(first: Item, later: Item) -> bool:
    """Whether the two tell of different kinds, outcomes, bodies, votes or titles."""
    if first.kind != later.kind and not later.is_anaphoric and not is_akin(first, later):
        return True
    if first.status != later.status:
        told_again = later.is_anaphoric or later.is_definite
        if "failed" not in {first.status, later.status} or not told_again:
            return True
    if "signed" in {first.action, later.action} and first.action != later.action and first.kind == "law":
        return True  # what a parliament passes, a president signs
    if later.by_pronoun and {first.action, later.action} == {"adopted", "signed"}:
        return True
    if "thing" in {first.reason, later.reason} and (first.body, first.parties) != (later.body, later.parties):
        return True
    other_body = first.body is not None and later.body is not None and first.body != later.body
    return other_body or _two_votes(first, later) or _two_titles(first, later)


def is_akin(first: Item, later: Item) -> bool:
    """As "the first global treaty against X" and "the X Convention": one kind is the other's general word."""
    shared = bool(first.words & later.words) or not later.words
    return {first.kind, later.kind} <= _TREATIES and shared and later.is_definite


def is_retold(first: Item, later: Item) -> bool:
    """The lead tells the matter without name or numbers, the next sentences the named document and its
    vote.
    """
    near = 0 < later.sentence - first.sentence <= _RETOLD_SENTENCES and first.status == later.status
    loose = first.count == 1 and first.tally.is_empty and not first.is_named and first.kind not in _DECLARED
    told = later.count == 1 and not later.tally.is_empty and later.is_named
    if not (near and loose and told):
        return False
    if first.phrase is None or not first.phrase.strong or first.words & later.words:
        return True
    # "Resolution 2770 (2025) was adopted by 13 votes": the sentence says nothing else of it.
    leads = later.phrase is not None and later.phrase.start < later.at
    silent = not any(word.isalpha() for word in later.words)
    return leads and silent and (first.kind, first.action) == (later.kind, later.action)


def _is_named_behind(first: Item, later: Item) -> bool:
    """As in "adopted a text on aid by 14 votes. By the terms of resolution 2664 (2022), ..."."""
    near = 0 < later.sentence - first.sentence <= RESTATED_SENTENCES
    alike = (first.kind, first.count, first.body, first.status) == (later.kind, 1, later.body, later.status)
    named = later.symbol is not None and first.symbol is None and later.tally.is_empty
    return near and alike and named and later.reason == "by"


def is_lead_of(first: Item, later: Item) -> bool:
    """As in "agreed a joint declaration ... The Lima Declaration was adopted on Saturday"."""
    in_lead = first.sentence < _LEAD_SENTENCES <= later.sentence
    untitled = first.count == later.count == 1 and not first.is_named
    return in_lead and untitled and later.is_titled and later.is_definite and not first.is_definite


def _is_its_outcome(first: Item, later: Item) -> bool:
    """As in "the draft won ten votes but was not adopted"."""
    of_vote = later.status != "planned" and later.action != "signed"
    return first.reason == "votes" and of_vote and first.phrase is not None and first.phrase is later.phrase


def _code(item: Item) -> str:
    return (item.symbol.code or item.symbol.number or "") if item.symbol else ""


def _two_votes(first: Item, later: Item) -> bool:
    a, b = first.tally, later.tally
    if a.in_favour is None:
        return False
    if a.in_favour == b.in_favour:
        return False
    return (b.unanimous and not a.unanimous) or b.in_favour is not None


def _two_titles(first: Item, later: Item) -> bool:
    titles = [item.phrase.title for item in (first, later) if item.phrase is not None and item.phrase.title]
    if len(titles) < 2:
        return False
    a, b = (set(title.casefold().split()) for title in titles)
    # "The Trade Agreement" may be the Regional Trade Agreement, "a Trade Agreement with Peru" is another.
    return a != b and not (later.is_definite and (a <= b or b <= a))


def _alike(first: Item, later: Item) -> bool:
    """Whether two documents of a kind are about the same: their words overlap, or one says nothing."""
    if first.is_titled and later.is_titled:
        return True
    if first.phrase and later.phrase and first.is_named != later.is_named:
        named, other = (first, later) if first.is_named else (later, first)
        return bool(other.words & named.words) or not other.words
    shared = first.words & later.words
    return len(shared) * 2 >= min(len(first.words), len(later.words))
