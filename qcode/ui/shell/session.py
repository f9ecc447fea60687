"""An open project as the window knows it: one signal for every change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qcode.model.changes import ChangeSet
from qcode.services import coders
from qcode.ui.shell.operation import Operation

if TYPE_CHECKING:
    from qcode.services.project import Project


class Session(QObject):
    """Wraps a project; panels read through ``project`` and hear of changes through ``changed``.

    ``changed`` carries the ``ChangeSet`` of each committed step, undo and redo included.
    ``viewChanged`` comes after it, or after ``coderChanged``, when other codings or memos than
    before are to be seen at all, since coders work blind: whatever was read is to be read again.
    ``gathered`` comes last of all, once for everything inside a ``together``.
    """

    changed = Signal(object)  # ChangeSet
    coderChanged = Signal(str)
    viewChanged = Signal()
    gathered = Signal()

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self._view = coders.view(project)
        self._inside = 0
        self._unsubscribe = project.subscribe(self._tell)

    @property
    def writable(self) -> bool:
        """Whether changes are possible."""
        return not self.project.read_only

    @property
    def blind(self) -> bool:
        """Whether coders work blind."""
        return self._view is not None

    def run(
        self,
        parent: QWidget | None,
        label: str,
        function: Callable[..., Any],
        /,
        *args: Any,
        **kwargs: Any,
    ) -> Any:
        """Change the project by a service function; a refusal is shown and gives None."""
        return Operation(self.project, label, function, *args, **kwargs).run(parent)

    @property
    def gathering(self) -> bool:
        """Whether more is to come, and ``gathered`` will tell when it is over."""
        return self._inside > 0

    @contextmanager
    def together(self) -> Iterator[None]:
        """What happens inside is one thing to the user: who answers to all of it answers once.

        A step that is told is one by itself; with what is chosen after it, it is one again.
        """
        with self.project.together():
            self._inside += 1
            try:
                yield
            finally:
                self._inside -= 1
                if not self._inside:
                    self.gathered.emit()

    def act_as(self, name: str) -> None:
        """Change who codes."""
        self.project.act_as(name)
        before, self._view = self._view, coders.view(self.project)
        self.coderChanged.emit(self.project.coder)
        if before != self._view:
            self.viewChanged.emit()

    def close(self) -> None:
        """Stop telling and close the file."""
        self._unsubscribe()
        self.project.close()

    def _tell(self, changes: ChangeSet) -> None:
        if changes.touches("setting") or (self.blind and changes.touches("work", "coder")):
            before, self._view = self._view, coders.view(self.project)
        else:
            before = self._view
        with self.together():
            self.changed.emit(changes)
            if before != self._view:
                self.viewChanged.emit()
