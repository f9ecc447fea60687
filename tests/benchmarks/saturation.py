"""The saturation ledger of a project with 100,000 codings, 2,000 codes and 802 documents.

Baseline: one pass of raw sqlite3 over the same rows, document, code and time of each coding.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from pathlib import Path

from qcode.model.saturation import CodingOrder
from qcode.services import saturation
from qcode.services.project import Project

from tests.benchmarks import thesis

TARGET = 4.0
REPETITIONS = 7
_ROWS = (
    "SELECT s.document_id, c.code_id, c.created FROM coding AS c"
    " JOIN selection AS s ON s.id = c.selection_id"
)


def run() -> tuple[list[float], list[float]]:
    figures, baselines = [], []
    with tempfile.TemporaryDirectory(prefix="qcode-saturation-") as folder:
        path = Path(folder) / "thesis.qcode"
        shutil.copyfile(thesis.project_file(), path)
        connection = sqlite3.connect(path)
        with Project.open(path) as project:
            saturation.set_order(project, CodingOrder.FIRST_CODED)  # the dearer of the two
            for turn in range(REPETITIONS + 1):  # the first turn loads modules and warms the disk
                begun = time.perf_counter()
                found = saturation.report(project)
                figure = (time.perf_counter() - begun) * 1000
                assert found.documents[-1].cumulative_concepts > thesis.CODES * 0.9
                begun = time.perf_counter()
                connection.execute(_ROWS).fetchall()
                baseline = (time.perf_counter() - begun) * 1000
                if turn:
                    figures.append(figure)
                    baselines.append(baseline)
        connection.close()
    return figures, baselines
