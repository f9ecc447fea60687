"""The tree of codes is read once, and after a step only what the step touched."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.services import code_reading, codes
from qcode.services.project import Project
from qcode.store import queries


def make(project: Project, name: str, kind: CodeKind, parent: int | None = None) -> int:
    return codes.create(project, CodeDraft(name, kind), parent)


def test_after_each_step_the_tree_is_the_one_that_the_file_holds(project: Project) -> None:
    signs = make(project, "signs", CodeKind.CATEGORY)
    order = make(project, "order", CodeKind.CATEGORY)
    lamp = make(project, "lamp", CodeKind.CONCEPT, signs)
    bell = make(project, "bell", CodeKind.CONCEPT, signs)
    rope = make(project, "rope", CodeKind.CONCEPT)
    codes.tree(project, counts=False)
    steps = (
        lambda: codes.rename(project, lamp, "lantern"),
        lambda: codes.move(project, [bell], order),
        lambda: codes.move(project, [rope], signs, 0),
        lambda: codes.merge(project, [lamp], bell),
        lambda: codes.delete(project, [order]),
        *([project.undo] * 5),
        *([project.redo] * 5),
    )
    for step in steps:
        step()  # type: ignore[operator]  # each of them changes codes and is called for that
        with project.read() as connection:
            stored = code_reading.tree_of(connection, counts=False)
        assert codes.tree(project, counts=False) == stored


def test_a_step_has_no_other_codes_read_than_those_it_touched(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [make(project, f"code {number}", CodeKind.CONCEPT) for number in range(5)]
    before = codes.tree(project, counts=False)
    asked: list[Iterable[int] | None] = []
    rows = queries.code_rows

    def counted(connection: Any, ids: Iterable[int] | None = None) -> list[tuple[Any, ...]]:
        asked.append(ids)
        return rows(connection, ids)

    monkeypatch.setattr(queries, "code_rows", counted)
    codes.rename(project, made[2], "lamp")
    asked.clear()  # what the step itself asks is another matter
    after = codes.tree(project, counts=False)
    assert asked == [frozenset([made[2]])]
    assert [one is other for one, other in zip(before, after, strict=True)].count(False) == 1
    assert codes.tree(project, counts=False) == after
    assert len(asked) == 1
