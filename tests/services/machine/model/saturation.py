"""Documents held out, the order of coding, and what the project calls things."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.services.machine.model.part import Part


@dataclass
class PureSaturation(Part):
    held_out: set[int] = field(default_factory=set)
    coding_order: str = "documents"

    def documents_go(self, gone: set[int]) -> None:
        super().documents_go(gone)
        self.held_out -= gone
