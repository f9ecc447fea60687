"""A layout that sets widgets in lines like words: what does not fit goes to the next line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Widgets from left to right (the other way round in right-to-left windows), line by line.

    A widget whose policy expands takes what is left of its line.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget before those from ``place`` on."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self._gap * max(0, len(shown) - 1)
        return QSize(width, max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:
        shown = self._shown()
        return QSize(
            max((item.minimumSize().width() for item in shown), default=0),
            max((item.minimumSize().height() for item in shown), default=0),
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        lines: list[list[tuple[QLayoutItem, int]]] = [[]]
        used = 0
        for item in self._shown():
            hint = min(item.sizeHint().width(), rect.width())
            least = min(item.minimumSize().width(), hint) if _expands(item) else hint
            if lines[-1] and used + self._gap + least > rect.width():
                lines.append([])
                used = 0
            used += least + (self._gap if lines[-1] else 0)
            lines[-1].append((item, least))
        y = rect.y()
        for line in lines:
            height = max((item.sizeHint().height() for item, _ in line), default=0)
            if move:
                self._set_line(rect, y, height, line)
            y += height + self._gap
        return max(0, y - self._gap - rect.y())

    def _set_line(
        self, rect: QRect, y: int, height: int, line: list[tuple[QLayoutItem, int]]
    ) -> None:
        spare = rect.width() - sum(width for _, width in line) - self._gap * (len(line) - 1)
        x = rect.x()
        mirrored = self.parentWidget() is not None and self.parentWidget().isRightToLeft()
        for item, least in line:
            width = least
            if _expands(item) and spare > 0:
                width = min(least + spare, item.maximumSize().width())
                spare -= width - least
            own = min(item.sizeHint().height(), height)
            left = rect.right() - (x - rect.x()) - width + 1 if mirrored else x
            place = QPoint(left, y + (height - own) // 2)
            item.setGeometry(QRect(place, QSize(width, own)))
            x += width + self._gap


def _expands(item: QLayoutItem) -> bool:
    widget = item.widget()
    if widget is None:
        return False
    policy = widget.sizePolicy().horizontalPolicy()
    return policy in (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
