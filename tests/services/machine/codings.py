"""Codings: made, moved, described and removed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.services import coders, codes, codings
from qcode.services.project import Project
from qcode.store import passage_queries

from tests.services.machine.base import KINDS, NAMES, PICK, PICKS, STALE, Machine, tidy
from tests.services.machine.model.codings import CodingKey
from tests.services.machine.model.part import Refused
from tests.services.machine.model.project import PureProject


def in_file(project: Project) -> dict[CodingKey, tuple[int, str, bool]]:
    """Every coding of the file by document, span, code and coder: number, memo, typical."""
    with project.read_all() as connection:
        return {
            (one.document_id, (one.start, one.end), one.code_id, one.coder): (
                one.id,
                one.memo,
                one.typical,
            )
            for one in passage_queries.all_codings(connection)
        }


class Codings(Machine):
    """Codings are made, taken to other codes and spans, described and removed."""

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
        present = [(row[0], key) for key, row in in_file(self.project).items()]
        return dict(present[pick % len(present)] for pick in picks) if present else {}

    @rule(picks=PICKS)
    def remove_codings(self, picks: list[int]) -> None:
        chosen = self.chosen(picks)

        def expect(model: PureProject, _: None) -> None:
            for key in chosen.values():
                del model.codings[key]

        self.do(lambda: codings.remove(self.project, list(chosen)), expect)

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
        coder = self.project.coder

        def expect(model: PureProject, target: int) -> None:
            if not chosen or (not any_code and any(key[2] != of for key in chosen.values())):
                raise Refused
            if draft is None:
                assert into is not None
                model.recode([], into)
            else:
                model.may_create(tidy(draft.name), draft.kind.value, None)
                model.create(target, tidy(draft.name), draft.kind.value, None, "#333333")
            leaving = [chosen[i] for i in sorted(chosen) if chosen[i][2] != target]
            entries = [
                replace(entry, passages=len({key[:2] for key in leaving if key[2] == i}))
                for i in dict.fromkeys(key[2] for key in leaving)
                for entry in model.entries("split", [i], model.codes[target].name, "", coder)
            ]
            model.recode([chosen[i] for i in sorted(chosen)], target)
            if draft is not None or not any_code:
                model.log(entries)

        def change() -> int:
            if any_code:
                return codes.recode_many(self.project, list(chosen), draft, into=into)
            return codes.split(self.project, of, list(chosen), draft, into=into)

        self.do(change, expect)

    @invariant()
    def codings_are_what_the_model_says(self) -> None:
        told = {key: row[1:] for key, row in in_file(self.project).items()}
        assert told == self.model.codings
        figures = coders.figures(self.project)
        assert sum(one.codings for one in figures) == len(self.seen.codings)
