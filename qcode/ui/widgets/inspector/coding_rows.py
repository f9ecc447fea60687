"""The codes on a passage, one row each."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from qcode.model.records import Code
from qcode.ui.shell import icons, theme
from qcode.ui.shell.i18n import joined, say
from qcode.ui.widgets.code_badge import BADGE, paint_code_badge

_PAD, _GAP, _CROSS = 6, 7, 22
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)  # as a number: flags are slow in Python
_TITLE = 0.55  # most of a row that the code takes where words stand behind it


class CodingRow(NamedTuple):
    """What a row shows. ``coder`` is empty for the own coding, ``here`` false on another span.

    ``words`` tell its passage from others under the same code; mostly there is no need for any.
    """

    coding_id: int
    code: Code
    coder: str
    here: bool
    typical: bool
    words: str = ""


class CodingRows(QWidget):
    """Rows to choose from: by click or arrow keys; Delete or × asks to take a coding away.

    Codings of others have no ×: as in the text, nothing offers to change them.
    """

    chosen = Signal(int)  # coding id
    removeRequested = Signal(list)  # coding ids

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[int, CodingButton] = {}
        self._spare: list[CodingButton] = []  # taken away, and kept for the next coding
        self._removable = True
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.retranslate()

    def show_rows(self, rows: list[CodingRow], chosen: int | None, removable: bool) -> None:
        """Show ``rows``, one of them marked; a row that stays keeps its focus."""
        gone = self._buttons.keys() - {row.coding_id for row in rows}
        for coding_id in gone:
            button = self._buttons.pop(coding_id)
            self._group.removeButton(button)
            self._column.removeWidget(button)
            button.hide()
            self._spare.append(button)
        # Without a choice nothing may be marked, which an exclusive group does not allow.
        self._group.setExclusive(False)
        for place, row in enumerate(rows):
            button = self._buttons.get(row.coding_id)
            if button is None:
                button = self._buttons[row.coding_id] = self._fresh(row.coding_id)
            if self._column.indexOf(button) != place:
                self._column.insertWidget(place, button)
            button.show_row(row, removable)
            button.show()
            button.setChecked(row.coding_id == chosen)
        self._group.setExclusive(chosen in self._buttons)

    def coding_ids(self) -> list[int]:
        """Return the codings shown, from top to bottom."""
        return [self._column.itemAt(i).widget().coding_id for i in range(self._column.count())]

    def button(self, coding_id: int) -> CodingButton:
        """Return the row of a coding that is shown."""
        return self._buttons[coding_id]

    def retranslate(self) -> None:
        """Set every text again."""
        self.setAccessibleName(self.tr("Codes on this passage"))
        for button in self._buttons.values():
            button.retranslate()

    def _fresh(self, coding_id: int) -> CodingButton:
        if self._spare:
            button = self._spare.pop()
            button.begin_anew(coding_id)
        else:
            button = CodingButton(coding_id, self)
            button.clicked.connect(lambda: self.chosen.emit(button.coding_id))
            button.removeRequested.connect(lambda: self.removeRequested.emit([button.coding_id]))
        self._group.addButton(button)
        return button


class CodingButton(QAbstractButton):
    """One coding: badge, number and name, whose it is if another's, and a cross to remove it."""

    removeRequested = Signal()

    def __init__(self, coding_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.coding_id = coding_id
        self._row: CodingRow | None = None
        self._removable = False  # whether Delete asks to take it away
        self._crossed = False  # whether a cross offers to
        self._over_cross = False
        self._faces: dict[bool, tuple[QFont, QFontMetrics]] = {}  # of a row that is marked, or not
        self._cut: dict[tuple[str, int, bool], str] = {}
        self.setCheckable(True)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def begin_anew(self, coding_id: int) -> None:
        """Be the row of another coding."""
        self.coding_id = coding_id
        self._row = None
        self._over_cross = False

    def show_row(self, row: CodingRow, removable: bool) -> None:
        """Show ``row``; ``removable`` says whether codings can be taken away at all."""
        if (row, removable) != (self._row, self._removable):
            self._row, self._removable = row, removable
            self._crossed = removable and not row.coder
            self._over_cross = self._over_cross and self._crossed
            self.retranslate()
            self.update()

    def retranslate(self) -> None:
        """Set every text again."""
        row = self._row
        if row is None:
            return
        parts = [row.code.title, say(row.code.kind.label)]
        if row.words:
            parts.append(self.tr("“{words}”").format(words=row.words))
        if row.coder:
            parts.append(self.tr("coded by {coder}").format(coder=row.coder))
        if row.typical:
            parts.append(self.tr("typical"))
        if not row.here:
            parts.append(self.tr("on another stretch of words here"))
        self.setAccessibleName(joined(parts, "facts"))
        self.setToolTip(" · ".join(parts))

    def sizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().lineSpacing() + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._removable:
            self.removeRequested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._on_cross(event):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.isDown() and self._on_cross(event):
            self.removeRequested.emit()
            return
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._on_cross(event)
        if over != self._over_cross:
            self._over_cross = over
            self.update()
        super().mouseMoveEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self._over_cross:
            from PySide6.QtWidgets import QToolTip

            QToolTip.showText(event.globalPos(), self.tr("Remove this code from the passage"), self)
            return True
        if event.type() == QEvent.Type.HoverLeave:
            self._over_cross = False
        return super().event(event)

    def cross(self) -> QRect:
        """The square that takes the coding away, in pixels of the row."""
        return QRect(self.width() - _CROSS, 0, _CROSS, self.height())

    def _on_cross(self, event: QMouseEvent) -> bool:
        return self._crossed and self.cross().contains(event.position().toPoint())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._row is None:
            return
        painter = QPainter(self)
        try:
            self._paint(painter, self._row)
        finally:
            painter.end()

    def _paint(self, painter: QPainter, row: CodingRow) -> None:
        shown = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.underMouse() or self.hasFocus()
        area = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shown.accent_soft if self.isChecked() else shown.hover))
            painter.drawRoundedRect(area, 5, 5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(shown.accent), 1.5))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)
        badge = QRectF(_PAD, 0, BADGE, self.height())
        paint_code_badge(painter, badge, row.code.kind, row.code.color)
        right = self.width() - _PAD
        if active and self._crossed:
            right = self.cross().left()
            ink = shown.danger if self._over_cross else shown.muted
            cross = icons.pixmap("close", 14, ink)
            painter.drawPixmap(QPointF(right + 4, (self.height() - 14) / 2), cross)
        right = self._paint_notes(painter, row, right)
        left = _PAD + BADGE + _GAP
        font, metrics = self._face(self.isChecked())
        painter.setFont(font)
        painter.setPen(QColor(shown.ink if row.here else shown.muted))
        room = max(0, right - left)
        most = room if not row.words else int(room * _TITLE)
        asked = row.code.title, most, self.isChecked()
        title = self._cut.get(asked)
        if title is None:
            title = metrics.elidedText(row.code.title, Qt.TextElideMode.ElideRight, most)
            self._cut = {asked: title}
        words = QRect(left, 0, room, self.height())
        painter.drawText(words, _MIDDLE, title)
        if row.words:
            words.setLeft(left + metrics.horizontalAdvance(title) + _GAP)
            self._paint_words(painter, row.words, words)

    def _face(self, marked: bool) -> tuple[QFont, QFontMetrics]:
        """The font of the code's name, and its measures."""
        found = self._faces.get(marked)
        if found is None:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold if marked else QFont.Weight.Normal)
            found = self._faces[marked] = font, QFontMetrics(font)
        return found

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._faces.clear()
            self._cut.clear()
        super().changeEvent(event)

    def _paint_words(self, painter: QPainter, words: str, room: QRect) -> None:
        """Paint the words that tell the passage from others, quieter than the code."""
        # What is different is at the end of words that are cut in front.
        side = Qt.TextElideMode.ElideLeft if words.startswith("…") else Qt.TextElideMode.ElideRight
        painter.setFont(self.font())
        painter.setPen(QColor(theme.current().muted))
        shown = self.fontMetrics().elidedText(words, side, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_notes(self, painter: QPainter, row: CodingRow, right: int) -> int:
        """Paint star and coder from the right; return where the title must end."""
        shown = theme.current()
        if row.typical:
            star = icons.pixmap("typical", 14, shown.accent)
            painter.drawPixmap(QPointF(right - 14, (self.height() - 14) / 2), star)
            right -= 14 + _GAP
        if row.coder:
            painter.setFont(self.font())
            painter.setPen(QColor(shown.muted))
            metrics = self.fontMetrics()
            name = metrics.elidedText(row.coder, Qt.TextElideMode.ElideRight, self.width() // 3)
            width = metrics.horizontalAdvance(name)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRect(right - width, 0, width, self.height()), flags, name)
            right -= width + _GAP
        return right
