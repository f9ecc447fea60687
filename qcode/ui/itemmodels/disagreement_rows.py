"""What coders differ in, a row each: numbers of rows over columns, words only for what is seen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.records import Document
from qcode.model.review import Disagreement
from qcode.ui.shell import theme
from qcode.ui.shell.i18n import joined, translated

if TYPE_CHECKING:
    from qcode.analysis.agreement.spans import Ints
    from qcode.services.review.disagreements import Disagreements

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
KINDS, VERDICTS = tuple(DisagreementKind), tuple(Verdict)
AHEAD = 24
"""Rows below one that is asked for whose words are fetched with it: what a screen shows."""


_FEW = 8  # rows that are announced one by one; of more, all are
_PAIRS, _DOCUMENTS = 10, 200  # of which it is asked how wide their words are
_AMENDED = " ✎"  # stands after a decision that led to a change of the codebook


class Column(IntEnum):
    """What stands in a row, from the left."""

    KIND = 0
    CODE = 1
    WORDS = 2
    DOCUMENT = 3
    VERDICT = 4


_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)

Words = Callable[[Sequence[Disagreement]], Sequence[str]]
"""Fetches the words that disagreements are about, in their order."""


class DisagreementRows(QAbstractTableModel):
    """Shows some rows of ``Disagreements``, which it knows by their numbers there."""

    wordsChanged = Signal()
    """Other words than before are ``possible``."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = words
        self.found: Disagreements | None = None
        self._shown: Ints | None = None
        self._texts: dict[int, str] = {}
        self._amended: Collection[int] = ()
        self._several = False

    # ------------------------------------------------------------------ what is shown

    def take(self, found: Disagreements | None) -> None:
        """Take other disagreements; no row is shown until ``show_rows``."""
        self.beginResetModel()
        self.found, self._shown = found, None
        self._texts.clear()
        self._several = found is not None and len(found.pairs) > 1
        self.endResetModel()
        self.wordsChanged.emit()

    def retake(self, found: Disagreements, touched: Ints) -> None:
        """Take the same disagreements with other decisions about some; the rows shown stay."""
        self.found = found
        if len(touched) > _FEW:
            self.repaint()
            return
        for row in map(self.row_of, touched.tolist()):
            if row >= 0:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def repaint(self) -> None:
        """Let the rows in sight be painted anew."""
        if self.rowCount():
            last = self.index(self.rowCount() - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def show_rows(self, numbers: Ints) -> None:
        """Show these rows in this order, with as little disturbance as possible."""
        gone = _one_gone(self._shown, numbers)
        if gone >= 0:  # what was just decided leaves a list of what is open
            self.beginRemoveRows(_NONE, gone, gone)
            self._shown = numbers
            self.endRemoveRows()
            return
        self.beginResetModel()
        self._shown = numbers
        self.endResetModel()

    def set_amended(self, decision_ids: Collection[int]) -> None:
        """Mark the rows whose decisions led to a change of the codebook."""
        first = bool(decision_ids) is not bool(self._amended)
        self._amended = decision_ids
        self.repaint()
        if first:
            self.wordsChanged.emit()

    def number(self, row: int) -> int:
        """Return which of all disagreements stands in a row, -1 outside."""
        if self._shown is None or not 0 <= row < len(self._shown):
            return -1
        return int(self._shown[row])

    def row_of(self, number: int) -> int:
        """Return the row in which a disagreement stands, -1 where it is not shown."""
        import numpy as np

        if self._shown is None:
            return -1
        found = np.flatnonzero(self._shown == number)
        return int(found[0]) if len(found) else -1

    def next_open(self, row: int, step: int) -> int:
        """Return the nearest open row after (1) or before (-1) a row, round and round; -1: none."""
        import numpy as np

        if self._shown is None or self.found is None or not len(self._shown):
            return -1
        open_rows = np.flatnonzero(self.found.verdict[self._shown] == 0)
        open_rows = open_rows[open_rows != row]
        if not len(open_rows):
            return -1
        if step > 0:
            place = int(np.searchsorted(open_rows, row))
            return int(open_rows[place % len(open_rows)])
        place = int(np.searchsorted(open_rows, row)) - 1
        return int(open_rows[place])

    # ------------------------------------------------------------------ words

    def names(self, number: int) -> tuple[str, str]:
        """Return the names of the two coders of a disagreement."""
        assert self.found is not None
        first, second = self.found.pairs[int(self.found.pair[number])]
        return first.name, second.name

    def kind_words(self, number: int) -> str:
        """Return in words what two coders differ in."""
        assert self.found is not None
        return self._kind_words(KINDS[int(self.found.kind[number])], self.names(number))

    def _kind_words(self, kind: DisagreementKind, names: tuple[str, str]) -> str:
        first, second = names
        words = translated(kind.label.template).format(first=first, second=second)
        return f"{words} · {first}/{second}" if self._several else words

    def possible(self) -> dict[Column, list[str]]:
        """Return the words that may stand in the columns that are as wide as their words."""
        found = self.found
        if found is None:
            return {}
        pairs = [(one.name, other.name) for one, other in found.pairs[:_PAIRS]]
        mark = _AMENDED if self._amended else ""
        return {
            Column.KIND: [self._kind_words(kind, pair) for kind in KINDS for pair in pairs],
            Column.DOCUMENT: [_short(one) for one in found.gathered.documents[:_DOCUMENTS]],
            Column.VERDICT: [
                translated(one.label.template).format(first=first, second=second) + mark
                for one in VERDICTS
                for first, second in pairs
            ],
        }

    def verdict_words(self, number: int) -> str:
        """Return what was decided, in words."""
        assert self.found is not None
        first, second = self.names(number)
        verdict = VERDICTS[int(self.found.verdict[number])]
        return translated(verdict.label.template).format(first=first, second=second)

    def code_words(self, number: int) -> str:
        """Return the title of the code, or of both."""
        found = self.found
        assert found is not None
        places = dict.fromkeys((int(found.first_code[number]), int(found.second_code[number])))
        return " / ".join(found.gathered.codes[one].title for one in places if one >= 0)

    def document_words(self, number: int) -> str:
        """Return the title of the document."""
        assert self.found is not None
        return _short(self.found.gathered.documents[int(self.found.document[number])])

    def quotation(self, row: int) -> str:
        """Return the words of a row on one line, fetched with those of the rows below it."""
        number = self.number(row)
        words = self._texts.get(number)
        if words is None:
            assert self.found is not None and self._shown is not None
            if len(self._texts) > 40 * AHEAD:
                self._texts.clear()
            below: list[int] = self._shown[row : row + AHEAD].tolist()
            wanted = [one for one in below if one not in self._texts]
            fetched = self._fetch([self.found.row(one) for one in wanted])
            self._texts.update(zip(wanted, fetched, strict=True))
            words = self._texts[number]
        return words

    def _cell(self, row: int, number: int, column: int) -> str:
        if column == Column.KIND:
            return self.kind_words(number)
        if column == Column.CODE:
            return self.code_words(number)
        if column == Column.WORDS:
            return self.quotation(row)
        if column == Column.DOCUMENT:
            return self.document_words(number)
        words = self.verdict_words(number)
        if self._amended:
            assert self.found is not None
            decided = self.found.decided(number)
            if decided is not None and decided.decision_id in self._amended:
                return f"{words}{_AMENDED}"
        return words

    # ------------------------------------------------------------------ the model

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() or self._shown is None else len(self._shown)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return heads()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES:
            return None
        row = index.row()
        number = self.number(row)
        if number < 0:
            return None
        if role == Qt.ItemDataRole.ForegroundRole:
            assert self.found is not None
            return QColor(theme.current().muted) if self.found.verdict[number] else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = heads()[index.column()]
            return joined((head, self._cell(row, number, index.column()) or "–"), "heading")
        return self._cell(row, number, index.column())


def _short(document: Document) -> str:
    return document.label or document.name


def heads() -> tuple[str, ...]:
    """Return the headings of the columns."""
    translate = QCoreApplication.translate
    return (
        translate("disagreements", "Differs"),
        translate("disagreements", "Code"),
        translate("disagreements", "Words"),
        translate("disagreements", "Text"),
        translate("disagreements", "Decision"),
    )


def _one_gone(before: Ints | None, after: Ints) -> int:
    """Return the row without which the rows are those of before, -1 where it is no single one."""
    import numpy as np

    if before is None or len(before) != len(after) + 1:
        return -1
    differs = np.flatnonzero(before[:-1] != after)
    row = int(differs[0]) if len(differs) else len(after)
    return row if bool((before[row + 1 :] == after[row:]).all()) else -1
