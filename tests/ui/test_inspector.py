import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from qcode.model.enums import MemoKind, WorkStatus
from qcode.model.span import Span
from qcode.services import coders, codes, codings, documents, memos, overview
from qcode.services.project import Project
from qcode.ui.shell.operation import executor, inline
from qcode.ui.shell.session import Session
from qcode.ui.widgets.inspector.quote_label import cut, is_slanted
from qcode.ui.workspaces.code.inspector import Inspector

from tests.ui.inspector_project import PIER, code, coding, here, make


@pytest.fixture
def world(tmp_path):
    with executor(inline):
        made = make(tmp_path / "harbour.qcode")
        yield made
        made.session.close()


@pytest.fixture
def inspector(world, qtbot):
    widget = Inspector(world.session)
    qtbot.addWidget(widget)
    widget.resize(300, 700)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    yield widget
    widget.flush()


def lay_out(widget):
    """Let Qt give every part its place, as it does before anybody can click."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    assert widget.isVisible()


def write(qtbot, editor, text):
    editor.setFocus()
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    qtbot.keyClicks(editor, text)


def steps(world):
    return [str(step.label) for step in overview.history(world.project)]


def test_beginners_are_told_what_to_do_while_nothing_is_chosen(inspector):
    inspector.clear()
    assert inspector.hints.isVisible()
    assert not inspector.passage.isVisible()
    assert not inspector.code.isVisible()


def test_a_passage_is_shown_with_its_words_its_codes_and_the_code_s_entry(world, inspector):
    codes.describe(world.project, world.lamp, {"definition": "A light settles it."})
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    assert inspector.passage.quote.text() == f"“{PIER[:56]}”"
    assert inspector.passage.about.text().startswith("01  Pier · Ann · ")
    assert set(inspector.passage.rows.coding_ids()) == {world.one, world.other, world.bo}
    assert inspector.passage.rows.button(world.one).isChecked()
    assert not inspector.passage.rows.button(world.bo).isChecked()
    assert "Bo" in inspector.passage.rows.button(world.bo).accessibleName()
    assert "Ann" not in inspector.passage.rows.button(world.one).accessibleName()
    assert inspector.code.isVisible()
    assert inspector.code.fields["definition"].editor.text() == "A light settles it."


def test_clicking_a_code_chooses_it_and_shows_its_own_words(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    lay_out(inspector)
    with qtbot.waitSignal(inspector.codingChosen) as chosen:
        qtbot.mouseClick(inspector.passage.rows.button(world.other), Qt.MouseButton.LeftButton)
    assert chosen.args == [world.other]
    assert inspector.passage.quote.text() == f"“{PIER[30:56]}”"
    assert inspector.code.code.id == world.care


def test_arrow_keys_walk_through_all_codes_of_a_passage(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    lay_out(inspector)
    rows = inspector.passage.rows
    order = rows.coding_ids()
    rows.button(order[0]).setFocus()
    rows.button(order[0]).click()
    for expected in order[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert inspector.passage.chosen.id == expected
    assert rows.coding_ids() == order


def test_delete_and_the_cross_ask_to_take_a_coding_away(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    lay_out(inspector)
    row = inspector.passage.rows.button(world.other)
    with qtbot.waitSignal(inspector.removeRequested) as asked:
        qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert asked.args == [[world.other]]
    with qtbot.waitSignal(inspector.removeRequested) as asked:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.cross().center())
    assert asked.args == [[world.other]]
    assert inspector.passage.chosen.id == world.one


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


def test_a_coding_that_is_undone_leaves_the_panel(world, inspector):
    fresh = codings.apply(world.project, world.quay, [Span(30, 42)], [world.care])[0]
    inspector.show_passage(world.quay, [coding(world, fresh)], fresh)
    world.project.undo()
    assert not inspector.passage.isVisible()
    assert inspector.document.isVisible()
    assert inspector.document.document.id == world.quay


def test_removing_the_chosen_coding_shows_the_other_one_on_these_words(world, inspector):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    codings.remove(world.project, [world.one])
    assert set(inspector.passage.rows.coding_ids()) == {world.other, world.bo}
    assert inspector.passage.chosen.id == world.bo


def test_the_star_marks_a_passage_as_typical(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    star = inspector.passage._star
    qtbot.mouseClick(star, Qt.MouseButton.LeftButton)
    assert coding(world, world.one).typical
    assert star.isChecked()
    world.project.undo()
    assert not star.isChecked()


def test_a_memo_on_the_words_is_made_with_its_first_words(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    inspector.passage.memos.start()
    entry = inspector.passage.memos.entries()[-1]
    write(qtbot, entry.editor, "Nobody asks.")
    inspector.flush()
    write(qtbot, entry.editor, " Why?")
    inspector.flush()
    (memo,) = memos.listed(world.project)
    assert (memo.kind, memo.body) == (MemoKind.PASSAGE, "Nobody asks. Why?")
    assert memo.selection_ids == (coding(world, world.one).selection_id,)
    assert len(inspector.passage.memos.entries()) == 1
    world.project.undo()
    world.project.undo()
    assert inspector.passage.memos.entries() == []


def test_an_offered_memo_that_stays_empty_is_never_made(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    before = steps(world)
    inspector.passage.memos.start()
    inspector.passage.memo.editor.setFocus()
    assert inspector.passage.memos.entries() == []
    assert steps(world) == before


def test_a_code_is_shown_with_counts_and_the_code_above(world, inspector, qtbot):
    inspector.show_code(world.signs)
    qtbot.waitUntil(lambda: inspector.code.counts.isVisible())
    assert inspector.code.counts.text() == "2 passages in 2 documents · 0 of its own"
    inspector.show_code(world.lamp)
    qtbot.waitUntil(lambda: inspector.code.counts.isVisible())
    assert inspector.code.counts.text() == "2 passages in 2 documents"
    with qtbot.waitSignal(inspector.codeRequested) as asked:
        inspector.code.parent_link.click()
    assert asked.args == [world.signs]
    with qtbot.waitSignal(inspector.passagesRequested) as asked:
        inspector.code.passages_link.click()
    assert asked.args == [world.lamp]


def test_counts_follow_a_new_coding(world, inspector, qtbot):
    inspector.show_code(world.care)
    qtbot.waitUntil(lambda: inspector.code.counts.text() == "1 passage in 1 document")
    codings.apply(world.project, world.quay, [Span(0, 8)], [world.care])
    qtbot.waitUntil(lambda: inspector.code.counts.text() == "2 passages in 2 documents")


def test_each_field_of_a_code_is_a_step_of_its_own(world, inspector, qtbot):
    inspector.show_code(world.care)
    before = len(steps(world))
    for name in codes.TEXT_FIELDS:
        write(qtbot, inspector.code.fields[name].editor, f"about {name}")
    inspector.flush()
    now = code(world, world.care)
    assert [getattr(now, name) for name in codes.TEXT_FIELDS] == [
        f"about {name}" for name in codes.TEXT_FIELDS
    ]
    assert len(steps(world)) == before + len(codes.TEXT_FIELDS)


def test_a_deleted_code_leaves_the_panel_without_a_complaint(world, inspector, qtbot):
    inspector.show_code(world.care)
    write(qtbot, inspector.code.fields["definition"].editor, "too late")
    codes.delete(world.project, [world.care])
    assert inspector.hints.isVisible()
    assert not inspector.flush()


def test_a_document_is_shown_with_group_variables_and_my_status(world, inspector, qtbot):
    documents.edit(world.project, world.pier, values={"Place": "north pier"})
    inspector.show_document(world.pier)
    assert inspector.document.name.text() == "01  Pier"
    assert "Talks" in inspector.document.about.text()
    assert "2 passages" in inspector.document.about.text()
    words = [
        label.text() for label in inspector.document.findChildren(type(inspector.document.name))
    ]
    assert "north pier" in words
    with qtbot.waitSignal(inspector.documentPropertiesRequested) as asked:
        inspector.document._edit.click()
    assert asked.args == [world.pier]


def test_my_status_is_set_for_the_one_who_codes(world, inspector):
    inspector.show_document(world.pier)
    box = inspector.document.status
    box.setCurrentIndex(2)
    box.activated.emit(2)
    (record,) = coders.work(world.project)
    assert (record.coder, record.status) == ("Ann", WorkStatus.FINISHED)
    world.session.act_as("Bo")
    assert box.currentIndex() == 0
    world.session.act_as("Ann")
    world.project.undo()
    assert box.currentIndex() == 0


def test_document_memos_are_written_edited_and_deleted_here(world, inspector, qtbot):
    inspector.show_document(world.pier)
    inspector.document.memos.start()
    write(qtbot, inspector.document.memos.entries()[-1].editor, "A calm talk.")
    inspector.flush()
    (memo,) = memos.listed(world.project)
    assert (memo.kind, memo.document_ids) == (MemoKind.DOCUMENT, (world.pier,))
    (entry,) = inspector.document.memos.entries()
    assert "Ann" in entry._note.text()
    entry.deleteRequested.emit()
    assert memos.listed(world.project) == []
    assert inspector.document.memos.entries() == []


def test_a_memo_on_uncoded_words_is_found_again_with_its_document(world, inspector):
    memos.create(
        world.project, MemoKind.PASSAGE, "Who is asked?", passage=(world.pier, Span(57, 74))
    )
    memos.create(
        world.project, MemoKind.PASSAGE, "Seen with its code.", passage=(world.pier, Span(0, 56))
    )
    inspector.show_document(world.pier)
    (entry,) = inspector.document.memos.entries()
    assert entry.editor.text() == "Who is asked?"
    assert PIER[57:74] in entry._note.text()
    codings.apply(world.project, world.pier, [Span(57, 74)], [world.care])
    inspector._facts.forget_all()
    inspector.show_document(world.pier)
    assert inspector.document.memos.entries() == []


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


def test_escape_saves_and_asks_to_go_back_to_the_text(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    write(qtbot, inspector.passage.memo.editor, "done")
    with qtbot.waitSignal(inspector.leaveRequested):
        qtbot.keyClick(inspector.passage.memo.editor, Qt.Key.Key_Escape)
    assert coding(world, world.one).memo == "done"


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


def test_a_field_is_as_high_as_its_words(inspector, world, qtbot):
    inspector.show_code(world.care)
    editor = inspector.code.fields["definition"].editor
    low = editor.height()
    editor.setFocus()
    editor.insertPlainText("one\ntwo\nthree\nfour")
    qtbot.waitUntil(lambda: editor.height() > low + 2 * editor.fontMetrics().lineSpacing())
    assert editor.verticalScrollBar().maximum() == 0


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


def test_long_quotations_are_cut_between_words_and_unfolded_on_demand(world, inspector, qtbot):
    whole = codings.apply(world.project, world.pier, [Span(0, len(PIER))], [world.care])[0]
    inspector.show_passage(world.pier, [coding(world, whole)], whole)
    quote = inspector.passage.quote
    assert quote.text() == f"“{PIER}”"
    assert cut("one two three", 9) == "one two…"
    assert cut("码头在天亮前打扫干净", 8) == "码头在天…"
    assert cut("a" * 5 + "e\u0301" * 10, 8) == "a" * 5 + "e\u0301…"
    quote.show_quote("word " * 200)
    short = quote.text()
    assert short.endswith("…”")
    quote._more.click()
    assert len(quote.text()) > len(short)


def test_only_scripts_that_have_italics_are_slanted():
    assert is_slanted("The lamp is enough")
    assert not is_slanted("码头在天亮前打扫干净")
    assert not is_slanted("المرفأ قبل الفجر")
