"""Titles: a document's own, or a short description in the words of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.dates.component import is_in_date
from newsroom_enrich.components.dates.patterns import MONTHS, WEEKDAYS
from newsroom_enrich.components.documents import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from newsroom.contracts import Action, ResolutionKind
    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.act import Act

MAX_TITLE_CHARACTERS = 160
_DESCRIBING = frozenset("on for against between of to concerning about with".split())
# What assemblies and councils vote to say, they say in resolutions.
_SAID_IN_RESOLUTIONS = frozenset(
    "determine request ask demand condemn deplore rebuke censure urge call affirm reaffirm denounce".split()
)
# What these are where states sign or ratify them: "the Rome Statute", "a Defence Partnership", "Final Acts".
_BINDING: dict[str, ResolutionKind] = {
    "Statute": "treaty",
    "Acts": "treaty",
    "Act": "treaty",
    "Partnership": "agreement",
}
_MARGINS = frozenset("sidelines margins behalf basis proposal condition".split())
_NEXT_REACH = 4
_OPEN_ASIDE = frozenset({"VBN", "VBG"})  # ", adopted by 19 votes", ", including"
_BARE = frozenset({"DET", "NUM", "PUNCT", "PRON", "ADP"})
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def title_of(doc: Doc, phrase: DocumentPhrase) -> str | None:
    """The title of a document, or "on ..." where the text says what it is about, or its kind with its
    modifiers.
    """
    if phrase.title is not None:
        return phrase.title
    head = doc[phrase.head]
    words = [token for token in doc[phrase.start : phrase.head] if _describes(doc, token)]
    described = _complement(doc, head)
    if described is not None and described.startswith("on "):
        return described
    if described is not None:
        return " ".join([*(token.text for token in words), head.text, described])[:MAX_TITLE_CHARACTERS]
    if words and phrase.count == 1 and not lexicon.says_nothing([token.text for token in words]):
        return doc[words[0].i : head.i + 1].text
    return None


def title_of_thing(doc: Doc, act: Act) -> str | None:
    """A description of what was decided where it is no document: "on a flag", "to invite Finland"."""
    thing = act.thing
    if thing is None or thing is act.verb:
        return None
    end = _clause_start(doc, thing.i, thing.right_edge.i + 1, {",", ";", ":"})
    start, lead = (thing.i, "to ") if act.reason == "decided" else (thing.left_edge.i, "on ")
    return (lead + doc[start : max(end, thing.i + 1)].text)[:MAX_TITLE_CHARACTERS]


def kind_of_thing(act: Act) -> ResolutionKind:
    """Sanctions and ceasefires are known by name; all else that is decided on is a decision."""
    thing = act.thing
    said = act.verb if thing is act.verb else thing if act.verb.lemma_ == "vote" else None
    if act.reason == "decided" and said is not None and said.lemma_ in _SAID_IN_RESOLUTIONS:
        return "resolution"  # "condemned by 12 votes to one", "voted to demand a ceasefire"
    if thing is None or act.reason == "decided":
        return "decision"
    return lexicon.kind_of(thing.text, frozenset(child.lower_ for child in thing.lefts)) or "decision"


def kind_by_act(doc: Doc, phrase: DocumentPhrase, kind: ResolutionKind, action: Action) -> ResolutionKind:
    """The kind of a document in the light of what was done to it: what is signed or ratified binds states."""
    noun, after = doc[phrase.head], doc[phrase.head + 1 : phrase.head + 2].text
    if noun.lower_ == "package" and kind == "document" and after == "of":
        return "decision"  # "a package of catch limits"
    if action not in {"signed", "ratified"}:
        return kind
    return _BINDING.get(noun.text, kind)


def content_words(head: Token | None) -> frozenset[str]:
    """The content words of a noun phrase, by which two tellings of one document are known."""
    if head is None:
        return frozenset()
    return frozenset(
        token.lemma_.casefold()
        for token in head.subtree
        if token.pos_ in _CONTENT
        and not token.is_stop
        and lexicon.kind_of(token.text) is None
        and not _is_time(token)
    )


def _describes(doc: Doc, token: Token) -> bool:
    """Whether a word before the noun says something of the document: not its number or its determiner."""
    if token.pos_ in _BARE or token.tag_ == "POS" or lexicon.singular(token.lower_) in lexicon.QUANTITIES:
        return False
    counted = token.i > 1 and doc[token.i - 1].tag_ == "HYPH" and doc[token.i - 2].pos_ == "NUM"
    return not counted  # "point" in "12-point"


def _complement(doc: Doc, head: Token) -> str | None:
    """As in "on debt restructuring", "between the EU and Ukraine": no dates, no clauses, no occasions."""
    found = [child for child in head.rights if child.dep_ == "prep" and child.lower_ in _DESCRIBING]
    inner = [t for child in found if child.lower_ == "of" for t in child.children]
    found += [c for token in inner for c in token.children if c.dep_ == "prep" and c.lower_ == "on"]
    found = [child for child in found if not any(_says_other_things(token) for token in child.children)]
    if not found:
        return None
    child = next((c for c in found if c.lower_ == "on"), found[0])
    end = _clause_start(doc, child.i, child.right_edge.i + 1, {";", ":"})
    end = _next_document(doc, child.i, end)
    aside = (t.i for t in doc[child.i : end - 1] if t.text == "," and t.nbor().tag_ in _OPEN_ASIDE)
    end = next(aside, end)
    return doc[child.i : end].text.strip(" ,(")[:MAX_TITLE_CHARACTERS] or None


def _next_document(doc: Doc, start: int, end: int) -> int:
    """Where the next document of the list begins: "on trade" in "a report on trade and two resolutions"."""
    for at in range(start, end - 2):
        joins = doc[at].lower_ in {"and", ","} and doc[at + 1].pos_ in {"NUM", "DET"}
        if joins and any(lexicon.is_strong(token.text) for token in doc[at + 1 : at + _NEXT_REACH]):
            return at
    return end


def _says_other_things(token: Token) -> bool:
    return _is_time(token) or token.lower_ in _MARGINS or token.lower_ == "understanding"


def _is_time(token: Token) -> bool:
    word = token.text.casefold()
    return is_in_date(token) or word in WEEKDAYS or word in MONTHS


def _clause_start(doc: Doc, start: int, end: int, marks: set[str]) -> int:
    """Where a relative clause or one of the marks begins, else `end`."""
    return next((t.i for t in doc[start:end] if t.tag_ in {"WDT", "WP"} or t.text in marks), end)
