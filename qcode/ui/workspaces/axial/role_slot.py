"""One role of a paradigm: a slot with the categories that play it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QMenu,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qcode.model.enums import CodeKind, ParadigmRole
from qcode.model.records import Code
from qcode.model.theory_records import Evidence
from qcode.ui.dialogs.code_choice import badge
from qcode.ui.shell import icons, theme
from qcode.ui.shell.i18n import own_term, say
from qcode.ui.shell.termed import capital
from qcode.ui.widgets.code_slot import CODE, SlotList
from qcode.ui.widgets.elided_label import ElidedLabel

ROOM = 58  # pixels of a heading beside its words: margins, gaps, the button


class RoleSlot(QFrame):
    """The role's name, its categories with their evidence, and a way to add one."""

    dropped = Signal(list, int)  # code ids, before which place
    addRequested = Signal()
    takeOutRequested = Signal(list)
    opened = Signal(int)  # the passages of a code are wanted
    shown = Signal(int)  # a code is to be shown on the board

    def __init__(self, role: ParadigmRole, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self._writable = writable
        self._codes: list[Code] = []
        self._counts: Mapping[int, Evidence] = {}
        self._whole = Evidence()
        self.setProperty("role", "paper")
        self._name = ElidedLabel()
        self._name.setProperty("role", "card-title")
        self._note = QLabel()
        self._note.setProperty("role", "small")
        self._add = QToolButton(self)
        self._add.setStyleSheet("padding: 1px;")
        self._add.clicked.connect(self.addRequested)
        self._add.setVisible(writable)
        self.list = SlotList(writable)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setWordWrap(True)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self._name, 1)
        top.addWidget(self._note)
        top.addWidget(self._add)
        stack = QStackedLayout()
        stack.setStackingMode(QStackedLayout.StackingMode.StackAll)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 3, 6, 3)
        column.setSpacing(2)
        column.addLayout(top)
        column.addLayout(stack, 1)  # before it is filled: alone, it shows what it is given
        words = QWidget(self)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        QVBoxLayout(words).addWidget(self._nothing)
        words.layout().setContentsMargins(4, 2, 4, 2)
        stack.addWidget(self.list)
        stack.addWidget(words)
        stack.setCurrentWidget(words)
        self.list.dropped.connect(self.dropped)
        self.list.removePressed.connect(self._take_out)
        self.list.itemActivated.connect(lambda item: self.opened.emit(item.data(CODE)))
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.retranslate()

    def show_codes(
        self, codes: Sequence[Code], counts: Mapping[int, Evidence], whole: Evidence
    ) -> None:
        """Show these categories and what each, and all together, rest on."""
        self._codes, self._counts, self._whole = list(codes), counts, whole
        kept = self.list.currentItem().data(CODE) if self.list.currentItem() else None
        self.list.clear()
        for code in codes:
            found = counts.get(code.id, Evidence())
            item = QListWidgetItem(badge(code.kind, code.color), code.title)
            item.setData(CODE, code.id)
            spoken = self._passages(found.passages)
            item.setToolTip(f"{code.title}\n{spoken}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{code.title}, {spoken}")
            self.list.addItem(item)
            if code.id == kept:
                self.list.setCurrentItem(item)
        self._fit_note()
        self._nothing.setVisible(not codes)

    def _fit_note(self) -> None:
        """Say what all rest on; the figure alone where the name needs the room."""
        count = self._whole.passages if self._codes else 0
        spoken = self._passages(count) if count else ""
        name = self._name.fontMetrics().horizontalAdvance(self._name.text())
        needed = name + self._note.fontMetrics().horizontalAdvance(spoken) + ROOM
        self._note.setText(spoken if needed <= self.width() else str(count) if count else "")
        self._note.setToolTip(spoken)
        self._note.setAccessibleName(spoken)

    def _passages(self, count: int) -> str:
        if count == 1:
            return self.tr("1 passage")
        return self.tr("{count} passages").format(count=count)

    def _take_out(self) -> None:
        chosen = [item.data(CODE) for item in self.list.selectedItems()]
        if chosen and self._writable:
            self.takeOutRequested.emit(chosen)

    def _open_menu(self, where: QPoint) -> None:
        item = self.list.itemAt(where) or self.list.currentItem()
        if item is None:
            return
        code_id = item.data(CODE)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show the passages\tEnter")).triggered.connect(
            lambda: self.opened.emit(code_id)
        )
        menu.addAction(self.tr("Show on the board")).triggered.connect(
            lambda: self.shown.emit(code_id)
        )
        menu.addSeparator()
        out = menu.addAction(self.tr("Take out\tDel"))
        out.setEnabled(self._writable)
        out.triggered.connect(self._take_out)
        menu.popup(self.list.viewport().mapToGlobal(where))

    def retranslate(self) -> None:
        """Set every text again."""
        name = say(self.role.label)
        self._name.setText(capital(name))
        self.list.setAccessibleName(name)
        own = own_term(CodeKind.CATEGORY.label)
        self._nothing.setText(
            self.tr("Drop here: {category}").format(category=own)
            if own
            else self.tr("Drop a category here")
        )
        words = (
            self.tr("Add ({category}): {role}").format(category=own, role=name)
            if own
            else self.tr("Add a category: {role}").format(role=name)
        )
        self._add.setToolTip(words)
        self._add.setAccessibleName(words)
        self._add.setIcon(QIcon(icons.pixmap("plus", 16, theme.current().muted)))
        if self._codes:
            self.show_codes(self._codes, self._counts, self._whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_note()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)
