"""The hand of a researcher: documents, codes and passages by what they say, services by name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qcode.model.changes import ChangeSet
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import (
    code_counts,
    codes,
    codings,
    documents,
    importing,
    lookup,
    overview,
    passages,
)
from qcode.services.project import Project

from tests.services import pictures

CONCEPT, CATEGORY, MAIN, CORE = CodeKind


class Hand:
    """Works on a project as a researcher does, who knows names and words and no numbers."""

    def __init__(self, project: Project, folder: Path) -> None:
        self.project = project
        self._folder = folder

    def bring(self, texts: Mapping[str, str], group: str = "") -> None:
        """Save texts as files in a folder of their own and import that folder."""
        folder = self._folder / (group or "texts")
        folder.mkdir()
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        planned = importing.plan(self.project, [folder])
        report = importing.carry_out(self.project, planned, group=group)
        assert set(report.names) == set(texts) and not report.failures

    def file(self, name: str, content: str) -> Path:
        """Save a file that is to be imported."""
        path = self._folder / name
        path.write_text(content, encoding="utf-8")
        return path

    # ------------------------------------------------------------------ names

    def document(self, name: str) -> int:
        return lookup.document(self.project, name).id

    def code(self, name: str) -> int:
        return lookup.code(self.project, name).id

    def codes(self, *names: str) -> list[int]:
        return [self.code(name) for name in names]

    def name(self, code_id: int) -> str:
        (found,) = (one.name for one in codes.tree(self.project) if one.id == code_id)
        return found

    def words(self, document: str, quotation: str) -> tuple[int, Span]:
        """The one place in a document where something is said."""
        number = self.document(document)
        text = documents.text(self.project, number)
        assert text.count(quotation) == 1, f"{quotation!r} in {document!r}"
        start = text.index(quotation)
        return number, Span(start, start + len(quotation))

    def passage(self, document: str, quotation: str, code: str) -> int:
        """The selection of a quotation that carries a code."""
        number, span = self.words(document, quotation)
        (found,) = {
            one.selection_id
            for one in passages.of_codes(self.project, [self.code(code)])
            if (one.document_id, one.start, one.end) == (number, *span)
        }
        return found

    # ------------------------------------------------------------------ coding

    def mark(self, document: str, quotation: str, *names: str) -> None:
        """Put codes that exist on a quotation."""
        number, span = self.words(document, quotation)
        codings.apply(self.project, number, [span], self.codes(*names))

    def call(self, document: str, quotation: str, concept: str) -> None:
        """Give a quotation a new concept."""
        number, span = self.words(document, quotation)
        codings.create_and_apply(self.project, number, span, CodeDraft(concept, CONCEPT))

    def in_vivo(self, document: str, quotation: str) -> None:
        """Let a quotation be a concept in its own words."""
        codings.in_vivo(self.project, *self.words(document, quotation))

    def gather(self, kind: CodeKind, name: str, *below: str, meaning: str = "") -> None:
        """Make a code of a higher kind and move others below it."""
        draft = CodeDraft(name, kind, texts={"definition": meaning})
        made = codes.create(self.project, draft)
        if below:
            codes.move(self.project, self.codes(*below), made)


class Steps:
    """Knows how the project looked after each step; every undo and redo has to bring it back."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._pictures = [pictures.rows(project)]
        self._newest = code_counts.newest_step(project)
        self._undone: list[pictures.Rows] = []
        project.subscribe(self._note)

    def _note(self, changes: ChangeSet) -> None:
        now = pictures.rows(self._project)
        newest = code_counts.newest_step(self._project)
        if changes.kind == "undo":
            self._undone.append(self._pictures.pop())
            assert now == self._pictures[-1]
        elif changes.kind == "redo":
            self._pictures.append(self._undone.pop())
            assert now == self._pictures[-1]
        else:
            if newest == self._newest:  # typing went on in the same step
                self._pictures.pop()
            self._pictures.append(now)
            self._undone.clear()
        self._newest = newest

    def all_can_be_taken_back_and_done_again(self) -> None:
        """Go back to the beginning and forth to the end, a step at a time."""
        count = len(self._pictures)
        told = [s for s in overview.history(self._project) if s.kind == "do" and not s.undone]
        assert count == len(told) > 20
        while len(self._pictures) > 1:
            assert self._project.undo() is not None
        while len(self._pictures) < count:
            assert self._project.redo() is not None
