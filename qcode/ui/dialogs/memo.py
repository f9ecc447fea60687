"""A memo on words that carry no code yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from qcode.ui.dialogs.form import FormDialog
from qcode.ui.shell.fonts import reading_font

SHOWN = 300  # code points of the passage shown above the field


def ask_memo(parent: QWidget, heading: str, quote: str) -> str:
    """Ask for a memo on ``quote``; return what was written, empty when nothing was."""
    dialog = FormDialog(parent, heading, QCoreApplication.translate("memo", "Keep the memo"))
    words = QLabel(quote if len(quote) <= SHOWN else f"{quote[:SHOWN]}…")
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setWordWrap(True)
    font = reading_font(dialog.font().pointSizeF())
    font.setItalic(True)
    words.setFont(font)
    dialog.body.addWidget(words)
    field = QPlainTextEdit()
    field.setPlaceholderText(
        QCoreApplication.translate("memo", "What strikes you here? What does it remind you of?")
    )
    field.setAccessibleName(QCoreApplication.translate("memo", "Memo"))
    field.setTabChangesFocus(True)
    field.setMinimumHeight(140)
    dialog.body.addWidget(field)
    field.setFocus()
    return field.toPlainText().strip() if dialog.asked() else ""
