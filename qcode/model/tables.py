"""The tables of a project file.

Two families. *Journaled* tables hold the researcher's work: every insert, update and delete on them
is recorded by triggers that the store generates from this metadata, so their columns are INTEGER
and TEXT only. Entities among them carry a GUID (lower case, with dashes), so that copies of a
project can be merged later; link rows are known by what they link. *Unjournaled* tables hold texts
(content-addressed, written once), the journal itself, and what is local to this copy.

SQLModel table classes validate nothing, so every rule that guards data is a CHECK, a UNIQUE or a
FOREIGN KEY here, or a guard trigger in ``store.triggers``. Dates are ISO 8601 in UTC. Positions are
Unicode code points, half-open. No ``from __future__ import annotations``: SQLModel reads the
annotations at run time.
"""

from sqlalchemy import CheckConstraint, Index, MetaData, Table, UniqueConstraint
from sqlmodel import Field, SQLModel

from qcode.model.agreement_tables import COMPANY
from qcode.model.enums import CodeKind, MemoKind, WorkStatus
from qcode.model.table_parts import AUTO, guid_field, named, one_of, row_id
from qcode.model.theory_tables import THEORY


class Project(SQLModel, table=True):
    """The one row that names the project."""

    __table_args__ = (CheckConstraint("id = 1", name="single"), AUTO)
    id: int | None = row_id()
    guid: str = guid_field()
    name: str
    created: str


class Setting(SQLModel, table=True):
    """A setting that belongs to the project (numbering, names of levels later), by key."""

    __table_args__ = (AUTO,)
    id: int | None = row_id()
    key: str = Field(unique=True)
    value: str


class Coder(SQLModel, table=True):
    """A person whose work is kept apart; what else a coder can be stands in ``coder_part``."""

    __table_args__ = (named(), AUTO)
    id: int | None = row_id()
    guid: str = guid_field()
    name: str = Field(unique=True)
    color: str = ""


class DocumentGroup(SQLModel, table=True):
    """A group of documents, such as interviews or abstracts."""

    __tablename__ = "document_group"
    __table_args__ = (named(), AUTO)
    id: int | None = row_id()
    guid: str = guid_field()
    name: str = Field(unique=True)
    position: int


class DocumentText(SQLModel, table=True):
    """A text as imported: LF newlines, no normalisation, no byte order mark. Written once."""

    __tablename__ = "document_text"
    __table_args__ = (AUTO,)
    id: int | None = row_id()
    sha256: str = Field(unique=True)
    body: str


class Document(SQLModel, table=True):
    """A text source of the project. ``characters`` is the text's length in code points."""

    __table_args__ = (
        named(),
        CheckConstraint("characters >= 0", name="length"),
        Index("document_by_position", "position"),
        Index("document_by_group", "group_id"),
        Index("document_by_text", "text_id"),
        AUTO,
    )
    id: int | None = row_id()
    guid: str = guid_field()
    name: str
    label: str = ""
    group_id: int | None = Field(default=None, foreign_key="document_group.id", ondelete="SET NULL")
    text_id: int = Field(foreign_key="document_text.id")
    characters: int
    position: int
    source: str = ""
    created: str


class Variable(SQLModel, table=True):
    """An attribute that documents can have a value for."""

    __table_args__ = (named(), AUTO)
    id: int | None = row_id()
    guid: str = guid_field()
    name: str = Field(unique=True)
    position: int


class VariableValue(SQLModel, table=True):
    """The value of one variable on one document."""

    __tablename__ = "variable_value"
    __table_args__ = (
        UniqueConstraint("document_id", "variable_id"),
        Index("value_by_variable", "variable_id"),
        AUTO,
    )
    id: int | None = row_id()
    document_id: int = Field(foreign_key="document.id", ondelete="CASCADE")
    variable_id: int = Field(foreign_key="variable.id", ondelete="CASCADE")
    value: str


class Code(SQLModel, table=True):
    """A code of any kind. ``position`` orders it among its siblings."""

    __table_args__ = (
        named(),
        CheckConstraint("parent_id IS NOT id", name="not_own_parent"),
        CheckConstraint(
            "length(color) = 7 AND color GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'",
            name="color_hex",
        ),
        one_of("kind", CodeKind),
        Index("code_by_parent", "parent_id", "position"),
        AUTO,
    )
    id: int | None = row_id()
    guid: str = guid_field()
    name: str
    kind: str
    parent_id: int | None = Field(default=None, foreign_key="code.id")
    position: int
    color: str
    definition: str = ""
    use_when: str = ""
    not_when: str = ""
    typical: str = ""
    boundary: str = ""
    created: str


class Selection(SQLModel, table=True):
    """A passage: one span of one document, shared by all codings and memos on exactly that span."""

    __table_args__ = (
        UniqueConstraint("document_id", "start", "end"),
        CheckConstraint("start >= 0 AND start < end", name="span_order"),
        AUTO,
    )
    id: int | None = row_id()
    guid: str = guid_field()
    document_id: int = Field(foreign_key="document.id", ondelete="CASCADE")
    start: int
    end: int
    created: str


