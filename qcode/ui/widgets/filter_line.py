"""The line above a list that narrows and orders it: words, conditions as chips, order."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from qcode.ui.shell import icons
from qcode.ui.shell.i18n import joined
from qcode.ui.widgets.chip import Chip
from qcode.ui.widgets.flow_layout import FlowLayout

NAMED = 3
"""Values that a chip names; more are counted."""


class FilterLine(QWidget):
    """Shows what is asked for; its heirs know what can be asked, and ask.

    A chip stands for a condition by a key; a click on it calls ``press``, its cross ``remove``.
    """

    entered = Signal()  # Enter in the words: on to the list
    chipsChanged = Signal()  # others than before take the focus

    def __init__(
        self,
        orders: Iterable[object],
        more: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(110)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.add = QToolButton()
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._make_menu)
        self.add.setMenu(self.menu)
        self.order = QComboBox()
        for order in orders:
            self.order.addItem("", order)
        self.clear = QToolButton()
        self.chips: dict[Hashable, Chip] = {}
        self._tools = [self.words, self.add, self.order, *more]
        self._flow = FlowLayout(self)
        for part in (*self._tools, self.clear):
            self._flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clear.clicked.connect(self.clear_all)

    # ------------------------------------------------------------------ said by each

    def refresh(self) -> None:
        """Let the chips say what is asked for now."""
        raise NotImplementedError

    def active(self) -> bool:
        """Whether something may be left out."""
        raise NotImplementedError

    def press(self, key: Hashable, chip: Chip) -> None:
        """Let a condition be changed, or take it away."""
        raise NotImplementedError

    def remove(self, key: Hashable) -> None:
        """Ask no longer for a condition."""
        raise NotImplementedError

    def reset(self) -> None:
        """Take every condition away, the words too."""
        raise NotImplementedError

    def fill_menu(self, menu: QMenu) -> None:
        """Offer what can be asked for."""
        raise NotImplementedError

    # ------------------------------------------------------------------ chips

    def controls(self) -> list[QWidget]:
        """Return what takes the focus, in the order in which it stands."""
        chips = [part for chip in self.chips.values() for part in (chip.words, chip.cross)]
        return [*self._tools, *chips, self.clear]

    def clear_all(self) -> None:
        """Take every condition away, the words too, for who did it here."""
        self.reset()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_chips(self, wanted: Mapping[Hashable, str]) -> None:
        """Show a chip for each condition; those that say the same as before stay."""
        self.clear.setVisible(bool(wanted))
        before = list(self.chips.values())
        for key in list(self.chips):
            if wanted.get(key) != self.chips[key].words.accessibleName():
                chip = self.chips.pop(key)
                chip.hide()
                chip.deleteLater()
        for key, text in wanted.items():
            if key not in self.chips:
                self._add_chip(key, text)
        self.updateGeometry()
        if before != list(self.chips.values()):
            self.chipsChanged.emit()

    def say_values(self, title: str, names: Iterable[str]) -> str:
        """Return a condition in words: what is asked for, and which values it may have."""
        named = sorted(names)
        if len(named) > NAMED:
            named = [self.tr("{count} chosen").format(count=len(named))]
        return joined([title, joined(named)], "heading")

    def _add_chip(self, key: Hashable, text: str) -> None:
        chip = Chip(text, self.tr("No longer: {condition}").format(condition=text), self)
        chip.removed.connect(lambda: self._take_away(key))
        chip.pressed.connect(lambda: self.press(key, chip))
        self.chips[key] = chip
        self._flow.insert(self._flow.count() - 1, chip)
        chip.show()

    def _take_away(self, key: Hashable) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.remove(key)

    # ------------------------------------------------------------------ the menu

    def _make_menu(self) -> None:
        self.menu.clear()
        self.fill_menu(self.menu)
        self.menu.addSeparator()
        clear = self.menu.addAction(self.tr("C&lear all"))
        clear.setEnabled(self.active())
        clear.triggered.connect(self.clear_all)

    def add_mark(self, menu: QMenu, title: str, on: bool, set_mark: Callable[[bool], None]) -> None:
        """Offer a condition that holds or does not."""
        action = menu.addAction(title)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(set_mark)

    # ------------------------------------------------------------------ words and looks

    def say(self, words: str, tip: str, order: str, orders: Sequence[str]) -> None:
        """Set the texts: of the words, of the button, of the order and of each order."""
        self.words.setPlaceholderText(words)
        self.words.setAccessibleName(words)
        self.add.setText(self.tr("Filter"))
        self.add.setToolTip(tip)
        self.add.setAccessibleName(self.tr("Add a condition"))
        self.add.setIcon(icons.icon("filter"))
        self.order.setAccessibleName(order)
        for row, text in enumerate(orders):
            self.order.setItemText(row, text)
        self.clear.setText(self.tr("Clear all"))

    def retranslate(self) -> None:
        """Set every text again."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.add.setIcon(icons.icon("filter"))
        super().changeEvent(event)
