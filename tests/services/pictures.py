"""Pictures of a project for comparing: every journaled row, and every step."""

from __future__ import annotations

from typing import Any

from qcode.model.tables import JOURNALED, table_of
from qcode.services.project import Project

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
