"""The tables of a thesis as plain data: gathered by ``services.thesis_tables``, laid out in Word.

Codes are told by their titles (number and name), in the order of the code tree. Positions do not
occur here: a passage is known by its label.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple, TypeAlias

from qcode.model.diagram import Arrangement, Model
from qcode.model.enums import CodeKind, ParadigmRole, RelationForm
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.saturation import Saturation
from qcode.model.theory_records import NO_EVIDENCE, Evidence

Columns: TypeAlias = "Literal['groups', 'documents', 'none']"
"""What the frequencies are told apart by, besides their sums."""


class AxisKind(StrEnum):
    """What the rows or columns of a typology are.

    The first four part documents: by group, one by one, by the value of a variable, by the pole of
    a property on whose side their passages lie. The others are codes: the main categories, the
    initial categories, or what stands right below one code.
    """

    GROUPS = "groups"
    DOCUMENTS = "documents"
    VARIABLE = "variable"
    PROPERTY = "property"
    MAIN = "main"
    CATEGORIES = "categories"
    BELOW = "below"

    @property
    def of_codes(self) -> bool:
        """Whether its values are codes rather than sets of documents."""
        return self in (AxisKind.MAIN, AxisKind.CATEGORIES, AxisKind.BELOW)


class Axis(NamedTuple):
    """An axis of a typology; ``ref`` is the id of its variable, property or code."""

    kind: AxisKind
    ref: int = 0


BY_GROUPS = Axis(AxisKind.GROUPS)
BY_MAIN = Axis(AxisKind.MAIN)


class TableKind(StrEnum):
    """The tables, in the order in which a thesis prints them."""

    OPEN = "open"
    AXIAL = "axial"
    PARADIGM = "paradigm"
    SELECTIVE = "selective"
    CHAINS = "chains"
    SATURATION = "saturation"
    FREQUENCIES = "frequencies"
    VARIABLES = "variables"
    TYPOLOGY = "typology"

    @property
    def label(self) -> Message:
        """Name of the table for people; levels of coding by the project's own names."""
        return Message(_LABELS[self])


_LABELS = {
    TableKind.OPEN: QT_TRANSLATE_NOOP("core", "open coding"),
    TableKind.AXIAL: QT_TRANSLATE_NOOP("core", "axial coding"),
    TableKind.PARADIGM: QT_TRANSLATE_NOOP("core", "paradigm"),
    TableKind.SELECTIVE: QT_TRANSLATE_NOOP("core", "selective coding"),
    TableKind.CHAINS: QT_TRANSLATE_NOOP("core", "problem, cause, remedy"),
    TableKind.SATURATION: QT_TRANSLATE_NOOP("core", "saturation"),
    TableKind.FREQUENCIES: QT_TRANSLATE_NOOP("core", "frequencies"),
    TableKind.VARIABLES: QT_TRANSLATE_NOOP("core", "frequencies by variable"),
    TableKind.TYPOLOGY: QT_TRANSLATE_NOOP("core", "typology"),
}


@dataclass(frozen=True, slots=True)
class TableOptions:
    """Which tables, and how.

    ``long`` is the form for the appendix (every passage, every category with its meaning), the
    short form prints ``passages`` (at least 1) of each category. ``grid`` rules every cell instead
    of three lines. ``category_first`` turns the columns of open coding round. ``chapter`` is put
    before the numbers of captions (``3`` gives 3-1, 3-2). ``own_words`` are pairs of a key of the
    headings' tables and the words to print in their place. ``variables`` are those (ids) by whose
    values frequencies are told apart (in the short form those of categories and above), none for
    all with few values; ``across`` and ``down`` are the
    columns and the rows of the typology.
    """

    tables: frozenset[TableKind] = frozenset(TableKind)
    long: bool = False
    passages: int = 3
    grid: bool = False
    category_first: bool = False
    columns: Columns = "groups"
    chapter: str = ""
    own_words: tuple[tuple[str, str], ...] = ()
    variables: tuple[int, ...] = ()
    down: Axis = BY_GROUPS
    across: Axis = BY_MAIN


