"""A code split in two: its passages side by side, those that stay and those that go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from qcode.model.enums import CodeKind
from qcode.model.records import Code, CodeDraft, Passage
from qcode.services import codes
from qcode.ui.dialogs.code_choice import CodeCombo, badge
from qcode.ui.dialogs.form import FormDialog
from qcode.ui.dialogs.reason import reason_field
from qcode.ui.itemmodels.split_sides import LABEL, Sides
from qcode.ui.shell import theme
from qcode.ui.shell.i18n import say
from qcode.ui.shell.session import Session
from qcode.ui.widgets.choosing import choose_only
from qcode.ui.widgets.elided_label import ElidedLabel

_PAD = 6
_TO_GOING = (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TO_STAYING = (Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Split(NamedTuple):
    """What was chosen: the codings that go, the new code or the id of an existing one, and why."""

    coding_ids: list[int]
    draft: CodeDraft | None
    parent_id: int | None
    into: int | None
    reason: str = ""


def ask_split(
    parent: QWidget, session: Session, code_id: int, passages: Sequence[Passage]
) -> Split | None:
    """Ask which of its passages a code gives to which other code; None when it was cancelled."""
    listed = codes.tree(session.project, counts=False)
    code = next((one for one in listed if one.id == code_id), None)
    if code is None:
        return None
    dialog = SplitDialog(parent, code, listed, passages)
    return dialog.chosen() if dialog.asked() else None


class SplitDialog(FormDialog):
    """Two lists, a filter for both, and below them the code that takes the right one."""

    def __init__(
        self,
        parent: QWidget | None,
        code: Code,
        listed: Sequence[Code],
        passages: Sequence[Passage],
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            translate("split_code", "Split “{code}”").format(code=code.title),
            translate("split_code", "Split"),
            translate(
                "split_code",
                "Move to the right what belongs to another code: Space or the arrow keys, a double"
                " click, or by dragging.",
            ),
        )
        self._code = code
        self._listed = {one.id: one for one in listed}
        self.sides = Sides(passages, self)
        self._lay_out_lists()
        self._lay_out_target(listed)
        self.resize(860, 640)
        self._refresh()
        self.staying.go_to(0)
        self.staying.setFocus()

    # ------------------------------------------------------------------ parts

    def _lay_out_lists(self) -> None:
        translate = QCoreApplication.translate
        self.filter_field = QLineEdit()
        self.filter_field.setClearButtonEnabled(True)
        words = translate("split_code", "Filter passages")
        self.filter_field.setPlaceholderText(words)
        self.filter_field.setAccessibleName(words)
        self.filter_field.textChanged.connect(self._look_for)
        self.staying = _SideList(_TO_GOING)
        self.going = _SideList(_TO_STAYING)
        self.staying.setModel(self.sides.staying)
        self.going.setModel(self.sides.going)
        self.staying.moveWanted.connect(lambda: self._move(self.staying, going=True))
        self.going.moveWanted.connect(lambda: self._move(self.going, going=False))
        for model in (self.sides.staying, self.sides.going):
            model.modelReset.connect(self._refresh)
        self._stay_label, self._go_label = ElidedLabel(), ElidedLabel()
        for label in (self._stay_label, self._go_label):
            label.setProperty("role", "card-title")  # a code's name keeps its small letters
        across = QVBoxLayout()
        across.addStretch()
        across.addWidget(self._button("→", translate("split_code", "Move to the new code"), True))
        across.addWidget(self._button("←", translate("split_code", "Leave with the code"), False))
        across.addStretch()
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.addWidget(self._stay_label, 0, 0)
        grid.addWidget(self._go_label, 0, 2)
        grid.addWidget(self.staying, 1, 0)
        grid.addLayout(across, 1, 1)
        grid.addWidget(self.going, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        self.body.addWidget(self.filter_field)
        self.body.addLayout(grid, 1)

    def _button(self, sign: str, name: str, going: bool) -> QPushButton:
        button = QPushButton(sign)
        button.setAutoDefault(False)
        button.setFixedWidth(40)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(
            lambda: self._move(self.staying if going else self.going, going=going)
        )
        return button

    def _lay_out_target(self, listed: Sequence[Code]) -> None:
        translate = QCoreApplication.translate
        self.target = CodeCombo()
        self.target.addItem(translate("split_code", "a new code"), None)
        self.target.add_codes(one for one in listed if one.id != self._code.id)
        self.name = QLineEdit()
        self.kind = QComboBox()
        for kind in CodeKind:
            self.kind.addItem(badge(kind, self._code.color), say(kind.label), kind.value)
        self.kind.setCurrentIndex(self.kind.findData(self._code.kind.value))
        self.place = CodeCombo()
        self._own_rows = [
            (translate("split_code", "Name"), self.name),
            (translate("split_code", "Kind"), self.kind),
            (translate("split_code", "Under"), self.place),
        ]
        self.add_row(translate("split_code", "They go to"), self.target)
        for label, field in self._own_rows:
            self.add_row(label, field)
        self.reason = reason_field()
        self.add_row(translate("split_code", "Reason"), self.reason)
        self._fill_places()
        self.target.currentIndexChanged.connect(self._refresh)
        self.kind.currentIndexChanged.connect(self._fill_places)
        self.name.textChanged.connect(self._refresh)

    def _fill_places(self) -> None:
        """Offer the places that a code of this kind may have; first that beside the split one."""
        kept = self.place.currentData() if self.place.count() else self._code.parent_id
        kind = self._kind()
        self.place.clear()
        self.place.addItem(QCoreApplication.translate("split_code", "none (top level)"), None)
        self.place.add_codes(
            one
            for one in self._listed.values()
            if one.kind.rank > kind.rank or (one.kind is kind and one.id == self._code.parent_id)
        )
        self.place.setCurrentIndex(max(0, self.place.findData(kept)))

    # ------------------------------------------------------------------ what happens

    def _kind(self) -> CodeKind:
        return CodeKind(self.kind.currentData())

    def _look_for(self, text: str) -> None:
        self.sides.look_for(text)

    def _move(self, view: _SideList, *, going: bool) -> None:
        rows = [index.row() for index in view.selectionModel().selectedIndexes()]
        if not rows:
            return
        self.sides.move(view.model().codings(rows), going=going)
        view.go_to(min(rows))

    def _refresh(self) -> None:
        translate = QCoreApplication.translate
        staying, going = self.sides.counts()
        new = self.target.currentData() is None
        other = self.name.text().strip() if new else self.target.currentText()
        self._stay_label.setText(
            translate("split_code", "{code} · {count}").format(code=self._code.title, count=staying)
        )
        self._go_label.setText(
            translate("split_code", "{code} · {count}").format(
                code=other or translate("split_code", "new code"), count=going
            )
        )
        self.staying.setAccessibleName(
            translate("split_code", "Passages that stay: {count}").format(count=staying)
        )
        self.going.setAccessibleName(
            translate("split_code", "Passages that go: {count}").format(count=going)
        )
        for _, field in self._own_rows:
            self.form.setRowVisible(field, new)
        self.accept_button.setEnabled(bool(going and other))

    def chosen(self) -> Split:
        """Return what the dialog says now."""
        into = self.target.currentData()
        draft = CodeDraft(self.name.text(), self._kind()) if into is None else None
        return Split(self.sides.chosen(), draft, self.place.currentData(), into, self.reason.text())


class _SideList(QListView):
    """Passages of one side; the keys that move them tell ``moveWanted``."""

    moveWanted = Signal()

    def __init__(self, keys: Sequence[Qt.Key]) -> None:
        super().__init__()
        self._keys = keys
        self.setItemDelegate(_PassageRows(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.doubleClicked.connect(lambda _: self.moveWanted.emit())

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 160)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in self._keys and not plain and self.selectionModel().hasSelection():
            self.moveWanted.emit()
        else:
            super().keyPressEvent(event)

    def go_to(self, row: int) -> None:
        """Make the row current that took this place."""
        row = min(row, self.model().rowCount() - 1)
        if row >= 0:
            choose_only(self, self.model().index(row, 0))


class _PassageRows(QStyledItemDelegate):
    """Two lines: where the passage is and who coded it, and its words."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(120, 2 * option.fontMetrics.height() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        shown = theme.current()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, shown.color("accent_soft"))
        metrics, area = option.fontMetrics, option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        upper = QRect(area.left(), area.top(), area.width(), metrics.height())
        lower = upper.translated(0, metrics.height())
        painter.setFont(option.font)
        for line, text, role in (
            (upper, index.data(LABEL), "muted"),
            (lower, index.data(), "ink"),
        ):
            painter.setPen(shown.color(role))
            fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(
                line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitting
            )
        painter.restore()
