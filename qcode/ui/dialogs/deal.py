"""Documents dealt among coders at random, evenly, some of them to two: asked for and previewed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QLocale
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

        self.ticks: dict[str, QCheckBox] = {}
        people = QWidget()
        flow = FlowLayout(people, gap=12)
        for one in coders.listed(self._project):
            if one.role is None:
                tick = self.ticks[one.name] = QCheckBox(one.name.replace("&", "&&"))
                tick.setAccessibleName(joined((self.tr("Coder"), one.name), "heading"))
                tick.setChecked(True)
                tick.toggled.connect(self._plan)
                flow.addWidget(tick)
        self.add_row(self.tr("Coders"), people)
        self.which = QComboBox()
        if self._chosen:
            self.which.addItem(self.tr("%Ln selected documents", "", len(chosen)), self._chosen)
        free = self._free()
        if free:
            self.which.addItem(self.tr("%Ln documents that nobody has yet", "", len(free)), free)
        every = [one.id for one in documents.listed(self._project, counts=False)]
        self.which.addItem(self.tr("All %Ln documents", "", len(every)), tuple(every))
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
        given = {
            one.document_id
            for one in coders.work(self._project)
            if one.status is not WorkStatus.UNASSIGNED
        }
        listed = documents.listed(self._project, counts=False)
        return tuple(one.id for one in listed if one.id not in given)

    def _plan(self, _: object = None) -> None:
        """Deal as it is asked for, and say what comes of it or what stands in the way."""
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
            self.complain(say(error.message))
        else:
            self.complain("")
        self.accept_button.setEnabled(bool(self.planned))
        self.preview.setText(self._told())

    def _told(self) -> str:
        if not self.planned:
            return ""
        number = QLocale().toString
        each = joined(f"{one.coder} {number(len(one.document_ids))}" for one in self.planned)
        given = Counter(ids for one in self.planned for ids in one.document_ids)
        twice = sum(count > 1 for count in given.values())
        return joined((each, self.tr("%Ln of them by two", "", twice)), "facts")
