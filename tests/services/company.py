"""A study in which three people have left traces everywhere, for tests of what is handed out."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from qcode.model.enums import CodeKind, MemoKind, ParadigmRole, WorkStatus
from qcode.model.messages import Message
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.model.tables import JOURNALED, table_of
from qcode.model.theory_records import Target, TargetKind
from qcode.services import (
    coders,
    codes,
    codings,
    diagram,
    memos,
    paradigms,
    properties,
    relations,
    saturation,
    stages,
    storyline,
    versions,
)
from qcode.services.project import Project
from qcode.store.connection import connect

from tests.services.bringing import bring_in
from tests.services.modelled import passage

TEXT = "The lamp is lit before the ferry leaves; nobody asks the harbour master why. 灯先亮。"
LEADER, OTHER, MINE = "Ann Leading", "Bohumil Secret", "Cy Mine"
PIER, QUAY, MOLE = 1, 2, 3


def build(project: Project) -> None:
    """Three documents, five codes; Ann and Bohumil have worked everywhere, Cy in the first two."""
    bring_in(project, Source("Pier", f"Pier. {TEXT}", "P1", {"Year": "2020"}), group="Harbours")
    bring_in(project, Source("Quay", f"Quay. {TEXT}", "", {"Year": "2021"}))
    bring_in(project, Source("Mole", f"Mole, unseen. {TEXT}", "", {"Place": "Only here"}))
    concept = codes.create(project, CodeDraft("lamp decides", CodeKind.CONCEPT))
    above = codes.create(project, CodeDraft("signs", CodeKind.CATEGORY))
    codes.move(project, [concept], above)  # its parent is younger
    ferries = codes.create(project, CodeDraft("ferries", CodeKind.CATEGORY))
    gone = codes.create(project, CodeDraft("merged away", CodeKind.CONCEPT))
    codings.apply(project, PIER, [Span(0, 4)], [gone])
    codes.merge(project, [gone], concept, reason="Bohumil Secret said so")
    project.act_as(OTHER)
    _work(project, "theirs", [PIER, QUAY, MOLE], concept, above, 6)
    light = properties.create(project, above, "light", "dim", "bright")
    properties.place(project, light, passage(project, PIER, 6, 14), 77)
    memos.create(project, MemoKind.PROJECT, "theirs: all in all")
    memos.create(project, MemoKind.CODE, "theirs: what a sign is", code_id=above)
    project.act_as(MINE)
    _work(project, "mine", [PIER, QUAY], concept, above, 6)
    codings.apply(project, PIER, [Span(30, 40)], [ferries])
    properties.place(project, light, passage(project, PIER, 6, 14), 12)
    memos.create(project, MemoKind.PROJECT, "mine: all in all")
    memos.create(project, MemoKind.CODE, "mine: what a sign is", code_id=above)
    project.act_as(LEADER)
    _model(project, above, ferries)
    coders.set_status(project, [PIER], MINE, WorkStatus.FINISHED)
    coders.set_status(project, [QUAY], MINE, WorkStatus.UNASSIGNED)
    coders.set_status(project, [PIER, QUAY, MOLE], OTHER, WorkStatus.FINISHED)
    saturation.set_held_out(project, [MOLE], True)
    versions.name_version(project, "as it was", "theirs: a note on the version")
    _decided(project)


def _work(
    project: Project, whose: str, texts: list[int], concept: int, above: int, start: int
) -> None:
    for document in texts:
        (made,) = codings.apply(project, document, [Span(start, start + 8)], [concept])
        codings.set_memo(project, made, f"{whose}: on the coding in {document}")
        codings.apply(project, document, [Span(start, start + 8)], [above])
        memos.create(
            project,
            MemoKind.PASSAGE,
            f"{whose}: on the passage in {document}",
            passage=(document, Span(start + 2, start + 5)),
        )
        memos.create(
            project, MemoKind.DOCUMENT, f"{whose}: on document {document}", document_id=document
        )
    codings.apply(project, texts[0], [Span(20, 28 if whose == "mine" else 27)], [concept])


def _model(project: Project, above: int, ferries: int) -> None:
    tie = relations.create(project, above, ferries, "causes", "theirs: light brings them in")
    relations.add_passages(project, tie, [(PIER, Span(6, 14)), (MOLE, Span(20, 27))])
    paradigm = paradigms.create(project, "theirs: a paradigm")
    paradigms.put(project, paradigm, ParadigmRole.CONTEXT, [above])
    memos.create(
        project,
        MemoKind.THEORETICAL,
        "theirs: on the model",
        targets=[Target(TargetKind.PARADIGM, paradigm)],
    )
    stage = stages.create(project, "theirs: a stage")
    stages.put(project, stage, [above])
    diagram.set_places(project, {above: (10, 20)})
    storyline.write(project, "theirs: it all began with a lamp")


def _decided(project: Project) -> None:
    """Two coders were compared, and it was decided who was right."""
    with project.change(Message("Decide")) as writer:
        (first, second) = (writer.coder_id(OTHER), writer.coder_id(MINE))
        decision = writer.insert(
            "decision",
            document_id=PIER,
            kind="boundary",
            first_id=first,
            second_id=second,
            first_code_id=1,
            second_code_id=1,
            first_spans="[[20, 27]]",
            second_spans="[[20, 28]]",
            verdict="first",
            reason="theirs: the decision",
            coder_id=writer.coder_id(),
        )
        code = writer.connection.run("SELECT guid FROM code WHERE id = 1").text() or ""
        writer.insert(
            "amendment",
            decision_id=decision,
            code_guid=code,
            code_name="lamp decides",
            field="definition",
            after="theirs: amended",
            coder_id=writer.coder_id(),
        )


def guids(project: Project, table: str, where: str = "1") -> set[str]:
    """GUIDs of rows of a table, whoever may see them."""
    with project.read_all() as connection:
        return set(connection.run(f'SELECT guid FROM "{table}" WHERE {where}').column())


def by_meaning(path: Path) -> dict[str, set[tuple[object, ...]]]:
    """Every journaled row with what it points to by GUID or other words: free of numbers."""
    with closing(connect(path, "ro")) as connection:
        named: dict[str, dict[int, object]] = {
            table: dict(connection.execute(f"SELECT id, sha256 FROM {table}").fetchall())
            for table in ("document_text", "codebook_snapshot")
        }
        found: dict[str, set[tuple[object, ...]]] = {}
        for table in (table_of(model) for model in JOURNALED):
            columns = [column for column in table.columns if column.name != "id"]
            wanted = ", ".join(f'"{column.name}"' for column in columns)
            rows = connection.execute(f'SELECT id, {wanted} FROM "{table.name}"').fetchall()
            names = [column.name for column in columns]
            guid = names.index("guid") + 1 if "guid" in names else 0
            named[table.name] = {row[0]: row[guid] for row in rows}
            targets = [
                next((key.column.table.name for key in column.foreign_keys), None)
                for column in columns
            ]
            found[table.name] = {
                tuple(
                    value if to is None or value is None else named[to][value]
                    for value, to in zip(row[1:], targets, strict=True)
                )
                for row in rows
            }
    return found
