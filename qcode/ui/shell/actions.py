"""QActions, menus and shortcuts made from the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from qcode.ui.shell import icons
from qcode.ui.shell.action_spec import CONDITIONS, ActionSpec, MenuSpec
from qcode.ui.shell.catalogue import ACTIONS, MENUS
from qcode.ui.shell.i18n import joined, say
from qcode.ui.shell.scope_keys import ScopeKeys
from qcode.ui.shell.termed import in_own_terms

if TYPE_CHECKING:
    from qcode.model.messages import Message

_BRACKETED_KEY = re.compile(r"\(&.\)")
# Of each of these families one is checked.
EXCLUSIVE = ("theme", "language", "document.status", "view.stripes", "workspace")

_ROLES = {
    "preferences": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
}


class ActionSet(QObject):
    """The actions of one window.

    An action is disabled until a handler is bound to it and all of its conditions hold. Icons are
    drawn when a menu opens or a button asks for them, not before.
    """

    triggered = Signal(str)  # id of any action, after its handler
    conditionsChanged = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._specs = {spec.id: spec for spec in ACTIONS}
        self._needing: dict[str, list[ActionSpec]] = {name: [] for name in CONDITIONS}
        self._keys: dict[str, str] = {}  # as the system writes them, in the language of the window
        self._actions: dict[str, QAction] = {}
        self._handlers: dict[str, Callable[..., object]] = {}
        self._named: dict[str, Message | None] = {}
        self._conditions: frozenset[str] = frozenset()
        self._menus: dict[str, QMenu] = {}
        self._groups = {family: QActionGroup(self) for family in EXCLUSIVE}
        self._scopes: dict[str, ScopeKeys] = {}
        for spec in ACTIONS:
            self._actions[spec.id] = self._made(spec)
            for name in spec.enabled_when:
                self._needing[name].append(spec)
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def spec(self, name: str) -> ActionSpec:
        """Return the catalogue's entry."""
        return self._specs[name]

    def bind(self, name: str, handler: Callable[..., object]) -> None:
        """Call ``handler()`` when the action is used, ``handler(checked)`` if it is checkable."""
        self._handlers[name] = handler
        self._enable(self._specs[name])

    def set_conditions(self, conditions: Iterable[str]) -> None:
        """Say which conditions of the catalogue hold now; the others do not.

        Raises ValueError for a word that is not in ``CONDITIONS``.
        """
        now = frozenset(conditions)
        if unknown := now - CONDITIONS:
            raise ValueError(sorted(unknown))
        changed = now ^ self._conditions
        self._conditions = now
        for spec in {spec.id: spec for name in changed for spec in self._needing[name]}.values():
            self._enable(spec)
        if changed:
            self.conditionsChanged.emit()

    def set_condition(self, name: str, holds: bool) -> None:
        """Say of one condition whether it holds."""
        self.set_conditions(self._conditions | {name} if holds else self._conditions - {name})

    @property
    def conditions(self) -> frozenset[str]:
        """The conditions that hold."""
        return self._conditions

    def missing(self, name: str) -> frozenset[str]:
        """Return the conditions of the action that do not hold now."""
        return self._specs[name].enabled_when - self._conditions

    def name(self, name: str, step: Message | None) -> None:
        """Let the action say what it is about (``Undo Apply a12 duty``); None: its plain text."""
        if step != self._named.get(name):
            self._named[name] = step
            self._label(self._specs[name])

    def keys(self, name: str) -> str:
        """Return the first keys of an action that has some, as the system writes them."""
        if name not in self._keys:
            self._keys[name] = native(self._specs[name].shortcuts[0])
        return self._keys[name]

    def retranslate(self) -> None:
        """Set every text again; the window calls it on ``QEvent.LanguageChange``."""
        self._keys.clear()
        for spec in self._specs.values():
            self._label(spec)
        for spec in MENUS:
            if spec.path in self._menus:
                self._menus[spec.path].setTitle(_translated(spec.title))

    def attach(self, scope: str, widget: QWidget) -> None:
        """Let the keys of ``text``, ``codes`` or ``documents`` act while ``widget`` has the focus.

        Several widgets may share a scope. Until then these actions have no keys.
        """
        keys = self._scopes.get(scope)
        if keys is None:
            keys = self._scopes[scope] = ScopeKeys(self)
            for spec in self._specs.values():
                if spec.scope == scope:
                    for written in spec.shortcuts:
                        keys.add(written, self._actions[spec.id])
        widget.installEventFilter(keys)

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """Build all menus of the catalogue; call it once."""
        for spec in MENUS:
            if "/" not in spec.path:
                bar.addMenu(self._menu(spec, bar))

    def menu(self, path: str) -> QMenu:
        """Return a menu of the menu bar (``file/recent`` is filled by whoever knows the list)."""
        return self._menus[path]

    def context_menu(self, parent: QWidget, names: Sequence[str]) -> QMenu:
        """Return a menu of actions; ``-`` draws a rule, a path (``codes/level``) a submenu."""
        from PySide6.QtCore import Qt

        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in names:
            if name == "-":
                menu.addSeparator()
            elif name in self._actions:
                menu.addAction(self._actions[name])
            else:
                menu.addMenu(self._menu(_menu_spec(name), menu, keep=False))
        menu.aboutToShow.connect(lambda: self._dress(menu))
        return menu

    def dress(self, *names: str) -> None:
        """Give these actions their icons now: for buttons; again after a change of theme."""
        for name in names:
            self._give_icon(name)

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(self._window)
        action.setObjectName(spec.id)
        action.setEnabled(False)
        action.setCheckable(spec.checkable)
        # Left to itself, macOS moves what sounds like "Quit" or "Settings", in any language.
        action.setMenuRole(_ROLES.get(spec.role, QAction.MenuRole.NoRole))
        if spec.scope == "window":
            action.setShortcuts(_sequences(spec))
            self._window.addAction(action)
        family = spec.id.rpartition(".")[0]
        if family in self._groups:
            self._groups[family].addAction(action)
        action.triggered.connect(lambda checked: self._run(spec, checked))
        return action

    def _run(self, spec: ActionSpec, checked: bool) -> None:
        if spec.checkable:
            self._handlers[spec.id](checked)
        else:
            self._handlers[spec.id]()
        self.triggered.emit(spec.id)

    def _enable(self, spec: ActionSpec) -> None:
        ready = spec.id in self._handlers and spec.enabled_when <= self._conditions
        self._actions[spec.id].setEnabled(ready)

    def _label(self, spec: ActionSpec) -> None:
        step = self._named.get(spec.id)
        if step is None:
            text = _translated(spec.text)
        else:
            # An ampersand of the user's is no access key.
            text = _translated(spec.text_with).format(step=say(step).replace("&", "&&"))
        if spec.shortcuts and spec.scope != "window":
            text += "\t" + self.keys(spec.id)  # Qt's menus put it where shortcuts stand
        self._actions[spec.id].setText(text)

    def _menu(self, spec: MenuSpec, parent: QWidget, keep: bool = True) -> QMenu:
        menu = QMenu(_translated(spec.title), parent)
        menu.setObjectName(spec.path)
        if keep:
            self._menus[spec.path] = menu
        below = [entry for entry in MENUS if entry.path.rpartition("/")[0] == spec.path]
        section = 0
        for action in ACTIONS:
            if action.menu != spec.path:
                continue
            if action.section != section:
                section = action.section
                menu.addSeparator()
            menu.addAction(self._actions[action.id])
            for entry in below:
                if entry.after == action.id:
                    menu.addMenu(self._menu(entry, menu, keep))
        for entry in below:
            if not entry.after:
                if entry.section != section:
                    section = entry.section
                    menu.addSeparator()
                menu.addMenu(self._menu(entry, menu, keep))
        menu.aboutToShow.connect(lambda: self._dress(menu))
        return menu

    def _dress(self, menu: QMenu) -> None:
        for action in menu.actions():
            if action.menu() is not None:
                if name := _menu_icon(action.menu().objectName()):
                    action.setIcon(icons.icon(name))
            elif action.objectName() in self._specs:
                self._give_icon(action.objectName())

    def _give_icon(self, name: str) -> None:
        picture, action = self._specs[name].icon, self._actions[name]
        if picture:
            action.setIcon(icons.icon(picture))
            action.setIconVisibleInMenu(not action.isChecked())  # the tick stands in its place


