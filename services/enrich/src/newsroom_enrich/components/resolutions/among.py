"""Whether states, companies or institutions act for themselves, and not as a body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.dates.component import is_in_date
from newsroom_enrich.components.resolutions.actors import (
    GENERIC,
    LEADERS,
    MEMBERS,
    MINISTERS,
    belongs,
    classify_word,
)
from newsroom_enrich.components.resolutions.grammar import noun_of, noun_phrase_end
from newsroom_enrich.components.resolutions.several import (
    is_joined,
    is_joint,
    is_of_several,
    several_listed,
    sides_of,
)
from newsroom_enrich.components.resolutions.sides import (
    is_home_of_another,
    is_state,
    sides_in,
    sides_meant,
)
from newsroom_enrich.components.resolutions.signers import named_before, organizations

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.reading import Reading

_SIDES_REACH = 12
STATES = frozenset({"country", "state", "nation", "government"})
_OF_SIDES = frozenset({"signed", "agreed"})
# Before "with" these tell of company, not of the other side.
_COMPANY = frozenset(
    "accordance line together along cooperation coordination consultation conformity talks meeting keeping "
    "connection negotiated negotiations negotiating discussed deal compliance solidarity starting".split()
)
_LOOKING_ON = re.compile(
    r"\b(?:as (?:a |the )?\w+|looking on|watching|attending|presiding|in attendance|present)\b"
)
_WITH_REACH = 4
_TOPIC_REACH = 9
_OF_TOPIC = frozenset({"on", "of", "about", "concerning", "regarding", "for"})
_AT = frozenset({"after", "during", "at", "following", "before"})
_JOINING = frozenset("the and , ( ) both of kingdom republic government governments".split())
_MEMBER = re.compile(r"\bmembers?\b", re.IGNORECASE)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PAIR = re.compile(
    r"\b(?:[Tt]he pair|[Tt]he two (?:sides|leaders|presidents|prime ministers|ministers|countries|heads|men|"
    r"governments|nations|then|also|held|met|looked)|"
    r"[Bb]oth (?:sides|leaders|presidents|countries|governments))\b"
)


def by_states(reading: Reading, act: Act) -> bool:
    """Whether states or persons act, or several sides, and no body by itself."""
    if act.action in _OF_SIDES or act.reason == "issued" or is_joint(reading, act):
        if len(organizations(reading, act)) > 1 or several_listed(reading, act):
            return True
        if sides_meant(reading, act):
            return True
        if (act.actors and other_sides(reading, act)) or any(sides_of(reading, word) for word in act.actors):
            return True
        if any(is_of_several(reading, word) for word in act.actors) or is_joined(reading, act):
            return True
        if is_joint(reading, act) and has_sides(reading, act):
            return True
    if act.actors and _MEMBER.search(reading.doc[act.actors[0].left_edge.i : act.actors[0].i + 1].text):
        return False
    classes = [classify_word(reading, word) for word in act.actors]
    if len(named_before(reading, act)) > 1:
        return True
    signing = act.action == "signed" and "country" in classes
    if act.actors and act.actors[0].lower_ == "we" and speakers(reading, act):
        return True
    return signing or classes.count("country") > 1 or bool(classes and classes[0] in {"country", "person"})


def speakers(reading: Reading, act: Act) -> list[EntityDraft]:
    """The people of "We, Ana Costa, President of Chile, and ...", if there are several."""
    start = act.actors[0].i if act.actors else act.verb.i
    found = reading.entities_in(start, act.verb.i, "person")
    return found if len(found) > 1 else []


def other_sides(reading: Reading, act: Act) -> list[EntityDraft]:
    """Those with whom it was signed: "a pact on fish with Peru", "two pacts: with Peru, and with Fiji"."""
    doc = reading.doc
    found: list[EntityDraft] = []
    for phrase in act.phrases:
        start = act.verb.i + 1 if act.verb.i < phrase.start else phrase.end
        later = [p.start for p in reading.phrases_in(phrase.end, act.verb.sent.end)]
        for at in range(min(start, phrase.end), min([act.verb.sent.end, *later])):
            if doc[at].tag_ in _FINITE and doc[at].i != act.verb.i:
                break
            if doc[at].lower_ == "with" and _leads_to_side(doc[at], act):
                found += [e for e in _side_behind(reading, at) if e not in found]
    return found


def _is_of_topic(noun: Token, act: Act) -> bool:
    """As "partnership" in "a treaty on strategic partnership with Peru": of the topic of a document."""
    doc = noun.doc
    for phrase in act.phrases:
        between = doc[phrase.end : noun.i + 1]
        if 1 < len(between) <= _TOPIC_REACH and between[0].lower_ in _OF_TOPIC:
            stops = (t for t in between if t.text != ",")
            return not any(t.is_punct or t.pos_ in {"VERB", "AUX"} or t.lower_ in _AT for t in stops)
    return False


def _leads_to_side(preposition: Token, act: Act) -> bool:
    before = preposition.nbor(-1)
    behind = preposition.doc[preposition.i : preposition.sent.end].text
    of_topic = before.lower_ not in {"talks", "meeting"} and _is_of_topic(before, act)
    is_document = any(before.i == phrase.head for phrase in act.phrases)  # "a deal with Peru"
    if (before.lower_ in _COMPANY and not (of_topic or is_document)) or (
        before.text == "," and _LOOKING_ON.search(behind)
    ):
        return False
    inside = any(phrase.start <= before.i < phrase.end or before.i in phrase.outer for phrase in act.phrases)
    one_of_several = before.lower_ in {"one", "another", "other", "second"}
    near = (
        inside
        or of_topic
        or one_of_several
        or before.pos_ in {"PUNCT", "CCONJ", "PROPN"}
        or is_in_date(before)
    )
    return near or preposition.head.i == act.verb.i or any(preposition.head.i in p.outer for p in act.phrases)


def _side_behind(reading: Reading, at: int) -> list[EntityDraft]:
    """The states and organizations right behind "with", with those coordinated."""
    doc = reading.doc
    found: list[EntityDraft] = []
    last = at
    for token, entity in reading.named_in(at + 1, doc[at].sent.end):
        between = doc[last + 1 : token.i]
        near = not found and len(between) <= _WITH_REACH and all(_leads_on(t) for t in between)
        if not near and any(t.lower_ not in _JOINING for t in between):
            break
        home = is_home_of_another(reading, token)
        last = token.i + home  # with its "'s"
        if home:
            continue
        if (entity.type == "organization" or is_state(entity)) and entity not in found:
            found.append(entity)
    return [e for e in found if not any(other is not e and belongs(e, other) for other in found)]


def _leads_on(token: Token) -> bool:
    """As "the representatives of" before the other side."""
    office = token.tag_ == "NNS" and noun_of(token) in MEMBERS | LEADERS | MINISTERS
    return token.pos_ in {"DET", "ADJ"} or office or token.lower_ == "of"


def among_themselves(reading: Reading, act: Act) -> bool:
    """Ministers or envoys of states, or two sides, that sign for their states and not as a body."""
    if (act.reason == "joint" and not _is_by_organ(reading, act)) or _is_of_two_sides(reading, act):
        return True
    if act.action not in {"signed", "agreed"} and act.reason != "issued":
        return is_joint(reading, act) and any(_is_of_a_few(word) for word in act.actors)
    for word in act.actors:
        lemma = noun_of(word)
        words = {token.lower_ for token in reading.doc[word.left_edge.i : noun_phrase_end(word)]}
        numbered = any(child.pos_ == "NUM" for prep in word.rights for child in prep.children)
        if words & {"member", "participating"}:
            continue
        counted = any(t.pos_ == "NUM" for t in word.lefts)
        if counted and lemma in STATES | {"producer"}:
            return True
        if lemma in MINISTERS and (words & {"countries", "states", "nations"} or numbered):
            return True
        if words & {"two", "both"} and lemma in MEMBERS | LEADERS | MINISTERS:
            return True
    return is_in_front_of_two(reading, act)


def _is_by_organ(reading: Reading, act: Act) -> bool:
    """As in "In its communique, the Council called for peace"."""
    unnamed = (word for word in act.actors if reading.entity_at(word) is None)
    return any(word.tag_ in {"NN", "NNP"} and noun_of(word) in GENERIC for word in unnamed)


def _is_of_a_few(word: Token) -> bool:
    """As in "the five sponsors": some of a body, that make a document of their own."""
    lemma = noun_of(word)
    counted = any(child.pos_ == "NUM" for child in word.lefts)
    of_all = lemma in LEADERS | MINISTERS | {"member"} or any(child.lower_ == "all" for child in word.lefts)
    return counted and word.tag_ == "NNS" and not of_all


def is_in_front_of_two(reading: Reading, act: Act) -> bool:
    """As in "The pair looked on as their ministers signed", "the two then witnessed the exchange of"."""
    if act.action not in _OF_SIDES or _PAIR.search(reading.words_of(act.verb.sent)) is None:
        return False
    lemmas = {noun_of(word) for word in act.actors}
    return not act.actors or bool(lemmas & (MEMBERS | MINISTERS | LEADERS | {"two", "pair", "they"}))


def _is_of_two_sides(reading: Reading, act: Act) -> bool:
    """As in "At the end of the visit a joint statement was released"."""
    return not act.actors and reading.is_visit and is_joint(reading, act)


def has_sides(reading: Reading, act: Act) -> bool:
    """As in "the accord between Ethiopia and Somalia", "the pact between Interpol and Eurojust"."""
    doc = reading.doc
    for phrase in act.phrases:
        end = min(phrase.end + _SIDES_REACH, act.verb.sent.end)
        at = next((i for i in range(phrase.end, end) if doc[i].lower_ == "between"), None)
        if at is not None and len(sides_in(reading, at, min(at + _SIDES_REACH, act.verb.sent.end))) > 1:
            return True
    return False
