"""The shortcut page: every key by where it acts, and a field to find one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from qcode.ui.dialogs.form import FormDialog
from qcode.ui.shell.i18n import joined
from qcode.ui.shell.shortcut_page import shortcut_page

SIZE = (620, 680)
BESIDE = 100
"""Pixels for margins, the scroll bar, and some air between the two columns."""

_INTO_THE_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


def show_shortcuts(parent: QWidget) -> None:
    """Show every key under the part of the window in which it acts."""
    translate = QCoreApplication.translate
    dialog = FormDialog(
        parent, translate("shortcuts", "Keyboard shortcuts"), translate("shortcuts", "Close")
    )
    dialog.cancel_button.hide()
    page = ShortcutPage(dialog)
    dialog.body.addWidget(page.field)
    dialog.body.addWidget(page.tree, 1)
    dialog.body.addWidget(page.nothing)
    room = dialog.screen().availableGeometry()
    width = max(SIZE[0], page.width_needed())
    dialog.resize(min(width, room.width() - 60), min(SIZE[1], room.height() - 80))
    page.field.setFocus()
    dialog.asked()


class ShortcutPage(QObject):
    """A field and the list that it filters, by words or by keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.field = QLineEdit(parent)
        self.field.setPlaceholderText(translate("shortcuts", "Find by words or keys"))
        self.field.setAccessibleName(translate("shortcuts", "Find by words or keys"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.tree = QTreeWidget(parent)
        self.tree.setAccessibleName(translate("shortcuts", "Keyboard shortcuts"))
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels(
            [translate("shortcuts", "What it does"), translate("shortcuts", "Keys")]
        )
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(12)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setItemsExpandable(False)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.nothing = QLabel(translate("shortcuts", "Nothing is called like that."), parent)
        self.nothing.setProperty("role", "muted")
        self.nothing.hide()
        self._fill()

    def width_needed(self) -> int:
        """Width of the dialog in pixels at which no row is cut off, whatever the font."""
        return sum(self.tree.sizeHintForColumn(column) for column in (0, 1)) + BESIDE

    def _fill(self) -> None:
        for title, rows in shortcut_page():
            head = QTreeWidgetItem(self.tree, [title])
            head.setFirstColumnSpanned(True)
            bold = head.font(0)
            bold.setBold(True)
            head.setFont(0, bold)
            for text, keys in rows:
                entry = QTreeWidgetItem(head, [text, keys])
                entry.setTextAlignment(
                    1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                )
                entry.setData(0, Qt.ItemDataRole.AccessibleTextRole, joined((text, keys), "facts"))
        self.tree.expandAll()

    def _filter(self, words: str) -> None:
        """Show the rows that hold every word, in their text, their keys or their title."""
        wanted = words.lower().split()
        fits = False
        for place in range(self.tree.topLevelItemCount()):
            head = self.tree.topLevelItem(place)
            any_here = False
            for row in range(head.childCount()):
                entry = head.child(row)
                here = f"{head.text(0)} {entry.text(0)} {entry.text(1)}".lower()
                shown = all(word in here for word in wanted)
                entry.setHidden(not shown)
                any_here = any_here or shown
            head.setHidden(not any_here)
            fits = fits or any_here
        self.tree.setVisible(fits)
        self.nothing.setVisible(not fits)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows go from the field through the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _INTO_THE_LIST and self.tree.isVisible():
                self.tree.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return super().eventFilter(watched, event)
