"""What is handed out comes back: packets, blind ones too, once and again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from qcode.model.enums import CodeKind, MemoKind, WorkStatus
from qcode.model.errors import QcodeError
from qcode.model.join_records import Choice
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import coders, codes, codings, documents, memos, packets
from qcode.services.joining import merging
from qcode.services.project import Project

from tests.services.joining import copies as study
from tests.services.joining.copies import code_id, merge


@contextmanager
def packet(project: Project, coder: str, *, blind: bool) -> Iterator[Project]:
    """Hand a packet out and open it."""
    path = project.path.with_name(f"packet of {coder}.qcode")
    packets.make(project, path, coder, blind=blind)
    with Project.open(path) as opened:
        assert opened.coder == coder
        yield opened


@pytest.mark.parametrize("blind", [False, True])
def test_a_packet_comes_back_with_what_was_coded_and_no_more(
    two: list[Project], blind: bool
) -> None:
    ann, _ = two
    had = study.coded(ann)
    with packet(ann, "Dora", blind=blind) as dora:
        before = study.picture(ann)
        assert merging.plan(ann, [dora.path]).nothing, "nothing was done in it yet"
        assert study.picture(ann) == before
        first = documents.listed(dora)[0].id
        new = codes.create(dora, CodeDraft("of Dora", CodeKind.CONCEPT), code_id(dora, "waiting"))
        codings.apply(dora, first, [Span(0, 19), Span(4, 8)], [new, code_id(dora, "closed")])
        memos.create(dora, MemoKind.PASSAGE, "hm", passage=(first, Span(4, 8)))
        coders.set_status(dora, [first], "Dora", WorkStatus.FINISHED)
        report = merge(ann, dora)
        assert report.codes == ("of Dora",)
        assert study.coded(ann) >= had
        assert len(study.coded(ann)) == len(had) + 4
        assert [one.name for one in coders.listed(ann)] == ["Ann", "Dora"]
        status = {(one.document, one.coder): one.status for one in coders.work(ann)}
        assert status["d0", "Dora"] is WorkStatus.FINISHED
        assert not coders.is_blind(ann), "what the packet keeps hidden is its own affair"
        assert {row[1] for row in study.picture(ann)["setting"]} <= {"saturation_order"}
        assert merging.plan(ann, [dora.path]).nothing
        study.sound(ann)


def test_work_in_a_packet_goes_on_after_it_was_merged(two: list[Project]) -> None:
    ann, _ = two
    with packet(ann, "Dora", blind=True) as dora:
        first = documents.listed(dora)[0].id
        codings.apply(dora, first, [Span(0, 19), Span(4, 8)], [code_id(dora, "closed")])
        merge(ann, dora)
        codings.remove(dora, [1])
        codings.apply(dora, first, [Span(9, 12)], [code_id(dora, "closed")])
        codes.rename(ann, code_id(ann, "closed"), "shut")
        merge(ann, dora)
        assert {row[1:3] for row in study.coded(ann) if row[4] == "Dora"} == {(4, 8), (9, 12)}
        assert "shut" in study.names(ann, "code"), "what I changed meanwhile stays"


def test_deleting_a_code_in_a_blind_packet_is_asked_about_when_others_use_it(
    two: list[Project],
) -> None:
    ann, _ = two
    with packet(ann, "Dora", blind=True) as dora:
        codes.delete(dora, [code_id(dora, "closed")])
        (conflict,) = merging.plan(ann, [dora.path]).conflicts
        assert (conflict.name, conflict.resting) == ("closed", 1)
        had = study.coded(ann)
        merge(ann, dora, prefer=Choice.MINE)
        assert study.coded(ann) == had


def test_documents_that_were_not_handed_out_are_not_deleted(two: list[Project]) -> None:
    ann, _ = two
    first = documents.listed(ann)[0].id
    path = ann.path.with_name("one document.qcode")
    packets.make(ann, path, "Dora", [first], blind=True)
    with Project.open(path) as dora:
        assert len(documents.listed(dora)) == 1
        codings.apply(dora, documents.listed(dora)[0].id, [Span(4, 8)], [code_id(dora, "closed")])
        merge(ann, dora)
    assert len(documents.listed(ann)) == 2
    assert len(study.coded(ann)) == 4


def test_packets_of_two_coders_come_back_in_any_order(two: list[Project]) -> None:
    ann, _ = two
    with (
        packet(ann, "Dora", blind=True) as dora,
        packet(ann, "Emil", blind=True) as emil,
    ):
        for project, start in ((dora, 3), (emil, 9)):
            first = documents.listed(project)[0].id
            codings.apply(project, first, [Span(start, start + 8)], [code_id(project, "closed")])
            codings.apply(project, first, [Span(30, 34)], [code_id(project, "waiting")])
        merge(ann, dora, emil)
        one = study.codings_by_guid(ann)
        ann.undo()
        merge(ann, emil)
        merge(ann, dora)
        assert study.codings_by_guid(ann) == one
        assert len(one) == 3 + 4
        merge(dora, emil)
        assert {row[4] for row in study.codings_by_guid(dora).values()} == {"Dora", "Emil"}


def test_a_project_is_not_merged_into_its_own_packet(two: list[Project]) -> None:
    ann, _ = two
    with packet(ann, "Dora", blind=True) as dora:
        before = study.picture(dora)
        with pytest.raises(QcodeError, match="the project that this packet was taken from"):
            merge(dora, ann)
        assert study.picture(dora) == before


def test_a_packet_of_another_project_is_refused(two: list[Project], tmp_path: Path) -> None:
    ann, _ = two
    with Project.create(tmp_path / "other.qcode", "Other", "Zoe") as other:
        before = study.picture(other)
        with (
            packet(ann, "Dora", blind=False) as dora,
            pytest.raises(QcodeError, match=r"packet of Dora\.qcode belongs to another project"),
        ):
            merge(other, dora)
        assert study.picture(other) == before


def test_who_works_blind_merges_all_and_sees_no_more_than_before(two: list[Project]) -> None:
    ann, bo = two
    coders.set_blind(ann, True)
    first = documents.listed(bo)[0].id
    codings.apply(bo, first, [Span(3, 9)], [code_id(bo, "closed")])
    memos.create(bo, MemoKind.DOCUMENT, "about the letter", document_id=first)
    ann.act_as("Ann")
    merge(ann, bo)
    assert len(study.coded(ann)) == 4
    assert {one.coder for one in codings.of_document(ann, first)} == {"Ann"}
    assert memos.listed(ann) == []
    assert coders.is_blind(ann)
    coders.set_blind(bo, False)
    merge(ann, bo)
    assert coders.is_blind(ann), "nobody else lifts it"
