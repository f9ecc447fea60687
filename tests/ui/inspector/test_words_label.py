"""Words in the inspector: as high as Qt makes them, and to be selected with the mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from qcode.ui.shell.fonts import reading_font
from qcode.ui.widgets.inspector.words_label import WordsLabel

WORDS = (
    "lamps",
    "the harbour lamps are lit late and nobody knows who lights them",
    "港口的灯很晚才亮，谁也不知道是谁点的；lamps 和灯。",
    "“one line\nand another\n\nand one after a gap”",
    "ends with a break\n",
)


@pytest.mark.parametrize("slanted", [False, True])
@pytest.mark.parametrize("words", WORDS)
def test_words_are_as_high_as_those_of_qt_selectable_or_not(qtbot, words, slanted):
    font = reading_font(11.3)
    font.setItalic(slanted)
    ours, qts, selectable = WordsLabel(), QLabel(), QLabel()
    selectable.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    for label in (ours, qts, selectable):
        qtbot.addWidget(label)
        label.setFont(font)
        label.setContentsMargins(6, 0, 6, 0)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setText(words)
    for width in (60, 163, 224, 480):
        assert ours.heightForWidth(width) == qts.heightForWidth(width)
        assert ours.heightForWidth(width) == selectable.heightForWidth(width)


def test_words_can_be_selected_when_the_pointer_has_come(qtbot):
    words = WordsLabel(selectable=True)
    qtbot.addWidget(words)
    words.setText("lamps are lit late")
    words.resize(words.fontMetrics().horizontalAdvance(words.text()) + 20, 30)
    words.show()
    qtbot.waitExposed(words)
    QTest.mouseMove(words, QPoint(2, 15))
    QTest.mouseDClick(words, Qt.MouseButton.LeftButton, pos=QPoint(8, 15))
    assert words.selectedText() == "lamps"
    QApplication.sendEvent(words, QEvent(QEvent.Type.Leave))
    assert words.selectedText() == "lamps"
    words.setText("other words")
    assert not words.hasSelectedText()
