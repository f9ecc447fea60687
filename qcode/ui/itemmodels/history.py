"""Every step ever done, the newest first, parted by days."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    Qt,
    QTime,
    QTimer,
    Signal,
)

from qcode.model.changes import ChangeSet
from qcode.model.errors import QcodeError
from qcode.model.records import HistoryStep
from qcode.services import overview
from qcode.ui.shell.i18n import day, say
from qcode.ui.shell.operation import Job, Progress, quietly
from qcode.ui.shell.session import Session

RowRole = Qt.ItemDataRole.UserRole
"""The ``StepRow`` of a row, None for a day."""

PAUSE = 120
"""Milliseconds without a change after which the history is read again."""


class StepRow(NamedTuple):
    """What a row shows of a step. ``now`` marks the step after which the project stands."""

    step: HistoryStep
    label: str
    time: str
    now: bool


class HistoryModel(QAbstractListModel):
    """Rows are days (their names) and below each the steps of that day.

    It reads only while it is ``followed``: nobody looks at a history that is not shown.
    """

    refreshed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps: list[HistoryStep] = []  # the oldest first
        self._labels: dict[int, str] = {}
        self._moments: dict[str, tuple[date, str]] = {}
        self._rows: list[StepRow | str] = []
        self._filter = ""
        self._now: int | None = None
        self._followed = False
        self._stale = True
        self._anew = False
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._load)
        session.changed.connect(self._after_change)
        session.viewChanged.connect(self._see_anew)

    def follow(self, on: bool) -> None:
        """Read the history and follow it from now on, or let it rest."""
        self._followed = on
        if on and self._stale:
            self._load()

    def set_filter(self, words: str) -> None:
        """Show only steps in whose label or coder every one of ``words`` occurs."""
        self._filter = words
        self._show()

    def retranslate(self) -> None:
        """Put every label into words again."""
        self._labels.clear()
        self._moments.clear()
        self._show()

    def step_at(self, row: int) -> HistoryStep | None:
        """Return the step in ``row``; None for a day or outside."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found.step if isinstance(found, StepRow) else None

    def steps_back_to(self, step: HistoryStep) -> int:
        """Return how many steps are taken back by undoing ``step`` and all later ones."""
        if not step.can_undo_to:
            return 0
        return sum(1 for other in self._steps if other.can_undo_to and other.id >= step.id)

    @property
    def current_row(self) -> int:
        """The row of the step after which the project stands, -1 where it is not shown."""
        rows = (i for i, row in enumerate(self._rows) if isinstance(row, StepRow) and row.now)
        return next(rows, -1)

    @property
    def count(self) -> int:
        """How many steps there are, shown or not."""
        return len(self._steps)

    @property
    def ready(self) -> bool:
        """Whether the history has been read."""
        return bool(self._steps)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        if self.step_at(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == RowRole:
            return row if isinstance(row, StepRow) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label if isinstance(row, StepRow) else row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row) if isinstance(row, StepRow) else row
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, StepRow):
            return self._spoken(row)
        return None

    def _spoken(self, row: StepRow) -> str:
        words = self.tr("{step}, {time}, {coder}").format(
            step=row.label, time=row.time, coder=row.step.coder
        )
        if row.now:
            return self.tr("{step}: where the project stands now").format(step=words)
        if row.step.undone:
            return self.tr("{step}: undone").format(step=words)
        return words

    # ------------------------------------------------------------------ reading

    def _after_change(self, changes: ChangeSet) -> None:
        del changes
        self._stale = True
        if self._followed:
            self._timer.start()

    def _see_anew(self) -> None:
        """Other steps than before have a name that tells what was done."""
        self._anew = True
        self._stale = True
        if self._followed:
            self._timer.start()

    def _load(self) -> None:
        self._timer.stop()
        if self._job is not None:
            self._job.drop()
        self._stale = False
        project = self._session.project

        def work(progress: Progress) -> list[HistoryStep] | None:
            del progress
            try:
                return overview.history(project)
            except QcodeError:  # closed meanwhile, or out of reach: the next step will say so
                return None

        self._job = quietly(self, work, self._take)

    def _take(self, steps: list[HistoryStep] | None) -> None:
        if steps is None:
            self._stale = True
            return
        # Typing that goes on in the last step keeps the step's id and changes its label; where
        # coders work blind, any label may turn neutral or telling.
        since = 0 if self._anew or self._session.blind else -3
        self._anew = False
        known = {step.id: step.label for step in self._steps[since:]}
        for step in steps[since:]:
            if known.get(step.id, step.label) != step.label:
                self._labels.pop(step.id, None)
        self._steps = steps
        self._now = next((step.id for step in reversed(steps) if _stands(step)), None)
        self._show()
        self.refreshed.emit()

    # ------------------------------------------------------------------ rows

    def _show(self) -> None:
        new = self._wanted()
        old = self._rows
        # What is new stands at the top, what is older keeps its place from the end.
        growth = len(new) - len(old)
        if 0 <= growth <= 50 and _same(new[growth:], old) and old:
            if growth:
                top = 0 if new[0] != old[0] else 1  # below the name of today
                self.beginInsertRows(QModelIndex(), top, top + growth - 1)
                self._rows = new[: top + growth] + old[top:]
                self.endInsertRows()
            was, self._rows = self._rows, new
            changed = [i for i, pair in enumerate(zip(was, new, strict=True)) if pair[0] != pair[1]]
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def _wanted(self) -> list[StepRow | str]:
        words = self._filter.casefold().split()
        rows: list[StepRow | str] = []
        last = None
        for step in reversed(self._steps):
            label = self._labels.get(step.id)
            if label is None:
                label = self._labels[step.id] = say(step.label)
            if words:
                text = f"{label} {step.coder}".casefold()
                if not all(word in text for word in words):
                    continue
            on, time = self._moment(step.at)
            if on != last:
                last = on
                name = day(step.at)
                rows.append(name[:1].upper() + name[1:])
            rows.append(StepRow(step, label, time, step.id == self._now))
        return rows

    def _moment(self, at: str) -> tuple[date, str]:
        """Return local day and time of day of an ISO time; kept, since thousands are asked."""
        found = self._moments.get(at)
        if found is None:
            moment = datetime.fromisoformat(at).astimezone()
            time = QTime(moment.hour, moment.minute)
            words = QLocale().toString(time, QLocale.FormatType.ShortFormat)
            found = self._moments[at] = (moment.date(), words)
        return found


def _stands(step: HistoryStep) -> bool:
    return step.kind == "do" and not step.undone


def _same(new: list[StepRow | str], old: list[StepRow | str]) -> bool:
    """Whether rows are the same steps and days, whatever has become of them."""
    return [_key(row) for row in new[1:]] == [_key(row) for row in old[1:]]


def _key(row: StepRow | str) -> object:
    return row.step.id if isinstance(row, StepRow) else row
