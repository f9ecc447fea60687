"""Rows on their way: dragged with their name hanging from the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QWidget

from qcode.ui.shell import theme

_WIDEST = 260  # pixels of a name that hangs from the pointer


def drag_rows(view: QAbstractItemView, actions: Qt.DropAction) -> None:
    """Drag the selected rows of a view until they are dropped: what its ``startDrag`` does.

    Qt's own would hold Python's lock until the drag ends, and every worker with it.
    """
    dragged = [
        index
        for index in view.selectionModel().selectedIndexes()
        if index.flags() & Qt.ItemFlag.ItemIsDragEnabled
    ]
    if not dragged:
        return
    current = view.currentIndex()
    name = str((current if current in dragged else dragged[0]).data())
    drag = QDrag(view)
    drag.setMimeData(view.model().mimeData(dragged))
    drag.setPixmap(_picture(view, name, len(dragged) - 1))
    drag.setHotSpot(QPoint(-10, -6))
    drag.exec(actions, view.defaultDropAction())


def _picture(widget: QWidget, name: str, others: int) -> QPixmap:
    """Draw what hangs from the pointer: the name of the row, and how many others come along."""
    metrics = widget.fontMetrics()
    text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST)
    if others:
        text = f"{text}  +{others}"
    size = metrics.size(Qt.TextFlag.TextSingleLine, text) + QSize(18, 8)
    ratio = widget.devicePixelRatioF()
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    shown = theme.current()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(shown.color("accent"))
    painter.setBrush(shown.color("accent_soft"))
    area = QRectF(0, 0, size.width(), size.height())
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(shown.color("ink"))
    painter.setFont(widget.font())
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture
