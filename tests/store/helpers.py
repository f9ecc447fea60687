"""Small projects and other processes for the tests of the store."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import codes, codings
from qcode.services.project import Project

from tests.services.bringing import bring_in


def small_project(path: Path) -> Path:
    """A closed project with one document, one code and one coding."""
    with Project.create(path, "Small", "Ann") as project:
        (document,) = bring(project, "the office hands the list to each bureau")
        code = codes.create(project, CodeDraft("duty", CodeKind.CONCEPT))
        codings.apply(project, document, [Span(4, 10)], [code])
    return path


def bring(project: Project, *texts: str) -> list[int]:
    """Import texts as documents named by their place."""
    return bring_in(project, *(Source(f"text {n}", text) for n, text in enumerate(texts)))


def code(project: Project, name: str) -> int:
    return codes.create(project, CodeDraft(name, CodeKind.CONCEPT))


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection such as any other program opens: no pragma of ours, transactions of its own."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def other_process(program: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """Run Python lines in a process of its own; ``says`` reads a line of what it prints."""
    running = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


def says(running: subprocess.Popen[str]) -> str:
    assert running.stdout is not None
    return running.stdout.readline().strip()


def beside(path: Path) -> list[str]:
    """Names of everything in the folder of ``path``."""
    return sorted(one.name for one in path.parent.iterdir() if one.name != "home of qcode")


HOLDER = """
    import sys
    from pathlib import Path
    from qcode.services.project import Project

    project = Project.open(Path(sys.argv[1]), program="qcode window")
    print("open", flush=True)
    sys.stdin.read()
    project.close()
    print("closed", flush=True)
"""
