"""Importing 10,000 records with abstracts and about eleven fields, as one undoable step.

Baseline: reading the file and inserting the same rows by raw sqlite3, synchronous=FULL as ours.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from pathlib import Path

TARGET = 4.0
REPETITIONS = 3
_TABLES = ("document_text", "document", "variable", "variable_value")


def run() -> tuple[list[float], list[float]]:
    from qcode.services import importing
    from qcode.services.project import Project

    from tests.benchmarks.material import ris_file

    figures, baselines = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ris = folder / "records.ris"
        ris_file(ris)
        for turn in range(REPETITIONS):
            path = folder / f"{turn}.qcode"
            with Project.create(path, "Import", "Ann") as project:
                begun = time.perf_counter()
                report = importing.carry_out(project, importing.plan(project, [ris]))
                figures.append((time.perf_counter() - begun) * 1000)
                assert len(report.names) == 10_000
            baselines.append(_raw(path, ris, folder / f"{turn}.sqlite"))
    return figures, baselines


def _raw(made: Path, ris: Path, target: Path) -> float:
    source = sqlite3.connect(made)
    creates = [
        source.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
        for table in _TABLES
    ]
    creates += [
        sql
        for (sql,) in source.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name"
            f" IN ({', '.join('?' * len(_TABLES))})",
            _TABLES,
        )
    ]
    rows = {table: source.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES}
    source.close()
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    for create in creates:
        connection.execute(create)
    begun = time.perf_counter()
    ris.read_bytes().decode("utf-8")
    connection.execute("BEGIN IMMEDIATE")
    for table, found in rows.items():
        places = ", ".join("?" * len(found[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({places})", found)
    connection.execute("COMMIT")
    taken = (time.perf_counter() - begun) * 1000
    connection.close()
    return taken
