"""The codebook as a tree of rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from qcode.model.changes import ChangeSet
from qcode.model.enums import CodeKind
from qcode.model.records import Code
from qcode.services import code_counts, codes
from qcode.ui.itemmodels.keyed_tree import KEY, Index, KeyedTreeModel
from qcode.ui.itemmodels.recount import Recount
from qcode.ui.shell.i18n import say
from qcode.ui.shell.session import Session

AT_ONCE = 500  # touched codings whose counts are brought up to date without a worker
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
    DIGIT = Qt.ItemDataRole.UserRole + 17  # the key that applies the code, 0 without one
    FAVOURITE = Qt.ItemDataRole.UserRole + 18


class CodeTreeModel(KeyedTreeModel):
    """All codes in tree order; keys are code ids.

    It follows the session: rows at once, counts at once or (in a large project) as soon as a
    worker has counted. Changes by the user are only asked for, by ``renameWanted``.
    """

    refreshed = Signal()
    """Rows came, went, moved or show something else than only other counts."""

    renameWanted = Signal(int, str)
    """A code's id and the name that was typed for it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._flags = _OPEN_FLAGS if session.writable else _FLAGS
        self._counts: dict[int, tuple[int, int]] = {}
        self._digits: dict[int, int] = {}
        self._favourites: frozenset[int] = frozenset()
        self.counted = False  # whether the counts are known yet
        project = session.project
        self._recount = Recount(self, project.path, lambda: codes.tree(project), self._take_counts)
        self._step = code_counts.newest_step(project)
        self._parents: dict[int, int | None] = {}
        self._read(counts=True)
        session.changed.connect(self._follow)
        session.viewChanged.connect(lambda: self._read(counts=True))

    def totals(self) -> tuple[int, int]:
        """Return the numbers of concepts and of categories of all kinds."""
        return self._concepts, len(self) - self._concepts

    def counts(self, code_id: int) -> tuple[int, int]:
        """Return the distinct passages of a code itself, and with all below it."""
        return self._counts.get(code_id, (0, 0))

    @property
    def favourites(self) -> frozenset[int]:
        """The codes that are marked as favourites."""
        return self._favourites

    def set_favourites(self, code_ids: Iterable[int]) -> None:
        """Mark these codes as favourites, and no others."""
        before, self._favourites = self._favourites, frozenset(code_ids)
        self.tell_changed(before ^ self._favourites)

    def set_digits(self, digits: Mapping[int, int]) -> None:
        """Show which key (1 to 9) applies which code."""
        before, self._digits = self._digits, dict(digits)
        self.tell_changed({key for key, _ in before.items() ^ self._digits.items()})

    def digit(self, code_id: int) -> int:
        """Return the key (1 to 9) that applies a code, 0 without one."""
        return self._digits.get(code_id, 0)

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
            case CodeRole.DIGIT:
                return self.digit(key)
            case CodeRole.FAVOURITE:
                return key in self._favourites
            case Qt.ItemDataRole.ToolTipRole:
                return self._tooltip(key, record)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(key, record)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return record.definition
        return None

    def _spoken(self, key: int, record: Code) -> str:
        text = self.tr("{code}, {kind}, {passages}").format(
            code=record.title,
            kind=say(record.kind.label),
            passages=self._passages(self.counts(key)[1]),
        )
        if key in self._favourites:
            text = self.tr("{code}, favourite").format(code=text)
        return text

    def _tooltip(self, key: int, record: Code) -> str:
        from html import escape

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
        lines.append(escape(counted))
        if digit := self._digits.get(key):
            lines.append(escape(self.tr("Key {digit} applies it to a passage").format(digit=digit)))
        return "<br>".join(lines)

    def _passages(self, count: int) -> str:
        if count == 1:
            return self.tr("1 passage")
        return self.tr("{count} passages").format(count=count)

    # ------------------------------------------------------------------ following the project

    def _follow(self, changes: ChangeSet) -> None:
        before, seen = self._parents, self._step
        self._step = code_counts.newest_step(self._session.project)
        moved = changes.touches("code", "setting") and self._read(counts=False)
        if not (moved or changes.touches("coding")):
            return
        if not self.counted or self._recount.reading or self._step > seen + 1:
            self._recount.ask()
            return
        count = partial(
            code_counts.after_step,
            self._session.project,
            self._step,
            self._counts,
            before,
            self._parents,
        )
        if len(changes.ids("coding")) <= AT_ONCE:
            self._take_news(count())
        else:
            self._recount.ask_once(count, self._take_news)

    def _read(self, *, counts: bool) -> bool:
        listed = codes.tree(self._session.project, counts=False)
        self._parents = {code.id: code.parent_id for code in listed}
        self._counts = {key: pair for key, pair in self._counts.items() if key in self._parents}
        concept = CodeKind.CONCEPT
        self._concepts = sum(code.kind is concept for code in listed)
        moved = self.sync([(code.id, code.parent_id or 0, code) for code in listed])
        self.refreshed.emit()
        if counts:
            self._recount.ask()
        return moved

    def _take_counts(self, listed: list[Code]) -> None:
        self._take({code.id: (code.passages, code.subtree_passages) for code in listed})

    def _take(self, fresh: dict[int, tuple[int, int]]) -> None:
        known = self._counts.get
        changed = [key for key, pair in fresh.items() if pair != known(key, (0, 0))]
        self._counts, self.counted = fresh, True
        self.tell_changed(changed)

    def _take_news(self, news: dict[int, tuple[int, int]] | None) -> None:
        """Take over what one step changed; there may be thousands of codes that it did not."""
        if news is None:  # this step alone does not tell
            self._recount.ask()
            return
        self._counts.update(news)
        self.tell_changed(news)


def is_bold(kind: CodeKind) -> bool:
    """Whether codes of this kind stand out: the results of axial and selective coding."""
    return kind in _LEVELS_IN_BOLD
