"""Passages as quotations on the clipboard: plain for a note, with markup for a document."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

from qcode.model.records import Code, Passage


def quotations(listed: Sequence[tuple[Passage, Code | None]]) -> QMimeData:
    """Return the quotations with their labels, coders and codes as plain text and as HTML."""
    data = QMimeData()
    data.setText("\n\n".join(f"“{_words(one)}” ({_source(one, code)})" for one, code in listed))
    data.setHtml("".join(_paragraphs(one, code) for one, code in listed))
    return data


def _words(passage: Passage) -> str:
    return passage.quote.strip()


def _source(passage: Passage, code: Code | None) -> str:
    named = passage.label.startswith(passage.document)
    parts = [passage.label, "" if named else passage.document, code.title if code else ""]
    return ", ".join(filter(None, parts))


def _paragraphs(passage: Passage, code: Code | None) -> str:
    lines = "<br>".join(escape(_words(passage)).split("\n"))
    return f"<blockquote><p>{lines}</p><p>({escape(_source(passage, code))})</p></blockquote>\n"
