"""Memos on the codings of the consensus: the reasons of the decisions that they come from."""

from __future__ import annotations

from collections.abc import Iterable

from qcode.store import passage_queries, review_queries
from qcode.store.writer import Writer


class Memos:
    """Memos of codings follow the reasons of the decisions that they come from.

    A memo that somebody has written there otherwise is left alone.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._before: dict[int, str] = {}

    def remember(self, coding_ids: Iterable[int]) -> None:
        """Note what the memos say before a change."""
        for coding_id in coding_ids:
            self._before.setdefault(coding_id, self._said(coding_id))

    def follow(self) -> None:
        """Let them say what follows after the change."""
        connection = self._writer.connection
        for coding in passage_queries.codings(connection, self._before):
            if coding.memo == self._before[coding.id]:
                self._writer.update_if_new("coding", coding.id, memo=self._said(coding.id))

    def _said(self, coding_id: int) -> str:
        return "\n\n".join(review_queries.reasons(self._writer.connection, coding_id))
