"""Words that only one side has are marked, in every script."""

from PySide6.QtGui import QTextDocument
from qcode.ui.dialogs.side_words import marked


def tinted(text, other):
    """The words that are marked, and the whole text as it is read."""
    page = QTextDocument()
    page.setHtml(marked(text, other))
    found = []
    block = page.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.charFormat().fontUnderline():
                found.append(piece.text())
            pieces += 1
        block = block.next()
    return found, page.toPlainText()


def test_only_what_the_other_does_not_have_is_marked(qapp):
    assert tinted("the old lamp", "the lamp") == (["old"], "the old lamp")
    assert tinted("灯塔在港口", "灯在港口") == (["塔"], "灯塔在港口")


def test_the_text_is_read_as_it_is_stored(qapp):
    text = "<b>a</b> & b\n\n  two  blanks"
    assert tinted(text, text) == ([], text)


def test_texts_without_a_common_word_are_not_one_great_mark(qapp):
    assert tinted("lamp", "harbour") == ([], "lamp")
    assert tinted("a b c d and more of it", "c and others")[0] == []


def test_a_change_in_a_very_long_text_is_found_and_many_are_left_alone(qapp):
    long = "word " * 5_000
    assert tinted(f"{long}more", long)[0] == ["more"]
    assert tinted(f"new {long}more", f"old {long}less")[0] == []
