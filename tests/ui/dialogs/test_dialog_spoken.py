"""Every dialog can be used by ear and by keyboard alone."""

import pytest
from PySide6.QtWidgets import QApplication
from qcode.model.colors import PALETTE
from qcode.model.enums import CodeKind
from qcode.services import backups, importing
from qcode.ui.dialogs.about import show_about
from qcode.ui.dialogs.choose_code import choose_code
from qcode.ui.dialogs.coder import ask_coder
from qcode.ui.dialogs.colour import choose_colour
from qcode.ui.dialogs.document_properties import edit_document
from qcode.ui.dialogs.export_codebook import CodebookForm
from qcode.ui.dialogs.export_passages import PassagesForm
from qcode.ui.dialogs.export_tables import TablesForm
from qcode.ui.dialogs.exported import tell_exported
from qcode.ui.dialogs.import_dialog import ImportDialog
from qcode.ui.dialogs.memo import ask_memo
from qcode.ui.dialogs.new_code import ask_code
from qcode.ui.dialogs.new_project import ask_new_project
from qcode.ui.dialogs.preferences import PreferencesDialog
from qcode.ui.dialogs.question import ask
from qcode.ui.dialogs.restore import choose_backup
from qcode.ui.dialogs.shortcuts import show_shortcuts
from qcode.ui.shell.i18n import LanguageChoice
from qcode.ui.shell.message import MessageDialog, ReportDialog
from qcode.ui.shell.theme import ThemeChoice

from tests.ui.dialogs.driving import drive
from tests.ui.spoken import described, nameless, out_of_order, unreached, way_of_tab


def _import(given):
    path = given["text_file"].with_name("another.txt")
    path.write_text("Another text.\n", encoding="utf-8")
    plan = importing.plan(given["coded"].project, [path])
    return ImportDialog(given["window"], given["coded"], given["settings"], [path], plan).exec()


def _restore(given):
    backups.back_up(given["coded"].project, "asked")
    return choose_backup(given["window"], given["coded"].project, given["settings"])


def _preferences(given):
    application = QApplication.instance()
    theme, language = ThemeChoice(application, "light"), LanguageChoice(application, "en")
    return PreferencesDialog(
        given["window"], given["settings"], theme, language, given["coded"]
    ).asked()


DIALOGS = {
    "new project": lambda g: ask_new_project(g["window"], g["settings"]),
    "new code": lambda g: ask_code(g["window"], g["coded"], CodeKind.CONCEPT, None),
    "merge": lambda g: choose_code(g["window"], g["coded"], "Merge into", [g["coded"].codes[1]]),
    "colour": lambda g: choose_colour(g["window"], PALETTE[0]),
    "coder": lambda g: ask_coder(g["window"], g["coded"]),
    "memo": lambda g: ask_memo(g["window"], "Memo on the passage", "walks to each desk"),
    "document": lambda g: edit_document(g["window"], g["coded"], g["coded"].document),
    "import": _import,
    "export codebook": lambda g: CodebookForm(g["window"], g["coded"], g["settings"]).ask(),
    "export passages": lambda g: PassagesForm(g["window"], g["coded"], g["settings"], []).ask(),
    "export tables": lambda g: TablesForm(g["window"], g["coded"], g["settings"]).ask(),
    "exported": lambda g: tell_exported(g["window"], "It is written", g["text_file"]),
    "restore": _restore,
    "preferences": _preferences,
    "shortcuts": lambda g: show_shortcuts(g["window"]),
    "about": lambda g: show_about(g["window"]),
    "question": lambda g: ask(g["window"], "Open", "It is in use.", "Open read-only"),
    "message": lambda g: MessageDialog(g["window"], "Not read", "Two files.", "a\nb").exec(),
    "report": lambda g: ReportDialog(g["window"], "Traceback", g["text_file"].parent).exec(),
}


@pytest.fixture
def given(window, coded, settings, text_file):
    return {"window": window, "coded": coded, "settings": settings, "text_file": text_file}


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_has_a_name_a_role_and_a_place_on_the_way_of_tab(name, given):
    faults = []

    def look(dialog):
        QApplication.processEvents()
        faults.extend(nameless(dialog))
        if not dialog.windowTitle():
            faults.append("the dialog has no title")
        if QApplication.focusWidget() is None:
            faults.append("nothing has the focus")
        else:
            way = way_of_tab(dialog)
            faults.extend(f"Tab does not reach {one}" for one in unreached(dialog, way))
            faults.extend(f"Tab jumps {one}" for one in out_of_order(dialog, way))
            back = way_of_tab(dialog, back=True)
            if {*way} != {*back}:
                faults.append(f"Shift+Tab goes another way: {[described(one) for one in back]}")
        dialog.reject()

    drive(lambda: DIALOGS[name](given), look)
    assert faults == []
