"""Rules that a single case shows best; the state machine mixes them all."""

from __future__ import annotations

import pytest
from qcode.model.enums import CodeKind, MemoKind, Numbering
from qcode.model.errors import QcodeError
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import codebook, coders, codes, codings, documents, lookup, memos, overview
from qcode.services.project import Project

from tests.services.bringing import bring_in

CONCEPT, CATEGORY = CodeKind.CONCEPT, CodeKind.CATEGORY
GONE = 999


def make(project: Project, name: str, kind: CodeKind = CONCEPT, parent: int | None = None) -> int:
    return codes.create(project, CodeDraft(name, kind), parent)


def names(project: Project) -> list[str]:
    return [f"{'  ' * code.depth}{code.name}" for code in codes.tree(project)]


@pytest.fixture
def talk(project: Project) -> int:
    text = "They call, they call again, and they call a third time."
    return bring_in(project, Source("talk", text))[0]


def test_who_was_renamed_goes_on_under_the_name_that_holds(project: Project) -> None:
    (ann,) = coders.listed(project)
    coders.rename(project, ann.id, "Anna")
    assert project.coder == "Anna"
    project.undo()
    assert project.coder == "Ann"
    project.redo()
    assert project.coder == "Anna"
    path = project.path
    project.close()
    with Project.open(path, coder="Ben") as other:
        other.undo()
        assert other.coder == "Ben"
    with Project.open(path) as again:
        assert again.coder == "Ann"
        make(again, "a code")
        assert [coder.name for coder in coders.listed(again)] == ["Ann"]


def test_two_codes_of_one_name_never_come_to_stand_together(project: Project) -> None:
    a, b = make(project, "A", CATEGORY), make(project, "B", CATEGORY)
    one, two = make(project, "same", parent=a), make(project, "Same", parent=b)
    history = len(overview.history(project))
    for attempt in (
        lambda: codes.move(project, [one, two], None),
        lambda: codes.move(project, [one], b),
        lambda: codes.merge(project, [a], b),
        lambda: codes.delete(project, [a, b]),
        lambda: codes.rename(project, b, "a"),
    ):
        with pytest.raises(QcodeError):
            attempt()
    assert len(overview.history(project)) == history
    assert names(project) == ["A", "  same", "B", "  Same"]


def test_codes_below_take_the_place_of_the_one_that_goes(project: Project) -> None:
    before, middle, _ = (make(project, name, CATEGORY) for name in ("first", "second", "third"))
    inner = make(project, "second", parent=middle)  # may have the name of the one that goes
    make(project, "x", parent=middle)
    codes.delete(project, [middle])
    assert names(project) == ["first", "second", "x", "third"]
    codes.move(project, [inner], before)
    assert names(project) == ["first", "  second", "x", "third"]


def test_a_code_without_colour_takes_its_parents_or_the_rarest(project: Project) -> None:
    from qcode.model.colors import PALETTE

    top = [make(project, f"t{i}", CATEGORY) for i in range(len(PALETTE) + 1)]
    colors = {code.id: code.color for code in codes.tree(project)}
    assert sorted(colors[i] for i in top[:-1]) == sorted(PALETTE)
    assert colors[top[-1]] == PALETTE[0]
    child = make(project, "child", parent=top[3])
    assert {code.id: code.color for code in codes.tree(project)}[child] == colors[top[3]]


def test_what_does_not_exist_any_more_is_refused_with_a_sentence(
    project: Project, talk: int
) -> None:
    code = make(project, "code")
    (coding,) = codings.apply(project, talk, [Span(0, 4)], [code])
    before = overview.history(project)
    for attempt in (
        lambda: codings.apply(project, talk, [Span(0, 4)], [GONE]),
        lambda: codings.apply(project, GONE, [Span(0, 4)], [code]),
        lambda: codings.recode(project, [coding], GONE),
        lambda: codings.set_memo(project, GONE, "x"),
        lambda: codings.set_typical(project, [GONE], True),
        lambda: codings.in_vivo(project, GONE, Span(0, 4)),
        lambda: codings.in_vivo(project, talk, Span(5, 9), GONE),
        lambda: codes.rename(project, GONE, "x"),
        lambda: codes.recolor(project, [code, GONE], "#fff"),
        lambda: codes.describe(project, GONE, {"definition": "x"}),
        lambda: codes.set_kind(project, [GONE], CATEGORY),
        lambda: codes.move(project, [GONE], None),
        lambda: codes.move(project, [code], GONE),
        lambda: codes.merge(project, [GONE], code),
        lambda: codes.delete(project, [GONE]),
        lambda: memos.create(project, MemoKind.CODE, "x", code_id=GONE),
        lambda: memos.create(project, MemoKind.DOCUMENT, "x", document_id=GONE),
        lambda: memos.create(project, MemoKind.PASSAGE, "x", passage=(GONE, Span(0, 1))),
        lambda: memos.edit(project, GONE, body="x"),
        lambda: documents.edit(project, GONE, name="x"),
        lambda: documents.put_in_group(project, [GONE], "g"),
        lambda: documents.rename_group(project, GONE, "g"),
        lambda: documents.text(project, GONE),
        lambda: coders.rename(project, GONE, "x"),
    ):
        with pytest.raises(QcodeError, match="no longer exists"):
            attempt()
    assert overview.history(project) == before


