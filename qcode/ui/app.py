"""Starts the window: the first paint comes before anything heavy is loaded."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qcode.ui.main_window import MainWindow

SQLITE_MAGIC = b"SQLite format 3\x00"


def open_window(project: str | None = None) -> int:
    """Open the window, with ``project`` in it if given, and return the exit code at its end.

    A project that cannot be one is refused on standard error before any window is made.
    """
    path = Path(project) if project else None
    refusal = _refusal(path)
    if refusal:
        sys.stderr.write(f"qcode: {refusal}\n")
        return 1

    from PySide6.QtCore import QTimer

    from qcode.ui.main_window import MainWindow
    from qcode.ui.shell.errors import Reporter
    from qcode.ui.shell.i18n import LanguageChoice
    from qcode.ui.shell.operation import stop_all
    from qcode.ui.shell.settings import Settings
    from qcode.ui.shell.theme import ThemeChoice, new_application

    application = new_application(["qcode"])
    application.setApplicationName("qcode")
    application.setApplicationDisplayName("qcode")
    application.setDesktopFileName("qcode")
    reporter = Reporter(application)
    reporter.install()
    settings = Settings()
    language = LanguageChoice(application, settings.language)
    theme = ThemeChoice(application, settings.theme)
    window = MainWindow(settings, theme, language)
    if path is None:
        window.show_start_page()
    window.show()
    # After the first paint: the icon is drawn, and reading a project loads the database library.
    QTimer.singleShot(0, window.give_icon)
    if path is not None:
        QTimer.singleShot(0, lambda: _open_first(window, path))
    try:
        return application.exec()
    finally:
        stop_all(1.0)  # a worker that speaks to what Qt takes down now would crash the program
        reporter.remove()


def _open_first(window: MainWindow, path: Path) -> None:
    """Open the project that was asked for; the start page comes where that fails."""
    window.files.open_path(path)
    if window.session is None:
        window.show_start_page()


def _refusal(path: Path | None) -> str:
    """Why the window cannot be opened, or nothing."""
    if path is not None:
        if path.is_dir():
            return f"{path} is a folder, not a project."
        if not path.exists():
            return f"{path} was not found. To make a project: qcode new {path}"
        try:
            with path.open("rb") as file:
                head = file.read(len(SQLITE_MAGIC))
        except OSError as error:
            return f"{path} cannot be read: {error.strerror}."
        if head != SQLITE_MAGIC:
            return f"{path} is not a qcode project."
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        return (
            "there is no display to open a window on. Commands work without one: see qcode --help."
        )
    return ""
