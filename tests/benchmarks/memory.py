"""Resident size with the document of 1,000,000 characters and 10,000 codings open, every panel.

Baseline: a bare window with the same text and every module that the program has loaded.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile

from tests.benchmarks import thesis
from tests.benchmarks.processes import with_bytecode
from tests.benchmarks.row import Row

TARGET = 1.25
REPETITIONS = 3


def run() -> list[Row]:
    path = str(thesis.project_file())
    figures, baselines = [], []
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(REPETITIONS + 1):  # the first turn compiles, which takes memory too
            size, *modules = _of(folder, "full", path)
            (bare,) = _of(folder, "bare", path, *modules)
            if turn:
                figures.append(float(size))
                baselines.append(float(bare))
    return [Row("", figures, baselines, "MB")]


def _of(bytecode: str, *arguments: str) -> list[str]:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.resident", *arguments],
        stdout=subprocess.PIPE,
        env=with_bytecode(bytecode),
        text=True,
        timeout=120,
        check=True,
    )
    return ended.stdout.split()
