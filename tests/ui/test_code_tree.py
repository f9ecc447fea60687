"""The code tree shows the project as it is, and changes no more than a change touched."""

import random

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from qcode.model.enums import CodeKind, Numbering
from qcode.model.messages import Message
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import codes, codings
from qcode.services.project import Project
from qcode.ui.itemmodels.code_tree import CodeRole, CodeTreeModel
from qcode.ui.itemmodels.keyed_tree import KeyedTreeModel
from qcode.ui.itemmodels.tree_plan import folded, matching, runs_of, staying
from qcode.ui.shell.session import Session

from tests.ui.panel_project import make_project

CONCEPT, CATEGORY = CodeKind.CONCEPT, CodeKind.CATEGORY
MAIN, CORE = CodeKind.MAIN_CATEGORY, CodeKind.CORE_CATEGORY


@pytest.fixture
def session(qapp, tmp_path):
    session = Session(make_project(tmp_path / "p.qcode", documents=2))
    yield session
    session.close()


@pytest.fixture
def ids(session):
    """A main category with two categories and their concepts, and a concept of no category."""
    project = session.project

    def make(name, kind, parent=None):
        return codes.create(project, CodeDraft(name, kind), parent)

    main = make("Harbour rules", MAIN)
    first, second = make("Signals", CATEGORY, main), make("Waiting", CATEGORY, main)
    return {
        "main": main,
        "first": first,
        "second": second,
        "a": make("flag raised", CONCEPT, first),
        "b": make("bell rung", CONCEPT, first),
        "c": make("排队等候", CONCEPT, second),
        "loose": make("Tide table", CONCEPT),
    }


@pytest.fixture
def model(session, ids):
    model = CodeTreeModel(session)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert tester.model() is model
    return model


def outline(model, parent=None):
    """The rows on show as nested pairs of text and children."""
    parent = QModelIndex() if parent is None else parent
    rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return [(index.data(), outline(model, index)) for index in rows]


def as_the_project_says(session):
    found = [[]]
    for code in codes.tree(session.project):
        del found[code.depth + 1 :]
        row = (code.title, [])
        found[code.depth].append(row)
        found.append(row[1])
    return found[0]


def heard(model):
    """Every structural signal from now on, by name."""
    said = []
    for name in ("rowsInserted", "rowsRemoved", "rowsMoved", "modelReset"):
        getattr(model, name).connect(lambda *args, name=name: said.append(name))
    model.dataChanged.connect(
        lambda first, last: said.append((first.row(), last.row(), first.parent().data()))
    )
    return said


def test_rows_stand_in_the_order_of_the_codebook(model, session):
    assert outline(model) == as_the_project_says(session)
    assert outline(model) == [
        (
            "Harbour rules",
            [
                ("Signals", [("flag raised", []), ("bell rung", [])]),
                ("Waiting", [("排队等候", [])]),
            ],
        ),
        ("Tide table", []),
    ]


def test_a_rename_touches_one_row(model, session, ids):
    said = heard(model)
    codes.rename(session.project, ids["b"], "bell heard")
    assert said == [(1, 1, "Signals")]
    assert model.index_of(ids["b"]).data() == "bell heard"


def test_a_new_colour_touches_its_row_and_is_shown(model, session, ids):
    said = heard(model)
    codes.recolor(session.project, [ids["a"]], "#123456")
    assert said == [(0, 0, "Signals")]
    assert model.index_of(ids["a"]).data(CodeRole.COLOR) == "#123456"


def test_a_new_code_is_one_inserted_row(model, session, ids):
    said = heard(model)
    codes.create(session.project, CodeDraft("horn", CONCEPT), ids["first"])
    assert said == ["rowsInserted"]
    assert outline(model) == as_the_project_says(session)


def test_a_moved_code_keeps_its_row_and_what_is_below_it(model, session, ids):
    said = heard(model)
    kept = QPersistentModelIndex(model.index_of(ids["first"]))
    below = QPersistentModelIndex(model.index_of(ids["a"]))
    codes.move(session.project, [ids["first"]], ids["main"], 2)
    assert [name for name in said if isinstance(name, str)] == ["rowsMoved"]
    assert (kept.row(), kept.data(), below.data()) == (1, "Signals", "flag raised")


