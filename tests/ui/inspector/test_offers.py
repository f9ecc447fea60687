"""Empty fields are only offers to write; the focus or the pointer makes fields of them."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHoverEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from qcode.services import codes

from tests.ui.inspector.writing import write
from tests.ui.inspector_project import code


def field(inspector, world, name="definition"):
    inspector.show_code(world.care)
    return inspector.code.fields[name]


def test_an_empty_field_is_reached_by_tab_in_both_directions(world, inspector, qtbot):
    first = field(inspector, world).editor
    second = field(inspector, world, "use_when").editor
    assert first.rests and second.rests
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert not first.rests
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus() and first.rests
    qtbot.keyClick(second, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert first.hasFocus() and second.rests
    qtbot.keyClicks(first, "to look after")
    inspector.flush()
    assert code(world, world.care).definition == "to look after"


def test_a_click_on_an_offer_puts_the_caret_into_it(world, inspector, qtbot):
    offered = field(inspector, world).editor
    window, where = inspector.window().windowHandle(), offered.rect().center()
    place = offered.mapTo(inspector.window(), where)
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert offered.hasFocus() and not offered.rests
    qtbot.keyClicks(QApplication.focusWidget(), "x")
    assert offered.text() == "x"


def test_what_is_left_empty_is_an_offer_again_and_what_has_words_a_field(world, inspector, qtbot):
    shown, other = field(inspector, world), field(inspector, world, "boundary")
    high = shown.height()
    write(qtbot, shown.editor, "word")
    other.editor.setFocus()
    assert not shown.editor.rests and shown.label.isVisible()
    shown.editor.setFocus()
    shown.editor.selectAll()
    qtbot.keyClick(shown.editor, Qt.Key.Key_Delete)
    assert not shown.editor.rests
    other.editor.setFocus()
    assert shown.editor.rests and not shown.label.isVisible()
    qtbot.waitUntil(lambda: shown.height() == high)
    assert code(world, world.care).definition == ""


def test_a_field_under_the_pointer_takes_what_the_mouse_does(world, inspector):
    offered = field(inspector, world).editor
    inside, away = QPointF(9, 9), QPointF(-1, -1)
    offered.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QApplication.sendEvent(offered, QHoverEvent(QEvent.Type.HoverEnter, inside, inside, away))
    assert not offered.rests
    assert offered.childAt(QPoint(9, 9)) is offered.viewport()
    offered.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    QApplication.sendEvent(offered, QHoverEvent(QEvent.Type.HoverLeave, away, away, inside))
    assert offered.rests


def test_an_offer_is_as_high_as_the_empty_field_without_its_name(world, inspector, qtbot):
    offered = field(inspector, world)
    high = offered.height()
    offered.editor.setFocus()
    qtbot.waitUntil(lambda: offered.height() == high + offered.label.height())


def test_another_code_shows_its_words_where_the_last_one_had_an_offer(world, inspector):
    codes.describe(world.project, world.lamp, {"definition": "A light settles it."})
    offered = field(inspector, world).editor
    assert offered.rests
    inspector.show_code(world.lamp)
    assert not offered.rests and offered.viewport().isVisible()
    inspector.show_code(world.care)
    assert offered.rests
