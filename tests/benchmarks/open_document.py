"""Opening a document of 1,000,000 characters with 10,000 codings, until its text is painted.

Baseline: a bare QPlainTextEdit of the same size that is given the same text.
"""

from __future__ import annotations

from tests.benchmarks import office, thesis

TARGET = 4.0
REPETITIONS = 7


def run() -> tuple[list[float], list[float]]:
    figures, baselines = [], []
    with office.desk(thesis.FIRST_SHORT) as desk, office.bare(desk.space.text) as edit:
        view = desk.space.text.viewport()
        for turn in range(REPETITIONS + 1):
            figure = office.painted(view, lambda: desk.space.open_document(thesis.LONG))
            office.wait()
            text = desk.space.text.text
            desk.space.open_document(thesis.FIRST_SHORT)
            office.wait()
            baseline = office.painted(edit.viewport(), lambda text=text: edit.setPlainText(text))
            edit.setPlainText("")
            office.settle()
            if turn:
                figures.append(figure)
                baselines.append(baseline)
    return figures, baselines
