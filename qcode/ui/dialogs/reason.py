"""A line for why codes are merged or split: asked for, never demanded."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit


def reason_field() -> QLineEdit:
    """Return an empty field; what is typed stands in the life of the codes and their versions."""
    field = QLineEdit()
    field.setPlaceholderText(
        QCoreApplication.translate("reason", "optional; kept in the history of the codes")
    )
    return field
