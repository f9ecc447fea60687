"""The side of the reliability window that shows the table, and asks what its cells and columns are.

Which columns are coders, which values were on offer, and what else stands for a missing rating.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from qcode.services.agreement.rating_tables import RatingTable
from qcode.services.agreement.ratings import NotOnOffer
from qcode.ui.dialogs.form import note
from qcode.ui.dialogs.reliability_columns import CoderTicks
from qcode.ui.itemmodels.rating_rows import RatingRows
from qcode.ui.shell.i18n import joined

TYPING_MS = 300  # values are being typed
_LOOKED_AT = 100  # rows, for the widths of columns
_MEASURED = 30  # columns whose width is that of their contents; more of them would take seconds


class RatingSide(QWidget):
    """``changed`` tells that a person wants it measured otherwise; typing is let come to rest."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: RatingTable | None = None
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
        self.complaint = note("")
        self.complaint.setProperty("role", "danger")
        self.coders_label, self.columns = QLabel(), CoderTicks()
        self.values_label, self.values = QLabel(), QLineEdit()
        self.missing_label, self.missing = QLabel(), QLineEdit()
        self.values_label.setBuddy(self.values)
        self.missing_label.setBuddy(self.missing)
        self._lay_out()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.changed)
        self.columns.changed.connect(self.changed)
        for field in (self.values, self.missing):
            field.textEdited.connect(lambda _: self._typing.start())
        self.retranslate()

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
        fields = QGridLayout()
        fields.setHorizontalSpacing(10)
        fields.addWidget(self.values_label, 0, 0)
        fields.addWidget(self.values, 0, 1)
        fields.addWidget(self.missing_label, 1, 0)
        fields.addWidget(self.missing, 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(ways)
        column.addWidget(self._stack, 1)
        column.addWidget(self.complaint)
        column.addWidget(self.coders_label)
        column.addWidget(self.columns)
        column.addLayout(fields)

    # ------------------------------------------------------------------ the table

    def show_table(self, table: RatingTable | None, *, known: bool) -> None:
        """Show a table, or the empty page; ``known``: it can be read otherwise."""
        self._typing.stop()
        self.table = table
        self.rows.show_table(table)
        self._stack.setCurrentIndex(0 if table is None else 1)
        self.headed.setEnabled(known)
        self.headed.setChecked(table is None or table.headed)
        self.columns.show_table(table, self.view)
        QWidget.setTabOrder(self.columns.last() or self.view, self.values)
        QWidget.setTabOrder(self.values, self.missing)
        self.complain("")
        for widget in (
            self.coders_label,
            self.columns,
            self.values_label,
            self.values,
            self.missing_label,
            self.missing,
        ):
            widget.setVisible(table is not None)
        if table is not None:
            for column in range(min(len(table.columns), _MEASURED)):
                self.view.resizeColumnToContents(column)
            self.view.setCurrentIndex(self.rows.index(0, 0))

    def offered(self) -> list[str]:
        """Return the values on offer as they were typed."""
        return _parted(self.values.text())

    def also_missing(self) -> list[str]:
        """Return what else stands for a missing rating."""
        return _parted(self.missing.text())

    def mark(self, coders: Sequence[str], bad: NotOnOffer | None = None) -> None:
        """Let the columns that are no coders stand back, and show a cell that cannot be read."""
        cell = (bad.line, bad.coder) if bad is not None else None
        place = self.rows.mark(coders, self.also_missing(), cell)
        if place.isValid():
            clear = QItemSelectionModel.SelectionFlag.Clear  # its own colour is to be seen
            self.view.selectionModel().setCurrentIndex(place, clear)
            self.view.scrollTo(place)

    def show_values(self, values: Sequence[str]) -> None:
        """Say in the empty field which values occur."""
        self.values.setPlaceholderText(
            self.tr("those that occur: {values}").format(values=joined(values))
        )

    def complain(self, sentence: str) -> None:
        """Say below the table what is wrong with it; empty says nothing."""
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Set every text again."""
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
        self.missing_label.setText(self.tr("Also &missing"))
        self.missing.setPlaceholderText(self.tr("besides empty cells: 99, NA"))
        parted = self.tr("Commas part the values; where they have commas themselves, semicolons.")
        usual = self.tr("Left empty, they are those that occur.")
        for field, words in ((self.values, f"{parted} {usual}"), (self.missing, parted)):
            field.setAccessibleDescription(words)
            field.setToolTip(words)


def _parted(words: str) -> list[str]:
    """Return the values in a field; a semicolon makes commas part of them (1,5; 2,0)."""
    plain = words.replace("，", ",").replace("；", ";")
    return [value.strip() for value in plain.split(";" if ";" in plain else ",") if value.strip()]


def _framed(label: QLabel) -> QFrame:
    """Put the words where a file may be dropped into its frame."""
    frame = QFrame()
    frame.setProperty("role", "drop")
    QVBoxLayout(frame).addWidget(label)
    return frame
