"""The noun phrases of a report that name documents: their kind, number, title, symbol and draft state."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom_enrich.components.documents import lexicon
from newsroom_enrich.components.documents.numbers import find_numbers, parse_ordinal
from newsroom_enrich.components.documents.symbols import Symbol, find_symbols
from newsroom_enrich.components.documents.titles import quoted, title_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Span, Token

    from newsroom.contracts import ResolutionKind

_NOUNS = frozenset({"NOUN", "PROPN", "X"})
_LEFT = frozenset("det amod nummod compound poss nmod quantmod advmod punct npadvmod predet case".split())
_DEFINITE = frozenset("the this that these those its their his her both".split())
_BARE_DRAFTS = frozenset({"draft", "text", "measure", "proposal"})
_NAMING = frozenset("entitled titled called named known dubbed".split())
_SYMBOL_REACH = 12  # characters between a phrase and its symbol
_TITLE_REACH = 12
_SYMBOL_GAP = 12
_AMENDED_LAW = re.compile(
    r"to (?:the |its |their )?(?:\w+ )?(?:law|Law|constitution|Constitution|code|Code|act|Act)\b"
)
_GAP_WORDS = re.compile(r"[\s,(№]+|No\.?|number")
# Second words of compounds whose first word makes the document: "road map", "letter of intent".
_SECOND_PARTS = frozenset({"map", "maps", "measures", "intent", "position", "package"})


@dataclass(frozen=True, slots=True)
class DocumentPhrase:
    """A noun phrase that names one or several documents. Token indexes count in the Doc.

    `outer` are the tokens that stand for it in the syntax: its head, and a quantity noun before it ("a set
    of"). `count` is None for a plural without a number.
    """

    head: int
    start: int
    end: int
    kind: ResolutionKind
    count: int | None
    strong: bool
    plural: bool
    title: str | None = None
    symbol: Symbol | None = None
    draft: bool = False
    definite: bool = False
    outer: frozenset[int] = field(default_factory=frozenset)

    def is_bare_draft(self, doc: Doc) -> bool:
        """As in "The draft", "the text": the word says nothing of the kind of document."""
        return self.title is None and doc[self.head].lower_ in _BARE_DRAFTS

    @property
    def is_named(self) -> bool:
        """Whether it has a proper title or a symbol of its own."""
        return self.title is not None or self.symbol is not None


def find_phrases(doc: Doc, is_place: Callable[[Token], bool] = lambda _: False) -> list[DocumentPhrase]:
    """The document phrases in the order of the text; a title is one phrase, whatever words it contains."""
    text = doc.text
    finder = _Finder(doc, text, find_symbols(text), is_place)
    return [phrase for sentence in doc.sents for phrase in finder.in_sentence(sentence)]


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds the phrases of one Doc, sentence by sentence."""

    doc: Doc
    text: str
    symbols: list[Symbol]
    is_place: Callable[[Token], bool]

    def in_sentence(self, sentence: Span) -> list[DocumentPhrase]:
        phrases: list[DocumentPhrase] = []
        covered = sentence.start
        for token in sentence:
            if token.i < covered or not _may_name_document(token) or _is_bracketed(self.doc, token):
                continue
            phrase = self._phrase(token, sentence)
            if phrase is not None:
                phrases.append(phrase)
                covered = phrase.end
        return phrases

    def _phrase(self, token: Token, sentence: Span) -> DocumentPhrase | None:
        doc = self.doc
        title = None
        if token.text[0].isupper() and lexicon.kind_of(token.text, in_title=True):
            title = title_at(token, sentence, self.is_place)
        modifiers = frozenset(doc[i].lower_ for i in range(max(0, token.i - 3), token.i))
        kind = lexicon.kind_of(token.text, modifiers, in_title=title is not None)
        if (
            kind is None
            or _other_sense(doc, token, kind, titled=title is not None)
            or _is_part(doc, token, title)
        ):
            return None
        head = token
        if title is not None:
            head, kind = _head_of_title(doc, title, token, kind)
        elif token.lower_.startswith("amendment") and _AMENDED_LAW.match(doc[token.i + 1 : token.i + 6].text):
            kind = "law"
        return self._complete(head, kind, title, sentence)

    def _complete(
        self, head: Token, kind: ResolutionKind, title: tuple[int, int] | None, sentence: Span
    ) -> DocumentPhrase:
        """The phrase around its head noun: number, symbol, title in quotation marks."""
        doc = self.doc
        start = min(_left_edge(doc, head, sentence), title[0] if title else head.i)
        end = title[1] if title else head.i + 1
        symbol = self._symbol(start, end)
        if symbol is not None:
            end = max(end, _token_at(doc, symbol.end - 1) + 1)
        outer, quantity = _outer(doc, head, title)
        if quantity is not None:
            start = min(start, _left_edge(doc, quantity, sentence))
        quotation = None if title else _quoted_title(doc, start, end, sentence)
        if quotation is not None:
            end = max(end, quotation[1])
        name = title or quotation
        words = {doc[i].lower_ for i in range(start, head.i + 1)}
        plural = title is None and (
            lexicon.is_plural(head.text) or (kind == "sanctions" and head.lower_ != "embargo")
        )
        return DocumentPhrase(
            head=head.i,
            start=start,
            end=end,
            kind=kind,
            count=_count(doc, start, head, quantity, plural=plural),
            strong=name is not None or lexicon.is_strong(head.text) or kind != lexicon.kind_of(head.text),
            plural=plural,
            title=doc[name[0] : name[1]].text if name else None,
            symbol=symbol,
            draft="draft" in words,
            definite=bool(words & _DEFINITE) or bool(symbol),
            outer=outer,
        )

    def _symbol(self, start: int, end: int) -> Symbol | None:
        """The symbol inside the phrase or right behind it, commas and brackets aside."""
        first, last = self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])
        for symbol in self.symbols:
            if first <= symbol.start < last:
                return symbol
            if 0 <= symbol.start - last <= _SYMBOL_GAP and not _GAP_WORDS.sub(
                "", self.text[last : symbol.start]
            ):
                return symbol
        return None


