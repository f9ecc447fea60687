"""Pages across among upright ones: where a section of a Word file ends and the next begins."""

from __future__ import annotations

import re

END_UPRIGHT, END_ACROSS = "<!--end of upright pages-->", "<!--end of a page across-->"
"""Blocks that end the upright pages before them, and a page across."""

_SECTION = re.compile("<w:sectPr.*?</w:sectPr>", re.DOTALL)
_END = "</w:sectPr>"


def in_sections(body: str, tail: str) -> str:
    """Return the body with its sections, and what ends the document.

    ``tail`` is what the frame has behind the body: the section of upright pages, which alone has a
    first page, and that of pages across where there are any.
    """
    found = _SECTION.findall(tail)
    if len(found) < len((END_UPRIGHT, END_ACROSS)):
        return f"{body}{tail}"
    upright, across = found
    later = upright.replace("<w:titlePg/>", "")
    body = body.replace(END_UPRIGHT, _end_of(upright), 1)
    body = body.replace(END_UPRIGHT, _end_of(later)).replace(END_ACROSS, _end_of(across))
    return f"{body}{later}{tail[tail.rindex(_END) + len(_END) :]}"


def _end_of(section: str) -> str:
    """Return the paragraph that ends a section."""
    return f'<w:p><w:pPr><w:pStyle w:val="Gap"/>{section}</w:pPr></w:p>'
