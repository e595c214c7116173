"""How entities are filed and found by their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom_publish.entities import search
from newsroom_publish.entities.facts import Fact, name_key
from newsroom_publish.entities.search import Member


def fact(name: str, entity_id: str = "p-1") -> Fact:
    return Fact(id=entity_id, type="person", name=name)


def within(member: Member, asked: search.Range) -> bool:
    """As ZRANGEBYLEX compares: byte by byte."""
    stored = str(member).encode()
    low = stored >= asked.first[1:] if asked.first[:1] == b"[" else stored > asked.first[1:]
    return low and stored < asked.last[1:]


def test_a_name_is_found_from_each_of_its_words_on() -> None:
    """By its beginning, and by any later word with those after it."""
    filed = search.members(fact("Kassym-Jomart Tokayev"))

    for query in ("kas", "Kassym Jomart", "JOMART tok", "tokayev"):
        assert any(within(one, search.beginning(search.folded(query))) for one in filed)
    for query in ("assym", "jomart kassym", "tokayevx"):
        assert not any(within(one, search.beginning(search.folded(query))) for one in filed)


def test_exact_names_are_not_longer_ones() -> None:
    """Neither a word of a name nor a name that goes on is the name."""
    (whole, part) = search.members(fact("Asha Rai"))

    assert within(whole, search.exactly(name_key("asha RAI")))
    assert not within(part, search.exactly("rai"))
    assert not within(search.members(fact("Asha Rai Joshi"))[0], search.exactly("asha rai"))


@pytest.mark.parametrize("name", ["", "!?", "\x00"])
def test_name_without_a_word_is_filed_nowhere(name: str) -> None:
    assert search.members(fact(name)) == ()


def test_endless_names_are_filed_shortened() -> None:
    """A hostile report cannot fill the memory with one name, and it is still found, and told from others."""
    long = search.members(fact(" ".join(["x" * 10_000] * 1_000)))
    other = search.members(fact("x" * 10_001))

    assert len(long) == search.MAX_WORDS
    assert all(len(one.text) < 200 for one in (*long, *other))
    assert long[0].text != other[0].text
    assert within(other[0], search.beginning(search.folded("x" * 150)))
    assert within(other[0], search.exactly("x" * 10_001))


@given(st.text(min_size=1), st.text())
def test_whole_names_and_members_are_found_again(name: str, entity_id: str) -> None:
    """Filed as stored, read as filed, and found by the name as it is written."""
    for member in search.members(fact(name, entity_id)):
        try:
            stored = str(member).encode()
        except UnicodeEncodeError:  # half a surrogate pair, which no contract admits
            return
        assert Member.parse(stored) == member
        assert search.place(search.cursor(str(member))) == str(member)
        assert not member.whole or within(member, search.exactly(name_key(name)))
        asked = search.beginning(search.folded(member.text[:50]))
        assert any(within(one, asked) for one in search.members(fact(name, entity_id)))


@pytest.mark.parametrize("text", ["%%%", "ä", "a", "_w"])
def test_foreign_cursors_are_told(text: str) -> None:
    with pytest.raises(ValueError, match="no cursor"):
        search.place(text)
