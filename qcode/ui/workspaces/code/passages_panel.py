"""The passages of codes beside the text: read, compared, jumped to."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from qcode.model.records import Passage
from qcode.ui.itemmodels.passage_filters import PassageFilter
from qcode.ui.itemmodels.passage_rows import COMPARING, DOCUMENT_ORDER
from qcode.ui.itemmodels.passages import PassagesModel
from qcode.ui.itemmodels.pinned_passage import PinnedPassage
from qcode.ui.shell.session import Session
from qcode.ui.widgets.choosing import choose_only
from qcode.ui.widgets.passages.delegate import LINES, PassageDelegate
from qcode.ui.widgets.passages.list import PassageList
from qcode.ui.widgets.passages.top_passage import TopPassage
from qcode.ui.workspaces.code.passage_filter_bar import PassageFilterBar
from qcode.ui.workspaces.code.passages_frame import ListPages, PassagesHeader
from qcode.ui.workspaces.code.passages_hands import PassageHands
from qcode.ui.workspaces.code.passages_words import PassagesWords

SMALLEST = 240
"""Pixels that the panel needs at least."""

LOWEST = 190
"""The same in height: the header and the better part of two rows."""

BESIDE, BELOW = 380, 300
"""Width that it likes beside the text, and height below it."""

WIDE = 900
"""Pixels from which the tools stand in the line of the title."""

WITHOUT_CONCEPT = PassageFilter(without_concept=True)

COMPARED_LINES = 8
"""Lines of a folded passage that is read against another one."""


class PassagesPanel(QWidget):
    """A list of passages under a line that says of which codes, how many, and filters them.

    Enter or a click goes to a passage in its document, Space unfolds its neighbours, K keeps it in
    view, Delete takes codings away, R, T and M ask to recode, mark and comment them.
    """

    passageActivated = Signal(int, int, int, int)  # document id, start, end, coding id
    removeRequested = Signal(list)  # coding ids
    recodeRequested = Signal(list)
    typicalRequested = Signal(list)
    memoRequested = Signal(list)
    menuRequested = Signal(QPoint, list)  # place on the screen, coding ids
    closeRequested = Signal()
    sideRequested = Signal(bool)  # True: beside the text, False: below it

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._going = False
        self.model = PassagesModel(session, self)
        self.pinned = PinnedPassage(session, self)
        self.header = PassagesHeader()
        self.tools = PassageFilterBar(self.model)
        self.top = TopPassage()
        self.list = PassageList()
        self.list.set_clicks(True)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._delegate = PassageDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setModel(self.model)
        self.list.unfolded_rows = self._unfolded_rows
        self.pages = ListPages(self.list)
        self._words = PassagesWords(self)
        self._hands = PassageHands(self)
        self._kept: tuple[int | None, int] = (None, 0)
        self._before: tuple[PassageFilter, bool] | None = None  # what another page put aside
        self._to_list = False  # the focus goes there as soon as there is a row
        self.setMinimumWidth(SMALLEST)
        self._lay_out()
        self._connect()
        self._show_top()
        self.retranslate()

    # ------------------------------------------------------------------ what others ask

    def show_codes(self, code_ids: Iterable[int], *, with_below: bool | None = None) -> None:
        """Show the passages of some codes; ``with_below`` sets the switch, None leaves it.

        What ``show_without_concept`` asked for ends here.
        """
        self._take_back()
        if with_below is not None:
            self.tools.below.setChecked(with_below)
        self.model.show_codes(code_ids, with_below=self.tools.below.isChecked())

    def show_without_concept(self, code_ids: Iterable[int]) -> None:
        """Show only those passages of some codes themselves that no concept is on.

        What was asked for before comes back with the next codes, unless the user has changed it.
        """
        self._take_back()
        before = (self.model.filter, self.tools.below.isChecked())
        self.show_codes(code_ids, with_below=False)
        self.tools.ask(WITHOUT_CONCEPT)
        self._before = before

    def _take_back(self) -> None:
        before, self._before = self._before, None
        if before is not None and self.model.filter == WITHOUT_CONCEPT:
            self.tools.ask(before[0])
            self.tools.below.setChecked(before[1])

    def take_focus(self) -> None:
        """Go to the rows, at once or as soon as there is one."""
        self.tools.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._to_list = True
        self._go_on()

    def _go_on(self) -> None:
        if self._to_list and self.model.rowCount():
            self._to_list = False
            if self.tools.words.hasFocus():  # else the user has gone elsewhere meanwhile
                self._enter_list()

    def code_ids(self) -> list[int]:
        """Return the codes whose passages are shown."""
        return [code.id for code in self.model.asked_codes]

    def next_passage(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) passage; False where there is none any more."""
        here = self.list.currentIndex().row()
        wanted = here + step if here >= 0 else (0 if step > 0 else self.model.rowCount() - 1)
        if self.model.unlabelled_at(wanted) is None:
            return False
        choose_only(self.list, self.model.index(wanted))
        self._activate(wanted)
        return True

    def select_coding(self, coding_id: int) -> bool:
        """Mark the row of a coding without going anywhere; False when it is not shown."""
        row = self.model.row_of(coding_id)
        if row < 0:
            return False
        choose_only(self.list, self.model.index(row))
        return True

    def choose_in_text(self, coding_id: int | None) -> None:
        """Follow what is chosen in the text: its row, or the passage that others are read against.

        What the list itself sent there stays a row.
        """
        if self._going:
            return
        if self.model.order == COMPARING:
            self.model.set_chosen(coding_id)
        elif coding_id is not None:
            self.select_coding(coding_id)

    def compare(self) -> None:
        """Read the newest passage, or the one chosen, against the earlier ones."""
        self.tools.set_order(COMPARING)
        self._order_changed()

    def toggle_pinned(self) -> None:
        """Keep the passage of the current row in view, or let go of the one that is kept."""
        passage = self.model.passage_at(self.list.currentIndex().row())
        known = self.pinned.passage
        if passage is None or (known is not None and passage.coding_id == known.coding_id):
            passage = self.model.top if known is None else None
        self.pinned.pin(passage)

    def selected_codings(self) -> list[int]:
        """Return the codings marked, from top to bottom."""
        return [passage.coding_id for passage in self._hands.marked()]

    def focus_filter(self) -> None:
        """Put the caret into the filter."""
        self.tools.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.words.selectAll()

    def set_beside(self, beside: bool) -> None:
        """Say where the panel stands: beside the text, or below it."""
        self.header.set_beside(beside)

    # ------------------------------------------------------------------ parts

    def _lay_out(self) -> None:
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body.setSpacing(0)
        self._body.addWidget(self.top)
        self._body.addWidget(self.pages, 1)
        self._above = QVBoxLayout()
        self._above.setContentsMargins(14, 8, 8, 0)
        self._above.setSpacing(5)
        self._above.addWidget(self.header)
        self._above.addWidget(self.tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(6)
        column.addLayout(self._above)
        column.addLayout(self._body, 1)
        self._in_line = False
        self._order_tabs()

    def _arrange(self) -> None:
        """Use the room there is: tools in the line of the title, the compared ones abreast."""
        in_line = self.width() >= WIDE
        if in_line != self._in_line:
            self._in_line = in_line
            if in_line:
                self.header.take_tools(self.tools)
            else:
                self._above.addWidget(self.tools)
                self.tools.show()
            self._order_tabs()
        abreast = self.width() >= 640 and self.width() > 1.7 * self.height()
        way = QBoxLayout.Direction.LeftToRight if abreast else QBoxLayout.Direction.TopToBottom
        if self._body.direction() != way:
            self._body.setDirection(way)
            self.pages.set_abreast(abreast)
        self._body.setStretch(0, 2 if abreast else 0)
        self._body.setStretch(1, 3 if abreast else 1)
        self.top.set_most(10_000 if abreast else max(120, round(self.height() * 0.42)))

    def _order_tabs(self) -> None:
        """Let Tab go as the eye does."""
        tools, buttons = self.tools.controls(), self.header.buttons()
        first = [*tools, *buttons] if self._in_line else [*buttons, *tools]
        for before, after in pairwise([*first, *self.top.controls(), self.list]):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        model, listed = self.model, self.list
        self.tools.belowToggled.connect(lambda on: model.show_codes(self.code_ids(), with_below=on))
        self.tools.chipsChanged.connect(self._order_tabs)
        self.tools.entered.connect(self._enter_list)
        self.tools.narrowed.connect(self._show_current)
        self.tools.order.activated.connect(lambda _: self._order_changed())
        self.header.closeRequested.connect(self.closeRequested)
        self.header.sideRequested.connect(self.sideRequested)
        self.header.pinRequested.connect(self.toggle_pinned)
        self.pinned.changed.connect(lambda: model.set_pinned(self.pinned.passage))
        self.top.activated.connect(lambda: self._go(self.model.top))
        self.top.pinToggled.connect(lambda on: self.pinned.pin(self.model.top if on else None))
        model.topChanged.connect(self._show_top)
        model.figuresChanged.connect(self._show_figures)
        model.progressed.connect(self._words.show_progress)
        model.modelAboutToBeReset.connect(self._before_reset)
        model.modelReset.connect(self._after_reset)
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(lambda *_: self._words.show_place())
        for signal in (model.rowsInserted, model.modelReset):
            signal.connect(lambda *_: self._go_on())
        listed.selectionModel().currentChanged.connect(lambda *_: self._words.show_place())
        listed.activatedRow.connect(self._activate)

    # ------------------------------------------------------------------ rows

    def _activate(self, row: int) -> None:
        self._go(self.model.passage_at(row))

    def _go(self, passage: Passage | None) -> None:
        if passage is None:
            return
        self._going = True
        try:
            self.passageActivated.emit(
                passage.document_id, passage.start, passage.end, passage.coding_id
            )
        finally:
            self._going = False

    def _unfolded_rows(self) -> set[int]:
        return {self.model.row_of(coding_id) for coding_id in self.model.unfolded.codings()}

    def _enter_list(self) -> None:
        if self.model.rowCount():
            if not self.list.currentIndex().isValid():
                choose_only(self.list, self.model.index(0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_current(self) -> None:
        here = self.list.currentIndex()
        if here.isValid():
            self.list.scrollTo(here)
        else:
            self.list.verticalScrollBar().setValue(0)

    def _before_reset(self) -> None:
        passage = self.model.unlabelled_at(self.list.currentIndex().row())
        self._kept = (
            passage.coding_id if passage is not None else None,
            self.list.verticalScrollBar().value(),
        )

    def _after_reset(self) -> None:
        coding_id, place = self._kept
        if coding_id is not None and self.select_coding(coding_id):
            self.list.verticalScrollBar().setValue(place)

    # ------------------------------------------------------------------ what is shown

    def _order_changed(self) -> None:
        order = self.model.order
        lines = COMPARED_LINES if order == COMPARING else LINES
        self._delegate.set_look(dated=order != DOCUMENT_ORDER, lines=lines)
        self.list.remeasure()
        self._show_top()

    def _show_top(self) -> None:
        top = self.model.top
        self.top.setVisible(top is not None)
        if top is not None:
            several = self.model.pinned or len(self.model.asked_codes) > 1
            code = self.model.code_of(top) if several else None
            self.top.show_passage(top, code, pinned=self.model.pinned)
        self._words.show_divide()

    def _show_figures(self) -> None:
        self.tools.refresh()
        self._show_top()
        self._words.show_figures()

    def retranslate(self) -> None:
        """Set every text again."""
        self.setAccessibleName(self.tr("Passages"))
        self.list.setAccessibleName(self.tr("Passages"))
        self._show_figures()

    # ------------------------------------------------------------------ events

    def sizeHint(self) -> QSize:
        return QSize(BESIDE, BELOW)

    def minimumSizeHint(self) -> QSize:
        return QSize(SMALLEST, LOWEST)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.set_asleep(False)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.set_asleep(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._delegate.refresh_fonts()
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._delegate.refresh_fonts()
            self.list.remeasure()
        super().changeEvent(event)
