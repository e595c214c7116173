"""The words by which a report tells a meeting from others: its topic, who held it, its proper name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.numbers import parse_ordinal
from newsroom_enrich.components.resolutions.grammar import subject

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.components.resolutions.reading import Reading

_HOLDING = frozenset(
    "hold open begin start conclude close end wrap wind finish convene attend host have".split()
)
_GENERIC_TOPIC = re.compile(
    r"^(?:of|for|with|between) (?:the |its |their )?(?:group|bloc|organi[sz]ation|body|alliance|year|"
    r"day|week|council|"
    r"union|members?|assembly|committee|commission|parliament|board|conference|house|senate|forum|"
    r"summit|chamber|kind|sort|type)\b(?! of)",
    re.IGNORECASE,
)
_MEETINGS = frozenset("summit session meeting conference visit forum congress".split())
_MAX_WORDS_CHARACTERS = 80
_OPENING = frozenset({"open", "close", "begin", "start", "attend"})
_ASIDES = frozenset({"acl", "relcl", "appos", "advcl"})
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december".split()
)
_JOINING = frozenset("- – — / +".split())
_DATED = re.compile(
    r"\b(?:on|of|for) (?:\d|next|last|this|today|tomorrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:January|"
    r"February|March|April|May|June|July|August|September|October|November|December)\b)"
)


def topic_of(reading: Reading, token: Token) -> str:
    """As in "on the reconstruction of Gaza", "of justice ministers": what tells one conference from
    another.
    """
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in {"on", "of", "for", "with", "between"}:
            words = reading.doc[child.i : _end_of_topic(child)].text
            topic = re.split(r"[;:(]| (?:in|at|on) (?=[A-Z\d])", words)[0].strip(" ,")[:_MAX_WORDS_CHARACTERS]
            if not _GENERIC_TOPIC.match(topic) and not _DATED.match(topic):
                return topic
    return ""


def _end_of_topic(preposition: Token) -> int:
    """The end of a topic, without the clauses on it: "of ministers of home affairs, chaired by X"."""
    clauses = [t.left_edge.i for t in preposition.subtree if t.dep_ in {"acl", "relcl"}]
    inside = [at for at in clauses if at > preposition.i + 1]
    return min(inside, default=preposition.right_edge.i + 1)


def label_of(reading: Reading, token: Token, qualifiers: frozenset[str], known: str | None) -> str:
    """As "Francophonie", "Africa-Europe": the proper words right before the noun that are no known body."""
    first = token.i
    while first > token.sent.start and _is_label(reading.doc[first - 1], qualifiers):
        first -= 1
    while first < token.i and reading.doc[first].pos_ == "PUNCT":
        first += 1
    words = reading.doc[first : token.i].text.strip()
    owner = next((c for c in token.lefts if c.dep_ == "poss" and c.tag_ == "NNS"), None)
    if not words and owner is not None and owner.lower_ not in qualifiers:
        return f"{owner.text}'"  # "a donors' conference"
    return (
        "" if first == token.i or (known and reading.entities_in(first, token.i, "organization")) else words
    )


def _is_label(token: Token, qualifiers: frozenset[str]) -> bool:
    if token.text in _JOINING:
        return True
    if token.tag_ == "POS" or token.lower_ in qualifiers | _DAYS or parse_ordinal(token.text):
        return False
    is_proper = token.text == "Plus" or (token.text[:1].isupper() and token.pos_ in {"PROPN", "ADJ", "NOUN"})
    return is_proper and not (token.is_sent_start and token.pos_ != "PROPN")


def holder_of(reading: Reading, token: Token, verb: Token | None) -> str:
    """As in "of the foreign ministers of the Nordic countries": who held the meeting, in the words of the
    text; also who did something at a meeting of theirs.
    """
    is_theirs = any(child.lower_ in {"its", "their"} for child in token.lefts)
    if verb is None or not (is_theirs or verb.lemma_ in _HOLDING):
        return ""
    who = subject(verb)
    if (
        who is None
        or who.i == token.i
        or who.pos_ == "PRON"
        or who.dep_ == "nsubjpass"
        or who.lemma_.casefold() in _MEETINGS
    ):
        return ""
    people = reading.entities_in(who.left_edge.i, who.right_edge.i + 1, "person")
    if len(people) > 1:
        return "of " + ", ".join(person.name for person in people[:-1]) + f" and {people[-1].name}"
    if people and verb.lemma_ in _OPENING:
        return ""  # the host opened it, and is not who met
    words = phrase_of(reading, who)
    return "" if _DATED.search(words) else f"of {words[:_MAX_WORDS_CHARACTERS]}"


def phrase_of(reading: Reading, who: Token) -> str:
    """A noun phrase with its list of states, without the clauses on it: "the presidents of Mali, Niger and
    Chad, meeting in Bamako".
    """
    end = who.right_edge.i + 1
    for token in who.subtree:
        if token.i > who.i and token.dep_ in _ASIDES:
            end = min(end, token.left_edge.i)
    words = reading.doc[who.left_edge.i : end].text
    return re.split(r"[;:(]", words)[0].strip(" ,-–—").replace("The ", "the ", 1)
