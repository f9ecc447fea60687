"""Typed relations: made, changed, reversed, with passages, and the chains and loops they form."""

from __future__ import annotations

import pytest
from qcode.model.enums import CodeKind, RelationForm
from qcode.model.errors import QcodeError
from qcode.model.messages import Message
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.model.theory_records import Evidence
from qcode.services import codes, codings, documents, overview, relations
from qcode.services.project import Project

from tests.services.modelled import Study, build, label, passage


@pytest.fixture
def study(project: Project) -> Study:
    return build(project)


def told(project: Project) -> list[str]:
    names = {code.id: code.name for code in codes.tree(project)}
    return [
        f"{names[one.source_id]} {one.label} {names[one.target_id]}"
        for one in relations.listed(project)
    ]


# ---------------------------------------------------------------------- types


def test_built_in_types_are_there_from_the_start_and_write_nothing(project: Project) -> None:
    found = relations.types(project)
    assert [one.key for one in found] == [
        "causes",
        "conditions",
        "promotes",
        "hinders",
        "leads_to",
        "part_of",
        "serves",
        "interacts",
        "feeds_back",
        "remedies",
    ]
    assert {one.key: one.form for one in found if one.form is not RelationForm.DIRECTED} == {
        "interacts": RelationForm.MUTUAL,
        "feeds_back": RelationForm.FEEDBACK,
    }
    assert all(one.id is None and isinstance(one.label, Message) for one in found)


def test_own_types_are_made_renamed_and_deleted_while_unused(
    project: Project, study: Study
) -> None:
    made = relations.add_type(project, "buys time for", RelationForm.MUTUAL)
    with pytest.raises(QcodeError, match="already a type of relations “buys time for”"):
        relations.add_type(project, "Buys  time FOR")
    with pytest.raises(QcodeError, match="already a type of relations “causes”"):
        relations.rename_type(project, made, "Causes")
    with pytest.raises(QcodeError, match="needs a name"):
        relations.rename_type(project, made, " ")
    relations.rename_type(project, made, "delays")
    tie = relations.create(project, study.calling, study.paying, made)
    assert told(project) == ["calling in delays paying"]
    with pytest.raises(QcodeError, match=r"“delays” has relations \(1\)"):
        relations.delete_type(project, made)
    relations.delete(project, [tie])
    relations.delete_type(project, made)
    assert all(one.key for one in relations.types(project))
    with pytest.raises(QcodeError, match="type of relations no longer exists"):
        relations.create(project, study.calling, study.paying, made)


def test_an_own_type_goes_another_way_unless_two_relations_would_say_the_same(
    project: Project, study: Study
) -> None:
    made = relations.add_type(project, "delays")
    there = relations.create(project, study.calling, study.paying, made)
    back = relations.create(project, study.paying, study.calling, made)
    with pytest.raises(QcodeError, match="before the type goes both ways"):
        relations.change_type(project, made, "delays", RelationForm.MUTUAL)
    relations.delete(project, [back])
    steps = len(overview.history(project))
    relations.change_type(project, made, "waits for", RelationForm.MUTUAL)
    assert len(overview.history(project)) == steps + 1
    (one,) = relations.listed(project)
    assert (one.id, one.label, one.form) == (there, "waits for", RelationForm.MUTUAL)
    with pytest.raises(QcodeError, match="already a relation"):
        relations.create(project, study.paying, study.calling, made)
    with pytest.raises(QcodeError, match="already a type of relations “causes”"):
        relations.change_type(project, made, "causes", RelationForm.MUTUAL)
    project.undo()
    assert relations.types(project)[-1].form is RelationForm.DIRECTED
    relations.create(project, study.calling, study.paying, "causes")
    (first, *_) = relations.types(project)
    assert first.id is not None
    with pytest.raises(QcodeError, match="keeps its direction"):
        relations.change_type(project, first.id, "causes", RelationForm.MUTUAL)


