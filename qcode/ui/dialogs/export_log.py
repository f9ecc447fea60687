"""What the log tells as files: two versions compared, the history, the methods appendix."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qcode.model.log_records import HistoryFilter
from qcode.model.report import PageSetup
from qcode.model.versions import Version
from qcode.services import history, methods, versions
from qcode.ui.dialogs.export_form import CSV, WORD, ExportForm
from qcode.ui.dialogs.exported import tell_exported
from qcode.ui.shell.i18n import translated
from qcode.ui.shell.operation import Progress
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings

Work = Callable[[Path, PageSetup, Progress], None]


def export_comparison(
    parent: QWidget, session: Session, settings: Settings, older: int | None, newer: int | None
) -> None:
    """Ask for the file and write what differs between two versions of the codebook."""
    translate = QCoreApplication.translate

    def write(path: Path, setup: PageSetup, _progress: Progress) -> None:
        versions.write_comparison(session.project, older, newer, path, setup)

    _export(
        parent,
        session,
        settings,
        translate("export_log", "Export the comparison"),
        "comparison",
        translate("export_log", "codebook compared"),
        [(WORD, translate("export_log", "Word"))],
        write,
    )


def export_version(parent: QWidget, session: Session, settings: Settings, version: Version) -> None:
    """Ask for the file and write the codebook as it was in a version."""
    translate = QCoreApplication.translate

    def write(path: Path, setup: PageSetup, _progress: Progress) -> None:
        versions.write_version(session.project, version.id, path, setup)

    _export(
        parent,
        session,
        settings,
        translate("export_log", "Export the version {name}").format(name=version.name),
        "version",
        translate("export_log", "codebook {version}").format(version=version.name),
        (),
        write,
    )


def export_history(
    parent: QWidget, session: Session, settings: Settings, wanted: HistoryFilter
) -> None:
    """Ask for the file and write the steps that the filter lets through."""
    translate = QCoreApplication.translate

    def write(path: Path, setup: PageSetup, _progress: Progress) -> None:
        history.write(session.project, path, wanted, setup, translate=translated)

    _export(
        parent,
        session,
        settings,
        translate("export_log", "Export the history"),
        "history",
        translate("export_log", "history"),
        [
            (WORD, translate("export_log", "Word")),
            (".xlsx", translate("export_log", "Excel")),
            (CSV, translate("export_log", "CSV (a plain table)")),
        ],
        write,
    )


def export_methods(parent: QWidget, session: Session, settings: Settings) -> None:
    """Ask for the file and write the methods appendix."""
    translate = QCoreApplication.translate

    def write(path: Path, setup: PageSetup, progress: Progress) -> None:
        methods.write(session.project, path, setup, progress=progress)

    _export(
        parent,
        session,
        settings,
        translate("export_log", "Methods appendix"),
        "methods",
        translate("export_log", "methods"),
        [(WORD, translate("export_log", "Word"))],
        write,
    )


def _export(
    parent: QWidget,
    session: Session,
    settings: Settings,
    heading: str,
    name: str,
    stem: str,
    formats: Sequence[tuple[str, str]],
    work: Work,
) -> None:
    form = ExportForm(parent, session, settings, heading, name, stem, formats)
    form.ask_layout()
    written = form.begin(work)
    if written is not None:
        tell_exported(parent, QCoreApplication.translate("export_log", "It is written"), written)
