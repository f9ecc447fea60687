"""One conflict of a merge, side by side: what it was, mine, theirs, field by field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qcode.model.join_records import Choice, Conflict, ConflictField, ConflictKind, Shown
from qcode.ui.dialogs.form import note
from qcode.ui.dialogs.side_words import marked
from qcode.ui.itemmodels.conflict_rows import ConflictRows
from qcode.ui.shell.i18n import joined, say

MOST = 20_000
"""Characters of a text that are shown."""


class ConflictDetail(QScrollArea):
    """``fieldChosen`` carries the field's key and the choice."""

    fieldChosen = Signal(str, object)

    def __init__(self, rows: ConflictRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._row = -1
        self.radios: dict[tuple[str, Choice], QRadioButton] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Both sides"))

    def show_row(self, row: int, file: str) -> None:
        """Show the conflict of a row; ``file`` is where the other side comes from."""
        self._row = row
        self.radios = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(14)
        if 0 <= row < len(self._rows.conflicts):
            conflict = self._rows.conflicts[row]
            column.addWidget(self._head(conflict, file))
            for field in conflict.fields:
                column.addLayout(self._field(conflict, field))
        column.addStretch(1)
        self.setWidget(inside)
        self.show_choices()

    def show_choices(self) -> None:
        """Show what is chosen now."""
        for (field, choice), radio in self.radios.items():
            chosen = self._rows.chosen(self._row, field)
            effective = chosen
            if chosen is Choice.BOTH and (field, Choice.BOTH) not in self.radios:
                effective = Choice.MINE  # what cannot be joined stays
            group = radio.group()
            group.setExclusive(False)
            radio.setChecked(effective is choice)
            group.setExclusive(True)

    # ------------------------------------------------------------------ parts

    def _head(self, conflict: Conflict, file: str) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        name = QLabel(joined((say(conflict.what), conflict.name), "heading"))
        name.setProperty("role", "card-title")
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        column.addWidget(name)
        column.addWidget(note(self._told(conflict, file)))
        return head

    def _told(self, conflict: Conflict, file: str) -> str:
        if conflict.kind is ConflictKind.CHANGED:
            if any(one.base is not None for one in conflict.fields):
                return self.tr("Changed here and in {file}.").format(file=file)
            return self.tr("Different here and in {file}.").format(file=file)
        if conflict.kind is ConflictKind.DELETED_HERE:
            words = self.tr(
                "Deleted here; {file} has used or changed it since. Mine leaves it deleted, theirs"
                " and both bring it back."
            ).format(file=file)
        else:
            words = self.tr(
                "Deleted in {file}; it was used or changed here since. Mine and both keep it,"
                " theirs deletes it."
            ).format(file=file)
        if conflict.resting:
            words += " " + self.tr("%Ln codings, links or memos rest on it.", "", conflict.resting)
        if conflict.into:
            merged = self.tr("It was merged into “{code}”: what rests on it moves there, too.")
            words += " " + merged.format(code=conflict.into)
        return words

    def _field(self, conflict: Conflict, field: ConflictField) -> QVBoxLayout:
        block = QVBoxLayout()
        block.setSpacing(4)
        title = QHBoxLayout()
        label = QLabel(say(field.label))
        label.setProperty("role", "section")
        label.setTextFormat(Qt.TextFormat.PlainText)
        title.addWidget(label)
        title.addStretch(1)
        block.addLayout(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        group = QButtonGroup(self)
        choosable = conflict.kind is ConflictKind.CHANGED
        sides = (
            (None, self.tr("Before"), field.base),
            (Choice.MINE, self.tr("Mine"), field.mine),
            (Choice.THEIRS, self.tr("Theirs"), field.theirs),
        )
        # Nothing is known of what was before in projects that began apart.
        shown = sides[1:] if choosable and field.base is None else sides
        for place, (choice, name, value) in enumerate(shown):
            if choice is None or not choosable:
                head: QWidget = QLabel(name)
                head.setProperty("role", "small")
            else:
                head = self._radio(group, field, choice, name)
            grid.addWidget(head, 0, place)
            other = field.theirs if choice is Choice.MINE else field.mine
            before = None if choice is None else field.base if field.base is not None else other
            spoken = joined((say(field.label), name), "facts")
            grid.addWidget(_paper(value, before, spoken), 1, place)
            grid.setColumnStretch(place, 1)
        grid.setRowStretch(1, 1)
        block.addLayout(grid)
        if choosable and field.joinable:
            words = (
                self.tr("Both, mine first, with an empty line between")
                if field.long
                else self.tr("Both: mine / theirs")
            )
            title.addWidget(self._radio(group, field, Choice.BOTH, words))
        return block

    def _radio(
        self, group: QButtonGroup, field: ConflictField, choice: Choice, words: str
    ) -> QRadioButton:
        radio = QRadioButton(words)
        radio.setAccessibleName(joined((say(field.label), words), "heading"))
        group.addButton(radio)
        self.radios[field.key, choice] = radio
        radio.clicked.connect(lambda: self.fieldChosen.emit(field.key, choice))
        return radio


def _paper(value: Shown, other: Shown, name: str) -> QFrame:
    """Return a sheet with a value, marked where ``other`` is otherwise; nothing is a dash."""
    words = _said(value)
    sheet = QFrame()
    sheet.setProperty("role", "paper")
    label = QLabel()
    if value is None or other is None:
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(words)
    else:
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setText(marked(words, _said(other)))
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setAccessibleName(joined((name, words), "heading"))
    label.setMinimumWidth(40)
    column = QVBoxLayout(sheet)
    column.setContentsMargins(9, 7, 9, 7)
    column.addWidget(label)
    return sheet


def _said(value: Shown) -> str:
    if value is None:
        return "–"
    words = value if isinstance(value, str) else say(value)
    return words if len(words) <= MOST else f"{words[:MOST]}…"
