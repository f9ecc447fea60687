"""What a memo is attached to, as chips; others are added from a menu."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from qcode.model.records import MemoRecord
from qcode.model.span import Span
from qcode.model.theory_records import Target, TargetKind
from qcode.services import memos
from qcode.ui.shell import icons
from qcode.ui.shell.i18n import joined
from qcode.ui.shell.session import Session
from qcode.ui.widgets.chip import Chip
from qcode.ui.widgets.flow_layout import FlowLayout
from qcode.ui.widgets.link_chooser import LinkChooser
from qcode.ui.workspaces.memos.at_hand import AtHand
from qcode.ui.workspaces.memos.things import Things

_ORDER = list(TargetKind)


class Attachments(QWidget):
    """The chips of one memo; a click on one goes to the thing, its cross takes the memo off it."""

    opened = Signal(object)  # Target

    def __init__(self, session: Session, things: Things, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._things = things
        self._memo: MemoRecord | None = None
        self.at_hand: Callable[[], AtHand] = AtHand
        self.chips: dict[Target, Chip] = {}
        self._label = QLabel()
        self._label.setProperty("role", "small")
        self._label.setContentsMargins(3, 0, 0, 0)  # in line with the words below
        self._add = QToolButton()
        self._add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self._add.setMenu(self.menu)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self._label)
        self._flow.addWidget(self._add)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()

    def show_memo(self, memo: MemoRecord) -> None:
        """Show what a memo is attached to now, by today's names."""
        self._memo = memo
        targets = sorted(memos.targets_of(memo), key=lambda one: (_ORDER.index(one.kind), one.id))
        self._things.passages(memo.selection_ids)  # all of them at once
        names = {one: self._named(one) for one in targets}
        focused = next((one for one, chip in self.chips.items() if chip.words.hasFocus()), None)
        for target in list(self.chips):
            if names.get(target) != self.chips[target].words.accessibleName():
                chip = self.chips.pop(target)
                chip.hide()
                chip.deleteLater()
        for target, name in names.items():
            if target not in self.chips:
                self._add_chip(target, name)
        if focused is not None and focused not in self.chips:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._label.setText(
            self.tr("Attached to") if targets else self.tr("On the project as a whole")
        )
        self._add.setVisible(self._session.writable)
        self.updateGeometry()

    def _named(self, target: Target) -> str:
        name = self._things.name(target) or self.tr("(gone)")
        return joined([self._kind(target.kind), name], "heading")

    def _kind(self, kind: TargetKind) -> str:
        return {
            TargetKind.DOCUMENT: self.tr("Document"),
            TargetKind.CODE: self.tr("Code"),
            TargetKind.PASSAGE: self.tr("Passage"),
            TargetKind.RELATION: self.tr("Relation"),
            TargetKind.PARADIGM: self.tr("Paradigm"),
        }[kind]

    def _add_chip(self, target: Target, name: str) -> None:
        chip = Chip(name, self.tr("No longer attached: {name}").format(name=name), self)
        chip.cross.setVisible(self._session.writable)
        chip.pressed.connect(lambda: self.opened.emit(target))
        chip.removed.connect(lambda: self._detach(target))
        self.chips[target] = chip
        self._flow.insert(self._flow.count() - 1, chip)
        chip.show()

    # ------------------------------------------------------------------ changing

    def attach(
        self, targets: Collection[Target], passages: Collection[tuple[int, Span]] = ()
    ) -> None:
        """Attach the memo to more."""
        if self._memo is not None:
            self._session.run(
                self, self.tr("Attach the memo"), memos.attach, self._memo.id, targets, passages
            )

    def _detach(self, target: Target) -> None:
        if self._memo is not None and self._session.writable:
            self._session.run(
                self, self.tr("Detach the memo"), memos.detach, self._memo.id, [target]
            )

    def _fill(self) -> None:
        self.menu.clear()
        menu, here = self.menu, self.at_hand()
        menu.addAction(self.tr("&Code, document or passage…")).triggered.connect(self.choose)
        menu.addSeparator()
        if here.selection is not None:
            one = Target(TargetKind.PASSAGE, here.selection)
            self._entry(menu, self.tr("The chosen &passage: {name}"), one)
        elif here.words is not None and here.document is not None:
            place = here.document, here.words
            menu.addAction(self.tr("The &words that are selected in the text")).triggered.connect(
                lambda: self.attach([], [place])
            )
        if here.document is not None:
            one = Target(TargetKind.DOCUMENT, here.document)
            self._entry(menu, self.tr("The &document that is open: {name}"), one)
        for code_id in here.codes[:1]:
            one = Target(TargetKind.CODE, code_id)
            self._entry(menu, self.tr("The c&hosen code: {name}"), one)
        menu.addSeparator()
        for kind, title in (
            (TargetKind.RELATION, self.tr("&Relation")),
            (TargetKind.PARADIGM, self.tr("P&aradigm")),
        ):
            below = menu.addMenu(title)
            for target, name in self._things.model().items():
                if target.kind is kind:
                    self._entry(below, name.replace("{", "{{").replace("}", "}}"), target)
            below.setEnabled(not below.isEmpty())

    def _entry(self, menu: QMenu, words: str, target: Target) -> None:
        name = self._things.name(target)
        name = f"{name[:48].rstrip()}…" if len(name) > 50 else name
        made = menu.addAction(words.format(name=name.replace("&", "&&")))
        made.setEnabled(target not in self.chips)
        made.triggered.connect(lambda: self.attach([target]))

    def choose(self) -> None:
        """Let the user choose a code, a document or a passage."""
        chooser = LinkChooser(self._session, self.window(), attaches=True)
        chooser.chosen.connect(lambda kind, row_id: self.attach([Target(TargetKind(kind), row_id)]))
        chooser.closed.connect(chooser.deleteLater)
        corner = self._add.mapToGlobal(QPoint(0, 0))
        chooser.open_at(QRect(corner, self._add.size()))

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Set every text again."""
        self._add.setText(self.tr("Attach"))
        self._add.setAccessibleName(self.tr("Attach the memo to more"))
        self._add.setToolTip(self.tr("Attach to a code, a document, a passage, …"))
        self._add.setIcon(icons.icon("plus"))
        if self._memo is not None:
            self.show_memo(self._memo)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)
