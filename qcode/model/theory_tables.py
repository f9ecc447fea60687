"""The tables of the second and third level of coding: what is made of codes and passages.

Paradigms, relations, stages, properties, the storyline and the picture of the model, what happened
to codes, and named versions of the codebook. The rules of ``qcode.model.tables`` hold here as well;
all but the snapshots are journaled. No ``from __future__ import annotations``: SQLModel reads the
annotations at run time.
"""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from qcode.model.enums import CodeEventKind, ParadigmRole, RelationForm
from qcode.model.table_parts import AUTO, guid_field, named, one_of, row_id


class HeldOut(SQLModel, table=True):
    """A document that is kept back to test saturation on."""

    __tablename__ = "held_out"
    __table_args__ = (AUTO,)
    id: int | None = row_id()
    document_id: int = Field(foreign_key="document.id", ondelete="CASCADE", unique=True)


class CodeProperty(SQLModel, table=True):
    """A property of a category; ``low`` and ``high`` are the poles of its dimension."""

    __tablename__ = "code_property"
    __table_args__ = (named(), Index("property_by_code", "code_id", "position"), AUTO)
    id: int | None = row_id()
    guid: str = guid_field()
    code_id: int = Field(foreign_key="code.id", ondelete="CASCADE")
    name: str
    low: str = ""
    high: str = ""
    position: int


class PropertyPlace(SQLModel, table=True):
    """Where a coder sees a passage on a dimension: 0 at the low pole, 100 at the high one."""

    __tablename__ = "property_place"
    __table_args__ = (
        UniqueConstraint("property_id", "selection_id", "coder_id"),
        CheckConstraint("place BETWEEN 0 AND 100", name="between_poles"),
        Index("place_by_selection", "selection_id"),
        Index("place_by_coder", "coder_id"),
        AUTO,
    )
    id: int | None = row_id()
    property_id: int = Field(foreign_key="code_property.id", ondelete="CASCADE")
    selection_id: int = Field(foreign_key="selection.id", ondelete="CASCADE")
    coder_id: int = Field(foreign_key="coder.id")
    place: int


class Paradigm(SQLModel, table=True):
    """A paradigm after Strauss & Corbin: categories in six roles around a phenomenon."""

    __table_args__ = (named(), AUTO)
    id: int | None = row_id()
    guid: str = guid_field()
    name: str
    position: int
    created: str


class ParadigmSlot(SQLModel, table=True):
    """A category in a role of a paradigm."""

    __tablename__ = "paradigm_slot"
    __table_args__ = (
        UniqueConstraint("paradigm_id", "role", "code_id"),
        one_of("role", ParadigmRole),
        Index("slot_by_code", "code_id"),
        AUTO,
    )
    id: int | None = row_id()
    paradigm_id: int = Field(foreign_key="paradigm.id", ondelete="CASCADE")
    role: str
    code_id: int = Field(foreign_key="code.id", ondelete="CASCADE")
    position: int


class RelationType(SQLModel, table=True):
    """A type of relations. ``key`` names a type that qcode brings along, ``name`` an own one.

    A type that qcode brings along has its row from its first use on, and a name of its own only
    where the project calls it otherwise.
    """

    __tablename__ = "relation_type"
    __table_args__ = (
        CheckConstraint("length(trim(name)) > 0 OR key <> ''", name="named"),
        one_of("form", RelationForm),
        Index("type_by_key", "key"),
        AUTO,
    )
    id: int | None = row_id()
    guid: str = guid_field()
    key: str = ""
    name: str = ""
    form: str
    position: int


class Relation(SQLModel, table=True):
    """What ties one category to another, and what that means."""

    __table_args__ = (
        UniqueConstraint("source_id", "target_id", "type_id"),
        CheckConstraint("source_id <> target_id", name="two_ends"),
        Index("relation_by_target", "target_id"),
        Index("relation_by_type", "type_id"),
        AUTO,
    )
    id: int | None = row_id()
    guid: str = guid_field()
    source_id: int = Field(foreign_key="code.id", ondelete="CASCADE")
    target_id: int = Field(foreign_key="code.id", ondelete="CASCADE")
    type_id: int = Field(foreign_key="relation_type.id")
    meaning: str = ""
    position: int
    created: str


