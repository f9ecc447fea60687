"""Where the parts of the workspace stand, and how their places come back next time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.frames import frame_in

_SIDE = 260  # pixels of the list of loose cards, or a fifth of a small screen
_MORE = 80  # pixels more than that for the passages


class Arrangement(QSplitter):
    """Three columns: loose cards, the board with the paradigm below it, passages side by side.

    It is there before what stands in it: panels are made in ``loose``, ``board``, ``paradigm`` and
    ``comparison``, the last two a moment after the page is shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.loose = frame_in(self)
        self._middle = QSplitter(Qt.Orientation.Vertical, self)
        self.board, self.paradigm = frame_in(self._middle), frame_in(self._middle)
        self.comparison = frame_in(self)

    def restore(self, settings: Settings) -> None:
        """Take the places of last time, or else those that fit the screen."""
        middle = self._middle
        middle.setStretchFactor(0, 3)
        middle.setStretchFactor(1, 2)
        middle.setSizes([360, 240])  # whatever the paradigm has to say at first
        for place, stretch in enumerate((0, 1, 0)):
            self.setStretchFactor(place, stretch)
        for splitter in (self, middle):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(10)
        side = min(_SIDE, self.screen().availableGeometry().width() * 19 // 100)
        self.setSizes([side, 760, side + _MORE])
        for name, splitter in self._named():
            splitter.restoreState(settings.state(name))

    def keep(self, settings: Settings) -> None:
        """Remember the places for next time."""
        for name, splitter in self._named():
            settings.set_state(name, splitter.saveState())

    def _named(self) -> list[tuple[str, QSplitter]]:
        return [("splitter/axial", self), ("splitter/axial-middle", self._middle)]
