"""What is done to passages: coded by palette, in vivo or drop, commented, marked, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from qcode.model.enums import CodeKind, MemoKind
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import codes, codings, memos
from qcode.ui.shell.i18n import say
from qcode.ui.widgets.palette import CodePalette, PaletteItem

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.workspace import CodeWorkspace

RECENT = 12  # codes that the palette offers first

_MENU_ON_CODING = (
    "coding.apply",
    "coding.in_vivo",
    "coding.memo",
    "-",
    "coding.remove",
    "-",
    "coding.typical",
    "coding.typical_example",
    "coding.boundary_example",
    "-",
    "edit.copy",
)
_MENU_ON_TEXT = ("coding.apply", "coding.in_vivo", "coding.memo", "-", "edit.copy")


class CodingCommands(QObject):
    """Handlers of the actions on passages, and the palette."""

    def __init__(self, space: CodeWorkspace) -> None:
        super().__init__(space)
        self._space = space
        self._recent: list[int] = []
        self._span: Span | None = None  # what the palette is about
        self.palette = CodePalette(space)
        self.palette.applied.connect(self._apply_from_palette)
        self.palette.createRequested.connect(self._create_from_palette)
        text = space.text
        text.paletteRequested.connect(self.open_palette)
        text.codeDropped.connect(lambda code_id, span: self.apply([code_id], span))
        text.contextRequested.connect(self._open_menu)
        space.codes_panel.codeActivated.connect(self._code_activated)
        space.codes_panel.spanDropped.connect(lambda code_id, span: self.apply([code_id], span))
        space.inspector.removeRequested.connect(self._remove)
        space.passages_panel.removeRequested.connect(self._remove)
        space.passages_panel.menuRequested.connect(self._open_list_menu)
        space.actions_.attach("text", text)
        bind = space.actions_.bind
        bind("coding.apply", self.open_palette)
        bind("coding.in_vivo", self.in_vivo)
        bind("coding.memo", self.write_memo)
        bind("coding.remove", self.remove)
        bind("coding.typical", self.mark_typical)
        bind("coding.typical_example", lambda: self.use_as_example("typical"))
        bind("coding.boundary_example", lambda: self.use_as_example("boundary"))

    # ------------------------------------------------------------------ applying

    def apply(self, code_ids: list[int], span: Span | None = None) -> None:
        """Put codes on ``span``, or on the selection."""
        space = self._space
        span = span or space.text.selected_span()
        if space.document is None or span is None:
            return
        space.flush()
        made = space.session.run(
            space,
            self.tr("Apply a code"),
            codings.apply,
            space.document.id,
            [span],
            code_ids,
        )
        if made:
            self._used(code_ids)
            space.choose_coding(made[-1])

    def in_vivo(self) -> None:
        """Let the selected words be the code."""
        space = self._space
        span = space.text.selected_span()
        if space.document is None or span is None:
            return
        space.flush()
        coding_id = space.session.run(
            space, self.tr("Code in vivo"), codings.in_vivo, space.document.id, span
        )
        self._after_making(coding_id)

    def open_palette(self) -> None:
        """Offer the codes for the selection, or for the chosen passage."""
        space = self._space
        chosen = space.codings.get(space.text.chosen_coding or -1)
        self._span = space.text.selected_span() or (
            Span(chosen.start, chosen.end) if chosen else None
        )
        if self._span is None or not space.session.writable:
            return
        space.flush()
        self.palette.set_items(self._items())
        rect = space.text.span_rect(self._span)
        corner = space.text.viewport().mapToGlobal(QPoint(0, 0))
        self.palette.open_at(rect.translated(corner))

    def _items(self) -> list[PaletteItem]:
        rank = {code_id: place for place, code_id in enumerate(self._recent)}
        listed = codes.tree(self._space.session.project, counts=False)
        names = {code.id: code.name for code in listed}
        return [
            PaletteItem(
                code_id=code.id,
                number=code.number,
                name=code.name,
                path=names.get(code.parent_id, "") if code.parent_id is not None else "",
                color=code.color,
                kind_label=say(code.kind.label),
                count=self._space.codes_panel.passages(code.id),
                recent_rank=rank.get(code.id),
            )
            for code in listed
        ]

    def _apply_from_palette(self, code_id: int, stay: bool) -> None:
        self.apply([code_id], self._span)
        if stay:
            self.palette.set_items(self._items())

    def _create_from_palette(self, name: str, stay: bool) -> None:
        space = self._space
        if space.document is None or self._span is None:
            return
        coding_id = space.session.run(
            space,
            self.tr("New concept"),
            codings.create_and_apply,
            space.document.id,
            self._span,
            CodeDraft(name, CodeKind.CONCEPT),
        )
        self._after_making(coding_id)
        if stay:
            self.palette.set_items(self._items())

    def _after_making(self, coding_id: int | None) -> None:
        if coding_id is not None and coding_id in self._space.codings:
            self._used([self._space.codings[coding_id].code_id])
            self._space.choose_coding(coding_id)

    def _used(self, code_ids: list[int]) -> None:
        self._recent = list(dict.fromkeys([*code_ids, *self._recent]))[:RECENT]

    def _code_activated(self, code_id: int) -> None:
        if self._space.text.selected_span() is not None and self._space.session.writable:
            self.apply([code_id])
        else:
            self._space.show_passages([code_id])

    # ------------------------------------------------------------------ what is there already

    def write_memo(self) -> None:
        """Write on the chosen passage; on bare words, a memo attached to them."""
        space = self._space
        span = space.text.selected_span()
        if space.text.chosen_coding in space.codings:
            space.show_history(False)
            space.inspector.focus_memo()
        elif space.document is not None and span is not None:
            from qcode.ui.dialogs.memo import ask_memo

            body = ask_memo(space, self.tr("Memo on this passage"), space.text.text[slice(*span)])
            if body:
                space.session.run(
                    space,
                    self.tr("Memo on this passage"),
                    memos.create,
                    MemoKind.PASSAGE,
                    body,
                    passage=(space.document.id, span),
                )

    def remove(self) -> None:
        """Take the chosen coding away."""
        chosen = self._space.text.chosen_coding
        if chosen in self._space.codings:
            self._remove([chosen])

    def _remove(self, coding_ids: list[int]) -> None:
        self._space.flush()
        self._space.session.run(
            self._space, self.tr("Remove the coding"), codings.remove, coding_ids
        )

    def mark_typical(self, typical: bool) -> None:
        """Mark the chosen passage as typical of its code, or no longer."""
        chosen = self._space.text.chosen_coding
        if chosen in self._space.codings:
            self._space.session.run(
                self._space, self.tr("Mark as typical"), codings.set_typical, [chosen], typical
            )

    def use_as_example(self, field: Literal["typical", "boundary"]) -> None:
        """Write the chosen passage into its code's entry."""
        chosen = self._space.text.chosen_coding
        if chosen in self._space.codings:
            self._space.flush()
            self._space.session.run(
                self._space, self.tr("Use as example"), codings.use_as_example, chosen, field
            )

    def refresh_marks(self) -> None:
        """Let the action say whether the chosen passage is marked."""
        chosen = self._space.codings.get(self._space.text.chosen_coding or -1)
        self._space.actions_["coding.typical"].setChecked(bool(chosen and chosen.typical))

    def _open_list_menu(self, where: QPoint, coding_ids: list[int]) -> None:
        """The menu of the list of passages: it speaks of the rows, not of the text."""
        session = self._space.session
        menu = QMenu(self._space)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        remove = menu.addAction(self.tr("Remove the codings"))
        typical = menu.addAction(self.tr("Mark as typical"))
        plain = menu.addAction(self.tr("No longer typical"))
        remove.triggered.connect(lambda: self._remove(coding_ids))
        for action, mark in ((typical, True), (plain, False)):
            action.triggered.connect(
                lambda _=False, mark=mark: session.run(
                    self._space, self.tr("Mark as typical"), codings.set_typical, coding_ids, mark
                )
            )
        for action in (remove, typical, plain):
            action.setEnabled(session.writable)
        menu.popup(where)

    def _open_menu(self, where: QPoint, position: int | None) -> None:
        del position
        names = _MENU_ON_CODING if self._space.text.chosen_coding else _MENU_ON_TEXT
        menu = self._space.actions_.context_menu(self._space, names)
        menu.popup(where if not where.isNull() else QCursor.pos())
        menu.setFocus(Qt.FocusReason.PopupFocusReason)
