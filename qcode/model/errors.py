"""Errors that a user can meet: one plain sentence saying what happened and what to do.

Everything else that is raised is a bug and is reported as one. Only ``ui/shell/errors.py`` and
``cli/main.py`` present errors.
"""

from __future__ import annotations

from qcode.model.messages import Message, Param


class QcodeError(Exception):
    """An expected failure: bad input, a locked or damaged file, a rule of the method.

    ``template`` is an English sentence marked with ``QT_TRANSLATE_NOOP("core", …)``.
    """

    def __init__(self, template: str, **params: Param) -> None:
        self.message = Message(template, params)
        super().__init__(self.message.text())


class ProjectLocked(QcodeError):
    """Another window or command is writing to the project; reading is still possible."""


class WriteProtected(QcodeError):
    """The file, its folder or its disk cannot be written; reading is still possible."""


class NewerSchema(QcodeError):
    """The project was written by a newer qcode; it can only be opened read-only."""


class DamagedProject(QcodeError):
    """The file cannot be read completely; a backup of it should be restored."""


class ReadOnlyProject(QcodeError):
    """A change was asked of a project that was opened for reading."""


class Cancelled(QcodeError):
    """The user stopped a long piece of work; nothing of it was kept."""
