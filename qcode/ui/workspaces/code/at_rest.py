"""What the workspace makes ready once its window is shown and answers.

The first picture needs none of it; the first key, the first search and the first list would wait
for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qcode.ui.shell.idle import Idle, forget_sources, loading

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.workspace import CodeWorkspace

BEGIN_MS = 1_000  # after a project was opened

# In the order of their use, and each before those that load it: no step is a long one.
_FIRST = (
    "regex",
    "qcode.ui.widgets.palette.pinyin",
    "qcode.ui.widgets.palette.delegate",
    "qcode.ui.widgets.palette.palette",
    "qcode.ui.workspaces.code.palette_control",
)
_THEN = (
    "qcode.ui.widgets.find_bar",
    "qcode.services.passages",
    "qcode.ui.itemmodels.passage_walk",
    "qcode.ui.itemmodels.passages",
    "qcode.ui.widgets.passages.delegate",
    "qcode.ui.widgets.passages.list",
    "qcode.ui.workspaces.code.passage_filter_bar",
    "qcode.ui.workspaces.code.passages_panel",
    "qcode.ui.itemmodels.history",
    "qcode.ui.workspaces.code.history_panel",
    "qcode.ui.widgets.link_chooser",
)


def prepare(space: CodeWorkspace) -> Idle:
    """Begin to make ready what ``space`` did not make at first."""
    steps = [*loading(*_FIRST), space.coding_commands.prepare, *loading(*_THEN), forget_sources]
    return Idle(steps, BEGIN_MS, space)
