"""What others made comes in: everything that a project can hold, in any order of the files."""

from __future__ import annotations

from dataclasses import replace

from qcode.model.enums import CodeKind, MemoKind, ParadigmRole, WorkStatus
from qcode.model.memo_records import Target, TargetKind
from qcode.model.messages import Message
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import (
    coders,
    codes,
    codings,
    documents,
    memos,
    overview,
    paradigms,
    properties,
    relations,
    saturation,
    stages,
    storyline,
    versions,
)
from qcode.services.joining import merging, rules
from qcode.services.project import Project
from qcode.store import join_queries

from tests.services.bringing import bring_in
from tests.services.joining import copies as study
from tests.services.joining.copies import code_id, merge

# Numbers of rows, places in an order, and what tells of this file alone.
_PASSED = {"id", "position", "modified"}


def everything(project: Project) -> dict[str, int]:
    """Make one of everything; return what the tests ask for again."""
    (diary,) = bring_in(project, Source("diary", "It rained. The list was read out."), group="own")
    documents.edit(project, diary, values={"place": "harbour"})
    coders.set_status(project, [diary], project.coder, WorkStatus.FINISHED)
    saturation.set_held_out(project, [diary], True)
    core = codes.create(project, CodeDraft("holding", CodeKind.CORE_CATEGORY))
    main = codes.create(project, CodeDraft("calling", CodeKind.MAIN_CATEGORY), core)
    late = codes.create(project, CodeDraft("late", CodeKind.CONCEPT), main)
    codings.apply(project, diary, [Span(0, 10)], [late, main])
    memos.create(project, MemoKind.CODE, "why late", title="Late", code_id=late)
    memos.create(project, MemoKind.PASSAGE, "look", passage=(diary, Span(11, 20)))
    tie = relations.create(project, main, core, "causes", "because it rained")
    relations.add_passages(project, tie, [(diary, Span(0, 10))])
    on_tie = memos.create(project, MemoKind.THEORETICAL, "on the tie")
    memos.attach(project, on_tie, [Target(TargetKind.RELATION, tie)])
    frame = paradigms.create(project, "rain")
    paradigms.put(project, frame, ParadigmRole.PHENOMENON, [main])
    stage = stages.create(project, "before", "the rain")
    stages.put(project, stage, [main])
    rate = properties.create(project, main, "how often", "never", "always")
    with project.read_all() as connection:
        passage = connection.run(
            "SELECT s.id FROM selection AS s WHERE s.document_id = ? AND s.start = 0", (diary,)
        ).value()
    properties.place(project, rate, passage, 70)
    storyline.write(project, "First it rained.")
    versions.name_version(project, "after the diary")
    codes.delete(project, [code_id(project, "told nothing")], reason="said nothing")
    return {"diary": diary, "late": late}


def told(project: Project) -> dict[str, list[tuple[object, ...]]]:
    """Every row by what it says: numbers of rows replaced by GUIDs, orders and times left out."""
    guids: dict[tuple[str, object], object] = {}
    found: dict[str, list[tuple[object, ...]]] = {}
    for name, rule in rules.of_tables().items():
        found[name] = []
        with project.read_all() as connection:
            listed = join_queries.rows(connection, name, rule.columns)
        for row in listed:
            said = tuple(
                guids.get((one.target, value), value)
                if (one := rule.reference_at(at)) is not None
                else value
                for at, (column, value) in enumerate(zip(rule.columns, row, strict=True))
                if column not in _PASSED and not (name == "code" and column == "parent_id")
            )
            if name == "selection":  # known by its place: which GUID it has depends on the order
                said = said[1:-1]
            known = rule.guid is not None and name != "selection"
            guids[name, row[0]] = row[rule.guid or 0] if known else said
            found[name].append(said)
        found[name].sort(key=str)
    del found["merged"]
    return found


def test_everything_that_somebody_made_comes_in(two: list[Project]) -> None:
    ann, bo = two
    everything(bo)
    report = merge(ann, bo)
    study.sound(ann)
    assert told(ann) == told(bo)
    assert report.documents == ("diary",)
    assert set(report.codes) == {"holding", "calling", "late"}
    assert [name for _, name in report.deleted] == ["told nothing"]
    assert report.count("relation").added == 1
    assert {one.table for one in report.counts} >= {
        *("document_group", "variable", "variable_value", "memo", "memo_link", "memo_model_link"),
        *("relation_type", "relation", "relation_passage", "paradigm", "paradigm_slot", "stage"),
        *("stage_code", "code_property", "property_place", "storyline", "code_event", "work"),
        *("codebook_version", "held_out", "coding", "coder"),
    }
    with ann.read_all() as connection:
        assert connection.run("SELECT body FROM codebook_snapshot").column()


