"""A county and a city: a frame from theory brought in before reading, a success and a failure."""

from __future__ import annotations

from pathlib import Path

import pytest
from qcode.model.enums import MemoKind
from qcode.model.errors import QcodeError
from qcode.model.report import PageSetup
from qcode.model.theory_records import Target, TargetKind
from qcode.model.thesis import TableKind, TableOptions
from qcode.model.versions import Comparison, DifferenceKind
from qcode.services import (
    code_biography,
    codebook,
    codes,
    documents,
    memos,
    rows_in,
    thesis_axes,
    thesis_tables,
    versions,
)

from tests.studies import printed
from tests.studies.hand import CATEGORY, Hand, Steps
from tests.studies.material import CITY, COUNTY, FRAME

OFFICE, COUNTY_DATA = COUNTY
REFORM, CITY_DATA = CITY


def bring_the_frame_in(hand: Hand) -> None:
    report = rows_in.import_codebook(hand.project, hand.file("frame.csv", FRAME))
    assert (report.added, report.present) == (7, 0)
    versions.name_version(hand.project, "来自理论的框架", "阅读之前")


def bring_the_cases_in(hand: Hand) -> None:
    hand.bring(COUNTY, group="L县")
    hand.bring(CITY, group="Y市")
    for name in COUNTY:
        documents.edit(hand.project, hand.document(name), values={"结果": "成功", "级别": "县"})
    for name in CITY:
        documents.edit(hand.project, hand.document(name), values={"结果": "失败", "级别": "市"})


def code_with_the_frame(hand: Hand) -> None:
    hand.mark(OFFICE, "省里把这件事列进了年度考核", "上级要求")
    hand.mark(COUNTY_DATA, "考核表挂在墙上", "上级要求")
    hand.mark(REFORM, "没有说年底要查", "上级要求")
    hand.mark(OFFICE, "局里多了五个编制", "部门收益")
    hand.mark(CITY_DATA, "功劳算别人的", "部门收益")
    hand.mark(OFFICE, "各局每天把数传上来", "信息共享")
    hand.mark(REFORM, "各局都说数据有密级", "信息共享")


def let_the_texts_speak(hand: Hand) -> None:
    """What the frame did not foresee, and what of it was not found."""
    hand.in_vivo(COUNTY_DATA, "我们先把自己的数给出去")
    hand.in_vivo(CITY_DATA, "坐了半天冷板凳")
    hand.gather(CATEGORY, "先给后得", "我们先把自己的数给出去", "坐了半天冷板凳")
    codes.move(hand.project, hand.codes("先给后得"), hand.code("协作过程"))
    hand.call(OFFICE, "省里把这件事列进了年度考核", "列入考核")
    codes.move(hand.project, hand.codes("列入考核"), hand.code("上级要求"))
    codes.rename(hand.project, hand.code("信息共享"), "数据互通")
    codes.describe(
        hand.project, hand.code("部门收益"), {"definition": "参与或不参与给部门带来的得失"}
    )
    codes.delete(hand.project, hand.codes("媒体曝光"), reason="四份文本都没有提到报道")


def sum_up_each_cell(hand: Hand) -> None:
    """A summary is a memo on a category and on the documents of a case."""
    for group, category, summary in (
        ("L县", "政策环境", "列入考核，挂在墙上"),
        ("L县", "行动动机", "办成就有编制"),
        ("L县", "协作过程", "先给出去，天天在传"),
        ("Y市", "政策环境", "有文件，没有检查"),
        ("Y市", "行动动机", "功劳是别人的"),
        ("Y市", "协作过程", "密级挡着，要不到数"),
    ):
        case = COUNTY if group == "L县" else CITY
        memos.create(
            hand.project,
            MemoKind.THEORETICAL,
            summary,
            title=f"{group}：{category}",
            targets=[
                Target(TargetKind.CODE, hand.code(category)),
                *(Target(TargetKind.DOCUMENT, hand.document(name)) for name in case),
            ],
        )


@pytest.fixture
def study(hand: Hand, steps: Steps) -> Hand:
    del steps  # watches from the beginning
    bring_the_frame_in(hand)
    bring_the_cases_in(hand)
    code_with_the_frame(hand)
    let_the_texts_speak(hand)
    sum_up_each_cell(hand)
    return hand


def test_the_frame_stands_before_anything_is_read(hand: Hand) -> None:
    bring_the_frame_in(hand)
    assert documents.listed(hand.project) == []
    assert [f"{'  ' * one.depth}{one.name}: {one.kind}" for one in codes.tree(hand.project)] == [
        "政策环境: main_category",
        "  上级要求: category",
        "  媒体曝光: category",
        "行动动机: main_category",
        "  部门收益: category",
        "协作过程: main_category",
        "  信息共享: category",
    ]
    again = rows_in.import_codebook(hand.project, hand.file("again.csv", FRAME))
    assert (again.added, again.present) == (0, 7)


def test_a_frame_with_a_mistake_is_refused_by_its_line_and_leaves_nothing(hand: Hand) -> None:
    broken = hand.file("broken.csv", f"{FRAME}考核压力,初始范畴,没有这个,\n")
    with pytest.raises(QcodeError, match=r"broken\.csv, line 9: .*没有这个"):
        rows_in.import_codebook(hand.project, broken)
    assert codes.tree(hand.project) == []


