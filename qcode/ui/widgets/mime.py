"""What is dragged between the text and the codes, or copied: three mime types and their JSON."""

from __future__ import annotations

import json
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QMimeData

from qcode.model.span import Span

CODES_MIME = "application/x-qcode-codes"
"""Codes on their way to a passage: a JSON list of code ids."""

SPAN_MIME = "application/x-qcode-span"
"""A passage on its way to a code: a JSON list ``[start, end]`` in code points."""


PLACE_MIME = "application/x-qcode-place"
"""Where copied words stand: a JSON list ``[document's GUID, start, end]`` in code points."""


class Place(NamedTuple):
    """A document, by its GUID, and a span in it."""

    document: str
    span: Span


def put_codes(mime: QMimeData, code_ids: list[int]) -> None:
    """Write code ids into ``mime``."""
    mime.setData(CODES_MIME, QByteArray(json.dumps(code_ids).encode()))


def codes_of(mime: QMimeData) -> list[int]:
    """Code ids carried by ``mime``; an empty list if there are none or they make no sense."""
    value = _json(mime, CODES_MIME)
    if not isinstance(value, list):
        return []
    return [item for item in value if isinstance(item, int) and not isinstance(item, bool)]


def put_span(mime: QMimeData, span: Span) -> None:
    """Write a passage into ``mime``."""
    mime.setData(SPAN_MIME, QByteArray(json.dumps(list(span)).encode()))


def span_of(mime: QMimeData) -> Span | None:
    """The passage carried by ``mime``, or None."""
    match _json(mime, SPAN_MIME):
        case [int(start), int(end)] if 0 <= start < end:
            return Span(start, end)
    return None


def put_place(mime: QMimeData, document: str, span: Span) -> None:
    """Write into ``mime`` where copied words stand."""
    mime.setData(PLACE_MIME, QByteArray(json.dumps([document, *span]).encode()))


def place_of(mime: QMimeData) -> Place | None:
    """Where the words carried by ``mime`` stand, or None."""
    match _json(mime, PLACE_MIME):
        case [str(document), int(start), int(end)] if 0 <= start < end:
            return Place(document, Span(start, end))
    return None


def _json(mime: QMimeData, kind: str) -> object:
    if not mime.hasFormat(kind):
        return None
    try:
        return json.loads(bytes(mime.data(kind).data()))
    except ValueError:
        return None
