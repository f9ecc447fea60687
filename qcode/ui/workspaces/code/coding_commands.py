"""What is done to passages: coded by palette, key, in vivo or drop, recoded, marked, removed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor

from qcode.model.changes import ChangeSet
from qcode.model.enums import MemoKind
from qcode.model.messages import Message
from qcode.model.span import Span
from qcode.services import codings, memos
from qcode.ui.workspaces.code import others_codings
from qcode.ui.workspaces.code.used_codes import KEYS, UsedCodes

if TYPE_CHECKING:
    from qcode.ui.widgets.palette.palette import CodePalette
    from qcode.ui.workspaces.code.palette_control import PaletteControl
    from qcode.ui.workspaces.code.workspace import CodeWorkspace

KEEP_MS = 1_000
"""Rest after which the codes used last are written down, for the settings are a file, too."""

_MENU_ON_CODING = (
    "coding.apply",
    "passage/recent",
    "coding.in_vivo",
    "coding.recode",
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
_MENU_ON_TEXT = (
    "coding.apply",
    "passage/recent",
    "coding.in_vivo",
    "coding.memo",
    "-",
    "edit.copy",
)
_PRESSED = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
# Keys that only move the caret, many times a second: nothing is to be shown between two of them.
_MOVES = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class CodingCommands(QObject):
    """Handlers of the actions on passages, and the palette."""

    def __init__(self, space: CodeWorkspace) -> None:
        super().__init__(space)
        self._space = space
        self.used = UsedCodes()
        self._restored = False
        self._titles: dict[int, str] = {}  # of the codes that the keys apply, as the menu says them
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_MS)
        self._keeping.timeout.connect(self._keep_used)
        text = space.text
        text.codeDropped.connect(lambda code_id, span: self.apply([code_id], span))
        text.contextRequested.connect(self._open_menu)
        space.codes_panel.codeActivated.connect(self._code_activated)
        space.codes_panel.spanDropped.connect(lambda code_id, span: self.apply([code_id], span))
        space.inspector.removeRequested.connect(self.take_away)
        space.session.changed.connect(self._follow)
        space.actions_.attach("text", text)
        text.installEventFilter(self)  # after the keys, so that it hears of a key before them
        bind = space.actions_.bind
        bind("coding.apply", self.open_palette)
        bind("coding.apply_chosen", lambda: self.apply(space.codes_panel.selected_codes()))
        bind("coding.in_vivo", self.in_vivo)
        bind("coding.recode", self.recode)
        bind("coding.memo", self.write_memo)
        bind("coding.remove", self.remove)
        bind("coding.typical", self.mark_typical)
        bind("coding.typical_example", lambda: self.use_as_example("typical"))
        bind("coding.boundary_example", lambda: self.use_as_example("boundary"))
        for key in range(1, KEYS + 1):
            bind(f"coding.recent.{key}", lambda key=key: self.apply_key(key))
        QTimer.singleShot(0, self, self.show_keys)

    @cached_property
    def _control(self) -> PaletteControl:
        """The palette at work, made when the window rests or when it is first opened."""
        from qcode.ui.workspaces.code.palette_control import PaletteControl

        return PaletteControl(self._space, self)

    @property
    def palette(self) -> CodePalette:
        """What offers the codes."""
        return self._control.palette

    def prepare(self) -> None:
        """Have the palette at hand before it is first opened."""
        self._control.load_sounds()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Know what is selected and chosen before a key acts on it: the text tells at rest only."""
        if event.type() in _PRESSED:
            space = self._space
            if event.key() not in _MOVES or event.modifiers() & Qt.KeyboardModifier.AltModifier:
                space.text.settle()
            told = "passage" in space.actions_.conditions
            if told is not (self.passage() is not None):
                space.conditionsChanged.emit()
        return False

    # ------------------------------------------------------------------ applying

    def words(self) -> Span | None:
        """The selected words; white space alone is nothing to code."""
        text = self._space.text
        span = text.selected_span()
        return None if span is None or text.text[span.start : span.end].isspace() else span

    def passage(self) -> Span | None:
        """The selected words, else those of the chosen coding, in the open document."""
        space = self._space
        if space.document is None:
            return None
        chosen = space.codings.get(space.text.chosen_coding or -1)
        return self.words() or (Span(chosen.start, chosen.end) if chosen else None)

    def apply(self, code_ids: Sequence[int], spans: Span | Sequence[Span] | None = None) -> None:
        """Put codes on a span or several, else on the selection, or beside the chosen coding."""
        space = self._space
        if isinstance(spans, Span):
            spans = [spans]
        elif not spans and (here := self.passage()) is not None:
            spans = [here]
        if space.document is None or not spans or not code_ids:
            return
        space.flush()
        with space.session.together():
            made = space.session.run(
                space,
                self.tr("Apply a code"),
                codings.apply,
                space.document.id,
                list(spans),
                list(code_ids),
            )
            if made:
                self.note_use(code_ids)
                space.choose_coding(made[-1])

    def apply_key(self, key: int) -> None:
        """Put the code of a key, 1 to 9, on the passage."""
        self._restore_used()
        code_id = self.used.code_of(key)
        if code_id is not None and code_id in self._space.codes:
            self.apply([code_id])

    def in_vivo(self) -> None:
        """Let the selected words be the code."""
        space = self._space
        span = self.words()
        if space.document is None or span is None:
            return
        space.flush()
        coding_id = space.session.run(
            space, self.tr("Code in vivo"), codings.in_vivo, space.document.id, span
        )
        self.after_making(coding_id)

    def open_palette(self) -> None:
        """Offer the codes for the selection, or for the chosen passage."""
        here = self.passage()
        if here is not None:
            self.open_palette_on([here])

    def open_palette_on(self, spans: Sequence[Span]) -> None:
        """Offer the codes for some passages: what was found in the text, for one."""
        self._restore_used()
        self._control.code_passages(spans)

    def recode(self) -> None:
        """Offer the codes that could replace that of the chosen coding."""
        chosen = self._space.text.chosen_coding
        if chosen in self._space.codings:
            self.recode_all([chosen])

    def recode_all(self, coding_ids: Sequence[int], where: QPoint | None = None) -> None:
        """Offer, at a global place, the codes that could replace those of some own codings."""
        self._restore_used()
        parted = others_codings.part(self._space, coding_ids)
        if parted.mine:
            self._control.recode(parted, where)
        else:
            others_codings.say_left(self._space, parted, self.tr("Recode the passages"))

    def after_making(self, coding_id: int | None) -> None:
        """Choose a coding that was just made, and remember its code."""
        if coding_id is not None and coding_id in self._space.codings:
            self.note_use([self._space.codings[coding_id].code_id])
            self._space.choose_coding(coding_id)

    # ------------------------------------------------------------------ the codes used last

    def note_use(self, code_ids: Sequence[int]) -> None:
        """Remember that codes were used just now, until next time as well."""
        self._restore_used()
        space = self._space
        self.used.use(code_ids, space.codes.__contains__)
        self._keeping.start()
        self.show_keys()

    def leave(self) -> None:
        """Write down what is still to be kept until next time."""
        if self._keeping.isActive():
            self._keep_used()

    def _keep_used(self) -> None:
        self._keeping.stop()
        space = self._space
        guids = {code.id: code.guid for code in space.codes.values()}
        space.settings.set_used_codes(space.session.project.guid, self.used.written(guids))

    def _restore_used(self) -> None:
        """Take over the codes used last time, once the codes are known."""
        space = self._space
        if not self._restored and space.codes:
            self._restored = True
            ids = {code.guid: code.id for code in space.codes.values()}
            self.used.restore(space.settings.used_codes(space.session.project.guid), ids)
            self.show_keys()

    def show_keys(self) -> None:
        """Say in the tree and in the menu which key applies which code."""
        self._restore_used()
        space = self._space
        known = space.codes
        keys = {code_id: key for code_id, key in self.used.digits().items() if code_id in known}
        space.codes_panel.show_keys(keys)
        code_of = {key: code_id for code_id, key in keys.items()}
        for key in range(1, KEYS + 1):
            name, code_id = f"coding.recent.{key}", code_of.get(key)
            title = space.codes[code_id].title if code_id is not None else ""
            if self._titles.get(key) != title:  # after a step, mostly one or two of them
                self._titles[key] = title
                space.actions_.name(name, Message("{code}", {"code": title}) if title else None)
                space.actions_[name].setVisible(bool(title) or key == 1)

    def _follow(self, changes: ChangeSet) -> None:
        if changes.touches("code", "setting"):
            QTimer.singleShot(0, self, self.show_keys)  # when the workspace has the new codes

    def _code_activated(self, code_id: int) -> None:
        if self.words() is not None and self._space.session.writable:
            chosen = self._space.codes_panel.selected_codes()
            self.apply(chosen if code_id in chosen else [code_id])
        else:
            self._space.show_passages([code_id])

    # ------------------------------------------------------------------ what is there already

    def write_memo(self) -> None:
        """Write on the chosen passage; on bare words, a memo attached to them."""
        space = self._space
        span = self.words()
        if space.text.chosen_coding in space.codings:
            space.knowledge.show_history(False)
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
            self.take_away([chosen])

    def take_away(self, coding_ids: Sequence[int]) -> None:
        """Take one's own codings of any document away; those of others stay."""
        self._space.flush()
        parted = others_codings.part(self._space, coding_ids)
        heading = self.tr("Remove the coding")
        if parted.mine:
            self._space.session.run(self._space, heading, codings.remove, parted.mine)
        others_codings.say_left(self._space, parted, heading)

    def mark_typical(self, typical: bool) -> None:
        """Mark the chosen passage as typical of its code, or no longer."""
        chosen = self._space.text.chosen_coding
        if chosen in self._space.codings:
            self.mark_all([chosen], typical)
            self.refresh_marks()  # after a refusal, too

    def mark_all(self, coding_ids: Sequence[int], typical: bool) -> None:
        """Mark one's own codings of any document as typical, or no longer."""
        parted = others_codings.part(self._space, coding_ids)
        heading = self.tr("Mark as typical")
        if parted.mine:
            self._space.session.run(self._space, heading, codings.set_typical, parted.mine, typical)
        others_codings.say_left(self._space, parted, heading)

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

    def _open_menu(self, where: QPoint, position: int | None) -> None:
        del position
        names = _MENU_ON_CODING if self._space.text.chosen_coding else _MENU_ON_TEXT
        menu = self._space.actions_.context_menu(self._space, names)
        menu.popup(where if not where.isNull() else QCursor.pos())
        menu.setFocus(Qt.FocusReason.PopupFocusReason)
