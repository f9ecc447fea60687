"""What must hold however many documents and codes there are."""

from __future__ import annotations

import pytest
from qcode.model.changes import ChangeSet
from qcode.model.enums import CodeKind
from qcode.model.errors import Cancelled
from qcode.model.messages import Message
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import codes, codings, documents, passages
from qcode.services.project import Project

from tests.services.bringing import bring_in

TEXTS = 6


@pytest.fixture
def texts(project: Project) -> list[int]:
    """Six documents in a row."""
    sources = (
        Source(f"Lamp {n}", f"The keeper of lamp {n} writes down what the ships signal.")
        for n in range(TEXTS)
    )
    return bring_in(project, *sources)


def order(project: Project) -> list[int]:
    return [document.id for document in documents.listed(project)]


def touched_by_move(project: Project, moved: list[int], before: int | None) -> frozenset[int]:
    heard: list[ChangeSet] = []
    leave = project.subscribe(heard.append)
    documents.move(project, moved, before)
    leave()
    return heard[0].ids("document") if heard else frozenset()


def test_a_document_moved_to_either_end_is_the_only_one_written(
    project: Project, texts: list[int]
) -> None:
    assert touched_by_move(project, [texts[4]], texts[0]) == {texts[4]}
    assert order(project) == [texts[4], *texts[:4], texts[5]]
    assert touched_by_move(project, [texts[4], texts[1]], None) == {texts[4], texts[1]}
    assert order(project) == [texts[0], texts[2], texts[3], texts[5], texts[4], texts[1]]
    project.undo()
    project.undo()
    assert order(project) == texts


def test_a_document_moved_in_the_middle_writes_only_those_that_it_passes(
    project: Project, texts: list[int]
) -> None:
    documents.delete(project, [texts[0]])  # leaves a gap that nobody needs to close
    assert touched_by_move(project, [texts[4]], texts[2]) == set(texts[2:5])
    assert order(project) == [texts[1], texts[4], texts[2], texts[3], texts[5]]
    assert touched_by_move(project, [texts[4]], texts[2]) == set()


def test_a_deletion_that_is_stopped_leaves_every_document(
    project: Project, texts: list[int]
) -> None:
    def stop(done: int, total: int) -> None:
        if done == total == TEXTS:
            raise Cancelled(Message("Stopped."))

    with pytest.raises(Cancelled):
        documents.delete(project, texts, progress=stop)
    assert order(project) == texts


def test_deleted_documents_come_back_with_all_that_hung_on_them(
    project: Project, texts: list[int]
) -> None:
    code_id = codes.create(project, CodeDraft("Signals", CodeKind.CONCEPT))
    codings.apply(project, texts[1], [Span(0, 10), Span(4, 20)], [code_id])
    codings.apply(project, texts[2], [Span(0, 10)], [code_id])
    documents.edit(project, texts[1], group="North", values={"Year": "1911"})
    before = (documents.listed(project), documents.values(project))
    coded = [codings.of_document(project, document_id) for document_id in texts]
    documents.delete(project, texts[:3])
    assert order(project) == texts[3:]
    assert passages.of_codes(project, [code_id]) == []
    project.undo()
    assert (documents.listed(project), documents.values(project)) == before
    assert [codings.of_document(project, document_id) for document_id in texts] == coded


def test_the_figures_of_a_code_are_those_of_the_list_of_codes(
    project: Project, texts: list[int]
) -> None:
    above = codes.create(project, CodeDraft("Watch", CodeKind.CATEGORY))
    below = codes.create(project, CodeDraft("Signals", CodeKind.CONCEPT), above)
    empty = codes.create(project, CodeDraft("Silence", CodeKind.CONCEPT), above)
    codings.apply(project, texts[0], [Span(0, 10)], [above, below])
    codings.apply(project, texts[0], [Span(4, 20)], [below])
    codings.apply(project, texts[3], [Span(0, 10)], [below])
    assert codes.figures(project, above) == (3, 2, 1)
    assert codes.figures(project, below) == (3, 2, 3)
    assert codes.figures(project, empty) == (0, 0, 0)
    listed = {
        row["name"]: (row["subtree_codings"], row["documents"]) for row in codes.rows(project)
    }
    assert listed == {"Watch": (3, 2), "Signals": (3, 2), "Silence": (0, 0)}
    codes.delete(project, [empty])
    assert codes.figures(project, empty) is None


def test_passages_of_hundreds_of_codes_come_in_the_order_of_documents(
    project: Project, texts: list[int]
) -> None:
    with project.change(Message("codes")) as writer:
        concepts = [
            codes.insert(writer, CodeDraft(f"Concept {number}", CodeKind.CONCEPT), None)
            for number in range(600)
        ]
    codings.apply(project, texts[5], [Span(0, 3)], [concepts[0]])
    codings.apply(project, texts[0], [Span(4, 10)], [concepts[-1]])
    codings.apply(project, texts[0], [Span(0, 3)], [concepts[400]])
    found = passages.of_codes(project, concepts)
    assert [(one.document_id, one.start) for one in found] == [
        (texts[0], 0),
        (texts[0], 4),
        (texts[5], 0),
    ]
    assert [one.label for one in found] == ["01-01", "01-02", "06-01"]
