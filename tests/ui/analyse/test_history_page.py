"""The history, filtered and written, and reasons that are added to it."""

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from qcode.services import code_events, codes

from tests.ui.dialogs.driving import drive


@pytest.fixture
def shown(page):
    return page("history")


def steps(shown):
    return [shown.rows.index(row, 2).data() for row in range(shown.rows.rowCount())]


def choose(combo, data):
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


def settled(shown):
    shown._typing.timeout.emit()
    shown._typing.stop()


def test_the_newest_step_stands_on_top_and_the_next_one_above_it(shown, project, made):
    assert steps(shown)[0].startswith("Hold out")
    codes.rename(project, made.lamp, "waiting")
    assert steps(shown)[0] == "Rename code to waiting"


def test_words_code_document_and_kind_narrow_it(shown, project, made):
    everything = len(steps(shown))
    shown.words.setText("never seen")
    settled(shown)
    assert steps(shown) == ["New concept never seen"]
    shown.words.clear()
    choose(shown.code, made.lamp)
    settled(shown)
    assert 0 < len(steps(shown)) < everything
    choose(shown.code, None)
    choose(shown.document, made.documents[3])
    settled(shown)
    assert 0 < len(steps(shown)) < everything
    choose(shown.document, None)
    choose(shown.sort, "codings")
    settled(shown)
    assert len(steps(shown)) == 6


def test_days_and_coders_narrow_it(shown):
    everything = len(steps(shown))
    shown.since.setDate(QDate.currentDate().addDays(1))
    settled(shown)
    assert steps(shown) == []
    shown.since.setDate(QDate.currentDate())
    shown.until.setDate(QDate.currentDate())
    settled(shown)
    assert len(steps(shown)) == everything
    choose(shown.coder, "Ann")
    settled(shown)
    assert len(steps(shown)) == everything


def test_what_is_undone_is_still_told(shown, project, window, made):
    codes.rename(project, made.lamp, "waiting")
    window.undo()
    assert steps(shown)[:2] == [
        "Undo Rename code to waiting",
        "Rename code to waiting (undone)",
    ]


def test_a_reason_is_added_to_a_deletion_afterwards(shown, project, window, made):
    assert not shown.reason.isEnabled()
    codes.delete(project, [made.unused, made.late])
    shown.view.setCurrentIndex(shown.rows.index(0, 0))
    assert shown.reason.text() == "Add a reason…"

    def act(dialog):
        dialog.findChild(QLineEdit).setText("not in the texts")
        dialog.accept()

    drive(shown.reason.click, act)
    assert [one.reason for one in code_events.listed(project)] == ["not in the texts"] * 2
    assert shown.rows.index(1, 3).data() == "not in the texts"
    window.undo()
    assert [one.reason for one in code_events.listed(project)] == ["", ""]


def test_a_code_that_is_gone_can_be_asked_for(shown, project, made):
    codes.delete(project, [made.unused])
    place = shown.code.findText("never seen (gone)")
    assert place > 0
    shown.code.setCurrentIndex(place)
    shown.code.activated.emit(place)
    settled(shown)
    assert steps(shown) == ["Delete never seen", "New concept never seen"]


def test_history_and_methods_are_written(shown, tmp_path):
    for button, name in ((shown.export, "history.csv"), (shown.methods, "methods.docx")):
        out = tmp_path / name

        def write(dialog, out=out):
            dialog._file.set_path(out)
            dialog._file.edited.emit()
            dialog.accept()

        def close(dialog):
            dialog.findChild(QDialogButtonBox).rejected.emit()

        drive(button.click, write, close)
        assert out.stat().st_size > 100


def test_the_filters_of_a_small_screen_stand_in_one_line(window, shown):
    window.resize(1326, 690)
    QApplication.processEvents()
    filters = [shown.words, shown.coder, shown.sort, shown.code, shown.document, shown.until]
    middles = [part.geometry().center().y() for part in filters]
    assert max(middles) - min(middles) <= 2


def test_a_renamed_code_is_offered_by_its_new_name_and_stays_chosen(shown, project, made):
    names = [shown.code.itemText(row) for row in range(shown.code.count())]
    code = next(one for one in codes.tree(project) if one.title in names)
    shown.code.setCurrentIndex(shown.code.findData(code.id))
    codes.rename(project, code.id, "Called otherwise")
    QApplication.processEvents()
    now = next(one for one in codes.tree(project) if one.id == code.id)
    assert shown.code.currentData() == code.id
    assert shown.code.currentText() == now.title
    expected = [now.title if name == code.title else name for name in names]
    assert [shown.code.itemText(row) for row in range(shown.code.count())] == expected
