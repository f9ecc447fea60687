"""Prose with links: they show today's words, are one unit to caret and keys, and are followed."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from qcode.model.span import Span
from qcode.model.theory_records import LinkKind, LiveSegment
from qcode.ui.widgets.live_text import LiveTextEdit
from qcode.ui.widgets.mime import Place, put_place

GUID = "0b0cf1a4-4d0a-4a4e-9f0d-27a7a3f3a001"
OTHER = "0b0cf1a4-4d0a-4a4e-9f0d-27a7a3f3a002"
LINK = f"[duty](code:{GUID})"
Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editor(qtbot):
    made = LiveTextEdit()
    qtbot.addWidget(made)
    made.takes_links = True
    made.resize(400, 200)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def show(editor, before="", words="duty", after="", gone=False):
    """Show ``before``, a link to a code with today's ``words``, and ``after``."""
    body = before + LINK + after
    end = len(before) + len(LINK)
    parts = [
        LiveSegment(0, len(before), before),
        LiveSegment(len(before), end, words, LinkKind.CODE, GUID, None if gone else 7),
        LiveSegment(end, len(body), after),
    ]
    editor.show_segments([one for one in parts if one.words], body)
    return body


def put_caret(editor, place):
    cursor = editor.textCursor()
    cursor.setPosition(place)
    editor.setTextCursor(cursor)


def test_a_link_is_read_as_todays_words_and_stored_as_it_was(editor):
    body = show(editor, "Here ", "calling twice", ".")
    assert editor.toPlainText() == "Here calling twice."
    assert editor.stored() == body


def test_blanks_that_do_not_break_and_signs_beyond_the_first_plane_are_kept(editor, qtbot):
    body = show(editor, "a\u00a0𝒳\nsecond ", "𝒳 duty", " end")
    assert editor.stored() == body
    put_caret(editor, 0)
    qtbot.keyClicks(editor, "now ")
    assert editor.stored() == f"now {body}"


def test_the_caret_steps_over_a_link_and_never_into_it(editor, qtbot):
    show(editor, "ab ", "duty", " cd")
    put_caret(editor, 3)
    qtbot.keyClick(editor, Key.Key_Right)
    assert editor.textCursor().position() == 7
    qtbot.keyClick(editor, Key.Key_Left)
    assert editor.textCursor().position() == 3
    put_caret(editor, 5)
    assert editor.textCursor().position() in (3, 7)


def test_shift_and_arrows_select_a_whole_link_and_let_it_go_again(editor, qtbot):
    show(editor, "ab ", "duty", " cd")
    put_caret(editor, 3)
    qtbot.keyClick(editor, Key.Key_Right, Shift)
    assert editor.textCursor().selectedText() == "duty"
    qtbot.keyClick(editor, Key.Key_Left, Shift)
    assert not editor.textCursor().hasSelection()


