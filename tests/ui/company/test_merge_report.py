"""What a merge brings is said in words that can be read, and copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from qcode.model.join_records import MergeReport
from qcode.ui.dialogs.merge_report import MOST, ReportView, as_text, sections, tell_merged

from tests.ui.company import merge_plans as made
from tests.ui.dialogs.driving import drive


def test_what_did_not_happen_is_left_out(qapp):
    headings = [section.heading for section in sections(made.REPORT)]
    assert headings == [
        "In all",
        "Documents that stay out",
        "To be noted",
        "New documents",
        "New codes",
        "Deleted",
    ]
    assert sections(MergeReport(made.REPORT.files)) == []


def test_the_text_names_files_counts_and_reasons(qapp):
    text = as_text(made.REPORT, [made.PAIR])
    same = "Taken to be the same\ncode\tlamp → Lamp\n"
    figures = "In all\n\tnew\tchanged\tdeleted\ncodings\t12\t\t3\n"
    assert text.startswith(f"Files: bo.qcode\n\n{same}\n{figures}")
    assert "Field notes: its text differs from the one here, 44 rows on it stay out, too" in text


def test_long_lists_are_cut_and_counted(qapp):
    many = MergeReport(made.REPORT.files, codes=tuple(f"code {n}" for n in range(MOST + 7)))
    (section,) = sections(many)
    assert len(section.lines) == MOST + 1
    assert section.lines[-1] == ("… and 7 more",)


def test_names_are_shown_as_they_are(qtbot):
    view = ReportView()
    qtbot.addWidget(view)
    view.show_report(MergeReport(made.REPORT.files, codes=("<b>bold</b> & more",)))
    assert "<b>bold</b> & more" in view.toPlainText()
    view.show_report(MergeReport(made.REPORT.files))
    assert view.toPlainText() == "Everything in these files is here already."


def test_the_report_after_merging_is_copied(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def act(dialog):
        button = next(one for one in dialog.findChildren(QPushButton) if "Copy" in one.text())
        button.click()
        assert button.text() == "Copied"
        dialog.accept_button.click()

    drive(lambda: tell_merged(window, made.REPORT), act)
    assert QGuiApplication.clipboard().text() == as_text(made.REPORT)
