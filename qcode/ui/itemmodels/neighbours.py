"""What lies around those passages that a reader has unfolded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from qcode.model.changes import ChangeSet
from qcode.model.errors import QcodeError
from qcode.model.records import Code
from qcode.services import passages
from qcode.services.passages import Neighbour, Neighbours
from qcode.ui.shell.session import Session

PAUSE = 120
"""Milliseconds after a change before unfolded passages are read again."""


Around = tuple[Neighbours, list[tuple[Neighbour, Code]]]
"""The words around a passage, and the other codings on it with their codes."""


class Unfolded(QObject):
    """Reads the neighbours of passages when they are unfolded, and again after changes."""

    changed = Signal(list)  # coding ids

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: dict[int, Neighbours] = {}
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(PAUSE)
        self._again.timeout.connect(self._read_again)
        session.changed.connect(self._after_change)
        session.viewChanged.connect(self._read_again)

    def __contains__(self, coding_id: int) -> bool:
        return coding_id in self._known

    def codings(self) -> list[int]:
        """Return the codings that are unfolded."""
        return list(self._known)

    def unfold(self, coding_ids: Iterable[int]) -> None:
        """Read what lies around some passages; those that are gone stay folded."""
        unknown = [one for one in coding_ids if one not in self._known]
        if unknown:
            found = passages.neighbours(self._session.project, unknown)
            self._known.update(found)
            self.changed.emit(list(found))

    def fold(self, coding_ids: Iterable[int]) -> None:
        """Forget what lies around some passages."""
        gone = [one for one in coding_ids if self._known.pop(one, None) is not None]
        if gone:
            self.changed.emit(gone)

    def clear(self) -> None:
        """Fold everything."""
        self.fold(list(self._known))

    def around(self, coding_id: int, codes: Mapping[int, Code]) -> Around | None:
        """Return what lies around an unfolded passage, None for a folded one."""
        words = self._known.get(coding_id)
        if words is None:
            return None
        return words, [(one, codes[one.code_id]) for one in words.others if one.code_id in codes]

    def _after_change(self, changes: ChangeSet) -> None:
        if self._known and changes.touches("coding", "selection", "code", "coder", "document"):
            self._again.start()

    def _read_again(self) -> None:
        if not self._known:
            return
        try:
            now = passages.neighbours(self._session.project, self._known)
        except QcodeError:  # closed meanwhile: nobody looks any more
            return
        touched = [one for one, words in self._known.items() if now.get(one) != words]
        self._known = now
        if touched:
            self.changed.emit(touched)
