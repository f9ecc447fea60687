"""Applying a code in a project of 100,000 codings until every panel shows it.

Baseline: one transaction of sqlite3 that writes the same rows, history included, and one frame of
a bare QPlainTextEdit with the same text.
"""

from __future__ import annotations

from tests.benchmarks import coding_steps

TARGET = 4.0


def run() -> tuple[list[float], list[float]]:
    steps = coding_steps.measured()
    return steps.apply, steps.apply_baseline
