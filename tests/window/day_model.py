"""What a project should hold after each step of the long walk, and what its file does hold."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from qcode.services import codes, codings, documents
from qcode.services.project import Project


class Row(NamedTuple):
    """One coding: ids of document and code, code points."""

    document: int
    coder: str
    start: int
    end: int
    code: int


Rows = frozenset[Row]


class Model:
    """The codings of a whole project, and those before each step that can be taken back."""

    def __init__(self, now: Rows) -> None:
        self.now = now
        self._before: list[Rows] = []
        self._after: list[Rows] = []
        self.merging: object = None
        """What the last step was about, if more of the same would become part of it."""

    def step(self, wanted: Rows, *, always: bool = False, merging: object = None) -> None:
        """One step leads to ``wanted``; nothing changed is no step, unless ``always``."""
        if always or wanted != self.now:
            self._before.append(self.now)
            self._after.clear()
            self.merging = merging
        self.now = wanted

    def undo(self) -> bool:
        """Go a step back; False where there is none."""
        return self._go(self._before, self._after)

    def redo(self) -> bool:
        """Go a step on again; False where there is none."""
        return self._go(self._after, self._before)

    def _go(self, taken: list[Rows], kept: list[Rows]) -> bool:
        if taken:
            kept.append(self.now)
            self.now = taken.pop()
            self.merging = None
            return True
        return False


def rows_in(path: Path) -> Rows:
    """Codings of a project's file, whoever has it open."""
    with Project.open(path, read_only=True) as project:
        return frozenset(
            Row(coding.document_id, coding.coder, coding.start, coding.end, coding.code_id)
            for document in documents.listed(project, counts=False)
            for coding in codings.of_document(project, document.id)
        )


def commanded(*arguments: str) -> str:
    """Run a command of the program and return what it prints."""
    return subprocess.run(
        [sys.executable, "-m", "qcode", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout


def compare(path: Path, expected: Rows) -> tuple[int, int]:
    """Compare the closed file with the model; return the numbers of documents and codings.

    The file is asked twice: by the services, and by the command, whose quotations must be the
    stored words.
    """
    commanded("check", str(path))
    found = rows_in(path)
    assert found == expected, (sorted(expected - found), sorted(found - expected))
    with Project.open(path, read_only=True) as project:
        listed = {one.id: one.name for one in documents.listed(project, counts=False)}
        texts = {name: documents.text(project, number) for number, name in listed.items()}
        names = {code.id: code.name for code in codes.tree(project, counts=False)}
    printed = json.loads(commanded("codings", str(path), "--json"))
    for row in printed:
        assert row["quote"] == texts[row["document"]][row["start"] : row["end"]], row
    assert sorted(
        (row["document"], row["coder"], row["start"], row["end"], row["code"]) for row in printed
    ) == sorted(
        (listed[row.document], row.coder, row.start, row.end, names[row.code]) for row in expected
    )
    return len(texts), len(printed)
