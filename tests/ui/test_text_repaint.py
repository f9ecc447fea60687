"""What is painted piece by piece while one codes looks as if all had been painted at once."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication
from qcode.analysis.words.graphemes import cluster_end, cluster_start
from qcode.model.colors import PALETTE
from qcode.model.span import Span
from qcode.ui.shell.theme import LIGHT
from qcode.ui.widgets.text.coding_layer import PaintedCoding
from qcode.ui.widgets.text.view import TextView

LATIN = "The list goes from door to door and nobody wants to be the last on it. "
CHINESE = "检查组走了以后，街道会把隐患重新排查一遍，主任又在会上点了名。"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
MIXED = f"قال المدير إن القائمة and then 123 كيف, {FAMILY} e\u0301tude. "
TEXT = "\n".join(
    (LATIN * 3 + f"Line {number}.", CHINESE * 30, MIXED * (number % 3), CHINESE + LATIN)[number % 4]
    for number in range(40)
)
CODERS = ("Ann", "Ann", "Ann", "Bo", "Cy")


@pytest.fixture
def view(qtbot):
    view = TextView()
    qtbot.addWidget(view)
    view.resize(1000, 520)
    view.set_document(TEXT)
    # Neither a blinking caret nor what it chooses once it has come to rest.
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.show()
    QApplication.processEvents()
    return view


def on_screen(view):
    """The pixels that are on the screen, whenever they were painted."""
    for _ in range(3):  # painting may find out that more is to be painted
        QApplication.processEvents()
    return view.screen().grabWindow(view.winId()).toImage()


def painted_at_once(view):
    """The same with everything that was kept thrown away and painted anew."""
    view.set_theme(LIGHT)
    return on_screen(view)


def where_different(one, other):
    if one == other:
        return None
    region = QRegion()
    for y in range(one.height()):
        for x in range(one.width()):
            if one.pixel(x, y) != other.pixel(x, y):
                region += QRegion(x, y, 1, 1)
    return region.boundingRect()


def coding(coding_id, span, coder="Ann", color=PALETTE[0], label=None):
    label = label or f"code {coding_id}"
    return PaintedCoding(coding_id, *span, color, coding_id, label, coder, "", coder == "Ann")


class Hand:
    """Does one thing after the other to a view, by chance."""

    def __init__(self, view, seed):
        self.view, self.rnd = view, random.Random(seed)
        self.there, self.last = [], 0

    def act(self):
        acts = (
            *(self.add,) * 8,
            *(self.change,) * 4,
            *(self.remove,) * 4,
            *(self.choose,) * 4,
            *(self.light,) * 2,
            *(self.scroll,) * 3,
            *(self.walk,) * 2,
            self.select,
            self.allow,
            self.find,
            self.resize,
        )
        act = self.rnd.choice(acts)
        act()
        return act.__name__

    def span(self):
        start = max(0, self.view.place().first + self.rnd.randrange(-300, 1500))
        size = self.rnd.choice((1, 8, 30, 90, 250, 900))
        start = min(start, len(TEXT) - size)
        return Span(cluster_start(TEXT, start), cluster_end(TEXT, start + size))

    def made(self, coding_id):
        rnd = self.rnd
        label = rnd.choice(("duty", "nobody wants to be the last on it", "责任写在第一页"))
        coder = rnd.choice(CODERS)
        return coding(coding_id, self.span(), coder, rnd.choice(PALETTE), f"{label} {coding_id}")

    def add(self):
        self.last += 1
        self.there.append(self.last)
        self.view.put_codings([self.made(self.last)])
        if self.rnd.random() < 0.5:
            self.view.set_chosen_coding(self.last)

    def change(self):
        if self.there:
            self.view.put_codings([self.made(self.rnd.choice(self.there))])

    def remove(self):
        self.rnd.shuffle(self.there)
        gone = [self.there.pop() for _ in range(min(len(self.there), self.rnd.choice((1, 1, 3))))]
        self.view.remove_codings(gone)

    def choose(self):
        self.view.set_chosen_coding(self.rnd.choice([None, *self.there]))

    def light(self):
        self.view.set_lit(self.rnd.choice([None, *self.there]))

    def scroll(self):
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + self.rnd.choice((-3, 1, 2, 3, 3, 40)))

    def select(self):
        self.view.select_span(self.rnd.choice((None, self.span())))

    def walk(self):
        self.view.move_caret(self.span().start)

    def allow(self):
        self.view.set_editable(not self.view.editable)

    def find(self):
        span = self.span()
        self.view.set_hits([span], self.rnd.choice((None, span)))

    def resize(self):
        self.view.resize(self.rnd.choice((700, 880, 1000)), self.rnd.choice((420, 520)))


@pytest.mark.parametrize("seed", range(3))
def test_after_any_change_the_screen_is_as_if_painted_at_once(view, seed):
    hand = Hand(view, seed)
    done = []
    for _ in range(60):
        done.append(hand.act())
        seen = on_screen(view)
        assert where_different(seen, painted_at_once(view)) is None, " ".join(done)
