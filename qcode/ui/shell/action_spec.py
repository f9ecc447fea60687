"""What an entry of the catalogue of actions says."""

from __future__ import annotations

from typing import Any, NamedTuple

# What an action may need before it can be used: see ActionSpec.enabled_when.
CONDITIONS = frozenset(
    {
        "project",  # a project is open
        "writable",  # and may be changed
        "document",  # a document is shown
        "selection",  # words of it are selected
        "coding",  # a coding is chosen
        "passage",  # words are selected or a coding is chosen: something can be coded
        "code",  # a code is chosen
        "comparison",  # coders are compared, and what they differ in is shown
        "disagreement",  # one of these disagreements is chosen
        "both_coded",  # and both coders coded the passage
        "decided",  # and was decided about
        "undo",
        "redo",
    }
)


class ActionSpec(NamedTuple):
    """One thing a user can do.

    ``text`` is English and translated in the context ``actions``; ``&`` marks its access key.
    ``text_with`` replaces it when there is something to name (``Undo {step}``). ``menu`` is the
    path of the menu it stands in (``file``, ``codes/level``); a change of ``section`` draws a rule.
    ``enabled_when`` names the conditions that must all hold. ``scope`` is where its shortcut
    acts: the whole ``window``, or only while the ``text``, the ``codes``, the ``documents`` or the
    disagreements (``review``) have the focus. ``role`` is its place in macOS’s application menu.
    """

    id: str
    text: str
    menu: str
    section: int = 0
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    enabled_when: frozenset[str] = frozenset()
    scope: str = "window"
    text_with: str = ""
    checkable: bool = False
    role: str = ""


class MenuSpec(NamedTuple):
    """A menu: its path, its title, the section of the parent menu in which it stands."""

    path: str
    title: str
    section: int = 0
    icon: str = ""
    after: str = ""  # the action it follows in the parent menu; at the end when empty


def action(
    name: str,
    text: str,
    place: str,
    icon: str = "",
    keys: str = "",
    needs: str = "",
    scope: str = "window",
    **more: Any,
) -> ActionSpec:
    """Make an entry from words: ``place`` is menu and section, ``keys`` are parted by blanks."""
    menu, section = place.split(":")
    return ActionSpec(
        name,
        text,
        menu,
        int(section),
        icon,
        tuple(keys.split()),
        frozenset(needs.split()),
        scope,
        **more,
    )
