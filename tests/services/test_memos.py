"""Memos: attached to several things of any kind, found again, listed in the order wanted."""

from __future__ import annotations

import pytest
from qcode.model.enums import MemoKind
from qcode.model.errors import QcodeError
from qcode.model.span import Span
from qcode.model.theory_records import MemoFilter, MemoOrder, Target, TargetKind
from qcode.services import codes, live_links, memos, overview, paradigms, relations
from qcode.services.project import Project

from tests.services.modelled import Study, build, label, passage

THEORETICAL = MemoKind.THEORETICAL


@pytest.fixture
def study(project: Project) -> Study:
    return build(project)


def test_a_memo_is_attached_to_several_things_of_any_kind_and_taken_off(
    project: Project, study: Study
) -> None:
    tie = relations.create(project, study.calling, study.paying, "hinders")
    paradigm = paradigms.create(project, "one")
    memo = memos.create(
        project,
        THEORETICAL,
        "why",
        code_id=study.calling,
        targets=[Target(TargetKind.RELATION, tie), Target(TargetKind.CODE, study.calling)],
    )
    held = passage(project, study.minutes, 0, 35)
    everything = [
        Target(TargetKind.PARADIGM, paradigm),
        Target(TargetKind.CODE, study.paying),
        Target(TargetKind.DOCUMENT, study.diary),
        Target(TargetKind.PASSAGE, held),
    ]
    memos.attach(project, memo, everything, [(study.diary, Span(3, 9))])
    assert label(project) == "Attach memo"
    (one,) = memos.listed(project)
    fresh = passage(project, study.diary, 3, 9)
    assert one.code_ids == (study.calling, study.paying)
    assert (one.document_ids, one.selection_ids) == ((study.diary,), (held, fresh))
    assert (one.relation_ids, one.paradigm_ids) == ((tie,), (paradigm,))
    assert memos.targets_of(one) == {
        *everything,
        Target(TargetKind.RELATION, tie),
        Target(TargetKind.CODE, study.calling),
        Target(TargetKind.PASSAGE, fresh),
    }
    steps = len(overview.history(project))
    memos.attach(project, memo, everything)
    assert len(overview.history(project)) == steps, "it is attached already"
    memos.detach(project, memo, memos.targets_of(one))
    (bare,) = memos.listed(project)
    assert memos.targets_of(bare) == frozenset()
    with pytest.raises(QcodeError, match="passage no longer exists"):
        memos.attach(project, memo, [Target(TargetKind.PASSAGE, fresh)])
    project.undo()
    assert memos.listed(project) == [one]


def test_what_is_gone_is_refused(project: Project, study: Study) -> None:
    memo = memos.create(project, THEORETICAL, "why")
    for kind in TargetKind:
        with pytest.raises(QcodeError, match=f"This {kind.value} no longer exists"):
            memos.attach(project, memo, [Target(kind, 999)])
        with pytest.raises(QcodeError, match=f"This {kind.value} no longer exists"):
            memos.create(project, THEORETICAL, "x", targets=[Target(kind, 999)])
    for change in (memos.attach, memos.detach):
        with pytest.raises(QcodeError, match="memo no longer exists"):
            change(project, 999, [Target(TargetKind.CODE, study.core)])
    with pytest.raises(QcodeError, match="memo no longer exists"):
        memos.set_kind(project, [memo, 999], MemoKind.PROJECT)


def test_a_memo_outlives_the_relation_and_the_paradigm_it_is_on(
    project: Project, study: Study
) -> None:
    tie = relations.create(project, study.calling, study.paying, "hinders")
    paradigm = paradigms.create(project, "one")
    memos.create(
        project,
        THEORETICAL,
        "why",
        targets=[Target(TargetKind.RELATION, tie), Target(TargetKind.PARADIGM, paradigm)],
    )
    relations.delete(project, [tie])
    paradigms.delete(project, paradigm)
    assert [memos.targets_of(memo) for memo in memos.listed(project)] == [frozenset()]
    project.undo()
    project.undo()
    assert memos.listed(project)[0].relation_ids == (tie,)


def test_memos_change_their_kind(project: Project) -> None:
    memo = memos.create(project, THEORETICAL, "why")
    memos.set_kind(project, [memo], MemoKind.OPERATIONAL)
    assert memos.listed(project)[0].kind is MemoKind.OPERATIONAL
    assert label(project) == "Kind of a memo: operational memo"


