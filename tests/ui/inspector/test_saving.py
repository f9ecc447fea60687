"""What is typed is saved by itself, and undone as one would expect."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from qcode.services import codes, codings
from qcode.services.project import Project

from tests.ui.inspector.writing import steps, write
from tests.ui.inspector_project import code, coding, here


def test_a_memo_is_saved_by_itself_while_one_is_typing(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    assert inspector.focus_memo()
    write(qtbot, inspector.passage.memo.editor, "Who gave him the lamp?")
    assert coding(world, world.one).memo == ""
    qtbot.waitUntil(lambda: coding(world, world.one).memo == "Who gave him the lamp?")
    assert inspector.passage.memo.editor.hasFocus()


def test_typing_in_several_goes_is_one_step_of_the_history(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    before = len(steps(world))
    for part in ("first ", "second ", "third"):
        write(qtbot, inspector.passage.memo.editor, part)
        inspector.flush()
    assert coding(world, world.one).memo == "first second third"
    assert len(steps(world)) == before + 1


def test_blanks_stay_under_the_caret_although_they_are_not_stored(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    editor = inspector.passage.memo.editor
    write(qtbot, editor, "first ")
    inspector.flush()
    assert coding(world, world.one).memo == "first"
    assert editor.text() == "first "
    qtbot.keyClicks(editor, "second")
    inspector.flush()
    assert coding(world, world.one).memo == "first second"


def test_leaving_a_field_saves_it_at_once(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    write(qtbot, inspector.passage.memo.editor, "kept")
    inspector.code.fields["definition"].editor.setFocus()
    assert coding(world, world.one).memo == "kept"


def test_closing_the_panel_saves_what_was_typed(world, inspector, qtbot):
    inspector.show_code(world.care)
    write(qtbot, inspector.code.fields["definition"].editor, "Ask, then ask again.")
    inspector.close()
    assert code(world, world.care).definition == "Ask, then ask again."


def test_flush_saves_everything_before_the_project_is_closed(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.other)
    write(qtbot, inspector.passage.memo.editor, "memo")
    write(qtbot, inspector.code.fields["use_when"].editor, "when they call")
    assert inspector.flush()
    assert not inspector.flush()
    path = world.project.path
    world.session.close()
    with Project.open(path, read_only=True) as again:
        assert codings.by_id(again, [world.other])[0].memo == "memo"
        found = {found.id: found for found in codes.tree(again)}
        assert found[world.care].use_when == "when they call"


def test_choosing_another_passage_saves_the_memo_of_the_one_before(world, inspector, qtbot):
    listed = here(world, world.pier)
    inspector.show_passage(world.pier, listed, world.one)
    write(qtbot, inspector.passage.memo.editor, "of one")
    inspector.show_passage(world.pier, listed, world.other)
    assert coding(world, world.one).memo == "of one"
    assert coding(world, world.other).memo == ""
    assert inspector.passage.memo.editor.text() == ""
    inspector.show_passage(world.pier, listed, world.one)  # records from before the memo
    inspector.flush()
    assert coding(world, world.one).memo == "of one"


def test_undo_and_redo_refresh_the_fields(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    write(qtbot, inspector.passage.memo.editor, "to be undone")
    write(qtbot, inspector.code.fields["definition"].editor, "also undone")
    inspector.flush()
    world.project.undo()
    assert inspector.code.fields["definition"].editor.text() == ""
    assert inspector.passage.memo.editor.text() == "to be undone"
    world.project.undo()
    assert inspector.passage.memo.editor.text() == ""
    world.project.redo()
    assert inspector.passage.memo.editor.text() == "to be undone"


def test_another_change_does_not_disturb_what_is_being_typed(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    editor = inspector.passage.memo.editor
    write(qtbot, editor, "half a sen")
    codes.rename(world.project, world.lamp, "the lamp decides")
    assert editor.text() == "half a sen"
    qtbot.keyClicks(editor, "tence")
    inspector.flush()
    assert coding(world, world.one).memo == "half a sentence"
    assert inspector.code.name.text() == "the lamp decides"


def test_undo_key_takes_back_typing_first_and_then_goes_on_to_the_window(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    editor = inspector.passage.memo.editor

    def taken():
        keys = QKeyEvent(
            QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
        )
        keys.ignore()
        QApplication.sendEvent(editor, keys)
        return keys.isAccepted()

    assert not taken()
    write(qtbot, editor, "x")
    assert taken()
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == ""
    assert not taken()


def test_typing_never_lets_the_panel_show_something_else(world, inspector, qtbot):
    inspector.show_code(world.care)
    world.session.changed.connect(lambda _: inspector.show_document(world.pier))
    write(qtbot, inspector.code.fields["definition"].editor, "stays")
    inspector.flush()
    assert inspector.code.isVisible()
    assert not inspector.document.isVisible()
    codes.rename(world.project, world.care, "asking twice")
    assert inspector.document.isVisible()


def test_no_break_spaces_survive_editing(world, inspector, qtbot):
    codings.set_memo(world.project, world.one, "5\u00a0km")
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    write(qtbot, inspector.passage.memo.editor, " more")
    inspector.flush()
    assert coding(world, world.one).memo == "5\u00a0km more"


def test_escape_saves_and_asks_to_go_back_to_the_text(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    write(qtbot, inspector.passage.memo.editor, "done")
    with qtbot.waitSignal(inspector.leaveRequested):
        qtbot.keyClick(inspector.passage.memo.editor, Qt.Key.Key_Escape)
    assert coding(world, world.one).memo == "done"
