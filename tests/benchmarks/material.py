"""Material for the benchmarks, made from a few words of our own and a fixed seed."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

from qcode.model.enums import CodeKind
from qcode.model.messages import Message
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import codes, codings, importing
from qcode.services.project import Project

WORDS = [
    *("office", "list", "bureau", "afternoon", "leading", "group", "duty", "safety", "inspection"),
    *("street", "joint", "meeting", "task", "街道", "安全", "生产", "检查", "清单", "会议", "责任"),
]


def large_project(path: Path, documents: int = 1000, per_document: int = 100) -> None:
    """Make a project of ``documents`` texts and ``documents * per_document`` codings."""
    rnd = random.Random(4)
    with Project.create(path, "Large", "Ann") as project:
        candidates = []
        for number in range(documents):
            text = " ".join(rnd.choices(WORDS, k=700))
            source = Source(f"Document {number}", text)
            sha256 = hashlib.sha256(text.encode()).hexdigest()
            candidates.append(importing.Candidate(Path("made.txt"), source, sha256))
        plan = importing.ImportPlan(tuple(candidates), ())
        report = importing.carry_out(project, plan, group="Made")
        concepts: list[int] = []
        with project.change(Message("codes")) as writer:
            core = codes.insert(writer, CodeDraft("Core", CodeKind.CORE_CATEGORY), None)
            for main in range(5):
                draft = CodeDraft(f"Main {main}", CodeKind.MAIN_CATEGORY)
                main_id = codes.insert(writer, draft, core)
                for category in range(8):
                    draft = CodeDraft(f"Category {main}.{category}", CodeKind.CATEGORY)
                    category_id = codes.insert(writer, draft, main_id)
                    for concept in range(5):
                        draft = CodeDraft(f"Concept {main}.{category}.{concept}", CodeKind.CONCEPT)
                        concepts.append(codes.insert(writer, draft, category_id))
        with project.change(Message("codings")) as writer:
            coder_id = writer.coder_id()
            coming = []
            for document_id in report.document_ids:
                for _ in range(per_document):
                    start = rnd.randrange(2000)
                    span = Span(start, start + rnd.randrange(5, 80))
                    coming.append(
                        codings.NewCoding(document_id, span, rnd.choice(concepts), coder_id)
                    )
            codings.add_many(writer, coming)


def ris_file(path: Path, records: int = 10_000) -> None:
    """Write a RIS file of records with an abstract and eleven fields each."""
    rnd = random.Random(5)
    parts = []
    for number in range(records):
        title = " ".join(rnd.choices(WORDS[:12], k=8))
        parts.append(
            f"TY  - JOUR\nAU  - Author{number % 700}, A.\nAU  - Writer{number % 300}, B.\n"
            f"TI  - {title} {number}\nPY  - {1990 + number % 35}\nJO  - Journal {number % 40}\n"
            f"VL  - {number % 50}\nIS  - {number % 12}\nSP  - {number}\nEP  - {number + 9}\n"
            f"DO  - 10.1000/made.{number}\nKW  - leading group\nKW  - safety\nLA  - en\n"
            f"AB  - {' '.join(rnd.choices(WORDS, k=150))}\nER  - \n\n"
        )
    path.write_text("".join(parts), encoding="utf-8")
