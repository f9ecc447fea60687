"""Keys that are no actions of the menus: parts of the window have them by themselves.

``tests/ui/test_shortcut_page.py`` reads the sources and finds the key that is missing here.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

Row = tuple[str, str]
"""What it does, and its keys, parted by blanks; ``Alt+1…Alt+9`` are all from one to the other."""

TEXT = QT_TRANSLATE_NOOP("shortcuts", "In the text")
CODES = QT_TRANSLATE_NOOP("shortcuts", "In the codes")
DOCUMENTS = QT_TRANSLATE_NOOP("shortcuts", "In the documents")
_PALETTE = QT_TRANSLATE_NOOP("shortcuts", "While choosing a code for a passage")
_FINDING = QT_TRANSLATE_NOOP("shortcuts", "While finding words")
_TREES = QT_TRANSLATE_NOOP("shortcuts", "In codes and documents")
_PASSAGES = QT_TRANSLATE_NOOP("shortcuts", "In the list of passages")
_TICKING = QT_TRANSLATE_NOOP("shortcuts", "While ticking what passages to show")
_INSPECTOR = QT_TRANSLATE_NOOP("shortcuts", "In the inspector")
_BOARD = QT_TRANSLATE_NOOP("shortcuts", "Among cards on a board")
_ROLES = QT_TRANSLATE_NOOP("shortcuts", "In a role of the paradigm")
_DIAGRAM = QT_TRANSLATE_NOOP("shortcuts", "In the diagram")
_RELATIONS = QT_TRANSLATE_NOOP("shortcuts", "Among relations and their passages")
_STAGES = QT_TRANSLATE_NOOP("shortcuts", "In a stage")
_STORYLINE = QT_TRANSLATE_NOOP("shortcuts", "In the storyline")
_MEMOS = QT_TRANSLATE_NOOP("shortcuts", "In the list of memos")
_MONTHS = QT_TRANSLATE_NOOP("shortcuts", "Among the months of memos")
_WRITING = QT_TRANSLATE_NOOP("shortcuts", "While writing a memo or the storyline")
_LINKING = QT_TRANSLATE_NOOP("shortcuts", "While choosing what a memo links to")
_HISTORY = QT_TRANSLATE_NOOP("shortcuts", "In the history")
_TABLES = QT_TRANSLATE_NOOP("shortcuts", "In a table of the workspace Analyse")
_FIGURES = QT_TRANSLATE_NOOP("shortcuts", "In a table of agreement")
REVIEW = QT_TRANSLATE_NOOP("shortcuts", "Among disagreements")
_EDGES = QT_TRANSLATE_NOOP("shortcuts", "While moving the edges of a disagreement")
_COMMANDS = QT_TRANSLATE_NOOP("shortcuts", "In the list of all commands")
_START = QT_TRANSLATE_NOOP("shortcuts", "On the start page")
_DIALOGS = QT_TRANSLATE_NOOP("shortcuts", "In dialogs")

_STEPS = "Up Down PgUp PgDown"

# Where they act, in the order of the page.
FIXED_KEYS: tuple[tuple[str, tuple[Row, ...]], ...] = (
    (
        TEXT,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Select letters"), "Shift+Right"),
            (QT_TRANSLATE_NOOP("shortcuts", "Select words"), "Ctrl+Shift+Right"),
            (QT_TRANSLATE_NOOP("shortcuts", "Select to the end of the line"), "Shift+End"),
            (QT_TRANSLATE_NOOP("shortcuts", "Select lines"), "Shift+Down"),
            (QT_TRANSLATE_NOOP("shortcuts", "Let the selection go"), "Esc"),
            (QT_TRANSLATE_NOOP("shortcuts", "A page on, with the caret"), "Space PgDown"),
            (QT_TRANSLATE_NOOP("shortcuts", "A page back, with the caret"), "Shift+Space PgUp"),
            (QT_TRANSLATE_NOOP("shortcuts", "To the beginning of the text"), "Ctrl+Home"),
            (QT_TRANSLATE_NOOP("shortcuts", "To the end of the text"), "Ctrl+End"),
            (QT_TRANSLATE_NOOP("shortcuts", "Leave an edge that is dragged where it was"), "Esc"),
            (QT_TRANSLATE_NOOP("shortcuts", "Menu of the words"), "Menu Shift+F10"),
        ),
    ),
    (
        _PALETTE,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Apply the code"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Apply it and choose another"), "Ctrl+Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Apply the code with this number"), "Alt+1…Alt+9"),
            (QT_TRANSLATE_NOOP("shortcuts", "Go through the codes"), _STEPS),
            (QT_TRANSLATE_NOOP("shortcuts", "Leave without a code"), "Esc"),
        ),
    ),
    (
        _FINDING,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Next place"), "Return F3"),
            (QT_TRANSLATE_NOOP("shortcuts", "Previous place"), "Shift+Return Shift+F3"),
            (QT_TRANSLATE_NOOP("shortcuts", "Find no longer"), "Esc"),
        ),
    ),
    (
        _PASSAGES,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Go to the passage in its text"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "To the next passage in its text"), "N"),
            (QT_TRANSLATE_NOOP("shortcuts", "To the previous passage in its text"), "P"),
            (QT_TRANSLATE_NOOP("shortcuts", "Show or hide what stands around it"), "Space"),
            (QT_TRANSLATE_NOOP("shortcuts", "Show what stands around it"), "Right"),
            (QT_TRANSLATE_NOOP("shortcuts", "Hide what stands around it"), "Left"),
            (QT_TRANSLATE_NOOP("shortcuts", "Keep it in view, or let it go"), "K"),
            (QT_TRANSLATE_NOOP("shortcuts", "Recode"), "R"),
            (QT_TRANSLATE_NOOP("shortcuts", "Mark as typical"), "T"),
            (QT_TRANSLATE_NOOP("shortcuts", "Memo on the passage"), "M"),
            (QT_TRANSLATE_NOOP("shortcuts", "Remove the coding"), "Del Backspace"),
            (QT_TRANSLATE_NOOP("shortcuts", "Copy as a quotation"), "Ctrl+C"),
            (QT_TRANSLATE_NOOP("shortcuts", "Menu of the chosen one"), "Menu Shift+F10"),
            (QT_TRANSLATE_NOOP("shortcuts", "From the filter into the list"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Take a condition away"), "Del Backspace"),
        ),
    ),
    (
        _TICKING,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Tick, or take the tick away"), "Space"),
            (QT_TRANSLATE_NOOP("shortcuts", "Done"), "Return Esc"),
            (QT_TRANSLATE_NOOP("shortcuts", "From the field into the list"), "Down"),
            (QT_TRANSLATE_NOOP("shortcuts", "From the top of the list into the field"), "Up"),
        ),
    ),
    (CODES, ()),
    (
        DOCUMENTS,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Move one place up"), "Ctrl+Up Alt+Up"),
            (QT_TRANSLATE_NOOP("shortcuts", "Move one place down"), "Ctrl+Down Alt+Down"),
            (QT_TRANSLATE_NOOP("shortcuts", "Dissolve the group"), "Del"),
        ),
    ),
    (
        _TREES,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Open or close a branch"), "Right Left"),
            (QT_TRANSLATE_NOOP("shortcuts", "Use the chosen one"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Menu of the chosen one"), "Menu Shift+F10"),
            (QT_TRANSLATE_NOOP("shortcuts", "From the filter into the list"), "Down Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Filter no longer"), "Esc"),
        ),
    ),
    (
        _INSPECTOR,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Choose the coding"), "Return Space"),
            (QT_TRANSLATE_NOOP("shortcuts", "Remove the coding"), "Del Backspace"),
            (QT_TRANSLATE_NOOP("shortcuts", "From a field back to the text"), "Esc"),
        ),
    ),
    (
        _BOARD,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Open the card"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Into the column beside it"), "Alt+Right Alt+Left"),
            (QT_TRANSLATE_NOOP("shortcuts", "Move one place up"), "Alt+Up"),
            (QT_TRANSLATE_NOOP("shortcuts", "Move one place down"), "Alt+Down"),
        ),
    ),
    (
        _ROLES,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Show its passages"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Take the category out"), "Del Backspace"),
        ),
    ),
    (
        _DIAGRAM,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "To the nearest box"), "Up Down Left Right"),
            (QT_TRANSLATE_NOOP("shortcuts", "Move the chosen boxes"), "Alt+Up…Alt+Right"),
            (QT_TRANSLATE_NOOP("shortcuts", "Move them finely"), "Shift+Up…Shift+Right"),
            (QT_TRANSLATE_NOOP("shortcuts", "To the next relation of the box"), "L"),
            (QT_TRANSLATE_NOOP("shortcuts", "To the previous relation"), "Shift+L"),
            (QT_TRANSLATE_NOOP("shortcuts", "From a relation back to its box"), "Esc"),
            (QT_TRANSLATE_NOOP("shortcuts", "Relate the box to another one"), "R"),
            (QT_TRANSLATE_NOOP("shortcuts", "Show the passages"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Delete the relation"), "Del Backspace"),
            (QT_TRANSLATE_NOOP("shortcuts", "Nearer"), "+ ="),
            (QT_TRANSLATE_NOOP("shortcuts", "Further away"), "-"),
            (QT_TRANSLATE_NOOP("shortcuts", "Show all of it"), "0"),
            (QT_TRANSLATE_NOOP("shortcuts", "As large as it is printed"), "1"),
        ),
    ),
    (
        _RELATIONS,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "To the passages, or into the text"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Write into the cell"), "F2"),
            (QT_TRANSLATE_NOOP("shortcuts", "Begin a line"), "Shift+Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Move one place up"), "Alt+Up"),
            (QT_TRANSLATE_NOOP("shortcuts", "Move one place down"), "Alt+Down"),
            (QT_TRANSLATE_NOOP("shortcuts", "Delete, or remove"), "Del Backspace"),
        ),
    ),
    (
        _STAGES,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Move the stage"), "Alt+Left Alt+Right"),
            (QT_TRANSLATE_NOOP("shortcuts", "Move the category in it"), "Alt+Up Alt+Down"),
            (QT_TRANSLATE_NOOP("shortcuts", "Show the passages"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Take the category out"), "Del Backspace"),
        ),
    ),
    (
        _STORYLINE,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Name a category"), "Ctrl+L @"),
            (QT_TRANSLATE_NOOP("shortcuts", "Quote a passage"), "Ctrl+Shift+L"),
            (QT_TRANSLATE_NOOP("shortcuts", "Go where the link leads"), "Ctrl+Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "What is worth a look: to its cure"), "Return"),
        ),
    ),
    (
        _TABLES,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Show the passages, or where it is cured"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Hold the document out, or no longer"), "Space"),
            (QT_TRANSLATE_NOOP("shortcuts", "Open or close a heading"), "Return Right Left"),
        ),
    ),
    (
        _FIGURES,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Show the disagreements behind a cell"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Go through the cells"), f"{_STEPS} Right Left"),
            (QT_TRANSLATE_NOOP("shortcuts", "Sort, or choose columns"), "Menu Shift+F10"),
        ),
    ),
    (
        REVIEW,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Go through the rows"), f"{_STEPS} Home End"),
            (QT_TRANSLATE_NOOP("shortcuts", "From the filter into the list"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Keep the reason"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Leave the reason as it was"), "Esc"),
        ),
    ),
    (
        _EDGES,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "End further on, or earlier"), "Right Left"),
            (QT_TRANSLATE_NOOP("shortcuts", "Begin further on, or earlier"), "Down Up"),
            (QT_TRANSLATE_NOOP("shortcuts", "The same by words"), "Ctrl+Right…Ctrl+Up"),
            (QT_TRANSLATE_NOOP("shortcuts", "Settle it with these edges"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Leave them as they were"), "Esc"),
        ),
    ),
    (
        _WRITING,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Link to a code, document or passage"), "Ctrl+L"),
            (QT_TRANSLATE_NOOP("shortcuts", "Follow the link at the caret"), "Ctrl+Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Delete a link whole"), "Backspace Del"),
            (QT_TRANSLATE_NOOP("shortcuts", "Save, and back to where one was"), "Esc"),
        ),
    ),
    (
        _LINKING,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Link it"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "To the passages of the code"), "Tab"),
            (QT_TRANSLATE_NOOP("shortcuts", "Go through what fits"), _STEPS),
            (QT_TRANSLATE_NOOP("shortcuts", "Back to the codes, or leave"), "Esc"),
        ),
    ),
    (
        _MEMOS,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Write in the memo"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Delete the chosen memos"), "Del Backspace"),
            (QT_TRANSLATE_NOOP("shortcuts", "Show the days that were entered"), "Return"),
        ),
    ),
    (
        _MONTHS,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "To another month"), "Left Right Home End"),
            (QT_TRANSLATE_NOOP("shortcuts", "Choose several months"), "Shift+Left Shift+Right"),
            (QT_TRANSLATE_NOOP("shortcuts", "Show only this month, or all"), "Return Space"),
            (QT_TRANSLATE_NOOP("shortcuts", "Show all months"), "Esc"),
        ),
    ),
    (
        _HISTORY,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Undo up to the chosen step"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "From the filter into the list"), "Return"),
        ),
    ),
)

# The same for what is not there while one codes: at the end of the page.
RARE_KEYS: tuple[tuple[str, tuple[Row, ...]], ...] = (
    (
        _COMMANDS,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Do it"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "To the next command"), "Down Tab"),
            (QT_TRANSLATE_NOOP("shortcuts", "To the previous command"), "Up Shift+Tab"),
            (QT_TRANSLATE_NOOP("shortcuts", "A page of commands on or back"), "PgDown PgUp"),
            (QT_TRANSLATE_NOOP("shortcuts", "Do nothing"), "Esc"),
        ),
    ),
    (
        _START,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "Open the project"), "Return Space"),
            (QT_TRANSLATE_NOOP("shortcuts", "Go through the projects"), "Up Down"),
            (QT_TRANSLATE_NOOP("shortcuts", "Remove from this list"), "Del Backspace"),
        ),
    ),
    (
        _DIALOGS,
        (
            (QT_TRANSLATE_NOOP("shortcuts", "From the field into the list"), _STEPS),
            (QT_TRANSLATE_NOOP("shortcuts", "Filter no longer, or leave"), "Esc"),
            (QT_TRANSLATE_NOOP("shortcuts", "Press the main button"), "Ctrl+Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Tick texts to import"), "Space"),
            (QT_TRANSLATE_NOOP("shortcuts", "Tick documents"), "Space"),
            (QT_TRANSLATE_NOOP("shortcuts", "Assign documents, or take them away"), "Space Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Merging: mine"), "M 1"),
            (QT_TRANSLATE_NOOP("shortcuts", "Merging: theirs"), "T 2"),
            (QT_TRANSLATE_NOOP("shortcuts", "Merging: both"), "B 3"),
            (QT_TRANSLATE_NOOP("shortcuts", "Merging: not chosen yet"), "0 Backspace"),
            (QT_TRANSLATE_NOOP("shortcuts", "Write into a cell of a table"), "Return"),
            (QT_TRANSLATE_NOOP("shortcuts", "Remove the chosen variable"), "Del"),
            (QT_TRANSLATE_NOOP("shortcuts", "Change the chosen type of relations"), "Return F2"),
            (QT_TRANSLATE_NOOP("shortcuts", "Delete the chosen type"), "Del Backspace"),
            (
                QT_TRANSLATE_NOOP("shortcuts", "Splitting: to the new code"),
                "Right Space Return",
            ),
            (
                QT_TRANSLATE_NOOP("shortcuts", "Splitting: back to the code"),
                "Left Space Return",
            ),
        ),
    ),
)
