"""What is compared, kept up to date: read once in a worker, looked at from memory.

Workers touch no widget: what they are asked for is kept here, and what they bring is told by
signals. What comes too late, after something else was asked for, is dropped.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from qcode.model.errors import QcodeError
from qcode.model.records import Code
from qcode.model.review import Explanation
from qcode.services.agreement import narrowing
from qcode.services.review import disagreements, explaining, quoting
from qcode.services.review.disagreements import Disagreements
from qcode.ui.itemmodels.recount import Recount
from qcode.ui.shell.operation import quietly
from qcode.ui.shell.session import Session
from qcode.ui.workspaces.review.choice import Choice
from qcode.ui.workspaces.review.reading import Reading, Shown, View, read, show

REST = 1_200  # milliseconds without a change, before all is compared again


class Comparison(QObject):
    """Compares what ``choice`` says; ``reading``, ``shown`` and ``found`` are what came of it."""

    compared = Signal()
    """Everything was read: ``reading`` is new, ``shown`` too, and ``found`` is not known yet."""

    looked = Signal()
    """``shown`` is new: other codes or coders, or another measure."""

    listed = Signal(object)
    """Disagreements were found."""

    explained = Signal(object, object)
    """A code (None: none) and why its values are what they are (None: not known)."""

    def __init__(self, session: Session, choice: Choice, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.choice = choice
        self.view = View()
        self.reading = Reading()
        self.shown: Shown | None = None
        self.found: Disagreements | None = None
        self._code_id: int | None = None
        self._prepared = self._found_before = False
        self._over = False
        path = session.project.path
        self._comparing = Recount(self, path, self._read, self._take)
        self._looking = Recount(self, path, self._look, self._take_look)
        self._finding = Recount(self, path, self._find, self._take_found)
        self._explaining = Recount(self, path, self._why, self._take_why)
        self.resting = QTimer(self)
        self.resting.setSingleShot(True)
        self.resting.setInterval(REST)
        self.resting.timeout.connect(self.compare)

    def stop(self) -> None:
        """Read no more: the project is about to close."""
        self._over = True
        self.resting.stop()

    # ------------------------------------------------------------------ what is asked for

    def compare(self) -> None:
        """Read and compare everything."""
        if self._prepared:
            self._comparing.ask()
        else:  # figures are worked out with what takes a tenth of a second to load
            quietly(self, lambda _: _prepare(), self._begin)

    def choose(self, choice: Choice) -> None:
        """Compare something else."""
        self.choice = choice
        if self._prepared:
            self._comparing.ask()

    def rest(self) -> None:
        """Compare again when nothing has changed for a while."""
        if self._prepared:
            self.resting.start()

    def look(self, view: View) -> None:
        """Look at something else of what is compared."""
        self.view = view
        self._looking.ask()

    def explain(self, code_id: int | None) -> None:
        """Tell why the values of a code are what they are, as soon as that can be known."""
        self._code_id = code_id
        if self.found is not None:
            self._explaining.ask()

    def settle(self, found: Disagreements | None) -> None:
        """Take the disagreements with what is decided by now."""
        self.found = found
        self.explain(self._code_id)

    # ------------------------------------------------------------------ reading

    def _begin(self, _: object = None) -> None:
        self._prepared = True
        # Whatever the size of the file: the page is being laid out, and what is used for the first
        # time takes longer.
        self._comparing.ask_once(self._read, self._take)

    def _read(self) -> tuple[Reading, Shown | None]:
        if self._over:
            return self.reading, None
        view, before = self.view, self.reading.gathered
        reading = read(self._session.project, self.choice)
        if reading.gathered is None:
            return reading, None
        if before is None or [one.id for one in before.coders] != [
            one.id for one in reading.gathered.coders
        ]:
            view = replace(view, pair=None)  # these are other coders in other places
        return reading, show(reading, view)

    def _take(self, result: tuple[Reading, Shown | None]) -> None:
        if self._over:
            return
        self.reading, self.shown = result
        self.found = None
        self.compared.emit()
        if self.shown is not None:
            QTimer.singleShot(0, self, self._ask_to_find)  # what is there already is painted first

    def _ask_to_find(self) -> None:
        if self._found_before:
            self._finding.ask()
        else:
            self._found_before = True
            self._finding.ask_once(self._find, self._take_found)

    def _look(self) -> tuple[Reading, Shown | None]:
        reading = self.reading
        return reading, show(reading, self.view)

    def _take_look(self, result: tuple[Reading, Shown | None]) -> None:
        reading, shown = result
        if reading is self.reading and shown is not None:
            self.shown = shown
            self.looked.emit()

    def _find(self) -> tuple[Reading, Disagreements | None]:
        reading = self.reading
        if reading.gathered is None or self._over:
            return reading, None
        try:
            return reading, disagreements.find(self._session.project, reading.gathered)
        except QcodeError:  # something of it is gone by now: all is compared again soon
            return reading, None

    def _take_found(self, result: tuple[Reading, Disagreements | None]) -> None:
        reading, found = result
        if reading is self.reading and found is not None and not self._over:
            self.found = found
            self.listed.emit(found)

    def _why(self) -> tuple[Reading, Code | None, Explanation | None]:
        reading, found = self.reading, self.found
        gathered, agreement = reading.gathered, reading.agreement
        if gathered is None or agreement is None or found is None or self._over:
            return reading, None, None
        code = next((one for one in gathered.codes if one.id == self._code_id), None)
        if code is None:
            return reading, None, None
        try:
            return reading, code, explaining.why(gathered, agreement, found, code.id)
        except QcodeError:  # as above
            return reading, code, None

    def _take_why(self, result: tuple[Reading, Code | None, Explanation | None]) -> None:
        reading, code, told = result
        if reading is self.reading and not self._over:
            self.explained.emit(code, told)


def _prepare() -> None:
    narrowing.prepare()
    quoting.prepare()
