"""What every part of the model is asked when something happens in another one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Span = tuple[int, int]


class Refused(Exception):
    """The rules forbid it."""


@dataclass
class Part:
    """One subject of the model.

    A part that holds what belongs to another subject overrides the method of that event and hands
    it on with ``super()``, so that no subject has to know which others there are.
    """

    def codes_go(self, gone: set[int]) -> None:
        """These codes are deleted."""

    def code_merges(self, code: int, into: int) -> None:
        """What belongs to one code belongs to another from now on."""

    def passage_moves(self, document: int, old: Span, new: Span) -> None:
        """The last coding of a passage went to another span."""

    def documents_go(self, gone: set[int]) -> None:
        """These documents are deleted."""

    def coder_renamed(self, old: str, new: str) -> None:
        """What one has made stays theirs under the new name."""

    def marked(self) -> set[tuple[int, Span]]:
        """Passages that something rests on: document and span."""
        return set()

    def as_seen(self, coder: str, ready: set[int]) -> dict[str, Any]:
        """Fields that look otherwise to a coder who works blind; ``ready``: documents they did."""
        return {}
