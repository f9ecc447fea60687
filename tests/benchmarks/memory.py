"""Resident size with the document of 1,000,000 characters and 10,000 codings open, every panel.

Baseline: a bare window with the same text and every module that the program has loaded.
"""

from __future__ import annotations

import subprocess
import sys

from tests.benchmarks import thesis
from tests.benchmarks.row import Row

TARGET = 1.25
REPETITIONS = 3


def run() -> list[Row]:
    path = str(thesis.project_file())
    figures, baselines = [], []
    for _ in range(REPETITIONS):
        size, *modules = _of("full", path)
        figures.append(float(size))
        (bare,) = _of("bare", path, *modules)
        baselines.append(float(bare))
    return [Row("", figures, baselines, "MB")]


def _of(*arguments: str) -> list[str]:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.resident", *arguments],
        stdout=subprocess.PIPE,
        text=True,
        timeout=120,
        check=True,
    )
    return ended.stdout.split()
