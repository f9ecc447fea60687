"""How often codes occur: in all documents, and in each group or document."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QLocale, QModelIndex
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from qcode.model.records import Code
from qcode.model.theory_records import Evidence
from qcode.model.thesis import Columns, Frequencies, FrequencyRow
from qcode.services import codes, thesis_frequencies
from qcode.ui.dialogs.remembered import keep, recall
from qcode.ui.itemmodels.record_table import Field, RecordTable
from qcode.ui.itemmodels.recount import Recount
from qcode.ui.shell.i18n import joined, say
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.choosing import choose_only
from qcode.ui.widgets.ledger_view import LedgerView
from qcode.ui.workspaces.analyse.page import Page

_INDENT = "\u2003"  # for each level
_KEPT = "frequencies"
_COLUMNS: tuple[Columns, ...] = ("groups", "documents", "none")


class _Row(NamedTuple):
    code: Code
    found: FrequencyRow


class _Reading(NamedTuple):
    rows: list[_Row]
    found: Frequencies


class FrequenciesPage(Page):
    """A row for each code with all below it; Enter opens its passages."""

    name = "frequencies"
    tables = ("code", "coding", "document", "document_group", "setting")

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(session, settings, parent)
        self._reading: _Reading | None = None
        self.rows = RecordTable(self, quiet=lambda row: not row.found.evidence.passages)
        self.view = LedgerView()
        self.view.setModel(self.rows)
        self.columns = QComboBox()
        for columns in _COLUMNS:
            self.columns.addItem("", columns)
        kept = recall(settings, _KEPT).get("columns")
        self.columns.setCurrentIndex(max(0, self.columns.findData(kept)))
        self._by: Columns = self.columns.currentData()
        self._label = QLabel()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self.columns)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.view, 1)
        self._counting = Recount(self, session.project.path, self._read, self._take)
        self.columns.activated.connect(self._choose)
        self.view.opened.connect(self._open)
        self.retranslate()

    def first(self) -> QWidget:
        return self.view

    def leave(self) -> None:
        super().leave()
        keep(self.settings, _KEPT, {"columns": self._by})

    # ------------------------------------------------------------------ reading

    def read(self) -> None:
        self._counting.ask()

    def _read(self) -> _Reading:
        project = self.session.project
        tree = codes.tree(project, counts=False)
        found = thesis_frequencies.gather(project, tree, self._by)
        pairs = zip(tree, found.rows, strict=True)
        return _Reading([_Row(code, row) for code, row in pairs], found)

    def _take(self, found: _Reading) -> None:
        before: _Row | None = self.rows.at(self.view.currentIndex().row())
        self._reading = found
        self._show()
        ids = [row.code.id for row in found.rows]
        at = ids.index(before.code.id) if before is not None and before.code.id in ids else 0
        choose_only(self.view, self.rows.index(at, 0))

    def _choose(self) -> None:
        self._by = self.columns.currentData()
        self._counting.ask()

    def _open(self, index: QModelIndex) -> None:
        row: _Row | None = self.rows.at(index.row())
        if row is not None and row.found.evidence.passages:
            below = codes.with_below(self.session.project, row.code.id)
            self.passagesRequested.emit([row.code.id, *sorted(below - {row.code.id})])

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        self.heading.setText(self.tr("How often codes occur"))
        self._label.setText(self.tr("Columns"))
        self.columns.setAccessibleName(self.tr("Columns"))
        words = {
            "groups": self.tr("groups of documents"),
            "documents": self.tr("documents"),
            "none": self.tr("none"),
        }
        for place in range(self.columns.count()):
            self.columns.setItemText(place, words[self.columns.itemData(place)])
        self.view.setAccessibleName(self.tr("Codes and how often they occur"))
        self._show()

    def _show(self) -> None:
        if self._reading is None:
            return
        found = self._reading.found
        self.rows.show_records(self._fields(found), self._reading.rows)
        self.view.header().setStretchLastSection(False)
        self.view.fit_columns(360)
        self.about.setText(
            self.tr(
                "Passages of a code and all codes below it, in brackets the documents that have"
                " any. Documents altogether: {count}."
            ).format(count=QLocale().toString(found.documents))
        )

    def _fields(self, found: Frequencies) -> list[Field]:
        fields = [
            Field(self.tr("Code"), _titled),
            Field(self.tr("Kind"), lambda row: say(row.code.kind.label)),
            Field(self.tr("Passages"), lambda row: str(row.found.evidence.passages), True),
            Field(self.tr("Documents"), lambda row: str(row.found.evidence.documents), True),
        ]
        for at, (name, size) in enumerate(found.columns):
            head = name or self.tr("no group")
            if found.of == "groups":
                head = joined((head, str(size)))
            fields.append(Field(head, partial(_cell, at, found.of), True))
        return fields


def _titled(row: _Row) -> str:
    return _INDENT * row.code.depth + row.code.title


def _cell(at: int, of: Columns, row: _Row) -> str:
    evidence: Evidence = row.found.by_column[at]
    if not evidence.passages:
        return "–"
    return (
        str(evidence.passages)
        if of == "documents"
        else f"{evidence.passages} ({evidence.documents})"
    )
