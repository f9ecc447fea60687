"""Coded passages as a file, of all codes or of some."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qcode.model.report import PageSetup
from qcode.services import codes, exporting
from qcode.ui.dialogs.export_form import ExportForm
from qcode.ui.dialogs.exported import tell_exported
from qcode.ui.shell.operation import Progress
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings

ALONE, BELOW = "alone", "below"


def export_passages(
    parent: QWidget, session: Session, settings: Settings, chosen_codes: list[int]
) -> None:
    """Ask for a file and write the passages of ``chosen_codes``, of one code, or of all."""
    form = PassagesForm(parent, session, settings, chosen_codes)
    written = form.ask()
    if written is not None:
        tell_exported(
            parent,
            QCoreApplication.translate("export_passages", "The passages are written"),
            written,
        )


class PassagesForm(ExportForm):
    """Offers the codes that were chosen in the window first."""

    def __init__(
        self, parent: QWidget, session: Session, settings: Settings, chosen_codes: list[int]
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            session,
            settings,
            translate("export_passages", "Export passages"),
            "passages",
            translate("export_passages", "passages"),
        )
        self._chosen = chosen_codes
        titles = {code.id: code.title for code in codes.tree(session.project, counts=False)}
        first: list[tuple[str, object]] = []
        if chosen_codes:
            names = translate("export_passages", "the {count} chosen codes").format(
                count=len(chosen_codes)
            )
            if len(chosen_codes) == 1:
                names = titles.get(chosen_codes[0], names)
            below = translate("export_passages", "{codes}, and all below")
            alone = translate("export_passages", "{codes} alone")
            first = [(below.format(codes=names), BELOW), (alone.format(codes=names), ALONE)]
        self.ask_codes([*first, (translate("export_passages", "all codes"), None)])
        self.ask_layout()

    def ask(self) -> Path | None:
        """Ask and write; return the file, None when nothing was written."""
        return self.begin(self._write)

    def accept(self) -> None:
        wanted = self.chosen()
        roots = self._chosen if wanted == BELOW else [wanted]
        self._wanted: set[int] | None = None
        if wanted == ALONE:
            self._wanted = set(self._chosen)
        elif wanted is not None:
            self._wanted = set().union(*(codes.with_below(self.project, root) for root in roots))
        super().accept()

    def _write(self, path: Path, setup: PageSetup, progress: Progress) -> None:
        exporting.write_passages(self.project, path, setup, chosen=self._wanted, progress=progress)
