"""Every action of the catalogue as a command: how it is called, where it stands, why it is grey."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from qcode.ui.shell.action_spec import ActionSpec
from qcode.ui.shell.actions import ActionSet, keys_of, plain, plain_text
from qcode.ui.shell.catalogue import ACTIONS, MENUS

LIST_ITSELF = "help.commands"

# The first of these that does not hold is the reason given: it is the one to mend first.
_REASONS = {
    "project": QT_TRANSLATE_NOOP("commands", "needs an open project"),
    "writable": QT_TRANSLATE_NOOP("commands", "this project is read-only"),
    "document": QT_TRANSLATE_NOOP("commands", "needs an open document"),
    "selection": QT_TRANSLATE_NOOP("commands", "needs selected words"),
    "coding": QT_TRANSLATE_NOOP("commands", "needs a chosen passage"),
    "passage": QT_TRANSLATE_NOOP("commands", "needs selected words or a chosen passage"),
    "code": QT_TRANSLATE_NOOP("commands", "needs a chosen code"),
    "comparison": QT_TRANSLATE_NOOP("commands", "needs coders compared in the workspace Review"),
    "disagreement": QT_TRANSLATE_NOOP("commands", "needs a chosen disagreement"),
    "both_coded": QT_TRANSLATE_NOOP("commands", "needs a passage that both have coded"),
    "decided": QT_TRANSLATE_NOOP("commands", "needs a decision"),
    "undo": QT_TRANSLATE_NOOP("commands", "nothing to undo"),
    "redo": QT_TRANSLATE_NOOP("commands", "nothing to redo"),
}


class Command(NamedTuple):
    """Something the list of commands offers.

    ``key`` names it between two runs of the program, without blanks. ``missing`` says in words why
    it cannot be used now, empty where it can. ``english`` is another name under which it is found.
    """

    key: str
    text: str
    run: Callable[[], object]
    path: str = ""
    keys: str = ""
    missing: str = ""
    english: str = ""


def catalogue_commands(actions: ActionSet) -> list[Command]:
    """Return the actions in the order of the menus, as they can be used at this moment."""
    order = {path: place for place, path in enumerate(menu_order())}
    specs = sorted(ACTIONS, key=lambda spec: order[spec.menu])
    return [
        Command(
            key=spec.id,
            text=plain(actions[spec.id].text()),
            run=actions[spec.id].trigger,
            path=menu_path(spec.menu),
            keys=keys_of(spec),
            missing=_missing(actions, spec),
            english=plain(spec.text),
        )
        for spec in specs
        if spec.id != LIST_ITSELF and actions[spec.id].isVisible()
    ]


def menu_order() -> list[str]:
    """Return the paths of all menus, each before its submenus."""
    tops = [menu.path for menu in MENUS if "/" not in menu.path]
    return [menu.path for top in tops for menu in MENUS if menu.path.split("/")[0] == top]


def menu_path(path: str) -> str:
    """Return the titles on the way to a menu: ``View › Theme``."""
    titles = {menu.path: menu.title for menu in MENUS}
    parts = path.split("/")
    return " › ".join(
        plain_text(titles["/".join(parts[: count + 1])]) for count in range(len(parts))
    )


def _missing(actions: ActionSet, spec: ActionSpec) -> str:
    if actions[spec.id].isEnabled():
        return ""
    missing = actions.missing(spec.id)
    for condition, reason in _REASONS.items():
        if condition in missing:
            return QCoreApplication.translate("commands", reason)
    return QCoreApplication.translate("commands", "not possible now")
