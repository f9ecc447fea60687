"""What the project calls levels, kinds, roles and memos."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.services.machine.model.part import Part


@dataclass
class PureTerms(Part):
    school: str = "strauss_corbin"
    own_names: dict[str, str] = field(default_factory=dict)
