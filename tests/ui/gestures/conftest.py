"""The text on the screen, as it is and with a passage chosen."""

import pytest

from tests.ui.gestures.hands import TEXT, coding, where
from tests.ui.text_window import show_text


@pytest.fixture
def view(qtbot):
    return show_text(qtbot, TEXT)


@pytest.fixture
def edged(view):
    """A view with the words ``a family`` coded and chosen, that keeps what is told."""
    view.told = []

    def take(coding_id, span):
        view.told.append(span)
        view.put_codings([coding(coding_id, span)])

    view.edgeMoved.connect(take)
    view.put_codings([coding(5, where("a family"))])
    view.set_chosen_coding(5)
    return view
