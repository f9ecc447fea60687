"""Memos at hand are narrowed, and words of a text are linked where a passage lies on them."""

from qcode.model.enums import MemoKind
from qcode.model.span import Span
from qcode.model.theory_records import LinkKind, MemoFilter
from qcode.services import documents, live_links, memos

from tests.ui.inspector_project import make


def test_memos_that_are_at_hand_are_narrowed_without_reading_them_again(tmp_path):
    world = make(tmp_path / "p.qcode")
    project = world.project
    on_code = memos.create(project, MemoKind.CODE, "The lamp.", code_id=world.lamp)
    plain = memos.create(project, MemoKind.OPERATIONAL, "Ask again.")
    listed = memos.listed(project)
    assert [one.id for one in memos.chosen(project, listed, MemoFilter(project_only=True))] == [
        plain
    ]
    assert [one.id for one in memos.chosen(project, listed, MemoFilter(words="LAMP"))] == [on_code]
    memo = listed[0]
    assert memos.within(memo, "", "")
    assert memos.within(memo, memo.created, "")
    assert not memos.within(memo, "", memo.created)
    world.session.close()


def test_words_are_linked_where_a_passage_lies_on_exactly_them(tmp_path):
    world = make(tmp_path / "p.qcode")
    project = world.project
    pier = next(one for one in documents.listed(project) if one.id == world.pier)
    markup = live_links.link_at(project, pier.guid, Span(0, 56))
    (segment,) = live_links.resolved(project, markup)
    assert (segment.kind, segment.document_id, segment.span) == (
        LinkKind.PASSAGE,
        world.pier,
        Span(0, 56),
    )
    assert markup == live_links.markup(LinkKind.PASSAGE, segment.guid, segment.words)
    assert live_links.link_at(project, pier.guid, Span(0, 55)) is None
    assert live_links.link_at(project, "0b0cf1a4-4d0a-4a4e-9f0d-27a7a3f3a001", Span(0, 56)) is None
    world.session.close()
