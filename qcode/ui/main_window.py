"""The one window: menus, the start page or a workspace, and the line that says all is saved.

What can be done to a project as a file lives in ``project_files``, what can be done inside one in
the workspaces; this module joins them and keeps the conditions of the actions true.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from qcode.ui.company import Company
from qcode.ui.project_files import ProjectFiles
from qcode.ui.shell import collecting, context_key
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.i18n import LanguageChoice, retranslate_all, say, speak_as
from qcode.ui.shell.menu_focus import MenuFocus
from qcode.ui.shell.settings import Settings
from qcode.ui.shell.soon import Soon
from qcode.ui.shell.theme import ThemeChoice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qcode.model.changes import ChangeSet
    from qcode.model.messages import Message
    from qcode.ui.shell.session import Session
    from qcode.ui.widgets.start.start_page import StartPage
    from qcode.ui.widgets.status_line import CoderButton, StatusLine
    from qcode.ui.widgets.workspace_bar import WorkspaceBar
    from qcode.ui.workspaces.code.workspace import CodeWorkspace
    from qcode.ui.workspaces.desk import Desk

SMALLEST = (900, 560)
USUAL = (1360, 820)


class MainWindow(QMainWindow):
    """The window of the program; ``files`` opens and closes projects in it."""

    def __init__(self, settings: Settings, theme: ThemeChoice, language: LanguageChoice) -> None:
        super().__init__()
        collecting.begin()
        self.settings = settings
        self.theme = theme
        self.language = language
        self.session: Session | None = None
        self.desk: Desk | None = None
        self.workspace: CodeWorkspace | None = None  # of the desk: the one where texts are coded
        self.actions_ = ActionSet(self)
        self.files = ProjectFiles(self)
        self.company = Company(self)
        self._undo: Message | None = None
        self._redo: Message | None = None
        self._saying = Soon(self._say, self)
        self.setAcceptDrops(True)
        room = self.screen().availableGeometry()  # 1366 × 768 at 200 % are 683 × 384
        self.setMinimumSize(min(SMALLEST[0], room.width()), min(SMALLEST[1], room.height() - 30))

        self.start_page: StartPage | None = None  # made when it is first shown
        self.actions_.fill_menu_bar(self.menuBar())
        self._line: StatusLine | None = None  # made with the first project
        self._coder: CoderButton | None = None
        self._bar: WorkspaceBar | None = None
        self._corner: QWidget | None = None
        self._coder_shown: tuple[str, bool, bool] | None = None

        context_key.listen(self)
        MenuFocus(self.menuBar())
        self._connect()
        self.actions_.retranslate()
        self._restore_geometry()

    # ------------------------------------------------------------------ parts

    def give_icon(self) -> None:
        """Draw the program's icon; it costs more than the first paint can wait for."""
        from qcode.ui.shell.icons import app_icon

        self.setWindowIcon(app_icon())

    def _make_start_page(self) -> StartPage:
        from qcode.ui.widgets.start.start_page import StartPage

        page = self.start_page = StartPage(self)
        page.newRequested.connect(self.files.new)
        page.openRequested.connect(self.files.open_recent)
        page.sampleRequested.connect(self.files.open_sample)
        page.filesDropped.connect(self.files.take_dropped)
        page.forgetRequested.connect(self._forget)
        return page

    def _make_project_parts(self) -> None:
        """Make what only a project needs around its workspace."""
        from PySide6.QtWidgets import QHBoxLayout, QWidget

        from qcode.ui.widgets.status_line import CoderButton, StatusLine
        from qcode.ui.widgets.workspace_bar import WorkspaceBar
        from qcode.ui.workspaces.desk import NAMES
        from qcode.ui.workspaces.due_button import DueButton
        from qcode.ui.workspaces.why_button import WhyButton

        if self._line is not None:
            return
        self._line = StatusLine(self)
        self._why = WhyButton(self._line)
        self._line.add(self._why)
        self._due = DueButton(self._line)
        self._due.clicked.connect(self.company.code_again)
        self._line.add(self._due)
        self.statusBar().addWidget(self._line, 1)
        self.statusBar().setSizeGripEnabled(False)
        self._coder = CoderButton(self)
        self._coder.clicked.connect(self._change_coder)
        self._bar = WorkspaceBar([self.actions_[f"workspace.{name}"] for name in NAMES], self)
        self._corner = QWidget(self)
        row = QHBoxLayout(self._corner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._bar)
        row.addWidget(self._coder)
        self.menuBar().setCornerWidget(self._corner)
        self._bar.grown.connect(self._fit_corner)

    def _fit_corner(self) -> None:
        """A menu bar asks its corner for its size only when it is resized itself."""
        bar = self.menuBar()
        for part in (self._bar, bar.cornerWidget()):
            part.layout().activate()
        QCoreApplication.sendEvent(bar, QResizeEvent(bar.size(), bar.size()))

    def _connect(self) -> None:
        bind = self.actions_.bind
        bind("edit.undo", self.undo)
        bind("edit.redo", self.redo)
        bind("file.quit", self.close)
        bind("file.preferences", self._edit_preferences)
        bind("help.commands", self._show_commands)
        bind("help.shortcuts", self._show_shortcuts)
        bind("help.about", self._show_about)
        bind("project.terms", self._edit_terms)
        bind("coder.change", self._change_coder)
        for choice in ("system", "light", "dark"):
            bind(f"theme.{choice}", lambda _, choice=choice: self._choose_theme(choice))
        for choice in ("system", "en", "zh_CN"):
            bind(f"language.{choice}", lambda _, choice=choice: self._choose_language(choice))
        self._check_choices()
        self.files.bind(self.actions_)
        self.company.bind(self.actions_)
        self.actions_.menu("file/recent").aboutToShow.connect(self._fill_recent)
        self.theme.changed.connect(self._restyle)
        self.language.changed.connect(self._retranslate)

    # ------------------------------------------------------------------ project in, project out

    def show_start_page(self) -> None:
        """Show the start page with the projects opened before."""
        page = self.start_page or self._make_start_page()
        page.set_recent(self.settings.recent())
        if self.centralWidget() is not page:
            self.takeCentralWidget()
            self.setCentralWidget(page)
        if self._line is not None and self._coder is not None:
            self.statusBar().hide()
            self._corner.hide()
        page.show()
        page.take_focus()
        self.setWindowTitle("qcode")
        self.actions_.set_conditions(())

    def show_project(self, session: Session) -> None:
        """Show an open project in its workspace."""
        from qcode.services import terms
        from qcode.ui.workspaces.desk import Desk

        self.session = session
        if speak_as(terms.of(session.project)):
            self.actions_.retranslate()
        self.desk = Desk(session, self.actions_, self.settings, self)
        self.workspace = self.desk.code
        self.desk.conditionsChanged.connect(self._refresh_conditions)
        session.changed.connect(self._after_change)
        session.coderChanged.connect(lambda _: self.refresh())
        self._make_project_parts()
        self._why.follow(session)
        self._due.follow(session)
        if self.start_page is not None:
            self.takeCentralWidget()
            self.start_page.hide()
        self.setCentralWidget(self.desk)
        self.statusBar().show()
        self._corner.show()
        self.workspace.document_codings.completed.connect(collecting.settle)
        self.workspace.navigation.restore_place()
        self.refresh()
        self.desk.show()  # Qt would show it later, and what is hidden takes no focus
        self.workspace.take_focus()  # one can read on with the keys

    def leave_project(self) -> None:
        """Put the workspace away and close the project; typing that is still pending is saved."""
        from qcode.ui.shell.operation import stop_all

        if self.session is None or self.desk is None:
            return
        self.desk.leave()
        self._due.leave()
        desk, self.desk, self.workspace = self.desk, None, None
        self.takeCentralWidget()
        desk.deleteLater()
        session, self.session = self.session, None
        stop_all(1.0)  # a reader still at work would keep the file from becoming one again
        session.close()
        session.deleteLater()
        if speak_as(None):
            self.actions_.retranslate()
        self.show_start_page()
        QTimer.singleShot(0, collecting.release)

    # ------------------------------------------------------------------ undo and redo

    def undo(self) -> None:
        """Take back the latest step and show where it was."""
        self._reverse("undo")

    def redo(self) -> None:
        """Do the latest undone step again and show where it is."""
        self._reverse("redo")

    def _reverse(self, kind: Literal["undo", "redo"]) -> None:
        from qcode.services import overview
        from qcode.ui.shell.operation import sliced

        if self.session is None or self.desk is None:
            return
        self.desk.flush()
        project = self.session.project
        before = overview.codings_before(project, kind)
        if kind == "undo":
            changes = sliced(self, self.tr("Undo"), project.undo)
        else:
            changes = sliced(self, self.tr("Redo"), project.redo)
        if changes is not None and self.session is not None and self.desk is not None:
            with self.session.together():
                self.desk.go_to_change(changes, before)

    def _after_change(self, changes: ChangeSet) -> None:
        if changes.touches("setting"):
            self._follow_terms()
        if changes.kind == "do":
            self._take_steps(changes.label, None)
        else:
            self._read_steps()

    def _follow_terms(self) -> None:
        """Speak as the project does now, everywhere."""
        from qcode.services import terms

        if self.session is not None and speak_as(terms.of(self.session.project)):
            self.actions_.retranslate()
            retranslate_all()

    def refresh(self) -> None:
        """Bring actions, title and the bottom line up to date with the project."""
        if self.session is not None and self.desk is not None:
            self._coder_shown = None
            self._read_steps()
            self._refresh_conditions()
            self._say()

    def _read_steps(self) -> None:
        project = self.session.project
        self._take_steps(project.undo_label(), project.redo_label())

    def _take_steps(self, undo: Message | None, redo: Message | None) -> None:
        self._undo, self._redo = undo, redo
        self.actions_.name("edit.undo", undo)
        self.actions_.name("edit.redo", redo)

    def _refresh_conditions(self) -> None:
        """Let every action know whether it can be used; a moment later, say how things stand."""
        if self.session is None or self.desk is None or self.session.gathering:
            return
        held = {
            "project": True,
            "writable": self.session.writable,
            "undo": self._undo is not None,
            "redo": self._redo is not None,
        }
        self.actions_.set_conditions(
            {*(name for name, holds in held.items() if holds), *self.desk.current.conditions()}
        )
        self._saying.start()

    def _say(self) -> None:
        """Show in the bottom line and the title what a step has changed, once for all it did."""
        self._saying.stop()
        if self.session is None or self.desk is None or self._line is None:
            return
        project, undo = self.session.project, self._undo
        kept = self.tr("every step is saved") if self.session.writable else self.tr("read-only")
        parts = [self.desk.current.summary()]
        if undo is not None and self.session.writable:
            keys = self.actions_.keys("edit.undo")
            parts.append(self.tr("last step: {step}   {keys}").format(step=say(undo), keys=keys))
        self._line.say("   ·   ".join(filter(None, parts)), kept)
        for widget in (self._line, self.statusBar(), self):
            # Words in a label have all around it laid out: now, or it is painted once more for it.
            QCoreApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest.value)
        coder = project.coder, self.session.blind, self.session.writable
        if coder != self._coder_shown:  # words in the menu bar have the window laid out anew
            self._coder_shown = coder
            self._coder.show_coder(project.coder, self.session.blind)
            self._coder.setEnabled(self.session.writable)
        title = f"{project.name} — qcode"
        if project.read_only:
            title = self.tr("{name} (read-only) — qcode").format(name=project.name)
        self.setWindowTitle(title)

    # ------------------------------------------------------------------ choices and dialogs

    def _choose_theme(self, choice: str) -> None:
        self.settings.theme = choice
        self.theme.choose(choice)
        self._check_choices()

    def _choose_language(self, choice: str) -> None:
        self.settings.language = choice
        self.language.choose(choice)
        self._check_choices()

    def _check_choices(self) -> None:
        self.actions_[f"theme.{self.theme.choice}"].setChecked(True)
        self.actions_[f"language.{self.language.choice}"].setChecked(True)

    def _edit_preferences(self) -> None:
        from qcode.ui.dialogs.preferences import edit_preferences

        edit_preferences(self, self.settings, self.theme, self.language, self.session)
        self._check_choices()
        if self.desk is not None:
            self.desk.use_settings()

    def _edit_terms(self) -> None:
        from qcode.ui.dialogs.terms import edit_terms

        if self.session is not None and self.desk is not None:
            self.desk.flush()
            edit_terms(self, self.session)

    def _show_commands(self) -> None:
        from qcode.ui.dialogs.command_list import show_commands

        space = self.workspace
        show_commands(
            self,
            self.actions_,
            self.settings,
            space.document_titles() if space else (),
            self._open_document if space else None,
        )

    def _open_document(self, document_id: int) -> None:
        self.desk.show_workspace("code")
        self.workspace.open_document(document_id)

    def _show_shortcuts(self) -> None:
        from qcode.ui.dialogs.shortcuts import show_shortcuts

        show_shortcuts(self)

    def _show_about(self) -> None:
        from qcode.ui.dialogs.about import show_about

        show_about(self)

    def _change_coder(self) -> None:
        from qcode.ui.dialogs.coder import ask_coder

        if self.session is None or self.desk is None:
            return
        self.desk.flush()
        name = ask_coder(self, self.session)
        if name:
            self.session.act_as(name)
            self.settings.coder = name

    def _fill_recent(self) -> None:
        menu = self.actions_.menu("file/recent")
        menu.clear()
        for recent in self.settings.recent():
            name = recent.name.replace("&", "&&")
            entry = menu.addAction(f"{name}   ({recent.path.name})")
            entry.setToolTip(str(recent.path))
            entry.triggered.connect(lambda _=False, path=recent.path: self.files.open_path(path))
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing yet")).setEnabled(False)

    def _forget(self, path: Path) -> None:
        self.settings.forget(path)
        if self.start_page is not None:
            self.start_page.set_recent(self.settings.recent())

    # ------------------------------------------------------------------ events

    def _retranslate(self, _: str = "") -> None:
        self.actions_.retranslate()
        if self.start_page is not None:
            self.start_page.retranslate()
        self.refresh()

    def _restyle(self, _: object) -> None:
        if self.start_page is not None:
            self.start_page.restyle()
        self.refresh()

    def focusNextPrevChild(self, forward: bool) -> bool:
        outside = [*self._bar.buttons(), self._coder] if self._coder is not None else []
        if self.desk and self.desk.current.panels.tab(1 if forward else -1, outside):
            return True
        return super().focusNextPrevChild(forward)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            # After the drop has ended: a dialog inside it would hold the other program.
            QTimer.singleShot(0, self, lambda: self.files.take_dropped(paths))

    def closeEvent(self, event: QCloseEvent) -> None:
        from qcode.ui.shell.operation import busy

        if busy():
            event.ignore()
            return
        self.settings.set_state("window", self.saveGeometry())
        self.leave_project()
        self.settings.sync()
        super().closeEvent(event)

    def _restore_geometry(self) -> None:
        state = self.settings.state("window")
        if state.isEmpty() or not self.restoreGeometry(state):
            area = self.screen().availableGeometry()
            self.resize(min(USUAL[0], area.width() - 40), min(USUAL[1], area.height() - 60))
