"""Rows of the list of passages: several at once, copied, thousands of them, asleep."""

import itertools

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication
from qcode.services import codes, documents
from qcode.services.project import Project
from qcode.ui.shell import operation
from qcode.ui.shell.operation import executor
from qcode.ui.shell.progress import ProgressDialog
from qcode.ui.shell.session import Session
from qcode.ui.widgets.passages.delegate import PASSAGE, PassageDelegate
from qcode.ui.workspaces.code import passages_copy, passages_hands
from qcode.ui.workspaces.code.passages_panel import PassagesPanel

from tests.ui.comparing import apply, ids, panel
from tests.ui.inspector_project import PIER, QUAY

__all__ = ["panel"]

KEY = Qt.Key


# ---------------------------------------------------------------------- several rows at once


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (KEY.Key_R, "recodeRequested"),
        (KEY.Key_T, "typicalRequested"),
        (KEY.Key_M, "memoRequested"),
        (KEY.Key_Delete, "removeRequested"),
    ],
)
def test_keys_ask_for_all_marked_rows(world, panel, qtbot, key, signal):
    panel.show_codes([world.lamp])
    panel.list.selectAll()
    with qtbot.waitSignal(getattr(panel, signal)) as asked:
        qtbot.keyClick(panel.list, key)
    assert asked.args == [[world.one, world.bo, world.late]]


