"""What the measure counts, on examples small enough to count by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsroom.contracts import Evidence, Mention, Resolution, Role, Summary, Vote
from scoring.cases import SETS, Case, read_all
from scoring.ledger import Figure, Ledger, Tally
from scoring.names import KnownNames, fold
from scoring.pairing import pair
from scoring.scorer import HEADLINE, score

if TYPE_CHECKING:
    from collections.abc import Callable


def counts(ledger: Ledger, figure: str) -> tuple[int, int, int]:
    """Hits, spurious, missed."""
    tally = ledger.tallies[figure]
    return tally.hits, tally.spurious, tally.missed


def with_entity(summary: Summary, name: str, /, **changes: object) -> Summary:
    """The summary with one entity changed."""
    changed = (
        entity.model_copy(update=changes) if entity.name == name else entity for entity in summary.entities
    )
    return summary.model_copy(update={"entities": tuple(changed)})


def with_resolution(summary: Summary, at: int, **changes: object) -> Summary:
    """The summary with one resolution changed."""
    items = list(summary.resolutions)
    items[at] = items[at].model_copy(update=changes)
    return summary.model_copy(update={"resolutions": tuple(items)})


def test_a_perfect_answer_scores_one_in_every_figure(case: Case, perfect: Summary) -> None:
    """Nothing spurious, nothing missed, no mistake noted."""
    ledger = score([case], [perfect])

    assert {figure.f1 for figure in ledger.figures().values()} == {1.0}
    assert set(HEADLINE) <= set(ledger.figures())
    assert ledger.mistakes == []


@pytest.mark.parametrize("name", SETS)
def test_the_annotation_given_back_scores_one_on_the_real_cases(
    name: str, answer_of: Callable[[Case], Summary]
) -> None:
    """No case contradicts itself."""
    cases = read_all(SETS[name])

    ledger = score(cases, [answer_of(case) for case in cases])

    assert {figure.f1 for figure in ledger.figures().values()} == {1.0}


def test_an_empty_answer_has_full_precision_and_no_recall(case: Case, perfect: Summary) -> None:
    """Saying nothing is never wrong, and never any use."""
    empty = perfect.model_copy(update={"entities": (), "resolutions": (), "events": ()})

    figures = score([case], [empty]).figures()

    assert figures["entities"] == Figure(precision=1.0, recall=0.0, f1=0.0, gold=4)
    assert figures["resolutions.found"].gold == 2
    assert figures["events.slots"].recall == 0.0


def test_every_case_needs_its_summary(case: Case) -> None:
    """A summary that is missing is an error, not a better score."""
    with pytest.raises(ValueError, match="shorter"):
        score([case], [])


def test_an_entity_of_another_type_is_spurious_and_the_right_one_missed(case: Case, perfect: Summary) -> None:
    """A country taken for a place counts against both."""
    ledger = score([case], [with_entity(perfect, "Chile", type="place")])

    assert counts(ledger, "entities") == (3, 1, 1)
    assert counts(ledger, "entities.place") == (1, 1, 0)
    assert counts(ledger, "entities.country") == (0, 0, 1)
    assert ledger.mistakes[:2] == ["made-up: spurious place 'Chile'", "made-up: missed country 'Chile'"]


def test_an_entity_under_another_name_is_found_by_a_common_mention(case: Case, perfect: Summary) -> None:
    """The canonical name is one way to be recognised, the strings in the text another."""
    ledger = score([case], [with_entity(perfect, "Example Union", name="Union of Examples")])

    assert counts(ledger, "entities.organization") == (1, 0, 0)


def test_one_entity_given_twice_is_spurious_once(case: Case, perfect: Summary) -> None:
    """Each gold entity has one partner."""
    twice = perfect.model_copy(update={"entities": (*perfect.entities, perfect.entities[2])})

    ledger = score([case], [twice])

    assert counts(ledger, "entities") == (4, 1, 0)
    assert counts(ledger, "mentions") == (6, 0, 0)


def test_mentions_are_distinct_strings(case: Case, perfect: Summary) -> None:
    """The same string twice is one mention; another string is another."""
    chile = perfect.entities[2]
    mentions = (chile.mentions[0], chile.mentions[0], Mention(text="pleased", start=0, end=7))

    ledger = score([case], [with_entity(perfect, "Chile", mentions=mentions)])

    assert counts(ledger, "mentions") == (5, 1, 1)


def test_an_offset_that_is_off_by_one_is_wrong(case: Case, perfect: Summary) -> None:
    """The text has to say exactly what the mention and the evidence say."""
    ana = perfect.entities[3].mentions[0]
    moved = with_entity(perfect, "Ana Ruiz", mentions=(ana.model_copy(update={"start": ana.start + 1}),))
    evidence = perfect.resolutions[0].evidence
    moved = with_resolution(moved, 0, evidence=evidence.model_copy(update={"end": evidence.end + 1}))

    ledger = score([case], [moved])

    assert counts(ledger, "offsets") == (6, 2, 0)


def test_offsets_count_code_points(case: Case, perfect: Summary) -> None:
    """An emoji is one character, as it is in Python and in the contract."""
    text = "\N{WAVING WHITE FLAG}\N{VARIATION SELECTOR-16}\N{GRINNING FACE} Chile"
    only = case.gold.entities[2].model_copy(update={"mentions": ("Chile",)})
    gold = case.gold.model_copy(update={"entities": (only,), "resolutions": (), "events": ()})
    short = case.model_copy(update={"text": text, "gold": gold})
    entity = perfect.entities[2].model_copy(update={"mentions": (Mention(text="Chile", start=4, end=9),)})
    summary = perfect.model_copy(update={"entities": (entity,), "resolutions": (), "events": ()})

    assert counts(score([short], [summary]), "offsets") == (1, 0, 0)


@pytest.mark.parametrize(
    ("wikidata", "expected"), [("Q298", (1, 0, 0)), ("Q1", (0, 1, 1)), (None, (0, 0, 1))]
)
def test_links_are_counted_where_the_annotation_knows_one(
    wikidata: str | None, expected: tuple[int, int, int], case: Case, perfect: Summary
) -> None:
    """A wrong id is worse than none; ids that nobody checked do not count."""
    answer = with_entity(with_entity(perfect, "Chile", wikidata=wikidata), "Astana", wikidata="Q1520")

    assert counts(score([case], [answer]), "linked") == expected


@pytest.mark.parametrize(
    ("title", "of", "expected"),
    [
        ("foreign minister", "Chile", (1, 0, 0)),
        ("Foreign Minister", "Chilean", (1, 0, 0)),
        ("foreign minister", None, (0, 1, 1)),
        ("foreign minister", "Example Union", (0, 1, 1)),
        ("minister", "Chile", (0, 1, 1)),
    ],
)
def test_a_role_is_a_title_of_a_country_or_body(
    title: str, of: str | None, expected: tuple[int, int, int], case: Case, perfect: Summary
) -> None:
    """The whole title in any case, and any name of the right entity."""
    role = Role(title=title, of=of, evidence=Evidence(quote="x", start=0, end=1))

    assert counts(score([case], [with_entity(perfect, "Ana Ruiz", roles=(role,))]), "roles") == expected


def test_roles_of_people_who_are_not_there_are_spurious(case: Case, perfect: Summary) -> None:
    """An invented person costs the entity and each of its roles."""
    invented = perfect.entities[3].model_copy(update={"name": "Nobody", "mentions": ()})

    ledger = score([case], [perfect.model_copy(update={"entities": (*perfect.entities, invented)})])

    assert counts(ledger, "roles") == (1, 1, 0)


def test_a_wrong_slot_is_one_spurious_and_one_missed(case: Case, perfect: Summary) -> None:
    """The item is found all the same."""
    ledger = score([case], [with_resolution(perfect, 0, count=15)])

    assert counts(ledger, "resolutions.found") == (2, 0, 0)
    assert counts(ledger, "resolutions.count") == (1, 1, 1)
    assert counts(ledger, "resolutions.slots") == (16, 1, 1)
    assert ledger.mistakes == [
        "made-up: resolution agreement: missed count 14",
        "made-up: resolution agreement: wrong count 15",
    ]


def test_a_vote_is_one_value(case: Case, perfect: Summary) -> None:
    """Two of three numbers right is a wrong vote."""
    vote = Vote(for_=9, against=2, abstentions=0)

    assert counts(score([case], [with_resolution(perfect, 1, vote=vote)]), "resolutions.vote") == (0, 1, 1)


def test_titles_are_free(case: Case, perfect: Summary) -> None:
    """A title may be worded in many right ways."""
    ledger = score([case], [with_resolution(perfect, 0, title="Accords on trade")])

    assert counts(ledger, "resolutions.slots") == (17, 0, 0)


def test_an_invented_resolution_costs_the_item_and_all_its_slots(case: Case, perfect: Summary) -> None:
    """Evidence elsewhere in the text makes it another item."""
    start = case.text.index("Chilean officials")
    evidence = Evidence(quote="Chilean", start=start, end=start + 7)
    invented = Resolution(kind="treaty", action="signed", status="done", evidence=evidence)

    ledger = score([case], [perfect.model_copy(update={"resolutions": (*perfect.resolutions, invented)})])

    assert counts(ledger, "resolutions.found") == (2, 1, 0)
    assert counts(ledger, "resolutions.slots") == (17, 3, 0)


def test_a_symbol_identifies_a_resolution_whatever_the_sentence(case: Case, perfect: Summary) -> None:
    """The document is the same even where another sentence is quoted."""
    evidence = perfect.resolutions[0].evidence

    ledger = score([case], [with_resolution(perfect, 1, evidence=evidence)])

    assert counts(ledger, "resolutions.found") == (2, 0, 0)


def test_names_in_slots_may_be_any_name_of_the_entity(case: Case, perfect: Summary) -> None:
    """EU, Example Union and the Example Union are one body."""
    ledger = score([case], [with_resolution(perfect, 0, body="EU", place="ASTANA")])

    assert counts(ledger, "resolutions.slots") == (17, 0, 0)


def test_an_event_is_found_by_the_telling_words_of_its_name(case: Case, perfect: Summary) -> None:
    """Words that all meetings share pair nothing."""
    event = perfect.events[0]
    renamed = perfect.model_copy(
        update={"events": (event.model_copy(update={"name": "Meeting in Astana", "start": None}),)}
    )
    empty = perfect.model_copy(update={"events": (event.model_copy(update={"name": "a meeting"}),)})

    assert counts(score([case], [renamed]), "events.found") == (1, 0, 0)
    assert counts(score([case], [renamed]), "events.slots") == (4, 0, 1)
    assert counts(score([case], [empty]), "events.found") == (0, 1, 1)
    assert counts(score([case], [empty]), "events.slots") == (0, 5, 5)


def test_the_most_alike_are_paired_first() -> None:
    """A good match is not lost to a poor one that comes earlier; nothing alike stays alone."""
    likeness = {("a", "x"): 1, ("a", "y"): 2, ("b", "y"): 3}

    assert pair("ab", "xyz", lambda one, other: likeness.get((one, other), 0)) == {1: 1, 0: 0}


def test_equally_alike_are_paired_in_order() -> None:
    """The result does not depend on chance."""
    assert pair("ab", "xy", lambda _one, _other: 1) == {0: 0, 1: 1}


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The Shanghai Cooperation Organisation", "shanghai cooperation organization"),
        ("Recep Tayyip Erdoğan’s", "recep tayyip erdogan"),
        ("Côte d'Ivoire", "cote d ivoire"),
        ("S/RES/2728 (2024)", "s res 2728 2024"),
        ("Işık", "isik"),
        (None, ""),
    ],
)
def test_folding_makes_spellings_equal(name: str | None, folded: str) -> None:
    """Case, accents, punctuation, articles and possessives do not tell names apart."""
    assert fold(name) == folded


def test_names_that_mean_nothing_known_stay_themselves(case: Case) -> None:
    """A name that no entity has is compared as it is."""
    names = KnownNames(case.gold.entities)

    assert names.canonical("chilean") == "chile"
    assert names.canonical("The Moon") == "moon"
    assert names.same(None, None)
    assert not names.same("Chile", None)


def test_figures_are_rounded_to_three_places() -> None:
    """Two of three given are right, of four wanted."""
    assert Tally(hits=2, spurious=1, missed=2).figure() == Figure(
        precision=0.667, recall=0.5, f1=0.571, gold=4
    )


def test_no_item_at_all_is_a_perfect_figure() -> None:
    """A report on nothing, summarised as nothing."""
    assert Tally().figure() == Figure(precision=1.0, recall=1.0, f1=1.0, gold=0)


def test_an_entity_without_mentions_needs_the_right_name(case: Case, perfect: Summary) -> None:
    """Without a common string the canonical name decides."""
    answer = with_entity(perfect, "Chile", mentions=())

    assert counts(score([case], [answer]), "entities.country") == (1, 0, 0)
    renamed = with_entity(answer, "Chile", name="Republic of Chile")
    assert counts(score([case], [renamed]), "entities.country") == (0, 1, 1)


def test_the_report_of_a_case_gives_nothing_away(case: Case) -> None:
    """The pipeline gets what a sender would send."""
    report = case.report()

    assert (report.title, report.text, report.language) == (case.title, case.text, None)
