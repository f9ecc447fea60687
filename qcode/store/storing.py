"""Texts: stored once, by what they say. The one thing written beside the journal."""

from __future__ import annotations

from collections.abc import Mapping

from qcode.store import queries
from qcode.store.writer import Writer


def store_texts(writer: Writer, bodies: Mapping[str, str]) -> dict[str, int]:
    """Store texts given by their SHA-256 (hex, of UTF-8) and return hash → id, old or new.

    A text that undo leaves without a document stays, so that redo costs nothing.
    """
    writer.connection.run_many(
        "INSERT INTO document_text (sha256, body) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
        list(bodies.items()),
    )
    return queries.text_ids(writer.connection, list(bodies))
