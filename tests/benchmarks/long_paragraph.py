"""1,000,000 Chinese characters in one paragraph with 10,000 codings: opened, and made narrower.

Baseline: a bare QPlainTextEdit with the same text cut into paragraphs of 200 characters.
"""

from __future__ import annotations

from tests.benchmarks import office, thesis
from tests.benchmarks.row import Row

TARGET = 6.0
REPETITIONS = 7
CUT = 200


def run() -> list[Row]:
    opened, opened_bare, resized, resized_bare = [], [], [], []
    with office.desk(thesis.FIRST_SHORT) as desk, office.bare(desk.space.text) as edit:
        space, window, frame = desk.space, desk.window, edit.window()
        for turn in range(REPETITIONS + 1):
            view = space.text.viewport()
            one = office.painted(view, lambda: space.open_document(thesis.PARAGRAPH))
            office.wait()
            text = space.text.text
            cut = "\n".join(text[at : at + CUT] for at in range(0, len(text), CUT))
            two = office.painted(edit.viewport(), lambda cut=cut: edit.setPlainText(cut))
            office.settle()
            for widget in (space.text, edit):
                bar = widget.verticalScrollBar()
                bar.setValue(bar.maximum() // 2)
            office.settle()
            by = 120 if turn % 2 else -120
            three = office.settled(
                lambda by=by: window.resize(window.width() + by, window.height())
            )
            four = office.settled(lambda by=by: frame.resize(frame.width() + by, frame.height()))
            space.open_document(thesis.FIRST_SHORT)
            edit.setPlainText("")
            office.wait()
            if turn:
                opened.append(one)
                opened_bare.append(two)
                resized.append(three)
                resized_bare.append(four)
    return [Row("open", opened, opened_bare), Row("resize", resized, resized_bare)]
