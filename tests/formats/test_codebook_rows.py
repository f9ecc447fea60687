import csv
import gc
import json
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcode.formats import sheets_out
from qcode.formats.rows import read_rows
from qcode.formats.rows_out import guard, unguard, write_rows
from qcode.model.errors import QcodeError

COLUMNS = ["document", "start", "quote"]
DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'=1", "''-x"]


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\n＝a 1"), max_size=6) | st.text())
def test_a_guarded_cell_can_always_be_read_back(cell: str) -> None:
    assert unguard(guard(cell)) == cell


@given(st.sampled_from("=+-@\t\r"), st.text(max_size=5))
def test_no_guarded_cell_begins_like_a_formula(sign: str, rest: str) -> None:
    assert guard(sign + rest) == "'" + sign + rest


@pytest.mark.parametrize("cell", ["", "plain", "'quoted'", "2-3", " =1", "主任"])
def test_ordinary_cells_are_left_alone_both_ways(cell: str) -> None:
    assert guard(cell) == cell
    assert unguard(cell) == cell


def test_csv_opens_in_excel_and_gives_the_same_cells_back(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    quotes = [*DANGEROUS, "主任说：“去。”", "two\nlines", 'with "quotes", commas', "\U0001f602"]
    write_rows(path, COLUMNS, [("Interview, 1", index, text) for index, text in enumerate(quotes)])
    assert path.read_bytes().startswith(b"\xef\xbb\xbfdocument,start,quote\r\n")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[1:]
    assert [unguard(row[2]) for row in rows] == quotes
    assert [row[1] for row in rows] == [str(index) for index in range(len(quotes))]
    assert not any(row[2].startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows)


@pytest.mark.parametrize("ending", [".csv", ".jsonl"])
def test_what_is_written_can_be_read_in_again(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"rows{ending}"
    quotes = ["=1+1", "'=1", "'plain", "- point", "two\nlines", "主任说：“去。”", "a;b,c\td"]
    write_rows(path, COLUMNS, [("Interview 1", index, text) for index, text in enumerate(quotes)])
    found = [row for _, row in read_rows(path)]
    assert [row["quote"] for row in found] == quotes
    assert [str(row["start"]) for row in found] == [str(index) for index in range(len(quotes))]


def test_json_lines_keep_every_value_exactly(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    rows = [("a", 1, text) for text in [*DANGEROUS, "x\ny\x00", "\ud800", None]]
    write_rows(path, COLUMNS, rows)
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert found == [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def test_xlsx_keeps_formulas_as_text_that_stays_text_when_edited(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    texts = ["=1+1", "+1", "-1", "@SUM(A1)", "#N/A", "plain", "'=1"]
    write_rows(path, COLUMNS, [("a", 1, text) for text in texts])
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    cells = [row[2] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == texts
    assert {cell.data_type for cell in cells} == {"s"}
    assert [bool(cell.quotePrefix) for cell in cells] == [True] * 4 + [False] * 3
    assert sheet["B2"].value == 1


def test_xlsx_shows_what_it_cannot_hold(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    write_rows(path, COLUMNS, [("a\x00b\x1f", 1, "\ud800"), ("x", 2, None)])
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]] == ["a\u2400b\u241f", 1, "\ufffd"]
    assert sheet["C3"].value is None


@pytest.mark.parametrize("sign", ["x", "主", "\U0001f602"])
def test_a_text_too_long_for_a_cell_is_cut_and_says_so(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "rows.xlsx"
    write_rows(path, COLUMNS, [("a", 1, sign * 40_000), ("b", 2, sign * 16_383)])
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    cut, whole = str(sheet["C2"].value), str(sheet["C3"].value)
    assert len(cut.encode("utf-16-le")) // 2 <= 32_767
    assert cut.startswith(sign * 16_000)
    assert cut.endswith(f"… [{cut.count(sign)} / 40000]")
    assert whole == sign * 16_383


def test_the_head_of_a_sheet_stays_in_sight(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    write_rows(path, COLUMNS, [("a", 1, "b")])
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet[1]] == COLUMNS
    assert sheet["C2"].alignment.wrap_text


def test_more_rows_than_a_sheet_holds_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets_out, "MOST_ROWS", 3)
    path = tmp_path / "rows.xlsx"
    with pytest.raises(QcodeError, match=r"rows\.xlsx: a sheet holds 3 rows"):
        write_rows(path, COLUMNS, [("a", index, "b") for index in range(3)])
    assert list(tmp_path.iterdir()) == []


def test_another_ending_is_refused_with_those_that_are_known(tmp_path: Path) -> None:
    with pytest.raises(QcodeError, match=r"rows\.ods: its ending must be one of \.csv, \.xlsx"):
        write_rows(tmp_path / "rows.ods", COLUMNS, [])


def test_a_row_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("old")

    def rows() -> object:
        yield ("a", 1, "b")
        raise ValueError

    with pytest.raises(ValueError):
        write_rows(path, COLUMNS, rows())  # type: ignore[arg-type]
    assert path.read_text() == "old"


def test_xlsx_keeps_fractions_in_full_and_shows_three_decimals(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    write_rows(path, ["alpha", "units"], [(0.123456789, 12)])
    fraction, count = openpyxl.load_workbook(path).active[2]
    assert (fraction.value, fraction.number_format) == (0.123456789, "0.000")
    assert (count.value, count.number_format) == (12, "General")


def test_a_row_of_a_tall_sheet_has_room_for_its_texts(tmp_path: Path) -> None:
    path = tmp_path / "tall.xlsx"
    rows = [("a" * 45,), ("主" * 45,), ("a" * 9_999,)]
    sheet = sheets_out.Sheet("one", [sheets_out.Column("", 20)], rows, tall=True)
    sheets_out.write_sheets(path, [sheet])
    page = openpyxl.load_workbook(path).active
    assert [page.row_dimensions[row].height for row in (2, 3, 4)] == [45, 75, 409]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_of_temporary_files_is_said_and_leaves_the_old_workbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path, full = tmp_path / "rows.xlsx", tmp_path / "full"
    path.write_text("old")
    full.symlink_to("/dev/full")
    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", lambda: str(full))
    with pytest.raises(QcodeError, match=r"rows\.xlsx: the disk is full"):
        write_rows(path, COLUMNS, [("text", 0, "word " * 50)] * 2_000)
    gc.collect()
    assert (path.read_text(), capfd.readouterr().err) == ("old", "")
    assert sorted(tmp_path.iterdir()) == [full, path]
