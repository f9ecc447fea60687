"""The codebook's codes: read, made, named, defined, raised, moved, merged, split, deleted.

Kind is stored and never guessed from the depth in the tree; a parent is never of a lower kind than
its children. Every function that changes something is one step that can be undone. This is the
door that windows, commands and other services use: what is done to codes goes by one name, and the
modules behind it can be divided as they grow.

Reading is there at once. What changes codes is loaded with the first change, or by
``project.prepare_for_changes``: a window that opens a project only reads.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from qcode.services.code_reading import (
    NUMBERING,
    TEXT_FIELDS,
    Figures,
    documents_below,
    figures,
    naming,
    numbering,
    paths,
    references,
    rows,
    titles,
    tree,
    tree_of,
    with_below,
)
from qcode.services.code_rules import LONGEST_NAME, require

if TYPE_CHECKING:
    from qcode.services.code_editing import (
        create,
        describe,
        fill,
        insert,
        recolor,
        rename,
        set_kind,
        set_numbering,
    )
    from qcode.services.code_merging import merge, recode_many, split
    from qcode.services.code_moves import delete, move

__all__ = [
    "LONGEST_NAME",
    "NUMBERING",
    "TEXT_FIELDS",
    "Figures",
    "create",
    "delete",
    "describe",
    "documents_below",
    "figures",
    "fill",
    "insert",
    "merge",
    "move",
    "naming",
    "numbering",
    "paths",
    "recode_many",
    "recolor",
    "references",
    "rename",
    "require",
    "rows",
    "set_kind",
    "set_numbering",
    "split",
    "titles",
    "tree",
    "tree_of",
    "with_below",
]

_CHANGING = {
    "qcode.services.code_editing": (
        "create",
        "describe",
        "fill",
        "insert",
        "recolor",
        "rename",
        "set_kind",
        "set_numbering",
    ),
    "qcode.services.code_merging": ("merge", "recode_many", "split"),
    "qcode.services.code_moves": ("delete", "move"),
}


def __getattr__(name: str) -> Any:
    """Load what changes codes, all of it, when the first of it is asked for."""
    if not any(name in names for names in _CHANGING.values()):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    for place, names in _CHANGING.items():
        module = import_module(place)
        globals().update({one: getattr(module, one) for one in names})
    return globals()[name]
