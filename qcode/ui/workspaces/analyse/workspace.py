"""The workspace Analyse: a list of pages at the left, the page that is chosen at the right."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from qcode.model.changes import ChangeSet
from qcode.model.records import Coding
from qcode.ui.dialogs.remembered import keep, recall
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.frames import fill, frame_in
from qcode.ui.widgets.panel import Panel
from qcode.ui.widgets.panel_round import PanelRound
from qcode.ui.workspaces.analyse.page import Page
from qcode.ui.workspaces.workspace import Workspace

if TYPE_CHECKING:
    from qcode.ui.workspaces.analyse.coherence_page import CoherencePage

REST = 4_000  # milliseconds without a change, before it is counted what does not fit


class _Place(NamedTuple):
    title: str
    module: str
    class_name: str


PAGES: dict[str, _Place] = {
    "saturation": _Place(
        QT_TRANSLATE_NOOP("analyse", "Saturation"), "saturation_page", "SaturationPage"
    ),
    "coherence": _Place(
        QT_TRANSLATE_NOOP("analyse", "Coherence"), "coherence_page", "CoherencePage"
    ),
    "frequencies": _Place(
        QT_TRANSLATE_NOOP("analyse", "Frequencies"), "frequencies_page", "FrequenciesPage"
    ),
    "versions": _Place(QT_TRANSLATE_NOOP("analyse", "Versions"), "versions_page", "VersionsPage"),
    "history": _Place(QT_TRANSLATE_NOOP("analyse", "History"), "history_page", "HistoryPage"),
}
"""Pages by name in the order of the list; each is made when it is first shown."""
_NAMES = list(PAGES)
# What is to be seen nowhere else, and on which page it is.
_OWN = {"held_out": "saturation", "codebook_version": "versions", "code_event": "history"}


def load_pages() -> None:
    """Load the modules of all pages; any thread may."""
    for place in PAGES.values():
        _module(place)


def _module(place: _Place) -> ModuleType:
    return import_module(f"qcode.ui.workspaces.analyse.{place.module}")


class AnalyseWorkspace(Workspace):
    """Asks the project about itself; every number leads to its passages."""

    name = "analyse"

    def __init__(
        self,
        session: Session,
        actions: ActionSet,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, parent)
        self._actions = actions
        self._settings = settings
        outer = QHBoxLayout(self)
        outer.setContentsMargins(12, 4, 12, 0)
        outer.setSpacing(10)
        left, sheet = frame_in(self), frame_in(self, "paper")
        outer.addWidget(left)
        outer.addWidget(sheet, 1)
        self._panel = Panel(left)
        left.layout().addWidget(self._panel)
        self.list = QListWidget(self._panel)
        self.list.setProperty("bare", True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack = QStackedWidget(sheet)
        fill(sheet, self.stack, text=self.stack)
        self.pages: dict[str, Page] = {}
        for _ in PAGES:
            self.list.addItem(QListWidgetItem())
        self._panel.column.addWidget(self.list)
        left.setFixedWidth(max(170, self.fontMetrics().averageCharWidth() * 27))
        self.panels = PanelRound([self.list, self.stack], self)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST)
        self._resting.timeout.connect(self.coherence.recount)
        session.changed.connect(self._rest)
        self.list.currentRowChanged.connect(self._show)
        kept = recall(settings, "analyse").get("page")
        self.show_page(str(kept) if kept in PAGES else _NAMES[0])
        self.retranslate()

    @property
    def coherence(self) -> CoherencePage:
        """The page whose findings the button of the workspace counts."""
        return self._page("coherence")  # type: ignore[return-value]

    # ------------------------------------------------------------------ pages

    def show_page(self, name: str) -> Page:
        """Show a page and return it."""
        self.list.setCurrentRow(_NAMES.index(name))
        return self.pages[name]

    @property
    def current(self) -> Page:
        """The page that is shown."""
        return self.pages[_NAMES[max(0, self.list.currentRow())]]

    def _page(self, name: str) -> Page:
        """Return a page, made when it is first asked for."""
        if name not in self.pages:
            place = PAGES[name]
            page: Page = getattr(_module(place), place.class_name)(
                self.session, self._settings, self.stack
            )
            page.passagesRequested.connect(self.passagesRequested)
            page.withoutConceptRequested.connect(self.withoutConceptRequested)
            page.codesRequested.connect(self.codesRequested)
            page.noted.connect(self._tell)
            self.pages[name] = page
            self.stack.addWidget(page)
        return self.pages[name]

    def _show(self, row: int) -> None:
        for page in self.pages.values():
            page.flush()
        self.stack.setCurrentWidget(self._page(_NAMES[max(0, row)]))
        self.conditionsChanged.emit()

    def _tell(self) -> None:
        """Say what the pages found: in their list, and on the button of the workspace."""
        for row, (name, place) in enumerate(PAGES.items()):
            words = QCoreApplication.translate("analyse", place.title)
            note = self.pages[name].note() if name in self.pages else ""
            self.list.item(row).setText(f"{words}   {note}" if note else words)
        self._actions.name("workspace.analyse", self.coherence.badge())
        self.conditionsChanged.emit()

    def _rest(self, changes: ChangeSet) -> None:
        if changes.touches(*self.coherence.tables) and not self.coherence.isVisible():
            self._resting.start()  # counting keeps a processor busy: not while somebody codes

    # ------------------------------------------------------------------ what the window asks

    def read(self) -> None:
        for page in self.pages.values():
            page.spoil()

    def take_over(self, changes: ChangeSet) -> None:
        for page in self.pages.values():
            page.hear(changes)

    def tells_of(self, changes: ChangeSet) -> bool:
        return changes.touches(*_OWN) or self.current.tells_of(changes)

    def go_to_change(self, changes: ChangeSet, before: Sequence[Coding] = ()) -> None:
        del before
        name = next((name for table, name in _OWN.items() if changes.touches(table)), None)
        if name is not None and not self.current.tells_of(changes):
            self.show_page(name)

    def summary(self) -> str:
        return self.coherence.summary()

    def take_focus(self) -> None:
        first = self.current.first()
        if not first.isVisibleTo(self) or first.focusPolicy() == Qt.FocusPolicy.NoFocus:
            first = self.list
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        for page in self.pages.values():
            page.flush()

    def leave(self) -> None:
        self._resting.stop()  # the project is about to close
        for page in self.pages.values():
            page.leave()
        keep(self._settings, "analyse", {"page": self.current.name})
        self._actions.name("workspace.analyse", None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.scheduleDelayedItemsLayout()  # rows are measured before they have their style

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Set every text again."""
        self._panel.set_heading(self.tr("Analyse"))
        self.list.setAccessibleName(self.tr("Pages"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
