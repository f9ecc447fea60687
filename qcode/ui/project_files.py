"""What can be done to a project as a file: made, opened, closed, filled, exported, backed up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QTimer

from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.errors import present
from qcode.ui.shell.i18n import say

if TYPE_CHECKING:
    from qcode.model.errors import QcodeError
    from qcode.services.project import Project
    from qcode.ui.shell.session import Session
    from qcode.ui.shell.settings import Settings
    from qcode.ui.workspaces.code.workspace import CodeWorkspace

SUFFIX = ".qcode"
PREPARE_AFTER_MS = 700  # the window answers; what the first change needs is loaded
BACKUP_AFTER_MS = 1_500  # the window is painted and answers before its file is copied


class ProjectWindow(Protocol):
    """What the handlers need of the window (a ``QWidget``) that shows a project."""

    settings: Settings
    session: Session | None
    workspace: CodeWorkspace | None

    def show_project(self, session: Session) -> None:
        """Show an open project in its workspace."""

    def leave_project(self) -> None:
        """Put the workspace away and close the project."""


class ProjectFiles(QObject):
    """Handlers of the file menu, of the start page and of dropped files."""

    def __init__(self, window: ProjectWindow) -> None:
        super().__init__(window)
        self._window = window

    def bind(self, actions: ActionSet) -> None:
        """Give the actions of the file menu their handlers."""
        handlers: dict[str, Callable[[], object]] = {
            "file.new": self.new,
            "file.open": self.open,
            "file.open_read_only": self.open_read_only,
            "file.open_sample": self.open_sample,
            "file.import_texts": self.import_texts,
            "file.import_codebook": self.import_codebook,
            "file.export_codebook": self.export_codebook,
            "file.export_passages": self.export_passages,
            "file.export_tables": self.export_tables,
            "file.export_agreement": self.export_agreement,
            "file.back_up": self.back_up,
            "file.restore": self.restore,
            "file.check": self.check,
            "file.close": self._window.leave_project,
        }
        for name, handler in handlers.items():
            actions.bind(name, handler)

    # ------------------------------------------------------------------ opening

    def new(self) -> None:
        """Ask for name, place and coder and make a project there."""
        from qcode.ui.dialogs.new_project import ask_new_project

        wanted = ask_new_project(self._window, self._window.settings)
        if wanted is None:
            return

        def make() -> Project:
            from qcode.services.project import Project

            return Project.create(wanted.path, wanted.name, wanted.coder, program="qcode window")

        self._window.settings.coder = wanted.coder
        self._show(self.tr("New project"), make)

    def open(self) -> None:
        """Ask for a project file and open it."""
        path = self._ask_project(self.tr("Open project"))
        if path is not None:
            self.open_path(path)

    def open_read_only(self) -> None:
        """Ask for a project file and open it for reading."""
        path = self._ask_project(self.tr("Open for reading only"))
        if path is not None:
            self.open_path(path, read_only=True)

    def open_recent(self, path: Path | None) -> None:
        """Open a project of the list, or ask when None."""
        if path is None:
            self.open()
        else:
            self.open_path(path)

    def open_path(self, path: Path, *, read_only: bool = False) -> None:
        """Open the project file at ``path``; offers reading where writing is not possible."""

        def make() -> Project:
            from qcode.services.project import Project

            return Project.open(path, read_only=read_only, program="qcode window")

        session = self._window.session
        if session is not None and session.project.path == path.absolute():
            return
        self._show(self.tr("Open project"), make, offer_reading=None if read_only else path)

    def open_sample(self) -> None:
        """Open the sample project, built in the user's folder when it is not there yet."""
        from qcode.paths import data_dir

        def make() -> Project:
            from qcode.services import demo
            from qcode.services.project import Project

            target = data_dir() / "sample" / demo.PROJECT_FILE
            if not target.exists():
                demo.build(target.parent)
            return Project.open(target, program="qcode window")

        self._show(self.tr("Open the sample"), make)

    def _show(
        self, title: str, make: Callable[[], Project], offer_reading: Path | None = None
    ) -> None:
        """Close what is open, make or open a project, and show it."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QApplication

        from qcode.model.errors import QcodeError

        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        error: QcodeError | None = None
        try:
            project = make()
        except QcodeError as caught:
            error = caught
        finally:
            QApplication.restoreOverrideCursor()
        if error is not None:
            self._explain(title, error, offer_reading)
            return
        from qcode.ui.shell.session import Session

        self._window.leave_project()
        self._window.settings.remember(project.path, project.name)
        self._window.show_project(Session(project, self._window))
        if not project.read_only:
            QTimer.singleShot(PREPARE_AFTER_MS, self, lambda: self._prepare(project))
            QTimer.singleShot(BACKUP_AFTER_MS, self, lambda: self._back_up_opened(project))

    def _explain(self, title: str, error: QcodeError, offer_reading: Path | None) -> None:
        from qcode.model.errors import NewerSchema, ProjectLocked, WriteProtected

        readable = isinstance(error, ProjectLocked | NewerSchema | WriteProtected)
        if offer_reading is None or not readable:
            present(self._window, error, title)
            return
        from qcode.ui.dialogs.question import ask

        if ask(self._window, title, say(error.message), self.tr("Open read-only")):
            self.open_path(offer_reading, read_only=True)

    def _prepare(self, project: Project) -> None:
        from qcode.services.project import prepare_for_changes
        from qcode.ui.shell.operation import quietly

        session = self._window.session
        if session is not None and session.project is project:
            quietly(session, lambda _: prepare_for_changes(), lambda _: None)

    def _back_up_opened(self, project: Project) -> None:
        """Copy the project as it was found, in a worker and only while it is still open."""
        session = self._window.session
        if session is None or session.project is not project:
            return
        from qcode.ui.shell.operation import quietly

        def work(progress: Any) -> None:
            from qcode.services import backups

            del progress
            backups.back_up_on_opening(project)

        quietly(session, work, lambda _: None)

    def _ask_project(self, title: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        settings = self._window.settings
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            title,
            settings.folder("open"),
            self.tr("qcode projects (*{suffix});;All files (*)").format(suffix=SUFFIX),
        )
        if not name:
            return None
        settings.set_folder("open", str(Path(name).parent))
        return Path(name)

    # ------------------------------------------------------------------ texts and codebooks in

    def take_dropped(self, paths: list[Path]) -> None:
        """Open a dropped project, or import dropped texts into the one that is open."""
        projects = [path for path in paths if path.suffix.lower() == SUFFIX]
        if projects:
            self.open_path(projects[0])
            return
        if self._window.session is None:
            self.new()
        if self._window.session is not None:
            self.import_texts(paths)

    def import_texts(self, paths: list[Path] | None = None) -> None:
        """Show what files would bring, with encodings and duplicates, and import what is wanted."""
        session, workspace = self._window.session, self._window.workspace
        if session is None or workspace is None or not session.writable:
            return
        from qcode.ui.dialogs.import_texts import import_texts

        workspace.flush()
        report = import_texts(self._window, session, self._window.settings, paths or [])
        if report is not None and report.document_ids:
            workspace.open_document(report.document_ids[0])

    def import_codebook(self) -> None:
        """Ask for a table of codes and bring it in as one step."""
        session, workspace = self._window.session, self._window.workspace
        if session is None or workspace is None:
            return
        from PySide6.QtWidgets import QFileDialog

        settings = self._window.settings
        title = self.tr("Import a codebook")
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            title,
            settings.folder("import"),
            self.tr("Tables (*.csv *.xlsx);;All files (*)"),
        )
        if not name:
            return
        settings.set_folder("import", str(Path(name).parent))
        from qcode.services import rows_in

        workspace.flush()
        report = session.run(self._window, title, rows_in.import_codebook, Path(name))
        if report is not None:
            self._tell(
                title,
                self.tr("{added} codes were made, {present} were there already.").format(
                    added=report.added, present=report.present
                ),
            )

    # ------------------------------------------------------------------ exports

    def export_codebook(self) -> None:
        """Ask how the codebook should look and write it."""
        session, workspace = self._window.session, self._window.workspace
        if session is None or workspace is None:
            return
        from qcode.ui.dialogs.export_codebook import export_codebook

        workspace.flush()
        export_codebook(self._window, session, self._window.settings)

    def export_passages(self) -> None:
        """Ask for a file and write the passages of the chosen codes, or of all."""
        session, workspace = self._window.session, self._window.workspace
        if session is None or workspace is None:
            return
        from qcode.ui.dialogs.export_passages import export_passages

        workspace.flush()
        export_passages(self._window, session, self._window.settings, workspace.selected_codes())

    def export_tables(self) -> None:
        """Ask which tables for the thesis are wanted and write them."""
        session, workspace = self._window.session, self._window.workspace
        if session is None or workspace is None:
            return
        from qcode.ui.dialogs.export_tables import export_tables

        workspace.flush()
        export_tables(self._window, session, self._window.settings)

    def export_agreement(self) -> None:
        """Ask who is compared and write the report on agreement."""
        session, workspace = self._window.session, self._window.workspace
        if session is None or workspace is None:
            return
        from qcode.ui.dialogs.agreement_report import export_agreement

        workspace.flush()
        export_agreement(self._window, session, self._window.settings)

    # ------------------------------------------------------------------ safety

    def back_up(self) -> None:
        """Copy the project into the user's folder now."""
        session, workspace = self._window.session, self._window.workspace
        if session is None or workspace is None:
            return
        from qcode.services import backups
        from qcode.ui.shell.operation import background

        workspace.flush()
        title = self.tr("Back up now")
        project = session.project
        background(
            self._window,
            lambda _: backups.back_up(project, "asked"),
            lambda kept: self._tell(
                title, self.tr("A copy of this state is kept: {file}").format(file=kept.path)
            ),
            title=title,
        )

    def restore(self) -> None:
        """Choose a backup and put it in the place of the project, which is backed up first."""
        from qcode.ui.dialogs.restore import choose_backup

        window = self._window
        session = window.session
        choice = choose_backup(window, session.project if session else None, window.settings)
        if choice is None:
            return
        from qcode.model.errors import QcodeError
        from qcode.services import backups

        title = self.tr("Restore from a backup")
        if session is not None and session.project.path == choice.target:
            window.leave_project()
        try:
            backups.restore(choice.backup, choice.target)
        except QcodeError as error:
            present(window, error, title)
        self.open_path(choice.target)

    def check(self) -> None:
        """Look the whole file over in a worker and say what was found."""
        session = self._window.session
        if session is None:
            return
        from qcode.services import overview
        from qcode.ui.shell.operation import background

        title = self.tr("Check the project")
        project = session.project

        def told(findings: list[Any]) -> None:
            if not findings:
                self._tell(title, self.tr("The file, its texts, passages and history are sound."))
                return
            from qcode.ui.shell.message import MessageDialog

            MessageDialog(
                self._window,
                title,
                self.tr("Something is wrong. Keep this file and restore a backup."),
                "\n".join(say(finding) for finding in findings),
            ).exec()

        background(self._window, lambda _: overview.findings(project), told, title=title)

    def _tell(self, heading: str, sentence: str) -> None:
        from qcode.ui.shell.message import MessageDialog

        MessageDialog(self._window, heading, sentence, icon="about").exec()
