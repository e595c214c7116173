"""The noun phrases of a report that name documents: their kind, number, title, symbol and draft state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import text_of
from newsroom_enrich.components.documents import lexicon, senses, shape
from newsroom_enrich.components.documents.acronyms import by_acronym
from newsroom_enrich.components.documents.elliptic import one_more, one_of_several
from newsroom_enrich.components.documents.phrase import BARE_DRAFTS, DocumentPhrase
from newsroom_enrich.components.documents.symbols import Symbol, find_symbols
from newsroom_enrich.components.documents.titles import title_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Doc, Span, Token

    from newsroom.contracts import ResolutionKind

_DEFINITE = frozenset("the this that these those its their his her both 's ’s".split())
_SYMBOL_REACH_CHARACTERS = 12
_GAP_WORDS = re.compile(r"[\s,(№]+|No\.?|number")
_AMENDED_LAW = re.compile(
    r"to (?:the |its |their )?(?:\w+ )?(?:law|Law|constitution|Constitution|code|Code|act|Act)\b"
)
_OF_CENSURE = re.compile(r"of (?:no[ -])?(?:censure|confidence|impeachment)|to (?:impeach|censure)")
# Second words of compounds whose first word makes the document: "road map", "joint position".
_SECOND_PARTS = frozenset("map maps measures position package approach approaches order orders".split())
# First words of what is a document only with the words behind them: "letter of intent".
_FIRST_PARTS = {
    "letter": ("of intent",),
    "letters": ("of intent",),
    "exchange": ("of letters", "of notes"),
    "exchanges": ("of letters", "of notes"),
    "terms": ("of reference",),
    "heads": ("of terms", "of agreement"),
    "minutes": ("of the", "of their", "of its"),
}


def find_phrases(doc: Doc, is_name: Callable[[Token], bool] = lambda _: False) -> list[DocumentPhrase]:
    """The document phrases in the order of the text; a title is one phrase, whatever words it contains.

    `is_name(token)` tells names of places and organizations, which end a title behind "in" and "at".
    """
    text = text_of(doc)
    finder = _Finder(doc, text, find_symbols(text), is_name)
    phrases = [phrase for sentence in doc.sents for phrase in finder.in_sentence(sentence)]
    phrases += by_acronym(doc, phrases)
    elliptic = [*one_of_several(doc, text, phrases), *one_more(doc, text, phrases)]
    return sorted([*phrases, *elliptic], key=lambda p: p.start)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds the phrases of one Doc, sentence by sentence."""

    doc: Doc
    text: str
    symbols: list[Symbol]
    is_name: Callable[[Token], bool]

    def in_sentence(self, sentence: Span) -> list[DocumentPhrase]:
        phrases: list[DocumentPhrase] = []
        covered = sentence.start
        for token in sentence:
            if token.i < covered or not _may_name_document(token) or senses.is_bracketed(self.doc, token):
                continue
            phrase = self._phrase(token, sentence)
            if phrase is not None:
                phrases.append(phrase)
                covered = phrase.end
        if self.symbols:
            phrases += self._bare_symbols(sentence, phrases)
        return phrases

    def _bare_symbols(self, sentence: Span, phrases: list[DocumentPhrase]) -> Iterator[DocumentPhrase]:
        """As in "A/RES/77/301 was carried": a symbol that stands for its document."""
        known = {phrase.symbol for phrase in phrases}
        for symbol in self.symbols:
            kind = _kind_of_code(symbol)
            if kind is None or symbol in known or not sentence.start_char <= symbol.start < sentence.end_char:
                continue
            start, end = self._token_at(symbol.start), self._token_at(symbol.end - 1) + 1
            bracketed = start > 0 and self.doc[start - 1].text == "("
            if not bracketed and not any(p.start <= start < p.end for p in phrases):
                head = self.doc[start:end].root
                outer = frozenset({head.i})
                yield DocumentPhrase(
                    head.i,
                    start,
                    end,
                    kind,
                    1,
                    strong=True,
                    plural=False,
                    symbol=symbol,
                    definite=True,
                    outer=outer,
                )

    def _phrase(self, token: Token, sentence: Span) -> DocumentPhrase | None:
        """The phrase of a noun, or None where the noun names no document of its own."""
        doc = self.doc
        if senses.names_a_body(doc, token):
            return None
        if (title := self._title(token, sentence)) is not None:
            if senses.has_its_noun_behind(doc, title) or senses.is_in_name(doc, title[0]):
                return None
            head, kind = _head_of_title(doc, title, token)
            return self._complete(head, kind, title, sentence)
        if doc[token.i + 1 : token.i + 3].text in _FIRST_PARTS.get(token.lower_, ()):
            return self._complete(token, "document", None, sentence, end=token.i + 3)
        modifiers = frozenset(word.lower_ for word in doc[max(0, token.i - 3) : token.i])
        kind_or_none = lexicon.kind_of(token.text, modifiers)
        if kind_or_none is None or senses.has_other_sense(doc, token, kind_or_none):
            return None
        if senses.is_part_of_another(doc, token) and not self._is_before_symbol(token):
            return None
        if token.lower_ in BARE_DRAFTS and doc[token.i + 1 : token.i + 2].text == "(":
            # "A companion text (resolution 41/22)".
            kind_or_none = lexicon.STRONG.get(doc[token.i + 2].lower_, kind_or_none)
        if token.lower_.startswith("motion") and _OF_CENSURE.match(doc[token.i + 1 : token.i + 5].text):
            kind_or_none = "resolution"
        if token.lower_.startswith("amendment") and _AMENDED_LAW.match(doc[token.i + 1 : token.i + 6].text):
            kind_or_none = "law"
        return self._complete(token, kind_or_none, None, sentence)

    def _title(self, token: Token, sentence: Span) -> tuple[int, int] | None:
        capital = token.text[0].isupper() and lexicon.kind_of(token.text, in_title=True) is not None
        return title_at(token, sentence, self.is_name) if capital else None

    def _complete(
        self,
        head: Token,
        kind: ResolutionKind,
        title: tuple[int, int] | None,
        sentence: Span,
        end: int | None = None,
    ) -> DocumentPhrase:
        """The phrase around its head noun: number, symbol, title in quotation marks."""
        doc = self.doc
        start = min(shape.left_edge(doc, head, sentence), title[0] if title else head.i)
        end = title[1] if title else end or head.i + 1
        symbol = self._symbol(start, end)
        if symbol is not None:
            end = max(end, self._token_at(symbol.end - 1) + 1)
        outer, quantity = shape.outer_tokens(doc, head, title)
        if quantity is not None:
            start = min(start, shape.left_edge(doc, quantity, sentence))
        name = title or shape.quoted_title(doc, start, end, sentence)
        plural = title is None and _is_plural(head, kind)
        words = {word.lower_ for word in doc[start : head.i + 1]}
        return DocumentPhrase(
            head=head.i,
            start=start,
            end=max(end, name[1]) if name else end,
            kind=kind,
            count=shape.count_of(doc, start, head, quantity, plural=plural),
            strong=name is not None or lexicon.is_strong(head.text) or kind != lexicon.kind_of(head.text),
            plural=plural,
            title=doc[name[0] : name[1]].text if name else None,
            symbol=symbol,
            draft="draft" in words,
            definite=symbol is not None or bool(words & _DEFINITE),
            outer=outer,
        )

    def _symbol(self, start: int, end: int) -> Symbol | None:
        """The symbol inside the phrase or right behind it, commas and brackets aside."""
        first, last = self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])
        for symbol in self.symbols:
            if first <= symbol.start < last:
                return symbol
            near = 0 <= symbol.start - last <= _SYMBOL_REACH_CHARACTERS
            if near and not _GAP_WORDS.sub("", self.text[last : symbol.start]):
                return symbol
        return None

    def _is_before_symbol(self, token: Token) -> bool:
        """As in "resolution RC/Res.6", which is several tokens."""
        behind = token.idx + len(token.text_with_ws)
        return any(symbol.start == behind for symbol in self.symbols)

    def _token_at(self, offset: int) -> int:
        span = self.doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span.start if span is not None else 0


