"""The coders of a project: who codes, how far everybody is, and whether they see each other's work.

What is changed here is changed at once, each change a step that can be undone.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidgetItem,
    QWidget,
)

from qcode.services import coders, documents
from qcode.services.coders import CoderFigures
from qcode.ui.dialogs.ask_name import ask_name
from qcode.ui.dialogs.colour import choose_colour
from qcode.ui.dialogs.form import FormDialog, note
from qcode.ui.dialogs.tables import FittedRows, make_table
from qcode.ui.shell.session import Session
from qcode.ui.widgets.coder_chip import CHIP, coder_chip

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NAME, _NOW, _CODINGS, _OPEN, _FINISHED = range(5)
_USUAL_ROWS, _MOST_ROWS = 4, 8  # coders that are seen at once; more of them scroll
LETTERS = 16
"""Letters of a coder's name that have room at least."""


def manage_coders(parent: QWidget, session: Session) -> str | None:
    """Show the coders; return the name of who codes from now on, None when nobody else does."""
    dialog = CodersDialog(parent, session)
    chosen = dialog.chosen_name() if dialog.asked() else None
    return chosen if chosen != session.project.coder else None


class CodersDialog(FormDialog):
    """A table of coders with buttons for what can be done to them, and the switch below."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            translate("coders", "Coders"),
            translate("coders", "Code as this person"),
            translate("coders", "Every coding and every step carries the name of who codes."),
        )
        self.setMinimumWidth(560)
        self.cancel_button.setText(translate("coders", "Close"))
        self._session = session
        self._found: list[CoderFigures] = []
        self._total = 0  # documents
        self._filling = False
        self.view = self._make_list()
        self.body.addWidget(self.view, 1)
        self.body.addLayout(self._make_buttons())
        self._add_switch()
        self.view.currentItemChanged.connect(lambda *_: self._show_possible())
        self.view.itemActivated.connect(lambda *_: self.accept_button.click())
        self.view.itemChanged.connect(self._renamed)
        session.changed.connect(self._fill)
        self._fill()
        self.view.setMinimumWidth(self._width_needed())
        self.view.setFocus()

    def chosen_name(self) -> str:
        """The coder whose row is the current one."""
        found = self._chosen()
        return found.coder.name if found is not None else self._session.project.coder

    # ------------------------------------------------------------------ parts

    def _width_needed(self) -> int:
        """Pixels at which all figures and some letters of each name are seen, in any font."""
        self.view.ensurePolished()
        columns = range(_NAME + 1, self.view.columnCount())
        header = self.view.header()
        figures = [
            max(self.view.sizeHintForColumn(column), header.sectionSizeHint(column))
            for column in columns
        ]
        name = CHIP + LETTERS * self.view.fontMetrics().averageCharWidth()
        return sum(figures) + name + 2 * self.view.frameWidth()

    def _make_list(self) -> FittedRows:
        translate = QCoreApplication.translate
        view = FittedRows(_MOST_ROWS, _USUAL_ROWS)
        make_table(view, translate("coders", "Coders"))
        view.setIconSize(QSize(CHIP, CHIP))
        view.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        view.setHeaderLabels(
            [
                translate("coders", "Coder"),
                "",
                translate("coders", "Codings"),
                translate("coders", "In progress"),
                translate("coders", "Finished"),
            ]
        )
        header = view.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column in (_CODINGS, _OPEN, _FINISHED):
            view.headerItem().setTextAlignment(column, _RIGHT)
        return view

    def _make_buttons(self) -> QHBoxLayout:
        translate = QCoreApplication.translate
        row = QHBoxLayout()
        self.add_button = QPushButton(translate("coders", "&Add…"))
        self.rename_button = QPushButton(translate("coders", "&Rename"))
        self.colour_button = QPushButton(translate("coders", "C&olour…"))
        for button, handler in (
            (self.add_button, self._add),
            (self.rename_button, self._rename),
            (self.colour_button, self._recolour),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(handler)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _add_switch(self) -> None:
        translate = QCoreApplication.translate
        about = translate(
            "coders",
            "Each coder sees the codings and memos of the others only in documents that they have"
            " set to finished themselves: in texts, counts, lists, history and exports. The"
            " codebook stays shared. It holds for everybody who works in this project.",
        )
        self.blind = QCheckBox(translate("coders", "Work &blind"))
        self.blind.setAccessibleDescription(about)
        self.blind.clicked.connect(self._switch)
        self.body.addSpacing(4)
        self.body.addWidget(self.blind)
        self.body.addWidget(note(about))
        if not self._session.writable:
            self.complain(
                translate("coders", "The project is open read-only; nothing can be changed here.")
            )

    # ------------------------------------------------------------------ rows

    def _fill(self, _: object = None) -> None:
        """Show the coders as they are now; the current row stays."""
        project = self._session.project
        chosen = self._chosen()
        self._found = coders.figures(project)
        self._total = len(documents.places(project))
        self._filling = True
        self.view.clear()
        self.view.addTopLevelItems([self._row(one) for one in self._found])
        self.view.updateGeometry()
        self._filling = False
        wanted = chosen.coder.id if chosen is not None else None
        for place, one in enumerate(self._found):
            if one.coder.id == wanted or (wanted is None and one.coder.name == project.coder):
                self.view.setCurrentItem(self.view.topLevelItem(place))
        self.blind.setChecked(self._session.blind)
        self._show_possible()

    def _row(self, one: CoderFigures) -> QTreeWidgetItem:
        translate = QCoreApplication.translate
        number = QLocale().toString
        current = one.coder.name == self._session.project.coder
        finished = translate("coders", "{done} of {count}").format(
            done=number(one.finished), count=number(self._total)
        )
        item = QTreeWidgetItem(
            [
                one.coder.name,
                translate("coders", "codes now") if current else "",
                number(one.codings),
                number(one.open),
                finished,
            ]
        )
        item.setIcon(_NAME, coder_chip(one.coder))
        for column in (_CODINGS, _OPEN, _FINISHED):
            item.setTextAlignment(column, _RIGHT)
        if self._session.writable:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        return item

    def _chosen(self) -> CoderFigures | None:
        place = self.view.indexOfTopLevelItem(self.view.currentItem())
        return self._found[place] if 0 <= place < len(self._found) else None

    def _show_possible(self) -> None:
        chosen, writable = self._chosen(), self._session.writable
        self.add_button.setEnabled(writable)
        self.blind.setEnabled(writable)
        for button in (self.rename_button, self.colour_button):
            button.setEnabled(writable and chosen is not None)
        other = chosen is not None and chosen.coder.name != self._session.project.coder
        self.accept_button.setEnabled(writable and other)

    # ------------------------------------------------------------------ changes

    def _add(self) -> None:
        translate = QCoreApplication.translate
        title = translate("coders", "Add a coder")
        name = ask_name(self, title, translate("coders", "Add"), translate("coders", "Name"))
        if name:
            made = self._session.run(self, title, coders.add, name)
            if made is not None:
                self._choose(made)

    def _choose(self, coder_id: int) -> None:
        for place, one in enumerate(self._found):
            if one.coder.id == coder_id:
                self.view.setCurrentItem(self.view.topLevelItem(place))

    def _rename(self) -> None:
        item = self.view.currentItem()
        if item is not None:
            self.view.setFocus()
            self.view.editItem(item, _NAME)

    def _renamed(self, item: QTreeWidgetItem, column: int) -> None:
        place = self.view.indexOfTopLevelItem(item)
        if self._filling or column != _NAME or not 0 <= place < len(self._found):
            return
        coder, name = self._found[place].coder, item.text(_NAME)
        if " ".join(name.split()) != coder.name:
            title = QCoreApplication.translate("coders", "Rename the coder")
            self._session.run(self, title, coders.rename, coder.id, name)
        self._fill_later()

    def _fill_later(self) -> None:
        """Show what is stored; not at once, since the view is still closing its editor."""
        QTimer.singleShot(0, self, self._fill)

    def _recolour(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        title = QCoreApplication.translate("coders", "Colour of the coder")
        color = choose_colour(self, chosen.coder.color, title)
        if color is not None:
            self._session.run(self, title, coders.set_color, chosen.coder.id, color)

    def _switch(self, blind: bool) -> None:
        title = QCoreApplication.translate("coders", "Work blind")
        self._session.run(self, title, coders.set_blind, blind)
        self.blind.setChecked(self._session.blind)  # as it was, after a refusal
