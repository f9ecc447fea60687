"""The line that narrows and orders the list of disagreements: words, conditions as chips, order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.review import Sieve, Standing
from qcode.ui.itemmodels.disagreement_order import Order
from qcode.ui.itemmodels.disagreement_rows import KINDS, VERDICTS
from qcode.ui.shell.i18n import say, translated
from qcode.ui.widgets.chip import Chip
from qcode.ui.widgets.choice_popup import Choice, ChoicePopup
from qcode.ui.widgets.filter_line import FilterLine

if TYPE_CHECKING:
    from qcode.analysis.agreement.spans import Ints
    from qcode.services.review.disagreements import Disagreements

TRIFLE = 3
"""Characters that must differ unless trifles are shown."""

KIND, VERDICT, CODE, DOCUMENT, PAIR, CELL = (
    "kinds",
    "verdicts",
    "code_ids",
    "document_ids",
    "pair",
    "cell",
)
"""Conditions, named as the fields of a ``Sieve``."""

_SETS = (KIND, VERDICT, CODE, DOCUMENT)  # of which several values may be wanted


class SieveBar(FilterLine):
    """Holds what is asked for; the chips say what that is."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.standing = QComboBox()
        for standing in Standing:
            self.standing.addItem("", standing.value)
        super().__init__([order.value for order in Order], (self.standing,), parent)
        self._found: Disagreements | None = None
        self._names: dict[str, dict[object, str]] = {}
        self.wanted = Sieve(shortest=TRIFLE, hide_blank=True)
        self._words = ""
        self.words.textChanged.connect(self._take_words)
        self.words.returnPressed.connect(self.entered)
        self.order.activated.connect(lambda _: self.changed.emit())
        self.standing.activated.connect(self._choose_standing)
        self.retranslate()

    # ------------------------------------------------------------------ what is asked

    def take(self, found: Disagreements) -> None:
        """Offer what occurs in ``found``."""
        self._found = found
        gathered = found.gathered
        first, second = found.pairs[0] if len(found.pairs) == 1 else (None, None)
        a = first.name if first else self.tr("the first")
        b = second.name if second else self.tr("the second")
        self._names = {
            KIND: {
                one: translated(one.label.template).format(first=a, second=b)
                for one in DisagreementKind
            },
            VERDICT: {
                one: translated(one.label.template).format(first=a, second=b) for one in Verdict
            },
            CODE: {code.id: code.title for code in gathered.codes},
            DOCUMENT: {one.id: one.title for one in gathered.documents},
            PAIR: {(one.id, other.id): f"{one.name} – {other.name}" for one, other in found.pairs},
        }
        self.refresh()

    @property
    def wanted_words(self) -> str:
        """What was typed."""
        return self._words

    @property
    def wanted_order(self) -> Order:
        """The order that is chosen."""
        return Order(self.order.currentData())

    @property
    def trifles_shown(self) -> bool:
        """Whether nothing is left out for being a trifle."""
        return not self.wanted.shortest and not self.wanted.hide_blank

    @property
    def asks_for_verdicts(self) -> bool:
        """Whether a decision may bring a row into the list, or take it out."""
        return self.wanted.verdict is not Standing.ALL or self.wanted.verdicts is not None

    def show_trifles(self, shown: bool) -> None:
        """Show what differs in a few characters, or in spaces and punctuation alone, or hide it."""
        self._ask(replace(self.wanted, shortest=0 if shown else TRIFLE, hide_blank=not shown))

    def ask(self, sieve: Sieve) -> None:
        """Ask for what somebody else wants to be seen; trifles stay hidden or shown."""
        self._words = ""  # before clearing, so that nobody hears of it twice
        self.words.clear()
        hidden = replace(sieve, shortest=self.wanted.shortest, hide_blank=self.wanted.hide_blank)
        self._ask(hidden)

    def active(self) -> bool:
        return bool(self._words) or any(getattr(self.wanted, of) is not None for of in _CONDITIONS)

    def reset(self) -> None:
        self.ask(Sieve())

    def _ask(self, wanted: Sieve) -> None:
        self.wanted = wanted
        self.standing.setCurrentIndex(self.standing.findData(wanted.verdict.value))
        self.refresh()
        self.changed.emit()

    def _take_words(self, words: str) -> None:
        if words.split() != self._words.split():
            self._words = words
            self.changed.emit()

    def _choose_standing(self, _: int) -> None:
        self._ask(replace(self.wanted, verdict=Standing(self.standing.currentData())))

    # ------------------------------------------------------------------ chips

    def refresh(self) -> None:
        found = {}
        for of in _CONDITIONS:
            asked = getattr(self.wanted, of)
            if asked is None:
                continue
            if of == CELL:
                none = self.tr("none")
                given = [self._name(CODE, one) if one is not None else none for one in asked]
                found[of] = self.tr("{first} against {second}").format(
                    first=given[0], second=given[1]
                )
            else:
                values: Iterable[object] = [asked] if of == PAIR else asked
                found[of] = self.say_values(self._title(of), (self._name(of, v) for v in values))
        self.show_chips(found)

    def press(self, key: str, chip: Chip) -> None:
        if key in _SETS:
            self.choose(key, chip)
        else:
            self.remove(key)

    def remove(self, key: str) -> None:
        self._ask(replace(self.wanted, **{key: None}))

    def _title(self, of: str) -> str:
        return {
            KIND: self.tr("Kind"),
            VERDICT: self.tr("Decision"),
            CODE: self.tr("Code"),
            DOCUMENT: self.tr("Document"),
            PAIR: self.tr("Coders"),
        }[of]

    def _name(self, of: str, value: object) -> str:
        names = self._names.get(of, {})
        if of == PAIR and isinstance(value, tuple) and value not in names:
            value = value[::-1]
        return names.get(value) or self.tr("(gone)")

    # ------------------------------------------------------------------ choosing

    def fill_menu(self, menu: QMenu) -> None:
        for of, title in (
            (KIND, self.tr("&Kind…")),
            (CODE, self.tr("Co&de…")),
            (DOCUMENT, self.tr("D&ocument…")),
            (VERDICT, self.tr("D&ecision…")),
        ):
            action = menu.addAction(title)
            action.triggered.connect(lambda _=False, of=of: self.choose(of, self.add))
        pairs = self._names.get(PAIR, {})
        if len(pairs) > 1:
            below = menu.addMenu(self.tr("&Coders"))
            for pair, name in pairs.items():
                action = below.addAction(name.replace("&", "&&"))
                action.triggered.connect(
                    lambda _=False, pair=pair: self._ask(replace(self.wanted, pair=pair))
                )
        self.add_mark(menu, self.tr("Show &trifles"), self.trifles_shown, self.show_trifles)

    def choose(self, of: str, at: QWidget) -> None:
        """Let the user choose values of one sort, below the widget ``at``."""
        chosen = frozenset(getattr(self.wanted, of) or ())
        values = dict.fromkeys(chosen, 0) | self._counts(of)
        choices = [Choice(one, self._name(of, one), count) for one, count in values.items()]
        if of in (CODE, DOCUMENT):
            choices.sort(key=lambda one: one.title.casefold())
        popup = ChoicePopup(self._title(of), choices, chosen, self)
        popup.chosen.connect(lambda now: self._ask(replace(self.wanted, **{of: now or None})))
        popup.open_below(at)

    def _counts(self, of: str) -> dict[object, int]:
        """Return how many disagreements have each value that occurs."""
        import numpy as np

        found = self._found
        if found is None:
            return {}
        gathered = found.gathered
        if of == KIND:
            return _occurring(KINDS, found.kind)
        if of == VERDICT:
            return _occurring(VERDICTS, found.verdict)
        if of == DOCUMENT:
            return _occurring([one.id for one in gathered.documents], found.document)
        other = found.second_code[found.second_code != found.first_code]
        both = np.concatenate((found.first_code, other))
        return _occurring([one.id for one in gathered.codes], both[both >= 0])

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Set every text again."""
        self.say(
            self.tr("Find words, codes, documents"),
            self.tr("Show only some kinds, codes, documents or decisions"),
            self.tr("Order of the disagreements"),
            (self.tr("As in the texts"), self.tr("By code"), self.tr("Largest first")),
        )
        for row, standing in enumerate(Standing):
            words = say(standing.label)
            self.standing.setItemText(row, words[:1].upper() + words[1:])
        self.standing.setAccessibleName(self.tr("Open or decided"))
        if self._found is not None:
            self.take(self._found)
        else:
            self.refresh()


_CONDITIONS = tuple(one.name for one in fields(Sieve) if one.default is None)


def _occurring(values: Iterable[object], places: Ints) -> dict[object, int]:
    import numpy as np

    listed = list(values)
    counts = np.bincount(places, minlength=len(listed)).tolist()
    return {value: count for value, count in zip(listed, counts, strict=False) if count}
