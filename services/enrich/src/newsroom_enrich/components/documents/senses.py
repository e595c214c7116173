"""Whether a document noun means a document here: not a resolution of pixels, nor a part of another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.documents import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from newsroom.contracts import ResolutionKind

NOUNS = frozenset({"NOUN", "PROPN", "X"})
_NAME_REACH = 4
_ACTS_OF_LAW = frozenset(
    "draft legislative legal framework constitutional normative delegated implementing supplementary".split()
)
# "On a proposal by the chair", "at the initiative of": why something is done, and not what.
_BASES = frozenset({"proposal", "initiative", "recommendation", "motion", "appeal"})
_BASIS_REACH = 3
# "A TASS correspondent reports" is taken for two nouns.
_REPORTERS = frozenset("correspondent agency reporter newspaper daily service newswire broadcaster".split())
_LAW_OF = frozenset("sea nation war treaty land armed space".split())  # "the law of the sea" is no document
# Before these words an agreement is a state of minds, and law is the law.
_IN_AGREEMENT = frozenset("in reach reached of into".split())
_THE_LAW = frozenset("of under international martial humanitarian in by civil case human-rights into".split())


_FOUND = frozenset({"find", "seek", "need"})  # what is looked for is a solution


def has_other_sense(doc: Doc, token: Token, kind: ResolutionKind) -> bool:
    """Whether the noun, outside a title, is used in another of its senses."""
    if token.pos_ == "VERB":
        return True
    before = doc[token.i - 1].lower_ if token.i else ""
    word = lexicon.singular(token.lower_)
    if kind == "resolution" and token.lower_.startswith("resolution"):
        return _is_no_resolution(doc, token, before)
    if word == "instrument":
        return "ratification" in doc[token.i : token.i + 3].text
    if word in _BASES and _is_basis(doc, token):
        return True
    if word == "protocol" and _is_method(doc, token):
        return True
    if word == "report" and before in _REPORTERS:
        return True
    if word == "paper":
        return doc[max(0, token.i - 3) : token.i].text.casefold().endswith("pen to")
    if word == "act":
        return before not in _ACTS_OF_LAW
    if word == "law" == token.lower_:
        return before in _THE_LAW or _is_branch_of_law(doc, token)
    return word == "agreement" == token.lower_ and before in _IN_AGREEMENT


def _is_branch_of_law(doc: Doc, token: Token) -> bool:
    """As in "the law of the sea", "decisions on trade and labour law": no single law."""
    behind = doc[token.i + 1 : token.i + 4]
    if len(behind) and behind[0].lower_ == "of":
        return any(word.lemma_.casefold() in _LAW_OF for word in behind)
    named = [child for child in token.lefts if child.dep_ in {"amod", "compound", "nmod"}]
    led = any(child.dep_ in {"det", "poss", "nummod"} for child in token.lefts)
    return bool(named) and not led and token.dep_ in {"pobj", "conj"}


def _is_method(doc: Doc, token: Token) -> bool:
    """As in "the same protocol for drawing walls": how something is done."""
    behind = doc[token.i + 1 : token.i + 3]
    return len(behind) == 2 and behind[0].lower_ == "for" and behind[1].tag_ == "VBG" and token.text.islower()


def _is_basis(doc: Doc, token: Token) -> bool:
    """As in "on a proposal by the chair", "at the initiative of Peru"."""
    before = doc[max(0, token.i - _BASIS_REACH) : token.i]
    leads = [word.lower_ for word in before if word.pos_ in {"ADP", "DET", "PRON"}]
    after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    led = token.dep_ == "pobj" and token.head.lower_ in {"on", "at", "upon"}
    return led and bool(leads) and leads[0] in {"on", "at", "upon"} and after in {"of", "by", "from"}


def _is_no_resolution(doc: Doc, token: Token, before: str) -> bool:
    """As in "high resolution", "New Year's resolutions", "the resolution of the conflict"."""
    words = doc[max(0, token.i - 3) : token.i].text.casefold()
    if before in lexicon.NOT_RESOLUTION_BEFORE or (before in {"'s", "’s"} and "year" in words):
        return True
    if words.endswith("need of a") or _is_looked_for(token):
        return True
    after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    led = after in lexicon.NOT_RESOLUTION_AFTER and before in {"a", "the", "of", "for", "to"}
    return led and not _is_to_do(doc, token.i + 1) and _is_abstract(doc, token)


def _is_looked_for(token: Token) -> bool:
    """As in "a resolution had to be found", "they sought a resolution"."""
    deeds = [token.head, *(child for child in token.head.children if child.dep_ == "xcomp")]
    return token.dep_ in {"dobj", "nsubj", "nsubjpass"} and any(deed.lemma_ in _FOUND for deed in deeds)


def _is_to_do(doc: Doc, at: int) -> bool:
    """As in "a resolution to extend the mandate", "to that effect": what a document is for."""
    behind = doc[at + 1 : at + 3]
    return doc[at].lower_ == "to" and (
        any(word.tag_ == "VB" for word in behind) or behind.text in {"that effect", "this effect"}
    )


def _is_abstract(doc: Doc, token: Token) -> bool:
    """Whether what follows "of" is a matter or a measure, neither a body nor parts of a text: "of 19
    microarcseconds", but "of 19 paragraphs".
    """
    following = doc[token.i + 2 : token.i + 6]
    counted = any(child.dep_ == "nummod" for child in token.children)
    is_long = any(lexicon.singular(word.lower_) in lexicon.PARTS_OF_TEXTS for word in following)
    return not counted and not is_long and not any(word.text[0].isupper() for word in following)


def names_a_body(doc: Doc, token: Token) -> bool:
    """As "Treaty" in "North Atlantic Treaty Organization", "Resolution" in "Single Resolution Board"."""
    if not token.text[0].isupper():
        return False
    for at in range(token.i + 1, min(token.i + 1 + _NAME_REACH, len(doc))):
        if not doc[at].text[0].isupper():
            return False
        if doc[at].lower_ in lexicon.BODY_NOUNS:
            return True
    return False


def is_in_name(doc: Doc, start: int) -> bool:
    """As in "the Conference to Negotiate a Treaty on Plastics": part of the name of what is to bring it."""
    at = start - 2 if doc[start - 1].lower_ in {"a", "an", "the"} else start - 1
    if at < 2 or doc[at - 1].lower_ != "to":
        return False
    return doc[at].text[0].isupper() and doc[at - 2].text[0].isupper()


def is_part_of_another(doc: Doc, token: Token) -> bool:
    """Whether the noun only qualifies or counts another one: "declaration text", "package of sanctions"."""
    return _modifies(token) or _counts(doc, token)


def _modifies(token: Token) -> bool:
    """Whether the noun modifies a noun behind it, which is no number or symbol ("resolution 2728")."""
    head = token.head
    behind = token.dep_ in {"compound", "nmod", "amod"} and head.i > token.i
    return behind and not any(char.isdigit() for char in head.text) and "/" not in head.text


def _counts(doc: Doc, token: Token) -> bool:
    """As in "package of sanctions", "draft resolution": the next noun is the document."""
    if token.i + 2 >= len(doc):
        return False
    after = doc[token.i + 1]
    if after.pos_ in NOUNS and lexicon.kind_of(after.text) is not None and not after.text[0].isdigit():
        return True
    if after.lower_ != "of" or lexicon.singular(token.lower_) not in lexicon.QUANTITIES | lexicon.HOLDERS:
        return False
    led = (word for word in doc[token.i + 2 : token.i + 6] if word.dep_ == "pobj" and word.head.i == after.i)
    return any(word.pos_ in NOUNS and lexicon.kind_of(word.text) is not None for word in led)


def has_its_noun_behind(doc: Doc, title: tuple[int, int]) -> bool:
    """Whether the noun of a title in quotation marks follows them: a “Green Agenda” programme."""
    if title[1] + 1 >= len(doc):
        return False
    closes, noun = doc[title[1]], doc[title[1] + 1]
    return closes.text in {"”", "»", '"'} and lexicon.kind_of(noun.text) is not None


def is_bracketed(doc: Doc, token: Token) -> bool:
    """An acronym in brackets: "memorandums of understanding (MoUs)"."""
    return token.i > 0 and doc[token.i - 1].text == "(" and lexicon.kind_of(token.text) is not None
