"""Child process of ``memory``: writes its resident size in megabytes when all is painted.

``resident full FILE`` opens a copy of the project in the window and also writes the modules that
were loaded; ``resident bare FILE MODULE…`` shows the same text in a bare widget.
"""

from __future__ import annotations

import importlib
import os
import sys
from contextlib import suppress
from pathlib import Path

from tests.benchmarks import office, thesis


def resident() -> float:
    """Megabytes of memory that this process holds (Linux only)."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("this system does not tell the resident size")


def say(*words: object) -> None:
    os.write(1, " ".join(map(str, words)).encode())
    os._exit(0)  # leaving is not what is measured


def full(path: str) -> None:
    thesis.project_file = lambda: Path(path)
    with office.desk(thesis.LONG):
        # Until all is there that is loaded while one rests: the bare window gets those modules too.
        office.wait(6_000)
        say(resident(), *sorted(sys.modules))


def bare(path: str, *modules: str) -> None:
    from PySide6.QtWidgets import QMainWindow, QPlainTextEdit

    office.application()
    # The palette loads the readings without phrases; 40 megabytes of them would flatter the ratio.
    os.environ["PYPINYIN_NO_PHRASES"] = os.environ["PYPINYIN_NO_DICT_COPY"] = "true"
    for name in modules:
        with suppress(ImportError, AttributeError, KeyError, SystemExit):
            importlib.import_module(name)
    import sqlite3

    connection = sqlite3.connect(path)
    (text,) = connection.execute(
        "SELECT t.body FROM document AS d JOIN document_text AS t ON t.id = d.text_id"
        " WHERE d.id = ?",
        (thesis.LONG,),
    ).fetchone()
    connection.close()
    window = QMainWindow()
    edit = QPlainTextEdit(text)
    window.setCentralWidget(edit)
    window.resize(*office.SIZE)
    window.show()
    office.wait(1_000)
    say(resident())


if __name__ == "__main__":
    {"full": full, "bare": bare}[sys.argv[1]](*sys.argv[2:])
