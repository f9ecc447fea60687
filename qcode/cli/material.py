"""Commands about texts: brought in, listed, printed, and who has finished them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from qcode.cli import output
from qcode.cli.options import ActAs, AsJson, LookAs, ProjectPath, reading, writing
from qcode.model.enums import WorkStatus


class AsKind(StrEnum):
    """How files are taken."""

    AUTO = "auto"
    DOCUMENT = "document"
    RECORDS = "records"


_KINDS: dict[AsKind, Literal["auto", "document", "records"]] = {
    AsKind.AUTO: "auto",
    AsKind.DOCUMENT: "document",
    AsKind.RECORDS: "records",
}


class Duplicates(StrEnum):
    """What happens to documents that are there already."""

    SKIP = "skip"
    KEEP = "keep"


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command("import")(import_texts)
    app.command()(documents)
    app.command()(text)
    app.command()(status)


def import_texts(
    project: ProjectPath,
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help="Files or folders.", readable=False)
    ],
    as_kind: Annotated[
        AsKind, typer.Option("--as-kind", help="Take each file as one document or as records.")
    ] = AsKind.AUTO,
    encoding: Annotated[
        str, typer.Option("--encoding", help="Encoding of texts, such as gb18030.")
    ] = "auto",
    duplicates: Annotated[
        Duplicates, typer.Option("--duplicates", help="Skip or keep what is there already.")
    ] = Duplicates.SKIP,
    acting: ActAs = "",
    json: AsJson = False,
) -> None:
    """Bring texts in, as one step; good files come in, each bad one gets its sentence."""
    from qcode.services import importing

    with writing(project, "import", acting) as opened:
        with output.progress("reading") as progress:
            plan = importing.plan(
                opened, paths, as_kind=_KINDS[as_kind], encoding=encoding, progress=progress
            )
        keep = plan.duplicates if duplicates is Duplicates.KEEP else ()
        with output.progress("importing") as progress:
            report = importing.carry_out(opened, plan, keep=keep, progress=progress)
    skipped = [
        {
            "path": str(one.path),
            "reason": one.duplicate_of.text() if one.duplicate_of else "",
            "document": one.source.name,
        }
        for one in report.skipped
    ]
    failed = [{"path": str(one.path), "reason": one.reason.text()} for one in report.failures]
    if json:
        output.as_json(
            {
                "imported": len(report.names),
                "skipped": skipped,
                "failed": failed,
                "documents": list(report.names),
            }
        )
    else:
        for name in report.names:
            output.tell(name)
        for row in skipped:
            output.say(f"{row['path']}: skipped “{row['document']}”, {row['reason']}.")
        output.say(f"{len(report.names)} imported, {len(skipped)} skipped, {len(failed)} failed.")
    for row in failed:
        output.say(f"qcode: {row['reason']}")
    if failed:
        raise typer.Exit(1)


def documents(project: ProjectPath, acting: LookAs = "", json: AsJson = False) -> None:
    """List the documents."""
    from qcode.services import documents as service

    with reading(project, acting) as opened:
        found = service.listed(opened)
        values = service.values(opened)
        groups = {group.id: group.name for group in service.groups(opened)}
    if json:
        output.as_json(
            [
                {
                    "guid": one.guid,
                    "name": one.name,
                    "label": one.label,
                    "characters": one.characters,
                    "codings": one.codings,
                    "attributes": values.get(one.id, {}),
                    "group": groups.get(one.group_id) if one.group_id is not None else None,
                }
                for one in found
            ]
        )
        return
    output.table(
        ("label", "name", "characters", "codings", "guid"),
        [(one.label, one.name, one.characters, one.codings, one.guid) for one in found],
        right="characters codings",
    )


def text(
    project: ProjectPath,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Name, path or GUID.")],
) -> None:
    """Print a document's stored text, exactly."""
    from qcode.services import documents as service
    from qcode.services import lookup

    with reading(project) as opened:
        output.exactly(service.text(opened, lookup.document(opened, document).id))


def status(
    project: ProjectPath,
    named: Annotated[
        list[str] | None, typer.Argument(metavar="[DOCUMENT]…", help="Default: all documents.")
    ] = None,
    coder: Annotated[str, typer.Option("--coder", metavar="NAME", help="Whose work.")] = "",
    wanted: Annotated[
        WorkStatus | None, typer.Option("--set", help="Set this status instead of listing.")
    ] = None,
    acting: ActAs = "",
    json: AsJson = False,
) -> None:
    """Show or set who has finished what."""
    from qcode.services import coders, lookup
    from qcode.services import documents as service
    from qcode.services.project import coder_name

    if wanted is not None:
        with writing(project, "status", acting) as opened:
            index = lookup.Documents(opened)
            ids = (
                [index.find(name).id for name in named]
                if named
                else [one.id for one in service.listed(opened)]
            )
            coder = coder_name(coder or opened.coder)
            coders.set_status(opened, ids, coder, wanted)
            rows = [row for row in coders.work(opened) if row.document_id in set(ids)]
    else:
        with reading(project, acting) as opened:
            if coder:
                coder = coders.require(opened, coder).name
            index = lookup.Documents(opened)
            only = {index.find(name).id for name in named or ()}
            rows = [row for row in coders.work(opened) if not only or row.document_id in only]
    shown = [
        {"document": row.document, "coder": row.coder, "status": row.status.value}
        for row in rows
        if not coder or row.coder == coder
    ]
    if json:
        output.as_json(shown)
    else:
        output.table(
            ("document", "coder", "status"),
            [(row["document"], row["coder"], row["status"]) for row in shown],
        )
