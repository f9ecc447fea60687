"""What does not fit, each with the way to where it is put right."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from qcode.model.coherence import FindingKind
from qcode.model.enums import CodeKind
from qcode.model.span import Span
from qcode.services import code_events, codes, codings, coherence, terms
from qcode.services.terms import School
from qcode.ui.itemmodels.passage_filters import PassageFilter
from qcode.ui.shell.i18n import speak_as

from tests.ui.dialogs.driving import drive


@pytest.fixture(autouse=True)
def silent():
    """What a project called things is forgotten after each test."""
    yield
    speak_as(None)


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
    assert window.desk.current.cards.selected_codes() == [made.late]


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


def shown_spans(panel):
    model = panel.model
    passages = [model.passage_at(row) for row in range(model.rowCount())]
    return [(one.document_id, one.start, one.end) for one in passages]


def test_only_passages_without_a_concept_are_shown_and_the_list_has_the_focus(
    shown, window, made, project
):
    codings.apply(project, made.documents[0], [Span(0, 29)], [made.signs])  # beside a concept
    finding = go_to(shown, FindingKind.ONLY_CATEGORY)
    panel = window.workspace.passages_panel
    press(shown)
    assert shown_spans(panel) == [(made.documents[1], 57, 89)]
    assert panel.model.totals().shown == finding.passages == 1
    assert panel.header.counts.text() == "1 shown of 2 passages in 2 documents"
    assert [chip.words.text() for chip in panel.tools.chips.values()] == ["Without concept only"]
    assert window.focusWidget() is panel.list
    assert panel.list.currentIndex().row() == 0


def test_a_passage_goes_from_that_list_when_a_concept_comes_and_back_with_undo(
    shown, window, made, project
):
    go_to(shown, FindingKind.ONLY_CATEGORY)
    press(shown)
    panel = window.workspace.passages_panel
    (mine,) = shown_spans(panel)
    codings.apply(project, made.documents[1], [Span(57, 89)], [made.lamp])
    assert shown_spans(panel) == []
    assert panel.pages.nothing.text() == "No passage fulfils all conditions."
    window.undo()
    assert shown_spans(panel) == [mine]
    codings.apply(project, made.documents[2], [Span(57, 89)], [made.signs])
    assert shown_spans(panel) == [mine, (made.documents[2], 57, 89)]
    codes.set_kind(project, [made.signs], CodeKind.CONCEPT)
    assert shown_spans(panel) == []


def test_what_was_asked_of_the_list_before_comes_back_with_the_next_codes(
    shown, window, made, project
):
    panel = window.workspace.passages_panel
    panel.show_codes([made.lamp], with_below=True)
    panel.tools.words.setText("ferry")
    go_to(shown, FindingKind.ONLY_CATEGORY)
    press(shown)
    assert panel.tools.words.text() == ""
    window.workspace.show_passages([made.lamp])
    assert panel.model.filter == PassageFilter(words="ferry")
    assert panel.tools.words.text() == "ferry"
    assert panel.tools.below.isChecked()
    assert len(shown_spans(panel)) == 2


def test_that_condition_is_offered_to_anybody_and_goes_by_its_cross(window, made, project, qtbot):
    codings.apply(project, made.documents[0], [Span(0, 29)], [made.signs])
    panel = window.workspace.passages_panel
    window.workspace.show_passages([made.signs])
    panel.tools.menu.aboutToShow.emit()
    offered = {action.text().replace("&", ""): action for action in panel.tools.menu.actions()}
    offered["Without concept only"].trigger()
    assert shown_spans(panel) == [(made.documents[1], 57, 89)]
    window.workspace.show_passages([made.signs])  # asked by hand, so it stays
    assert len(shown_spans(panel)) == 1
    qtbot.mouseClick(panel.tools.chips["without_concept"].cross, Qt.MouseButton.LeftButton)
    assert len(shown_spans(panel)) == 2
    assert panel.tools.chips == {}


def test_that_condition_says_concept_as_the_project_does(shown, window, project):
    terms.use_preset(project, School.CHARMAZ)
    go_to(shown, FindingKind.ONLY_CATEGORY)
    press(shown)
    (chip,) = window.workspace.passages_panel.tools.chips.values()
    assert chip.words.text() == "Without initial code only"
    terms.rename(project, {"kind.concept": "sign"})
    QApplication.processEvents()  # widgets are told as of a change of language
    (chip,) = window.workspace.passages_panel.tools.chips.values()
    assert chip.words.text() == "Without sign only"


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
