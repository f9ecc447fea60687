"""The methods appendix counts what was done, from the log alone."""

from __future__ import annotations

import io
import sqlite3
from datetime import date

import docx
import pytest
from lxml import etree
from qcode import __version__
from qcode.analysis.course import MOST_DAYS, Course
from qcode.formats import methods_docx
from qcode.formats.headings import load
from qcode.formats.methods_words import joined, prose
from qcode.model.enums import CodeKind, WorkStatus
from qcode.model.methods import MethodsReport, Period
from qcode.model.records import CodeDraft
from qcode.model.report import PageSetup
from qcode.model.schools import School
from qcode.services import coders, codes, codings, methods, saturation, terms, versions
from qcode.services.project import Project

from tests.formats.docx_order import W, misplaced
from tests.services.blind.study import acting
from tests.services.theory_project import bring, code, grow

CONCEPT, CATEGORY = CodeKind.CONCEPT, CodeKind.CATEGORY


@pytest.fixture
def study(project: Project) -> dict[str, int]:
    """Three documents that Ann codes, two of them Bo as well."""
    ids = bring(project, ["one", "two", "three"])
    made = grow(
        project, {"pressure": "category", "calls": "concept", "lists": "concept"},
        {"calls": "pressure"},
    )  # fmt: skip
    for document in ids:
        code(project, document, made["calls"], made["lists"])
    with acting(project, "Bo"):
        code(project, ids[0], made["calls"])
        code(project, ids[1], made["lists"], start=10)
        coders.set_status(project, [ids[0]], "Bo", WorkStatus.FINISHED)
    return made


def gathered(project: Project) -> MethodsReport:
    return methods.gather(project, today=date(2026, 11, 22))


def document_of(report: MethodsReport, setup: PageSetup) -> docx.document.Document:
    out = io.BytesIO()
    methods_docx.write(report, out, setup)
    return docx.Document(out)


def test_coders_by_document_with_days_and_status(project: Project, study: dict[str, int]) -> None:
    report = gathered(project)
    today = report.first
    assert [(one.document, one.coder, one.codings, one.status) for one in report.work] == [
        ("01  one", "Ann", 2, WorkStatus.UNASSIGNED),
        ("01  one", "Bo", 1, WorkStatus.FINISHED),
        ("02  two", "Ann", 2, WorkStatus.UNASSIGNED),
        ("02  two", "Bo", 1, WorkStatus.UNASSIGNED),
        ("03  three", "Ann", 2, WorkStatus.UNASSIGNED),
    ]
    assert [(one.name, one.documents, one.codings, one.finished) for one in report.coders] == [
        ("Ann", 3, 6, 0),
        ("Bo", 2, 2, 1),
    ]
    assert {report.last, report.coded_first, report.coded_last, report.work[0].first} == {today}
    assert (report.program, report.codings, report.passages) == (__version__, 8, 4)


def test_the_course_ends_where_the_project_is(project: Project, study: dict[str, int]) -> None:
    codes.set_kind(project, [study["lists"]], CATEGORY)
    codes.set_kind(project, [study["calls"]], CATEGORY)
    project.undo()
    codes.delete(project, [codes.create(project, CodeDraft("gone", CONCEPT))])
    codes.create(project, CodeDraft("never", CONCEPT))
    project.undo()
    codings.remove(project, [codings.of_document(project, 3)[0].id])
    report = gathered(project)
    (day,) = report.periods
    assert not report.monthly
    assert day == Period(report.first, 3, {CONCEPT: 1, CATEGORY: 2}, 7, 8, 0)
    assert day.kinds == report.kinds and day.codings == report.codings
    assert (report.steps.undone, report.steps.undos, report.steps.redos) == (2, 2, 0)
    assert report.steps.recorded == report.steps.done + 2


def test_days_follow_each_other_as_the_log_has_them(
    project: Project, study: dict[str, int]
) -> None:
    project.close()
    with sqlite3.connect(project.path) as raw:  # the log's own times are moved apart
        raw.execute("UPDATE step SET at = '2026-03-02T12:00:00.000Z' WHERE id <= 3")
        raw.execute("UPDATE step SET at = '2026-03-05T12:00:00.000Z' WHERE id > 3")
    raw.close()
    with Project.open(project.path) as again:
        report = gathered(again)
    assert [(one.name, one.documents, one.kinds, one.codings) for one in report.periods] == [
        ("2026-03-02", 3, {CATEGORY: 1}, 0),
        ("2026-03-05", 3, {CONCEPT: 2, CATEGORY: 1}, 8),
    ]
    assert (report.first, report.last) == ("2026-03-02", "2026-03-05")


def test_many_days_are_summed_by_month() -> None:
    days = {step: f"2026-{3 + step // 28:02d}-{1 + step % 28:02d}" for step in range(MOST_DAYS + 1)}
    course = Course(days)
    for step in days:
        course.add(step, "coding", 2)
    course.add(0, "coding", -1)
    course.codes(1, CONCEPT, 1)
    course.codes(30, CONCEPT, -1)
    course.codes(30, CATEGORY, 1)
    course.add(99, "coding", 7)  # a step that was taken back
    monthly, periods = course.periods()
    assert monthly
    assert periods == [
        Period("2026-03", 0, {CONCEPT: 1}, 55, 56, 0),
        Period("2026-04", 0, {CATEGORY: 1}, 63, 8, 0),
    ]


