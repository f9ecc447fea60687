"""Everything that is shown of a blind project, as if what is hidden had never been there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from qcode.model.enums import CodeKind, MemoKind, WorkStatus
from qcode.model.records import CodeDraft, Coding, MemoRecord
from qcode.model.span import Span
from qcode.model.theory_records import Target, TargetKind
from qcode.model.thesis import Axis, AxisKind, TableKind, TableOptions
from qcode.services import (
    codebook,
    coders,
    codes,
    codings,
    coherence,
    documents,
    evidence,
    exporting,
    history,
    memos,
    methods,
    overview,
    passages,
    saturation,
    thesis_tables,
    versions,
)
from qcode.services.project import Project

from tests.services.blind.study import CODERS, FINISHED, texts_of

PLACES = st.tuples(st.integers(0, 2), st.sampled_from([(0, 6), (4, 9), (4, 20), (30, 41)]))
APPLIED = st.tuples(st.sampled_from(CODERS), PLACES, st.integers(0, 2), st.booleans())
WRITTEN = st.tuples(
    st.sampled_from(CODERS),
    st.sampled_from(["project", "code", "document", "passage", "cell"]),
    PLACES,
)
STATUSES = st.tuples(st.sampled_from(CODERS), st.integers(0, 2), st.sampled_from(WorkStatus))
WORK = st.lists(
    st.one_of(
        st.tuples(st.just("code"), APPLIED),
        st.tuples(st.just("memo"), WRITTEN),
        st.tuples(st.just("status"), STATUSES),
    ),
    max_size=25,
)


def work(project: Project, steps: list[tuple[str, Any]]) -> None:
    """Let several coders work in three documents with three codes."""
    texts = texts_of(project, "Pier", "Quay", "Mole")
    above = codes.create(project, CodeDraft("signs", CodeKind.CATEGORY))
    used = [
        above,
        codes.create(project, CodeDraft("lamp decides", CodeKind.CONCEPT), above),
        codes.create(project, CodeDraft("nobody asks", CodeKind.CONCEPT)),
    ]
    for number, (what, step) in enumerate(steps):
        project.act_as(step[0])
        if what == "code":
            _, (document, span), code, typical = step
            made = codings.apply(project, texts[document], [Span(*span)], [used[code]])
            codings.set_memo(project, made[0], f"{step[0]} wrote {number}")
            codings.set_typical(project, made, typical)
        elif what == "memo":
            _, kind, (document, span) = step
            memos.create(
                project,
                MemoKind.PASSAGE if kind == "passage" else MemoKind.DOCUMENT,
                f"{step[0]} thought {number}",
                document_id=texts[document] if kind in ("document", "cell") else None,
                code_id=used[0] if kind in ("code", "cell") else None,
                passage=(texts[document], Span(*span)) if kind == "passage" else None,
            )
        else:
            coders.set_status(project, [texts[step[1]]], step[0], step[2])
    project.act_as(CODERS[0])
    versions.name_version(project, "as coded")


def finished_by(project: Project, coder: str) -> set[int]:
    return {
        record.document_id
        for record in coders.work(project)
        if record.coder == coder and record.status is FINISHED
    }


def hidden_codings(project: Project, coder: str) -> list[Coding]:
    """What ``coder`` must not see, found while the project is not blind."""
    seen = finished_by(project, coder)
    return [
        coding
        for document in documents.listed(project)
        for coding in codings.of_document(project, document.id)
        if coding.coder != coder and coding.document_id not in seen
    ]


def hidden_memos(project: Project, coder: str) -> list[MemoRecord]:
    seen = finished_by(project, coder)
    with project.read_all() as connection:
        document_of = dict(connection.run("SELECT id, document_id FROM selection").all())
    return [
        memo
        for memo in memos.listed(project)
        if memo.coder != coder
        and not {*memo.document_ids, *(document_of[i] for i in memo.selection_ids)} <= seen
    ]


def each_document(read: Callable[[Project, int], Any]) -> Callable[[Project], Any]:
    return lambda project: [read(project, one.id) for one in documents.listed(project)]


def all_of(project: Project) -> list[int]:
    return [code.id for code in codes.tree(project, counts=False)]


def every_coding(project: Project) -> list[int]:
    """Ids of codings in and out of sight: a list that was read earlier may ask for any."""
    del project
    return list(range(1, 60))


def methods_of(project: Project) -> tuple[object, ...]:
    """What a methods appendix tells of codings and memos, except how many steps there were."""
    found = methods.gather(project, today=date(2026, 1, 2))
    return (
        *(found.documents, found.passages, found.codings, found.memos, found.kinds),
        *(found.coders, found.work, found.coded_first, found.coded_last, found.saturation),
    )


TABLES = TableOptions(long=True, columns="documents", across=Axis(AxisKind.CATEGORIES))
BY_DOCUMENT = replace(TABLES, tables=frozenset({TableKind.TYPOLOGY}), down=Axis(AxisKind.DOCUMENTS))


def written(project: Project, name: str, write: Callable[[Path], object]) -> str:
    with tempfile.TemporaryDirectory(prefix="qcode-blind-") as folder:
        out = Path(folder) / name
        write(out)
        return out.read_text(encoding="utf-8-sig")


READINGS: dict[str, Callable[[Project], Any]] = {
    "codes.tree": codes.tree,
    "codes.rows": codes.rows,
    "codes.figures": lambda p: [codes.figures(p, i) for i in all_of(p)],
    "codings.of_document": each_document(codings.of_document),
    "codings.by_id": lambda p: codings.by_id(p, every_coding(p)),
    "passages.of_codes": lambda p: passages.of_codes(p, all_of(p)),
    "passages.Reading": lambda p: passages.Reading(p, all_of(p)).portion(),
    "passages.by_id": lambda p: passages.by_id(p, every_coding(p)),
    "passages.coded_spans": each_document(passages.coded_spans),
    "passages.neighbours": lambda p: passages.neighbours(p, every_coding(p)),
    "passages.stops": lambda p: passages.stops(p, all_of(p)),
    "documents.listed": documents.listed,
    "documents.some": lambda p: documents.listed(p, [1, 2]),
    "evidence.of_codes": lambda p: evidence.of_codes(p, all_of(p)),
    "memos.listed": memos.listed,
    "memos.on": lambda p: [memos.on(p, Target(TargetKind.CODE, i)) for i in all_of(p)],
    "memos.bare_passages": each_document(memos.bare_passages),
    "coders.listed": coders.listed,
    "coders.figures": coders.figures,
    "coders.work": coders.work,
    "codebook.gather": lambda p: codebook.gather(p, passages=9, today=date(2026, 1, 2)),
    "codebook.all_passages": codebook.all_passages,
    "coherence.findings": coherence.findings,
    "exporting.coding_rows": exporting.coding_rows,
    "methods.gather": methods_of,
    "saturation.report": saturation.report,
    "thesis_tables.gather": lambda p: thesis_tables.gather(p, TABLES, today=date(2026, 1, 2)),
    "thesis_tables.typology": lambda p: thesis_tables.gather(p, BY_DOCUMENT).typology,
    "codings.csv": lambda p: written(p, "c.csv", lambda out: exporting.write_codings(p, out)),
    "codebook.csv": lambda p: written(p, "b.csv", lambda out: exporting.write_codebook(p, out)),
    "codebook.html": lambda p: written(p, "b.html", lambda out: exporting.write_codebook(p, out)),
    "passages.csv": lambda p: written(p, "p.csv", lambda out: exporting.write_passages(p, out)),
}


def shown(project: Project) -> dict[str, Any]:
    found = {name: read(project) for name, read in READINGS.items()}
    info = overview.info(project)
    found["info"] = (info.codings, info.memos, info.documents, info.coders)
    return found


@settings(max_examples=int(os.environ.get("QCODE_TEST_EXAMPLES", "20")), deadline=None)
@given(steps=WORK, coder=st.sampled_from((*CODERS, "Newcomer")))
def test_a_blind_project_reads_as_if_what_is_hidden_were_deleted(
    steps: list[tuple[str, Any]], coder: str
) -> None:
    with tempfile.TemporaryDirectory(prefix="qcode-blind-") as folder:
        path, bare = Path(folder) / "study.qcode", Path(folder) / "bare.qcode"
        with Project.create(path, "Study", "Ann") as project:
            work(project, steps)
            project.act_as(coder)
        shutil.copyfile(path, bare)
        with Project.open(bare) as project:
            away = hidden_codings(project, coder)
            unread = hidden_memos(project, coder)
            if away:
                codings.remove(project, [coding.id for coding in away])
            if unread:
                memos.delete(project, [memo.id for memo in unread])
            expected = shown(project)
        with Project.open(path) as project:
            everything = shown(project)
            coders.set_blind(project, True)
            assert shown(project) == expected
            steps_shown = " ".join(step.label.text() for step in overview.history(project))
            for coding in away:
                assert coding.guid not in str(shown(project))
            secret = secret_labels(project, coder, away, unread)
            for label in secret:
                assert label not in steps_shown
            unfinished = len(finished_by(project, coder)) < len(documents.listed(project))
            require_silent_log(project, secret, hidden=unfinished)
            assert overview.findings(project) == []
            coders.set_blind(project, False)
            assert shown(project) == everything
        with Project.open(path) as project:
            coders.set_blind(project, True)
        with Project.open(path, read_only=True) as project:
            assert shown(project) == expected, "also where nothing can be written"


def require_silent_log(project: Project, secret: set[str], *, hidden: bool) -> None:
    """Versions, history and methods, as who looks has them, tell nothing of what is hidden.

    ``hidden``: counts of versions are left out as long as any document is unfinished, whether
    anybody has coded in it or not, so that this too tells nothing.
    """
    filters = [
        history.EVERYTHING,
        *(history.HistoryFilter(code=code) for code in all_of(project)),
        *(history.HistoryFilter(document=one.id) for one in documents.listed(project)),
        *(history.HistoryFilter(sorts=frozenset({sort})) for sort in history.StepSort),
        *(history.HistoryFilter(words=label) for label in secret),
    ]
    for wanted in filters:
        found = [step.label.text() for step in history.filtered(project, wanted)]
        assert not secret & set(found)
        if wanted.sorts or wanted.code or wanted.document:
            assert not any(label.startswith("A step of") for label in found)
    table = written(project, "log.csv", lambda out: history.write(project, out))
    assert not any(label in table for label in secret)

    report = methods.gather(project)
    if report.periods:
        last = report.periods[-1]
        assert (last.codings, last.memos) == (report.codings, report.memos)
    assert sum(one.codings for one in report.work) == report.codings
    (version,) = versions.listed(project)
    states = [versions.state(project), versions.state(project, version.id)]
    compared = versions.compare(project, version.id)
    counts = [version.counts, compared.older_counts, compared.newer_counts]
    counts += [line.counts for line in report.versions]
    for one in [*counts, *(state.counts for state in states)]:
        assert (one.passages is None, one.codings is None) == (hidden, hidden)
    for code in (code for state in states for code in state.codes):
        assert (code.passages is None, code.documents is None) == (hidden, hidden)


def secret_labels(
    project: Project, coder: str, away: list[Coding], unread: list[MemoRecord]
) -> set[str]:
    """Labels of steps that only hidden work has: nobody else's step may be called the same."""
    if not away and not unread:
        return set()
    with project.read_all() as connection:
        rows = connection.run("SELECT coder, template, params FROM step").all()
    mine = {(template, params) for who, template, params in rows if who == coder}
    by_code = {code.id: code.title for code in codes.tree(project, counts=False)}
    seen_by_me = {by_code[one.code_id] for one in codings.by_id(project, every_coding(project))}
    return {
        f"Apply {by_code[coding.code_id]}"
        for coding in away
        if by_code[coding.code_id] not in seen_by_me
        and not any(
            template == "Apply {code}" and by_code[coding.code_id] in params
            for template, params in mine
        )
    }
