"""The stages of the process in their order, above the diagram."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qcode.model.theory_records import Stage
from qcode.services import stages
from qcode.ui.dialogs.ask_name import ask_name
from qcode.ui.dialogs.choose_code import choose_category
from qcode.ui.dialogs.form import FormDialog
from qcode.ui.shell.session import Session
from qcode.ui.workspaces.selective.reading import Reading
from qcode.ui.workspaces.selective.stage_card import StageCard

HEIGHT = 84
WIDER_THAN_REST = 1000  # against the stretch behind the last card, which is 1


class StageStrip(QWidget):
    """A card for each stage; nothing where there is none."""

    opened = Signal(int)  # the passages of a category are wanted

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._reading = Reading()
        self.cards: dict[int, StageCard] = {}
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self._area.setFixedHeight(HEIGHT)
        self.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._area)
        self.retranslate()

    def show_reading(self, reading: Reading) -> None:
        """Show the stages of a reading."""
        self._reading = reading
        listed = reading.stages
        for key in self.cards.keys() - {one.id for one in listed}:
            card = self.cards.pop(key)
            self._row.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, one in enumerate(listed):
            card = self.cards.get(one.id) or self._made(one.id)
            if self._row.indexOf(card) != place:
                self._row.removeWidget(card)
                self._row.insertWidget(place, card, WIDER_THAN_REST)
            inside = [reading.codes[code] for code in one.codes if code in reading.codes]
            card.show_stage(one, inside, place, len(listed) - 1)
        self.setVisible(bool(listed))

    def _made(self, key: int) -> StageCard:
        card = self.cards[key] = StageCard(writable=self.session.writable)
        card.dropped.connect(lambda ids, place, left: self.put(key, ids, place, left or None))
        card.stageDropped.connect(lambda dragged, behind: self._put_beside(dragged, key, behind))
        card.addWanted.connect(lambda: self._ask_category(key))
        card.takeOutWanted.connect(lambda ids: self._take_out(key, ids))
        card.opened.connect(self.opened)
        card.moveWanted.connect(lambda step: self._nudge(key, step))
        card.codeMoveWanted.connect(lambda code, step: self._nudge_code(key, code, step))
        card.renameWanted.connect(lambda: self._ask_rename(key))
        card.describeWanted.connect(lambda: self._ask_meaning(key))
        card.deleteWanted.connect(
            lambda: self._run(self.tr("Delete the stage"), stages.delete, key)
        )
        return card

    # ------------------------------------------------------------------ boxes held over it

    def card_at(self, where: QPoint) -> StageCard | None:
        """Return the card at a place on the screen."""
        for card in self.cards.values():
            if card.isVisible() and card.rect().contains(card.mapFromGlobal(where)):
                seen = self._area.viewport()
                return card if seen.rect().contains(seen.mapFromGlobal(where)) else None
        return None

    def take_carried(self, code_ids: list[int], where: QPoint, let_go: bool) -> None:
        """Light the stage over which boxes are held; put them in where they are let go."""
        target = self.card_at(where)
        for card in self.cards.values():
            card.light(card is target and not let_go)
        if let_go and target is not None and target.stage is not None:
            self.put(target.stage.id, code_ids, None)

    # ------------------------------------------------------------------ what is done

    def _run(self, title: str, function: Callable[..., object], *args: object) -> object:
        return self.session.run(self, title, function, *args)

    def _stage(self, key: int) -> Stage:
        return next(one for one in self._reading.stages if one.id == key)

    def ask_new(self) -> None:
        """Ask for a stage at the end."""
        name = ask_name(
            self,
            self.tr("New stage"),
            self.tr("Make"),
            self.tr("Name"),
            self.tr("What happens first, what then? Stages stand in the order of the process."),
        )
        if name:
            self._run(self.tr("New stage"), stages.create, name)

    def put(
        self, key: int, code_ids: list[int], place: int | None = None, left: int | None = None
    ) -> None:
        """Put categories into a stage, out of the one that they are dragged from."""
        if place is not None and place >= len(self._stage(key).codes):
            place = None
        self.session.run(
            self, self.tr("Put into a stage"), stages.put, key, code_ids, place, out_of=left
        )

    def _take_out(self, key: int, code_ids: list[int]) -> None:
        self._run(self.tr("Take out of the stage"), stages.take_out, key, code_ids)

    def _nudge(self, key: int, step: int) -> None:
        order = [one.id for one in self._reading.stages]
        self._move(key, order.index(key) + step)
        if key in self.cards:
            self.cards[key].list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(self.cards[key])

    def _put_beside(self, dragged: int, key: int, behind: bool) -> None:
        order = [one.id for one in self._reading.stages if one.id != dragged]
        if dragged != key and key in order:
            self._move(dragged, order.index(key) + behind)

    def _move(self, key: int, place: int) -> None:
        """Put a stage at a place among the others."""
        order = [one.id for one in self._reading.stages]
        if not self.session.writable or key not in order or not 0 <= place < len(order):
            return
        if order.index(key) != place:
            # Places are counted in the present order.
            before = place if place < order.index(key) else place + 1
            self._run(
                self.tr("Move the stage"),
                stages.move,
                [key],
                before if before < len(order) else None,
            )

    def _nudge_code(self, key: int, code_id: int, step: int) -> None:
        order = list(self._stage(key).codes)
        place = order.index(code_id) + step
        if 0 <= place < len(order):
            before = place + (step > 0)
            self._run(
                self.tr("Put into a stage"),
                stages.put,
                key,
                [code_id],
                before if before < len(order) else None,
            )

    def _ask_category(self, key: int) -> None:
        stage = self._stage(key)
        wanted = choose_category(self, self.session, stage.name, self.tr("Put in"), stage.codes)
        if wanted is not None:
            self._run(self.tr("Put into a stage"), stages.put, key, [wanted])

    def _ask_rename(self, key: int) -> None:
        name = ask_name(
            self,
            self.tr("Rename the stage"),
            self.tr("Rename"),
            self.tr("Name"),
            "",
            self._stage(key).name,
        )
        if name:
            self._run(self.tr("Rename the stage"), stages.rename, key, name)

    def _ask_meaning(self, key: int) -> None:
        stage = self._stage(key)
        dialog = FormDialog(self, stage.name, self.tr("Keep"), self.tr("What happens here?"))
        field = QPlainTextEdit(stage.meaning)
        field.setTabChangesFocus(True)
        field.setMinimumHeight(120)
        field.setAccessibleName(self.tr("What happens here?"))
        dialog.body.addWidget(field)
        field.setFocus()
        if dialog.asked() and field.toPlainText() != stage.meaning:
            self._run(self.tr("Describe the stage"), stages.describe, key, field.toPlainText())

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Set every text again."""
        self._area.setAccessibleName(self.tr("Stages"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
