"""Documents dealt among coders at random, evenly, some of them to two: asked for and previewed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSpinBox, QWidget

from qcode.model.enums import WorkStatus
from qcode.model.errors import QcodeError
from qcode.services import assignments, coders, documents
from qcode.services.assignments import Assignment
from qcode.ui.dialogs.form import FormDialog, hint, note
from qcode.ui.shell.i18n import joined, say
from qcode.ui.shell.session import Session
from qcode.ui.widgets.flow_layout import FlowLayout

GREATEST_SEED = 999_999
_SHARE = 20  # per cent that are coded by two, at first


def deal(
    parent: QWidget, session: Session, chosen: Sequence[int] = ()
) -> tuple[Assignment, ...] | None:
    """Ask how documents are dealt; return the plan, None when it was cancelled.

    ``chosen`` documents are offered as such.
    """
    dialog = DealDialog(parent, session, chosen)
    return dialog.planned if dialog.asked() else None


class DealDialog(FormDialog):
    """What is asked for is dealt at once and counted below; ``planned`` is the latest plan."""

    def __init__(
        self, parent: QWidget | None, session: Session, chosen: Sequence[int] = ()
    ) -> None:
        super().__init__(parent, "", "")
        heading = self.tr("Deal documents evenly")
        self.heading.setText(heading)
        self.setWindowTitle(heading)
        self.accept_button.setText(self.tr("Assign"))
        self.planned: tuple[Assignment, ...] = ()
        self._project = session.project
        self._chosen = tuple(chosen)
        self._documents = [one.id for one in documents.listed(self._project, counts=False)]

        self.ticks: dict[str, QCheckBox] = {}
        people = QWidget()
        flow = FlowLayout(people, gap=12)
        for one in coders.listed(self._project):
            if one.role is None:  # nobody is dealt a second time
                tick = self.ticks[one.name] = QCheckBox(one.name.replace("&", "&&"))
                tick.setAccessibleName(joined((self.tr("Coder"), one.name), "heading"))
                tick.setChecked(True)
                tick.toggled.connect(self._plan)
                flow.addWidget(tick)
        self.add_row(self.tr("Coders"), people)
        self._given: dict[int, set[str]] = {}  # document → people who have it
        for record in coders.work(self._project):
            if record.status is not WorkStatus.UNASSIGNED and record.coder in self.ticks:
                self._given.setdefault(record.document_id, set()).add(record.coder)
        self.which = QComboBox()
        if self._chosen:
            self.which.addItem(self.tr("%Ln selected documents", "", len(chosen)), self._chosen)
        free = self._free()
        if free:
            self.which.addItem(self.tr("%Ln documents that nobody has yet", "", len(free)), free)
        every = len(self._documents)
        self.which.addItem(self.tr("All %Ln documents", "", every), tuple(self._documents))
        self.add_row(self.tr("Documents"), self.which)
        self.doubly = QSpinBox()
        self.doubly.setRange(0, 100)
        self.doubly.setSuffix(self.tr(" %"))
        self.doubly.setValue(_SHARE if len(self.ticks) > 1 else 0)
        self.add_row(self.tr("Coded by two"), self.doubly)
        self.by_group = QCheckBox(self.tr("evenly within each &group, too"))
        self.by_group.setChecked(True)
        self.by_group.setVisible(bool(documents.groups(self._project)))
        self.form.addRow("", self.by_group)
        self.seed = QSpinBox()
        self.seed.setRange(1, GREATEST_SEED)
        self.add_row(self.tr("Seed"), self.seed)
        self.form.addRow("", hint(self.tr("The same seed deals in the same way again.")))
        self.preview = QLabel()
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setWordWrap(True)
        self.preview.setAccessibleName(self.tr("What comes of it"))
        self.body.addWidget(self.preview)
        self.body.addWidget(
            note(self.tr("Nothing is taken from anybody: what they have already stays theirs."))
        )
        for signal in (self.doubly.valueChanged, self.seed.valueChanged, self.by_group.toggled):
            signal.connect(self._plan)
        self.which.currentIndexChanged.connect(self._plan)
        self._plan()
        self.which.setFocus()

    def _free(self) -> tuple[int, ...]:
        """Return the documents that were given to nobody."""
        return tuple(one for one in self._documents if one not in self._given)

    def _plan(self, _: object = None) -> None:
        """Deal as it is asked for, and say what comes of it or what stands in the way."""
        told = trouble = ""
        try:
            self.planned = assignments.plan(
                self._project,
                [name for name, tick in self.ticks.items() if tick.isChecked()],
                self.which.currentData(),
                doubly=self.doubly.value(),
                seed=self.seed.value(),
                by_group=self.by_group.isChecked(),
            )
        except QcodeError as error:
            self.planned = ()
            trouble = say(error.message)
        else:
            told = self._told()
            if not told:
                self.planned = ()
                trouble = self.tr("They have all that they would be dealt already.")
        self.complain(trouble)
        self.accept_button.setEnabled(bool(self.planned))
        self.preview.setText(told)

    def _told(self) -> str:
        """Say what is new to each coder, and how much is coded by two then; "" if nothing is."""
        after = {one: set(self._given.get(one, ())) for one in self.which.currentData()}
        fresh: Counter[str] = Counter()
        for part in self.planned:
            for one in part.document_ids:
                fresh[part.coder] += part.coder not in after[one]
                after[one].add(part.coder)
        if not fresh.total():
            return ""
        number = QLocale().toString
        each = joined(f"{one.coder} {number(fresh[one.coder])}" for one in self.planned)
        several = sum(len(names) > 1 for names in after.values())
        lines = ((self.tr("New"), each), (self.tr("Coded by two or more then"), number(several)))
        return "\n".join(joined(line, "heading") for line in lines)
