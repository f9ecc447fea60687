"""The inspector in a window that is active."""

import pytest
from qcode.ui.workspaces.code.inspector import Inspector


@pytest.fixture(autouse=True)
def workers(at_once):
    """Counts that are read beside the window are there when a call returns."""


@pytest.fixture
def inspector(world, qtbot):
    widget = Inspector(world.session)
    qtbot.addWidget(widget)
    widget.resize(300, 700)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    yield widget
    widget.flush()
