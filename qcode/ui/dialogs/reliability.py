"""Reliability of any table of ratings: pasted from a sheet or opened, measured at once.

The window stands beside the project's: one goes back to the sheet, copies, and pastes again.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from qcode.model.errors import QcodeError
from qcode.services.agreement import rating_export
from qcode.services.agreement.rating_tables import RatingTable
from qcode.services.agreement.ratings import NotOnOffer, Reliability
from qcode.ui.dialogs.form import MARGIN, TOP, note
from qcode.ui.dialogs.reliability_reading import RatingReader
from qcode.ui.dialogs.reliability_results import ReliabilityResults
from qcode.ui.dialogs.reliability_table import RatingSide
from qcode.ui.shell.errors import present
from qcode.ui.shell.i18n import say
from qcode.ui.shell.settings import Settings

USUAL = QSize(1040, 660)
PATIENCE_MS = 300  # before it is said that something is being read or measured
_STATE = "dialog/reliability"


class ReliabilityWindow(QDialog):
    """Left the table and what is a coder in it, right the coefficients."""

    def __init__(self, parent: QWidget | None, settings: Settings) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._settings = settings
        self._reader = RatingReader(self)
        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.about = note("")
        self.side = RatingSide()
        self.results = ReliabilityResults()
        self.doing = QLabel()
        self.doing.setProperty("role", "muted")
        self.copy_button, self.save_button = QPushButton(), QPushButton()
        self.close_button = QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._take(None)
        room = self.screen().availableGeometry().size() - QSize(40, 60)
        if not self.restoreGeometry(settings.state(_STATE)):
            self.resize(USUAL.boundedTo(room))
        self.side.paste_button.setFocus()

    # ------------------------------------------------------------------ parts

    def _lay_out(self) -> None:
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(18)
        splitter.addWidget(self.side)
        splitter.addWidget(self.results)
        splitter.setStretchFactor(0, 5)
        splitter.setStretchFactor(1, 4)
        splitter.setSizes([500, 400])  # at first; then as the stretches say
        foot = QHBoxLayout()
        foot.addWidget(self.doing)
        foot.addStretch(1)
        for button in (self.copy_button, self.save_button, self.close_button):
            foot.addWidget(button)
        around = QVBoxLayout(self)
        around.setContentsMargins(MARGIN, TOP, MARGIN, TOP)
        around.setSpacing(12)
        around.addWidget(self.heading)
        around.addWidget(self.about)
        around.addWidget(splitter, 1)
        around.addLayout(foot)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(
            lambda: self.doing.setText(self.tr("Reading and measuring…"))
        )
        self.side.paste_button.clicked.connect(self.paste)
        self.side.open_button.clicked.connect(self._open)
        self.side.headed.clicked.connect(self._reader.again)
        self.side.changed.connect(self.measure)
        self._reader.begun.connect(self._patience.start)
        self._reader.ended.connect(self._rest)
        self._reader.tableRead.connect(self._show_read)
        self._reader.measured.connect(self._show_measured)
        self.copy_button.clicked.connect(self._copy)
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.close)

    def _rest(self) -> None:
        self._patience.stop()
        self.doing.setText("")

    # ------------------------------------------------------------------ a table comes in

    def paste(self) -> None:
        """Take the table on the clipboard; anything else there is refused in a sentence."""
        self._reader.read_text(QGuiApplication.clipboard().text())

    def open(self, path: Path) -> None:
        """Take the table in a file."""
        self._reader.read_file(path)

    def _show_read(self, found: RatingTable | QcodeError, headed: bool | None) -> None:
        if isinstance(found, QcodeError):
            self._take(None if headed is None else self.side.table)
            self.side.complain(say(found.message))
        else:
            self._take(found)

    def _take(self, table: RatingTable | None) -> None:
        self.side.show_table(table, known=self._reader.knows)
        self.measure()

    # ------------------------------------------------------------------ measuring

    def measure(self) -> None:
        """Measure in a worker what is chosen, and show it."""
        side = self.side
        if side.table is None:
            self._reader.forget()
            self._show_found(None)
        else:
            self._reader.measure(
                side.table, side.offered(), side.columns.chosen(), side.also_missing()
            )

    def _show_measured(self, found: Reliability | QcodeError, coders: list[str]) -> None:
        if isinstance(found, QcodeError):
            self.side.mark(coders, found if isinstance(found, NotOnOffer) else None)
            self.side.complain(say(found.message))
            self._show_found(None)
            return
        self.side.mark(coders)
        self.side.complain("")
        self._show_found(found)

    def _show_found(self, found: Reliability | None) -> None:
        self.results.show_found(found)
        self.results.setVisible(self.side.table is not None)
        if found is not None:
            self.side.show_values(found.values)
        for button in (self.copy_button, self.save_button):
            button.setEnabled(found is not None)

    # ------------------------------------------------------------------ files and the clipboard

    def _open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Open a table of ratings"),
            self._settings.folder("import"),
            self.tr("Tables (*.xlsx *.csv *.tsv *.txt *.dat);;All files (*)"),
        )
        if name:
            self._settings.set_folder("import", str(Path(name).parent))
            self.open(Path(name))

    def _copy(self) -> None:
        self.results.copy()
        self.copy_button.setText(self.tr("Copied"))
        QTimer.singleShot(1500, self, self._name_copy)

    def _name_copy(self) -> None:
        self.copy_button.setText(self.tr("&Copy the results"))

    def _save(self) -> None:
        title, stem = self.tr("Save the results"), self.tr("agreement")
        name, _ = QFileDialog.getSaveFileName(
            self,
            title,
            str(Path(self._settings.folder("export")) / f"{stem}.xlsx"),
            self.tr("Excel (*.xlsx);;CSV (*.csv)"),
        )
        if not name:
            return
        self._settings.set_folder("export", str(Path(name).parent))
        try:
            rating_export.write(self.results.found, Path(name), say)
        except QcodeError as error:
            present(self, error, title)

    # ------------------------------------------------------------------ words and events

    def retranslate(self) -> None:
        """Set every text again."""
        self.heading.setText(self.tr("Agreement in a table of ratings"))
        self.setWindowTitle(self.heading.text())
        self.about.setText(
            self.tr(
                "A row is a unit, a column a coder, an empty cell a missing rating. Semicolons part"
                " the codes of a set; one alone is the set of none."
            )
        )
        self.setAccessibleDescription(self.about.text())
        self._name_copy()
        self.save_button.setText(self.tr("&Save…"))
        self.close_button.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.side.retranslate()
            self.results.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste and copy from wherever the focus is, unless it is in a field.

        Enter presses the button that has the focus: none is pressed from elsewhere.
        """
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, QPushButton):
                focused.click()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy) and self.results.found is not None:
            self._copy()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.open(files[0])

    def done(self, result: int) -> None:
        self._settings.set_state(_STATE, self.saveGeometry())
        super().done(result)
