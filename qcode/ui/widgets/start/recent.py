"""The list of recent projects on the start page.

Made of buttons rather than of an item view: it is painted first of all, and an item view with its
delegate would load twice as much of Qt before that.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qcode.ui.shell.i18n import day
from qcode.ui.shell.settings import RecentProject

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QSize
    from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFontMetrics, QKeyEvent, QResizeEvent

    from qcode.ui.shell.operation import Progress

LOOK_AFTER = 200  # milliseconds until missing files are looked for: the page is painted first
PATH_WIDTH = 52  # average characters


class RecentList(QScrollArea):
    """Projects by name, path and day. Enter or a click opens, Delete takes off the list."""

    opened = Signal(object)  # Path
    forgotten = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[RecentRow] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setProperty("focusPolicy", 0)  # Qt.FocusPolicy.NoFocus: the rows are reached instead
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look_for_files)
        self.retranslate()

    @property
    def rows(self) -> list[RecentRow]:
        """The rows shown, latest project first."""
        return list(self._rows)

    def set_projects(self, projects: list[RecentProject]) -> None:
        """Show ``projects``; which files are gone is found out afterwards, off this thread."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [RecentRow(project, self, self._inside) for project in projects]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)
        if projects:
            self._timer.start(LOOK_AFTER)

    def retranslate(self) -> None:
        """Set every text again."""
        self.setAccessibleName(self.tr("Recent projects"))
        for row in self._rows:
            row.retranslate()

    def move_focus(self, row: RecentRow, step: int) -> None:
        """Give the focus to the row ``step`` places after ``row``, if there is one."""
        place = self._rows.index(row) + step
        if 0 <= place < len(self._rows):
            self._rows[place].setFocus()
            self.ensureWidgetVisible(self._rows[place])

    def _look_for_files(self) -> None:
        from qcode.ui.shell.operation import quietly

        projects = [row.project for row in self._rows]
        quietly(self, lambda progress: _missing(projects, progress), self._mark_missing)

    def _mark_missing(self, paths: list[Path]) -> None:
        for row in self._rows:
            row.set_missing(row.project.path in paths)


def _missing(projects: list[RecentProject], progress: Progress) -> list[Path]:
    result = []
    for done, project in enumerate(projects, 1):
        if project.missing:
            result.append(project.path)
        progress(done, len(projects))
    return result


class RecentRow(QPushButton):
    """One project: name over path, the day at the right, or a cross while the pointer is here."""

    def __init__(self, project: RecentProject, listing: RecentList, parent: QWidget) -> None:
        super().__init__(parent)
        self.project = project
        self._listing = listing
        self._missing = False
        self._cross: QPushButton | None = None
        self.setProperty("row", True)
        self.setToolTip(str(project.path))
        self._name = QLabel(project.name, self)
        self._path = QLabel(self)
        self._note = QLabel(self)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._name)
        words.addWidget(self._path)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(12, 7, 12, 7)
        self._line.setSpacing(12)
        self._line.addLayout(words, 1)
        self._line.addWidget(self._note)
        for label in (self._name, self._path):
            label.setMinimumWidth(1)  # gives way in a narrow window
        self._fit()
        self.clicked.connect(lambda: listing.opened.emit(project.path))
        self.retranslate()

    def _fit(self) -> None:
        """Cut path and name where the row is too narrow for them."""
        metrics = self.fontMetrics()
        room = PATH_WIDTH * metrics.averageCharWidth()
        if self.isVisible():
            aside = self._note.sizeHint().width() if self._note.isVisible() else 26
            room = min(room, self.width() - aside - 3 * 12 - 4)
        self._path.setText(elided(folder_of(self.project.path), metrics, room))
        bold = self._name.fontMetrics()
        self._name.setText(elided(self.project.name, bold, max(room, self.width() - 180)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def set_missing(self, missing: bool) -> None:
        """Show whether the file is gone."""
        if missing != self._missing:
            self._missing = missing
            self.retranslate()
            for label in (self._name, self._note):
                label.style().unpolish(label)
                label.style().polish(label)

    def retranslate(self) -> None:
        """Set every text again."""
        opened = day(self.project.opened)
        words = self.tr("{name}, {path}, opened {day}").format(
            name=self.project.name, path=self.project.path, day=opened
        )
        if self._missing:
            words = self.tr("{project}, file not found").format(project=words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.tr("Enter opens, Delete takes it off this list"))
        self._note.setText(self.tr("not found") if self._missing else opened)
        self._name.setProperty("role", "muted-title" if self._missing else "card-title")
        self._path.setProperty("role", "muted")
        self._note.setProperty("role", "warning" if self._missing else "muted")

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.layout().minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        key = event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._forget()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._listing.move_focus(self, 1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), self.click)
        menu.addAction(self.tr("Remove from this list"), self._forget)
        menu.popup(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_cross(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_cross(False)
        super().leaveEvent(event)

    def _show_cross(self, shown: bool) -> None:
        if self._cross is None:
            from PySide6.QtCore import Qt

            from qcode.ui.shell.icons import icon

            self._cross = QPushButton(self)
            self._cross.setProperty("flat", True)
            self._cross.setIcon(icon("close"))
            self._cross.setFixedSize(26, 26)
            self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Delete does the same
            self._cross.setToolTip(self.tr("Remove from this list"))
            self._cross.setAccessibleName(self.tr("Remove from this list"))
            self._cross.clicked.connect(self._forget)
            self._line.addWidget(self._cross)
        self._note.setVisible(not shown)
        self._cross.setVisible(shown)

    def _forget(self) -> None:
        self._listing.forgotten.emit(self.project.path)


def folder_of(path: Path) -> str:
    """Return the path as it is shown, the user's own folder shortened to ``~``."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path)


def elided(text: str, metrics: QFontMetrics, width: int) -> str:
    """Return ``text``, its middle replaced by … where it is wider than ``width`` pixels."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    low, high = 0, len(text) // 2
    while low < high:
        half = (low + high + 1) // 2
        if metrics.horizontalAdvance(f"{text[:half]}…{text[-half:]}") <= width:
            low = half
        else:
            high = half - 1
    return f"{text[:low]}…{text[-low:]}" if low else "…"
