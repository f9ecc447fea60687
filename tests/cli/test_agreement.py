"""Agreement and reliability as other programs read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import done, qcode, refused, write

COEFFICIENTS = {
    "percent",
    "dice",
    "jaccard",
    "holsti",
    "cohen_kappa",
    "scott_pi",
    "fleiss_kappa",
    "conger_kappa",
    "brennan_prediger",
    "gwet_ac1",
    "krippendorff_alpha",
    "krippendorff_alpha_ci",
}
CELLS = {"n11", "n10", "n01", "n00"}


def line(**row: Any) -> str:
    return json.dumps(row) + "\n"


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A text of 100 characters coded by A and B; they differ on the code ``gate`` alone."""
    project = tmp_path / "two.qcode"
    done("new", project, "--as", "A")
    done("import", project, write(tmp_path / "tide.txt", "x" * 100))
    rows = write(
        tmp_path / "rows.jsonl",
        line(document="tide", start=0, end=15, code="gate", coder="A")
        + line(document="tide", start=10, end=20, code="gate", coder="B")
        + line(document="tide", start=50, end=60, code="pier", coder="A")
        + line(document="tide", start=50, end=60, code="pier", coder="B"),
    )
    done("codings", project, "--import", rows)
    return project


def test_agreement_gives_its_fields(two: Path) -> None:
    found = done("agreement", two, "--json").json
    assert (found["unit"], found["coders"], found["documents"]) == ("character", ["A", "B"], 1)
    assert set(found["overall"]) >= COEFFICIENTS
    gate, pier = found["codes"]
    assert set(gate) >= {"code"} | CELLS | COEFFICIENTS
    assert (gate["code"], [gate[cell] for cell in sorted(CELLS)]) == ("gate", [80, 5, 10, 5])
    assert gate["percent"] == pytest.approx(0.85)
    # 85 of 100 agree; by chance .15 · .10 + .85 · .90
    assert gate["cohen_kappa"] == pytest.approx((0.85 - 0.78) / 0.22)
    assert pier["krippendorff_alpha"] == 1
    assert [pair["coders"] for pair in found["pairs"]] == [["A", "B"]]
    assert found["pairs"][0]["codes"][0]["n10"] == 10
    assert found["overall"]["krippendorff_alpha_ci"] is None
    assert found["undefined"]["overall.krippendorff_alpha_ci"] == "fewer than 10 documents"


def test_the_first_coder_named_is_the_first(two: Path) -> None:
    found = done("agreement", two, "--coder", "B", "--coder", "A", "--json").json
    assert found["coders"] == ["B", "A"]
    assert (found["codes"][0]["n10"], found["codes"][0]["n01"]) == (5, 10)


def test_what_is_not_defined_is_null_and_listed_with_its_reason(two: Path, tmp_path: Path) -> None:
    done("codes", two, "--import", write(tmp_path / "c.csv", "name,kind\nidle,concept\n"))
    found = done("agreement", two, "--json").json
    place = [code["code"] for code in found["codes"]].index("idle")
    assert found["codes"][place]["cohen_kappa"] is None
    assert found["undefined"][f"codes[{place}].cohen_kappa"] == "no variation"
    assert found["codes"][place]["gwet_ac1"] == 1


def test_three_coders_have_no_cells_and_pairs_have(two: Path, tmp_path: Path) -> None:
    rows = write(
        tmp_path / "c.jsonl", line(document="tide", start=0, end=5, code="gate", coder="C")
    )
    done("codings", two, "--import", rows)
    found = done("agreement", two, "--json").json
    assert found["coders"] == ["A", "B", "C"]
    assert {found["codes"][0][cell] for cell in CELLS} == {None}
    assert found["codes"][0]["cohen_kappa"] is None
    assert found["codes"][0]["fleiss_kappa"] is not None
    assert len(found["pairs"]) == 3
    assert found["undefined"]["overall.cohen_kappa"] == "for two coders only"


def test_other_units_and_some_codes(two: Path) -> None:
    found = done("agreement", two, "--unit", "document", "--code", "gate", "--json").json
    assert [(row["code"], row["n11"], row["n00"]) for row in found["codes"]] == [("gate", 1, 0)]
    segments = done("agreement", two, "--unit", "segment", "--overlap", 30, "--json").json
    assert segments["unit"] == "segment"
    assert (segments["codes"][0]["n11"], segments["codes"][0]["n00"]) == (1, None)
    assert segments["documents"] == 1


