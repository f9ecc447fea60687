"""The one entry: a command goes to ``cli``, anything else opens the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run qcode with ``arguments`` (default: those of the process) and return the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    from qcode.cli import COMMANDS

    if words and (words[0] in COMMANDS or words[0].startswith("-")):
        from qcode.cli.main import run

        outcome = run(words)
        if outcome.window_for is None:
            return outcome.exit_code
        words = [str(outcome.window_for)]
    elif len(words) > 1:
        from qcode.cli.main import refuse

        return refuse(words)
    from qcode.ui.app import open_window

    exit_code: int = open_window(words[0] if words else None)
    return exit_code


if __name__ == "__main__":
    sys.exit(main())
