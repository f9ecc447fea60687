"""What a live link could lead to: codes and documents by name, and the passages of a code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from qcode.model.memo_records import LinkKind
from qcode.model.records import Code
from qcode.services import codes, documents, passages
from qcode.ui.shell import theme
from qcode.ui.shell.i18n import joined
from qcode.ui.shell.operation import Progress, quietly
from qcode.ui.shell.session import Session
from qcode.ui.widgets.elided_label import ElidedLabel
from qcode.ui.widgets.field_popup import FieldPopup, RowsBelow
from qcode.ui.widgets.link_rows import LinkRowDelegate, row_height
from qcode.ui.widgets.palette.items import PaletteItem
from qcode.ui.widgets.palette.match import PaletteIndex, folded

_WIDTH, _ROWS_SHOWN, _MARGIN, _AWAY = 460, 8, 9, 6
_MOST = 50  # rows: another letter finds more than looking does
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS_SHOWN,
    Qt.Key.Key_PageUp: -_ROWS_SHOWN,
}


class LinkRow(NamedTuple):
    """Something that can be linked: ``title`` is read first, ``note`` tells more about it."""

    kind: LinkKind
    id: int
    title: str
    note: str = ""
    code: Code | None = None


class LinkRows(QAbstractListModel):
    """The few things that fit what was typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[LinkRow] = ()

    def show_rows(self, rows: Sequence[LinkRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return joined([row.title, row.note], "facts")
        return None


class LinkChooser(FieldPopup):
    """A field and what fits, floating over the window it was given.

    Enter takes the current row; Tab goes to the passages of its code, Esc back to the codes, and
    from there it closes.
    """

    chosen = Signal(str, int)
    """Kind (a value of ``LinkKind``) and id: of a code, a document, or a passage (selection)."""

    _elsewhere = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason)

    def __init__(self, session: Session, parent: QWidget, *, attaches: bool = False) -> None:
        """With ``attaches`` it says that what is chosen is attached, not linked."""
        super().__init__(parent)
        self._attaches = attaches
        self.setObjectName("linkChooser")
        self.setProperty("role", "popup")
        self._session = session
        self._codes = {code.id: code for code in codes.tree(session.project, counts=False)}
        self._documents = documents.listed(session.project, counts=False)
        self._index = PaletteIndex(map(self._item, self._codes.values()))
        self._code: Code | None = None  # whose passages are shown
        self._passages: list[LinkRow] = []
        self._typed = ""
        self._anchor = QRect()
        self._heading = ElidedLabel()
        self._heading.setProperty("role", "card-title")
        self._rows = LinkRows(self)
        self._list = RowsBelow(self)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setProperty("bare", True)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(LinkRowDelegate(self))
        self._list.clicked.connect(lambda _: self._take())
        self._nothing = QLabel()
        self._keys = QLabel()
        for part in (self._nothing, self._keys):
            part.setProperty("role", "muted")
        self._edit.textChanged.connect(self._search)
        box = QVBoxLayout(self)
        box.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        box.setSpacing(6)
        for part in (self._heading, self._edit, self._list, self._nothing, self._keys):
            box.addWidget(part)
        self.hide()

    def open_at(self, anchor: QRect) -> None:
        """Open below ``anchor`` (global pixels), or above it where there is no room below."""
        top_left = self.parentWidget().mapFromGlobal(anchor.topLeft())
        self._anchor = QRect(top_left, anchor.size())
        self._show_everything()
        self._take_place()
        self._come_up(self.window().focusWidget())

    def rows(self) -> Sequence[LinkRow]:
        """Return what is offered, from top to bottom."""
        return self._rows.rows

    # ------------------------------------------------------------------ what is offered

    def _item(self, code: Code) -> PaletteItem:
        above = self._codes.get(code.parent_id or 0)
        path = above.name if above else ""
        return PaletteItem(code.id, code.number, code.name, path, code.color, code.kind)

    def _show_everything(self) -> None:
        self._code = None
        self._heading.hide()
        nothing = self.tr("Nothing is called like that.")
        if self._attaches:
            self._say(self.tr("Attach to a code or a document"), nothing)
        else:
            self._say(self.tr("Link to a code or a document"), nothing)
        self._edit.setText(self._typed)
        self._search(self._typed)

    def _show_passages(self, code: Code) -> None:
        """Offer the passages of a code and those below it; long texts are read in a worker."""
        self._code, self._typed = code, self._edit.text()
        self._passages = []
        self._heading.setText(code.title)
        self._heading.show()
        nothing = self.tr("There is no passage like that.")
        if self._attaches:
            self._say(self.tr("Attach to a passage"), nothing)
        else:
            self._say(self.tr("Link to a passage"), nothing)
        self._edit.clear()
        self._search("")
        wanted = codes.with_below(self._session.project, code.id)
        project = self._session.project

        def read(progress: Progress) -> list[LinkRow]:
            del progress
            found = {one.selection_id: one for one in passages.of_codes(project, wanted)}
            return [
                LinkRow(LinkKind.PASSAGE, one.selection_id, " ".join(one.quote.split()), one.label)
                for one in found.values()
            ]

        def take(found: list[LinkRow]) -> None:
            if self._code is code:
                self._passages = found
                self._search(self._edit.text())

        quietly(self, read, take)

    def _say(self, placeholder: str, nothing: str) -> None:
        self._edit.setPlaceholderText(placeholder)
        self._edit.setAccessibleName(placeholder)
        self._list.setAccessibleName(placeholder)
        self._nothing.setText(nothing)

    def _say_keys(self) -> None:
        """Say what the keys do with the current row."""
        row = self._current()
        if self._code is not None:
            keys = (
                self.tr("Enter attaches it · Esc goes back to the codes")
                if self._attaches
                else self.tr("Enter links it · Esc goes back to the codes")
            )
        elif row is None or row.code is not None:
            keys = (
                self.tr("Enter attaches it · Tab shows the passages of the code")
                if self._attaches
                else self.tr("Enter links it · Tab shows the passages of the code")
            )
        else:
            keys = (
                self.tr("Enter attaches the document")
                if self._attaches
                else self.tr("Enter links the document")
            )
        self._keys.setText(keys)

    def _search(self, words: str) -> None:
        parts = folded(words).split()
        if self._code is not None:
            found = [
                row
                for row in self._passages
                if all(part in folded(f"{row.note} {row.title}") for part in parts)
            ]
        else:
            found = [self._code_row(match.item) for match in self._index.search(words, _MOST)]
            found += [
                LinkRow(LinkKind.DOCUMENT, one.id, one.title, self.tr("document"))
                for one in self._documents
                if parts and all(part in folded(one.title) for part in parts)
            ]
        self._rows.show_rows(found[:_MOST])
        self._nothing.setVisible(not found)
        self._go_to(0)

    def _code_row(self, item: PaletteItem) -> LinkRow:
        return LinkRow(
            LinkKind.CODE, item.code_id, item.title, item.path, self._codes[item.code_id]
        )

    # ------------------------------------------------------------------ keys

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key == Qt.Key.Key_Escape:
            if self._code is None:
                self.close_popup()
            else:
                self._show_everything()
        elif key == Qt.Key.Key_Tab:
            row = self._current()
            if row is not None and row.code is not None:
                self._show_passages(row.code)
        elif key in _STEPS:
            self._go_to(self._list.currentIndex().row() + _STEPS[key])
        else:
            return False
        return True

    def _current(self) -> LinkRow | None:
        at = self._list.currentIndex()
        return self._rows.rows[at.row()] if at.isValid() else None

    def _go_to(self, row: int) -> None:
        at = self._rows.index(min(max(row, 0), self._rows.rowCount() - 1), 0)
        self._list.setCurrentIndex(at)
        # The field keeps the focus: this is what a screen reader says there.
        spoken = at.data(Qt.ItemDataRole.AccessibleTextRole) if at.isValid() else ""
        self._edit.setAccessibleDescription(str(spoken or ""))
        self._say_keys()

    def _take(self) -> None:
        row = self._current()
        if row is not None:
            self.close_popup()
            self.chosen.emit(row.kind.value, row.id)

    # ------------------------------------------------------------------ place and looks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = theme.current()
        painter.fillRect(event.rect(), shown.color("paper"))
        painter.setPen(shown.color("accent"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _take_place(self) -> None:
        """Stay inside the window and off the line that is being written."""
        around = self.parentWidget().rect().adjusted(_AWAY, _AWAY, -_AWAY, -_AWAY)
        width = min(_WIDTH, around.width())
        parts = [self._edit.sizeHint().height(), self._keys.sizeHint().height()]
        rows = row_height(QFontMetrics(self._list.font())) * _ROWS_SHOWN
        height = min(2 * _MARGIN + sum(parts) + 18 + rows, around.height())
        below = self._anchor.bottom() + _AWAY
        above = self._anchor.top() - _AWAY - height
        y = below if below + height <= around.bottom() or above < around.top() else above
        x = min(max(self._anchor.left(), around.left()), around.right() + 1 - width)
        y = min(max(y, around.top()), around.bottom() + 1 - height)
        self.setGeometry(QRect(QPoint(x, y), QPoint(x + width - 1, y + height - 1)))
