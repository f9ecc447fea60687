"""Applying a code and taking that back, in turn with the same rows by sqlite3 and a bare frame."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qcode.model.span import Span

from tests.benchmarks import office
from tests.benchmarks.raw import CodingStep, raw

REPETITIONS = 15


class Steps(NamedTuple):
    """Milliseconds, one of each a repetition."""

    apply: list[float]
    apply_baseline: list[float]
    undo: list[float]
    undo_baseline: list[float]


@cache
def measured() -> Steps:
    """Measure both once for the two benchmarks that report them."""
    steps = Steps([], [], [], [])
    with (
        office.desk() as desk,
        office.bare(desk.space.text, desk.space.text.text) as edit,
        tempfile.TemporaryDirectory(prefix="qcode-raw-") as folder,
        raw(Path(folder)) as database,
    ):
        space, code_ids = desk.space, desk.code_ids()
        rows = CodingStep(database, code_ids[0])
        bar = space.text.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        office.wait()
        here = space.text.place().first
        for turn in range(REPETITIONS + 1):
            span = Span(here + 40 + 7 * turn, here + 90 + 9 * turn)
            space.text.select_span(span)
            office.wait()
            code = code_ids[turn * 13 % len(code_ids)]
            before = len(space.codings)
            applied = office.settled(lambda code=code: space.coding_commands.apply([code]))
            assert len(space.codings) == before + 1
            office.wait()
            applied_baseline = rows.apply(span.start, span.end) + office.frame(edit)
            undone = office.settled(desk.window.undo)
            assert len(space.codings) == before
            office.wait()
            undone_baseline = rows.undo() + office.frame(edit)
            if turn:
                for column, figure in zip(
                    steps, (applied, applied_baseline, undone, undone_baseline), strict=True
                ):
                    column.append(figure)
    return steps
