"""A panel with a tree, as eyes and hands meet it."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication


def show(panel, qtbot):
    """The panel at its usual size, with the focus in its tree."""
    qtbot.addWidget(panel)
    panel.resize(280, 420)
    panel.show()
    qtbot.waitExposed(panel)
    panel.view.setFocus()
    return panel


def names(panel):
    """Names of the rows that can be seen, from top to bottom."""
    found, index = [], panel.view.model().index(0, 0)
    while index.isValid():
        found.append(index.data(Qt.ItemDataRole.EditRole))
        index = panel.view.indexBelow(index)
    return found


def drag(panel, mime, where, *, drop=True):
    """Hold ``mime`` over a point of the tree and let it go; returns whether it was welcome."""
    area = panel.view.viewport()
    how = (Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    enter, move = QDragEnterEvent(where, *how), QDragMoveEvent(where, *how)
    QApplication.sendEvent(area, enter)
    QApplication.sendEvent(area, move)
    welcome = enter.isAccepted() and move.isAccepted()
    if welcome and drop:
        QApplication.sendEvent(area, QDropEvent(QPointF(where), *how))
    return welcome
