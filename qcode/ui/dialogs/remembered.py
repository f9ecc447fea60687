"""The choices of a dialog, kept for the next time."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QByteArray

from qcode.ui.shell.settings import Settings


def recall(settings: Settings, name: str) -> dict[str, Any]:
    """Return what was kept under ``name``, empty when that is nothing or not readable."""
    try:
        kept = json.loads(bytes(settings.state(f"choices/{name}").data()).decode("utf-8"))
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}


def keep(settings: Settings, name: str, choices: dict[str, Any]) -> None:
    """Keep ``choices`` (what JSON can hold) under ``name``."""
    text = json.dumps(choices, ensure_ascii=True)
    settings.set_state(f"choices/{name}", QByteArray(text.encode("ascii")))
