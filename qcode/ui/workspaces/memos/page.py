"""One memo on a sheet of paper: title, kind, what it is attached to, and its text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qcode.model.enums import MemoKind
from qcode.model.records import MemoRecord
from qcode.model.span import Span
from qcode.services import memos
from qcode.services.project import Project
from qcode.ui.shell import icons, theme
from qcode.ui.shell.fonts import reading_font
from qcode.ui.shell.i18n import date_and_time, day, say
from qcode.ui.shell.operation import busy
from qcode.ui.shell.session import Session
from qcode.ui.widgets.elided_label import ElidedLabel
from qcode.ui.widgets.inspector.field_editor import DELAY
from qcode.ui.widgets.link_help import LinkHelp
from qcode.ui.widgets.page_editor import PageEditor
from qcode.ui.widgets.title_edit import TitleEdit
from qcode.ui.workspaces.memos.attachments import Attachments
from qcode.ui.workspaces.memos.things import Things


class MemoPage(QFrame):
    """Shows a memo; what is typed is saved a moment later as one step that grows."""

    deleteRequested = Signal()

    def __init__(self, session: Session, things: Things, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "paper")
        self._session = session
        self.memo: MemoRecord | None = None
        self._saving_title = False
        self.kind = QComboBox()
        for kind in MemoKind:
            self.kind.addItem("", kind)
        self.kind.activated.connect(self._set_kind)
        self._about = ElidedLabel()
        self._about.setProperty("role", "small")
        self._delete = QToolButton()
        self._delete.clicked.connect(self.deleteRequested)
        self.title = TitleEdit()
        self.attachments = Attachments(session, things)
        self.body = PageEditor(self._save_body)
        self.links = LinkHelp(session, self.body, self._mark)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self._save_title_soon)
        self.title.textEdited.connect(lambda _: self._timer.start())
        self.title.editingFinished.connect(self._save_title)
        self.title.returnPressed.connect(self.body.setFocus)
        session.changed.connect(self._hear_step)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.kind)
        top.addWidget(self._about, 1)
        top.addWidget(self._delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 16, 10)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.title)
        column.addWidget(self.attachments)
        column.addWidget(self.body, 1)

    # ------------------------------------------------------------------ showing

    def show_memo(self, memo: MemoRecord) -> None:
        """Show a memo as it is stored; what is being typed in it stays."""
        anew = self.memo is None or self.memo.id != memo.id
        if anew:
            self.flush()
        self.memo = memo
        if anew or not self._timer.isActive():
            if memo.title != self.title.text().strip() or anew:
                self.title.setText(memo.title)
            self.title.setModified(False)
        project = self._session.project
        self.body.show_live(memos.segments(project, memo), memo.body, anew=anew)
        self.attachments.show_memo(memo)
        writable = self._session.writable
        self.title.setReadOnly(not writable)
        self.body.setReadOnly(not writable)
        self.kind.setEnabled(writable)
        self._delete.setVisible(writable)
        self._say()

    def begin(self) -> None:
        """Put the caret into the text."""
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)
        self.body.moveCursor(self.body.textCursor().MoveOperation.End)

    def flush(self) -> None:
        """Save what is still to be saved."""
        self._save_title()
        self.body.flush()

    def drop(self) -> None:
        """Forget what is still to be saved: the memo is gone."""
        self._timer.stop()
        self.title.setModified(False)
        self.body.drop()
        self.memo = None

    # ------------------------------------------------------------------ saving

    def _save_body(self, text: str) -> bool:
        if self.memo is None:
            return True
        return bool(
            self._session.run(self, self.tr("Edit the memo"), _edit_body, self.memo.id, text)
        )

    def _save_title_soon(self) -> None:
        if busy():
            self._timer.start()
        else:
            self._save_title()

    def _save_title(self) -> None:
        self._timer.stop()
        if self.memo is None or not self.title.isModified() or self.title.isReadOnly():
            return
        self.title.setModified(False)
        self._saving_title = True
        try:
            self._session.run(
                self, self.tr("Edit the memo"), _edit_title, self.memo.id, self.title.text()
            )
        finally:
            self._saving_title = False

    def _set_kind(self, row: int) -> None:
        kind = MemoKind(self.kind.itemData(row))  # Qt keeps the bare text
        if self.memo is not None and self.memo.kind is not kind:
            self.flush()
            self._session.run(
                self, self.tr("Kind of the memo"), memos.set_kind, [self.memo.id], kind
            )

    def _mark(self, document_id: int, span: Span) -> None:
        """Attach the memo to words, so that they are a passage that can be linked."""
        self.attachments.attach([], [(document_id, span)])

    def _hear_step(self) -> None:
        """Ctrl+Z is for the last step, which may be no longer what was typed here."""
        self.body.forget_typing()
        if not self.title.isModified() and not self._saving_title:
            self.title.forget_typing()

    # ------------------------------------------------------------------ words and looks

    def _say(self) -> None:
        memo = self.memo
        if memo is None:
            return
        self.kind.setCurrentIndex(self.kind.findData(memo.kind))
        parts = [memo.coder, self.tr("written {day}").format(day=day(memo.created))]
        if memo.modified[:16] != memo.created[:16]:
            parts.append(self.tr("changed {day}").format(day=day(memo.modified)))
        self._about.setText(" · ".join(parts))
        self._about.setToolTip(f"{date_and_time(memo.created)} – {date_and_time(memo.modified)}")

    def retranslate(self) -> None:
        """Set every text again."""
        for row, kind in enumerate(MemoKind):
            self.kind.setItemText(row, say(kind.label))
        self.kind.setAccessibleName(self.tr("Kind of the memo"))
        self.title.setPlaceholderText(self.tr("Title"))
        self.title.setAccessibleName(self.tr("Title of the memo"))
        self.body.setPlaceholderText(
            self.tr("Write. Two square brackets [[ link to codes, documents and passages.")
        )
        self.body.setAccessibleName(self.tr("Text of the memo"))
        words = self.tr("Delete the memo")
        self._delete.setToolTip(words)
        self._delete.setAccessibleName(words)
        self._draw()
        self._say()

    def _draw(self) -> None:
        shown = theme.current()
        self._delete.setIcon(QIcon(icons.pixmap("delete", 16, shown.muted)))
        points = QApplication.font().pointSizeF()
        self.body.setFont(reading_font(points * 1.18))
        style = (
            f"QLineEdit {{ font-size: {points * 1.35:.1f}pt; font-weight: 600; padding: 2px 0px;"
            " border: 1px solid transparent; background: transparent; }"
            f"QLineEdit:focus {{ border: 1px solid {shown.accent}; }}"
        )
        if self.title.styleSheet() != style:
            self.title.setStyleSheet(style)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)


def _edit_body(project: Project, memo_id: int, text: str) -> bool:
    memos.edit(project, memo_id, body=text)
    return True


def _edit_title(project: Project, memo_id: int, title: str) -> bool:
    memos.edit(project, memo_id, title=title)
    return True
