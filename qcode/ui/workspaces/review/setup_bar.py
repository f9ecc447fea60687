"""What is compared: coders as chips, documents, codes, the unit. Every figure follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QMenu,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

from qcode.model.agreement import Unit
from qcode.model.agreement_enums import CoderRole
from qcode.model.records import Code, Coder, Group
from qcode.ui.shell import icons
from qcode.ui.shell.i18n import joined, say
from qcode.ui.shell.session import Session
from qcode.ui.widgets.coder_chip import coder_chip
from qcode.ui.widgets.flow_layout import FlowLayout
from qcode.ui.workspaces.review.choice import Choice

_WIDEST = 230  # pixels of a button that names something


class SetupBar(QWidget):
    """Shows a ``Choice`` and lets it be changed; ``changed`` tells of each change by a person."""

    changed = Signal()

    def __init__(self, session: Session, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.choice = choice
        self._people: tuple[Coder, ...] = ()
        self._groups: tuple[Group, ...] = ()
        self._codes: tuple[Code, ...] = ()
        self.chips: dict[str, QToolButton] = {}
        self._title = QLabel(self)
        self._title.setProperty("role", "section")
        self.documents, self.codes = self._menu_button(), self._menu_button()
        self.unit = QComboBox(self)
        for unit in Unit:
            self.unit.addItem("", unit)
        self.overlap = QSpinBox(self)
        self.overlap.setRange(1, 100)
        self.overlap.setPrefix("≥ ")
        self.overlap.setSuffix(" %")
        self.roll_up = QCheckBox(self)
        self._flow = FlowLayout(self)
        for part in (
            self._title,
            self.documents,
            self.codes,
            self.unit,
            self.overlap,
            self.roll_up,
        ):
            self._flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.unit.activated.connect(lambda _: self._ask(unit=Unit(self.unit.currentData())))
        self.overlap.valueChanged.connect(lambda value: self._ask(overlap=value))
        self.roll_up.toggled.connect(lambda on: self._ask(roll_up=on))
        self.documents.menu().aboutToShow.connect(self._offer_documents)
        self.codes.menu().aboutToShow.connect(self._offer_codes)
        self._draw()
        self.retranslate()

    def _menu_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setMaximumWidth(_WIDEST)
        button.setMenu(QMenu(button))
        return button

    # ------------------------------------------------------------------ what is shown

    def show_people(
        self, people: Sequence[Coder], groups: Sequence[Group], codes: Sequence[Code]
    ) -> None:
        """Offer these coders, groups of documents and codes."""
        self._people, self._groups, self._codes = tuple(people), tuple(groups), tuple(codes)
        names = [one.name for one in people]
        if names != list(self.chips):
            self._make_chips()
        self._draw()
        self._say()

    def show_choice(self, choice: Choice) -> None:
        """Show another choice, without telling of it."""
        self.choice = choice
        self._draw()
        self._say()

    def _make_chips(self) -> None:
        focused = next((name for name, chip in self.chips.items() if chip.hasFocus()), None)
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        for at, one in enumerate(self._people):
            chip = QToolButton(self)
            chip.setCheckable(True)
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setIconSize(QSize(18, 18))
            chip.clicked.connect(self._choose_coders)
            self.chips[one.name] = chip
            self._flow.insert(1 + at, chip)
            chip.show()
        if focused in self.chips:
            self.chips[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def _draw(self) -> None:
        """Let the controls show the choice."""
        chosen = {one.name for one in self.choice.chosen(self._people)}
        for one in self._people:
            chip, on = self.chips[one.name], one.name in chosen
            chip.setChecked(on)
            # No meaning by colour alone: who is not compared has a plus, to be added by.
            chip.setIcon(coder_chip(one) if on else icons.icon("plus"))
        self.unit.setCurrentIndex(self.unit.findData(self.choice.unit))
        self.overlap.blockSignals(True)
        self.overlap.setValue(self.choice.overlap)
        self.overlap.blockSignals(False)
        self.overlap.setVisible(self.choice.unit is Unit.SEGMENT)
        self.roll_up.blockSignals(True)
        self.roll_up.setChecked(self.choice.roll_up)
        self.roll_up.blockSignals(False)
        self._flow.invalidate()

    # ------------------------------------------------------------------ what is chosen

    def _ask(self, **changes: Any) -> None:
        choice = replace(self.choice, **changes)
        if choice != self.choice:
            self.choice = choice
            self._draw()
            self._say()
            self.changed.emit()

    def _choose_coders(self) -> None:
        names = tuple(name for name, chip in self.chips.items() if chip.isChecked())
        persons = tuple(one.name for one in self._people if one.role is None)
        self._ask(coders=None if names == persons else names)

    def _offer_documents(self) -> None:
        menu = self.documents.menu()
        menu.clear()
        which = QActionGroup(menu)
        for text, every in (
            (self.tr("Finished by all who are compared"), False),
            (self.tr("All, finished or not"), True),
        ):
            action = which.addAction(menu.addAction(text))
            action.setCheckable(True)
            action.setChecked(self.choice.all_documents == every)
            action.triggered.connect(lambda _=False, every=every: self._ask(all_documents=every))
        if not self._groups:
            return
        menu.addSeparator()
        groups = QActionGroup(menu)
        chosen = self.choice.group_in(self._groups)
        listed = [(self.tr("Of all groups"), ""), *((one.name, one.guid) for one in self._groups)]
        for name, guid in listed:
            action = groups.addAction(menu.addAction(name.replace("&", "&&")))
            action.setCheckable(True)
            action.setChecked(guid == (chosen.guid if chosen else ""))
            action.triggered.connect(lambda _=False, guid=guid: self._ask(group=guid))

    def _offer_codes(self) -> None:
        menu = self.codes.menu()
        menu.clear()
        menu.addAction(self.tr("All codes")).triggered.connect(lambda: self._ask(code=""))
        menu.addAction(self.tr("A code and all below it…")).triggered.connect(self._choose_code)

    def _choose_code(self) -> None:
        from qcode.ui.dialogs.choose_code import choose_any_code

        found = choose_any_code(
            self, self._session, self.tr("Compare a code and all below it"), self.tr("Compare")
        )
        guid = next((one.guid for one in self._codes if one.id == found), None)
        if guid is not None:
            self._ask(code=guid)

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("Compare"))
        self.setAccessibleName(self.tr("What is compared"))
        for at in range(self.unit.count()):
            self.unit.setItemText(at, say(Unit(self.unit.itemData(at)).label))
        self.unit.setAccessibleName(self.tr("Unit"))
        self.unit.setToolTip(
            self.tr(
                "Unit in which coders are compared. In characters every letter counts; in sentences"
                " and paragraphs small differences of edges do not."
            )
        )
        self.overlap.setAccessibleName(self.tr("Share that two segments have in common to match"))
        self.overlap.setToolTip(self.overlap.accessibleName())
        self.roll_up.setText(self.tr("with the codes below"))
        self.roll_up.setToolTip(
            self.tr("A passage of a code counts for all codes above it as well")
        )
        self._say()

    def _say(self) -> None:
        for one in self._people:
            chip = self.chips[one.name]
            again = one.role is CoderRole.AGAIN  # the consensus says so by its name
            role = say(CoderRole.AGAIN.label) if again else ""
            text = joined((one.name, role), "facts")
            chip.setText(text.replace("&", "&&"))
            chip.setAccessibleName(self.tr("Compare {name}").format(name=text))
        group, code = self.choice.group_in(self._groups), self.choice.code_in(self._codes)
        which = (
            self.tr("all documents") if self.choice.all_documents else self.tr("finished by all")
        )
        self._name(self.documents, self.tr("Documents"), (which, group.name if group else ""))
        self._name(
            self.codes,
            self.tr("Codes"),
            (self.tr("{code} and below").format(code=code.title) if code else self.tr("all"),),
        )

    def _name(self, button: QToolButton, title: str, parts: Sequence[str]) -> None:
        whole = joined((title, joined(parts)), "heading")
        shown = button.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, _WIDEST - 40)
        button.setText(shown.replace("&", "&&"))
        button.setIcon(icons.icon("filter"))
        button.setAccessibleName(whole)
        button.setToolTip(whole if shown != whole else "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._draw()
            self._say()
        super().changeEvent(event)
