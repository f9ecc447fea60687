"""The storyline: live quotations and names, what it counts, and what it warns of."""

from __future__ import annotations

import pytest
from qcode.model.errors import QcodeError
from qcode.model.span import Span
from qcode.model.theory_records import LinkKind, WarningKind
from qcode.services import codes, codings, documents, live_links, overview, relations, storyline
from qcode.services.project import Project

from tests.services.modelled import MINUTES, Study, build, label, passage


@pytest.fixture
def study(project: Project) -> Study:
    return build(project)


def read(project: Project) -> str:
    return "".join(one.words for one in storyline.segments(project))


def test_typing_is_one_step_and_text_stays_as_it_was_typed(project: Project) -> None:
    steps = len(overview.history(project))
    for typed in ("T", "Th", "They [all](code:1)\r\ncome.\n"):
        storyline.write(project, typed)
    assert storyline.text(project) == "They [all](code:1)\ncome."
    assert len(overview.history(project)) == steps + 1 and label(project) == "Write the storyline"
    storyline.write(project, "They [all](code:1)\ncome.")
    assert len(overview.history(project)) == steps + 1
    project.undo()
    assert storyline.text(project) == "" and storyline.segments(project) == []
    project.redo()
    storyline.write(project, "")
    assert storyline.text(project) == ""


def test_names_and_quotations_are_those_of_today(project: Project, study: Study) -> None:
    held = passage(project, study.minutes, 0, 35)
    storyline.write(
        project,
        f"By {live_links.code_link(project, study.calling)}"
        f" (“{live_links.passage_link(project, held)}”,"
        f" {live_links.document_link(project, study.minutes)}) it begins.",
    )
    first = "By calling in (“The deputy mayor calls everyone in.”, minutes) it begins."
    assert read(project) == first
    codes.rename(project, study.calling, "call [to order]")
    documents.edit(project, study.minutes, name="Minutes 1")
    assert read(project) == first.replace("calling in", "call [to order]").replace(
        "minutes)", "Minutes 1)"
    )
    found = [one for one in storyline.segments(project) if one.kind]
    assert [(one.kind, one.id, one.document_id, one.span) for one in found] == [
        (LinkKind.CODE, study.calling, None, None),
        (LinkKind.PASSAGE, held, study.minutes, Span(0, 35)),
        (LinkKind.DOCUMENT, study.minutes, study.minutes, None),
    ]
    stored = storyline.text(project)
    assert [stored[one.start] + stored[one.end - 1] for one in found] == ["[)"] * 3
    documents.delete(project, [study.minutes])
    gone = [one for one in storyline.segments(project) if one.gone]
    assert [one.words for one in gone] == ["The deputy mayor calls everyone in.", "minutes"]
    project.undo()
    assert not any(one.gone for one in storyline.segments(project))


def test_a_quotation_follows_the_edges_of_its_passage(project: Project, study: Study) -> None:
    (coding,) = [
        one for one in codings.of_document(project, study.minutes) if one.code_id == study.listing
    ]
    storyline.write(project, live_links.passage_link(project, coding.selection_id))
    codings.respan(project, coding.id, Span(59, 73))
    assert read(project) == MINUTES[59:73] == "A list is kept"
    project.undo()
    assert read(project) == MINUTES[59:87]


def test_many_quotations_of_a_document_are_read_like_few(project: Project, study: Study) -> None:
    codings.apply(
        project, study.minutes, [Span(at, at + 9) for at in range(0, 60, 10)], [study.late]
    )
    held = sorted({one.selection_id for one in codings.of_document(project, study.minutes)})
    storyline.write(project, "|".join(live_links.passage_link(project, one) for one in held))
    with project.read() as connection:
        spans = dict(connection.run('SELECT id, start || ":" || "end" FROM selection').all())
    assert read(project).split("|") == [
        MINUTES[slice(*map(int, spans[one].split(":")))] for one in held
    ]


def test_links_are_made_only_to_what_is_there(project: Project) -> None:
    for make in (live_links.code_link, live_links.passage_link, live_links.document_link):
        with pytest.raises(QcodeError, match="no longer exists"):
            make(project, 999)


def test_quotations_and_named_codes_are_counted(project: Project, study: Study) -> None:
    quote = live_links.passage_link(project, passage(project, study.minutes, 0, 35))
    calling = live_links.code_link(project, study.calling)
    late = live_links.code_link(project, study.late)
    gone = quote.replace("passage:", "code:")
    body = f"{quote}{quote} {calling} {calling} {late} {gone}"
    assert storyline.counts(project) == (0, 0, 0, 0, 0)
    storyline.write(project, body)
    words = "The deputy mayor calls everyone in."
    assert storyline.counts(project) == (
        2,
        1,
        1,
        0,
        len(f"{words}{words} calling in calling in comes late {words}"),
    )
    assert storyline.counts(
        project, f"{live_links.document_link(project, study.diary)} {late}"
    ) == (
        0,
        0,
        1,
        1,
        len("diary comes late"),
    )


def test_warnings_name_what_is_worth_a_look(project: Project, study: Study) -> None:
    def told() -> list[tuple[WarningKind, int | None, str]]:
        return [
            (one.kind, one.code_id or one.relation_id, one.message.text())
            for one in storyline.warnings(project)
        ]

    assert told() == [
        (WarningKind.NO_DOCUMENT, study.core, "“holding together” rests on no passage.")
    ], "without a story nothing is missing from it"
    tie = relations.create(project, study.paying, study.calling, "hinders")
    storyline.write(project, f"{live_links.code_link(project, study.core)} alone")
    assert told() == [
        (
            WarningKind.OUTSIDE_STORY,
            study.calling,
            "The storyline does not name the main category “calling in”.",
        ),
        (WarningKind.NO_DOCUMENT, study.core, "“holding together” rests on no passage."),
        (WarningKind.ONE_DOCUMENT, study.paying, "“paying” rests on one document alone."),
        (WarningKind.NO_PASSAGE, tie, "No passage stands for “paying” hinders “calling in”."),
    ]
    relations.add_passages(project, tie, [(study.diary, Span(0, 10))])
    storyline.write(project, f"With {live_links.code_link(project, study.calling)} it begins")
    codings.apply(project, study.minutes, [Span(0, 3)], [study.core])
    codings.apply(project, study.diary, [Span(0, 3)], [study.paying, study.core])
    codes.delete(project, [study.calling])
    assert told() == [
        (
            WarningKind.OUTSIDE_STORY,
            study.core,
            "The storyline does not name the core category “holding together”.",
        ),
        (
            WarningKind.DEAD_LINK,
            None,
            "The storyline refers to “calling in”, which was deleted.",
        ),
    ]
    (*_, dead) = storyline.warnings(project)
    assert dead.span is not None
    assert dead.span.of(storyline.text(project)).startswith("[calling in](code:")
