"""How far the consensus has come, and the one button that takes over what all agree on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from qcode.ui.shell.i18n import joined

_TOLD = 12  # decisions that are left over, in a tooltip


class ConsensusBar(QWidget):
    """A bar of what is settled; ``takeOverWanted`` comes with the button."""

    takeOverWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = (0, 0)  # settled, of how many
        self._agreed = (0, 0)  # taken over, of how many; none known: (0, 0)
        self._stale: Sequence[str] = ()
        self.title = QLabel(self)
        self.title.setProperty("role", "section")
        self.note = QLabel(self)
        self.note.setProperty("role", "small")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.take_over = QToolButton(self)
        self.take_over.setProperty("role", "small")
        self.take_over.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.take_over.setEnabled(False)
        self.take_over.clicked.connect(self.takeOverWanted)
        self.setMinimumHeight(self.take_over.sizeHint().height())  # it comes and goes
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.bar, 1)
        row.addWidget(self.note)
        row.addWidget(self.take_over)
        self.retranslate()

    def show_settled(self, settled: int, rows: int, stale: Sequence[str]) -> None:
        """Show how many disagreements are settled, of how many; ``stale``: decisions left over.

        These are no rows any more; each is told in a line.
        """
        self._rows, self._stale = (settled, rows), stale
        self.retranslate()

    def show_agreed(self, taken: int, agreed: int, *, writable: bool) -> None:
        """Show of how many codings on which all agree the consensus has how many."""
        self._agreed = (taken, agreed)
        self.take_over.setEnabled(writable and taken < agreed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        settled, rows = self._rows
        number = QLocale().toString
        self.bar.setRange(0, max(1, rows))
        self.bar.setValue(settled if rows else 0)
        said = self.tr("{settled} of {rows} settled").format(
            settled=number(settled), rows=number(rows)
        )
        told = said
        if self._stale:
            told = joined(
                (
                    said,
                    self.tr("{count} about other codings").format(count=number(len(self._stale))),
                ),
                "facts",
            )
        self.note.setText(told)
        why = self.tr("These codings have changed since they were decided about.")
        left = "\n".join((why, *self._stale[:_TOLD], *(["…"] if len(self._stale) > _TOLD else [])))
        self.note.setToolTip(left if self._stale else "")
        self.note.setAccessibleDescription(left if self._stale else "")
        self.bar.setAccessibleName(self.tr("Consensus"))
        self.bar.setAccessibleDescription(told)
        self.title.setText(self.tr("Consensus"))
        taken, agreed = self._agreed
        if taken < agreed:
            words = self.tr("Take over {count} on which all agree").format(
                count=number(agreed - taken)
            )
        else:
            words = self.tr("All that is agreed on is taken over") if agreed else ""
        self.take_over.setText(words)
        self.take_over.setVisible(bool(words))
        self.take_over.setToolTip(
            self.tr("Codings of the same words with the same code, as one step")
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
