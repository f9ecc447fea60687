"""What a step changes is shown in one picture: nothing is painted twice, and nothing jumps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from qcode.services import codes, codings
from qcode.ui.itemmodels.passages import PassageRole
from qcode.ui.shell import theme
from qcode.ui.shell.soon import Soon
from qcode.ui.widgets.elided_label import ElidedLabel

from tests.ui.coding_window import ids, path, select, window

__all__ = ["path", "window"]


class Pictures(QObject):
    """Counts how often some widgets are painted."""

    def __init__(self, **watched: QWidget) -> None:
        super().__init__()
        self.counted = dict.fromkeys(watched, 0)
        self._names = {widget: name for name, widget in watched.items()}
        for widget in watched.values():
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.counted[self._names[watched]] += 1
        return False


class Requests(QObject):
    """Counts how often some widgets are asked to lay out anew what is in them."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.counted = 0
        for widget in watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.counted += event.type() == QEvent.Type.LayoutRequest
        return False


def rest():
    for _ in range(5):
        QApplication.processEvents()


def test_applying_a_code_and_undoing_it_paint_every_panel_once(window):
    space = window.workspace
    select(window, 0, 6)
    rest()
    pictures = Pictures(
        codes=space.codes_panel.view.viewport(),
        documents=space.documents_panel.view.viewport(),
        inspector=space.inspector.scroll.widget(),
        bottom=window.statusBar().findChild(ElidedLabel),
    )
    space.coding_commands.apply([ids(window)["tides"]])
    rest()
    assert pictures.counted == {"codes": 1, "documents": 1, "inspector": 1, "bottom": 1}
    window.undo()
    rest()
    assert pictures.counted == {"codes": 2, "documents": 2, "inspector": 2, "bottom": 2}


def test_a_step_paints_no_panel_from_the_desk_up(window):
    space = window.workspace
    select(window, 0, 6)
    space.coding_commands.apply([ids(window)["tides"]])  # the first one has hints go away
    select(window, 7, 12)
    rest()
    behind = Pictures(
        workspace=space,
        codes=space.arrangement.codes,
        documents=space.arrangement.documents,
        sheet=space.arrangement.sheet,
        inspector=space.inspector,
    )
    space.coding_commands.apply([ids(window)["tides"]])
    rest()
    assert set(behind.counted.values()) == {0}, behind.counted


def test_what_stands_on_its_own_ground_has_the_colour_of_its_panel(window):
    space = window.workspace
    for chosen in (theme.LIGHT, theme.DARK):
        window.theme.choose(chosen.name)
        rest()
        picture = window.grab().toImage()
        for ground in (
            space.codes_panel.view.viewport(),
            space.documents_panel.view.viewport(),
            space.inspector.scroll.widget(),
        ):
            area = ground.visibleRegion().boundingRect()
            corner = ground.mapTo(window, area.bottomRight())
            assert picture.pixelColor(corner) == chosen.color("panel")
        corner = space.text.viewport().mapTo(window, space.text.viewport().rect().bottomLeft())
        assert picture.pixelColor(corner) == chosen.color("paper")
    window.theme.choose("light")


