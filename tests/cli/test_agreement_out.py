"""Agreement written to files: Word, Excel, and the table of units that statistics programs read."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import load_workbook

from tests.cli.running import done, qcode, refused, write

TEXT = "The tide is in. The gate is shut. Nobody waits at the pier. The boat is gone."


def line(**row: Any) -> str:
    return json.dumps(row) + "\n"


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A text of four sentences coded by A and B; ``gate`` has ``bolt`` below it."""
    project = tmp_path / "two.qcode"
    done("new", project, "--as", "A")
    done("import", project, write(tmp_path / "tide.txt", TEXT))
    frame = write(tmp_path / "c.csv", "name,parent,kind\ngate,,category\nbolt,gate,concept\n")
    done("codes", project, "--import", frame)
    rows = write(
        tmp_path / "rows.jsonl",
        line(document="tide", start=16, end=33, code="gate", coder="A")
        + line(document="tide", start=16, end=33, code="gate", coder="B")
        + line(document="tide", start=34, end=40, code="gate", coder="B")
        + line(document="tide", start=60, end=70, code="bolt", coder="A"),
    )
    done("codings", project, "--import", rows)
    return project


def test_the_report_is_written_and_nothing_is_printed(two: Path, tmp_path: Path) -> None:
    out = tmp_path / "agreement.docx"
    ended = done("agreement", two, "-o", out)
    assert (ended.out, ended.err) == ("", f"Wrote {out}.\n")
    headings = [
        one.text for one in docx.Document(str(out)).paragraphs if "Heading" in one.style.name
    ]
    assert headings[:3] == ["Methods in one paragraph", "All codes together", "Code by code"]


def test_the_report_speaks_the_language_that_is_asked_for(two: Path, tmp_path: Path) -> None:
    out = tmp_path / "一致性.xlsx"
    done("agreement", two, "-o", out, "--headings", "zh", "--unit", "sentence")
    sheets = load_workbook(out)
    assert sheets.sheetnames[:2] == ["设置", "编码"]
    assert [cell.value for cell in sheets["编码"][2]][:5] == ["gate", 1, 0, 1, 2]


def test_with_json_it_is_both_written_and_printed(two: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.xlsx"
    ended = done("agreement", two, "--out", out, "--json")
    assert ended.json["coders"] == ["A", "B"]
    assert out.is_file()


def test_the_table_of_units_read_back_gives_the_same_alpha(two: Path, tmp_path: Path) -> None:
    out = tmp_path / "units.csv"
    done("agreement", two, "--unit", "sentence", "-o", out)
    wanted = {
        row["code"]: row["krippendorff_alpha"]
        for row in done("agreement", two, "--unit", "sentence", "--json").json["codes"]
    }
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["code"] for row in rows] == ["gate"] * 4 + ["bolt"] * 4
    for code, alpha in wanted.items():
        chosen = [f"{row['A']},{row['B']}\n" for row in rows if row["code"] == code]
        table = write(tmp_path / f"{code}.csv", "A,B\n" + "".join(chosen))
        assert done("reliability", table, "--json").json["krippendorff_alpha"] == pytest.approx(
            alpha
        )


def test_the_json_has_the_measures_of_units_and_of_sets(two: Path) -> None:
    found = done("agreement", two, "--json").json
    assert 0 < found["alpha_u"] < 1
    assert found["alpha_masi"] == pytest.approx(found["alpha_jaccard"])
    gate, bolt = found["codes"]
    assert gate["alpha_u"] > bolt["alpha_u"]
    unitizing = found["pairs"][0]["unitizing"]
    assert set(unitizing) == {"u_alpha", "binary_u_alpha", "cu_alpha", "cu_coverage", "codes"}
    assert unitizing["cu_coverage"] == pytest.approx(17 / len(TEXT))
    assert unitizing["u_alpha"] is not None
    # Where both coded there is one code, so that nothing could differ.
    assert unitizing["cu_alpha"] is None
    assert found["undefined"]["pairs[0].unitizing.cu_alpha"] == "no variation"
    assert [row["code"] for row in unitizing["codes"]] == ["gate", "bolt"]


def test_the_measures_of_2016_are_null_where_codes_of_one_coder_overlap(
    two: Path, tmp_path: Path
) -> None:
    rows = write(
        tmp_path / "o.jsonl", line(document="tide", start=20, end=40, code="bolt", coder="A")
    )
    done("codings", two, "--import", rows)
    found = done("agreement", two, "--json").json
    assert found["pairs"][0]["unitizing"]["u_alpha"] is None
    assert found["pairs"][0]["unitizing"]["codes"] == []
    assert found["undefined"]["pairs[0].unitizing.u_alpha"] == "codes of one coder overlap"
    assert found["alpha_u"] is not None


def test_one_coder_has_none_of_them(two: Path) -> None:
    found = done("agreement", two, "--coder", "A", "--json").json
    assert (found["alpha_u"], found["alpha_masi"]) == (None, None)
    assert found["undefined"]["alpha_u"] == "fewer than two coders"


def test_a_code_brings_those_below_it_only_when_asked(two: Path) -> None:
    alone = done("agreement", two, "--code", "gate", "--json").json
    assert [row["code"] for row in alone["codes"]] == ["gate"]
    both = done("agreement", two, "--code", "gate", "--below", "--json").json
    assert [row["code"] for row in both["codes"]] == ["gate", "bolt"]


def test_what_cannot_be_written_is_refused_in_a_sentence(two: Path, tmp_path: Path) -> None:
    assert ".docx, .xlsx, .csv" in refused("agreement", two, "-o", tmp_path / "a.pdf")
    assert "does not exist" in refused("agreement", two, "-o", tmp_path / "no" / "a.docx")
    said = refused("agreement", two, "--unit", "segment", "-o", tmp_path / "a.csv")
    assert "Choose another unit" in said
    assert qcode("agreement", two, "-o", tmp_path / "a.docx", "--headings", "fr").code == 2
