"""How often a code occurs: counted in a worker, since it takes reading every coding."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from qcode.model.errors import QcodeError
from qcode.services import codes
from qcode.ui.shell.operation import Job, Progress, quietly
from qcode.ui.shell.session import Session

if TYPE_CHECKING:
    from qcode.services.project import Project

PAUSE = 150
"""Milliseconds that a code must stay chosen before it is counted."""

REST = 900
"""Milliseconds without a change before it is counted again: a worker slows the next step."""


class Figures(NamedTuple):
    """Distinct passages of a code and all below, documents with them, passages of its own."""

    passages: int
    documents: int
    own: int


def figures(project: Project, code_id: int) -> Figures | None:
    """Count the passages of a code; None when it is gone."""
    guid, own = "", 0
    for code in codes.tree(project):
        if code.id == code_id:
            guid, own = code.guid, code.passages
    for row in codes.rows(project):
        if row["guid"] == guid:
            return Figures(int(str(row["subtree_codings"])), int(str(row["documents"])), own)
    return None


class FigureReader(QObject):
    """Counts one code at a time; a newer request makes an older one void."""

    ready = Signal(int, object)  # code id, Figures

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._code_id: int | None = None
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._count)

    def ask(self, code_id: int | None, *, again: bool = False) -> None:
        """Count ``code_id`` soon, ``again`` after a change somewhat later; None: nothing more."""
        self._code_id = code_id
        if self._job is not None:
            self._job.drop()
            self._job = None
        if code_id is None:
            self._timer.stop()
        else:
            self._timer.start(REST if again else PAUSE)

    def _count(self) -> None:
        code_id = self._code_id
        if code_id is None:
            return

        def work(progress: Progress) -> Figures | None:
            del progress
            try:
                return figures(self._session.project, code_id)
            except QcodeError:  # closed meanwhile, or out of reach: the next step will say so
                return None

        def done(found: Figures | None) -> None:
            if found is not None and code_id == self._code_id:
                self.ready.emit(code_id, found)

        self._job = quietly(self, work, done)
