"""Times whole processes until they say that something is painted."""

from __future__ import annotations

import subprocess
import sys
import time


def until_painted(*arguments: str) -> float:
    """Return milliseconds from starting ``probe`` with ``arguments`` to its first paint."""
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.probe", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        line = process.stdout.readline()
        taken = (time.perf_counter() - begun) * 1000
        rest = process.stderr.read()
    if line != b"painted\n":
        raise RuntimeError(f"probe {arguments}: {line!r} {rest.decode()}")
    return taken


def in_turn(figure: tuple[str, ...], n: int) -> tuple[list[float], list[float]]:
    """Measure ``figure`` and the bare window in turn, after one run of each to warm the disk."""
    figures, baselines = [], []
    for turn in range(n + 1):
        one, other = until_painted(*figure), until_painted("bare")
        if turn:
            figures.append(one)
            baselines.append(other)
    return figures, baselines
