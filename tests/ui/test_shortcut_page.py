"""The page of keys knows every key: those of the catalogue, and those of single widgets."""

import re
from pathlib import Path

import pytest
import qcode.ui
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from qcode.ui.shell.actions import native
from qcode.ui.shell.catalogue import ACTIONS
from qcode.ui.shell.fixed_keys import FIXED_KEYS, RARE_KEYS
from qcode.ui.shell.shortcut_page import shortcut_page

ROOT = Path(qcode.ui.__file__).parent
IN_CODE = re.compile(r"\bKey\.Key_(\w+)")

TEXT, PALETTE = "In the text", "While choosing a code for a passage"
PASSAGES, TREES = "In the list of passages", "In codes and documents"
DOCUMENTS, INSPECTOR, DIALOGS = "In the documents", "In the inspector", "In dialogs"

# Where the keys of a module act. A module that is new here has keys nobody would find.
WHERE = {
    "dialogs/assignment_view.py": (DIALOGS,),
    "dialogs/choose_code.py": (DIALOGS,),
    "dialogs/choose_passages.py": (DIALOGS,),
    "dialogs/document_picks.py": (DIALOGS,),
    "dialogs/document_properties.py": (DIALOGS,),
    "dialogs/form.py": (DIALOGS,),
    "dialogs/import_table.py": (DIALOGS,),
    "dialogs/merge_conflicts.py": (DIALOGS,),
    "dialogs/recoding.py": (DIALOGS,),
    "dialogs/reliability.py": (DIALOGS,),
    "dialogs/relation_types.py": (DIALOGS,),
    "dialogs/shortcuts.py": (DIALOGS,),
    "dialogs/split_code.py": (DIALOGS,),
    "widgets/activated_list.py": (PASSAGES,),
    "widgets/board/view.py": ("Among cards on a board",),
    "widgets/chip.py": (PASSAGES,),
    "widgets/choice_popup.py": ("While ticking what passages to show",),
    "widgets/command_list.py": ("In the list of all commands",),
    "widgets/field_popup.py": (PALETTE, "In the list of all commands"),
    "widgets/find_bar.py": ("While finding words",),
    "widgets/inspector/coding_rows.py": (INSPECTOR,),
    "widgets/inspector/field_editor.py": (INSPECTOR,),
    "widgets/ledger_view.py": ("In a table of the workspace Analyse",),
    "widgets/link_chooser.py": ("While choosing what a memo links to",),
    "widgets/live_text.py": ("While writing a memo or the storyline",),
    "widgets/live_units.py": ("While writing a memo or the storyline",),
    "widgets/palette/palette.py": (PALETTE,),
    "widgets/passages/list.py": (PASSAGES,),
    "widgets/start/recent.py": ("On the start page",),
    "widgets/text/caret.py": (TEXT,),
    "widgets/text/edges.py": (TEXT,),
    "widgets/text/view.py": (TEXT,),
    "widgets/tree_view.py": (TREES, DOCUMENTS),
    "widgets/code_slot.py": ("In a role of the paradigm",),
    "widgets/diagram/view.py": ("In the diagram",),
    "workspaces/selective/relation_passages.py": ("Among relations and their passages",),
    "workspaces/selective/relation_table.py": ("Among relations and their passages",),
    "workspaces/selective/stage_card.py": ("In a stage",),
    "workspaces/selective/warning_list.py": ("In the storyline",),
    "workspaces/review/opened_table.py": ("In a table of agreement",),
    "workspaces/review/edge_sheet.py": ("While moving the edges of a disagreement",),
    "workspaces/review/reason_line.py": ("Among disagreements",),
    "workspaces/review/rows_view.py": ("Among disagreements",),
    "workspaces/memos/dates.py": ("In the list of memos",),
    "workspaces/memos/quick_memo.py": ("While writing a memo or the storyline",),
    "workspaces/memos/timeline.py": ("Among the months of memos",),
    "workspaces/code/documents_panel.py": (DOCUMENTS,),
    "workspaces/code/passages_hands.py": (PASSAGES,),
    "workspaces/code/tree_panel.py": (TREES,),
}
# Keys are looked at there and go on to where they act.
LOOKED_AT = {"shell/menu_focus.py", "workspaces/code/coding_commands.py"}
ALIKE = {"Enter": "Return", "Backtab": "Shift+Tab"}  # another name of the same key


def keys_in(path):
    """Portable names of the keys that a module asks for."""
    names = set()
    for found in IN_CODE.findall(path.read_text(encoding="utf-8")):
        if found != "0":  # a number is reckoned from it
            name = QKeySequence(getattr(Qt.Key, f"Key_{found}")).toString()
            names.add(ALIKE.get(name, name))
    return names


def told(title):
    """Keys that the page names under a title, each also without Ctrl, Alt and Shift."""
    fixed = dict((*FIXED_KEYS, *RARE_KEYS))[title]
    scope = {TEXT: "text", DOCUMENTS: "documents"}.get(title)
    keys = {key for _, written in fixed for part in written.split() for key in part.split("…")}
    keys |= {key for spec in ACTIONS if spec.scope == scope for key in spec.shortcuts}
    return keys | {key.rpartition("+")[2] for key in keys}


def modules():
    found = {path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.py") if keys_in(path)}
    return sorted(found - LOOKED_AT)


@pytest.mark.parametrize("module", modules())
def test_the_keys_of_a_widget_stand_on_the_page(module):
    missing = keys_in(ROOT / module) - set().union(*map(told, WHERE.get(module, ())))
    assert not missing, f"say on the page of keys what they do in {module}"


def test_every_row_stands_on_the_page_once():
    rows = [row for _, rows in shortcut_page() for row in rows]
    written = sum(bool(spec.shortcuts) for spec in ACTIONS)
    assert len(rows) == written + sum(len(rows) for _, rows in (*FIXED_KEYS, *RARE_KEYS))
    assert ("Apply a code", "C, Return, Enter") in rows
    assert all("&" not in text and keys for text, keys in rows)


def test_a_row_of_keys_is_written_from_the_first_to_the_last():
    assert ("Apply the code with this number", "Alt+1 … Alt+9") in dict(shortcut_page())[PALETTE]


def test_every_fixed_key_is_one_that_qt_knows():
    for _, rows in (*FIXED_KEYS, *RARE_KEYS):
        for _, written in rows:
            for key in written.replace("…", " ").split():
                assert QKeySequence(key).toString() == key
                assert native(key)
