"""The board of categories, and beside it what has no category yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qcode.model.enums import CodeKind
from qcode.model.records import Code
from qcode.services import codes
from qcode.ui.shell import icons
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.i18n import own_term, say
from qcode.ui.shell.session import Session
from qcode.ui.shell.termed import capital
from qcode.ui.widgets.board.model import BoardModel, Card, Column
from qcode.ui.widgets.board.view import BoardView
from qcode.ui.widgets.panel import Panel
from qcode.ui.widgets.workspace_bar import ROOM
from qcode.ui.workspaces.axial.board_columns import Boards, Gathering

# The head of the list of loose cards, which is no code and is not shown.
_NOBODY = Code(0, "", "", CodeKind.CATEGORY, None, 0, "#808080", "", "", "", "", "")


def _kinds(gathering: Gathering) -> tuple[str, str, bool]:
    """What is gathered and in what, and whether the project has names of its own for these."""
    concepts = gathering is Gathering.CONCEPTS
    low = CodeKind.CONCEPT if concepts else CodeKind.CATEGORY
    high = CodeKind.CATEGORY if concepts else CodeKind.MAIN_CATEGORY
    own = own_term(low.label) or own_term(high.label)
    return say(low.label), say(high.label), bool(own)


class CardsPanel(Panel):
    """A heading, tools, a view of cards, and a sentence where there are none."""

    menuWanted = Signal(QPoint)
    opened = Signal(int)
    chosen = Signal()
    """Other cards than before are chosen, or another one is the current one."""

    def __init__(self, session: Session, parent: QWidget | None, *, single: bool) -> None:
        super().__init__(parent)
        self.session = session
        self.rows = BoardModel(self)
        self.rows.writable = session.writable
        self.view = BoardView(self.rows, single=single)
        self._empty = QLabel()
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(8, 24, 8, 8)
        # Over the view, not in its place: cards can still be dropped there.
        words = QWidget()
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QVBoxLayout(words)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._empty)
        layers = QStackedLayout()
        layers.setStackingMode(QStackedLayout.StackingMode.StackAll)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(4)
        self.column.addLayout(self.tools)
        self.column.addLayout(layers, 1)  # before it is filled: alone, it shows what it is given
        layers.addWidget(self.view)
        layers.addWidget(words)
        layers.setCurrentWidget(words)
        self.view.menuWanted.connect(self.menuWanted)
        self.view.opened.connect(self.opened)
        self.view.currentKeyChanged.connect(lambda _: self.chosen.emit())
        self.view.selectedKeysChanged.connect(self.chosen)
        # Later: the editor is still open when the name arrives.
        self.rows.renameWanted.connect(self._rename, Qt.ConnectionType.QueuedConnection)

    def say_nothing(self, sentence: str) -> None:
        """Show a sentence where there are no cards; an empty one hides it."""
        self._empty.setText(sentence)
        self._empty.setVisible(bool(sentence))

    def _rename(self, code_id: int, name: str) -> None:
        self.session.run(self, self.tr("Rename the code"), codes.rename, code_id, name)

    def retranslate(self) -> None:
        """Set every text again."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class LoosePanel(CardsPanel):
    """What has no category yet, with a filter."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, single=True)
        self._cards: list[Card] = []
        self._gathering = Gathering.CONCEPTS
        self._others = True
        self.filter_field = QLineEdit()
        self.filter_field.setClearButtonEnabled(True)
        self.filter_field.setAcceptDrops(False)
        self.filter_field.textChanged.connect(lambda _: self._fill())
        self.tools.addWidget(self.filter_field)
        QWidget.setTabOrder(self.filter_field, self.view)
        self.retranslate()

    def show_cards(
        self, cards: Sequence[Card], gathering: Gathering, *, others: bool = True
    ) -> None:
        """Show these cards, those first that occur most; ``others`` stand on the board."""
        self._others = others
        self._cards = sorted(cards, key=lambda card: -card.count)
        self._gathering = gathering
        self._fill()

    def _fill(self) -> None:
        words = self.filter_field.text().casefold().split()
        found = [
            card
            for card in self._cards
            if all(word in card.code.title.casefold() for word in words)
        ]
        self.rows.show_columns([Column(Card(_NOBODY, 0), tuple(found))])
        self._say(len(found))

    def _say(self, found: int) -> None:
        concepts = self._gathering is Gathering.CONCEPTS
        count = len(self._cards)
        low, high, own = _kinds(self._gathering)
        if own:
            title = self.tr("No {kind} yet").format(kind=high)
            note = self.tr("{kind}: {count}").format(kind=low, count=count)
        elif concepts:
            title = self.tr("No category yet")
            note = (self.tr("1 concept") if count == 1 else self.tr("{count} concepts")).format(
                count=count
            )
        else:
            title = self.tr("No main category yet")
            note = (self.tr("1 category") if count == 1 else self.tr("{count} categories")).format(
                count=count
            )
        self.set_heading(title, note if count else "")
        self.view.setAccessibleName(title)
        if found:
            self.say_nothing("")
        elif count:
            self.say_nothing(self.tr("Nothing here contains these words."))
        elif not self._others:
            self.say_nothing(self._none_yet(low, bool(own)))
        elif own:
            self.say_nothing(self.tr("Everything has its place here: {kind}.").format(kind=high))
        elif concepts:
            self.say_nothing(self.tr("Every concept has its category."))
        else:
            self.say_nothing(self.tr("Every category has its main category."))

    def _none_yet(self, kind: str, own: bool) -> str:
        """Say where the cards come from, in a project that has none of this kind."""
        if own:
            return self.tr("None yet: {kind}.").format(kind=kind)
        if self._gathering is Gathering.CONCEPTS:
            return self.tr("No concept yet. What is found while coding texts comes here.")
        return self.tr("No category yet. Make some of your concepts first.")

    def retranslate(self) -> None:
        self.filter_field.setPlaceholderText(self.tr("Filter"))
        self.filter_field.setAccessibleName(self.tr("Filter what has no category"))
        self._fill()


class BoardPanel(CardsPanel):
    """The board: what is gathered in columns, and which of the two levels that is."""

    gatheringChanged = Signal(object)
    """The ``Gathering`` that is to be shown."""

    def __init__(self, session: Session, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, single=False)
        self._actions = actions
        self.gathering = Gathering.CONCEPTS
        self._levels = QButtonGroup(self)
        self._buttons: dict[Gathering, QToolButton] = {}
        for gathering in Gathering:
            button = QToolButton()
            button.setProperty("pill", True)
            button.setCheckable(True)
            button.setChecked(gathering is self.gathering)
            button.clicked.connect(lambda _=False, one=gathering: self.show_gathering(one))
            self._levels.addButton(button)
            self._buttons[gathering] = button
            self.tools.addWidget(button)
        self.tools.addStretch(1)
        self._new = QToolButton(self)
        self._new.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._new.setIcon(icons.icon("plus"))
        self._new.clicked.connect(self._make_new)
        self._new.setVisible(session.writable)
        self.tools.addWidget(self._new)
        self._shown: Boards | None = None
        self.retranslate()

    def show_gathering(self, gathering: Gathering) -> None:
        """Show the other level."""
        self._buttons[gathering].setChecked(True)
        if gathering is not self.gathering:
            self.gathering = gathering
            self.gatheringChanged.emit(gathering)

    def show_boards(self, shown: Boards) -> None:
        """Show columns that were arranged for the level shown."""
        self._shown = shown
        self.rows.show_columns(shown.columns)
        self._say()

    def _make_new(self) -> None:
        kind = "category" if self.gathering is Gathering.CONCEPTS else "main_category"
        self._actions[f"code.new_{kind}"].trigger()

    def _say(self) -> None:
        concepts = self.gathering is Gathering.CONCEPTS
        count = len(self.rows.columns)
        _, high, own = _kinds(self.gathering)
        if own:
            title = capital(high)
            nothing = self.tr(
                "No {kind} yet. Make one, then drag codes to it, or choose them and press Ctrl+M."
            ).format(kind=high)
        elif concepts:
            title = self.tr("Categories")
            nothing = self.tr(
                "No category yet. Make one, then drag concepts to it, or choose them and press"
                " Ctrl+M."
            )
        else:
            title = self.tr("Main categories")
            nothing = self.tr(
                "No main category yet. Make one, then drag categories to it, or choose them and"
                " press Ctrl+M."
            )
        self.set_heading(title, str(count) if count else "")
        self.view.setAccessibleName(title)
        self.say_nothing("" if count or self._shown is None else nothing)

    def retranslate(self) -> None:
        self._buttons[Gathering.CONCEPTS].setText(self.tr("Concepts in categories"))
        self._buttons[Gathering.CATEGORIES].setText(self.tr("Categories in main categories"))
        for gathering, button in self._buttons.items():
            low, high, own = _kinds(gathering)
            if own:
                button.setText(self.tr("{low} in {high}").format(low=capital(low), high=high))
            bold = button.font()
            bold.setBold(True)  # as it is written while its level is shown
            button.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(button.text()) + ROOM)
        self._new.setText(self.tr("New"))
        self._new.setToolTip(self.tr("Make a category"))
        self._new.setAccessibleName(self.tr("Make a category"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._new.setIcon(icons.icon("plus"))
        super().changeEvent(event)
