"""What a long tree paints again: rows that came into view or changed, and no others."""

import pytest
from PySide6.QtCore import QEvent, QObject
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.services import codes
from qcode.ui.shell.session import Session
from qcode.ui.workspaces.code.codes_panel import CodesPanel

from tests.ui.panel_project import make_project
from tests.ui.tree_hand import show


class Painted(QObject):
    """Remembers which rows (pixels from, to) of a viewport are painted."""

    def __init__(self, viewport):
        super().__init__(viewport)
        self.strips = []
        viewport.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.strips += [(one.top(), one.bottom() + 1) for one in event.region()]
        return False


@pytest.fixture
def tree(qapp, qtbot, tmp_path):
    session = Session(make_project(tmp_path / "p.qcode"))
    for n in range(60):
        codes.create(session.project, CodeDraft(f"duty {n}", CodeKind.CONCEPT))
    panel = show(CodesPanel(session), qtbot)
    panel.resize(240, 400)
    qapp.processEvents()
    yield panel.view
    session.close()


def test_rows_that_scrolling_only_moves_are_not_painted(qapp, tree):
    row = tree.visualRect(tree.model().index(0, 0)).height()
    painted = Painted(tree.viewport())
    tree.verticalScrollBar().setValue(row)
    qapp.processEvents()
    below = tree.viewport().height()
    assert (below - row, below) in painted.strips
    # The first rows may be: what is below the pointer looks otherwise, wherever that is by now.
    assert not any(3 * row < bottom and top < below - row for top, bottom in painted.strips)


def test_neighbours_that_changed_are_painted_and_no_more(qapp, tree):
    model = tree.model()
    keys = [model.key_of(model.index(row, 0)) for row in (2, 3)]
    painted = Painted(tree.viewport())
    model.tell_changed(keys)
    qapp.processEvents()
    first, last = (tree.visualRect(model.index(row, 0)) for row in (2, 3))
    assert painted.strips == [(first.top(), last.bottom() + 1)]


def test_the_pointer_has_the_row_that_it_leaves_and_the_one_it_reaches_painted(qapp, qtbot, tree):
    rows = [tree.visualRect(tree.model().index(row, 0)) for row in (3, 6)]
    qtbot.mouseMove(tree.viewport(), rows[0].center())
    qapp.processEvents()
    painted = Painted(tree.viewport())
    qtbot.mouseMove(tree.viewport(), rows[1].center())
    qapp.processEvents()
    assert painted.strips == [(row.top(), row.bottom() + 1) for row in rows]
