"""The workspace of memos: found, read, written, attached, deleted, and what undo shows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from qcode.model.enums import CodeKind, MemoKind
from qcode.model.records import CodeDraft
from qcode.model.theory_records import Target, TargetKind
from qcode.services import codes, memos, overview, paradigms

from tests.ui.memos.conftest import stored

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


def titles(space):
    return [space.rows.index(row).data() for row in range(space.rows.rowCount())]


def steps(project):
    return [str(step.label) for step in overview.history(project)]


def test_memos_are_listed_by_title_or_first_words_with_kind_and_what_they_are_on(space, made):
    assert set(titles(space)) == {"Signs", "Taken down on the pier.", "Ask the deck hands next."}
    row = space.rows.row_of(made.signs_memo)
    spoken = space.rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Signs, theoretical memo, Ann, today, lamp decides, 1 passage"
    plan = space.rows.index(space.rows.row_of(made.plan))
    assert "the project" in plan.data(Qt.ItemDataRole.AccessibleTextRole)


def test_first_words_show_links_as_they_read_now(space, project, made):
    memo_id = memos.create(project, MemoKind.CODE, stored(project, made.signs_memo).body)
    codes.rename(project, made.care, "ringing twice")
    row = space.rows.row_of(memo_id)
    assert space.rows.index(row).data() == "Signs stand for reasons: ringing twice."


def test_words_kind_and_attachment_narrow_the_list(space, made):
    space.bar.words.setText("deck hands")
    space.bar.words.returnPressed.emit()
    assert titles(space) == ["Ask the deck hands next."]
    space.bar.clear_all()
    space.bar.set_values("kind", frozenset({MemoKind.DOCUMENT}))
    assert titles(space) == ["Taken down on the pier."]
    assert [chip.words.text() for chip in space.bar.chips.values()] == ["Kind: document memo"]
    space.bar.chips["kind"].cross.click()
    assert len(titles(space)) == 3
    space.bar.set_values("code", frozenset({Target(TargetKind.CODE, made.lamp)}))
    assert titles(space) == ["Signs"]
    space.bar.clear_all()
    space.bar.set_mark("nothing", True)
    assert titles(space) == ["Ask the deck hands next."]
    space.bar.set_mark("anything", True)
    assert set(titles(space)) == {"Signs", "Taken down on the pier."}


def test_memos_come_as_last_changed_as_written_or_by_code(space, project, made):
    memos.edit(project, made.signs_memo, title="Signs again")
    assert titles(space)[0] == "Signs again"
    place = space.bar.order.findData("created")
    space.bar.order.setCurrentIndex(place)
    space.bar.order.activated.emit(place)
    assert titles(space)[-1] == "Ask the deck hands next."


def test_a_title_and_a_text_are_saved_while_one_types_as_one_step(space, project, made, qtbot):
    space.show_memo(made.plan)
    before = len(steps(project))
    qtbot.keyClick(space.list, Key.Key_Return)
    qtbot.keyClicks(space.page.body, " Tomorrow")
    space.page.body.flush()
    qtbot.keyClicks(space.page.body, " morning.")
    space.page.title.setFocus()
    qtbot.keyClicks(space.page.title, "Next")
    qtbot.keyClick(space.page.title, Key.Key_Return)
    found = stored(project, made.plan)
    assert (found.title, found.body) == ("Next", "Ask the deck hands next. Tomorrow morning.")
    assert len(steps(project)) == before + 1
    assert space.page.body.hasFocus()


def test_what_is_typed_is_saved_when_one_goes_on_to_another_memo(space, project, made, qtbot):
    space.show_memo(made.plan)
    space.page.begin()
    qtbot.keyClicks(space.page.body, " Soon.")
    space.show_memo(made.pier_memo)
    assert stored(project, made.plan).body == "Ask the deck hands next. Soon."
    assert stored(project, made.pier_memo).body == "Taken down on the pier."
    assert space.page.body.toPlainText() == "Taken down on the pier."


def test_the_kind_is_changed_in_its_place(space, project, made):
    space.show_memo(made.plan)
    row = space.page.kind.findData(MemoKind.PROJECT)
    space.page.kind.setCurrentIndex(row)
    space.page.kind.activated.emit(row)
    assert stored(project, made.plan).kind is MemoKind.PROJECT


def test_a_new_memo_is_shown_although_the_filter_would_leave_it_out(space, project, qtbot):
    space.bar.set_values("kind", frozenset({MemoKind.DOCUMENT}))
    space.new_memo(MemoKind.OPERATIONAL)
    assert space.page.body.hasFocus()
    qtbot.keyClicks(space.page.body, "Read the log.")
    space.flush()
    assert stored(project, space.page.memo.id).body == "Read the log."
    assert not space.bar.chips


def test_memos_are_deleted_and_undo_shows_them_again(window, space, project, made, qtbot):
    space.show_memo(made.plan)
    space.list.setFocus()
    qtbot.keyClick(space.list, Key.Key_Delete)
    assert stored(project, made.plan) is None
    assert space.page.memo.id != made.plan
    window.desk.show_workspace("memos")
    window.undo()
    assert space.page.memo.id == made.plan
    window.redo()
    assert stored(project, made.plan) is None


def test_undo_of_typing_lands_at_the_memo(window, space, project, made, qtbot):
    space.show_memo(made.plan)
    space.page.begin()
    qtbot.keyClicks(space.page.body, " Soon.")
    space.show_memo(made.signs_memo)
    window.undo()
    assert space.page.memo.id == made.plan
    assert space.page.body.toPlainText() == "Ask the deck hands next."


def test_undo_of_an_attachment_lands_at_the_memo(window, space, project, made):
    space.show_memo(made.plan)
    space.page.attachments.attach([Target(TargetKind.CODE, made.care)])
    space.show_memo(made.signs_memo)
    window.undo()
    assert space.page.memo.id == made.plan
    assert not space.page.attachments.chips


def test_undo_in_the_text_takes_back_the_last_step_although_it_was_not_typed_there(
    window, space, project, made, qtbot
):
    space.show_memo(made.plan)
    space.page.begin()
    qtbot.keyClicks(space.page.body, " Soon.")
    space.page.flush()
    space.page.attachments.attach([Target(TargetKind.CODE, made.care)])
    space.page.begin()
    qtbot.keyClick(space.page.body, Key.Key_Z, Ctrl)
    found = stored(project, made.plan)
    assert (found.code_ids, found.body) == ((), "Ask the deck hands next. Soon.")
    space.page.begin()
    qtbot.keyClick(space.page.body, Key.Key_Z, Ctrl)
    assert stored(project, made.plan).body == "Ask the deck hands next."
    space.page.begin()
    for _ in range(2):
        qtbot.keyClick(space.page.body, Key.Key_Z, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    found = stored(project, made.plan)
    assert (found.code_ids, found.body) == ((made.care,), "Ask the deck hands next. Soon.")


def test_undo_in_the_title_goes_on_to_the_window_when_nothing_typed_is_left(
    window, space, project, made, qtbot
):
    space.show_memo(made.plan)
    space.page.attachments.attach([Target(TargetKind.CODE, made.care)])
    title = space.page.title
    title.setFocus()
    qtbot.keyClicks(title, "Next")
    qtbot.keyClick(title, Key.Key_Z, Ctrl)
    assert title.text() == ""
    assert stored(project, made.plan).code_ids == (made.care,)
    qtbot.keyClick(title, Key.Key_Z, Ctrl)
    assert stored(project, made.plan).code_ids == ()


def test_chips_show_go_to_and_take_off_what_a_memo_is_attached_to(window, space, project, made):
    space.show_memo(made.signs_memo)
    chips = space.page.attachments.chips
    assert [chip.words.accessibleName() for chip in chips.values()] == [
        "Code: lamp decides",
        "Passage: 01-01  “The ferry leaves when the harbour master lifts the lamp.”",
    ]
    chips[Target(TargetKind.CODE, made.lamp)].cross.click()
    assert stored(project, made.signs_memo).code_ids == ()
    (passage,) = space.page.attachments.chips.values()
    passage.words.click()
    assert window.desk.shown == "code"
    assert window.workspace.document.id == made.pier


def test_a_memo_is_attached_to_a_paradigm_from_the_menu(space, project, made):
    paradigm = paradigms.create(project, "Leaving")
    space.show_memo(made.plan)
    menu = space.page.attachments.menu
    menu.aboutToShow.emit()
    below = next(one.menu() for one in menu.actions() if one.text() == "P&aradigm")
    below.actions()[0].trigger()
    assert stored(project, made.plan).paradigm_ids == (paradigm,)


def test_a_code_is_chosen_by_its_name_to_attach_a_memo(window, space, project, made, qtbot):
    space.show_memo(made.plan)
    space.page.attachments.choose()
    field = window.focusWidget()
    qtbot.keyClicks(field, "twice")
    qtbot.keyClick(field, Key.Key_Return)
    assert stored(project, made.plan).code_ids == (made.care,)


def test_a_link_in_a_memo_leads_to_its_code(window, space, made, qtbot):
    space.show_memo(made.signs_memo)
    body = space.page.body
    body.setFocus()
    cursor = body.textCursor()
    cursor.setPosition(len("Signs stand for reasons: calling twice"))
    body.setTextCursor(cursor)
    qtbot.keyClick(body, Key.Key_Return, Ctrl)
    assert window.desk.shown == "code"
    assert window.workspace.codes_panel.current_code() == made.care


def test_links_in_the_open_memo_follow_a_new_name(space, project, made):
    space.show_memo(made.signs_memo)
    codes.rename(project, made.care, "ringing twice")
    assert space.page.body.toPlainText() == "Signs stand for reasons: ringing twice."
    assert not space.page.body.dirty


def test_months_are_counted_and_chosen_by_keys_and_by_click(space, made, qtbot):
    from qcode.ui.workspaces.memos.months import Month

    line = space.timeline
    chosen = []
    line.chosen.disconnect()
    line.chosen.connect(chosen.append)
    counts = {Month(2026, month): month % 3 for month in range(1, 8)}
    line.show_counts(counts, None)
    line.resize(210, line.height())
    line.setFocus()
    qtbot.keyClick(line, Key.Key_Home)
    assert line.accessibleDescription() == "January 2026: 1 memo"
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.keyClick(line, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(line, Key.Key_Escape)
    first, second = Month(2026, 1), Month(2026, 2)
    assert chosen == [(first, first), (first, second), None]
    place = line.bar(3).center().toPoint()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert chosen[3:] == [(Month(2026, 4), Month(2026, 4)), None]


def test_a_month_shows_the_memos_written_or_changed_in_it(space):
    line = space.timeline
    assert sum(line._counts.values()) == 3  # all of today
    (month,) = line.months
    line.chosen.emit((month, month))
    assert len(titles(space)) == 3
    assert "days" in space.bar.chips
    assert line.isVisible()
    line.chosen.emit((month.after(1), month.after(1)))
    assert titles(space) == []
    space.bar.set_values("kind", frozenset({MemoKind.CODE}))
    assert not line.isVisible()  # no memo of this kind in any month
    assert space.found._nothing.isVisible()
    assert space._none.text() == ""  # nothing is there to be chosen
    space.bar.set_values("kind", frozenset())
    line.chosen.emit(None)
    assert len(titles(space)) == 3


@pytest.mark.parametrize("count", [2_000])
def test_two_thousand_memos_are_shown_as_rows_without_reading_their_passages(
    space, project, made, count
):
    with project.change(memos.Message("x")) as writer:
        for number in range(count):
            writer.insert(
                "memo",
                kind="theoretical",
                title="",
                body=f"Note {number} on the lamp.",
                coder_id=writer.coder_id(),
            )
    assert space.rows.rowCount() == count + 3


def test_a_code_memo_from_the_menu_is_on_the_chosen_code(window, project, made):
    window.workspace.codes_panel.select_code(made.signs)
    window.actions_["memo.new.code"].trigger()
    assert window.desk.shown == "memos"
    found = stored(project, window.desk.current.page.memo.id)
    assert (found.kind, found.code_ids) == (MemoKind.CODE, (made.signs,))


def test_what_others_do_meanwhile_leaves_typing_alone(space, project, made, qtbot):
    space.show_memo(made.plan)
    space.page.begin()
    qtbot.keyClicks(space.page.body, " Soon")
    codes.create(project, CodeDraft("ropes", CodeKind.CONCEPT))
    memos.set_kind(project, [made.pier_memo], MemoKind.PROJECT)
    qtbot.keyClicks(space.page.body, "er.")
    assert space.page.body.toPlainText() == "Ask the deck hands next. Sooner."
