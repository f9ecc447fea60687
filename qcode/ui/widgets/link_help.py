"""Helps a ``LiveTextEdit`` to its links: asks what they lead to, offers them for pasted words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QToolButton

from qcode.model.memo_records import LinkKind
from qcode.model.span import Span
from qcode.services import documents, live_links
from qcode.ui.shell.actions import native
from qcode.ui.shell.session import Session
from qcode.ui.widgets.live_text import LiveTextEdit
from qcode.ui.widgets.mime import Place

if TYPE_CHECKING:
    from qcode.ui.widgets.link_chooser import LinkChooser

Mark = Callable[[int, Span], object]
"""Sees to it that words of a document (its id, a span) are a passage that can be linked."""


class LinkHelp(QObject):
    """Belongs to its editor. ``mark`` is called before words are linked that are no passage yet."""

    def __init__(self, session: Session, editor: LiveTextEdit, mark: Mark | None = None) -> None:
        super().__init__(editor)
        self._session = session
        self._editor = editor
        self._mark = mark
        self._place: Place | None = None
        self._button: QToolButton | None = None
        self.chooser: LinkChooser | None = None
        editor.takes_links = True
        editor.resolver = lambda body: live_links.resolved(session.project, body)
        editor.linkWanted.connect(self._ask)
        editor.placePasted.connect(self._offer)
        editor.changed.connect(self._withdraw)
        editor.installEventFilter(self)

    # ------------------------------------------------------------------ choosing

    def _ask(self) -> None:
        if self._place is not None:
            self._take_offer()
            return
        from qcode.ui.widgets.link_chooser import LinkChooser

        chooser = self.chooser = LinkChooser(self._session, self._editor.window())
        chooser.chosen.connect(self._insert)
        chooser.closed.connect(chooser.deleteLater)
        chooser.closed.connect(lambda: setattr(self, "chooser", None))
        chooser.open_at(self._line())

    def _line(self) -> QRect:
        """Return the line with the caret, in global pixels."""
        line = self._editor.cursorRect()
        corner: QPoint = self._editor.viewport().mapToGlobal(line.topLeft())
        return QRect(corner, line.size())

    def _insert(self, kind: str, row_id: int) -> None:
        make = {
            LinkKind.CODE: live_links.code_link,
            LinkKind.DOCUMENT: live_links.document_link,
            LinkKind.PASSAGE: live_links.passage_link,
        }[LinkKind(kind)]
        markup = self._session.run(self._editor, self.tr("Insert a link"), make, row_id)
        if markup is not None:
            found = live_links.resolved(self._session.project, markup)[0]
            self._editor.insert_link(markup, found.words, LinkKind(kind))

    # ------------------------------------------------------------------ what was pasted

    def _offer(self, place: Place) -> None:
        """Offer to make a live quotation of pasted words; what is typed next refuses it."""
        known = documents.by_guid(self._session.project, place.document)
        if known is None or (self._link(place) is None and self._mark is None):
            return
        self._place = place
        if self._button is None:
            self._button = QToolButton(self._editor.viewport())
            self._button.setProperty("pill", True)
            self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._button.setCursor(Qt.CursorShape.PointingHandCursor)
            self._button.clicked.connect(self._take_offer)
        words = self.tr("Quote live: {keys}").format(keys=native("Ctrl+L"))
        self._button.setText(words)
        self._button.setAccessibleName(words)
        self._button.adjustSize()
        line, room = self._editor.cursorRect(), self._editor.viewport().rect()
        x = min(line.left(), room.width() - self._button.width())
        y = min(line.bottom() + 2, room.height() - self._button.height())
        self._button.move(max(0, x), max(0, y))
        self._button.show()

    def _link(self, place: Place) -> str | None:
        return live_links.link_at(self._session.project, place.document, place.span)

    def _take_offer(self) -> None:
        place = self._place
        self._withdraw()
        if place is None:
            return
        project = self._session.project
        markup = self._link(place)
        if markup is None and self._mark is not None:
            known = documents.by_guid(project, place.document)
            if known is not None:
                self._mark(known, place.span)
                markup = self._link(place)
        if markup is not None:
            found = live_links.resolved(project, markup)[0]
            self._editor.link_pasted(markup, found.words, LinkKind.PASSAGE)

    def _withdraw(self) -> None:
        self._place = None
        if self._button is not None:
            self._button.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._place is not None:
            self._withdraw()
        return super().eventFilter(watched, event)
