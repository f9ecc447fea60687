"""Commands about the log: versions of the codebook, and the history."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from qcode.cli import output
from qcode.cli.options import (
    ActAs,
    AsJson,
    Headings,
    HeadingsOption,
    LookAs,
    ProjectPath,
    reading,
    writing,
)
from qcode.model.report import PageSetup
from qcode.model.versions import Comparison, StateCounts, Version

if TYPE_CHECKING:
    from qcode.services.project import Project


Out = Annotated[
    Path | None,
    typer.Option("-o", "--out", metavar="FILE", help="Write it to a file.", readable=False),
]


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command()(history)
    app.command()(version)
    app.command()(versions)


# ---------------------------------------------------------------------- history


def history(
    project: ProjectPath,
    coder: Annotated[
        list[str] | None, typer.Option("--coder", metavar="NAME", help="Only steps of theirs.")
    ] = None,
    code: Annotated[
        str, typer.Option("--code", metavar="CODE", help="Only steps that touched it; also a GUID.")
    ] = "",
    document: Annotated[
        str, typer.Option("--document", metavar="DOCUMENT", help="Only steps that touched it.")
    ] = "",
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="From then on, UTC.")] = "",
    until: Annotated[str, typer.Option("--until", metavar="DATE", help="Before then, UTC.")] = "",
    words: Annotated[str, typer.Option("--words", help="Only steps whose label has them.")] = "",
    out: Out = None,
    headings: HeadingsOption = Headings.EN,
    acting: LookAs = "",
    json: AsJson = False,
) -> None:
    """Show every step ever done, or some of them, the oldest first; or write them to a file."""
    from qcode.services import history as service

    with reading(project, acting) as opened:
        wanted = service.HistoryFilter(
            coders=frozenset(coder or ()),
            code=_code(opened, code),
            document=_document(opened, document),
            since=since,
            until=until,
            words=words,
        )
        steps = service.filtered(opened, wanted)
        if out is not None:
            service.write(opened, out, wanted, PageSetup(headings=headings.value))
            output.say(f"Wrote {out}.")
    if json:
        output.as_json(
            [
                {
                    "id": step.id,
                    "at": step.at,
                    "coder": step.coder,
                    "label": step.label.text(),
                    "undone": step.undone,
                    "kind": step.kind,
                }
                for step in steps
            ]
        )
    elif out is None:
        output.table(
            ("id", "at", "coder", "label", "undone"),
            [
                (
                    step.id,
                    step.at,
                    step.coder,
                    output.sentence(step.label),
                    "undone" if step.undone else "",
                )
                for step in steps
            ],
            right="id",
        )


def _code(opened: Project, wanted: str) -> int | str | None:
    """Return the code that is meant; a GUID may be that of a code that is gone."""
    from qcode.services import lookup

    if not wanted:
        return None
    if len(wanted) == len("00000000-0000-4000-8000-000000000000") and wanted.count("-") == 4:
        return wanted.lower()
    return lookup.code(opened, wanted).id


def _document(opened: Project, wanted: str) -> int | None:
    from qcode.services import lookup

    return lookup.document(opened, wanted).id if wanted else None


# ---------------------------------------------------------------------- versions


def version(
    project: ProjectPath,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name that it gets.")],
    note: Annotated[str, typer.Option("--note", help="What it is.")] = "",
    acting: ActAs = "",
) -> None:
    """Give the present state of the codebook a name."""
    from qcode.services import versions as service

    with writing(project, "version", acting) as opened:
        service.name_version(opened, name, note)
        made = service.listed(opened)[-1]
    output.say(f"Kept {made.counts.codes} codes as “{made.name}”.")


def versions(
    project: ProjectPath,
    compare: Annotated[
        str, typer.Option("--compare", metavar="NAME", help="What has changed since this one.")
    ] = "",
    to: Annotated[
        str, typer.Option("--to", metavar="NAME", help="… until this one (default: now).")
    ] = "",
    show: Annotated[
        str, typer.Option("--print", metavar="NAME", help="Write the codebook of this one to -o.")
    ] = "",
    out: Out = None,
    headings: HeadingsOption = Headings.EN,
    acting: LookAs = "",
    json: AsJson = False,
) -> None:
    """List the versions of the codebook, compare two, or print one."""
    from qcode.services import versions as service

    if (show and out is None) or (out is not None and not (compare or show)):
        raise typer.BadParameter("-o goes with --compare or --print, and --print needs it.")
    if (to and not compare) or (compare and show):
        raise typer.BadParameter("--to goes with --compare, and --compare not with --print.")
    setup = PageSetup(headings=headings.value)
    with reading(project, acting) as opened:
        listed = service.listed(opened)
        found = None
        if compare:
            older = service.find(opened, compare).id
            newer = service.find(opened, to).id if to else None
            found = service.compare(opened, older, newer)
            if out is not None:
                service.write_comparison(opened, older, newer, out, setup)
        elif show and out is not None:
            service.write_version(opened, service.find(opened, show).id, out, setup)
    if out is not None:
        output.say(f"Wrote {out}.")
    if found is not None:
        _show_comparison(found, json=json, quiet=out is not None)
    elif json:
        output.as_json([_version(one) for one in listed])
    elif out is None:
        output.table(
            ("name", "created", "coder", "codes", "note"),
            [(one.name, one.created, one.coder, one.counts.codes, one.note) for one in listed],
            right="codes",
        )


def _version(one: Version) -> dict[str, Any]:
    return {
        "guid": one.guid,
        "name": one.name,
        "note": one.note,
        "coder": one.coder,
        "created": one.created,
        **_counts(one.counts),
    }


def _counts(counts: StateCounts) -> dict[str, Any]:
    return {
        "codes": counts.codes,
        "kinds": {kind.value: count for kind, count in counts.kinds.items()},
        "documents": counts.documents,
        "passages": counts.passages,
        "codings": counts.codings,
    }


def _show_comparison(found: Comparison, *, json: bool, quiet: bool) -> None:
    if json:
        output.as_json(
            {
                "older": found.older.name if found.older else None,
                "newer": found.newer.name if found.newer else None,
                "older_counts": _counts(found.older_counts),
                "newer_counts": _counts(found.newer_counts),
                "differences": [
                    {
                        "kind": one.kind.value,
                        "guid": one.guid,
                        "code": one.name,
                        "before": one.before,
                        "after": one.after,
                        "field": one.field or None,
                        "passages_then": one.then,
                        "passages_now": one.now,
                        "reason": one.reason,
                    }
                    for one in found.differences
                ],
            }
        )
    elif not quiet:
        output.table(
            ("difference", "code", "before", "after"),
            [
                (output.sentence(one.kind.label), one.name, one.before, one.after)
                for one in found.differences
            ],
        )
