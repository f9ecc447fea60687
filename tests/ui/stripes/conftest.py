"""The text on the screen and the stripes beside it."""

import pytest
from qcode.ui.widgets.stripes.margin import StripeMargin

from tests.ui.stripes.beside import TEXT
from tests.ui.text_window import show_text


@pytest.fixture
def view(qtbot):
    return show_text(qtbot, TEXT, width=1100)


@pytest.fixture
def margin(view):
    return view.findChild(StripeMargin)
