"""What a coded text gives and takes: copies, passages dragged out, codes dropped in."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QWidget

from qcode.analysis.words.units import word_at
from qcode.model.span import Span
from qcode.ui.widgets.mime import CODES_MIME, codes_of, put_place, put_span
from qcode.ui.widgets.text.coded_text import CodedText


class TransferText(CodedText):
    """A coded text that exchanges spans for codes."""

    codeDropped = Signal(int, object)
    """A code id and the ``Span`` it was dropped on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.source = ""
        """GUID of the document that is shown: copies tell of it where they come from."""

    # Copying and dragging

    def createMimeDataFromSelection(self) -> QMimeData:
        mime = QMimeData()
        span = self.selected_span()
        if span is not None:
            mime.setText(span.of(self.text))
            put_span(mime, span)
            if self.source:
                put_place(mime, self.source, span)
        return mime

    def canInsertFromMimeData(self, _source: QMimeData) -> bool:
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # Anything else, such as files, is left to the window around.
        if event.mimeData().hasFormat(CODES_MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not event.mimeData().hasFormat(CODES_MIME):
            event.ignore()
            return
        self._set_target(self.drop_target(event.position().toPoint()))
        if self._target is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_target(None)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_target(None)
        span = self.drop_target(event.position().toPoint())
        codes = codes_of(event.mimeData())
        if span is None or not codes:
            event.ignore()
            return
        event.acceptProposedAction()
        for code_id in codes:
            self.codeDropped.emit(code_id, span)

    def drop_target(self, point: QPoint) -> Span | None:
        """What a code dropped at ``point`` is applied to.

        The selection if the point is inside it, else the innermost coded passage there, else the
        word; None beside the text.
        """
        at = self.position_at(point)
        if at is None:
            return None
        selected = self.selected_span()
        if selected is not None and selected.start <= at < selected.end:
            return selected
        codings = self.codings_at(at)
        if codings:
            return codings[0].span
        word = word_at(self.text, at)
        return word if word.of(self.text).strip() else None

    def _set_target(self, span: Span | None) -> None:
        if span != self._target:
            self._target = span
            self.viewport().update()
