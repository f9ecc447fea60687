"""The frame of a small dialog: a heading, some fields, one main button and Cancel."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

MARGINS = (22, 18, 22, 18)
SHORTEST_COMBO = 16  # average characters; what is longer is cut rather than widening the dialog


class FormDialog(QDialog):
    """Heading, explanation, a form, and buttons; ``body`` is filled by the maker from above.

    ``accept_text`` names what the main button does ("Create", "Merge"), never just OK.
    """

    def __init__(
        self, parent: QWidget | None, heading: str, accept_text: str, about: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setMinimumWidth(440)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*MARGINS)
        self.body.setSpacing(12)
        self.heading = QLabel(heading)
        self.heading.setProperty("role", "heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.body.addWidget(self.heading)
        if about:
            self.body.addWidget(note(about))
            self.setAccessibleDescription(about)
        self._form: QFormLayout | None = None
        self._complaint = note("")
        self._complaint.setProperty("role", "danger")
        self._complaint.hide()
        self.buttons = QDialogButtonBox()
        self.accept_button: QPushButton = self.buttons.addButton(
            accept_text, QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.accept_button.setProperty("primary", True)
        self.accept_button.setDefault(True)
        self.cancel_button: QPushButton = self.buttons.addButton(
            self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    @property
    def form(self) -> QFormLayout:
        """The rows of labels and fields; it takes its place in ``body`` when first asked for."""
        if self._form is None:
            self._form = self.add_form()
        return self._form

    def add_form(self) -> QFormLayout:
        """Begin another block of rows, below what ``body`` has, and return it."""
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form = form
        self.body.addLayout(form)
        return form

    def add_section(self, title: str) -> QLabel:
        """Head the rows that follow."""
        head = QLabel(title)
        head.setProperty("role", "section")
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setContentsMargins(0, 8, 0, 0)
        self.body.addWidget(head)
        self.add_form()
        return head

    def add_row(self, label: str, field: QWidget) -> QLabel:
        """Add a field under its label, which also names it for screen readers."""
        if isinstance(field, QComboBox):
            field.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            field.setMinimumContentsLength(SHORTEST_COMBO)
            if field.isEditable():
                field.lineEdit().setAccessibleName(label)
        self.form.addRow(label, field)
        field.setAccessibleName(label)
        return self.form.labelForField(field)

    def complain(self, sentence: str) -> None:
        """Say above the buttons what keeps the main button from working; empty says nothing."""
        self._complaint.setText(sentence)
        self._complaint.setVisible(bool(sentence))
        needed = self.body.totalHeightForWidth(self.width())
        if self.isVisible() and self.height() < needed:
            self.resize(self.width(), needed)  # else the rows above would be cut

    def fit(self) -> None:
        """Take the size that the content needs; words that wrap need more height than Qt gives."""
        width = max(self.minimumWidth(), self.body.totalSizeHint().width())
        height = self.body.totalSizeHint().height()
        if self.body.hasHeightForWidth():
            height = max(self.body.totalHeightForWidth(width), self.minimumHeight())
        self.resize(width, height)

    def asked(self) -> bool:
        """Show the dialog with its buttons below; return whether the main button was used."""
        self.body.addWidget(self._complaint)
        self.body.addSpacing(4)
        self.body.addWidget(self.buttons)
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.fit()
        try:
            return self.exec() == QDialog.DialogCode.Accepted
        finally:
            self.deleteLater()  # the window that owns it lives on


def make_free(combo: QComboBox, names: Iterable[str]) -> None:
    """Let ``combo`` take any name, and offer ``names``.

    Nothing is completed while one types: one may want to call somebody An where there is an Ann.
    """
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.addItems(list(names))
    combo.setCompleter(None)


def hint(text: str) -> QLabel:
    """Return a muted explanation of one line, for below a field."""
    label = note(text)
    label.setWordWrap(False)
    return label


def note(text: str) -> QLabel:
    """Return a muted explanation that wraps."""
    label = QLabel(text)
    label.setProperty("role", "muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
