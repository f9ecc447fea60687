"""What the diagram offers where one clicks: on a relation, on a category, on the ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from qcode.model.enums import CodeKind
from qcode.ui.shell.actions import native
from qcode.ui.workspaces.selective.core_line import become

if TYPE_CHECKING:
    from collections.abc import Callable

    from qcode.ui.workspaces.selective.diagram_panel import DiagramPanel
    from qcode.ui.workspaces.selective.reading import Reading
    from qcode.ui.workspaces.selective.relation_commands import RelationCommands


class DiagramMenu(QObject):
    """Fills and opens the menu of ``panel``, which does what is chosen in it."""

    def __init__(self, panel: DiagramPanel, commands: RelationCommands) -> None:
        super().__init__(panel)
        self._panel = panel
        self._commands = commands

    def open(self, reading: Reading, where: QPoint) -> None:
        """Offer what can be done with what is chosen in the drawing of a reading."""
        panel = self._panel
        menu = QMenu(panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        relation = reading.relation(panel.view.tie)
        code = reading.codes.get(panel.view.box or 0)
        if relation is not None:
            _add(
                menu,
                QCoreApplication.translate("DiagramPanel", "Its passages\tEnter"),
                lambda: panel.relationOpened.emit(relation.id),
            )
            self._commands.fill_menu(menu, relation, [])
        elif code is not None:
            self._fill_box_menu(menu, reading, code.id)
        else:
            self._fill_ground_menu(menu)
        menu.popup(where)

    def _fill_box_menu(self, menu: QMenu, reading: Reading, code_id: int) -> None:
        panel = self._panel
        _add(
            menu,
            QCoreApplication.translate("DiagramPanel", "Show the passages\tEnter"),
            lambda: panel.passagesRequested.emit([code_id]),
        )
        if not panel.session.writable:
            return
        relate = QCoreApplication.translate("DiagramPanel", "Relate to…\tR")
        _add(menu, relate, panel.ask_relation)
        if reading.stages:
            self._add_stages(menu, reading, code_id)
        if reading.codes[code_id].kind is not CodeKind.CORE_CATEGORY:
            _add(menu, become(CodeKind.CORE_CATEGORY), lambda: panel.core.make_core(code_id))
        else:
            _add(menu, become(CodeKind.MAIN_CATEGORY), lambda: panel.core.make_main(code_id))
        rename = QCoreApplication.translate("DiagramPanel", "Rename…")
        _add(menu, rename, lambda: panel.ask_rename(code_id))
        memo = QCoreApplication.translate("DiagramPanel", "Write a memo")
        _add(
            menu,
            f"{memo}\t{native('Ctrl+Shift+M')}",
            lambda: panel.memoWanted.emit(sorted(panel.view.boxes | {code_id})),
        )
        menu.addSeparator()
        out = QCoreApplication.translate("DiagramPanel", "Take out of the model\tDel")
        _add(menu, out, panel.remove)

    def _add_stages(self, menu: QMenu, reading: Reading, code_id: int) -> None:
        panel = self._panel
        inside = menu.addMenu(QCoreApplication.translate("DiagramPanel", "Put into stage"))
        for stage in reading.stages:
            _add(
                inside,
                stage.name.replace("&", "&&"),
                lambda key=stage.id: panel.stages.put(
                    key, sorted(panel.view.boxes | {code_id}), None
                ),
            )

    def _fill_ground_menu(self, menu: QMenu) -> None:
        panel = self._panel
        if panel.session.writable:
            relate = QCoreApplication.translate("DiagramPanel", "Relate two categories…")
            _add(menu, relate, panel.ask_relation)
            put = QCoreApplication.translate("DiagramPanel", "Put a category into the model…")
            _add(menu, put, panel.ask_category)
            anew = QCoreApplication.translate("DiagramPanel", "Lay out anew")
            _add(menu, anew, panel.lay_out)
            menu.addSeparator()
        whole = QCoreApplication.translate("DiagramPanel", "Show all of it\t0")
        _add(menu, whole, panel.view.fit)
        _add(menu, QCoreApplication.translate("DiagramPanel", "Export…"), panel.export)


def _add(menu: QMenu, words: str, deed: Callable[[], object]) -> None:
    menu.addAction(words).triggered.connect(lambda _=False: deed())
