"""Times whole processes until they say that something is painted.

All of them find their bytecode: an installed program has it, and compiling two hundred modules at
each start, as a checkout does under PYTHONDONTWRITEBYTECODE, takes longer than all the rest.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time


def with_bytecode(folder: str) -> dict[str, str]:
    """Return an environment whose processes find and leave in ``folder`` what they compiled."""
    surroundings = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    return surroundings


def until_painted(*arguments: str, bytecode: str) -> float:
    """Return milliseconds from starting ``probe`` with ``arguments`` to its first paint.

    ``bytecode`` is the folder where the process finds and leaves what it has compiled.
    """
    surroundings = with_bytecode(bytecode)
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.probe", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings,
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        line = process.stdout.readline()
        taken = (time.perf_counter() - begun) * 1000
        rest = process.stderr.read()
    if line != b"painted\n":
        raise RuntimeError(f"probe {arguments}: {line!r} {rest.decode()}")
    return taken


def in_turn(figure: tuple[str, ...], n: int) -> tuple[list[float], list[float]]:
    """Measure ``figure`` and the bare window in turn.

    One run of each before fills the folder of bytecode and warms the disk.
    """
    figures, baselines = [], []
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(n + 1):
            one = until_painted(*figure, bytecode=folder)
            other = until_painted("bare", bytecode=folder)
            if turn:
                figures.append(one)
                baselines.append(other)
    return figures, baselines
