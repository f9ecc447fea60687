"""All coefficients of five coders per code, per document and per pair, from the open file.

200 documents of 50,000 characters, 50 codes, 20,000 codings by each coder. Baseline: the same
counts by numpy over the text expanded to characters, which are in memory already: for every code
an array (coders, characters) of bytes, summed up for each coder and each pair in each document.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from itertools import combinations
from pathlib import Path

import numpy as np
from qcode.model.agreement import Request
from qcode.model.enums import CodeKind
from qcode.model.messages import Message
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.services import codes
from qcode.services.agreement import comparing
from qcode.services.project import Project

from tests.services.bringing import bring_in

TARGET = 0.2
REPETITIONS = 5
DOCUMENTS, CHARACTERS, CODES, CODERS, EACH = 200, 50_000, 50, 5, 20_000

Rows = list[tuple[int, int, int, int, int]]


def run() -> tuple[list[float], list[float]]:
    figures, baselines = [], []
    with tempfile.TemporaryDirectory(prefix="qcode-agreement-") as folder:
        path = Path(folder) / "five.qcode"
        rows = build(path)
        expanded = Expanded(rows)
        with Project.open(path) as project:
            for turn in range(REPETITIONS + 1):  # the first turn loads modules
                begun = time.perf_counter()
                found = comparing.compare(project, Request())
                figure = (time.perf_counter() - begun) * 1000
                assert (found.compared, len(found.pairs)) == (DOCUMENTS, 10)
                baseline, ones = expanded.counted()
                if turn:
                    figures.append(figure)
                    baselines.append(baseline)
        assert ones == int(sum(map(len, expanded.coded)))
    return figures, baselines


def build(path: Path) -> Rows:
    """Make the project; return what is coded as (document, code, coder, start, end) from 0."""
    draw = np.random.default_rng(4)
    rows: Rows = []
    with Project.create(path, "Five", "coder 0") as project:
        text = ("The tide comes in and goes out, and every boat is counted twice. " * 800)[
            :CHARACTERS
        ]
        documents = bring_in(
            project, *(Source(f"d{n}", f"{n:06}{text[6:]}") for n in range(DOCUMENTS))
        )
        made = [codes.create(project, CodeDraft(f"c{n}", CodeKind.CONCEPT)) for n in range(CODES)]
        with project.change(Message("Code")) as writer:
            coders = [writer.coder_id(f"coder {n}") for n in range(CODERS)]
            selections: dict[tuple[int, int, int], int] = {}
            placed = set()
            for coder in range(CODERS):
                # What the coders see in common lies at the same places, not quite at the same ends.
                common = np.random.default_rng(9)
                for _ in range(EACH):
                    document, code = (int(common.integers(0, n)) for n in (DOCUMENTS, CODES))
                    start = int(common.integers(0, CHARACTERS - 500)) + int(draw.integers(0, 20))
                    end = start + int(common.integers(20, 400))
                    key = (documents[document], start, end)
                    if key not in selections:
                        selections[key] = len(selections) + 1
                    if (key, code, coder) not in placed:
                        placed.add((key, code, coder))
                        rows.append((document, code, coder, start, end))
            _insert(writer.connection.raw, documents, made, coders, selections, rows)
    return rows


def _insert(
    raw: sqlite3.Connection,
    documents: list[int],
    made: list[int],
    coders: list[int],
    selections: dict[tuple[int, int, int], int],
    rows: Rows,
) -> None:
    at = "2026-01-01T00:00:00Z"
    raw.executemany(
        "INSERT INTO selection (id, guid, document_id, start, end, created)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [(number, f"s{number}", *key, at) for key, number in selections.items()],
    )
    raw.executemany(
        "INSERT INTO coding (guid, selection_id, code_id, coder_id, memo, typical, created,"
        " modified) VALUES (?, ?, ?, ?, '', 0, ?, ?)",
        [
            (
                f"k{number}",
                selections[documents[document], start, end],
                made[code],
                coders[coder],
                at,
                at,
            )
            for number, (document, code, coder, start, end) in enumerate(rows)
        ],
    )


class Expanded:
    """A byte for every character, coder and code; too much to hold at once, so code by code."""

    def __init__(self, rows: Rows) -> None:
        self.coded: list[Rows] = [[] for _ in range(CODES)]
        for row in rows:
            self.coded[row[1]].append(row)

    def counted(self) -> tuple[float, int]:
        """Return the milliseconds that counting took, without the expanding, and the rows."""
        taken = 0.0
        starts = np.arange(DOCUMENTS) * CHARACTERS
        for rows in self.coded:
            flags = np.zeros((CODERS, DOCUMENTS * CHARACTERS), dtype=np.uint8)
            for document, _, coder, start, end in rows:
                at = document * CHARACTERS
                flags[coder, at + start : at + end] = 1
            begun = time.perf_counter()
            for one in flags:
                np.add.reduceat(one, starts, dtype=np.int64)
            for one, other in combinations(flags, 2):
                np.add.reduceat(one & other, starts, dtype=np.int64)
            taken += (time.perf_counter() - begun) * 1000
        return taken, sum(map(len, self.coded))