def test_memos_are_found_by_kind_coder_attachment_day_and_words(
    project: Project, study: Study
) -> None:
    who = live_links.code_link(project, study.calling)
    first = memos.create(project, THEORETICAL, f"On {who} & more", code_id=study.paying)
    second = memos.create(project, MemoKind.PROJECT, "Plan of the WEEK", title="Later")
    project.act_as("Ben")
    third = memos.create(project, MemoKind.DOCUMENT, "late", document_id=study.diary)
    codes.rename(project, study.calling, "convening")

    def found(**wanted: object) -> set[int]:
        return {memo.id for memo in memos.listed(project, MemoFilter(**wanted))}  # type: ignore[arg-type]  # whatever a test asks

    assert found() == {first, second, third}
    assert found(kinds=frozenset({THEORETICAL, MemoKind.DOCUMENT})) == {first, third}
    assert found(coders=frozenset({"Ben"})) == {third}
    assert found(attached=frozenset({Target(TargetKind.CODE, study.paying)})) == {first}
    assert found(project_only=True) == {second}
    assert found(words="week  later") == {second}
    assert found(words="LATE") == {second, third}
    assert found(words="convening") == {first}, "links are searched as they are read"
    assert found(words="calling") == found(words="code:") == set()
    stamp = memos.listed(project, order=MemoOrder.CREATED)[0].created
    assert found(since=stamp[:10]) == {first, second, third}
    assert found(since="9999-01-01") == found(until=stamp) == set()
    assert found(
        since="2020-01-01", until="9999-01-01", words="late", coders=frozenset({"Ann"})
    ) == {second}


def test_memos_are_ordered_by_change_by_making_or_by_codes(project: Project, study: Study) -> None:
    on_paying = memos.create(project, THEORETICAL, "1", code_id=study.paying)
    free = memos.create(project, THEORETICAL, "2")
    on_both = memos.create(
        project,
        THEORETICAL,
        "3",
        code_id=study.unpaid,
        targets=[Target(TargetKind.CODE, study.calling)],
    )
    memos.edit(project, free, body="2, changed")

    def ids(order: MemoOrder) -> list[int]:
        return [memo.id for memo in memos.listed(project, order=order)]

    assert ids(MemoOrder.CREATED) == [on_paying, free, on_both]
    assert ids(MemoOrder.CODES) == [on_both, on_paying, free]
    assert ids(MemoOrder.MODIFIED)[0] in (free, on_both)
    codes.move(project, [study.paying], None, 0)
    assert ids(MemoOrder.CODES) == [on_paying, on_both, free]


def test_links_in_a_memo_show_and_lead_to_what_is_there(project: Project, study: Study) -> None:
    memos.create(project, THEORETICAL, f"see {live_links.code_link(project, study.late)}")
    codes.rename(project, study.late, "is late")
    (memo,) = memos.listed(project)
    assert [(one.words, one.id) for one in memos.segments(project, memo)] == [
        ("see ", None),
        ("is late", study.late),
    ]
    assert live_links.as_read(project, [memo.body, "plain"]) == ["see is late", "plain"]


def test_the_memos_on_one_thing_are_those_that_a_search_for_it_finds(
    project: Project, study: Study
) -> None:
    tie = relations.create(project, study.calling, study.paying, "hinders")
    held = passage(project, study.minutes, 0, 35)
    things = [
        Target(TargetKind.CODE, study.calling),
        Target(TargetKind.DOCUMENT, study.diary),
        Target(TargetKind.PASSAGE, held),
        Target(TargetKind.RELATION, tie),
        Target(TargetKind.PARADIGM, paradigms.create(project, "one")),
    ]
    made = [
        memos.create(project, THEORETICAL, f"{number}", targets=things[number:])
        for number in range(len(things))
    ]
    for thing in things:
        wanted = MemoFilter(attached=frozenset([thing]))
        assert memos.on(project, thing) == memos.listed(project, wanted, MemoOrder.CREATED)
    assert memos.on(project, Target(TargetKind.CODE, study.paying)) == []
    assert [one.id for one in memos.by_id(project, made[:2])] == made[:2]
    memos.delete(project, made[:1])
    assert [one.id for one in memos.by_id(project, made[:2])] == made[1:2]