def test_codes_keep_their_parents_and_come_behind_those_that_are_there(two: list[Project]) -> None:
    ann, bo = two
    waiting = code_id(bo, "waiting")
    codes.create(bo, CodeDraft("in vain", CodeKind.CONCEPT), waiting)
    codes.create(bo, CodeDraft("boats", CodeKind.CATEGORY))
    codes.create(ann, CodeDraft("at the pier", CodeKind.CONCEPT), code_id(ann, "waiting"))
    merge(ann, bo)
    assert [(one.name, one.depth) for one in codes.tree(ann)] == [
        ("waiting", 0),
        ("closed", 1),
        ("at the pier", 1),
        ("in vain", 1),
        ("told nothing", 0),
        ("boats", 0),
    ]


def test_files_merged_in_either_order_give_the_same_project(three: list[Project]) -> None:
    ann, bo, cy = three
    path = ann.path.with_name("other order.qcode")
    ann.close()
    path.write_bytes(ann.path.read_bytes())
    for project, start in ((bo, 3), (cy, 5)):
        first, second = (one.id for one in documents.listed(project))
        new = codes.create(project, CodeDraft(f"of {project.coder}", CodeKind.CONCEPT))
        closed = code_id(project, "closed")
        codings.apply(project, first, [Span(start, start + 9)], [new, closed])
        codings.apply(project, second, [Span(0, 9)], [closed])
        memos.create(project, MemoKind.PROJECT, f"by {project.coder}")
    codings.remove(bo, [1])
    with Project.open(ann.path) as one, Project.open(path) as other:
        merge(one, bo)
        merge(one, cy)
        merge(other, cy, bo)
        assert told(one) == told(other)
        assert study.coded(one) == study.coded(other)
        assert sorted(overview.info(one).coders) == sorted(overview.info(other).coders)
        assert replace(overview.info(one), coders=()) == replace(overview.info(other), coders=())
        assert len(study.coded(one)) == 2 + 2 * 3
        study.sound(one)


def test_who_coded_the_same_passage_in_two_copies_is_one_coder_with_one_coding(
    two: list[Project],
) -> None:
    ann, bo = two
    for project in two:
        project.act_as("Dora", remember=False)
        document = documents.listed(project)[0].id
        codings.apply(project, document, [Span(1, 8)], [code_id(project, "closed")])
        project.act_as("Ann", remember=False)
    coding = max(study.picture(bo)["coding"])[0]
    codings.set_memo(bo, coding, "seen twice")
    before = study.codings_by_guid(ann)
    merge(ann, bo)
    assert study.codings_by_guid(ann) == before, "one coding, under the GUID that it has here"
    assert ("d0", 1, 8, "closed", "Dora", "seen twice") in study.coded(ann)
    codings.set_memo(bo, coding, "seen three times")
    merge(ann, bo)
    assert ("d0", 1, 8, "closed", "Dora", "seen three times") in study.coded(ann)
    codings.recode(bo, [coding], code_id(bo, "waiting"))
    merge(ann, bo)
    assert ("d0", 1, 8, "waiting", "Dora", "seen three times") in study.coded(ann)


def test_types_of_relations_that_qcode_brings_along_are_one_type(two: list[Project]) -> None:
    ann, bo = two
    for project in two:
        other = codes.create(project, CodeDraft(f"of {project.coder}", CodeKind.CATEGORY))
        relations.create(project, code_id(project, "waiting"), other, "causes")
    merge(ann, bo)
    assert len(study.picture(ann)["relation_type"]) == 1
    assert len(study.picture(ann)["relation"]) == 2


def test_links_in_memos_lead_to_the_same_passage_under_its_guid_here(two: list[Project]) -> None:
    ann, bo = two
    for project in two:
        document = documents.listed(project)[0].id
        codings.apply(project, document, [Span(2, 9)], [code_id(project, "closed")])
    (theirs,) = [row[1] for row in study.picture(bo)["selection"] if row[3:5] == (2, 9)]
    (mine,) = [row[1] for row in study.picture(ann)["selection"] if row[3:5] == (2, 9)]
    assert mine != theirs
    waiting = study.picture(bo)["code"][0][1]
    body = f"see [the pier](passage:{theirs}) and [waiting](code:{waiting}), {theirs}"
    memos.create(bo, MemoKind.PROJECT, body)
    storyline.write(bo, body)
    merge(ann, bo)
    linked = body.replace(f"passage:{theirs}", f"passage:{mine}")
    assert [one.body for one in memos.listed(ann)] == [linked]
    assert storyline.text(ann) == linked
    merge(bo, ann)
    assert storyline.text(bo) == body, "and back again nothing has changed"


def test_the_further_status_holds_where_both_set_one(two: list[Project]) -> None:
    ann, bo = two
    first, second = (one.id for one in documents.listed(ann))
    coders.set_status(ann, [first, second], "Dora", WorkStatus.FINISHED)
    coders.set_status(bo, [first, second], "Dora", WorkStatus.OPEN)
    merge(ann, bo)
    assert {one.status for one in coders.work(ann)} == {WorkStatus.FINISHED}
    merge(bo, ann)
    assert {one.status for one in coders.work(bo)} == {WorkStatus.FINISHED}


