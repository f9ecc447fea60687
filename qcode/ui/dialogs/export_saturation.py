"""Saturation as a file: its table for Word, or its curve as a picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qcode.model.report import PageSetup
from qcode.model.saturation import Saturation
from qcode.services import saturation
from qcode.ui.dialogs.export_form import WORD, ExportForm
from qcode.ui.dialogs.exported import tell_exported
from qcode.ui.shell.operation import Progress
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings


def export_saturation(
    parent: QWidget, session: Session, settings: Settings, found: Saturation
) -> Path | None:
    """Ask for the file, write what the page shows, offer to open it; None when nothing was."""
    translate = QCoreApplication.translate
    form = SaturationForm(parent, session, settings, found)
    written = form.ask()
    if written is not None:
        tell_exported(parent, translate("export_saturation", "Saturation is written"), written)
    return written


class SaturationForm(ExportForm):
    """Asks for format and file, and for the page where it is one."""

    def __init__(
        self, parent: QWidget, session: Session, settings: Settings, found: Saturation
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            session,
            settings,
            translate("export_saturation", "Export saturation"),
            "saturation",
            translate("export_saturation", "saturation"),
            (
                (WORD, translate("export_saturation", "Word (the table)")),
                (".svg", translate("export_saturation", "SVG (the curve)")),
                (".png", translate("export_saturation", "PNG (the curve)")),
            ),
        )
        self._found = found
        self.ask_layout()

    def ask(self) -> Path | None:
        """Ask and write; return the file, None when nothing was written."""
        return self.begin(self._write)

    def _write(self, path: Path, setup: PageSetup, progress: Progress) -> None:
        del progress
        saturation.write(self.project, self._found, path, setup)
