"""Cells that begin like a formula, kept from running as one when a CSV file is opened.

The convention, which loses nothing: a cell that begins with a dangerous sign, or with apostrophes
and then such a sign, gets one apostrophe in front; reading takes one away from cells of that shape.
Cells that merely begin with an apostrophe are left alone both ways.
"""

from __future__ import annotations

import re

# The signs of interchange (= + - @, tab, CR), the line end that some programs skip, and the
# full-width forms that a Chinese or Japanese spreadsheet takes for the plain ones.
_DANGEROUS = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")


def guard(cell: str) -> str:
    """Return ``cell`` so that no spreadsheet runs it: ``=1+1`` becomes ``'=1+1``."""
    return f"'{cell}" if _DANGEROUS.match(cell) else cell


def unguard(cell: str) -> str:
    """Undo ``guard``: ``unguard(guard(cell)) == cell`` for every string."""
    return cell[1:] if _GUARDED.match(cell) else cell


def is_dangerous(cell: str) -> bool:
    """Whether a spreadsheet may take ``cell`` for a formula."""
    return bool(_DANGEROUS.match(cell)) and not cell.startswith("'")
