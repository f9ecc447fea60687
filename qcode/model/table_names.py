"""Names of the tables that changes write, known without loading the table classes."""

from __future__ import annotations

from typing import Literal, TypeAlias

TableName: TypeAlias = Literal[
    "project",
    "setting",
    "coder",
    "document_group",
    "document",
    "variable",
    "variable_value",
    "code",
    "selection",
    "coding",
    "memo",
    "memo_link",
    "work",
]
