"""All writing services in any order, with undo, redo, closing and reopening in between.

After every step the project must be what a simple model says (``pure_project``), sound to the
check, and undo and redo must bring back exactly the rows that were there before and after.
"""

from __future__ import annotations

import copy
import csv
import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from qcode.model.enums import CodeKind, MemoKind, Numbering, WorkStatus
from qcode.model.errors import QcodeError
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import (
    coders,
    codes,
    codings,
    documents,
    favourites,
    importing,
    memos,
    overview,
    rows_in,
)
from qcode.services.project import Project

from tests.services import pictures
from tests.services.pure_project import (
    FIELDS,
    PureDocument,
    PureMemo,
    PureProject,
    Refused,
)

T = TypeVar("T")

TEXTS = (
    "the office hands the list to each bureau",
    "一张清单，两次电话：当天下午又打了一次。",
    "flag \U0001f1eb\U0001f1ee and family \U0001f469\u200d\U0001f469\u200d\U0001f466 o\u0308",
    "xy",
)
NAMES = st.sampled_from(["duty", "Duty", "push", "责任", "A > B", "  spaced   out ", "", "x" * 40])
CODERS = st.sampled_from(["Ann", "Ben", "陈"])
KINDS = st.sampled_from(list(CodeKind))
PICK = st.integers(0, 10_000)
PICKS = st.lists(PICK, max_size=3)
STALE = 999_999


def tidy(name: str) -> str:
    return " ".join(name.split())


