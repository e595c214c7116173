"""Given names at the start of a sentence belong to the person, titles do not."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from newsroom_enrich.given_names import with_given_names


def whole(before: str, marked: str) -> str:
    """The name after mending, of a sentence that opens with `before`, all of them proper nouns."""
    words = [*before.split(), *marked.split(), "spoke", "."]
    opens: list[bool | int | None] = [True, *[False] * (len(words) - 1)]
    tags = ["NNP"] * (len(words) - 2) + ["VBD", "."]
    doc = Doc(Vocab(), words=words, tags=tags, sent_starts=opens)
    first = len(before.split())
    person = Span(doc, first, first + len(marked.split()), "PERSON")
    doc.set_ents([person])
    return with_given_names(person).text


@pytest.mark.parametrize(
    ("before", "marked"),
    [("Marika", "Tamm"), ("Nana", "Esi Boateng"), ("K P", "Thapa"), ("Yusuf Sheikh", "Omar")],
)
def test_a_given_name_that_opens_a_sentence_belongs_to_the_person(before: str, marked: str) -> None:
    """One or two of them, or initials."""
    assert whole(before, marked) == f"{before} {marked}"


@pytest.mark.parametrize(
    "before", ["Transport Minister", "Acting President", "Mullah", "Meanwhile", "Finland"]
)
def test_titles_and_openers_are_no_given_names(before: str) -> None:
    """Nor are countries."""
    assert whole(before, "Marika Tamm") == "Marika Tamm"