def test_a_built_in_type_can_be_called_otherwise_and_stays(project: Project, study: Study) -> None:
    steps = len(overview.history(project))
    relations.rename_type(project, "causes", "")
    assert len(overview.history(project)) == steps, "it had no other name"
    relations.rename_type(project, "causes", "brings about")
    relations.create(project, study.calling, study.paying, "causes")
    assert told(project) == ["calling in brings about paying"]
    (first, *_) = relations.types(project)
    assert (first.key, first.label, first.relations) == ("causes", "brings about", 1)
    assert first.id is not None
    with pytest.raises(QcodeError, match="comes with qcode"):
        relations.delete_type(project, first.id)
    relations.rename_type(project, first.id, "")
    assert told(project) == ["calling in causes paying"]
    relations.rename_type(project, "causes", "Causes")
    assert told(project) == ["calling in Causes paying"]


# ---------------------------------------------------------------------- relations


def test_a_relation_is_made_described_reversed_and_taken_back(
    project: Project, study: Study
) -> None:
    tie = relations.create(project, study.calling, study.listing, "leads_to", "first")
    assert label(project) == "Relate calling in to listing"
    for typed in ("f", "fi", "first the call, then the list"):
        relations.edit(project, tie, meaning=typed)
    (one,) = relations.listed(project)
    assert (one.meaning, one.key) == ("first the call, then the list", "leads_to")
    project.undo()
    assert relations.listed(project)[0].meaning == "first", "typing is one step"
    project.redo()
    relations.reverse(project, tie)
    assert told(project) == ["listing leads to calling in"]
    relations.edit(project, tie, type_ref="interacts")
    (one,) = relations.listed(project)
    assert one.form is RelationForm.MUTUAL and str(one.label) == "interacts with"
    relations.delete(project, [tie])
    assert relations.listed(project) == []


def test_the_same_is_said_only_once(project: Project, study: Study) -> None:
    relations.create(project, study.calling, study.listing, "causes")
    with pytest.raises(QcodeError, match="already a relation “calling in” causes “listing”"):
        relations.create(project, study.calling, study.listing, "causes")
    back = relations.create(project, study.listing, study.calling, "causes")
    with pytest.raises(QcodeError, match="already a relation"):
        relations.reverse(project, back)
    relations.create(project, study.paying, study.listing, "interacts")
    with pytest.raises(QcodeError, match="already a relation “paying” interacts with “listing”"):
        relations.create(project, study.listing, study.paying, "interacts")
    other = relations.create(project, study.listing, study.paying, "hinders")
    with pytest.raises(QcodeError, match="already a relation"):
        relations.edit(project, other, type_ref="interacts")
    assert relations.reverse(project, relations.listed(project)[2].id) is None


def test_relations_tie_two_different_categories(project: Project, study: Study) -> None:
    with pytest.raises(QcodeError, match="two different categories"):
        relations.create(project, study.calling, study.calling, "causes")
    with pytest.raises(QcodeError, match="“comes late” is a concept"):
        relations.create(project, study.late, study.calling, "causes")
    with pytest.raises(QcodeError, match="code no longer exists"):
        relations.create(project, 999, study.calling, "causes")
    for wrong in ("nonsense", "", 999, 0):
        with pytest.raises(QcodeError, match="type of relations no longer exists"):
            relations.create(project, study.calling, study.paying, wrong)
    with pytest.raises(QcodeError, match="relation no longer exists"):
        relations.edit(project, 999, meaning="x")


def test_relations_are_put_into_an_order(project: Project, study: Study) -> None:
    first = relations.create(project, study.calling, study.listing, "causes")
    second = relations.create(project, study.calling, study.paying, "causes")
    third = relations.create(project, study.listing, study.paying, "causes")
    relations.reorder(project, [third, first])
    assert [one.id for one in relations.listed(project)] == [third, first, second]
    with pytest.raises(QcodeError, match="no longer exists"):
        relations.reorder(project, [999])


# ---------------------------------------------------------------------- passages


def test_passages_stand_for_a_relation_in_an_order(project: Project, study: Study) -> None:
    tie = relations.create(project, study.calling, study.listing, "leads_to")
    known = passage(project, study.minutes, 59, 87)
    relations.add_passages(project, tie, [known])
    (fresh,) = relations.add_passages(project, tie, [(study.diary, Span(5, 20))], 0)
    assert relations.listed(project)[0].passages == (fresh, known)
    assert relations.evidence(project) == {tie: Evidence(2, 2)}
    relations.reorder_passages(project, tie, [known])
    assert relations.listed(project)[0].passages == (known, fresh)
    relations.add_passages(project, tie, [known, (study.minutes, Span(59, 87))])
    assert relations.listed(project)[0].passages == (fresh, known), "once, and moved to the end"
    relations.remove_passages(project, tie, [known, 999])
    assert relations.listed(project)[0].passages == (fresh,)
    with pytest.raises(QcodeError, match="passage no longer exists"):
        relations.add_passages(project, tie, [999])
    with pytest.raises(QcodeError, match="does not lie in"):
        relations.add_passages(project, tie, [(study.diary, Span(5, 5000))])