class Coding(SQLModel, table=True):
    """A code on a passage by a coder. ``typical`` marks a passage to print first."""

    __table_args__ = (
        UniqueConstraint("selection_id", "code_id", "coder_id"),
        CheckConstraint("typical IN (0, 1)", name="typical_flag"),
        # With the coder in it, counting what a blind coder may see needs no look at the rows.
        Index("coding_by_code", "code_id", "selection_id", "coder_id"),
        Index("coding_by_coder", "coder_id"),
        AUTO,
    )
    id: int | None = row_id()
    guid: str = guid_field()
    selection_id: int = Field(foreign_key="selection.id", ondelete="CASCADE")
    code_id: int = Field(foreign_key="code.id", ondelete="CASCADE")
    coder_id: int = Field(foreign_key="coder.id")
    memo: str = ""
    typical: int = 0
    created: str
    modified: str


class Memo(SQLModel, table=True):
    """A memo; what it is attached to stands in ``memo_link``, no link means the project."""

    __table_args__ = (one_of("kind", MemoKind), Index("memo_by_coder", "coder_id"), AUTO)
    id: int | None = row_id()
    guid: str = guid_field()
    kind: str
    title: str = ""
    body: str = ""
    coder_id: int = Field(foreign_key="coder.id")
    created: str
    modified: str


class MemoLink(SQLModel, table=True):
    """One attachment of a memo: to a document, a code or a passage."""

    __tablename__ = "memo_link"
    __table_args__ = (
        CheckConstraint(
            "(document_id IS NOT NULL) + (code_id IS NOT NULL) + (selection_id IS NOT NULL) = 1",
            name="one_target",
        ),
        UniqueConstraint("memo_id", "document_id", "code_id", "selection_id"),
        Index("link_by_document", "document_id"),
        Index("link_by_code", "code_id"),
        Index("link_by_selection", "selection_id"),
        AUTO,
    )
    id: int | None = row_id()
    memo_id: int = Field(foreign_key="memo.id", ondelete="CASCADE")
    document_id: int | None = Field(default=None, foreign_key="document.id", ondelete="CASCADE")
    code_id: int | None = Field(default=None, foreign_key="code.id", ondelete="CASCADE")
    selection_id: int | None = Field(default=None, foreign_key="selection.id", ondelete="CASCADE")


class Work(SQLModel, table=True):
    """How far a coder is with a document."""

    __table_args__ = (
        UniqueConstraint("document_id", "coder_id"),
        Index("work_by_coder", "coder_id"),
        one_of("status", WorkStatus),
        AUTO,
    )
    id: int | None = row_id()
    document_id: int = Field(foreign_key="document.id", ondelete="CASCADE")
    coder_id: int = Field(foreign_key="coder.id", ondelete="CASCADE")
    status: str


class Step(SQLModel, table=True):
    """One change as a person sees it: what, when, by whom.

    ``template`` and ``params`` are the label as a message, so that history reads in any language.
    ``kind`` is ``do``, ``undo`` or ``redo``; the latter two name their ``target``. ``state`` of a
    ``do`` step: ``done``, ``undone`` (can be redone), ``dropped`` (was undone, then something else
    was done) or ``closed`` (a migration came between). ``images`` is the step whose row images
    reverse the present state of this one. ``first_change`` and ``last_change`` bound its entries:
    one step is recorded at a time and only the last one is ever continued.
    """

    __table_args__ = (
        CheckConstraint("kind IN ('do', 'undo', 'redo')", name="kind_known"),
        CheckConstraint("state IN ('done', 'undone', 'dropped', 'closed')", name="state_known"),
        Index("step_by_state", "kind", "state"),
        AUTO,
    )
    id: int | None = row_id()
    guid: str = guid_field()
    at: str
    coder: str
    template: str
    params: str
    kind: str
    target: int | None = None
    state: str = "done"
    images: int | None = None
    first_change: int | None = None
    last_change: int | None = None
    merge_key: str = ""


class Change(SQLModel, table=True):
    """One row touched in a step.

    ``op`` is ``i``, ``u`` or ``d``. ``image`` is NULL for an insert (its key undoes it), the old
    values of the changed columns for an update, the whole old row for a delete, as JSON.
    """

    # No AUTOINCREMENT, foreign key or index: only the order of ids matters, a step knows its first
    # and last one, and this is the hottest insert of all (measured: half of the journal's time).
    id: int | None = row_id()
    step_id: int
    tbl: str
    row_id: int
    guid: str | None = None
    op: str
    image: str | None = None


class Journal(SQLModel, table=True):
    """The one row that names the step being recorded; NULL means that nothing may change."""

    __table_args__ = (CheckConstraint("id = 1", name="single"), AUTO)
    id: int | None = row_id()
    step_id: int | None = None


class LocalState(SQLModel, table=True):
    """What belongs to this copy and is no step of the work: the current coder, for one."""

    __tablename__ = "local_state"
    __table_args__ = (AUTO,)
    id: int | None = row_id()
    key: str = Field(unique=True)
    value: str


METADATA: MetaData = SQLModel.metadata

JOURNALED: tuple[type[SQLModel], ...] = (
    Project,
    Setting,
    Coder,
    DocumentGroup,
    Document,
    Variable,
    VariableValue,
    Code,
    Selection,
    Coding,
    Memo,
    MemoLink,
    Work,
    *THEORY,
    *COMPANY,
)


def table_of(model: type[SQLModel]) -> Table:
    """Return the SQLAlchemy table behind a table class."""
    table: Table = model.__table__  # type: ignore[attr-defined]  # set by SQLModel's metaclass
    return table


BY_NAME: dict[str, type[SQLModel]] = {table_of(model).name: model for model in JOURNALED}