def _may_name_document(token: Token) -> bool:
    return (token.pos_ in _NOUNS or token.text[0].isupper()) and (
        lexicon.kind_of(token.text, in_title=token.text[0].isupper()) is not None
        or token.lower_ in _SECOND_PARTS
    )


def _is_part(doc: Doc, token: Token, title: tuple[int, int] | None) -> bool:
    """Whether the noun only qualifies or counts another document."""
    if title is None and (_modifies_another_document(token) or _counts_documents(doc, token)):
        return True
    return _quoted_before_noun(doc, title)


def _other_sense(doc: Doc, token: Token, kind: ResolutionKind, *, titled: bool) -> bool:
    """Whether the noun is used in another of its senses."""
    if _names_a_body(doc, token):
        return True
    before = doc[token.i - 1].lower_ if token.i else ""
    after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    if token.pos_ == "VERB" and not titled:
        return True
    if kind == "resolution":
        if before in lexicon.NOT_RESOLUTION_BEFORE or (
            before in {"'s", "’s"} and "year" in doc[max(0, token.i - 3) : token.i].text.casefold()
        ):
            return True
        return (
            after in lexicon.NOT_RESOLUTION_AFTER
            and not titled
            and before in {"a", "the", "of", "for", "to"}
            and _abstract(doc, token)
        )
    if token.lower_ in {"instrument", "instruments"} and "ratification" in doc[token.i : token.i + 3].text:
        return True
    if token.lower_ == "paper" and doc[max(0, token.i - 3) : token.i].text.casefold().endswith("pen to"):
        return True
    if kind == "law" and token.lower_ in {"act", "acts"} and not titled:
        return before not in {"draft", "legislative", "legal", "framework", "constitutional", "normative"}
    if kind == "agreement" and token.lower_ == "agreement" and not titled:
        return before in {"in", "reach", "reached", "of", "into"}
    return (
        kind == "law"
        and token.lower_ == "law"
        and not titled
        and before
        in {
            "of",
            "under",
            "international",
            "martial",
            "humanitarian",
            "in",
            "by",
            "civil",
            "case",
            "human-rights",
            "into",
        }
    )


