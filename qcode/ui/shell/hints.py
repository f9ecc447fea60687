"""Hints for the first steps: what they say, where, and what makes them go away for good."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal

from qcode.model.enums import CodeKind
from qcode.ui.shell.actions import native
from qcode.ui.shell.i18n import own_term

if TYPE_CHECKING:
    from qcode.model.changes import ChangeSet
    from qcode.ui.shell.actions import ActionSet
    from qcode.ui.shell.session import Session
    from qcode.ui.shell.settings import Settings


class Hint(NamedTuple):
    """A sentence at a ``place`` of the window, until one of ``actions`` was used or a step made.

    ``steps`` are beginnings of the (English) names of steps of the project. ``keys`` fill the
    places of the sentence and are written as the system writes them. ``when`` are conditions of the
    catalogue of actions that must hold.
    """

    name: str
    place: str
    text: str
    keys: tuple[tuple[str, str], ...]
    when: frozenset[str]
    actions: frozenset[str]
    steps: tuple[str, ...] = ()


# In the order in which they are of use; of each place the first that is not done is shown. None
# waits for a selection: the text would jump whenever one selects.
HINTS: tuple[Hint, ...] = (
    Hint(
        "select",
        "text",
        QT_TRANSLATE_NOOP(
            "hints",
            "Select words with the mouse, or with Shift and the arrow keys, and press {enter}: "
            "name what they say.",
        ),
        (("enter", "Return"),),
        frozenset({"writable", "document"}),
        frozenset({"coding.apply", "coding.in_vivo"}),
        ("Apply", "Code in vivo"),
    ),
    Hint(
        "commands",
        "text",
        QT_TRANSLATE_NOOP("hints", "{commands} finds everything by name, {keys} shows all keys."),
        (("commands", "Ctrl+K"), ("keys", "F1")),
        frozenset({"document"}),
        frozenset({"help.commands", "help.shortcuts"}),
    ),
    Hint(
        "recent",
        "text",
        QT_TRANSLATE_NOOP(
            "hints", "The keys 1 to 9 apply the codes used last to the selected words."
        ),
        (),
        frozenset({"writable", "document", "undo"}),
        frozenset(f"coding.recent.{digit}" for digit in range(1, 10)),
    ),
    Hint(
        "undo",
        "text",
        QT_TRANSLATE_NOOP(
            "hints", "{undo} takes any step back, as far as you like; nothing has to be saved."
        ),
        (("undo", "Ctrl+Z"),),
        frozenset({"writable", "undo"}),
        frozenset({"edit.undo", "edit.history"}),
    ),
    Hint(
        "move",
        "codes",
        QT_TRANSLATE_NOOP(
            "hints", "Drag a code onto a category, or press {move}, to put it below that."
        ),
        (("move", "Ctrl+M"),),
        frozenset({"writable", "code"}),
        frozenset({"code.move"}),
        ("Move {code}",),
    ),
)

# The same where a project has a name of its own for what the sentence calls a category.
_IN_OWN_TERMS = {
    "move": QT_TRANSLATE_NOOP(
        "hints",
        "Drag a code onto one of a higher kind ({category}), or press {move}, to put it below"
        " that.",
    ),
}


class HintBook(QObject):
    """Which hints are still to be shown; remembered in the settings."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._done = settings.hints_done

    def follow(self, actions: ActionSet, session: Session) -> None:
        """Learn from what is done in a project."""
        actions.triggered.connect(self.take_action)
        session.changed.connect(self.take_step)

    def shown(self, place: str, conditions: Iterable[str]) -> Hint | None:
        """Return the hint for a place of the window, None where there is nothing left to say."""
        holds = frozenset(conditions)
        for hint in HINTS:
            if hint.place == place and hint.name not in self._done and hint.when <= holds:
                return hint
        return None

    def dismiss(self, name: str) -> None:
        """Never show this hint again."""
        self._keep(self._done | {name})

    def take_action(self, action: str) -> None:
        """An action of the catalogue was used: whoever knows it needs no hint on it."""
        self._keep(self._done | {hint.name for hint in HINTS if action in hint.actions})

    def take_step(self, changes: ChangeSet) -> None:
        """A step was made in the project, however the user asked for it."""
        label = changes.label.template
        if changes.kind == "do":
            self._keep(
                self._done
                | {hint.name for hint in HINTS if label.startswith(hint.steps or ("\0",))}
            )

    def show_again(self) -> None:
        """Show all hints again, from the first."""
        self._keep(frozenset())

    def _keep(self, done: frozenset[str]) -> None:
        if done != self._done:
            self._done = self._settings.hints_done = done
            self.changed.emit()


def words(hint: Hint) -> str:
    """Return the sentence of a hint in the language of the window."""
    text = QCoreApplication.translate("hints", hint.text)
    category = own_term(CodeKind.CATEGORY.label)
    if category and hint.name in _IN_OWN_TERMS:
        text = QCoreApplication.translate("hints", _IN_OWN_TERMS[hint.name])
        text = text.replace("{category}", category.replace("{", "{{").replace("}", "}}"))
    return text.format(**{name: native(keys) for name, keys in hint.keys})
