"""Commands about a project as a whole: made, described, undone, checked, backed up."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from qcode.cli import output
from qcode.cli.options import ActAs, AsJson, LookAs, ProjectPath, reading, writing
from qcode.model.enums import CodeKind, Level
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP

# Set by ``demo``: the window is opened by the program's entry, commands know nothing of it.
window_for: Path | None = None


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command()(demo)
    app.command()(new)
    app.command()(info)
    app.command()(undo)
    app.command()(redo)
    app.command()(check)
    app.command()(backup)
    app.command()(restore)


def demo(
    directory: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Where to build it.", readable=False)
    ] = Path("qcode-demo"),
    no_window: Annotated[bool, typer.Option("--no-window", help="Do not open the window.")] = False,
) -> None:
    """Build the sample project, write its Word files beside it, open the window if possible."""
    from qcode.services import demo as service

    built = service.build(directory)
    output.tell(str(built.project))
    for path in built.files:
        output.tell(str(path))
    if not no_window and _display():
        global window_for
        window_for = built.project


def new(
    project: ProjectPath,
    name: Annotated[str, typer.Option("--name", metavar="N", help="The project's name.")] = "",
    acting: ActAs = "",
) -> None:
    """Make an empty project; refuses to overwrite."""
    from qcode.services.project import Project

    with Project.create(project, name, acting, program="qcode new") as made:
        output.say(f"Made {made.path}.")


def info(project: ProjectPath, acting: LookAs = "", json: AsJson = False) -> None:
    """Show the project's figures."""
    from qcode.services import overview

    with reading(project, acting) as opened:
        found = overview.info(opened)
    if json:
        output.as_json(asdict(found) | {"coders": list(found.coders)})
        return
    rows: list[tuple[str, object]] = [
        ("name", found.name),
        ("documents", found.documents),
        ("characters", found.characters),
        *((output.sentence(Level(key).label), count) for key, count in found.codes.items()),
        *((output.sentence(CodeKind(key).label), count) for key, count in found.kinds.items()),
        ("codings", found.codings),
        ("coders", ", ".join(found.coders)),
        ("memos", found.memos),
        ("blind", "yes" if found.blind else "no"),
        ("schema", found.schema),
    ]
    output.table(("what", "value"), rows)


def undo(project: ProjectPath, acting: ActAs = "") -> None:
    """Take back the latest step and print its label."""
    with writing(project, "undo", acting) as opened:
        changes = opened.undo()
    if changes is None:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "There is nothing to undo in {file}."), file=str(project)
        )
    output.tell(output.sentence(changes.label))


def redo(project: ProjectPath, acting: ActAs = "") -> None:
    """Do the step again that was undone last and print its label."""
    with writing(project, "redo", acting) as opened:
        changes = opened.redo()
    if changes is None:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "There is nothing to redo in {file}."), file=str(project)
        )
    output.tell(output.sentence(changes.label))


def check(project: ProjectPath, json: AsJson = False) -> None:
    """Check the file, its schema, triggers, spans and journal; exit 1 with what is wrong."""
    from qcode.services import overview

    try:
        with reading(project) as opened:
            found = [finding.text() for finding in overview.findings(opened)]
    except QcodeError as error:
        if json:
            output.as_json({"ok": False, "problems": [error.message.text()]})
        raise
    if json:
        output.as_json({"ok": not found, "problems": found})
    if found:
        if not json:
            for sentence in found:
                output.say(f"{project}: {sentence}")
        raise typer.Exit(1)
    if not json:
        output.say(f"{project} is sound.")


def backup(
    project: ProjectPath,
    out: Annotated[
        Path | None,
        typer.Argument(
            metavar="[OUT]", help="Where to (default: your data folder).", readable=False
        ),
    ] = None,
) -> None:
    """Copy the project, also while it is open, and print where the copy is."""
    from qcode.services import backups

    if out is None:
        output.tell(str(backups.back_up_file(project, "asked").path))
    else:
        output.tell(str(backups.back_up_to(project, out)))


def restore(
    backup: Annotated[
        Path, typer.Argument(metavar="BACKUP", help="The copy to put back.", readable=False)
    ],
    project: ProjectPath,
) -> None:
    """Put a backup in the place of a project; what stood there is backed up first."""
    from qcode.services import backups

    done = backups.restore(backup, project)
    output.say(f"Restored {project}.")
    if done.kept is not None:
        output.say(f"What stood there is kept as {done.kept.path}.")
    if done.set_aside is not None:
        output.say(f"What stood there could not be read; it is set aside as {done.set_aside}.")


def _display() -> bool:
    """Whether a window can be shown."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True
