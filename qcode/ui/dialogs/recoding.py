"""Agreement with oneself: a share of what one has finished is drawn, to be coded again later."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSpinBox,
    QTreeWidgetItem,
    QWidget,
)

from qcode.model.enums import WorkStatus
from qcode.services import coders, documents, recoding
from qcode.services.recoding import MOST_DAYS, Recoding
from qcode.ui.dialogs.deal import GREATEST_SEED
from qcode.ui.dialogs.form import FormDialog, hint, note
from qcode.ui.dialogs.tables import FittedRows, make_table
from qcode.ui.shell.session import Session

_SHARE, _DAYS = 20, 14  # at first
_MOST_ROWS = 5  # that are seen at once
_WHO, _DONE, _WHEN = range(3)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def code_again(parent: QWidget, session: Session) -> str | None:
    """Show what is to be coded again and let more be drawn; return who codes from now on.

    None when nobody else does.
    """
    dialog = RecodingDialog(parent, session)
    if not dialog.asked() or dialog.wanted == session.project.coder:
        return None
    return dialog.wanted or None


class RecodingDialog(FormDialog):
    """Second times that were begun, and the form for another; ``wanted`` is who is to code."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent, "", "")
        heading = self.tr("Code a share again")
        self.heading.setText(heading)
        self.setWindowTitle(heading)
        about = self.tr(
            "Whoever codes alone can compare the first time with a second one. Some documents are"
            " drawn at random and coded again after a while, as another coder who sees nothing of"
            " the first time."
        )
        self.body.addWidget(note(about))
        self.setAccessibleDescription(about)
        self.setMinimumWidth(540)
        self.cancel_button.setText(self.tr("Close"))
        self.accept_button.setText(self.tr("Draw"))
        self.wanted = ""
        self._session = session
        self._found: tuple[Recoding, ...] = ()
        self._finished = self._count_finished()

        self.view = FittedRows(_MOST_ROWS)
        make_table(self.view, self.tr("Documents coded again"))
        self.view.setHeaderLabels([self.tr("Coder"), self.tr("Finished"), self.tr("From")])
        header = self.view.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_WHO, QHeaderView.ResizeMode.Stretch)
        self.code_button = QPushButton()
        self.code_button.setAutoDefault(False)
        self.waiting = hint("")
        begin = QHBoxLayout()
        begin.addWidget(self.code_button)
        begin.addWidget(self.waiting, 1)
        self.body.addWidget(self.view)
        self.body.addLayout(begin)
        self._make_form()
        self.view.currentItemChanged.connect(lambda *_: self._show_possible())
        self.view.itemActivated.connect(lambda *_: self.code_button.click())
        self.code_button.clicked.connect(self._code)
        self._fill()
        self._choose(self._first_ready())
        self._check()
        (self.view if self._found else self.coder).setFocus()

    def _make_form(self) -> None:
        self.add_section(self.tr("Draw documents"))
        self.coder = QComboBox()
        for name in self._finished:
            self.coder.addItem(name)
        self.coder.setCurrentText(self._session.project.coder)
        self.add_row(self.tr("Coder"), self.coder)
        self.share = QSpinBox()
        self.share.setRange(1, 100)
        self.share.setValue(_SHARE)
        self.share.setSuffix(self.tr(" %"))
        self.add_row(self.tr("Share"), self.share)
        self.by_group = QCheckBox(self.tr("of each &group its part"))
        self.by_group.setChecked(True)
        self.by_group.setVisible(bool(documents.groups(self._session.project)))
        self.form.addRow("", self.by_group)
        self.days = QSpinBox()
        self.days.setRange(0, MOST_DAYS)
        self.days.setValue(_DAYS)
        self.add_row(self.tr("Days to wait"), self.days)
        self.seed = QSpinBox()
        self.seed.setRange(1, GREATEST_SEED)
        self.add_row(self.tr("Seed"), self.seed)
        self.told = hint("")
        self.form.addRow("", self.told)
        self.coder.currentIndexChanged.connect(self._check)
        self.share.valueChanged.connect(self._check)
        self.days.valueChanged.connect(self._check)

    def _count_finished(self) -> dict[str, int]:
        """Return people → how many documents they have finished, those with any."""
        project = self._session.project
        done = [one.coder for one in coders.work(project) if one.status is WorkStatus.FINISHED]
        people = [one.name for one in coders.listed(project) if one.role is None]
        return {name: done.count(name) for name in people if name in done}

    # ------------------------------------------------------------------ what was begun

    def _fill(self) -> None:
        self._found = recoding.listed(self._session.project)
        self.view.clear()
        self.view.addTopLevelItems([self._row(one) for one in self._found])
        for widget in (self.view, self.code_button, self.waiting):
            widget.setVisible(bool(self._found))
        self.view.updateGeometry()

    def _first_ready(self) -> int:
        """Return the place of what can be gone on with now, else of the latest."""
        ready = (one.can_start(_today()) and not one.over for one in self._found)
        return next((place for place, one in enumerate(ready) if one), len(self._found) - 1)

    def _choose(self, place: int) -> None:
        if place >= 0:
            self.view.setCurrentItem(self.view.topLevelItem(place))

    def _row(self, one: Recoding) -> QTreeWidgetItem:
        number = QLocale().toString
        done = self.tr("{done} of {count}").format(
            done=number(one.finished), count=number(len(one.document_ids))
        )
        return QTreeWidgetItem([one.again.name, done, self._day(one.due)])

    def _day(self, due: date) -> str:
        if due <= _today():
            return self.tr("now")
        return QLocale().toString(
            QDate(due.year, due.month, due.day), QLocale.FormatType.ShortFormat
        )

    def _chosen(self) -> Recoding | None:
        place = self.view.indexOfTopLevelItem(self.view.currentItem())
        return self._found[place] if 0 <= place < len(self._found) else None

    def _show_possible(self) -> None:
        one = self._chosen()
        if one is None:
            return
        ready, already = one.can_start(_today()), one.again.name == self._session.project.coder
        self.code_button.setEnabled(self._session.writable and ready and not already)
        self.code_button.setText(self.tr("Code as {name}").format(name=_plain(one.again.name)))
        if already:
            why = self.tr("You code as {name} now.").format(name=one.again.name)
        elif not ready:
            why = self.tr("From {day} on: the first time should be out of mind.").format(
                day=self._day(one.due)
            )
        else:
            why = ""
        self.waiting.setText(why)
        self.code_button.setAccessibleDescription(why)

    def _code(self) -> None:
        one = self._chosen()
        if one is not None:
            self.wanted = one.again.name
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the list begins what is chosen there; it must not draw once more as well."""
        if event.key() in _ENTER and (self.wanted or self.view.hasFocus()):
            return  # ``wanted``: the list has closed the dialog by this very key
        super().keyPressEvent(event)

    # ------------------------------------------------------------------ drawing

    def _check(self, _: object = None) -> None:
        """Say how many would be drawn, or what stands in the way."""
        count = self._finished.get(self.coder.currentText(), 0)
        trouble = ""
        if not self._session.writable:
            trouble = self.tr("The project is open read-only; nothing can be changed here.")
        elif not count:
            trouble = self.tr(
                "Nobody has finished a document yet; only what is finished can be coded again."
            )
        drawn = recoding.drawn(count, self.share.value())
        due = _today() + timedelta(days=self.days.value())
        self.told.setText(
            self.tr("{drawn} of {count} finished documents, from {day} on").format(
                drawn=QLocale().toString(drawn),
                count=QLocale().toString(count),
                day=self._day(due),
            )
            if count
            else ""
        )
        self.complain(trouble)
        self.accept_button.setEnabled(not trouble)

    def accept(self) -> None:
        """Draw, and show what was drawn; the dialog stays."""
        made = self._session.run(
            self,
            self.windowTitle(),
            recoding.begin,
            self.coder.currentText(),
            share=self.share.value(),
            seed=self.seed.value(),
            by_group=self.by_group.isChecked(),
            days=self.days.value(),
        )
        if made is not None:
            self._fill()
            self._choose(len(self._found) - 1)
            self.fit()
            self.view.setFocus()


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where one works


def _plain(name: str) -> str:
    """Return a name for a button, which takes a single & for its access key."""
    return name.replace("&", "&&")
