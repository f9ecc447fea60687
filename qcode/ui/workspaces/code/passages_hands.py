"""What keys and clicks on the list of passages do, or ask others to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, SignalInstance
from PySide6.QtGui import QGuiApplication

from qcode.model.records import Passage
from qcode.ui.shell.operation import Operation, background
from qcode.ui.workspaces.code.passages_copy import Quotations, quotations

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.passages_panel import PassagesPanel

_KEYS = (
    Qt.Key.Key_R,
    Qt.Key.Key_T,
    Qt.Key.Key_M,
    Qt.Key.Key_K,
    Qt.Key.Key_N,
    Qt.Key.Key_P,
)


MOST = 50
"""Rows that are unfolded at once: each is read from its text."""


PROMPT = 200
"""Passages that are copied at once."""


class PassageHands(QObject):
    """Turns what the list tells into deeds on the marked rows."""

    def __init__(self, panel: PassagesPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        listed = panel.list
        listed.letters = frozenset(_KEYS)
        listed.removePressed.connect(lambda: self._ask(panel.removeRequested))
        listed.unfoldPressed.connect(self._unfold)
        listed.keyPressed.connect(self._key)
        listed.copyPressed.connect(self.copy)
        listed.customContextMenuRequested.connect(self._ask_menu)

    def marked(self) -> list[Passage]:
        """Return the passages of the marked rows, from top to bottom; their labels say no place."""
        found = (self._panel.model.unlabelled_at(row) for row in self._panel.list.marked_rows())
        return [passage for passage in found if passage is not None]

    def copy(self) -> None:
        """Put the marked passages on the clipboard as quotations with their labels.

        Many of them are written out by a worker, with a bar and Cancel; until it is done the
        clipboard keeps what it has.
        """
        panel = self._panel
        listed = [(passage, panel.model.code_of(passage)) for passage in self.marked()]
        project = panel.session.project
        if len(listed) > PROMPT:
            background(
                panel,
                lambda progress: quotations(project, listed, progress),
                _offer,
                title=self.tr("Copying the passages"),
            )
        elif listed:
            found = Operation(
                project, self.tr("Copying the passages"), quotations, listed, _unwatched
            ).run(panel)
            if found is not None:
                _offer(found)

    def _key(self, key: int) -> None:
        match key:
            case Qt.Key.Key_K:
                self._panel.toggle_pinned()
            case Qt.Key.Key_N:
                self._panel.next_passage(1)
            case Qt.Key.Key_P:
                self._panel.next_passage(-1)
            case Qt.Key.Key_R:
                self._ask(self._panel.recodeRequested)
            case Qt.Key.Key_T:
                self._ask(self._panel.typicalRequested)
            case Qt.Key.Key_M:
                self._ask(self._panel.memoRequested)

    def _ask(self, signal: SignalInstance) -> None:
        marked = self._panel.selected_codings()
        if marked and self._panel.session.writable:
            signal.emit(marked)

    def _ask_menu(self, place: QPoint) -> None:
        marked = self._panel.selected_codings()
        if marked:
            self._panel.menuRequested.emit(self._panel.list.viewport().mapToGlobal(place), marked)

    def _unfold(self, rows: list[int], wanted: bool | None) -> None:
        found = [self._panel.model.passage_at(row) for row in rows[:MOST]]
        codings = [passage.coding_id for passage in found if passage is not None]
        unfolded = self._panel.model.unfolded
        if wanted is None:
            wanted = any(one not in unfolded for one in codings)
        if wanted:
            unfolded.unfold(codings)
        else:
            unfolded.fold(codings)
        if len(rows) == 1:
            self._panel.list.scrollTo(self._panel.model.index(rows[0]))


def _offer(found: Quotations) -> None:
    QGuiApplication.clipboard().setMimeData(found.mime_data())


def _unwatched(done: int, total: int = 0, what: object = None) -> None:
    """Nobody waits for a few passages."""
