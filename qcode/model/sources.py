"""What a reader of a file hands to the importer: plain texts with their fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from qcode.model.messages import Message


class SourceKind(StrEnum):
    """How a file is taken: as one document, or as a list of database records."""

    DOCUMENT = "document"
    RECORDS = "records"


@dataclass(frozen=True, slots=True)
class Source:
    """One document as read from a file, before anything is written.

    ``text`` has LF newlines only and no byte order mark and is otherwise exactly what the file
    says. ``label`` is the short label (author and year of a record) or empty where the importer
    is to number it. ``fields`` become the document's variables, in their order. ``doi``, ``title``
    and ``year`` serve to find duplicates among records and are empty for other documents.
    ``place`` says where in the file it stood, for messages (``record 12``), or is None.
    """

    name: str
    text: str
    label: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    is_record: bool = False
    doi: str = ""
    title: str = ""
    year: str = ""
    place: Message | None = None


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What one file gave: its sources, what was wrong with parts of it, how it was decoded.

    ``problems`` name single records that could not be taken; the rest of the file still counts.
    ``encoding`` is the codec that was used, or empty for formats that fix their own.
    """

    sources: tuple[Source, ...]
    problems: tuple[Message, ...] = ()
    encoding: str = ""
