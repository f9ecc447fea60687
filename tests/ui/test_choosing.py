"""Rows that the program chooses: the one it means, whatever keys are held just then."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QListView, QTableView, QTreeView
from qcode.ui.widgets.choosing import choose_only

_HELD = [
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
]


@pytest.fixture(params=[QListView, QTableView, QTreeView])
def view(request, qtbot):
    view = request.param()
    rows = QStandardItemModel(4, 0)
    for column in range(1 if request.param is QListView else 2):
        rows.appendColumn([QStandardItem(f"{row} {column}") for row in range(4)])
    view.setModel(rows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    qtbot.addWidget(view)
    view.show()
    return view


@pytest.mark.parametrize("held", _HELD)
def test_one_row_is_chosen_whatever_is_held(view, held):
    QTest.keyPress(view, Qt.Key.Key_F9, held)
    try:
        for row in (2, 0, 3, 3):
            choose_only(view, view.model().index(row, 0))
            chosen = {index.row() for index in view.selectionModel().selectedIndexes()}
            assert (chosen, view.currentIndex().row()) == ({row}, row)
    finally:
        QTest.keyRelease(view, Qt.Key.Key_F9)


def test_a_cell_is_chosen_where_cells_are(qtbot):
    view = QTableView()
    view.setModel(QStandardItemModel(3, 3))
    qtbot.addWidget(view)
    choose_only(view, view.model().index(1, 2))
    assert view.selectionModel().selectedIndexes() == [view.model().index(1, 2)]
