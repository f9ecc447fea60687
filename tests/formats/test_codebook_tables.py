import csv
import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from lxml import html
from qcode.formats import codebook_tables
from qcode.formats.contrast import READABLE, contrast
from qcode.formats.html_page import DARK_PAPER
from qcode.formats.rows_out import unguard
from qcode.model.errors import QcodeError
from qcode.model.report import Codebook, PageSetup

from tests.formats.codebook_sample import codebook, passage


def _csv(book: Codebook, folder: Path) -> list[dict[str, str]]:
    path = folder / "codebook.csv"
    codebook_tables.write(book, path, PageSetup(headings="zh"))
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _page(book: Codebook, folder: Path, headings: str = "en") -> tuple[str, html.HtmlElement]:
    path = folder / "codebook.html"
    codebook_tables.write(book, path, PageSetup(headings=headings))  # type: ignore[arg-type]
    text = path.read_text(encoding="utf-8")
    return text, html.document_fromstring(text)


def test_csv_has_the_names_of_the_contract_and_a_row_a_code(tmp_path: Path) -> None:
    rows = _csv(codebook(), tmp_path)
    assert len(rows) == 60
    assert {"name", "parent", "kind", "level", "definition", "use_when", "not_when"} <= set(rows[0])
    assert (rows[2]["kind"], rows[2]["level"]) == ("category", "open")
    assert rows[2]["parent"] == "Pressure from above"
    assert (rows[2]["codings"], rows[2]["subtree_codings"], rows[2]["documents"]) == (
        "3",
        "15",
        "6",
    )
    assert rows[0]["parent"] == ""


def test_csv_names_a_parent_by_its_path_where_the_name_is_not_enough(tmp_path: Path) -> None:
    book = codebook()
    first, second = book.entries[2], book.entries[9]
    assert second.kind is first.kind
    twin = replace(second, name=first.name)
    book = replace(book, entries=(*book.entries[:9], twin, *book.entries[10:]))
    rows = _csv(book, tmp_path)
    assert rows[3]["parent"] == first.path
    assert rows[10]["parent"] == twin.path


def test_csv_runs_no_formula_and_gives_texts_back(tmp_path: Path) -> None:
    book = codebook(2)
    entry = replace(book.entries[0], name="=cmd()", definition="- first\n- second")
    row = _csv(replace(book, entries=(entry,)), tmp_path)[0]
    assert (row["name"], row["definition"]) == ("'=cmd()", "'- first\n- second")
    assert (unguard(row["name"]), unguard(row["definition"])) == (entry.name, entry.definition)


def test_xlsx_has_codes_and_passages_in_the_language_of_the_headings(tmp_path: Path) -> None:
    path = tmp_path / "codebook.xlsx"
    book = codebook()
    codebook_tables.write(book, path, PageSetup(headings="zh"))
    file = openpyxl.load_workbook(path)
    assert file.sheetnames == ["编码", "原始语句"]
    codes, passages = file.worksheets
    assert [cell.value for cell in codes[1]][:5] == ["编号", "名称", "所属范畴", "类型", "层级"]
    assert [cell.value for cell in codes[4]][:4] == ["A1", book.entries[2].name,
                                                     "Pressure from above", "初始范畴"]  # fmt: skip
    assert codes.max_row == 61
    assert passages.max_row == 1 + sum(len(entry.quoted) for entry in book.entries)
    assert codes.freeze_panes == passages.freeze_panes == "A2"
    assert file.properties.creator == "qcode"


def test_html_says_everything_and_links_every_code(tmp_path: Path) -> None:
    book = codebook()
    _, page = _page(book, tmp_path)
    ids = [found.get("id") for found in page.iter("section")]
    assert len(set(ids)) == len(ids) == 60
    links = [str(found.get("href")) for found in page.iter("a")]
    assert links == [f"#{name}" for name in ids]
    assert [found.text_content() for found in page.iter("h3")] == [
        f"{entry.number}\u2002{entry.name}" for entry in book.entries
    ]
    body = page.text_content()
    assert "15 passages in 6 documents · 3 coded directly" in body
    assert all(shown.quote.strip() in body for entry in book.entries for shown in entry.quoted)


def test_html_escapes_every_text(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>\"'&"
    book = codebook(1)
    entry = replace(
        book.entries[0], name=evil, number=evil, guid='"><b>', definition=evil, color='red;}"',
        quoted=(replace(passage(0), quote=evil, label=evil, document=evil),),
    )  # fmt: skip
    text, page = _page(replace(book, project=evil, coders=(evil,), entries=(entry,)), tmp_path)
    assert "<script" not in text
    assert not list(page.iter("script", "b"))
    assert evil in page.text_content()
    assert page.findtext(".//h1") == evil
    assert "red;" not in text


def test_html_fetches_nothing(tmp_path: Path) -> None:
    text, page = _page(codebook(), tmp_path)
    assert not list(page.iter("link", "img", "iframe"))
    assert not re.search(r"url\(|@import|https?://", text)
    assert "default-src 'none'" in text


def test_html_is_said_in_its_language_and_follows_the_readers_theme(tmp_path: Path) -> None:
    text, page = _page(codebook(), tmp_path, headings="zh")
    assert page.get("lang") == "zh-CN"
    assert "编码总览" in page.text_content()
    assert "@media (prefers-color-scheme: dark)" in text
    assert "@media print" in text


def test_html_colours_can_be_read_in_both_themes(tmp_path: Path) -> None:
    text, _ = _page(codebook(), tmp_path)
    pairs = set(re.findall(r"--light:(#\w{6});--dark:(#\w{6})", text))
    assert len(pairs) == 5
    for light, dark in pairs:
        assert contrast(light, "#ffffff") >= READABLE
        assert contrast(dark, DARK_PAPER) >= READABLE


@pytest.mark.parametrize("ending", codebook_tables.FORMATS)
def test_every_format_is_chosen_by_the_ending(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"Codebook{ending.upper()}"
    codebook_tables.write(codebook(2), path, PageSetup())
    starts = {".xlsx": b"PK", ".csv": b"\xef\xbb\xbf", ".html": b"<!DOCTYPE"}
    assert path.read_bytes().startswith(starts[ending])
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["codebook.pdf", "codebook"])
def test_another_ending_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(QcodeError, match=r"must be one of \.csv, \.xlsx, \.html"):
        codebook_tables.write(codebook(2), tmp_path / name)


@pytest.mark.parametrize("ending", codebook_tables.FORMATS)
def test_a_project_without_codes_can_be_written(tmp_path: Path, ending: str) -> None:
    codebook_tables.write(replace(codebook(), entries=()), tmp_path / f"empty{ending}")
    assert (tmp_path / f"empty{ending}").stat().st_size > 0
