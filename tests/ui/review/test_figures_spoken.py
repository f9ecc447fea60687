"""The review by ear, by keyboard, in a small window: names, roles, the way of the Tab key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from qcode.ui.workspaces.review.matrices import CODERS, DOCUMENTS

from tests.services import compared_project
from tests.ui.spoken import nameless, out_of_order, unreached, way_of_tab


@pytest.fixture
def window(main_window, page):
    main_window.activateWindow()
    page.figures.codes.view.setFocus()
    QApplication.processEvents()
    return main_window


@pytest.mark.parametrize("place", [0, DOCUMENTS, CODERS])
def test_everything_has_a_name_and_a_role(window, page, place):
    page.figures.matrices.tabs.setCurrentIndex(place)
    QApplication.processEvents()
    assert nameless(page) == []


def test_everything_has_a_name_where_nothing_is_compared(main_window, tmp_path, open_window):
    page = open_window(compared_project.make(tmp_path / "alone.qcode", people=("Ann",)).path)
    assert nameless(page) == []
    way = way_of_tab(main_window)
    assert unreached(main_window, way) == []


def test_tab_goes_round_the_page_and_reaches_everything_in_order(window, page):
    page.figures.matrices.tabs.setCurrentIndex(DOCUMENTS)
    QApplication.processEvents()
    way = way_of_tab(window)
    assert unreached(window, way) == []
    for part in (page.setup, page.figures, page.talk):
        assert out_of_order(part, way) == [], part


def test_f6_goes_from_the_figures_to_the_disagreements_and_to_what_is_compared(window, page):
    page.figures.codes.view.setFocus()
    seen = []
    for _ in range(3):
        window.actions_["view.next_panel"].trigger()
        now = QApplication.focusWidget()
        parts = {"talk": page.talk, "setup": page.setup, "figures": page.figures}
        seen.append(next(name for name, part in parts.items() if part.isAncestorOf(now)))
    assert seen == ["talk", "setup", "figures"]
    assert QApplication.focusWidget() is page.figures.codes.view


def test_arrows_go_from_cell_to_cell_and_leave_the_talk_as_it_is(window, page):
    view = page.figures.codes.view
    before = page.talk.rows.rowCount()
    view.setCurrentIndex(page.figures.codes.rows.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 1)
    assert page.talk.rows.rowCount() == before
    assert QApplication.focusWidget() is view


def test_enter_in_the_filter_leads_to_the_table(window, page):
    page.figures.filter.setFocus()
    QTest.keyClicks(page.figures.filter, "rope")
    QTest.keyClick(page.figures.filter, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.figures.codes.view


def test_the_page_fits_into_a_small_window(main_window, page, qtbot):
    main_window.resize(900, 560)
    QApplication.processEvents()
    for part in (page.setup, page.figures.codes.view, page.figures.matrices, page.talk.view):
        inside = main_window.rect().contains(part.mapTo(main_window, part.rect().bottomRight()))
        assert inside, part
        assert part.height() > 25, part