@pytest.mark.parametrize(
    ("place", "key", "modifiers"),
    [
        (16, Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
        (3, Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (16, Key.Key_Backspace, Ctrl),
        (3, Key.Key_Delete, Ctrl),
    ],
)
def test_a_key_that_deletes_takes_the_link_whole_and_undo_brings_it_back(
    editor, qtbot, place, key, modifiers
):
    body = show(editor, "ab ", "calling twice", ", cd")
    put_caret(editor, place)
    qtbot.keyClick(editor, key, modifiers)
    assert (editor.stored(), editor.textCursor().position()) == ("ab , cd", 3)
    editor.undo()
    assert editor.stored() == body
    assert editor.toPlainText() == "ab calling twice, cd"


@pytest.mark.parametrize(
    ("place", "key", "left"),
    [
        (17, Key.Key_Backspace, f"ab {LINK} cd"),
        (16, Key.Key_Delete, f"ab {LINK} cd"),
        (3, Key.Key_Backspace, f"ab{LINK}, cd"),
        (2, Key.Key_Delete, f"ab{LINK}, cd"),
    ],
)
def test_a_key_that_deletes_beside_a_link_leaves_it(editor, qtbot, place, key, left):
    show(editor, "ab ", "calling twice", ", cd")
    put_caret(editor, place)
    qtbot.keyClick(editor, key)
    assert editor.stored() == left
    assert "calling twice" in editor.toPlainText()


def test_backspace_between_two_links_takes_only_the_one_before(editor, qtbot):
    show(editor, "", "duty", "")
    put_caret(editor, 4)
    editor.insert_link(LINK, "duty", LinkKind.CODE)
    put_caret(editor, 4)
    qtbot.keyClick(editor, Key.Key_Backspace)
    assert (editor.stored(), editor.textCursor().position()) == (LINK, 0)
    editor.undo()
    assert editor.stored() == LINK * 2


def test_what_is_typed_beside_a_link_is_no_part_of_it(editor, qtbot):
    show(editor, "", "duty", "")
    put_caret(editor, 4)
    qtbot.keyClicks(editor, "s")
    put_caret(editor, 0)
    qtbot.keyClicks(editor, "x")
    assert editor.stored() == f"x{LINK}s"


def test_words_written_over_a_selection_behind_a_link_are_no_part_of_it(editor, qtbot):
    show(editor, "ab ", "duty", " cd")
    cursor = editor.textCursor()
    cursor.setPosition(7)
    cursor.setPosition(10, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    qtbot.keyClicks(editor, "x")
    assert editor.stored() == f"ab {LINK}x"


def test_a_double_click_selects_the_whole_link(editor, qtbot):
    show(editor, "ab ", "calling twice", " cd")
    cursor = QTextCursor(editor.document())
    cursor.setPosition(8)
    point = editor.cursorRect(cursor).center()
    qtbot.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert editor.textCursor().selectedText() == "calling twice"


def test_a_link_that_was_altered_is_stored_as_the_words_that_are_seen(editor):
    show(editor, "ab ", "duty", " cd")
    cursor = QTextCursor(editor.document())
    cursor.setPosition(5)
    cursor.insertText("XX", cursor.charFormat())
    assert editor.stored() == "ab duXXty cd"


def test_ctrl_enter_and_ctrl_click_follow_a_link(editor, qtbot):
    show(editor, "ab ", "duty", " cd")
    followed = []
    editor.linkActivated.connect(lambda kind, guid: followed.append((kind, guid)))
    put_caret(editor, 7)
    qtbot.keyClick(editor, Key.Key_Return, Ctrl)
    cursor = QTextCursor(editor.document())
    cursor.setPosition(5)
    point = editor.cursorRect(cursor).center()
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, Ctrl, point)
    assert followed == [("code", GUID)] * 2
    beside = point + editor.rect().topRight() / 2
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, Ctrl, beside)
    assert len(followed) == 2


def test_two_square_brackets_ask_for_a_link_that_takes_their_place(editor, qtbot):
    wanted = []
    editor.linkWanted.connect(lambda: wanted.append(True))
    qtbot.keyClicks(editor, "see [[")
    assert wanted == [True]
    editor.insert_link(LINK, "duty", LinkKind.CODE)
    qtbot.keyClicks(editor, " now")
    assert editor.stored() == f"see {LINK} now"
    assert editor.toPlainText() == "see duty now"


def test_ctrl_l_asks_for_a_link_where_links_are_taken(editor, qtbot):
    wanted = []
    editor.linkWanted.connect(lambda: wanted.append(True))
    qtbot.keyClick(editor, Key.Key_L, Ctrl)
    editor.takes_links = False
    qtbot.keyClick(editor, Key.Key_L, Ctrl)
    assert wanted == [True]


def test_only_the_user_changes_a_text(editor, qtbot):
    told = []
    editor.changed.connect(lambda: told.append(True))
    show(editor, "ab ", "duty", " cd")
    show(editor, "ab ", "duties", " cd")
    QApplication.processEvents()
    assert not told
    assert editor.toPlainText() == "ab duties cd"
    qtbot.keyClicks(editor, "x")
    assert told


def test_showing_the_same_again_keeps_what_can_be_undone(editor, qtbot):
    show(editor, "ab ", "duty", " cd")
    put_caret(editor, 0)
    qtbot.keyClicks(editor, "x")
    show(editor, "xab ", "duty", " cd")
    assert editor.document().isUndoAvailable()


def test_a_copied_link_stays_a_link_and_reads_as_words_elsewhere(editor, qtbot):
    show(editor, "ab ", "duty", " cd")
    editor.resolver = lambda body: [LiveSegment(0, len(body), "duties", LinkKind.CODE, GUID, 7)]
    cursor = editor.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.copy()
    assert QApplication.clipboard().text() == "duty"
    put_caret(editor, 10)
    editor.paste()
    assert editor.stored() == f"ab {LINK} cd{LINK}"


def test_a_pasted_passage_tells_where_it_stands_and_can_become_a_link(editor):
    mime = QMimeData()
    mime.setText("calls again")
    put_place(mime, OTHER, Span(4, 15))
    told = []
    editor.placePasted.connect(told.append)
    editor.insertFromMimeData(mime)
    assert told == [Place(OTHER, Span(4, 15))]
    assert editor.stored() == "calls again"
    markup = f"[calls again](passage:{OTHER})"
    assert editor.link_pasted(markup, "calls again", LinkKind.PASSAGE)
    assert editor.stored() == markup
    assert not editor.link_pasted(markup, "calls again", LinkKind.PASSAGE)


def test_a_stretch_of_the_stored_text_is_shown(editor):
    body = show(editor, "𝒳b ", "calling", " cd")
    editor.reveal(Span(3, 3 + len(LINK)))
    assert editor.textCursor().selectedText() == "calling"
    editor.reveal(Span(len(body) - 2, len(body)))
    assert editor.textCursor().selectedText() == "cd"


def test_a_passage_of_several_paragraphs_is_quoted_on_one_line(editor):
    editor.show_segments([LiveSegment(0, 5, "one\ntwo", LinkKind.PASSAGE, OTHER, 3)])
    assert editor.toPlainText() == "one two"
    assert editor.stored() == f"[one two](passage:{OTHER})"
