"""The rows of an import: sorted, narrowed and ticked without losing anybody's choice."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from qcode.model.messages import Message
from qcode.model.sources import Source
from qcode.services.importing import Candidate, Failure, ImportPlan
from qcode.ui.itemmodels.import_rows import Column, ImportRows, RowKind

NO = Message("{file}: {reason}", {"file": "d.png", "reason": Message("no")})
SAME = Message("same text as “{name}”", {"name": "b"})


def candidate(name, text="x", repeats=False):
    return Candidate(Path(f"{name}.txt"), Source(name, text), name, SAME if repeats else None)


@pytest.fixture
def plan():
    return ImportPlan(
        (candidate("b", "xx"), candidate("a", "xxxxxxxxxxx"), candidate("c", repeats=True)),
        (
            Failure(
                Path("d.png"), Message("{file}: {reason}", {"file": "d", "reason": Message("no")})
            ),
        ),
    )


@pytest.fixture
def rows(qapp, plan):
    model = ImportRows()
    model.tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    model.set_plan(plan, keep_duplicates=False)
    return model


def shown(rows, column=Column.NAME):
    return [rows.index(row, column).data() for row in range(rows.rowCount())]


def test_characters_sort_by_number_and_names_by_letter(rows):
    rows.sort(Column.CHARACTERS, Qt.SortOrder.DescendingOrder)
    assert shown(rows)[:3] == ["a", "b", "c"]
    rows.sort(Column.NAME)
    assert shown(rows) == ["a", "b", "c", "d.png"]
    rows.sort(-1)
    assert shown(rows) == ["b", "a", "c", "d.png"]


def test_sorting_keeps_hold_of_a_row(rows):
    held = QPersistentModelIndex(rows.index(0, Column.NAME))
    rows.sort(Column.CHARACTERS, Qt.SortOrder.DescendingOrder)
    assert held.row() == 1
    assert held.data() == "b"


def test_rows_are_narrowed_to_a_kind(rows):
    rows.show_only(RowKind.DUPLICATE)
    assert shown(rows) == ["c"]
    rows.show_only(RowKind.FAILURE)
    assert shown(rows, Column.STATUS) == ["no"]
    rows.show_only(None)
    assert rows.rowCount() == 4


def test_what_cannot_be_read_cannot_be_ticked(rows):
    index = rows.index(3, Column.NAME)
    assert not rows.flags(index) & Qt.ItemFlag.ItemIsUserCheckable
    assert not rows.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)


def test_a_tick_stays_with_its_source_when_the_plan_changes(rows, plan):
    rows.tick([1], False)
    rows.tick([2], True)
    fewer = replace(plan, candidates=(*plan.candidates[1:], candidate("e")))
    rows.set_plan(fewer, keep_duplicates=False)
    assert rows.ticked == {1, 2}


def test_what_ceases_to_be_a_duplicate_is_ticked(rows, plan):
    freed = replace(plan.candidates[2], duplicate_of=None)
    rows.set_plan(replace(plan, candidates=(*plan.candidates[:2], freed)), keep_duplicates=False)
    assert rows.ticked == {0, 1, 2}
