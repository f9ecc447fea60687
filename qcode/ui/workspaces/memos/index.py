"""Which memos are attached to what, each thing asked once for as long as nothing changes."""

from __future__ import annotations

from collections.abc import Collection

from qcode.model.changes import ChangeSet
from qcode.model.records import MemoRecord
from qcode.model.theory_records import Target
from qcode.services import memos
from qcode.services.project import Project

TABLES = ("memo", "memo_link", "memo_model_link", "coder", "setting")


class MemoIndex:
    """Memos by what they are attached to, those written first at the top."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._on: dict[Target, list[MemoRecord]] = {}

    def forget(self, changes: ChangeSet | None = None) -> bool:
        """Read again when next asked, if a step touched memos; return whether it did."""
        if changes is not None and not changes.touches(*TABLES):
            return False
        self._on.clear()
        return True

    def on(self, target: Target) -> list[MemoRecord]:
        """Return the memos on a thing."""
        if target not in self._on:
            self._on[target] = memos.on(self._project, target)
        return self._on[target]

    def loose(self, memo_ids: Collection[int]) -> list[MemoRecord]:
        """Return those of some memos that are attached to nothing."""
        found = memos.by_id(self._project, memo_ids)
        return [memo for memo in found if not memos.targets_of(memo)]
