"""Pointing at stripes, clicking them, and what their tooltips say."""

from datetime import datetime

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QTextDocumentFragment, QWheelEvent
from PySide6.QtWidgets import QApplication
from qcode.model.span import Span
from qcode.ui.shell.theme import LIGHT, contrast
from qcode.ui.widgets.stripes.tips import coding_tip

from tests.ui.stripes.beside import MADE, TEXT, coding, middle, move, painted, paragraph


def test_a_stripe_under_the_pointer_lights_its_passage(view, margin):
    blank = Span(TEXT.index(" the list"), TEXT.index(" the list") + 1)
    view.put_codings([coding(1, paragraph(0))])
    painted(view)
    place = view.span_rect(blank).center()
    before = view.viewport().grab().toImage().pixelColor(place)
    move(margin, middle(margin, 1))
    lit = view.viewport().grab().toImage().pixelColor(place)
    assert lit != before and contrast(LIGHT.ink, lit.name()) >= 4.5
    QApplication.sendEvent(margin, QEvent(QEvent.Type.Leave))
    assert view.viewport().grab().toImage().pixelColor(place) == before


def test_a_passage_under_the_pointer_raises_its_stripe(view, margin, qtbot):
    view.put_codings([coding(1, paragraph(1)), coding(2, paragraph(3))])
    painted(view)
    before = margin.grab().toImage()
    start = paragraph(1).start
    qtbot.mouseMove(view.viewport(), view.span_rect(Span(start, start + 3)).center())
    QApplication.processEvents()
    raised = margin.grab().toImage()
    middle_of = margin.name_rects()[1].center().toPoint()
    corner = QPoint(margin.name_rects()[1].right() - 4, middle_of.y())
    assert raised.pixelColor(corner) != before.pixelColor(corner)
    other = QPoint(corner.x(), margin.name_rects()[2].center().toPoint().y())
    assert raised.pixelColor(other) == before.pixelColor(other)


def test_a_click_on_a_stripe_or_a_name_chooses_the_coding(view, margin, qtbot):
    view.put_codings([coding(1, paragraph(1)), coding(2, paragraph(1))])
    painted(view)
    with qtbot.waitSignal(view.codingChosen) as chosen:
        qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=middle(margin, 2))
    assert chosen.args == [2]
    name = margin.name_rects()[1].center().toPoint()
    with qtbot.waitSignal(view.codingChosen) as chosen:
        qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=name)
    assert chosen.args == [1]
    assert view.chosen_coding == 1


def test_a_double_click_on_a_stripe_selects_its_passage(view, margin, qtbot):
    view.put_codings([coding(1, paragraph(1))])
    painted(view)
    with qtbot.waitSignal(view.spanSelected) as selected:
        qtbot.mouseDClick(margin, Qt.MouseButton.LeftButton, pos=middle(margin, 1))
    assert selected.args == [paragraph(1)]
    assert view.chosen_coding == 1


def test_the_menu_of_a_stripe_speaks_of_its_coding(view, margin, qtbot):
    view.put_codings([coding(1, paragraph(1))])
    painted(view)
    point = middle(margin, 1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, margin.mapToGlobal(point))
    with qtbot.waitSignal(view.contextRequested) as asked:
        QApplication.sendEvent(margin, event)
    assert asked.args == [margin.mapToGlobal(point), paragraph(1).start]
    assert view.chosen_coding == 1


def test_the_wheel_scrolls_the_text_from_the_margin_too(view, margin):
    turn = QWheelEvent(
        QPointF(20, 100),
        QPointF(margin.mapToGlobal(QPoint(20, 100))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(margin, turn)
    assert view.verticalScrollBar().value() > 0


def test_a_name_that_found_no_room_is_shown_when_its_stripe_is_pointed_at(view, margin):
    view.put_codings([coding(n, paragraph(1)) for n in range(1, 6)])
    painted(view)
    silent = [n for n in range(1, 6) if n not in margin.name_rects()]
    assert silent
    move(margin, middle(margin, silent[-1]))
    painted(view)
    assert silent[-1] in margin.name_rects()


def test_a_tooltip_says_code_coder_day_and_memo_and_escapes_them():
    tip = coding_tip([coding(1, (0, 5), label="a1 <duty>", memo="is it\n<b>bold</b>?")], LIGHT)
    words = QTextDocumentFragment.fromHtml(tip).toPlainText()
    assert "a1 <duty>" in words and "Ann" in words and "<b>bold</b>?" in words
    when = datetime.fromisoformat(MADE).astimezone()
    day = QLocale().toString(QDate(when.year, when.month, when.day), QLocale.FormatType.ShortFormat)
    assert day in words


def test_a_tooltip_of_many_codings_counts_the_rest_and_shortens_memos():
    many = [coding(n, (0, 5), memo="line\n" * 30) for n in range(10)]
    words = QTextDocumentFragment.fromHtml(coding_tip(many, LIGHT)).toPlainText()
    assert sum(f"duty {n}" in words for n in range(10)) == 6
    assert "and 4 more" in words
    assert words.count("line") == 6 * 4
