"""The faster pipeline says what the packaged one says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc
from threadpoolctl import threadpool_info

from newsroom_enrich import model
from newsroom_enrich.swift import IndexedMatcher, index_rules

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab

TEXTS = (
    "The ministers weren't going to sign, but they got what they'd wanted: it is said that you let's see.",
    "  Those who cannot come, Mr. Okafor said\n\nin Abuja, do have a vote; nothin' ain't gonna change that.",
    "",
)


@pytest.fixture(scope="module")
def packaged() -> Language:
    return model.load_package(model.PACKAGED)


@pytest.fixture(scope="module")
def swift() -> Language:
    return model.load(model.BASE)


@pytest.mark.parametrize("text", TEXTS)
def test_annotations_are_those_of_the_package(packaged: Language, swift: Language, text: str) -> None:
    """Another way to multiply, and rules in a table: no tag, head, lemma or entity changes."""
    attributes: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB"]

    assert swift(text).to_array(attributes).tolist() == packaged(text).to_array(attributes).tolist()


def test_products_take_one_thread(swift: Language) -> None:
    """A worker process is one of several, and has one core to itself."""
    assert swift.pipe_names
    assert {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"} == {1}


@pytest.mark.parametrize(
    "pattern",
    [
        [{"TAG": "VBD"}],
        [{"TAG": {"IN": ["VBD", "NN"]}, "LOWER": {"IN": ["met", "bank"]}}],
        [{"LOWER": "met"}],
        [{"LOWER": "met", "DEP": "ROOT"}],
        [{"LOWER": "met"}, {"TAG": "NN"}],
        [{"LOWER": {"REGEX": "^b.nk$"}}],
        [{"TAG": {"NOT_IN": ["NN"]}}],
        [{"TAG": "NN", "OP": "?"}, {"LOWER": "met"}],
        [{"LOWER": "nobody"}],
        [{"LOWER": {"IN": []}}],
    ],
)
def test_a_rule_in_a_table_finds_what_a_matcher_finds(pattern: list[dict[str, Any]]) -> None:
    """Whatever a rule asks for."""
    vocab = spacy.blank("en").vocab
    doc = _doc(vocab)
    patterns: list[list[dict[str, Any]]] = [pattern, [{"LOWER": "the"}]]
    matcher = Matcher(vocab)
    matcher.add("rule", patterns)

    assert set(IndexedMatcher(vocab, {"rule": patterns})(doc)) == set(matcher(doc))


def test_of_two_rules_the_later_one_has_the_last_word() -> None:
    """An exception follows its rule, also where only one of them is in a table."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"TAG": "VBD"}]], {"POS": "VERB"})  # type: ignore[attr-defined]  # an AttributeRuler
    ruler.add([[{"TAG": {"NOT_IN": ["NN"]}, "LOWER": "met"}]], {"POS": "AUX"})  # type: ignore[attr-defined]  # the same
    index_rules(nlp)

    assert [token.pos_ for token in ruler(_doc(nlp.vocab))] == ["", "", "AUX", "", ""]


def _doc(vocab: Vocab) -> Doc:
    words = ["The", "Bank", "met", "the", "bank"]
    tags, labels = ["DT", "NN", "VBD", "DT", "NN"], ["det", "nsubj", "ROOT", "det", "dobj"]
    return Doc(vocab, words=words, tags=tags, deps=labels, heads=[1, 2, 2, 4, 2])
