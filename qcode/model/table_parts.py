"""What the table classes are made of: keys, GUIDs and lists of known words."""

from typing import Any

from sqlalchemy import CheckConstraint
from sqlmodel import Field

AUTO = {"sqlite_autoincrement": True}  # an id taken back by undo is never given out again


def row_id() -> Any:
    """Return the field of a row's number."""
    return Field(default=None, primary_key=True)


def guid_field() -> Any:
    """Return the field of what names a row outside this file."""
    return Field(unique=True)


def one_of(column: str, values: Any) -> CheckConstraint:
    """Return the rule that ``column`` holds one of the words of an enum."""
    listed = ", ".join(f"'{value.value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def named(column: str = "name") -> CheckConstraint:
    """Return the rule that a name is more than white space."""
    return CheckConstraint(f"length(trim({column})) > 0", name="named")
