"""The small dialogs ask one thing, by keyboard, and give back what was said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QTreeWidget,
    QWidget,
)
from qcode.model.colors import PALETTE
from qcode.model.enums import CodeKind
from qcode.ui.dialogs.about import show_about
from qcode.ui.dialogs.choose_code import Target, choose_code
from qcode.ui.dialogs.coder import ask_coder
from qcode.ui.dialogs.colour import choose_colour
from qcode.ui.dialogs.file_field import FileField, free_path, usual_folder
from qcode.ui.dialogs.form import FormDialog
from qcode.ui.dialogs.memo import ask_memo
from qcode.ui.dialogs.new_code import ask_code
from qcode.ui.dialogs.new_project import ask_new_project
from qcode.ui.dialogs.question import ask
from qcode.ui.dialogs.remembered import keep, recall
from qcode.ui.dialogs.shortcuts import show_shortcuts
from qcode.ui.dialogs.version import ask_version

from tests.ui.dialogs.driving import drive


def press(key):
    return lambda dialog: QTest.keyClick(dialog.focusWidget() or dialog, key)


def typed(text, key=Qt.Key.Key_Return):
    def act(dialog):
        QTest.keyClicks(dialog.focusWidget(), text)
        QTest.keyClick(dialog.focusWidget(), key)

    return act


def test_a_question_is_answered_by_return_and_escape(window):
    def question():
        return ask(window, "Open", "It is in use.", "Open read-only")

    assert drive(question, press(Qt.Key.Key_Return))
    assert not drive(question, press(Qt.Key.Key_Escape))


def test_a_new_code_goes_under_the_nearest_code_that_can_hold_it(window, coded):
    category, concept, _ = coded.codes
    wanted = drive(lambda: ask_code(window, coded, CodeKind.CONCEPT, concept), typed("calls again"))
    assert wanted.draft.name == "calls again"
    assert wanted.draft.kind is CodeKind.CONCEPT
    assert wanted.parent_id == category


def test_a_code_is_not_offered_what_is_below_its_kind(window, coded):
    def act(dialog):
        combo = dialog.findChild(QComboBox)
        assert [combo.itemData(row) for row in range(combo.count())] == [None]
        dialog.reject()

    assert drive(lambda: ask_code(window, coded, CodeKind.MAIN_CATEGORY, None), act) is None


def test_a_code_without_a_name_cannot_be_made(window, coded):
    def act(dialog):
        assert not dialog.accept_button.isEnabled()
        QTest.keyClicks(dialog.focusWidget(), "  ")
        assert not dialog.accept_button.isEnabled()
        dialog.reject()

    drive(lambda: ask_code(window, coded, CodeKind.CONCEPT, None), act)


def test_codes_are_merged_into_the_one_that_is_found_by_typing(window, coded):
    _, walks, signs = coded.codes
    chosen = drive(lambda: choose_code(window, coded, "Merge into", [walks]), typed("signs"))
    assert chosen == Target(signs)


def test_arrows_move_in_the_list_while_the_filter_has_the_focus(window, coded):
    _, walks, signs = coded.codes

    def act(dialog):
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(dialog.focusWidget(), key)

    assert drive(lambda: choose_code(window, coded, "Merge into", [walks]), act) == Target(signs)


def test_why_codes_are_merged_can_be_said_and_need_not(window, coded):
    _, walks, signs = coded.codes

    def act(dialog):
        QTest.keyClicks(dialog.focusWidget(), "signs")
        QTest.keyClicks(dialog.findChildren(QLineEdit)[-1], "the same thing")
        dialog.accept()

    wanted = drive(lambda: choose_code(window, coded, "Merge into", [walks]), act)
    assert wanted == Target(signs, "the same thing")


def test_enter_in_a_field_merges_after_tab_has_been_on_cancel(window, coded):
    _, walks, signs = coded.codes

    def act(dialog):
        QTest.keyClicks(dialog.focusWidget(), "signs")
        while dialog.focusWidget() is not dialog.cancel_button:
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    assert drive(lambda: choose_code(window, coded, "Merge into", [walks]), act) == Target(signs)


def test_enter_on_cancel_cancels(window, coded):
    _, walks, _ = coded.codes

    def act(dialog):
        QTest.keyClicks(dialog.focusWidget(), "signs")
        dialog.cancel_button.setFocus()
        QTest.keyClick(dialog.cancel_button, Qt.Key.Key_Return)

    assert drive(lambda: choose_code(window, coded, "Merge into", [walks]), act) is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_on_cancel_is_the_main_button_all_the_same(window, key):
    def act(dialog):
        dialog.cancel_button.setFocus()
        QTest.keyClick(dialog.cancel_button, key, Qt.KeyboardModifier.ControlModifier)

    assert drive(lambda: ask(window, "Open", "It is in use.", "Open read-only"), act)


def test_enter_on_a_button_of_the_body_presses_that_button_only(qtbot):
    dialog = FormDialog(None, "Make one", "Make")
    qtbot.addWidget(dialog)
    asked = []
    field = FileField(lambda _: asked.append("a file"))
    dialog.add_row("File", field)

    def act(shown):
        button = field.findChild(QPushButton)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
        assert asked == ["a file"] and shown.isVisible()
        shown.reject()

    assert not drive(dialog.asked, act)


def test_on_a_low_screen_a_list_is_lower_before_the_whole_scrolls(qtbot):
    dialog = FormDialog(None, "Make one", "Make", "What is made here lies on this computer. " * 3)
    qtbot.addWidget(dialog)
    rows = QListWidget()
    rows.addItems([str(number) for number in range(30)])
    dialog.body.addWidget(rows, 1)

    def act(shown):
        usual = rows.height()
        shown.resize(shown.width(), shown.height() - 70)
        QApplication.processEvents()
        assert rows.height() == usual - 70
        assert not shown.findChild(QScrollArea).verticalScrollBar().isVisible()
        shown.reject()

    drive(dialog.asked, act)


def test_enter_that_is_still_held_down_answers_nothing(window):
    def act(dialog):
        held = QKeyEvent(
            QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
        )
        for asked in (dialog.accept_button, dialog.cancel_button):
            asked.setFocus()
            QApplication.sendEvent(asked, held)
            assert dialog.isVisible()
        dialog.reject()

    assert not drive(lambda: ask(window, "Open", "It is in use.", "Open read-only"), act)


def test_ctrl_enter_is_the_main_button_in_a_field_of_several_lines(window):
    def act(dialog):
        QTest.keyClicks(dialog.focusWidget(), "Pilot")
        note = dialog.findChild(QPlainTextEdit)
        note.setFocus()
        QTest.keyClicks(note, "two")
        QTest.keyClick(note, Qt.Key.Key_Return)
        QTest.keyClicks(note, "lines")
        QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    words = drive(lambda: ask_version(window, "Name", "Keep"), act)
    assert words == ("Pilot", "two\nlines")


def test_of_several_codes_one_can_take_the_others_and_one_alone_is_not_offered(window, coded):
    _, walks, signs = coded.codes
    both = [walks, signs]
    assert drive(lambda: choose_code(window, coded, "Merge into", both), typed("signs")) == Target(
        signs
    )

    def act(dialog):
        QTest.keyClicks(dialog.focusWidget(), "signs")
        assert not dialog.accept_button.isEnabled()
        dialog.reject()

    drive(lambda: choose_code(window, coded, "Merge into", [signs]), act)


def test_what_lies_below_the_merged_codes_is_not_offered(window, coded):
    category = coded.codes[0]

    def act(dialog):
        assert dialog.findChild(QTreeWidget).topLevelItemCount() == 0
        assert not dialog.accept_button.isEnabled()
        dialog.reject()

    assert drive(lambda: choose_code(window, coded, "Merge into", [category]), act) is None


def test_a_colour_is_chosen_by_keyboard_from_the_present_one(window):
    def act(dialog):
        assert dialog.focusWidget().isChecked()
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)

    assert drive(lambda: choose_colour(window, PALETTE[2]), act) == PALETTE[3]


def test_every_colour_has_a_name(window):
    def act(dialog):
        buttons = dialog.findChildren(QToolButton)
        assert len(buttons) == len(PALETTE)
        assert all(button.accessibleName() for button in buttons)
        dialog.reject()

    assert drive(lambda: choose_colour(window, "#123456"), act) is None


def test_a_memo_is_kept_by_ctrl_return_and_tab_leaves_it(window):
    def act(dialog):
        field = dialog.findChild(QPlainTextEdit)
        QTest.keyClicks(field, "why at night? ")
        QTest.keyClick(field, Qt.Key.Key_Tab)
        assert dialog.focusWidget() is not field
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert drive(lambda: ask_memo(window, "Memo", "a passage"), act) == "why at night?"


def test_another_coder_is_named(window, session):
    assert drive(lambda: ask_coder(window, session), typed("Bao")) == "Bao"


def test_a_coder_can_be_called_like_the_beginning_of_another(window, session):
    assert drive(lambda: ask_coder(window, session), typed("An")) == "An"


def test_the_same_coder_is_no_change(window, session):
    assert drive(lambda: ask_coder(window, session), press(Qt.Key.Key_Return)) is None


def test_a_project_is_one_file_named_after_it(window, settings, tmp_path):
    settings.set_folder("open", str(tmp_path))
    settings.coder = "Ann"
    wanted = drive(lambda: ask_new_project(window, settings), typed("Desk: work / 2020"))
    assert wanted.path == tmp_path / "Desk work 2020.qcode"
    assert (wanted.name, wanted.coder) == ("Desk: work / 2020", "Ann")


def test_a_name_that_is_taken_gets_a_number(window, settings, tmp_path):
    settings.set_folder("open", str(tmp_path))
    settings.coder = "Ann"
    (tmp_path / "Desk.qcode").touch()
    wanted = drive(lambda: ask_new_project(window, settings), typed("Desk"))
    assert wanted.path == tmp_path / "Desk 2.qcode"


def test_a_project_is_not_made_over_a_file_or_without_a_coder(window, settings, tmp_path):
    settings.set_folder("open", str(tmp_path))
    settings.coder = "Ann"
    (tmp_path / "Desk.qcode").touch()

    def act(dialog):
        dialog.file.set_path(tmp_path / "Desk.qcode")
        assert not dialog.accept_button.isEnabled()
        dialog.file.set_path(tmp_path / "nowhere" / "Desk.qcode")
        assert not dialog.accept_button.isEnabled()
        dialog.file.set_path(tmp_path / "Free.qcode")
        assert dialog.accept_button.isEnabled()
        dialog.coder.clear()
        assert not dialog.accept_button.isEnabled()
        dialog.reject()

    assert drive(lambda: ask_new_project(window, settings), act) is None


def test_a_typed_file_no_longer_follows_the_name(window, settings, tmp_path):
    settings.set_folder("open", str(tmp_path))
    settings.coder = "Ann"

    def act(dialog):
        dialog.file.field.setText(str(tmp_path / "mine"))
        dialog.file.field.textEdited.emit("")
        QTest.keyClicks(dialog.name, "Other")
        dialog.accept()

    assert drive(lambda: ask_new_project(window, settings), act).path == tmp_path / "mine.qcode"


def test_a_folder_that_is_gone_is_not_proposed(tmp_path):
    assert usual_folder(str(tmp_path)) == tmp_path
    assert usual_folder(str(tmp_path / "gone")).is_dir()


def test_free_paths_are_numbered(tmp_path):
    path = tmp_path / "a.txt"
    assert free_path(path) == path
    path.touch()
    (tmp_path / "a 2.txt").touch()
    assert free_path(path) == tmp_path / "a 3.txt"


def test_shortcuts_and_about_open_and_close(window):
    drive(lambda: show_shortcuts(window), press(Qt.Key.Key_Escape))
    drive(lambda: show_about(window), press(Qt.Key.Key_Escape))


def test_choices_are_kept_and_nonsense_counts_as_nothing(settings):
    assert recall(settings, "x") == {}
    keep(settings, "x", {"name": "排查", "count": 3})
    assert recall(settings, "x") == {"name": "排查", "count": 3}
    keep(settings, "x", [1])
    assert recall(settings, "x") == {}


def test_a_dialog_is_gone_after_it_was_asked(window, qapp, qtbot):
    dialog = FormDialog(window, "Heading", "Do it")
    gone = []
    dialog.destroyed.connect(lambda: gone.append(True))
    drive(dialog.asked, press(Qt.Key.Key_Escape))
    qtbot.waitUntil(lambda: bool(gone))


def test_words_that_wrap_have_room(window):
    dialog = FormDialog(window, "Heading", "Do it", "many words " * 60)

    def act(shown):
        assert shown.height() >= shown.body.totalHeightForWidth(shown.width())
        shown.reject()

    drive(dialog.asked, act)


def controls(dialog):
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QToolButton)
    inner = (QComboBox, QAbstractItemView)
    return [
        child
        for child in dialog.findChildren(QWidget)
        if isinstance(child, kinds)
        and child.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(child.parentWidget(), inner)
        and child.isVisibleTo(dialog)
    ]


@pytest.mark.parametrize("which", range(6))
def test_every_control_has_a_name_for_screen_readers(window, coded, settings, text_file, which):
    from qcode.ui.dialogs.document_properties import edit_document
    from qcode.ui.dialogs.export_codebook import export_codebook
    from qcode.ui.dialogs.export_passages import export_passages
    from qcode.ui.dialogs.import_texts import import_texts
    from qcode.ui.dialogs.restore import choose_backup

    def act(dialog):
        nameless = [
            control
            for control in controls(dialog)
            if not control.accessibleName() and not getattr(control, "text", lambda: "")()
        ]
        dialog.reject()
        assert nameless == []

    drive(
        [
            lambda: import_texts(window, coded, settings, [text_file]),
            lambda: export_codebook(window, coded, settings),
            lambda: export_passages(window, coded, settings, coded.codes),
            lambda: choose_backup(window, coded.project, settings),
            lambda: edit_document(window, coded, coded.document),
            lambda: ask_new_project(window, settings),
        ][which],
        act,
    )


def test_a_complaint_makes_room_for_itself(qtbot):
    dialog = FormDialog(None, "Make one", "Make", "What is made here lies on this computer. " * 3)
    qtbot.addWidget(dialog)
    field = FileField(str)
    dialog.add_row("File", field)
    heights = []

    def complain(shown):
        heights.append(field.height())
        shown.complain("This folder does not exist. Choose another one, or make it first.")
        QApplication.processEvents()
        heights.append(field.height())
        shown.reject()

    drive(dialog.asked, complain)
    assert heights[0] == heights[1] >= field.sizeHint().height()
