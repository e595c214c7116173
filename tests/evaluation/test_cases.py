"""The annotated reports keep the rules of docs/evaluation.md that a program can check."""

from __future__ import annotations

import calendar
import datetime as dt
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scoring.cases import SETS, Case, read, read_all
from scoring.names import fold
from scoring.sentences import SENTENCES, read_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.cases import GoldEntity, GoldResolution

PATHS = [path for directory in SETS.values() for path in sorted(directory.glob("*.json"))]
CASES = [read(path) for path in PATHS]
BANK = Path(__file__).parents[2] / "services" / "enrich" / "training" / "decisions"
CORPUS = Path(__file__).parents[2] / "services" / "enrich" / "training" / "corpus"
GENERIC = {
    "the council", "council", "assembly", "parliament", "government", "ministry", "committee", "commission",
    "secretariat", "board", "conference", "union", "agency", "summit", "bank", "alliance", "bloc", "court",
}  # fmt: skip
TITLES_AND_HONORIFICS = re.compile(
    r"^(mr|mrs|ms|dr|sir|sheikh|king|queen|prince|president|minister|ambassador|h\.?e\.?)\b\.?\s",
    re.IGNORECASE,
)
FAILED = {"vetoed", "rejected"}

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)


def entities(case: Case, *types: str) -> Iterator[GoldEntity]:
    return (entity for entity in case.gold.entities if not types or entity.type in types)


def names(case: Case, *types: str) -> set[str]:
    return {entity.name for entity in entities(case, *types)}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_case_is_found_by_its_id(path: Path) -> None:
    """One file, one case, one name."""
    assert read(path).id == path.stem


def test_no_report_is_in_two_sets() -> None:
    """What the rules were written against measures nothing any more."""
    assert len({case.id for case in CASES}) == len({case.text for case in CASES}) == len(CASES)


