"""Documents, their groups and their variables."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from qcode.model.sources import Source
from qcode.services import codings, documents, importing

from tests.services.bringing import plan_of
from tests.services.machine.base import NAMES, PICK, PICKS, STALE, Machine, tidy
from tests.services.machine.model.documents import PureDocument
from tests.services.machine.model.part import Refused
from tests.services.machine.model.project import PureProject

TEXTS = (
    "the office hands the list to each bureau",
    "一张清单，两次电话：当天下午又打了一次。",
    "flag \U0001f1eb\U0001f1ee and family \U0001f469\u200d\U0001f469\u200d\U0001f466 o\u0308",
    "xy",
)


class Documents(Machine):
    """Documents come, change, move and go."""

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

        plan = plan_of(*coming)
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

    @invariant()
    def documents_are_what_the_model_says(self) -> None:
        model = self.seen
        listed = documents.listed(self.project)
        groups = {group.id: group.name for group in documents.groups(self.project)}
        values = documents.values(self.project)
        assert list(groups.values()) == model.groups
        assert [document.id for document in listed] == model.order
        for document in listed:
            pure = model.documents[document.id]
            assert document.name == pure.name
            assert groups.get(document.group_id or 0, "") == pure.group
            assert values.get(document.id, {}) == pure.values
            assert documents.text(self.project, document.id) == pure.text
            assert document.characters == len(pure.text)
            mine = [key for key in model.codings if key[0] == document.id]
            assert len(codings.of_document(self.project, document.id)) == len(mine)
            assert document.codings == len(mine)
            assert document.passages == len({key[1] for key in mine})
