"""Passages read against each other: chosen, placed on dimensions, written about."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from qcode.model.enums import MemoKind, ParadigmRole
from qcode.model.memo_records import Target, TargetKind
from qcode.services import codes, memos, paradigms, properties

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def compared(space, made, qtbot):
    """The category “signs” with its three passages and one property."""
    properties.create(space.session.project, made.signs, "distance", "near", "far")
    space.cards.select_code(made.signs)
    qtbot.waitUntil(lambda: space.comparison.passages.model.rowCount() > 0)
    return space.comparison


def places(space, made):
    (one,) = properties.of_code(space.session.project, made.signs)
    return {place.selection_id: place.place for place in one.places}


def slider(compared):
    (row,) = compared.dimensions._rows.values()
    return row.slider


def test_a_click_chooses_the_passage_that_is_placed_and_a_double_click_goes_to_it(
    compared, space, qtbot
):
    gone = []
    compared.passageActivated.connect(lambda *where: gone.append(where))
    where = compared.list.visualRect(compared.passages.model.index(1)).center()
    qtbot.mouseClick(compared.list.viewport(), LEFT, pos=where)
    chosen = compared.passages.model.passage_at(1)
    assert compared.dimensions._passage == chosen.selection_id
    assert compared.dimensions._which.text() == f"Where {chosen.label} lies:"
    assert gone == []
    qtbot.mouseDClick(compared.list.viewport(), LEFT, pos=where)
    assert [place[3] for place in gone] == [chosen.coding_id]


def test_the_newest_passage_is_placed_while_none_is_chosen(compared, space, made):
    newest = compared.passages.model.top
    assert not compared.list.currentIndex().isValid()
    assert slider(compared).isEnabled()
    QTest.keyClick(slider(compared), Qt.Key.Key_Right)
    assert places(space, made) == {newest.selection_id: 55}
    assert newest.label in compared.dimensions._which.text()


def test_a_passage_is_put_where_one_points(compared, space, made, qtbot):
    line = slider(compared)
    middle = line.height() // 2
    qtbot.mouseClick(line, LEFT, pos=QPoint(round(line._x(80)), middle))
    assert list(places(space, made).values()) == [80]
    space.session.project.undo()
    assert places(space, made) == {}
    qtbot.mousePress(line, LEFT, pos=QPoint(round(line._x(80)), middle))
    qtbot.mouseMove(line, QPoint(round(line._x(30)), middle))
    qtbot.mouseRelease(line, LEFT, pos=QPoint(round(line._x(20)), middle))
    assert list(places(space, made).values()) == [20]
    space.session.project.undo()
    assert places(space, made) == {}, "a drag is one step"


def test_a_memo_that_is_begun_can_be_seen(compared, space, qtbot):
    space.window().resize(1200, 560)
    with qtbot.waitActive(space.window()):
        space.window().activateWindow()
    space.write_memo()
    (entry,) = compared.memos.entries()
    port = compared._below.viewport()

    def seen():
        here = entry.editor.mapTo(port, entry.editor.rect().center())
        return port.rect().contains(here)

    qtbot.waitUntil(seen)


def test_a_memo_without_a_chosen_card_is_on_the_category_that_is_shown(compared, space, made):
    space.board.view.clearSelection()
    space._compare()
    assert space.cards.selected_codes() == []
    (shown,) = compared.passages.code_ids()
    assert space.write_memo()
    (entry,) = compared.memos.entries()
    entry.editor.insertPlainText("Both wait.")
    space.flush()
    (memo,) = memos.on(space.session.project, Target(TargetKind.CODE, shown))
    assert memo.body == "Both wait."


def test_a_memo_where_no_category_is_shown_is_left_to_the_window(space):
    space.board.view.clearSelection()
    space.board.view.setCurrentIndex(space.board.rows.index(-1, -1))
    space._compare()
    assert not space.write_memo()


def test_nothing_chosen_says_what_to_do(space, made, qtbot):
    space.board.view.clearSelection()
    space.board.view.setCurrentIndex(space.board.rows.index(-1, -1))
    space._compare()
    words = space.comparison.passages.pages.nothing
    qtbot.waitUntil(lambda: words.text() == "Choose a code to read its passages here.")


def test_a_memo_taken_back_sends_nobody_elsewhere(space, made):
    project = space.session.project
    on = [Target(TargetKind.CODE, made.signs)]
    memos.create(project, MemoKind.THEORETICAL, "near", targets=on)
    heard = []
    space.session.changed.connect(heard.append)
    project.undo()
    assert space.tells_of(heard[0])
    space.hide()
    assert not space.tells_of(heard[0])


def test_after_undo_the_card_that_was_moved_is_chosen_and_not_one_that_made_room(space, made):
    project = space.session.project
    heard = []
    space.session.changed.connect(heard.append)
    codes.move(project, [made.rope], made.signs, 0)
    project.undo()
    assert made.bell in heard[-1].ids("code"), "it stood below and moved as well"
    space.go_to_change(heard[-1])
    assert space.cards.selected_codes() == [made.rope]
    project.redo()
    space.go_to_change(heard[-1])
    assert space.cards.selected_codes() == [made.rope]


def test_what_is_made_again_is_chosen_though_a_worker_reads_it(space, made, qtbot, monkeypatch):
    from qcode.model.enums import CodeKind
    from qcode.model.records import CodeDraft
    from qcode.ui.itemmodels import recount

    project = space.session.project
    new = codes.create(project, CodeDraft("fog", CodeKind.CATEGORY))
    project.undo()
    monkeypatch.setattr(recount, "PROMPT_SECONDS", -1.0)
    space._counting.ask()
    heard = []
    space.session.changed.connect(heard.append)
    project.redo()
    space.go_to_change(heard[-1])
    qtbot.waitUntil(lambda: space.cards.selected_codes() == [new])


def test_a_card_can_be_dropped_where_nothing_is_left_without_a_category(space, made):
    codes.move(space.session.project, [made.rope], made.signs)
    words = space.loose._empty
    assert words.isVisible()
    middle = space.loose.view.mapTo(space.loose, space.loose.view.rect().center())
    assert space.loose.childAt(middle) is space.loose.view.viewport()


def test_the_name_that_is_edited_covers_the_old_one(space, made):
    space.cards.rename(made.lamp)
    field = space.board.view.viewport().findChild(QLineEdit)
    card = space.board.view.visualRect(space.board.rows.index_of(made.lamp))
    assert field.geometry() == card


def test_in_a_narrow_slot_the_noun_gives_way_to_the_name_of_the_role(space, made):
    project = space.session.project
    paradigm = paradigms.create(project, "Night")
    paradigms.put(project, paradigm, ParadigmRole.STRATEGY, [made.signs])
    slot = space.paradigms.slots[ParadigmRole.STRATEGY]
    slot.resize(420, slot.height())
    assert slot._note.text() == "3 passages"
    slot.resize(190, slot.height())
    assert slot._note.text() == "3"
    assert slot._note.accessibleName() == "3 passages"


def test_words_of_a_link_are_whole_when_it_has_the_focus(space, made, qtbot):
    with qtbot.waitActive(space.window()):
        space.window().activateWindow()
    space.cards.select_code(made.signs)
    space._compare()
    add = space.comparison.dimensions._add
    width = add.width()
    add.setFocus()
    QApplication.processEvents()
    assert add.hasFocus()
    assert add.sizeHint().width() <= width


def test_the_menu_of_a_card_offers_a_memo(space, made, monkeypatch):
    from PySide6.QtWidgets import QMenu

    opened = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, *_: opened.append(menu))
    space.cards.select_code(made.lamp)
    space.board.view.menuWanted.emit(QPoint())
    assert space._actions["memo.beside"] in opened[0].actions()


def test_a_project_without_codes_says_where_concepts_come_from(space, made):
    project = space.session.project
    codes.delete(project, [made.rope])
    assert space.loose._empty.text() == "Every concept has its category."
    codes.delete(project, [made.order, made.signs, made.waiting, made.lamp, made.bell, made.tide])
    assert space.loose._empty.text().startswith("No concept yet.")


def test_the_way_to_begin_a_paradigm_is_whole(space, made):
    panel = space.paradigms
    assert panel._begin.isVisible()
    assert panel._begin.height() >= panel._begin.sizeHint().height()
    words = panel._nothing
    assert words.height() >= words.heightForWidth(words.width())
    assert words.geometry().bottom() <= panel.height()
    assert words.y() < panel.height() / 2, "at the top, not spread over the panel"


def test_the_passages_have_all_room_that_is_not_needed_below(compared, qtbot):
    passages, below = compared._parts.widget(0), compared._parts.widget(1)
    qtbot.waitUntil(lambda: below.height() <= below.widget().sizeHint().height() + 1)
    assert passages.height() > below.height()


def test_parts_that_were_divided_by_hand_stay_so(compared):
    compared._parts.moveSplitter(compared._parts.height() // 3, 1)
    sizes = compared._parts.sizes()
    compared._show_below()
    QApplication.processEvents()
    assert compared._parts.sizes() == sizes
