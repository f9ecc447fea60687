"""The first page: what to do, and where one was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qcode.ui.shell import icons, theme
from qcode.ui.shell.settings import RecentProject
from qcode.ui.widgets.start.recent import RecentList

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent

WIDTH, HEIGHT = 940, 500  # logical pixels of the contents at most
# Lines of text, average letters: below there is no room for what only explains.
LOW, NARROW = 25, 120


class StartPage(QFrame):
    """Shown while no project is open. It knows no settings and opens nothing: it asks.

    The window calls ``retranslate`` and ``restyle`` after a change of language or theme. (Events
    would do it, but the first paint would have to wait until Python knows all kinds of them.)
    """

    newRequested = Signal()
    openRequested = Signal(object)  # Path of a recent project, or None: ask which
    sampleRequested = Signal()
    filesDropped = Signal(list)  # Paths of texts or of a project
    forgetRequested = Signal(object)  # Path to take off the list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.setAcceptDrops(True)
        # Every widget is born into its place: one that moves into a parent later is styled twice.
        self._content = QWidget(self)
        self._panel = QFrame(self._content)
        self._panel.setProperty("role", "panel")
        self._mark = QLabel(self._content)
        self._mark.setPixmap(icons.pixmap("qcode", 52, ""))
        self._title = _label("title", self._content)
        self._title.setText("qcode")
        self._purpose = _label("muted", self._content)
        self._new = ActionCard("new", self.newRequested.emit, self._content)
        self._new.setProperty("primary", True)
        self._new.restyle()
        self._open = ActionCard("open", lambda: self.openRequested.emit(None), self._content)
        self._sample = ActionCard("sample", self.sampleRequested.emit, self._content)
        self._section = _label("section", self._panel)
        self._recent = RecentList(self._panel)
        self._recent.opened.connect(self.openRequested)
        self._recent.forgotten.connect(self.forgetRequested)
        self._first_steps = FirstSteps(self._panel)
        self._drop = DropHint(self._content)
        self._lay_out()
        self.retranslate()
        self.set_recent([])

    def set_recent(self, projects: list[RecentProject]) -> None:
        """Show the projects opened before, latest first, or the first steps if there are none."""
        self._recent.set_projects(projects)
        self._recent.setVisible(bool(projects))
        self._first_steps.setVisible(not projects)
        self._section.setText(self.tr("Recent projects") if projects else self.tr("First steps"))

    def take_focus(self) -> None:
        """Give the keyboard to what is most likely wanted: the latest project, or a new one."""
        first = self._recent.rows[0] if self._recent.rows else self._new
        first.setFocus()

    def retranslate(self) -> None:
        """Set every text again."""
        self.setAccessibleName(self.tr("Start page"))
        self._purpose.setText(
            self.tr("Grounded-theory coding of texts. Everything stays on this computer.")
        )
        self._new.say(self.tr("New project"), self.tr("One file for your texts, codes and memos"))
        self._open.say(self.tr("Open project…"), self.tr("Go on with a file you have"))
        self._sample.say(
            self.tr("Open the sample"), self.tr("Interviews already coded, to look around in")
        )
        self._section.setText(
            self.tr("Recent projects") if self._recent.rows else self.tr("First steps")
        )
        self._drop.say(self.tr("Drop texts or a project here"))
        self._first_steps.retranslate()
        self._recent.retranslate()

    def restyle(self) -> None:
        """Draw the pictures again in the colours of the theme."""
        self._mark.setPixmap(icons.pixmap("qcode", 52, ""))
        for part in (self._new, self._open, self._sample, self._drop):
            part.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small or much enlarged screen leave out what only explains."""
        metrics = self.fontMetrics()
        low = self.height() < LOW * metrics.height()
        narrow = self.width() < NARROW * metrics.averageCharWidth()
        self._drop.setVisible(not low)
        for card in (self._new, self._open, self._sample):
            card.shorten(low or narrow)
        super().resizeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._drop.light_up(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.light_up(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.light_up(False)
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.filesDropped.emit(paths)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._purpose)
        header = QHBoxLayout()
        header.setSpacing(16)
        header.addWidget(self._mark)
        header.addLayout(words, 1)

        cards = QVBoxLayout()
        cards.setSpacing(10)
        for card in (self._new, self._open, self._sample):
            cards.addWidget(card)
        cards.addWidget(self._drop, 1000)
        cards.addStretch(1)

        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(8, 14, 8, 8)
        inside.setSpacing(8)
        self._section.setContentsMargins(_TEXT_INSET, 0, 0, 0)
        inside.addWidget(self._section)
        inside.addWidget(self._recent, 1)
        inside.addWidget(self._first_steps, 1)

        body = QGridLayout()
        body.setHorizontalSpacing(24)
        body.setColumnStretch(0, 5)
        body.setColumnStretch(1, 8)
        body.addLayout(cards, 0, 0)
        body.addWidget(self._panel, 0, 1)

        self._content.setMaximumSize(WIDTH, HEIGHT)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        column.addLayout(header)
        column.addLayout(body, 1)

        around = QGridLayout(self)
        around.setContentsMargins(32, 28, 32, 28)
        around.setColumnStretch(0, 1)
        around.setColumnStretch(1, 1000)
        around.setColumnStretch(2, 1)
        around.setRowStretch(0, 1)
        around.setRowStretch(1, 1000)
        around.setRowStretch(2, 2)
        around.addWidget(self._content, 1, 1)


_TEXT_INSET = 12


def _label(role: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    return label


class ActionCard(QPushButton):
    """A large button: picture, what it does, and one line about it."""

    def __init__(self, picture: str, action: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = picture
        self.setProperty("card", True)
        self.setAutoDefault(True)
        self._image = QLabel(self)
        self._title = _label("card-title", self)
        self._about = _label("card-about", self)
        self._about.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._about)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 13, 16, 13)
        row.setSpacing(14)
        row.addWidget(self._image)
        row.addLayout(words, 1)
        self.clicked.connect(lambda: action())
        self.restyle()

    def say(self, title: str, about: str) -> None:
        """Set the words."""
        self._title.setText(title)
        self._about.setText(about)
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)

    def shorten(self, short: bool) -> None:
        """Leave out the line about it, which screen readers still say, or show it."""
        self._about.setVisible(not short)

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.layout().minimumSize()

    def restyle(self) -> None:
        """Draw the picture in the colours of the theme."""
        shown = theme.current()
        color = shown.on_accent if self.property("primary") else shown.accent
        self._image.setPixmap(icons.pixmap(self._picture, 24, color))


