"""The palette: type a few letters, press Enter, the passage is coded."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from qcode.ui.shell import theme as themes
from qcode.ui.shell.theme import Theme
from qcode.ui.widgets.palette_match import PaletteIndex, PaletteItem
from qcode.ui.widgets.palette_rows import PaletteDelegate, PaletteModel, row_height

__all__ = ["CodePalette", "PaletteItem"]

_WIDTH, _ROWS_SHOWN, _MARGIN, _AWAY = 420, 8, 8, 6
_MOST_ROWS = 50
_LEFT = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CodePalette(QFrame):
    """A field and the codes that fit, floating over the window it was given.

    Enter applies the current row and closes; Ctrl+Enter applies and stays for the next code; Esc
    closes. Closing gives the focus back to the widget that had it.
    """

    applied = Signal(int, bool)
    """A code id, and whether the palette stays open."""

    createRequested = Signal(str, bool)
    """The name of a code to create and apply, and whether the palette stays open."""

    closed = Signal()

    _followed: Theme | None = None

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("codePalette")
        self.setAutoFillBackground(True)
        self._index = PaletteIndex()
        self._anchor = QRect()
        self._above = False
        self._came_from: QWidget | None = None
        self._edit = QLineEdit(self)
        self._edit.setPlaceholderText(self.tr("Code for this passage"))
        self._edit.setAccessibleName(self.tr("Find a code by name or number"))
        self._edit.textChanged.connect(self._search)
        self._edit.installEventFilter(self)
        self._model = PaletteModel(self)
        self._delegate = PaletteDelegate(themes.current(), self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName(self.tr("Codes that fit"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self._list.clicked.connect(lambda _index: self._apply(stay=False))
        box = QVBoxLayout(self)
        box.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        box.setSpacing(_MARGIN - 2)
        box.addWidget(self._edit)
        box.addWidget(self._list)
        self._followed = themes.current()
        self.set_theme(self._followed)
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._followed is not None:
            theme = themes.current()
            if theme is not self._followed:
                self._followed = theme
                self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._delegate.set_theme(theme)
        self.setStyleSheet(
            f"#codePalette {{ background: {theme.paper}; border: 1px solid {theme.accent};"
            " border-radius: 8px; }"
            f"#codePalette QLineEdit {{ border: 1px solid {theme.line}; padding: 4px 8px; }}"
            "#codePalette QListView { background: transparent; border: none; }"
        )

    def set_items(self, items: Iterable[PaletteItem]) -> None:
        """Offer these codes, in the order of the code tree."""
        self._index = PaletteIndex(items)
        if self.isVisible():
            self._search(self._edit.text())

    def open_at(self, anchor: QRect, text: str = "") -> None:
        """Open below ``anchor`` (global pixels), or above it where there is no room below."""
        focus = QApplication.focusWidget()
        if focus is not self._edit:
            self._came_from = focus
        top_left = self.parentWidget().mapFromGlobal(anchor.topLeft())
        self._anchor = QRect(top_left, anchor.size())
        # Decided once: a palette that jumps to the other side while one types is no help.
        full = self._height_for(_ROWS_SHOWN)
        room = self.parentWidget().height() - self._anchor.bottom() - _AWAY
        self._above = room < full and self._anchor.top() - _AWAY > room
        self._edit.setText(text)
        self._edit.selectAll()
        self._search(text)
        self.show()
        self.raise_()
        self._edit.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Hide, and give the focus back."""
        if self.isHidden():
            return
        came_from, self._came_from = self._came_from, None
        self.hide()
        if came_from is not None:
            came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            return self._on_key(event)
        if kind == QEvent.Type.ShortcutOverride and event.key() in (*_ENTER, Qt.Key.Key_Escape):
            # The window may use these keys too; while the palette is open they are ours.
            event.accept()
            return True
        if kind == QEvent.Type.FocusOut and event.reason() in _LEFT and self.isVisible():
            self._came_from = None
            self.close_palette()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _ENTER:
            stay = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._apply(stay=stay)
            return True
        if key == Qt.Key.Key_Escape:
            self.close_palette()
            return True
        step = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS_SHOWN,
            Qt.Key.Key_PageUp: -_ROWS_SHOWN,
        }.get(key)
        if step is None:
            return False
        self._go_to(self._list.currentIndex().row() + step)
        return True

    def _go_to(self, row: int) -> None:
        row = min(max(row, 0), self._model.rowCount() - 1)
        self._list.setCurrentIndex(self._model.index(row, 0))

    def _search(self, text: str) -> None:
        name = " ".join(text.split())
        new_name = name if name and not self._index.has_name(name) else ""
        self._model.show_matches(self._index.search(text, _MOST_ROWS), new_name)
        self._go_to(0)
        self._take_place()

    def _apply(self, *, stay: bool) -> None:
        row = self._list.currentIndex().row()
        if row < 0:
            return
        match, new_name = self._model.match_at(row), self._model.new_name
        if stay:
            self._edit.clear()
        else:
            self.close_palette()
        if match is not None:
            self.applied.emit(match.item.code_id, stay)
        else:
            self.createRequested.emit(new_name, stay)

    def _height_for(self, rows: int) -> int:
        height = row_height(QFontMetrics(self._list.font()))
        spacing = self.layout().spacing() if rows else 0
        return 2 * _MARGIN + 2 + self._edit.sizeHint().height() + spacing + rows * height

    def _take_place(self) -> None:
        """Fit the rows and stay inside the window."""
        rows = min(self._model.rowCount(), _ROWS_SHOWN)
        self._list.setVisible(rows > 0)
        around = self.parentWidget().rect().adjusted(_AWAY, _AWAY, -_AWAY, -_AWAY)
        width = min(_WIDTH, around.width())
        height = min(self._height_for(rows), around.height())
        anchor = self._anchor
        y = anchor.top() - _AWAY - height if self._above else anchor.bottom() + _AWAY
        x = min(max(self._anchor.left(), around.left()), around.right() + 1 - width)
        y = min(max(y, around.top()), around.bottom() + 1 - height)
        self.setGeometry(QRect(QPoint(x, y), QPoint(x + width - 1, y + height - 1)))
