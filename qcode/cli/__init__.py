"""The commands: typer in, services called, one JSON document or a plain table out.

Rule of the room: no SQL, no formats, no Qt, no rule of the method. The contract is the help text.
"""

# Known without loading typer, so that opening the window costs nothing of it.
COMMANDS = frozenset(
    {
        "agreement",
        "backup",
        "check",
        "coders",
        "codes",
        "codings",
        "coherence",
        "demo",
        "documents",
        "export",
        "history",
        "import",
        "info",
        "merge",
        "new",
        "packet",
        "redo",
        "reliability",
        "restore",
        "saturation",
        "status",
        "text",
        "undo",
        "version",
        "versions",
    }
)