def test_the_same_again_is_no_change(project: Project, talk: int) -> None:
    code = make(project, "code")
    (coding,) = codings.apply(project, talk, [Span(0, 4)], [code])
    before = overview.history(project)
    assert codings.apply(project, talk, [Span(0, 4)], [code]) == [coding]
    assert codings.apply(project, talk, [Span(5, 9)], []) == []
    codes.rename(project, code, "code")
    codes.move(project, [code], None)
    codings.recode(project, [coding], code)
    codings.set_memo(project, coding, "")
    codes.merge(project, [code], code)
    documents.move(project, [talk], None)
    assert overview.history(project) == before
    assert overview.findings(project) == []


def test_words_of_a_passage_become_a_concept_once(project: Project, talk: int) -> None:
    codings.in_vivo(project, talk, Span(0, 9))
    codings.in_vivo(project, talk, Span(11, 20))  # the same words, written small
    (code,) = codes.tree(project)
    assert (code.name, code.kind, code.passages) == ("They call", CONCEPT, 2)


def test_very_long_words_are_cut(project: Project) -> None:
    (document,) = bring_in(project, Source("t", "字" * 300))
    codings.in_vivo(project, document, Span(0, 300))
    assert codes.tree(project)[0].name == "字" * codings.IN_VIVO_NAME + "…"


def test_a_label_names_the_code_with_its_number(project: Project, talk: int) -> None:
    category = make(project, "push", CATEGORY)
    code = make(project, "calls", parent=category)
    codings.apply(project, talk, [Span(0, 4)], [code])
    assert overview.history(project)[-1].label.text() == "Apply calls"
    codes.set_numbering(project, Numbering.LETTERS)
    codings.apply(project, talk, [Span(5, 9)], [code, code])
    assert overview.history(project)[-1].label.text() == "Apply a1 calls"
    codings.apply(project, talk, [Span(5, 9)], [code, category])
    assert overview.history(project)[-1].label.text() == "Apply 2 codes"


def test_who_subscribes_hears_of_each_change_once_and_can_stop(project: Project) -> None:
    told: list[str] = []
    stop = project.subscribe(lambda changes: told.append(f"{changes.kind} {changes.label}"))
    make(project, "a")
    project.undo()
    project.redo()
    with pytest.raises(QcodeError):
        make(project, "a")
    stop()
    make(project, "b")
    assert told == ["do New concept a", "undo New concept a", "redo New concept a"]


def test_names_paths_labels_and_guids_find_what_is_meant(project: Project, talk: int) -> None:
    a, b = make(project, "A", CATEGORY), make(project, "B", CATEGORY)
    one = make(project, "why", parent=a)
    two = make(project, "why", parent=b)
    documents.edit(project, talk, group="Interviews", label="01")
    for reference in ("talk", "01", "Interviews > talk"):
        assert lookup.document(project, reference).id == talk
    assert lookup.code(project, "A > why").id == one
    assert lookup.code(project, " B  >  why ").id == two
    found = lookup.code(project, "A")
    assert lookup.code(project, f"{{{found.guid.upper()}}}").id == a
    with pytest.raises(QcodeError, match="several codes"):
        lookup.code(project, "why")
    with pytest.raises(QcodeError, match="no code"):
        lookup.code(project, "A > B")


def test_a_name_that_looks_like_a_path_is_told_apart(project: Project) -> None:
    top = make(project, "A", CATEGORY)
    below = make(project, "B", parent=top)
    twin = make(project, "B")
    odd = make(project, "A > B")
    named = codes.references(codes.tree(project))
    assert named[top] == "A" and named[twin] != named[below]
    assert len(set(named.values())) == 4
    for code in (top, below, odd):
        assert lookup.code(project, named[code]).id == code


def test_few_passages_show_the_breadth(project: Project, talk: int) -> None:
    code = make(project, "code")
    ids = codings.apply(project, talk, [Span(i, i + 2) for i in range(5)], [code])
    (other,) = bring_in(project, Source("o", "another text"))
    codings.apply(project, other, [Span(0, 7)], [code])
    codings.set_typical(project, [ids[3]], True)
    project.act_as("Ben")
    codings.apply(project, talk, [Span(3, 5)], [code])  # the same passage again
    (entry,) = codebook.gather(project, passages=3).entries
    assert [(one.document, one.start, one.typical) for one in entry.quoted] == [
        ("talk", 3, True),
        ("talk", 0, False),
        ("o", 0, False),
    ]
    assert (entry.own_passages, entry.passages, entry.documents) == (6, 6, 2)
    assert entry.quoted[0].label == "01-04"
    assert codebook.gather(project, passages=0).entries[0].quoted == ()


def test_white_space_alone_is_no_passage(project: Project) -> None:
    (talk,) = bring_in(project, Source("talk", "One.\n \n\u3000Two words."))
    code = make(project, "a code")
    blank = Span(4, 8)
    for attempt in (
        lambda: codings.apply(project, talk, [blank], [code]),
        lambda: codings.apply(project, talk, [Span(0, 4), blank], [code]),
        lambda: codings.in_vivo(project, talk, blank),
        lambda: codings.create_and_apply(project, talk, blank, CodeDraft("new", CONCEPT)),
        lambda: memos.create(project, MemoKind.PASSAGE, "why?", passage=(talk, blank)),
    ):
        with pytest.raises(QcodeError, match="only white space at 4–8 in “talk”"):
            attempt()
    assert codings.of_document(project, talk) == []
    assert names(project) == ["a code"]
    assert len(codings.apply(project, talk, [Span(3, 9)], [code])) == 1
