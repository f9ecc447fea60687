"""Rows of the other file put into the numbers of my project.

References lead to my rows, live links in prose and GUIDs of codes to what they are called here.
What stays out has numbers below zero that no row of mine has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from qcode.analysis import linked_text
from qcode.services.joining.reading import Side
from qcode.services.joining.rules import Rule
from qcode.store.join_queries import Row

NOWHERE = -1  # stands for a row of a former state that nobody has any more
GUID = 36  # characters of a GUID


class Cause(NamedTuple):
    """Why rows stay out: their table and number in the other file.

    ``refused``: the document's text differs; else it was deleted here.
    """

    table: str
    row: int
    refused: bool


@dataclass(slots=True)
class Numbers:
    """``ids``: table → number there → number here; ``out``: table → number here → why it is out.

    ``out_rows`` are rows that stay out, in my numbers; ``lift`` leads from a code that stays out to
    the nearest one above it that is here; ``renamed`` from GUIDs there to other ones here, and
    ``followed`` from those of codes that were merged here to those that took them in.
    """

    ids: dict[str, dict[int, int]]
    out: dict[str, dict[int, Cause]] = field(default_factory=dict)
    out_rows: dict[str, dict[int, Row]] = field(default_factory=dict)
    lift: dict[int, int | None] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    followed: dict[str, str] = field(default_factory=dict)
    last: int = NOWHERE

    @classmethod
    def of(cls, other: Side, texts: Mapping[str, Mapping[str, int]]) -> Numbers:
        """Begin with the texts, which are known by what they say; ``texts``: SHA-256 → my number.

        A number below zero is a text that only the other file has.
        """
        return cls(
            {
                name: {row_id: texts[name][sha256] for row_id, sha256 in known.items()}
                for name, known in other.texts.items()
            }
        )

    def keep_out(self, table: str, there: int, row: list[Any], cause: Cause) -> int:
        """Give a row that stays out a number of its own; return it."""
        self.last -= 1
        self.ids[table][there] = self.last
        self.out.setdefault(table, {})[self.last] = cause
        self.out_rows.setdefault(table, {})[self.last] = (self.last, *row[1:])
        return self.last

    def former(self, rule: Rule, row: Row) -> Row:
        """Return a row of a former state of the other file in my numbers."""
        made = list(row)
        for reference in rule.references:
            if made[reference.at] is not None:
                ids = self.ids.get(reference.target, {})
                made[reference.at] = ids.get(made[reference.at], NOWHERE)
        if self.renamed or self.followed:
            self.relink(rule, made)
        return tuple(made)

    def relink(self, rule: Rule, row: list[Any]) -> None:
        """Let the links in a row lead to what they lead to here."""
        for at in rule.code_guids:
            row[at] = self.renamed.get(str(row[at]), row[at])
        if rule.links is not None and isinstance(row[rule.links], str):
            row[rule.links] = relinked(row[rule.links], self.renamed | self.followed)


def relinked(body: str, renamed: Mapping[str, str]) -> str:
    """Return prose with its live links leading to other GUIDs; ``renamed``: old → new."""
    for link in reversed(list(linked_text.links(body))):
        if (guid := renamed.get(link.guid)) is not None:
            end = link.end - 1  # the closing bracket
            body = f"{body[: end - GUID]}{guid}{body[end:]}"
    return body
