"""Five coders' files of 20,000 codings each merged into one project, as one step.

200 documents of 50,000 characters, 50 codes; every file is looked over before. Baseline: sqlite3
inserting the same rows, entries of the history included, into a copy without triggers.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from qcode.model.enums import CodeKind
from qcode.model.messages import Message
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.stamps import new_guid
from qcode.services import codes
from qcode.services.joining import merging
from qcode.services.project import Project

from tests.benchmarks.raw import without_triggers
from tests.services.bringing import bring_in

TARGET = 8.0
REPETITIONS = 3
DOCUMENTS, CHARACTERS, CODES, CODERS, EACH = 200, 50_000, 50, 5, 20_000
TABLES = ("coder", "selection", "coding", "change")


def run() -> tuple[list[float], list[float]]:
    figures, baselines = [], []
    with tempfile.TemporaryDirectory(prefix="qcode-merge-") as name:
        folder = Path(name)
        main = folder / "main.qcode"
        others = build(main)
        for turn in range(REPETITIONS + 1):  # the first turn loads modules
            mine = folder / f"mine{turn}.qcode"
            shutil.copyfile(main, mine)
            with Project.open(mine) as project:
                begun = time.perf_counter()
                merging.carry_out(project, merging.plan(project, others))
                figure = (time.perf_counter() - begun) * 1000
            rows = _rows(mine)
            assert len(rows["coding"]) == CODERS * EACH
            baseline = _inserted(main, folder / f"raw{turn}.db", rows)
            if turn:
                figures.append(figure)
                baselines.append(baseline)
    return figures, baselines


def build(main: Path) -> list[Path]:
    """Make the project, and a copy of it for each coder in which they have coded."""
    draw = np.random.default_rng(5)
    text = ("The tide comes in and goes out, and every boat is counted twice. " * 800)[:CHARACTERS]
    with Project.create(main, "Main", "Ann") as project:
        documents = bring_in(
            project, *(Source(f"d{n}", f"{n:06}{text[6:]}") for n in range(DOCUMENTS))
        )
        made = [codes.create(project, CodeDraft(f"c{n}", CodeKind.CONCEPT)) for n in range(CODES)]
    others = []
    for coder in range(CODERS):
        path = main.with_name(f"coder {coder}.qcode")
        shutil.copyfile(main, path)
        others.append(path)
        at = f"2026-01-0{coder + 1}T00:00:00Z"
        with Project.open(path, coder=f"coder {coder}") as project:
            places: set[tuple[int, int, int]] = set()
            while len(places) < EACH:
                start = int(draw.integers(0, CHARACTERS - 500))
                end = start + int(draw.integers(20, 400))
                places.add((documents[int(draw.integers(0, DOCUMENTS))], start, end))
            with project.change(Message("Code")) as writer:
                who = writer.coder_id()
                writer.insert_rows(
                    "selection",
                    ("id", "guid", "document_id", "start", "end", "created"),
                    [(n, new_guid(), *place, at) for n, place in enumerate(sorted(places), 1)],
                )
                writer.insert_rows(
                    "coding",
                    (
                        *("guid", "selection_id", "code_id", "coder_id"),
                        *("memo", "typical", "created", "modified"),
                    ),
                    [
                        (new_guid(), n, made[n % CODES], who, "", 0, at, at)
                        for n in range(1, EACH + 1)
                    ],
                )
    return others


def _rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows that merging has written."""
    with sqlite3.connect(path) as connection:
        (last,) = connection.execute("SELECT max(id) FROM step").fetchone()
        found = {
            table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES[:3]
        }
        found["change"] = connection.execute(
            "SELECT * FROM change WHERE step_id = ?", (last,)
        ).fetchall()
    connection.close()
    return found


def _inserted(main: Path, path: Path, rows: dict[str, list[tuple[Any, ...]]]) -> float:
    """Return the milliseconds that sqlite3 takes for the rows."""
    with without_triggers(main, path) as connection:
        begun = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for table in TABLES:
            places = ", ".join("?" * len(rows[table][0]))
            # Ann is there already.
            connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({places})", rows[table])
        connection.execute("COMMIT")
        return (time.perf_counter() - begun) * 1000
