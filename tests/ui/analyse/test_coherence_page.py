"""What does not fit, each with the way to where it is put right."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from qcode.model.coherence import FindingKind
from qcode.services import code_events, codes, coherence

from tests.ui.dialogs.driving import drive


@pytest.fixture
def shown(page):
    return page("coherence")


def go_to(shown, kind, code_id=None):
    finding = next(
        one
        for one in shown.findings
        if one.kind is kind and (code_id is None or code_id in one.code_ids)
    )
    shown.view.setCurrentIndex(shown.rows.place_of(finding))
    shown.view.setFocus()
    return finding


def press(shown, key=Qt.Key.Key_Return):
    QTest.keyClick(shown.view, key)


def test_findings_stand_below_their_kind_with_a_count(shown, project):
    found = coherence.findings(project)
    assert shown.rows.kinds() == list(dict.fromkeys(one.kind for one in found))
    assert sum(shown.rows.rowCount(shown.rows.index(i, 0)) for i in range(len(shown.rows.kinds())))
    assert shown.heading.text() == f"{len(found)} things do not fit yet"


def test_the_button_of_the_workspace_says_how_many(shown, window):
    assert window.actions_["workspace.analyse"].text() == f"Analyse · {len(shown.findings)}"


def test_a_cure_takes_its_finding_off_the_list(shown, project, made, window):
    before = len(shown.findings)
    codes.delete(project, [made.unused])
    assert len(shown.findings) == before - 1
    window.undo()
    assert len(shown.findings) == before


def test_enter_leads_to_the_board(shown, window, made):
    go_to(shown, FindingKind.WITHOUT_CATEGORY, made.late)
    press(shown)
    assert window.desk.shown == "axial"
    assert window.desk.current.selected_codes() == [made.late]


def test_enter_leads_to_the_tree(shown, window, made):
    go_to(shown, FindingKind.UNUSED, made.unused)
    press(shown)
    assert window.desk.shown == "code"
    assert window.workspace.selected_codes() == [made.unused]
    assert window.focusWidget() is window.workspace.codes_panel.view


def test_enter_leads_to_the_passages(shown, window, made):
    go_to(shown, FindingKind.ONLY_CATEGORY)
    press(shown)
    assert window.desk.shown == "code"
    assert window.workspace.passages_panel.isVisible()


def test_a_click_on_the_cure_leads_there_and_one_above_it_only_chooses(shown, window, made):
    finding = go_to(shown, FindingKind.UNUSED, made.unused)
    place = shown.view.visualRect(shown.rows.place_of(finding))
    viewport = shown.view.viewport()
    upper = place.topLeft() + QPoint(40, place.height() // 4)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=upper)
    assert window.desk.shown == "analyse"
    lower = place.topLeft() + QPoint(40, place.height() * 3 // 4)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=lower)
    assert window.desk.shown == "code"


def test_nearly_the_same_names_are_merged_with_a_reason(shown, project, made):
    go_to(shown, FindingKind.NEAR_DUPLICATES)

    def act(dialog):
        QTest.keyClicks(dialog.findChild(QLineEdit), "one gesture")
        dialog.accept()

    drive(lambda: press(shown), act)
    left = {code.id for code in codes.tree(project)}
    assert len(left & {made.twice, made.near}) == 1
    assert [event.reason for event in code_events.listed(project)] == ["one gesture"]
    assert FindingKind.NEAR_DUPLICATES not in shown.rows.kinds()


def test_a_heading_that_was_folded_stays_folded(shown, project, made):
    heading = shown.rows.index(shown.rows.kinds().index(FindingKind.ONLY_CATEGORY), 0)
    shown.view.setCurrentIndex(heading)
    shown.view.setFocus()
    press(shown)
    assert not shown.view.isExpanded(heading)
    codes.delete(project, [made.unused])
    heading = shown.rows.index(shown.rows.kinds().index(FindingKind.ONLY_CATEGORY), 0)
    assert not shown.view.isExpanded(heading)


def test_without_a_finding_it_says_so(shown, project, made):
    codes.delete(project, [code.id for code in codes.tree(project)])
    QApplication.processEvents()
    assert shown.heading.text() == "Everything fits together at this point"
    assert shown.note() == ""
