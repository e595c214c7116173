"""A spaCy pipeline that gives the same annotations in less time (docs/decisions/0069)."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from itertools import product
from typing import TYPE_CHECKING, Any

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from thinc.api import use_ops
from threadpoolctl import threadpool_limits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    _Pattern = list[dict[str, Any]]  # an attribute of a token, and what is asked of it
    _Match = tuple[int, int, int]

_ATTRIBUTES = {"TAG", "LOWER", "DEP"}


@contextmanager
def products_by_numpy() -> Iterator[None]:
    """A model loaded in this context multiplies matrices by numpy's library, on one thread.

    That library knows the vector instructions of today's processors. One thread, since the matrices are
    small: two threads wait for each other most of the time, and a second worker process has more use for
    the second core. The limit holds for the process from then on.
    """
    with use_ops("numpy", use_blis=False):
        yield
    threadpool_limits(limits=1, user_api="blas")


def index_rules(nlp: Language) -> None:
    """Let the rules of an attribute ruler, if there is one, be looked up instead of tried in turn."""
    for _, ruler in nlp.pipeline:
        if isinstance(ruler, AttributeRuler):
            ruler.matcher = IndexedMatcher.of(ruler)  # type: ignore[assignment]  # what the ruler calls


class IndexedMatcher:
    """What a Matcher finds, by tables wherever a rule asks for given values of one token's attributes.

    Most rules of a ruler do ("the tag VBD is a past tense"), and a Matcher tries each of them on each token.
    """

    def __init__(self, vocab: Vocab, rules: dict[str, list[_Pattern]]) -> None:
        self._others = Matcher(vocab)
        # By the attributes that a rule asks for, in order; then by their values.
        self._tables: dict[tuple[str, ...], dict[tuple[int, ...], list[int]]] = {}
        for key, patterns in rules.items():
            exact = [pattern for pattern in patterns if _is_exact(pattern)]
            for (token,) in exact:
                table = self._tables.setdefault(tuple(sorted(token)), defaultdict(list))
                for values in product(*(_values(token[attribute]) for attribute in sorted(token))):
                    table[tuple(map(vocab.strings.add, values))].append(vocab.strings.add(key))
            if len(exact) < len(patterns):
                self._others.add(key, [pattern for pattern in patterns if pattern not in exact])

    @classmethod
    def of(cls, ruler: AttributeRuler) -> IndexedMatcher:
        """The rules of that ruler."""
        return cls(ruler.vocab, {str(number): rule["patterns"] for number, rule in enumerate(ruler.patterns)})  # type: ignore[misc]  # it is a list of patterns

    def __call__(self, doc: Doc, *, allow_missing: bool = False, as_spans: bool = False) -> list[_Match]:
        """As a Matcher: the key of the rule and the bounds of the match; never as spans.

        A match of two patterns of one rule is there twice.
        """
        assert not as_spans
        # An empty Matcher warns.
        found: list[_Match] = self._others(doc, allow_missing=allow_missing) if len(self._others) else []
        for attributes, table in self._tables.items():
            columns = (doc.to_array(attribute).tolist() for attribute in attributes)
            for position, values in enumerate(zip(*columns, strict=True)):
                if values in table:
                    found.extend((rule, position, position + 1) for rule in table[values])
        return found


def _is_exact(pattern: _Pattern) -> bool:
    return (
        len(pattern) == 1
        and set(pattern[0]) <= _ATTRIBUTES
        and all(isinstance(asked, str) or set(asked) == {"IN"} for asked in pattern[0].values())
    )


def _values(asked: str | dict[str, list[str]]) -> list[str]:
    return [asked] if isinstance(asked, str) else asked["IN"]
