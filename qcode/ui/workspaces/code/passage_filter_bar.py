"""The line that narrows and orders a list of passages: words, conditions as chips, order."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QMenu, QWidget

from qcode.model.enums import CodeKind
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
from qcode.ui.shell.i18n import own_term
from qcode.ui.widgets.chip import Chip
from qcode.ui.widgets.choice_popup import Choice, ChoicePopup
from qcode.ui.widgets.filter_line import FilterLine


class PassageFilterBar(FilterLine):
    """Asks the model for what the controls say; the chips say what is asked."""

    belowToggled = Signal(bool)
    narrowed = Signal()  # other passages are asked for

    def __init__(self, model: PassagesModel, parent: QWidget | None = None) -> None:
        together, below = QComboBox(), QCheckBox()
        super().__init__((DOCUMENT_ORDER, NEWEST_FIRST, COMPARING), (together, below), parent)
        self.together, self.below = together, below
        for value in (False, True):
            together.addItem("", value)
        self._model = model
        self._popup: ChoicePopup | None = None
        self.words.textChanged.connect(self._take_words)
        self.words.returnPressed.connect(self.entered)
        self.order.activated.connect(lambda _: model.set_order(self.order.currentData()))
        self.together.activated.connect(lambda _: model.set_together(self.together.currentData()))
        self.below.clicked.connect(self.belowToggled)
        self.retranslate()

    # ------------------------------------------------------------------ what is asked

    def set_order(self, order: str) -> None:
        """Choose an order as the box would."""
        self.order.setCurrentIndex(self.order.findData(order))
        self._model.set_order(order)

    def active(self) -> bool:
        return self._model.filter.active

    def reset(self) -> None:
        self.ask(PassageFilter())

    def ask(self, asked: PassageFilter) -> None:
        """Ask for something else, words and all."""
        with QSignalBlocker(self.words):
            self.words.setText(asked.words)
        self._ask(asked)

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
        if asked.without_concept:
            own = own_term(CodeKind.CONCEPT.label)
            wanted["without_concept"] = (
                self.tr("Without {concept} only").format(concept=own)
                if own
                else self.tr("Without concept only")
            )
        self.show_chips(wanted)

    def _ask(self, asked: PassageFilter) -> None:
        self._model.set_filter(asked)
        self.refresh()
        self.narrowed.emit()

    def _take_words(self, words: str) -> None:
        self._model.set_filter(replace(self._model.filter, words=words))
        self.narrowed.emit()

    def _set_mark(self, mark: str, on: bool) -> None:
        """Ask for a condition that holds or does not, by its name in ``PassageFilter``."""
        self._ask(replace(self._model.filter, **{mark: on}))

    # ------------------------------------------------------------------ chips

    def press(self, key: object, chip: Chip) -> None:
        if isinstance(key, Field):
            self.choose(key, chip)
        else:
            self.remove(key)

    def remove(self, key: object) -> None:
        if isinstance(key, Field):
            self._ask(self._model.filter.with_values(key, ()))
        else:
            self._set_mark(str(key), False)

    def _condition(self, of: Field, values: frozenset[Value]) -> str:
        return self.say_values(self._kind(of), (self._name(of, value) for value in values))

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

    def fill_menu(self, menu: QMenu) -> None:
        model = self._model
        fields = [Field(GROUP), Field(DOCUMENT), Field(CODER)]
        titles = {
            GROUP: self.tr("Document &group…"),
            DOCUMENT: self.tr("&Document…"),
            CODER: self.tr("&Coder…"),
        }
        for of in fields:
            action = menu.addAction(titles[of.kind])
            action.triggered.connect(lambda _=False, of=of: self.choose(of, self.add))
        names = {name: None for facts in model.facts.values() for name in facts.values}
        if names:
            variables = menu.addMenu(self.tr("&Variable"))
            for name in names:
                action = variables.addAction(name.replace("&", "&&") + "…")
                of = Field(VARIABLE, name)
                action.triggered.connect(lambda _=False, of=of: self.choose(of, self.add))
        menu.addSeparator()
        own = own_term(CodeKind.CONCEPT.label)
        bare = (
            self.tr("With&out {concept} only").format(concept=own.replace("&", "&&"))
            if own
            else self.tr("With&out concept only")
        )
        for mark, title, on in (
            ("typical", self.tr("&Typical only"), model.filter.typical),
            ("memo", self.tr("With &memo only"), model.filter.memo),
            ("without_concept", bare, model.filter.without_concept),
        ):
            self.add_mark(menu, title, on, lambda on, mark=mark: self._set_mark(mark, on))

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

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Set every text again."""
        self.say(
            self.tr("Filter passages"),
            self.tr("Show only some documents, coders, or values of variables"),
            self.tr("Order of the passages"),
            (self.tr("By document"), self.tr("Newest first"), self.tr("Newest against earlier")),
        )
        self.together.setItemText(0, self.tr("Any of the codes"))
        self.together.setItemText(1, self.tr("All codes together"))
        self.together.setAccessibleName(self.tr("Any or all of the codes"))
        self.together.setToolTip(self.tr("All together: passages on the same or overlapping words"))
        self.below.setText(self.tr("With codes below"))
        self.refresh()
