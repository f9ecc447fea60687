"""The sample project: built from ``resources/sample`` by the same services that users work with."""

from __future__ import annotations

import csv
import hashlib
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qcode.model.agreement import Request
from qcode.model.enums import CodeKind, MemoKind, Numbering, WorkStatus
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.paths import resources
from qcode.services import (
    backups,
    coders,
    codes,
    codings,
    demo_model,
    documents,
    drawing,
    exporting,
    importing,
    memos,
    methods,
    thesis_tables,
)
from qcode.services.agreement import reporting
from qcode.services.project import Project

PROJECT_FILE = "sample.qcode"
NAME = "Y Street leading group (sample)"
_DONE_BY = {
    "agreement.docx",
    "codebook.docx",
    "coding-tables.docx",
    "diagram.svg",
    "methods.docx",
    "passages.docx",
}


@dataclass(frozen=True, slots=True)
class Demo:
    """Where the sample project and the files written from it are."""

    project: Path
    files: tuple[Path, ...]


def build(directory: Path) -> Demo:
    """Build the sample project, its Word files and its diagram in ``directory``.

    Files of an earlier demo there are replaced (the project after a backup), nothing else. Raises
    ``QcodeError`` when the folder holds another project or files of these names without one.
    """
    directory = directory.absolute()
    target = directory / PROJECT_FILE
    try:
        directory.mkdir(parents=True, exist_ok=True)
        _require_own(directory, target)
        return _build(directory, target)
    except OSError as error:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "The sample cannot be built in {file}: {reason}."),
            file=str(directory),
            reason=error.strerror or str(error),
        ) from error


def _build(directory: Path, target: Path) -> Demo:
    with tempfile.TemporaryDirectory(prefix=".qcode-demo-", dir=directory) as scratch:
        draft = Path(scratch) / PROJECT_FILE
        build_project(draft)
        with Project.open(draft, read_only=True) as project:
            exporting.write_codebook(project, draft.with_name("codebook.docx"))
            exporting.write_passages(project, draft.with_name("passages.docx"))
            thesis_tables.write(project, draft.with_name("coding-tables.docx"))
            drawing.write(project, draft.with_name("diagram.svg"))
            methods.write(project, draft.with_name("methods.docx"))
            reporting.write(project, draft.with_name("agreement.docx"), Request())
        if target.exists():
            backups.restore(draft, target)
        else:
            draft.replace(target)
        files = tuple(draft.with_name(name).replace(directory / name) for name in sorted(_DONE_BY))
    return Demo(target, files)


def _require_own(directory: Path, target: Path) -> None:
    strangers = [name for name in sorted(_DONE_BY) if (directory / name).exists()]
    if target.exists():
        with Project.open(target, read_only=True) as project:
            if project.guid == _guid():
                return
        strangers.insert(0, PROJECT_FILE)
    if strangers:
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "{folder} holds files that are not of an earlier demo ({files}); choose another"
                " folder.",
            ),
            folder=str(directory),
            files=", ".join(strangers),
        )


def build_project(path: Path) -> None:
    """Build the sample project as a new file at ``path``."""
    folder = resources() / "sample"
    with Project.create(path, NAME, "Ann", guid=_guid()) as project:
        codes.set_numbering(project, Numbering.LETTERS)
        document_ids = _documents(project, folder)
        code_ids = _codebook(project, folder)
        _codings(project, folder, document_ids, code_ids)
        _memos(project, folder, document_ids, code_ids)
        _model(project, folder, document_ids, code_ids)
        _work(project, folder, document_ids)
        project.act_as("Ann")


def _documents(project: Project, folder: Path) -> dict[str, int]:
    groups: dict[str, list[importing.Candidate]] = {}
    for row in _json(folder / "documents.json"):
        path = folder / row["file"]
        text = path.read_text(encoding="utf-8").rstrip("\n")
        source = Source(row["name"], text, row["label"], row["variables"])
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        groups.setdefault(row["group"], []).append(importing.Candidate(path, source, sha256))
    found: dict[str, int] = {}
    for group, candidates in groups.items():
        report = importing.carry_out(
            project, importing.ImportPlan(tuple(candidates), ()), group=group
        )
        found.update(zip(report.names, report.document_ids, strict=True))
    return found


def _codebook(project: Project, folder: Path) -> dict[str, int]:
    found: dict[str, int] = {}
    with (
        (folder / "codebook.csv").open(encoding="utf-8", newline="") as file,
        project.change(Message(QT_TRANSLATE_NOOP("core", "Build the sample's codebook"))) as writer,
    ):
        for row in csv.DictReader(file):
            draft = CodeDraft(
                row["name"],
                CodeKind(row["kind"]),
                row["color"],
                {key: row[key] for key in codes.TEXT_FIELDS},
            )
            parent = found[row["parent"]] if row["parent"] else None
            found[draft.name] = codes.insert(writer, draft, parent)
    return found


def _codings(
    project: Project, folder: Path, document_ids: dict[str, int], code_ids: dict[str, int]
) -> None:
    by_coder: dict[str, list[dict[str, Any]]] = {}
    with (folder / "codings.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            by_coder.setdefault(row["coder"], []).append(row)
    places = Quotations(project)
    for coder, rows in by_coder.items():
        project.act_as(coder)
        with project.change(
            Message(QT_TRANSLATE_NOOP("core", "Code the sample as {coder}"), {"coder": coder})
        ) as writer:
            coder_id = writer.coder_id()
            codings.add_many(
                writer,
                [
                    codings.NewCoding(
                        document_ids[row["document"]],
                        places.find(document_ids[row["document"]], row["quote"]),
                        code_ids[row["code"]],
                        coder_id,
                        row["memo"],
                        row["typical"],
                    )
                    for row in rows
                ],
            )


def _memos(
    project: Project, folder: Path, document_ids: dict[str, int], code_ids: dict[str, int]
) -> None:
    places = Quotations(project)
    for row in _json(folder / "memos.json"):
        about = row["about"]
        document_id = document_ids.get(about.get("document", ""))
        passage = None
        if document_id is not None and "quote" in about:
            passage = (document_id, places.find(document_id, about["quote"]))
        project.act_as(row["coder"])
        memos.create(
            project,
            MemoKind(row["kind"]),
            row["body"],
            title=row["title"],
            document_id=document_id if passage is None else None,
            code_id=code_ids.get(about.get("code", "")),
            passage=passage,
        )


def _model(
    project: Project, folder: Path, document_ids: dict[str, int], code_ids: dict[str, int]
) -> None:
    model = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    find = Quotations(project).find
    demo_model.SampleModel(project, document_ids, code_ids, find).write(model)


def _work(project: Project, folder: Path, document_ids: dict[str, int]) -> None:
    done: dict[tuple[str, str], list[int]] = {}
    for row in _json(folder / "work.json"):
        done.setdefault((row["coder"], row["status"]), []).append(document_ids[row["document"]])
    for (coder, status), ids in done.items():
        project.act_as(coder)
        coders.set_status(project, ids, coder, WorkStatus(status))


class Quotations:
    """Finds the one place of a quotation in a document, so that the sample holds no positions."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._texts: dict[int, str] = {}

    def find(self, document_id: int, quote: str) -> Span:
        """Return the span of ``quote``; ``ValueError`` when it is not there."""
        if document_id not in self._texts:
            self._texts[document_id] = documents.text(self._project, document_id)
        start = self._texts[document_id].index(quote)
        return Span(start, start + len(quote))


def _json(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return rows


def _guid() -> str:
    """The sample's own GUID: every demo is the same project."""
    digits = hashlib.sha256(b"qcode sample project").hexdigest()
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}"
