"""Patterns of the ``regex`` module that nobody waits for while a window opens.

Loading the module and compiling what the text needs of it takes as long as painting the first
picture, which needs none of it.
"""

from __future__ import annotations

from typing import Any


class LatePattern:
    """A pattern that is compiled when it is first used; from then on as fast as a plain one.

    Flags stand in the source: ``(?r)`` searches backwards, ``(?i)`` ignores case, ``(?s)`` lets a
    dot stand for line ends.
    """

    def __init__(self, source: str) -> None:
        self._source = source

    def __getattr__(self, name: str) -> Any:
        """Compile, and take over everything that patterns are asked for here."""
        import regex

        made = regex.compile(self._source)
        for method in ("match", "fullmatch", "search", "finditer"):
            setattr(self, method, getattr(made, method))
        return getattr(made, name)
