"""What the services of axial and selective coding hand out: frozen pictures of rows.

As in ``qcode.model.records``, ids are row numbers of this file and GUIDs serve outside, positions
are Unicode code points, half-open, and dates are ISO 8601 in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from qcode.model.enums import ParadigmRole, RelationForm

# Records of memos are known by this name too; they are apart for the sake of start-up.
from qcode.model.memo_records import LinkKind as LinkKind
from qcode.model.memo_records import LiveSegment as LiveSegment
from qcode.model.memo_records import MemoFilter as MemoFilter
from qcode.model.memo_records import MemoOrder as MemoOrder
from qcode.model.memo_records import Target as Target
from qcode.model.memo_records import TargetKind as TargetKind
from qcode.model.messages import Message
from qcode.model.span import Span

TypeRef: TypeAlias = int | str
"""Names a type of relations: the number of its row, or the key of a built-in type."""

PassageRef: TypeAlias = int | tuple[int, Span]
"""Names a passage: the number of its selection, or a document's number and a span in it."""


class Evidence(NamedTuple):
    """Distinct passages that carry some codes or a code below them, and documents with them."""

    passages: int = 0
    documents: int = 0


NO_EVIDENCE = Evidence()


# ---------------------------------------------------------------------- axial coding


@dataclass(frozen=True, slots=True)
class Paradigm:
    """A paradigm. ``slots`` has every role, in the order of telling, with its codes in order."""

    id: int
    guid: str
    name: str
    position: int
    created: str
    slots: Mapping[ParadigmRole, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class ParadigmEvidence:
    """What a paradigm rests on: a role's codes taken together, and each code by itself.

    ``roles`` has every role; a passage with two codes of a role counts once for the role.
    """

    roles: Mapping[ParadigmRole, Evidence]
    codes: Mapping[int, Evidence]


class PropertyPlace(NamedTuple):
    """Where a coder sees a passage on a dimension, from 0 (low pole) to 100 (high pole)."""

    selection_id: int
    coder: str
    place: int


@dataclass(frozen=True, slots=True)
class CodeProperty:
    """A property of a code and the poles of its dimension, with the passages placed on it.

    ``places`` come by passage in the order of documents and places in them, then by coder.
    """

    id: int
    guid: str
    code_id: int
    name: str
    low: str
    high: str
    position: int
    places: tuple[PropertyPlace, ...] = ()


# ---------------------------------------------------------------------- selective coding


@dataclass(frozen=True, slots=True)
class RelationType:
    """A type of relations.

    ``key`` is that of a built-in type and empty for an own one; ``id`` and ``guid`` are None and
    empty as long as a built-in type has no row. ``label`` is what people read between the two
    categories: a message of the program, or the name that the project gives it. ``relations``
    counts its relations.
    """

    id: int | None
    guid: str
    key: str
    label: Message | str
    form: RelationForm
    relations: int = 0

    @property
    def ref(self) -> TypeRef:
        """What services take to mean this type."""
        return self.key or self.id or 0


@dataclass(frozen=True, slots=True)
class Relation:
    """What ties one category to another. ``passages`` are selections, the representative first.

    ``type`` is the number of the type's row, ``key`` that of a built-in type or empty.
    """

    id: int
    guid: str
    source_id: int
    target_id: int
    type: int
    key: str
    form: RelationForm
    label: Message | str
    meaning: str
    position: int
    created: str
    passages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the process, with its categories in order."""

    id: int
    guid: str
    name: str
    meaning: str
    position: int
    created: str
    codes: tuple[int, ...] = ()


class Point(NamedTuple):
    """The middle of a box in the diagram, in points (1/72 inch), y downwards."""

    x: int
    y: int


# ---------------------------------------------------------------------- the storyline


class StoryCounts(NamedTuple):
    """How often the storyline quotes, and how many different codes and documents it names.

    ``categories`` are codes above concepts; ``characters`` counts the text as it is read.
    """

    quotations: int
    categories: int
    concepts: int
    documents: int
    characters: int


class WarningKind(StrEnum):
    """What is worth a look in the model."""

    OUTSIDE_STORY = "outside_story"
    NO_DOCUMENT = "no_document"
    ONE_DOCUMENT = "one_document"
    NO_PASSAGE = "no_passage"
    DEAD_LINK = "dead_link"


@dataclass(frozen=True, slots=True)
class ModelWarning:
    """One sentence about the model, and what it is about.

    ``span`` is the place of a dead link in the stored storyline.
    """

    kind: WarningKind
    message: Message
    code_id: int | None = None
    relation_id: int | None = None
    span: Span | None = None