def _names_a_body(doc: Doc, token: Token) -> bool:
    """As in "Treaty" in "North Atlantic Treaty Organization", "Resolution" in "Single Resolution Board"."""
    if not token.text[0].isupper():
        return False
    for at in range(token.i + 1, min(token.i + 5, len(doc))):
        if not doc[at].text[0].isupper():
            return False
        if doc[at].lower_ in lexicon.BODY_NOUNS:
            return True
    return False


def _abstract(doc: Doc, token: Token) -> bool:
    """As in "The resolution of the conflict", "resolution of 19 microarcseconds"; not "the resolution of
    the Council".
    """
    following = doc[token.i + 2 : token.i + 6]
    return not any(t.text[0].isupper() for t in following) and not any(
        c.dep_ == "nummod" for c in token.children
    )


def _modifies_another_document(token: Token) -> bool:
    """As in "Declaration" in "declaration text", "draft" in "draft resolution": the head says what it is."""
    if token.dep_ not in {"compound", "nmod", "amod"}:
        return False
    head = token.head
    if any(char.isdigit() for char in head.text):  # "resolution 2728", "decision A/HRC/51/L.6"
        return False
    return head.i > token.i and (lexicon.kind_of(head.text) is not None or not _is_symbol_like(head))


def _counts_documents(doc: Doc, token: Token) -> bool:
    """As in "Package" in "package of sanctions", "draft" in "draft resolution": the next noun is the
    document.
    """
    if token.i + 2 >= len(doc):
        return False
    after = doc[token.i + 1]
    if after.pos_ in _NOUNS and lexicon.kind_of(after.text) is not None and not after.text[0].isdigit():
        return True
    if after.lower_ != "of" or lexicon.singular(token.lower_) not in lexicon.QUANTITIES | lexicon.HOLDERS:
        return False
    return any(
        lexicon.kind_of(t.text)
        for t in doc[token.i + 2 : token.i + 6]
        if t.pos_ in _NOUNS and t.dep_ == "pobj" and t.head.i == after.i
    )


def _quoted_before_noun(doc: Doc, title: tuple[int, int] | None) -> bool:
    """A title in quotation marks whose noun follows: a “Green Agenda” programme."""
    if title is None or title[1] + 1 >= len(doc):
        return False
    closes, noun = doc[title[1]], doc[title[1] + 1]
    return closes.text in {"”", "»", '"'} and lexicon.kind_of(noun.text) is not None


def _is_symbol_like(token: Token) -> bool:
    return "/" in token.text or token.like_num


def _head_of_title(
    doc: Doc, title: tuple[int, int], token: Token, kind: ResolutionKind
) -> tuple[Token, ResolutionKind]:
    """The last document noun before the title's first joining word: "Implementation Plan of the 2050
    Strategy".
    """
    head = token
    for at in range(token.i + 1, title[1]):
        if not doc[at].text[0].isupper():
            break
        later = lexicon.kind_of(doc[at].text, frozenset({doc[at - 1].lower_}), in_title=True)
        if later is not None:
            head, kind = doc[at], later
    return head, kind


def _left_edge(doc: Doc, head: Token, sentence: Span) -> int:
    start = head.i
    for child in head.lefts:
        if child.dep_ in _LEFT and child.i < start:
            start = min(start, child.left_edge.i)
    while start > sentence.start and doc[start].is_punct and doc[start].text not in {"“", '"', "«", "‘"}:
        start += 1
        if start >= head.i:
            return head.i
    if doc[start].lower_ == "consensus" and start and doc[start - 1].lower_ == "by":
        start += 1  # "adopted by consensus resolution 377"
    # "3) Roadmap": the number of an item in a list is no part of it.
    return max([start, *(i + 1 for i in range(start, head.i) if doc[i].text in {";", ")"})])


