"""The buttons that settle a disagreement, each with the digit that does the same."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from qcode.model.agreement_enums import Verdict
from qcode.ui.shell import theme
from qcode.ui.widgets.flow_layout import FlowLayout

VERDICTS: tuple[Verdict, ...] = (
    Verdict.FIRST,
    Verdict.SECOND,
    Verdict.BOTH,
    Verdict.UNION,
    Verdict.INTERSECTION,
    Verdict.EDIT,
    Verdict.OTHER_CODE,
    Verdict.REJECT,
    Verdict.ACCEPT,
)
"""Verdicts in the order of their digits, from 1."""

_NAME = 14  # characters of a coder's name on a button; the tooltip has all of it


class VerdictBar(QWidget):
    """Nine verdicts; ``chosen`` tells which was pressed."""

    chosen = Signal(object)  # Verdict

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = ("", "")
        self._possible: frozenset[Verdict] = frozenset()
        self._current = Verdict.OPEN
        flow = FlowLayout(self, gap=3)
        self.buttons: dict[Verdict, QPushButton] = {}
        for verdict in VERDICTS:
            button = self.buttons[verdict] = QPushButton(self)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys in the list
            button.clicked.connect(lambda _=False, verdict=verdict: self._press(verdict))
            flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._style()
        self.retranslate()

    def show_row(
        self, names: tuple[str, str], possible: Collection[Verdict], current: Verdict
    ) -> None:
        """Name the two coders, allow what is ``possible`` and mark what was decided."""
        self._possible, self._current = frozenset(possible), current
        if names != self._names:
            self._names = names
            self.retranslate()
        self._mark()

    def _mark(self) -> None:
        for verdict, button in self.buttons.items():
            button.setEnabled(verdict in self._possible)
            button.setChecked(verdict is self._current)

    def _press(self, verdict: Verdict) -> None:
        self._mark()  # the file says what is decided, not the button
        self.chosen.emit(verdict)

    def retranslate(self) -> None:
        """Set every text again."""
        first, second = (name or "–" for name in self._names)
        words = {
            Verdict.FIRST: first,
            Verdict.SECOND: second,
            Verdict.BOTH: self.tr("both"),
            Verdict.UNION: self.tr("union"),
            Verdict.INTERSECTION: self.tr("overlap"),
            Verdict.EDIT: self.tr("edit"),
            Verdict.OTHER_CODE: self.tr("other code"),
            Verdict.REJECT: self.tr("none"),
            Verdict.ACCEPT: self.tr("let it stand"),
        }
        tips = {
            Verdict.FIRST: self.tr("The consensus takes what {coder} coded").format(coder=first),
            Verdict.SECOND: self.tr("The consensus takes what {coder} coded").format(coder=second),
            Verdict.BOTH: self.tr("The consensus takes both codings as they are"),
            Verdict.UNION: self.tr("One coding over everything that either of them coded"),
            Verdict.INTERSECTION: self.tr("One coding over what both of them coded"),
            Verdict.EDIT: self.tr("Move the edges of the passage first"),
            Verdict.OTHER_CODE: self.tr("Another code on this passage"),
            Verdict.REJECT: self.tr("The consensus has no coding here"),
            Verdict.ACCEPT: self.tr("They do not agree, and that is the result"),
        }
        digits = {verdict: str(place) for place, verdict in enumerate(VERDICTS, 1)}
        for verdict, button in self.buttons.items():
            name = words[verdict]
            short = name if len(name) <= _NAME else name[: _NAME - 1] + "…"
            button.setText(f"{short}  {digits[verdict]}".replace("&", "&&"))
            button.setToolTip(tips[verdict])
            button.setAccessibleName(
                self.tr("{verdict}, key {key}").format(verdict=name, key=digits[verdict])
            )
            button.setAccessibleDescription(tips[verdict])

    def _style(self) -> None:
        """Narrower than other buttons, so that nine stand in one line, and marked when chosen."""
        shown = theme.current()
        style = (
            "QPushButton { padding: 4px 5px; } QPushButton:focus { padding: 3px 4px; }"
            f"QPushButton:checked {{ background: {shown.accent_soft}; color: {shown.ink};"
            f" border-color: {shown.accent}; }}"  # bold words would be wider than their button
        )
        if self.styleSheet() != style:
            self.setStyleSheet(style)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._style()
        super().changeEvent(event)
