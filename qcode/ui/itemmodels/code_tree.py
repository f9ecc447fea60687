"""The codebook as a tree of rows."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from html import escape
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from qcode.model.changes import ChangeSet
from qcode.model.enums import CodeKind
from qcode.model.records import Code
from qcode.services import codes
from qcode.ui.itemmodels.keyed_tree import KEY, Index, KeyedTreeModel
from qcode.ui.itemmodels.recount import Recount
from qcode.ui.shell.i18n import say
from qcode.ui.shell.session import Session

_LEVELS_IN_BOLD = (CodeKind.MAIN_CATEGORY, CodeKind.CORE_CATEGORY)
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
)
_OPEN_FLAGS = _FLAGS | Qt.ItemFlag.ItemIsEditable  # combined once: Qt asks for them all the time


class CodeRole(IntEnum):
    """What a row can be asked beside the roles of Qt."""

    ID = KEY
    RECORD = Qt.ItemDataRole.UserRole + 10  # the Code; its counts are not kept up to date
    KIND = Qt.ItemDataRole.UserRole + 11  # a CodeKind
    COLOR = Qt.ItemDataRole.UserRole + 12  # #rrggbb
    NUMBER = Qt.ItemDataRole.UserRole + 13
    OWN = Qt.ItemDataRole.UserRole + 14  # distinct passages of the code itself
    SUBTREE = Qt.ItemDataRole.UserRole + 15  # and of everything below
    PATH = Qt.ItemDataRole.UserRole + 16  # Parent > Child


class CodeTreeModel(KeyedTreeModel):
    """All codes in tree order; keys are code ids.

    It follows the session: rows at once, counts at once or (in a large project) as soon as a
    worker has counted. Changes by the user are only asked for, by ``renameWanted``.
    """

    refreshed = Signal()
    """Rows came, went, moved or show something else."""

    renameWanted = Signal(int, str)
    """A code's id and the name that was typed for it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._flags = _OPEN_FLAGS if session.writable else _FLAGS
        self._counts: dict[int, tuple[int, int]] = {}
        project = session.project
        self._recount = Recount(self, project.path, lambda: codes.tree(project), self._take_counts)
        self._read(counts=True)
        session.changed.connect(self._follow)

    def totals(self) -> tuple[int, int]:
        """Return the numbers of concepts and of categories of all kinds."""
        concepts = sum(self.record(key).kind is CodeKind.CONCEPT for key in self.in_order())
        return concepts, len(self) - concepts

    def counts(self, code_id: int) -> tuple[int, int]:
        """Return the distinct passages of a code itself, and with all below it."""
        return self._counts.get(code_id, (0, 0))

    def above(self, code_id: int) -> Iterator[int]:
        """Yield the codes above a code, from the nearest to the topmost."""
        parent = self.record(code_id).parent_id
        while parent is not None and parent in self:
            yield parent
            parent = self.record(parent).parent_id

    def path(self, code_id: int) -> str:
        """Return the names from the topmost code down to this one."""
        names = [self.record(code_id).name, *(self.record(key).name for key in self.above(code_id))]
        return " > ".join(reversed(names))

    @property
    def can_change(self) -> bool:
        return self._session.writable

    # ------------------------------------------------------------------ what Qt asks

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():  # the empty space takes codes to the top level
            return Qt.ItemFlag.ItemIsDropEnabled
        return self._flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        name = " ".join(str(value).split())
        if name and name != self.record(self.key_of(index)).name:
            self.renameWanted.emit(self.key_of(index), name)
        return True

    def words(self, record: Code) -> str:
        return record.title

    def shown(self, key: int, record: Code, role: int) -> Any:
        match role:
            case CodeRole.RECORD:
                return record
            case Qt.ItemDataRole.DisplayRole:
                return record.title
            case Qt.ItemDataRole.EditRole:
                return record.name
            case CodeRole.SUBTREE:
                return self.counts(key)[1]
            case CodeRole.OWN:
                return self.counts(key)[0]
            case CodeRole.KIND:
                return record.kind
            case CodeRole.COLOR:
                return record.color
            case CodeRole.NUMBER:
                return record.number
            case CodeRole.PATH:
                return self.path(key)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tooltip(key, record)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("{code}, {kind}, {passages}").format(
                    code=record.title,
                    kind=say(record.kind.label),
                    passages=self._passages(self.counts(key)[1]),
                )
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return record.definition
        return None

    def _tooltip(self, key: int, record: Code) -> str:
        own, subtree = self.counts(key)
        counted = self._passages(own)
        if self.children_of(key):
            counted = self.tr("{passages} of its own, {count} with all codes below").format(
                passages=counted, count=subtree
            )
        lines = [f"<b>{escape(record.title)}</b>", escape(say(record.kind.label))]
        if record.parent_id is not None:
            lines.append(escape(self.path(key)))
        if record.definition:
            lines.append(f"<i>{escape(record.definition)}</i>")
        return "<br>".join([*lines, escape(counted)])

    def _passages(self, count: int) -> str:
        if count == 1:
            return self.tr("1 passage")
        return self.tr("{count} passages").format(count=count)

    # ------------------------------------------------------------------ following the project

    def _follow(self, changes: ChangeSet) -> None:
        moved = changes.touches("code", "setting") and self._read(counts=False)
        if moved or changes.touches("coding"):
            self._recount.ask()

    def _read(self, *, counts: bool) -> bool:
        listed = codes.tree(self._session.project, counts=False)
        moved = self.sync([(code.id, code.parent_id or 0, code) for code in listed])
        self.refreshed.emit()
        if counts:
            self._recount.ask()
        return moved

    def _take_counts(self, listed: list[Code]) -> None:
        fresh = {code.id: (code.passages, code.subtree_passages) for code in listed}
        changed = [key for key, pair in fresh.items() if pair != self.counts(key)]
        self._counts = fresh
        self.tell_changed(changed)
        if changed:
            self.refreshed.emit()


def is_bold(kind: CodeKind) -> bool:
    """Whether codes of this kind stand out: the results of axial and selective coding."""
    return kind in _LEVELS_IN_BOLD
