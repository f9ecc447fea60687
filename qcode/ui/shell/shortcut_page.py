"""The page of all keys: those of the catalogue by where they act, and those that parts of the
window have by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from qcode.ui.shell.action_spec import ActionSpec
from qcode.ui.shell.actions import keys_of, native, plain_text
from qcode.ui.shell.catalogue import ACTIONS
from qcode.ui.shell.commands import menu_order, menu_path
from qcode.ui.shell.fixed_keys import (
    CODES,
    DOCUMENTS,
    FIXED_KEYS,
    RARE_KEYS,
    REVIEW,
    TEXT,
    Row,
)
from qcode.ui.shell.i18n import joined

_WHEREVER = QT_TRANSLATE_NOOP("shortcuts", "Everywhere: {menu}")

_SCOPES = {TEXT: "text", CODES: "codes", DOCUMENTS: "documents", REVIEW: "review"}


def shortcut_page() -> list[tuple[str, list[Row]]]:
    """Return titles of where keys act, each with what they do and the keys as the system writes."""
    result = [
        (
            _translated(title),
            _made(spec for spec in ACTIONS if spec.scope == _SCOPES.get(title)) + _fixed(rows),
        )
        for title, rows in FIXED_KEYS
    ]
    for path in menu_order():
        rows = _made(spec for spec in ACTIONS if (spec.menu, spec.scope) == (path, "window"))
        if rows:
            result.append((_translated(_WHEREVER).format(menu=menu_path(path)), rows))
    return result + [(_translated(title), _fixed(rows)) for title, rows in RARE_KEYS]


def _made(specs: Iterable[ActionSpec]) -> list[Row]:
    return [(plain_text(spec.text), keys_of(spec)) for spec in specs if spec.shortcuts]


def _fixed(rows: Iterable[Row]) -> list[Row]:
    return [(_translated(text), joined(map(_native, keys.split()))) for text, keys in rows]


def _native(keys: str) -> str:
    return " … ".join(map(native, keys.split("…")))


def _translated(text: str) -> str:
    return QCoreApplication.translate("shortcuts", text)
