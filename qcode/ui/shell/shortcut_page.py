"""The page of all keys: those of the catalogue by where they act, and those that parts of the
window have by themselves.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from qcode.ui.shell.actions import keys_of, native, plain_text
from qcode.ui.shell.catalogue import ACTIONS
from qcode.ui.shell.commands import menu_order, menu_path

Row = tuple[str, str]  # what it does, the keys

_TEXT = QT_TRANSLATE_NOOP("shortcuts", "In the text")
_PALETTE = QT_TRANSLATE_NOOP("shortcuts", "While choosing a code for a passage")
_CODES = QT_TRANSLATE_NOOP("shortcuts", "In the codes")
_DOCUMENTS = QT_TRANSLATE_NOOP("shortcuts", "In the documents")
_TREES = QT_TRANSLATE_NOOP("shortcuts", "In codes and documents")
_WHEREVER = QT_TRANSLATE_NOOP("shortcuts", "Everywhere: {menu}")

_SCOPES = (("text", _TEXT), ("codes", _CODES), ("documents", _DOCUMENTS))

# Keys that are no actions of the menus: widgets have them by themselves.
FIXED_KEYS: tuple[tuple[str, tuple[Row, ...]], ...] = (
    (
        _TEXT,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Select letters"), "Shift+Right"),
            (QT_TRANSLATE_NOOP("shortcuts", "Select words"), "Ctrl+Shift+Right"),
            (QT_TRANSLATE_NOOP("shortcuts", "Select to the end of the line"), "Shift+End"),
            (QT_TRANSLATE_NOOP("shortcuts", "Select lines"), "Shift+Down"),
        ),
    ),
    (
        _PALETTE,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Apply the code"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Apply it and choose another"), "Ctrl+Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Leave without a code"), "Esc"),
        ),
    ),
    (
        _DOCUMENTS,
        ((QT_TRANSLATE_NOOP("shortcuts", "Move one place up or down"), "Ctrl+Up Ctrl+Down"),),
    ),
    (
        _TREES,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Open or close a branch"), "Right Left"),
            (QT_TRANSLATE_NOOP("shortcuts", "Use the chosen one"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Menu of the chosen one"), "Menu Shift+F10"),
            (QT_TRANSLATE_NOOP("shortcuts", "From the filter into the list"), "Down"),
        ),
    ),
)


def shortcut_page() -> list[tuple[str, list[Row]]]:
    """Return titles of where keys act, each with what they do and the keys as the system writes."""
    pages: dict[str, list[Row]] = {}
    fixed = dict(FIXED_KEYS)
    for scope, title in _SCOPES:
        rows = [
            (plain_text(spec.text), keys_of(spec))
            for spec in ACTIONS
            if spec.scope == scope and spec.shortcuts
        ]
        pages[title] = rows
        for part in {"text": (_TEXT, _PALETTE), "documents": (_DOCUMENTS, _TREES)}.get(scope, ()):
            pages.setdefault(part, []).extend(_fixed(fixed[part]))
    result = [(_translated(title), rows) for title, rows in pages.items() if rows]
    for path in menu_order():
        rows = [
            (plain_text(spec.text), keys_of(spec))
            for spec in ACTIONS
            if spec.menu == path and spec.scope == "window" and spec.shortcuts
        ]
        if rows:
            result.append((_translated(_WHEREVER).format(menu=menu_path(path)), rows))
    return result


def _fixed(rows: tuple[Row, ...]) -> list[Row]:
    return [(_translated(text), ", ".join(map(native, keys.split()))) for text, keys in rows]


def _translated(text: str) -> str:
    return QCoreApplication.translate("shortcuts", text)
