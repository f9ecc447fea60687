"""The window for tables of ratings: pasted, opened, mended, measured, copied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from qcode.model.agreement import Coefficient
from qcode.ui.dialogs.reliability import ReliabilityWindow

from tests.ui.spoken import nameless, unreached, way_of_tab

pytestmark = pytest.mark.usefixtures("at_once")

THREE = "unit\tAnn\tBo\tCleo\nu1\t1\t1\t\nu2\t2\t2\t2\nu3\t1\t2\t1\nu4\t3\t3\t3\n"
ALPHA = list(Coefficient).index(Coefficient.KRIPPENDORFF_ALPHA)
COHEN = list(Coefficient).index(Coefficient.COHEN_KAPPA)


@pytest.fixture
def window(qtbot, settings):
    made = ReliabilityWindow(None, settings)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def paste(window, text):
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(window.focusWidget() or window, "v", Qt.KeyboardModifier.ControlModifier)


def shown(window, row):
    return window.results.rows.index(row, 1).data()


def test_a_pasted_table_is_measured_at_once(window):
    paste(window, THREE)
    assert window.side.columns.chosen() == ["Ann", "Bo", "Cleo"]
    # By hand: n = 11 pairable ratings (4, 4, 3), one unit of three with o_12 + o_21 = 2.
    assert shown(window, ALPHA) == f"{1 - 10 * 2 / (11**2 - 4**2 - 4**2 - 3**2):.3f}"
    assert shown(window, COHEN) == "for two coders only"
    assert "3 coders, 4 units, 4 rated by two or more, 1 rating" in (window.results.summary.text())
    assert "Values on offer: 1, 2, 3" in window.results.summary.text()


def test_whoever_is_left_out_is_not_measured(window, qtbot):
    paste(window, THREE)
    window.side.columns.ticks["Cleo"].setFocus()
    QTest.keyClick(window.side.columns.ticks["Cleo"], Qt.Key.Key_Space)
    assert float(shown(window, COHEN)) > 0
    assert "2 coders" in window.results.summary.text()


def test_a_value_that_is_not_on_offer_is_shown_in_its_row(window, qtbot):
    paste(window, THREE)
    QTest.keyClicks(window.side.values, "1, 2")
    qtbot.waitUntil(lambda: window.side.complaint.isVisible())
    assert "Pasted table, Ann, line 5: “3” is not among" in window.side.complaint.text()
    index = window.side.view.currentIndex()
    assert (index.row(), index.column(), index.data()) == (3, 1, "3")
    assert index.data(Qt.ItemDataRole.BackgroundRole) is not None
    assert window.results.found is None and not window.copy_button.isEnabled()
    QTest.keyClicks(window.side.values, ", 3")
    qtbot.waitUntil(lambda: window.results.found is not None)
    assert not window.side.complaint.isVisible()


def test_other_marks_for_missing_are_typed_and_commas_of_values_kept(window, qtbot):
    paste(window, "A\tB\n1,5\t1,5\n2,0\t1,5\n99\t2,0\n2,0\t2,0\n")
    QTest.keyClicks(window.side.missing, "99")
    qtbot.waitUntil(lambda: window.results.found.missing == 1)
    cell = window.side.rows.index(2, 0)
    assert cell.data() == "99"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "A: missing"
    QTest.keyClicks(window.side.values, "1,5; 2,0")
    qtbot.waitUntil(lambda: "Values on offer: 1,5, 2,0" in window.results.summary.text())
    assert window.results.found.values == ("1,5", "2,0") and not window.side.complaint.isVisible()


def test_doubts_about_a_table_are_told_beside_its_numbers(window):
    paste(window, "A\tB\nyes\t1\nYes\t2\nno\t1\n")
    assert "look alike: yes / Yes" in window.results.doubts.text()
    assert "A and B have no value in common" in window.results.doubts.text()
    paste(window, THREE)
    assert not window.results.doubts.isVisible()


def test_the_first_row_can_be_read_otherwise(window):
    paste(window, "1\t2\n2\t2\n1\t1\n")
    assert not window.side.headed.isChecked()
    assert window.results.found.units == 3
    window.side.headed.click()
    assert window.results.found.units == 2
    assert window.results.found.coders == ("1", "2")


def test_nothing_to_paste_is_said_and_the_empty_page_stays(window):
    paste(window, "")
    assert "There are no ratings in Pasted table." in window.side.complaint.text()
    assert window.side.empty.isVisible()


def test_what_the_chosen_coefficient_asks_is_told(window):
    paste(window, THREE)
    assert "Krippendorff (2019)" in window.results.asks.text()
    window.results.view.setFocus()
    QTest.keyClick(window.results.view, Qt.Key.Key_Home)
    assert "by chance" in window.results.asks.text()


def test_results_are_copied_by_key_as_a_table(window):
    paste(window, THREE)
    window.results.view.setFocus()
    QTest.keyClick(window.results.view, "c", Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Coefficient\tValue\tRemark\n")
    assert "Coders\t3\tAnn, Bo, Cleo" in text


def test_enter_presses_the_button_that_has_the_focus_and_no_other(window):
    QGuiApplication.clipboard().setText(THREE)
    QTest.keyClick(window.side.paste_button, Qt.Key.Key_Return)
    assert window.results.found.units == 4
    QGuiApplication.clipboard().setText("")
    window.side.values.setFocus()
    QTest.keyClick(window.side.values, Qt.Key.Key_Return)
    assert window.results.found.units == 4


def test_keys_in_the_field_of_values_belong_to_the_field(window):
    paste(window, THREE)
    window.side.values.setFocus()
    QGuiApplication.clipboard().setText("1, 2, 3")
    QTest.keyClick(window.side.values, "v", Qt.KeyboardModifier.ControlModifier)
    assert window.side.values.text() == "1, 2, 3"
    assert window.results.found.coders == ("Ann", "Bo", "Cleo")


def test_a_file_is_opened_and_a_missing_one_named(window, tmp_path):
    path = tmp_path / "ratings.csv"
    path.write_text("A;B\nx;x\ny;x\n", "utf-8")
    window.open(path)
    assert window.results.found.coders == ("A", "B")
    window.open(tmp_path / "nothere.csv")
    assert "nothere.csv" in window.side.complaint.text()


def test_everything_has_a_name_and_is_reached_by_tab(window):
    paste(window, THREE)
    assert nameless(window) == []
    window.side.paste_button.setFocus()
    assert unreached(window, way_of_tab(window)) == []


def test_there_is_one_such_window_and_it_needs_no_project(main_window, qtbot):
    main_window.show()
    main_window.actions_["company.reliability"].trigger()
    (first,) = opened()
    main_window.actions_["company.reliability"].trigger()
    assert opened() == [first]
    first.close()
    qtbot.waitUntil(lambda: not opened())
    main_window.actions_["company.reliability"].trigger()
    assert len(opened()) == 1
    opened()[0].close()


def opened():
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, ReliabilityWindow)]
