"""The model of a blind project: shared, but it tells nothing of hidden codings."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from qcode.model.enums import CodeKind, MemoKind
from qcode.model.errors import QcodeError
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.model.theory_records import Evidence, Target, TargetKind
from qcode.services import (
    coders,
    codes,
    codings,
    documents,
    memos,
    paradigms,
    properties,
    relations,
)
from qcode.services.project import Project

from tests import data
from tests.services.blind.study import FINISHED, OPEN, acting, labels
from tests.services.modelled import passage


@pytest.fixture
def category(study: Project) -> int:
    """A category on the words that both have coded, and on words of Bo's alone."""
    made = codes.create(study, CodeDraft("lamps", CodeKind.CATEGORY))
    codings.apply(study, 1, [Span(0, 6)], [made])
    with acting(study, "Bo"):
        codings.apply(study, 1, [Span(0, 6), Span(10, 14)], [made])
    return made


def places(project: Project, code: int) -> set[tuple[str, int]]:
    return {(one.coder, one.place) for p in properties.of_code(project, code) for one in p.places}


def test_places_of_others_are_hidden_until_the_document_is_finished(
    study: Project, category: int
) -> None:
    light = properties.create(study, category, "light", "dim", "bright")
    words = passage(study, 1, 0, 6)
    properties.place(study, light, words, 10)
    with acting(study, "Bo"):
        properties.place(study, light, words, 90)
        properties.place(study, light, passage(study, 1, 10, 14), 50)
    assert places(study, category) == {("Ann", 10), ("Bo", 90), ("Bo", 50)}
    coders.set_blind(study, True)
    assert places(study, category) == {("Ann", 10)}
    coders.set_status(study, [1], "Ann", OPEN)
    assert places(study, category) == {("Ann", 10)}
    with acting(study, "Bo"):
        assert places(study, category) == {("Bo", 90), ("Bo", 50)}
    coders.set_status(study, [1], "Ann", FINISHED)
    assert places(study, category) == {("Ann", 10), ("Bo", 90), ("Bo", 50)}


def test_the_step_of_a_hidden_place_has_no_telling_name_and_is_not_undone(
    study: Project, category: int
) -> None:
    light = properties.create(study, category, "light")
    coders.set_blind(study, True)
    with acting(study, "Bo"):
        properties.place(study, light, passage(study, 1, 0, 6), 90)
    assert labels(study)[-1] == "A step of Bo" == str(study.undo_label())
    with pytest.raises(QcodeError, match="hidden from you"):
        study.undo()
    with acting(study, "Bo"):
        assert labels(study)[-1] == "Place a passage on light"
        assert study.undo() is not None


def test_a_relation_shows_no_passage_whose_codings_are_all_hidden(
    study: Project, category: int
) -> None:
    other = codes.create(study, CodeDraft("ferries", CodeKind.CATEGORY))
    tie = relations.create(study, category, other, "causes", "light brings them in")
    both, theirs = passage(study, 1, 0, 6), passage(study, 1, 10, 14)
    with acting(study, "Bo"):
        relations.add_passages(study, tie, [both, theirs])
    (bare,) = relations.add_passages(study, tie, [(2, Span(0, 4))])
    coders.set_blind(study, True)

    def seen() -> tuple[str, tuple[int, ...], Evidence]:
        (one,) = relations.listed(study)
        return one.meaning, one.passages, relations.evidence(study)[tie]

    assert seen() == ("light brings them in", (both, bare), Evidence(2, 2))
    with acting(study, "Bo"):
        assert seen()[1] == (both, theirs, bare)
    assert labels(study)[-3] == "A step of Bo"
    codings.apply(study, 1, [Span(10, 14)], [other])
    assert seen()[1] == (both, theirs, bare), "what I coded myself tells me nothing new"
    study.undo()
    coders.set_status(study, [1], "Ann", FINISHED)
    assert seen()[1] == (both, theirs, bare)


def test_moving_hidden_passages_along_is_possible_without_seeing_them(
    study: Project, category: int
) -> None:
    other = codes.create(study, CodeDraft("ferries", CodeKind.CATEGORY))
    tie = relations.create(study, category, other, "causes")
    both, theirs = passage(study, 1, 0, 6), passage(study, 1, 10, 14)
    relations.add_passages(study, tie, [theirs, both])
    coders.set_blind(study, True)
    relations.reorder_passages(study, tie, [both])
    assert relations.listed(study)[0].passages == (both,)
    coders.set_blind(study, False)
    assert relations.listed(study)[0].passages == (both, theirs)


def test_evidence_counts_what_the_coder_sees(study: Project, category: int) -> None:
    made = paradigms.create(study, "one")
    role = next(iter(paradigms.listed(study)[0].slots))
    paradigms.put(study, made, role, [category])
    assert paradigms.evidence(study, made).roles[role] == Evidence(2, 1)
    coders.set_blind(study, True)
    assert paradigms.evidence(study, made).roles[role] == Evidence(1, 1)


def test_memos_on_the_model_are_shared_unless_they_are_on_a_document_too(
    study: Project, category: int
) -> None:
    made = paradigms.create(study, "one")
    on = [Target(TargetKind.PARADIGM, made)]
    with acting(study, "Bo"):
        shared = memos.create(study, MemoKind.THEORETICAL, "shared", targets=on)
        hidden = memos.create(study, MemoKind.THEORETICAL, "hidden", targets=on, document_id=1)
    coders.set_blind(study, True)
    assert {one.id: one.paradigm_ids for one in memos.listed(study)} == {shared: (made,)}
    coders.set_status(study, [1], "Ann", FINISHED)
    assert {one.id for one in memos.listed(study)} == {shared, hidden}


def test_a_blind_project_of_an_older_schema_can_be_read_as_it_is(tmp_path: Path) -> None:
    old = tmp_path / "old.qcode"
    shutil.copyfile(Path(data.__path__[0]) / "schema-1.qcode", old)
    with closing(sqlite3.connect(old)) as raw, raw:
        raw.execute("UPDATE journal SET step_id = (SELECT max(id) FROM step)")
        raw.execute("INSERT INTO setting (key, value) VALUES ('blind', '1')")
        raw.execute("UPDATE journal SET step_id = NULL")
    with Project.open(old, read_only=True, coder="Newcomer") as project:
        assert coders.is_blind(project)
        assert [codings.of_document(project, one.id) for one in documents.listed(project)] == [[]]
        assert all(not one.document_ids for one in memos.listed(project))
        assert relations.listed(project) == []
