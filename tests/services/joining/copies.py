"""Copies of a small study in which several people work, and what holds of any of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from qcode.model.enums import CodeKind
from qcode.model.join_records import Choice, Choices, MergeReport
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import codes, codings
from qcode.services.joining import merging
from qcode.services.project import Project
from qcode.store import check

from tests.services.agreement.two_coders import texts
from tests.services.pictures import Rows, rows

NAMES = ("Ann", "Bo", "Cy")


def begin(path: Path) -> None:
    """Make a study with two documents, a category over two concepts, and three codings."""
    with Project.create(path, "Pier", "Ann") as project:
        first, second = texts(project)
        waiting = codes.create(project, CodeDraft("waiting", CodeKind.CATEGORY))
        closed = codes.create(project, CodeDraft("closed", CodeKind.CONCEPT), waiting)
        silent = codes.create(project, CodeDraft("told nothing", CodeKind.CONCEPT))
        codings.apply(project, first, [Span(0, 19)], [closed])
        codings.apply(project, first, [Span(20, 39)], [silent])
        codings.apply(project, second, [Span(40, 47)], [waiting])


@contextmanager
def copies(folder: Path, count: int = 2) -> Iterator[list[Project]]:
    """Yield the study of Ann and copies of it for the others, all open."""
    folder.mkdir(exist_ok=True)
    first = folder / "Ann.qcode"
    begin(first)
    with ExitStack() as stack:
        for name in NAMES[1:count]:
            shutil.copyfile(first, folder / f"{name}.qcode")
        yield [
            stack.enter_context(Project.open(folder / f"{name}.qcode", coder=name))
            for name in NAMES[:count]
        ]


def merge(
    project: Project,
    *others: Project | Path,
    prefer: Choice | None = None,
    choices: Choices | None = None,
    apart: bool = False,
) -> MergeReport:
    """Merge other files into a project."""
    paths = [one.path if isinstance(one, Project) else one for one in others]
    plan = merging.plan(project, paths, apart=apart)
    return merging.carry_out(project, plan, choices or {}, prefer=prefer)


def code_id(project: Project, name: str) -> int:
    """The number of the code with a name."""
    (found,) = [one.id for one in codes.tree(project) if one.name == name]
    return found


def names(project: Project, table: str) -> list[str]:
    """The names in a table, sorted."""
    with project.read_all() as connection:
        return sorted(connection.run(f"SELECT name FROM {table}").column())


def coded(project: Project) -> set[tuple[str, int, int, str, str, str]]:
    """What is coded: document, start, end, code, coder and memo, by name."""
    with project.read_all() as connection:
        found = connection.run(
            'SELECT d.name, s.start, s."end", c.name, k.name, g.memo FROM coding AS g'
            " JOIN selection AS s ON s.id = g.selection_id JOIN document AS d"
            " ON d.id = s.document_id JOIN code AS c ON c.id = g.code_id"
            " JOIN coder AS k ON k.id = g.coder_id"
        ).all()
    assert len(found) == len(set(found))
    return set(found)  # type: ignore[arg-type]  # as wide as the statement says


def codings_by_guid(project: Project) -> dict[str, tuple[str, int, int, str, str]]:
    """GUID of a coding → document, start, end, code (GUIDs) and coder."""
    with project.read_all() as connection:
        return {
            row[0]: row[1:]  # type: ignore[misc]  # as wide as the statement says
            for row in connection.run(
                'SELECT g.guid, d.guid, s.start, s."end", c.guid, k.name FROM coding AS g'
                " JOIN selection AS s ON s.id = g.selection_id JOIN document AS d"
                " ON d.id = s.document_id JOIN code AS c ON c.id = g.code_id"
                " JOIN coder AS k ON k.id = g.coder_id"
            )
        }


def ever_deleted(project: Project) -> set[str]:
    """GUIDs of rows that were deleted here at some time, whoever did it."""
    with project.read_all() as connection:
        found = connection.run("SELECT guid FROM change WHERE op = 'd' AND guid IS NOT NULL")
        return set(found.column())


def sound(project: Project) -> None:
    """Assert that the file has nothing wrong with it."""
    with project.read_all() as connection:
        assert [str(one) for one in check.findings(connection)] == []


def reports(project: Project) -> list[dict[str, object]]:
    """What the project keeps of each merging."""
    with project.read_all() as connection:
        kept = connection.run("SELECT report FROM merged ORDER BY id").column()
    return [json.loads(one) for one in kept]


def picture(project: Project) -> Rows:
    """Every row of every table."""
    return rows(project)