class Services(RuleBasedStateMachine):
    """One project, the model of it, and both at every place of its history."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="qcode-machine-")
        self.path = Path(self.folder.name) / "machine.qcode"
        self.project = Project.create(self.path, "Machine", "Ann")
        self.model = PureProject("Machine", ["Ann"])
        self.history: list[tuple[pictures.Rows, PureProject]] = []
        self.at = 0  # place in the history; later ones can be redone
        self.told: list[Any] = []
        self.project.subscribe(self.told.append)

    def teardown(self) -> None:
        self.project.close()
        left = [one.name for one in Path(self.folder.name).iterdir()]
        self.folder.cleanup()
        assert left == ["machine.qcode"]

    # ------------------------------------------------------------------ one change

    def do(self, change: Callable[[], T], expect: Callable[[PureProject, T], None]) -> None:
        """Run a service and the same on the model; both must agree, also in refusing."""
        before, count = pictures.rows(self.project), pictures.steps(self.project)
        model = copy.deepcopy(self.model)
        self.told.clear()
        try:
            result = change()
        except QcodeError as refusal:
            assert refusal.message.text()
            assert pictures.rows(self.project) == before, "a refused change leaves nothing"
            assert pictures.steps(self.project) == count
            assert not self.told
            try:
                expect(model, None)  # type: ignore[arg-type]  # not reached where it is used
            except Refused:
                return
            raise AssertionError(f"the service refused: {refusal}") from refusal
        expect(model, result)
        self.model = model
        after, now = pictures.rows(self.project), pictures.steps(self.project)
        if after == before:
            assert now == count and not self.told, "nothing changed and nothing was recorded"
            return
        assert len(self.told) == 1
        changed = {table for table in after if after[table] != before[table]}
        assert changed <= {table for table, ids in self.told[0].touched.items() if ids}
        picture = (after, copy.deepcopy(model))
        if len(now) == len(count):  # typing goes on in the same step
            assert now[-1][2] and self.at == len(self.history) - 1
            self.history[self.at] = picture
            return
        assert len(now) == len(count) + 1 and now[-1][1] == "do"
        self.history[self.at + 1 :] = [picture]
        self.at += 1

    def one(self, pick: int, there: list[int]) -> int:
        """One of the ids, or now and then one that does not exist."""
        return there[pick % len(there)] if there and pick % 41 else STALE

    def some(self, picks: list[int], there: list[int]) -> list[int]:
        return [there[pick % len(there)] for pick in picks] if there else []

    def code(self, pick: int) -> int:
        return self.one(pick, list(self.model.codes))

    def parent(self, pick: int) -> int | None:
        return None if pick % 3 == 0 else self.code(pick)

    def document(self, pick: int) -> int:
        return self.one(pick, self.model.order)

    # ------------------------------------------------------------------ documents

    @initialize(blind=st.booleans())
    def begin(self, blind: bool) -> None:
        self.history = [(pictures.rows(self.project), copy.deepcopy(self.model))]
        self.bring_documents(["first", "second"], [0, 2], "Interviews", ["Year"])
        self.make_code("core", CodeKind.CORE_CATEGORY, 0, "")
        self.make_code("group", CodeKind.CATEGORY, 1, "#0a0")
        self.work_blind(blind)
        for coder in ("Ann", "Ben"):
            self.act_as(coder)
            self.apply_codes(1, [(0, 3), (2, 4)], [1])
            self.apply_codes(2, [(0, 2)], [0])
            self.write_memo(MemoKind.PASSAGE, 1, 4)
        self.act_as("Ann")

    @rule(
        names=st.lists(st.sampled_from(["talk", "note"]), min_size=1, max_size=2),
        texts=st.lists(st.integers(0, len(TEXTS) - 1), min_size=2, max_size=2),
        group=st.sampled_from(["", "Interviews", "interviews", "Abstracts"]),
        fields=st.lists(st.sampled_from(["Year", "year", "DOI"]), max_size=2),
    )
    def bring_documents(
        self, names: list[str], texts: list[int], group: str, fields: list[str]
    ) -> None:
        coming = [
            Source(name, TEXTS[text], fields={key: f"{key} 1999" for key in fields})
            for name, text in zip(names, texts, strict=False)
        ]
        candidates = tuple(
            importing.Candidate(
                Path(f"{one.name}.txt"), one, hashlib.sha256(one.text.encode()).hexdigest()
            )
            for one in coming
        )

        def expect(model: PureProject, report: importing.ImportReport) -> None:
            known = {key.casefold(): key for d in self.seen_variables for key in [d]}
            where = model.group_named(group)
            for i, source in zip(report.document_ids, coming, strict=True):
                values: dict[str, str] = {}
                for key, value in source.fields.items():
                    name = known.setdefault(key.casefold(), key)
                    values.setdefault(name, value)
                model.documents[i] = PureDocument(source.name, source.text, where, values)
                model.order.append(i)

        plan = importing.ImportPlan(candidates, ())
        self.do(lambda: importing.carry_out(self.project, plan, group=group), expect)

    @property
    def seen_variables(self) -> list[str]:
        return [variable.name for variable in documents.variables(self.project)]

    @rule(
        pick=PICK,
        name=st.none() | NAMES,
        group=st.none() | st.sampled_from(["", "Abstracts", "Notes"]),
        values=st.dictionaries(
            st.sampled_from(["Year", "YEAR", "Place"]), st.sampled_from(["", "1", "二"]), max_size=2
        ),
    )
    def edit_document(
        self, pick: int, name: str | None, group: str | None, values: dict[str, str]
    ) -> None:
        document = self.document(pick)
        known = {key.casefold(): key for key in self.seen_variables}

        def expect(model: PureProject, _: None) -> None:
            if document not in model.documents or (name is not None and not tidy(name)):
                raise Refused
            pure = model.documents[document]
            pure.name = pure.name if name is None else tidy(name)
            pure.group = pure.group if group is None else model.group_named(group)
            for key, value in values.items():
                if value:
                    pure.values[known.setdefault(key.casefold(), key)] = value
                else:
                    pure.values.pop(known.get(key.casefold(), ""), None)

        self.do(
            lambda: documents.edit(self.project, document, name=name, group=group, values=values),
            expect,
        )

    @rule(picks=PICKS)
    def delete_documents(self, picks: list[int]) -> None:
        ids = self.some(picks[:1], self.model.order) + [STALE] * (len(picks) > 2)
        self.do(
            lambda: documents.delete(self.project, ids),
            lambda model, _: model.delete_documents(set(ids)),
        )

    @rule(picks=PICKS, before=st.none() | PICK)
    def move_documents(self, picks: list[int], before: int | None) -> None:
        ids = self.some(picks, self.model.order)
        target = None if before is None else self.document(before)
        self.do(
            lambda: documents.move(self.project, ids, target),
            lambda model, _: model.move_documents(ids, target),
        )

    @rule(picks=PICKS, group=st.sampled_from(["", "interviews", "Later"]), stale=st.booleans())
    def group_documents(self, picks: list[int], group: str, stale: bool) -> None:
        ids = self.some(picks, self.model.order) + [STALE] * stale

        def expect(model: PureProject, _: None) -> None:
            if stale:
                raise Refused
            where = model.group_named(group)
            for i in ids:
                model.documents[i].group = where

        self.do(lambda: documents.put_in_group(self.project, ids, group), expect)

    @rule(pick=PICK, name=st.none() | st.sampled_from(["", "Interviews", "Talks"]))
    def change_group(self, pick: int, name: str | None) -> None:
        """Rename a group, or dissolve it where no name is given."""
        groups = documents.groups(self.project)
        if not groups:
            return
        group = groups[pick % len(groups)]
        if name is None:

            def dissolved(model: PureProject, _: None) -> None:
                model.groups.remove(group.name)
                for document in model.documents.values():
                    document.group = "" if document.group == group.name else document.group

            self.do(lambda: documents.delete_group(self.project, group.id), dissolved)
            return

        def renamed(model: PureProject, _: None) -> None:
            others = [one.casefold() for one in model.groups if one != group.name]
            if not name or name.casefold() in others:
                raise Refused
            model.groups[model.groups.index(group.name)] = name
            for document in model.documents.values():
                document.group = name if document.group == group.name else document.group

        self.do(lambda: documents.rename_group(self.project, group.id, name), renamed)

    # ------------------------------------------------------------------ codes

    @rule(
        name=NAMES, kind=KINDS, pick=PICK, color=st.sampled_from(["", "#123456", "ABC", "nothing"])
    )
    def make_code(self, name: str, kind: CodeKind, pick: int, color: str) -> None:
        parent = self.parent(pick)

        def expect(model: PureProject, code: int) -> None:
            if color == "nothing":
                raise Refused
            model.may_create(tidy(name), kind.value, parent)
            told = next(one.color for one in codes.tree(self.project) if one.id == code)
            if color == "ABC":
                assert told == "#aabbcc"
            elif color:
                assert told == color.replace("#0a0", "#00aa00")
            elif parent is not None:
                assert told == model.codes[parent].color
            model.create(code, tidy(name), kind.value, parent, told)

        self.do(lambda: codes.create(self.project, CodeDraft(name, kind, color), parent), expect)

    @rule(pick=PICK, name=NAMES)
    def rename_code(self, pick: int, name: str) -> None:
        code = self.code(pick)
        self.do(
            lambda: codes.rename(self.project, code, name),
            lambda model, _: model.rename(code, tidy(name)),
        )

    @rule(picks=PICKS)
    def recolor_codes(self, picks: list[int]) -> None:
        ids = self.some(picks, list(self.model.codes))
        self.do(
            lambda: codes.recolor(self.project, ids, "#ABCDEF"),
            lambda model, _: model.recolor(ids, "#abcdef"),
        )

    @rule(
        pick=PICK, key=st.sampled_from(FIELDS), text=st.sampled_from(["", "a", "ab\r\nc", "定义"])
    )
    def describe_code(self, pick: int, key: str, text: str) -> None:
        code = self.code(pick)
        self.do(
            lambda: codes.describe(self.project, code, {key: text}),
            lambda model, _: model.describe(code, {key: text.replace("\r\n", "\n")}),
        )

    @rule(picks=PICKS, kind=KINDS)
    def set_kinds(self, picks: list[int], kind: CodeKind) -> None:
        ids = self.some(picks, list(self.model.codes))
        self.do(
            lambda: codes.set_kind(self.project, ids, kind),
            lambda model, _: model.set_kind(ids, kind.value),
        )

    @rule(picks=PICKS, pick=PICK, position=st.none() | st.integers(0, 4))
    def move_codes(self, picks: list[int], pick: int, position: int | None) -> None:
        ids, parent = self.some(picks, list(self.model.codes)), self.parent(pick)
        self.do(
            lambda: codes.move(self.project, ids, parent, position),
            lambda model, _: model.move(ids, parent, position),
        )

    @rule(picks=PICKS, pick=PICK)
    def merge_codes(self, picks: list[int], pick: int) -> None:
        ids, into = self.some(picks, list(self.model.codes)), self.code(pick)
        self.do(
            lambda: codes.merge(self.project, ids, into), lambda model, _: model.merge(ids, into)
        )

    @rule(picks=PICKS, with_below=st.booleans(), stale=st.booleans())
    def delete_codes(self, picks: list[int], with_below: bool, stale: bool) -> None:
        ids = self.some(picks[:2], list(self.model.codes)) + [STALE] * (stale and len(picks) > 2)
        self.do(
            lambda: codes.delete(self.project, ids, with_below=with_below),
            lambda model, _: model.delete_codes(ids, with_below),
        )

    @rule(preset=st.sampled_from(list(Numbering)))
    def number_codes(self, preset: Numbering) -> None:
        self.do(lambda: codes.set_numbering(self.project, preset), lambda model, _: None)

    # ------------------------------------------------------------------ codings

    def span(self, document: int, start: int, length: int) -> Span:
        pure = self.model.documents.get(document)
        start %= (len(pure.text) if pure else 5) + 1
        return Span(start, start + length)

    @rule(pick=PICK, places=st.lists(st.tuples(PICK, st.integers(0, 9)), max_size=2), picks=PICKS)
    def apply_codes(self, pick: int, places: list[tuple[int, int]], picks: list[int]) -> None:
        document, coder = self.document(pick), self.project.coder
        spans = [self.span(document, *place) for place in places]
        ids = self.some(picks, list(self.model.codes)) or [STALE] * (pick % 5 == 0)
        self.do(
            lambda: codings.apply(self.project, document, spans, ids),
            lambda model, _: model.apply(document, [tuple(span) for span in spans], ids, coder),
        )

    @rule(pick=PICK, start=PICK, length=st.integers(0, 6), parent=PICK)
    def code_in_vivo(self, pick: int, start: int, length: int, parent: int) -> None:
        document, coder, under = self.document(pick), self.project.coder, self.parent(parent)
        span = self.span(document, start, length)

        def expect(model: PureProject, coding: int) -> None:
            model.may_code(document, span)
            name = tidy(model.documents[document].text[span.start : span.end])
            known = [
                i
                for i, code in model.codes.items()
                if code.kind == "concept" and code.name.casefold() == name.casefold()
            ]
            if not known:
                model.may_create(name, "concept", under)
                (made,) = [c for c in codes.tree(self.project) if c.id not in model.codes]
                model.create(made.id, name, "concept", under, made.color)
                known = [made.id]
            (used,) = [c.code_id for c in codings.by_id(self.project, [coding])]
            assert used in known
            model.apply(document, [tuple(span)], [used], coder)

        self.do(lambda: codings.in_vivo(self.project, document, span, under), expect)

    @rule(pick=PICK, start=PICK, name=NAMES, kind=KINDS, parent=PICK)
    def create_and_apply(
        self, pick: int, start: int, name: str, kind: CodeKind, parent: int
    ) -> None:
        document, coder, under = self.document(pick), self.project.coder, self.parent(parent)
        span, draft = self.span(document, start, 2), CodeDraft(name, kind, "#222222")

        def expect(model: PureProject, coding: int) -> None:
            model.may_code(document, span)
            model.may_create(tidy(name), kind.value, under)
            (made,) = [c.code_id for c in codings.by_id(self.project, [coding])]
            model.create(made, tidy(name), kind.value, under, "#222222")
            model.apply(document, [tuple(span)], [made], coder)

        self.do(
            lambda: codings.create_and_apply(self.project, document, span, draft, under), expect
        )

    def chosen(self, picks: list[int]) -> dict[int, Any]:
        """Some codings: number → key."""
        present = [(row[0], key) for key, row in pictures.codings(self.project).items()]
        return dict(present[pick % len(present)] for pick in picks) if present else {}

    @rule(picks=PICKS)
    def remove_codings(self, picks: list[int]) -> None:
        chosen = self.chosen(picks)

        def expect(model: PureProject, _: None) -> None:
            for key in chosen.values():
                del model.codings[key]

        self.do(lambda: codings.remove(self.project, list(chosen)), expect)

    @rule(picks=PICKS, pick=PICK)
    def recode(self, picks: list[int], pick: int) -> None:
        chosen, code = self.chosen(picks), self.code(pick)
        # In the order of the rows: of two that become one, the earlier takes the later in.
        keys = [chosen[i] for i in sorted(chosen)]
        self.do(
            lambda: codings.recode(self.project, list(chosen), code),
            lambda model, _: model.recode(keys, code),
        )

    @rule(pick=PICK, start=PICK, length=st.integers(0, 6))
    def respan(self, pick: int, start: int, length: int) -> None:
        chosen = self.chosen([pick]) if pick % 7 else {}
        for coding, key in [*chosen.items(), (STALE, None)][:1]:
            span = self.span(key[0] if key else 0, start, length)

            def expect(
                model: PureProject, _: int, key: Any = key, span: tuple[int, int] = tuple(span)
            ) -> None:
                if key is None:
                    raise Refused
                model.respan(key, span)

            self.do(lambda c=coding, to=span: codings.respan(self.project, c, to), expect)

    @rule(picks=PICKS, pick=PICK, name=st.none() | NAMES, any_code=st.booleans())
    def split_code(self, picks: list[int], pick: int, name: str | None, any_code: bool) -> None:
        """Move codings of one code, or of any, to a new code or to one that is there."""
        chosen = self.chosen(picks)
        of = next(iter(chosen.values()))[2] if chosen else STALE
        into = self.code(pick) if name is None else None
        draft = None if name is None else CodeDraft(name, CodeKind.CONCEPT, "#333333")
        if into == of and not any_code:
            return  # nobody offers that

        def expect(model: PureProject, target: int) -> None:
            if not chosen or (not any_code and any(key[2] != of for key in chosen.values())):
                raise Refused
            if draft is None:
                assert into is not None
                model.recode([], into)
            else:
                model.may_create(tidy(draft.name), draft.kind.value, None)
                model.create(target, tidy(draft.name), draft.kind.value, None, "#333333")
            model.recode([chosen[i] for i in sorted(chosen)], target)

        def change() -> int:
            if any_code:
                return codes.recode_many(self.project, list(chosen), draft, into=into)
            return codes.split(self.project, of, list(chosen), draft, into=into)

        self.do(change, expect)

    @rule(pick=PICK, favourite=st.booleans())
    def keep_at_hand(self, pick: int, favourite: bool) -> None:
        """Favourites belong to this copy: no step, no row."""
        if not self.model.codes:
            return
        code = list(self.model.codes)[pick % len(self.model.codes)]
        before, count = pictures.rows(self.project), pictures.steps(self.project)
        favourites.set_favourite(self.project, code, favourite)
        assert (code in favourites.listed(self.project)) is favourite
        assert (pictures.rows(self.project), pictures.steps(self.project)) == (before, count)

    @rule(pick=PICK, memo=st.sampled_from(["", "why", "why not  ", "为何"]))
    def write_coding_memo(self, pick: int, memo: str) -> None:
        chosen = self.chosen([pick]) if pick % 7 else {}

        def expect(model: PureProject, _: None) -> None:
            if not chosen:
                raise Refused
            for key in chosen.values():
                model.codings[key] = (memo.rstrip(), model.codings[key][1])

        self.do(lambda: codings.set_memo(self.project, [*chosen, STALE][0], memo), expect)

    @rule(picks=PICKS, typical=st.booleans())
    def mark_typical(self, picks: list[int], typical: bool) -> None:
        chosen = self.chosen(picks)

        def expect(model: PureProject, _: None) -> None:
            for key in chosen.values():
                model.codings[key] = (model.codings[key][0], typical)

        self.do(lambda: codings.set_typical(self.project, list(chosen), typical), expect)

    # ------------------------------------------------------------------ memos and people

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

    @rule(name=CODERS)
    def act_as(self, name: str) -> None:
        before, count = pictures.rows(self.project), pictures.steps(self.project)
        self.project.act_as(name)
        assert (pictures.rows(self.project), pictures.steps(self.project)) == (before, count)
        assert self.project.coder == name

    @rule(pick=PICK, name=st.sampled_from(["Ann", "Ben", "Cleo", ""]))
    def rename_coder(self, pick: int, name: str) -> None:
        coder = coders.listed(self.project)[pick % len(self.model.coders)]
        acting = self.project.coder == coder.name
        self.do(
            lambda: coders.rename(self.project, coder.id, name),
            lambda model, _: model.rename_coder(coder.name, name),
        )
        if acting and name in self.model.coders:
            assert self.project.coder in (coder.name, name)

    @rule(name=st.sampled_from(["Ann", "Dee", " "]), color=st.sampled_from(["", "#123", "reddish"]))
    def add_coder(self, name: str, color: str) -> None:
        def expect(model: PureProject, _: int) -> None:
            if not name.strip() or name in model.coders or color == "reddish":
                raise Refused
            model.coders.append(name)

        self.do(lambda: coders.add(self.project, name, color), expect)

    @rule(pick=PICK, color=st.sampled_from(["#ABC", "#aabbcc", "reddish"]))
    def colour_coder(self, pick: int, color: str) -> None:
        coder = self.one(pick, [one.id for one in coders.listed(self.project)])

        def expect(model: PureProject, _: None) -> None:
            if color == "reddish" or coder == STALE:
                raise Refused

        self.do(lambda: coders.set_color(self.project, coder, color), expect)

    @rule(blind=st.booleans())
    def work_blind(self, blind: bool) -> None:
        def expect(model: PureProject, _: None) -> None:
            model.blind = blind

        self.do(lambda: coders.set_blind(self.project, blind), expect)

    @rule(
        picks=PICKS,
        coder=st.sampled_from(["Ann", " Ben ", "  "]),
        status=st.sampled_from(WorkStatus),
    )
    def set_status(self, picks: list[int], coder: str, status: WorkStatus) -> None:
        ids = self.some(picks, self.model.order)

        def expect(model: PureProject, _: None) -> None:
            if ids and not coder.strip():
                raise Refused
            for i in ids:
                model.knows(coder.strip())
                model.work[i, coder.strip()] = status.value

        self.do(lambda: coders.set_status(self.project, ids, coder, status), expect)

    @rule(name=st.sampled_from(["Machine", "Another", "  "]))
    def rename_project(self, name: str) -> None:
        def expect(model: PureProject, _: None) -> None:
            if not name.strip():
                raise Refused
            model.name = name

        self.do(lambda: overview.rename(self.project, name), expect)

    # ------------------------------------------------------------------ tables

    @rule(names=st.lists(st.sampled_from(["p", "q", "r"]), unique=True, min_size=1), bad=PICK)
    def import_codebook(self, names: list[str], bad: int) -> None:
        """A chain of codes, each under the next one; now and then with a row that is wrong."""
        kinds = ["concept", "category", "main_category"][: len(names)]
        table = self.path.with_name("frame.csv")
        with table.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["name", "parent", "kind", "definition"])
            for place, name in enumerate(names):
                above = names[place + 1] if place + 1 < len(names) else ""
                rows.writerow([name, above, kinds[place], f"what {name} is"])
            if bad % 4 == 0:
                rows.writerow(["orphan", "nobody", "concept", ""])

        def expect(model: PureProject, report: rows_in.TableReport) -> None:
            if bad % 4 == 0:
                raise Refused
            made = {c.id: c for c in codes.tree(self.project) if c.id not in model.codes}
            assert report.added + report.present == len(names)
            assert report.added == len(made)
            under: int | None = None
            for name, kind in reversed(list(zip(names, kinds, strict=True))):
                same = [c for c in model.children[under] if model.codes[c].name == name]
                if same:
                    under = same[0]
                else:
                    # A name that stands elsewhere already serves as the parent that is meant.
                    new = [i for i, c in made.items() if c.name == name and c.parent_id == under]
                    under = new[0]
                    model.create(under, name, kind, made[under].parent_id, made[under].color)
                texts = model.codes[under].texts
                texts["definition"] = texts["definition"] or f"what {name} is"

        elsewhere = [
            code
            for code in self.model.codes.values()
            if code.name in names
            and (
                code.parent is not None
                or code.name != names[-1]
                or (len(names) > 1 and code.kind != kinds[-1])  # may be too low for the others
            )
        ]
        if not elsewhere or bad % 4 == 0:  # what is doubtful then has tests of its own
            self.do(lambda: rows_in.import_codebook(self.project, table), expect)
        table.unlink()

    @rule(
        picks=st.lists(st.tuples(PICK, PICK, st.integers(1, 5)), min_size=1, max_size=3),
        code=st.sampled_from(["fresh", "newer"]),
        coder=CODERS,
    )
    def import_codings(self, picks: list[tuple[int, int, int]], code: str, coder: str) -> None:
        order, names = self.model.order, [d.name for d in self.model.documents.values()]
        if not order:
            return
        guids = {one.id: one.guid for one in documents.listed(self.project)}
        coming = [
            (order[p % len(order)], self.span(order[p % len(order)], s, n)) for p, s, n in picks
        ]
        table = self.path.with_name("codings.jsonl")
        table.write_text(
            "".join(
                json.dumps(
                    {
                        "document": guids[document],
                        "start": span.start,
                        "end": span.end,
                        "code": code,
                        "level": "axial",
                        "coder": coder,
                        "memo": "came in",
                    }
                )
                + "\n"
                for document, span in coming
            ),
            encoding="utf-8",
        )

        def expect(model: PureProject, report: rows_in.TableReport) -> None:
            for document, span in coming:
                model.may_code(document, span)
            matching = [i for i, one in model.codes.items() if one.name == code]
            if len(matching) > 1:
                raise Refused
            before = len(model.codings)
            if not matching:
                (made,) = [c for c in codes.tree(self.project) if c.id not in model.codes]
                model.create(made.id, code, "main_category", None, made.color)
                matching = [made.id]
            model.knows(coder)
            for document, span in coming:
                model.codings.setdefault(
                    (document, tuple(span), matching[0], coder), ("came in", False)
                )
            assert report.added == len(model.codings) - before
            assert report.added + report.present == len(coming)

        assert len(names) == len(order)
        self.do(lambda: rows_in.import_codings(self.project, table), expect)
        table.unlink()

    # ------------------------------------------------------------------ history

    def at_place(self, place: int) -> None:
        self.at = place
        rows, model = self.history[place]
        assert pictures.rows(self.project) == rows
        self.model = copy.deepcopy(model)

    def hidden(self, kind: str) -> bool:
        """Whether undo or redo is refused now: the step is another's, and out of this one's sight.

        A refusal changes nothing, and the label says no more than whose step it is.
        """
        find = self.project.undo_label if kind == "undo" else self.project.redo_label
        if not str(find() or "").startswith("A step of "):
            return False
        before, count = pictures.rows(self.project), pictures.steps(self.project)
        try:
            getattr(self.project, kind)()
        except QcodeError as refusal:
            assert "hidden from you while you work blind" in refusal.message.text()
        else:
            raise AssertionError("a hidden step was taken back")
        assert (pictures.rows(self.project), pictures.steps(self.project)) == (before, count)
        assert self.model.blind and str(find()) != f"A step of {self.project.coder}"
        return True

    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        for _ in range(times):
            if self.hidden("undo"):
                return
            label = self.project.undo_label()
            changes = self.project.undo()
            if self.at == 0:
                assert changes is None and label is None
                return
            assert changes is not None and changes.label == label and changes.kind == "undo"
            self.at_place(self.at - 1)

    @rule(times=st.integers(1, 3))
    def redo(self, times: int) -> None:
        for _ in range(times):
            if self.hidden("redo"):
                return
            label = self.project.redo_label()
            changes = self.project.redo()
            if self.at == len(self.history) - 1:
                assert changes is None and label is None
                return
            assert changes is not None and changes.label == label and changes.kind == "redo"
            self.at_place(self.at + 1)

    @rule(pick=PICK)
    def undo_to(self, pick: int) -> None:
        done = [step for step in overview.history(self.project) if step.can_undo_to]
        assert len(done) == self.at or (self.model.blind and len(done) < self.at)
        if done:
            chosen = pick % len(done)
            place = self.at - len(done) + chosen
            assert self.project.undo_to(done[chosen].id) is not None
            self.at_place(place)
        assert self.project.undo_to(STALE) is None

    @rule()
    def close_and_open(self) -> None:
        before = pictures.rows(self.project)
        coder = self.project.coder
        self.project.close()
        self.project = Project.open(self.path)
        self.project.subscribe(self.told.append)
        assert pictures.rows(self.project) == before
        assert self.project.coder == coder

    # ------------------------------------------------------------------ what always holds

    @invariant()
    def is_what_the_model_says(self) -> None:
        if self.history:
            pictures.assert_same(self.project, self.model)

    @invariant()
    def is_sound(self) -> None:
        assert [str(finding) for finding in overview.findings(self.project)] == []


Services.TestCase.settings = settings(
    max_examples=int(os.environ.get("QCODE_TEST_EXAMPLES", "60")), stateful_step_count=30
)
TestServices = Services.TestCase
