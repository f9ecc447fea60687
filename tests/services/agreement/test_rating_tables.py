"""Tables of ratings copied from a sheet, or exported by other programs."""

from __future__ import annotations

from pathlib import Path

import pytest
from qcode.model.agreement import Coefficient
from qcode.model.coefficient_words import asks
from qcode.model.errors import QcodeError
from qcode.services.agreement import rating_export, rating_tables, ratings
from qcode.services.agreement.ratings import NotOnOffer

ALPHA = Coefficient.KRIPPENDORFF_ALPHA


def test_a_table_copied_from_a_sheet_says_the_same_as_its_file(tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text("A,B\n1,1\n2,1\n2,2\n,1\n", "utf-8")
    pasted = ratings.of_table(rating_tables.from_text("A\tB\r\n1\t1\r\n2\t1\r\n2\t2\r\n\t1\r\n"))
    assert pasted == ratings.of_file(path)
    assert (pasted.units, pasted.twice, pasted.missing) == (4, 3, 1)


def test_semicolons_part_cells_only_where_there_is_no_tab() -> None:
    exported = ratings.of_table(rating_tables.from_text("A;B\n1;1\n2;1\n"))
    assert (exported.coders, exported.sets) == (("A", "B"), False)
    pasted = ratings.of_table(rating_tables.from_text("A\tB\na;b\ta\n;\t;\nc\tc\n"))
    assert (pasted.coders, pasted.sets, pasted.values) == (("A", "B"), True, ("a", "b", "c"))


def test_a_first_row_of_values_names_nobody() -> None:
    table = rating_tables.from_text("1\t2\n2\t2\n1\t1\n")
    assert (table.headed, table.columns, len(table.rows)) == (False, ("1", "2"), 3)
    assert table.rows[0] == (1, {"1": "1", "2": "2"})
    assert rating_tables.from_text("1\t2\n2\t2\n1\t1\n", headed=True).rows[0][0] == 2


def test_a_column_that_names_the_units_is_no_coder() -> None:
    table = rating_tables.from_text("case\tA\tB\n1\ty\tn\n2\ty\ty\n3\tn\tn\n4\tn\ty\n")
    assert table.coders == ("A", "B")
    assert ratings.of_table(table).coders == ("A", "B")
    assert ratings.of_table(table, coders=("case", "B")).coders == ("case", "B")


def test_what_spss_writes_for_missing_is_missing() -> None:
    found = ratings.of_table(rating_tables.from_text("A\tB\n1\t.\n2\t#NULL!\n2\t2\n"))
    assert (found.values, found.missing, found.twice) == (("1", "2"), 2, 1)


def test_a_file_of_spss_is_read_by_its_tabs(tmp_path: Path) -> None:
    path = tmp_path / "export.dat"
    path.write_text("﻿A\tB\n1\t1\n2\t2\n", "utf-8")
    assert ratings.of_table(rating_tables.from_file(path)).coders == ("A", "B")


def test_a_workbook_is_read_with_numbers_as_people_see_them(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in (["unit", "A", "B"], ["u1", 1, 1.0], ["u2", 2, None], ["u3", 2, 1], ["u4", 1, 1]):
        book.active.append(row)
    book.save(tmp_path / "ratings.xlsx")
    table = rating_tables.from_file(tmp_path / "ratings.xlsx")
    found = ratings.of_table(table)
    assert (table.coders, found.values, found.missing) == (("A", "B"), ("1", "2"), 1)


def test_a_rating_that_is_not_on_offer_tells_its_cell() -> None:
    table = rating_tables.from_text("A\tB\n1\t2\n1\t3\n")
    with pytest.raises(NotOnOffer, match="Pasted table, B, line 3: “3” is not among") as caught:
        ratings.of_table(table, ["1", "2"])
    assert (caught.value.line, caught.value.coder) == (3, "B")


@pytest.mark.parametrize("text", ["", "\n\n", "\t\t\n"])
def test_nothing_to_paste_is_said(text: str) -> None:
    with pytest.raises(QcodeError, match="There are no ratings in Pasted table"):
        rating_tables.from_text(text)


def test_a_row_that_is_too_long_is_named() -> None:
    with pytest.raises(QcodeError, match="Pasted table: Line 2 has more cells"):
        rating_tables.from_text("A\tB\nx\ty\tz\n")


def test_every_coefficient_says_what_it_asks() -> None:
    said = {str(asks(name)) for name in Coefficient}
    assert len(said) == len(Coefficient)


def test_results_leave_with_values_reasons_and_what_was_measured(tmp_path: Path) -> None:
    found = ratings.of_table(rating_tables.from_text("A\tB\tC\n1\t1\t\n2\t2\t2\n1\t2\t1\n"))
    text = rating_export.as_text(found)
    assert "Krippendorff’s α\t" + f"{found.measured.values[ALPHA]:.3f}\t\n" in text
    assert "Cohen’s κ\t–\tfor two coders only\n" in text
    assert "Coders\t3\tA, B, C\n" in text
    out = tmp_path / "results.csv"
    rating_export.write(found, out)
    read = out.read_text("utf-8-sig")
    assert f"Krippendorff’s α,{found.measured.values[ALPHA]}," in read
    with pytest.raises(QcodeError, match=r"\.xlsx"):
        rating_export.write(found, tmp_path / "results.pdf")


@pytest.mark.parametrize(
    "text",
    ["", "Ratings of March\t\t\n", "\tRound 1\t\n", "Ratings\n\n"],
    ids=["none", "title", "merged cells", "title and nothing"],
)
def test_what_stands_above_the_names_of_coders_is_refused_in_a_sentence(text: str) -> None:
    below = "Unit\tAnn\tBo\n1\ta\ta\n2\tb\ta\n3\tb\tb\n4\ta\ta\n"
    if not text:
        assert rating_tables.from_text(below).coders == ("Ann", "Bo")
        return
    with pytest.raises(QcodeError, match="Leave out what stands above the names"):
        rating_tables.from_text(text + below)


@pytest.mark.parametrize("text", ["Ann\n1\n2\n", "Ann  Bo\n1    1\n", "a word", "Ann\t\n1\t\n"])
def test_a_single_column_is_no_table_of_ratings(text: str) -> None:
    with pytest.raises(QcodeError, match="Pasted table has one column only"):
        rating_tables.from_text(text)


def test_units_need_no_heading_and_a_file_may_begin_with_its_mark() -> None:
    table = rating_tables.from_text("\tAnn\tBo\nu1\t1\t1\nu2\t1\t2\nu3\t2\t2\nu4\t1\t1\n")
    assert (table.columns, table.coders) == (("1", "Ann", "Bo"), ("Ann", "Bo"))
    assert rating_tables.from_text("\ufeffAnn;Bo\n1;1\n2;1\n").columns == ("Ann", "Bo")


def test_empty_rows_below_a_table_are_no_units_but_those_inside_are() -> None:
    found = ratings.of_table(rating_tables.from_text("A\tB\n1\t1\n\t\n2\t1\n\t\n\t\n"))
    assert (found.units, found.missing) == (3, 2)


def test_other_marks_for_missing_ratings_can_be_named() -> None:
    table = rating_tables.from_text("A;B\n1;1\n2;99\n2;2\nNA;1\n1;1\n")
    found = ratings.of_table(table, missing=("99", "NA"))
    assert (found.values, found.missing, found.twice) == (("1", "2"), 2, 3)
    assert ratings.of_table(table, ("1", "2"), missing=("99", "NA")).values == ("1", "2")


def test_values_that_look_alike_and_coders_without_a_common_value_are_told() -> None:
    same = ratings.of_table(rating_tables.from_text("A\tB\n1\t1,0\nyes\tYes\n２\t2\nno\tno\n"))
    assert same.alike == (("1", "1,0"), ("yes", "Yes"), ("２", "2"))
    assert same.strangers is None
    apart = ratings.of_table(rating_tables.from_text("A\tB\tC\n1\tx\t1\n2\ty\t2\n1\tx\t1\n"))
    assert (apart.alike, apart.strangers) == ((), ("A", "B"))
    few = ratings.of_table(rating_tables.from_text("A\tB\n1\tx\n2\ty\n"))
    assert few.strangers is None
