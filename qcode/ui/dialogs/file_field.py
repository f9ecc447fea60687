"""A field for the path of a file, with a button that opens a file dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from qcode.ui.shell.i18n import joined


class FileField(QWidget):
    """``changed`` tells every change, ``edited`` those that a person made."""

    changed = Signal()
    edited = Signal()

    def __init__(self, choose: Callable[[str], str], parent: QWidget | None = None) -> None:
        """``choose`` opens a file dialog at a path and returns another, or nothing."""
        super().__init__(parent)
        self._choose = choose
        self.field = QLineEdit()
        self._button = QPushButton(self.tr("Choose…"))
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(self._button)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(lambda _: self.changed.emit())
        self.field.textEdited.connect(lambda _: self.edited.emit())

    def path(self) -> Path | None:
        """The path, None when the field is empty; a relative one lies in the user's folder."""
        text = self.field.text().strip()
        if not text:
            return None
        try:
            return Path.home() / Path(text).expanduser()
        except RuntimeError:  # ~somebody who is not known here
            return Path.home() / text

    def set_path(self, path: Path) -> None:
        """Show another path, with its end in view."""
        self.field.setText(str(path))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)
        self._button.setAccessibleName(joined((name, self._button.text()), "heading"))

    def _ask(self) -> None:
        chosen = self._choose(self.field.text())
        if chosen:
            self.field.setText(chosen)
            self.edited.emit()


def usual_folder(remembered: str) -> Path:
    """Return the remembered folder, else the one for documents, else home: one that exists."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    for name in (remembered, documents):
        if name and is_folder(Path(name)):
            return Path(name)
    return Path.home()


def with_ending(path: Path | None, suffix: str) -> Path | None:
    """Return ``path`` with ``suffix`` added where it has another; None without a name of a file.

    Only ``/`` stands there while somebody begins to type a whole path.
    """
    if path is None or not path.name:
        return None
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def free_path(path: Path) -> Path:
    """Return ``path``, or the first like it with a number that does not exist yet."""
    number = 1
    free = path
    while exists(free):
        number += 1
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
    return free


def is_folder(path: Path) -> bool:
    """Whether ``path`` is a folder one may look into."""
    try:
        return path.is_dir()
    except OSError:
        return False


def exists(path: Path) -> bool:
    """Whether there is something at ``path``, as far as one may look."""
    try:
        return path.exists()
    except OSError:
        return False
