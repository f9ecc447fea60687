"""What is compared, as it was chosen: kept for each project, and turned into a request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qcode.model.agreement import Request, Unit
from qcode.model.records import Code, Coder, Document, Group

OVERLAP = 90  # per cent that segments share, unless another number is chosen


@dataclass(frozen=True)
class Choice:
    """``coders`` are names (None: every person), ``group`` and ``code`` GUIDs (empty: all).

    ``code`` stands for itself and all codes below it.
    """

    coders: tuple[str, ...] | None = None
    all_documents: bool = False
    group: str = ""
    code: str = ""
    unit: Unit = Unit.CHARACTER
    overlap: int = OVERLAP
    roll_up: bool = False

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Choice:
        """Return what was kept; what is not readable is as if nothing had been chosen."""
        names, overlap = kept.get("coders"), kept.get("overlap")
        known = {unit.value: unit for unit in Unit}
        return cls(
            tuple(map(str, names)) if isinstance(names, list) else None,
            kept.get("all_documents") is True,
            str(kept.get("group") or ""),
            str(kept.get("code") or ""),
            known.get(str(kept.get("unit")), Unit.CHARACTER),
            overlap if isinstance(overlap, int) and 1 <= overlap <= 100 else OVERLAP,
            kept.get("roll_up") is True,
        )

    def kept(self) -> dict[str, Any]:
        """Return what is to be kept, as JSON can hold it."""
        return {
            "coders": None if self.coders is None else list(self.coders),
            "all_documents": self.all_documents,
            "group": self.group,
            "code": self.code,
            "unit": self.unit.value,
            "overlap": self.overlap,
            "roll_up": self.roll_up,
        }

    def chosen(self, people: Sequence[Coder]) -> list[Coder]:
        """Return who is compared: of those who worked, in their order."""
        if self.coders is None:
            return [one for one in people if one.role is None]
        return [one for one in people if one.name in self.coders]

    def group_in(self, groups: Sequence[Group]) -> Group | None:
        """Return the group whose documents are compared, None for all."""
        return next((one for one in groups if one.guid == self.group), None)

    def code_in(self, codes: Sequence[Code]) -> Code | None:
        """Return the code whose subtree is compared, None for all."""
        return next((one for one in codes if one.guid == self.code), None)

    def request(
        self,
        people: Sequence[Coder],
        groups: Sequence[Group],
        documents: Sequence[Document],
        codes: Sequence[Code],
    ) -> Request:
        """Return what is asked of the services; what is gone by now no longer restricts."""
        group, root = self.group_in(groups), self.code_in(codes)
        return Request(
            coders=tuple(one.name for one in self.chosen(people)),
            unit=self.unit,
            overlap=self.overlap,
            all_documents=self.all_documents,
            code_ids=None if root is None else _below(root, codes),
            document_ids=None
            if group is None
            else frozenset(one.id for one in documents if one.group_id == group.id),
            roll_up=self.roll_up,
        )


def _below(root: Code, codes: Sequence[Code]) -> frozenset[int]:
    found = {root.id}
    for code in codes:  # parents come before their children
        if code.parent_id in found:
            found.add(code.id)
    return frozenset(found)
