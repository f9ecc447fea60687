"""Windows of the tests are drawn in memory unless a screen is asked for."""

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_configure(config):
    # Said by the plugin that draws in memory for every window; it means nothing.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def clipboard() -> Iterator[None]:
    """Leave nothing on the clipboard.

    The plugin that draws in memory keeps it in a static of C++, which outlives Python: what Python
    made would be deleted after Python is gone, and the test run would end in a crash.
    """
    yield
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is not None:
        QApplication.clipboard().clear()
