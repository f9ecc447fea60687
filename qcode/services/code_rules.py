"""What every change of codes keeps to: names, kinds, places, and that a code is still there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from qcode.model.colors import normalised
from qcode.model.enums import CodeKind
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.model.names import tidy
from qcode.model.records import Code
from qcode.store import queries
from qcode.store.writer import Writer

LONGEST_NAME = 500  # code points; a name is a name, the rest belongs into the definition


def require(writer: Writer, code_ids: Collection[int]) -> None:
    """Refuse codes that no longer exist."""
    if set(code_ids) - queries.existing(writer.connection, "code", code_ids):
        present(None)


def known(codes: Mapping[int, Code], code_id: int) -> Code:
    """Return one of ``codes``; refuse one that no longer exists."""
    return present(codes.get(code_id))


def present(code: Code | None) -> Code:
    """Refuse None, which is a code that no longer exists."""
    if code is None:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "This code no longer exists."))
    return code


def require_all(codes: Mapping[int, Code], code_ids: Iterable[int]) -> None:
    """Refuse ids that are not among ``codes``."""
    for code_id in code_ids:
        known(codes, code_id)


def require_kind(parent: Code, kind: CodeKind, name: str) -> None:
    """Refuse a code of ``kind`` under a parent of a lower kind."""
    if parent.kind.rank < kind.rank:
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "“{code}” ({kind}) cannot be under “{parent}” ({parent_kind}): a code is never"
                " under a code of a lower kind.",
            ),
            code=name,
            kind=kind.label,
            parent=parent.name,
            parent_kind=parent.kind.label,
        )


def free_name(siblings: Iterable[str], name: str) -> str:
    """Return ``name`` as it is stored; refuse an empty one, or one that a sibling has."""
    tidied = tidy(name)
    if not tidied:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "A code needs a name."))
    if len(tidied) > LONGEST_NAME:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "The name “{start}…” is too long ({count} characters)."),
            start=tidied[:40],
            count=len(tidied),
        )
    for sibling in siblings:
        if sibling.casefold() == tidied.casefold():
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "There is already a code “{name}” in this place."),
                name=sibling,
            )
    return tidied


def require_free_places(staying: Iterable[str], coming: Iterable[str]) -> None:
    """Refuse that codes of one name come to stand under the same parent."""
    taken = {name.casefold() for name in staying}
    for name in coming:
        if name.casefold() in taken:
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core",
                    "Two codes “{name}” would come to stand in the same place; rename one of them"
                    " first.",
                ),
                name=name,
            )
        taken.add(name.casefold())


def clean(text: str) -> str:
    """Return a text of the entry as it is stored."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def valid_color(color: str) -> str:
    """Return ``#rrggbb`` for a colour; refuse what is none."""
    found = normalised(color)
    if found is None:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "“{color}” is not a colour; write it as #RRGGBB."),
            color=color,
        )
    return found


def above(codes: Mapping[int, Code], code_id: int) -> list[int]:
    """Return the codes above one, from the nearest to the topmost."""
    found: list[int] = []
    parent = codes[code_id].parent_id
    while parent is not None:
        found.append(parent)
        parent = codes[parent].parent_id
    return found


def depth(codes: Mapping[int, Code], code_id: int) -> int:
    """Return how many codes are above one."""
    return len(above(codes, code_id))
