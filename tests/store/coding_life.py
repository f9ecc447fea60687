"""A researcher who codes until the process is killed: ``python -m tests.store.coding_life``.

Everything is loaded first; the line ``SEED FILE`` on standard input begins the life. It opens the
project and does one random step after another. Each is announced on standard output before it
begins (``{"try": …}``) and reported once the service has returned: how many steps the history has,
what the last one is called, and a mark of every row of the project.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from qcode.model.enums import CodeKind, MemoKind
from qcode.model.errors import QcodeError
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import codes, codings, documents, memos, overview
from qcode.services.project import Project
from qcode.store import checkpoints

from tests.services import pictures
from tests.store.helpers import bring

MOST_DOCUMENTS, MOST_CODES, MOST_STEPS_BACK = 12, 30, 6
_WORDS = """office list bureau calls again afternoon nobody leads safety street 街道 责任 清单 两次
    \U0001f469\u200d\U0001f469"""
WORDS = tuple(_WORDS.split())


def mark(project: Project) -> str:
    """A mark of every row of the project's tables: two states with one mark are the same."""
    return hashlib.sha256(repr(pictures.rows(project)).encode()).hexdigest()[:16]


def history(project: Project) -> list[str]:
    """Every step as it is called and what kind it is, the oldest first."""
    return [f"{step.kind} {step.label.text()}" for step in overview.history(project)]


class Life:
    """One open project and the dice."""

    def __init__(self, path: Path, seed: int) -> None:
        self.path = path
        self.dice = random.Random(seed)
        if seed % 2:  # half of them are killed while the log is being folded in
            checkpoints.CHANGES, checkpoints.REST = 1, 0.0
        self.project = Project.open(path)

    def live(self) -> None:
        """Do steps until somebody ends the process."""
        verbs = {
            self.apply: 10,
            self.create_and_apply: 4,
            self.in_vivo: 2,
            self.recode: 4,
            self.respan: 3,
            self.type_memo: 6,
            self.remove: 4,
            self.undo: 6,
            self.redo: 4,
            self.undo_several: 1,
            self.merge: 2,
            self.delete_code: 2,
            self.move_code: 2,
            self.describe: 2,
            self.write_memo: 2,
            self.bring: 2,
            self.delete_document: 1,
            self.close_and_open: 1,
        }
        self.report()
        while True:
            (verb,) = self.dice.choices(list(verbs), list(verbs.values()))
            say({"try": verb.__name__})
            with suppress(QcodeError, IndexError):  # refused, or nothing there to do it to
                verb()
            self.report()

    def report(self) -> None:
        steps = history(self.project)
        say({"steps": len(steps), "last": steps[-1], "mark": mark(self.project)})

    # ------------------------------------------------------------------ what is there

    def document(self) -> tuple[int, int]:
        """Some document and its characters."""
        found = self.dice.choice(documents.listed(self.project))
        return found.id, found.characters

    def span(self, characters: int) -> Span:
        start = self.dice.randrange(characters)
        return Span(start, self.dice.randint(start + 1, characters))

    def code(self) -> int:
        return self.dice.choice(codes.tree(self.project, counts=False)).id

    def coding(self) -> Any:
        return self.dice.choice(codings.of_document(self.project, self.document()[0]))

    def name(self) -> str:
        return " ".join(self.dice.choices(WORDS, k=3))

    # ------------------------------------------------------------------ what is done

    def apply(self) -> None:
        document, characters = self.document()
        spans = [self.span(characters) for _ in range(self.dice.randint(1, 3))]
        wanted = list({self.code() for _ in range(self.dice.randint(1, 2))})
        codings.apply(self.project, document, spans, wanted)

    def create_and_apply(self) -> None:
        if len(codes.tree(self.project, counts=False)) < MOST_CODES:
            document, characters = self.document()
            draft = CodeDraft(self.name(), CodeKind.CONCEPT)
            codings.create_and_apply(self.project, document, self.span(characters), draft)

    def in_vivo(self) -> None:
        document, characters = self.document()
        codings.in_vivo(self.project, document, self.span(characters))

    def recode(self) -> None:
        codings.recode(self.project, [self.coding().id], self.code())

    def respan(self) -> None:
        document, characters = self.document()
        coding = self.dice.choice(codings.of_document(self.project, document))
        say({"continues": True})
        codings.respan(self.project, coding.id, self.span(characters))

    def type_memo(self) -> None:
        coding = self.coding()
        for _ in range(self.dice.randint(1, 3)):
            say({"continues": True})
            codings.set_memo(self.project, coding.id, self.name() * self.dice.randint(1, 40))

    def remove(self) -> None:
        document, _ = self.document()
        present = codings.of_document(self.project, document)
        some = self.dice.sample(present, min(len(present), self.dice.randint(1, 3)))
        codings.remove(self.project, [coding.id for coding in some])

    def undo(self) -> None:
        self.project.undo()

    def redo(self) -> None:
        self.project.redo()

    def undo_several(self) -> None:
        back = [step for step in overview.history(self.project) if step.can_undo_to]
        self.project.undo_to(back[-self.dice.randint(1, MOST_STEPS_BACK)].id)

    def merge(self) -> None:
        codes.merge(self.project, [self.code(), self.code()], self.code())

    def delete_code(self) -> None:
        if len(codes.tree(self.project, counts=False)) > MOST_CODES // 3:
            codes.delete(self.project, [self.code()])

    def move_code(self) -> None:
        codes.move(self.project, [self.code()], self.dice.choice([None, self.code()]), None)

    def describe(self) -> None:
        say({"continues": True})
        codes.describe(self.project, self.code(), {"definition": self.name() * 9})

    def write_memo(self) -> None:
        document, characters = self.document()
        where = (document, self.span(characters))
        memos.create(self.project, MemoKind.PASSAGE, self.name(), passage=where)

    def bring(self) -> None:
        if len(documents.listed(self.project)) < MOST_DOCUMENTS:
            bring(self.project, *(self.name() * 60 for _ in range(self.dice.randint(1, 2))))

    def delete_document(self) -> None:
        present = documents.listed(self.project)
        if len(present) > MOST_DOCUMENTS // 2:
            documents.delete(self.project, [self.dice.choice(present).id])

    def close_and_open(self) -> None:
        self.project.close()
        self.project = Project.open(self.path)


def say(report: dict[str, object]) -> None:
    """Write one line at once: what stays in a buffer would die with the process."""
    os.write(1, json.dumps(report).encode() + b"\n")


if __name__ == "__main__":
    wanted, _, file = sys.stdin.readline().rstrip("\n").partition(" ")
    if file:
        Life(Path(file), int(wanted)).live()
