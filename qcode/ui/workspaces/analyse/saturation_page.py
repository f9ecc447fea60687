"""Saturation: what each document brings that none before it has, and whether that has ended."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QSplitter,
    QWidget,
)

from qcode.model.saturation import CodingOrder, Saturation
from qcode.services import saturation
from qcode.ui.dialogs.remembered import keep, recall
from qcode.ui.itemmodels.recount import Recount
from qcode.ui.itemmodels.saturation_rows import Column, SaturationRows
from qcode.ui.shell.i18n import say
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.choosing import choose_only
from qcode.ui.widgets.flow_layout import FlowLayout
from qcode.ui.widgets.ledger_view import LedgerView
from qcode.ui.widgets.saturation_curve import SaturationCurve
from qcode.ui.workspaces.analyse.page import Page

_MOST = 200  # documents of a base or a run that can be asked for
_KEPT = "saturation-measure"


class SaturationPage(Page):
    """The verdict in large, the curve, and the ledger of all documents."""

    name = "saturation"
    tables = ("code", "coding", "document", "held_out", "setting")

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(session, settings, parent)
        self.found: Saturation | None = None
        self.rows = SaturationRows(session.writable)
        self.view = LedgerView(Column.HELD_OUT)
        self.view.setModel(self.rows)
        self.curve = SaturationCurve()
        self.order = QComboBox()
        self.base_size, self.run_length = QSpinBox(), QSpinBox()
        self.threshold = QDoubleSpinBox()
        self.export = QPushButton()
        self._labels: list[QLabel] = []
        self._fill_fields()
        self._lay_out()
        self._numbers = self._asked()
        self._counting = Recount(self, session.project.path, self._read, self._take)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(150)
        self._typing.timeout.connect(self._counting.ask)
        self._connect()
        self.retranslate()

    # ------------------------------------------------------------------ parts

    def _fill_fields(self) -> None:
        kept = recall(self.settings, _KEPT)
        for field, name, usual in (
            (self.base_size, "base", saturation.BASE_SIZE),
            (self.run_length, "run", saturation.RUN_LENGTH),
        ):
            field.setRange(1, _MOST)
            field.setValue(int(_number(kept.get(name), usual)))
        self.threshold.setRange(0, 100)
        self.threshold.setDecimals(1)
        self.threshold.setSuffix(" %")
        self.threshold.setValue(_number(kept.get("threshold"), saturation.THRESHOLD))
        for order in CodingOrder:
            self.order.addItem("", order.value)
        self.order.setEnabled(self.session.writable)

    def _lay_out(self) -> None:
        fields = QWidget()
        flow = FlowLayout(fields, gap=14)
        for field in (self.order, self.base_size, self.run_length, self.threshold):
            if isinstance(field, QAbstractSpinBox):
                field.setMinimumWidth(84)
            label = QLabel()
            label.setBuddy(field)
            self._labels.append(label)
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(7)
            row.addWidget(label)
            row.addWidget(field)
            flow.addWidget(pair)
        flow.addWidget(self.export)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.addWidget(self.curve)
        self._parts.addWidget(self.view)
        self._parts.setStretchFactor(0, 2)
        self._parts.setStretchFactor(1, 3)
        self._parts.setChildrenCollapsible(False)
        self._parts.setHandleWidth(8)
        self.column.addWidget(fields)
        self.column.addWidget(self._parts, 1)
        self.view.header().setStretchLastSection(True)
        self._parts.restoreState(self.settings.state("splitter/saturation"))

    def _connect(self) -> None:
        self.order.activated.connect(self._choose_order)
        for field in (self.base_size, self.run_length, self.threshold):
            field.valueChanged.connect(self._measure)
        self.export.clicked.connect(self._export)
        self.view.opened.connect(self._open)
        self.view.tickWanted.connect(self._tick)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._follow())
        self.curve.opened.connect(self._open_point)
        # Later: the box is still being pressed when it asks.
        self.rows.heldOutWanted.connect(self._hold_out, Qt.ConnectionType.QueuedConnection)

    def first(self) -> QWidget:
        return self.view

    def leave(self) -> None:
        self._typing.stop()
        super().leave()
        self.settings.set_state("splitter/saturation", self._parts.saveState())
        base, run, threshold = self._numbers
        keep(self.settings, _KEPT, {"base": base, "run": run, "threshold": threshold})

    # ------------------------------------------------------------------ reading

    def read(self) -> None:
        self._counting.ask()

    def _asked(self) -> tuple[int, int, float]:
        return self.base_size.value(), self.run_length.value(), self.threshold.value()

    def _read(self) -> Saturation:
        base, run, threshold = self._numbers
        return saturation.report(
            self.session.project, base_size=base, run_length=run, threshold=threshold
        )

    def _take(self, found: Saturation) -> None:
        before = self.rows.at(self.view.currentIndex().row())
        first, self.found = self.found is None, found
        self.rows.show_rows(found.documents)
        if first:
            self.view.fit_columns(220)
        self.curve.show_curve(found)
        self.curve.setVisible(bool(found.curve))
        row = self.rows.row_of(before.document_id) if before is not None else -1
        choose_only(self.view, self.rows.index(max(row, 0), 0))
        self._say()

    def _measure(self) -> None:
        self._numbers = self._asked()
        self._typing.start()

    # ------------------------------------------------------------------ changing

    def _choose_order(self) -> None:
        order = CodingOrder(self.order.currentData())
        self.session.run(self, self.tr("Order of coding"), saturation.set_order, order)

    def _hold_out(self, document_id: int, held_out: bool) -> None:
        """Hold out the document that was ticked, with all that are chosen with it."""
        chosen = [self.rows.at(row) for row in self.view.chosen_rows()]
        ids = [one.document_id for one in chosen if one is not None]
        if document_id not in ids:
            ids = [document_id]
        self.session.run(self, self.tr("Hold out"), saturation.set_held_out, ids, held_out)

    def _tick(self) -> None:
        row = self.rows.at(self.view.currentIndex().row())
        if row is not None and self.session.writable:
            self._hold_out(row.document_id, not row.held_out)

    # ------------------------------------------------------------------ leading elsewhere

    def _open(self, index: QModelIndex) -> None:
        if codes := self.rows.codes_at(index):
            self.passagesRequested.emit(codes)

    def _open_point(self, document_id: int) -> None:
        choose_only(self.view, self.rows.index(self.rows.row_of(document_id), 0))
        self._open(self.view.currentIndex())

    def _follow(self) -> None:
        row = self.rows.at(self.view.currentIndex().row())
        self.curve.choose(row.document_id if row is not None else None)

    def _export(self) -> None:
        from qcode.ui.dialogs.export_saturation import export_saturation

        if self.found is not None:
            export_saturation(self, self.session, self.settings, self.found)

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        for label, text, field in zip(
            self._labels,
            (
                self.tr("Documents in"),
                self.tr("Base size"),
                self.tr("Run length"),
                self.tr("Threshold"),
            ),
            (self.order, self.base_size, self.run_length, self.threshold),
            strict=True,
        ):
            label.setText(text)
            field.setAccessibleName(text)
        self.base_size.setToolTip(self.tr("Coded documents at the beginning that make the base"))
        self.run_length.setToolTip(self.tr("Coded documents that are looked at together"))
        self.threshold.setToolTip(self.tr("New information of a run, in per cent of the base"))
        for place, order in enumerate(CodingOrder):
            self.order.setItemText(place, say(order.label))
        self.export.setText(self.tr("Export…"))
        self.export.setAccessibleName(self.tr("Export saturation"))
        self.view.setAccessibleName(self.tr("Documents and what is new in each"))
        self.rows.retranslate()
        self.view.fit_columns(220)
        self.curve.retranslate()
        self._say()

    def restyle(self) -> None:
        self.rows.retranslate()
        self.curve.update()

    def _say(self) -> None:
        found = self.found
        self.export.setEnabled(found is not None and bool(found.curve))
        if found is None:
            return
        self.order.setCurrentIndex(self.order.findData(found.order.value))
        if not found.documents:
            self.heading.setText(self.tr("No document yet"))
            self.about.setText(self.tr("Import texts and code them; then it is counted here."))
        elif not found.curve:
            self.heading.setText(self.tr("Nothing is coded yet"))
            self.about.setText(self.tr("Here it is counted what each document brings that is new."))
        else:
            self.heading.setText(say(found.sentence))
            self.about.setText(self._measured(found))

    def _measured(self, found: Saturation) -> str:
        """Say what base size, run length and threshold make of it."""
        measure, locale = found.measure, QLocale()
        threshold = locale.toString(measure.threshold, "f", 0 if measure.threshold % 1 == 0 else 1)
        if measure.base is None or not measure.runs:
            return self.tr(
                "New information cannot be measured yet: a base of {size} coded documents and a run"
                " of {run} are needed."
            ).format(size=measure.base_size, run=measure.run_length)
        if measure.reached_at is not None:
            return self.tr(
                "New information is {threshold} % or less after {count} documents (runs of {run}"
                " documents; base: {base} in the first {size})."
            ).format(
                threshold=threshold,
                count=measure.reached_at,
                base=measure.base,
                size=measure.base_size,
                run=measure.run_length,
            )
        return self.tr(
            "New information has not come down to {threshold} %: the last run of {run} documents"
            " has {percent} % (base: {base} in the first {size})."
        ).format(
            threshold=threshold,
            percent=locale.toString(measure.runs[-1].percent, "f", 0),
            base=measure.base,
            size=measure.base_size,
            run=measure.run_length,
        )


def _number(value: object, usual: float) -> float:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else usual
