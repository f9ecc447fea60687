"""The text that was read last: who works on a document asks for words of it at every step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qcode.store import queries

if TYPE_CHECKING:
    from qcode.store.connection import Connection


class KeptText:
    """Keeps one stored text by its id. A stored text never changes, so it cannot become stale.

    SQLite finds words in the middle of a text of a million characters only by counting them from
    its beginning, which takes longer than all that is written with a coding.
    """

    def __init__(self) -> None:
        self._kept: tuple[int, str] | None = None

    def read(self, connection: Connection, document_id: int) -> str | None:
        """Return a document's text and keep it; None where there is no such document."""
        number = queries.text_id(connection, document_id)
        if number is None:
            return None
        kept = self._kept
        if kept is None or kept[0] != number:
            text = queries.text(connection, document_id)
            if text is None:
                return None
            self._kept = kept = (number, text)
        return kept[1]

    def at_hand(self, number: int) -> str | None:
        """Return the stored text with this id where it is the one that is kept, else None."""
        kept = self._kept
        return kept[1] if kept is not None and kept[0] == number else None