class RelationPassage(SQLModel, table=True):
    """A passage that stands for a relation."""

    __tablename__ = "relation_passage"
    __table_args__ = (
        UniqueConstraint("relation_id", "selection_id"),
        Index("relation_passage_by_selection", "selection_id"),
        AUTO,
    )
    id: int | None = row_id()
    relation_id: int = Field(foreign_key="relation.id", ondelete="CASCADE")
    selection_id: int = Field(foreign_key="selection.id", ondelete="CASCADE")
    position: int


class MemoModelLink(SQLModel, table=True):
    """One attachment of a memo to a part of the model: a relation or a paradigm."""

    __tablename__ = "memo_model_link"
    __table_args__ = (
        CheckConstraint(
            "(relation_id IS NOT NULL) + (paradigm_id IS NOT NULL) = 1", name="one_target"
        ),
        Index("model_link_by_memo", "memo_id"),
        Index("model_link_by_relation", "relation_id"),
        Index("model_link_by_paradigm", "paradigm_id"),
        AUTO,
    )
    id: int | None = row_id()
    memo_id: int = Field(foreign_key="memo.id", ondelete="CASCADE")
    relation_id: int | None = Field(default=None, foreign_key="relation.id", ondelete="CASCADE")
    paradigm_id: int | None = Field(default=None, foreign_key="paradigm.id", ondelete="CASCADE")


class Stage(SQLModel, table=True):
    """A stage of the process that the study describes; ``position`` orders them."""

    __table_args__ = (named(), AUTO)
    id: int | None = row_id()
    guid: str = guid_field()
    name: str
    meaning: str = ""
    position: int
    created: str


class StageCode(SQLModel, table=True):
    """A category that belongs to a stage."""

    __tablename__ = "stage_code"
    __table_args__ = (
        UniqueConstraint("stage_id", "code_id"),
        Index("stage_by_code", "code_id"),
        AUTO,
    )
    id: int | None = row_id()
    stage_id: int = Field(foreign_key="stage.id", ondelete="CASCADE")
    code_id: int = Field(foreign_key="code.id", ondelete="CASCADE")
    position: int


class DiagramPlace(SQLModel, table=True):
    """Where a category's box was put by hand: its middle, in points, y downwards."""

    __tablename__ = "diagram_place"
    __table_args__ = (AUTO,)
    id: int | None = row_id()
    code_id: int = Field(foreign_key="code.id", ondelete="CASCADE", unique=True)
    x: int
    y: int


class Storyline(SQLModel, table=True):
    """The prose that ties the main categories to the core category; links as in memos."""

    __table_args__ = (CheckConstraint("id = 1", name="single"), AUTO)
    id: int | None = row_id()
    body: str
    modified: str


class CodeEvent(SQLModel, table=True):
    """A code that was merged into another, split from it, or deleted, and why.

    Codes are named by GUID and by their name of that day, so that the entry outlives them. Of a
    split ``code`` is the one that passages left and ``into`` the one that they went to.
    """

    __tablename__ = "code_event"
    __table_args__ = (
        one_of("what", CodeEventKind),
        Index("event_by_code", "code_guid"),
        Index("event_by_target", "into_guid"),
        AUTO,
    )
    id: int | None = row_id()
    guid: str = guid_field()
    what: str
    code_guid: str
    code_name: str
    into_guid: str = ""
    into_name: str = ""
    passages: int = 0
    reason: str = ""
    coder_id: int = Field(foreign_key="coder.id")
    created: str


class CodebookSnapshot(SQLModel, table=True):
    """A codebook as JSON, written once and known by its content."""

    __tablename__ = "codebook_snapshot"
    __table_args__ = (AUTO,)
    id: int | None = row_id()
    sha256: str = Field(unique=True)
    body: str


class CodebookVersion(SQLModel, table=True):
    """A state of the codebook that was given a name."""

    __tablename__ = "codebook_version"
    __table_args__ = (named(), Index("version_by_snapshot", "snapshot_id"), AUTO)
    id: int | None = row_id()
    guid: str = guid_field()
    name: str
    note: str = ""
    snapshot_id: int = Field(foreign_key="codebook_snapshot.id")
    coder_id: int = Field(foreign_key="coder.id")
    created: str


THEORY: tuple[type[SQLModel], ...] = (
    HeldOut,
    CodeProperty,
    PropertyPlace,
    Paradigm,
    ParadigmSlot,
    RelationType,
    Relation,
    RelationPassage,
    MemoModelLink,
    Stage,
    StageCode,
    DiagramPlace,
    Storyline,
    CodeEvent,
    CodebookVersion,
)
