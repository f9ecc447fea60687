"""Two small dialogs: a sentence to read, and the report of a fault."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qcode.ui.shell import icons, theme


def _words(heading: str, sentence: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    title = QLabel(heading)
    title.setProperty("role", "heading")
    title.setWordWrap(True)
    body = QLabel(sentence)
    body.setWordWrap(True)
    body.setTextFormat(Qt.TextFormat.PlainText)
    body.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    column.addWidget(title)
    column.addWidget(body)
    column.addStretch(1)
    return column


def _picture(name: str, role: str) -> QLabel:
    label = QLabel()
    label.setPixmap(icons.pixmap(name, 32, getattr(theme.current(), role)))
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label


class MessageDialog(QDialog):
    """One heading, one sentence with its next step, one button.

    ``details`` are lines shown below in a list that scrolls (files that could not be read, say).
    """

    def __init__(
        self,
        parent: QWidget | None,
        heading: str,
        sentence: str,
        details: str = "",
        icon: str = "warning",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(QGuiApplication.applicationDisplayName() or "qcode")
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(18)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(_picture(icon, "warning" if icon == "warning" else "accent"))
        top.addLayout(_words(heading, sentence), 1)
        layout.addLayout(top)
        if details:
            listing = QPlainTextEdit(details)
            listing.setReadOnly(True)
            listing.setAccessibleName(self.tr("Details"))
            listing.setMinimumHeight(120)
            layout.addWidget(listing, 1)
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("OK"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.setProperty("primary", True)
        close.setDefault(True)
        buttons.accepted.connect(self.accept)
        layout.addWidget(buttons)
        close.setFocus()
        self.setMinimumWidth(420)
        self.setMaximumWidth(640)


class ReportDialog(QDialog):
    """Says that the program made a mistake and offers a report to copy."""

    def __init__(self, parent: QWidget | None, report: str, log_folder: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(QGuiApplication.applicationDisplayName() or "qcode")
        heading = self.tr("Something went wrong in qcode")
        sentence = self.tr(
            "The step you just took was not carried out. Everything you did before it is in the"
            " project file, and you can go on working. The report below contains nothing of your"
            " texts; please send it to the makers of qcode."
        )
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        self._report = report
        self._folder = log_folder
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(16)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(_picture("error", "danger"))
        top.addLayout(_words(heading, sentence), 1)
        layout.addLayout(top)
        listing = QPlainTextEdit(report)
        listing.setReadOnly(True)
        listing.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        listing.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        listing.setAccessibleName(self.tr("Report"))
        layout.addWidget(listing, 1)
        row = QHBoxLayout()
        folder = QPushButton(self.tr("Open log folder"))
        folder.setProperty("flat", True)
        folder.clicked.connect(self._open_folder)
        self._copy = QPushButton(self.tr("Copy report"))
        self._copy.clicked.connect(self._copy_report)
        close = QPushButton(self.tr("Go on working"))
        close.setProperty("primary", True)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(folder)
        row.addStretch(1)
        row.addWidget(self._copy)
        row.addWidget(close)
        layout.addLayout(row)
        close.setFocus()
        self.resize(640, 420)

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(self.tr("Copied"))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
