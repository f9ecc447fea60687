"""Merging files by the window, with real files: seen first, chosen, written as one step, told."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from qcode.model.enums import CodeKind
from qcode.model.join_records import Choice, ConflictKey
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import codes, codings, packets
from qcode.services.joining import merging
from qcode.services.project import Project
from qcode.ui.dialogs.merge import MergeDialog, merge_files

from tests.services.bringing import bring_in
from tests.ui.dialogs.driving import drive
from tests.ui.inspector_project import QUAY, code
from tests.ui.spoken import nameless, out_of_order, unreached, way_of_tab

pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def packet(world, tmp_path):
    """A packet for Bo, who codes in it and defines a code; and says how the file is changed."""
    report = packets.make(world.project, tmp_path / "bo.qcode", "Bo", blind=True)

    def work(act):
        with Project.open(report.path) as project:
            act(project)
        return report.path

    return work


def by_name(project, name):
    return next(one.id for one in codes.tree(project) if one.name == name)


def defines(text):
    def act(project):
        codes.describe(project, by_name(project, "lamp decides"), {"definition": text})

    return act


def merged(window, world, settings, paths, *acts):
    return drive(lambda: merge_files(window, world.session, settings, paths), *acts)


def test_what_a_packet_brings_is_seen_and_comes_in_as_one_step(window, world, settings, packet):
    def work(project):
        new = codes.create(project, CodeDraft("sweeping alone", CodeKind.CONCEPT))
        codings.apply(project, world.quay, [Span(30, 50)], [new])

    path = packet(work)
    before = len(codings.of_document(world.project, world.quay))

    def act(dialog):
        assert isinstance(dialog, MergeDialog)
        assert not dialog.pills[1].isVisible()
        words = dialog.view.toPlainText()
        assert "New codes\nsweeping alone" in words
        dialog.accept_button.click()

    report = merged(window, world, settings, [path], act)
    assert report.codes == ("sweeping alone",)
    assert len(codings.of_document(world.project, world.quay)) == before + 1
    assert world.project.undo_label().text() == "Merge bo"
    world.project.undo()
    assert len(codings.of_document(world.project, world.quay)) == before


def test_merging_twice_says_that_there_is_nothing_new(window, world, settings, packet):
    path = packet(defines("What the lamp does."))
    merged(window, world, settings, [path], lambda dialog: dialog.accept_button.click())

    def told(dialog):
        assert "is here already" in " ".join(one.text() for one in dialog.findChildren(QLabel))
        dialog.accept()

    steps = world.project.undo_label()
    assert merged(window, world, settings, [path], told) is None
    assert world.project.undo_label() == steps


@pytest.mark.parametrize(
    ("key", "definition"),
    [
        (Qt.Key.Key_M, "As Ann says."),
        (Qt.Key.Key_2, "As Bo says."),
        (Qt.Key.Key_B, "As Ann says.\n\nAs Bo says."),
    ],
)
def test_a_conflict_is_settled_by_a_key(window, world, settings, packet, key, definition):
    path = packet(defines("As Bo says."))
    codes.describe(world.project, world.lamp, {"definition": "As Ann says."})

    def act(dialog):
        assert not dialog.accept_button.isEnabled()
        assert dialog.pills[1].isChecked()  # where something is to be done
        QTest.keyClick(dialog.conflicts.view, key)
        assert dialog.accept_button.isEnabled()
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert merged(window, world, settings, [path], act) is not None
    assert code(world, world.lamp).definition == definition


def test_the_open_conflict_is_chosen_whatever_keys_are_held(window, world, settings, packet):
    """The shortcut that opened the dialog may still be held: with Shift, Qt chose no row."""
    path = packet(defines("As Bo says."))
    codes.describe(world.project, world.lamp, {"definition": "As Ann says."})
    QTest.keyPress(window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)

    def act(dialog):
        assert len(dialog.conflicts.view.selectionModel().selectedRows()) == 1
        dialog.reject()

    assert merged(window, world, settings, [path], act) is None
    QTest.keyRelease(window, Qt.Key.Key_F9)


def test_a_conflict_that_a_choice_brings_up_is_shown_before_anything_is_written(
    window, world, settings, packet, monkeypatch
):
    from dataclasses import replace

    path = packet(defines("As Bo says."))
    codes.describe(world.project, world.lamp, {"definition": "As Ann says."})
    decide, asked = merging.decide, []

    def decided(project, plan, choices, *, progress):
        found = decide(project, plan, choices, progress=progress)
        asked.append(dict(choices))
        if len(asked) > 1:
            return found
        new = replace(plan.conflicts[0], key=ConflictKey(0, "memo", "new"))
        return replace(found, conflicts=(*plan.conflicts, new), open=(new,))

    monkeypatch.setattr(merging, "decide", decided)

    def act(dialog):
        QTest.keyClick(dialog.conflicts.view, Qt.Key.Key_T)
        dialog.accept_button.click()
        assert dialog.isVisible() and not dialog.accept_button.isEnabled()
        rows = dialog.conflicts.rows
        assert (rows.rowCount(), rows.open) == (2, 1)
        assert dialog.conflicts.view.currentIndex().row() == 1
        assert dialog.focusWidget() is dialog.conflicts.view
        QTest.keyClick(dialog.conflicts.view, Qt.Key.Key_M)
        dialog.accept_button.click()

    assert merged(window, world, settings, [path], act) is not None
    assert [len(choices) for choices in asked] == [1, 2]
    assert code(world, world.lamp).definition == "As Bo says."


def test_leaving_the_dialog_changes_nothing(window, world, settings, packet):
    path = packet(defines("As Bo says."))
    label = world.project.undo_label()
    act = lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape)  # noqa: E731
    assert merged(window, world, settings, [path], act) is None
    assert code(world, world.lamp).definition == ""
    assert world.project.undo_label() == label


def test_a_file_that_is_no_project_is_refused_in_a_sentence(window, world, settings, tmp_path):
    path = tmp_path / "notes.qcode"
    path.write_text("no project", "utf-8")

    def told(dialog):
        assert "notes.qcode" in " ".join(one.text() for one in dialog.findChildren(QLabel))
        dialog.accept()

    assert merged(window, world, settings, [path], told) is None


def test_a_project_that_began_apart_is_matched_after_a_question(window, world, settings, tmp_path):
    from qcode.model.sources import Source

    path = tmp_path / "other.qcode"
    with Project.create(path, "Other", "Cleo") as other:
        (quay,) = bring_in(other, Source("Quay", QUAY, "02"))
        care = codes.create(other, CodeDraft("calling twice", CodeKind.CONCEPT))
        codings.apply(other, quay, [Span(30, 50)], [care])

    def asked(dialog):
        assert "another project" in " ".join(one.text() for one in dialog.findChildren(QLabel))
        dialog.accept_button.click()

    def act(dialog):
        assert isinstance(dialog, MergeDialog)
        assert {(str(one.what), one.mine) for one in dialog.plan.pairs} >= {
            ("document", "Quay"),
            ("code", "calling twice"),
        }
        assert dialog.pills[0].isChecked() and dialog.plan.conflicts, "the pairs are seen first"
        assert dialog.view.toPlainText().startswith("Taken to be the same")
        dialog.conflicts.choose_rest(Choice.MINE)
        dialog.accept_button.click()

    report = merged(window, world, settings, [path], asked, act)
    assert report.documents == ()
    coders = {one.coder for one in codings.of_document(world.project, world.quay)}
    assert coders == {"Ann", "Cleo"}


def test_the_dialog_is_used_by_ear_and_keyboard(window, world, settings, packet):
    path = packet(defines("As Bo says."))
    codes.describe(world.project, world.lamp, {"definition": "As Ann says."})
    faults = []

    def look(dialog):
        faults.extend(nameless(dialog))
        way = way_of_tab(dialog)
        faults.extend(unreached(dialog, way))
        faults.extend(out_of_order(dialog, way))
        dialog.reject()

    merged(window, world, settings, [path], look)
    assert faults == []


def test_the_menu_merges_and_tells(qtbot, main_window, world, packet, monkeypatch):
    path = packet(defines("As Bo says."))
    world.session.close()
    main_window.files.open_path(world.project.path)
    main_window.show()
    copied = path.with_name("copied.qcode")
    shutil.copy(path, copied)
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getOpenFileNames", lambda *_: ([str(path), str(copied)], "")
    )

    def told(dialog):
        assert "merged" in dialog.windowTitle()
        dialog.accept_button.click()

    drive(
        main_window.actions_["company.merge"].trigger,
        lambda dialog: dialog.accept_button.click(),
        told,
    )
    project = main_window.session.project
    assert (
        next(one for one in codes.tree(project) if one.id == world.lamp).definition == "As Bo says."
    )
    main_window.leave_project()
