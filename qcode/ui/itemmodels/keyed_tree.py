"""A tree of rows known by a key, brought up to date with as few steps as the change needs.

Views keep their place, selection and open branches, since rows are moved, inserted and removed
one by one and never thrown away, unless most of the tree is another one. A filter leaves what
contains the words looked for, what is above it and what is below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from qcode.ui.itemmodels.tree_plan import Node, folded, matching, runs_of, staying

KEY = Qt.ItemDataRole.UserRole + 1
"""Role of a row's key."""

_ONE_BY_ONE = 40  # rows below the same one that are announced singly

FILTER_STEPS = 20  # the same for a filter, after which every branch is opened
MOST_STEPS = 200  # beyond this many inserts, moves and removals a reset is quicker for every view

Row = tuple[int, int, Any]
"""Key (above 0), key of the parent (0: none), and what the row shows."""

Index = QModelIndex | QPersistentModelIndex


class Drags(Protocol):
    """What may be dragged out of the rows and dropped on them."""

    mime_type: str

    def packed(self, keys: list[int]) -> QMimeData:
        """Return the rows ``keys``, in tree order, as a drag carries them."""

    def dropped(self, mime: QMimeData, parent: int, place: int | None) -> bool:
        """Take what fell onto ``parent`` (None) or between its children (before ``place``)."""


