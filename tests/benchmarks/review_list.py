"""50,000 disagreements of two coders: the list opened, and narrowed by a word, until it is painted.

Baseline: a bare QTableView over the same rows, their words worked out before, opened and narrowed
by the same word; it shows nothing beside its rows.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView, QWidget
from qcode.model.agreement import Request
from qcode.services.agreement import gathering
from qcode.services.project import Project
from qcode.services.review import disagreements
from qcode.ui.itemmodels.disagreement_rows import Column
from qcode.ui.shell.session import Session
from qcode.ui.widgets.frames import frame_in
from qcode.ui.workspaces.review.talk import Talk

from tests.benchmarks import office, two_coders
from tests.benchmarks.row import Row

TARGET = 3.0
REPETITIONS = 5
SIZE = (690, 640)
WORDS = ("tide-7", "tide-31", "counted", "tide-1")
_NONE = QModelIndex()


class Bare(QAbstractTableModel):
    """Rows of words, held as they are."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[tuple[str, ...]] = []
        self._rows: list[tuple[str, ...]] = []

    def open(self, rows: list[tuple[str, ...]]) -> None:
        self.beginResetModel()
        self.all = self._rows = rows
        self.endResetModel()

    def narrow(self, words: str) -> None:
        self.beginResetModel()
        self._rows = [row for row in self.all if words in row[1] or words in row[3]]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NONE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        return None


def run() -> list[Row]:
    from qcode.ui.shell import theme

    app = office.application()
    theme.apply(app, theme.LIGHT)
    opened, narrowed = Row("open", [], []), Row("filter", [], [])
    with tempfile.TemporaryDirectory(prefix="qcode-review-") as folder:
        path = Path(folder) / "two.qcode"
        two_coders.build(path)
        project = Project.open(path)
        session = Session(project)
        gathered = gathering.gather(project, Request())
        found = disagreements.find(project, gathered)
        assert len(found) == two_coders.DISAGREEMENTS, len(found)
        frame, talk = _talk(session)
        view, bare = _bare(talk)
        rows = _rows(talk, found, gathered)
        for turn in range(REPETITIONS + 1):
            talk.load(None, None)
            bare.open([])
            office.settle()
            figure = office.painted(talk.view.viewport(), lambda: talk.load(gathered, found))
            baseline = office.painted(view.viewport(), lambda: bare.open(rows))
            office.wait()
            if turn:
                opened.figures.append(figure)
                opened.baselines.append(baseline)
            for words in WORDS:
                figure = office.painted(
                    talk.view.viewport(), lambda words=words: talk.bar.words.setText(words)
                )
                baseline = office.painted(view.viewport(), lambda words=words: bare.narrow(words))
                office.settle()
                assert talk.rows.rowCount() == bare.rowCount() > 0, words
                if turn:
                    narrowed.figures.append(figure)
                    narrowed.baselines.append(baseline)
            talk.bar.words.clear()
            office.settle()
        frame.close()
        view.close()
        frame.deleteLater()
        view.deleteLater()
        office.settle()
        session.close()
    return [opened, narrowed]


def _talk(session: Session) -> tuple[QWidget, Talk]:
    frame = frame_in(None)
    talk = Talk(session, frame)
    frame.layout().addWidget(talk)
    frame.resize(*SIZE)
    frame.show()
    talk.bar.show_trifles(True)
    office.settle()
    return frame, talk


def _bare(talk: Talk) -> tuple[QTableView, Bare]:
    view, model = QTableView(), Bare()
    view.setModel(model)
    view.resize(talk.view.size())
    view.show()
    office.settle()
    return view, model


def _rows(talk: Talk, found: object, gathered: object) -> list[tuple[str, ...]]:
    """The words of all rows, as the list shows them."""
    talk.load(gathered, found)
    return [
        tuple(str(talk.rows.index(row, column).data()) for column in Column)
        for row in range(talk.rows.rowCount())
    ]
