"""The commands of work in company: the work of others merged in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from qcode.cli import output
from qcode.cli.options import ActAs, AsJson, ProjectPath, reading, writing
from qcode.model.join_records import Choice, as_written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qcode.model.join_records import Conflict, MergePlan, MergeReport


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command()(merge)


def merge(
    project: ProjectPath,
    others: Annotated[
        list[Path],
        typer.Argument(metavar="OTHER…", help="Files to merge, one after the other."),
    ],
    prefer: Annotated[
        Choice | None,
        typer.Option("--prefer", help="What holds where both sides changed the same thing."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would come in; write nothing.")
    ] = False,
    apart: Annotated[
        bool,
        typer.Option("--apart", help="Also merge projects that began apart, matched by names."),
    ] = False,
    acting: ActAs = "",
    json: AsJson = False,
) -> None:
    """Merge packets and copies into a project, as one step; conflicts need --prefer."""
    from qcode.model.join_records import OpenConflicts
    from qcode.services.joining import merging

    stopped: OpenConflicts | None = None
    # Until there is something to write the file is not even opened for writing.
    with reading(project) as opened, output.progress("reading") as progress:
        plan = merging.plan(opened, others, apart=apart, progress=progress)
        if plan.conflicts and prefer is not None:
            plan = merging.decide(opened, plan, {}, prefer, progress=progress)
    report = plan.report
    if plan.open and not dry_run:
        stopped = OpenConflicts(plan)
    elif not plan.nothing and not dry_run:
        with writing(project, "merge", acting) as opened, output.progress("merging") as progress:
            report = merging.carry_out(opened, plan, progress=progress)
    if json:
        output.as_json(
            {
                "merged": not dry_run and stopped is None and not plan.nothing,
                **report.plain(),
                "conflicts": _conflicts(others, plan.conflicts),
                "open": len(plan.open),
                "pairs": [
                    {"table": one.table, "theirs": one.theirs, "mine": one.mine}
                    for one in plan.pairs
                ],
            }
        )
    else:
        _tell(plan, report, done=not dry_run and stopped is None)
    if stopped is not None:
        output.say(f"qcode: {output.sentence(stopped.message)} (--prefer mine, theirs or both)")
        raise typer.Exit(1)


def _conflicts(files: Sequence[Path], conflicts: Sequence[Conflict]) -> list[dict[str, Any]]:
    return [
        {
            "file": str(files[one.key.file]),
            "table": one.key.table,
            "guid": one.key.row,
            "name": one.name,
            "kind": one.kind.value,
            "resting": one.resting,
            "into": one.into,
            "fields": [
                {
                    "field": field.key,
                    "base": as_written(field.base),
                    "mine": as_written(field.mine),
                    "theirs": as_written(field.theirs),
                }
                for field in one.fields
            ],
        }
        for one in conflicts
    ]


def _tell(plan: MergePlan, report: MergeReport, *, done: bool) -> None:
    output.table(
        ("what", "added", "changed", "deleted"),
        [(output.sentence(one.what), one.added, one.changed, one.deleted) for one in report.counts],
        right="added changed deleted",
    )
    if plan.pairs:
        output.table(
            ("taken to be the same", "there", "here"),
            [(output.sentence(one.what), one.theirs, one.mine) for one in plan.pairs],
        )
    if plan.open:
        output.table(
            ("conflict", "name", "how", "field", "mine", "theirs"),
            [
                (
                    output.sentence(one.what),
                    one.name,
                    output.sentence(one.kind.label),
                    output.sentence(field.label) if field else "",
                    as_written(field.mine) or "" if field else "",
                    as_written(field.theirs) or "" if field else "",
                )
                for one in plan.open
                for field in one.fields or (None,)
            ],
        )
    for refused in report.refused:
        output.say(
            f"{report.files[refused.file]}: the text of “{refused.document}” differs; it stays"
            f" out, and {refused.resting} rows with it."
        )
    for note in report.notes:
        output.say(output.sentence(note))
    if plan.nothing:
        output.say("Nothing new; nothing was changed.")
    elif not done and not plan.open:
        output.say("Only looked at; nothing was changed.")
