"""The list above, the row in full below: shared out by rows until somebody moves the handle."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from qcode.ui.workspaces.review.rows_view import FEWEST, DisagreementView

_SHARE = 0.45  # of the height that the list takes
_MOST = 12  # rows that it shows, however high its share is
_LEAST = 64  # pixels of the row in full: some lines of the words


class TalkSplit(QSplitter):
    """The list, made with this as its parent, then what shows one of its rows in full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._view: DisagreementView | None = None
        self.moved = False
        """Whether somebody has said how high the list is."""
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._hear)

    def join(self, view: DisagreementView, detail: QWidget) -> None:
        """Take the two parts, which are here already, as they are to be."""
        self._view = view
        view.setMinimumHeight(view.height_of(FEWEST))
        detail.setMinimumHeight(_LEAST)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)

    def restore(self, state: QByteArray) -> None:
        """Let it be as somebody left it."""
        self.moved = self.restoreState(state) and not state.isEmpty()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.moved:
            self.share()

    def share(self) -> None:
        """Give the list whole rows, as many as its share has room for."""
        room, view = self.height() - self.handleWidth(), self._view
        if view is None:
            return
        rows = int((room * _SHARE - view.height_of(0)) / view.row_height())
        most = max(FEWEST, min(rows, _MOST))
        listed = view.height_of(most)
        self.setSizes([listed, max(room - listed, 0)])

    def _hear(self) -> None:
        self.moved = True