class FirstSteps(QWidget):
    """What to do with an empty program, in three lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[QLabel] = []
        grid = self._grid = QGridLayout(self)
        grid.setHorizontalSpacing(14)
        self._space_out(14)
        grid.setColumnStretch(1, 1)
        for row in range(3):
            number = _label("step", self)
            number.setText(str(row + 1))
            number.setFixedSize(26, 26)
            line = QLabel(self)
            line.setWordWrap(True)
            self._lines.append(line)
            grid.addWidget(number, row, 0)
            grid.addWidget(line, row, 1)
        self._note = _label("muted", self)
        self._note.setWordWrap(True)
        grid.addWidget(self._note, 3, 0, 1, 2)
        grid.setRowStretch(4, 1)

    def _space_out(self, gap: int) -> None:
        self._grid.setVerticalSpacing(gap)
        self._grid.setContentsMargins(_TEXT_INSET, gap // 2 - 1, 16, gap - 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up air where a low window would cut words."""
        super().resizeEvent(event)
        self._space_out(14)
        if self._grid.heightForWidth(self.width()) > self.height():
            self._space_out(5)

    def retranslate(self) -> None:
        """Set every text again."""
        for line, text in zip(
            self._lines,
            (
                self.tr("Make a project and bring in interviews, field notes or abstracts."),
                self.tr("Select words that matter and press Enter."),
                self.tr("Name what they say. That name is your first code."),
            ),
            strict=True,
        ):
            line.setText(text)
        self._note.setText(
            self.tr("There is nothing to save: every step is kept, and every step can be undone.")
        )


class DropHint(QFrame):
    """Says that files may be dropped, and lights up while some are held over the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        self._image = QLabel(self)
        self._text = _label("muted", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self._image)
        row.addWidget(self._text)
        row.addStretch(1)
        self.restyle()

    def say(self, text: str) -> None:
        """Set the words."""
        self._text.setText(text)

    def light_up(self, on: bool) -> None:
        """Show whether what is held over the page would be taken."""
        self.setProperty("active", on)
        self.style().unpolish(self)
        self.style().polish(self)

    def restyle(self) -> None:
        """Draw the picture in the colours of the theme."""
        self._image.setPixmap(icons.pixmap("import", 20, theme.current().muted))
