"""Opens the list of all commands over the window: actions of the catalogue, then documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.commands import Command, catalogue_commands
from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.command_list import CommandList

_NAME = "commandList"

AT_ONCE = 200
"""Documents that are in the list as it opens; more of them come a moment later."""


def show_commands(
    window: QWidget,
    actions: ActionSet,
    settings: Settings,
    documents: Iterable[tuple[int, str]] = (),
    go_to: Callable[[int], object] | None = None,
) -> CommandList:
    """Open the list over ``window``; ``documents`` are ids and titles that ``go_to`` can open."""
    shown = window.findChild(CommandList, _NAME)
    if shown is None:
        shown = CommandList(window)
        shown.used.connect(settings.remember_command)
    commands = catalogue_commands(actions)
    listed = list(documents) if go_to is not None else []

    def to_documents() -> list[Command]:
        return [_document(number, title, go_to) for number, title in listed]

    if len(listed) <= AT_ONCE:
        shown.open_with(commands + to_documents(), settings.recent_commands)
    else:
        shown.open_with(commands, settings.recent_commands, to_documents)
    return shown


def _document(document_id: int, title: str, go_to: Callable[[int], object]) -> Command:
    translate = QCoreApplication.translate
    return Command(
        key=f"document:{document_id}",
        text=translate("commands", "Go to {document}").format(document=title),
        run=partial(go_to, document_id),
        path=translate("commands", "Document"),
        english=title,
    )
