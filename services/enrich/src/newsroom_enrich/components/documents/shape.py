"""The shape of a document phrase: where it begins, what stands for it, how many it counts, its quoted
title.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.documents import lexicon
from newsroom_enrich.components.documents.numbers import Number, find_numbers
from newsroom_enrich.components.documents.senses import is_bracketed
from newsroom_enrich.components.documents.titles import quoted

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_LEFT = frozenset("det amod nummod compound poss nmod quantmod advmod punct npadvmod predet case".split())
_QUOTES = frozenset({"“", '"', "«", "‘"})
_NAMING = frozenset("entitled titled called named known dubbed".split())
_IN_NAMES = frozenset("of the for and in to".split())
_TITLE_REACH = 12
_QUOTATION_REACH = 20
_BRACKET_REACH = 6
# "A five-year plan" is one plan.
_OF_OTHER_THINGS = re.compile(
    r"[-\u2010\u2011]?\s?(?:million|billion|trillion|bn|percent|year|month|day|week|point|page|member|country|nation|party|way)\b"
)
_OPENS_TOTAL = re.compile(r"\s*[,(—–-]\s*(?:numbering |some |about |altogether )?")
_TOTAL = re.compile(r" (?:in all|in total|all told|altogether|in number)\b")
_TOTAL_REACH = 9
_YEARS = range(1900, 2101)


def left_edge(doc: Doc, head: Token, sentence: Span) -> int:
    """Where the noun phrase of a head begins."""
    start = min([head.i, *(child.left_edge.i for child in head.lefts if child.dep_ in _LEFT)])
    while sentence.start < start < head.i and doc[start].is_punct and doc[start].text not in _QUOTES:
        start += 1
    if start < head.i and doc[head.i - 1].text == ",":
        start = head.i  # "at the final plenary, resolution 41"
    if start and doc[start].lower_ == "consensus" and doc[start - 1].lower_ == "by":
        start += 1  # "adopted by consensus resolution 377"
    # "3) Roadmap": the number of an item in a list is no part of it.
    return max([start, *(at + 1 for at in range(start, head.i) if doc[at].text in {";", ")"})])


def outer_tokens(doc: Doc, head: Token, title: tuple[int, int] | None) -> tuple[frozenset[int], Token | None]:
    """The tokens that carry the phrase's role in the sentence, and the quantity noun among them."""
    inner = set(range(*title)) if title else {head.i}
    # A number or a symbol may be the syntactic head: "resolution 2728".
    if head.dep_ in {"compound", "nmod", "amod"} and head.head.i > head.i and head.head.pos_ != "VERB":
        inner.add(head.head.i)
    top = head
    while top.head.i in inner and top.head.i != top.i:
        top = top.head
    inner.add(top.i)
    behind = doc[top.i + 1 : top.i + 1 + _BRACKET_REACH]
    apposed = (token for token in behind if token.dep_ == "appos" and token.head.i == top.i)
    inner |= {token.i for token in apposed if is_bracketed(doc, token)}
    if _continues_name(doc, top, min(inner)):
        inner.add(top.head.i)
    above = top.head.head
    if top.head.lower_ == "of" and lexicon.singular(above.lower_) in lexicon.QUANTITIES:
        return frozenset(inner | {above.i}), above
    return frozenset(inner), None


def _continues_name(doc: Doc, top: Token, first: int) -> bool:
    """As in "the World Health Organization (WHO) Pandemic Agreement": taken for an apposition."""
    before = top.head
    if top.dep_ != "appos" or before.i >= first:
        return False
    return all(token.text[0].isupper() or token.is_punct for token in doc[before.i + 1 : first])


def count_of(doc: Doc, start: int, head: Token, quantity: Token | None, *, plural: bool) -> int | None:
    """1 for one document, the number for several, None for several that are not counted."""
    if (plural or quantity is not None) and (in_all := _in_all(doc, head)) is not None:
        return in_all
    if quantity is not None and (counted := _by_quantity(doc, start, head, quantity)) is not None:
        return counted[0]
    number = _number(doc, start, head.i)
    if number is not None:
        return number
    if any(token.lower_ in {"both", "twin"} for token in doc[start : head.i]):
        return 2
    return None if plural else 1


def _in_all(doc: Doc, head: Token) -> int | None:
    """As in "a package of documents, 19 in all", "resolutions (14 in total)"."""
    behind = doc[head.i + 1 : min(head.i + 1 + _TOTAL_REACH, head.sent.end)].text
    number = next(iter(find_numbers(behind)), None)
    if number is None or not _OPENS_TOTAL.fullmatch(behind[: number.start]):
        return None
    return number.value if _TOTAL.match(behind, number.end) else None


def _by_quantity(doc: Doc, start: int, head: Token, quantity: Token) -> tuple[int | None] | None:
    """As in "a package of four decisions", "a package of sanctions", "a trio of memoranda"."""
    noun = lexicon.singular(quantity.lower_)
    inside = _number(doc, quantity.i + 1, head.i)
    if inside is not None:
        return (inside,)
    if noun in lexicon.BUNDLES:
        number = _number(doc, start, quantity.i)
        if number is None and lexicon.kind_of(head.text) in lexicon.SEPARATE and lexicon.is_plural(head.text):
            return (None,)  # "a set of decisions" is as many as there are decisions
        return (number if number is not None or noun != quantity.lower_ else 1,)
    if noun in lexicon.NUMERAL_NOUNS and noun == quantity.lower_:
        return (lexicon.NUMERAL_NOUNS[noun],)
    return None


def _number(doc: Doc, start: int, end: int) -> int | None:
    """The number that counts documents in doc[start:end]; years and lengths do not."""
    text = doc[start:end].text if end > start else ""
    counting = [number.value for number in find_numbers(text) if _is_counting(text, number)]
    return counting[-1] if counting else None


def _is_counting(text: str, number: Number) -> bool:
    year = number.value in _YEARS and text[number.start].isdigit()
    money = number.start > 0 and text[number.start - 1] in "$€£¥"
    return number.value > 0 and not year and not money and not _OF_OTHER_THINGS.match(text, number.end)


def quoted_title(doc: Doc, start: int, end: int, sentence: Span) -> tuple[int, int] | None:
    """A title in quotation marks around or right behind the noun, or behind "entitled"."""
    if inside := quoted(doc, start, end):
        return inside
    limit = min(sentence.end, end + _TITLE_REACH)
    at = end
    while at < limit and doc[at].lower_ in {",", "on", "is", *_NAMING}:
        if doc[at].lower_ in _NAMING and (title := _named_after(doc, at + 1, limit, sentence)):
            return title
        at += 1
    behind = quoted(doc, at, limit) if at < limit and at - end <= 1 else None
    return behind if behind is not None and behind[0] == at + 1 else None


def _named_after(doc: Doc, start: int, limit: int, sentence: Span) -> tuple[int, int] | None:
    """What follows "entitled": a quotation, or a run of capitalised words."""
    inside = quoted(doc, start, min(sentence.end, limit + _QUOTATION_REACH))
    if inside is not None and inside[0] <= start + 1:
        return inside
    end = start
    while end < limit and (doc[end].text[0].isupper() or doc[end].lower_ in _IN_NAMES):
        end += 1
    while end > start and not doc[end - 1].text[0].isupper():
        end -= 1
    return (start, end) if end > start and doc[start].text[0].isupper() else None
