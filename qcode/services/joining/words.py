"""What the things that are merged, and their fields, are called for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from qcode.model.agreement_enums import CoderRole
from qcode.model.enums import CodeKind, MemoKind, ParadigmRole, RelationForm, WorkStatus
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.relation_types import BUILT_IN
from qcode.services.joining.rules import PASSAGES, Rule, of_tables

if TYPE_CHECKING:
    from qcode.model.join_records import Shown
    from qcode.store.join_queries import Row

SHORT = 60  # code points of a quotation or of prose that stands for a name

_WHAT = {
    "project": QT_TRANSLATE_NOOP("core", "project"),
    "setting": QT_TRANSLATE_NOOP("core", "setting"),
    "coder": QT_TRANSLATE_NOOP("core", "coder"),
    "document_group": QT_TRANSLATE_NOOP("core", "group of documents"),
    "document": QT_TRANSLATE_NOOP("core", "document"),
    "variable": QT_TRANSLATE_NOOP("core", "variable"),
    "variable_value": QT_TRANSLATE_NOOP("core", "value of a variable"),
    "code": QT_TRANSLATE_NOOP("core", "code"),
    "selection": QT_TRANSLATE_NOOP("core", "passage"),
    "coding": QT_TRANSLATE_NOOP("core", "coding"),
    "memo": QT_TRANSLATE_NOOP("core", "memo"),
    "memo_link": QT_TRANSLATE_NOOP("core", "attachment of a memo"),
    "work": QT_TRANSLATE_NOOP("core", "status of a document"),
    "held_out": QT_TRANSLATE_NOOP("core", "document held out"),
    "code_property": QT_TRANSLATE_NOOP("core", "property"),
    "property_place": QT_TRANSLATE_NOOP("core", "place on a dimension"),
    "paradigm": QT_TRANSLATE_NOOP("core", "paradigm"),
    "paradigm_slot": QT_TRANSLATE_NOOP("core", "category in a paradigm"),
    "relation_type": QT_TRANSLATE_NOOP("core", "type of relations"),
    "relation": QT_TRANSLATE_NOOP("core", "relation"),
    "relation_passage": QT_TRANSLATE_NOOP("core", "passage of a relation"),
    "memo_model_link": QT_TRANSLATE_NOOP("core", "attachment of a memo"),
    "stage": QT_TRANSLATE_NOOP("core", "stage"),
    "stage_code": QT_TRANSLATE_NOOP("core", "category in a stage"),
    "diagram_place": QT_TRANSLATE_NOOP("core", "place in the diagram"),
    "storyline": QT_TRANSLATE_NOOP("core", "storyline"),
    "code_event": QT_TRANSLATE_NOOP("core", "entry of the code log"),
    "codebook_version": QT_TRANSLATE_NOOP("core", "version of the codebook"),
    "coder_part": QT_TRANSLATE_NOOP("core", "role of a coder"),
    "agreement_round": QT_TRANSLATE_NOOP("core", "round of comparing"),
    "decision": QT_TRANSLATE_NOOP("core", "decision"),
    "decision_coding": QT_TRANSLATE_NOOP("core", "coding of a decision"),
    "amendment": QT_TRANSLATE_NOOP("core", "amendment of the codebook"),
    "merged": QT_TRANSLATE_NOOP("core", "merged file"),
}
_FIELDS = {
    "name": QT_TRANSLATE_NOOP("core", "name"),
    "label": QT_TRANSLATE_NOOP("core", "label"),
    "title": QT_TRANSLATE_NOOP("core", "title"),
    "body": QT_TRANSLATE_NOOP("core", "text"),
    "memo": QT_TRANSLATE_NOOP("core", "memo"),
    "kind": QT_TRANSLATE_NOOP("core", "kind"),
    "parent_id": QT_TRANSLATE_NOOP("core", "belongs to"),
    "definition": QT_TRANSLATE_NOOP("core", "definition"),
    "use_when": QT_TRANSLATE_NOOP("core", "when to use"),
    "not_when": QT_TRANSLATE_NOOP("core", "when not to use"),
    "typical": QT_TRANSLATE_NOOP("core", "typical example"),
    "boundary": QT_TRANSLATE_NOOP("core", "boundary example"),
    "group_id": QT_TRANSLATE_NOOP("core", "group"),
    "value": QT_TRANSLATE_NOOP("core", "value"),
    "selection_id": QT_TRANSLATE_NOOP("core", "passage"),
    "code_id": QT_TRANSLATE_NOOP("core", "code"),
    "coder_id": QT_TRANSLATE_NOOP("core", "coder"),
    "status": QT_TRANSLATE_NOOP("core", "status"),
    "meaning": QT_TRANSLATE_NOOP("core", "meaning"),
    "place": QT_TRANSLATE_NOOP("core", "place"),
    "low": QT_TRANSLATE_NOOP("core", "low pole"),
    "high": QT_TRANSLATE_NOOP("core", "high pole"),
    "source_id": QT_TRANSLATE_NOOP("core", "from"),
    "target_id": QT_TRANSLATE_NOOP("core", "to"),
    "type_id": QT_TRANSLATE_NOOP("core", "type"),
    "form": QT_TRANSLATE_NOOP("core", "form"),
    "note": QT_TRANSLATE_NOOP("core", "note"),
    "verdict": QT_TRANSLATE_NOOP("core", "verdict"),
    "reason": QT_TRANSLATE_NOOP("core", "reason"),
    "role": QT_TRANSLATE_NOOP("core", "role"),
}
_STORED: Mapping[tuple[str, str], type] = {
    ("code", "kind"): CodeKind,
    ("memo", "kind"): MemoKind,
    ("work", "status"): WorkStatus,
    ("paradigm_slot", "role"): ParadigmRole,
    ("relation_type", "form"): RelationForm,
    ("coder_part", "role"): CoderRole,
}


def what(table: str) -> Message:
    """Return what a row of a table is."""
    return Message(_WHAT[table])


def field_label(table: str, column: str) -> Message:
    """Return the name of a field; columns that nobody edits go by their own."""
    if (table, column) == ("coding", "typical"):
        return Message(QT_TRANSLATE_NOOP("core", "typical passage"))
    return Message(_FIELDS.get(column, column))


class Namer:
    """Names rows for people. ``row_of`` finds a row by table and number, ``text_of`` a text."""

    def __init__(
        self,
        row_of: Callable[[str, int], Row | None],
        text_of: Callable[[int], str],
    ) -> None:
        self._row_of = row_of
        self._text_of = text_of

    def shown(self, rule: Rule, at: int, value: object) -> Shown:
        """Return a value as people read it."""
        if value is None:
            return None if rule.reference_at(at) is None else ""
        reference = rule.reference_at(at)
        if reference is not None:
            return self.named(reference.target, value if isinstance(value, int) else 0)
        words = _STORED.get((rule.table, rule.columns[at]))
        if words is not None and value in list(words):  # type: ignore[call-overload]  # an enum
            found: Message = words(value).label
            return found
        return str(value)

    def named(self, table: str, row_id: int) -> str:
        """Return the name of the row with a number, empty where nobody knows it."""
        row = self._row_of(table, row_id)
        return "" if row is None else self.name(of_tables()[table], row)

    def identity(self, rule: Rule, row: Row, at: int) -> str:
        """Return the GUID of what a column points to, or its number where it has none."""
        reference = rule.reference_at(at)
        if reference is None or row[at] is None:
            return ""
        target = of_tables()[reference.target]
        goal = self._row_of(reference.target, row[at])
        return str(row[at] if goal is None or target.guid is None else goal[target.guid])

    def name(self, rule: Rule, row: Row) -> str:
        """Return what a row is called: its name, or the names of what it ties together."""
        if rule.table == PASSAGES:
            return self._passage(rule, row)
        if rule.table == "memo":
            return _short(row[rule.at("title")] or row[rule.at("body")])
        if rule.table == "relation_type" and not row[rule.at("name")]:
            key = row[rule.at("key")]
            return str(BUILT_IN[key].label) if key in BUILT_IN else str(key)
        for column in ("name", "key", "code_name"):
            if column in rule.columns:
                return str(row[rule.at(column)])
        parts = [
            self.named(one.target, row[one.at])
            for one in rule.references
            if row[one.at] is not None and one.at in (rule.key or (one.at,))
        ]
        return " · ".join(part for part in parts if part)

    def _passage(self, rule: Rule, row: Row) -> str:
        start, end = row[rule.at("start")], row[rule.at("end")]
        document = self._row_of("document", row[rule.at("document_id")])
        if document is None:
            return f"{start}–{end}"
        documents = of_tables()["document"]
        text = self._text_of(document[documents.at("text_id")])
        return f"{document[documents.at('name')]}: “{_short(text[start:end])}”"


def _short(text: object) -> str:
    words = " ".join(str(text).split())
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"
