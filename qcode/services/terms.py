"""What the project calls levels, kinds, roles and memos: a school's names or its own.

What is stored and what ``--json`` prints keeps the words of the contract; only what people read
follows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import tidy
from qcode.model.schools import STANDARD, TERMS, School, Terms, Translate
from qcode.services.project import Project
from qcode.store import queries

if TYPE_CHECKING:
    from qcode.model.report import PageSetup
    from qcode.store.connection import Connection

__all__ = [
    "TERMS",
    "School",
    "Term",
    "Terms",
    "change",
    "listed",
    "of",
    "page_setup",
    "preset",
    "rename",
    "translator",
    "use_preset",
]

SETTING = "terms"


@dataclass(frozen=True, slots=True)
class Term:
    """A term as a form shows it; ``own`` is the project's own name, empty where it has none."""

    key: str
    standard: Message
    own: str


def of(project: Project) -> Terms:
    """Return what the project calls things."""
    with project.read() as connection:
        return _read(connection)


def preset(project: Project) -> School:
    """Return the school whose names the project uses where it has none of its own."""
    return of(project).school


def listed(project: Project) -> list[Term]:
    """Return every term: levels, kinds, roles and memos, each in their order."""
    found = of(project)
    own = dict(found.own)
    return [Term(key, Message(found.standard(key)), own.get(key, "")) for key in TERMS]


def translator(project: Project, translate: Translate = str) -> Translate:
    """Return ``translate`` with the project's names in it, for ``Message.text``.

    It knows the names of this moment: ask again when the settings of the project have changed.
    """
    return of(project).translator(translate)


def page_setup(project: Project, setup: PageSetup | None = None) -> PageSetup:
    """Return how to lay out an export, with the project's names in its headings."""
    from qcode.model.report import PageSetup

    return replace(setup or PageSetup(), terms=of(project))


# ---------------------------------------------------------------------- changing


def use_preset(project: Project, school: School) -> None:
    """Speak as a school does, from one step on; names of the project's own go."""
    label = Message(
        QT_TRANSLATE_NOOP("core", "Use the terms of {school}"), {"school": school.label}
    )
    _change(project, label, Terms(school))


def rename(project: Project, names: Mapping[str, str]) -> None:
    """Give terms (key → name) names of the project's own, all together; "" takes one back.

    Raises ``QcodeError`` when two terms of one sort would have the same name, ``ValueError`` for a
    key that is no term.
    """
    if unknown := sorted(set(names) - set(TERMS)):
        raise ValueError(f"no such term: {unknown}")
    before = of(project)
    own = dict(before.own) | {key: tidy(name) for key, name in names.items()}
    after = replace(before, own=tuple((key, own[key]) for key in TERMS if own.get(key)))
    _require_distinct(after)
    own_name = tidy(next(iter(names.values()))) if len(names) == 1 else ""
    label = (
        Message(QT_TRANSLATE_NOOP("core", "Rename a term to “{name}”"), {"name": own_name})
        if own_name
        else Message(QT_TRANSLATE_NOOP("core", "Rename terms"))
    )
    _change(project, label, after)


def change(project: Project, school: School, names: Mapping[str, str]) -> None:
    """Speak as a school does, but for ``names`` (key → name) of the project's own, as one step.

    Terms that ``names`` leaves out, or has as "", are called as the school calls them. Raises as
    ``rename`` does.
    """
    if unknown := sorted(set(names) - set(TERMS)):
        raise ValueError(f"no such term: {unknown}")
    own = {key: tidy(name) for key, name in names.items()}
    after = Terms(school, tuple((key, own[key]) for key in TERMS if own.get(key)))
    _require_distinct(after)
    label = Message(QT_TRANSLATE_NOOP("core", "Rename terms"))
    if not after.own:
        label = Message(
            QT_TRANSLATE_NOOP("core", "Use the terms of {school}"), {"school": school.label}
        )
    _change(project, label, after)


def _change(project: Project, label: Message, terms: Terms) -> None:
    value = json.dumps({"school": terms.school.value, "own": dict(terms.own)}, ensure_ascii=False)
    with project.change(label) as writer:
        if _read(writer.connection) != terms:
            writer.put("setting", {"key": SETTING}, value=value)


def _require_distinct(terms: Terms) -> None:
    """Two kinds of the same name could not be told apart; a kind and a memo can."""
    seen: dict[tuple[str, str], str] = {}
    for key in TERMS:
        name = terms.name(key)
        sort = key.partition(".")[0]
        if seen.setdefault((sort, name.casefold()), key) != key:
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "Two terms cannot both be called “{name}”."), name=name
            )


def _read(connection: Connection) -> Terms:
    """Read the setting; what it should not hold (a hand was at it) is passed over."""
    stored = queries.setting(connection, SETTING)
    if not stored:
        return STANDARD
    try:
        value = json.loads(stored)
        school = School(value["school"])
        own = {str(key): tidy(str(name)) for key, name in value["own"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return STANDARD
    return Terms(school, tuple((key, own[key]) for key in TERMS if own.get(key)))
