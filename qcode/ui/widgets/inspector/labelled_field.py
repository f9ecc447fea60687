"""A field with its name above; an empty one is only a quiet offer to write."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qcode.ui.widgets.inspector.field_editor import PAD, FieldEditor


class LabelledField(QWidget):
    """Name and text. Empty, it shows its placeholder alone; read-only and empty, nothing."""

    def __init__(self, save: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.label.setProperty("role", "small")
        self.label.setContentsMargins(PAD, 0, PAD, 0)
        self.editor = FieldEditor(save, self)
        self.label.setBuddy(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.label)
        column.addWidget(self.editor)
        self.editor.textChanged.connect(lambda: self._arrange())
        self.editor.entered.connect(self._arrange)
        self._arrange()

    def say(self, name: str, placeholder: str) -> None:
        """Set the words."""
        self.label.setText(name)
        self.editor.setAccessibleName(name)
        self.editor.setPlaceholderText(placeholder)

    def show_text(self, text: str, *, anew: bool = False) -> None:
        """Show what is stored; see ``FieldEditor.show_text``."""
        self.editor.show_text(text, anew=anew)
        self._arrange()

    def set_read_only(self, read_only: bool) -> None:
        """Let the text be edited or only be read."""
        if read_only != self.editor.isReadOnly():
            self.editor.setReadOnly(read_only)
            self._arrange()

    def _arrange(self, focused: bool | None = None) -> None:
        used = self.editor.hasFocus() if focused is None else focused
        empty = self.editor.document().isEmpty()
        self.label.setVisible(used or not empty)
        if self.parentWidget() is not None:  # else it would become a window of its own
            self.setVisible(not (empty and self.editor.isReadOnly()))