class Quote(NamedTuple):
    """A passage as tables print it; ``label`` as in ``report.QuotedPassage``."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class ConceptPassages:
    """A concept with its passages; ``title`` is empty for passages of the category itself."""

    title: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenCategory:
    """An initial category with the concepts below it.

    ``title`` is empty for the concepts that belong to no category. ``evidence`` counts the whole
    category, printed or not.
    """

    title: str
    concepts: tuple[ConceptPassages, ...]
    evidence: Evidence = NO_EVIDENCE


@dataclass(frozen=True, slots=True)
class OpenCoding:
    """The table of open coding; ``partial`` says that passages were left out."""

    categories: tuple[OpenCategory, ...]
    concepts: int
    evidence: Evidence
    partial: bool

    @property
    def named(self) -> int:
        """Number of initial categories."""
        return sum(1 for one in self.categories if one.title)


class Subcategory(NamedTuple):
    """An initial category below a main category, and what it means."""

    title: str
    meaning: str


@dataclass(frozen=True, slots=True)
class MainCategory:
    """A main category; ``title`` is empty for the categories that belong to none."""

    title: str
    meaning: str
    below: tuple[Subcategory, ...]


@dataclass(frozen=True, slots=True)
class PropertyLine:
    """A property of a category, its poles, and how many passages were placed between them.

    ``low_quote`` and ``high_quote`` are the passages nearest to the poles.
    """

    category: str
    name: str
    low: str
    high: str
    placed: int
    low_quote: Quote | None = None
    high_quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role of a paradigm: its categories with their evidence, and that of all together."""

    role: ParadigmRole
    categories: tuple[tuple[str, Evidence], ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ParadigmTable:
    """A paradigm; ``roles`` has every role."""

    name: str
    roles: tuple[RoleLine, ...]


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A relation of the model.

    ``type_key`` is that of a built-in type, ``type_name`` the own name of another one. ``quotes``
    are the passages to print, the representative first.
    """

    source: str
    target: str
    form: RelationForm
    type_key: str
    type_name: str
    meaning: str
    quotes: tuple[Quote, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage of the process and its categories."""

    name: str
    meaning: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SelectiveCoding:
    """Core categories, relations, stages, and the diagram where there are relations."""

    cores: tuple[Subcategory, ...]
    relations: tuple[RelationLine, ...]
    stages: tuple[StageLine, ...]
    diagram: tuple[Model, Arrangement] | None = None


@dataclass(frozen=True, slots=True)
class FrequencyRow:
    """How often a code and all below it occur: altogether, and in each column."""

    title: str
    kind: CodeKind
    depth: int
    evidence: Evidence
    by_column: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Codes × columns (groups, single documents, or values of ``variable``).

    ``documents`` counts those of the project. ``columns`` are names, empty for documents without a
    group or a value, with the number of documents.
    """

    columns: tuple[tuple[str, int], ...]
    rows: tuple[FrequencyRow, ...]
    documents: int
    of: Columns
    variable: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a typology.

    ``passages`` are those that belong to row and column (selection ids), in the order of documents
    and places; ``documents`` the labels of the documents of the cell; ``summaries`` the memos on
    its code and its documents; ``quotes`` the passages to print.
    """

    passages: tuple[int, ...] = ()
    documents: tuple[str, ...] = ()
    summaries: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()

    @property
    def evidence(self) -> Evidence:
        """How many passages and documents it has."""
        return Evidence(len(self.passages), len(self.documents))


@dataclass(frozen=True, slots=True)
class AxisLine:
    """What is written along an axis: its name, and the titles of its values.

    ``name`` is empty where the kind of the axis says enough; an empty title stands for documents
    that have no group, value or place.
    """

    kind: AxisKind
    name: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Typology:
    """Two axes that cross; ``cells`` has a row for each title down, a cell for each across."""

    down: AxisLine
    across: AxisLine
    cells: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A part of a chain: a category with what it rests on.

    ``meaning`` and ``quotes`` are those of the relation that ties it to the part before it.
    """

    title: str
    evidence: Evidence
    meaning: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """A problem, its causes from the nearest to the deepest, and a remedy of the last of them."""

    problem: Link
    causes: tuple[Link, ...]
    remedy: Link


@dataclass(frozen=True, slots=True)
class ThesisTables:
    """Everything that was asked for; None is a table that was not. ``date`` is an ISO 8601 day."""

    project: str
    date: str
    coders: tuple[str, ...]
    open: OpenCoding | None = None
    axial: tuple[MainCategory, ...] | None = None
    properties: tuple[PropertyLine, ...] = ()
    paradigms: tuple[ParadigmTable, ...] | None = None
    selective: SelectiveCoding | None = None
    saturation: Saturation | None = None
    frequencies: Frequencies | None = None
    chains: tuple[Chain, ...] | None = None
    variables: tuple[Frequencies, ...] | None = None
    typology: Typology | None = None
