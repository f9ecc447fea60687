"""What stands on the page while nothing can be compared: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qcode.ui.shell.actions import ActionSet, plain
from qcode.ui.shell.catalogue import ACTIONS
from qcode.ui.shell.i18n import joined, say
from qcode.ui.workspaces.review.reading import Lack, Reading

_WIDTH = 560

# What leads out, by what is lacking; the first is the one to be done.
_WAYS: dict[Lack, tuple[str, ...]] = {
    Lack.NO_DOCUMENT: ("file.import_texts",),
    Lack.ONE_WORKED: ("company.assignments", "company.packet", "company.merge", "coder.change"),
    Lack.ONE_CHOSEN: (),
    Lack.NONE_FINISHED: ("company.assignments", "company.merge"),
    Lack.REFUSED: (),
}


class EmptyPage(QWidget):
    """``everything`` asks to compare all documents, whether they are finished or not."""

    everything = Signal()

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._reading: Reading | None = None
        self._coders: tuple[str, ...] = ()
        self._blind = False
        self.heading, self.words = QLabel(), QLabel()
        self.heading.setProperty("role", "heading")
        self.words.setProperty("role", "muted")
        for label in (self.heading, self.words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setMinimumWidth(min(_WIDTH, 420))
            label.setMaximumWidth(_WIDTH)
        self.all = QPushButton()
        self.all.clicked.connect(self.everything)
        self._ways: dict[str, QPushButton] = {}
        known = {spec.id for spec in ACTIONS}
        for name in dict.fromkeys(name for ways in _WAYS.values() for name in ways):
            if name in known:
                button = self._ways[name] = QPushButton()
                button.clicked.connect(actions[name].trigger)
                actions[name].changed.connect(self._say)
        inside = QVBoxLayout()
        inside.setSpacing(10)
        inside.addWidget(self.heading)
        inside.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.all, *self._ways.values()):
            row.addWidget(button)
        row.addStretch(1)
        inside.addSpacing(6)
        inside.addLayout(row)
        around = QHBoxLayout()
        around.addStretch(1)
        around.addLayout(inside)
        around.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(around)
        column.addStretch(3)

    def show_reading(self, reading: Reading, coders: tuple[str, ...], *, blind: bool) -> None:
        """Say why nothing of this is compared; ``coders`` are the names of those chosen."""
        self._reading, self._coders, self._blind = reading, coders, blind
        self._say()

    def first(self) -> QPushButton | None:
        """Return the button that leads on."""
        shown = [one for one in (self.all, *self._ways.values()) if not one.isHidden()]
        return next((one for one in shown if one.isEnabled()), None)

    def _say(self) -> None:
        reading = self._reading
        if reading is None or reading.lack is None:
            return
        heading, words = self._sentences(reading)
        self.heading.setText(heading)
        self.words.setText(words)
        ways = _WAYS[reading.lack]
        for name, button in self._ways.items():
            action = self._actions[name]
            button.setText(plain(action.text()))
            button.setVisible(name in ways)
            button.setEnabled(action.isEnabled())
        self.all.setText(self.tr("Compare all documents"))
        self.all.setVisible(reading.lack is Lack.NONE_FINISHED)

    def _sentences(self, reading: Reading) -> tuple[str, str]:
        match reading.lack:
            case Lack.NO_DOCUMENT:
                return (
                    self.tr("Nothing to compare yet"),
                    self.tr("Import texts first; two people can then code them on their own."),
                )
            case Lack.ONE_WORKED:
                alone = reading.people[0].name if reading.people else ""
                so_far = (
                    self.tr("Only {name} has coded here so far.").format(name=alone)
                    if alone
                    else self.tr("Nobody has coded here so far.")
                )
                what_next = self.tr(
                    "Hand documents to a second coder and bring their work back, or let them code"
                    " in this project under their own name. What each has finished is then compared"
                    " here, and you talk over what you differ in."
                )
                return self.tr("It takes two to agree"), f"{so_far}\n{what_next}"
            case Lack.ONE_CHOSEN:
                return (
                    self.tr("Choose at least two coders"),
                    self.tr("They stand at the top: {names}.").format(
                        names=joined(one.name for one in reading.people)
                    ),
                )
            case Lack.REFUSED:
                error = reading.error
                return self.tr("This cannot be compared"), say(error.message) if error else ""
            case _:
                words = self.tr(
                    "Of {count} documents none is set to finished by {names}. Set the status of"
                    " what is done (menu Documents, Status of my work); what a coder has not"
                    " finished counts as missing, not as uncoded."
                ).format(count=reading.documents, names=joined(self._coders))
                if self._blind:
                    blind = self.tr("You work blind: of others you see what you have finished.")
                    words = f"{words}\n{blind}"
                return self.tr("No document is finished by all"), words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
