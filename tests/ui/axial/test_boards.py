"""Cards on the board of axial coding, moved by keys, by mouse and by what others do."""

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from qcode.model.enums import CodeKind
from qcode.services import codes
from qcode.ui.widgets.mime import put_codes
from qcode.ui.workspaces.axial.board_columns import Gathering

from tests.ui.tree_hand import drag


def shown(panel):
    """Names in the columns of a board: head, then cards."""
    return [
        [column.head.code.name, *(card.code.name for card in column.cards)]
        for column in panel.rows.columns
    ]


def drop(panel, code_ids, where):
    """Let codes fall at a point of a board."""
    mime = QMimeData()
    put_codes(mime, code_ids)
    assert drag(panel, mime, where)


def test_concepts_stand_under_their_categories_and_loose_ones_beside_the_board(space, made):
    assert shown(space.board) == [["signs", "lamp", "bell"], ["waiting", "tide"]]
    assert shown(space.loose) == [["", "rope"]]
    assert [column.head.count for column in space.board.rows.columns] == [3, 1]


def test_the_other_level_gathers_categories_into_main_categories(space, made):
    space.board.show_gathering(Gathering.CATEGORIES)
    assert shown(space.board) == [["order", "signs"]]
    assert shown(space.loose) == [["", "waiting"]]


def test_a_card_that_is_dropped_lands_before_the_card_under_it(space, made, qtbot):
    view = space.board.view
    drop(space.board, [made.rope], view.visualRect(view.model().index_of(made.bell)).topLeft())
    after = [["signs", "lamp", "rope", "bell"], ["waiting", "tide"]]
    qtbot.waitUntil(lambda: shown(space.board) == after)
    assert space.cards.selected_codes() == [made.rope]
    space.session.project.undo()
    assert shown(space.loose) == [["", "rope"]]


def test_cards_dropped_beside_the_board_have_no_category_any_more(space, made, qtbot):
    drop(space.loose, [made.tide, made.bell], QPoint(20, 20))
    qtbot.waitUntil(lambda: shown(space.board) == [["signs", "lamp"], ["waiting"]])
    assert {name for name in shown(space.loose)[0] if name} == {"tide", "bell", "rope"}


def test_arrow_keys_walk_through_cards_and_columns(space, made):
    view = space.board.view
    space.cards.select_code(made.lamp)
    walked = []
    for key in ("Down", "Right", "Up", "Left", "Down"):
        QTest.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
        walked.append(view.current_key())
    assert walked == [made.bell, made.tide, made.waiting, made.signs, made.lamp]


def test_alt_and_an_arrow_move_the_chosen_cards(space, made):
    view = space.board.view
    space.cards.select_keys([made.lamp, made.bell])
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shown(space.board) == [["signs"], ["waiting", "tide", "lamp", "bell"]]
    assert space.cards.selected_codes() == [made.lamp, made.bell]
    space.cards.select_code(made.bell)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shown(space.board) == [["signs"], ["waiting", "tide", "bell", "lamp"]]


def test_a_loose_card_goes_to_the_first_column_and_back_by_keys(space, made):
    space.cards.select_code(made.rope)
    assert space.loose.view.hasFocus()
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(space.loose.view, Qt.Key.Key_Right, alt)
    assert shown(space.board)[0] == ["signs", "lamp", "bell", "rope"]
    QTest.keyClick(space.board.view, Qt.Key.Key_Left, alt)
    assert shown(space.loose) == [["", "rope"]]


def test_a_name_is_changed_on_its_card(space, made, qtbot):
    space.cards.rename(made.lamp)
    field = space.board.view.viewport().findChild(QLineEdit)
    assert field.text() == "lamp"
    field.setText("light")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(space.board)[0] == ["signs", "light", "bell"])


def test_what_others_do_shows_and_the_choice_stays(space, made):
    space.cards.select_code(made.bell)
    codes.rename(space.session.project, made.lamp, "light")
    assert shown(space.board)[0] == ["signs", "light", "bell"]
    codes.move(space.session.project, [made.lamp], made.waiting)
    assert shown(space.board) == [["signs", "bell"], ["waiting", "tide", "light"]]
    assert space.cards.selected_codes() == [made.bell]


def test_a_hidden_workspace_reads_when_it_comes_back(space, made, qtbot):
    space.window().hide()
    codes.rename(space.session.project, made.lamp, "light")
    assert shown(space.board)[0] == ["signs", "lamp", "bell"]
    space.window().show()
    qtbot.waitUntil(lambda: shown(space.board)[0] == ["signs", "light", "bell"])


def test_a_concept_under_a_concept_stays_with_its_category(space, made):
    codes.move(space.session.project, [made.rope], made.lamp)
    assert shown(space.board)[0] == ["signs", "lamp", "rope", "bell"]


def test_the_filter_narrows_the_loose_ones(space, made):
    codes.move(space.session.project, [made.tide], None)
    space.loose.filter_field.setText("ti")
    assert shown(space.loose) == [["", "tide"]]


def test_a_screen_reader_hears_what_a_card_is(space, made):
    index = space.board.rows.index_of(made.lamp)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "lamp, concept, 2 passages, in signs"


def test_selecting_a_code_of_the_other_level_shows_that_level(space, made):
    space.cards.select_code(made.order)
    assert space.board.gathering is Gathering.CATEGORIES
    assert space.cards.selected_codes() == [made.order]
    assert codes.tree(space.session.project)[0].kind is CodeKind.MAIN_CATEGORY
