"""The palette at work: what it offers for a passage, and what becomes of the choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QTimer

from qcode.model.changes import ChangeSet
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import codes, codings
from qcode.ui.shell.i18n import own_term
from qcode.ui.shell.operation import quietly
from qcode.ui.widgets.palette import pinyin
from qcode.ui.widgets.palette.items import NewCode, PaletteItem
from qcode.ui.widgets.palette.palette import CodePalette
from qcode.ui.workspaces.code import others_codings
from qcode.ui.workspaces.code.others_codings import Parted

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.coding_commands import CodingCommands
    from qcode.ui.workspaces.code.workspace import CodeWorkspace


class PaletteControl(QObject):
    """Opens the palette to code a passage, or to give codings another code."""

    def __init__(self, space: CodeWorkspace, commands: CodingCommands) -> None:
        super().__init__(commands)
        self._space = space
        self._commands = commands
        self._spans: list[Span] = []  # what is coded
        self._recoded: list[int] = []  # or the codings that get another code
        self._parted = Parted([], [])  # told from those of others, which stay as they are
        self._replaced: set[int] = set()  # and the codes that they have
        self._loading = False
        self.palette = CodePalette(space)
        self.palette.applied.connect(self._apply)
        self.palette.createRequested.connect(self._create)
        space.session.changed.connect(self._follow)

    # ------------------------------------------------------------------ opening

    def code_passages(self, spans: Sequence[Span]) -> None:
        """Offer the codes for some passages of the open document."""
        if not spans or not self._space.session.writable:
            return
        self._spans = list(spans)
        self._recoded, self._replaced = [], set()
        title = ""
        if len(spans) > 1:
            title = self.tr("Code {count} passages").format(count=len(spans))
        self._open(self._below(spans[0]), title)

    def recode(self, parted: Parted, where: QPoint | None = None) -> None:
        """Offer the codes that could replace those of one's own codings of any document.

        ``where`` is the global place to open at; otherwise the palette opens at the first coding.
        What is left as it is will be told when the others have their new code.
        """
        space = self._space
        listed = codings.by_id(space.session.project, parted.mine)
        if not listed or not space.session.writable:
            return
        self._recoded, self._parted = [coding.id for coding in listed], parted
        self._spans = [Span(listed[0].start, listed[0].end)]
        anchor = QRect(where, where) if where is not None else self._below(self._spans[0])
        self._replaced = {coding.code_id for coding in listed}
        if len(self._replaced) == 1:
            (code_id,) = self._replaced
            title = self.tr("Recode “{code}” as…").format(code=space.codes[code_id].title)
        else:
            title = self.tr("Recode {count} passages as…").format(count=len(listed))
        self._open(anchor, title)

    def _below(self, span: Span) -> QRect:
        text = self._space.text
        corner: QPoint = text.viewport().mapToGlobal(QPoint(0, 0))
        return text.span_rect(span).translated(corner)

    def _open(self, anchor: QRect, title: str) -> None:
        self._space.flush()
        self._refill()
        self.palette.open_at(anchor, title=title, may_stay=not self._recoded)
        self.load_sounds()

    # ------------------------------------------------------------------ what is offered

    def _refill(self) -> None:
        panel = self._space.codes_panel
        self.palette.set_items(self._items())
        self.palette.set_near(panel.current_category())
        there = [] if self._recoded else self._on_passage()
        known = self._space.codes
        titles = [known[code_id].title for code_id in there if code_id in known]
        self.palette.set_on_passage(there, titles)

    def _items(self) -> list[PaletteItem]:
        panel, used = self._space.codes_panel, self._commands.used
        ranks, keys, favourites = used.ranks(), used.digits(), panel.favourites()
        listed = self._space.codes
        counted, passages, replaced = panel.counted, panel.passages, self._replaced
        return [
            PaletteItem(
                code_id=code.id,
                number=code.number,
                name=code.name,
                path=listed[code.parent_id].name if code.parent_id in listed else "",
                color=code.color,
                kind=code.kind,
                count=passages(code.id) if counted else None,
                recent_rank=ranks.get(code.id),
                parent_id=code.parent_id,
                favourite=code.id in favourites,
                digit=keys.get(code.id, 0),
            )
            for code in listed.values()
            if replaced != {code.id}
        ]

    def _on_passage(self) -> list[int]:
        """Codes that who codes has put on exactly this passage; of many, nothing is said."""
        if len(self._spans) != 1:
            return []
        coder, (span,) = self._space.session.project.coder, self._spans
        return [
            coding.code_id
            for coding in self._space.codings.values()
            if coding.start == span.start and coding.end == span.end and coding.coder == coder
        ]

    def _follow(self, changes: ChangeSet) -> None:
        """Offer the present codes when they change under an open palette."""
        if self.palette.isVisible() and changes.touches("code", "setting", "coding"):
            QTimer.singleShot(0, self, self._refill_open)

    def _refill_open(self) -> None:
        if self.palette.isVisible():
            self._refill()

    # ------------------------------------------------------------------ names by their sound

    def load_sounds(self) -> None:
        """Load in a worker what finds Chinese names by their sound, where there are any."""
        if self._loading or pinyin.loaded():
            return
        names = [code.name.lower() for code in self._space.codes.values()]
        if not pinyin.has_chinese(names):
            return

        def load(_progress: object) -> None:
            pinyin.load()
            for name in names:
                pinyin.line(name)

        self._loading = True
        quietly(self, load, lambda _: self.palette.sounds_known())

    # ------------------------------------------------------------------ what was chosen

    def _apply(self, code_id: int, stay: bool) -> None:
        del stay  # the change itself brings an open palette up to date
        if not self._recoded:
            self._commands.apply([code_id], self._spans)
            return
        space, heading = self._space, self.tr("Recode the passages")
        space.session.run(space, heading, codings.recode, self._recoded, code_id)
        self._commands.note_use([code_id])
        others_codings.say_left(space, self._parted, heading)

    def _create(self, offer: NewCode, stay: bool) -> None:
        del stay
        space = self._space
        draft = CodeDraft(offer.name, offer.kind)
        parent = offer.parent_id
        concept = offer.kind is CodeKind.CONCEPT
        title = self.tr("New concept") if concept else self.tr("New category")
        if own := own_term(offer.kind.label):
            title = self.tr("New {kind}").format(kind=own)
        if self._recoded:
            code_id = space.session.run(
                space, title, codes.recode_many, self._recoded, draft, parent
            )
            if code_id is not None:
                self._commands.note_use([code_id])
                others_codings.say_left(space, self._parted, title)
        elif space.document is not None and self._spans:
            coding_id = space.session.run(
                space,
                title,
                codings.create_and_apply,
                space.document.id,
                self._spans[0],
                draft,
                parent,
                also=self._spans[1:],
            )
            self._commands.after_making(coding_id)
