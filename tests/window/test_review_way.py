"""A hundred disagreements settled by a hundred real keys, on to a full consensus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qcode.model.agreement import Request
from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.services import codings, documents
from qcode.services.agreement import gathering
from qcode.services.project import Project
from qcode.services.review import consensus, decisions, disagreements
from qcode.services.review.disagreements import Disagreements

from tests.window import desk, review_project
from tests.window.test_grounded_theory import rows

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(desk.missing()), reason=f"not installed: {', '.join(desk.missing())}"),
]

TALK = "window.desk.current.talk"
SETTLED = f"int(({TALK}.found.verdict != 0).sum())"
ROW = f"{TALK}.view.current_row()"
DIGITS = {
    Verdict.FIRST: "1",
    Verdict.SECOND: "2",
    Verdict.BOTH: "3",
    Verdict.UNION: "4",
    Verdict.INTERSECTION: "5",
    Verdict.REJECT: "8",
    Verdict.ACCEPT: "9",
}
MISSED = (Verdict.FIRST, Verdict.SECOND, Verdict.REJECT, Verdict.ACCEPT)
WATCHED = 8  # rows of which each is opened again, and settled again, by undo and redo


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "street.qcode"
    review_project.build(made)
    return made


@pytest.fixture
def hand(path: Path, tmp_path: Path) -> Iterator[desk.Hand]:
    """The program in the workspace Review, with the focus in the list of disagreements."""
    with desk.screen(1366, 768) as environment:
        hand = desk.Hand(environment, tmp_path / "home", str(path))
        try:
            hand.until("window.isActiveWindow()")
            hand.keys("ctrl+6")
            hand.until(f"window.desk.shown == 'review' and {TALK}.found is not None")
            hand.until(f"{TALK}.rows.rowCount()", lambda count: count == 100)
            hand.until("window.desk.current.figures.codes.view.hasFocus()")
            hand.keys("F6")
            hand.until(f"{TALK}.view.hasFocus()")
            yield hand
        finally:
            hand.end()


def found_in(project: Project) -> Disagreements:
    """What Ann and Bo differ in, with what is decided by now."""
    gathered = gathering.gather(project, Request(coders=("Ann", "Bo")))
    return disagreements.find(project, gathered)


def wanted(found: Disagreements) -> list[Verdict]:
    """A verdict for each row that says something about it, by turns."""
    verdicts = []
    for row in range(len(found)):
        kind = found.row(row).kind
        several = kind in (DisagreementKind.BOUNDARY, DisagreementKind.CODE)
        fitting = tuple(DIGITS) if several else MISSED
        verdicts.append(fitting[row % len(fitting)])
    return verdicts


def test_a_hundred_disagreements_are_settled_by_a_hundred_keys(hand: desk.Hand, path: Path) -> None:
    with Project.open(path, read_only=True) as project:
        found = found_in(project)
        verdicts = wanted(found)
        expected = {
            (one.document_id, *span, code_id)
            for one, verdict in zip(map(found.row, range(len(found))), verdicts, strict=True)
            for code_id, span in decisions.outcome(one, verdict)
        }
    assert len(found) == review_project.DISAGREEMENTS

    for row, verdict in enumerate(verdicts[:WATCHED]):
        settle_and_take_back(hand, path, row, DIGITS[verdict])
    rest = tuple(DIGITS[verdict] for verdict in verdicts[WATCHED:])
    assert len(rest) == review_project.DISAGREEMENTS - WATCHED
    hand.rush(rest)
    hand.until(SETTLED, lambda count: count == review_project.DISAGREEMENTS)

    # Full agreement comes over by the one button, and can be taken back whole.
    hand.until(f"{TALK}.consensus.take_over.isEnabled()")
    before = rows(path)
    x, y = hand.until(f"at({TALK}.consensus.take_over)", lambda place: isinstance(place, list))
    hand.click(x, y)
    hand.until(f"not {TALK}.consensus.take_over.isEnabled()")
    hand.keys("ctrl+z")
    hand.until(f"{TALK}.consensus.take_over.isEnabled()")
    assert rows(path) == before
    hand.keys("ctrl+shift+z")
    hand.until(f"not {TALK}.consensus.take_over.isEnabled()")
    assert hand.quit() == 0

    with Project.open(path) as project:
        found = found_in(project)
        decided = [found.decided(row) for row in range(len(found))]
        assert [one.verdict for one in decided if one is not None] == verdicts
        coverage = consensus.coverage(project, found.gathered, found)
        assert (coverage.settled, coverage.taken) == (100, review_project.AGREED)
        who = consensus.coder(project)
        assert who is not None
        coded = {
            (one.document_id, one.start, one.end, one.code_id)
            for document in documents.listed(project)
            for one in codings.of_document(project, document.id)
            if one.coder == who.name
        }
        assert expected <= coded
        assert len(coded - expected) == review_project.AGREED
        while project.undo() is not None:
            pass
        while project.redo() is not None:
            pass
        assert not (found_in(project).verdict == 0).any(), "the history holds all of it"


def settle_and_take_back(hand: desk.Hand, path: Path, row: int, digit: str) -> None:
    """Settle a row by its digit, take that back and do it again; the file follows."""
    assert hand.ask(ROW) == row
    before = rows(path)
    hand.keys(digit)
    hand.until(SETTLED, lambda count: count == row + 1)
    assert hand.until(ROW, lambda now: now == row + 1), "it goes on to the next"
    after = rows(path)
    assert after != before
    hand.keys("ctrl+z")
    hand.until(SETTLED, lambda count: count == row)
    hand.until(ROW, lambda now: now == row)
    assert rows(path) == before
    hand.keys("ctrl+shift+z")
    hand.until(SETTLED, lambda count: count == row + 1)
    hand.until(ROW, lambda now: now == row)
    assert rows(path) == after
    hand.keys("n")
    hand.until(ROW, lambda now: now == row + 1)


def test_edges_reason_and_entry_are_settled_by_keys_alone(hand: desk.Hand, path: Path) -> None:
    hand.keys("n", "n")  # the third row: other edges
    hand.until(ROW, lambda row: row == 2)
    hand.keys("r")
    hand.until(f"{TALK}.reason.field.hasFocus()")
    hand.write("The 2nd half says nothing")
    hand.keys("Return")
    hand.until(f"{TALK}.view.hasFocus()")
    hand.keys("a")
    entry = f"{TALK}.detail.amending.entries[0].fields['definition'].editor"
    hand.until(f"{entry}.hasFocus()")
    hand.write("Why is asked, by whomever")
    hand.keys("Escape")
    hand.until(f"{TALK}.view.hasFocus()")
    hand.keys("6")
    hand.until(f"{TALK}.detail.cards.editing.sheet.hasFocus()")
    hand.keys("ctrl+Left", "ctrl+Left", "Return")
    hand.until(ROW, lambda row: row == 3)
    hand.keys("Return")  # and to the words in their text
    hand.until("window.desk.shown == 'code'")
    hand.keys("ctrl+6")  # who comes back goes on in the list
    hand.until(f"window.desk.shown == 'review' and {TALK}.view.hasFocus()")
    assert hand.ask(ROW) == 3
    assert hand.quit() == 0

    with Project.open(path) as project:
        found = found_in(project)
        one, decided = found.row(2), found.decided(2)
        assert decided is not None
        assert (decided.verdict, decided.reason) == (Verdict.EDIT, "The 2nd half says nothing")
        who = consensus.coder(project)
        assert who is not None
        (coding,) = (
            one
            for document in documents.listed(project)
            for one in codings.of_document(project, document.id)
            if one.coder == who.name
        )
        text = documents.text(project, one.document_id)
        assert coding.start == one.start
        whole = text[one.start : one.end]
        assert whole.startswith(text[coding.start : coding.end])
        assert text[coding.start : coding.end].split() == whole.split()[:-1]
        code = next(c for c in found.gathered.codes if c.id == one.first_code_id)
        assert code.definition == "Why is asked, by whomever"
