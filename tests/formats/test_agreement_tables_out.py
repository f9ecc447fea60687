"""The report on agreement in Excel, and the table of units by coders as CSV."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from qcode.formats import agreement_csv, agreement_xlsx
from qcode.formats.headings import Language
from qcode.model.agreement_report import AgreementReport
from qcode.model.errors import QcodeError
from qcode.model.report import PageSetup

from tests.formats import agreement_sample as sample


def sheets(
    report: AgreementReport, folder: Path, language: Language = "en"
) -> dict[str, list[dict[str, Any]]]:
    path = folder / "agreement.xlsx"
    agreement_xlsx.write(report, path, PageSetup(headings=language))
    book = load_workbook(path)
    found = {}
    for page in book:
        heads, *rows = page.iter_rows(values_only=True)
        assert all(len(row) == len(heads) for row in rows)
        found[page.title] = [dict(zip(heads, row, strict=True)) for row in rows]
    return found


def test_every_table_has_its_sheet(tmp_path: Path) -> None:
    assert list(sheets(sample.reviewed(), tmp_path)) == [
        "Setup",
        "Codes",
        "Documents",
        "Pairs",
        "Pairs by code",
        "Codes by document",
        "Confusion",
        "Continuum",
        "Rounds",
        "Decisions",
        "Reference lines",
    ]


def test_where_a_figure_is_missing_it_says_why_and_no_column_is_always_empty(
    tmp_path: Path,
) -> None:
    found = sheets(sample.report(), tmp_path)
    assert "Lower end (95 %)" in found["Codes"][0]
    assert "Lower end (95 %)" not in found["Documents"][0], "of one document there is none"
    for name in ("Pairs", "Pairs by code"):
        assert "passages that one coder gave different codes overlap" in str(
            found[name][0]["Not defined, why"]
        )


def test_a_round_tells_its_unit_and_how_many_codes(tmp_path: Path) -> None:
    first, *_ = sheets(sample.reviewed(), tmp_path)["Rounds"]
    assert (first["Unit"], first["Codes"]) == ("characters", 3)


def test_figures_are_numbers_and_what_is_not_defined_is_empty_with_its_reason(
    tmp_path: Path,
) -> None:
    first, second, unused, pooled, *_ = sheets(sample.report(), tmp_path)["Codes"]
    assert (first["Code"], first["n11"], first["n00"]) == ("lent & kept", 30, 1958)
    assert first["Krippendorff’s α"] == 0.6832
    assert second["Cohen’s κ"] == -0.004
    assert unused["Krippendorff’s α"] is None
    assert unused["Gwet’s AC1"] == 1
    assert "nobody used it" in unused["Not defined, why"]
    assert (pooled["n11"], pooled["n10"], pooled["n00"]) == (30, 17, 5946)


def test_all_codes_and_cells_are_there(tmp_path: Path) -> None:
    found = sheets(sample.three(), tmp_path)
    assert [row["Documents"] for row in found["Pairs"]] == [2, 2, 2]
    assert len(found["Pairs by code"]) == 9
    assert found["Confusion"][1] == {
        "First coder": "Ann",
        "Second coder": "薄",
        "First coder’s code": "lent & kept",
        "Second coder’s code": "“清单”",
        "Characters": 9,
    }
    assert found["Codes by document"][0] == {
        "Code": "lent & kept",
        "01  Interview <one>": 0.6832,
        "02  会议": None,
    }
    assert {row["n11"] for row in found["Codes"]} == {None}


def test_the_setup_is_repeated_with_the_methods_in_both_languages(tmp_path: Path) -> None:
    rows = sheets(sample.report(), tmp_path)["Setup"]
    said = {row["What"]: row["Remark"] for row in rows}
    assert said["Compared"] == "2 of 4 documents, 50.0 % of the text, finished by all of them"
    assert said["Unit"] == "characters"
    assert rows[-1]["Remark"].startswith("本报告比较")


@pytest.mark.parametrize(
    "made", [sample.report, sample.with_interval, sample.segments, sample.reviewed]
)
def test_it_can_be_written_in_chinese(made: Any, tmp_path: Path) -> None:
    assert "设置" in sheets(made(), tmp_path, "zh")


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.xlsx", tmp_path / "other.xlsx"
    for path in (one, other):
        agreement_xlsx.write(sample.reviewed(), path)
    assert one.read_bytes() == other.read_bytes()
    assert load_workbook(one).properties.modified.isoformat() == "2026-11-22T00:00:00"


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(QcodeError, match="nowhere"):
        agreement_xlsx.write(sample.report(), tmp_path / "nowhere" / "a.xlsx")


def test_coders_who_are_called_like_a_column_get_names_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    agreement_csv.write(
        path, ("document", "code"), ["Code", "ann", "Ann"], [("d", "c", 1, 0, None)]
    )
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["document", "code", "Code_2", "ann", "Ann_2"],
            ["d", "c", "1", "0", ""],
        ]
