"""How far each coder is, a bar each, and how much is coded by two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyleOptionViewItem,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qcode.services.assignments import CoderProgress, Shared
from qcode.ui.dialogs.form import note
from qcode.ui.dialogs.tables import CalmDelegate, FittedRows, make_table
from qcode.ui.shell import theme
from qcode.ui.shell.i18n import joined
from qcode.ui.widgets.coder_chip import CHIP, coder_chip

_DONE = Qt.ItemDataRole.UserRole
_NAME, _BAR, _FINISHED, _CODINGS = range(4)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_ROWS = 6  # coders that are seen at once; more of them scroll
_THICK = 8  # pixels of a bar


class ProgressTable(QWidget):
    """A row a coder, and a line that sums up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = FittedRows(_MOST_ROWS)
        make_table(self.view, self.tr("Progress of the coders"))
        self.view.setItemDelegateForColumn(_BAR, _Bar(self.view))
        self.view.setIconSize(QSize(CHIP, CHIP))
        self.view.setHeaderLabels(
            [
                self.tr("Coder"),
                self.tr("Progress"),
                self.tr("Finished"),
                self.tr("Codings"),
            ]
        )
        for column in (_FINISHED, _CODINGS):
            self.view.headerItem().setTextAlignment(column, _RIGHT)
        header = self.view.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_BAR, QHeaderView.ResizeMode.Stretch)
        self.summary = note("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.view)
        column.addWidget(self.summary)

    def show_progress(self, found: Sequence[CoderProgress], shared: Shared) -> None:
        """Show how far these coders are; the chosen row stays."""
        row = self.view.indexOfTopLevelItem(self.view.currentItem())
        self.view.ensurePolished()  # rows are measured once
        self.view.clear()
        self.view.addTopLevelItems([self._row(one) for one in found])
        if found:
            self.view.setCurrentItem(self.view.topLevelItem(min(max(row, 0), len(found) - 1)))
        self.view.updateGeometry()
        self.summary.setText(self._summed_up(shared))

    def _row(self, one: CoderProgress) -> QTreeWidgetItem:
        number = QLocale().toString
        finished = self.tr("{done} of {count}").format(
            done=number(one.finished), count=number(one.assigned)
        )
        share = one.finished_characters / one.characters if one.characters else None
        item = QTreeWidgetItem([one.coder.name, "", finished, number(one.codings)])
        item.setIcon(_NAME, coder_chip(one.coder))
        item.setData(_BAR, _DONE, share)
        said = (
            self.tr("nothing assigned")
            if share is None
            else self.tr("{share} % of the characters").format(share=round(100 * share))
        )
        item.setToolTip(_BAR, said)
        item.setData(_BAR, Qt.ItemDataRole.AccessibleTextRole, said)
        for column in (_FINISHED, _CODINGS):
            item.setTextAlignment(column, _RIGHT)
        return item

    def _summed_up(self, shared: Shared) -> str:
        facts = [self.tr("%Ln documents", "", shared.documents)]
        if shared.by_coders[0]:
            facts.append(self.tr("%Ln not assigned yet", "", shared.by_coders[0]))
        if shared.share is not None:
            facts.append(
                self.tr("{count} coded by two or more ({share} % of those assigned)").format(
                    count=QLocale().toString(shared.doubly), share=round(100 * shared.share)
                )
            )
            facts.append(self.tr("%Ln finished by two or more", "", shared.doubly_finished))
        return joined(facts, "facts")


class _Bar(CalmDelegate):
    """Paints a share as a bar on its track."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        share = index.data(_DONE)
        if share is None:
            return
        colors = theme.current()
        place = QRectF(option.rect).adjusted(8, 0, -8, 0)
        place.setTop(place.center().y() - _THICK / 2)
        place.setHeight(_THICK)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colors.edge))
        painter.setBrush(QColor(colors.paper))
        painter.drawRoundedRect(place, _THICK / 2, _THICK / 2)
        if share:
            place.setWidth(max(_THICK, place.width() * share))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent))
            painter.drawRoundedRect(place, _THICK / 2, _THICK / 2)
        painter.restore()