class KeyedTreeModel(QAbstractItemModel):
    """One column; subclasses say what a row shows by ``shown`` and ``words``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[int, tuple[int, Any]] = {}  # all rows in order: parent and record
        self._below: dict[int, list[int]] = {0: []}  # all rows by parent
        self._root = Node(0, None)  # from here on what passes the filter
        self._nodes: dict[int, Node] = {}
        self._wanted = ""
        self._among: frozenset[int] | None = None  # what may match, None for every row
        self._folded: dict[int, str] = {}
        self.drags: Drags | None = None

    # ------------------------------------------------------------------ all rows, by key

    def __contains__(self, key: int) -> bool:
        return key in self._rows

    def __len__(self) -> int:
        return len(self._rows)

    def record(self, key: int) -> Any:
        """Return what the row shows; raises KeyError for a key that is not there."""
        return self._rows[key][1]

    def in_order(self) -> Iterator[int]:
        """Yield every key in tree order."""
        return iter(self._rows)

    def children_of(self, key: int) -> list[int]:
        """Return the keys directly below ``key`` (0: at the top), in their order."""
        return self._below.get(key, [])

    @property
    def can_change(self) -> bool:
        """Whether names may be edited and rows dropped."""
        raise NotImplementedError

    def shown(self, key: int, record: Any, role: int) -> Any:
        """Return what ``data`` returns for a row."""
        raise NotImplementedError

    def words(self, record: Any) -> str:
        """Return the words by which the filter finds a row."""
        raise NotImplementedError

    # ------------------------------------------------------------------ the filter

    @property
    def wanted(self) -> str:
        """What is looked for, folded; empty when everything is shown."""
        return self._wanted

    @property
    def filtered(self) -> bool:
        """Whether something may be hidden."""
        return bool(self._wanted) or self._among is not None

    def look_for(self, text: str, among: frozenset[int] | None = None) -> None:
        """Show what contains ``text``, everything when it is blank; only rows ``among`` match."""
        wanted = folded(text)
        if (wanted, among) != (self._wanted, self._among):
            self._wanted, self._among = wanted, among
            self._show(FILTER_STEPS)  # all branches will be opened anew anyway

    def is_match(self, key: int) -> bool:
        """Whether a row itself contains what is looked for."""
        if self._among is not None and key not in self._among:
            return False
        if key not in self._folded:
            self._folded[key] = folded(self.words(self.record(key)))
        return self._wanted in self._folded[key]

    # ------------------------------------------------------------------ rows on show

    def index_of(self, key: int) -> QModelIndex:
        """Return the place of a row, an invalid index for a key that is not on show."""
        return self._place(self._nodes.get(key))

    @staticmethod
    def key_of(index: Index) -> int:
        """Return the key of a row, 0 for an invalid index."""
        return index.internalId() if index.isValid() else 0

    def depth(self, key: int) -> int:
        """Return how many rows are above a row on show, from 0; raises KeyError for no such row."""
        node, depth = self._nodes[key].parent, 0
        while node is not self._root:
            node, depth = node.parent, depth + 1
        return depth

    def has_below(self, key: int) -> bool:
        """Whether rows are on show below a row on show; raises KeyError for no such row."""
        return bool(self._nodes[key].children)

    # ------------------------------------------------------------------ what Qt asks

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        children = self._node(parent).children
        if column or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].key)

    def parent(self, index: Index | None = None) -> Any:
        if index is None:  # QObject.parent() shares the name
            return super().parent()
        key = index.internalId()  # an invalid one has 0
        return self._place(self._nodes[key].parent) if key else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is not None and parent.column() > 0:
            return 0
        return len(self._node(parent).children)

    def columnCount(self, parent: Index | None = None) -> int:
        return 1

    def hasChildren(self, parent: Index | None = None) -> bool:
        return bool(self._node(parent).children)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        key = index.internalId()
        if role == KEY:
            return key
        row = self._rows.get(key)  # None while a row that is gone is being taken off
        return None if row is None else self.shown(key, row[1], role)

    def mimeTypes(self) -> list[str]:
        return [self.drags.mime_type] if self.drags else []

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        dragged = {self.key_of(index) for index in indexes}
        return self.drags.packed([key for key in self._rows if key in dragged])

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def canDropMimeData(
        self, mime: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return bool(self.drags) and self.can_change and mime.hasFormat(self.drags.mime_type)

    def dropMimeData(
        self, mime: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(mime, action, row, column, parent):
            return False
        key = self.key_of(parent)
        return self.drags.dropped(mime, key, None if row < 0 else self._all_place(key, row))

    def _all_place(self, parent: int, row: int) -> int:
        """Turn a row on show into a place among all children."""
        shown = (self._nodes[parent] if parent else self._root).children
        everything = self.children_of(parent)
        return everything.index(shown[row].key) if row < len(shown) else len(everything)

    # ------------------------------------------------------------------ bringing it up to date

    def sync(self, rows: Sequence[Row]) -> bool:
        """Take ``rows``, parents before their children; return whether any came, went or moved.

        Rows that stay and show something else are announced as changed.
        """
        before, below = self._rows, self._below
        self._rows = {key: (parent, record) for key, parent, record in rows}
        self._below = {0: []}
        for key, parent, _ in rows:
            self._below.setdefault(parent, []).append(key)
        changed = [
            key
            for key, row in self._rows.items()
            # Most records are the same object, and comparing them field by field is slow.
            if key in before and before[key][1] is not row[1] and before[key][1] != row[1]
        ]
        for key in changed:
            self._folded.pop(key, None)
        moved = below != self._below
        if moved or (changed and self.filtered):
            self._show()
        self.tell_changed(changed)
        return moved

    def update(self, records: Mapping[int, Any]) -> None:
        """Let rows that stay in their places show something else."""
        for key, record in records.items():
            self._rows[key] = (self._rows[key][0], record)
            self._folded.pop(key, None)
        if self.filtered:
            self._show()
        self.tell_changed(records)

    def _show(self, most: int = MOST_STEPS) -> None:
        """Bring the rows on show in line with all rows and the filter."""
        wanted = self._below
        if self.filtered:
            parents = {key: row[0] for key, row in self._rows.items()}
            hits = {key for key in self._rows if self.is_match(key)}
            kept = matching(parents, hits)
            wanted = {
                key: [child for child in children if child in kept]
                for key, children in self._below.items()
                if key in kept or not key
            }
        # Parents first, so that whatever is put somewhere is put into its final place.
        order = [0, *(key for key in self._rows if wanted.get(key))]
        there = {key for key in order for key in wanted[key]}
        steps = self._count_steps(order, wanted, there)
        if steps > most:
            self._reset(order, wanted)
        elif steps:
            for key in order:
                self._arrange(self._nodes.get(key, self._root), wanted[key])
            self._remove_all_but(there)

    def tell_changed(self, keys: Iterable[int]) -> None:
        """Announce that rows show something else; neighbours are announced together if many.

        Hearing of one row, a view paints that row again; hearing of two at once, all that it shows.
        """
        by_parent: dict[int, list[int]] = {}
        for key in keys:
            node = self._nodes.get(key)
            if node is not None:
                by_parent.setdefault(node.parent.key, []).append(node.row)
        for parent, places in by_parent.items():
            children = (self._nodes[parent] if parent else self._root).children
            few = len(places) <= _ONE_BY_ONE
            for first, last in ((one, one) for one in places) if few else runs_of(sorted(places)):
                top = self.createIndex(first, 0, children[first].key)
                end = top if first == last else self.createIndex(last, 0, children[last].key)
                self.dataChanged.emit(top, end)

    # ------------------------------------------------------------------ inside

    def _node(self, index: Index | None) -> Node:
        key = 0 if index is None else index.internalId()  # an invalid one has 0
        return self._nodes[key] if key else self._root

    def _place(self, node: Node | None) -> QModelIndex:
        if node is None or node is self._root:
            return QModelIndex()
        return self.createIndex(node.row, 0, node.key)

    def _reset(self, order: list[int], wanted: Mapping[int, list[int]]) -> None:
        self.beginResetModel()
        self._root = Node(0, None)
        self._nodes = {}
        for parent in order:
            above = self._nodes[parent] if parent else self._root
            above.children = [Node(key, above, row) for row, key in enumerate(wanted[parent])]
            self._nodes.update((node.key, node) for node in above.children)
        self.endResetModel()

    def _count_steps(
        self, order: list[int], wanted: Mapping[int, list[int]], there: set[int]
    ) -> int:
        gone = self._nodes.keys() - there
        steps = len(gone)
        for parent in order:
            present = self._present(parent)
            if present == wanted[parent]:
                continue
            kept = staying(present, wanted[parent])
            before: tuple[int, int] | None = None  # place of the row before, where it moves too
            for key in wanted[parent]:
                node = self._nodes.get(key)
                if key in kept:
                    before = None
                    continue
                place = (node.parent.key, node.row) if node else (-1, 0)
                joins = before is not None and before[0] == place[0]
                if not joins or (node and before[1] + 1 != place[1]):
                    steps += 1
                before = place
        return steps

    def _present(self, parent: int) -> list[int]:
        node = self._nodes.get(parent) if parent else self._root
        return [child.key for child in node.children] if node else []

    def _arrange(self, parent: Node, keys: list[int]) -> None:
        """Put ``keys`` below ``parent`` in this order; rows that do not belong stay behind."""
        present = [child.key for child in parent.children]
        if present == keys:
            return
        kept = staying(present, keys)
        at = place = 0
        while place < len(keys):
            key = keys[place]
            node = self._nodes.get(key)
            if key in kept:
                at = node.row + 1
                place += 1
                continue
            end = place + 1
            if node is None:
                while end < len(keys) and keys[end] not in self._nodes:
                    end += 1
                self._insert(parent, at, keys[place:end])
                at += end - place
            else:
                while (
                    end < len(keys)
                    and keys[end] not in kept
                    and (other := self._nodes.get(keys[end])) is not None
                    and other.parent is node.parent
                    and other.row == node.row + end - place
                ):
                    end += 1
                self._move(node, end - place, parent, at)
                at = self._nodes[keys[end - 1]].row + 1
            place = end

    def _insert(self, parent: Node, at: int, keys: list[int]) -> None:
        self.beginInsertRows(self._place(parent), at, at + len(keys) - 1)
        fresh = [Node(key, parent) for key in keys]
        self._nodes.update(zip(keys, fresh, strict=True))
        parent.children[at:at] = fresh
        parent.renumber(at)
        self.endInsertRows()

    def _move(self, first: Node, count: int, to: Node, at: int) -> None:
        source, row = first.parent, first.row
        if source is to and row <= at <= row + count:
            return
        self.beginMoveRows(self._place(source), row, row + count - 1, self._place(to), at)
        moved = source.children[row : row + count]
        del source.children[row : row + count]
        if source is to and at > row:
            at -= count
        to.children[at:at] = moved
        for node in moved:
            node.parent = to
        source.renumber(min(row, at) if source is to else row)
        to.renumber(at)
        self.endMoveRows()

    def _remove_all_but(self, there: set[int]) -> None:
        gone: dict[Node, list[int]] = {}
        for key, node in self._nodes.items():
            above = node.parent
            if key not in there and (above is self._root or above.key in there):
                gone.setdefault(above, []).append(node.row)
        for parent, places in gone.items():
            for first, last in reversed(runs_of(sorted(places))):
                self.beginRemoveRows(self._place(parent), first, last)
                for node in parent.children[first : last + 1]:
                    for below in node.with_below():
                        del self._nodes[below.key]
                del parent.children[first : last + 1]
                parent.renumber(first)
                self.endRemoveRows()
