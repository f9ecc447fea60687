"""The table of units by coders: read back, it gives the same figures."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest
from qcode.model.agreement import Coefficient, Request, Unit
from qcode.model.errors import QcodeError
from qcode.model.sources import Source
from qcode.services.agreement import comparing, ratings, table_out
from qcode.services.agreement.gathering import gather
from qcode.services.project import Project

from tests.services.agreement.two_coders import LETTER, coded, finish, frame, texts
from tests.services.bringing import bring_in

ALPHA = Coefficient.KRIPPENDORFF_ALPHA


@pytest.fixture
def study(project: Project) -> list[int]:
    """Three documents, three coders; Cy has left out the last one."""
    documents = texts(project, 3)
    made = frame(project, "closed", "waiting", "unused")
    closed, waiting = made["closed"], made["waiting"]
    first, second, third = documents
    coded(
        project,
        "Ann",
        [(first, closed, 0, 18), (first, waiting, 40, 50), (second, waiting, 60, 70),
         (third, closed, 0, 10), (first, closed, 10, 25)],
    )  # fmt: skip
    coded(
        project,
        "Bo",
        [(first, closed, 4, 18), (second, waiting, 56, 70), (third, closed, 0, 10),
         (second, waiting, 70, 75)],
    )  # fmt: skip
    coded(project, "Cy", [(first, closed, 4, 18), (second, closed, 0, 20)])
    for name in ("Ann", "Bo"):
        finish(project, name, *documents)
    finish(project, "Cy", first, second)
    return documents


def written(project: Project, folder: Path, request: Request) -> list[dict[str, str]]:
    path = folder / "units.csv"
    table_out.write(project, path, request)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_back(rows: list[dict[str, str]], coders: tuple[str, ...]) -> Mapping[str, float | None]:
    """What ``reliability`` makes of the rows of each code, each as often as ``units`` says."""
    found = {}
    for code in {row["code"] for row in rows}:
        chosen = [
            {name: row[name] for name in coders}
            for row in rows
            if row["code"] == code
            for _ in range(int(row["units"]))
        ]
        measured = ratings.of_rows(list(enumerate(chosen, 2)), ("0", "1"), "units").measured
        found[code] = measured.get(ALPHA)
    return found


@pytest.mark.parametrize("unit", [Unit.CHARACTER, Unit.SENTENCE, Unit.PARAGRAPH, Unit.DOCUMENT])
@pytest.mark.parametrize("coders", [("Ann", "Bo"), ("Bo", "Cy", "Ann")])
def test_read_back_it_gives_the_same_alpha(
    project: Project, study: list[int], tmp_path: Path, unit: Unit, coders: tuple[str, ...]
) -> None:
    request = Request(coders, unit)
    rows = written(project, tmp_path, request)
    counted = [row for row in rows if row["compared"] == "1"]
    found = comparing.compare(project, request)
    wanted = {one.code.name: one.measured.get(ALPHA) for one in found.codes[:2]}
    back = read_back(counted, coders)
    assert set(back) == set(wanted)
    for name, value in wanted.items():
        assert back[name] == (None if value is None else pytest.approx(value))


def test_a_sentence_is_a_row_and_says_where_it_stands(
    project: Project, study: list[int], tmp_path: Path
) -> None:
    rows = written(project, tmp_path, Request(("Ann", "Bo"), Unit.SENTENCE))
    here = [row for row in rows if row["document"] == "d0" and row["code"] == "closed"]
    text = f"{LETTER}0"
    assert [text[int(row["start"]) : int(row["end"])] for row in here][:2] == [
        "The pier is closed. ",
        "Nobody told us why.\n",
    ]
    assert [(row["Ann"], row["Bo"]) for row in here][:2] == [("1", "1"), ("1", "0")]
    assert "".join(text[int(row["start"]) : int(row["end"])] for row in here) == text
    assert {row["units"] for row in rows} == {"1"}


def test_a_document_without_words_has_no_sentences(
    project: Project, study: list[int], tmp_path: Path
) -> None:
    bring_in(project, Source("blank", " \n \n"))
    rows = written(project, tmp_path, Request(("Ann", "Bo"), Unit.SENTENCE, all_documents=True))
    assert {row["document"] for row in rows} == {"d0", "d1", "d2"}


def test_characters_are_stretches_in_which_nothing_changes(
    project: Project, study: list[int], tmp_path: Path
) -> None:
    rows = written(project, tmp_path, Request(("Ann", "Bo")))
    here = [row for row in rows if row["document"] == "d0" and row["code"] == "closed"]
    assert [(row["start"], row["end"], row["units"], row["Ann"], row["Bo"]) for row in here] == [
        ("0", "4", "4", "1", "0"),
        ("4", "18", "14", "1", "1"),
        ("18", "25", "7", "1", "0"),
        ("25", str(len(LETTER) + 1), str(len(LETTER) - 24), "0", "0"),
    ]
    there = [row for row in rows if row["document"] == "d1" and row["code"] == "waiting"]
    assert [row["start"] for row in there] == ["0", "56", "60", "70", "75"]


def test_what_a_coder_has_not_finished_is_missing(
    project: Project, study: list[int], tmp_path: Path
) -> None:
    rows = written(project, tmp_path, Request(unit=Unit.DOCUMENT))
    cells = {(row["document"], row["code"]): (row["compared"], row["Cy"]) for row in rows}
    assert cells["d0", "closed"] == ("1", "1")
    assert cells["d1", "waiting"] == ("1", "0")
    assert cells["d2", "closed"] == ("0", "")
    assert {row["code"] for row in rows} == {"closed", "waiting"}, "what nobody used is left out"


def test_where_nobody_shares_a_document_it_says_so(project: Project, tmp_path: Path) -> None:
    first, second = texts(project)
    made = frame(project, "closed")
    coded(project, "Ann", [(first, made["closed"], 0, 5)])
    coded(project, "Bo", [(second, made["closed"], 0, 5)])
    finish(project, "Ann", first)
    finish(project, "Bo", second)
    with pytest.raises(QcodeError, match="No document was finished by two"):
        written(project, tmp_path, Request())
    assert list(tmp_path.glob("*.csv")) == []


def test_segments_have_no_such_table(project: Project, study: list[int]) -> None:
    gathered = gather(project, Request(unit=Unit.SEGMENT))
    with pytest.raises(QcodeError, match="Choose another unit"):
        table_out.rows(gathered, {})
