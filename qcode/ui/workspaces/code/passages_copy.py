"""Passages as quotations on the clipboard: plain for a note, with markup for a document."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QMimeData

from qcode.model.records import Code, Passage
from qcode.services import passages
from qcode.services.project import Project
from qcode.ui.shell.i18n import joined
from qcode.ui.shell.operation import Progress

PORTION = 250
"""Passages between two reports of progress."""


class Quotations(NamedTuple):
    """Quotations as plain text and as HTML."""

    text: str
    html: str

    def mime_data(self) -> QMimeData:
        """Return both for the clipboard."""
        data = QMimeData()
        data.setText(self.text)
        data.setHtml(self.html)
        return data


def quotations(
    project: Project, listed: Sequence[tuple[Passage, Code | None]], progress: Progress
) -> Quotations:
    """Write passages out with the labels that they have now, and the codes that are given.

    Touches nothing of the window, so that a worker can do it. Raises ``QcodeError`` when the
    project cannot be read.
    """
    plain: list[str] = []
    marked: list[str] = []
    places: dict[int, list[int]] = {}
    for start in range(0, len(listed), PORTION):
        part = listed[start : start + PORTION]
        unknown = {one.document_id for one, _ in part} - places.keys()
        places |= passages.coded_places(project, unknown)
        for unlabelled, code in part:
            one = passages.relabelled(unlabelled, places[unlabelled.document_id])
            source = _source(one, code)
            plain.append(f"“{_words(one)}” ({source})")
            marked.append(_paragraphs(one, source))
        progress(len(plain), len(listed))
    return Quotations("\n\n".join(plain), "".join(marked))


def _words(passage: Passage) -> str:
    return passage.quote.strip()


def _source(passage: Passage, code: Code | None) -> str:
    named = passage.label.startswith(passage.document)
    parts = [passage.label, "" if named else passage.document, code.title if code else ""]
    return joined(parts, "facts")


def _paragraphs(passage: Passage, source: str) -> str:
    lines = "<br>".join(escape(_words(passage)).split("\n"))
    return f"<blockquote><p>{lines}</p><p>({escape(source)})</p></blockquote>\n"
