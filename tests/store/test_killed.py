"""A coding process killed at random moments: every step that it reported is there.

Twenty lives in every run; ``QCODE_KILLS=300 pytest tests/store/test_killed.py`` for more.
"""

from __future__ import annotations

import json
import os
import random
import selectors
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from qcode.services import overview
from qcode.services.project import Project

from tests.store.coding_life import history, mark
from tests.store.helpers import beside, small_project

KILLS = int(os.environ.get("QCODE_KILLS", "20"))
LIVES_OF_A_FILE = 20  # then a new one, so that the history stays short
OPENING_SECONDS = 0.05  # within which some are killed while they are opening the project
LIFE_SECONDS = 0.4
HANGS_SECONDS = 60.0  # a life that says nothing for so long will never say anything


@dataclass
class Told:
    """What a life reported before it ended."""

    report: dict[str, Any] = field(default_factory=dict)  # the last one
    reports: int = 0
    trying: str = ""  # what it was doing when it was killed
    continues: bool = False  # and that might have gone on in the last step


def born() -> subprocess.Popen[bytes]:
    """Start a process that loads everything and waits for its project."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.coding_life"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )


def killed_life(life: subprocess.Popen[bytes], path: Path, seed: int) -> Told:
    """Let a process code for a random while and kill it; return what it told."""
    dice = random.Random(seed)
    told = Told()
    assert life.stdin is not None and life.stdout is not None
    with life:
        try:
            life.stdin.write(f"{seed} {path}\n".encode())
            life.stdin.flush()
            if seed % 5 == 0:
                _listen(life, told, dice.uniform(0, OPENING_SECONDS))
            else:
                _listen(life, told, HANGS_SECONDS, first_only=True)
                assert told.report, "the process ended or hung instead of opening the project"
                _listen(life, told, dice.uniform(0, LIFE_SECONDS))
            assert life.poll() is None, f"the process ended by itself while it did {told.trying}"
        finally:
            life.kill()
        for line in life.stdout.read().split(b"\n")[:-1]:  # said, and not yet heard
            _hear(told, line)
    return told


def _listen(
    life: subprocess.Popen[bytes], told: Told, seconds: float, *, first_only: bool = False
) -> None:
    """Take in reports for so long; or until the first."""
    assert life.stdout is not None
    end = time.monotonic() + seconds
    with selectors.DefaultSelector() as selector:
        selector.register(life.stdout, selectors.EVENT_READ)
        while (left := end - time.monotonic()) > 0 and selector.select(left):
            line = life.stdout.raw.readline()
            if not line:
                return
            _hear(told, line)
            if first_only:
                return


def _hear(told: Told, line: bytes) -> None:
    said = json.loads(line)
    if "try" in said:
        told.trying, told.continues = said["try"], False
    elif "continues" in said:
        told.continues = True
    else:
        told.report = said
        told.reports += 1
        told.trying, told.continues = "", False


def assert_nothing_lost(path: Path, told: Told) -> None:
    """Open the file again and compare it with the last report."""
    with Project.open(path) as project:
        assert overview.findings(project) == []
        steps = history(project)
        if told.report:
            known = told.report["steps"]
            assert steps[known - 1] == told.report["last"]
            extra = len(steps) - known
            assert extra in (0, 1) or told.trying == "undo_several"
            if extra:
                _take_back(project, steps[known:])
                assert mark(project) == told.report["mark"]
            elif not told.continues:
                assert mark(project) == told.report["mark"]
        before = mark(project)
        if project.undo() is not None:
            assert overview.findings(project) == []
            assert project.redo() is not None
        assert mark(project) == before
    assert beside(path) == [path.name]


def _take_back(project: Project, extra: list[str]) -> None:
    """Reverse what was done after the last report: one step, or several that were undone."""
    for step in reversed(extra):
        kind = step.partition(" ")[0]
        assert (project.redo() if kind == "undo" else project.undo()) is not None


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL and no select on pipes")
def test_every_step_reported_by_a_killed_process_is_there_again(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    counted = {"lives": 0, "reported": 0, "killed while opening": 0, "killed in a step": 0}
    coming = born()
    try:
        for seed in range(KILLS):
            life, coming = coming, born()  # the next one loads while this one lives
            path = tmp_path / f"{seed // LIVES_OF_A_FILE}" / "life.qcode"
            if not path.exists():
                path.parent.mkdir()
                small_project(path)
            told = killed_life(life, path, seed)
            try:
                assert_nothing_lost(path, told)
            except AssertionError as error:
                raise AssertionError(f"life {seed}, doing {told.trying}: {told.report}") from error
            counted["lives"] += 1
            counted["reported"] += told.reports
            counted["killed while opening"] += not told.report
            counted["killed in a step"] += bool(told.trying)
    finally:
        coming.communicate(b"\n")
    for name, count in counted.items():
        record_property(name, count)
    if KILLS > LIVES_OF_A_FILE:
        sys.stderr.write(f"\n{counted}\n")
