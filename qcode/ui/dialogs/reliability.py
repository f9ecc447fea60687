"""Reliability of any table of ratings: pasted from a sheet or opened, measured at once.

The window stands beside the project's: one goes back to the sheet, copies, and pastes again.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from qcode.model.errors import QcodeError
from qcode.services.agreement import rating_export
from qcode.services.agreement.rating_tables import RatingTable
from qcode.services.agreement.ratings import NotOnOffer, Reliability
from qcode.ui.dialogs.form import MARGIN, TOP, note
from qcode.ui.dialogs.reliability_columns import CoderTicks
from qcode.ui.dialogs.reliability_reading import RatingReader
from qcode.ui.dialogs.reliability_results import ReliabilityResults
from qcode.ui.itemmodels.rating_rows import RatingRows
from qcode.ui.shell.errors import present
from qcode.ui.shell.i18n import joined, say
from qcode.ui.shell.settings import Settings

USUAL = QSize(1040, 660)
TYPING_MS = 300  # the values on offer are being typed
_LOOKED_AT = 100  # rows, for the widths of columns
_STATE = "dialog/reliability"


class ReliabilityWindow(QDialog):
    """Left the table and what is a coder in it, right the coefficients."""

    def __init__(self, parent: QWidget | None, settings: Settings) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._settings = settings
        self._reader = RatingReader(self)
        self._table: RatingTable | None = None

        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.about = note("")
        self.paste_button, self.open_button = QPushButton(), QPushButton()
        self.headed = QCheckBox()
        self.view = QTableView()
        self.rows = RatingRows()
        self.view.setModel(self.rows)
        self.view.setCornerButtonEnabled(False)
        self.view.setTabKeyNavigation(False)
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.view.horizontalHeader().setResizeContentsPrecision(_LOOKED_AT)
        self.empty = QLabel()
        self.empty.setProperty("role", "muted")
        self.empty.setMargin(24)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.values_label, self.values = QLabel(), QLineEdit()
        self.values_label.setBuddy(self.values)
        self.coders_label, self.columns = QLabel(), CoderTicks()
        self.complaint = note("")
        self.complaint.setProperty("role", "danger")
        self.results = ReliabilityResults()
        self.copy_button, self.save_button = QPushButton(), QPushButton()
        self.close_button = QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._take(None)
        room = self.screen().availableGeometry().size() - QSize(40, 60)
        if not self.restoreGeometry(settings.state(_STATE)):
            self.resize(USUAL.boundedTo(room))
        self.paste_button.setFocus()

    # ------------------------------------------------------------------ parts

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.addWidget(self.paste_button)
        ways.addWidget(self.open_button)
        ways.addSpacing(10)
        ways.addWidget(self.headed)
        ways.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(_framed(self.empty))
        self._stack.addWidget(self.view)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(ways)
        column.addWidget(self._stack, 1)
        column.addWidget(self.complaint)
        column.addWidget(self.coders_label)
        column.addWidget(self.columns)
        offered = QHBoxLayout()
        offered.setSpacing(10)
        offered.addWidget(self.values_label)
        offered.addWidget(self.values, 1)
        column.addLayout(offered)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(18)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.results)
        self._splitter.setStretchFactor(0, 5)
        self._splitter.setStretchFactor(1, 4)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.copy_button, self.save_button, self.close_button):
            foot.addWidget(button)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        around = QVBoxLayout(self)
        around.setContentsMargins(MARGIN, TOP, MARGIN, TOP)
        around.setSpacing(12)
        around.addWidget(self.heading)
        around.addWidget(self.about)
        around.addWidget(self._splitter, 1)
        around.addLayout(foot)

    def _connect(self) -> None:
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.measure)
        self.paste_button.clicked.connect(self.paste)
        self.open_button.clicked.connect(self._open)
        self.headed.clicked.connect(self._reader.again)
        self._reader.tableRead.connect(self._show_read)
        self._reader.measured.connect(self._show_measured)
        self.columns.changed.connect(self.measure)
        self.values.textEdited.connect(lambda _: self._typing.start())
        self.copy_button.clicked.connect(self._copy)
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.close)

    # ------------------------------------------------------------------ a table comes in

    def paste(self) -> None:
        """Take the table on the clipboard; anything else there is refused in a sentence."""
        self._reader.read_text(QGuiApplication.clipboard().text())

    def open(self, path: Path) -> None:
        """Take the table in a file."""
        self._reader.read_file(path)

    def _show_read(self, found: RatingTable | QcodeError, headed: bool | None) -> None:
        if isinstance(found, QcodeError):
            self._take(None if headed is None else self._table)
            self._complain(say(found.message))
        else:
            self._take(found)

    def _take(self, table: RatingTable | None) -> None:
        self._table = table
        self.rows.show_table(table)
        self._stack.setCurrentIndex(0 if table is None else 1)
        self.headed.setEnabled(self._reader.knows)
        self.headed.setChecked(table is None or table.headed)
        self.columns.show_table(table, self.view)
        QWidget.setTabOrder(self.columns.last() or self.view, self.values)
        self._complain("")
        for widget in (self.coders_label, self.columns, self.values_label, self.values):
            widget.setVisible(table is not None)
        if table is not None:
            self.view.resizeColumnsToContents()
            self.view.setCurrentIndex(self.rows.index(0, 0))
        self.measure()

    # ------------------------------------------------------------------ measuring

    def measure(self) -> None:
        """Measure in a worker what is chosen, and show it."""
        self._typing.stop()
        if self._table is None:
            self._reader.forget()
            self._show_found(None)
            return
        offered = self.values.text().replace("，", ",").replace(";", ",").split(",")
        self._reader.measure(self._table, offered, self.columns.chosen())

    def _show_measured(self, found: Reliability | QcodeError, coders: list[str]) -> None:
        if not isinstance(found, QcodeError):
            self.rows.mark(coders, None)
            self._complain("")
            self._show_found(found)
            return
        bad = (found.line, found.coder) if isinstance(found, NotOnOffer) else None
        place = self.rows.mark(coders, bad)
        if place.isValid():
            clear = QItemSelectionModel.SelectionFlag.Clear  # its own colour is to be seen
            self.view.selectionModel().setCurrentIndex(place, clear)
            self.view.scrollTo(place)
        self._complain(say(found.message))
        self._show_found(None)

    def _show_found(self, found: Reliability | None) -> None:
        self.results.show_found(found)
        self.results.setVisible(self._table is not None)
        if found is not None:
            self.values.setPlaceholderText(
                self.tr("those that occur: {values}").format(values=joined(found.values))
            )
        for button in (self.copy_button, self.save_button):
            button.setEnabled(found is not None)

    def _complain(self, sentence: str) -> None:
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))

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
        self.paste_button.setText(self.tr("&Paste"))
        self.open_button.setText(self.tr("&Open…"))
        self.headed.setText(self.tr("The &first row names the coders"))
        self.view.setAccessibleName(self.tr("Ratings"))
        self.empty.setText(
            self.tr(
                "Copy a table in Excel or SPSS and press Ctrl+V here.\nOr open a file, or drop one."
            )
        )
        self.coders_label.setText(self.tr("Coders that are compared"))
        self.values_label.setText(self.tr("&Values on offer"))
        self.values.setAccessibleDescription(
            self.tr("Commas part the values. Left empty, they are those that occur.")
        )
        self.values.setToolTip(self.values.accessibleDescription())
        self._name_copy()
        self.save_button.setText(self.tr("&Save…"))
        self.close_button.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.results.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste and copy from wherever the focus is, unless it is in a field."""
        if event.matches(QKeySequence.StandardKey.Paste):
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


def _framed(label: QLabel) -> QFrame:
    """Put the words where a file may be dropped into its frame."""
    frame = QFrame()
    frame.setProperty("role", "drop")
    QVBoxLayout(frame).addWidget(label)
    return frame
