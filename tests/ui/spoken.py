"""What a screen reader finds in a window: Qt's accessibility tree, and the way of the Tab key."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

Role = QAccessible.Role

USED = frozenset(
    {
        Role.Button,
        Role.ButtonDropDown,
        Role.ButtonMenu,
        Role.CheckBox,
        Role.ComboBox,
        Role.EditableText,
        Role.Link,
        Role.List,
        Role.MenuItem,
        Role.PageTabList,
        Role.RadioButton,
        Role.Slider,
        Role.SpinBox,
        Role.Table,
        Role.Tree,
    }
)
"""Roles of what can be used; whatever takes the focus has one of them (a menu bar apart)."""

MOST_ROWS = 40  # of a list that are walked through
MOST_STEPS = 300  # of the Tab key


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """The visible part of the tree, parents first."""
    if interface.state().invisible:
        return
    yield interface
    view = isinstance(interface.object(), QAbstractItemView)
    count = interface.childCount()
    for place in range(min(count, MOST_ROWS) if view else count):
        child = interface.child(place)
        if child is not None and child.isValid():
            yield from walk(child)


def tree_of(widget: QWidget) -> list[QAccessibleInterface]:
    """Everything visible in a window or a part of it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return list(walk(interface))


def name_of(interface: QAccessibleInterface) -> str:
    """What a screen reader says of it first."""
    return interface.text(QAccessible.Text.Name).strip()


def described(widget: QWidget | None) -> str:
    """A widget in words, for messages of tests."""
    if widget is None:
        return "nothing"
    parents = []
    above: QWidget | None = widget
    while above is not None:
        parents.append(type(above).__name__)
        above = above.parentWidget()
    return f"{' < '.join(parents)} ({widget.accessibleName() or widget.objectName()})"


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab should come to a widget."""
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return (
        bool(tab)
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
        and not widget.visibleRegion().isEmpty()
    )


def way_of_tab(window: QWidget, *, back: bool = False) -> list[QWidget]:
    """Where Tab (or Shift+Tab) goes, from where the focus is until it comes round."""
    way: list[QWidget] = []
    focused = QApplication.focusWidget()
    assert focused is not None
    while focused not in way:
        way.append(focused)
        assert len(way) < MOST_STEPS
        if back:
            QTest.keyClick(focused, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        else:
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None and focused.window() is window, described(way[-1])
    return way[way.index(focused) :]


def nameless(widget: QWidget) -> list[str]:
    """What can be used or focused in a window and has no name, or no role that says what it is."""
    faults = []
    for interface in tree_of(widget):
        owner = interface.object()
        role, name = interface.role(), name_of(interface)
        focusable = isinstance(owner, QWidget) and takes_tab(owner)
        if (role in USED or focusable) and not name:
            faults.append(f"no name: {role.name} {described(owner)}")
        if focusable and role not in USED:
            faults.append(f"takes the focus as {role.name}: {described(owner)}")
    return faults


def unreached(window: QWidget, way: list[QWidget]) -> list[str]:
    """What should be reached by Tab and is not."""
    return [
        described(widget)
        for widget in window.findChildren(QWidget)
        if takes_tab(widget) and widget.window() is window and widget not in way
    ]


def out_of_order(part: QWidget, way: list[QWidget]) -> list[str]:
    """Steps of Tab within a part of the window that go up, or left in one line."""
    inside = [widget for widget in way if part.isAncestorOf(widget)]
    first = min(range(len(inside)), key=lambda at: _corner(inside[at], part), default=0)
    inside = inside[first:] + inside[:first]
    faults = []
    for one, other in pairwise(inside):
        here = one.rect().translated(one.mapTo(part, QPoint(0, 0)))
        there = other.rect().translated(other.mapTo(part, QPoint(0, 0)))
        above = there.bottom() <= here.top()
        same_line = there.top() < here.bottom() and here.top() < there.bottom()
        left = there.right() <= here.left()
        if (above and there.left() <= here.right()) or (same_line and left):
            faults.append(f"{described(one)} → {described(other)}")
    return faults


def _corner(widget: QWidget, part: QWidget) -> tuple[int, int]:
    point = widget.mapTo(part, QPoint(0, 0))
    return (point.y() // 8, point.x())
