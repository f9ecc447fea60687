"""The passages of one or several codes as a list that follows every change."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from qcode.model.records import Code, Passage
from qcode.ui.itemmodels.passage_feed import PassageFeed
from qcode.ui.itemmodels.passage_rows import DOCUMENT_ORDER, ORDERS, edits, matching, ordered
from qcode.ui.shell.session import Session

PassageRole = Qt.ItemDataRole.UserRole
"""The ``Passage`` of a row."""

CodeRole = Qt.ItemDataRole.UserRole + 1
"""The ``Code`` of a row, None in a list of one code."""

MANY = 400
"""Rows that come and go at once from which the list is shown anew."""


class PassagesModel(QAbstractListModel):
    """Rows are ``Passage`` records, filtered and in one of two orders."""

    loaded = Signal()  # the passages of the codes asked for have come
    figuresChanged = Signal()  # numbers or titles that a header shows are different

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed = PassageFeed(session, self)
        self._sorted: list[Passage] = []
        self._rows: list[Passage] = []
        self._filter = ""
        self._order = DOCUMENT_ORDER
        self._feed.passagesChanged.connect(self._take)
        self._feed.codesChanged.connect(self._rename)
        self._feed.loaded.connect(self.loaded)

    # ------------------------------------------------------------------ what is asked for

    def show_codes(self, code_ids: Iterable[int], *, with_below: bool = False) -> None:
        """Read the passages of some codes, with those of all codes below them if asked.

        They come with ``loaded``; until then nothing is shown.
        """
        self._feed.show_codes(code_ids, with_below=with_below)

    def set_filter(self, words: str) -> None:
        """Show only passages in which every one of ``words`` occurs."""
        self._filter = words
        self._show()

    def set_order(self, order: str) -> None:
        """Show passages in the ``document`` order, or the ``newest`` first.

        Raises ValueError for any other word.
        """
        if order not in ORDERS:
            raise ValueError(order)
        self._order = order
        self._sort()
        self._show()

    # ------------------------------------------------------------------ what is there

    @property
    def ready(self) -> bool:
        """Whether the passages asked for have been read."""
        return self._feed.ready

    @property
    def filter(self) -> str:
        """The words asked for."""
        return self._filter

    @property
    def asked_codes(self) -> list[Code]:
        """The codes asked for that still exist, in tree order."""
        asked = set(self._feed.asked)
        return [code for code in self._feed.codes.values() if code.id in asked]

    @property
    def has_below(self) -> bool:
        """Whether any of the codes asked for has codes below it."""
        asked = set(self._feed.asked)
        return any(code.parent_id in asked for code in self._feed.codes.values())

    def totals(self) -> tuple[int, int, int]:
        """Return how many distinct passages there are, in how many documents, and rows shown."""
        return (
            len({passage.selection_id for passage in self._sorted}),
            len({passage.document_id for passage in self._sorted}),
            len(self._rows),
        )

    def passage_at(self, row: int) -> Passage | None:
        """Return the passage in ``row``, None outside."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, coding_id: int) -> int:
        """Return the row of a coding, -1 when it is not shown."""
        found = (row for row, passage in enumerate(self._rows) if passage.coding_id == coding_id)
        return next(found, -1)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        passage = self.passage_at(index.row())
        if passage is None:
            return None
        if role == PassageRole:
            return passage
        if role == CodeRole:
            return self._code_of(passage)
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(passage.quote.split())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(passage)
        return None

    def _code_of(self, passage: Passage) -> Code | None:
        return self._feed.codes.get(passage.code_id) if self._feed.several else None

    def _spoken(self, passage: Passage) -> str:
        quote = " ".join(passage.quote[:300].split())
        words = self.tr("{label}, {document}: “{quote}”, coded by {coder}").format(
            label=passage.label, document=passage.document, quote=quote, coder=passage.coder
        )
        code = self._code_of(passage)
        parts = [words]
        if code is not None:
            parts.append(code.title)
        if passage.typical:
            parts.append(self.tr("typical"))
        if passage.memo:
            parts.append(self.tr("memo: {memo}").format(memo=passage.memo))
        return ", ".join(parts)

    # ------------------------------------------------------------------ rows

    def _take(self) -> None:
        self._sort()
        self._show()
        self.figuresChanged.emit()

    def _rename(self) -> None:
        self._announce(0, len(self._rows) - 1)
        self.figuresChanged.emit()

    def _sort(self) -> None:
        self._sorted = ordered(self._feed.passages, self._order, self._feed.places)

    def _show(self) -> None:
        """Let the rows be what filter and order ask for, with as little disturbance as possible."""
        codes = self._feed.codes.values() if self._filter else ()
        new = matching(self._sorted, self._filter, {code.id: code.title for code in codes})
        old = self._rows
        steps = edits([p.coding_id for p in old], [p.coding_id for p in new], MANY)
        if steps is None:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return
        none = QModelIndex()
        for first, count in steps.removed:
            self.beginRemoveRows(none, first, first + count - 1)
            del self._rows[first : first + count]
            self.endRemoveRows()
        for first, count in steps.inserted:
            self.beginInsertRows(none, first, first + count - 1)
            self._rows[first:first] = new[first : first + count]
            self.endInsertRows()
        different = [
            row
            for row, (was, now) in enumerate(zip(self._rows, new, strict=True))
            if was is not now and was != now
        ]
        self._rows = new
        if different:
            self._announce(different[0], different[-1])

    def _announce(self, first: int, last: int) -> None:
        if first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))
