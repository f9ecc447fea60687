"""What both sides of a merge changed: a row each, with the choice that was made."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from qcode.model.join_records import Choice, Conflict, ConflictKey, ConflictKind
from qcode.ui.shell import theme
from qcode.ui.shell.i18n import joined, say

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class Column(IntEnum):
    """What the columns show."""

    WHAT = 0
    NAME = 1
    FILE = 2
    KIND = 3
    CHOICE = 4


class ConflictRows(QAbstractTableModel):
    """Holds the choices, too: ``choices`` is what merging is given."""

    def __init__(self) -> None:
        super().__init__()
        self.files: tuple[str, ...] = ()  # names of the other files
        self.conflicts: tuple[Conflict, ...] = ()
        self.choices: dict[ConflictKey, Choice] = {}
        self._settled: list[bool] = []
        self.open = 0  # how many have no choice

    def show_conflicts(self, conflicts: Sequence[Conflict], files: Sequence[str]) -> None:
        """Show these conflicts with ``files``; choices for those shown before stay."""
        self.beginResetModel()
        self.conflicts, self.files = tuple(conflicts), tuple(files)
        self._settled = [False] * len(self.conflicts)
        self.open = len(self.conflicts)
        for row in range(len(self.conflicts)):
            self._settle(row)
        self.endResetModel()

    # ------------------------------------------------------------------ choices

    def choose(self, rows: Sequence[int], choice: Choice | None) -> None:
        """Choose for whole conflicts; None takes back what was chosen."""
        for row in rows:
            conflict = self.conflicts[row]
            for one in conflict.fields:
                self.choices.pop(conflict.key.of(one.key), None)
            if choice is None:
                self.choices.pop(conflict.key, None)
            else:
                self.choices[conflict.key] = choice
            self._settle(row)
        if rows:
            last = self.index(max(rows), len(Column) - 1)
            self.dataChanged.emit(self.index(min(rows), 0), last)

    def choose_field(self, row: int, field: str, choice: Choice) -> None:
        """Choose for one field; what was chosen for the whole holds for the others."""
        conflict = self.conflicts[row]
        whole = self.choices.pop(conflict.key, None)
        if whole is not None:
            for one in conflict.fields:
                self.choices[conflict.key.of(one.key)] = whole
        self.choices[conflict.key.of(field)] = choice
        self._settle(row)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def choose_rest(self, choice: Choice) -> None:
        """Choose for all conflicts that are open, and for the open fields of those begun."""
        for row, conflict in enumerate(self.conflicts):
            if self._settled[row]:
                continue
            begun = [one for one in conflict.fields if conflict.key.of(one.key) in self.choices]
            if begun:
                for one in conflict.fields:
                    self.choices.setdefault(conflict.key.of(one.key), choice)
            else:
                self.choices[conflict.key] = choice
            self._settle(row)
        if self.conflicts:
            last = self.index(len(self.conflicts) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def chosen(self, row: int, field: str = "") -> Choice | None:
        """Return the choice for a whole conflict, or the one that holds for a field."""
        conflict = self.conflicts[row]
        whole = self.choices.get(conflict.key)
        return self.choices.get(conflict.key.of(field), whole) if field else whole

    def next_open(self, row: int) -> int:
        """Return the next row without a choice after ``row``, from above again; -1 for none."""
        count = len(self.conflicts)
        after = (*range(row + 1, count), *range(min(row + 1, count)))
        return next((at for at in after if not self._settled[at]), -1)

    def _settle(self, row: int) -> None:
        conflict = self.conflicts[row]
        fields = [conflict.key.of(one.key) in self.choices for one in conflict.fields]
        now = conflict.key in self.choices or (bool(fields) and all(fields))
        self.open += int(self._settled[row]) - int(now)
        self._settled[row] = now

    # ------------------------------------------------------------------ the table

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.conflicts)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._heads()[section]

    def _heads(self) -> list[str]:
        return [
            self.tr("What"),
            self.tr("Name"),
            self.tr("File"),
            self.tr("What happened"),
            self.tr("Choice"),
        ]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES or not index.isValid():
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            quiet = self._settled[index.row()] and column is not Column.CHOICE
            return QColor(theme.current().muted) if quiet else None
        words = self._words(index.row(), column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return joined((self._heads()[column], words), "heading")
        return words

    def _words(self, row: int, column: Column) -> str:
        conflict = self.conflicts[row]
        if column is Column.WHAT:
            return say(conflict.what)
        if column is Column.NAME:
            return " ".join(conflict.name.split())
        if column is Column.FILE:
            return self.files[conflict.key.file]
        if column is Column.CHOICE:
            whole = self.chosen(row)
            if whole is not None:
                return say(whole.label)
            begun = any(conflict.key.of(one.key) in self.choices for one in conflict.fields)
            if not begun:
                return self.tr("open")
            return self.tr("by field") if self._settled[row] else self.tr("partly")
        if conflict.kind is ConflictKind.CHANGED and conflict.fields:
            return joined(say(one.label) for one in conflict.fields)
        return say(conflict.kind.label)

    def retranslate(self) -> None:
        """Say everything again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)


_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)
"""What ``data`` answers; a view asks each cell for ten things whenever it is painted."""
