from __future__ import annotations

import csv
import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from qcode.formats.rows import Row, read_rows
from qcode.model.errors import QcodeError


@pytest.fixture
def rows(tmp_path: Path):
    def write_and_read(data: bytes | str, name: str = "table.csv") -> list[Row]:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return read_rows(path)

    return write_and_read


class TestCsv:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    @pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
    def test_delimiter_and_newlines_are_recognised(
        self, rows, delimiter: str, newline: str
    ) -> None:
        lines = ["name{}parent, or none", "tea{}", "", "seal{}tea"]
        header = 'name{}"parent, or none"'
        text = newline.join([header, *lines[1:]]).replace("{}", delimiter)
        assert rows(text) == [
            (2, {"name": "tea", "parent, or none": ""}),
            (4, {"name": "seal", "parent, or none": "tea"}),
        ]

    def test_lines_are_counted_through_cells_of_several_lines(self, rows) -> None:
        assert rows('a,b\n"one\r\ntwo","x ""y"""\nthree,z\n') == [
            (2, {"a": "one\ntwo", "b": 'x "y"'}),
            (4, {"a": "three", "b": "z"}),
        ]

    def test_a_table_from_a_chinese_spreadsheet_is_read(self, rows) -> None:
        data = "代码,定义\n开会,每周一次大家都来的会议\n".encode("gb18030")
        assert rows(data) == [(2, {"代码": "开会", "定义": "每周一次大家都来的会议"})]

    def test_a_first_line_that_names_the_delimiter_is_believed(self, rows) -> None:
        assert rows("sep=;\na,b;c\n1;2\n") == [(3, {"a,b": "1", "c": "2"})]

    def test_rows_may_be_short_and_have_empty_cells_behind_them(self, rows) -> None:
        assert rows("a,b,,\n1\n1,2,,\n") == [(2, {"a": "1", "b": ""}), (3, {"a": "1", "b": "2"})]

    def test_guards_against_formulas_are_taken_away(self, rows) -> None:
        assert rows("a\n'=1+1\n'tis\n") == [(2, {"a": "=1+1"}), (3, {"a": "'tis"})]

    def test_long_cells_are_read_and_the_limit_is_left_as_it_was(self, rows) -> None:
        before = csv.field_size_limit()
        assert len(rows("a\n" + "x" * 300_000)[0][1]["a"]) == 300_000
        assert csv.field_size_limit() == before

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ('a,b\n1,2\n"x"y,2\n', "row that begins on line 3 are wrong"),
            ('a,b\n1,2\n"x,2\n4,5\n', "row that begins on line 3 are wrong"),
            ('a\n"x', "row that begins on line 2 are wrong"),
            ("a,b\n1,2\n1,2,3\n", "Line 3 has more cells than there are columns (2)"),
            ("a,,c\n1,2,3\n", "Column 2 has no name"),
            ("a,b,a\n", "Two columns are called a"),
            (",b\n1,2\n", "Column 1 has no name"),
            ("\n\n", "does not name the columns"),
            ("", "empty"),
            ("a\n\0\n", "line 2"),
        ],
    )
    def test_what_is_wrong_is_named(self, rows, text: str, said: str) -> None:
        with pytest.raises(QcodeError) as error:
            rows(text)
        assert str(error.value).startswith("table.csv: ")
        assert said in str(error.value)

    @given(
        st.lists(
            st.lists(
                st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zp"])),
                min_size=2,
                max_size=2,
            ).filter(lambda cells: any(cell.strip() for cell in cells)),
        ),
    )
    def test_what_was_written_is_read(self, tmp_path_factory, table: list[list[str]]) -> None:
        path = tmp_path_factory.mktemp("csv") / "a.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_ALL)
            # The guard of the project's own writer, here by hand.
            writer.writerows([["x", "y"], *[[f"-{cell}" for cell in cells] for cells in table]])
        assert [list(cells.values()) for _, cells in read_rows(path)] == [
            [f"-{cell}" for cell in cells] for cells in table
        ]


class TestJsonLines:
    def test_values_are_as_json_has_them(self, rows) -> None:
        text = (
            '{"start": 3, "share": 0.5, "quote": "a\u2028b"}\r\n\r\n{"code": null, "n": ["x"]}\r\n'
        )
        assert rows(text, "codings.jsonl") == [
            (1, {"start": 3, "share": 0.5, "quote": "a\u2028b"}),
            (3, {"code": None, "n": ["x"]}),
        ]

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ("[1, 2]", "Line 2 is no JSON object ({…})"),
            ("12", "Line 2 is no JSON object"),
            ('{"a": 1', "Line 2 is not sound JSON"),
            ('{"a": NaN}', "Line 2 is not sound JSON"),
            ('{"a": "\\ud83d"}', "Line 2 is not sound JSON"),
            ("[" * 100_000, "Line 2 is not sound JSON"),
            ('{"a": ' + "9" * 5000 + "}", "Line 2 is not sound JSON"),
        ],
    )
    def test_what_is_wrong_is_named_by_its_line(self, rows, line: str, said: str) -> None:
        with pytest.raises(QcodeError) as error:
            rows(f'{{"a": 1}}\n{line}\n', "codings.jsonl")
        assert str(error.value).startswith("codings.jsonl: ")
        assert said in str(error.value)

    def test_other_endings_are_refused(self, rows) -> None:
        with pytest.raises(QcodeError, match=r"table\.ods: Tables are read from"):
            rows("a,b", "table.ods")


class TestWorkbooks:
    @pytest.fixture
    def book(self, tmp_path: Path):
        def write_and_read(*sheet: list[object]) -> list[Row]:
            made = Workbook()
            for row in sheet:
                made.worksheets[0].append(row)
            made.create_sheet("another").append(["not", "read"])
            path = tmp_path / "table.xlsx"
            made.save(path)
            return read_rows(path)

        return write_and_read

    def test_cells_become_texts_and_empty_rows_are_skipped(self, book) -> None:
        day = datetime(2026, 3, 14, 9, 30)  # noqa: DTZ001  # Excel knows no zones
        assert book(
            ["name", "start", "made", None],
            ["tea", 3.0, day],
            [None, "  "],
            ["=1+1 is text\r\nhere", 2.5, None],
        ) == [
            (2, {"name": "tea", "start": "3", "made": "2026-03-14T09:30:00"}),
            (4, {"name": "", "start": "2.5", "made": ""}),
        ]

    def test_a_text_that_was_cut_on_export_is_refused(self, book) -> None:
        with pytest.raises(QcodeError, match=r"table\.xlsx: A text in line 2 was cut"):
            book(["name"], ["x" * 20_000 + "… [20000 / 50000]"])

    @pytest.mark.parametrize(
        "data", [b"PK\x03\x04 nothing", b"name,parent\n", b"\xd0\xcf\x11\xe0" * 40]
    )
    def test_what_is_no_workbook_is_said_to_be_none(self, rows, data: bytes) -> None:
        with pytest.raises(QcodeError, match=r"table\.xlsx: It is damaged, or no Excel workbook"):
            rows(data, "table.xlsx")

    def test_a_workbook_with_entities_of_its_own_is_refused(self, tmp_path: Path, rows) -> None:
        path = tmp_path / "whole.xlsx"
        Workbook().save(path)
        data = io.BytesIO()
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(data, "w") as result:
            for name in source.namelist():
                content = source.read(name)
                if name.endswith("sheet1.xml"):
                    content = b'<!DOCTYPE a [<!ENTITY b "c">]>' + content
                result.writestr(name, content)
        with pytest.raises(QcodeError, match="damaged"):
            rows(data.getvalue(), "table.xlsx")
