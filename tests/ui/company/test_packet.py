"""Handing out a packet by the window: who, what, blind or not, where."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from qcode.model.enums import WorkStatus
from qcode.services import coders, codings, documents
from qcode.services.project import Project
from qcode.ui.dialogs.packet import ALL, CHOSEN, THEIRS, hand_out
from qcode.ui.dialogs.packet_written import tell_written

from tests.ui.dialogs.driving import drive
from tests.ui.spoken import nameless

pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def asked(window, world, settings, tmp_path):
    """Ask for a packet into the folder of the test."""
    settings.set_folder("packets", str(tmp_path))

    def ask(*acts, **more):
        return drive(lambda: hand_out(window, world.session, settings, **more), *acts)

    return ask


def named(path):
    project = Project.open(path, read_only=True)
    try:
        found = documents.listed(project)
        names = [one.name for one in found]
        coded = {coding.coder for one in found for coding in codings.of_document(project, one.id)}
        return names, coded, coders.is_blind(project)
    finally:
        project.close()


def test_a_blind_packet_holds_the_coders_own_work_and_is_noted(asked, world):
    def act(dialog):
        assert dialog.coder.currentText() == "Bo"  # whoever does not hand it out
        assert dialog.pills[ALL].isChecked() and not dialog.pills[THEIRS].isEnabled()
        assert dialog.tally.text().startswith("2 documents, ")
        assert nameless(dialog) == []
        dialog.accept_button.click()

    report = asked(act)
    assert report.path.name == "Harbour Bo.qcode"
    assert named(report.path) == (["Pier", "Quay"], {"Bo"}, True)
    assert {(one.document, one.coder, one.status) for one in coders.work(world.project)} == {
        ("Pier", "Bo", WorkStatus.OPEN),
        ("Quay", "Bo", WorkStatus.OPEN),
    }
    assert world.project.undo_label().text() == "Hand out documents to Bo"


def test_an_open_packet_of_one_document_holds_everybodys_work(asked):
    def act(dialog):
        dialog.picks.words.setFocus()
        QTest.keyClicks(dialog.picks.words, "quay")
        dialog.picks.tick([])
        view = dialog.picks.view
        head = view.topLevelItem(0)
        view.setCurrentItem(head)
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Space)  # of the group only what is shown
        assert dialog.pills[CHOSEN].isChecked()
        assert head.checkState(0) is Qt.CheckState.PartiallyChecked
        dialog.blind.click()
        assert "whoever made them" in dialog.blind_about.text()
        dialog.accept_button.click()

    report = asked(act)
    assert named(report.path) == (["Quay"], {"Ann"}, False)


def test_documents_that_were_assigned_are_offered_first(asked, world):
    coders.set_status(world.project, [world.quay], "Bo", WorkStatus.OPEN)

    def act(dialog):
        assert dialog.pills[THEIRS].isChecked()
        assert dialog.picks.ticked() == [world.quay]
        assert dialog.picks.view.topLevelItem(0).child(1).text(1) == "in progress"
        dialog.coder.setCurrentText("Cleo")
        assert dialog.pills[ALL].isChecked()
        assert dialog.file.path().name == "Harbour Cleo.qcode"
        dialog.accept_button.click()

    assert asked(act).coder == "Cleo"
    assert [one.name for one in coders.listed(world.project)] == ["Ann", "Bo", "Cleo"]


def test_the_documents_follow_the_coder_until_somebody_chooses(asked, world):
    coders.add(world.project, "Cy")
    coders.set_status(world.project, [world.quay], "Bo", WorkStatus.OPEN)
    coders.set_status(world.project, [world.pier], "Cy", WorkStatus.OPEN)

    def act(dialog):
        line = dialog.coder.lineEdit()
        line.selectAll()
        QTest.keyClicks(line, "Cy")  # "C" is nobody
        assert dialog.pills[THEIRS].isChecked()
        assert dialog.picks.ticked() == [world.pier]
        dialog.pills[ALL].click()
        dialog.coder.setCurrentText("Bo")
        assert dialog.pills[ALL].isChecked()
        assert dialog.picks.ticked() == [world.pier, world.quay]
        dialog.reject()

    asked(act)


def test_what_stands_in_the_way_is_said(asked, tmp_path):
    taken = tmp_path / "taken.qcode"
    taken.write_text("x", "utf-8")

    def act(dialog):
        dialog.coder.setCurrentText(" ")
        assert not dialog.accept_button.isEnabled()
        dialog.coder.setCurrentText("Bo")
        dialog.picks.tick([])
        dialog.picks.picked.emit()
        assert not dialog.accept_button.isEnabled()
        dialog.pills[ALL].click()
        assert dialog.accept_button.isEnabled()
        dialog.file.set_path(taken)
        assert not dialog.accept_button.isEnabled()
        assert any("already a file" in one.text() for one in dialog.findChildren(QLabel))
        dialog.reject()

    assert asked(act) is None
    assert taken.read_text("utf-8") == "x"


def test_documents_chosen_before_are_ticked(asked, world):
    def act(dialog):
        assert dialog.picks.ticked() == [world.pier]
        dialog.reject()

    asked(act, chosen=[world.pier])


def test_space_ticks_all_selected_documents_in_sight_at_once(asked, world):
    def act(dialog):
        told = []
        dialog.picks.picked.connect(lambda: told.append(dialog.picks.ticked()))
        view = dialog.picks.view
        view.setFocus()
        view.selectAll()
        QTest.keyClick(view, Qt.Key.Key_Space)
        assert told == [[]]
        QTest.keyClick(view, Qt.Key.Key_Space)
        assert told == [[], [world.pier, world.quay]]
        dialog.picks.words.setText("quay")  # the others stay selected, but nobody sees it
        QTest.keyClick(view, Qt.Key.Key_Space)
        assert dialog.picks.ticked() == [world.pier]
        dialog.reject()

    asked(act)


def test_afterwards_it_is_said_what_is_in_the_packet(window, asked):
    report = asked(lambda dialog: dialog.accept_button.click())

    def act(dialog):
        words = " ".join(one.text() for one in dialog.findChildren(QLabel))
        assert str(report.path) in words
        assert "2 documents, 3 codes, 1 coding" in words
        assert "Nothing in it tells of the work of others." in words
        dialog.reject()

    drive(lambda: tell_written(window, report), act)


def test_who_works_blind_is_told_that_what_they_do_not_see_stays_out(window, asked, world):
    coders.set_blind(world.project, True)

    def write(dialog):
        dialog.blind.setChecked(False)
        assert dialog.blind_about.text().startswith("You work blind: it holds")
        dialog.accept_button.click()

    report = asked(write)
    assert report.limited

    def act(dialog):
        words = " ".join(one.text() for one in dialog.findChildren(QLabel))
        assert "What is hidden from you while you work blind is not in it." in words
        dialog.reject()

    drive(lambda: tell_written(window, report), act)
