"""The history: every step, filtered by who, what, when and words, and exported."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QDate, QModelIndex, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from qcode.model.log_records import CodeEventRecord, HistoryFilter, StepSort
from qcode.model.records import Code, Document, HistoryStep
from qcode.services import codes, documents, history, step_events
from qcode.ui.dialogs.ask_reason import ask_why
from qcode.ui.dialogs.code_choice import CodeCombo
from qcode.ui.itemmodels.record_table import Field, RecordTable
from qcode.ui.itemmodels.recount import Recount
from qcode.ui.shell.i18n import date_and_time, say, translated
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.choosing import choose_only
from qcode.ui.widgets.flow_layout import FlowLayout
from qcode.ui.widgets.ledger_view import LedgerView
from qcode.ui.workspaces.analyse.page import Page

EARLIEST = QDate(1999, 12, 31)  # stands for any day
_REST = 200  # milliseconds of rest while somebody types words


class _Reading(NamedTuple):
    steps: list[HistoryStep]  # the latest first
    events: dict[int, list[CodeEventRecord]]
    coders: list[str]
    codes: list[Code]
    gone: dict[str, str]  # GUID → last name of codes that are no more
    documents: list[Document]


class HistoryPage(Page):
    """A filter above, the steps below, the latest first."""

    name = "history"
    tables = ()

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(session, settings, parent)
        self._reading: _Reading | None = None
        self._offered: tuple[object, ...] = ()
        self._gone: dict[str, str] | None = None  # what of it is in the field of codes
        self.wanted = HistoryFilter()
        self.rows = RecordTable(self, quiet=lambda step: step.undone or step.kind != "do")
        self.view = LedgerView()
        self.view.setModel(self.rows)
        self.view.setSelectionMode(LedgerView.SelectionMode.SingleSelection)
        self.view.header().setStretchLastSection(True)
        self.coder, self.sort, self.document = QComboBox(), QComboBox(), QComboBox()
        self.code = CodeCombo()
        self.since, self.until = _Day(), _Day()
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.reason, self.export, self.methods = QPushButton(), QPushButton(), QPushButton()
        self._counting = Recount(self, session.project.path, self._read, self._take)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_REST)
        self._typing.timeout.connect(self._counting.ask)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        filters = QWidget()
        flow = FlowLayout(filters, gap=8)
        self.words.setFixedWidth(max(180, 24 * self.fontMetrics().averageCharWidth()))
        for combo in (self.coder, self.sort, self.code, self.document):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(11)
        for part in (
            self.words,
            self.coder,
            self.sort,
            self.code,
            self.document,
            self.since,
            self.until,
        ):
            flow.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.reason)
        row.addStretch(1)
        row.addWidget(self.methods)
        row.addWidget(self.export)
        self.column.addWidget(filters)
        self.column.addWidget(self.view, 1)
        self.column.addLayout(row)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._ask)
        for combo in (self.coder, self.sort, self.code, self.document):
            combo.activated.connect(self._ask)
        for field in (self.since, self.until):
            field.dateChanged.connect(self._ask)
        self.view.opened.connect(self._open)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        self.reason.clicked.connect(self._ask_reason)
        self.export.clicked.connect(self._export)
        self.methods.clicked.connect(self._export_methods)

    def first(self) -> QWidget:
        return self.words

    def leave(self) -> None:
        self._typing.stop()
        super().leave()

    # ------------------------------------------------------------------ reading

    def hear(self, changes: object) -> None:
        """Every step is one of the history."""
        del changes
        self.spoil()

    def tells_of(self, changes: object) -> bool:
        del changes
        return True

    def read(self) -> None:
        self._counting.ask()

    def _ask(self) -> None:
        sort, coder = self.sort.currentData(), self.coder.currentData()
        self.wanted = HistoryFilter(
            coders=frozenset([coder] if coder else []),
            code=self.code.currentData(),
            document=self.document.currentData(),
            since=_midnight(self.since.date()),
            until=_midnight(self.until.date(), after=True),
            sorts=frozenset([StepSort(sort)] if sort else []),
            words=self.words.text(),
        )
        self._typing.start()

    def _read(self) -> _Reading:
        project = self.session.project
        events = step_events.by_step(project)
        listed = codes.tree(project, counts=False)
        there = {code.guid for code in listed}
        return _Reading(
            steps=history.filtered(project, self.wanted, translated)[::-1],
            events=events,
            coders=history.coders(project),
            codes=listed,
            gone={
                event.code_guid: event.code_name
                for found in events.values()
                for event in found
                if event.code_guid not in there
            },
            documents=documents.listed(project, counts=False),
        )

    def _take(self, found: _Reading) -> None:
        before, first = self.chosen(), self._reading is None
        self._reading = found
        self._fill()
        self.rows.show_records(self._fields(), found.steps)
        if first:
            self.view.fit_columns(440)
        ids = [step.id for step in found.steps]
        row = ids.index(before.id) if before is not None and before.id in ids else 0
        choose_only(self.view, self.rows.index(row, 0))
        self._say()
        self._offer()

    def _fill(self) -> None:
        """Offer in each field what there is, and keep what was chosen."""
        found = self._reading
        if found is None or self._offered == found[2:]:
            return  # two thousand codes are not filled in again for every step
        self._offered = found[2:]
        for combo, nothing, entries in (
            (self.coder, self.tr("any coder"), [(name, name) for name in found.coders]),
            (
                self.sort,
                self.tr("about anything"),
                [(say(sort.label), sort.value) for sort in StepSort],
            ),
            (self.document, self.tr("any document"), [(d.title, d.id) for d in found.documents]),
        ):
            kept = combo.currentData()
            combo.clear()
            combo.addItem(nothing, None)
            for text, data in entries:
                combo.addItem(text, data)
            combo.setCurrentIndex(max(0, combo.findData(kept)))
        if self._gone == found.gone and self.code.update_codes(found.codes):
            return
        self._gone = found.gone
        kept = self.code.currentData()
        self.code.clear()
        self.code.addItem(self.tr("any code"), None)
        self.code.add_codes(found.codes)
        for guid, name in found.gone.items():
            self.code.addItem(self.tr("{code} (gone)").format(code=name), guid)
        self.code.setCurrentIndex(max(0, self.code.findData(kept)))

    # ------------------------------------------------------------------ what is done

    def chosen(self) -> HistoryStep | None:
        """Return the step with the cursor."""
        found: HistoryStep | None = self.rows.at(self.view.currentIndex().row())
        return found

    def _events(self) -> list[CodeEventRecord]:
        step = self.chosen()
        return self._reading.events.get(step.id, []) if step and self._reading else []

    def _open(self, index: QModelIndex) -> None:
        """Show the passages of the codes that a step merged, split or deleted into."""
        step = self.rows.at(index.row())
        there = {code.guid: code.id for code in self._reading.codes} if self._reading else {}
        events = self._reading.events.get(step.id, []) if self._reading and step else []
        guids = [guid for event in events for guid in (event.into_guid, event.code_guid)]
        if ids := list(dict.fromkeys(there[guid] for guid in guids if guid in there)):
            self.passagesRequested.emit(ids)

    def _ask_reason(self) -> None:
        events = self._events()
        if not events:
            return
        reason = ask_why(self, events)
        if reason is not None:
            self.session.run(
                self, self.tr("Reason"), step_events.set_reason, [one.id for one in events], reason
            )

    def _export(self) -> None:
        from qcode.ui.dialogs.export_log import export_history

        export_history(self, self.session, self.settings, self.wanted)

    def _export_methods(self) -> None:
        from qcode.ui.dialogs.export_log import export_methods

        export_methods(self, self.session, self.settings)

    def _offer(self) -> None:
        events = self._events()
        self.reason.setEnabled(bool(events) and self.session.writable)
        given = any(event.reason for event in events)
        self.reason.setText(self.tr("Change the reason…") if given else self.tr("Add a reason…"))

    # ------------------------------------------------------------------ words

    def _fields(self) -> tuple[Field, ...]:
        return (
            Field(self.tr("When"), lambda step: date_and_time(step.at)),
            Field(self.tr("Who"), lambda step: step.coder),
            Field(self.tr("What"), self._what_of),
            Field(self.tr("Reason"), self._why),
        )

    def _what_of(self, step: HistoryStep) -> str:
        words = say(step.label)
        return self.tr("{step} (undone)").format(step=words) if step.undone else words

    def _why(self, step: HistoryStep) -> str:
        events = self._reading.events.get(step.id, []) if self._reading else []
        return next((event.reason for event in events if event.reason), "")

    def retranslate(self) -> None:
        self.heading.setText(self.tr("History"))
        self.view.setAccessibleName(self.tr("Steps, the newest first"))
        for field, name in (
            (self.coder, self.tr("Coder")),
            (self.sort, self.tr("What it is about")),
            (self.code, self.tr("Code")),
            (self.document, self.tr("Document")),
            (self.since, self.tr("From this day on")),
            (self.until, self.tr("Up to this day")),
            (self.words, self.tr("Words in the step")),
        ):
            field.setAccessibleName(name)
            field.setToolTip(name)
        self.words.setPlaceholderText(self.tr("Filter steps"))
        self.since.setSpecialValueText(self.tr("from any day"))
        self.until.setSpecialValueText(self.tr("up to any day"))
        self.export.setText(self.tr("Export…"))
        self.export.setAccessibleName(self.tr("Export the history"))
        self.methods.setText(self.tr("Methods appendix…"))
        self._offered, self._gone = (), None
        if self._reading is not None:
            self._fill()
            self.rows.show_records(self._fields(), self._reading.steps)
        self._say()
        self._offer()

    def _say(self) -> None:
        if self._reading is None:
            return
        count = len(self._reading.steps)
        self.about.setText(
            self.tr("1 step") if count == 1 else self.tr("{count} steps").format(count=count)
        )
        self.export.setEnabled(count > 0)


class _Day(QDateEdit):
    """A day, or any; Tab leaves it instead of going through day, month and year."""

    def __init__(self) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setMinimumDate(EARLIEST)
        self.setDate(EARLIEST)
        self.setMinimumWidth(120)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return QWidget.focusNextPrevChild(self, forward)


def _midnight(on: QDate, *, after: bool = False) -> str:
    """Return when a local day begins (or has ended) as ISO 8601 in UTC, empty for any day."""
    if on <= EARLIEST:
        return ""
    local = datetime(on.year(), on.month(), on.day()).astimezone()
    if after:
        local = (local.replace(tzinfo=None) + timedelta(days=1)).astimezone()
    return local.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
