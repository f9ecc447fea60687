"""Who codes what, in the window: cell by cell, dealt evenly, and how far everybody is."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from qcode.model.enums import WorkStatus
from qcode.services import coders, recoding
from qcode.ui.dialogs.assignments import AssignmentsDialog, assign_documents
from qcode.ui.dialogs.deal import DealDialog, deal
from qcode.ui.itemmodels.assignment_grid import DOCUMENT, FIRST, GROUP

from tests.ui.dialogs.driving import drive
from tests.ui.spoken import nameless

pytestmark = pytest.mark.usefixtures("at_once")

ANN, BO = FIRST, FIRST + 1
FINISHED, OPEN = WorkStatus.FINISHED, WorkStatus.OPEN


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def statuses(project):
    return {(one.document, one.coder): one.status for one in coders.work(project)}


def select(dialog, *cells):
    model = dialog.view.selectionModel()
    model.clear()
    for row, column in cells:
        index = dialog.grid.index(row, column)
        model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)


def asked(window, world, settings, *acts):
    drive(lambda: assign_documents(window, world.session, settings), *acts)


def test_space_assigns_what_is_selected_and_takes_it_away_again(window, world, settings):
    def act(dialog):
        select(dialog, (0, BO), (1, BO))
        QTest.keyClick(dialog.view, Qt.Key.Key_Space)
        assert statuses(world.project) == {("Pier", "Bo"): OPEN, ("Quay", "Bo"): OPEN}
        assert world.project.undo_label().text() == "Assign documents to Bo"
        select(dialog, (1, BO))
        QTest.keyClick(dialog.view, Qt.Key.Key_Space)
        dialog.accept_button.click()

    asked(window, world, settings, act)
    assert statuses(world.project)[("Pier", "Bo")] is OPEN
    assert statuses(world.project)[("Quay", "Bo")] is WorkStatus.UNASSIGNED


def test_steps_of_the_dialog_are_taken_back_in_it_and_no_others(window, world, settings):
    coders.set_status(world.project, [world.pier], "Ann", OPEN)

    def act(dialog):
        select(dialog, (0, BO))
        QTest.keyClick(dialog.view, Qt.Key.Key_Space)
        select(dialog, (1, BO))
        QTest.keyClick(dialog.view, Qt.Key.Key_Space)
        assert len(statuses(world.project)) == 3
        for _ in range(3):  # the third step is older than the dialog
            QTest.keyClick(dialog.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert statuses(world.project) == {("Pier", "Ann"): OPEN}
        assert dialog.grid.index(0, BO).data() == dialog.grid.index(1, BO).data()
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(dialog.view, Qt.Key.Key_Z, held)
        assert statuses(world.project) == {("Pier", "Ann"): OPEN, ("Pier", "Bo"): OPEN}
        dialog.accept_button.click()

    asked(window, world, settings, act)


def test_what_is_finished_is_seen_and_cannot_be_taken_away(window, world, settings):
    coders.set_status(world.project, [world.pier], "Ann", FINISHED)

    def act(dialog):
        cell = dialog.grid.index(0, ANN)
        assert cell.data() == "✓"
        spoken = cell.data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == "01  Pier, Ann: finished"
        select(dialog, (0, ANN))
        assert not dialog.give_button.isEnabled() and not dialog.take_button.isEnabled()
        QTest.keyClick(dialog.view, Qt.Key.Key_Space)
        assert dialog.grid.index(0, DOCUMENT).data() == "01  Pier"
        assert dialog.grid.index(0, GROUP).data() == "Talks"
        dialog.accept_button.click()

    asked(window, world, settings, act)
    assert statuses(world.project) == {("Pier", "Ann"): FINISHED}


def test_each_coder_has_a_bar_and_a_line_sums_up(window, world, settings):
    coders.set_status(world.project, [world.pier], "Ann", FINISHED)
    coders.set_status(world.project, [world.pier, world.quay], "Bo", OPEN)

    def act(dialog):
        rows = dialog.progress.view
        ann, bo = rows.topLevelItem(0), rows.topLevelItem(1)
        assert [ann.text(place) for place in (0, 2, 3)] == ["Ann", "1 of 1", "3"]
        assert ann.toolTip(1) == "100 % of the characters"
        assert [bo.text(place) for place in (0, 2, 3)] == ["Bo", "0 of 2", "1"]
        assert "2 documents, 1 coded by two or more (50 % of those assigned)" in (
            dialog.progress.summary.text()
        )
        assert nameless(dialog) == []
        dialog.accept_button.click()

    asked(window, world, settings, act)


def test_words_narrow_the_table_and_hidden_rows_are_left_alone(window, world, settings):
    def act(dialog):
        dialog.words.setFocus()
        QTest.keyClicks(dialog.words, "quay")
        QTest.keyClick(dialog.words, Qt.Key.Key_Return)
        assert dialog.isVisible() and dialog.view.hasFocus()
        select(dialog, (0, BO), (1, BO))
        QTest.keyClick(dialog.view, Qt.Key.Key_Space)
        dialog.words.setText("nothing")
        assert not dialog.give_button.isEnabled() and not dialog.take_button.isEnabled()
        dialog.words.clear()
        assert dialog.give_button.isEnabled() and not dialog.view.isRowHidden(0)
        dialog.accept_button.click()

    asked(window, world, settings, act)
    assert statuses(world.project) == {("Quay", "Bo"): OPEN}


def test_what_is_taken_from_several_coders_comes_back_by_one_step(window, world, settings):
    for coder in ("Ann", "Bo"):
        coders.set_status(world.project, [world.pier], coder, OPEN)

    def act(dialog):
        select(dialog, (0, ANN), (0, BO))
        dialog.take_button.click()
        assert set(statuses(world.project).values()) == {WorkStatus.UNASSIGNED}
        QTest.keyClick(dialog.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert set(statuses(world.project).values()) == {OPEN}
        dialog.accept_button.click()

    asked(window, world, settings, act)


def test_a_coder_who_is_undone_goes_from_the_table(qtbot, world, settings):
    dialog = AssignmentsDialog(None, world.session, settings)
    qtbot.addWidget(dialog)
    dialog.show()

    def name(small):
        QTest.keyClicks(small.focusWidget(), "Cleo")
        QTest.keyClick(small.focusWidget(), Qt.Key.Key_Return)

    drive(dialog.add_button.click, name)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    select(dialog, (0, FIRST + 2))
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    for _ in range(2):
        QTest.keyClick(dialog.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [one.name for one in dialog.grid.coders] == ["Ann", "Bo"]
    assert dialog.progress.view.topLevelItemCount() == 2
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)  # where one is now
    assert statuses(world.project) == {("Pier", "Ann"): OPEN}


def test_names_keep_room_however_many_code(window, world, settings):
    for number in range(12):
        coders.add(world.project, f"A coder with a very long name {number}")

    def act(dialog):
        dialog.resize(700, 500)
        letter = dialog.view.fontMetrics().averageCharWidth()
        assert dialog.view.columnWidth(DOCUMENT) >= 20 * letter
        assert max(map(dialog.view.columnWidth, range(FIRST, FIRST + 14))) <= 20 * letter
        head = dialog.grid.headerData(
            FIRST + 2, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
        )
        assert head == "A coder with a very long name 0"
        dialog.accept_button.click()

    asked(window, world, settings, act)


def test_whoever_codes_again_has_a_column_and_is_dealt_nothing(window, world, settings):
    coders.set_status(world.project, [world.pier], "Ann", FINISHED)
    recoding.begin(world.project, "Ann", share=100, seed=1)

    def act(dialog):
        assert [one.name for one in dialog.grid.coders] == ["Ann", "Bo", "Ann (2)"]
        dialog.accept_button.click()

    asked(window, world, settings, act)
    assert list(DealDialog(window, world.session).ticks) == ["Ann", "Bo"]


def test_a_coder_can_be_added_and_documents_dealt(qtbot, world, settings):
    dialog = AssignmentsDialog(None, world.session, settings)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)

    def name(small):
        QTest.keyClicks(small.focusWidget(), "Cleo")
        QTest.keyClick(small.focusWidget(), Qt.Key.Key_Return)

    def deal_all(small):
        small.ticks["Ann"].click()
        small.doubly.setValue(100)
        assert small.preview.text() == "New: Bo 2, Cleo 2\nCoded by two or more then: 2"
        small.accept_button.click()

    drive(dialog.add_button.click, name)
    assert [one.name for one in dialog.grid.coders] == ["Ann", "Bo", "Cleo"]
    drive(dialog.deal_button.click, deal_all)
    assert set(statuses(world.project)) == {
        (document, coder) for document in ("Pier", "Quay") for coder in ("Bo", "Cleo")
    }
    assert dialog.grid.index(0, FIRST + 2).data() == "○"


def test_dealing_says_what_stands_in_the_way(window, world):
    def act(dialog):
        for tick in dialog.ticks.values():
            tick.click()
        assert not dialog.accept_button.isEnabled()
        dialog.ticks["Bo"].click()
        assert not dialog.accept_button.isEnabled()  # one alone cannot code twice
        dialog.doubly.setValue(0)
        assert dialog.accept_button.isEnabled()
        dialog.reject()

    assert drive(lambda: deal(window, world.session), act) is None


def test_dealing_counts_what_is_new_and_offers_no_dealing_of_nothing(window, world):
    coders.set_status(world.project, [world.pier, world.quay], "Ann", FINISHED)

    def act(dialog):
        dialog.ticks["Ann"].click()
        dialog.doubly.setValue(0)
        assert dialog.preview.text() == "New: Bo 2\nCoded by two or more then: 2"
        dialog.ticks["Ann"].click()
        dialog.ticks["Bo"].click()
        assert not dialog.accept_button.isEnabled() and not dialog.preview.text()
        dialog.reject()

    assert drive(lambda: deal(window, world.session), act) is None


def test_only_chosen_documents_in_sight_are_dealt(qtbot, world, settings):
    dialog = AssignmentsDialog(None, world.session, settings)
    qtbot.addWidget(dialog)
    coders.set_status(world.project, [world.pier], "Ann", OPEN)
    dialog.view.selectAll()
    dialog.words.setText("quay")

    def look(small):
        assert small.which.itemText(0).startswith("1 document")
        small.reject()

    drive(dialog.deal_button.click, look)
