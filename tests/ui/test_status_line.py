"""Who codes, in the corner of the menu bar."""

import pytest
from PySide6.QtWidgets import QWidget
from qcode.ui.widgets.status_line import CoderButton


@pytest.fixture
def button(qtbot):
    corner = QWidget()
    qtbot.addWidget(corner)
    yield CoderButton(corner)


def test_the_button_is_as_high_for_any_name_so_that_nothing_below_moves(button):
    heights = set()
    for name, blind in (("Ann", False), ("Ann", True), ("安娜", False), ("安娜 Ann", True)):
        button.show_coder(name, blind)
        assert button.text().startswith(name)
        heights.add(button.sizeHint().height())
    assert len(heights) == 1
