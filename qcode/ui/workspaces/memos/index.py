"""Which memos are attached to what, read once for as long as nothing changes."""

from __future__ import annotations

from qcode.model.changes import ChangeSet
from qcode.model.records import MemoRecord
from qcode.model.theory_records import MemoOrder, Target
from qcode.services import memos
from qcode.services.project import Project

TABLES = ("memo", "memo_link", "memo_model_link", "coder", "setting")


class MemoIndex:
    """Memos by what they are attached to, those written first at the top."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._on: dict[Target | None, list[MemoRecord]] | None = None

    def forget(self, changes: ChangeSet | None = None) -> bool:
        """Read again when next asked, if a step touched memos; return whether it did."""
        if changes is not None and not changes.touches(*TABLES):
            return False
        self._on = None
        return True

    def on(self, target: Target) -> list[MemoRecord]:
        """Return the memos on a thing."""
        return self._read().get(target, [])

    def loose(self) -> list[MemoRecord]:
        """Return the memos that are attached to nothing."""
        return self._read().get(None, [])

    def _read(self) -> dict[Target | None, list[MemoRecord]]:
        if self._on is None:
            self._on = {}
            for memo in memos.listed(self._project, order=MemoOrder.CREATED):
                for one in memos.targets_of(memo) or (None,):
                    self._on.setdefault(one, []).append(memo)
        return self._on
