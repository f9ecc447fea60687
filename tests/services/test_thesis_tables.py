"""What the tables of a thesis are gathered from: order, numbers, choice of passages, counts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import docx
import pytest
from qcode.model.enums import CodeKind, Numbering, ParadigmRole
from qcode.model.errors import Cancelled, QcodeError
from qcode.model.records import CodeDraft
from qcode.model.report import PageSetup
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.model.theory_records import Evidence
from qcode.model.thesis import OpenCategory, TableKind, TableOptions
from qcode.services import (
    codes,
    codings,
    documents,
    paradigms,
    properties,
    relations,
    saturation,
    stages,
    thesis_tables,
)
from qcode.services.project import Project

from tests.services.bringing import bring_in
from tests.services.modelled import Study, build, passage

LONG = TableOptions(long=True)


@pytest.fixture
def study(project: Project) -> Study:
    made = build(project)
    codes.set_numbering(project, Numbering.LETTERS)
    return made


def only(project: Project, kind: TableKind, **options: object) -> thesis_tables.ThesisTables:
    wanted = TableOptions(tables=frozenset({kind}), **options)  # type: ignore[arg-type]  # of any field
    return thesis_tables.gather(project, wanted)


def lines(category: OpenCategory) -> list[tuple[str, str, str]]:
    return [
        (concept.title, quote.label, quote.words)
        for concept in category.concepts
        for quote in concept.quotes
    ]


# ---------------------------------------------------------------------- open coding


def test_categories_come_in_tree_order_with_their_concepts_and_counts(
    project: Project, study: Study
) -> None:
    found = only(project, TableKind.OPEN).open
    assert found is not None
    assert [one.title for one in found.categories] == ["A1 listing", "A2 paying", ""]
    listing, paying, loose = found.categories
    assert [words for _, _, words in lines(listing)] == [
        "A list is kept from then on.",
        "The list is read out, and the late ones pay.",
    ]
    assert lines(paying) == [("a2 nobody pays", "01-02", "Nobody knows who pays.")]
    assert (listing.evidence, paying.evidence) == (Evidence(2, 2), Evidence(1, 1))
    assert [title for title, _, _ in lines(loose)] == ["a1 comes late"]
    assert (found.concepts, found.named) == (2, 2)
    assert found.evidence == Evidence(5, 2) and found.partial


def test_the_long_form_has_every_passage_and_every_concept(project: Project, study: Study) -> None:
    codes.create(project, CodeDraft("not used", CodeKind.CONCEPT), study.paying)
    found = thesis_tables.gather(project, LONG).open
    assert found is not None and not found.partial
    _, paying, loose = found.categories
    assert [concept.title for concept in paying.concepts] == ["a2 nobody pays", "a3 not used"]
    assert len(lines(loose)) == 2


def test_the_short_form_takes_typical_passages_first_and_then_other_documents(
    project: Project,
) -> None:
    text = "one two three four five"
    first, second = bring_in(
        project, Source("first", text, "01"), Source("second", f"{text} six", "02")
    )
    above = codes.create(project, CodeDraft("above", CodeKind.CATEGORY))
    below = [codes.create(project, CodeDraft(name, CodeKind.CONCEPT), above) for name in "xy"]
    codings.apply(project, first, [Span(0, 3), Span(4, 7), Span(8, 13)], [below[0]])
    codings.apply(project, first, [Span(4, 7)], [below[1]])
    (marked,) = codings.apply(project, second, [Span(14, 18)], [below[1]])
    codings.set_typical(project, [marked], True)

    def shown(passages: int) -> list[tuple[str, str]]:
        found = only(project, TableKind.OPEN, passages=passages).open
        assert found is not None
        return [(title, label) for title, label, _ in lines(found.categories[0])]

    assert shown(1) == [("y", "02-01")]
    assert shown(0) == shown(1), "a category is never without a passage that it has"
    assert shown(2) == [("x", "01-01"), ("y", "02-01")]
    assert shown(9) == [("x", "01-01"), ("x", "01-02"), ("x", "01-03"), ("y", "02-01")]


def test_a_passage_of_two_coders_stands_there_once(project: Project, study: Study) -> None:
    project.act_as("Bo")
    codings.apply(project, study.minutes, [Span(36, 58)], [study.unpaid])
    for options in (TableOptions(), LONG):
        found = thesis_tables.gather(project, options).open
        assert found is not None
        assert len(lines(found.categories[1])) == 1


def test_a_category_below_a_category_has_concepts_of_its_own(project: Project) -> None:
    outer = codes.create(project, CodeDraft("outer", CodeKind.CATEGORY))
    inner = codes.create(project, CodeDraft("inner", CodeKind.CATEGORY), outer)
    codes.create(project, CodeDraft("deep", CodeKind.CONCEPT), inner)
    codes.create(project, CodeDraft("near", CodeKind.CONCEPT), outer)
    found = thesis_tables.gather(project, LONG).open
    assert found is not None
    assert [
        (one.title, [concept.title for concept in one.concepts]) for one in found.categories
    ] == [("outer", ["near"]), ("inner", ["deep"])]


# ---------------------------------------------------------------------- axial and selective


def test_main_categories_have_their_categories_and_others_stand_last(
    project: Project, study: Study
) -> None:
    codes.move(project, [study.paying], study.calling)
    codes.describe(project, study.calling, {"definition": "who is asked"})
    found = only(project, TableKind.AXIAL)
    assert found.axial is not None
    main, others = found.axial
    assert (main.title, main.meaning) == ("AA1 calling in", "who is asked")
    assert [one.title for one in main.below] == ["A1 paying"]
    assert (others.title, [one.title for one in others.below]) == ("", ["A2 listing"])


def test_properties_show_the_passages_nearest_to_their_poles(
    project: Project, study: Study
) -> None:
    made = properties.create(project, study.listing, "openness", "closed", "open")
    low, high = passage(project, study.minutes, 59, 87), passage(project, study.diary, 30, 74)
    properties.place(project, made, low, 10)
    properties.place(project, made, high, 90)
    project.act_as("Bo")
    properties.place(project, made, low, 30)
    (line,) = only(project, TableKind.AXIAL).properties
    assert (line.category, line.name, line.low, line.high, line.placed) == (
        "A1 listing",
        "openness",
        "closed",
        "open",
        2,
    )
    assert line.low_quote == ("01-03", "A list is kept from then on.")
    assert line.high_quote is not None and line.high_quote.label == "02-02"
    properties.place(project, made, low, 90)
    (line,) = only(project, TableKind.AXIAL).properties
    assert line.low_quote is None, "the mean of 10 and 90 is neither"


def test_paradigms_have_every_role_and_empty_ones_are_left_out(
    project: Project, study: Study
) -> None:
    paradigms.create(project, "empty")
    made = paradigms.create(project, "joint work")
    paradigms.put(project, made, ParadigmRole.STRATEGY, [study.listing, study.calling])
    found = only(project, TableKind.PARADIGM).paradigms
    assert found is not None
    (table,) = found
    assert table.name == "joint work" and [line.role for line in table.roles] == list(ParadigmRole)
    assert table.roles[4].categories == (
        ("A1 listing", Evidence(2, 2)),
        ("AA1 calling in", Evidence(2, 2)),
    )
    assert table.roles[4].evidence == Evidence(4, 2)


def test_relations_bring_meaning_passages_stages_and_the_diagram(
    project: Project, study: Study
) -> None:
    made = relations.create(project, study.calling, study.listing, "feeds_back", "so it goes on")
    kept = passage(project, study.minutes, 59, 87)
    relations.add_passages(project, made, [kept, (study.diary, Span(0, 8))])
    stage = stages.create(project, "call", "who is asked")
    stages.put(project, stage, [study.calling])
    found = only(project, TableKind.SELECTIVE).selective
    assert found is not None
    (line,) = found.relations
    assert (line.source, line.target, line.type_key) == (
        "AA1 calling in",
        "A1 listing",
        "feeds_back",
    )
    assert line.meaning == "so it goes on" and line.evidence == Evidence(2, 2)
    assert line.quotes == (("01-03", "A list is kept from then on."),)
    assert [one.title for one in found.cores] == ["AAA1 holding together"]
    assert [(one.name, one.categories) for one in found.stages] == [("call", ("AA1 calling in",))]
    assert found.diagram is not None and len(found.diagram[0].ties) == 1
    long = only(project, TableKind.SELECTIVE, long=True).selective
    assert long is not None
    # A passage that carries no code has no place among the coded ones.
    assert long.relations[0].quotes[1] == ("02", "Whoever ")


def test_without_relations_there_is_no_diagram(project: Project, study: Study) -> None:
    found = only(project, TableKind.SELECTIVE).selective
    assert found is not None and found.diagram is None


# ---------------------------------------------------------------------- frequencies


def test_frequencies_count_a_passage_once_for_each_code_and_all_above(
    project: Project, study: Study
) -> None:
    found = only(project, TableKind.FREQUENCIES, columns="documents").frequencies
    assert found is not None and found.documents == 2
    assert found.columns == (("01", 1), ("02", 1))
    rows = {row.title: row for row in found.rows}
    assert [row.title for row in found.rows] == [
        code.title for code in codes.tree(project, counts=False)
    ]
    assert rows["AA1 calling in"].evidence == Evidence(2, 2)
    assert rows["AA1 calling in"].by_column == (Evidence(1, 1), Evidence(1, 1))
    assert rows["A2 paying"].by_column == (Evidence(1, 1), Evidence(0, 0))


def test_frequencies_are_told_by_groups_where_there_are_several(
    project: Project, study: Study
) -> None:
    found = only(project, TableKind.FREQUENCIES).frequencies
    assert found is not None and found.columns == () and found.of == "none"
    documents.put_in_group(project, [study.diary], "Diaries")
    found = only(project, TableKind.FREQUENCIES).frequencies
    assert found is not None and found.columns == (("Diaries", 1), ("", 1))
    rows = {row.title: row for row in found.rows}
    assert rows["A2 paying"].by_column == (Evidence(0, 0), Evidence(1, 1))


# ---------------------------------------------------------------------- all together


def test_only_what_was_asked_for_is_gathered(project: Project, study: Study) -> None:
    saturation.set_held_out(project, [study.diary], True)
    found = thesis_tables.gather(
        project,
        TableOptions(tables=frozenset({TableKind.SATURATION})),
        today=dt.date(2026, 11, 22),
    )
    assert found.saturation is not None and found.date == "2026-11-22"
    assert (found.open, found.axial, found.paradigms, found.selective, found.frequencies) == (
        (None,) * 5
    )


def test_an_empty_project_has_tables_without_rows(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "tables.docx"
    thesis_tables.write(project, out, PageSetup(headings="zh"), LONG)
    assert docx.Document(str(out)).tables == []


def test_a_coder_who_works_blind_sees_no_passage_of_others(project: Project, study: Study) -> None:
    from qcode.services import coders

    coders.set_blind(project, True)
    project.act_as("Bo")
    found = thesis_tables.gather(project, LONG)
    assert found.open is not None and found.frequencies is not None
    assert all(not lines(one) for one in found.open.categories)
    assert {row.evidence for row in found.frequencies.rows} == {Evidence(0, 0)}


def test_only_word_is_written_and_an_older_file_stays_when_it_is_stopped(
    project: Project, study: Study, tmp_path: Path
) -> None:
    with pytest.raises(QcodeError, match="ending must be one of"):
        thesis_tables.write(project, tmp_path / "tables.xlsx")
    out = tmp_path / "tables.docx"
    out.write_bytes(b"older")

    def stop(done: int, total: int) -> None:
        if done == 1:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        thesis_tables.write(project, out, progress=stop)
    assert out.read_bytes() == b"older"
    thesis_tables.write(project, out)
    assert docx.Document(str(out)).tables


def test_words_that_may_be_replaced_speak_as_the_project_does(project: Project) -> None:
    from qcode.services import terms

    terms.rename(project, {"kind.concept": "label"})
    words = thesis_tables.standard_words(project, PageSetup())
    assert tuple(words) == thesis_tables.own_keys()
    assert words["concept"] == "Label" and words["passage"] == "Passage"
