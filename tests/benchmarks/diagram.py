"""The diagram of 150 categories and 300 relations: drawn by a worker, and a box dragged over it.

There is no other program to measure against: the baselines are the times that were set, one second
until the drawing stands, 50 milliseconds in which the window hears of nothing meanwhile, and what a
hand takes for at once while it drags, two frames of a screen.
"""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.model.relation_types import BUILT_IN
from qcode.services import codes, relations
from qcode.services.project import Project
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.workspaces.selective.workspace import SelectiveWorkspace

from tests.benchmarks import office
from tests.benchmarks.longest_gap import Heart
from tests.benchmarks.row import Row

TARGET = 1.0
CATEGORIES, RELATIONS = 150, 300
REPETITIONS = 7
MOVES = 30
SECOND, ALIVE, FRAMES = 1000.0, 50.0, 33.3  # milliseconds


def run() -> list[Row]:
    office.application()
    drawn: list[float] = []
    heart = Heart()
    with tempfile.TemporaryDirectory(prefix="qcode-diagram-") as folder:
        session = Session(_model(Path(folder) / "model.qcode"))
        window = QMainWindow()
        page = SelectiveWorkspace(session, ActionSet(window), Settings(Path(folder) / "set.ini"))
        window.setCentralWidget(page)
        window.resize(1366, 700)
        window.show()
        _until_drawn(page, None)  # loads modules
        for _ in range(REPETITIONS):
            begun, before = time.perf_counter(), page.reading
            page.diagram.redrawWanted.emit()
            _until_drawn(page, before)
            drawn.append((time.perf_counter() - begun) * 1000)
            heart.step("drawn anew", page.diagram.redrawWanted.emit)
        dragged = _dragged(page)
        window.close()
        page.deleteLater()
        session.close()
    gaps = [worked for _, worked in heart.silences["drawn anew"]]
    return [
        Row("drawn", drawn, [SECOND] * len(drawn)),
        Row("window", gaps, [ALIVE] * len(gaps)),
        Row("drag", dragged, [FRAMES] * len(dragged)),
    ]


def _model(path: Path) -> Project:
    chance = random.Random(150)
    project = Project.create(path, "Model", "Ann")
    made = [
        codes.create(project, CodeDraft(f"what is done {number}", CodeKind.MAIN_CATEGORY))
        for number in range(CATEGORIES)
    ]
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < RELATIONS:
        source, target = chance.sample(made, 2)
        if (target, source) not in pairs:
            pairs.add((source, target))
    for source, target in sorted(pairs):
        relations.create(project, source, target, chance.choice(list(BUILT_IN)))
    return project


def _until_drawn(page: SelectiveWorkspace, before: object) -> None:
    beat = QTimer()  # wakes the loop: one that never rests would take the worker's time
    beat.start(5)
    wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    while page.reading is before or page.reading.drawing is None:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents | wait)
    QApplication.processEvents()


def _dragged(page: SelectiveWorkspace) -> list[float]:
    """Return how long each step of a drag takes, the lines of the box drawn anew included."""
    view = page.diagram.view
    office.wait(300)
    boxes = page.reading.drawing.arrangement.boxes
    start = next(view.seen(box).center() for box in boxes.values() if view.holds(box))
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    found = []
    for step in range(MOVES):
        begun = time.thread_time()
        QTest.mouseMove(port, start + QPoint(4 * step, 2 * step))
        port.repaint()
        found.append((time.thread_time() - begun) * 1000)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start)
    return found
