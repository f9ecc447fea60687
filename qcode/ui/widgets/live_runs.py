"""Links in a text document: what marks them, where they stand, how they look, what is stored.

A link is a run of letters with a character format that carries its markup. Places are those of the
document, in UTF-16 units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import (
    QColor,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextFormat,
)

from qcode.model.memo_records import LinkKind, LiveSegment
from qcode.services import live_links
from qcode.ui.shell import theme

LONGEST = 500
"""Code points of a link's words that are shown; a quotation may be long."""

_FIRST = QTextFormat.Property.UserProperty.value
MARK, MARKUP, WORDS, KIND, GUID, GONE = range(_FIRST + 1, _FIRST + 7)
"""Properties of a link's format: a number of its own, the markup, the words, what it leads to."""

_GOAL = re.compile(r"\]\((\w+):([0-9a-f-]+)\)$")


class Run(NamedTuple):
    """A stretch ``[start, end)`` of the document in UTF-16 units, with ``text`` shown there."""

    start: int
    end: int
    text: str
    format: QTextCharFormat | None  # of a link

    @property
    def mark(self) -> object:
        """What tells this link from others, None of plain text."""
        return None if self.format is None else self.format.property(MARK)

    @property
    def stored(self) -> str:
        """The stretch as it is stored."""
        if self.format is None or self.text != self.format.property(WORDS):
            return self.text.replace("\u2028", "\n")
        return str(self.format.property(MARKUP))


def runs_of(block: QTextBlock) -> Iterator[Run]:
    """Yield the stretches of a paragraph, each link as one."""
    held: Run | None = None
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        at += 1
        if not fragment.isValid():
            continue
        start, text = fragment.position(), fragment.text()
        look: QTextCharFormat | None = fragment.charFormat()
        mark = look.property(MARK)
        if mark is None:
            look = None
        end = start + fragment.length()
        if held is not None:
            if mark is not None and held.mark == mark:
                held = Run(held.start, end, held.text + text, held.format)
                continue
            yield held
        held = Run(start, end, text, look)
    if held is not None:
        yield held


def link_format(mark: int, markup: str, words: str, gone: bool) -> QTextCharFormat:
    """Return the format of a link that is stored as ``markup`` and shows ``words``.

    ``mark`` is another number for each link of a document; ``gone`` says that it leads nowhere.
    """
    goal = _GOAL.search(markup)
    made = QTextCharFormat()
    values = (mark, markup, words, goal[1] if goal else "", goal[2] if goal else "")
    for key, value in zip((MARK, MARKUP, WORDS, KIND, GUID), values, strict=True):
        made.setProperty(key, value)
    made.setProperty(GONE, gone)
    return made


class Looks(QSyntaxHighlighter):
    """Shows which letters are links. It is no part of the text: undo knows nothing of it."""

    def highlightBlock(self, text: str) -> None:
        del text
        block = self.currentBlock()
        at = block.begin()
        shown = theme.current()
        while not at.atEnd():
            fragment = at.fragment()
            at += 1
            look = fragment.charFormat()
            if look.property(MARK) is None:
                continue
            drawn = QTextCharFormat()
            if look.property(GONE):
                drawn.setForeground(QColor(shown.muted))
                drawn.setFontStrikeOut(True)
            else:
                drawn.setForeground(QColor(shown.accent))
                drawn.setUnderlineStyle(_LINES[look.property(KIND)])
                drawn.setUnderlineColor(QColor(shown.accent))
            self.setFormat(fragment.position() - block.position(), fragment.length(), drawn)


_LINES = {
    LinkKind.CODE.value: QTextCharFormat.UnderlineStyle.SingleUnderline,
    LinkKind.DOCUMENT.value: QTextCharFormat.UnderlineStyle.DashUnderline,
    LinkKind.PASSAGE.value: QTextCharFormat.UnderlineStyle.DotLine,
}


def markup_of(one: LiveSegment, body: str | None) -> str | None:
    """Return the markup of a link, None for plain text."""
    if one.kind is None:
        return None
    if body is not None:
        return body[one.start : one.end]
    return live_links.markup(one.kind, one.guid, one.words)


def shown_words(one: LiveSegment) -> str:
    """Return the words of a link on one line: a link never parts two paragraphs."""
    words = " ".join(one.words.split())
    return f"{words[: LONGEST - 1].rstrip()}…" if len(words) > LONGEST else words or "…"


def utf16_size(text: str) -> int:
    """Return the UTF-16 units of a text."""
    return len(text.encode("utf-16-le")) // 2


def utf16_part(text: str, start: int, end: int) -> str:
    """Return a part of a text by UTF-16 units."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", errors="replace")
