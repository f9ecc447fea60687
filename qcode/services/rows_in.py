"""Codebooks and codings that come as tables: all or nothing, a bad row named by its line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from qcode.formats.rows import read_rows
from qcode.model.enums import KIND_ORDER, CodeKind
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import file_name, tidy
from qcode.model.records import Code, CodeDraft
from qcode.model.span import Span
from qcode.services import codes, codings, terms
from qcode.services.kind_words import KindWords
from qcode.services.lookup import PATH, Codes, Documents, neat_path
from qcode.services.project import Project, coder_name
from qcode.store import queries
from qcode.store.writer import Writer

Row = Mapping[str, object]

_DIGITS = re.compile("[0-9]{1,18}")  # more than any text has, fewer than Python refuses to read
_GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

# Spellings that other programs and hand-made tables use for the columns of a codebook.
_ALIASES = {
    "code": "name",
    "belongs to": "parent",
    "description": "definition",
    "colour": "color",
    "when to use": "use_when",
    "when not to use": "not_when",
    "typical example": "typical",
    "boundary example": "boundary",
    "名称": "name",
    "上级": "parent",
    "所属范畴": "parent",
    "层级": "level",
    "类型": "kind",
    "颜色": "color",
    "定义": "definition",
    "何时使用": "use_when",
    "何时不用": "not_when",
    "典型例句": "typical",
    "边界例句": "boundary",
}


@dataclass(frozen=True, slots=True)
class TableReport:
    """What a table brought: rows that made something, and rows that were there already."""

    added: int
    present: int


# ---------------------------------------------------------------------- codebook


def import_codebook(project: Project, path: Path) -> TableReport:
    """Read a codebook table (name, parent, level or kind, definition, …) as one step.

    ``parent`` is a name or a path and may come later in the file. Kinds and levels are named by
    the stored words, or by those that people read, in any language and in the project's own terms.
    A code that exists in its place is completed: its empty texts are filled, nothing is
    overwritten. Raises ``QcodeError`` naming the line; then nothing was written.
    """
    rows = [(line, _named(row)) for line, row in read_rows(path)]
    if rows and "name" not in rows[0][1]:
        raise _bad(path, rows[0][0] - 1, Message(_NO_COLUMN, {"column": "name"}))
    words = KindWords.of(terms.of(project))
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Import codebook {name}"), {"name": file_name(path)})
    ) as writer:
        return _Frame(writer, path, rows, words).brought()


_NO_COLUMN = QT_TRANSLATE_NOOP("core", "the table has no column “{column}”")


class _Frame:
    """One codebook table on its way in; rows are taken when their parent is there."""

    def __init__(
        self,
        writer: Writer,
        path: Path,
        rows: list[tuple[int, dict[str, str]]],
        words: KindWords,
    ) -> None:
        self._writer = writer
        self._words = words
        self._path = path
        self._todo = [(line, row) for line, row in rows if any(row.values())]
        self._added = self._present = 0
        tree = codes.tree_of(writer.connection, counts=False)
        self._index = Codes.of(tree, str(path))
        self._places = {(code.name, code.parent_id): code for code in tree}
        self._coming = Counter(tidy(row.get("name", "")) for _, row in self._todo)

    def brought(self) -> TableReport:
        patient = True  # a parent that still comes may turn out to be the one that is meant
        while self._todo:
            waiting = [entry for entry in self._todo if not self._take(*entry, patient)]
            if len(waiting) == len(self._todo) and not patient:
                line, row = waiting[0]
                raise _bad(
                    self._path,
                    line,
                    Message(
                        QT_TRANSLATE_NOOP(
                            "core", "the parent “{parent}” is itself below this code"
                        ),
                        {"parent": row.get("parent", "")},
                    ),
                )
            patient = len(waiting) < len(self._todo)
            self._todo = waiting
        return TableReport(self._added, self._present)

    def _take(self, line: int, row: dict[str, str], patient: bool) -> bool:
        """Write one row; False when its parent is still to come."""
        name = tidy(row.get("name", ""))
        parent_name = neat_path(row.get("parent", ""))
        parent_id = None
        if parent_name:
            if patient and self._coming[parent_name] > (parent_name == name):
                return False
            found = self._index.matching(parent_name)
            if not found:
                if self._coming[parent_name.split(PATH)[-1]]:
                    return False
                raise _bad(
                    self._path,
                    line,
                    Message(
                        QT_TRANSLATE_NOOP("core", "there is no code “{parent}” to be the parent"),
                        {"parent": parent_name},
                    ),
                )
            if len(found) > 1:
                raise _bad(
                    self._path,
                    line,
                    Message(
                        QT_TRANSLATE_NOOP(
                            "core", "“{parent}” names several codes; write its path (A > B)"
                        ),
                        {"parent": parent_name},
                    ),
                )
            parent_id = found[0].id
        texts = {key: row[key].strip() for key in codes.TEXT_FIELDS if row.get(key, "").strip()}
        known = self._places.get((name, parent_id))
        try:
            kind = self._words.kind_of(row)
            if known is not None:
                missing = {key: text for key, text in texts.items() if not getattr(known, key)}
                codes.fill(self._writer, known.id, missing)
                self._places[name, parent_id] = self._read(known.id)
                self._present += 1
            else:
                draft = CodeDraft(name, kind, row.get("color", "").strip(), texts)
                made = self._read(codes.insert(self._writer, draft, parent_id))
                self._index.add(made)
                self._places[name, parent_id] = made
                self._added += 1
        except QcodeError as error:
            raise _bad(self._path, line, error.message) from error
        self._coming[name] -= 1
        return True

    def _read(self, code_id: int) -> Code:
        found = queries.code(self._writer.connection, code_id)
        assert found is not None
        return found


# ---------------------------------------------------------------------- codings


def import_codings(project: Project, path: Path) -> TableReport:
    """Read codings (document, start, end, code; level, kind, coder, memo if given) as one step.

    Missing codes and coders are made: at level open a concept, axial a main category, selective
    the core category, or of the given kind. Positions are code points, half-open. Raises
    ``QcodeError`` naming the line; then nothing was written.
    """
    rows = read_rows(path)
    documents = Documents(project)
    words = KindWords.of(terms.of(project))
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Import codings {name}"), {"name": file_name(path)})
    ) as writer:
        index = Codes.of(codes.tree_of(writer.connection, counts=False), str(project.path))
        made: dict[str, int] = {}
        coders: dict[str, int] = {}
        coming: list[codings.NewCoding] = []
        text, text_of = "", None
        for line, row in rows:
            try:
                document = documents.find(_text(row, "document"))
                span = Span(_number(row, "start"), _number(row, "end"))
                codings.require_span(document.name, document.characters, span)
                if isinstance(quote := row.get("quote"), str) and quote.strip():
                    if text_of != document.id:
                        text = queries.text(writer.connection, document.id) or ""
                        text_of = document.id
                    codings.require_quote(document, text, span, quote)
                who = coder_name(_text(row, "coder", writer.coder))
                if who not in coders:
                    coders[who] = writer.coder_id(who)
                new = codings.NewCoding(
                    document.id,
                    span,
                    _code_of(writer, row, index, made, words),
                    coders[who],
                    _text(row, "memo", ""),
                    created=_time(row),
                )
            except QcodeError as error:
                raise _bad(path, line, error.message) from error
            coming.append(new)
        added = codings.add_many(writer, coming)
    return TableReport(added, len(rows) - added)


def _code_of(writer: Writer, row: Row, index: Codes, made: dict[str, int], words: KindWords) -> int:
    reference = neat_path(_text(row, "code"))
    kind = words.kind_of({key: str(value) for key, value in row.items() if value is not None})
    if reference in made:
        return made[reference]
    found = index.matching(reference)
    if found:
        made[reference] = index.find(reference).id
        return made[reference]
    if _GUID.fullmatch(reference):
        index.find(reference)  # no name for a new code: raises
    *above, name = reference.split(PATH)
    made[reference] = codes.insert(
        writer, CodeDraft(name, kind), _parents_of(writer, above, kind, index, made)
    )
    return made[reference]


def _parents_of(
    writer: Writer, above: list[str], kind: CodeKind, index: Codes, made: dict[str, int]
) -> int | None:
    """Find or make the codes of a path above one of ``kind``, each a kind higher than the next."""
    if not above:
        return None
    path = PATH.join(above)
    if path in made:
        return made[path]
    if index.matching(path):
        made[path] = index.find(path).id
        return made[path]
    higher = KIND_ORDER[min(kind.rank + 1, len(KIND_ORDER) - 1)]
    parent_id = _parents_of(writer, above[:-1], higher, index, made)
    made[path] = codes.insert(writer, CodeDraft(above[-1], higher), parent_id)
    return made[path]


# ---------------------------------------------------------------------- cells


def _named(row: Row) -> dict[str, str]:
    named = {}
    for key, value in row.items():
        column = tidy(key).lower()
        named[_ALIASES.get(column, column)] = "" if value is None else str(value)
    return named


def _text(row: Row, column: str, default: str | None = None) -> str:
    value = row.get(column)
    if value is None or (isinstance(value, str) and not value.strip()):
        if default is not None:
            return default
        raise QcodeError(QT_TRANSLATE_NOOP("core", "“{column}” is missing"), column=column)
    return str(value).strip() if column != "memo" else str(value).rstrip()


def _time(row: Row) -> str:
    """Return when a coding was made, as it is written, or nothing."""
    value = _text(row, "created", "")
    if value:
        try:
            datetime.fromisoformat(value)
        except ValueError as error:
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "“created” is no time like {example} but “{value}”"),
                example="2026-03-14T09:30:00Z",
                value=value,
            ) from error
    return value


def _number(row: Row, column: str) -> int:
    value = row.get(column)
    if isinstance(value, bool):
        value = str(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, str) and _DIGITS.fullmatch(value.strip()):
        value = int(value.strip())
    if not isinstance(value, int) or value < 0:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "“{column}” is not a position but “{value}”"),
            column=column,
            value="" if value is None else str(value),
        )
    return value


def _bad(path: Path, line: int, reason: Message) -> QcodeError:
    return QcodeError(
        QT_TRANSLATE_NOOP("core", "{file}, line {line}: {reason}"),
        file=str(path),
        line=line,
        reason=reason,
    )
