"""Memos about documents, codes and passages."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from qcode.model.enums import MemoKind
from qcode.services import memos
from qcode.services.project import Project

from tests.services.machine.base import PICK, PICKS, Machine
from tests.services.machine.model.memos import PureMemo
from tests.services.machine.model.part import Refused, Span
from tests.services.machine.model.project import PureProject


def in_file(project: Project) -> dict[int, tuple[int, Span]]:
    """Every passage of the file by its number: document and span."""
    with project.read_all() as connection:
        return {
            row[0]: (row[1], (row[2], row[3]))
            for row in connection.run('SELECT id, document_id, start, "end" FROM selection')
        }


class Memos(Machine):
    """Memos are written, edited and deleted."""

    @rule(kind=st.sampled_from(list(MemoKind)), pick=PICK, about=st.integers(0, 7))
    def write_memo(self, kind: MemoKind, pick: int, about: int) -> None:
        document = self.document(pick) if about & 1 else None
        code = self.code(pick) if about & 2 else None
        home = self.document(pick)
        passage = (home, self.span(home, pick, 3)) if about & 4 else None

        def expect(model: PureProject, memo: int) -> None:
            if document is not None and document not in model.documents:
                raise Refused
            if code is not None and code not in model.codes:
                raise Refused
            if passage is not None:
                model.may_code(*passage)
            model.knows(self.project.coder)
            model.memos[memo] = PureMemo(
                "A title",
                "body",
                self.project.coder,
                set() if document is None else {document},
                set() if code is None else {code},
                set() if passage is None else {(passage[0], tuple(passage[1]))},
            )

        self.do(
            lambda: memos.create(
                self.project,
                kind,
                "body\n",
                title=" A  title",
                document_id=document,
                code_id=code,
                passage=passage,
            ),
            expect,
        )

    @rule(pick=PICK, title=st.none() | st.just("T"), body=st.none() | st.sampled_from(["b", "bo"]))
    def edit_memo(self, pick: int, title: str | None, body: str | None) -> None:
        memo = self.one(pick, list(self.model.memos))

        def expect(model: PureProject, _: None) -> None:
            if memo not in model.memos:
                raise Refused
            pure = model.memos[memo]
            pure.title = pure.title if title is None else title
            pure.body = pure.body if body is None else body

        self.do(lambda: memos.edit(self.project, memo, title=title, body=body), expect)

    @rule(picks=PICKS)
    def delete_memos(self, picks: list[int]) -> None:
        ids = self.some(picks, list(self.model.memos))

        def expect(model: PureProject, _: None) -> None:
            for memo in set(ids):
                del model.memos[memo]

        self.do(lambda: memos.delete(self.project, ids), expect)

    @invariant()
    def memos_are_what_the_model_says(self) -> None:
        passages = in_file(self.project)
        assert sorted(passages.values()) == sorted(self.model.marked())
        assert {
            memo.id: (
                memo.title,
                memo.body,
                memo.coder,
                set(memo.document_ids),
                set(memo.code_ids),
                {passages[i] for i in memo.selection_ids},
            )
            for memo in memos.listed(self.project)
        } == {
            i: (memo.title, memo.body, memo.coder, memo.documents, memo.codes, memo.passages)
            for i, memo in self.seen.memos.items()
        }
