"""Pieces of work that a person may do in a copy, drawn at random; what is refused is not done."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from qcode.model.enums import CodeKind, MemoKind, ParadigmRole, WorkStatus
from qcode.model.errors import QcodeError
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import (
    coders,
    codes,
    codings,
    documents,
    memos,
    paradigms,
    properties,
    relations,
    saturation,
    stages,
    storyline,
    versions,
)
from qcode.services.project import Project

from tests.services.bringing import bring_in

WORDS = ("tide", "boats", "pier", "silence", "wages")


class Work:
    """One person at one copy; ``number`` draws a number below a bound."""

    def __init__(self, project: Project, number: Callable[[int], int]) -> None:
        self.project = project
        self._number = number

    def do(self, task: str) -> None:
        """Do one piece of work; what the rules forbid, or lacks its object, is left."""
        with suppress(QcodeError, LookupError):
            getattr(self, task)()

    def _one(self, table: str, where: str = "1") -> int:
        with self.project.read_all() as connection:
            ids = connection.run(f"SELECT id FROM {table} WHERE {where} ORDER BY guid").column()
        return int(ids[self._number(len(ids))]) if ids else 0

    def _category(self) -> int:
        return self._some("code", "kind <> 'concept'")

    def _some(self, table: str, where: str = "1") -> int:
        found = self._one(table, where)
        if not found:
            raise LookupError(table)
        return found

    def _word(self) -> str:
        return f"{WORDS[self._number(len(WORDS))]} {self._number(4)}"

    def code(self) -> None:
        start = self._number(30)
        span = Span(start, start + 1 + self._number(4))
        codings.apply(self.project, self._some("document"), [span], [self._some("code")])

    code_again = code_more = code  # what people do most

    def uncode(self) -> None:
        codings.remove(self.project, [self._some("coding")])

    def recode(self) -> None:
        codings.recode(self.project, [self._some("coding")], self._some("code"))

    def respan(self) -> None:
        start = self._number(30)
        codings.respan(self.project, self._some("coding"), Span(start, start + 3))

    def note_coding(self) -> None:
        codings.set_memo(self.project, self._some("coding"), self._word())

    def mark(self) -> None:
        codings.set_typical(self.project, [self._some("coding")], bool(self._number(2)))

    def new_code(self) -> None:
        kind = list(CodeKind)[self._number(3)]
        parent = self._one("code") if self._number(2) else None
        codes.create(self.project, CodeDraft(self._word(), kind), parent or None)

    def rename_code(self) -> None:
        codes.rename(self.project, self._some("code"), self._word())

    def describe_code(self) -> None:
        codes.describe(self.project, self._some("code"), {"definition": self._word()})

    def raise_code(self) -> None:
        codes.set_kind(self.project, [self._some("code")], list(CodeKind)[self._number(4)])

    def move_code(self) -> None:
        parent = self._one("code") if self._number(3) else None
        codes.move(self.project, [self._some("code")], parent or None)

    def delete_code(self) -> None:
        codes.delete(self.project, [self._some("code")])

    def merge_codes(self) -> None:
        codes.merge(self.project, [self._some("code")], self._some("code"))

    def new_document(self) -> None:
        word = self._word()
        bring_in(self.project, Source(word, f"{word} and what else there was to tell that day."))

    def rename_document(self) -> None:
        documents.edit(self.project, self._some("document"), name=self._word())

    def delete_document(self) -> None:
        documents.delete(self.project, [self._some("document")])

    def group(self) -> None:
        documents.put_in_group(self.project, [self._some("document")], self._word())

    def value(self) -> None:
        place = f"place {self._number(2)}"
        documents.edit(self.project, self._some("document"), values={place: self._word()})

    def finish(self) -> None:
        status = list(WorkStatus)[self._number(3)]
        coders.set_status(self.project, [self._some("document")], self.project.coder, status)

    def hold_out(self) -> None:
        saturation.set_held_out(self.project, [self._some("document")], bool(self._number(2)))

    def memo(self) -> None:
        code = self._some("code")
        memos.create(self.project, MemoKind.CODE, self._word(), title=self._word(), code_id=code)

    def memo_on_passage(self) -> None:
        passage = (self._some("document"), Span(4, 9))
        memos.create(self.project, MemoKind.PASSAGE, self._word(), passage=passage)

    def edit_memo(self) -> None:
        memos.edit(self.project, self._some("memo"), body=self._word())

    def delete_memo(self) -> None:
        memos.delete(self.project, [self._some("memo")])

    def relate(self) -> None:
        relations.create(self.project, self._category(), self._category(), "causes")

    def unrelate(self) -> None:
        relations.delete(self.project, [self._some("relation")])

    def rest_relation(self) -> None:
        span = (self._some("document"), Span(2, 8))
        relations.add_passages(self.project, self._some("relation"), [span])

    def dimension(self) -> None:
        properties.create(self.project, self._category(), self._word(), "low", "high")

    def place(self) -> None:
        where = 10 * self._number(10)
        prop = self._some("code_property")
        carries = f"code_id = (SELECT code_id FROM code_property WHERE id = {prop})"
        coded = f"id IN (SELECT selection_id FROM coding WHERE {carries})"
        passage = self._some("selection", coded)
        properties.place(self.project, prop, passage, where)

    def paradigm(self) -> None:
        paradigms.create(self.project, self._word())

    def slot(self) -> None:
        role = list(ParadigmRole)[self._number(6)]
        paradigms.put(self.project, self._some("paradigm"), role, [self._category()])

    def stage(self) -> None:
        stages.create(self.project, self._word(), self._word())

    def stage_code(self) -> None:
        stages.put(self.project, self._some("stage"), [self._category()])

    def delete_stage(self) -> None:
        stages.delete(self.project, self._some("stage"))

    def story(self) -> None:
        storyline.write(self.project, self._word())

    def version(self) -> None:
        versions.name_version(self.project, self._word())

    def undo(self) -> None:
        self.project.undo()

    def redo(self) -> None:
        self.project.redo()


TASKS = sorted(name for name in vars(Work) if not name.startswith("_") and name != "do")
