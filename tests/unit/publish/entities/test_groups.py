"""Who is who, from what the summaries say and what operators decided."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom_publish.entities.decisions import Decisions
from newsroom_publish.entities.facts import Fact, Identity, name_key
from newsroom_publish.entities.groups import Groups

NAME = "Aigul Bekova"


def fact(entity_id: str, country: str | None = None, name: str = NAME, **fields: Any) -> Fact:
    """A person; a Wikidata id for ids that look like one."""
    wikidata = entity_id if entity_id.startswith("Q") else None
    return Fact(
        **{"id": entity_id, "type": "person", "name": name, "country": country} | fields, wikidata=wikidata
    )


def groups(*facts: Fact, decisions: Decisions | None = None, unseen: Iterable[str] = ()) -> Groups:
    identities: dict[str, Identity] = {}
    for one in facts:
        known = identities.get(one.id, Identity(one.id))
        identities[one.id] = known.with_facts((one,), 0 if one.id in unseen else 1)
    return Groups(decisions or Decisions(), identities)


def test_person_without_a_country_is_the_only_one_of_the_name() -> None:
    """A report with a role and one without are about the same person."""
    found = groups(fact("p-0"), fact("p-kz", "KZ"))

    assert found.canonical("p-0") == "p-kz"
    assert found.members("p-kz") == {"p-0", "p-kz"}


def test_homonyms_of_two_countries_stay_two() -> None:
    """And nobody says which of them the one without a country is."""
    found = groups(fact("p-0"), fact("p-kz", "KZ"), fact("p-uz", "UZ"))

    assert [found.members(one) for one in ("p-0", "p-kz", "p-uz")] == [{"p-0"}, {"p-kz"}, {"p-uz"}]


def test_local_id_is_the_wikidata_id_of_its_country() -> None:
    """An id that became known later gathers what was said before, with and without a country."""
    found = groups(fact("p-0"), fact("p-kz", "KZ"), fact("Q7", "KZ"))

    assert found.members("Q7") == {"p-0", "p-kz", "Q7"}


def test_wikidata_id_of_another_country_is_somebody_else() -> None:
    """The same name alone joins no two people who each have a country."""
    found = groups(fact("p-kz", "KZ"), fact("Q7", "UZ"), fact("Q8"))

    assert [found.canonical(one) for one in ("p-kz", "Q7", "Q8")] == ["p-kz", "Q7", "Q8"]


def test_two_wikidata_ids_are_never_joined_by_a_name() -> None:
    """Wikidata tells them apart, and so do we."""
    found = groups(fact("p-0"), fact("p-kz", "KZ"), fact("Q7", "KZ"), fact("Q8", "KZ"))

    assert {found.canonical(one) for one in ("p-0", "p-kz", "Q7", "Q8")} == {"p-0", "p-kz", "Q7", "Q8"}


@pytest.mark.parametrize("name", ["Bekova", "Lula", "Путин"])
def test_one_word_names_nobody(name: str) -> None:
    """A surname or a nickname alone does not tell who is meant."""
    assert groups(fact("p-0", name=name), fact("p-kz", "KZ", name=name)).canonical("p-0") == "p-0"


def test_name_in_a_script_without_spaces_is_a_full_name() -> None:
    """习近平 is one word and yet family and given name."""
    assert groups(fact("p-0", name="习近平"), fact("p-cn", "CN", name="习近平")).canonical("p-0") == "p-cn"


@pytest.mark.parametrize("kind", ["organization", "place", "event", "country"])
def test_only_people_are_joined_by_their_names(kind: str) -> None:
    """Every country has a Ministry of Foreign Affairs."""
    name = "Ministry of Foreign Affairs"
    both = [fact(one, country, name, type=kind) for one, country in (("o-0", None), ("o-kz", "KZ"))]

    assert groups(*both).canonical("o-0") == "o-0"


@pytest.mark.parametrize("other", ["AIGÜL  BEKOVA", "Aigul-Bekova", "Ａｉｇｕｌ Bekova", "Aigul Beko'va"])
def test_spelling_of_a_name_does_not_matter(other: str) -> None:
    """Case, accents, width and punctuation tell nobody apart."""
    assert groups(fact("p-0", name=other), fact("p-kz", "KZ")).canonical("p-0") == "p-kz"


def test_somebody_whom_nobody_may_see_does_not_count() -> None:
    """A report that was withdrawn, or is under embargo, makes no homonym and no link."""
    three = (fact("p-0"), fact("p-kz", "KZ"), fact("p-uz", "UZ"))

    assert groups(*three, unseen=["p-uz"]).canonical("p-0") == "p-kz"
    assert groups(*three, unseen=["p-uz", "p-kz"]).canonical("p-0") == "p-0"


def test_decision_comes_before_a_link() -> None:
    """An operator knows better than a name: merged elsewhere, or split off."""
    both = (fact("p-0"), fact("p-kz", "KZ"))

    assert groups(*both, decisions=Decisions().merged("p-9", "p-0")).canonical("p-0") == "p-9"
    assert groups(*both, decisions=Decisions().split("p-0")).canonical("p-0") == "p-0"
    assert groups(*both, decisions=Decisions().merged("p-0", "p-kz")).canonical("p-kz") == "p-0"


def test_links_and_decisions_lead_on() -> None:
    """What is merged into an id that a name joins with another goes there too, and on from there."""
    found = groups(
        fact("p-0"),
        fact("p-kz", "KZ"),
        fact("p-nick", name="A. Bekova"),
        fact("p-new", "KZ", "Aigul Omarova"),
        decisions=Decisions().merged("p-0", "p-nick").merged("p-new", "p-kz"),
    )

    assert found.members("p-new") == {"p-0", "p-kz", "p-nick", "p-new"}
    assert found.canonical("p-nick") == "p-new"


def test_homonyms_that_an_operator_merged_are_one() -> None:
    """Somebody with offices in two countries is the only one of the name again."""
    three = (fact("p-0"), fact("p-kz", "KZ"), fact("p-uz", "UZ"))

    assert groups(*three, decisions=Decisions().merged("p-kz", "p-uz")).canonical("p-0") == "p-kz"


def test_id_that_stands_for_one_homonym_is_not_joined_with_the_other() -> None:
    """Once an operator said who the one without a country is, the second homonym is somebody else."""
    three = (fact("p-0"), fact("p-kz", "KZ"), fact("p-uz", "UZ"))
    found = groups(*three, decisions=Decisions().merged("p-0", "p-kz"))

    assert (found.canonical("p-0"), found.canonical("p-uz")) == ("p-0", "p-uz")


def test_circle_of_links_and_decisions_has_one_canonical_id() -> None:
    """Two people without countries whose namesakes an operator crossed: one group, under the least id."""
    found = groups(
        fact("a-0"),
        fact("a-kz", "KZ"),
        fact("b-0", name="Other Name"),
        fact("b-kz", "KZ", "Other Name"),
        decisions=Decisions().merged("b-0", "a-kz").merged("a-0", "b-kz"),
    )

    assert {found.canonical(one) for one in ("a-0", "a-kz", "b-0", "b-kz")} == {"a-0"}


def test_keys_of_names() -> None:
    """What is no word leaves nothing."""
    assert name_key("  Nuñez-O’Brien, JR. ") == "nunez obrien jr"
    assert name_key("!?") == ""


NAMES = ("Aigul Bekova", "Asha Rai", "Lula")
identities = st.builds(
    lambda local, number, country, name: fact(f"{'p' if local else 'Q'}{number}", country, name),
    st.booleans(),
    st.integers(1, 4),
    st.sampled_from([None, "KZ", "UZ"]),
    st.sampled_from(NAMES),
)
decided = st.lists(
    st.tuples(*[st.sampled_from([f"{kind}{number}" for kind in "pQ" for number in range(1, 5)])] * 2),
    max_size=6,
)


@given(st.lists(identities, max_size=8), decided, st.randoms())
def test_each_id_is_in_exactly_one_group_under_one_id(
    facts: list[Fact], merges: list[tuple[str, str]], random: Any
) -> None:
    """Whatever is said and decided, groups part the ids, and the order of what was said is nothing."""
    decisions = Decisions()
    for keep, gone in merges:
        if keep != gone and decisions.parent(gone) is None and decisions.root(keep) != gone:
            decisions = decisions.merged(keep, gone)
    everyone = [*facts, *(fact(one, name=f"Only {one}") for pair in merges for one in pair)]
    found = groups(*everyone, decisions=decisions)
    shuffled = random.sample(everyone, len(everyone))

    for one in found.identities:
        canonical = found.canonical(one)
        assert found.canonical(canonical) == canonical
        assert one in found.members(one)
        assert found.members(one) == {x for x in found.identities if found.canonical(x) == canonical}
        assert decisions.tree(one) <= found.members(one)
        assert groups(*shuffled, decisions=decisions).canonical(one) == canonical
