"""Exports: what a project holds, written to a file whose ending says the format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path

from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.model.report import Codebook, PageSetup
from qcode.services import codebook, codes, terms
from qcode.services.project import Project
from qcode.store import passage_queries, queries

Progress = Callable[[int, int], None]
CODEBOOK_ENDINGS = (".docx", ".csv", ".xlsx", ".html")
PASSAGE_ENDINGS = (".docx", ".csv", ".xlsx", ".html")
CODING_ENDINGS = (".csv", ".xlsx", ".jsonl")
CODING_COLUMNS = (
    "guid",
    "document",
    "start",
    "end",
    "quote",
    "code",
    "level",
    "kind",
    "coder",
    "memo",
    "created",
)


def nothing(done: int, total: int) -> None:
    """Stand in where nobody watches."""
    del done, total


def write_codebook(
    project: Project,
    out: Path,
    setup: PageSetup | None = None,
    *,
    passages: int = 3,
    chosen: Collection[int] | None = None,
    progress: Progress = nothing,
) -> None:
    """Write the codebook as Word, CSV, XLSX or HTML; see ``codebook.gather``.

    ``progress`` hears of two stages, gathering and writing, and may raise ``Cancelled`` before
    each; once writing has begun it comes to its end.
    """
    require_ending(out, CODEBOOK_ENDINGS)
    progress(0, 2)
    gathered = codebook.gather(project, passages=passages, chosen=chosen)
    progress(1, 2)
    write_gathered(gathered, out, terms.page_setup(project, setup))


def write_gathered(gathered: Codebook, out: Path, setup: PageSetup) -> None:
    """Write a codebook that has been gathered, in the format that the ending says."""
    if out.suffix.lower() == ".docx":
        from qcode.formats import codebook_docx

        codebook_docx.write(gathered, out, setup)
    else:
        from qcode.formats import codebook_tables

        codebook_tables.write(gathered, out, setup)


def write_passages(
    project: Project,
    out: Path,
    setup: PageSetup | None = None,
    *,
    chosen: Collection[int] | None = None,
    progress: Progress = nothing,
) -> None:
    """Write the passages of all or some codes as Word, CSV, XLSX or HTML.

    ``progress`` as in ``write_codebook``.
    """
    from qcode.formats import passages_out

    require_ending(out, PASSAGE_ENDINGS)
    progress(0, 2)
    gathered = codebook.all_passages(project, chosen)
    progress(1, 2)
    passages_out.write(
        gathered,
        out,
        project=project.name,
        date=datetime.now().astimezone().date().isoformat(),
        setup=terms.page_setup(project, setup),
    )


def coding_rows(project: Project) -> list[dict[str, str | int]]:
    """Return every coding as a row of ``CODING_COLUMNS``, in the order of documents and places.

    ``document`` and ``code`` are names where these are unique, else what names them safely (a GUID
    and a path), so that the rows can be read back.
    """
    with project.read() as connection:
        tree = codes.tree_of(connection, counts=False)
        listed = passage_queries.all_codings(connection)
        documents = {document.id: document for document in queries.documents(connection)}
        texts: dict[int, str] = {}
        rows: list[dict[str, str | int]] = []
        kinds = {code.id: code.kind for code in tree}
        code_names = codes.references(tree)
        times = Counter(document.name for document in documents.values())
        for coding in listed:
            if coding.document_id not in texts:
                texts = {coding.document_id: queries.text(connection, coding.document_id) or ""}
            kind = kinds[coding.code_id]
            document = documents[coding.document_id]
            rows.append(
                {
                    "guid": coding.guid,
                    "document": document.name if times[document.name] == 1 else document.guid,
                    "start": coding.start,
                    "end": coding.end,
                    "quote": texts[coding.document_id][coding.start : coding.end],
                    "code": code_names[coding.code_id],
                    "level": kind.level.value,
                    "kind": kind.value,
                    "coder": coding.coder,
                    "memo": coding.memo,
                    "created": coding.created,
                }
            )
    return rows


def write_codings(project: Project, out: Path) -> int:
    """Write every coding as CSV, XLSX or JSON Lines and return how many there are."""
    from qcode.formats import rows_out

    require_ending(out, CODING_ENDINGS)
    rows = coding_rows(project)
    rows_out.write_rows(
        out, CODING_COLUMNS, [[row[column] for column in CODING_COLUMNS] for row in rows]
    )
    return len(rows)


def require_ending(out: Path, known: tuple[str, ...]) -> None:
    """Refuse a file whose ending names no format that is written."""
    if out.suffix.lower() not in known:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "{file}: the ending must be one of {endings}."),
            file=str(out),
            endings=", ".join(known),
        )