def _outer(doc: Doc, head: Token, title: tuple[int, int] | None) -> tuple[frozenset[int], Token | None]:
    """The tokens that carry the phrase's role in the sentence, and the quantity noun among them."""
    inner = set(range(*title)) if title else {head.i}
    # A number or a symbol may be the syntactic head: "resolution 2728".
    if head.dep_ in {"compound", "nmod", "amod"} and head.head.i > head.i and head.head.pos_ != "VERB":
        inner.add(head.head.i)
    top = head
    while top.head.i in inner and top.head.i != top.i:
        top = top.head
    inner.add(top.i)
    inner |= {c.i for c in top.children if c.dep_ == "appos" and c.i - top.i <= 6 and _is_bracketed(doc, c)}
    before = top.head
    if (
        top.dep_ == "appos"
        and before.i < head.i
        and all(t.text[0].isupper() or t.is_punct for t in doc[before.i + 1 : min(inner - {before.i})])
    ):
        inner.add(before.i)  # "the World Health Organization (WHO) Pandemic Agreement"
    preposition = top.head
    if preposition.lower_ == "of" and lexicon.singular(preposition.head.lower_) in lexicon.QUANTITIES | {
        "dozen"
    }:
        inner.add(preposition.head.i)
        return frozenset(inner), preposition.head
    return frozenset(inner), None


def _is_bracketed(doc: Doc, token: Token) -> bool:
    """An acronym in brackets: "memorandums of understanding (MoUs)"."""
    return token.i > 0 and doc[token.i - 1].text == "(" and lexicon.kind_of(token.text) is not None


def _count(doc: Doc, start: int, head: Token, quantity: Token | None, *, plural: bool) -> int | None:
    """1 for one document, the number for several, None for several that are not counted."""
    if quantity is not None:
        noun = lexicon.singular(quantity.lower_)
        inside = _number(doc, quantity.i + 1, head.i)
        if inside is not None:
            return inside
        if noun in lexicon.BUNDLES:
            number = _number(doc, start, quantity.i)
            return number if number is not None else (1 if noun == quantity.lower_ else None)
        if noun in lexicon.NUMERAL_NOUNS and noun == quantity.lower_:
            return lexicon.NUMERAL_NOUNS[noun]
    number = _number(doc, start, head.i)
    if number is not None:
        return number
    if "both" in {doc[i].lower_ for i in range(start, head.i)}:
        return 2
    return None if plural else 1


def _number(doc: Doc, start: int, end: int) -> int | None:
    text = doc[start:end].text if end > start else ""
    numbers = [
        n
        for n in find_numbers(text)
        if not (1900 <= n.value <= 2100 and text[n.start].isdigit())
        and n.value > 0
        and not re.match(
            r"[-\u2010\u2011]?\s?(?:year|month|day|week|point|page|member|country|nation|party|way)\b",
            text[n.end :],
        )
    ]
    words = text.split()
    if any(parse_ordinal(word) for word in words) and not numbers:
        return None
    return numbers[-1].value if numbers else None


def _quoted_title(doc: Doc, start: int, end: int, sentence: Span) -> tuple[int, int] | None:
    """A title in quotation marks around or right behind the noun, or behind "entitled"."""
    limit = min(sentence.end, end + _TITLE_REACH)
    if inside := quoted(doc, start, end):
        return inside
    at = end
    while at < limit and doc[at].lower_ in {",", "on", "is", *_NAMING}:
        if doc[at].lower_ in _NAMING and (title := _named_after(doc, at + 1, limit, sentence)):
            return title
        at += 1
    if at < limit and at == end and (inside := quoted(doc, at, limit)) and inside[0] == at + 1:
        return inside
    return None


def _named_after(doc: Doc, start: int, limit: int, sentence: Span) -> tuple[int, int] | None:
    """What follows "entitled": a quotation, or a run of capitalised words."""
    if start < limit and (inside := quoted(doc, start, min(sentence.end, limit + 20))):
        if inside[0] <= start + 1:
            return inside
    end = start
    while end < limit and (
        doc[end].text[0].isupper() or doc[end].lower_ in {"of", "the", "for", "and", "in", "to"}
    ):
        end += 1
    while end > start and not doc[end - 1].text[0].isupper():
        end -= 1
    return (start, end) if end > start and doc[start].text[0].isupper() else None


def _token_at(doc: Doc, offset: int) -> int:
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span.start if span is not None else 0
