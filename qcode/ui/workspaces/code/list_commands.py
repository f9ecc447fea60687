"""What is done to passages in their list: they may lie in any document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from qcode.services import codings
from qcode.ui.workspaces.code import others_codings

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.passages_panel import PassagesPanel
    from qcode.ui.workspaces.code.workspace import CodeWorkspace


class ListCommands(QObject):
    """Handlers of what the list of passages asks for, and its menu."""

    def __init__(self, space: CodeWorkspace, panel: PassagesPanel) -> None:
        super().__init__(panel)
        self._space = space
        self._panel = panel
        panel.removeRequested.connect(space.coding_commands.take_away)
        panel.recodeRequested.connect(self.recode)
        panel.typicalRequested.connect(self.turn_typical)
        panel.memoRequested.connect(self.write_memo)
        panel.menuRequested.connect(self._open_menu)

    def recode(self, coding_ids: Sequence[int]) -> None:
        """Offer, beside the list, the codes that could replace those of some codings."""
        listed = self._panel.list
        where = listed.visualRect(listed.currentIndex()).bottomLeft()
        self._space.coding_commands.recode_all(coding_ids, listed.viewport().mapToGlobal(where))

    def turn_typical(self, coding_ids: Sequence[int]) -> None:
        """Mark codings as typical; if all of them are, take the mark away."""
        parted = others_codings.part(self._space, coding_ids)
        found = codings.by_id(self._space.session.project, parted.mine)
        marked = all(coding.typical for coding in found)
        self._space.coding_commands.mark_all(coding_ids, not marked)

    def write_memo(self, coding_ids: Sequence[int]) -> None:
        """Go to the first of some codings and write on it."""
        for coding in codings.by_id(self._space.session.project, coding_ids[:1]):
            self._space.navigation.go_to_passage(
                coding.document_id, coding.start, coding.end, coding.id
            )
            self._space.coding_commands.write_memo()

    def _open_menu(self, where: QPoint, coding_ids: list[int]) -> None:
        space = self._space
        menu = QMenu(space)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        doing = space.coding_commands
        for text, deed in (
            (self.tr("Recode…\tR"), lambda: doing.recode_all(coding_ids, where)),
            (self.tr("Memo\tM"), lambda: self.write_memo(coding_ids)),
            (self.tr("Remove the codings\tDel"), lambda: doing.take_away(coding_ids)),
            (self.tr("Mark as typical\tT"), lambda: doing.mark_all(coding_ids, True)),
            (self.tr("No longer typical"), lambda: doing.mark_all(coding_ids, False)),
        ):
            entry = menu.addAction(text)
            entry.setEnabled(space.session.writable)
            entry.triggered.connect(lambda _=False, deed=deed: deed())
        menu.addSeparator()
        keep = menu.addAction(self.tr("Keep in view\tK"))
        keep.triggered.connect(self._panel.toggle_pinned)
        menu.popup(where)
