"""The rounds that were kept, with their figures beside today's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qcode.model.agreement import Agreement, Coefficient
from qcode.model.review import Round
from qcode.ui.dialogs.tables import make_table
from qcode.ui.dialogs.version import VersionWords, ask_words
from qcode.ui.itemmodels import review_words as words
from qcode.ui.shell.i18n import day, joined
from qcode.ui.shell.theme import current
from qcode.ui.widgets.elided_label import ElidedLabel

FIGURES = (
    Coefficient.KRIPPENDORFF_ALPHA,
    Coefficient.GWET_AC1,
    Coefficient.PERCENT,
    Coefficient.DICE,
)
"""What of a round is shown."""

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ID = Qt.ItemDataRole.UserRole


class Kept(NamedTuple):
    """A round and what came out of it."""

    round: Round
    agreement: Agreement


class RoundsStrip(QWidget):
    """A line with the last round beside today, and the table of all of them when it is opened."""

    freezeWanted = Signal()
    editWanted = Signal(int)  # id of a round
    deleteWanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: Sequence[Kept] = ()
        self._today: Agreement | None = None
        self._reached: Agreement | None = None
        self._writable = True
        self.title = QLabel(self)
        self.title.setProperty("role", "section")
        self.said = ElidedLabel(parent=self)
        self.said.setProperty("role", "small")
        self.opened = QToolButton(self)
        self.opened.setProperty("role", "small")
        self.opened.setCheckable(True)
        self.opened.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.opened.toggled.connect(self._open)
        self.freeze = QToolButton(self)
        self.freeze.setProperty("role", "small")
        self.freeze.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.freeze.setEnabled(False)
        self.freeze.clicked.connect(self.freezeWanted)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.said, 1)
        head.addWidget(self.opened)
        head.addWidget(self.freeze)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        self.retranslate()

    @cached_property
    def table(self) -> QTreeWidget:
        """All rounds and today, a row each; made when it is first opened."""
        made = QTreeWidget(self)
        make_table(made, "")
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(self._offer)
        made.hide()
        self.layout().addWidget(made)
        return made

    def show_rounds(
        self,
        kept: Sequence[Kept],
        today: Agreement | None,
        reached: Agreement | None = None,
        *,
        writable: bool,
    ) -> None:
        """Show what was kept, what the coders alone agree on today, and what is reached by now."""
        self._kept, self._today, self._reached = kept, today, reached
        self._writable = writable
        self.freeze.setEnabled(writable and today is not None)
        self.retranslate()

    def _open(self, shown: bool) -> None:
        if shown:
            self._fill()
        if "table" in self.__dict__:
            self.table.setVisible(shown)
        self.opened.setText(self.tr("Hide") if shown else self.tr("Show all"))

    def _offer(self, where: object) -> None:
        item = self.table.currentItem()
        if item is None or item.data(0, _ID) is None or not self._writable:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        edit = QAction(self.tr("&Name and note…"), menu)
        edit.triggered.connect(lambda: self.editWanted.emit(item.data(0, _ID)))
        menu.addAction(edit)
        delete = QAction(self.tr("&Delete the round"), menu)
        delete.triggered.connect(lambda: self.deleteWanted.emit(item.data(0, _ID)))
        menu.addAction(delete)
        menu.popup(self.table.viewport().mapToGlobal(where))

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Set every text again."""
        self.title.setText(self.tr("Rounds"))
        self.freeze.setText(self.tr("Keep this round…"))
        self.freeze.setToolTip(
            self.tr("Coders, documents, codebook and figures as they are now, before the talk")
        )
        self.opened.setVisible(bool(self._kept) or self._reached is not None)
        self._open(self.opened.isChecked() and not self.opened.isHidden())
        first = Coefficient.KRIPPENDORFF_ALPHA
        parts = []
        if self._kept:
            last = self._kept[-1]
            figure = words.value_of(last.agreement.overall, first)
            parts.append(f"{last.round.name} {words.short(first)} {figure}")
        if self._today is not None:
            parts.append(
                self.tr("today {figure}").format(
                    figure=f"{words.short(first)} {words.value_of(self._today.overall, first)}"
                )
            )
        if self._reached is not None:
            figure = f"{words.short(first)} {words.value_of(self._reached.overall, first)}"
            parts.append(self.tr("with what is settled {figure}").format(figure=figure))
        self.said.setText("  ·  ".join(parts) or self.tr("none kept yet"))

    def _fill(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Rounds"))
        heads = [self.tr("Round"), self.tr("Kept"), self.tr("Texts")]
        table.setHeaderLabels([*heads, *map(words.short, FIGURES)])
        head = table.headerItem()
        for column in range(2, 3 + len(FIGURES)):
            head.setTextAlignment(column, _RIGHT)
        table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.clear()
        for one in self._kept:
            kept = one.round
            when = joined((kept.coder, day(kept.created)), "facts")
            item = self._row(kept.name, when, one.agreement)
            item.setData(0, _ID, kept.id)
            item.setToolTip(0, "\n".join(filter(None, (kept.note, joined(kept.coders)))))
        if self._today is not None:
            self._row(self.tr("Today"), "", self._today)
        if self._reached is not None:
            item = self._row(self.tr("With what is settled"), "", self._reached)
            item.setToolTip(0, self.tr("Negotiated: what was settled counts as agreed"))
        for column in range(1, table.columnCount()):
            table.resizeColumnToContents(column)
        rows = min(table.topLevelItemCount(), 6)
        line = table.sizeHintForRow(0) if rows else 0
        table.setFixedHeight(table.header().sizeHint().height() + rows * max(line, 24) + 4)

    def _row(self, name: str, when: str, agreement: Agreement) -> QTreeWidgetItem:
        figures = [words.value_of(agreement.overall, one) for one in FIGURES]
        item = QTreeWidgetItem([name, when, words.count(agreement.compared), *figures])
        for column in range(2, 3 + len(figures)):
            item.setTextAlignment(column, _RIGHT)
        item.setForeground(1, current().color("muted"))
        self.table.addTopLevelItem(item)
        return item

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def ask_round(parent: QWidget, number: int) -> VersionWords | None:
    """Ask for the name of a round and a note on it; None when it was cancelled."""
    translate = QCoreApplication.translate
    about = translate(
        "rounds",
        "Coders, documents, codebook and figures are kept as they are now. What you agree on"
        " afterwards is reported apart from what was reached alone.",
    )
    return ask_words(
        parent,
        translate("rounds", "Keep this round"),
        translate("rounds", "Keep the round"),
        VersionWords(translate("rounds", "Round {number}").format(number=number), ""),
        about,
    )