def test_versions_are_told_with_what_changed_and_now_last(
    project: Project, study: dict[str, int]
) -> None:
    assert gathered(project).versions == ()
    versions.name_version(project, "first")
    codes.merge(project, [study["lists"]], study["calls"], reason="same")
    versions.name_version(project, "second")
    lines = gathered(project).versions
    told = [(line.version and line.version.name, dict(line.changes)) for line in lines]
    assert told == [("first", {"added": 3}), ("second", {"merged": 1})]
    codes.rename(project, study["calls"], "rings")
    last = gathered(project).versions[-1]
    assert (last.version, dict(last.changes)) == (None, {"renamed": 1})


def test_coded_blind_nothing_hidden_is_counted(project: Project, study: dict[str, int]) -> None:
    versions.name_version(project, "first")
    codes.merge(project, [study["lists"]], study["calls"])
    coders.set_blind(project, True)
    with acting(project, "Bo"):
        report = gathered(project)
        said = document_of(report, PageSetup())
    assert report.blind and report.hidden
    assert [one.coder for one in report.work] == ["Ann", "Bo", "Bo"], "Bo has finished the first"
    assert report.codings == sum(one.codings for one in report.work) == 3
    assert report.events[0].passages is None and report.versions[0].counts.passages is None
    assert report.periods[-1].made <= 2
    assert any("left out" in paragraph.text for paragraph in said.paragraphs)


# ---------------------------------------------------------------------- in words and in Word


def test_the_prose_has_all_figures(project: Project, study: dict[str, int]) -> None:
    versions.name_version(project, "first")
    codes.merge(project, [study["lists"]], study["calls"], reason="same")
    saturation.set_held_out(project, [3], True)
    report = gathered(project)
    day, characters = load("en").day(report.first), report.characters
    assert prose(report, load("en")) == (
        f"The material of “P” comprises 3 documents with {characters} characters."
        f" Ann and Bo coded it in qcode {__version__} on {day}, in open coding."
        " There are 5 codings on 4 passages."
        " The codebook holds 1 initial category and 1 concept."
        " The codebook went through 1 merger of codes."
        " 1 version of the codebook was kept (first)."
        " The theory is saturated at this point: the documents held out bring nothing new."
        f" All of it is recorded in the project's log of {report.steps.recorded} steps."
    )
    assert prose(report, load("zh")) == (
        f"“P”的材料包括 3 份文本，共 {characters} 个字符。"
        f"Ann 和 Bo 于 {load('zh').day(report.first)}使用 qcode {__version__} 进行了开放式编码。"
        "共进行 5 次编码，涉及 4 条原始语句。编码手册包含 1 个初始范畴和 1 个概念。"
        "编码过程中，编码发生 1 次合并。保存了编码手册的 1 个版本（first）。"
        "留作检验的文本未出现新的内容，理论在此时达到饱和。"
        f"以上工作均载于项目的操作记录，共 {report.steps.recorded} 个步骤。"
    )


def test_the_prose_speaks_the_words_of_the_school(project: Project, study: dict[str, int]) -> None:
    terms.use_preset(project, School.CHARMAZ)
    words = load("en", terms.of(project))
    assert "in initial coding." in prose(gathered(project), words)


def test_lists_in_a_sentence_end_with_and() -> None:
    words = load("en")
    assert joined([], words) == "" and joined(["a"], words) == "a"
    assert joined(["a", "b", "c"], words) == "a, b and c"


def test_an_empty_project_has_an_appendix_too(project: Project) -> None:
    report = gathered(project)
    said = [one.text for one in document_of(report, PageSetup()).paragraphs]
    assert "Nobody has coded yet." in said
    assert prose(report, load("en")).endswith("log of 1 step.")


@pytest.mark.parametrize("setup", [PageSetup(), PageSetup(headings="zh", landscape=True)])
def test_the_file_keeps_to_the_schema_and_its_tables_to_the_page(
    project: Project, study: dict[str, int], setup: PageSetup
) -> None:
    versions.name_version(project, "first")
    moving = codings.of_document(project, 1)[:1]
    codes.split(
        project, moving[0].code_id, [moving[0].id], CodeDraft("rings", CONCEPT), reason="<&>"
    )
    document = document_of(gathered(project), setup)
    assert list(misplaced(etree.fromstring(etree.tostring(document.element)))) == []
    section = document.sections[0]
    assert section.page_width and section.left_margin and section.right_margin
    width = (section.page_width - section.left_margin - section.right_margin) // 635  # to twips
    for table in document.tables:
        columns = [int(column.get(f"{W}w")) for column in table._tbl.iter(f"{W}gridCol")]
        assert sum(columns) == width and min(columns) > 400
    assert document.tables[-2].rows[1].cells[3].text == "<&>"
