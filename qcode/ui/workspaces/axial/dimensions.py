"""The properties of a category, and where a passage lies on each of their dimensions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qcode.model.changes import ChangeSet
from qcode.model.theory_records import CodeProperty
from qcode.services import properties
from qcode.ui.shell import icons, theme
from qcode.ui.shell.session import Session
from qcode.ui.widgets.elided_label import ElidedLabel
from qcode.ui.widgets.inspector.parts import Section, label, link
from qcode.ui.workspaces.axial.dimension_slider import DimensionSlider


class Dimensions(Section):
    """A row for each property of one code; the sliders place one passage."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.session = session
        self._code: int | None = None
        self._passage: int | None = None
        self._rows: dict[int, DimensionRow] = {}
        self._name = ""
        self._which = label("small", wraps=True)
        self.column.addWidget(self._which)
        self._listed = QVBoxLayout()
        self._listed.setSpacing(8)
        self.column.addLayout(self._listed)
        self._add = link()
        self._add.clicked.connect(self._ask_new)
        self.column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        session.viewChanged.connect(self.read)
        self.retranslate()

    def show_code(self, code_id: int | None) -> None:
        """Show the properties of a code; None hides everything."""
        self._code = code_id
        self.setVisible(code_id is not None)
        self.read()

    def show_passage(self, selection_id: int | None, name: str = "") -> None:
        """Let the sliders say where this passage lies, and ``name`` say which one it is."""
        self._passage, self._name = selection_id, name
        self._show_places()

    def take_over(self, changes: ChangeSet) -> None:
        """Read again what a step touched."""
        if self.isVisible() and changes.touches("code_property", "property_place", "coding"):
            self.read()

    def read(self) -> None:
        """Read the properties of the code."""
        found: list[CodeProperty] = []
        if self._code is not None:
            found = properties.of_code(self.session.project, self._code)
        for key in self._rows.keys() - {one.id for one in found}:
            row = self._rows.pop(key)
            self._listed.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, one in enumerate(found):
            row = self._rows.get(one.id) or self._made(one.id)
            if self._listed.indexOf(row) != place:
                self._listed.insertWidget(place, row)
            row.show_property(one)
        self._add.setVisible(self.session.writable)
        self._show_places()

    def _made(self, key: int) -> DimensionRow:
        row = self._rows[key] = DimensionRow(self.session.writable)
        row.placed.connect(lambda value: self._place(key, value))
        row.menuWanted.connect(lambda where: self._open_menu(key, where))
        return row

    def _show_places(self) -> None:
        coder = self.session.project.coder
        for row in self._rows.values():
            row.show_passage(self._passage, coder)
        self._which.setVisible(bool(self._rows))
        if self._passage is None:
            self._which.setText(self.tr("Choose a passage above to say where it lies."))
        else:
            self._which.setText(self.tr("Where {passage} lies:").format(passage=self._name))

    # ------------------------------------------------------------------ what is done

    def _place(self, key: int, value: int) -> None:
        if self._passage is not None:
            self.session.run(
                self,
                self.tr("Place a passage"),
                properties.place,
                key,
                self._passage,
                value,
            )

    def _ask_new(self) -> None:
        from qcode.ui.dialogs.dimension import ask_dimension

        wanted = ask_dimension(self)
        if wanted is not None and self._code is not None:
            self.session.run(self, self.tr("New property"), properties.create, self._code, *wanted)

    def _open_menu(self, key: int, where: QPoint) -> None:
        row = self._rows[key]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Change…")).triggered.connect(lambda: self._ask_change(key))
        away = menu.addAction(self.tr("Take the passage off"))
        away.setEnabled(row.placed_here)
        away.triggered.connect(lambda: self._unplace(key))
        menu.addSeparator()
        menu.addAction(self.tr("Delete")).triggered.connect(lambda: self._delete(key))
        menu.popup(where)

    def _ask_change(self, key: int) -> None:
        from qcode.ui.dialogs.dimension import ask_dimension

        known = self._rows[key].known
        wanted = ask_dimension(self, known)
        if wanted is not None:
            self.session.run(
                self,
                self.tr("Change the property"),
                properties.edit,
                key,
                name=wanted.name,
                low=wanted.low,
                high=wanted.high,
            )

    def _unplace(self, key: int) -> None:
        if self._passage is not None:
            self.session.run(
                self,
                self.tr("Take the passage off"),
                properties.unplace,
                key,
                [self._passage],
            )

    def _delete(self, key: int) -> None:
        self.session.run(self, self.tr("Delete the property"), properties.delete, key)

    def retranslate(self) -> None:
        """Set every text again."""
        self.heading.setText(self.tr("Properties and dimensions"))
        self._add.setText(self.tr("Add a property"))
        self._show_places()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class DimensionRow(QWidget):
    """One property: its name, its dimension with marks for all passages, its poles."""

    placed = Signal(int)  # where the passage is put now, 0 to 100
    menuWanted = Signal(QPoint)

    def __init__(self, writable: bool) -> None:
        super().__init__()
        self._writable = writable
        self.known: CodeProperty | None = None
        self.placed_here = False
        self._name = ElidedLabel()
        self._menu = QToolButton()
        self._menu.setIcon(QIcon(icons.pixmap("more", 16, theme.current().muted)))
        self._menu.clicked.connect(
            lambda: self.menuWanted.emit(self._menu.mapToGlobal(self._menu.rect().bottomLeft()))
        )
        self._menu.setVisible(writable)
        self.slider = DimensionSlider()
        self.slider.settled.connect(self.placed)
        self._low, self._high = QLabel(), QLabel()
        for pole in (self._low, self._high):
            pole.setProperty("role", "small")
            pole.setTextFormat(Qt.TextFormat.PlainText)
            pole.setWordWrap(True)
        self._high.setAlignment(Qt.AlignmentFlag.AlignRight)
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(self._menu)
        below.addWidget(self._low, 1)
        below.addWidget(self._high, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 0, 6, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.slider)
        column.addLayout(below)
        self.retranslate()

    def show_property(self, shown: CodeProperty) -> None:
        """Show a property and the places of all passages on it."""
        self.known = shown
        self._name.setText(shown.name)
        self._low.setText(shown.low)
        self._high.setText(shown.high)
        self.retranslate()

    def show_passage(self, selection_id: int | None, coder: str) -> None:
        """Show where a passage lies for ``coder``."""
        if self.known is None:
            return
        here = None
        others = []
        for one in self.known.places:
            if one.selection_id == selection_id and one.coder == coder:
                here = one.place
            else:
                others.append(one.place)
        self.placed_here = here is not None
        self.slider.show_places(here, others)
        self.slider.setEnabled(selection_id is not None and self._writable)

    def retranslate(self) -> None:
        """Set every text again."""
        shown = self.known
        if shown is not None:
            self.slider.setAccessibleName(
                self.tr("{property}, from {low} to {high}").format(
                    property=shown.name, low=shown.low, high=shown.high
                )
            )
        words = self.tr("Change, take off, delete")
        self._menu.setToolTip(words)
        self._menu.setAccessibleName(words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._menu.setIcon(QIcon(icons.pixmap("more", 16, theme.current().muted)))
        super().changeEvent(event)
