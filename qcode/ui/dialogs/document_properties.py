"""A document's name, short label, group and variables, kept as one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qcode.model.records import Document
from qcode.services import documents
from qcode.ui.dialogs.form import FormDialog, make_free
from qcode.ui.itemmodels.variable_rows import NAME, VALUE, VariableRows
from qcode.ui.shell.operation import Operation
from qcode.ui.shell.session import Session

NAME_WIDTH = 170
ROWS_SHOWN = 7
ROOM = 16  # pixels above and below the words of a cell, so that its editor fits in


def edit_document(parent: QWidget, session: Session, document_id: int) -> None:
    """Show what is known of a document, and keep what was changed as one step."""
    found = documents.listed(session.project, [document_id])
    if found:
        DocumentDialog(parent, session, found[0]).asked()


class DocumentDialog(FormDialog):
    """Fields above, the table of variables below; a read-only project only shows them."""

    def __init__(self, parent: QWidget, session: Session, document: Document) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            translate("document_properties", "Document properties"),
            translate("document_properties", "Keep"),
            _facts(document),
        )
        self.setMinimumWidth(540)
        self._session = session
        self._document = document
        project = session.project
        self._values = documents.values(project, [document.id]).get(document.id, {})
        groups = documents.groups(project)
        names = {group.id: group.name for group in groups}
        self._group_name = names.get(document.group_id, "")
        self.name, self.label = QLineEdit(document.name), QLineEdit(document.label)
        self.name.setCursorPosition(0)
        self.group = QComboBox()
        make_free(self.group, ["", *(group.name for group in groups)])
        self.group.setCurrentText(self._group_name)
        self.group.lineEdit().setPlaceholderText(translate("document_properties", "no group"))
        self.label.setPlaceholderText(
            translate("document_properties", "such as 03; passages are labelled 03-12")
        )
        self.add_row(translate("document_properties", "Name"), self.name)
        self.add_row(translate("document_properties", "Short label"), self.label)
        self.add_row(translate("document_properties", "Group"), self.group)
        self.add_section(translate("document_properties", "Variables"))
        self.rows = VariableRows(self._values, session.writable, self)
        known = [variable.name for variable in documents.variables(project)]
        self.table = VariableTable(self.rows, lambda: self.rows.unused(known))
        self.body.addWidget(self.table, 1)
        self._add_buttons()
        self.name.textChanged.connect(self._check)
        self.rows.dataChanged.connect(self._check)
        self.rows.rowsRemoved.connect(self._check)
        if not session.writable:
            for field in (self.name, self.label, self.group):
                field.setEnabled(False)
            self.accept_button.hide()
            self.cancel_button.setText(translate("document_properties", "Close"))
        self.name.setFocus()

    def _add_buttons(self) -> None:
        translate = QCoreApplication.translate
        add = QPushButton(translate("document_properties", "Add a variable"))
        add.clicked.connect(self.table.write_new)
        self._remove = QPushButton(translate("document_properties", "Remove"))
        self._remove.clicked.connect(self.table.remove_selected)
        self._remove.setEnabled(False)
        self.table.selectionModel().currentChanged.connect(self._follow_row)
        row = QHBoxLayout()
        for button in (add, self._remove):
            button.setProperty("flat", True)
            button.setAutoDefault(False)
            button.setVisible(self._session.writable)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _follow_row(self, index: QModelIndex, _: QModelIndex) -> None:
        self._remove.setEnabled(self.rows.can_remove(index.row()))

    def _check(self) -> None:
        translate = QCoreApplication.translate
        nameless, repeated = self.rows.nameless(), self.rows.repeated()
        trouble = ""
        if not self.name.text().strip():
            trouble = translate("document_properties", "A document needs a name.")
        elif nameless is not None:
            trouble = translate(
                "document_properties", "The value “{value}” belongs to no variable: name it."
            ).format(value=self.rows.index(nameless, VALUE).data())
        elif repeated is not None:
            trouble = translate(
                "document_properties", "The variable “{name}” is there twice."
            ).format(name=self.rows.index(repeated, NAME).data())
        self.complain(trouble)
        self.accept_button.setEnabled(not trouble)

    def accept(self) -> None:
        """Keep what was changed; a refusal leaves the dialog open."""
        changes = self._changes()
        if changes:
            step = Operation(
                self._session.project,
                self.windowTitle(),
                # Bound here: a document has a "label", and so has the step.
                partial(documents.edit, **changes),
                self._document.id,
            )
            step.run(self)
            if step.error is not None:
                return
        super().accept()

    def _changes(self) -> dict[str, object]:
        """What differs from what the project has, as ``documents.edit`` takes it."""
        changes: dict[str, object] = {}
        for key, field, before in (
            ("name", self.name.text(), self._document.name),
            ("label", self.label.text(), self._document.label),
            ("group", self.group.currentText(), self._group_name),
        ):
            wanted = " ".join(field.split())
            if wanted != before:
                changes[key] = wanted
        values = _differences(self._values, self.rows.pairs())
        return changes | ({"values": values} if values else {})


def _differences(before: Mapping[str, str], pairs: list[tuple[str, str]]) -> dict[str, str]:
    """Return variable → new value for what was changed, empty values for what was removed.

    The names of variables count whatever their case, as they do in the project.
    """
    names = {name.casefold() for name, _ in pairs}
    known = {name.casefold(): value for name, value in before.items()}
    gone = {name: "" for name in before if name.casefold() not in names}
    return gone | {
        name: value for name, value in pairs if value != known.get(name.casefold(), "").strip()
    }


def _facts(document: Document) -> str:
    translate = QCoreApplication.translate
    locale = QLocale()
    parts = (
        document.source,
        translate("document_properties", "{count} characters").format(
            count=locale.toString(document.characters)
        ),
        translate("document_properties", "{count} coded passages").format(
            count=locale.toString(document.passages)
        ),
    )
    return " · ".join(filter(None, parts))


class VariableTable(QTableView):
    """Cells that are written into by typing; Delete removes a row's variable."""

    def __init__(self, rows: VariableRows, offered: Callable[[], list[str]]) -> None:
        super().__init__()
        self.setModel(rows)
        self.setAccessibleName(self.tr("Variables"))
        self.setItemDelegate(_CellDelegate(self))
        self.setItemDelegateForColumn(NAME, _NameDelegate(offered, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setWordWrap(False)
        self.verticalHeader().hide()
        height = self.fontMetrics().height() + ROOM
        self.verticalHeader().setDefaultSectionSize(height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(VALUE, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(NAME, NAME_WIDTH)
        shown = min(max(rows.rowCount(), 3), ROWS_SHOWN)
        self.setMinimumHeight(height * shown + header.sizeHint().height() + 4)

    def write_new(self) -> None:
        """Begin to write into the empty row."""
        self.setFocus()  # which ends the writing that goes on elsewhere in the table
        index = self.model().index(self.model().rowCount() - 1, NAME)
        self.setCurrentIndex(index)
        self.edit(index)

    def remove_selected(self) -> None:
        """Take the current row away."""
        self.model().remove([self.currentIndex().row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:  # the key that ends it
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.remove_selected()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.edit(self.currentIndex())
            return
        super().keyPressEvent(event)


class _CellDelegate(QStyledItemDelegate):
    """Writes in the whole cell."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        editor.setGeometry(option.rect)


class _NameDelegate(_CellDelegate):
    """Offers the variables of the project that the document has not."""

    def __init__(self, offered: Callable[[], list[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._offered = offered

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> QWidget:
        field = QLineEdit(parent)
        completer = QCompleter(self._offered(), field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        field.setCompleter(completer)
        return field
