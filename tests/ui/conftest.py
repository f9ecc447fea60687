"""Windows of the tests are drawn in memory unless a screen is asked for."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_configure(config):
    # Said by the plugin that draws in memory for every window; it means nothing.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")
