"""The codebook beside the text: found, applied, renamed, put in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, QTimer, Signal

from qcode.services import codes
from qcode.ui.itemmodels.code_tree import CodeRole, CodeTreeModel, is_bold
from qcode.ui.itemmodels.keyed_tree import Index
from qcode.ui.shell.session import Session
from qcode.ui.widgets.code_badge import paint_code_badge
from qcode.ui.widgets.mime import CODES_MIME, SPAN_MIME, codes_of, put_codes, span_of
from qcode.ui.widgets.tree_rows import RowLook
from qcode.ui.workspaces.code.tree_panel import TreePanel


class CodesPanel(TreePanel):
    """The code tree with its filter. Keys are code ids."""

    codeActivated = Signal(int)
    """Enter or a double click: the code is to be applied."""

    currentCodeChanged = Signal(object)
    """The current code's id, None without one."""

    spanDropped = Signal(int, object)
    """A code's id and the ``Span`` of the open document that was dropped on it."""

    def __init__(self, session: Session) -> None:
        rows = CodeTreeModel(session)
        rows.drags = CodeDrags(rows)
        super().__init__(session, rows, _look, [SPAN_MIME])
        rows.drags.moveWanted.connect(self._move, Qt.ConnectionType.QueuedConnection)
        self.view.chosen.connect(lambda index: self.codeActivated.emit(rows.key_of(index)))
        self.view.nudged.connect(self._nudge)
        self.view.landed.connect(self._land)

    # ------------------------------------------------------------------ for the workspace

    def current_code(self) -> int | None:
        """Return the current code, None without one."""
        return self.current_key() or None

    def selected_codes(self) -> list[int]:
        """Return the selected codes in tree order."""
        return self.selected_keys()

    def select_code(self, code_id: int, reveal: bool = True) -> None:
        """Make a code the current one; with ``reveal`` it comes into view."""
        self.select_keys([code_id], reveal=reveal)

    def passages(self, code_id: int) -> int:
        """Return the number of distinct passages of a code itself, as the tree knows it."""
        return self._rows.counts(code_id)[0]

    def rename(self, code_id: int) -> None:
        """Open the editor on a code's name."""
        self.edit_key(code_id)

    def expanded(self) -> list[int]:
        """Return the codes whose branches are open, for the settings."""
        return sorted(self.open_keys())

    def set_expanded(self, code_ids: Iterable[int]) -> None:
        """Open these branches and close all others."""
        self.set_open_keys(code_ids)

    # ------------------------------------------------------------------ what a panel says

    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Codes"))
        self.filter_field.setPlaceholderText(self.tr("Filter codes"))
        self.filter_field.setAccessibleName(self.tr("Filter codes"))
        super().retranslate()

    def _heading(self) -> tuple[str, str]:
        concepts, categories = self._rows.totals()
        parts = []
        if concepts:
            parts.append(
                self.tr("1 concept")
                if concepts == 1
                else self.tr("{count} concepts").format(count=concepts)
            )
        if categories:
            parts.append(
                self.tr("1 category")
                if categories == 1
                else self.tr("{count} categories").format(count=categories)
            )
        return self.tr("Codes"), " · ".join(parts)

    def _nothing(self) -> str:
        return self.tr("No codes yet. Select words and press Enter.")

    def _no_match(self) -> str:
        return self.tr("No code contains these words.")

    def _current_changed(self, key: int) -> None:
        self.currentCodeChanged.emit(key or None)

    # ------------------------------------------------------------------ changes

    def _rename(self, key: int, name: str) -> None:
        self.session.run(self, self.tr("Rename the code"), codes.rename, key, name)

    def _move(self, code_ids: Sequence[int], parent_id: int | None, position: int | None) -> None:
        self.session.run(
            self, self.tr("Move codes"), codes.move, list(code_ids), parent_id, position
        )
        self.select_keys(code_ids)

    def _nudge(self, step: int) -> None:
        """Move the current code one place among its siblings."""
        key = self.current_key()
        if not key or not self.session.writable or self._rows.wanted:
            return
        parent_id = self._rows.record(key).parent_id
        siblings = self._rows.children_of(parent_id or 0)
        place = siblings.index(key) + step
        if 0 <= place < len(siblings):
            self._move([key], parent_id, place + (step > 0))

    def _land(self, index: QModelIndex, mime: QMimeData) -> None:
        span = span_of(mime)
        if span is not None:
            # After the drag: a dialog inside its event would hold the program that drags.
            key = self._rows.key_of(index)
            QTimer.singleShot(0, self, lambda: self.spanDropped.emit(key, span))


class CodeDrags(QObject):
    """Codes dragged out of the tree (to the text, to another place) and back into it."""

    mime_type = CODES_MIME

    moveWanted = Signal(object, object, object)
    """Code ids, the new parent's id or None, the place among its children or None for the end."""

    def __init__(self, tree: CodeTreeModel) -> None:
        super().__init__(tree)
        self._tree = tree

    def packed(self, keys: list[int]) -> QMimeData:
        """Return codes as a drag carries them; other programs get their names."""
        mime = QMimeData()
        put_codes(mime, keys)
        mime.setText("\n".join(self._tree.record(key).title for key in keys))
        return mime

    def dropped(self, mime: QMimeData, parent: int, place: int | None) -> bool:
        """Ask for codes to be moved, after the drag is over."""
        dragged = [code_id for code_id in codes_of(mime) if code_id in self._tree]
        if dragged:
            self.moveWanted.emit(dragged, parent or None, place)
        return bool(dragged)


def _look(index: Index) -> RowLook:
    code = index.data(CodeRole.RECORD)
    count = index.data(CodeRole.SUBTREE)
    return RowLook(
        name=code.name,
        lead=code.number,
        count=str(count) if count else "",
        bold=is_bold(code.kind),
        badge=partial(paint_code_badge, kind=code.kind, color=code.color),
    )
