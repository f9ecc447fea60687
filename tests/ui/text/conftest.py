"""The text on the screen, and one that is longer than the screen."""

import random

import pytest

from tests.ui.text.reading import TEXT
from tests.ui.text_window import show_text


@pytest.fixture
def view(qtbot):
    return show_text(qtbot, TEXT)


@pytest.fixture
def long_view(view):
    rng = random.Random(5)
    words = ("list", "street", "calls", "检查组", "again", "and", "nobody", "隐患")
    lines = [" ".join(rng.choices(words, k=rng.randint(3, 90))) for _ in range(400)]
    view.set_document("\n".join(lines))
    return view
