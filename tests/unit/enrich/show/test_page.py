"""The page that `newsroom enrich --show` prints."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from newsroom.contracts import Event, Evidence, Quotation, Resolution, Topic, Vote
from newsroom_enrich.show import print_page

GOLDEN = Path(__file__).parent / "golden"
NewCase = Callable[..., Any]

MEETING = """\
ASTANA, May 21 — The Council of Foreign Ministers of the Shanghai Cooperation Organization (SCO) signed 22 \
resolutions here on Tuesday, covering trade and culture. Murat Nurtleu, Deputy Prime Minister and Foreign \
Minister of Kazakhstan, chaired the session. He welcomed Sergei Lavrov, foreign minister of Russia.


The leaders are to adopt a roadmap and an initiative at the Astana Summit on July 3–4. The SCO “can be \
counted on against every force that would like to see it fail in what it has set out to do”, said Nurtleu.

At the United Nations, resolution 2728 was adopted with 14 votes and one abstention.
"""


def meeting(case: NewCase) -> Any:
    made = case(MEETING, title="Ministers sign 22 resolutions in Astana")
    made.entity(
        "person",
        "Murat Nurtleu",
        "Murat Nurtleu",
        roles=[("Deputy Prime Minister", "Kazakhstan"), ("Foreign Minister", "Kazakhstan")],
    )
    made.entity(
        "person",
        "Sergey Lavrov",
        "Sergei Lavrov",
        wikidata="Q58217",
        roles=[("foreign minister", "Russia")],
    )
    made.entity("organization", "SCO Council of Foreign Ministers", "Council of Foreign Ministers")
    made.entity(
        "organization",
        "Shanghai Cooperation Organisation",
        "Shanghai Cooperation Organization",
        "SCO",
        wikidata="Q485207",
    )
    made.entity("organization", "United Nations")
    made.entity("country", "Kazakhstan", country="KZ", wikidata="Q232")
    made.entity("country", "Russia", country="RU", wikidata="Q159")
    made.entity("place", "Astana", "ASTANA", "Astana", country="KZ")
    made.entity("event", "Astana Summit")
    council, sco = "SCO Council of Foreign Ministers", "Shanghai Cooperation Organisation"
    signed = made.evidence(MEETING.split(". ", maxsplit=1)[0] + ".")
    planned = made.evidence(
        "The leaders are to adopt a roadmap and an initiative at the Astana Summit on July 3–4."
    )
    adopted = made.evidence(
        "At the United Nations, resolution 2728 was adopted with 14 votes and one abstention."
    )
    made.add(
        resolutions=(
            Resolution(
                kind="resolution",
                action="signed",
                status="done",
                count=22,
                body=council,
                date="2024-05-21",
                place="Astana",
                subjects=("trade", "culture"),
                evidence=signed,
            ),
            Resolution(
                kind="roadmap", action="adopted", status="planned", count=1, body=sco, evidence=planned
            ),
            Resolution(
                kind="initiative", action="adopted", status="planned", count=1, body=sco, evidence=planned
            ),
            Resolution(
                kind="resolution",
                action="adopted",
                status="done",
                count=1,
                symbol="2728",
                vote=Vote(for_=14, abstentions=1),
                parties=("Russia", "Atlantis"),
                evidence=adopted,
            ),
        ),
        events=(
            Event(
                name="Council of Foreign Ministers meeting",
                start="2024-05-21",
                place="Astana",
                status="past",
                chair="Murat Nurtleu",
                participants=("Murat Nurtleu", "Sergey Lavrov"),
                evidence=signed,
            ),
            Event(
                name="Astana Summit", start="2024-07-03", end="2024-07-04", status="planned", evidence=planned
            ),
        ),
        quotations=(
            Quotation(
                speaker="Murat Nurtleu",
                evidence=made.evidence(MEETING[MEETING.index("“") : MEETING.index("”") + 1]),
            ),
        ),
        topics=(Topic(code="medtop:20000640", name="summit meetings"),),
    )
    return made


@pytest.mark.parametrize("width", [80, 150])
def test_page_reads_as_designed(case: NewCase, width: int) -> None:
    """Without colours, the page is the golden one."""
    expected = (GOLDEN / f"meeting-{width}.txt").read_text("utf-8")

    assert meeting(case).printed(width) == expected


def test_right_to_left_and_wide_text_reads_as_designed(case: NewCase) -> None:
    """Arabic, Chinese, emoji and combining marks keep their order and their cells."""
    made = case(
        "عقد مجلس الأمن التابع للأمم المتحدة اجتماعا بشأن السودان في نيويورك.\n\n"
        "上海合作组织外长理事会会议在阿斯塔纳举行，各方签署了二十二项决议，并就地区局势和国际问题交换了意见。\n\n"
        "Le sommet 🇫🇷👩‍👩‍👧 a re\u0301uni des délégués à Nouméa.",
        title="السودان 和 上海",
        language="ar",
        enrichment="partial",
    )
    made.entity("country", "Sudan", "السودان", country="SD")
    made.entity("organization", "上海合作组织")
    made.entity("place", "Nouméa")

    assert made.printed(80) == (GOLDEN / "scripts-80.txt").read_text("utf-8")


@pytest.mark.parametrize("width", [60, 61, 79, 80, 100, 139, 140, 200])
def test_no_line_is_wider_than_the_terminal(case: NewCase, width: int) -> None:
    """From 60 to 200 columns, also with words that are wider than the terminal."""
    made = meeting(case)
    long = case(f"{'x' * 500} {'国' * 300}", title="T" * 300)
    long.entity("person", "Y" * 120, "x", roles=[("x" * 90, "W" * 90)])
    long.entity("organization", "国" * 120)

    for page in (made.printed(width), long.printed(width)):
        assert max(cell_len(line) for line in page.splitlines()) <= width


def test_every_word_of_the_text_is_printed_once_and_in_order(case: NewCase) -> None:
    """The margin and the wrapping neither drop nor double anything."""
    made = meeting(case)
    page = made.printed(80)
    body = page[page.index("ASTANA") : page.index("───")]
    words = re.sub(r"^ *([RE][\d,]+)? ▎?", "", body, flags=re.MULTILINE).split()

    assert words == MEETING.split()


def test_report_cannot_act_on_the_terminal(case: NewCase) -> None:
    """Escape sequences, controls and direction overrides arrive as pictures, wherever they stand."""
    hostile = "a\x1b[2Jb\x1b]8;;http://evil\x07c\x9b31md\x00e\x08f\rg\u202eh\u2066i\x7fj\ud800k\ufeffl"
    made = case(hostile + "\n\nAstana", title=hostile, problems=(hostile,), enrichment="partial")
    made.entity("person", hostile, "Astana", wikidata="Q1\x1b[2J")
    made.add(
        events=(Event(name=hostile, place=hostile, status="past", evidence=made.evidence("Astana")),),
        topics=(Topic(code=hostile, name=hostile),),
    )

    page = made.printed(80)

    assert "␛[2J" in page
    assert {c for c in page if unicodedata.category(c) in {"Cc", "Cs"}} == {"\n"}
    assert not set("\u202e\u2066\ufeff") & set(page)


def test_colours_are_the_only_escapes_of_a_coloured_page(case: NewCase) -> None:
    """In colour, whatever is left after colours and links is the plain page."""
    made = meeting(case)
    coloured = made.printed(80, colours=True)
    plain = re.sub(r"\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", coloured)

    assert "\x1b[" in coloured
    assert "https://www.wikidata.org/wiki/Q58217" in coloured
    assert [line.rstrip() for line in plain.splitlines()] == made.printed(80).splitlines()


def test_overlapping_marks_show_the_inner_one(case: NewCase) -> None:
    """An entity within an entity keeps its own colour; the rest of the outer one keeps its."""
    made = case("Republic of Kazakhstan")
    made.entity("country", "Kazakhstan")
    made.entity("organization", "Republic of Kazakhstan")

    line = next(line for line in made.printed(colours=True).splitlines() if "Republic" in line)

    assert line == "\x1b[1;38;5;172mRepublic of \x1b[0m\x1b[1;38;5;71mKazakhstan\x1b[0m"


def test_offsets_beyond_the_text_do_no_harm(case: NewCase) -> None:
    """Marks of another version of the report are cut to the text."""
    made = case("A long text about Astana, and what is said of it.")
    made.entity("place", "Astana")
    evidence = made.evidence("about Astana, and what")
    made.add(resolutions=(Resolution(kind="law", action="adopted", status="done", evidence=evidence),))
    made.report = made.report.model_copy(update={"text": "Short."})

    assert "Short." in made.printed()


def test_empty_report_is_only_its_head(case: NewCase) -> None:
    """Nothing found, nothing listed."""
    assert case("", title="").printed() == "The Wire · 22 May 2024, 12:00 UTC · en · 0 words\n\n"


def test_what_is_missing_is_said(case: NewCase) -> None:
    """A failed component is named; a language without a pipeline too; and a withdrawn report."""
    failed = case("Text.", enrichment="partial", problems=("roles", "dates")).printed()
    partial = case("Text.", enrichment="partial", language="kk").printed()
    withdrawn = case("Text.", enrichment="none", status="canceled").printed()

    assert "these components failed: roles, dates" in failed
    assert "enrich.pipelines" in partial
    assert "Withdrawn" in withdrawn


def test_names_are_not_told_twice(case: NewCase) -> None:
    """The chair is no further participant, and a listed event is not named again."""
    lists = meeting(case).printed(80).partition("───")[2]

    assert lists.count("Astana Summit") == 1
    assert "with     Sergey Lavrov\n" in lists


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(max_size=300),
    spans=st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=6),
    width=st.integers(60, 200),
)
def test_any_text_and_any_spans_can_be_printed(
    case: NewCase, text: str, spans: list[tuple[int, int]], width: int
) -> None:
    """No text and no overlap of spans breaks the page or its width, and no control gets through."""
    made = case(text, title=text)
    evidence = [Evidence(quote="", start=min(span), end=max(span)) for span in spans]
    made.add(
        events=tuple(Event(name=text, status="past", evidence=found) for found in evidence[::2]),
        quotations=tuple(Quotation(evidence=found) for found in evidence[1::2]),
    )

    lines = made.printed(width).split("\n")

    assert max(map(cell_len, lines)) <= width
    assert not [c for c in "".join(lines) if unicodedata.category(c) in {"Cc", "Cs"}]


def test_printed_into_a_pipe_no_line_ends_in_blanks(case: NewCase) -> None:
    """What rich fills lines up with is not printed, and there are no colours."""
    made = meeting(case)
    pipe = io.StringIO()
    print_page(Console(file=pipe, width=80), made.report, made.summary)

    assert pipe.getvalue() == (GOLDEN / "meeting-80.txt").read_text("utf-8")


def test_country_code_is_no_further_name(case: NewCase) -> None:
    """ "US" beside United States US would say nothing."""
    made = case("The United States, or US, and American ships.")
    made.entity("country", "United States", "United States", "US", "American", country="US")

    assert "United States US ×3 (American)\n" in made.printed()
