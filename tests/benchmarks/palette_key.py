"""A keystroke in the palette with 2,000 codes until it is painted.

Baseline: a bare QLineEdit above a QListView of 50 rows, of the palette's size, both painted anew.
"""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget
from qcode.model.span import Span

from tests.benchmarks import office

TARGET = 3.0
WORDS = ("calls", "责任写", "meeting 3", "loose 17", "category 4", "zrx")
ROWS = 50


def run() -> tuple[list[float], list[float]]:
    figures, baselines = [], []
    with office.desk() as desk:
        space = desk.space
        here = space.text.place().first
        space.text.select_span(Span(here + 20, here + 60))
        office.wait()
        space.coding_commands.open_palette()
        office.wait()
        palette = space.coding_commands.palette
        field = palette.findChild(QLineEdit)
        widget, edit, view = _bare(palette)
        for turn in range(3):
            for word in WORDS:
                for letter in word:
                    figure = office.settled(lambda letter=letter: _type(field, letter))
                    baseline = office.settled(lambda letter=letter: _repaint(edit, view, letter))
                    if turn:
                        figures.append(figure)
                        baselines.append(baseline)
                field.clear()
                edit.clear()
                office.settle()
        palette.close_popup()
        widget.close()
        widget.deleteLater()
    return figures, baselines


def _type(field: QLineEdit, letter: str) -> None:
    if letter.isascii():
        QTest.keyClick(field, letter)
    else:
        field.insert(letter)  # as an input method does


def _repaint(edit: QLineEdit, view: QListView, letter: str) -> None:
    _type(edit, letter)
    view.viewport().update()


def _bare(like: QWidget) -> tuple[QWidget, QLineEdit, QListView]:
    widget = QWidget()
    widget.resize(like.size())
    edit, view = QLineEdit(), QListView()
    view.setModel(QStringListModel([f"a code of some length {n}" for n in range(ROWS)], view))
    box = QVBoxLayout(widget)
    box.addWidget(edit)
    box.addWidget(view)
    widget.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    widget.show()
    office.settle()
    return widget, edit, view
