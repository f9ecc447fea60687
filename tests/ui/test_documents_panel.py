"""The documents panel by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtWidgets import QLineEdit
from qcode.model.enums import WorkStatus
from qcode.services import coders, documents
from qcode.ui.itemmodels.document_tree import document_key, group_key
from qcode.ui.shell.session import Session
from qcode.ui.workspaces.code.documents_panel import DocumentsPanel

from tests.ui.panel_project import add_documents, make_project
from tests.ui.tree_hand import drag, names, show


@pytest.fixture
def session(qapp, tmp_path):
    session = Session(make_project(tmp_path / "p.qcode"))
    yield session
    session.close()


@pytest.fixture
def ids(session):
    """Document ids by name, group ids by theirs."""
    project = session.project
    add_documents(project, ["Pilot", "Lamplighter", "Bargee"], "Interviews")
    add_documents(project, ["Log book"], "Field notes")
    add_documents(project, ["Letter"])
    found = {document.name: document.id for document in documents.listed(project)}
    return found | {group.name: group.id for group in documents.groups(project)}


@pytest.fixture
def panel(session, ids, qtbot):
    return shown(session, qtbot)


def shown(session, qtbot):
    return show(DocumentsPanel(session), qtbot)


def rect(panel, key):
    return panel.view.visualRect(panel.view.model().index_of(key))


def carrying(panel, *document_ids):
    model = panel.view.model()
    return model.mimeData([model.index_of(document_key(i)) for i in document_ids])


def test_choosing_a_document_tells_it_and_enter_opens_it(panel, ids, qtbot):
    with qtbot.waitSignal(panel.currentDocumentChanged) as told:
        panel.select_document(ids["Lamplighter"])
    assert told.args == [ids["Lamplighter"]]
    with qtbot.waitSignal(panel.documentActivated) as told:
        qtbot.keyClick(panel.view, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert told.args == [ids["Lamplighter"]]


def test_enter_on_a_group_closes_and_opens_it(panel, ids, qtbot):
    panel.view.setCurrentIndex(panel.view.model().index_of(group_key(ids["Interviews"])))
    assert panel.selected_documents() == []
    with qtbot.assertNotEmitted(panel.documentActivated):
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
        assert names(panel) == ["Interviews", "Field notes", "Log book", "Letter"]
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert len(names(panel)) == 7


def test_the_order_does_not_depend_on_filter_or_closed_groups(panel, ids):
    order = [ids[name] for name in ("Pilot", "Lamplighter", "Bargee", "Log book", "Letter")]
    panel.filter_field.setText("log")
    panel.view.collapseAll()
    assert panel.order() == order


def test_the_heading_tells_how_far_the_coder_is(panel, ids, session):
    assert panel._note.text() == "5 documents"
    coders.set_status(session.project, [ids["Pilot"], ids["Letter"]], "Ann", WorkStatus.FINISHED)
    assert panel._note.text() == "2 of 5 finished"
    assert panel.status(ids["Pilot"]) is WorkStatus.FINISHED
    assert panel.status(ids["Bargee"]) is WorkStatus.UNASSIGNED
    session.act_as("Bo")
    assert panel._note.text() == "5 documents"


def test_documents_dropped_on_a_group_go_into_it(panel, ids, session, qtbot):
    mime = carrying(panel, ids["Letter"], ids["Pilot"])
    assert drag(panel, mime, rect(panel, group_key(ids["Field notes"])).center())
    qtbot.waitUntil(lambda: names(panel)[3:] == ["Field notes", "Pilot", "Log book", "Letter"])
    assert panel.selected_documents() == [ids["Pilot"], ids["Letter"]]
    session.project.undo()
    assert names(panel)[-1] == "Letter"


def test_documents_dropped_between_two_go_there(panel, ids, qtbot):
    above = rect(panel, document_key(ids["Lamplighter"])).topLeft() + QPoint(30, 1)
    assert drag(panel, carrying(panel, ids["Letter"]), above)
    qtbot.waitUntil(
        lambda: names(panel)[:5] == ["Interviews", "Pilot", "Letter", "Lamplighter", "Bargee"]
    )


def test_a_document_dropped_behind_the_last_of_its_group_is_the_last(panel, ids, qtbot):
    below = rect(panel, document_key(ids["Bargee"])).bottomLeft() + QPoint(30, 0)
    assert drag(panel, carrying(panel, ids["Pilot"]), below)
    qtbot.waitUntil(lambda: names(panel)[1:4] == ["Lamplighter", "Bargee", "Pilot"])


def test_documents_dropped_beside_the_rows_leave_their_group(panel, ids, qtbot):
    below = panel.view.viewport().rect().bottomLeft() + QPoint(30, -3)
    assert drag(panel, carrying(panel, ids["Log book"]), below)
    qtbot.waitUntil(lambda: panel.group_name(ids["Field notes"]) == "Field notes")
    qtbot.waitUntil(lambda: set(names(panel)[-2:]) == {"Log book", "Letter"})


def test_files_are_left_to_the_window(panel, ids):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("text.txt")])
    assert not drag(panel, mime, rect(panel, document_key(ids["Pilot"])).center())


def test_control_and_arrows_change_the_order_within_a_group(panel, ids, qtbot):
    panel.select_document(ids["Pilot"])
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(panel.view, Qt.Key.Key_Down, control)
    assert names(panel)[1:4] == ["Lamplighter", "Pilot", "Bargee"]
    qtbot.keyClick(panel.view, Qt.Key.Key_Up, control)
    qtbot.keyClick(panel.view, Qt.Key.Key_Up, control)  # already the first
    assert names(panel)[1:4] == ["Pilot", "Lamplighter", "Bargee"]
    assert panel.current_document() == ids["Pilot"]


@pytest.mark.parametrize(("key", "name"), [("document", "Pilot"), ("group", "Interviews")])
def test_documents_and_groups_are_renamed_in_place(panel, ids, qtbot, key, name):
    row = document_key(ids[name]) if key == "document" else group_key(ids[name])
    panel.view.setCurrentIndex(panel.view.model().index_of(row))
    qtbot.keyClick(panel.view, Qt.Key.Key_F2)
    editor = panel.view.findChild(QLineEdit)
    qtbot.keyClicks(editor, "New name")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "New name" in names(panel))
    assert name not in names(panel)


def test_delete_on_a_group_dissolves_it_and_keeps_its_documents(panel, ids, session, qtbot):
    panel.view.setCurrentIndex(panel.view.model().index_of(group_key(ids["Interviews"])))
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert names(panel) == ["Field notes", "Log book", "Pilot", "Lamplighter", "Bargee", "Letter"]


def test_open_groups_can_be_kept_and_set_again(panel, ids):
    panel.set_expanded([ids["Field notes"]])
    assert names(panel) == ["Interviews", "Field notes", "Log book", "Letter"]
    assert panel.expanded() == [ids["Field notes"]]


def test_a_project_without_documents_says_how_to_begin(session, qtbot):
    panel = shown(session, qtbot)
    assert panel._empty.isVisible()
    assert "Drop texts" in panel._empty.text()
    add_documents(session.project, ["Pilot"], "Interviews")
    assert panel.view.isVisible()
    assert names(panel) == ["Interviews", "Pilot"]


def test_every_part_has_a_name_for_screen_readers(panel):
    assert panel.view.accessibleName() == "Documents"
    assert panel.filter_field.accessibleName() == "Filter documents"
