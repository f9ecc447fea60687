"""The list of all commands: type a few letters of what you want to do, press Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from qcode.ui.shell.commands import Command
from qcode.ui.shell.operation import quietly
from qcode.ui.widgets.command_rows import CommandDelegate, CommandRows, Found, row_height
from qcode.ui.widgets.field_popup import FieldPopup, RowsBelow
from qcode.ui.widgets.palette.match import PaletteIndex, PaletteItem

_NAMES = 3  # under which a command is found
_MOST_ROWS = 200  # nobody reads on: another letter finds more than looking does
_WIDTH, _ROWS_SHOWN, _MARGIN, _AWAY = 620, 12, 8, 24
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: _ROWS_SHOWN,
    Qt.Key.Key_PageUp: -_ROWS_SHOWN,
}


class CommandIndex:
    """Finds commands by their names, their English names and their menus."""

    def __init__(self, commands: Sequence[Command], recent: Sequence[str] = ()) -> None:
        self._commands = commands
        ranks = {key: place for place, key in enumerate(recent)}
        items = []
        for place, command in enumerate(commands):
            rank = None if command.missing else ranks.get(command.key)
            names = (command.text, command.english, f"{command.text} {command.path}")
            for alias, name in enumerate(names):
                # Of those that fit alike, what can be used comes first.
                usable = 0 if command.missing else 1
                items.append(
                    PaletteItem(place * _NAMES + alias, "", name, "", "", "", usable, rank)
                )
        self._index = PaletteIndex(items)

    def search(self, words: str) -> list[Found]:
        """Return the ``_MOST_ROWS`` that fit best; without words the recently used come first."""
        result: dict[int, Found] = {}
        for match in self._index.search(words, _NAMES * _MOST_ROWS):
            place, alias = divmod(match.item.code_id, _NAMES)
            if place not in result:
                letters = frozenset() if alias == 1 else frozenset(match.letters)
                result[place] = Found(self._commands[place], letters)
                if len(result) == _MOST_ROWS:
                    break
        return list(result.values())


class CommandList(FieldPopup):
    """A field and the commands that fit, floating over the window it was given.

    Enter runs the current one after the focus is back where it was; Esc only goes back. What
    cannot be used now is grey and says what it needs.
    """

    used = Signal(str)
    """The key of a command that is about to run."""

    _elsewhere = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("commandList")
        self.setProperty("role", "popup")
        self.setAutoFillBackground(True)
        self._index = CommandIndex(())
        self._openings = 0
        self._edit.textChanged.connect(self._search)
        self._rows = CommandRows(self)
        self._list = RowsBelow(self)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(CommandDelegate(self))
        self._list.setProperty("bare", True)
        self._list.clicked.connect(lambda _index: self._use())
        self._nothing = QLabel(self)
        self._nothing.setProperty("role", "muted")
        self._nothing.setContentsMargins(10, 6, 10, 8)
        box = QVBoxLayout(self)
        box.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        box.setSpacing(_MARGIN - 2)
        box.addWidget(self._edit)
        box.addWidget(self._list)
        box.addWidget(self._nothing)
        self._retranslate()
        self.hide()

    def open_with(
        self,
        commands: Iterable[Command],
        recent: Sequence[str] = (),
        later: Callable[[], list[Command]] | None = None,
    ) -> None:
        """Show ``commands``; those whose keys are ``recent`` come first, latest first.

        ``later`` makes many more, in a worker: they are found a moment after the list has opened.
        """
        known = list(commands)
        self._index = CommandIndex(known, recent)
        self._openings += 1
        if later is not None:
            opening = self._openings
            quietly(
                self,
                lambda _progress: CommandIndex([*known, *later()], recent),
                lambda index: self._take_more(index, opening),
            )
        self._edit.clear()
        self._search("")
        self._come_up(QApplication.focusWidget())

    def close_popup(self) -> None:
        self._openings += 1  # what is still being made comes too late
        super().close_popup()

    # ------------------------------------------------------------------ finding and using

    def _take_more(self, index: CommandIndex, opening: int) -> None:
        if opening != self._openings:  # closed meanwhile
            return
        self._index = index
        row = self._list.currentIndex().row()
        here = self._rows.at(row)
        self._search(self._edit.text())
        keys = [found.command.key for found in self._rows.all()]
        if row > 0 and here is not None and here.command.key in keys:  # who went down stays there
            self._go_to(keys.index(here.command.key))

    def _search(self, words: str) -> None:
        self._rows.show_found(self._index.search(words))
        self._nothing.setVisible(not self._rows.rowCount())
        self._list.setVisible(self._rows.rowCount() > 0)
        self._go_to(0)
        self._take_place()

    def _go_to(self, row: int) -> None:
        row = min(max(row, 0), self._rows.rowCount() - 1)
        self._list.setCurrentIndex(self._rows.index(row, 0))
        # The caret stays in the field, so that a screen reader would not speak of the row.
        words = self._rows.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        if QAccessible.isActive() and self.isVisible():
            event = QAccessibleAnnouncementEvent(self._edit, words or self._nothing.text())
            QAccessible.updateAccessibility(event)

    def _use(self) -> None:
        found = self._rows.at(self._list.currentIndex().row())
        if found is None or found.command.missing:
            return
        self.close_popup()
        self.used.emit(found.command.key)
        found.command.run()

    # ------------------------------------------------------------------ events

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._use()
        elif key == Qt.Key.Key_Escape:
            self.close_popup()
        elif key in _STEPS:
            self._go_to(self._list.currentIndex().row() + _STEPS[key])
        else:
            return False
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("All commands"))
        self._edit.setPlaceholderText(self.tr("What do you want to do?"))
        self._edit.setAccessibleName(self.tr("Find a command by its name"))
        self._list.setAccessibleName(self.tr("Commands that fit"))
        self._nothing.setText(self.tr("Nothing is called like that."))

    def _take_place(self) -> None:
        """Stand below the menu bar in the middle, as high as the rows need."""
        rows = min(self._rows.rowCount(), _ROWS_SHOWN)
        below = row_height(QFontMetrics(self._list.font())) * rows
        if not rows:
            below = self._nothing.sizeHint().height()
        around = self.parentWidget().rect().adjusted(_AWAY, 2 * _AWAY, -_AWAY, -_AWAY)
        width = min(_WIDTH, around.width())
        height = 2 * _MARGIN + 2 + self._edit.sizeHint().height() + self.layout().spacing() + below
        x = around.left() + (around.width() - width) // 2
        self.setGeometry(QRect(x, around.top(), width, min(height, around.height())))
