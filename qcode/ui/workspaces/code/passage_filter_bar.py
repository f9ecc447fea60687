"""The line that narrows and orders a list of passages: words, conditions as chips, order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from qcode.ui.itemmodels.passage_filters import (
    CODER,
    DOCUMENT,
    GROUP,
    VARIABLE,
    Field,
    PassageFilter,
    Value,
)
from qcode.ui.itemmodels.passage_rows import COMPARING, DOCUMENT_ORDER, NEWEST_FIRST
from qcode.ui.itemmodels.passages import PassagesModel
from qcode.ui.shell import icons
from qcode.ui.shell.i18n import joined
from qcode.ui.widgets.chip import Chip
from qcode.ui.widgets.choice_popup import Choice, ChoicePopup
from qcode.ui.widgets.flow_layout import FlowLayout

_NAMED = 3  # values that a chip names; more are counted


class PassageFilterBar(QWidget):
    """Asks the model for what the controls say; the chips say what is asked."""

    belowToggled = Signal(bool)
    chipsChanged = Signal()
    narrowed = Signal()  # other passages are asked for
    entered = Signal()  # Enter in the words: on to the list

    def __init__(self, model: PassagesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(110)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.add = QToolButton()
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.add.setMenu(self.menu)
        self.order = QComboBox()
        for order in (DOCUMENT_ORDER, NEWEST_FIRST, COMPARING):
            self.order.addItem("", order)
        self.together = QComboBox()
        self.together.addItem("", False)
        self.together.addItem("", True)
        self.below = QCheckBox()
        self.clear = QToolButton()
        self.chips: dict[object, Chip] = {}
        self._popup: ChoicePopup | None = None
        self._flow = FlowLayout(self)
        for part in (self.words, self.add, self.order, self.together, self.below, self.clear):
            self._flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.words.textChanged.connect(self._take_words)
        self.words.returnPressed.connect(self.entered)
        self.order.activated.connect(lambda _: model.set_order(self.order.currentData()))
        self.together.activated.connect(lambda _: model.set_together(self.together.currentData()))
        self.below.clicked.connect(self.belowToggled)
        self.clear.clicked.connect(self.clear_all)
        self.retranslate()
        self.draw()

    # ------------------------------------------------------------------ what is asked

    def controls(self) -> list[QWidget]:
        """Return what takes the focus, in the order in which it stands."""
        chips = [part for chip in self.chips.values() for part in (chip.words, chip.cross)]
        tools = [self.words, self.add, self.order, self.together, self.below]
        return [*tools, *chips, self.clear]

    def set_order(self, order: str) -> None:
        """Choose an order as the box would."""
        self.order.setCurrentIndex(self.order.findData(order))
        self._model.set_order(order)

    def clear_all(self) -> None:
        """Take every condition away, the words too."""
        self.words.clear()
        self._ask(PassageFilter())
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what is asked now, and only those controls that can do something."""
        self.together.setVisible(len(self._model.asked_codes) > 1)
        self.below.setVisible(self._model.has_below)
        asked = self._model.filter
        wanted: dict[object, str] = {
            of: self._condition(of, values) for of, values in asked.conditions.items()
        }
        if asked.typical:
            wanted["typical"] = self.tr("Typical only")
        if asked.memo:
            wanted["memo"] = self.tr("With memo only")
        self.clear.setVisible(bool(wanted))
        shown = list(self.chips.values())
        for key in list(self.chips):
            if wanted.get(key) != self.chips[key].words.accessibleName():
                chip = self.chips.pop(key)
                chip.hide()
                chip.deleteLater()
        for key, text in wanted.items():
            if key not in self.chips:
                self._add_chip(key, text)
        self.updateGeometry()
        if shown != list(self.chips.values()):
            self.chipsChanged.emit()

    def _ask(self, asked: PassageFilter) -> None:
        self._model.set_filter(asked)
        self.refresh()
        self.narrowed.emit()

    def _take_words(self, words: str) -> None:
        asked = self._model.filter
        self._model.set_filter(PassageFilter(asked.conditions, asked.typical, asked.memo, words))
        self.narrowed.emit()

    def _set_mark(self, mark: str, on: bool) -> None:
        asked = self._model.filter
        typical = on if mark == "typical" else asked.typical
        memo = on if mark == "memo" else asked.memo
        self._ask(PassageFilter(asked.conditions, typical, memo, asked.words))

    # ------------------------------------------------------------------ chips

    def _add_chip(self, key: object, text: str) -> None:
        chip = Chip(text, self.tr("No longer: {condition}").format(condition=text), self)
        chip.removed.connect(lambda: self._remove(key))
        if isinstance(key, Field):
            chip.pressed.connect(lambda: self.choose(key, chip))
        else:
            chip.pressed.connect(lambda: self._remove(key))
        self.chips[key] = chip
        self._flow.insert(self._flow.count() - 1, chip)
        chip.show()

    def _remove(self, key: object) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(key, Field):
            self._ask(self._model.filter.with_values(key, ()))
        else:
            self._set_mark(str(key), False)

    def _condition(self, of: Field, values: frozenset[Value]) -> str:
        names = sorted(self._name(of, value) for value in values)
        if len(names) > _NAMED:
            names = [self.tr("{count} chosen").format(count=len(names))]
        return joined([self._kind(of), joined(names)], "heading")

    def _kind(self, of: Field) -> str:
        match of.kind:
            case "group":
                return self.tr("Group")
            case "document":
                return self.tr("Document")
            case "coder":
                return self.tr("Coder")
        return of.name

    def _name(self, of: Field, value: Value) -> str:
        if of.kind == GROUP:
            return self._model.groups.get(value, "") or self.tr("(no group)")
        if of.kind == DOCUMENT:
            facts = self._model.facts.get(value)
            if facts is None:
                return self.tr("(gone)")
            return f"{facts.label}  {facts.name}" if facts.label else facts.name
        return str(value) if value else self.tr("(no value)")

    # ------------------------------------------------------------------ choosing

    def _fill_menu(self) -> None:
        self.menu.clear()
        model = self._model
        fields = [Field(GROUP), Field(DOCUMENT), Field(CODER)]
        titles = {
            GROUP: self.tr("Document &group…"),
            DOCUMENT: self.tr("&Document…"),
            CODER: self.tr("&Coder…"),
        }
        for of in fields:
            action = self.menu.addAction(titles[of.kind])
            action.triggered.connect(lambda _=False, of=of: self.choose(of, self.add))
        names = {name: None for facts in model.facts.values() for name in facts.values}
        if names:
            variables = self.menu.addMenu(self.tr("&Variable"))
            for name in names:
                action = variables.addAction(name.replace("&", "&&") + "…")
                of = Field(VARIABLE, name)
                action.triggered.connect(lambda _=False, of=of: self.choose(of, self.add))
        self.menu.addSeparator()
        for mark, title, on in (
            ("typical", self.tr("&Typical only"), model.filter.typical),
            ("memo", self.tr("With &memo only"), model.filter.memo),
        ):
            action = self.menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(on)
            action.triggered.connect(lambda on, mark=mark: self._set_mark(mark, on))
        self.menu.addSeparator()
        clear = self.menu.addAction(self.tr("C&lear all"))
        clear.setEnabled(model.filter.active)
        clear.triggered.connect(self.clear_all)

    def choose(self, of: Field, at: QWidget) -> None:
        """Let the user tick values of one kind, below the widget ``at``."""
        counts = self._model.choices(of)
        chosen = self._model.filter.conditions.get(of, frozenset())
        values = dict.fromkeys([*counts, *chosen], 0) | counts
        choices = [Choice(one, self._name(of, one), count) for one, count in values.items()]
        if of.kind == DOCUMENT:
            facts = self._model.facts
            choices.sort(key=lambda one: facts[one.value].position if one.value in facts else -1)
        else:
            choices.sort(key=lambda one: (not one.value, one.title.casefold()))
        popup = ChoicePopup(self._kind(of), choices, chosen, self)
        popup.chosen.connect(lambda now: self._ask(self._model.filter.with_values(of, now)))
        self._popup = popup
        popup.open_below(at)

    # ------------------------------------------------------------------ words and looks

    def retranslate(self) -> None:
        """Set every text again."""
        self.words.setPlaceholderText(self.tr("Filter passages"))
        self.words.setAccessibleName(self.tr("Filter passages"))
        self.add.setText(self.tr("Filter"))
        self.add.setToolTip(self.tr("Show only some documents, coders, or values of variables"))
        self.add.setAccessibleName(self.tr("Add a condition"))
        self.order.setItemText(0, self.tr("By document"))
        self.order.setItemText(1, self.tr("Newest first"))
        self.order.setItemText(2, self.tr("Newest against earlier"))
        self.order.setAccessibleName(self.tr("Order of the passages"))
        self.together.setItemText(0, self.tr("Any of the codes"))
        self.together.setItemText(1, self.tr("All codes together"))
        self.together.setAccessibleName(self.tr("Any or all of the codes"))
        self.together.setToolTip(self.tr("All together: passages on the same or overlapping words"))
        self.below.setText(self.tr("With codes below"))
        self.clear.setText(self.tr("Clear all"))
        self.refresh()

    def draw(self) -> None:
        """Take the pictures of the theme."""
        self.add.setIcon(icons.icon("filter"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.draw()
        super().changeEvent(event)
