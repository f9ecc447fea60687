"""Where the program's own files and the user's files are.

``QCODE_HOME`` moves everything the program keeps for a user (settings, recent projects, backups,
logs) into one folder: for portable use, and so that tests never touch a real user's files.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def resources() -> Path:
    """Folder of icons, themes, translations, headings and the sample.

    One locator for a wheel (``qcode/resources``), a checkout or editable install (``../resources``)
    and a frozen build (beside the bundled modules).
    """
    if bundle := getattr(sys, "_MEIPASS", None):
        return Path(bundle) / "resources"
    here = Path(__file__).resolve().parent
    inside = here / "resources"
    return inside if inside.is_dir() else here.parent / "resources"


def data_dir() -> Path:
    """Folder for backups, logs and recent projects; made when first asked for."""
    if home := os.environ.get("QCODE_HOME"):
        folder = Path(home)
    else:
        from platformdirs import user_data_path

        folder = user_data_path("qcode", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def config_dir() -> Path:
    """Folder for the window's settings; made when first asked for."""
    if home := os.environ.get("QCODE_HOME"):
        folder = Path(home)
    else:
        from platformdirs import user_config_path

        folder = user_config_path("qcode", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
