from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from lxml import etree
from qcode.formats import saturation_docx
from qcode.formats.headings import load
from qcode.model.report import PageSetup
from qcode.model.saturation import CodingOrder, Saturation, Verdict
from qcode.model.schools import School, Terms

from tests.formats.docx_order import W, misplaced
from tests.formats.saturation_sample import sample


def opened(found: Saturation, setup: PageSetup | None = None) -> Document:
    out = io.BytesIO()
    saturation_docx.write(
        found, out, project="Y Street / Y 街道", coders=["Ann"], date="2026-11-22", setup=setup
    )
    return docx.Document(out)


def table(document: Document, place: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[place].rows]


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_the_table_tells_of_each_document_what_is_new() -> None:
    assert table(opened(sample())) == [
        ["Document", "Used for", "New concepts", "New initial categories", "What is new"],
        [
            "01  街道办主任 <访谈>",
            "building",
            "2",
            "1",
            "检查考核, 下午再打电话, list & calls",
        ],
        ["02  Officer of the bureau", "building", "1", "0", "a $1$ fine"],
        ["03  third", "building", "2", "1", "repeated contact, c3, c4"],
        ["04  fourth", "building", "0", "0", "–"],
        ["05  fifth", "building", "1", "0", "c5"],
        ["06  sixth", "held out", "0", "0", "–"],
        ["07  seventh", "held out", "1", "0", "top, c6"],
        ["Together", "", "7", "2", ""],
    ]


def test_the_headings_can_be_chinese() -> None:
    document = opened(sample(), PageSetup(headings="zh"))
    assert table(document)[0] == ["文本", "用途", "新增概念", "新增初始范畴", "新增内容"]
    assert "留作检验的文本出现了新的内容（top、c6），理论尚未饱和。" in texts(document)
    assert "编码 5 份文本后达到阈值（由其后 2 份文本得知），记作 5+2。" in texts(document)


def test_the_headings_speak_in_the_terms_of_the_project() -> None:
    terms = Terms(School.THEMATIC, (("kind.category", "thread"),))
    heads = table(opened(sample(), PageSetup(terms=terms)))[0]
    assert heads[2:4] == ["New codes", "New thread"]


@pytest.mark.parametrize(
    ("verdict", "sentence"),
    [
        (Verdict.NONE_HELD_OUT, "Saturation cannot be tested: no document is held out."),
        (Verdict.SATURATED, "The theory is saturated at this point: the documents held out bring"),
        (Verdict.NOT_SATURATED, "The theory is not saturated: the documents held out bring"),
    ],
)
def test_the_verdict_is_one_sentence_below_the_table(verdict: Verdict, sentence: str) -> None:
    assert any(
        said.startswith(sentence) for said in texts(opened(replace(sample(), verdict=verdict)))
    )


def test_a_document_that_nobody_coded_counts_for_nothing() -> None:
    document = opened(sample(uncoded=True))
    assert table(document)[-2] == ["07  seventh", "held out", "–", "–", "not coded"]
    assert any("1 of 2 are coded" in said for said in texts(document))


def test_runs_are_told_with_their_share_and_where_the_threshold_is_reached() -> None:
    document = opened(sample())
    assert table(document, 1) == [
        [
            "Documents of the run",
            "New in the run",
            "In the base",
            "New information",
            "At or below the threshold",
        ],
        ["05, 06", "1", "5", "20.0 %", "no"],
        ["06, 07", "0", "5", "0.0 %", "yes"],
    ]
    caption = "New information in runs of documents (base 4, run 2, threshold 5 %)"
    assert f"Table 2\u2002{caption}" in texts(document)
    assert "The threshold is reached after 5 documents" in "\n".join(texts(document))


def test_without_runs_a_sentence_says_what_the_measure_needs() -> None:
    document = opened(sample(3))
    assert len(document.tables) == 1
    assert "needs at least 6 coded documents" in "\n".join(texts(document))


@pytest.mark.parametrize("setup", [PageSetup(), PageSetup(landscape=True, headings="zh")])
def test_the_file_keeps_to_the_schema_and_the_tables_to_the_page(setup: PageSetup) -> None:
    document = opened(replace(sample(), order=CodingOrder.FIRST_CODED), setup)
    assert list(misplaced(etree.fromstring(etree.tostring(document.element)))) == []
    section = document.sections[0]
    assert section.page_width and section.left_margin and section.right_margin
    width = (section.page_width - section.left_margin - section.right_margin) // 635  # to twips
    for listed in document.tables:
        columns = [int(column.get(f"{W}w")) for column in listed._tbl.iter(f"{W}gridCol")]
        assert sum(columns) == width and min(columns) > 0
        assert listed.style is not None and listed.style.name == "Three Line Table"


def test_the_same_table_can_stand_in_another_file_with_other_rules() -> None:
    blocks = saturation_docx.ledger(sample(), load("en"), 9000, rules="grid")
    assert '<w:tblStyle w:val="Grid"/>' in blocks[0]
    assert "not saturated" in blocks[-1]


def test_a_ledger_without_documents_is_a_table_without_rows() -> None:
    empty = replace(sample(3), documents=(), verdict=Verdict.NONE_HELD_OUT)
    assert [row[0] for row in table(opened(empty))] == ["Document", "Together"]
