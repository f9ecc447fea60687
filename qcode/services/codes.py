"""The codebook's codes: read, made, named, defined, raised, moved, merged, split, deleted.

Kind is stored and never guessed from the depth in the tree; a parent is never of a lower kind than
its children. Every function that changes something is one step that can be undone. This is the
door that windows, commands and other services use: what is done to codes goes by one name, and the
modules behind it can be divided as they grow.
"""

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
from qcode.services.code_reading import (
    NUMBERING,
    TEXT_FIELDS,
    Figures,
    documents_below,
    figures,
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
