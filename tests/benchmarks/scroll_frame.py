"""A frame of scrolling in 1,000,000 characters with 10,000 codings, stripes and all.

Two kinds of steps: a notch of the wheel (three lines), of which Qt moves what is painted already,
and a page, which is painted anew. Baseline: the same steps in a bare QPlainTextEdit of the same
size with the same text.
"""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from tests.benchmarks import office
from tests.benchmarks.row import Row

TARGET = 2.5
FRAMES = 150
NOTCH = 3


def run() -> list[Row]:
    rows = []
    with office.desk() as desk, office.bare(desk.space.text, desk.space.text.text) as edit:
        for name, step in (("notch", NOTCH), ("page", 0)):
            figures, baselines = [], []
            for widget in (desk.space.text, edit):
                widget.verticalScrollBar().setValue(0)
            office.wait()
            for _ in range(FRAMES):
                figures.append(_frame(desk.space.text, step))
                baselines.append(_frame(edit, step))
            rows.append(Row(name, figures, baselines))
    return rows


def _frame(widget: QPlainTextEdit, step: int) -> float:
    bar = widget.verticalScrollBar()
    value = bar.value() + (step or bar.pageStep())
    return office.painted(widget.viewport(), lambda: bar.setValue(value))
