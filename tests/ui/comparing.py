"""The list of passages on a screen, and a hand that asks it for things."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from qcode.model.span import Span
from qcode.services import codings
from qcode.ui.itemmodels.passage_filters import Field, PassageFilter
from qcode.ui.workspaces.code.passages_panel import PassagesPanel


@pytest.fixture
def panel(world, qtbot):
    widget = PassagesPanel(world.session)
    qtbot.addWidget(widget)
    widget.resize(380, 700)
    widget.show()
    QAbstractItemModelTester(widget.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    return widget


def ids(panel):
    model = panel.model
    return [model.passage_at(row).coding_id for row in range(model.rowCount())]


def on_top(panel):
    return panel.model.top.coding_id if panel.model.top is not None else None


def apply(world, *spans, code=None, document=None):
    made = [Span(*span) for span in spans]
    return codings.apply(world.project, document or world.pier, made, [code or world.lamp])


def ask(panel, **conditions):
    found = {Field(kind): frozenset(values) for kind, values in conditions.items()}
    panel.tools._ask(PassageFilter(found))
