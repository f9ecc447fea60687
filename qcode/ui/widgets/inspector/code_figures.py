"""How often a code occurs: counted in a worker, since it may take reading every coding."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from qcode.model.errors import QcodeError
from qcode.services import codes
from qcode.ui.shell.operation import Job, Progress, quietly
from qcode.ui.shell.session import Session

PAUSE = 150
"""Milliseconds that a code must stay chosen before it is counted."""

REST = 900
"""Milliseconds without a change before it is counted again: a worker slows the next step."""


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

        def work(progress: Progress) -> codes.Figures | None:
            del progress
            try:
                return codes.figures(self._session.project, code_id)
            except QcodeError:  # closed meanwhile, or out of reach: the next step will say so
                return None

        def done(found: codes.Figures | None) -> None:
            if found is not None and code_id == self._code_id:
                self.ready.emit(code_id, found)

        self._job = quietly(self, work, done)
