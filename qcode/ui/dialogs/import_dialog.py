"""What an import would bring is seen, chosen and corrected here, before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qcode.services import documents, import_files, importing
from qcode.services.importing import ImportPlan, ImportReport
from qcode.ui.dialogs.form import FormDialog, make_free
from qcode.ui.dialogs.import_preview import ImportPreview
from qcode.ui.dialogs.import_table import ImportTable
from qcode.ui.dialogs.waiting import waited
from qcode.ui.itemmodels.import_rows import Column, ImportRow, ImportRows, RowKind
from qcode.ui.shell.i18n import joined, say
from qcode.ui.shell.message import MessageDialog
from qcode.ui.shell.operation import Progress, sliced
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.choosing import choose_only

USUAL = QSize(1120, 680)
TOLD = 200  # lines of the result; the rest is counted


class ImportDialog(FormDialog):
    """Table, preview and the choices that hold for all; ``report`` is there once it is done."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        settings: Settings,
        paths: list[Path],
        plan: ImportPlan,
    ) -> None:
        super().__init__(parent, "", "")
        heading = self.tr("Import texts")
        self.heading.setText(heading)
        self.setWindowTitle(heading)
        self.report: ImportReport | None = None
        self._session = session
        self._settings = settings
        self._paths = paths
        self._kind: import_files.AsKind = "auto"
        self._encodings: dict[Path, str] = {}
        self._pills: dict[RowKind | None, QToolButton] = {}
        self.rows = ImportRows(self)
        self.table = ImportTable(self.rows)
        self.preview = ImportPreview()
        self.preview.encodingChosen.connect(self._read_in)
        self._as_kind, self._group, self._duplicates = QComboBox(), QComboBox(), QComboBox()
        self._fill_choices()

        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._make_pills())
        column.addWidget(self.table, 1)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(14)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.preview)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self.body.addWidget(self._splitter, 1)
        self.body.addLayout(self._make_choices())

        self.rows.ticksChanged.connect(self._count_ticks)
        self.table.selectionModel().currentChanged.connect(self._show_current)
        self._take(plan)
        self._restore_size()
        self.table.setFocus()

    # ------------------------------------------------------------------ parts

    def _make_pills(self) -> QHBoxLayout:
        """Buttons that narrow the table to a kind of row, and those that tick what is shown."""
        row = QHBoxLayout()
        row.setSpacing(2)
        group = QButtonGroup(self)
        for kind in (None, *RowKind):
            pill = QToolButton()
            pill.setProperty("pill", True)
            pill.setCheckable(True)
            pill.setChecked(kind is None)
            pill.clicked.connect(lambda _=False, kind=kind: self._narrow(kind))
            group.addButton(pill)
            self._pills[kind] = pill
            row.addWidget(pill)
        row.addStretch(1)
        for text, wanted in ((self.tr("Tick all"), True), (self.tr("Untick all"), False)):
            button = QPushButton(text)
            button.setProperty("flat", True)
            button.setAutoDefault(False)
            button.setToolTip(self.tr("All rows that are shown. Space: the selected rows."))
            button.clicked.connect(lambda _=False, wanted=wanted: self.rows.tick_shown(wanted))
            row.addWidget(button)
        return row

    def _fill_choices(self) -> None:
        for text, kind in (
            (self.tr("recognised by itself"), "auto"),
            (self.tr("one document a file"), "document"),
            (self.tr("records of a database"), "records"),
        ):
            self._as_kind.addItem(text, kind)
        self._as_kind.activated.connect(lambda _: self._read_again())
        groups = documents.groups(self._session.project)
        make_free(self._group, ["", *(group.name for group in groups)])
        self._group.lineEdit().setPlaceholderText(self.tr("no group"))
        self._duplicates.addItem(self.tr("leave out"), False)
        self._duplicates.addItem(self.tr("keep"), True)
        self._duplicates.activated.connect(
            lambda _: self.rows.tick_duplicates(self._duplicates.currentData())
        )

    def _make_choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        for place, (text, field) in enumerate(
            (
                (self.tr("Take texts as"), self._as_kind),
                (self.tr("Put into the group"), self._group),
                (self.tr("Duplicates"), self._duplicates),
            )
        ):
            label = QLabel(text)
            label.setProperty("role", "small")
            label.setBuddy(field)
            field.setAccessibleName(text)
            if field.isEditable():
                field.lineEdit().setAccessibleName(text)
            field.setMinimumContentsLength(18)
            grid.addWidget(label, 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1)
        return grid

    # ------------------------------------------------------------------ reading

    def _take(self, plan: ImportPlan) -> None:
        """Show a plan; the row that was chosen stays the chosen one where it is still there."""
        before = self.table.currentIndex()
        place, shown_before = before.row(), self.rows.row(before)
        self.rows.set_plan(plan, bool(self._duplicates.currentData()))
        files = {one.path for one in (*plan.candidates, *plan.failures)}
        self.table.setColumnHidden(Column.FILE, len(files) < 2)
        self._duplicates.setEnabled(bool(plan.duplicates))
        for kind, pill in self._pills.items():
            count = self.rows.count(kind)
            pill.setVisible(kind is None or bool(count))
            pill.setText(f"{self._kind_name(kind)}  {self.locale().toString(count)}")
        shown = next((kind for kind, pill in self._pills.items() if pill.isChecked()), None)
        if shown is not None and not self.rows.count(shown):
            self._pills[None].setChecked(True)
            self.rows.show_only(None)
        if shown_before is not None:
            # A file that cannot be read any more has moved to the end; it is still the one in hand.
            place = self.rows.place_of(_path(shown_before), place)
        self._go_to(min(max(place, 0), self.rows.rowCount() - 1))

    def _kind_name(self, kind: RowKind | None) -> str:
        return {
            None: self.tr("All"),
            RowKind.NEW: self.tr("New"),
            RowKind.DUPLICATE: self.tr("Duplicates"),
            RowKind.FAILURE: self.tr("Cannot be read"),
        }[kind]

    def _narrow(self, kind: RowKind | None) -> None:
        self.rows.show_only(kind)
        self._go_to(0)

    def _go_to(self, row: int) -> None:
        index = self.rows.index(max(row, 0), 0)
        choose_only(self.table, index)
        self._show_current(index)

    def _show_current(self, index: QModelIndex, _: QModelIndex | None = None) -> None:
        row = self.rows.row(index)
        self.preview.show_row(row, self._encodings.get(_path(row), "auto") if row else "auto")

    def _read_in(self, path: Path, encoding: str) -> None:
        """Read one file in another encoding."""
        kind, plan = self._kind, self.rows.plan
        before = dict(self._encodings)
        self._encodings[path] = encoding
        if not self._read(
            lambda progress: importing.reread(
                self._session.project,
                plan,
                path,
                as_kind=kind,
                encoding=encoding,
                progress=progress,
            )
        ):
            self._encodings = before
            self._show_current(self.table.currentIndex())

    def _read_again(self) -> None:
        """Read all files as the kind that was chosen."""
        kind, encodings = self._as_kind.currentData(), dict(self._encodings)
        if self._read(
            lambda progress: importing.plan(
                self._session.project,
                self._paths,
                as_kind=kind,
                encodings=encodings,
                progress=progress,
            )
        ):
            self._kind = kind
        else:
            self._as_kind.setCurrentIndex(self._as_kind.findData(self._kind))

    def _read(self, work: Callable[[Progress], ImportPlan]) -> bool:
        """Read in a worker and show the plan; False when it was stopped."""
        plan = waited(self, self.tr("Reading texts"), work)
        if plan is not None:
            self._take(plan)
        return plan is not None

    # ------------------------------------------------------------------ writing

    def _count_ticks(self) -> None:
        count = len(self.rows.ticked)
        self.accept_button.setEnabled(count > 0)
        self.accept_button.setText(
            self.tr("Import %Ln documents", "", count) if count else self.tr("Nothing to import")
        )

    def accept(self) -> None:
        """Write what is ticked; after Cancel or a refusal the dialog is still there."""
        plan, ticked = self.rows.plan, self.rows.ticked
        report = sliced(
            self,
            self.tr("Importing texts"),
            lambda progress: importing.carry_out(
                self._session.project,
                plan,
                keep=ticked,
                leave_out=frozenset(range(len(plan.candidates))) - ticked,
                group=self._group.currentText(),
                progress=progress,
            ),
        )
        if report is not None:
            self.report = report
            super().accept()

    def tell_left_out(self, parent: QWidget) -> None:
        """Say what did not come in; all being well needs no words."""
        report = self.report
        repeated = [one for one in report.skipped if one.duplicate_of is not None]
        if not repeated and not report.failures:
            return
        lines = [joined((one.source.name, say(one.duplicate_of)), "heading") for one in repeated]
        lines += [say(failure.reason) for failure in report.failures]
        if len(lines) > TOLD:
            more = self.tr("… and %Ln more", "", len(lines) - TOLD)
            lines = [*lines[:TOLD], more]
        sentences = []
        if repeated:
            sentences.append(self.tr("%Ln duplicates were left out.", "", len(repeated)))
        if report.failures:
            failed = self.tr("%Ln texts could not be read.", "", len(report.failures))
            sentences.append(failed)
        MessageDialog(
            parent,
            self.tr("%Ln documents came in", "", len(report.names)),
            " ".join(sentences),
            "\n".join(lines),
            icon="warning" if report.failures else "about",
        ).exec()

    def done(self, result: int) -> None:
        self._settings.set_state("dialog/import", self.saveGeometry())
        self._settings.set_state("splitter/import", self._splitter.saveState())
        super().done(result)

    def _restore_size(self) -> None:
        if not self.restoreGeometry(self._settings.state("dialog/import")):
            room = self.screen().availableGeometry().size() - QSize(40, 60)
            self.resize(USUAL.boundedTo(room))
        self._splitter.restoreState(self._settings.state("splitter/import"))


def _path(row: ImportRow) -> Path:
    return (row.candidate or row.failure).path
