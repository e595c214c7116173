"""Titles of documents: capitalised runs ("Charter of the Turkic World") and names in quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.dates.patterns import MONTHS, WEEKDAYS
from newsroom_enrich.components.documents.lexicon import is_strong, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Span, Token

_JOINERS = frozenset(
    "of on for the and in to with against concerning between from by its a an at as towards into "
    "toward".split()
)
_LEADS_ON = frozenset("of on for concerning against towards toward to regarding".split())
_MARKS = frozenset({"-", "–", "&", "/", "'s", "’s", ":"})
_OPEN, _CLOSE = frozenset({"“", "«", '"', "‘"}), frozenset({"”", "»", '"', "’"})
_CALENDAR = frozenset(word.title() for word in (*MONTHS, *WEEKDAYS)) - {"May", "March"}
_MAX_JOINERS = 3
_MAX_TITLE_TOKENS = 40
_TOPIC_REACH = 8
_NO_NAME = frozenset(
    {"a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her", "our"}
)


def is_capital(token: Token) -> bool:
    """Whether a token can stand in a title as a word of its own: "Treaty", "2045", "21st", "1.3T"."""
    text = token.text
    return text[0].isupper() or (text[0].isdigit() and not token.is_sent_start)


def title_at(head: Token, sentence: Span, stops_at: Callable[[Token], bool]) -> tuple[int, int] | None:
    """The token span of the title whose head noun is `head`, or None when the noun is no part of a title.

    `stops_at(token)` tells where a place or country begins that is no part of a title ("Treaty in
    Rarotonga").
    """
    if not head.text[0].isupper():
        return None
    doc = head.doc
    start = _left(head, sentence)
    end = _right(head, sentence, stops_at)
    if (whole := _quotation_around(doc, start, end, sentence)) is not None:
        return whole
    if end - start == 1 or (start == head.i and doc[start].is_sent_start and end - start < 3):
        return None
    return start, end


def _quotation_around(doc: Doc, start: int, end: int, sentence: Span) -> tuple[int, int] | None:
    """The short quotation that holds the run: “Baku to Belém Roadmap to 1.3T”."""
    for opened in range(start - 1, max(start - 8, sentence.start - 1), -1):
        if doc[opened].text in _CLOSE - _OPEN:
            return None
        if doc[opened].text in _OPEN:
            for closed in range(end, min(end + 8, sentence.end)):
                if doc[closed].text in _CLOSE:
                    return opened + 1, closed
            return None
    return None


def _left(head: Token, sentence: Span) -> int:
    at = head.i
    while at > sentence.start:
        before = head.doc[at - 1]
        joined = before.text in {"-", "–", "&", "'s", "’s"} and at - 2 >= sentence.start
        bracketed = before.text == ")" and at - 4 >= sentence.start and head.doc[at - 3].text == "("
        if bracketed and head.doc[at - 2].text.isupper() and is_capital(head.doc[at - 4]):
            at -= 3  # "Artificial Intelligence (AI) Initiative"
            continue
        if joined and is_capital(head.doc[at - 2]):
            at -= 2
        elif (
            is_capital(before)
            and before.lower_ not in _NO_NAME
            and not before.is_punct
            and not before.like_num
        ) or (
            before.like_num and before.text[0].isdigit() and len(before.text) == 4 and at - 1 > sentence.start
        ):
            at -= 1
        else:
            break
    return _over_joiner(head, at, sentence)


def _over_joiner(head: Token, start: int, sentence: Span) -> int:
    """As in "the Investment Facilitation for Development Agreement": capitals before a joining word, from
    "the" on.
    """
    doc, at = head.doc, start - 2
    if start - 1 <= sentence.start or doc[start - 1].lower_ not in {"for", "and", "of"}:
        return start
    while (
        at >= sentence.start
        and is_capital(doc[at])
        and doc[at].lower_ not in _NO_NAME
        and not doc[at].is_punct
    ):
        if kind_of(doc[at].text, in_title=True) is not None:
            return start
        at -= 1
    named = at >= sentence.start and doc[at].lower_ == "the" and at < start - 2
    return at + 1 if named else start


def _right(head: Token, sentence: Span, stops_at: Callable[[Token], bool]) -> int:
    doc, end, opened = head.doc, head.i + 1, False
    while end < sentence.end and end - head.i < _MAX_TITLE_TOKENS:
        token = doc[end]
        if token.text in _CALENDAR:
            break
        if is_capital(token) and not token.is_punct:
            end += 1
            continue
        ahead = _next_capital(doc, end, sentence.end, opened=opened)
        if ahead is None:
            break
        first_word = token.lower_
        if not opened and token.text not in _MARKS and first_word not in _LEADS_ON:
            break
        if (
            doc[ahead].text in _CALENDAR
            or _is_date(doc, ahead)
            or _counts_next(doc, ahead)
            or _starts_another(doc, end, ahead)
            or (first_word in {"in", "at", "by", "from", "with"} and stops_at(doc[ahead]))
        ):
            break
        opened = True
        end = ahead + 1
    return end


def _next_capital(doc: Doc, start: int, limit: int, *, opened: bool) -> int | None:
    """The next capital word, if only joining words stand before it."""
    for at in range(start, min(start + _MAX_JOINERS + 1, limit)):
        token = doc[at]
        if is_capital(token) and not token.is_punct:
            return at
        comma = token.text == "," and opened and at == start and _list_goes_on(doc, at, limit)
        if not (comma or token.lower_ in _JOINERS or token.text in _MARKS):
            return None
    return None


def _is_date(doc: Doc, at: int) -> bool:
    """A day of a month: "6 June", "May 21"."""
    pair = {token.text for token in doc[at : at + 2]}
    return any(text.casefold() in MONTHS for text in pair) and any(text.isdigit() for text in pair)


def _counts_next(doc: Doc, at: int) -> bool:
    """As in "the Charter on Rivers, and 12 decisions": how many there are of what is listed next."""
    number, noun = doc[at], doc[at + 1 : at + 2].text
    return number.text.isdigit() and doc[at - 1].lower_ in {"and", ","} and noun.islower()


def _list_goes_on(doc: Doc, comma: int, limit: int) -> bool:
    """Whether the comma parts capital words of one list: "on Friendship, Good-Neighbourliness and
    Cooperation".
    """
    for at in range(comma + 1, min(comma + 9, limit - 1)):
        if doc[at].lower_ == "and":
            return is_capital(doc[at + 1])
        if not (is_capital(doc[at]) or doc[at].text in {",", "-"}):
            return False
    return False


def _starts_another(doc: Doc, joint: int, ahead: int) -> bool:
    """Whether after "and" a second title follows: "the Vision and the Charter of the World"."""
    if not any(doc[at].lower_ in {"and", ","} for at in range(joint, ahead)):
        return False
    for at in range(ahead, min(ahead + 8, len(doc))):
        if not is_capital(doc[at]):
            return False
        if kind_of(doc[at].text, in_title=True):
            return not _is_topic_word(doc, joint, ahead, at)
    return False


def _is_topic_word(doc: Doc, joint: int, ahead: int, at: int) -> bool:
    """As in "Declaration on Child Care and Protection Reform": behind a plain "and", a word that means a
    document only beside others ends what the title is about.
    """
    plain = doc[joint].lower_ == "and" and ahead == joint + 1
    about = any(doc[i].lower_ in _LEADS_ON for i in range(max(0, joint - _TOPIC_REACH), joint))
    return plain and about and not is_strong(doc[at].text)


def quoted(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The tokens within the first pair of quotation marks in doc[start:end], without the marks."""
    opened = None
    for at in range(start, end):
        text = doc[at].text
        if opened is None and text in _OPEN:
            opened = at + 1
        elif opened is not None and text in _CLOSE:
            return (opened, at) if at > opened else None
    return None
