import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest
from lxml import etree, html
from qcode.formats import passages_out
from qcode.formats.rows_out import unguard
from qcode.model.errors import QcodeError
from qcode.model.report import PageSetup, QuotedPassage

from tests.formats.codebook_sample import passage
from tests.formats.docx_order import W, misplaced

PASSAGES = [passage(number) for number in range(12)]


def _write(
    folder: Path, ending: str, passages: list[QuotedPassage] | None = None, headings: str = "en"
) -> Path:
    path = folder / f"passages{ending}"
    passages_out.write(
        PASSAGES if passages is None else passages,
        path,
        project="Y Street / Y 街道",
        date="2026-10-19",
        setup=PageSetup(headings=headings),  # type: ignore[arg-type]
    )
    return path


def test_word_lists_label_passage_code_coder_and_memo(tmp_path: Path) -> None:
    document = docx.Document(str(_write(tmp_path, ".docx")))
    summary, listed = document.tables
    assert [cell.text for cell in listed.rows[0].cells] == [
        "Label",
        "Passage",
        "Code",
        "Coder",
        "Memo",
    ]
    assert [cell.text for cell in listed.rows[2].cells] == [
        "02-02",
        "“We never post it. Somebody always walks over.”",
        "list carried door to door",
        "Anna",
        '=HYPERLINK("x")',
    ]
    assert summary.rows[2].cells[1].text == "9 documents, 12 passages, 1 code"
    assert listed.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    assert list(misplaced(etree.fromstring(etree.tostring(document.element)))) == []


def test_a_passage_with_two_codes_is_counted_once(tmp_path: Path) -> None:
    twice = [PASSAGES[0], replace(PASSAGES[0], code="another code")]
    document = docx.Document(str(_write(tmp_path, ".docx", twice)))
    assert document.tables[0].rows[2].cells[1].text == "1 document, 1 passage, 2 codes"
    assert len(document.tables[1].rows) == 3


def test_without_memos_there_is_no_column_for_them(tmp_path: Path) -> None:
    document = docx.Document(str(_write(tmp_path, ".docx", [PASSAGES[0]], headings="zh")))
    assert [cell.text for cell in document.tables[1].rows[0].cells] == [
        "语句编号",
        "原始语句",
        "编码",
        "编码者",
    ]


def test_csv_and_json_lines_give_every_passage_back(tmp_path: Path) -> None:
    text = _write(tmp_path, ".csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    records = [
        json.loads(line)
        for line in _write(tmp_path, ".jsonl").read_text(encoding="utf-8").splitlines()
    ]
    for row, record, source in zip(rows, records, PASSAGES, strict=True):
        for column in passages_out.COLUMNS:
            value = getattr(source, column)
            assert record[column] == value
            assert unguard(row[column]) == str(value)
    assert rows[1]["memo"] == '\'=HYPERLINK("x")'


def test_xlsx_lists_every_passage(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(_write(tmp_path, ".xlsx", headings="zh")).active
    assert sheet is not None
    assert sheet.title == "原始语句"
    assert sheet.max_row == 13
    assert [cell.value for cell in sheet[5]][:5] == [
        "04-04", PASSAGES[3].document, 300, 300 + len(PASSAGES[3].quote), PASSAGES[3].quote,
    ]  # fmt: skip


def test_html_lists_every_passage_escaped(tmp_path: Path) -> None:
    evil = replace(PASSAGES[0], quote="<b>x</b>", memo="<script>", label='"<i>')
    path = _write(tmp_path, ".html", [*PASSAGES, evil])
    page = html.document_fromstring(path.read_text(encoding="utf-8"))
    rows = page.findall(".//main//tbody/tr")
    assert len(rows) == 13
    assert [cell.text for cell in rows[-1]][:2] == ['"<i>', "“<b>x</b>”"]
    assert not list(page.iter("script", "b", "i"))


@pytest.mark.parametrize("ending", passages_out.FORMATS)
def test_no_passages_make_an_empty_list_and_no_error(tmp_path: Path, ending: str) -> None:
    assert _write(tmp_path, ending, []).exists()


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QcodeError, match=r"passages\.txt: its ending must be one of"):
        _write(tmp_path, ".txt")
