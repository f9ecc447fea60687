"""Find in the text: a slim bar above it that marks while one types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from qcode.model.span import Span
from qcode.ui.shell import icons
from qcode.ui.shell import theme as themes
from qcode.ui.widgets.text.find import Hits, TextSearch, whole_characters
from qcode.ui.widgets.text.view import TextView

_LONGEST_TAKEN_OVER = 60
_FIELD_WIDTH = 420
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QWidget):
    """Field, place among the hits, previous and next, two switches, and coding all of them.

    Enter and F3 go on, with Shift back. While the field has the focus, hits are only marked; Esc
    closes the bar and leaves the current hit selected in the text, ready to be coded. From the
    text F3 selects hit after hit, also when the bar is closed.
    """

    codeAllRequested = Signal(object)
    """The ``Span`` of every hit, as a list, in reading order."""

    closed = Signal()

    _followed: themes.Theme | None = None

    def __init__(self, text: TextView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = text
        self._search = TextSearch("")
        self._hits = Hits([], 0)
        self._current = -1
        self._anchor = 0
        self._caret = 0
        self._may_code = True
        self._field = QLineEdit()
        self._field.setMaximumWidth(_FIELD_WIDTH)
        self._field.textChanged.connect(self._typed)
        self._field.installEventFilter(self)
        self._count = QLabel()
        self._count.setProperty("role", "small")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._previous = self._button(lambda: self.step(-1))
        self._next = self._button(lambda: self.step(1))
        self._case = self._button(self._switched, checkable=True)
        self._whole = self._button(self._switched, checkable=True)
        self._all = self._button(self._code_all)
        self._close = self._button(self.close_bar)
        self._lay_out()
        text.installEventFilter(self)
        text.documentShown.connect(self._take_document)
        self.retranslate()
        self._followed = themes.current()
        self._dress(self._followed)
        self.hide()

    def _button(self, handler: object, *, checkable: bool = False) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setCheckable(checkable)
        # Reached by Tab, but a click leaves the caret in the field.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked: handler())
        return button

    def _lay_out(self) -> None:
        self._case.setText("Aa")
        self._whole.setText("|ab|")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._field, 4)
        row.addWidget(self._count)
        row.addSpacing(4)
        for button in (self._previous, self._next, self._case, self._whole, self._all):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._close)
        self.setFocusProxy(self._field)

    # What the window asks

    def open(self) -> None:
        """Show the bar and go to its field; selected words, when they are few, are sought."""
        text = self._text
        selected = text.selected_span()
        words = selected.of(text.text) if selected else ""
        self._anchor = selected.start if selected else text.caret()
        self._caret = text.caret()
        self.show()
        if words.strip() and len(words) <= _LONGEST_TAKEN_OVER and "\n" not in words:
            self._set_words(words)
        self._seek(reveal=True)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def close_bar(self, *, select: bool = True) -> None:
        """Hide the bar and its marks; the text has the focus, the current hit is selected."""
        if self.isHidden():
            return
        hit = self.current_hit() if select else None
        self.hide()
        self._text.set_hits([], None)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        if hit is not None:
            self._text.select_span(hit)
            self._caret = self._text.caret()
        self.closed.emit()

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit, round and round.

        Counted from the caret when that has been moved since the last hit. Without words to look
        for, the bar opens.
        """
        if not self._field.text():
            self.open()
            return
        if self.isHidden():
            self._search_anew()
        if not self._hits:
            self._tell()
            return
        if self._current < 0 or self._text.caret() != self._caret:
            selected = self._text.selected_span()
            at = selected.start if selected is not None else self._text.caret()
            ahead = self._hits.first_from(at + 1 if selected is not None and step > 0 else at)
            self._current = ahead if step > 0 else ahead - 1
        else:
            self._current += step
        self._current %= len(self._hits)
        self._anchor = self._hits[self._current].start
        self._show_hit(select=self._text.hasFocus())

    def hits(self) -> list[Span]:
        """Every hit, in whole characters."""
        return whole_characters(self._text.text, self._hits)

    def current_hit(self) -> Span | None:
        """The hit that is marked more than the others."""
        return self._hits[self._current] if 0 <= self._current < len(self._hits) else None

    def set_may_code(self, may_code: bool) -> None:
        """Say whether hits can be coded here: a project open for reading has no such button."""
        self._may_code = may_code
        self._tell()

    # Searching

    def _set_words(self, words: str) -> None:
        self._field.blockSignals(True)
        self._field.setText(words)
        self._field.blockSignals(False)

    def _typed(self) -> None:
        if not self.isHidden():
            self._seek(reveal=True)

    def _switched(self) -> None:
        self._seek(reveal=True)

    def _take_document(self) -> None:
        """Another text is shown: what was found in the old one means nothing."""
        self._hits, self._current, self._anchor = Hits([], 0), -1, 0
        if self.isHidden():
            self._search = TextSearch("")
        else:
            self._search = TextSearch(self._text.text)
            self._seek(reveal=False)

    def _search_anew(self) -> None:
        if self._search.text is not self._text.text:
            self._search = TextSearch(self._text.text)
        self._hits = self._search.find(
            self._field.text(), case=self._case.isChecked(), whole=self._whole.isChecked()
        )
        self._current = min(self._current, len(self._hits) - 1)

    def _seek(self, *, reveal: bool) -> None:
        """Find all, and take the first from where the search began as the current one."""
        self._search_anew()
        ahead = self._hits.first_from(self._anchor)
        self._current = ahead % len(self._hits) if self._hits else -1
        self._caret = self._text.caret()
        self._show_hit(select=False, reveal=reveal)

    def _show_hit(self, *, select: bool, reveal: bool = True) -> None:
        hit = self.current_hit()
        if not self.isHidden():
            self._text.set_hits(self._hits, hit)
        if hit is not None and reveal:
            if not self._text.is_visible(hit):
                self._text.reveal(hit, flash=False)
            if select:
                self._text.select_span(hit)
        self._caret = self._text.caret()
        self._tell()

    def _code_all(self) -> None:
        if self._hits:
            self.codeAllRequested.emit(self.hits())

    # Look

    def _tell(self) -> None:
        """Say how many there are and which is the current one."""
        found = len(self._hits)
        if not self._field.text():
            words = ""
        elif not found:
            words = self.tr("Not found")
        else:
            number = QLocale().toString
            words = self.tr("{place} of {count}").format(
                place=number(self._current + 1), count=number(found)
            )
        self._count.setText(words)
        # A screen reader reads it with the field, which has the focus.
        self._field.setAccessibleDescription(words)
        # Rather wide than one that moves the buttons with each letter.
        room = self._count.fontMetrics().horizontalAdvance(self.tr("Not found") + "0" * 4)
        self._count.setMinimumWidth(max(room, self._count.sizeHint().width()))
        self._previous.setEnabled(found > 0)
        self._next.setEnabled(found > 0)
        self._all.setEnabled(found > 0)
        self._all.setVisible(self._may_code)

    def retranslate(self) -> None:
        """Set the fixed words again."""
        self._field.setPlaceholderText(self.tr("Find in the text"))
        self._field.setAccessibleName(self.tr("Find in the text"))
        self._all.setText(self.tr("Code all…"))
        for button, name, keys in (
            (self._previous, self.tr("Previous hit"), "Shift+F3"),
            (self._next, self.tr("Next hit"), "F3"),
            (self._case, self.tr("Match case"), ""),
            (self._whole, self.tr("Whole words only"), ""),
            (self._all, self.tr("Code all hits at once"), ""),
            (self._close, self.tr("Close"), "Esc"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})" if keys else name)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and self._followed is not None:
            theme = themes.current()
            if theme is not self._followed:
                self._followed = theme
                self._dress(theme)
        super().changeEvent(event)

    def _dress(self, theme: themes.Theme) -> None:
        for button, name in (
            (self._previous, "previous"),
            (self._next, "next"),
            (self._close, "close"),
        ):
            button.setIcon(icons.icon(name))
        self.setStyleSheet(
            f"#findBar {{ background: {theme.panel}; border-top: 1px solid {theme.line};"
            f" border-bottom: 1px solid {theme.line}; }}"
        )

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress:
            return False
        if watched is self._text:
            return event.key() == Qt.Key.Key_Escape and self._leave_from_text()
        if event.key() in _ENTER:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if back else 1)
            return True
        return False

    def _leave_from_text(self) -> bool:
        """Close the bar by Esc in the text, once that has nothing else to let go."""
        held = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if self.isHidden() or held or self._text.selected_span() is not None:
            return False
        self.close_bar(select=False)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() == Qt.Key.Key_F3:
            self.step(-1 if back else 1)
        elif event.key() in _ENTER and isinstance(focused, QToolButton):
            focused.click()
        else:
            super().keyPressEvent(event)
