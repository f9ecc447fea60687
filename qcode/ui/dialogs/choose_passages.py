"""Passages to choose from: those that could stand for a relation, or be quoted in the storyline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QSize,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QListView, QWidget

from qcode.services.quoted_passages import Quoted
from qcode.ui.dialogs.form import FormDialog
from qcode.ui.widgets.choosing import choose_only

_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
LONGEST = 400  # code points of a quotation that a row shows


class Choice(NamedTuple):
    """A passage, and what it is said to be coded with (may be empty)."""

    passage: Quoted
    note: str = ""


class PassageChoices(QAbstractListModel):
    """Rows are passages in whose words, label or document all words asked for occur."""

    def __init__(self, choices: Sequence[Choice], parent: QObject) -> None:
        super().__init__(parent)
        self._all = list(choices)
        self.rows = list(choices)

    def narrow(self, words: str) -> None:
        """Show the passages that contain every word."""
        wanted = words.casefold().split()
        self.beginResetModel()
        self.rows = [
            one
            for one in self._all
            if all(
                word in f"{one.passage.quote} {one.passage.label} {one.passage.document}".casefold()
                for word in wanted
            )
        ]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return passage_words(one.passage, one.note)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{one.passage.document}\n{one.passage.quote[:2000]}"
        return None


def passage_words(passage: Quoted, note: str = "") -> str:
    """Return a passage in one paragraph: its label, a note, its words."""
    words = " ".join(passage.quote[:LONGEST].split())
    if len(passage.quote) > LONGEST:
        words += "…"
    head = f"{passage.label} · {note}" if note else passage.label
    return f"{head}\n{words}"


def choose_passages(
    parent: QWidget,
    heading: str,
    accept: str,
    choices: Sequence[Choice],
    about: str = "",
    *,
    several: bool = True,
) -> list[Quoted]:
    """Ask for passages in the order of the list; empty when it was cancelled."""
    dialog = PassagesDialog(parent, heading, accept, choices, about, several=several)
    return dialog.chosen() if dialog.asked() else []


class PassagesDialog(FormDialog):
    """A field to narrow the list, and the list."""

    def __init__(
        self,
        parent: QWidget,
        heading: str,
        accept: str,
        choices: Sequence[Choice],
        about: str,
        *,
        several: bool,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(parent, heading, accept, about)
        self.setMinimumWidth(560)
        self.model = PassageChoices(choices, self)
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(translate("choose_passages", "Filter passages"))
        self.field.setAccessibleName(translate("choose_passages", "Filter passages"))
        self.field.textChanged.connect(self._narrow)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setWordWrap(True)
        self.view.setUniformItemSizes(False)
        self.view.setLayoutMode(QListView.LayoutMode.Batched)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setSpacing(1)
        self.view.setAccessibleName(translate("choose_passages", "Passages"))
        self.view.setMinimumSize(QSize(520, 320))
        if several:
            self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._check())
        self.model.modelReset.connect(self._check)
        self.view.doubleClicked.connect(lambda _: self.accept())
        self.field.installEventFilter(self)
        self._nothing = QLabel(translate("choose_passages", "There is no passage to choose."))
        self._nothing.setProperty("role", "muted")
        self._nothing.setVisible(not choices)
        self.body.addWidget(self.field)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.view, 1)
        self._check()
        self.field.setFocus()

    def chosen(self) -> list[Quoted]:
        """Return the chosen passages in the order of the list."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        return [self.model.rows[row].passage for row in rows]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand the keys that move in a list from the field to the list below it."""
        if event.type() == QEvent.Type.KeyPress and event.key() in _STEPS:
            QCoreApplication.sendEvent(self.view, event)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, words: str) -> None:
        self.model.narrow(words)
        if words.strip() and self.model.rows:
            choose_only(self.view, self.model.index(0))

    def _check(self) -> None:
        self.accept_button.setEnabled(self.view.selectionModel().hasSelection())
