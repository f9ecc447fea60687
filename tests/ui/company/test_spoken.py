"""The dialogs of work in company can be used by ear and by keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from qcode.model.enums import WorkStatus
from qcode.services import coders, recoding
from qcode.services.packets import PacketReport
from qcode.ui.dialogs.assignments import assign_documents
from qcode.ui.dialogs.deal import deal
from qcode.ui.dialogs.packet import hand_out
from qcode.ui.dialogs.packet_written import tell_written
from qcode.ui.dialogs.recoding import code_again
from qcode.ui.dialogs.reliability import ReliabilityWindow

from tests.ui.dialogs.driving import drive
from tests.ui.spoken import nameless, out_of_order, unreached, way_of_tab

pytestmark = pytest.mark.usefixtures("at_once")


def _ratings(given):
    window = ReliabilityWindow(given["window"], given["settings"])
    QApplication.clipboard().setText("Ann\tBo\n1\t2\n2\t2\n")
    window.paste()
    return window.exec()


REPORT = PacketReport(Path("bo.qcode"), "Bo", "guid", True, (1, 2), 300, 3, 1, 0)
DIALOGS = {
    "assignments": lambda g: assign_documents(g["window"], g["session"], g["settings"]),
    "deal": lambda g: deal(g["window"], g["session"]),
    "packet": lambda g: hand_out(g["window"], g["session"], g["settings"]),
    "packet written": lambda g: tell_written(g["window"], REPORT),
    "coding again": lambda g: code_again(g["window"], g["session"]),
    "ratings": _ratings,
}


@pytest.fixture
def given(qtbot, world, settings):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    coders.set_status(world.project, [world.pier], "Ann", WorkStatus.FINISHED)
    coders.set_status(world.project, [world.quay], "Bo", WorkStatus.OPEN)
    recoding.begin(world.project, "Ann", share=50, seed=1)
    return {"window": widget, "session": world.session, "settings": settings}


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_has_a_name_and_a_place_on_the_way_of_tab(name, given):
    faults = []

    def look(dialog):
        QApplication.processEvents()
        faults.extend(nameless(dialog))
        if not dialog.windowTitle():
            faults.append("the dialog has no title")
        way = way_of_tab(dialog)
        faults.extend(unreached(dialog, way))
        faults.extend(out_of_order(dialog, way))
        dialog.reject()

    drive(lambda: DIALOGS[name](given), look)
    assert faults == []