def test_a_row_knows_how_many_are_above_it(model, session, ids):
    wanted = {"main": 0, "first": 1, "a": 2, "loose": 0}
    assert {name: model.depth(ids[name]) for name in wanted} == wanted
    codes.move(session.project, [ids["a"]], None, None)
    assert model.depth(ids["a"]) == 0


def test_codes_below_a_deleted_one_move_up_without_being_lost(model, session, ids):
    kept = QPersistentModelIndex(model.index_of(ids["a"]))
    said = heard(model)
    codes.delete(session.project, [ids["first"]])
    assert "modelReset" not in said
    assert kept.isValid()
    assert kept.parent().data() == "Harbour rules"
    assert outline(model) == as_the_project_says(session)


def test_an_undone_deletion_brings_the_rows_back(model, session, ids):
    before = outline(model)
    codes.delete(session.project, [ids["main"]], with_below=True)
    assert outline(model) == [("Tide table", [])]
    session.project.undo()
    assert outline(model) == before


def test_numbers_follow_the_order_without_moving_rows(model, session, ids):
    codes.set_numbering(session.project, Numbering.DECIMAL)
    assert model.index_of(ids["b"]).data(CodeRole.NUMBER) == "1.1.2"
    said = heard(model)
    codes.move(session.project, [ids["second"]], ids["main"], 0)
    assert said.count("rowsMoved") == 1
    assert model.index_of(ids["b"]).data() == "1.2.2 bell rung"


def test_counts_are_of_distinct_passages_and_follow_every_change(model, session, ids):
    project = session.project
    codings.apply(project, 1, [Span(0, 5)], [ids["a"], ids["b"]])
    (coding_id,) = codings.apply(project, 1, [Span(8, 12)], [ids["a"]])

    def counted(name):
        index = model.index_of(ids[name])
        return index.data(CodeRole.OWN), index.data(CodeRole.SUBTREE)

    assert counted("a") == (2, 2)
    assert counted("first") == (0, 2)
    assert counted("main") == (0, 2)
    codings.remove(project, [coding_id])
    assert (counted("a"), counted("main")) == ((1, 1), (0, 1))
    project.undo()
    assert (counted("a"), counted("main")) == ((2, 2), (0, 2))
    codes.move(project, [ids["a"]], ids["second"])
    assert (counted("first"), counted("second")) == ((0, 1), (0, 2))


def test_a_coding_changes_only_counts(model, session, ids):
    said = heard(model)
    codings.apply(session.project, 1, [Span(0, 5)], [ids["c"]])
    assert len(said) == 3
    assert set(said) == {(0, 0, "Waiting"), (1, 1, "Harbour rules"), (0, 0, None)}


def test_a_row_says_to_a_screen_reader_what_is_painted(model, session, ids):
    codings.apply(session.project, 1, [Span(0, 5)], [ids["a"]])
    spoken = model.index_of(ids["first"]).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Signals, initial category, 1 passage"


def test_the_tooltip_tells_path_kind_definition_and_counts(model, session, ids):
    codes.describe(session.project, ids["first"], {"definition": "Ships <seen> from land."})
    codings.apply(session.project, 1, [Span(0, 5)], [ids["a"], ids["first"]])
    told = model.index_of(ids["first"]).data(Qt.ItemDataRole.ToolTipRole)
    for part in (
        "Harbour rules &gt; Signals",
        "initial category",
        "Ships &lt;seen&gt; from land.",
        "1 passage of its own, 1 with all codes below",
    ):
        assert part in told


def test_an_edited_name_is_asked_for_and_not_written_by_the_model(model, session, ids, qtbot):
    index = model.index_of(ids["a"])
    with qtbot.waitSignal(model.renameWanted) as asked:
        assert model.setData(index, "  flag   lowered ")
    assert asked.args == [ids["a"], "flag lowered"]
    assert index.data() == "flag raised"
    with qtbot.assertNotEmitted(model.renameWanted):
        model.setData(index, "flag raised")
        model.setData(index, "   ")