def test_a_bare_passage_lives_as_long_as_a_relation_rests_on_it(
    project: Project, study: Study
) -> None:
    def there() -> bool:
        with project.read() as connection:
            return bool(connection.run("SELECT count(*) FROM selection WHERE start = 5").value())

    for drop in (
        lambda tie, found: relations.remove_passages(project, tie, found),
        lambda tie, found: relations.delete(project, [tie]),
        lambda tie, found: codes.delete(project, [study.listing]),
    ):
        tie = relations.create(project, study.calling, study.listing, "leads_to")
        found = relations.add_passages(project, tie, [(study.diary, Span(5, 20))])
        assert there()
        drop(tie, found)
        assert not there()
        project.undo()
        assert there() and relations.listed(project)[0].passages == tuple(found)
        relations.delete(project, [tie])


def test_a_coded_passage_that_stands_for_a_relation_outlives_its_codings(
    project: Project, study: Study
) -> None:
    tie = relations.create(project, study.calling, study.listing, "leads_to")
    known = passage(project, study.minutes, 59, 87)
    relations.add_passages(project, tie, [known])
    codings.remove(project, [one.id for one in codings.of_document(project, study.minutes)])
    assert relations.listed(project)[0].passages == (known,)
    documents.delete(project, [study.minutes])
    assert relations.listed(project)[0].passages == ()
    assert overview.findings(project) == []


# ---------------------------------------------------------------------- chains and loops


def category(project: Project, name: str) -> int:
    return codes.create(project, CodeDraft(name, CodeKind.CATEGORY))


def test_chains_lead_from_a_problem_over_its_causes_to_a_remedy(project: Project) -> None:
    delay, staff, pay, wages, training, luck = (
        category(project, name) for name in ("delay", "staff", "pay", "wages", "training", "luck")
    )
    relations.create(project, staff, delay, "causes")
    relations.create(project, pay, staff, "conditions")
    relations.create(project, luck, delay, "causes")  # nothing helps against it
    relations.create(project, wages, pay, "remedies")
    relations.create(project, training, staff, "remedies")
    relations.create(project, training, pay, "promotes")
    assert relations.chains(project) == [
        (delay, staff, training),
        (delay, staff, pay, wages),
    ]
    own = relations.add_type(project, "softens")
    relations.create(project, wages, luck, own)
    assert relations.chains(project, remedies=[own]) == [(delay, luck, wages)]
    assert relations.chains(project, causes=["promotes"]) == []


def test_causes_in_a_circle_still_have_their_remedies(project: Project) -> None:
    one, two, cure = (category(project, name) for name in ("one", "two", "cure"))
    relations.create(project, one, two, "causes")
    relations.create(project, two, one, "causes")
    relations.create(project, cure, two, "remedies")
    assert relations.chains(project) == [(one, two, cure)]


def test_loops_are_found_short_ones_first(project: Project) -> None:
    a, b, c, d = (category(project, name) for name in "abcd")
    relations.create(project, a, b, "leads_to")
    relations.create(project, b, c, "leads_to")
    relations.create(project, c, a, "feeds_back")
    relations.create(project, c, d, "interacts")
    assert relations.loops(project) == [(a, b, c)], "one mutual relation is no loop"
    relations.create(project, d, c, "hinders")
    assert relations.loops(project) == [(c, d), (a, b, c)]
    assert relations.loops(project, ["leads_to"]) == []
    assert relations.loops(project, ["leads_to", "feeds_back"]) == [(a, b, c)]


def test_a_loop_of_mutual_relations_is_named_once(project: Project) -> None:
    a, b, c = (category(project, name) for name in "abc")
    for source, target in ((a, b), (b, c), (a, c)):
        relations.create(project, source, target, "interacts")
    assert relations.loops(project) == [(a, b, c)]
    relations.edit(project, relations.listed(project)[0].id, type_ref="causes")
    assert relations.loops(project) == [(a, b, c)], "it goes one way round"
