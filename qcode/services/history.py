"""The history, filtered and exported; ``overview.history`` has all of it.

What a step touched is read from the journal, which takes some tenths of a second in a large
project: ask from a worker when a filter names a code, a document or a sort.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from qcode.model.log_records import HistoryFilter, StepSort
from qcode.model.records import HistoryStep
from qcode.model.report import PageSetup
from qcode.model.schools import Translate
from qcode.services import overview, terms
from qcode.services.exporting import require_ending
from qcode.services.project import Project
from qcode.store import log_queries, queries, visibility
from qcode.store.connection import Connection

__all__ = ["ENDINGS", "EVERYTHING", "HistoryFilter", "StepSort", "coders", "filtered", "write"]

ENDINGS = (".docx", ".csv", ".xlsx")
EVERYTHING = HistoryFilter()

_SORTS: Mapping[str, StepSort] = {
    "document": StepSort.DOCUMENTS,
    "document_group": StepSort.DOCUMENTS,
    "variable": StepSort.DOCUMENTS,
    "variable_value": StepSort.DOCUMENTS,
    "held_out": StepSort.DOCUMENTS,
    "code": StepSort.CODES,
    "code_event": StepSort.CODES,
    "codebook_version": StepSort.CODES,
    "coding": StepSort.CODINGS,
    "memo": StepSort.MEMOS,
    "memo_link": StepSort.MEMOS,
    "memo_model_link": StepSort.MEMOS,
    "code_property": StepSort.MODEL,
    "property_place": StepSort.MODEL,
    "paradigm": StepSort.MODEL,
    "paradigm_slot": StepSort.MODEL,
    "relation_type": StepSort.MODEL,
    "relation": StepSort.MODEL,
    "relation_passage": StepSort.MODEL,
    "stage": StepSort.MODEL,
    "stage_code": StepSort.MODEL,
    "diagram_place": StepSort.MODEL,
    "storyline": StepSort.MODEL,
    "coder": StepSort.WORK,
    "work": StepSort.WORK,
    "coder_part": StepSort.WORK,
    "agreement_round": StepSort.WORK,
    "decision": StepSort.WORK,
    "decision_coding": StepSort.WORK,
    "amendment": StepSort.WORK,
    "merged": StepSort.WORK,
    "project": StepSort.SETTINGS,
    "setting": StepSort.SETTINGS,
}


def coders(project: Project) -> list[str]:
    """Return the names that the history has, those of former days among them, in their order."""
    return list(dict.fromkeys(step.coder for step in overview.history(project)))


def filtered(
    project: Project, wanted: HistoryFilter = EVERYTHING, translate: Translate = str
) -> list[HistoryStep]:
    """Return the steps that are wanted, the oldest first.

    Undo and redo are about what the step was about that they took back or did again. ``words`` are
    looked for in labels as ``translate`` says them. Steps that are hidden from who works blind are
    found by coder and date only: nothing tells what they were about.
    """
    steps = [step for step in overview.history(project) if _passes(step, wanted)]
    if words := wanted.words.casefold().split():
        steps = [
            step
            for step in steps
            if all(word in step.label.text(translate).casefold() for word in words)
        ]
    if not (wanted.sorts or wanted.code is not None or wanted.document is not None):
        return steps
    with project.read() as connection:
        hidden = visibility.hidden_steps(connection, project.coder)
        targets = log_queries.targets(connection)
        about = _about(connection, wanted)
    return [
        step for step in steps if step.id not in hidden and targets.get(step.id, step.id) in about
    ]


def _passes(step: HistoryStep, wanted: HistoryFilter) -> bool:
    return (
        (not wanted.coders or step.coder in wanted.coders)
        and step.at >= wanted.since
        and (not wanted.until or step.at < wanted.until)
        and (wanted.undone is None or (step.kind == "do" and step.undone is wanted.undone))
    )


def _about(connection: Connection, wanted: HistoryFilter) -> set[int]:
    """Return the steps that touched everything that the filter names."""
    found: list[set[int]] = []
    if wanted.sorts:
        touched = log_queries.tables_of_steps(connection)
        found.append(
            {
                step
                for step, tables in touched.items()
                if any(_SORTS.get(table) in wanted.sorts for table in tables)
            }
        )
    if wanted.code is not None:
        found.append(_on_code(connection, wanted.code))
    if wanted.document is not None:
        found.append(log_queries.steps_on_document(connection, wanted.document))
    return set.intersection(*found)


def _on_code(connection: Connection, code: int | str) -> set[int]:
    if isinstance(code, str):
        rows = log_queries.code_rows_ever(connection, code)
        return set().union(*(log_queries.steps_on_code(connection, row, code) for row in rows))
    present = queries.code(connection, code)
    guid = present.guid if present else log_queries.code_guid_ever(connection, code)
    return log_queries.steps_on_code(connection, code, guid)


# ---------------------------------------------------------------------- writing


def write(
    project: Project,
    out: Path,
    wanted: HistoryFilter = EVERYTHING,
    setup: PageSetup | None = None,
    *,
    translate: Translate = str,
) -> int:
    """Write the steps that are wanted as Word, CSV or XLSX, and return how many there are.

    Labels are said by ``translate`` in the terms of the project. Raises ``QcodeError`` for another
    ending and for a file that cannot be written.
    """
    from qcode.formats import history_out

    require_ending(out, ENDINGS)
    found = filtered(project, wanted, translate)
    say = terms.translator(project, translate)
    history_out.write(
        [
            history_out.Line(
                step.id, step.at, step.coder, step.label.text(say), step.kind, step.undone
            )
            for step in found
        ],
        out,
        project=project.name,
        date=datetime.now().astimezone().date().isoformat(),
        setup=terms.page_setup(project, setup),
    )
    return len(found)
