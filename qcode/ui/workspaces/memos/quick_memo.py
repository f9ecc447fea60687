"""A memo from anywhere: a small sheet over the window, with the memos on the same things."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qcode.model.changes import ChangeSet
from qcode.model.enums import MemoKind
from qcode.model.theory_records import Target
from qcode.services import memos
from qcode.ui.shell import icons, theme
from qcode.ui.shell.i18n import joined, say
from qcode.ui.shell.session import Session
from qcode.ui.shell.termed import capital
from qcode.ui.widgets.column_scroll import ColumnScroll
from qcode.ui.widgets.elided_label import ElidedLabel
from qcode.ui.widgets.inspector.memo_list import MemoList
from qcode.ui.workspaces.memos.index import MemoIndex
from qcode.ui.workspaces.memos.things import Things

_WIDTH, _HEIGHT, _AWAY = 400, 300, 16
_NAMED = 3  # things that the heading names
_MOST = 5  # memos that are shown, the newest: it is a place to write


class QuickMemo(QFrame):
    """Lies in a corner of the window; Esc saves and gives the focus back."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "popup")
        self._session = session
        self._index = MemoIndex(session.project)
        self._things = Things(session.project)
        self._targets: tuple[Target, ...] = ()
        self._made: set[int] = set()  # memos written since the sheet was opened
        self._came_from: QWidget | None = None
        self._title = ElidedLabel()
        self._title.setProperty("role", "card-title")
        self._close = QToolButton()
        self._close.clicked.connect(self.close_sheet)
        self.memos = MemoList(session, self._write)
        self.memos.created.connect(self._show)
        self.memos.escaped.connect(self.close_sheet)
        self.memos.caretMoved.connect(lambda: QTimer.singleShot(0, self, self._follow))
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._close)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.memos)
        inner.addStretch(1)
        self._scroll = ColumnScroll(content)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda *_: self._follow())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 10)
        column.addLayout(top)
        column.addWidget(self._scroll)
        session.changed.connect(self._take_over)
        session.viewChanged.connect(self._take_over)
        parent.installEventFilter(self)
        self.hide()
        self.retranslate()

    def open_on(self, targets: Sequence[Target], focus: QWidget | None) -> None:
        """Show the memos on all of some things, and an empty one to write in.

        ``focus`` is where the focus goes when this closes.
        """
        self.memos.flush()
        self._targets = tuple(targets)
        if focus is not None and not self.isAncestorOf(focus):
            self._came_from = focus
        self._index.forget()
        self._made.clear()
        self.show()
        self._show(anew=True)
        self._take_place()
        self.raise_()
        self.memos.start()

    def put_away(self) -> None:
        """Save and hide."""
        self.memos.flush()
        self.hide()

    def close_sheet(self) -> None:
        """Save, hide, and give the focus back."""
        came_from, self._came_from = self._came_from, None
        self.put_away()
        if came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    def flush(self) -> None:
        """Save what is still to be saved."""
        self.memos.flush()

    def _show(self, *, anew: bool = False) -> None:
        # On the project as a whole there are many: only what was written here is told again.
        if not self._targets:
            found = self._index.loose(self._made)
        else:
            first, *others = self._targets
            wanted = [{memo.id for memo in self._index.on(one)} for one in others]
            found = [
                memo for memo in self._index.on(first) if all(memo.id in ids for ids in wanted)
            ]
        self.memos.show_memos(found[-_MOST:], anew=anew)
        names = [self._things.name(one) for one in self._targets[:_NAMED]]
        if len(self._targets) > _NAMED:
            names.append(self.tr("{count} more").format(count=len(self._targets) - _NAMED))
        about = joined(names) if names else self.tr("the project")
        self._title.setText(self.tr("{kind} on {things}").format(kind=_kind(), things=about))

    def _write(self, words: str) -> int | None:
        made = self._session.run(
            self,
            self.tr("Write a memo"),
            memos.create,
            MemoKind.THEORETICAL,
            words,
            targets=self._targets,
        )
        if made is None:
            return None
        self._made.add(int(made))
        return int(made)

    def _take_over(self, changes: ChangeSet | None = None) -> None:
        if changes is not None:
            self._things.forget(changes)
        if self._index.forget(changes) and self.isVisible():
            self._show()

    def _follow(self) -> None:
        for entry in self.memos.entries():
            fresh = entry.memo_id is None and not entry.editor.text()
            if entry.editor.hasFocus() or fresh:
                self._scroll.keep_line(entry.editor)

    # ------------------------------------------------------------------ place and looks

    def _take_place(self) -> None:
        room = self.parentWidget().rect().adjusted(_AWAY, _AWAY, -_AWAY, -_AWAY)
        width, height = min(_WIDTH, room.width()), min(_HEIGHT, room.height())
        self.setGeometry(QRect(room.right() + 1 - width, room.bottom() + 1 - height, width, height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._take_place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = theme.current()
        painter.fillRect(event.rect(), shown.color("panel"))
        painter.setPen(shown.color("accent"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def retranslate(self) -> None:
        """Set every text again."""
        self.setAccessibleName(_kind())
        words = self.tr("Save and close")
        self._close.setToolTip(words)
        self._close.setAccessibleName(words)
        self._close.setIcon(icons.icon("close"))
        self.memos.say(
            self.tr("Add a memo"),
            _kind(),
            self.tr("What does this tell you? What does it ask?"),
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)


def _kind() -> str:
    """What the project calls the memos that are written here."""
    return capital(say(MemoKind.THEORETICAL.label))