def test_shift_and_arrows_mark_neighbouring_rows(world, panel, qtbot):
    panel.show_codes([world.lamp])
    panel.list.setCurrentIndex(panel.model.index(0))
    qtbot.keyClick(panel.list, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert panel.selected_codings() == [world.one, world.bo]
    qtbot.keyClick(panel.list, KEY.Key_End)
    assert panel.selected_codings() == [world.late]
    qtbot.keyClick(panel.list, KEY.Key_Home)
    assert panel.selected_codings() == [world.one]


def test_n_and_p_go_on_from_the_list_too(world, panel, qtbot):
    panel.show_codes([world.lamp])
    seen = []
    panel.passageActivated.connect(lambda *place: seen.append(place[3]))
    for key in (KEY.Key_N, KEY.Key_N, KEY.Key_P):
        qtbot.keyClick(panel.list, key)
    assert seen == [world.one, world.bo, world.one]
    assert panel.header.place.text() == "1 of 3"


def test_a_read_only_project_is_asked_for_nothing(world, qtbot):
    with Project.open(world.project.path, read_only=True) as project:
        widget = PassagesPanel(Session(project))
        qtbot.addWidget(widget)
        widget.show_codes([world.lamp])
        widget.list.selectAll()
        asked = []
        for signal in (widget.recodeRequested, widget.typicalRequested, widget.memoRequested):
            signal.connect(asked.append)
        for key in (KEY.Key_R, KEY.Key_T, KEY.Key_M):
            qtbot.keyClick(widget.list, key)
        assert asked == []


def test_marked_passages_are_copied_as_quotations_with_their_labels(world, panel, qtbot):
    codes.rename(world.project, world.lamp, "lamp & <rope>")
    panel.show_codes([world.lamp])
    for row in (0, 2):
        index = panel.model.index(row)
        panel.list.selectionModel().select(index, panel.list.selectionModel().SelectionFlag.Select)
    qtbot.keyClick(panel.list, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == (
        f"“{PIER[:56]}” (01-01, Pier, lamp & <rope>)\n\n"
        f"“{QUAY[:29].strip()}” (02-01, Quay, lamp & <rope>)"
    )
    assert "lamp &amp; &lt;rope&gt;" in data.html()
    assert data.html().count("<blockquote>") == 2


def copied(panel, qtbot):
    panel.list.selectAll()
    qtbot.keyClick(panel.list, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    return data.text(), data.html()


def test_many_passages_are_copied_by_a_worker_as_a_few_are(world, panel, qtbot, monkeypatch):
    panel.show_codes([world.lamp, world.care])
    few = copied(panel, qtbot)
    assert few[1].count("<blockquote>") == panel.model.rowCount() == 4
    QGuiApplication.clipboard().setText("what was there")
    jobs = []
    monkeypatch.setattr(passages_hands, "PROMPT", 1)
    monkeypatch.setattr(passages_copy, "PORTION", 2)
    with executor(jobs.append):
        assert copied(panel, qtbot)[0] == "what was there"
        (job,) = jobs
        job()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "what was there")
    data = QGuiApplication.clipboard().mimeData()
    assert (data.text(), data.html()) == few


def test_copying_that_is_stopped_leaves_the_clipboard_alone(world, panel, qtbot, monkeypatch):
    panel.show_codes([world.lamp, world.care])
    QGuiApplication.clipboard().setText("what was there")
    jobs = []
    monkeypatch.setattr(passages_hands, "PROMPT", 1)
    with executor(jobs.append):
        copied(panel, qtbot)
        panel.findChild(ProgressDialog).cancelled.emit()
        jobs[0]()
    qtbot.waitUntil(lambda: not operation._jobs)
    assert QGuiApplication.clipboard().text() == "what was there"


def test_the_list_takes_the_copy_key_before_the_window_does(panel):
    pressed = QKeyEvent(
        QEvent.Type.ShortcutOverride, KEY.Key_C, Qt.KeyboardModifier.ControlModifier, "c"
    )
    pressed.ignore()
    QApplication.sendEvent(panel.list, pressed)
    assert pressed.isAccepted()


# ---------------------------------------------------------------------- size and sleep


def test_a_list_of_thousands_keeps_its_rows_apart(world, panel, qtbot):
    spans = [(n % 150, n % 150 + 2 + n // 150) for n in range(400)]
    made = apply(world, *spans)
    panel.show_codes([world.lamp])
    qtbot.waitUntil(lambda: panel.model.ready)
    listed = panel.list
    tops = [listed.visualRect(panel.model.index(row)) for row in range(panel.model.rowCount())]
    assert all(a.bottom() + 1 == b.top() for a, b in itertools.pairwise(tops))
    assert len({area.height() for area in tops}) == 1
    panel.model.unfolded.unfold([made[10]])
    row = panel.model.row_of(made[10])
    after = listed.visualRect(panel.model.index(row))
    assert after.height() > tops[row].height()
    assert listed.visualRect(panel.model.index(row + 1)).top() == after.bottom() + 1
    listed.setCurrentIndex(panel.model.index(panel.model.rowCount() - 1))
    assert listed.viewport().rect().intersects(listed.visualRect(listed.currentIndex()))
    place = listed.visualRect(listed.currentIndex()).center()
    assert listed.indexAt(place).row() == panel.model.rowCount() - 1


def test_rows_that_come_above_leave_the_reader_where_he_is(world, panel):
    apply(world, *[(n, n + 40) for n in range(60, 100)])
    panel.show_codes([world.lamp])
    listed = panel.list
    listed.verticalScrollBar().setValue(listed.verticalScrollBar().maximum())
    row = listed.indexAt(QPoint(50, 5)).row()
    reading = panel.model.passage_at(row).coding_id
    top = listed.visualRect(panel.model.index(row)).top()
    apply(world, (1, 9), (2, 9))
    now = panel.model.row_of(reading)
    assert now == row + 2
    assert listed.visualRect(panel.model.index(now)).top() == top


def test_other_numbers_before_passages_have_none_of_their_words_painted(
    qapp, world, panel, monkeypatch
):
    apply(world, *[(n, n + 40) for n in range(60, 66)])
    panel.show_codes([world.lamp])
    qapp.processEvents()
    labels, words = [], []
    top_line, rest = panel.list.itemDelegate()._top, PassageDelegate._paint_rest
    paint = top_line.paint
    monkeypatch.setattr(
        top_line, "paint", lambda *args: (labels.append(args[3].label), paint(*args))
    )
    monkeypatch.setattr(
        PassageDelegate, "_paint_rest", lambda *args: (words.append(args[4]), rest(*args))
    )
    model = panel.model
    model.dataChanged.emit(model.index(1), model.index(3), [PASSAGE])
    qapp.processEvents()
    assert labels == [model.passage_at(row).label for row in (1, 2, 3)]
    assert words == []
    panel.list.viewport().update()
    qapp.processEvents()
    assert len(words) > 3


def test_a_hidden_list_sleeps_and_catches_up_when_it_is_shown(world, panel, qtbot):
    panel.show_codes([world.lamp])
    panel.hide()
    (fresh,) = apply(world, (60, 90))
    assert fresh not in ids(panel)
    panel.show()
    qtbot.waitUntil(lambda: fresh in ids(panel))


def test_everything_is_read_again_when_other_codings_are_to_be_seen(world, panel, qtbot):
    panel.show_codes([world.lamp])
    panel.model._feed.passages.clear()
    world.session.viewChanged.emit()
    qtbot.waitUntil(lambda: ids(panel) == [world.one, world.bo, world.late])


def test_merged_codes_and_deleted_documents_leave_the_list_true(world, panel, qtbot):
    panel.show_codes([world.lamp])
    codes.merge(world.project, [world.care], world.lamp)
    qtbot.waitUntil(lambda: world.other in ids(panel))
    documents.delete(world.project, [world.quay])
    qtbot.waitUntil(lambda: world.late not in ids(panel))
    assert panel.header.counts.text() == "2 passages in 1 document · 3 codings"
    world.project.undo()
    qtbot.waitUntil(lambda: world.late in ids(panel))
