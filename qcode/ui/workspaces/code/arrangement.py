"""Where the panels of the workspace stand, and how their places come back next time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QWidget

from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.frames import frame_in, framed

_SIDE = 290  # pixels, or a fifth of a small screen
_MOST_SIDE = 360  # on a large one
_WIDE_SIDE = 360  # with passages in it
_LEAST_LEFT = 150
_LEAST_RIGHT = 244, 209  # of the largest page of knowledge, whichever are made


class Arrangement(QSplitter):
    """Three columns: lists, text, knowledge. The passages stand below the text or in the third.

    It is there before what stands in it: panels are made in ``documents``, ``codes``, ``sheet``,
    ``inspector``, ``history`` and ``passages``, some of them long after the window is shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._left, self._middle, self._right = (
            QSplitter(Qt.Orientation.Vertical, self) for _ in range(3)
        )
        self.documents, self.codes = (self._framed_in(self._left) for _ in range(2))
        self._left.setSizes([300, 400])
        self._left.setMinimumWidth(_LEAST_LEFT)
        self.sheet = frame_in(self._middle, "paper")
        self._middle.addWidget(self.sheet)
        self._pages = QStackedWidget(self._right)
        self._pages.setMinimumSize(*_LEAST_RIGHT)
        self._right.addWidget(self._pages)
        self.inspector, self.history = frame_in(self._pages), frame_in(self._pages)
        self._pages.addWidget(self.inspector)
        self._pages.addWidget(self.history)
        self.passages = frame_in(self._middle)
        self.passages.hide()
        for part, stretch in ((self._left, 0), (self._middle, 1), (self._right, 0)):
            self.addWidget(part)
            self.setStretchFactor(self.count() - 1, stretch)
        screen = self.screen().availableGeometry().width()
        side = max(min(_SIDE, screen * 21 // 100), min(_MOST_SIDE, screen * 17 // 100))
        self.setSizes([side, 780, side])
        self.beside = False
        self.put_passages(False)
        for splitter in (self, self._left, self._middle, self._right):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(10)

    @staticmethod
    def _framed_in(column: QSplitter) -> QFrame:
        frame = frame_in(column)
        column.addWidget(frame)
        return frame

    def add_page(self, page: QWidget) -> None:
        """Take one more page of knowledge, made when it is first wanted."""
        self._pages.addWidget(framed(page))

    def show_page(self, number: int) -> None:
        """Show one of the pages of knowledge: 0 the inspector, 1 the history, 2 the memos."""
        self._pages.setCurrentIndex(number)

    # ------------------------------------------------------------------ the passages

    def put_passages(self, beside: bool) -> None:
        """Put the passages into the third column, or below the text."""
        self.beside = beside
        place, parts = (self._right, (1, 2)) if beside else (self._middle, (3, 1))
        place.addWidget(self.passages)
        for number, stretch in enumerate(parts):
            place.setStretchFactor(number, stretch)
        if beside and not self.passages.isHidden():
            self._make_room()

    def show_passages(self, shown: bool) -> None:
        """Show the passages, or hide them."""
        self.passages.setVisible(shown)
        if shown and self.beside:
            self._make_room()

    def passages_shown(self) -> bool:
        """Whether the passages are to be seen."""
        return not self.passages.isHidden()

    def _make_room(self) -> None:
        left, middle, right = self.sizes()
        more = min(_WIDE_SIDE - right, middle // 4)
        if more > 0:
            self.setSizes([left, middle - more, right + more])

    # ------------------------------------------------------------------ next time

    def restore(self, settings: Settings) -> None:
        """Take the places of last time."""
        self.put_passages(settings.passages == "beside")
        for name, splitter in self._named():
            splitter.restoreState(settings.state(name))

    def keep(self, settings: Settings) -> None:
        """Remember the places for next time."""
        settings.passages = "beside" if self.beside else "below"
        for name, splitter in self._named():
            settings.set_state(name, splitter.saveState())

    def _named(self) -> list[tuple[str, QSplitter]]:
        return [
            ("splitter/code", self),
            ("splitter/code-left", self._left),
            ("splitter/code-middle", self._middle),
            ("splitter/code-right", self._right),
        ]
