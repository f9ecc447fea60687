"""What the services of axial and selective coding keep to: names, places, and what may take part.

A category is a code above the lowest kind. Concepts take part in the model through the categories
that they belong to: the roles of a paradigm, relations and stages are for categories.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qcode.model.enums import CodeKind
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.model.names import tidy
from qcode.model.table_names import TableName
from qcode.services import code_rules, codings
from qcode.store import queries
from qcode.store.writer import Writer

if TYPE_CHECKING:
    from qcode.model.theory_records import PassageRef

LONGEST_NAME = code_rules.LONGEST_NAME


@dataclass(frozen=True, slots=True)
class Named:
    """The sentences about the names of one sort of thing; ``taken`` says ``{name}``."""

    table: TableName
    gone: str
    empty: str
    taken: str


def require(writer: Writer, sort: Named, ids: Collection[int]) -> None:
    """Refuse things that no longer exist."""
    if set(ids) - queries.existing(writer.connection, sort.table, ids):
        raise QcodeError(sort.gone)


def free_name(sort: Named, others: Iterable[str], name: str) -> str:
    """Return ``name`` as it is stored; refuse an empty one, a very long one, or one of ``others``.

    Upper and lower case make no difference.
    """
    tidied = tidy(name)
    if not tidied:
        raise QcodeError(sort.empty)
    if len(tidied) > LONGEST_NAME:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "The name “{start}…” is too long ({count} characters)."),
            start=tidied[:40],
            count=len(tidied),
        )
    for other in others:
        if other.casefold() == tidied.casefold():
            raise QcodeError(sort.taken, name=other)
    return tidied


def require_categories(writer: Writer, code_ids: Iterable[int]) -> None:
    """Refuse codes that are gone, and concepts."""
    for code_id in code_ids:
        code = code_rules.present(queries.code(writer.connection, code_id))
        if code.kind is CodeKind.CONCEPT:
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core",
                    "“{code}” is a concept, and the model is made of categories; make it a"
                    " category first, or take the category that it belongs to.",
                ),
                code=code.name,
            )


def passage_of(writer: Writer, passage: PassageRef) -> int:
    """Return the selection that is meant, made where a span has none yet.

    Raises ``QcodeError`` when it is gone, or a span is empty or leaves its document.
    """
    if not isinstance(passage, int):
        return codings.passage_at(writer, *passage)
    if not queries.existing(writer.connection, "selection", [passage]):
        raise QcodeError(QT_TRANSLATE_NOOP("core", "This passage no longer exists."))
    return passage


def arrange(writer: Writer, table: TableName, order: Sequence[int]) -> None:
    """Give rows the positions 0, 1, … in this order; a row that has its position stays untouched.

    Raises nothing: a row that does not exist is passed over.
    """
    writer.update_rows(table, "position", ((row_id, at) for at, row_id in enumerate(order)))
