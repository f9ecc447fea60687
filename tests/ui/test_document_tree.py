"""The list of documents shows groups, progress and passages, and follows every change."""

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from qcode.model.enums import CodeKind, WorkStatus
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import coders, codes, codings, documents
from qcode.ui.itemmodels.document_tree import (
    DocumentRole,
    DocumentTreeModel,
    document_key,
    document_of,
    group_key,
    group_of,
)
from qcode.ui.shell.operation import executor, inline
from qcode.ui.shell.session import Session

from tests.ui.panel_project import add_documents, make_project


@pytest.fixture
def session(qapp, tmp_path):
    project = make_project(tmp_path / "p.qcode")
    add_documents(project, ["Pilot", "Lamplighter"], "Interviews")
    add_documents(project, ["Log book"], "Field notes")
    add_documents(project, ["Letter", "潮汐表"])
    session = Session(project)
    yield session
    session.close()


@pytest.fixture
def model(session):
    model = DocumentTreeModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def outline(model):
    """Groups as (name, names of documents), documents of no group as their names."""
    found = []
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        names = [
            model.index(below, 0, index).data(Qt.ItemDataRole.EditRole)
            for below in range(model.rowCount(index))
        ]
        name = index.data(Qt.ItemDataRole.EditRole)
        found.append((name, names) if group_of(model.key_of(index)) else name)
    return found


def named(session, name):
    return next(found.id for found in documents.listed(session.project) if found.name == name)


def place(model, session, name):
    return model.index_of(document_key(named(session, name)))


def test_groups_stand_above_the_documents_of_no_group(model):
    assert outline(model) == [
        ("Interviews", ["Pilot", "Lamplighter"]),
        ("Field notes", ["Log book"]),
        "Letter",
        "潮汐表",
    ]


def test_the_order_is_that_of_the_rows(model, session):
    names = {found.id: found.name for found in documents.listed(session.project)}
    documents.put_in_group(session.project, [named(session, "Letter")], "Field notes")
    assert [names[i] for i in model.order()] == [
        "Pilot",
        "Lamplighter",
        "Log book",
        "Letter",
        "潮汐表",
    ]


def test_a_document_put_into_a_group_is_one_moved_row(model, session):
    kept = QPersistentModelIndex(place(model, session, "Letter"))
    said = []
    model.rowsMoved.connect(lambda *_: said.append("moved"))
    model.modelReset.connect(lambda: said.append("reset"))
    documents.put_in_group(session.project, [named(session, "Letter")], "Interviews")
    assert said == ["moved"]
    assert kept.parent().data() == "Interviews"
    assert outline(model)[0] == ("Interviews", ["Pilot", "Lamplighter", "Letter"])
    session.project.undo()
    assert kept.parent() == QModelIndex()


def test_a_new_group_appears_and_a_dissolved_one_leaves_its_documents(model, session):
    documents.put_in_group(session.project, [named(session, "潮汐表")], "Tables")
    assert outline(model)[2:] == [("Tables", ["潮汐表"]), "Letter"]
    group = next(found for found in documents.groups(session.project) if found.name == "Interviews")
    documents.delete_group(session.project, group.id)
    assert outline(model) == [
        ("Field notes", ["Log book"]),
        ("Tables", ["潮汐表"]),
        "Pilot",
        "Lamplighter",
        "Letter",
    ]


def test_a_rename_touches_its_row_only(model, session):
    said = []
    model.dataChanged.connect(lambda first, last: said.append((first.row(), last.row())))
    documents.edit(session.project, named(session, "Lamplighter"), name="Keeper", label="02")
    assert said == [(1, 1)]
    assert model.index(1, 0, model.index(0, 0)).data() == "02  Keeper"


def test_an_import_comes_as_one_insertion(model, session):
    said = []
    model.rowsInserted.connect(lambda parent, first, last: said.append(last - first + 1))
    model.modelReset.connect(lambda: said.append("reset"))
    add_documents(session.project, [f"Record {n}" for n in range(700)], "Records")
    assert said == [1, 700]  # the group, then what is in it
    assert outline(model)[2][1][-1] == "Record 699"


