"""Where the panels of the workspace stand, and how their places come back next time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.frames import column_of, framed

_SIDE = 290  # pixels, or a fifth of a small screen
_MOST_SIDE = 360  # on a large one
_WIDE_SIDE = 360  # with passages in it
_LEAST_LEFT = 150


class Arrangement(QSplitter):
    """Three columns: lists, text, knowledge. The passages stand below the text or in the third."""

    def __init__(
        self,
        lists: tuple[QWidget, QWidget],
        paper: QWidget,
        knowledge: tuple[QWidget, QWidget],
        passages: QWidget,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._left = column_of(*map(framed, lists))
        self._left.setSizes([300, 400])
        self._left.setMinimumWidth(_LEAST_LEFT)
        self._passages = framed(passages)
        self._passages.hide()
        self._middle = column_of(paper)
        self._pages = QStackedWidget()
        for page in knowledge:
            self._pages.addWidget(framed(page))
        self._right = column_of(self._pages)
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
        place.addWidget(self._passages)
        for number, stretch in enumerate(parts):
            place.setStretchFactor(number, stretch)
        if beside and not self._passages.isHidden():
            self._make_room()

    def show_passages(self, shown: bool) -> None:
        """Show the passages, or hide them."""
        self._passages.setVisible(shown)
        if shown and self.beside:
            self._make_room()

    def passages_shown(self) -> bool:
        """Whether the passages are to be seen."""
        return not self._passages.isHidden()

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
