"""The passage that others are read against: in full, above or beside them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qcode.model.records import Code, Passage
from qcode.ui.shell import icons, theme
from qcode.ui.shell.fonts import reading_font
from qcode.ui.shell.i18n import day
from qcode.ui.widgets.code_badge import BADGE, paint_code_badge
from qcode.ui.widgets.elided_label import ElidedLabel
from qcode.ui.widgets.passages.words import LONGEST

_INDENT = 8  # so much a button's words stand in from its edge
_ASIDE = 6
_ELIDED = Qt.TextElideMode.ElideRight

WIDEST = 180
"""Pixels of day and coder at most."""


class _Badge(QWidget):
    """The mark of a code's kind and colour."""

    def __init__(self) -> None:
        super().__init__()
        self.code: Code | None = None
        self.setFixedSize(BADGE + 2, BADGE + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.code is not None:
            painter = QPainter(self)
            try:
                paint_code_badge(painter, self.rect().toRectF(), self.code.kind, self.code.color)
            finally:
                painter.end()


class TopPassage(QFrame):
    """Label, document, day, coder and code of one passage, and all its words."""

    activated = Signal()  # the reader wants to go there
    pinToggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        self._passage: Passage | None = None
        self._most = 200
        self.label = QToolButton()
        self.label.clicked.connect(self.activated)
        self.facts = ElidedLabel()
        self.facts.setProperty("role", "small")
        self.who = QLabel()
        self.who.setTextFormat(Qt.TextFormat.PlainText)
        self.who.setProperty("role", "small")
        self.pin = QToolButton()
        self.pin.setCheckable(True)
        self.pin.clicked.connect(self.pinToggled)
        self._badge = _Badge()
        self._code = ElidedLabel()
        self._code.setProperty("role", "small")
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._memo = QLabel()
        self._memo.setProperty("role", "small")
        self._memo.setWordWrap(True)
        self._memo.setTextFormat(Qt.TextFormat.PlainText)
        for part in (self.words, self._memo):
            part.setMinimumSize(1, 1)  # or a wrapping label wants the height of another width
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_INDENT, 0, _ASIDE, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self._memo)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # scrolled by keys
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.label)
        first.addWidget(self.facts, 1)
        first.addWidget(self.who)
        first.addWidget(self.pin)
        self._second = QWidget()
        second = QHBoxLayout(self._second)
        second.setContentsMargins(_INDENT, 0, 0, 0)
        second.setSpacing(5)
        second.addWidget(self._badge)
        second.addWidget(self._code, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 4, 8, 8)
        outer.setSpacing(3)
        outer.addLayout(first)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._second)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._draw()

    def controls(self) -> list[QWidget]:
        """Return what takes the focus, in the order in which it stands."""
        return [self.label, self.pin, self._scroll]

    def show_passage(self, passage: Passage, code: Code | None, *, pinned: bool) -> None:
        """Show a passage; ``code`` is None where the list says already which one it is."""
        fresh = self._passage is None or self._passage.coding_id != passage.coding_id
        self._passage = passage
        quote = passage.quote if len(passage.quote) <= LONGEST else f"{passage.quote[:LONGEST]} […]"
        self.label.setText(passage.label)
        named = passage.label.startswith(passage.document)
        self.facts.setText("" if named else passage.document)
        who = " · ".join(filter(None, (day(passage.created), passage.coder)))
        self.who.setText(self.who.fontMetrics().elidedText(who, _ELIDED, WIDEST))
        self.words.setText(quote.strip())
        self._memo.setText(passage.memo.strip())
        self._memo.setVisible(bool(passage.memo.strip()))
        self._badge.code = code
        self._code.setText(code.title if code is not None else "")
        self._second.setVisible(code is not None)
        self._badge.update()
        self.pin.setChecked(pinned)
        if fresh:
            self._scroll.verticalScrollBar().setValue(0)
        self.retranslate()
        self._fit()

    def set_most(self, height: int) -> None:
        """Be at most so many pixels high; longer words are scrolled."""
        if height != self._most:
            self._most = height
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(260, min(self._needed(), self._most))

    def _needed(self) -> int:
        """Height that all words take without a scroll bar."""
        margins = self.layout().contentsMargins()
        width = max(120, self.width() - margins.left() - margins.right() - _INDENT - _ASIDE)
        height = margins.top() + margins.bottom() + self.label.sizeHint().height() + 6
        height += self.words.heightForWidth(width) + 4
        if not self._memo.isHidden():
            height += self._memo.heightForWidth(width) + 4
        if not self._second.isHidden():
            height += self._second.sizeHint().height() + 3
        return height

    def _fit(self) -> None:
        """Let a scroll bar come only where words are cut: one that came too early would stay."""
        needed = self._needed()
        fits = needed <= self._most and (needed <= self.height() or not self.isVisible())
        policy = Qt.ScrollBarPolicy
        self._scroll.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, min(96, self.sizeHint().height()))

    def retranslate(self) -> None:
        """Set every text again."""
        kept = self.pin.isChecked()
        words = self.tr("Let go of this passage") if kept else self.tr("Keep this passage here")
        self.pin.setToolTip(words)
        self.pin.setAccessibleName(words)
        self.label.setToolTip(self.tr("Go to this passage"))
        if self._passage is not None:
            name = self.tr("Compared with: {label}").format(label=self._passage.label)
            self.setAccessibleName(name)
            self._scroll.setAccessibleName(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()
        elif event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _draw(self) -> None:
        shown = theme.current()
        style = (
            f"QFrame#top {{ background: {shown.paper}; border: none; }}"
            f"QFrame#top QToolButton {{ color: {shown.accent}; font-weight: 600; padding: 2px; }}"
        )
        if self.styleSheet() != style:
            self.setStyleSheet(style)
        font = reading_font(QApplication.font().pointSizeF() * 1.12)
        if self.words.font() != font:
            self.words.setFont(font)
        self.pin.setIcon(QIcon(icons.pixmap("pin", 16, shown.accent)))
