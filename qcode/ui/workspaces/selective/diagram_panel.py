"""The model as a diagram, core category and stages above it, and what is done in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QToolTip, QWidget

from qcode.model.enums import CodeKind
from qcode.services import codes, diagram
from qcode.ui.dialogs.remembered import keep, recall
from qcode.ui.shell.i18n import joined, say
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.diagram.canvas import STEP
from qcode.ui.widgets.diagram.hits import Hit
from qcode.ui.widgets.diagram.view import DiagramView
from qcode.ui.widgets.panel import Panel
from qcode.ui.workspaces.selective.core_line import CoreLine
from qcode.ui.workspaces.selective.diagram_menu import DiagramMenu
from qcode.ui.workspaces.selective.diagram_tools import DiagramTools
from qcode.ui.workspaces.selective.reading import Options, Reading
from qcode.ui.workspaces.selective.relation_commands import RelationCommands
from qcode.ui.workspaces.selective.stage_strip import StageStrip

_KEPT = "diagram"
BELOW = 60.0  # points below the drawing where a category that is put into the model stands


class DiagramPanel(Panel):
    """Core category, stages, and the diagram."""

    relationChosen = Signal(object)
    """The relation (its id) that a person chose in the diagram, or None."""

    choiceChanged = Signal()
    redrawWanted = Signal()
    passagesRequested = Signal(list)  # code ids
    relationOpened = Signal(int)
    memoWanted = Signal(list)  # code ids

    def __init__(
        self,
        session: Session,
        settings: Settings,
        commands: RelationCommands,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._settings = settings
        self._commands = commands
        self._menu = DiagramMenu(self, commands)
        self._reading = Reading()
        self._awaited: Hit | None = None
        kept = recall(settings, _KEPT)
        options = Options(kept.get("shaded") is True, kept.get("sized") is True)
        self.core = CoreLine(session)
        self.stages = StageStrip(session)
        self.tools = DiagramTools(options, writable=session.writable)
        self.view = DiagramView(writable=session.writable, describe=self.described)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(8, 24, 8, 8)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._nothing)
        self.column.setSpacing(6)
        for label in (self._title, self._note):  # the core category is the heading here
            label.hide()
        self.column.addWidget(self.core)
        self.column.addWidget(self.tools)
        self.column.addWidget(self.stages)
        self.column.addWidget(self._pages, 1)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.core.opened.connect(lambda code: self.passagesRequested.emit([code]))
        self.stages.opened.connect(lambda code: self.passagesRequested.emit([code]))
        self.tools.relationWanted.connect(self.ask_relation)
        self.tools.categoryWanted.connect(self.ask_category)
        self.tools.stageWanted.connect(self.stages.ask_new)
        self.tools.layoutWanted.connect(self.lay_out)
        self.tools.optionsChanged.connect(self._keep_options)
        self.tools.zoomWanted.connect(self._zoom)
        self.tools.exportWanted.connect(self.export)
        view = self.view
        view.chosen.connect(self._chosen)
        view.boxOpened.connect(lambda code: self.passagesRequested.emit([code]))
        view.tieOpened.connect(self.relationOpened)
        view.moved.connect(self._keep_places)
        view.relationDrawn.connect(self._draw_relation)
        view.relationWanted.connect(self.ask_relation)
        view.removeWanted.connect(self.remove)
        view.menuWanted.connect(lambda where: self._menu.open(self._reading, where))
        view.carried.connect(self.stages.take_carried)

    # ------------------------------------------------------------------ what others ask

    def show_reading(self, reading: Reading) -> None:
        """Show the model of a reading."""
        self._reading = reading
        self.core.show_reading(reading)
        self.stages.show_reading(reading)
        if reading.drawing is not None:
            self.view.show_drawing(reading.drawing)
            self._pages.setCurrentIndex(0 if reading.drawing.model.nodes else 1)
            self._choose_awaited()

    def choose(self, found: Hit) -> None:
        """Choose what was chosen elsewhere, and bring it into view."""
        self.view.choose(found)
        self.view.reveal()

    def described(self, found: Hit) -> str:
        """Return what a box or a relation is, in words."""
        relation = self._reading.relation(found.tie)
        if relation is not None:
            passages = (
                self.tr("1 passage")
                if len(relation.passages) == 1
                else self.tr("{count} passages").format(count=len(relation.passages))
            )
            head = joined((self._reading.sentence(relation), passages), "facts")
            return f"{head}\n{relation.meaning}" if relation.meaning else head
        code = self._reading.codes.get(found.box or 0)
        drawing = self._reading.drawing
        if code is None or drawing is None:
            return ""
        ties = sum(found.box in (tie.source, tie.target) for tie in drawing.model.ties)
        relations = (
            self.tr("1 relation") if ties == 1 else self.tr("{count} relations").format(count=ties)
        )
        note = next((node.note for node in drawing.model.nodes if node.id == found.box), "")
        return joined((code.title, say(code.kind.label), note, relations), "facts")

    # ------------------------------------------------------------------ what is done

    def ask_relation(self) -> None:
        """Ask for a relation, from the box with the cursor."""
        if self.session.writable:
            chosen = sorted(self.view.boxes - {self.view.box})
            made = self._commands.ask_new(self.view.box, chosen[0] if len(chosen) == 1 else None)
            self._choose_made(made)

    def _draw_relation(self, source: int, target: int, where: QPoint) -> None:
        self._commands.ask_type_at(source, target, where, self._choose_made)

    def _choose_made(self, made: int | None) -> None:
        if made is not None:
            self._awaited = Hit(None, made)
            self._choose_awaited()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_awaited(self) -> None:
        """Choose what was made as soon as it is drawn: a large model is read in a worker."""
        found, drawing = self._awaited, self._reading.drawing
        if found is None or drawing is None:
            return
        where = drawing.arrangement
        if found.tie in where.routes or found.box in where.boxes:
            self._awaited = None
            self.view.choose(found, tell=True)
            self.view.reveal()

    def ask_category(self) -> None:
        """Ask for a category that is to be shown although nothing ties it yet."""
        from qcode.ui.dialogs.choose_code import choose_category

        drawing = self._reading.drawing
        if drawing is None:
            return
        wanted = choose_category(
            self,
            self.session,
            self.tr("Put a category into the model"),
            self.tr("Put in"),
            drawing.arrangement.boxes.keys(),
        )
        if wanted is not None:
            area = drawing.area
            place = (area.x, area.bottom + BELOW) if drawing.model.nodes else (0.0, 0.0)
            self.session.run(
                self, self.tr("Put a category into the model"), diagram.set_places, {wanted: place}
            )
            self._awaited = Hit(wanted)
            self._choose_awaited()

    def lay_out(self) -> None:
        """Forget the places chosen by hand; categories that have nothing else keep theirs."""
        drawing = self._reading.drawing
        if drawing is not None:
            going = drawing.arrangement.boxes.keys() - drawing.loose
            self.session.run(self, self.tr("Lay out anew"), diagram.reset, going)
            self.view.fit()

    def _keep_places(self, places: dict[int, tuple[float, float]]) -> None:
        before = self._reading
        self.session.run(self, self.tr("Move in the diagram"), diagram.set_places, places)
        if self._reading is before and not self.session.project.read_only:
            self.redrawWanted.emit()  # it stood where it was put, or was refused

    def remove(self) -> None:
        """Delete the chosen relation, or take chosen boxes out of the model."""
        if not self.session.writable:
            return
        if self.view.tie is not None:
            self._commands.delete([self.view.tie])
            return
        drawing = self._reading.drawing
        loose = self.view.boxes & drawing.loose if drawing is not None else set()
        if loose:
            self.session.run(self, self.tr("Take out of the model"), diagram.reset, loose)
        elif self.view.box is not None:
            words = self.tr(
                "It belongs to the model as a {kind}, or by its relations or stage."
                " Delete these to take it out."
            ).format(kind=say(CodeKind.MAIN_CATEGORY.label))
            place = self.view.seen(drawing.arrangement.boxes[self.view.box]).bottomLeft()
            QToolTip.showText(self.view.viewport().mapToGlobal(place), words, self.view)

    def ask_rename(self, code_id: int) -> None:
        """Ask for another name of a category."""
        from qcode.ui.dialogs.ask_name import ask_name

        title = self.tr("Rename the category")
        name = ask_name(
            self,
            title,
            self.tr("Rename"),
            self.tr("Name"),
            "",
            self._reading.codes[code_id].name,
        )
        if name:
            self.session.run(self, title, codes.rename, code_id, name)

    def export(self) -> None:
        """Write the diagram to a file."""
        from qcode.ui.dialogs.export_diagram import export_diagram

        export_diagram(self, self.session, self._settings, self.tools.options())

    def _keep_options(self) -> None:
        options = self.tools.options()
        keep(self._settings, _KEPT, {"shaded": options.shaded, "sized": options.sized})
        self.redrawWanted.emit()

    def _zoom(self, step: int) -> None:
        if step:
            self.view.zoom(STEP**step)
        else:
            self.view.fit()

    def _chosen(self) -> None:
        self.relationChosen.emit(self.view.tie)
        self.choiceChanged.emit()

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Set every text again."""
        self.view.setAccessibleName(self.tr("Diagram of the model"))
        self._nothing.setText(
            self.tr(
                "Nothing to draw yet. Main categories stand here as soon as there are some; other"
                " categories once they have a relation or a stage."
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
