"""Two coders by real keys: a blind packet out, coded, and back; a conflict, consensus, report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from qcode.model.agreement import Request
from qcode.model.agreement_enums import Verdict
from qcode.model.enums import CodeKind, WorkStatus
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import coders, codes, codings, documents
from qcode.services.agreement import gathering
from qcode.services.project import Project
from qcode.services.review import consensus, disagreements

from tests.services.bringing import bring_in
from tests.window import desk
from tests.window.test_grounded_theory import rows

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(desk.missing()), reason=f"not installed: {', '.join(desk.missing())}"),
]

FIRST = "The office hands the list on before noon. She calls again on Friday, and nobody asks."
SECOND = "The market opens late. A child signs first and laughs."
TALK = "window.desk.current.talk"
SETTLED = f"int(({TALK}.found.verdict != 0).sum())"
READY = "app.activeModalWidget() is None and window.isActiveWindow()"

Start = Callable[[Path, str], desk.Hand]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Open a project at somebody's own machine (a home by their name)."""
    with desk.screen(1366, 768) as environment:
        hands: list[desk.Hand] = []

        def opened(path: Path, who: str) -> desk.Hand:
            hand = desk.Hand(environment, tmp_path / f"home of {who}", str(path))
            hands.append(hand)
            hand.until("window.workspace is not None and window.workspace.document is not None")
            hand.until("window.isActiveWindow()")
            return hand

        try:
            yield opened
        finally:
            for hand in hands:
                hand.end()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two talks that Ann has coded and finished; Bo is to code them, too."""
    made = tmp_path / "talks.qcode"
    with Project.create(made, "Talks", "Ann") as project:
        one, two = bring_in(project, Source("One", FIRST, "01"), Source("Two", SECOND, "02"))
        ids = [
            codes.create(project, CodeDraft(name, CodeKind.CONCEPT, color))
            for name, color in (("list handed on", "#3b78d8"), ("calling again", "#c8702a"))
        ]
        coders.add(project, "Bo")
        for document, text, words, code in (
            (one, FIRST, "hands the list on", ids[0]),
            (one, FIRST, "calls again", ids[1]),
            (two, SECOND, "laughs", ids[1]),
        ):
            codings.apply(project, document, [_span(text, words)], [code])
        coders.set_status(project, [one, two], "Ann", WorkStatus.FINISHED)
    return made


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def menu(hand: desk.Hand, name: str, *entries: str) -> None:
    """Choose an entry of a menu by the letters underlined."""
    hand.until(READY)
    hand.keys(f"alt+{name}")
    for entry in entries:
        hand.until("app.activePopupWidget() is not None and app.activePopupWidget().isVisible()")
        hand.keys(entry)


def dialog(hand: desk.Hand, name: str) -> None:
    """Wait until a dialog of this class has the keyboard."""
    hand.until(f"type(app.activeModalWidget()).__name__ == {name!r}")
    hand.until("app.activeWindow() is app.activeModalWidget()")


def describe(path: Path, text: str) -> None:
    """Write the definition of the first code, as whoever works in the file."""
    with Project.open(path) as project:
        code = next(one for one in codes.tree(project) if one.name == "list handed on")
        codes.describe(project, code.id, {"definition": text})


def test_a_packet_goes_out_comes_back_and_ends_in_a_consensus(start: Start, path: Path) -> None:
    packet = hand_out(start(path, "Ann"), path)
    code_blind(start(packet, "Bo"), packet)
    describe(packet, "A list changes hands.")
    describe(path, "Somebody passes a list.")

    hand = start(path, "Ann")
    hand.keys("ctrl+6")
    hand.until("window.desk.shown == 'review'")
    merge(hand, path, packet)
    settle(hand, path)
    report(hand, path)
    assert hand.quit() == 0

    with Project.open(path) as project:
        definitions = {one.name: one.definition for one in codes.tree(project)}
        names = {one.id: one.name for one in codes.tree(project)}
        assert definitions["list handed on"] == "Somebody passes a list.\n\nA list changes hands."
        gathered = gathering.gather(project, Request(coders=("Ann", "Bo")))
        found = disagreements.find(project, gathered)
        decided = [found.decided(row) for row in range(len(found))]
        assert [one.verdict for one in decided if one] == [Verdict.UNION, Verdict.FIRST]
        who = consensus.coder(project)
        assert who is not None
        agreed = {
            (names[one.code_id], documents.text(project, document.id)[one.start : one.end])
            for document in documents.listed(project)
            for one in codings.of_document(project, document.id)
            if one.coder == who.name
        }
    assert agreed == {
        ("list handed on", "hands the list on"),
        ("calling again", "calls again on Friday"),
        ("calling again", "laughs"),
    }


def hand_out(hand: desk.Hand, path: Path) -> Path:
    """Give Bo both talks by the grid, then write the blind packet; return its file."""
    menu(hand, "o", "w")
    dialog(hand, "AssignmentsDialog")
    before = rows(path)
    hand.keys("Right", "shift+Down", "space")
    given = "window.session.project.undo_label().text() == 'Assign documents to Bo'"
    hand.until(given)
    hand.keys("ctrl+z")
    hand.until(f"not {given}")
    assert rows(path) == before
    hand.keys("ctrl+shift+z")
    hand.until(given)
    hand.keys("Escape")
    menu(hand, "o", "h")
    dialog(hand, "PacketDialog")
    hand.write("Bo")
    hand.until("app.activeModalWidget().coder.currentText() == 'Bo'")
    hand.keys("Return")
    dialog(hand, "FormDialog")
    hand.keys("Escape")
    hand.until(READY)
    assert hand.quit() == 0
    packet = path.with_name("Talks Bo.qcode")
    with Project.open(packet, read_only=True) as project:
        assert coders.is_blind(project)
        assert [one.name for one in coders.listed(project)] == ["Bo"]
    assert b"Ann" not in packet.read_bytes(), "nothing in the file names whom Bo must not see"
    return packet


def code_blind(hand: desk.Hand, packet: Path) -> None:
    """Code as Bo and say that both talks are finished."""
    for count, (words, name) in enumerate(
        (("hands the list on", "list handed on"), ("calls again on Friday", "calling again")), 1
    ):
        span = _span(FIRST, words)
        hand.drag(*hand.until(f"span_at(window, {span.start}, {span.end})"))
        hand.until(
            f"window.workspace.text.selected_span() == ({span.start}, {span.end})",
        )
        hand.keys("Return")
        hand.until("window.workspace.coding_commands.palette.isVisible()")
        hand.write(name)
        hand.keys("Return")
        hand.until(f"len(window.workspace.codings) == {count}")
        hand.until("heard.idle() > app.doubleClickInterval()")
    finished = "window.session.project.undo_label().text() == 'Status of Bo: finished'"
    menu(hand, "d", "s", "f")
    hand.until(finished)
    menu(hand, "d", "n")
    hand.until("window.workspace.document.name == 'Two'")
    menu(hand, "d", "s", "f")
    hand.until("window.workspace.documents_finished() == 2" if False else finished)
    hand.until(READY)
    assert hand.quit() == 0
    with Project.open(packet, read_only=True) as project:
        done = [(one.coder, one.status) for one in coders.work(project)]
    assert done == [("Bo", WorkStatus.FINISHED)] * 2


def merge(hand: desk.Hand, path: Path, packet: Path) -> None:
    """Bring the packet in; what both sides wrote is kept, and all of it is one step."""
    before = rows(path)
    menu(hand, "o", "m")
    dialog(hand, "QFileDialog")
    hand.write(str(packet))
    hand.keys("Return")
    dialog(hand, "MergeDialog")
    hand.until("not app.activeModalWidget().accept_button.isEnabled()")
    hand.keys("b")
    hand.until("app.activeModalWidget().accept_button.isEnabled()")
    hand.keys("Return")
    dialog(hand, "FormDialog")
    hand.keys("Escape")
    hand.until(f"{READY} and {TALK}.rows.rowCount() == 2")
    after = rows(path)
    assert after != before
    hand.keys("ctrl+z")
    hand.until("window.session.project.redo_label() is not None")
    assert rows(path) == before
    hand.keys("ctrl+shift+z")
    hand.until("window.session.project.redo_label() is None")
    assert rows(path) == after
    hand.keys("ctrl+6")  # undo and redo lead to the texts that came in
    hand.until(f"window.desk.shown == 'review' and {TALK}.rows.rowCount() == 2")


def settle(hand: desk.Hand, path: Path) -> None:
    """Keep the round, settle both rows by a key each, and take over what was agreed on."""
    menu(hand, "r", "k")
    hand.until("app.activeModalWidget() is not None")
    hand.until("app.activeWindow() is app.activeModalWidget()")
    hand.write("Before the talk")
    hand.keys("Return")
    hand.until("'Before the talk' in window.session.project.undo_label().text()")
    hand.until(READY)
    x, y = hand.ask(f"at({TALK}.view)")
    hand.click(x, y)
    hand.keys("Home")
    hand.until(f"{TALK}.view.hasFocus() and {TALK}.view.current_row() == 0")
    for count, key in enumerate("41", 1):
        hand.keys(key)
        hand.until(f"{SETTLED} == {count}")
    hand.until(f"{TALK}.consensus.take_over.isEnabled()")
    before = rows(path)
    menu(hand, "r", "g")
    hand.until(f"not {TALK}.consensus.take_over.isEnabled()")
    assert rows(path) != before
    hand.keys("ctrl+z")
    hand.until(f"{TALK}.consensus.take_over.isEnabled()")
    assert rows(path) == before
    hand.keys("ctrl+shift+z")
    hand.until(f"not {TALK}.consensus.take_over.isEnabled()")


def report(hand: desk.Hand, path: Path) -> None:
    """Write the agreement as a Word file."""
    menu(hand, "f", "g")
    hand.until("app.activeModalWidget() is not None")
    hand.until("app.activeWindow() is app.activeModalWidget()")
    hand.keys("Return")
    target = path.with_name("Talks agreement.docx")
    hand.until(f"__import__('os').path.exists({str(target)!r})")
    hand.until("app.activeModalWidget() is not None")
    hand.until("app.activeWindow() is app.activeModalWidget()")
    hand.until("'written' in app.activeModalWidget().windowTitle()")
    hand.keys("Escape")
    hand.until(READY)
    with ZipFile(target) as archive:
        words = archive.read("word/document.xml").decode()
    assert "Before the talk" in words and "list handed on" in words
