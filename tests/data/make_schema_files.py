"""Makes the project file of the present schema, which stays here.

Run as ``python -m tests.data.make_schema_files``.

Once when a schema is released, and never again for it: its file must stay as that
release wrote it. It holds a bit of everything, and a step that was undone.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from pathlib import Path

from qcode.model.enums import CodeKind, MemoKind, WorkStatus
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import coders, codes, codings, documents, importing, memos
from qcode.services.project import Project
from qcode.store import schema

TEXT = "The office calls, and calls again \U0001f4de the same afternoon.\n"


def build(path: Path) -> None:
    with Project.create(path, f"Schema {schema.VERSION}", "Ann") as project:
        source = Source("talk", TEXT, fields={"Place": "Y Street"})
        sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
        plan = importing.ImportPlan((importing.Candidate(Path("talk.txt"), source, sha256),), ())
        (document,) = importing.carry_out(project, plan, group="Interviews").document_ids
        top = codes.create(project, CodeDraft("从上而来", CodeKind.MAIN_CATEGORY))
        middle = codes.create(project, CodeDraft("pressure", CodeKind.CATEGORY), top)
        low = codes.create(project, CodeDraft("push", CodeKind.CONCEPT), middle)
        codings.apply(project, document, [Span(11, 16)], [low])
        project.act_as("Ben")
        codings.apply(project, document, [Span(11, 16), Span(28, 35)], [low])
        memos.create(project, MemoKind.CODE, "Why twice?", title="Twice", code_id=low)
        coders.set_status(project, [document], "Ben", WorkStatus.FINISHED)
        documents.edit(project, document, label="T1")
        project.undo()


def main() -> None:
    target = Path(__file__).with_name(f"schema-{schema.VERSION}.qcode")
    if target.exists():
        sys.exit(f"{target.name} is there already and stays as it is.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / target.name
        build(path)
        target.write_bytes(path.read_bytes())


if __name__ == "__main__":
    main()
