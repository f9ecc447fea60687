"""Actions of the program and the project: file, edit, view, help."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qcode.ui.shell.action_spec import ActionSpec, action

_WRITABLE = "project writable"
_DOCUMENT = "project document"

PROGRAM_ACTIONS: tuple[ActionSpec, ...] = (
    action("file.new", QT_TRANSLATE_NOOP("actions", "&New project…"), "file:0", "new", "Ctrl+N"),
    action("file.open", QT_TRANSLATE_NOOP("actions", "&Open project…"), "file:0", "open", "Ctrl+O"),
    action(
        "file.open_read_only",
        QT_TRANSLATE_NOOP("actions", "Open for rea&ding only…"),
        "file:0",
        "lock",
    ),
    action(
        "file.open_sample", QT_TRANSLATE_NOOP("actions", "Open the &sample"), "file:0", "sample"
    ),
    action(
        "file.import_texts",
        QT_TRANSLATE_NOOP("actions", "&Import texts…"),
        "file:1",
        "import",
        "Ctrl+I",
        _WRITABLE,
    ),
    action(
        "file.import_codebook",
        QT_TRANSLATE_NOOP("actions", "Import a code&book…"),
        "file:1",
        "codebook",
        needs=_WRITABLE,
    ),
    action(
        "file.export_codebook",
        QT_TRANSLATE_NOOP("actions", "&Export the codebook…"),
        "file:2",
        "export",
        "Ctrl+E",
        "project",
    ),
    action(
        "file.export_passages",
        QT_TRANSLATE_NOOP("actions", "Export &passages…"),
        "file:2",
        "passages",
        needs="project",
    ),
    action(
        "file.export_tables",
        QT_TRANSLATE_NOOP("actions", "Export &tables for the thesis…"),
        "file:2",
        "export",
        "Ctrl+Shift+E",
        "project",
    ),
    action(
        "file.export_agreement",
        QT_TRANSLATE_NOOP("actions", "A&greement report…"),
        "file:2",
        "export",
        needs="project",
    ),
    action(
        "file.back_up",
        QT_TRANSLATE_NOOP("actions", "Back &up now"),
        "file:3",
        "backup",
        needs="project",
    ),
    action(
        "file.restore", QT_TRANSLATE_NOOP("actions", "Restore from a backup…"), "file:3", "restore"
    ),
    action(
        "file.check",
        QT_TRANSLATE_NOOP("actions", "Chec&k the project"),
        "file:3",
        "check",
        needs="project",
    ),
    action(
        "file.close",
        QT_TRANSLATE_NOOP("actions", "&Close project"),
        "file:4",
        "close",
        "Ctrl+W",
        "project",
    ),
    action(
        "file.preferences",
        QT_TRANSLATE_NOOP("actions", "Pre&ferences…"),
        "file:5",
        "settings",
        "Ctrl+,",
        role="preferences",
    ),
    action(
        "file.quit", QT_TRANSLATE_NOOP("actions", "&Quit"), "file:6", "quit", "Ctrl+Q", role="quit"
    ),
    action(
        "edit.undo",
        QT_TRANSLATE_NOOP("actions", "&Undo"),
        "edit:0",
        "undo",
        "Ctrl+Z",
        "project writable undo",
        text_with=QT_TRANSLATE_NOOP("actions", "&Undo {step}"),
    ),
    action(
        "edit.redo",
        QT_TRANSLATE_NOOP("actions", "&Redo"),
        "edit:0",
        "redo",
        "Ctrl+Shift+Z Ctrl+Y",
        "project writable redo",
        text_with=QT_TRANSLATE_NOOP("actions", "&Redo {step}"),
    ),
    action(
        "edit.history",
        QT_TRANSLATE_NOOP("actions", "&History"),
        "edit:0",
        "history",
        "Ctrl+H",
        "project",
        checkable=True,
    ),
    action(
        "edit.copy",
        QT_TRANSLATE_NOOP("actions", "&Copy"),
        "edit:1",
        "copy",
        "Ctrl+C",
        "document selection",
    ),
    action(
        "view.find",
        QT_TRANSLATE_NOOP("actions", "Find &in the text…"),
        "edit:1",
        "search",
        "Ctrl+F",
        _DOCUMENT,
    ),
    action(
        "edit.find_codes",
        QT_TRANSLATE_NOOP("actions", "&Find codes"),
        "edit:1",
        "filter",
        "Ctrl+Shift+F",
        "project",
    ),
    action(
        "view.zoom_in",
        QT_TRANSLATE_NOOP("actions", "Zoom &in"),
        "view:0",
        "zoom-in",
        "Ctrl++ Ctrl+=",
        _DOCUMENT,
    ),
    action(
        "view.zoom_out",
        QT_TRANSLATE_NOOP("actions", "Zoom &out"),
        "view:0",
        "zoom-out",
        "Ctrl+-",
        _DOCUMENT,
    ),
    action(
        "view.zoom_reset",
        QT_TRANSLATE_NOOP("actions", "&Normal size"),
        "view:0",
        keys="Ctrl+0",
        needs=_DOCUMENT,
    ),
    action(
        "view.next_panel",
        QT_TRANSLATE_NOOP("actions", "Next &panel"),
        "view:2",
        keys="F6",
        needs="project",
    ),
    action(
        "view.previous_panel",
        QT_TRANSLATE_NOOP("actions", "Previous p&anel"),
        "view:2",
        keys="Shift+F6",
        needs="project",
    ),
    action(
        "theme.system",
        QT_TRANSLATE_NOOP("actions", "As the &system"),
        "view/theme:0",
        checkable=True,
    ),
    action("theme.light", QT_TRANSLATE_NOOP("actions", "&Light"), "view/theme:0", checkable=True),
    action("theme.dark", QT_TRANSLATE_NOOP("actions", "&Dark"), "view/theme:0", checkable=True),
    action(
        "language.system",
        QT_TRANSLATE_NOOP("actions", "As the &system"),
        "view/language:0",
        checkable=True,
    ),
    # A language is named in itself, so that whoever got lost in another one finds the way back.
    action("language.en", "English", "view/language:0", checkable=True),
    action("language.zh_CN", "简体中文", "view/language:0", checkable=True),
    action(
        "help.commands",
        QT_TRANSLATE_NOOP("actions", "All &commands…"),
        "help:0",
        "search",
        "Ctrl+K",
    ),
    action(
        "help.shortcuts",
        QT_TRANSLATE_NOOP("actions", "&Keyboard shortcuts"),
        "help:0",
        "keyboard",
        "F1",
    ),
    action(
        "help.hints",
        QT_TRANSLATE_NOOP("actions", "Show the &hints again"),
        "help:0",
        needs="project",
    ),
    action(
        "help.about", QT_TRANSLATE_NOOP("actions", "&About qcode"), "help:1", "about", role="about"
    ),
)
