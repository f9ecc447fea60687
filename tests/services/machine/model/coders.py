"""Coders, how far they are with each document, and what those who work blind see."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Self

from tests.services.machine.model.part import Part, Refused


@dataclass
class PureCoders(Part):
    coders: list[str] = field(default_factory=list)
    work: dict[tuple[int, str], str] = field(default_factory=dict)
    blind: bool = False
    again: set[str] = field(default_factory=set)  # who code a second time: always blind

    def knows(self, coder: str) -> None:
        if coder not in self.coders:
            self.coders.append(coder)

    def rename_coder(self, old: str, new: str) -> None:
        if not new or (new != old and new in self.coders):
            raise Refused
        self.coders[self.coders.index(old)] = new
        self.coder_renamed(old, new)

    def coder_renamed(self, old: str, new: str) -> None:
        super().coder_renamed(old, new)
        self.work = {(d, new if who == old else who): v for (d, who), v in self.work.items()}
        self.again = {new if who == old else who for who in self.again}

    def documents_go(self, gone: set[int]) -> None:
        super().documents_go(gone)
        self.work = {k: v for k, v in self.work.items() if k[0] not in gone}

    def give(self, document: int, coder: str) -> None:
        if self.work.get((document, coder), "unassigned") == "unassigned":
            self.work[document, coder] = "open"

    def limits(self, coder: str) -> bool:
        """Whether there are things that a coder may not see."""
        return self.blind or coder in self.again

    def seen_by(self, coder: str) -> Self:
        """The project as a coder sees it: all of it, unless they work blind."""
        if not self.limits(coder):
            return self
        ready = {
            d for (d, who), status in self.work.items() if (who, status) == (coder, "finished")
        }
        return replace(self, **self.as_seen(coder, ready))
