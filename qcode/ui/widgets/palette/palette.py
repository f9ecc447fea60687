"""The palette: type a few letters, press Enter, the passage is coded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from qcode.model.enums import CodeKind
from qcode.ui.shell import theme as themes
from qcode.ui.shell.i18n import own_term
from qcode.ui.shell.theme import Theme
from qcode.ui.widgets.elided_label import ElidedLabel
from qcode.ui.widgets.field_popup import FieldPopup, RowsBelow
from qcode.ui.widgets.palette.delegate import PaletteDelegate, row_height
from qcode.ui.widgets.palette.items import PaletteItem
from qcode.ui.widgets.palette.match import PaletteIndex
from qcode.ui.widgets.palette.offers import rows_for
from qcode.ui.widgets.palette.rows import PaletteModel

__all__ = ["CodePalette", "PaletteItem"]

_WIDTH, _ROWS_SHOWN, _MARGIN, _AWAY = 460, 8, 9, 6
_FEWEST = 4  # rows for which there is always room: the offers to make a code
_MOST_ROWS = 50
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)


class CodePalette(FieldPopup):
    """A field and the codes that fit, floating over the window it was given.

    Enter applies the current row and closes; Ctrl+Enter applies and stays for the next code;
    Alt+1 to Alt+9 apply the codes with these keys; Esc closes. Closing gives the focus back to the
    widget that had it. The size stays the same while one types: nothing jumps, and nothing
    below has to be painted again.
    """

    applied = Signal(int, bool)
    """A code id, and whether the palette stays open."""

    createRequested = Signal(object, bool)
    """The ``NewCode`` to make and apply, and whether the palette stays open."""

    _elsewhere = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason)

    _followed: Theme | None = None

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("codePalette")
        self._index = PaletteIndex()
        self._near: int | None = None
        self._may_stay = True
        self._anchor = QRect()
        self._above = False
        self._title = ElidedLabel()
        self._title.setProperty("role", "card-title")
        self._edit.textChanged.connect(self._search)
        self._there = ElidedLabel()
        self._there.setProperty("role", "muted")
        self._model = PaletteModel(self)
        self._delegate = PaletteDelegate(themes.current(), self)
        self._list = RowsBelow(self)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.clicked.connect(lambda _index: self._apply(stay=False))
        self._keys = QLabel()
        self._keys.setProperty("role", "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        box.setSpacing(6)
        for part in (self._title, self._edit, self._there, self._list, self._keys):
            box.addWidget(part)
        self.retranslate()
        self._followed = themes.current()
        self.set_theme(self._followed)
        self.hide()

    def retranslate(self) -> None:
        """Set every text again."""
        self._edit.setAccessibleName(self.tr("Find a code by name or number"))
        self._list.setAccessibleName(self.tr("Codes that fit"))
        self._show_keys()

    def _show_keys(self) -> None:
        self._edit.setPlaceholderText(
            self.tr("Code for this passage")
            if self._may_stay
            else self.tr("Another code for this passage")
        )
        placed = self.tr("“category: name” makes a code there")
        if own := own_term(CodeKind.CATEGORY.label):
            placed = self.tr("“{category}: name” makes a code there").format(category=own)
        stays = self.tr("Ctrl+Enter stays open")
        self._keys.setText(f"{stays} · {placed}" if self._may_stay else placed)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._followed is None:
            return
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            theme = themes.current()
            if theme is not self._followed:
                self._followed = theme
                self.set_theme(theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Every pixel is painted here, so that a letter typed above the text does not make the text
        # paint as well: rounded corners would cost a third of every key.
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._paper)
        painter.setPen(self._rim)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._delegate.set_theme(theme)
        self.setStyleSheet(
            f"#codePalette QLineEdit {{ border: 1px solid {theme.line}; padding: 4px 8px; }}"
            f"#codePalette QListView {{ background: transparent; border: none; }}"
        )
        self._paper, self._rim = theme.color("paper"), theme.color("accent")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # a style sheet may forget it

    # ------------------------------------------------------------------ what it offers

    def set_items(self, items: Iterable[PaletteItem]) -> None:
        """Offer these codes, in the order of the code tree."""
        self._index = PaletteIndex(items)
        if self.isVisible():
            self._search(self._edit.text())

    def set_near(self, code_id: int | None) -> None:
        """Offer new concepts under this category as well."""
        self._near = code_id

    def set_on_passage(self, code_ids: Collection[int], titles: Sequence[str]) -> None:
        """Tick off the codes that the passage has already, and name them below the field."""
        self._model.mark(frozenset(code_ids))
        text = self.tr("✓ on this passage: {codes}").format(codes=" · ".join(titles))
        self._there.setText(text if titles else "")
        self._there.setVisible(bool(titles))
        if self.isVisible():
            self._take_place()

    def sounds_known(self) -> None:
        """Search again, since names can now be found by their sound."""
        if self.isVisible() and self._edit.text():
            self._search(self._edit.text())

    def open_at(
        self, anchor: QRect, text: str = "", title: str = "", may_stay: bool = True
    ) -> None:
        """Open below ``anchor`` (global pixels), or above it where there is no room below.

        ``title`` says what is done when it is not the usual: which code another one replaces.
        Without ``may_stay`` one choice is all there is, and Ctrl+Enter closes as Enter does.
        """
        self._may_stay = may_stay
        self._show_keys()
        top_left = self.parentWidget().mapFromGlobal(anchor.topLeft())
        self._anchor = QRect(top_left, anchor.size())
        self._title.setText(title)
        self._title.setVisible(bool(title))
        # Decided once: a palette that jumps to the other side while one types is no help.
        full = self._full_height()
        room = self.parentWidget().height() - self._anchor.bottom() - _AWAY
        self._above = room < full and self._anchor.top() - _AWAY > room
        self._edit.setText(text)
        self._edit.selectAll()
        self._search(text)
        self._take_place()
        self._come_up(self.window().focusWidget())  # also while another window is the active one

    # ------------------------------------------------------------------ keys

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _ENTER:
            stay = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._apply(stay=stay and self._may_stay)
            return True
        if key == Qt.Key.Key_Escape:
            self.close_popup()
            return True
        if key in _DIGITS and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            row = self._model.row_of_digit(key - Qt.Key.Key_0)
            if row >= 0:
                self._go_to(row)
                self._apply(stay=False)
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

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.key() in _DIGITS:
            return event.modifiers() == Qt.KeyboardModifier.AltModifier
        return super()._is_ours(event)

    def _go_to(self, row: int) -> None:
        row = min(max(row, 0), self._model.rowCount() - 1)
        current = self._model.index(row, 0)
        self._list.setCurrentIndex(current)
        # The field keeps the focus: this is what a screen reader says there.
        spoken = current.data(Qt.ItemDataRole.AccessibleTextRole) if current.isValid() else ""
        self._edit.setAccessibleDescription(str(spoken or ""))

    def _search(self, text: str) -> None:
        near = self._index.by_id(self._near)
        matches, offers = rows_for(self._index, text, near, _MOST_ROWS)
        self._model.show_rows(matches, offers, digits=not text.strip())
        self._go_to(0)

    def _apply(self, *, stay: bool) -> None:
        row = self._list.currentIndex().row()
        match, offer = self._model.match_at(row), self._model.offer_at(row)
        if match is None and offer is None:
            return
        if stay:
            self._edit.clear()
        else:
            self.close_popup()
        if match is not None:
            self.applied.emit(match.item.code_id, stay)
        else:
            self.createRequested.emit(offer, stay)

    # ------------------------------------------------------------------ place

    def _full_height(self) -> int:
        rows = min(_ROWS_SHOWN, max(_FEWEST, len(self._index)))
        parts = [self._edit.sizeHint().height(), self._keys.sizeHint().height()]
        parts += [
            label.sizeHint().height()
            for label in (self._title, self._there)
            if not label.isHidden()
        ]
        spacing = self.layout().spacing() * len(parts)
        rows_height = rows * row_height(QFontMetrics(self._list.font()))
        return 2 * _MARGIN + 2 + sum(parts) + spacing + rows_height

    def _take_place(self) -> None:
        """Stay inside the window and off the passage."""
        around = self.parentWidget().rect().adjusted(_AWAY, _AWAY, -_AWAY, -_AWAY)
        width = min(_WIDTH, around.width())
        height = min(self._full_height(), around.height())
        anchor = self._anchor
        y = anchor.top() - _AWAY - height if self._above else anchor.bottom() + _AWAY
        x = min(max(self._anchor.left(), around.left()), around.right() + 1 - width)
        y = min(max(y, around.top()), around.bottom() + 1 - height)
        self.setGeometry(QRect(QPoint(x, y), QPoint(x + width - 1, y + height - 1)))