def test_finished_documents_alone_count_unless_all_are_asked_for(two: Path) -> None:
    done("status", two, "--coder", "A", "--set", "finished", "tide")
    assert done("agreement", two, "--json").json["documents"] == 0
    assert done("agreement", two, "--documents", "all", "--json").json["documents"] == 1
    done("status", two, "--coder", "B", "--set", "finished", "tide")
    assert done("agreement", two, "--json").json["documents"] == 1


def test_people_read_a_table(two: Path) -> None:
    ended = done("agreement", two)
    assert "gate" in ended.out
    assert "A, B: 1 of 1 documents, compared by characters." in ended.err


def test_people_are_told_why_nothing_is_compared(two: Path) -> None:
    assert (
        "All codes: not defined: fewer than two coders."
        in done("agreement", two, "--coder", "A").err
    )
    done("status", two, "--coder", "A", "--set", "finished", "tide")
    assert "no document that all have finished" in done("agreement", two).err


def test_wrong_wishes_are_refused(two: Path) -> None:
    assert refused("agreement", two, "--coder", "Zoe").startswith("There is no coder “Zoe”")
    assert "no code “roof”" in refused("agreement", two, "--code", "roof")
    assert qcode("agreement", two, "--unit", "page").code == 2
    assert qcode("agreement", two, "--overlap", 0).code == 2


def test_reliability_gives_its_fields(tmp_path: Path) -> None:
    data = write(tmp_path / "r.csv", "A,B,C\n1,1,1\n1,2,\n2,2,2\n")
    found = done("reliability", data, "--json").json
    assert (found["coders"], found["units"], found["values"]) == (["A", "B", "C"], 3, ["1", "2"])
    assert set(found) >= COEFFICIENTS | {"alpha_masi", "alpha_jaccard", "undefined"}
    assert found["krippendorff_alpha"] == pytest.approx(1 - 7 * 2 / (2 * 4 * 4))
    assert found["undefined"]["cohen_kappa"] == "for two coders only"
    assert found["alpha_masi"] is None


def test_reliability_of_sets_and_of_values_on_offer(tmp_path: Path) -> None:
    sets = write(tmp_path / "s.csv", "A,B\n;,;\na;b,a\nc,c\n")
    # Σ o·δ = 2 · 2/3; Σ n·n·δ = 16 + 4/3 + 4 + 4 over six ratings
    assert done("reliability", sets, "--json").json["alpha_masi"] == pytest.approx(1 - 20 / 76)
    plain = write(tmp_path / "p.csv", "A,B\nx,x\ny,x\n")
    found = done("reliability", plain, "--values", "x,y,z,w", "--json").json
    assert found["brennan_prediger"] == pytest.approx(1 / 3)
    assert found["values"] == ["x", "y", "z", "w"]


def test_reliability_takes_other_marks_for_no_rating(tmp_path: Path) -> None:
    marked = write(tmp_path / "m.csv", "A,B,C\n1,1,1\n1,2,99\n2,2,2\n")
    empty = write(tmp_path / "e.csv", "A,B,C\n1,1,1\n1,2,\n2,2,2\n")
    found = done("reliability", marked, "--missing", "NA, 99", "--json").json
    assert found == done("reliability", empty, "--json").json


def test_rows_of_json_have_the_columns_of_all_of_them(tmp_path: Path) -> None:
    data = write(tmp_path / "r.jsonl", line(A=1) + line(B=2, A=1) + line(A=1, B=1))
    found = done("reliability", data, "--json").json
    assert (found["coders"], found["units"], found["percent"]) == (["A", "B"], 3, 0.5)
    bad = write(tmp_path / "l.jsonl", line(A=1, B=[1, 2]))
    assert "l.jsonl, B, line 1: this is no rating" in refused("reliability", bad)


def test_a_bad_table_is_refused_in_a_sentence(tmp_path: Path) -> None:
    assert "no ratings" in refused("reliability", write(tmp_path / "e.csv", "A,B\n"))
    bad = write(tmp_path / "b.csv", "A,B\n1,9\n")
    assert "line 2: “9” is not among" in refused("reliability", bad, "--values", "1,2")
    assert "nothere.csv" in refused("reliability", tmp_path / "nothere.csv")
