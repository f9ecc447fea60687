"""The rows of codes on a passage, kept from one passage to the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from qcode.model.records import CodeDraft
from qcode.services import codes
from qcode.ui.widgets.inspector.coding_rows import CodingRow, CodingRows

from tests.ui.coding_window import CONCEPT
from tests.ui.panel_project import make_project


@pytest.fixture
def code(tmp_path):
    with make_project(tmp_path / "p.qcode") as project:
        codes.create(project, CodeDraft("tides", CONCEPT))
        (found,) = codes.tree(project)
        return found


@pytest.fixture
def rows(qtbot):
    made = CodingRows()
    qtbot.addWidget(made)
    made.resize(220, 120)
    made.show()
    return made


def shown(rows, code, *coding_ids, chosen=None):
    rows.show_rows([CodingRow(one, code, "", True, False) for one in coding_ids], chosen, True)


def test_the_rows_of_another_passage_are_those_of_its_codings(rows, code, qtbot):
    shown(rows, code, 1, 2, chosen=1)
    shown(rows, code, 3, chosen=3)
    shown(rows, code, 4, 5, 6, chosen=5)
    assert rows.coding_ids() == [4, 5, 6]
    assert all(rows.button(one).isVisible() for one in (4, 5, 6))
    assert [rows.button(one).isChecked() for one in (4, 5, 6)] == [False, True, False]
    told = []
    rows.chosen.connect(told.append)
    rows.removeRequested.connect(told.append)
    for one in (4, 5, 6):
        qtbot.mouseClick(rows.button(one), Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
        qtbot.keyClick(rows.button(one), Qt.Key.Key_Delete)
    assert told == [4, [4], 5, [5], 6, [6]]


def test_without_codings_there_are_no_rows(rows, code):
    shown(rows, code, 1, 2, chosen=1)
    shown(rows, code)
    assert rows.coding_ids() == []
    assert not any(button.isVisible() for button in rows.children() if button.isWidgetType())
