"""One stage of the process: its name, and the categories that belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QIcon,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QMenu,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
)

from qcode.model.records import Code
from qcode.model.theory_records import Stage
from qcode.ui.dialogs.code_choice import badge
from qcode.ui.shell import icons, theme
from qcode.ui.widgets.code_slot import CODE, SlotList
from qcode.ui.widgets.elided_label import ElidedLabel

STAGE_MIME = "application/x-qcode-stage"
"""A stage on its way to another place in the order: its id as text."""

NARROWEST, WIDEST = 148, 190  # pixels: as many stages as possible are seen without scrolling


class StageList(SlotList):
    """The categories of a stage; Alt with the arrows moves the stage, or a category in it."""

    stageNudged = Signal(int)
    codeNudged = Signal(int)

    came_from: QObject | None = None
    """Where what was dropped last was dragged from, None for another program."""

    def dropEvent(self, event: QDropEvent) -> None:
        self.came_from = event.source()
        super().dropEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self.stageNudged.emit(1 if event.key() == Qt.Key.Key_Right else -1)
                return
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.codeNudged.emit(1 if event.key() == Qt.Key.Key_Down else -1)
                return
        super().keyPressEvent(event)


class StageCard(QFrame):
    """Takes codes that are dropped on it, and other stages to be put before it."""

    dropped = Signal(list, int, int)  # code ids, before which place, out of which stage (or 0)
    stageDropped = Signal(int, bool)  # stage id, whether behind this one
    addWanted = Signal()
    takeOutWanted = Signal(list)
    opened = Signal(int)
    moveWanted = Signal(int)  # one place on (1) or back (-1)
    codeMoveWanted = Signal(int, int)  # code id, step
    renameWanted = Signal()
    describeWanted = Signal()
    deleteWanted = Signal()

    def __init__(self, *, writable: bool) -> None:
        super().__init__()
        self.stage: Stage | None = None
        self._writable = writable
        self._place, self._last = 0, 0
        self._grip = QPoint()
        self.setProperty("role", "paper")
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.setAcceptDrops(writable)
        self._number = QLabel()
        self._number.setProperty("role", "small")
        self._name = ElidedLabel()
        self._name.setProperty("role", "card-title")
        self._more, self._add = QToolButton(self), QToolButton(self)
        for button in (self._more, self._add):
            button.setStyleSheet("padding: 1px;")
            button.setVisible(writable)
        self._more.clicked.connect(
            lambda: self.open_menu(self._more.mapToGlobal(self._more.rect().bottomLeft()))
        )
        self._add.clicked.connect(self.addWanted)
        self.list = StageList(writable)
        self.list.setMinimumHeight(34)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "muted")
        self._nothing.setContentsMargins(4, 2, 4, 2)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        top = QHBoxLayout()
        top.setSpacing(5)
        for part in (self._number, self._name, self._add, self._more):
            top.addWidget(part, 1 if part is self._name else 0)
        stack = QStackedLayout()
        stack.setStackingMode(QStackedLayout.StackingMode.StackAll)
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 4, 4, 4)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(stack, 1)  # before it is filled: alone, it shows what it is given
        stack.addWidget(self.list)
        stack.addWidget(self._nothing)
        stack.setCurrentWidget(self._nothing)
        self.list.dropped.connect(self._drop)
        self.list.removePressed.connect(self._take_out)
        self.list.itemActivated.connect(lambda item: self.opened.emit(item.data(CODE)))
        self.list.customContextMenuRequested.connect(self._open_code_menu)
        self.list.stageNudged.connect(self.moveWanted)
        self.list.codeNudged.connect(self._nudge_code)
        self.retranslate()

    def show_stage(self, stage: Stage, codes: Sequence[Code], place: int, last: int) -> None:
        """Show a stage that is at ``place`` of the order, whose end is ``last``."""
        self.stage, self._place, self._last = stage, place, last
        self._number.setText(str(place + 1))
        self._name.setText(stage.name)
        item = self.list.currentItem()
        kept = None if item is None else item.data(CODE)
        self.list.clear()
        for code in codes:
            row = QListWidgetItem(badge(code.kind, code.color), code.title)
            row.setData(CODE, code.id)
            row.setToolTip(code.title)
            self.list.addItem(row)
            if code.id == kept:
                self.list.setCurrentItem(row)
        self._nothing.setVisible(not codes)
        self.retranslate()

    def light(self, on: bool) -> None:
        """Show that what is held would go in here."""
        shown = theme.current()
        self.setStyleSheet(
            f"QFrame[role='paper'] {{ border: 1px solid {shown.accent};"
            f" background: {shown.accent_soft}; }}"
            if on
            else ""
        )

    # ------------------------------------------------------------------ what is done

    def _drop(self, code_ids: list[int], place: int) -> None:
        source = card_of(self.list.came_from)
        left = None if source is None or source is self else source.stage
        self.dropped.emit(code_ids, place, 0 if left is None else left.id)

    def _take_out(self) -> None:
        chosen = [item.data(CODE) for item in self.list.selectedItems()]
        if chosen and self._writable:
            self.takeOutWanted.emit(chosen)

    def _nudge_code(self, step: int) -> None:
        item = self.list.currentItem()
        if item is not None and self._writable:
            self.codeMoveWanted.emit(item.data(CODE), step)

    def _open_code_menu(self, where: QPoint) -> None:
        item = self.list.itemAt(where) or self.list.currentItem()
        if item is None:
            self.open_menu(self.list.mapToGlobal(where))
            return
        code_id = item.data(CODE)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show the passages\tEnter")).triggered.connect(
            lambda: self.opened.emit(code_id)
        )
        if self._writable:
            menu.addAction(self.tr("Take out of the stage\tDel")).triggered.connect(
                lambda: self.takeOutWanted.emit([code_id])
            )
        menu.popup(self.list.viewport().mapToGlobal(where))

    def open_menu(self, where: QPoint) -> None:
        """Offer what can be done to the stage."""
        if not self._writable:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Put a category in…")).triggered.connect(self.addWanted)
        menu.addAction(self.tr("Rename…")).triggered.connect(self.renameWanted)
        menu.addAction(self.tr("Describe…")).triggered.connect(self.describeWanted)
        menu.addSeparator()
        before = menu.addAction(self.tr("Move before\tAlt+Left"))
        before.setEnabled(self._place > 0)
        before.triggered.connect(lambda: self.moveWanted.emit(-1))
        behind = menu.addAction(self.tr("Move behind\tAlt+Right"))
        behind.setEnabled(self._place < self._last)
        behind.triggered.connect(lambda: self.moveWanted.emit(1))
        menu.addSeparator()
        menu.addAction(self.tr("Delete the stage")).triggered.connect(self.deleteWanted)
        menu.popup(where)

    # ------------------------------------------------------------------ dragged by its head

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip = event.position().toPoint()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._grip).manhattanLength()
        if not event.buttons() & Qt.MouseButton.LeftButton or not self._writable:
            return
        if far >= QApplication.startDragDistance() and self.stage is not None:
            drag = QDrag(self)
            mime = QMimeData()
            mime.setData(STAGE_MIME, QByteArray(str(self.stage.id).encode()))
            drag.setMimeData(mime)
            drag.setPixmap(self.grab())
            drag.setHotSpot(self._grip)
            drag.exec(Qt.DropAction.MoveAction)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._writable and event.button() == Qt.MouseButton.LeftButton:
            self.renameWanted.emit()

    def contextMenuEvent(self, event: QEvent) -> None:
        self.open_menu(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._take(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._take(event)

    def _take(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(STAGE_MIME) and self._writable:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        dragged = bytes(event.mimeData().data(STAGE_MIME).data()).decode()
        if dragged.isdigit():
            event.acceptProposedAction()
            behind = (event.position().x() > self.width() / 2) == (
                self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            )
            self.stageDropped.emit(int(dragged), behind)

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Set every text again."""
        name = "" if self.stage is None else self.stage.name
        self._nothing.setText(self.tr("Drop a category here"))
        self._add.setIcon(QIcon(icons.pixmap("plus", 16, theme.current().muted)))
        self._more.setIcon(QIcon(icons.pixmap("more", 16, theme.current().muted)))
        for button, words in (
            (self._add, self.tr("Put a category into stage {name}")),
            (self._more, self.tr("Rename, describe, move, delete stage {name}")),
        ):
            button.setToolTip(words.format(name=name))
            button.setAccessibleName(words.format(name=name))
        spoken = self.tr("Stage {place}, {name}").format(place=self._place + 1, name=name)
        self.setAccessibleName(spoken)
        self.list.setAccessibleName(spoken)
        meaning = "" if self.stage is None else self.stage.meaning
        self.setToolTip(meaning)
        self.list.setAccessibleDescription(meaning)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)


def card_of(widget: QObject | None) -> StageCard | None:
    """Return the card in which a widget lies."""
    while widget is not None and not isinstance(widget, StageCard):
        widget = widget.parent()
    return widget