def _kind_of_code(symbol: Symbol) -> ResolutionKind | None:
    """What a code of the United Nations numbers."""
    code = symbol.code or ""
    return "resolution" if "/RES/" in code.upper() else "decision" if "/DEC/" in code else None


def _may_name_document(token: Token) -> bool:
    capital = token.text[0].isupper()
    if not capital and token.pos_ not in senses.NOUNS:
        return False
    parts = _FIRST_PARTS if token.lower_ in _FIRST_PARTS else _SECOND_PARTS
    return token.lower_ in parts or lexicon.kind_of(token.text, in_title=capital) is not None


def _is_plural(head: Token, kind: ResolutionKind) -> bool:
    return lexicon.is_plural(head.text) or (kind == "sanctions" and head.lower_ not in {"embargo", "package"})


def _head_of_title(doc: Doc, title: tuple[int, int], token: Token) -> tuple[Token, ResolutionKind]:
    """The last document noun before a title's first joining word: "Implementation Plan of the 2050
    Strategy".
    """
    head = token
    kind: ResolutionKind = "document"
    for at in range(token.i, title[1]):
        if not doc[at].text[0].isupper():
            break
        later = lexicon.kind_of(doc[at].text, frozenset({doc[at - 1].lower_ if at else ""}), in_title=True)
        if later is not None:
            head, kind = doc[at], later
    return head, kind
