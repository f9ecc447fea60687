"""A file of the first schema, only read: it stays as it is, and every question has an answer."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from qcode.model.enums import ParadigmRole
from qcode.model.log_records import HistoryFilter, StepSort
from qcode.model.relation_types import BUILT_IN
from qcode.model.saturation import CodingOrder, Verdict
from qcode.model.schools import STANDARD
from qcode.model.theory_records import (
    NO_EVIDENCE,
    Evidence,
    MemoFilter,
    MemoOrder,
    StoryCounts,
    Target,
    TargetKind,
)
from qcode.services import (
    code_biography,
    code_events,
    codes,
    coherence,
    diagram,
    drawing,
    evidence,
    exporting,
    favourites,
    history,
    live_links,
    memo_export,
    memos,
    methods,
    overview,
    paradigms,
    properties,
    quoted_passages,
    relations,
    saturation,
    stages,
    storyline,
    terms,
    thesis_tables,
    versions,
)
from qcode.services.project import Project

from tests.store.helpers import beside, raw

FIRST = Path(__file__).parents[1] / "data" / "schema-1.qcode"
TOP, MIDDLE, LOW = 1, 2, 3  # the codes of the file, one below the other


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Project]:
    """The file, open to read; afterwards it is the same to the byte, and alone."""
    path = tmp_path / "old.qcode"
    shutil.copyfile(FIRST, path)
    with Project.open(path, read_only=True, coder="Ann") as project:
        assert overview.info(project).schema == 1
        yield project
    assert hashlib.sha256(path.read_bytes()).digest() == (
        hashlib.sha256(FIRST.read_bytes()).digest()
    )
    assert beside(path) == [path.name]


def test_there_is_no_model_in_it(old: Project) -> None:
    assert relations.listed(old) == [] and relations.evidence(old) == {}
    assert relations.chains(old) == [] and relations.loops(old) == []
    assert [one.key for one in relations.types(old)] == list(BUILT_IN)
    assert not any(one.relations or one.id for one in relations.types(old))
    assert paradigms.listed(old) == []
    nothing = paradigms.evidence(old, 1)
    assert nothing.roles == dict.fromkeys(ParadigmRole, NO_EVIDENCE) and nothing.codes == {}
    assert stages.listed(old) == []
    assert properties.listed(old) == {} and properties.of_code(old, LOW) == []
    assert diagram.places(old) == {}
    assert storyline.text(old) == "" and storyline.segments(old) == []
    assert storyline.counts(old) == StoryCounts(0, 0, 0, 0, 0)


def test_its_codes_and_passages_count_for_what_is_asked_of_them_now(old: Project) -> None:
    assert evidence.of_codes(old, [TOP]) == {TOP: Evidence(2, 1)}
    assert [str(one.message) for one in storyline.warnings(old)] == [
        "“从上而来” rests on one document alone."
    ]
    assert coherence.findings(old) == []
    assert coherence.passages_without_concept(old, MIDDLE) == []
    assert favourites.listed(old) == []
    offered = quoted_passages.offered(old, TOP, MIDDLE)
    assert [one.passage.quote for one in offered] == ["calls", "again \U0001f4de"]
    assert terms.of(old) == STANDARD
    wording = drawing.wording(terms.page_setup(old))
    assert [one.title for one in drawing.gather(old, wording).nodes] == ["从上而来"]


def test_saturation_is_counted_with_nothing_held_out(old: Project) -> None:
    found = saturation.report(old)
    assert (found.verdict, found.order) == (Verdict.NONE_HELD_OUT, CodingOrder.DOCUMENTS)
    assert [(one.document, one.cumulative_concepts) for one in found.documents] == [("talk", 1)]
    assert saturation.held_out(old) == set()


def test_its_memos_are_found_in_every_order_and_by_what_they_are_on(old: Project) -> None:
    for order in MemoOrder:
        (memo,) = memos.listed(old, order=order)
        assert (memo.body, memo.code_ids) == ("Why twice?", (LOW,))
        assert (memo.relation_ids, memo.paradigm_ids) == ((), ())
    assert memos.targets_of(memo) == {Target(TargetKind.CODE, LOW)}
    assert [one.words for one in memos.segments(old, memo)] == ["Why twice?"]
    on = frozenset({Target(TargetKind.RELATION, 1), Target(TargetKind.PARADIGM, 1)})
    assert memos.listed(old, MemoFilter(attached=on)) == []
    assert memos.bare_passages(old, 1) == {}
    assert live_links.as_read(old, ["plain"]) == ["plain"]


def test_its_log_tells_the_lives_of_codes_and_knows_no_version(old: Project) -> None:
    assert code_events.listed(old) == [] and code_events.of_last_step(old) == []
    life = code_biography.biography(old, LOW)
    assert [one.kind.value for one in life.entries] == ["created"] and life.codings == 3
    assert versions.listed(old) == []
    now = versions.state(old)
    assert [one.name for one in now.codes] == [one.name for one in codes.tree(old)]
    assert versions.compare(old, None).count() == {"added": 3}
    assert len(history.filtered(old)) == len(overview.history(old))
    assert len(history.filtered(old, HistoryFilter(document=1))) > 0
    on_code = history.filtered(old, HistoryFilter(code=LOW, sorts=frozenset({StepSort.CODES})))
    assert [str(step.label) for step in on_code] == ["New concept push"]


def test_its_tables_can_be_printed(old: Project, tmp_path: Path) -> None:
    found = thesis_tables.gather(old)
    assert found.open is not None and found.open.evidence == Evidence(2, 1)
    assert found.paradigms == () and found.properties == ()
    assert found.selective is not None and found.selective.relations == ()
    folder = tmp_path / "out"
    folder.mkdir()
    thesis_tables.write(old, folder / "tables.docx")
    drawing.write(old, folder / "diagram.svg")
    saturation.write(old, saturation.report(old), folder / "saturation.docx")
    exporting.write_codebook(old, folder / "codebook.docx")
    assert memo_export.write(old, folder / "memos.docx") == 1
    assert methods.gather(old).versions == ()
    methods.write(old, folder / "methods.docx")
    history.write(old, folder / "history.docx")
    assert len(list(folder.iterdir())) == 7
    assert all(one.stat().st_size > 500 for one in folder.iterdir())
    shutil.rmtree(folder)


def test_who_works_blind_in_it_gets_answers_too(tmp_path: Path) -> None:
    path = tmp_path / "blind.qcode"
    shutil.copyfile(FIRST, path)
    with raw(path) as connection:
        connection.execute("UPDATE journal SET step_id = (SELECT max(id) FROM step)")
        connection.execute("INSERT INTO setting (key, value) VALUES ('blind', '1')")
        connection.execute("UPDATE journal SET step_id = NULL")
    with Project.open(path, read_only=True, coder="Newcomer") as old:
        assert relations.listed(old) == [] and paradigms.listed(old) == []
        assert stages.listed(old) == [] and properties.of_code(old, LOW) == []
        assert evidence.of_codes(old, [TOP]) == {TOP: NO_EVIDENCE}
        assert [one.kind.value for one in coherence.findings(old)] == ["unused"]
        assert [one.kind.value for one in storyline.warnings(old)] == ["no_document"]
        assert not any(one.coded for one in saturation.report(old).documents)
        assert len(memos.listed(old)) == 1  # on a code, not on anybody's coding
        assert quoted_passages.offered(old, TOP, MIDDLE) == []
        assert code_events.listed(old) == [] and versions.listed(old) == []
        assert code_biography.biography(old, LOW).codings == 0
        assert versions.state(old).counts.passages is None
        assert [str(one.label) for one in history.filtered(old, HistoryFilter(document=1))] == [
            "Import talk",
            "Status of Ben: finished",
            "Edit document talk",
            "Undo Edit document talk",
        ]  # but none of the steps that coded it
        found = thesis_tables.gather(old).open
        assert found is not None and found.evidence == NO_EVIDENCE
