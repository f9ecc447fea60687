"""The inspector's section on a document: what it is, how far one is with it, memos on it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from qcode.model.enums import MemoKind, WorkStatus
from qcode.model.records import Document
from qcode.services import coders, memos
from qcode.ui.shell.i18n import say
from qcode.ui.shell.session import Session
from qcode.ui.widgets.inspector.facts import Facts
from qcode.ui.widgets.inspector.field_editor import PAD
from qcode.ui.widgets.inspector.memo_list import MemoList
from qcode.ui.widgets.inspector.parts import Section, label, link
from qcode.ui.widgets.inspector.quote_label import cut

QUOTED = 40  # halves of a Chinese character that are shown of the words under a memo


class DocumentSection(Section):
    """Shows one document; its status and its memos can be changed here."""

    propertiesRequested = Signal(int)

    def __init__(self, session: Session, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._facts = facts
        self._document: Document | None = None
        self.name = label("", self, wraps=True)
        self.name.setStyleSheet("font-weight: 600;")
        self.about = label("small", self, wraps=True)
        self.status = QuietCombo(self)
        for status in WorkStatus:
            self.status.addItem("", status)
        self.status.activated.connect(self._set_status)
        self._status_label = label("small", self)
        self._status_label.setBuddy(self.status)
        self._values = QFormLayout()
        self._values.setContentsMargins(PAD, 4, PAD, 0)
        self._values.setHorizontalSpacing(10)
        self._values.setVerticalSpacing(3)
        self._values.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._values.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._values.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._edit = link(self)
        self._edit.clicked.connect(self._request)
        self._memos_label = label("section", self)
        self.memos = MemoList(session, self._create_memo, self)
        self.memos.created.connect(self._show_memos)
        mine = QFormLayout()
        mine.setContentsMargins(0, 4, PAD, 4)
        mine.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        mine.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        mine.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        mine.addRow(self._status_label, self.status)
        self.column.addWidget(self.name)
        self.column.addWidget(self.about)
        self.column.addLayout(mine)
        self.column.addLayout(self._values)
        self.column.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(12)
        self.column.addWidget(self._memos_label)
        self.column.addWidget(self.memos)
        self.retranslate()

    # ------------------------------------------------------------------ showing

    def show_document(self, document: Document) -> None:
        """Show ``document`` as it is stored now."""
        anew = self._document is None or self._document.id != document.id
        self._document = document
        self._show_words()
        self._show_memos(anew=anew)

    @property
    def document(self) -> Document | None:
        """The document shown, None before the first."""
        return self._document

    def leave(self) -> None:
        """Show no document any more."""
        self._document = None

    def flush(self) -> bool:
        """Save what is still to be saved; return whether there was something."""
        return self.memos.flush()

    def drop(self) -> None:
        """Forget what is still to be saved: the document is gone."""
        self.memos.drop()

    def retranslate(self) -> None:
        """Set every text again."""
        self.heading.setText(self.tr("Document"))
        self._status_label.setText(self.tr("My work"))
        self.status.setAccessibleName(self.tr("How far I am with this document"))
        for place, status in enumerate(WorkStatus):
            self.status.setItemText(place, say(status.label))
        self._edit.setText(self.tr("Edit…"))
        self._edit.setAccessibleName(self.tr("Edit label, group and variables"))
        self._memos_label.setText(self.tr("Memo"))
        self.memos.say(
            self.tr("Add a memo on the document"),
            self.tr("Memo on the document"),
            self.tr("Write about this document…"),
        )
        self._show_words()

    def _show_words(self) -> None:
        document = self._document
        if document is None:
            return
        self.name.setText(document.title)
        number = QLocale().toString
        passages = self._facts.passages(document.id)
        parts = [
            self._facts.group_name(document.group_id),
            self.tr("{count} characters").format(count=number(document.characters)),
            self.tr("1 passage")
            if passages == 1
            else self.tr("{count} passages").format(count=number(passages)),
        ]
        self.about.setText(" · ".join(filter(None, parts)))
        status = self._facts.status(document.id, self._session.project.coder)
        self.status.setCurrentIndex(list(WorkStatus).index(status))
        self.status.setEnabled(self._session.writable)
        self._edit.setVisible(self._session.writable)
        self._show_values(self._facts.values(document.id))

    def _show_values(self, values: dict[str, str]) -> None:
        while self._values.rowCount():
            self._values.removeRow(0)
        for name, value in values.items():
            what = QLabel(name, self)
            what.setProperty("role", "small")
            what.setTextFormat(Qt.TextFormat.PlainText)
            words = QLabel(value, self)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._values.addRow(what, words)

    def _show_memos(self, *, anew: bool = False) -> None:
        if self._document is not None:
            listed = self._facts.memos_of_document(self._document.id)
            bare = self._facts.memos_on_bare_words(self._document.id)
            quotes = {memo.id: f"“{cut(words, QUOTED)}”" for memo, words in bare}
            listed += [memo for memo, _ in bare]
            self.memos.show_memos(listed, quotes, anew=anew)
            self._memos_label.setVisible(bool(listed) or self._session.writable)

    # ------------------------------------------------------------------ changing

    def _set_status(self, place: int) -> None:
        if self._document is None:
            return
        self.flush()
        project = self._session.project
        status = list(WorkStatus)[place]
        if status is not self._facts.status(self._document.id, project.coder):
            self._session.run(
                self,
                self.tr("My work"),
                coders.set_status,
                [self._document.id],
                project.coder,
                status,
            )
        self._show_words()  # what is stored, also after a refusal

    def _create_memo(self, text: str) -> int | None:
        if self._document is None:
            return None
        return self._session.run(
            self,
            self.tr("Memo on the document"),
            memos.create,
            MemoKind.DOCUMENT,
            text,
            document_id=self._document.id,
        )

    def _request(self) -> None:
        if self._document is not None:
            self.propertiesRequested.emit(self._document.id)


class QuietCombo(QComboBox):
    """A choice that the wheel changes only while it has the focus: a panel is scrolled over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # It has all the room beside its name, and in a narrow panel it is cut rather than the row.
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
