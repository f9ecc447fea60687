"""The history: what was done, when, by whom; and the way back to any of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QHideEvent, QIcon, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qcode.model.records import HistoryStep
from qcode.ui.itemmodels.history import HistoryModel
from qcode.ui.shell import icons, theme
from qcode.ui.shell.operation import sliced
from qcode.ui.shell.session import Session
from qcode.ui.widgets.activated_list import ActivatedList
from qcode.ui.widgets.history_delegate import HistoryDelegate

SMALLEST = 240
"""Pixels that the panel needs at least."""


class HistoryPanel(QWidget):
    """Steps with the newest first. Enter, a double click or the button undoes up to the chosen one.

    Nothing asks before: what was taken back can be redone step by step.
    """

    closeRequested = Signal()
    aboutToUndo = Signal()  # save typing that is pending elsewhere
    undone = Signal(object)  # the ChangeSet of what was taken back

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = HistoryModel(session, self)
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._close = QToolButton()
        self._close.clicked.connect(self.closeRequested)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.list = ActivatedList()
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setModel(self.model)
        self.list.setItemDelegate(HistoryDelegate(self.list))
        self._nothing = QLabel()
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(20, 24, 20, 12)
        self._about = QLabel()
        self._about.setProperty("role", "small")
        self._about.setWordWrap(True)
        self.button = QPushButton()
        self.setMinimumWidth(SMALLEST)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._draw()

    # ------------------------------------------------------------------ parts

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._title, 1)
        top.addWidget(self._close)
        header = QVBoxLayout()
        header.setContentsMargins(14, 8, 8, 0)
        header.setSpacing(4)
        header.addLayout(top)
        field = QHBoxLayout()
        field.setContentsMargins(0, 0, 6, 0)
        field.addWidget(self.filter)
        header.addLayout(field)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._nothing)
        footer = QVBoxLayout()
        footer.setContentsMargins(14, 4, 14, 12)
        footer.setSpacing(6)
        footer.addWidget(self._about)
        footer.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(header)
        column.addWidget(pages, 1)
        column.addLayout(footer)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._set_filter)
        self.filter.returnPressed.connect(self.list.setFocus)
        self.list.activatedRow.connect(lambda _: self.undo_to_chosen())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_words())
        self.model.modelReset.connect(self._show_words)
        self.model.refreshed.connect(self._show_words)
        self.button.clicked.connect(self.undo_to_chosen)

    # ------------------------------------------------------------------ undoing

    def chosen_step(self) -> HistoryStep | None:
        """Return the step whose row is current."""
        return self.model.step_at(self.list.currentIndex().row())

    def choose_step(self, step_id: int) -> bool:
        """Make the row of a step current; False when it is not shown."""
        for row in range(self.model.rowCount()):
            step = self.model.step_at(row)
            if step is not None and step.id == step_id:
                self.list.setCurrentIndex(self.model.index(row))
                return True
        return False

    def undo_to_chosen(self) -> bool:
        """Take back the chosen step and everything after it; False when that cannot be."""
        step = self.chosen_step()
        if step is None or not step.can_undo_to or not self._session.writable:
            return False
        self.aboutToUndo.emit()
        project = self._session.project
        changes = sliced(self, self.tr("Undo"), lambda progress: project.undo_to(step.id, progress))
        if changes is None:
            return False
        self.undone.emit(changes)
        return True

    # ------------------------------------------------------------------ words

    def _set_filter(self, words: str) -> None:
        step = self.chosen_step()
        self.model.set_filter(words)
        if step is not None:
            self.choose_step(step.id)
        self._show_words()

    def _show_words(self) -> None:
        step = self.chosen_step()
        back = self.model.steps_back_to(step) if step is not None else 0
        self.button.setEnabled(back > 0 and self._session.writable)
        if back > 1:
            self.button.setText(
                self.tr("Undo {count} steps up to here").format(count=QLocale().toString(back))
            )
        else:
            self.button.setText(self.tr("Undo this step"))
        self._about.setText(self._sentence(step, back))
        empty = self.model.rowCount() == 0
        self._pages.setCurrentIndex(1 if empty else 0)
        if empty:
            words = self.filter.text().strip()
            self._nothing.setText(
                self.tr("No step contains “{words}”.").format(words=words)
                if words
                else self.tr("Reading the history…")
            )

    def _sentence(self, step: HistoryStep | None, back: int) -> str:
        if not self._session.writable:
            return self.tr("The project is open read-only; nothing can be undone.")
        if step is None:
            return self.tr("Choose a step to go back to the state before it.")
        if back:
            return self.tr("What is undone can be redone step by step.")
        if step.undone:
            return self.tr("This step is undone already.")
        if step.kind == "undo":
            return self.tr("An undo is taken back with Redo.")
        if step.kind == "redo":
            return self.tr("Choose the step itself to undo it again.")
        return self.tr("This step cannot be undone.")

    def retranslate(self) -> None:
        """Set every text again."""
        self.setAccessibleName(self.tr("History"))
        self._title.setText(self.tr("History"))
        self.list.setAccessibleName(self.tr("Steps, the newest first"))
        self.filter.setPlaceholderText(self.tr("Filter steps"))
        self.filter.setAccessibleName(self.tr("Filter steps"))
        self._close.setToolTip(self.tr("Close the history"))
        self._close.setAccessibleName(self.tr("Close the history"))
        self.model.retranslate()
        self._show_words()

    # ------------------------------------------------------------------ events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.follow(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.follow(False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self._close.setIcon(QIcon(icons.pixmap("close", 16, theme.current().muted)))
