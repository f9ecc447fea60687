"""Joint meetings: what documents are by region, kind and term, and how often what is said there."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from qcode.model.enums import ParadigmRole
from qcode.model.report import PageSetup
from qcode.model.thesis import TableKind, TableOptions
from qcode.services import (
    documents,
    exporting,
    paradigms,
    rows_in,
    saturation,
    terms,
    thesis_axes,
    thesis_tables,
)

from tests.studies import printed
from tests.studies.hand import CATEGORY, MAIN, Hand, Steps
from tests.studies.material import ABOUT, MINUTES

JANUARY, FLOOD, MARCH, LAND = MINUTES


def read_what_was_minuted(hand: Hand) -> None:
    hand.bring(MINUTES)
    documents.move(hand.project, [hand.document(name) for name in MINUTES], None)
    for name, values in ABOUT.items():
        documents.edit(hand.project, hand.document(name), values=values)


def bring_codings_in(hand: Hand) -> None:
    """A colleague coded two of the four elsewhere and sends a table."""
    rows = [("document", "start", "end", "quote", "code", "kind", "coder")]
    for name, words, code in (
        (JANUARY, "the list of last month", "list read"),
        (JANUARY, "Three of five tasks were done", "done in part"),
        (JANUARY, "asked for more money", "asks for money"),
        (FLOOD, "Every bureau named one person and one telephone", "person named"),
        (FLOOD, "The road was open at six", "done at once"),
    ):
        _, span = hand.words(name, words)
        rows.append((name, str(span.start), str(span.end), words, code, "概念", "Ben"))
    table = "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)
    report = rows_in.import_codings(hand.project, hand.file("codings.csv", table))
    assert (report.added, report.present) == (5, 0)


def code_the_rest(hand: Hand) -> None:
    hand.mark(MARCH, "念了上月的清单", "list read")
    hand.mark(MARCH, "五件办成两件", "done in part")
    hand.mark(MARCH, "水务局又要经费", "asks for money")
    hand.mark(LAND, "各局当场定了一个人、一个电话", "person named")
    hand.gather(CATEGORY, "routine", "list read", "asks for money")
    hand.gather(CATEGORY, "commitment", "person named")
    hand.gather(CATEGORY, "effect", "done in part", "done at once")
    hand.gather(MAIN, "way of meeting", "routine", "commitment")
    hand.gather(MAIN, "outcome", "effect")


@pytest.fixture
def study(hand: Hand, steps: Steps) -> Hand:
    del steps  # watches from the beginning
    read_what_was_minuted(hand)
    bring_codings_in(hand)
    code_the_rest(hand)
    return hand


def test_every_document_says_where_and_what_it_was(study: Hand) -> None:
    values = documents.values(study.project)
    assert [one.name for one in documents.variables(study.project)] == ["region", "kind", "term"]
    assert {name: values[study.document(name)] for name in MINUTES} == ABOUT


def test_categories_are_counted_by_attribute(study: Hand) -> None:
    only = TableOptions(tables=frozenset({TableKind.VARIABLES}))
    found = printed.variables(thesis_tables.gather(study.project, only).variables)
    assert list(found) == ["region", "kind", "term"]
    assert found["kind"] == [
        "|  | regular (2) | special (2)",
        "way of meeting | 6/4 | 4/2 | 2/2",
        "  routine | 4/2 | 4/2 | 0/0",
        "  commitment | 2/2 | 0/0 | 2/2",
        "outcome | 3/3 | 2/2 | 1/1",
        "  effect | 3/3 | 2/2 | 1/1",
    ]
    assert found["region"][2:4] == ["  routine | 4/2 | 2/1 | 2/1", "  commitment | 2/2 | 1/1 | 1/1"]


def test_one_attribute_is_printed_with_all_codes_and_their_shares(
    study: Hand, tmp_path: Path
) -> None:
    project = study.project
    only = TableOptions(
        tables=frozenset({TableKind.VARIABLES}),
        long=True,
        variables=(thesis_axes.find(project, "variable:kind").ref,),
    )
    found = printed.variables(thesis_tables.gather(project, only).variables)
    assert found == {
        "kind": [
            "|  | regular (2) | special (2)",
            "way of meeting | 6/4 | 4/2 | 2/2",
            "  routine | 4/2 | 4/2 | 0/0",
            "    list read | 2/2 | 2/2 | 0/0",
            "    asks for money | 2/2 | 2/2 | 0/0",
            "  commitment | 2/2 | 0/0 | 2/2",
            "    person named | 2/2 | 0/0 | 2/2",
            "outcome | 3/3 | 2/2 | 1/1",
            "  effect | 3/3 | 2/2 | 1/1",
            "    done in part | 2/2 | 2/2 | 0/0",
            "    done at once | 1/1 | 0/0 | 1/1",
        ]
    }
    out = tmp_path / "frequencies.docx"
    thesis_tables.write(project, out, options=only)
    words = printed.words_of(out)
    for expected in ("Frequencies of codes by kind", "regular (2)", "person named", "2 (2; 100%)"):
        assert expected in words
    assert "1 (1; 50%)" in words and "4 (2; 50%)" in words


def test_a_document_without_the_attribute_stands_in_a_column_of_its_own(study: Hand) -> None:
    documents.edit(study.project, study.document(LAND), values={"kind": ""})
    only = TableOptions(tables=frozenset({TableKind.VARIABLES}))
    found = printed.variables(thesis_tables.gather(study.project, only).variables)
    assert found["kind"][0] == "|  | regular (2) | special (1) |  (1)"


def test_codings_go_out_for_statistics_and_come_back(study: Hand, tmp_path: Path) -> None:
    out = tmp_path / "codings.csv"
    assert exporting.write_codings(study.project, out) == 9
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["document"], row["quote"], row["code"], row["coder"]) for row in rows[-2:]] == [
        (MARCH, "水务局又要经费", "asks for money", "Ann"),
        (LAND, "各局当场定了一个人、一个电话", "person named", "Ann"),
    ]
    again = rows_in.import_codings(study.project, out)
    assert (again.added, again.present) == (0, 9)


def test_special_meetings_held_out_of_the_regular_ones_bring_something_new(study: Hand) -> None:
    project = study.project
    special = [one for one, held in documents.values(project).items() if held["kind"] == "special"]
    saturation.set_held_out(project, special, True)
    assert printed.saturation(thesis_tables.gather(project).saturation) == [
        "East, January | building | 3 | 2 | 2",
        "西区三月例会 | building | 0 | 0 | 0",
        "East, flood | held out | 2 | 1 | 0",
        "西区征地专题会 | held out | 0 | 0 | 0",
        "The theory is not saturated: the documents held out bring something new (concept: 2;"
        " initial category: 1).",
    ]
    measure = saturation.report(project, base_size=1, run_length=1, threshold=0).measure
    assert (measure.base, measure.reached_at) == (3, 1)


def test_a_group_that_codes_themes_reads_its_own_words(study: Hand, tmp_path: Path) -> None:
    project = study.project
    terms.use_preset(project, terms.School.THEMATIC)
    board = paradigms.create(project, "例会")
    paradigms.put(project, board, ParadigmRole.CONTEXT, study.codes("way of meeting"))
    paradigms.put(project, board, ParadigmRole.CONSEQUENCE, study.codes("outcome"))
    found = thesis_tables.gather(project)
    assert found.paradigms is not None
    assert [printed.paradigm(one) for one in found.paradigms] == [
        ["context | way of meeting 6/4", "consequence | outcome 3/3"]
    ]
    for language, theme, subtheme in (("en", "Theme", "Subtheme"), ("zh", "主题", "子主题")):
        out = tmp_path / f"{language}.docx"
        thesis_tables.write(project, out, PageSetup(headings="zh" if language == "zh" else "en"))
        words = printed.words_of(out)
        assert theme in words and subtheme in words
        assert "way of meeting" in words and "例会" in words


def test_every_step_of_the_study_can_be_taken_back(study: Hand, steps: Steps) -> None:
    saturation.set_held_out(study.project, [study.document(FLOOD)], True)
    terms.rename(study.project, {"kind.category": "theme"})
    steps.all_can_be_taken_back_and_done_again()
