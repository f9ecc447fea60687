"""Rows of an import that has not happened yet: what would come in, ticked or not, and what cannot.

Ten thousand rows are usual, so sorting and narrowing are done here on plain lists rather than by a
proxy, which would ask Python for every comparison.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum, IntEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, Qt, Signal

from qcode.model.messages import Message
from qcode.services.importing import Candidate, Failure, ImportPlan
from qcode.ui.shell.i18n import say
from qcode.ui.shell.theme import current

LONGEST_TIP = 600  # code points


class RowKind(Enum):
    """What would become of a row."""

    NEW = "new"
    DUPLICATE = "duplicate"
    FAILURE = "failure"


class Column(IntEnum):
    """What the table shows, from left to right."""

    NAME = 0
    LABEL = 1
    CHARACTERS = 2
    FILE = 3
    STATUS = 4


class ImportRow(NamedTuple):
    """A candidate of the plan (then ``index`` is its place there) or a failure (-1).

    ``whole``: the failure is that of a file of which nothing could be read.
    """

    kind: RowKind
    index: int
    candidate: Candidate | None
    failure: Failure | None
    whole: bool = False


class ImportRows(QAbstractTableModel):
    """The rows of a plan. Ticks are kept by source, so that a file read anew keeps the others'."""

    ticksChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan = ImportPlan((), ())
        self._rows: list[ImportRow] = []
        self._shown: list[int] = []
        self._ticked: set[int] = set()  # indexes of candidates
        self._only: RowKind | None = None
        self._order: tuple[int, Qt.SortOrder] | None = None

    # ------------------------------------------------------------------ what is there

    @property
    def plan(self) -> ImportPlan:
        """The plan whose rows these are."""
        return self._plan

    @property
    def ticked(self) -> frozenset[int]:
        """Indexes, in the plan, of the candidates that are wanted."""
        return frozenset(self._ticked)

    def count(self, kind: RowKind | None = None) -> int:
        """How many rows there are, of a kind or of all, whether shown or not."""
        return sum(kind is None or row.kind is kind for row in self._rows)

    def row(self, index: QModelIndex) -> ImportRow | None:
        """The row at ``index``, None for an invalid one."""
        return self._rows[self._shown[index.row()]] if index.isValid() else None

    def place_of(self, path: Path, near: int) -> int:
        """Return the shown row of a file that is nearest to ``near``; ``near`` without any."""
        rows = ((place, self._rows[index]) for place, index in enumerate(self._shown))
        places = (place for place, row in rows if (row.candidate or row.failure).path == path)
        return min(places, key=lambda place: abs(place - near), default=near)

    def set_plan(self, plan: ImportPlan, keep_duplicates: bool) -> None:
        """Show a plan. Sources that were there before keep their ticks.

        Of the others, new ones are ticked, and duplicates when ``keep_duplicates``.
        """
        before = {
            id(candidate.source): (index in self._ticked, candidate.duplicate_of is None)
            for index, candidate in enumerate(self._plan.candidates)
        }
        self.beginResetModel()
        old = self._plan  # its sources stay alive until their ids have been compared
        self._plan = plan
        self._ticked.clear()
        for index, candidate in enumerate(plan.candidates):
            new = candidate.duplicate_of is None
            ticked, was_new = before.get(id(candidate.source), (None, new))
            # What has become a duplicate, or ceased to be one, is judged afresh.
            if ticked is None or was_new != new:
                ticked = new or keep_duplicates
            if ticked:
                self._ticked.add(index)
        del old
        self._rows = [
            ImportRow(
                RowKind.NEW if candidate.duplicate_of is None else RowKind.DUPLICATE,
                index,
                candidate,
                None,
            )
            for index, candidate in enumerate(plan.candidates)
        ]
        readable = {candidate.path for candidate in plan.candidates}
        self._rows += [
            ImportRow(RowKind.FAILURE, -1, None, failure, failure.path not in readable)
            for failure in plan.failures
        ]
        self._arrange()
        self.endResetModel()
        self.ticksChanged.emit()

    # ------------------------------------------------------------------ ticking

    def tick(self, indexes: Collection[int], wanted: bool) -> None:
        """Tick or untick candidates, given by their places in the plan."""
        if wanted:
            self._ticked |= set(indexes)
        else:
            self._ticked -= set(indexes)
        if self._shown:
            last = len(self._shown) - 1
            self.dataChanged.emit(
                self.index(0, Column.NAME), self.index(last, Column.NAME), [_CHECK]
            )
        self.ticksChanged.emit()

    def tick_shown(self, wanted: bool) -> None:
        """Tick or untick every candidate that is shown."""
        rows = (self._rows[place] for place in self._shown)
        self.tick([row.index for row in rows if row.index >= 0], wanted)

    def tick_duplicates(self, wanted: bool) -> None:
        """Keep or leave out all duplicates."""
        self.tick(self._plan.duplicates, wanted)

    # ------------------------------------------------------------------ order and choice

    def show_only(self, kind: RowKind | None) -> None:
        """Show the rows of one kind, or all."""
        self.beginResetModel()
        self._only = kind
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(self._shown[index.row()], index.column()) for index in before]
        self._order = (column, order) if column >= 0 else None
        self._arrange()
        places = {place: row for row, place in enumerate(self._shown)}
        self.changePersistentIndexList(
            before, [self.index(places[place], column) for place, column in held]
        )
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        self._shown = [
            place
            for place, row in enumerate(self._rows)
            if self._only is None or row.kind is self._only
        ]
        if self._order is not None:
            column, order = self._order
            keys = {place: self._key(self._rows[place], column) for place in self._shown}
            self._shown.sort(key=keys.__getitem__, reverse=order == Qt.SortOrder.DescendingOrder)

    def _key(self, row: ImportRow, column: int) -> tuple[int, str]:
        if column == Column.CHARACTERS:
            return (len(row.candidate.source.text) if row.candidate else -1, "")
        if column == Column.STATUS:
            return (list(RowKind).index(row.kind), self._text(row, column))
        return (0, self._text(row, column).casefold())

    # ------------------------------------------------------------------ Qt's questions

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        # Asked for every cell of a selection, so it takes no detour.
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.column() == Column.NAME and self._rows[self._shown[index.row()]].index >= 0:
            return _CELL | Qt.ItemFlag.ItemIsUserCheckable
        return _CELL

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == _CHECK and column == Column.NAME and row.index >= 0:
            ticked = row.index in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            text = self._text(row, column)
            return text if len(text) <= LONGEST_TIP else f"{text[:LONGEST_TIP]}…"
        if role == Qt.ItemDataRole.TextAlignmentRole and column == Column.CHARACTERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(row, column)
        return None

    def setData(
        self, index: QModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        row = self.row(index)
        if row is None or role != _CHECK or row.index < 0:
            return False
        self.tick([row.index], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section == Column.CHARACTERS
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NAME: self.tr("Name"),
            Column.LABEL: self.tr("Short label"),
            Column.CHARACTERS: self.tr("Characters"),
            Column.FILE: self.tr("File"),
            Column.STATUS: self.tr("Status"),
        }[Column(section)]

    def _text(self, row: ImportRow, column: int) -> str:
        candidate = row.candidate
        if column == Column.FILE:
            return (candidate or row.failure).path.name
        if candidate is None:
            if column == Column.NAME:
                return row.failure.path.name
            return say(without_file(row.failure.reason)) if column == Column.STATUS else ""
        if column == Column.NAME:
            return candidate.source.name
        if column == Column.LABEL:
            return candidate.source.label
        if column == Column.CHARACTERS:
            return QLocale().toString(len(candidate.source.text))
        if candidate.duplicate_of is not None:
            return say(candidate.duplicate_of)
        return self.tr("new")

    def _ink(self, row: ImportRow, column: int) -> object:
        theme = current()
        if column == Column.STATUS:
            roles = {RowKind.DUPLICATE: "warning", RowKind.FAILURE: "danger"}
            return theme.color(roles.get(row.kind, "muted"))
        if column != Column.NAME or row.kind is RowKind.FAILURE:
            return theme.color("muted")
        return None


_CHECK = Qt.ItemDataRole.CheckStateRole
_CELL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def without_file(reason: Message) -> Message:
    """Return the sentence of a failure without the name of its file, which stands beside it."""
    inner = reason.params.get("reason")
    return inner if isinstance(inner, Message) else reason