class Painted(QObject):
    """Keeps what of a widget is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.region = QRegion()
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.region += event.region()
        return False


def test_only_the_numbers_of_later_passages_are_painted_anew(window):
    space, tides = window.workspace, ids(window)["tides"]
    for start in (20, 30):
        select(window, start, start + 6)
        space.coding_commands.apply([tides])
    space.show_passages([tides])
    rest()
    listed = space.passages_panel.list
    before = listed.model().index(0).data(PassageRole).label
    select(window, 0, 6)
    rest()
    painted = Painted(listed.viewport())
    space.coding_commands.apply([ids(window)["lamps"]])
    rest()
    assert listed.model().index(0).data(PassageRole).label != before
    words = listed.visualRect(listed.model().index(0)).center()
    assert not painted.region.isEmpty()
    assert not painted.region.contains(words)
    shown = listed.viewport().screen().grabWindow(window.winId()).toImage()
    listed.viewport().update()
    rest()
    assert shown == listed.viewport().screen().grabWindow(window.winId()).toImage()


def test_the_last_step_is_told_without_laying_out_the_bottom_line(window):
    space = window.workspace
    select(window, 0, 6)
    space.coding_commands.apply([ids(window)["重新排查"]])
    rest()
    select(window, 7, 12)
    rest()
    asked = Requests(window, window.statusBar(), window._line)
    space.coding_commands.apply([ids(window)["tides"]])
    rest()
    assert "tides" in window._line._left.text()
    assert asked.counted == 0


def test_the_inspector_is_laid_out_whole_when_it_is_painted(window):
    space = window.workspace
    select(window, 0, 30)
    rest()
    space.coding_commands.apply([ids(window)["tides"]])
    section = space.inspector.passage
    heights = [section.height(), space.inspector.scroll.widget().height()]
    rest()
    assert [section.height(), space.inspector.scroll.widget().height()] == heights


def test_a_chinese_name_in_the_bottom_line_moves_nothing(window):
    space = window.workspace
    select(window, 0, 6)
    space.coding_commands.apply([ids(window)["重新排查"]])
    rest()
    height = space.height()
    space.coding_commands.apply([ids(window)["tides"]])
    rest()
    assert space.height() == height


def test_a_line_of_words_is_never_lower_than_it_was(qtbot):
    label = ElidedLabel("tides 重新排查")
    qtbot.addWidget(label)
    ElidedLabel.setText(label, "tides 重新排查")
    height = label.sizeHint().height()
    higher = QLabel("tides 重新排查")
    qtbot.addWidget(higher)
    assert height == higher.sizeHint().height()
    label.setText("tides")
    assert label.sizeHint().height() == label.minimumSizeHint().height() == height


def test_every_chosen_row_of_the_tree_has_its_band(window):
    panel = window.workspace.codes_panel
    view, known = panel.view, ids(window)
    band = theme.current().color("accent_soft")

    def banded():
        rest()
        picture = view.viewport().grab().toImage()
        found = set()
        for name, code_id in known.items():
            row = view.visualRect(panel._rows.index_of(code_id))
            if picture.pixelColor(row.right() - 2, row.center().y()) == band:
                found.add(name)
        return found

    panel.set_expanded([known["Harbour"]])
    panel.select_keys([known["tides"]])
    assert banded() == {"tides"}
    panel.select_keys([known["lamps"], known["重新排查"]])
    assert banded() == {"lamps", "重新排查"}


def test_the_codes_used_last_are_written_down_in_a_moment_of_rest(window, settings, qtbot):
    space = window.workspace
    guid = space.session.project.guid
    select(window, 0, 6)
    space.coding_commands.apply([ids(window)["tides"]])
    qtbot.waitUntil(lambda: space.codes[ids(window)["tides"]].guid in settings.used_codes(guid))


def test_the_codes_used_last_are_written_down_when_one_leaves_at_once(window, settings):
    space = window.workspace
    guid, tides = space.session.project.guid, space.codes[ids(window)["tides"]].guid
    select(window, 0, 6)
    space.coding_commands.apply([ids(window)["tides"]])
    space.leave()
    assert tides in settings.used_codes(guid)


def test_soon_is_once_and_before_the_next_picture(qtbot):
    seen = []
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(40, 40)
    widget.show()
    qtbot.waitExposed(widget)
    rest()
    pictures = Pictures(widget=widget)
    soon = Soon(lambda: seen.append(pictures.counted["widget"]), widget)
    widget.update()
    soon.start()
    soon.start()
    assert seen == []
    rest()
    assert (seen, pictures.counted["widget"]) == ([0], 1)
    soon.start()
    soon.stop()
    rest()
    assert seen == [0]


class Heights(QObject):
    """Keeps how high a widget is whenever something is painted."""

    def __init__(self, painted: QWidget, *measured: QWidget) -> None:
        super().__init__()
        self.seen: list[list[int]] = []
        self._measured = measured
        painted.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen.append([widget.height() for widget in self._measured])
        return False


@pytest.mark.parametrize("described", ["lamps", "tides"])
def test_no_picture_shows_the_inspector_half_laid_out_after_recoding(window, described):
    space = window.workspace
    long = {"definition": "A lamp is lit. " * 60, "use_when": "It is dark. " * 8}
    codes.describe(space.session.project, ids(window)[described], long)
    select(window, 0, 30)
    space.coding_commands.apply([ids(window)["tides"]])
    rest()
    inspector = space.inspector
    heights = Heights(inspector.code, inspector.passage, inspector.code, inspector.scroll.widget())
    codings.recode(space.session.project, list(space.codings), ids(window)["lamps"])
    rest()
    now = [one.height() for one in (inspector.passage, inspector.code, inspector.scroll.widget())]
    assert heights.seen
    assert all(seen == now for seen in heights.seen), (heights.seen, now)


def test_nothing_jumps_when_the_figures_of_a_code_arrive(window):
    space = window.workspace
    select(window, 0, 30)
    space.coding_commands.apply([ids(window)["tides"]])
    rest()
    code = space.inspector.code
    code._counted(code.code.id, codes.figures(space.session.project, code.code.id))
    rest()
    place = code.passages_link.y()
    assert code.counts.text() == "1 passage in 1 document"
    code._figures = None
    code._show_words()
    rest()
    assert code.passages_link.y() == place
    assert code.passages_link.isVisible()