SUCCESS_AGAINST_FAILURE = [
    "|  | L县 (2) | Y市 (2)",
    "政策环境 | 3/3 | 2/2 | 1/1",
    "  上级要求 | 3/3 | 2/2 | 1/1",
    "    列入考核 | 1/1 | 1/1 | 0/0",
    "行动动机 | 2/2 | 1/1 | 1/1",
    "  部门收益 | 2/2 | 1/1 | 1/1",
    "协作过程 | 4/4 | 2/2 | 2/2",
    "  数据互通 | 2/2 | 1/1 | 1/1",
    "  先给后得 | 2/2 | 1/1 | 1/1",
    "    我们先把自己的数给出去 | 1/1 | 1/1 | 0/0",
    "    坐了半天冷板凳 | 1/1 | 0/0 | 1/1",
]


def test_the_success_is_set_against_the_failure(study: Hand, tmp_path: Path) -> None:
    only = TableOptions(tables=frozenset({TableKind.FREQUENCIES}))
    found = thesis_tables.gather(study.project, only)
    assert printed.frequencies(found.frequencies) == SUCCESS_AGAINST_FAILURE
    out = tmp_path / "频次.docx"
    thesis_tables.write(study.project, out, PageSetup(headings="zh"), only)
    words = printed.words_of(out)
    for expected in ("各编码的频次", "L县", "Y市", "数据互通", "坐了半天冷板凳"):
        assert expected in words
    assert "媒体曝光" not in words


def test_each_cell_of_case_and_category_has_its_summary(study: Hand, tmp_path: Path) -> None:
    matrix = TableOptions(
        tables=frozenset({TableKind.TYPOLOGY}),
        down=thesis_axes.find(study.project, "main"),
        across=thesis_axes.find(study.project, "variable:结果"),
    )
    found = thesis_tables.gather(study.project, matrix)
    assert printed.typology(found.typology) == [
        "| 失败 | 成功",
        "政策环境 | 有文件，没有检查 | 列入考核，挂在墙上",
        "行动动机 | 功劳是别人的 | 办成就有编制",
        "协作过程 | 密级挡着，要不到数 | 先给出去，天天在传",
    ]
    by_case = printed.typology(thesis_tables.gather(study.project).typology)
    assert by_case[1] == "L县 | 列入考核，挂在墙上 | 办成就有编制 | 先给出去，天天在传"
    out = tmp_path / "矩阵.docx"
    thesis_tables.write(study.project, out, PageSetup(headings="zh"), matrix)
    words = printed.words_of(out)
    for expected in (
        "类型矩阵：主范畴×结果",
        "失败",
        "密级挡着，要不到数",
        "2 条原始语句（2 份文本）",
    ):
        assert expected in words


def told(found: Comparison) -> list[str]:
    return [
        " | ".join(part for part in (one.kind, one.name, one.before, one.after, one.reason) if part)
        for one in found.differences
    ]


CHANGED = [
    "added | 列入考核 | 上级要求",
    "added | 先给后得 | 协作过程",
    "added | 我们先把自己的数给出去 | 先给后得",
    "added | 坐了半天冷板凳 | 先给后得",
    "removed | 媒体曝光 | 政策环境 | 四份文本都没有提到报道",
    "renamed | 数据互通 | 信息共享 | 数据互通",
    "redefined | 部门收益 | 参与给部门带来的好处 | 参与或不参与给部门带来的得失",
]


def test_what_the_texts_did_to_the_frame_is_told_and_printed(study: Hand, tmp_path: Path) -> None:
    frame = versions.find(study.project, "来自理论的框架")
    found = versions.compare(study.project, frame.id)
    assert told(found) == CHANGED
    assert (found.older_counts.codes, found.newer_counts.codes) == (7, 10)
    assert found.count()[DifferenceKind.ADDED] == 4
    after = versions.name_version(study.project, "阅读之后")
    assert told(versions.compare(study.project, frame.id, after)) == CHANGED
    assert told(versions.compare(study.project, after)) == []
    out = tmp_path / "框架的变化.docx"
    versions.write_comparison(study.project, frame.id, after, out, PageSetup(headings="zh"))
    words = printed.words_of(out)
    for expected in (
        "来自理论的框架",
        "阅读之后",
        "媒体曝光",
        "数据互通",
        "四份文本都没有提到报道",
    ):
        assert expected in words


def test_the_life_of_a_code_of_the_frame_is_told(study: Hand) -> None:
    life = code_biography.biography(study.project, study.code("数据互通"))
    assert [one.kind.value for one in life.entries] == ["created", "renamed"]
    assert life.codings == 2


def test_the_codebook_of_the_frame_prints_its_definitions(study: Hand) -> None:
    entries = {one.name: one for one in codebook.gather(study.project).entries}
    assert entries["部门收益"].definition == "参与或不参与给部门带来的得失"
    assert entries["上级要求"].passages == 3 and entries["上级要求"].documents == 3


def test_every_step_of_the_study_can_be_taken_back(study: Hand, steps: Steps) -> None:
    del study
    steps.all_can_be_taken_back_and_done_again()
