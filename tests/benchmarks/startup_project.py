"""``qcode sample.qcode`` to a painted, coded text that answers a click, against a bare window."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.benchmarks.processes import in_turn

TARGET = 5.0


def run() -> tuple[list[float], list[float]]:
    from qcode.services import demo

    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample.qcode"
        demo.build_project(sample)
        return in_turn(("project", str(sample)), n=7)
