"""Opening 1,000 documents with 100,000 codings until the window answers.

Baseline: raw sqlite3 reading the rows that are shown: documents, groups, codes with their counts,
the first document's text and codings, the latest step.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from pathlib import Path

TARGET = 5.0
REPETITIONS = 5

_SHOWN = (
    "SELECT name FROM project",
    "SELECT id, guid, name, position FROM document_group ORDER BY position",
    "SELECT id, guid, name, label, group_id, characters, position, source FROM document"
    " ORDER BY position",
    "SELECT s.document_id, count(DISTINCT c.selection_id), count(*) FROM coding AS c"
    " JOIN selection AS s ON s.id = c.selection_id GROUP BY s.document_id",
    "SELECT id, guid, name, kind, parent_id, position, color, definition, use_when, not_when,"
    " typical, boundary FROM code ORDER BY position",
    "SELECT code_id, count(DISTINCT selection_id) FROM coding GROUP BY code_id",
    "SELECT group_concat(code_id) FROM coding GROUP BY selection_id HAVING count(*) > 1",
    "SELECT t.body FROM document AS d JOIN document_text AS t ON t.id = d.text_id WHERE d.id = 1",
    'SELECT c.id, c.guid, c.selection_id, s.document_id, s.start, s."end", c.code_id, k.name,'
    " c.memo, c.typical, c.created, c.modified FROM coding AS c JOIN selection AS s"
    " ON s.id = c.selection_id JOIN coder AS k ON k.id = c.coder_id WHERE s.document_id = 1",
    "SELECT * FROM work",
    "SELECT id, template, params FROM step WHERE kind = 'do' AND state = 'done'"
    " ORDER BY id DESC LIMIT 1",
)


def run() -> tuple[list[float], list[float]]:
    from PySide6.QtWidgets import QApplication
    from qcode.ui.main_window import MainWindow
    from qcode.ui.shell.i18n import LanguageChoice
    from qcode.ui.shell.settings import Settings
    from qcode.ui.shell.theme import ThemeChoice

    from tests.benchmarks.material import large_project

    application = QApplication.instance() or QApplication(["benchmark"])
    figures, baselines = [], []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.qcode"
        large_project(path)
        settings = Settings(Path(folder) / "settings.ini")
        window = MainWindow(
            settings, ThemeChoice(application, "light"), LanguageChoice(application, "en")
        )
        window.show()
        application.processEvents()
        for turn in range(REPETITIONS + 1):  # the first turn loads modules and warms the disk
            begun = time.perf_counter()
            window.files.open_path(path)
            application.processEvents()  # painted, and everything asked for so far is answered
            figure = (time.perf_counter() - begun) * 1000
            assert window.workspace is not None and window.workspace.codings
            window.leave_project()
            application.processEvents()
            begun = time.perf_counter()
            connection = sqlite3.connect(path)
            for query in _SHOWN:
                connection.execute(query).fetchall()
            connection.close()
            baseline = (time.perf_counter() - begun) * 1000
            if turn:
                figures.append(figure)
                baselines.append(baseline)
        window.close()
    return figures, baselines