def test_names_cannot_be_edited_in_a_read_only_project(session, ids):
    reader = Session(Project.open(session.project.path, read_only=True))
    model = CodeTreeModel(reader)
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not model.can_change
    reader.close()


@pytest.mark.parametrize("words", ["BELL", "ｂｅｌｌ", "  bell  rung "])
def test_the_filter_keeps_what_is_above_a_match(model, words):
    model.look_for(words)
    assert outline(model) == [("Harbour rules", [("Signals", [("bell rung", [])])])]


def test_the_filter_keeps_what_is_below_a_match(model):
    model.look_for("signal")
    assert outline(model) == [
        ("Harbour rules", [("Signals", [("flag raised", []), ("bell rung", [])])])
    ]


def test_the_filter_finds_chinese_and_numbers(model, session):
    model.look_for("等候")
    assert outline(model) == [("Harbour rules", [("Waiting", [("排队等候", [])])])]
    model.look_for("")
    codes.set_numbering(session.project, Numbering.DECIMAL)
    model.look_for("1.1.2")
    assert outline(model) == [("1 Harbour rules", [("1.1 Signals", [("1.1.2 bell rung", [])])])]


def test_a_filtered_tree_follows_changes(model, session, ids):
    model.look_for("bell")
    codes.rename(session.project, ids["a"], "bellflower")
    assert [row[0] for row in outline(model)[0][1][0][1]] == ["bellflower", "bell rung"]
    codes.rename(session.project, ids["b"], "horn blown")
    codes.create(session.project, CodeDraft("doorbell", CONCEPT))
    assert outline(model) == [
        ("Harbour rules", [("Signals", [("bellflower", [])])]),
        ("doorbell", []),
    ]
    model.look_for("")
    assert outline(model) == as_the_project_says(session)


def test_many_changes_at_once_are_one_reset(model, session):
    with session.project.change(Message("Many codes")) as writer:
        parents = [codes.insert(writer, CodeDraft(f"k{n}", CATEGORY), None) for n in range(250)]
        said = heard(model)
        for n, parent in enumerate(parents):
            codes.insert(writer, CodeDraft(f"n{n}", CONCEPT), parent)
    assert said[0] == "modelReset"
    assert outline(model) == as_the_project_says(session)


def test_any_tree_becomes_any_other_with_the_rows_in_their_places(qapp):
    """Shuffled, regrouped, thinned and grown trees: the rows on show are always those wanted."""

    class Plain(KeyedTreeModel):
        can_change = False

        def shown(self, key, record, role):
            return record if role == Qt.ItemDataRole.DisplayRole else None

        def words(self, record):
            return record

    chance = random.Random(7)
    model = Plain()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)

    def some_tree():
        keys = chance.sample(range(1, 40), chance.randrange(0, 39))
        parents = {key: chance.choice([0, 0, *keys[:at]]) for at, key in enumerate(keys)}
        rows = []

        def below(parent):
            for key in [key for key in keys if parents[key] == parent]:
                rows.append((key, parent, f"row {key} of {chance.randrange(3)}"))
                below(key)

        below(0)
        return rows

    def nested(rows, parent=0):
        return [(text, nested(rows, key)) for key, above, text in rows if above == parent]

    for _ in range(60):
        rows = some_tree()
        model.sync(rows)
        assert outline(model) == nested(rows)


def test_no_more_rows_move_than_must():
    assert staying([1, 2, 3, 4], [4, 1, 2, 3]) == {1, 2, 3}
    assert staying([1, 2, 3], [7, 3, 8]) == {3}
    assert staying([], [1]) == set()


def test_neighbours_are_announced_together():
    assert runs_of([0, 1, 2, 5, 7, 8]) == [(0, 2), (5, 5), (7, 8)]


def test_matches_keep_their_ancestors_and_descendants():
    assert matching({1: 0, 2: 1, 3: 2, 4: 2, 5: 1, 6: 0}, {2}) == {1, 2, 3, 4}


def test_folding_forgets_width_case_and_composition():
    assert folded("Ｃａｆe\u0301  X") == folded("caf\u00e9 x")