def test_no_sentence_of_a_case_trains_the_names_model() -> None:
    """What a model has seen tells nothing about what it can do."""
    lines = [line for path in CORPUS.glob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    seen = "\n".join(re.sub(r"\{([^|{}]*)\|\w+\}", r"\1", json.loads(line)["text"]) for line in lines)
    sentences = {
        sentence for case in CASES for sentence in re.split(r"(?<=[.!?])\s+", case.text) if len(sentence) > 40
    }

    assert seen
    assert [sentence for sentence in sentences if sentence in seen] == []


def test_what_is_sealed_trains_nothing() -> None:
    """Decisions are learned from mini reports and from the cases that were read."""
    lines = [line for path in BANK.glob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    bank = "\n".join(json.loads(line)["text"] for line in lines)
    sealed = [*read_all(SETS["sealed"]), *read_sentences(SENTENCES)]

    # "Press release" may head any of them.
    paragraphs = {case.id: [part for part in case.text.split("\n\n") if len(part) > 40] for case in sealed}

    assert bank
    assert [name for name, parts in paragraphs.items() if any(part in bank for part in parts)] == []


@each_case
def test_a_text_is_clean_and_short(case: Case) -> None:
    """Paragraphs with a blank line between them, as reports have them; a brief may be very short."""
    paragraphs = case.text.split("\n\n")

    assert all(paragraph == paragraph.strip() and paragraph for paragraph in paragraphs)
    assert (60 if case.genre == "brief" else 120) <= len(case.text.split()) <= 500


@each_case
def test_a_mention_is_in_the_text_on_word_boundaries(case: Case) -> None:
    """Whole words, as they are written there."""
    missing = [
        mention
        for entity in case.gold.entities
        for mention in entity.mentions
        if not re.search(rf"(?<!\w){re.escape(mention)}(?!\w)", case.text)
    ]

    assert missing == []


@each_case
def test_a_mention_is_a_name(case: Case) -> None:
    """No possessives, titles or generic words; every entity has a mention, none of them twice."""
    for entity in case.gold.entities:
        assert entity.mentions, entity.name
        assert len(set(entity.mentions)) == len(entity.mentions), entity.name
        for mention in entity.mentions:
            assert not re.search(r"[’']s?$", mention), mention
            assert mention.casefold() not in GENERIC, mention
            assert not TITLES_AND_HONORIFICS.match(mention), mention


@each_case
def test_one_string_means_one_entity_of_a_type(case: Case) -> None:
    """Two people of one surname are told apart by their full names."""
    owners = defaultdict(set)
    for entity in case.gold.entities:
        for mention in entity.mentions:
            owners[entity.type, mention].add(entity.name)

    assert {key: found for key, found in owners.items() if len(found) > 1} == {}


@each_case
def test_an_entity_is_listed_once(case: Case) -> None:
    """All that is said of it is in one place."""
    listed = [(entity.type, fold(entity.name)) for entity in case.gold.entities]

    assert len(set(listed)) == len(listed)


@each_case
def test_evidence_is_a_sentence_of_the_text(case: Case) -> None:
    """It begins where a sentence begins, after a dateline or number at most, and ends where one ends."""
    for item in case.gold.resolutions:
        start = case.text.find(item.evidence)
        end = start + len(item.evidence)
        assert start >= 0, item.evidence
        assert not case.text[:start].strip() or re.search(
            r"[.!?:”\"’)\-–—\n]\s*$|\n\n\d+\.?\s$", case.text[:start]
        )
        assert re.search(r"[.!?][”\"’)]?$", item.evidence), item.evidence
        assert not case.text[end : end + 1].strip(), item.evidence


@each_case
def test_what_is_named_beside_the_entities_is_an_entity(case: Case) -> None:
    """Roles, resolutions and events speak of entities of the case, of the fitting type."""
    anything = names(case)
    for entity in case.gold.entities:
        assert not entity.roles or entity.type == "person"
        assert {role.of for role in entity.roles} - {None} <= anything
    for item in case.gold.resolutions:
        assert item.body is None or item.body in names(case, "organization", "event")
        assert item.place is None or item.place in names(case, "place", "country")
        assert set(item.parties) <= names(case, "country", "organization", "place")
    for event in case.gold.events:
        assert event.place is None or event.place in names(case, "place", "country", "organization")
        assert {event.chair, *event.participants} - {None} <= names(case, "person")


@each_case
def test_a_role_is_stated_in_the_words_of_the_text(case: Case) -> None:
    """As in the text, in the singular, without the country."""
    for person in entities(case, "person"):
        for role in person.roles:
            words = role.title.split()
            assert all(re.search(rf"(?<!\w){re.escape(word)}", case.text) for word in words), role.title


@each_case
def test_a_resolution_makes_sense(case: Case) -> None:
    """Status, count, vote and subjects agree with one another and with the text."""
    for item in case.gold.resolutions:
        assert (item.status == "failed") == (item.action in FAILED), item.title
        assert item.action != "proposed" or item.status == "planned", item.title
        assert item.count is None or item.count >= 1
        assert item.symbol is None or item.count == 1
        assert len(set(item.subjects)) == len(item.subjects) <= 7
        assert not (item.count == 1 and item.subjects), item.title
        assert len(set(item.parties)) == len(item.parties)
        if item.vote and item.vote.unanimous:
            assert (item.vote.against, item.vote.abstentions) == (0, 0)


@each_case
def test_subjects_are_words_of_the_evidence_or_the_next_sentence(case: Case) -> None:
    """Lower-case phrases whose words the reader finds there."""
    for item in case.gold.resolutions:
        assert all(subject == subject.lower() for subject in item.subjects)
        nearby = fold(_with_next_sentence(case.text, item)).split()
        for subject in item.subjects:
            assert set(fold(subject).split()) <= set(nearby), subject


def _with_next_sentence(text: str, item: GoldResolution) -> str:
    end = text.index(item.evidence) + len(item.evidence)
    following = re.search(r"\s*.*?[.!?](?=\s|$)", text[end:], re.DOTALL)
    return item.evidence + (following[0] if following else "")


@each_case
def test_a_date_is_near_the_report(case: Case) -> None:
    """Nothing is decided years ago in a report of today; an end is not before its start."""
    year = case.published_at.year
    for item in case.gold.resolutions:
        assert item.date is None or year - 1 <= int(item.date[:4]) <= year + 10
    for event in case.gold.events:
        assert event.start is None or event.end is None or event.start <= event.end


@each_case
def test_a_day_of_the_week_in_the_evidence_is_that_of_the_date(case: Case) -> None:
    """Where the sentence names days, the date of one of its items falls on one of them."""
    for evidence in {item.evidence for item in case.gold.resolutions}:
        named = {day for day in calendar.day_name if day in evidence}
        dates = [item.date for item in case.gold.resolutions if item.evidence == evidence and item.date]
        days = {calendar.day_name[dt.date.fromisoformat(date).weekday()] for date in dates if len(date) == 10}
        assert not (named and days) or named & days, evidence


@each_case
def test_what_is_done_is_not_after_the_report_and_what_is_planned_not_before(case: Case) -> None:
    """Status and date tell one story."""
    today = case.published_at.date().isoformat()
    dated: list[tuple[str, str | None]] = [(item.status, item.date) for item in case.gold.resolutions]
    dated += [(event.status, event.start) for event in case.gold.events]
    for status, date in dated:
        if date:
            same_precision = today[: len(date)]
            assert date >= same_precision if status == "planned" else date <= same_precision, (status, date)


@each_case
def test_a_negative_case_has_no_resolution(case: Case) -> None:
    """Where nothing is decided, nothing may be found."""
    assert case.genre != "negative" or case.gold.resolutions == ()


def test_an_entity_has_one_canonical_name_in_all_cases() -> None:
    """The same Wikidata id or the same folded name is spelt in one way."""
    spellings = defaultdict(set)
    for case in CASES:
        for entity in case.gold.entities:
            spellings[entity.type, fold(entity.name)].add(entity.name)
            if entity.wikidata:
                spellings[entity.type, entity.wikidata].add(entity.name)

    assert {key: found for key, found in spellings.items() if len(found) > 1} == {}


def test_an_entity_has_one_wikidata_id_in_all_cases() -> None:
    """Known in one case and left open in another is allowed, two different ids are not."""
    ids = defaultdict(set)
    for case in CASES:
        for entity in case.gold.entities:
            if entity.wikidata:
                assert re.fullmatch(r"Q[1-9]\d*", entity.wikidata)
                ids[entity.type, entity.name].add(entity.wikidata)

    assert {key: found for key, found in ids.items() if len(found) > 1} == {}
