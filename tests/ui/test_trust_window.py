"""What goes wrong under an open window: told in a sentence, nothing changed, work goes on."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit
from qcode.model.errors import Cancelled
from qcode.model.span import Span
from qcode.services import codings, overview
from qcode.services.project import Project
from qcode.ui.main_window import MainWindow
from qcode.ui.shell.i18n import LanguageChoice
from qcode.ui.shell.message import MessageDialog, ReportDialog
from qcode.ui.shell.operation import executor, inline
from qcode.ui.shell.progress import ProgressDialog
from qcode.ui.shell.settings import Settings
from qcode.ui.shell.theme import ThemeChoice

from tests.services import pictures
from tests.store.small_disk import fill, make_room, small_disk
from tests.ui.inspector_project import make

posix = pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody touch an open file")


class Reader:
    """Reads every dialog that opens, and closes it."""

    def __init__(self) -> None:
        self.seen: list[tuple[type, str]] = []
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(5)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            words = [label.text() for label in dialog.findChildren(QLabel)]
            words += [field.toPlainText() for field in dialog.findChildren(QPlainTextEdit)]
            self.seen.append((type(dialog), "\n".join(words)))
            dialog.accept()

    def stop(self) -> None:
        self._timer.stop()


@pytest.fixture
def reader(qapp):
    made = Reader()
    yield made
    made.stop()


@pytest.fixture
def opened(qapp, qtbot, tmp_path):
    """Opens a project in a window, with the first words of its first document selected."""
    windows = []

    def open_(folder: Path) -> MainWindow:
        path = folder / "harbour.qcode"
        make(path).session.close()
        theme, language = ThemeChoice(qapp, "light"), LanguageChoice(qapp, "en")
        window = MainWindow(Settings(tmp_path / "settings.ini"), theme, language)
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.files.open_path(path)
        QApplication.processEvents()
        window.workspace.text.select_span(Span(4, 9))
        return window

    with executor(inline):
        yield open_
        for window in windows:
            window.leave_project()


def first_code(window: MainWindow) -> int:
    return min(window.workspace.codes)


def apply(window: MainWindow, start: int = 4) -> None:
    """Code a passage the way an action does."""
    window.workspace.coding_commands.apply([first_code(window)], Span(start, start + 5))


def state(window: MainWindow) -> tuple[object, ...]:
    project = window.session.project
    return pictures.rows(project), pictures.steps(project), dict(window.workspace.codings)


def assert_goes_on(window: MainWindow, reader: Reader) -> None:
    """The next step works, is shown, and can be undone."""
    before, told = len(window.workspace.codings), len(reader.seen)
    apply(window, 100)
    assert len(window.workspace.codings) == before + 1
    window.undo()
    assert len(window.workspace.codings) == before
    QApplication.processEvents()
    assert len(reader.seen) == told
    assert overview.findings(window.session.project) == []


# ---------------------------------------------------------------------- the disk, the file


def test_a_full_disk_is_told_once_and_work_goes_on_when_there_is_room(opened, reader, tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        window = opened(disk)
        fill(disk)
        # What is in the log already is used again; the first of these may therefore still fit.
        for number in range(200):
            before = state(window)
            apply(window, number)
            if reader.seen:
                break
        [(kind, words)] = reader.seen
        assert kind is MessageDialog
        assert "no room left" in words and "harbour.qcode" in words and "Apply a code" in words
        assert state(window) == before
        window.undo()
        window.workspace.inspector.show_document(window.workspace.document.id)
        QApplication.processEvents()
        make_room(disk)
        reader.seen.clear()
        assert_goes_on(window, reader)
        window.leave_project()
        assert [one.name for one in disk.iterdir()] == ["harbour.qcode"]


@posix
def test_a_file_renamed_under_the_window_is_missed_until_it_is_back(opened, reader, tmp_path):
    (tmp_path / "here").mkdir()
    window = opened(tmp_path / "here")
    path = window.session.project.path
    before = state(window)
    path.rename(path.with_name("elsewhere"))
    apply(window)
    [(kind, words)] = reader.seen
    assert kind is MessageDialog and "removed, renamed or moved" in words
    window.undo()
    assert len(reader.seen) == 2
    assert state(window) == before
    path.with_name("elsewhere").rename(path)
    assert_goes_on(window, reader)


@posix
def test_a_file_exchanged_under_the_window_is_told_and_can_be_opened_again(
    opened, reader, tmp_path
):
    (tmp_path / "here").mkdir()
    window = opened(tmp_path / "here")
    path = window.session.project.path
    other = Project.create(tmp_path / "other.qcode", "The other", "Bo")
    other.close()
    (tmp_path / "other.qcode").replace(path)
    apply(window)
    [(kind, words)] = reader.seen
    assert kind is MessageDialog and "different file" in words
    window.leave_project()
    window.files.open_path(path)
    assert window.session.project.name == "The other"
    assert overview.findings(window.session.project) == []
    assert len(reader.seen) == 1


# ---------------------------------------------------------------------- bugs


def fail_after_writing(*_: object, **__: object) -> None:
    raise ZeroDivisionError("the words of the user")


def test_a_bug_inside_a_service_is_rolled_back_logged_and_reported_and_work_goes_on(
    opened, reader, reporter, qtbot, tmp_path, home, monkeypatch
):
    window = opened(tmp_path)
    before = state(window)
    planted = codings.apply

    def broken(project, document_id, spans, code_ids, **kwargs):
        with project.change(window.session.project.undo_label()) as writer:
            made = writer.insert("selection", document_id=document_id, start=1, end=3)
            writer.insert("coding", selection_id=made, code_id=code_ids[0], coder_id=1)
            fail_after_writing()

    monkeypatch.setattr(codings, "apply", broken)
    window.workspace.text.setFocus()
    QTest.keyClick(window.workspace.text, Qt.Key.Key_Return)
    field = window.workspace.coding_commands.palette.findChild(QLineEdit)
    assert field.isVisible()
    QTest.keyClicks(field, "lamp")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(reader.seen))
    [(kind, words)] = reader.seen
    assert kind is ReportDialog
    assert "ZeroDivisionError" in words and "the words of the user" not in words
    log = (home / "logs" / "qcode.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError: the words of the user" in log
    assert state(window) == before
    monkeypatch.setattr(codings, "apply", planted)
    assert_goes_on(window, reader)


def test_a_bug_in_a_panel_costs_no_step_and_keeps_the_others_true(
    opened, reader, reporter, qtbot, tmp_path, monkeypatch
):
    window = opened(tmp_path)
    count = len(window.workspace.codings)

    def broken(changes: object) -> None:
        raise KeyError("of a panel")

    window.session.changed.connect(broken)
    QTimer.singleShot(0, lambda: apply(window))
    qtbot.waitUntil(lambda: bool(reader.seen))
    assert reader.seen[0][0] is ReportDialog
    window.session.changed.disconnect(broken)
    assert len(window.workspace.codings) == count + 1
    assert overview.findings(window.session.project) == []
    reader.seen.clear()
    assert_goes_on(window, reader)


def test_a_bug_while_undo_is_sliced_is_rolled_back_and_the_window_is_free_again(
    opened, reader, reporter, qtbot, tmp_path, monkeypatch
):
    from qcode.store import journal

    window = opened(tmp_path)
    apply(window)
    before = state(window)
    with monkeypatch.context() as patched:
        patched.setattr(journal, "touched_rows", fail_after_writing)
        QTimer.singleShot(0, window.undo)
        qtbot.waitUntil(lambda: bool(reader.seen))
    assert reader.seen[0][0] is ReportDialog
    assert state(window) == before
    reader.seen.clear()
    assert_goes_on(window, reader)
    assert sys.excepthook == reporter._main_hook


# ---------------------------------------------------------------------- long statements


def test_a_window_lives_through_one_long_statement_and_can_stop_it(
    opened, reader, tmp_path, monkeypatch
):
    from qcode.ui.shell import operation

    window = opened(tmp_path)
    before = state(window)
    project = window.session.project
    monkeypatch.setattr(operation, "TICK", 0)
    monkeypatch.setattr(operation, "PATIENCE", 0)
    beats = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(operation.busy()))
    timer.start(0)

    def work(_progress):
        with project.change(project.undo_label()) as writer:
            writer.connection.run(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400000)"
                " SELECT max(i) FROM n"
            ).value()
            writer.update("code", first_code(window), name="renamed")
        return "done"

    reader.stop()  # it would close the dialog, which is Cancel
    assert operation.sliced(window, "Long", work) == "done"
    assert len(beats) > 10 and all(beats)
    timer.stop()
    window.undo()
    assert state(window)[0] == before[0]

    timer = QTimer()
    timer.timeout.connect(
        lambda: (
            isinstance(QApplication.activeModalWidget(), ProgressDialog)
            and QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)
        )
    )
    timer.start(0)
    shown = []
    monkeypatch.setattr(operation, "present", lambda parent, error, heading="": shown.append(error))
    again = state(window)
    assert operation.sliced(window, "Long", work) is None
    timer.stop()
    assert [type(error) for error in shown] == [Cancelled]
    assert state(window) == again
    assert not operation.busy()
