"""The relations as a table, and the passages of the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QSplitter, QStackedWidget, QToolButton, QWidget

from qcode.ui.shell.session import Session
from qcode.ui.widgets.panel import Panel
from qcode.ui.workspaces.selective.reading import Reading
from qcode.ui.workspaces.selective.relation_commands import RelationCommands
from qcode.ui.workspaces.selective.relation_passages import RelationPassages
from qcode.ui.workspaces.selective.relation_rows import RelationRows
from qcode.ui.workspaces.selective.relation_table import RelationTable


class RelationsPanel(Panel):
    """The table follows what is chosen in the diagram, and tells what is chosen in it."""

    chosen = Signal(object)
    """The relation (its id) that a person chose, or None."""

    passageRequested = Signal(int, int, int, int)

    def __init__(
        self, session: Session, commands: RelationCommands, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._commands = commands
        self._reading = Reading()
        self._following = False
        self.rows = RelationRows(writable=session.writable)
        self.table = RelationTable(self.rows)
        self.passages = RelationPassages(writable=session.writable)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._nothing.setContentsMargins(8, 16, 8, 8)
        self.parts = QSplitter(Qt.Orientation.Horizontal, self)
        self._pages = QStackedWidget(self.parts)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._nothing)
        self.parts.addWidget(self.passages)
        self.parts.setStretchFactor(0, 3)
        self.parts.setStretchFactor(1, 1)
        self.parts.setSizes([680, 230])
        self.parts.setChildrenCollapsible(False)
        self.parts.setHandleWidth(8)
        self._types = QToolButton(self)
        self._types.setStyleSheet("padding: 0 5px;")  # no higher than the heading
        self._types.clicked.connect(self._commands.show_types)
        self._types.setVisible(session.writable)
        self.head.addWidget(self._types)
        self.column.addWidget(self.parts, 1)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.rows.typeWanted.connect(
            self._commands.set_type, Qt.ConnectionType.QueuedConnection
        )  # later: the editor is still open
        self.rows.meaningWanted.connect(
            self._commands.set_meaning, Qt.ConnectionType.QueuedConnection
        )
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._follow())
        self.table.removeWanted.connect(lambda: self.remove(self.table.chosen_ids()))
        self.table.nudgeWanted.connect(self._nudge)
        self.table.opened.connect(self._open)
        self.table.quoteOpened.connect(self._open_quote)
        self.table.menuWanted.connect(self._open_menu)
        self.passages.opened.connect(
            lambda one: self.passageRequested.emit(one.document_id, *one.span, 0)
        )
        self.passages.addWanted.connect(self._add_passages)
        self.passages.removeWanted.connect(
            lambda ids: self._commands.remove_passages(self.table.current_id(), ids)
        )
        self.passages.orderWanted.connect(
            lambda ids: self._commands.reorder_passages(self.table.current_id(), ids)
        )

    # ------------------------------------------------------------------ what others ask

    def show_reading(self, reading: Reading) -> None:
        """Show the relations of a reading; the chosen one stays chosen."""
        kept = self.table.current_id()
        self._reading = reading
        self._following = True
        self.rows.show_reading(reading)
        if kept is not None:
            self.table.choose(kept)
        self._following = False
        self._pages.setCurrentIndex(0 if reading.relations else 1)
        self._show_passages()
        self._say()

    def choose(self, relation_id: int | None) -> None:
        """Choose a relation that was chosen elsewhere."""
        self._following = True
        self.table.choose(relation_id)
        self._following = False
        self._show_passages()

    def open_passages(self, relation_id: int) -> None:
        """Go into the passages of a relation."""
        self.choose(relation_id)
        self._open(relation_id)

    def remove(self, relation_ids: list[int]) -> None:
        """Delete relations."""
        if self.session.writable:
            self._commands.delete(relation_ids)

    # ------------------------------------------------------------------ following

    def _follow(self) -> None:
        if not self._following:
            self._show_passages()
            self.chosen.emit(self.table.current_id())

    def _show_passages(self) -> None:
        relation = self._reading.relation(self.table.current_id())
        if relation is None:
            self.passages.show_passages(None, "", [])
            return
        quotes = self._reading.quotes
        held = [quotes[one] for one in relation.passages if one in quotes]
        self.passages.show_passages(relation.id, self._reading.sentence(relation), held)

    def _open(self, relation_id: int) -> None:
        relation = self._reading.relation(relation_id)
        if relation is not None and relation.passages:
            self.passages.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif relation is not None and self.session.writable:
            self._commands.ask_passages(relation)

    def _open_quote(self, relation_id: int) -> None:
        relation = self._reading.relation(relation_id)
        one = self._reading.quotes.get(relation.passages[0]) if relation else None
        if one is not None:
            self.passageRequested.emit(one.document_id, *one.span, 0)

    def _add_passages(self) -> None:
        relation = self._reading.relation(self.table.current_id())
        if relation is not None:
            self._commands.ask_passages(relation)

    def _nudge(self, step: int) -> None:
        current = self.table.current_id()
        if current is not None and self.session.writable:
            self._commands.nudge(current, step)

    def _open_menu(self, where: QPoint) -> None:
        relation = self._reading.relation(self.table.current_id())
        if relation is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Its passages\tEnter")).triggered.connect(
            lambda: self._open(relation.id)
        )
        if self.session.writable:
            menu.addAction(self.tr("Write what it means\tF2")).triggered.connect(
                lambda: self.table.edit_meaning(relation.id)
            )
        self._commands.fill_menu(menu, relation, self.table.chosen_ids())
        menu.popup(where)

    # ------------------------------------------------------------------ words

    def _say(self) -> None:
        count = len(self._reading.relations)
        self.set_heading(self.tr("Relations"), str(count) if count else "")

    def retranslate(self) -> None:
        """Set every text again."""
        self.table.setAccessibleName(self.tr("Relations"))
        self._types.setText(self.tr("Types…"))
        self._types.setToolTip(self.tr("Rename, turn, make and delete types of relations"))
        self._types.setAccessibleName(self.tr("Types of relations"))
        self._nothing.setText(
            self.tr(
                "No relation yet. Draw one in the diagram from the edge of a box to another, or"
                " press R there."
            )
        )
        self._say()
        self._show_passages()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
