"""The tables of work in company: whose coder stands for what, rounds, decisions, merged files.

The rules of ``qcode.model.tables`` hold here as well; all are journaled. A disagreement is no row:
it follows from the codings. What was decided about it is kept with what it was about (document,
coders, codes and spans), so that codings that change afterwards make it a new, open one. No ``from
__future__ import annotations``: SQLModel reads the annotations at run time.
"""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from qcode.model.agreement_enums import CoderRole, DisagreementKind, Verdict
from qcode.model.table_parts import AUTO, guid_field, named, one_of, row_id


class CoderPart(SQLModel, table=True):
    """What a coder is where they are no person working for the first time.

    The consensus is a coder of its own. Who codes a share of their documents again does so as
    another coder (``again``) of ``of_id``; ``due`` is the day (ISO 8601) from which on, ``seed``
    and ``share`` (per cent) say how the documents were drawn.
    """

    __tablename__ = "coder_part"
    __table_args__ = (
        one_of("role", CoderRole),
        CheckConstraint("(role = 'again') = (of_id IS NOT NULL)", name="again_of"),
        CheckConstraint("coder_id IS NOT of_id", name="of_another"),
        Index("part_by_first", "of_id"),
        AUTO,
    )
    id: int | None = row_id()
    coder_id: int = Field(foreign_key="coder.id", ondelete="CASCADE", unique=True)
    role: str
    of_id: int | None = Field(default=None, foreign_key="coder.id", ondelete="CASCADE")
    due: str = ""
    seed: int = 0
    share: int = 0
    created: str


class AgreementRound(SQLModel, table=True):
    """A comparison frozen before its disagreements are talked over.

    ``request`` is what was compared, ``figures`` what came out, both as JSON; ``snapshot_id`` is
    the codebook of that day.
    """

    __tablename__ = "agreement_round"
    __table_args__ = (named(), Index("round_by_snapshot", "snapshot_id"), AUTO)
    id: int | None = row_id()
    guid: str = guid_field()
    name: str
    note: str = ""
    request: str
    figures: str
    snapshot_id: int = Field(foreign_key="codebook_snapshot.id")
    coder_id: int = Field(foreign_key="coder.id")
    created: str


class Decision(SQLModel, table=True):
    """What was decided about a disagreement of two coders, why and by whom.

    ``first_spans`` and ``second_spans`` are JSON lists of ``[start, end]`` in code points. An empty
    ``verdict`` means that it is still open and only has a note or an amendment.
    """

    __table_args__ = (
        one_of("kind", DisagreementKind),
        one_of("verdict", Verdict),
        CheckConstraint("first_id <> second_id", name="two_coders"),
        CheckConstraint("first_code_id IS NOT NULL OR second_code_id IS NOT NULL", name="a_code"),
        UniqueConstraint(
            "document_id",
            "first_id",
            "second_id",
            "first_code_id",
            "second_code_id",
            "first_spans",
            "second_spans",
        ),
        Index("decision_by_first_code", "first_code_id"),
        Index("decision_by_second_code", "second_code_id"),
        AUTO,
    )
    id: int | None = row_id()
    guid: str = guid_field()
    document_id: int = Field(foreign_key="document.id", ondelete="CASCADE")
    kind: str
    first_id: int = Field(foreign_key="coder.id", ondelete="CASCADE")
    second_id: int = Field(foreign_key="coder.id", ondelete="CASCADE")
    first_code_id: int | None = Field(default=None, foreign_key="code.id", ondelete="CASCADE")
    second_code_id: int | None = Field(default=None, foreign_key="code.id", ondelete="CASCADE")
    first_spans: str
    second_spans: str
    verdict: str
    reason: str = ""
    coder_id: int = Field(foreign_key="coder.id")
    created: str
    modified: str


class DecisionCoding(SQLModel, table=True):
    """A coding of the consensus that follows from a decision."""

    __tablename__ = "decision_coding"
    __table_args__ = (
        UniqueConstraint("decision_id", "coding_id"),
        Index("decision_by_coding", "coding_id"),
        AUTO,
    )
    id: int | None = row_id()
    decision_id: int = Field(foreign_key="decision.id", ondelete="CASCADE")
    coding_id: int = Field(foreign_key="coding.id", ondelete="CASCADE")


class Amendment(SQLModel, table=True):
    """A change of the codebook that a disagreement gave rise to.

    ``field`` is a column of a code, or ``merge``, ``split`` or ``memo``; ``before`` and ``after``
    are its texts. The code is named by its GUID and its name of that day: the entry outlives it.
    """

    __table_args__ = (
        Index("amendment_by_decision", "decision_id"),
        Index("amendment_by_code", "code_guid"),
        AUTO,
    )
    id: int | None = row_id()
    guid: str = guid_field()
    decision_id: int = Field(foreign_key="decision.id", ondelete="CASCADE")
    code_guid: str
    code_name: str
    field: str
    before: str = ""
    after: str = ""
    coder_id: int = Field(foreign_key="coder.id")
    created: str


class Merged(SQLModel, table=True):
    """A file whose work came in: the newest step of its history that was looked at.

    ``step_guid`` and ``change`` (the number of that step's last entry) say where the next merge of
    that file, or of a copy of it, begins. ``report`` is what came in, as JSON.
    """

    __table_args__ = (Index("merged_by_step", "step_guid"), AUTO)
    id: int | None = row_id()
    guid: str = guid_field()
    name: str
    step_guid: str
    change: int
    report: str
    coder_id: int = Field(foreign_key="coder.id")
    created: str


COMPANY: tuple[type[SQLModel], ...] = (
    CoderPart,
    AgreementRound,
    Decision,
    DecisionCoding,
    Amendment,
    Merged,
)
