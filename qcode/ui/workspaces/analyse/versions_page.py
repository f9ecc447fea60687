"""Versions of the codebook: named states, and what differs between two of them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from qcode.model.versions import Comparison, Difference, DifferenceKind, Version
from qcode.services import codes, versions
from qcode.ui.dialogs.version import VersionWords, ask_version
from qcode.ui.dialogs.waiting import waited
from qcode.ui.itemmodels.grouped_rows import GroupedRows
from qcode.ui.itemmodels.record_table import Field, RecordTable
from qcode.ui.itemmodels.recount import Recount
from qcode.ui.shell.i18n import date_and_time, joined, say
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.choosing import choose_only
from qcode.ui.widgets.ledger_view import LedgerView
from qcode.ui.workspaces.analyse.differences import lines
from qcode.ui.workspaces.analyse.grouped_view import GroupedView
from qcode.ui.workspaces.analyse.page import TREE, Page

BEGINNING, NOW = -1, 0  # no version has these ids
_ORDER = list(DifferenceKind)


class _Reading(NamedTuple):
    versions: list[Version]
    comparison: Comparison
    ids: dict[str, int]  # GUID → id of the codes that there are


class VersionsPage(Page):
    """The list of versions above, the comparison of two of them below."""

    name = "versions"
    tables = ("code", "coding", "codebook_version", "code_event", "setting")

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(session, settings, parent)
        self._reading: _Reading | None = None
        self.rows = RecordTable(self)
        self.view = LedgerView()
        self.view.setModel(self.rows)
        self.view.setSelectionMode(LedgerView.SelectionMode.SingleSelection)
        self.older, self.newer = QComboBox(), QComboBox()
        self.differences = GroupedRows(lines, lambda one: (one.guid, one.field), self)
        self.list = GroupedView(self.differences)
        self.make, self.edit, self.delete = QPushButton(), QPushButton(), QPushButton()
        self.export, self.export_version = QPushButton(), QPushButton()
        self._from, self._to = QLabel(), QLabel()
        self._result = QLabel()
        self._result.setProperty("role", "muted")
        self._result.setWordWrap(True)
        self._pair = (BEGINNING, NOW)
        self._counting = Recount(self, session.project.path, self._read, self._take)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for button in (self.make, self.edit, self.delete):
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.export_version)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        for part in (self._from, self.older, self._to, self.newer):
            pair.addWidget(part)
        for combo in (self.older, self.newer):
            combo.setMinimumWidth(180)
        pair.addStretch(1)
        pair.addWidget(self.export)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(pair)
        column.addWidget(self._result)
        column.addWidget(self.list, 1)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.addWidget(self.view)
        self._parts.addWidget(below)
        self._parts.setStretchFactor(0, 1)
        self._parts.setStretchFactor(1, 3)
        self._parts.setChildrenCollapsible(False)
        self.view.setMinimumHeight(110)
        self.column.addLayout(tools)
        self.column.addWidget(self._parts, 1)
        self._parts.restoreState(self.settings.state("splitter/versions"))
        self.view.header().setStretchLastSection(True)

    def _connect(self) -> None:
        self.make.clicked.connect(self._make)
        self.edit.clicked.connect(self._edit)
        self.delete.clicked.connect(self._delete)
        self.export.clicked.connect(self._export)
        self.export_version.clicked.connect(self._export_version)
        for combo in (self.older, self.newer):
            combo.activated.connect(self._choose_pair)
        self.view.opened.connect(self._compare_from)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        self.list.opened.connect(self._open)

    def first(self) -> QWidget:
        return self.view if self.rows.rowCount() else self.make

    def leave(self) -> None:
        super().leave()
        self.settings.set_state("splitter/versions", self._parts.saveState())

    # ------------------------------------------------------------------ reading

    def read(self) -> None:
        self._counting.ask()

    def _read(self) -> _Reading:
        project = self.session.project
        listed = versions.listed(project)
        there = {one.id for one in listed} | {BEGINNING, NOW}
        older, newer = (one if one in there else other for one, other in self._wanted(listed))
        found = versions.compare(project, None if older == BEGINNING else older, newer or None)
        ids = {code.guid: code.id for code in codes.tree(project, counts=False)}
        return _Reading(listed, found, ids)

    def _wanted(self, listed: list[Version]) -> tuple[tuple[int, int], tuple[int, int]]:
        """The pair asked for, and what stands in for what is gone."""
        newest = listed[-1].id if listed else BEGINNING
        return (self._pair[0], newest), (self._pair[1], NOW)

    def _take(self, found: _Reading) -> None:
        first = self._reading is None
        before = self.chosen()
        self._reading = found
        if first and found.versions:  # what has come since the latest version
            self._pair = (found.versions[-1].id, NOW)
            self._counting.ask()
            return
        comparison = found.comparison
        self._pair = (
            comparison.older.id if comparison.older else BEGINNING,
            comparison.newer.id if comparison.newer else NOW,
        )
        self.rows.show_records(self._fields(), found.versions)
        self.view.fit_columns()
        ids = [one.id for one in found.versions]
        row = ids.index(before.id) if before is not None and before.id in ids else len(ids) - 1
        choose_only(self.view, self.rows.index(row, 0))
        ordered = sorted(comparison.differences, key=lambda one: _ORDER.index(one.kind))
        self.list.show_records(list(ordered))
        self._fill_pair()
        self._say()
        self._offer()

    def _fill_pair(self) -> None:
        listed = [(one.name, one.id) for one in self._reading.versions] if self._reading else []
        for combo, last, wanted in (
            (self.older, (self.tr("the beginning"), BEGINNING), self._pair[0]),
            (self.newer, (self.tr("now"), NOW), self._pair[1]),
        ):
            combo.clear()
            entries = [last, *listed] if last[1] == BEGINNING else [*listed, last]
            for text, data in entries:
                combo.addItem(text, data)
            combo.setCurrentIndex(combo.findData(wanted))

    def _choose_pair(self) -> None:
        self._pair = (self.older.currentData(), self.newer.currentData())
        self._counting.ask()

    def _compare_from(self, index: QModelIndex) -> None:
        """Enter on a version: what has come since."""
        version: Version | None = self.rows.at(index.row())
        if version is not None:
            self._pair = (version.id, NOW)
            self._counting.ask()

    # ------------------------------------------------------------------ what is done

    def chosen(self) -> Version | None:
        """Return the version with the cursor."""
        found: Version | None = self.rows.at(self.view.currentIndex().row())
        return found

    def _make(self) -> None:
        heading = self.tr("Name this version of the codebook")
        words = ask_version(self, heading, self.tr("Keep this version"))
        if words is None:
            return
        project = self.session.project
        taken = waited(self, heading, lambda _progress: versions.take(project))
        if taken is None:
            return
        made = self.session.run(
            self, heading, versions.name_version, words.name, words.note, snapshot=taken
        )
        if made is not None:  # what matters from now on is what comes after it
            self._pair = (int(made), NOW)
            self._counting.ask()

    def _edit(self) -> None:
        version = self.chosen()
        if version is None:
            return
        heading = self.tr("Version of the codebook")
        before = VersionWords(version.name, version.note)
        words = ask_version(self, heading, self.tr("Keep"), before)
        if words is not None and words != before:
            self.session.run(self, heading, versions.describe, version.id, words.name, words.note)

    def _delete(self) -> None:
        version = self.chosen()
        if version is not None:
            self.session.run(self, self.tr("Delete the version"), versions.delete, [version.id])

    def _export(self) -> None:
        from qcode.ui.dialogs.export_log import export_comparison

        older, newer = self._pair
        export_comparison(
            self,
            self.session,
            self.settings,
            None if older == BEGINNING else older,
            None if newer == NOW else newer,
        )

    def _export_version(self) -> None:
        from qcode.ui.dialogs.export_log import export_version

        version = self.chosen()
        if version is not None:
            export_version(self, self.session, self.settings, version)

    def _open(self, index: QModelIndex) -> None:
        """Show the passages of the code, or where it stands when it has none."""
        one: Difference | None = self.differences.record(index)
        if one is None:
            self.list.toggle(index)
            return
        code_id = self._reading.ids.get(one.guid) if self._reading else None
        if code_id is None:
            return  # it is gone
        if one.now:
            self.passagesRequested.emit([code_id])
        else:
            self.codesRequested.emit([code_id], TREE)

    def _offer(self) -> None:
        chosen = self.chosen() is not None
        writable = self.session.writable
        self.make.setEnabled(writable)
        self.edit.setEnabled(chosen and writable)
        self.delete.setEnabled(chosen and writable)
        self.export_version.setEnabled(chosen)

    # ------------------------------------------------------------------ words

    def _fields(self) -> tuple[Field, ...]:
        return (
            Field(self.tr("Version"), lambda one: one.name),
            Field(self.tr("Named"), lambda one: date_and_time(one.created)),
            Field(self.tr("By"), lambda one: one.coder),
            Field(self.tr("Codes"), lambda one: str(one.counts.codes), True),
            Field(self.tr("Passages"), lambda one: _count(one.counts.passages), True),
            Field(self.tr("Note"), lambda one: " ".join(one.note.split())),
        )

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Versions of the codebook"))
        self.view.setAccessibleName(self.tr("Versions of the codebook"))
        self.list.setAccessibleName(self.tr("What differs"))
        self.make.setText(self.tr("Name this version…"))
        self.edit.setText(self.tr("Rename…"))
        self.delete.setText(self.tr("Delete"))
        self.export_version.setText(self.tr("Export this version…"))
        self.export.setText(self.tr("Export the comparison…"))
        self._from.setText(self.tr("From"))
        self._to.setText(self.tr("to"))
        self.older.setAccessibleName(self.tr("Earlier version"))
        self.newer.setAccessibleName(self.tr("Later version"))
        if self._reading is not None:
            self.rows.show_records(self._fields(), self._reading.versions)
            self._fill_pair()
        self.differences.retranslate()
        self._say()

    def restyle(self) -> None:
        self.list.viewport().update()

    def _say(self) -> None:
        self.about.setText(
            self.tr(
                "Name the codebook as it is now before it changes: later it can be shown what was"
                " added, removed, renamed, merged, split, moved and redefined since."
            )
        )
        if self._reading is None:
            return
        self.view.setVisible(bool(self._reading.versions))
        counts = self._reading.comparison.count()
        parts = [
            self.tr("{kind}: {count}").format(kind=say(kind.label), count=count)
            for kind, count in counts.items()
        ]
        self._result.setText(joined(parts, "facts") or self.tr("Nothing differs."))
        self.export.setEnabled(bool(counts))


def _count(number: int | None) -> str:
    return "–" if number is None else str(number)
