"""How often codes occur, and the way to their passages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


@pytest.fixture
def shown(page):
    return page("frequencies")


def rows(shown):
    columns = range(shown.rows.columnCount())
    return [
        [shown.rows.index(row, column).data().strip() for column in columns]
        for row in range(shown.rows.rowCount())
    ]


def choose(shown, columns):
    shown.columns.setCurrentIndex(shown.columns.findData(columns))
    shown.columns.activated.emit(shown.columns.currentIndex())


def test_a_code_counts_with_all_below_it(shown):
    choose(shown, "none")
    assert rows(shown)[0] == ["signs", "initial category", "4", "3"]
    assert ["waiting for the lamp", "concept", "2", "2"] in rows(shown)


def test_each_document_has_a_column(shown):
    choose(shown, "documents")
    signs = rows(shown)[0]
    assert signs[4:] == ["1", "2", "1", "–"]
    heads = [
        shown.rows.headerData(column, Qt.Orientation.Horizontal)
        for column in range(4, shown.rows.columnCount())
    ]
    assert heads == ["01", "02", "03", "04"]


def test_enter_opens_the_passages_with_those_of_codes_below(shown, made):
    asked = []
    shown.passagesRequested.connect(asked.append)
    shown.view.setCurrentIndex(shown.rows.index(0, 0))
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    (codes,) = asked
    assert codes[0] == made.signs
    assert set(codes) == {made.signs, made.lamp, made.twice, made.near, made.unused}
