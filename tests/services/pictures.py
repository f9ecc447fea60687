"""Pictures of a project for comparing: every journaled row, and the same in terms of the model."""

from __future__ import annotations

from typing import Any

from qcode.model.tables import JOURNALED, table_of
from qcode.services import coders, codes, documents, memos
from qcode.services import codings as listed_codings
from qcode.services.project import Project
from qcode.store import passage_queries

from tests.services.pure_project import FIELDS, CodingKey, PureProject

Rows = dict[str, list[tuple[Any, ...]]]


def rows(project: Project) -> Rows:
    """Every row of every journaled table, with every column."""
    with project.read_all() as connection:
        return {
            table_of(model).name: [
                tuple(row)
                for row in connection.run(f'SELECT * FROM "{table_of(model).name}" ORDER BY id')
            ]
            for model in JOURNALED
        }


def steps(project: Project) -> list[tuple[int, str, str]]:
    """Number, kind and merge key of every step."""
    with project.read_all() as connection:
        return [
            (row[0], row[1], row[2])
            for row in connection.run("SELECT id, kind, merge_key FROM step ORDER BY id")
        ]


def codings(project: Project) -> dict[CodingKey, tuple[int, str, bool]]:
    """Every coding by document, span, code and coder, with its number."""
    with project.read_all() as connection:
        return {
            (one.document_id, (one.start, one.end), one.code_id, one.coder): (
                one.id,
                one.memo,
                one.typical,
            )
            for one in passage_queries.all_codings(connection)
        }


def passages(project: Project) -> dict[int, tuple[int, tuple[int, int]]]:
    with project.read_all() as connection:
        return {
            row[0]: (row[1], (row[2], row[3]))
            for row in connection.run('SELECT id, document_id, start, "end" FROM selection')
        }


def assert_same(project: Project, model: PureProject) -> None:
    """Compare what a project holds, and what the services tell of it, with the model."""
    assert coders.is_blind(project) == model.blind
    assert {k: v[1:] for k, v in codings(project).items()} == model.codings
    spans = passages(project)
    assert sorted(spans.values()) == sorted(model.passages())
    model = model.seen_by(project.coder)
    tree = codes.tree(project)
    assert project.name == model.name
    assert [code.id for code in tree] == model.in_order()
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
        own, below, _ = model.counts(code.id)
        assert (code.passages, code.subtree_passages) == (own, below)
    by_guid = {row["guid"]: row for row in codes.rows(project)}
    for code in tree:
        row = by_guid[code.guid]
        assert row["documents"] == model.counts(code.id)[2]
        assert row["codings"] == sum(key[2] == code.id for key in model.codings)
    assert sum(one.codings for one in coders.figures(project)) == len(model.codings)
    _assert_same_documents(project, model)
    assert [coder.name for coder in coders.listed(project)] == model.coders
    assert {
        memo.id: (
            memo.title,
            memo.body,
            memo.coder,
            set(memo.document_ids),
            set(memo.code_ids),
            {spans[i] for i in memo.selection_ids},
        )
        for memo in memos.listed(project)
    } == {
        i: (memo.title, memo.body, memo.coder, memo.documents, memo.codes, memo.passages)
        for i, memo in model.memos.items()
    }


def _assert_same_documents(project: Project, model: PureProject) -> None:
    listed = documents.listed(project)
    groups = {group.id: group.name for group in documents.groups(project)}
    values = documents.values(project)
    assert list(groups.values()) == model.groups
    assert [document.id for document in listed] == model.order
    for document in listed:
        pure = model.documents[document.id]
        assert document.name == pure.name
        assert groups.get(document.group_id or 0, "") == pure.group
        assert values.get(document.id, {}) == pure.values
        assert documents.text(project, document.id) == pure.text
        assert document.characters == len(pure.text)
        mine = [key for key in model.codings if key[0] == document.id]
        assert len(listed_codings.of_document(project, document.id)) == len(mine)
        assert document.codings == len(mine)
        assert document.passages == len({key[1] for key in mine})
    assert {
        (one.document_id, one.coder): one.status.value for one in coders.work(project)
    } == model.work
