"""The frame of a small dialog: a heading, some fields, one main button and Cancel."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

MARGIN, TOP = 22, 18
FRAME = 40  # what the system's frame takes of the screen's height
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SHORTEST_COMBO = 16  # average characters; what is longer is cut rather than widening the dialog


class FormDialog(QDialog):
    """Heading, explanation, a form, and buttons; ``body`` is filled by the maker from above.

    On a screen that is too low for it the body scrolls; the buttons stay in sight. Enter presses
    the button that has the focus, in a field the main one; Ctrl+Enter presses the main one always.

    ``accept_text`` names what the main button does ("Create", "Merge"), never just OK.
    """

    def __init__(
        self, parent: QWidget | None, heading: str, accept_text: str, about: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setMinimumWidth(440)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = _Inside()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(MARGIN, TOP, MARGIN, 4)
        self.body.setSpacing(12)
        area.setWidget(inside)
        around.addWidget(area, 1)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(MARGIN, 12, MARGIN, TOP)
        self._foot.setSpacing(16)
        around.addLayout(self._foot)
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
        for button in self.buttons.buttons():
            button.installEventFilter(self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # a focused button would take them for itself
            shortcut = QShortcut(QKeySequence(keys), self, activated=self.accept_button.click)
            shortcut.setAutoRepeat(False)

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
        room = self.screen().availableGeometry().height() - FRAME
        height = min(self._needed(self.width()), room)
        if sentence and self.isVisible() and self.height() < height:
            self.resize(self.width(), height)

    def fit(self) -> None:
        """Take the size that the content needs; words that wrap need more height than Qt gives."""
        width = max(
            self.minimumWidth(),
            self.body.totalSizeHint().width(),
            self._foot.totalSizeHint().width(),
        )
        self.resize(self._on_screen(width, max(self._needed(width), self.minimumHeight())))

    def _needed(self, width: int) -> int:
        """Height of everything in pixels at this width."""
        foot = self._foot.totalSizeHint().height()
        if self._foot.hasHeightForWidth():
            foot = self._foot.totalHeightForWidth(width)
        if self.body.hasHeightForWidth():
            return foot + self.body.totalHeightForWidth(width)
        return foot + self.body.totalSizeHint().height()

    def _on_screen(self, width: int, height: int) -> QSize:
        """Return this size, or what the screen has room for; then a scroll bar has room too."""
        room = self.screen().availableGeometry().size()
        if height > room.height() - FRAME:
            width, height = width + 14, room.height() - FRAME
        return QSize(min(width, room.width()), height)

    def asked(self) -> bool:
        """Show the dialog with its buttons below; return whether the main button was used."""
        self._foot.addWidget(self._complaint)
        self._foot.addWidget(self.buttons)
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.resize(self._on_screen(self.width(), self.height()))
        else:
            self.fit()
        try:
            return self.exec() == QDialog.DialogCode.Accepted
        finally:
            self.deleteLater()  # the window that owns it lives on

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An Enter that is still down from choosing in a menu presses no button here."""
        if event.type() == QEvent.Type.KeyPress and event.key() in _ENTER and event.isAutoRepeat():
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; in a field, the main button.

        Qt presses the button that had the focus last, so that after a look at Cancel it cancels,
        and the main button while another has the focus that is no default.
        """
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and held == Qt.KeyboardModifier.NoModifier:
            if not event.isAutoRepeat():
                focused = self.focusWidget()
                meant = focused if isinstance(focused, QPushButton) else self.accept_button
                meant.click()
            return
        super().keyPressEvent(event)


class _Inside(QWidget):
    """What scrolls: not before its lists are as low as they may be."""

    def heightForWidth(self, width: int) -> int:
        return self.layout().totalMinimumHeightForWidth(width)


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
