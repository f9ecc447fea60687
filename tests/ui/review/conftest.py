"""A window on a project of two coders, or more, with the workspace Review shown."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.services import compared_project


@pytest.fixture
def prompt(monkeypatch):
    """However slow the machine is just now, nothing is put off to a worker."""
    monkeypatch.setattr("qcode.ui.itemmodels.recount.PROMPT_SECONDS", 60.0)


@pytest.fixture
def open_window(main_window, at_once, prompt, qtbot):
    """Open a project and show the workspace."""

    def open_path(path):
        main_window.resize(1366, 768)
        main_window.show()
        main_window.activateWindow()
        qtbot.waitUntil(main_window.isActiveWindow)
        main_window.files.open_path(path)
        page = main_window.desk.show_workspace("review")
        for _ in range(6):  # its parts are made one after the other
            QApplication.processEvents()
        return page

    yield open_path
    main_window.leave_project()


@pytest.fixture
def made(tmp_path):
    return compared_project.make(tmp_path / "harbour.qcode")


@pytest.fixture
def page(made, open_window):
    return open_window(made.path)
