"""Lists of topics, read from the surface: "customs, the safety of journalists and legal aid to refugees".

Long lists break the syntax, so a list is cut at its commas and joining words first; the syntax is only
asked whether "and" joins two topics or two words within one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.documents.lexicon import is_plural, kind_of
from newsroom_enrich.components.resolutions.topic_words import topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from newsroom_enrich.components.resolutions.reading import Reading

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_JOINING = frozenset({"and", "or", "&", "plus"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
# A list goes on behind them only with a new "and", or with its preposition.
_ASIDES = frozenset(
    "which who whom whose that where when while whereas after before during under by until since "
    "according because though although if whereby through as without besides alongside".split()
)
_LEADS = frozenset("on in with to for about".split())
_LEAD_LIMIT = 4
_FROM_REACH = 3  # "on everything from free trade to fishing"
_PAIRS = frozenset({("oil", "gas")})  # one trade, however it is joined
_LIKE_NOUNS = frozenset("marine maritime military chemical veterinary medical".split())  # "marine and polar"
_SPHERES = frozenset("fields areas spheres sectors domains".split())


def listed(reading: Reading, start: int, end: int, *, to_joins: bool = False) -> Iterator[str]:
    """The topics that doc[start:end] lists; `to_joins` for "from taxes to tourism"."""
    tokens = [reading.doc[at] for at in range(start, _end(reading, start, end))]
    to_joins = to_joins or any(token.lower_ == "from" for token in tokens[:_FROM_REACH])
    sphere = next((at for at, token in enumerate(tokens) if _is_sphere(token)), None)
    if sphere is not None and tokens[sphere].lower_ == "areas" and all(t.pos_ != "DET" for t in tokens[:3]):
        sphere = None  # "mountain areas and coasts"
    spheres = sphere is not None
    if sphere is not None:
        tokens = tokens[_behind_preposition(tokens, sphere) :]
    for part in _Cutter(tokens, to_joins=to_joins, spheres=spheres).parts():
        yield from topic(reading, part, bare=spheres)


def _end(reading: Reading, start: int, end: int) -> int:
    """Where the list ends: before a finite verb, without the subject of that verb."""
    doc = reading.doc
    for at in range(start, end):
        token = doc[at]
        if token.text in {".", "?", "!", ":", "—", "–"} and at > start:
            return at
        if token.text == ";" and _opens_other_set(doc[at + 1 : end]):
            return at
        if _is_finite(token) and not _in_aside(doc[start:at]):
            return _before_subject(token, start, at)
    return end


def _opens_other_set(behind: Span) -> bool:
    """As in "the pacts concern trade; the memoranda, sport": behind the semicolon another set is told of."""
    if len(behind) < 2 or behind[0].lower_ != "the":
        return False
    return is_plural(behind[1].text) and kind_of(behind[1].text) is not None


def _is_finite(token: Token) -> bool:
    """Whether a word is a finite verb; nouns such as "care" and "trade" are taken for verbs in lists."""
    if token.tag_ == "VBP" and token.pos_ == "VERB":
        return any(child.dep_ in {*_SUBJECTS, "aux"} and child.i < token.i for child in token.children)
    return token.tag_ in _FINITE


def _in_aside(before: Span) -> bool:
    return any(token.tag_ in {"WDT", "WP", "WRB"} or token.lower_ == "that" for token in before)


def _before_subject(verb: Token, start: int, at: int) -> int:
    """The end of the list before a verb: the last comma, "and" or "while" where a new clause begins there."""
    main = verb.head if verb.dep_ in {"aux", "auxpass"} else verb
    subjects = [child for child in main.children if child.dep_ in _SUBJECTS]
    if any(child.i < start for child in subjects):
        return at  # "agreements on trade, transport and tourism were signed": it is the set that was signed
    opens = {child.left_edge.i for child in subjects if child.i > start}
    commas = [i for i in range(start, at) if verb.doc[i].text in {",", ";"} or verb.doc[i].lower_ == "while"]
    after = [i for i in opens if i > start and verb.doc[i - 1].lower_ in {",", "and", "while", ";"}]
    if after:
        return max(after) - 1
    return commas[-1] if commas and at - commas[-1] <= _LEAD_LIMIT else at


class _Cutter:
    """Cuts the words of a list into its pieces, at commas, semicolons and joining words; asides fall away."""

    def __init__(self, tokens: list[Token], *, to_joins: bool, spheres: bool) -> None:
        self.tokens = tokens
        self.to_joins = to_joins
        self.spheres = spheres  # "the political, trade and cultural fields": each word is a topic
        self.closed = False  # the "and" before the last item has been met

    def parts(self) -> Iterator[list[Token]]:
        part: list[Token] = []
        aside = depth = 0
        for at, token in enumerate(self.tokens):
            depth += token.text == "("
            if depth:
                depth -= token.text == ")"
                continue
            if self._separates(at, part):
                if part:
                    yield part
                part, aside = [], int(bool(aside) and not self._resumes(at))
            elif self._opens_aside(token, part):
                aside = 1
            elif not aside:
                part.append(token)
        if part:
            yield part

    def _next(self, at: int) -> Token | None:
        return self.tokens[at + 1] if at + 1 < len(self.tokens) else None

    def _separates(self, at: int, part: list[Token]) -> bool:
        token, following = self.tokens[at], self._next(at)
        word = token.lower_
        if word == ";" or (word == "to" and self.to_joins):
            self.closed = False
            return True
        if word == ",":
            adjectives = part and following is not None and part[-1].pos_ == following.pos_ == "ADJ"
            # "Free, open trade", but "fiscal, naval and legal cooperation".
            return self.spheres or not adjectives or (following is not None and following.dep_ == "conj")
        if word in {"well", "as"}:
            return self.tokens[max(0, at - 1)].lower_ in {"as", "well"} or (
                following is not None and following.lower_ in {"well", "as"}
            )
        return word in _JOINING and self._joins_topics(at, part)

    def _joins_topics(self, at: int, part: list[Token]) -> bool:
        """Whether "and" stands between two topics, and not within "trade and economic ties" or "the
        protection of rivers and lakes".
        """
        following = self._next(at)
        if not part or following is None or self.spheres or following.lower_ in {"other", "others"}:
            return True
        if following.pos_ == "DET" or following.lower_ in _LEADS:
            self.closed = True
            return True
        before = part[-1]
        if (before.lower_, following.lower_) in _PAIRS:
            return False
        if len(part) == 1 and before.lower_ in _LIKE_NOUNS and following.pos_ == "ADJ":
            return False
        listed_before = any(token.text == "," for token in self.tokens[:at])
        closes = listed_before and not self.closed and before.pos_ != "ADJ"
        if _modifies(before, part) and following.i < before.head.i <= self.tokens[-1].i and not closes:
            return False
        lead = _lead_of_complement(part)
        if lead is not None and (self.closed or (not listed_before and _is_led(lead, before, following))):
            return False
        self.closed = True
        return True

    def _resumes(self, at: int) -> bool:
        following = self._next(at)
        if self.tokens[at].text == ";":
            return True
        return following is not None and (following.lower_ in _LEADS or self.tokens[at].lower_ in _JOINING)

    def _opens_aside(self, token: Token, part: list[Token]) -> bool:
        participle = token.tag_ in {"VBN", "VBD"} and token.dep_ in {"acl", "relcl", "advcl", "ROOT", "conj"}
        behind = bool(part) and any(other.pos_ in {"NOUN", "PROPN"} for other in part)
        if token.tag_ == "VBG" and token.dep_ == "advcl":
            return True  # "lifted the sanctions on banks, keeping those on arms"
        return token.lower_ in _ASIDES or (behind and (participle or _hangs_on(token)))


def _hangs_on(token: Token) -> bool:
    """As "worth" in "a contract worth a million", "running" in "a plan running to 2030"."""
    return (token.tag_ == "VBG" and token.dep_ == "acl") or token.lower_ == "worth"


def _lead_of_complement(part: list[Token]) -> Token | None:
    """The preposition of "the protection of rivers", if there is one."""
    lead = next((token for token in reversed(part) if token.pos_ == "ADP"), None)
    if lead is None or lead.i == part[0].i or lead.lower_ not in {"of", "for", "between", "against"}:
        return None
    return lead


def _is_led(lead: Token, before: Token, following: Token) -> bool:
    """As in "the protection of rivers and lakes": both words are led by the preposition."""
    later = following
    while later.dep_ in _MODIFIERS and later.head.i > later.i:
        later = later.head
    return later.dep_ == "conj" and lead.i < later.head.i <= before.i


def _modifies(word: Token, part: list[Token]) -> bool:
    """Whether a word may stand with the next one before their noun: "trade and economic ties"."""
    alone = len(part) == 1 or part[-2].pos_ in {"ADP", "DET", "PUNCT"}
    return word.dep_ in _MODIFIERS and (word.pos_ == "ADJ" or alone)


def _behind_preposition(tokens: list[Token], sphere: int) -> int:
    """Where the adjectives of "cooperation in the fiscal, naval and legal fields" begin."""
    return next((at + 1 for at in range(sphere, -1, -1) if tokens[at].pos_ == "ADP"), 0)


def _is_sphere(token: Token) -> bool:
    """As "fields" in "the fiscal, naval and cultural fields", and not in "the fields of energy"."""
    if token.lower_ not in _SPHERES or token.nbor(-1).pos_ not in {"ADJ", "NOUN", "VERB"}:
        return False
    return token.i + 1 == len(token.doc) or token.nbor().lower_ not in {"of", "such", "as", "including"}
