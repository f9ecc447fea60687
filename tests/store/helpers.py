"""Small projects and other processes for the tests of the store."""

from __future__ import annotations

import hashlib
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
from qcode.services import codes, codings, importing
from qcode.services.project import Project


def small_project(path: Path) -> Path:
    """A closed project with one document, one code and one coding."""
    with Project.create(path, "Small", "Ann") as project:
        (document,) = bring(project, "the office hands the list to each bureau")
        code = codes.create(project, CodeDraft("duty", CodeKind.CONCEPT))
        codings.apply(project, document, [Span(4, 10)], [code])
    return path


def bring(project: Project, *texts: str) -> tuple[int, ...]:
    """Import texts as documents named by their place."""
    candidates = tuple(
        importing.Candidate(
            Path(f"{place}.txt"),
            Source(f"text {place}", text),
            hashlib.sha256(text.encode()).hexdigest(),
        )
        for place, text in enumerate(texts)
    )
    return importing.carry_out(project, importing.ImportPlan(candidates, ())).document_ids


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