def test_codes_with_the_same_name_at_the_same_place_are_told_of(two: list[Project]) -> None:
    ann, bo = two
    for project in two:
        codes.create(project, CodeDraft("boats", CodeKind.CONCEPT))
    report = merge(ann, bo)
    assert [str(note) for note in report.notes] == [
        "There are now 2 codes “boats” in the same place; merge them."
    ]
    study.sound(ann)


def test_a_merge_of_codes_is_carried_over(two: list[Project]) -> None:
    ann, bo = two
    codes.merge(bo, [code_id(bo, "told nothing")], code_id(bo, "closed"), reason="the same")
    merge(ann, bo)
    assert study.coded(ann) == study.coded(bo)
    assert study.names(ann, "code") == ["closed", "waiting"]
    study.sound(ann)


def test_an_order_that_somebody_chose_comes_in_and_a_conflict_never(two: list[Project]) -> None:
    ann, bo = two
    codes.move(bo, [code_id(bo, "told nothing")], None, 0)
    codes.recolor(bo, [code_id(bo, "waiting")], "#123456")
    codes.recolor(bo, [code_id(bo, "closed")], "#123456")
    codes.recolor(ann, [code_id(ann, "closed")], "#654321")
    merge(ann, bo)
    assert [one.name for one in codes.tree(ann)] == ["told nothing", "waiting", "closed"]
    assert [one.color for one in codes.tree(ann)][1:] == ["#123456", "#654321"]


def test_kinds_that_do_not_fit_together_stay_as_they_are_here(two: list[Project]) -> None:
    ann, bo = two
    waiting = code_id(ann, "waiting")
    codes.move(ann, [code_id(ann, "closed")], None)
    codes.set_kind(ann, [waiting], CodeKind.CONCEPT)
    made = codes.create(bo, CodeDraft("quay", CodeKind.CATEGORY), code_id(bo, "waiting"))
    assert made
    report = merge(ann, bo)
    study.sound(ann)
    assert "quay" in study.names(ann, "code")
    assert any("“quay”" in str(note) for note in report.notes)


def test_codes_that_both_moved_into_each_other_do_not_go_round_in_circles(
    two: list[Project],
) -> None:
    ann, bo = two
    for project in two:
        for name in ("pier", "sea"):
            codes.create(project, CodeDraft(name, CodeKind.CATEGORY))
    ann_codes, bo_codes = (
        {name: code_id(project, name) for name in ("pier", "sea", "waiting")} for project in two
    )
    merge(ann, bo)  # twice each now; those of Ann come to Bo as well
    merge(bo, ann)
    guids = {row[0]: row[1] for row in study.picture(ann)["code"]}
    there = {row[1]: row[0] for row in study.picture(bo)["code"]}
    pier, sea = ann_codes["pier"], ann_codes["sea"]
    codes.move(ann, [pier], sea)
    codes.move(bo, [there[guids[sea]]], there[guids[pier]])
    report = merge(ann, bo)
    study.sound(ann)
    assert bo_codes
    assert any("below itself" in str(note) for note in report.notes)


def test_rounds_decisions_amendments_and_parts_of_coders_come_in(two: list[Project]) -> None:
    ann, bo = two
    first = documents.listed(bo)[0].id
    closed = code_id(bo, "closed")
    versions.name_version(bo, "then")
    with bo.change(Message("Decide")) as writer:
        (me, other, consensus) = (writer.coder_id(name) for name in ("Ann", "Bo", "Together"))
        writer.insert("coder_part", coder_id=consensus, role="consensus")
        again = writer.coder_id("Ann again")
        writer.insert("coder_part", coder_id=again, role="again", of_id=me, seed=3, share=10)
        writer.insert(
            "agreement_round",
            name="first",
            request="{}",
            figures="{}",
            snapshot_id=1,
            coder_id=other,
        )
        decision = writer.insert(
            "decision",
            document_id=first,
            kind="missed_by_second",
            first_id=me,
            second_id=other,
            first_code_id=closed,
            first_spans="[[0, 19]]",
            second_spans="[]",
            verdict="first",
            coder_id=other,
        )
        coding = writer.insert("coding", selection_id=1, code_id=closed, coder_id=consensus)
        writer.insert("decision_coding", decision_id=decision, coding_id=coding)
        guid = study.picture(bo)["code"][1][1]
        writer.insert(
            "amendment",
            decision_id=decision,
            code_guid=guid,
            code_name="closed",
            field="definition",
            after="no way through",
            coder_id=other,
        )
    merge(ann, bo)
    assert told(ann) == told(bo)
    assert merging.plan(ann, [bo.path]).nothing
    study.sound(ann)
    with bo.change(Message("Decide otherwise")) as writer:
        writer.update("decision", decision, verdict="reject", reason="too short")
        writer.delete("coding", [coding])
    merge(ann, bo)
    assert told(ann) == told(bo)
