"""Merging two codes of 5,000 passages each until every panel shows it.

Baseline: one transaction of sqlite3 that gives the same 5,000 codings the other code.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from qcode.ui.dialogs import choose_code

from tests.benchmarks import office, thesis
from tests.benchmarks.raw import raw

TARGET = 6.0
REPETITIONS = 3


def run() -> tuple[list[float], list[float]]:
    figures, baselines = [], []
    asked = choose_code.choose_code
    with (
        office.desk() as desk,
        tempfile.TemporaryDirectory(prefix="qcode-raw-") as folder,
        raw(Path(folder)) as database,
    ):
        gone, into = desk.heavy()
        space = desk.space
        # The question is not what is measured.
        choose_code.choose_code = lambda *_, **__: choose_code.Target(into)
        try:
            for turn in range(REPETITIONS + 1):
                space.codes_panel.select_code(gone)
                office.wait()
                figure = office.settled(space.code_commands.merge)
                assert gone not in space.codes
                assert space.codes_panel.passages(into) > thesis.HEAVY
                office.wait()
                change = "UPDATE coding SET code_id = ?, modified = '2026' WHERE code_id = ?"
                baseline = database.time([(change, (into, gone))])
                database.time([(change, (gone, into))])
                desk.window.undo()
                office.wait()
                if turn:
                    figures.append(figure)
                    baselines.append(baseline)
        finally:
            choose_code.choose_code = asked
    return figures, baselines
