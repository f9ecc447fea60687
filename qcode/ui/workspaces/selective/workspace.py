"""The workspace Selective: the model as a diagram and as a table, and the storyline that tells it.

In the middle stands the diagram under core category and stages, below it the table of relations; at
the right the storyline with its warnings. What is chosen in one is chosen in the others.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from qcode.model.changes import ChangeSet
from qcode.model.memo_records import Target, TargetKind
from qcode.model.records import Coding
from qcode.services import drawing, storyline
from qcode.ui.itemmodels.recount import Recount
from qcode.ui.shell import theme
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.operation import quietly
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.diagram.hits import Hit
from qcode.ui.widgets.frames import frame_in
from qcode.ui.widgets.panel_round import PanelRound
from qcode.ui.workspaces.selective.diagram_panel import DiagramPanel
from qcode.ui.workspaces.selective.reading import Reading, read
from qcode.ui.workspaces.selective.relation_commands import RelationCommands
from qcode.ui.workspaces.selective.relations_panel import RelationsPanel
from qcode.ui.workspaces.selective.storyline_panel import StorylinePanel
from qcode.ui.workspaces.workspace import Workspace

_SHOWN = ("relation", "relation_type", "relation_passage", "stage", "stage_code", "diagram_place")
_READ = (*_SHOWN, "code", "coding", "setting", "document", "selection")


class SelectiveWorkspace(Workspace):
    """Ties categories to each other and to the core."""

    name = "selective"

    def __init__(
        self,
        session: Session,
        actions: ActionSet,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, parent)
        del actions
        self._settings = settings
        self.reading = Reading()
        self._goal: ChangeSet | None = None
        self._prepared = False
        commands = RelationCommands(self, session, lambda: self.reading)
        commands.memoWanted.connect(self._write_on)
        self._lay_out(commands)
        self._counting = Recount(self, session.project.path, self._read, self._take)
        self._looking = Recount(
            self,
            session.project.path,
            lambda: storyline.warnings(session.project),
            self.storyline.show_warnings,
        )
        self._connect()

    def _lay_out(self, commands: RelationCommands) -> None:
        """Make the panels, each in its place: ``frames.frame_in`` says why."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 4, 12, 0)
        self._parts = QSplitter(Qt.Orientation.Horizontal, self)
        outer.addWidget(self._parts)
        middle = self._middle = QSplitter(Qt.Orientation.Vertical, self._parts)
        above, below, right = frame_in(middle), frame_in(middle), frame_in(self._parts)
        self.diagram = DiagramPanel(self.session, self._settings, commands, above)
        self.relations = RelationsPanel(self.session, commands, below)
        self.storyline = StorylinePanel(self.session, right)
        for frame, panel in (
            (above, self.diagram),
            (below, self.relations),
            (right, self.storyline),
        ):
            frame.layout().addWidget(panel)
        middle.setStretchFactor(0, 3)
        middle.setStretchFactor(1, 1)
        middle.setSizes([520, 190])
        self._parts.setStretchFactor(0, 1)
        self._parts.setStretchFactor(1, 0)
        for splitter in (self._parts, middle):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(10)
        side = min(380, self.screen().availableGeometry().width() * 26 // 100)
        self._parts.setSizes([1000, side])
        for name, splitter in self._splitters():
            splitter.restoreState(self._settings.state(f"splitter/{name}"))
        self.panels = PanelRound(
            [self.diagram.view, self.relations.table, self.storyline.editor], self
        )

    def _splitters(self) -> tuple[tuple[str, QSplitter], ...]:
        return (
            ("selective", self._parts),
            ("selective-middle", self._middle),
            ("selective-relations", self.relations.parts),
        )

    def _connect(self) -> None:
        self.diagram.redrawWanted.connect(self._counting.ask)
        self.diagram.relationChosen.connect(self.relations.choose)
        self.diagram.choiceChanged.connect(self.conditionsChanged)
        self.diagram.relationOpened.connect(self.relations.open_passages)
        self.diagram.passagesRequested.connect(self.passagesRequested)
        self.diagram.memoWanted.connect(
            lambda ids: self.memoRequested.emit([Target(TargetKind.CODE, one) for one in ids])
        )
        self.relations.chosen.connect(self._choose_in_diagram)
        self.relations.passageRequested.connect(self.passageRequested)
        self.storyline.passageRequested.connect(self.passageRequested)
        self.storyline.passagesRequested.connect(self.passagesRequested)
        self.storyline.codeRequested.connect(self.select_code)
        self.storyline.relationRequested.connect(self._cure_relation)

    # ------------------------------------------------------------------ reading

    def _read(self) -> Reading:
        return read(self.session.project, theme.current(), self.diagram.tools.options())

    def read(self) -> None:
        self.storyline.read()
        if self._prepared:
            self._counting.ask()
        else:
            quietly(self, lambda _: drawing.prepare(), self._begin)

    def _begin(self, _: object = None) -> None:
        self._prepared = True
        self._counting.ask()

    def take_over(self, changes: ChangeSet) -> None:
        if self._prepared and changes.touches(*_READ):
            self._counting.ask()
        elif changes.touches("storyline"):  # while one writes, nothing is drawn anew
            self._looking.ask()
        self.storyline.take_over(changes)

    def _take(self, reading: Reading) -> None:
        self.reading = reading
        self.relations.show_reading(reading)
        self.diagram.show_reading(reading)  # which may choose what was made a moment ago
        self.storyline.show_warnings(reading.warnings)
        goal, self._goal = self._goal, None
        if goal is not None:
            self._go_to(goal)
        self.conditionsChanged.emit()

    # ------------------------------------------------------------------ what the window asks

    def conditions(self) -> set[str]:
        return {"code"} if self.current_code() else set()

    def chooser(self) -> SelectiveWorkspace:
        return self

    def take_focus(self) -> None:
        self.diagram.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_memo(self) -> bool:
        relation = self.diagram.view.tie or self.relations.table.current_id()
        if relation is None:
            return False  # of boxes, all workspaces do it alike
        self._write_on(relation)
        return True

    def _write_on(self, relation_id: int) -> None:
        self.memoRequested.emit([Target(TargetKind.RELATION, relation_id)])

    def flush(self) -> None:
        self.diagram.view.settle()
        self.storyline.flush()

    def leave(self) -> None:
        super().leave()
        for name, splitter in self._splitters():
            self._settings.set_state(f"splitter/{name}", splitter.saveState())

    def tells_of(self, changes: ChangeSet) -> bool:
        if self.isVisible() and (
            changes.touches("memo", "memo_link", "memo_model_link")
            or changes.ids("code") & self._drawn()
        ):
            return True  # it was done here; nobody is sent elsewhere to see it go
        return changes.touches(*_SHOWN, "storyline")

    def _drawn(self) -> set[int]:
        drawing = self.reading.drawing
        return set(drawing.arrangement.boxes) if drawing is not None else set()

    def go_to_change(self, changes: ChangeSet, before: Sequence[Coding] = ()) -> None:
        del before
        if self._counting.reading:
            self._goal = changes  # what it shows is on its way
        else:
            self._go_to(changes)

    def _go_to(self, changes: ChangeSet) -> None:
        touched = changes.ids("relation") | self._relations_of(changes)
        there = touched & {one.id for one in self.reading.relations}
        boxes = changes.ids("code") & self._drawn()
        if there:
            self._choose_in_diagram(min(there))
            self.relations.choose(min(there))
        elif boxes:
            self.diagram.choose(Hit(min(boxes)))
        elif changes.touches("storyline"):
            self.storyline.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _relations_of(self, changes: ChangeSet) -> set[int]:
        """The relation that is chosen, if passages of relations were touched."""
        current = self.relations.table.current_id()
        return {current} if current is not None and changes.touches("relation_passage") else set()

    # ------------------------------------------------------------------ where codes are chosen

    def current_code(self) -> int | None:
        return self.diagram.view.box

    def selected_codes(self) -> list[int]:
        return sorted(self.diagram.view.boxes)

    def select_code(self, code_id: int) -> None:
        self.select_keys([code_id])

    def select_keys(self, keys: Sequence[int]) -> None:
        """Choose boxes; a code without one changes nothing."""
        drawn = self.reading.drawing
        there = [key for key in keys if drawn and key in drawn.arrangement.boxes]
        for place, key in enumerate(there):
            self.diagram.view.choose(Hit(key), more=place > 0)
        if there:
            self.diagram.view.reveal()
            self.relations.choose(None)
            self.diagram.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.conditionsChanged.emit()

    def rename(self, code_id: int) -> None:
        self.diagram.ask_rename(code_id)

    def nudge(self, step: int) -> None:
        """Boxes have no order to be moved in."""
        del step

    # ------------------------------------------------------------------ choosing

    def _choose_in_diagram(self, relation_id: int | None) -> None:
        if relation_id is not None:
            self.diagram.choose(Hit(None, relation_id))
            self.conditionsChanged.emit()

    def _cure_relation(self, relation_id: int) -> None:
        """A relation without a passage: choose it and offer passages."""
        self._choose_in_diagram(relation_id)
        self.relations.open_passages(relation_id)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            if self.isVisible() and self._prepared:
                self._counting.ask()  # colours and words of the drawing
            else:
                self._stale = True
        super().changeEvent(event)
