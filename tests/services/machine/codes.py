"""Codes: the tree of them and what each says of itself."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from qcode.model.enums import CodeKind, Numbering
from qcode.model.records import CodeDraft
from qcode.services import codes, favourites

from tests.services import pictures
from tests.services.machine.base import KINDS, NAMES, PICK, PICKS, STALE, Machine, tidy
from tests.services.machine.model.codes import FIELDS
from tests.services.machine.model.part import Refused
from tests.services.machine.model.project import PureProject


class Codes(Machine):
    """Codes are made, described, arranged, merged and deleted."""

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

    @rule(picks=PICKS, pick=PICK, reason=st.sampled_from(["", "the same act\r\n"]))
    def merge_codes(self, picks: list[int], pick: int, reason: str) -> None:
        ids, into = self.some(picks, list(self.model.codes)), self.code(pick)
        gone, coder = [i for i in dict.fromkeys(ids) if i != into], self.project.coder

        def expect(model: PureProject, _: None) -> None:
            name = model.codes[into].name if into in model.codes else ""
            entries = model.entries("merge", gone, name, reason, coder)
            model.merge(ids, into)
            model.log(entries)
            with self.project.read_all() as connection:
                there = connection.run("SELECT id FROM memo").column()
            model.number_thoughts(there, self.project.coder)

        self.do(lambda: codes.merge(self.project, ids, into, reason=reason), expect)

    @rule(picks=PICKS, with_below=st.booleans(), stale=st.booleans())
    def delete_codes(self, picks: list[int], with_below: bool, stale: bool) -> None:
        ids = self.some(picks[:2], list(self.model.codes)) + [STALE] * (stale and len(picks) > 2)
        coder = self.project.coder

        def expect(model: PureProject, _: None) -> None:
            gone = {one for i in ids if i in model.codes for one in model.below(i)}
            gone = gone if with_below else set(ids)
            in_order = [i for i in model.in_order() if i in gone]
            entries = model.entries("delete", in_order, "", "", coder)
            model.delete_codes(ids, with_below)
            model.log(entries)

        self.do(lambda: codes.delete(self.project, ids, with_below=with_below), expect)

    @rule(preset=st.sampled_from(list(Numbering)))
    def number_codes(self, preset: Numbering) -> None:
        self.do(lambda: codes.set_numbering(self.project, preset), lambda model, _: None)

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

    @invariant()
    def codes_are_what_the_model_says(self) -> None:
        model = self.seen
        tree = codes.tree(self.project)
        assert [code.id for code in tree] == model.in_order()
        by_guid = {row["guid"]: row for row in codes.rows(self.project)}
        for code in tree:
            pure = model.codes[code.id]
            assert (code.name, code.kind.value, code.parent_id, code.color) == (
                pure.name,
                pure.kind,
                pure.parent,
                pure.color,
            )
            assert {key: getattr(code, key) for key in FIELDS} == pure.texts
            assert code.depth == len(model.above(code.id))
            own, below, in_documents = model.counts(code.id)
            assert (code.passages, code.subtree_passages) == (own, below)
            row = by_guid[code.guid]
            assert row["documents"] == in_documents
            assert row["codings"] == sum(key[2] == code.id for key in model.codings)
