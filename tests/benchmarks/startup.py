"""Process start to the first paint of the start page, against a bare PySide6 main window."""

from __future__ import annotations

from tests.benchmarks.processes import in_turn

TARGET = 1.8


def run() -> tuple[list[float], list[float]]:
    return in_turn(("start",), n=9)