def test_documents_that_are_put_in_order_move_within_their_group(model, session):
    documents.move(session.project, [named(session, "Lamplighter")], before=named(session, "Pilot"))
    assert outline(model)[0] == ("Interviews", ["Lamplighter", "Pilot"])


def test_deleted_documents_come_back_with_undo(model, session):
    before = outline(model)
    documents.delete(session.project, [named(session, "Pilot"), named(session, "Letter")])
    assert outline(model) == [
        ("Interviews", ["Lamplighter"]),
        ("Field notes", ["Log book"]),
        "潮汐表",
    ]
    assert model.index(0, 0).data(DocumentRole.SIZE) == 1
    session.project.undo()
    assert outline(model) == before
    assert model.index(0, 0).data(DocumentRole.SIZE) == 2


@pytest.mark.parametrize("in_worker", [False, True])
def test_passages_follow_what_is_coded_and_taken_back(session, in_worker, qtbot, monkeypatch):
    if in_worker:
        monkeypatch.setattr("qcode.ui.itemmodels.recount.PROMPT_BYTES", 0)
    model = DocumentTreeModel(session)
    pilot = named(session, "Pilot")
    code = codes.create(session.project, CodeDraft("tide", CodeKind.CONCEPT))
    other = codes.create(session.project, CodeDraft("lamp", CodeKind.CONCEPT))

    def shows(count):
        return lambda: place(model, session, "Pilot").data(DocumentRole.PASSAGES) == count

    with executor(inline):
        coding, *_ = codings.apply(session.project, pilot, [Span(0, 5), Span(6, 9)], [code, other])
        qtbot.waitUntil(shows(2))
        session.project.undo()
        qtbot.waitUntil(shows(0))
        session.project.redo()
        qtbot.waitUntil(shows(2))
        codings.remove(session.project, [coding])
        qtbot.waitUntil(shows(2))  # another code is still on that passage
        codes.delete(session.project, [other])
        qtbot.waitUntil(shows(1))


def test_coding_counts_no_document_anew(model, session, monkeypatch):
    code = codes.create(session.project, CodeDraft("tide", CodeKind.CONCEPT))
    asked = []
    listed = documents.listed

    def spy(project, ids=None):
        asked.append(ids)
        return listed(project, ids)

    passages = model.passages(1)
    monkeypatch.setattr(documents, "listed", spy)
    codings.apply(session.project, 1, [Span(0, 5)], [code])
    assert (asked, model.passages(1)) == ([], passages + 1)


def test_the_status_is_that_of_the_current_coder(model, session):
    pilot = named(session, "Pilot")
    coders.set_status(session.project, [pilot], "Ann", WorkStatus.FINISHED)
    coders.set_status(session.project, [pilot], "Bo", WorkStatus.OPEN)
    assert model.status(pilot) is WorkStatus.FINISHED
    assert model.progress() == (1, 5)
    said = []
    model.dataChanged.connect(lambda *_: said.append("row"))
    session.act_as("Bo")
    assert said
    assert model.status(pilot) is WorkStatus.OPEN
    assert model.progress() == (0, 5)


def test_a_row_says_status_and_passages_to_a_screen_reader(model, session):
    pilot = named(session, "Pilot")
    coders.set_status(session.project, [pilot], "Ann", WorkStatus.OPEN)
    code = codes.create(session.project, CodeDraft("tide", CodeKind.CONCEPT))
    codings.apply(session.project, pilot, [Span(0, 5)], [code])
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert place(model, session, "Pilot").data(spoken) == ("01  Pilot, in progress, 1 passage")
    assert model.index(0, 0).data(spoken) == "Group Interviews, 2 documents"


def test_the_filter_finds_documents_and_whole_groups(model):
    model.look_for("潮汐")
    assert outline(model) == ["潮汐表"]
    model.look_for("LAMP")
    assert outline(model) == [("Interviews", ["Lamplighter"])]
    model.look_for("interview")
    assert outline(model) == [("Interviews", ["Pilot", "Lamplighter"])]
    model.look_for("")
    assert len(outline(model)) == 4


def test_keys_tell_documents_from_groups():
    assert (document_of(document_key(7)), group_of(document_key(7))) == (7, None)
    assert (document_of(group_key(7)), group_of(group_key(7))) == (None, 7)
    assert (document_of(0), group_of(0)) == (None, None)
