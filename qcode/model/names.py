"""Names that people read, from where anything may come."""

from __future__ import annotations

from pathlib import Path


def tidy(name: str) -> str:
    """Return a name on one line, with single spaces in it and none around it, and without NUL."""
    return " ".join(name.replace("\0", "").split())


def file_name(path: Path) -> str:
    """Return a file's name as text that can be stored.

    Names on the disk need not be Unicode; what is none shows as ``?``.
    """
    return path.name.encode("utf-8", "replace").decode("utf-8")