def plain_text(text: str) -> str:
    """Return a catalogue text translated, without access key and without the dots of a question."""
    return plain(_translated(text))


def plain(text: str) -> str:
    """Return the words of an action or a menu without access key, keys and dots of a question."""
    words = _BRACKETED_KEY.sub("", text.partition("\t")[0])  # 打开(&O)
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")


def keys_of(spec: ActionSpec) -> str:
    """Return the keys of an action as the system writes them; empty where it has none."""
    # Return and Enter have one name in Chinese.
    return joined(dict.fromkeys(native(keys) for keys in spec.shortcuts))


def keys_for(name: str) -> str:
    """Return the keys of the action with this id, for sentences that tell of them."""
    return keys_of(next(spec for spec in ACTIONS if spec.id == name))


def native(keys: str) -> str:
    """Return keys written portably (``Ctrl+K``) as the system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _sequences(spec: ActionSpec) -> list[QKeySequence]:
    return [QKeySequence(keys) for keys in spec.shortcuts]


def _translated(text: str) -> str:
    return in_own_terms(text) or QCoreApplication.translate("actions", text)


def _menu_spec(path: str) -> MenuSpec:
    return next(spec for spec in MENUS if spec.path == path)


def _menu_icon(path: str) -> str:
    return next((spec.icon for spec in MENUS if spec.path == path), "")
