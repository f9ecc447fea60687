"""The documents by group as a tree of rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QLocale, QObject, Qt, Signal

from qcode.model.changes import ChangeSet
from qcode.model.enums import WorkStatus
from qcode.model.records import Document, Group
from qcode.services import coders, documents
from qcode.services.coded_passages import PassageChanges, PassageSteps
from qcode.ui.itemmodels.keyed_tree import KEY, Index, KeyedTreeModel, Row
from qcode.ui.itemmodels.recount import Recount
from qcode.ui.shell.i18n import say
from qcode.ui.shell.session import Session

_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_DOCUMENT_FLAGS = _FLAGS | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren
_GROUP_FLAGS = _FLAGS | Qt.ItemFlag.ItemIsDropEnabled
_CLOSED_FLAGS = (_DOCUMENT_FLAGS, _GROUP_FLAGS)
# Combined once: Qt asks for them all the time.
_OPEN_FLAGS = tuple(flags | Qt.ItemFlag.ItemIsEditable for flags in _CLOSED_FLAGS)


class DocumentRole(IntEnum):
    """What a row can be asked beside the roles of Qt."""

    KEY = KEY
    RECORD = Qt.ItemDataRole.UserRole + 10  # a Document (counts not kept up to date) or a Group
    PASSAGES = Qt.ItemDataRole.UserRole + 11  # of a document
    STATUS = Qt.ItemDataRole.UserRole + 12  # WorkStatus of the current coder
    SIZE = Qt.ItemDataRole.UserRole + 13  # documents in a group


def document_key(document_id: int) -> int:
    """Return the key of a document's row."""
    return document_id * 2


def group_key(group_id: int) -> int:
    """Return the key of a group's row."""
    return group_id * 2 + 1


def document_of(key: int) -> int | None:
    """Return the document of a key, None for a group's or none."""
    return key // 2 if key and not key % 2 else None


def group_of(key: int) -> int | None:
    """Return the group of a key, None for a document's or none."""
    return key // 2 if key % 2 else None


