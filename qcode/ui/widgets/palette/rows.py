"""Rows of the palette: a model of the few codes that fit and of those that could be made."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from qcode.ui.shell.i18n import joined, say
from qcode.ui.widgets.palette.items import NewCode, PaletteMatch


class PaletteModel(QAbstractListModel):
    """At most fifty codes and, last, the offers to make one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matches: list[PaletteMatch] = []
        self._offers: list[NewCode] = []
        self._count = 0  # the view asks for it a hundred times at every key
        self._on_passage: Collection[int] = ()
        self.digits = False  # whether rows show the keys that apply them

    def show_rows(
        self, matches: list[PaletteMatch], offers: list[NewCode], digits: bool = False
    ) -> None:
        """Replace all rows; with ``digits`` they show the keys that apply their codes."""
        self.beginResetModel()
        self._matches, self._offers, self.digits = matches, offers, digits
        self._count = len(matches) + len(offers)
        self.endResetModel()

    def mark(self, code_ids: Collection[int]) -> None:
        """Tick off the codes that the passage has already."""
        self._on_passage = code_ids
        if self._matches:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._matches) - 1, 0))

    def is_marked(self, match: PaletteMatch) -> bool:
        """Whether the passage has this code already."""
        return match.item.code_id in self._on_passage

    def match_at(self, row: int) -> PaletteMatch | None:
        """The code in ``row``; None in a row that offers a new one, or outside."""
        return self._matches[row] if 0 <= row < len(self._matches) else None

    def offer_at(self, row: int) -> NewCode | None:
        """The new code that ``row`` offers; None in the row of a code that is there."""
        row -= len(self._matches)
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def row_of_digit(self, digit: int) -> int:
        """Row of the code with this key, -1 where none is shown."""
        for row, match in enumerate(self._matches):
            if self.digits and match.item.digit == digit:
                return row
        return -1

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return self._count if parent is None or not parent.isValid() else 0

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        match = self.match_at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return match.item.title if match else self._offered(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(match) if match else self._offered(index.row())
        if role == Qt.ItemDataRole.ToolTipRole and match is not None:
            item = match.item
            parts = (say(item.kind.label), item.path, self._passages(item.count))
            return " · ".join(filter(None, parts))
        return None

    def _offered(self, row: int) -> str:
        offer = self.offer_at(row)
        if offer is None:
            return ""
        kind = say(offer.kind.label)
        if offer.parent is None:
            return self.tr("＋ new {kind} “{name}”").format(kind=kind, name=offer.name)
        return self.tr("＋ new {kind} “{name}” under “{parent}”").format(
            kind=kind, name=offer.name, parent=offer.parent.title
        )

    def _spoken(self, match: PaletteMatch) -> str:
        item = match.item
        parts = [item.title, item.path]
        if self.is_marked(match):
            parts.append(self.tr("on this passage"))
        if item.favourite:
            parts.append(self.tr("favourite"))
        if self.digits and item.digit:
            parts.append(self.tr("key {digit}").format(digit=item.digit))
        return joined(parts, "facts")

    def _passages(self, count: int | None) -> str:
        if count is None:
            return ""
        if count == 1:
            return self.tr("1 passage")
        return self.tr("{count} passages").format(count=count)
