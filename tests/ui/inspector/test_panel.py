"""The panel as a whole: hints, reading only, scrolling, the focus, names."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from qcode.services import codes, codings
from qcode.services.project import Project
from qcode.ui.shell.session import Session
from qcode.ui.workspaces.code.inspector import SMALLEST, Inspector

from tests.ui.inspector.writing import lay_out
from tests.ui.inspector_project import here


def test_beginners_are_told_what_to_do_while_nothing_is_chosen(inspector):
    inspector.clear()
    assert inspector.hints.isVisible()
    assert not inspector.passage.isVisible()
    assert not inspector.code.isVisible()


def test_a_read_only_project_is_read_and_not_written(world, qtbot):
    codings.set_memo(world.project, world.one, "as it was")
    with Project.open(world.project.path, read_only=True) as project:
        session = Session(project)
        widget = Inspector(session)
        qtbot.addWidget(widget)
        widget.show()
        widget.show_passage(world.pier, codings.of_document(project, world.pier), world.one)
        assert widget.passage.memo.editor.isReadOnly()
        assert not widget.focus_memo()
        assert not widget.passage._star.isEnabled()
        assert widget.code.fields["definition"].isHidden()  # empty, and nobody can fill it
        qtbot.keyClicks(widget.passage.memo.editor, "no")
        assert not widget.flush()
        removals = []
        widget.removeRequested.connect(removals.append)
        qtbot.keyClick(widget.passage.rows.button(world.one), Qt.Key.Key_Delete)
        assert removals == []
        widget.show_document(world.pier)
        assert not widget.document.status.isEnabled()


def test_refreshing_keeps_the_place_where_one_was_reading(world, qtbot):
    long = "\n".join(f"line {n}" for n in range(60))
    codes.describe(world.project, world.lamp, {"definition": long})
    widget = Inspector(world.session)
    qtbot.addWidget(widget)
    widget.resize(280, 300)
    widget.show()
    widget.show_passage(world.pier, here(world, world.pier), world.one)
    bar = widget.scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(250)
    codes.rename(world.project, world.lamp, "other name")
    widget.show_passage(world.pier, here(world, world.pier), world.one)
    assert bar.value() == 250
    widget.show_passage(world.pier, here(world, world.pier), world.other)
    assert bar.value() == 0


def test_the_line_being_written_stays_in_view(world, qtbot):
    widget = Inspector(world.session)
    qtbot.addWidget(widget)
    widget.resize(280, 260)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    widget.show_passage(world.pier, here(world, world.pier), world.one)
    editor = widget.code.fields["boundary"].editor
    editor.setFocus()
    editor.insertPlainText("\n".join("words" for _ in range(30)))

    def visible():
        line = editor.viewport().mapTo(widget, editor.cursorRect().center())
        return widget.rect().contains(line)

    qtbot.waitUntil(visible)


def test_the_caret_never_falls_into_another_field_when_its_own_goes(world, qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    widget = Inspector(world.session)
    QVBoxLayout(around).addWidget(widget)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    widget.show_passage(world.pier, here(world, world.pier), world.one)
    widget.focus_memo()
    with qtbot.waitSignal(widget.leaveRequested):
        widget.show_code(world.care)
    assert not widget.editing


def test_everything_that_can_be_used_has_a_name(world, inspector):
    for show in (
        lambda: inspector.show_passage(world.pier, here(world, world.pier), world.one),
        lambda: inspector.show_document(world.pier),
    ):
        show()
        for widget in inspector.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                named = widget.accessibleName() or getattr(widget, "text", str)()
                assert named, widget


def cut_words(inspector):
    """What does not fit: sections that need more than the panel's width, and labels cut below."""
    content = inspector.scroll.widget()
    found = [
        label.text()
        for label in content.findChildren(QLabel)
        if label.isVisible()
        and label.wordWrap()
        and label.height() < label.heightForWidth(label.width())
    ]
    shown = [inspector.passage, inspector.code, inspector.document]
    return found + [
        section.heading.text()
        for section in shown
        if section.isVisible() and section.minimumSizeHint().width() > section.width()
    ]


@pytest.mark.parametrize("language_", ["en", "zh_CN"])
def test_large_letters_stay_inside_a_narrow_panel(world, inspector, language, language_, qtbot):
    language.choose(language_)
    inspector.setStyleSheet("QWidget { font-size: 16pt; }")
    inspector.resize(SMALLEST, 700)
    for show in (
        lambda: inspector.show_passage(world.pier, here(world, world.pier), world.one),
        lambda: inspector.show_code(world.lamp),
        lambda: inspector.show_document(world.pier),
    ):
        show()
        lay_out(inspector)
        # The figures of a code are counted in a worker and may come in another line's height.
        qtbot.waitUntil(lambda: not cut_words(inspector))
