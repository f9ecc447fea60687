"""What memos are attached to, by the names that these things have now."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from qcode.model.changes import ChangeSet
from qcode.model.records import Code, Document, MemoRecord
from qcode.model.theory_records import Target, TargetKind
from qcode.services import codes, documents, live_links, paradigms, relations
from qcode.services.project import Project
from qcode.services.quoted_passages import Quoted, quoted
from qcode.ui.shell.i18n import joined, say

FIRST_WORDS = 160
"""Code points of a memo from which its first words are taken."""

_UNNUMBERED = "-00"  # the place of a passage without codes among the coded ones: none
_NAMED = 2  # things that a line names; more are counted


class Things:
    """Names, read when they are first asked for and kept until a change touches them."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._codes: dict[int, Code] | None = None
        self._documents: dict[int, Document] | None = None
        self._model: dict[Target, str] | None = None
        self._passages: dict[int, Quoted] = {}
        self._first: dict[tuple[int, str], str] = {}

    def forget(self, changes: ChangeSet) -> None:
        """Drop what a step may have altered."""
        if changes.touches("code", "setting"):
            self._codes = None
        if changes.touches("document"):
            self._documents = None
        if changes.touches("code", "relation", "relation_type", "paradigm", "setting"):
            self._model = None
        if changes.touches("document", "selection", "coding"):
            self._passages.clear()
        if changes.touches("code", "document"):
            self._first.clear()

    def codes(self) -> dict[int, Code]:
        """Return all codes in tree order."""
        if self._codes is None:
            listed = codes.tree(self._project, counts=False)
            self._codes = {code.id: code for code in listed}
        return self._codes

    def documents(self) -> dict[int, Document]:
        """Return all documents in their order."""
        if self._documents is None:
            listed = documents.listed(self._project, counts=False)
            self._documents = {one.id: one for one in listed}
        return self._documents

    def passages(self, selection_ids: Iterable[int]) -> dict[int, Quoted]:
        """Return passages as they are quoted; those that are gone are left out."""
        wanted = list(selection_ids)
        if unknown := set(wanted) - self._passages.keys():
            self._passages |= quoted(self._project, unknown)
        return {one: self._passages[one] for one in wanted if one in self._passages}

    def model(self) -> dict[Target, str]:
        """Return relations and paradigms with what they are called."""
        if self._model is None:
            names = {code.id: code.name for code in self.codes().values()}
            self._model = {}
            for tie in relations.listed(self._project):
                label = tie.label if isinstance(tie.label, str) else say(tie.label)
                words = f"{names.get(tie.source_id, '')} {label} {names.get(tie.target_id, '')}"
                self._model[Target(TargetKind.RELATION, tie.id)] = words
            for one in paradigms.listed(self._project):
                self._model[Target(TargetKind.PARADIGM, one.id)] = one.name
        return self._model

    def name(self, target: Target) -> str:
        """Return what a thing is called; of a passage, its label and its first words."""
        kind, row_id = target
        if kind is TargetKind.CODE:
            code = self.codes().get(row_id)
            return code.title if code is not None else ""
        if kind is TargetKind.DOCUMENT:
            document = self.documents().get(row_id)
            return document.title if document is not None else ""
        if kind is TargetKind.PASSAGE:
            passage = self.passages([row_id]).get(row_id)
            if passage is None:
                return ""
            label = passage.label.removesuffix(_UNNUMBERED)
            return f"{label}  “{' '.join(passage.quote[:FIRST_WORDS].split())}”"
        return self.model().get(target, "")

    def line(self, memo: MemoRecord) -> str:
        """Return in a few words what a memo is attached to, without reading any passage."""
        translate = QCoreApplication.translate
        named = [Target(TargetKind.CODE, one) for one in memo.code_ids]
        named += [Target(TargetKind.DOCUMENT, one) for one in memo.document_ids]
        named += [Target(TargetKind.RELATION, one) for one in memo.relation_ids]
        named += [Target(TargetKind.PARADIGM, one) for one in memo.paradigm_ids]
        parts = [self.name(target) for target in named[:_NAMED]]
        if len(named) > _NAMED:
            parts.append(translate("memos", "{count} more").format(count=len(named) - _NAMED))
        if len(memo.selection_ids) == 1:
            parts.append(translate("memos", "1 passage"))
        elif memo.selection_ids:
            parts.append(
                translate("memos", "{count} passages").format(count=len(memo.selection_ids))
            )
        return joined(parts) if parts else translate("memos", "the project")

    def first_words(self, memo: MemoRecord) -> str:
        """Return the title of a memo, or else its first words as they read now."""
        if memo.title:
            return memo.title
        key = (memo.id, memo.modified)
        if key not in self._first:
            body = memo.body
            if "](" in body:
                body = live_links.as_read(self._project, [body], quotations=False)[0]
            line = next((line for line in body.split("\n") if line.strip()), "")
            self._first[key] = " ".join(line[:FIRST_WORDS].split())
        return self._first[key]
