"""Memos as a Word document, in the order of time or of codes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from qcode.model.report import PageSetup
from qcode.model.theory_records import MemoOrder
from qcode.services import memo_export
from qcode.ui.dialogs.export_form import WORD, ExportForm
from qcode.ui.dialogs.exported import tell_exported
from qcode.ui.shell.operation import Progress
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings


def export_memos(parent: QWidget, session: Session, settings: Settings) -> None:
    """Ask for a file and an order, and write all memos."""
    form = MemosForm(parent, session, settings)
    written = form.ask()
    if written is not None:
        tell_exported(
            parent, QCoreApplication.translate("export_memos", "The memos are written"), written
        )


class MemosForm(ExportForm):
    """Asks for the order besides what every export asks."""

    def __init__(self, parent: QWidget, session: Session, settings: Settings) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            session,
            settings,
            translate("export_memos", "Export memos"),
            "memos",
            translate("export_memos", "memos"),
            ((WORD, translate("export_memos", "Word")),),
        )
        self.order = QComboBox()
        for text, order in (
            (translate("export_memos", "as they were written"), MemoOrder.CREATED),
            (translate("export_memos", "by code"), MemoOrder.CODES),
            (translate("export_memos", "last changed first"), MemoOrder.MODIFIED),
        ):
            self.order.addItem(text, order.value)
        kept = self.kept.get("order", MemoOrder.CREATED.value)
        self.order.setCurrentIndex(max(0, self.order.findData(kept)))
        self.add_row(translate("export_memos", "Order"), self.order)
        self.ask_layout()

    def ask(self) -> Path | None:
        """Ask and write; return the file, None when nothing was written."""
        return self.begin(self._write)

    def choices(self) -> dict[str, Any]:
        return super().choices() | {"order": self.order.currentData()}

    def accept(self) -> None:
        self._order = MemoOrder(self.order.currentData())
        super().accept()

    def _write(self, path: Path, setup: PageSetup, progress: Progress) -> None:
        memo_export.write(self.project, path, self._order, setup, progress=progress)
