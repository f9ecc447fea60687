"""The shortcut page, made from the catalogue of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from qcode.ui.dialogs.form import FormDialog
from qcode.ui.shell.actions import shortcut_page


def show_shortcuts(parent: QWidget) -> None:
    """Show every shortcut under the title of its menu."""
    translate = QCoreApplication.translate
    dialog = FormDialog(
        parent, translate("shortcuts", "Keyboard shortcuts"), translate("shortcuts", "Close")
    )
    dialog.cancel_button.hide()
    page = QWidget()
    grid = QGridLayout(page)
    grid.setHorizontalSpacing(28)
    grid.setVerticalSpacing(5)
    row = 0
    for title, entries in shortcut_page():
        head = QLabel(title)
        head.setProperty("role", "section")
        head.setContentsMargins(0, 12 if row else 0, 0, 2)
        grid.addWidget(head, row, 0, 1, 2)
        row += 1
        for text, keys in entries:
            grid.addWidget(QLabel(text), row, 0)
            label = QLabel(keys)
            label.setProperty("role", "muted")
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label, row, 1)
            row += 1
    grid.setColumnStretch(0, 1)
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setAccessibleName(translate("shortcuts", "Keyboard shortcuts"))
    dialog.body.addWidget(area, 1)
    dialog.resize(560, 620)
    dialog.asked()
