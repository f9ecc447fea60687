"""The line above the list: where one is, who settled it, and how many trifles are hidden."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from qcode.model.review import Decided
from qcode.ui.shell.i18n import day
from qcode.ui.widgets.elided_label import ElidedLabel


class TalkHead(QWidget):
    """Tells about the row that is talked about; two buttons stand at the right."""

    reopenWanted = Signal()
    triflesWanted = Signal()  # shown or hidden, the other way round

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = (-1, 0)  # row and rows
        self._settled: Decided | None = None
        self._trifles = (0, False)  # how many are hidden, or that they are shown
        self.title, self.who = QLabel(self), ElidedLabel(parent=self)
        self.title.setProperty("role", "section")
        self.who.setProperty("role", "small")
        self.reopen, self.trifles = QToolButton(self), QToolButton(self)
        head = QHBoxLayout(self)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.who, 1)
        for button in (self.reopen, self.trifles):
            button.setProperty("role", "small")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            staying = button.sizePolicy()
            staying.setRetainSizeWhenHidden(True)  # what is below must not jump
            button.setSizePolicy(staying)
            head.addWidget(button)
        self.reopen.clicked.connect(self.reopenWanted)
        self.trifles.clicked.connect(self.triflesWanted)
        self.retranslate()

    def show_place(self, row: int, rows: int) -> None:
        """Say which row of how many it is."""
        self._place = (row, rows)
        self._say_place()

    def show_settled(self, settled: Decided | None, *, usable: bool) -> None:
        """Say who settled it and when; None: it is open."""
        self._settled = settled
        self.reopen.setVisible(usable and settled is not None)
        self._say_settled()

    def show_trifles(self, hidden: int, *, shown: bool) -> None:
        """Say how many trifles are hidden, or offer to hide them."""
        self._trifles = (hidden, shown)
        self.trifles.setVisible(shown or hidden > 0)
        self._say_trifles()

    def _say_place(self) -> None:
        row, rows = self._place
        number = QLocale().toString
        if rows:
            place = self.tr("Disagreement {place} of {count}")
            self.title.setText(place.format(place=number(row + 1), count=number(rows)))
        else:
            self.title.setText(self.tr("Disagreements"))

    def _say_settled(self) -> None:
        one = self._settled
        said = self.tr("settled by {coder}, {day}")
        self.who.setText(said.format(coder=one.coder, day=day(one.modified)) if one else "")

    def _say_trifles(self) -> None:
        hidden, shown = self._trifles
        if shown:
            self.trifles.setText(self.tr("Hide trifles"))
        elif hidden == 1:
            self.trifles.setText(self.tr("1 trifle hidden"))
        else:
            count = QLocale().toString(hidden)
            self.trifles.setText(self.tr("{count} trifles hidden").format(count=count))

    def retranslate(self) -> None:
        """Set every text again."""
        self._say_place()
        self._say_settled()
        self._say_trifles()
        self.reopen.setText(self.tr("open again"))
        self.reopen.setToolTip(self.tr("Take the decision back (0)"))
        self.trifles.setToolTip(
            self.tr("What differs in one or two characters, or in spaces and punctuation (T)")
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
