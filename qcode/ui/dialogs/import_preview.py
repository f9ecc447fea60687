"""Beside the table of an import: how the chosen row would look as a document."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qcode.model.errors import QcodeError
from qcode.services import import_files
from qcode.ui.itemmodels.import_rows import ImportRow, RowKind, without_file
from qcode.ui.shell.fonts import reading_font
from qcode.ui.shell.i18n import say

SHOWN = 2000  # code points of a text
VARIABLES_SHOWN = 7  # rows of variables before they scroll


class ImportPreview(QWidget):
    """The beginning of a text, its variables, and the encoding by which it was read."""

    encodingChosen = Signal(object, str)  # Path, codec or "auto"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._name = QLabel()
        self._name.setProperty("role", "heading")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._facts = QLabel()
        self._facts.setProperty("role", "small")
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setWordWrap(True)
        self._notice = QFrame()
        self._notice.setProperty("role", "notice")
        inside = QVBoxLayout(self._notice)
        inside.setContentsMargins(10, 7, 10, 7)
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        inside.addWidget(self._sentence)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFont(reading_font(self.font().pointSizeF() * 1.15))
        self._text.setAccessibleName(self.tr("Beginning of the text"))
        self._variables = _variables_list()
        self._variables.setAccessibleName(self.tr("Variables"))
        self._encoding = QComboBox()
        self._encoding.setAccessibleName(self.tr("Encoding"))
        self._encoding.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for codec, name in import_files.encodings():
            self._encoding.addItem(say(name), codec)
        self._encoding.activated.connect(self._choose)
        row = QHBoxLayout()
        label = QLabel(self.tr("Encoding"))
        label.setBuddy(self._encoding)
        row.addWidget(label)
        row.addWidget(self._encoding, 1)
        for widget in (self._name, self._facts, self._notice):
            column.addWidget(widget)
        column.addWidget(self._text, 1)
        column.addWidget(self._variables)
        column.addLayout(row)
        self.clear()

    def clear(self) -> None:
        """Show that nothing is chosen."""
        self._path = None
        self._name.setText("")
        self._facts.setText("")
        self._notice.hide()
        self._text.setPlainText("")
        self._text.setPlaceholderText(self.tr("Choose a row to see its beginning here."))
        self._variables.hide()
        self._encoding.setEnabled(False)

    def show_row(self, row: ImportRow | None, encoding: str) -> None:
        """Show a row; ``encoding`` is what was chosen for its file (``auto``: recognised)."""
        if row is None:
            self.clear()
            return
        if row.candidate is not None:
            self._show_candidate(row)
            codec = row.candidate.encoding
        else:
            self._show_failure(row, encoding)
            codec = ""
        self._show_encoding(encoding, codec)

    def _show_candidate(self, row: ImportRow) -> None:
        candidate = row.candidate
        source = candidate.source
        self._path = candidate.path
        self._name.setText(source.name)
        size = self.tr("{count} characters").format(count=QLocale().toString(len(source.text)))
        place = say(source.place) if source.place is not None else ""
        facts = (source.label, size, candidate.path.name, place)
        self._facts.setText(" · ".join(filter(None, facts)))
        self._notice.setVisible(row.kind is RowKind.DUPLICATE)
        if row.kind is RowKind.DUPLICATE:
            self._sentence.setText(
                self.tr("It seems to be here already: {reason}.").format(
                    reason=say(candidate.duplicate_of)
                )
            )
        self._show_text(source.text)
        self._show_variables(list(source.fields.items()))

    def _show_failure(self, row: ImportRow, encoding: str) -> None:
        failure = row.failure
        self._path = failure.path
        self._name.setText(failure.path.name)
        self._facts.setText(
            self.tr("cannot be read") if row.whole else self.tr("a part of this file was left out")
        )
        self._sentence.setText(say(without_file(failure.reason)))
        self._notice.show()
        self._text.setPlaceholderText("")
        self._show_text(_glimpse(failure.path, encoding) if row.whole else "")
        self._show_variables([])

    def _show_text(self, text: str) -> None:
        shown = text[:SHOWN]
        self._text.setPlainText(f"{shown} …" if len(text) > SHOWN else shown)

    def _show_variables(self, pairs: list[tuple[str, str]]) -> None:
        self._variables.clear()
        self._variables.setVisible(bool(pairs))
        items = [QTreeWidgetItem([name, " ".join(value.split())]) for name, value in pairs]
        for item in items:
            item.setForeground(0, self.palette().placeholderText())
            item.setToolTip(1, item.text(1))
        self._variables.addTopLevelItems(items)
        self._variables.resizeColumnToContents(0)
        self._variables.setColumnWidth(0, min(self._variables.columnWidth(0), 150))
        if items:
            height = self._variables.sizeHintForRow(0)
            self._variables.setFixedHeight(height * min(len(items), VARIABLES_SHOWN) + 8)

    def _show_encoding(self, encoding: str, codec: str) -> None:
        name = say(import_files.encoding_name("auto"))
        if codec and encoding == "auto":
            name = self.tr("Recognised: {encoding}").format(
                encoding=say(import_files.encoding_name(codec))
            )
        can_be_chosen = self._path is not None and import_files.has_encoding(self._path)
        if not can_be_chosen:
            name = self.tr("given by the format")
        self._encoding.setItemText(0, name)
        self._encoding.setCurrentIndex(max(0, self._encoding.findData(encoding)))
        self._encoding.setEnabled(can_be_chosen)

    def _choose(self, place: int) -> None:
        if self._path is not None:
            self.encodingChosen.emit(self._path, self._encoding.itemData(place))


def _variables_list() -> QTreeWidget:
    view = QTreeWidget()
    view.setColumnCount(2)
    view.setHeaderHidden(True)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view


def _glimpse(path: Path, encoding: str) -> str:
    """The beginning of a text that could not be read; nothing of what is no text at all."""
    offered = set(import_files.supported_suffixes())
    if path.suffix.lower() not in offered or not import_files.has_encoding(path):
        return ""
    try:
        return import_files.preview(path, "utf-8" if encoding == "auto" else encoding, SHOWN)
    except QcodeError:
        return ""
