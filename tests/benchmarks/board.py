"""A board of 1,000 concepts in 150 categories: opened, and a card dragged over it.

Baseline: a bare QListView with a row for each of the same codes, words wrapped as on the cards,
opened and dragged over likewise.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QStringListModel, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView
from qcode.model.enums import CodeKind
from qcode.model.records import Code
from qcode.ui.widgets.board.model import BoardModel
from qcode.ui.widgets.board.view import BoardView
from qcode.ui.widgets.mime import put_codes
from qcode.ui.workspaces.axial.board_columns import Gathering, boards

from tests.benchmarks import office
from tests.benchmarks.row import Row

TARGET = 3.0
CATEGORIES = 150
CONCEPTS = 1_000
REPETITIONS = 9
SIZE = (900, 560)
MOVES = 40


def run() -> list[Row]:
    office.application()
    tree = _codes()
    opened, opened_bare = [], []
    dragged: list[float] = []
    dragged_bare: list[float] = []
    for turn in range(REPETITIONS + 1):  # the first turn loads modules and fonts
        board, opening = _shown(lambda: _board(tree))
        bare, opening_bare = _shown(lambda: _bare(tree))
        drags, drags_bare = _dragged(board), _dragged(bare)
        if turn:
            opened.append(opening)
            opened_bare.append(opening_bare)
            dragged += drags
            dragged_bare += drags_bare
        for view in (board, bare):
            view.close()
            view.deleteLater()
        office.settle()
    return [Row("open", opened, opened_bare), Row("drag", dragged, dragged_bare)]


def _codes() -> list[Code]:
    """Return categories with their concepts, in tree order."""
    found = []
    each = CONCEPTS // CATEGORIES + 1
    number = CATEGORIES
    for category in range(1, CATEGORIES + 1):
        found.append(_code(category, CodeKind.CATEGORY, None))
        for _ in range(each):
            if number < CATEGORIES + CONCEPTS:
                number += 1
                found.append(_code(number, CodeKind.CONCEPT, category))
    return found


def _code(number: int, kind: CodeKind, parent: int | None) -> Code:
    name = f"what they say of the list that goes round, {number}"
    return Code(number, "", name, kind, parent, 0, "#3b78d8", "", "", "", "", "", 0, "", 3, 3)


def _board(tree: list[Code]) -> BoardView:
    rows = BoardModel()
    view = BoardView(rows)
    rows.setParent(view)
    rows.show_columns(boards(tree, Gathering.CONCEPTS).columns)
    return view


def _bare(tree: list[Code]) -> QListView:
    view = QListView()
    view.setWordWrap(True)
    view.setAcceptDrops(True)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
    view.setModel(QStringListModel([code.name for code in tree], view))
    return view


def _shown(make: Callable[[], QAbstractItemView]) -> tuple[QAbstractItemView, float]:
    made: list[QAbstractItemView] = []

    def work() -> None:
        view = make()
        made.append(view)
        view.resize(*SIZE)
        view.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        view.show()

    passed = office.settled(work)
    return made[0], passed


def _dragged(view: QAbstractItemView) -> list[float]:
    """Carry something over the view and return the time of each move until it is painted."""
    mime = QMimeData()
    put_codes(mime, [CATEGORIES + 1])
    area = view.viewport()
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    QApplication.sendEvent(area, QDragEnterEvent(QPoint(20, 60), *how))
    found = []
    for step in range(MOVES):
        where = QPoint(20 + 20 * step % (SIZE[0] - 60), 60 + 11 * step % (SIZE[1] - 120))

        def move(where: QPoint = where) -> None:
            QApplication.sendEvent(area, QDragMoveEvent(where, *how))
            area.update()

        found.append(office.settled(move))
    return found
