"""The codebook as a file: how it should look, and which codes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSizePolicy, QSpinBox, QWidget

from qcode.model.report import PageSetup
from qcode.services import codes, exporting
from qcode.ui.dialogs.export_form import ExportForm
from qcode.ui.dialogs.exported import tell_exported
from qcode.ui.shell.operation import Progress
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings

MOST_PASSAGES = 50
USUAL_PASSAGES = 3


def export_codebook(parent: QWidget, session: Session, settings: Settings) -> None:
    """Ask how the codebook should look, write it, and offer to open it."""
    translate = QCoreApplication.translate
    form = CodebookForm(parent, session, settings)
    written = form.ask()
    if written is not None:
        tell_exported(parent, translate("export_codebook", "The codebook is written"), written)


class CodebookForm(ExportForm):
    """Asks for passages per code besides what all exports ask."""

    def __init__(self, parent: QWidget, session: Session, settings: Settings) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            session,
            settings,
            translate("export_codebook", "Export the codebook"),
            "codebook",
            translate("export_codebook", "codebook"),
        )
        self.ask_codes([(translate("export_codebook", "all codes"), None)])
        self._passages = QSpinBox()
        self._passages.setRange(0, MOST_PASSAGES)
        self._passages.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._passages.setMinimumWidth(90)
        self._passages.setSpecialValueText(translate("export_codebook", "none"))
        kept = self.kept.get("passages", USUAL_PASSAGES)
        self._passages.setValue(kept if isinstance(kept, int) else USUAL_PASSAGES)
        self.add_row(translate("export_codebook", "Passages per code"), self._passages)
        self.ask_layout()

    def ask(self) -> Path | None:
        """Ask and write; return the file, None when nothing was written."""
        return self.begin(self._write)

    def choices(self) -> dict[str, object]:
        return {**super().choices(), "passages": self._passages.value()}

    def accept(self) -> None:
        chosen = self.chosen()
        self._wanted = (
            self._passages.value(),
            codes.with_below(self.project, chosen) if chosen is not None else None,
        )
        super().accept()

    def _write(self, path: Path, setup: PageSetup, progress: Progress) -> None:
        passages, chosen = self._wanted
        exporting.write_codebook(
            self.project, path, setup, passages=passages, chosen=chosen, progress=progress
        )
