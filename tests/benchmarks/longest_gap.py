"""How long each kind of ordinary step holds the window, at the size of the thesis.

A timer beats every millisecond through a scripted stretch of work by keys, mouse and actions; the
longest time between two beats, from the step until all is at rest again, is how long a hand would
have waited. The aim is 50 milliseconds for every kind but opening. On a busy machine the time for
which the window's thread worked between two beats says more than the time that passed; the longest
of either is kept by itself.

Kinds whose names begin with ``bulk`` change or list thousands of passages in slices or in a worker:
what counts there is how long one slice is. Each workspace is opened for the first time only once a
run; the steps with memos are among 2,000 of them, and a code is renamed with every page in view.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from qcode.model.span import Span
from qcode.services import codes
from qcode.ui.shell.operation import sliced

from tests.benchmarks import gap_theory, office, thesis
from tests.benchmarks.heart import Heart, type_into
from tests.benchmarks.row import Gap

TARGET = 50.0
REPETITIONS = 6
BULK_REPETITIONS = 2
MEMO_REPETITIONS = 3


def run() -> list[Gap]:
    with office.desk() as desk:
        heart = Heart()
        bar = desk.space.text.verticalScrollBar()
        bar.setValue(bar.maximum() // 3)
        office.wait()
        for turn in range(REPETITIONS + 1):
            _round(desk, heart, turn)
            if not turn:
                heart.silences.clear()  # modules and fonts are loaded now
        for _ in range(BULK_REPETITIONS):
            _bulk(desk, heart)
        gap_theory.write_memos(desk)
        gap_theory.workspaces(desk, heart)
        for _ in range(MEMO_REPETITIONS):
            gap_theory.memos(desk, heart)
    return [Gap(kind, found) for kind, found in heart.silences.items()]


def _round(desk: office.Desk, heart: Heart, turn: int) -> None:
    space = desk.space
    text = space.text
    code_ids = desk.code_ids()
    heart.step("scroll a notch", lambda: _wheel(text.viewport(), -120))
    heart.step("scroll a page", lambda: QTest.keyClick(text, Qt.Key.Key_PageDown))
    heart.step("select by mouse", lambda: _drag(text.viewport(), 80 + 9 * turn))
    heart.step("select by keys", lambda: QTest.keyClick(text, Qt.Key.Key_Right, _SHIFT))
    heart.step("open the palette", space.coding_commands.open_palette)
    palette = space.coding_commands.palette
    field = palette.findChild(QLineEdit)
    for letter in ("c", "a", "l", "l"):
        heart.step("type in the palette", lambda letter=letter: QTest.keyClick(field, letter))
    heart.step("apply from the palette", lambda: QTest.keyClick(field, Qt.Key.Key_Return))
    heart.step("undo", desk.window.undo)
    heart.step("redo", desk.window.redo)
    here = text.place().first
    text.select_span(Span(here + 30 + turn, here + 90 + 2 * turn))
    office.wait()
    code = code_ids[turn * 7 % len(code_ids)]
    heart.step("apply", lambda: space.coding_commands.apply([code]))
    text.select_span(None)
    heart.step("choose a coding", lambda: space.choose_coding(max(space.codings)))
    before = len(space.codings)
    heart.step("remove", space.coding_commands.remove)
    assert len(space.codings) == before - 1
    space.codes_panel.focus_filter()
    type_into(heart, "filter codes", "me")
    passages = space.passages_panel
    heart.step("show passages", lambda: space.show_passages([code]))
    passages.focus_filter()
    type_into(heart, "filter passages", "of")
    _memo(desk, heart)
    heart.step("history", lambda: space.knowledge.show_history(True))
    heart.step("apply with history", lambda: _apply_here(desk, code_ids[turn]))
    heart.step("undo with history", desk.window.undo)
    space.knowledge.show_history(False)
    heart.step("next passage", lambda: passages.next_passage(1))
    heart.step("open a short document", lambda: space.open_document(thesis.FIRST_SHORT + turn))
    heart.step("open the long document", lambda: space.open_document(thesis.LONG))
    heart.step("open the long paragraph", lambda: space.open_document(thesis.PARAGRAPH))
    space.open_document(thesis.LONG)
    bar = text.verticalScrollBar()
    bar.setValue(bar.maximum() * (turn + 2) // (REPETITIONS + 4))
    text.setFocus()
    office.wait()


def _bulk(desk: office.Desk, heart: Heart) -> None:
    """Large codes shown, copied, deleted, merged and brought back."""
    space, project = desk.space, desk.space.session.project
    panel = space.passages_panel
    one, two = desk.heavy()
    heart.step("bulk: show 10,000 passages", lambda: space.show_passages([one, two]))
    office.until(lambda: panel.model.ready)
    assert panel.model.rowCount() == 2 * thesis.HEAVY
    panel.list.setFocus()
    heart.step("bulk: mark 10,000 passages", panel.list.selectAll)
    clipboard = QApplication.clipboard()
    clipboard.clear()
    copy = QKeySequence(QKeySequence.StandardKey.Copy)
    heart.step("bulk: copy 10,000 passages", lambda: QTest.keySequence(panel.list, copy))
    assert clipboard.text().count("“") >= 2 * thesis.HEAVY
    clipboard.clear()
    panel.list.clearSelection()
    for order in ("newest", "document"):
        heart.step("order 10,000 passages", lambda order=order: panel.model.set_order(order))
    desk.window.activateWindow()  # the bar of the copying may have taken the keyboard
    office.wait()
    panel.focus_filter()
    type_into(heart, "filter 10,000 passages", "of")
    heart.step("list commands", desk.window._show_commands)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    space.codes_panel.select_code(one)
    heart.step("bulk: delete a code of 5,000", space.code_commands.delete)
    assert one not in space.codes
    heart.step("bulk: undo the deletion", desk.window.undo)
    assert one in space.codes
    heart.step(
        "bulk: merge a code of 5,000",
        lambda: sliced(
            space, "Merge", lambda progress: codes.merge(project, [one], two, progress=progress)
        ),
    )
    assert one not in space.codes
    heart.step("bulk: undo the merging", desk.window.undo)
    assert one in space.codes


_SHIFT = Qt.KeyboardModifier.ShiftModifier


def _apply_here(desk: office.Desk, code: int) -> None:
    here = desk.space.text.place().first
    desk.space.coding_commands.apply([code], Span(here + 10, here + 55))


def _memo(desk: office.Desk, heart: Heart) -> None:
    """Type a few letters into the memo of a passage; each is saved in a moment."""
    space = desk.space
    space.text.select_span(None)
    space.choose_coding(sorted(space.codings)[5])
    space.coding_commands.write_memo()
    office.wait()
    focused = QApplication.focusWidget()
    assert focused is not None and space.inspector.isAncestorOf(focused), focused
    for letter in ("w", "h", "y"):
        heart.step("type a memo", lambda letter=letter: QTest.keyClick(focused, letter))
    heart.step("save a memo", lambda: QTimer.singleShot(1_000, space.flush))
    office.wait(1_500)
    space.text.setFocus()


def _wheel(viewport: QWidget, angle: int) -> None:
    middle = QPointF(viewport.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(viewport.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def _drag(viewport: QWidget, by: int) -> None:
    start = QPoint(viewport.width() // 2 - 100, viewport.height() // 2)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for part in range(1, 6):
        QTest.mouseMove(viewport, start + QPoint(by * part // 5, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))
