"""The report on agreement as a file: who is compared, where, by what, and how it is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QListWidget, QListWidgetItem, QSpinBox, QWidget

from qcode.model.agreement import Request, Unit
from qcode.model.report import PageSetup
from qcode.services import codes
from qcode.services.agreement import people, reporting
from qcode.ui.dialogs.export_form import CSV, WORD, ExportForm
from qcode.ui.dialogs.exported import tell_exported
from qcode.ui.dialogs.form import hint
from qcode.ui.shell.i18n import say
from qcode.ui.shell.operation import Progress
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings

_GIVEN = "given"  # the codes of the comparison that the report was asked for from
_SHOWN = 5  # coders without scrolling


def export_agreement(
    parent: QWidget, session: Session, settings: Settings, request: Request | None = None
) -> Path | None:
    """Ask what is compared and how the report should be, write it, and offer to open it.

    ``request`` is a comparison that is shown already; without one the last choices come back.
    """
    written = AgreementForm(parent, session, settings, request).ask()
    if written is not None:
        translate = QCoreApplication.translate
        tell_exported(parent, translate("agreement_report", "The report is written"), written)
    return written


class AgreementForm(ExportForm):
    """Asks for coders, documents, unit and codes besides what all exports ask."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        settings: Settings,
        request: Request | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            session,
            settings,
            translate("agreement_report", "Agreement report"),
            "agreement",
            translate("agreement_report", "agreement"),
            (
                (WORD, translate("agreement_report", "Word")),
                (".xlsx", translate("agreement_report", "Excel")),
                (CSV, translate("agreement_report", "CSV (units by coders, for R and SPSS)")),
            ),
        )
        self._given = request
        first = request or _kept(self.kept)
        self._coders = QListWidget()
        self._documents = QComboBox()
        self._unit = QComboBox()
        self._overlap = QSpinBox()
        self._rolled = QCheckBox(
            translate("agreement_report", "Count a passage for the codes above its own, too")
        )
        self._add_rows(first)
        self._ask_codes()
        self._rolled.setChecked(first.roll_up)
        self.form.addRow("", self._rolled)
        self.ask_layout()
        self._wanted = first
        self._unit.currentIndexChanged.connect(self._follow_unit)
        self._coders.itemChanged.connect(lambda _: self._check())
        self._unit.currentIndexChanged.connect(self._check)
        self._format.currentIndexChanged.connect(self._check)
        self._follow_unit()

    def ask(self) -> Path | None:
        """Ask and write; return the file, None when nothing was written."""
        return self.begin(self._write)

    def request(self) -> Request:
        """Return what is chosen."""
        given = self._given
        return Request(
            coders=tuple(self._ticked()),
            unit=Unit(self._unit.currentData()),
            overlap=self._overlap.value(),
            all_documents=bool(self._documents.currentData()),
            code_ids=self._code_ids(),
            document_ids=given.document_ids if given is not None else None,
            roll_up=self._rolled.isChecked(),
        )

    def choices(self) -> dict[str, Any]:
        return {
            **super().choices(),
            "coders": self._ticked(),
            "unit": self._unit.currentData(),
            "overlap": self._overlap.value(),
            "all_documents": bool(self._documents.currentData()),
            "roll_up": self._rolled.isChecked(),
        }

    def accept(self) -> None:
        """Write what is chosen now: the worker asks no widget."""
        self._wanted = self.request()
        super().accept()

    def trouble(self) -> str:
        translate = QCoreApplication.translate
        if self._coders.count() < 2:
            return translate(
                "agreement_report", "Fewer than two coders have worked: nothing can be compared."
            )
        if len(self._ticked()) < 2:
            return translate("agreement_report", "Choose at least two coders.")
        if self._format.currentData() == CSV and self._unit.currentData() == Unit.SEGMENT.value:
            return translate(
                "agreement_report",
                "Coded segments have no table of units by coders. Choose another unit.",
            )
        return ""

    # ------------------------------------------------------------------ rows

    def _add_rows(self, first: Request) -> None:
        translate = QCoreApplication.translate
        order = {name: place for place, name in enumerate(first.coders)}
        worked = people.who_worked(self.project)
        for one in sorted(worked, key=lambda coder: order.get(coder.name, len(order))):
            item = QListWidgetItem(one.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            chosen = one.name in order if order else one.role is None
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
            self._coders.addItem(item)
        if self._coders.count():
            self._coders.setCurrentRow(0)
        high = self._coders.sizeHintForRow(0) if self._coders.count() else 20
        shown = min(max(self._coders.count(), 2), _SHOWN)
        self._coders.setFixedHeight(shown * high + 2 * self._coders.frameWidth() + 4)
        for words, every in (
            (translate("agreement_report", "Those that all of them have finished"), False),
            (translate("agreement_report", "All, finished or not"), True),
        ):
            self._documents.addItem(words, every)
        self._documents.setCurrentIndex(int(first.all_documents))
        for unit in Unit:
            name = say(unit.label)
            self._unit.addItem(name[:1].upper() + name[1:], unit.value)
        self._unit.setCurrentIndex(self._unit.findData(first.unit.value))
        self._overlap.setRange(1, 100)
        self._overlap.setSuffix(translate("agreement_report", " %"))
        self._overlap.setValue(first.overlap)
        self.add_row(translate("agreement_report", "Coders"), self._coders)
        self.add_row(translate("agreement_report", "Documents"), self._documents)
        if self._given is not None and self._given.document_ids is not None:
            number = len(self._given.document_ids)
            words = translate("agreement_report", "Of the {number} that were chosen in the review.")
            self.form.addRow("", hint(words.format(number=number)))
        self.add_row(translate("agreement_report", "Compared by"), self._unit)
        self.add_row(translate("agreement_report", "Segments share at least"), self._overlap)

    def _ask_codes(self) -> None:
        translate = QCoreApplication.translate
        entries: list[tuple[str, Any]] = [(translate("agreement_report", "All codes"), None)]
        if self._given is not None and self._given.code_ids is not None:
            words = translate("agreement_report", "The {number} that were chosen in the review")
            entries.insert(0, (words.format(number=len(self._given.code_ids)), _GIVEN))
        self.ask_codes(entries)

    def _code_ids(self) -> frozenset[int] | None:
        chosen = self.chosen()
        if chosen is None:
            return None
        if chosen == _GIVEN:
            return self._given.code_ids if self._given is not None else None
        return frozenset(codes.with_below(self.project, chosen))

    def _ticked(self) -> list[str]:
        items = (self._coders.item(row) for row in range(self._coders.count()))
        return [item.text() for item in items if item.checkState() == Qt.CheckState.Checked]

    def _follow_unit(self) -> None:
        segments = self._unit.currentData() == Unit.SEGMENT.value
        self.form.setRowVisible(self._overlap, segments)

    def _write(self, path: Path, setup: PageSetup, progress: Progress) -> None:
        reporting.write(self.project, path, self._wanted, setup, progress=progress)


def _kept(kept: dict[str, Any]) -> Request:
    """Return what was chosen the last time; what is kept may be of any shape."""
    names, overlap = kept.get("coders"), kept.get("overlap")
    known = {unit.value: unit for unit in Unit}
    return Request(
        coders=tuple(map(str, names)) if isinstance(names, list) else (),
        unit=known.get(str(kept.get("unit")), Unit.CHARACTER),
        overlap=overlap if isinstance(overlap, int) and 1 <= overlap <= 100 else Request().overlap,
        all_documents=kept.get("all_documents") is True,
        roll_up=kept.get("roll_up") is True,
    )
