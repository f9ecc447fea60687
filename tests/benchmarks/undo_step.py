"""Taking the step of ``apply_code`` back until every panel shows it; the baseline likewise."""

from __future__ import annotations

from tests.benchmarks import coding_steps

TARGET = 6.0


def run() -> tuple[list[float], list[float]]:
    steps = coding_steps.measured()
    return steps.undo, steps.undo_baseline
