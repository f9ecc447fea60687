"""What the inspector reads of a project, kept until a change touches it.

Moving the caret through a text shows one passage after another; each must cost no more than a
question or two to the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from qcode.model.changes import ChangeSet
from qcode.model.enums import MemoKind, WorkStatus
from qcode.model.errors import QcodeError
from qcode.model.memo_records import Target, TargetKind
from qcode.model.records import Code, Coding, Document, MemoRecord
from qcode.services import coders, codes, codings, documents, memos

if TYPE_CHECKING:
    from qcode.services.project import Project

Value = TypeVar("Value")

# Which tables make which of the kept answers stale.
_TABLES = {
    "codes": ("code", "setting"),
    "memos": ("memo", "memo_link", "coder", "selection", "document"),
    "bare words": ("memo", "memo_link", "coder", "selection", "document", "coding"),
    "documents": ("document",),
    "passages": ("document", "coding", "selection"),
    "groups": ("document_group",),
    "values": ("variable", "variable_value", "document"),
    "work": ("work", "coder", "document"),
    "quote": ("document",),
}


class Facts:
    """Answers about one project; ``forget`` drops those that a change made stale."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._kept: dict[tuple[str, object], object] = {}
        self.text_source: Callable[[int], str | None] = lambda _: None
        self.passages_source: Callable[[int], int | None] = lambda _: None

    def forget(self, changes: ChangeSet) -> None:
        """Drop what ``changes`` may have altered."""
        stale = {name for name, tables in _TABLES.items() if changes.touches(*tables)}
        self._kept = {key: value for key, value in self._kept.items() if key[0] not in stale}

    def forget_all(self) -> None:
        """Drop everything."""
        self._kept.clear()

    def code(self, code_id: int | None) -> Code | None:
        """Return a code with number and depth, without counts; None when there is no such code."""
        return self._codes().get(code_id) if code_id is not None else None

    def has_below(self, code_id: int) -> bool:
        """Whether there are codes below ``code_id``."""
        return any(code.parent_id == code_id for code in self._codes().values())

    def document(self, document_id: int) -> Document | None:
        """Return a document without its counts, None when it is gone."""
        found = self._keep(
            "documents",
            document_id,
            lambda: documents.listed(self._project, [document_id], counts=False),
        )
        return found[0] if found else None

    def passages(self, document_id: int) -> int:
        """Return the number of coded passages of a document."""
        known = self.passages_source(document_id)
        if known is not None:
            return known
        found = self._keep(
            "passages", document_id, lambda: documents.listed(self._project, [document_id])
        )
        return found[0].passages if found else 0

    def group_name(self, group_id: int | None) -> str:
        """Return the name of a group of documents, empty for none."""
        listed = self._keep("groups", None, lambda: documents.groups(self._project))
        return next((group.name for group in listed if group.id == group_id), "")

    def values(self, document_id: int) -> dict[str, str]:
        """Return variable name → value of one document."""
        found = self._keep(
            "values", document_id, lambda: documents.values(self._project, [document_id])
        )
        return found.get(document_id, {})

    def status(self, document_id: int, coder: str) -> WorkStatus:
        """Return how far ``coder`` is with a document."""
        known = self._keep(
            "work",
            None,
            lambda: {
                (record.document_id, record.coder): record.status
                for record in coders.work(self._project)
            },
        )
        return known.get((document_id, coder), WorkStatus.UNASSIGNED)

    def quote(self, document_id: int, start: int, end: int) -> str:
        """Return the words from ``start`` to ``end`` (code points), empty if the text is gone."""
        at_hand = self.text_source(document_id)
        if at_hand is not None:
            return at_hand[start:end]
        key = (document_id, start, end)
        kept = self._kept.get(("quote", None))
        if kept is None or kept[0] != key:  # only the last one: texts may be large
            try:
                words = documents.text(self._project, document_id)[start:end]
            except QcodeError:
                return ""
            self._kept["quote", None] = kept = (key, words)
        return kept[1]

    def memos_of_passage(self, selection_id: int) -> list[MemoRecord]:
        """Return the passage memos on exactly this passage, the oldest first."""
        return self._memos(Target(TargetKind.PASSAGE, selection_id), MemoKind.PASSAGE)

    def memos_of_document(self, document_id: int) -> list[MemoRecord]:
        """Return the document memos on a document, the oldest first."""
        return self._memos(Target(TargetKind.DOCUMENT, document_id), MemoKind.DOCUMENT)

    def memos_on_bare_words(self, document_id: int) -> list[tuple[MemoRecord, str]]:
        """Return the memos on uncoded words of a document with these words, in text order."""
        return self._keep("bare words", document_id, lambda: self._read_bare_words(document_id))

    def _read_bare_words(self, document_id: int) -> list[tuple[MemoRecord, str]]:
        bare = memos.bare_passages(self._project, document_id)
        if not bare:
            return []
        text = documents.text(self._project, document_id)
        return [
            (memo, text[slice(*span)])
            for selection_id, span in bare.items()
            for memo in self.memos_of_passage(selection_id)
        ]

    def codings(self, coding_ids: Iterable[int]) -> list[Coding]:
        """Return codings in the order of ``coding_ids`` as they are now, without those gone."""
        wanted = list(coding_ids)
        now = {coding.id: coding for coding in codings.by_id(self._project, wanted)}
        return [now[coding_id] for coding_id in wanted if coding_id in now]

    def _codes(self) -> dict[int, Code]:
        return self._keep(
            "codes",
            None,
            lambda: {code.id: code for code in codes.tree(self._project, counts=False)},
        )

    def _memos(self, target: Target, kind: MemoKind) -> list[MemoRecord]:
        found = self._keep("memos", target, lambda: memos.on(self._project, target))
        return [memo for memo in found if memo.kind is kind]

    def _keep(self, name: str, key: object, read: Callable[[], Value]) -> Value:
        if (name, key) not in self._kept:
            self._kept[name, key] = read()
        return self._kept[name, key]