class DocumentTreeModel(KeyedTreeModel):
    """Groups with their documents, then the documents of no group.

    It follows the session and reads just the documents that a change touched. Changes by the user
    are only asked for, by ``renameWanted``.
    """

    refreshed = Signal()
    """Rows came, went, moved or show something else than only other counts."""

    renameWanted = Signal(int, str)
    """The key of a document or a group and the name that was typed for it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._flags = _OPEN_FLAGS if session.writable else _CLOSED_FLAGS
        self._groups: list[Group] = []
        self._documents: dict[int, Document] = {}
        self._passages: dict[int, int] = {}
        self._statuses: dict[str, dict[int, WorkStatus]] = {}  # by coder and document
        project = session.project
        self._recount = Recount(
            self, project.path, lambda: documents.listed(project), self._take_counts
        )
        self._steps = PassageSteps(project)
        self._read_groups()
        self._read_work()
        listed = documents.listed(project)
        self._documents = {document.id: document for document in listed}
        self._passages = {document.id: document.passages for document in listed}
        self._arrange_groups()
        session.changed.connect(self._follow)
        session.coderChanged.connect(self._show_coder)
        session.viewChanged.connect(self._recount.ask)

    # ------------------------------------------------------------------ what there is

    def order(self) -> list[int]:
        """Return the documents in the order in which they are shown."""
        return [found for key in self.in_order() if (found := document_of(key)) is not None]

    def group_name(self, group_id: int | None) -> str:
        """Return the name of a group, empty for none."""
        key = group_key(group_id) if group_id is not None else 0
        return self.record(key).name if key in self else ""

    def status(self, document_id: int) -> WorkStatus:
        """Return how far the current coder is with a document."""
        mine = self._statuses.get(self._session.project.coder, {})
        return mine.get(document_id, WorkStatus.UNASSIGNED)

    def passages(self, document_id: int) -> int:
        """Return the number of coded passages of a document."""
        return self._passages.get(document_id, 0)

    def counted_passages(self, document_id: int) -> int | None:
        """Return that number, None as long as it is not known for certain."""
        return None if self._recount.reading else self._passages.get(document_id)

    def with_status(self, status: WorkStatus) -> frozenset[int]:
        """Return the keys of the documents with which the current coder is so far."""
        return frozenset(
            document_key(document_id)
            for document_id in self._documents
            if self.status(document_id) is status
        )

    def progress(self) -> tuple[int, int]:
        """Return how many documents the current coder has finished, and how many there are."""
        mine = self._statuses.get(self._session.project.coder, {})
        finished = sum(
            mine[document_id] is WorkStatus.FINISHED
            for document_id in mine.keys() & self._documents.keys()
        )
        return finished, len(self._documents)

    @property
    def can_change(self) -> bool:
        return self._session.writable

    # ------------------------------------------------------------------ what Qt asks

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():  # the empty space takes documents out of their groups
            return Qt.ItemFlag.ItemIsDropEnabled
        return self._flags[index.internalId() % 2]

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        name = " ".join(str(value).split())
        if name and name != self.record(self.key_of(index)).name:
            self.renameWanted.emit(self.key_of(index), name)
        return True

    def words(self, record: Document | Group) -> str:
        return record.name if isinstance(record, Group) else f"{record.label} {record.name}"

    def shown(self, key: int, record: Document | Group, role: int) -> Any:
        if role == DocumentRole.RECORD:
            return record
        if role == Qt.ItemDataRole.EditRole:
            return record.name
        if isinstance(record, Group):
            return self._shown_group(key, record, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return record.title
            case DocumentRole.PASSAGES:
                return self.passages(record.id)
            case DocumentRole.STATUS:
                return self.status(record.id)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tooltip(record)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("{document}, {status}, {passages}").format(
                    document=record.title,
                    status=say(self.status(record.id).label),
                    passages=self._count_passages(record.id),
                )
        return None

    def _shown_group(self, key: int, record: Group, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return record.name
            case DocumentRole.SIZE:
                return len(self.children_of(key))
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                size = len(self.children_of(key))
                return self.tr("Group {group}, {documents}").format(
                    group=record.name,
                    documents=self.tr("1 document")
                    if size == 1
                    else self.tr("{count} documents").format(count=size),
                )
        return None

    def _tooltip(self, document: Document) -> str:
        from html import escape

        facts = [
            self.tr("{count} characters").format(count=QLocale().toString(document.characters)),
            self._count_passages(document.id),
            say(self.status(document.id).label),
        ]
        return f"<b>{escape(document.title)}</b><br>{escape(' · '.join(facts))}"

    def _count_passages(self, document_id: int) -> str:
        count = self.passages(document_id)
        if count == 1:
            return self.tr("1 passage")
        return self.tr("{count} passages").format(count=count)

    # ------------------------------------------------------------------ following the project

    def _follow(self, changes: ChangeSet) -> None:
        touched = changes.ids("document")
        if changes.touches("document_group"):
            self._read_groups()
        if changes.touches("work", "coder"):
            self._read_work()
        came = {one for one in touched if one not in self._documents}
        stayed = self._read_documents(touched) if touched else True
        if not stayed or changes.touches("document_group"):
            self._arrange_groups()
        if changes.touches("work", "coder"):
            self.tell_changed(self._documents_keys(self._documents))
            self.refreshed.emit()
        self._count(self._steps.news(changes), came)

    def _arrange_groups(self) -> None:
        listed = sorted(self._documents.values(), key=lambda found: (found.position, found.id))
        inside: dict[int | None, list[Document]] = {group.id: [] for group in self._groups}
        inside[None] = []
        for document in listed:
            inside.get(document.group_id, inside[None]).append(document)
        rows: list[Row] = []
        for group in self._groups:
            rows.append((group_key(group.id), 0, group))
            rows += self._rows_of(inside[group.id], group_key(group.id))
        before = {group.id: len(self.children_of(group_key(group.id))) for group in self._groups}
        self.sync(rows + self._rows_of(inside[None], 0))
        self.tell_changed(
            group_key(group_id)
            for group_id, size in before.items()
            if size != len(inside[group_id])
        )
        self.refreshed.emit()

    @staticmethod
    def _rows_of(listed: Sequence[Document], parent: int) -> list[Row]:
        return [(document_key(document.id), parent, document) for document in listed]

    @staticmethod
    def _documents_keys(document_ids: Iterable[int]) -> list[int]:
        return [document_key(document_id) for document_id in document_ids]

    def _read_groups(self) -> None:
        self._groups = documents.groups(self._session.project)

    def _read_work(self) -> None:
        self._statuses = {}
        for record in coders.work(self._session.project):
            self._statuses.setdefault(record.coder, {})[record.document_id] = record.status

    def _read_documents(self, touched: frozenset[int]) -> bool:
        """Take over some documents as they are now; return whether all stayed in their places.

        Only those that came are counted: what happens to passages is followed by ``_count``.
        """
        project = self._session.project
        known = touched & self._documents.keys()
        came = documents.listed(project, touched - known) if touched - known else []
        listed = came + documents.listed(project, known, counts=False)
        found = {document.id: document for document in listed}
        places = {i: _place(self._documents.get(i)) for i in touched}
        for document_id in touched - found.keys():
            self._documents.pop(document_id, None)
            self._passages.pop(document_id, None)
        self._documents.update(found)
        self._recounted(came)
        stayed = all(_place(found.get(i)) == places[i] for i in touched)
        if stayed:
            self.update({document_key(document.id): document for document in listed})
            self.refreshed.emit()
        return stayed

    def _recounted(self, listed: Sequence[Document]) -> list[int]:
        changed = [
            document.id
            for document in listed
            if document.id in self._documents and document.passages != self.passages(document.id)
        ]
        self._passages.update(
            (document.id, document.passages)
            for document in listed
            if document.id in self._documents
        )
        return changed

    def _count(self, news: PassageChanges | None, counted: set[int]) -> None:
        """Follow what a step did to passages; documents just ``counted`` know already."""
        if news is None or (self._recount.reading and (news.came or news.went)):
            self._recount.ask()
            return
        if not (news.came or news.went):
            return
        by = Counter(spot.document_id for spot in news.came)
        by.subtract(spot.document_id for spot in news.went)
        changed = []
        for document_id, more in by.items():
            if more and document_id in self._documents and document_id not in counted:
                self._passages[document_id] = self.passages(document_id) + more
                changed.append(document_id)
        self.tell_changed(self._documents_keys(changed))

    def _take_counts(self, listed: list[Document]) -> None:
        self.tell_changed(self._documents_keys(self._recounted(listed)))

    def _show_coder(self) -> None:
        self.tell_changed(self._documents_keys(self._documents))
        self.refreshed.emit()


def _place(document: Document | None) -> tuple[int | None, int] | None:
    return None if document is None else (document.group_id, document.position)
