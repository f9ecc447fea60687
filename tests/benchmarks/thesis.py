"""The project of a long thesis: what the benchmarks of coding all day work on.

100,000 codings of 2,000 codes. One document has 1,000,000 characters in paragraphs and 10,000
codings, another 1,000,000 Chinese characters in a single paragraph and as many; the others are
short. Two codes have 5,000 passages each, all of them in the short documents.
"""

from __future__ import annotations

import atexit
import hashlib
import random
import shutil
import tempfile
from functools import cache
from pathlib import Path

from qcode.model.enums import CodeKind
from qcode.model.messages import Message
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import codes, codings, importing
from qcode.services.project import Project
from qcode.store.writer import Writer

CHARACTERS = 1_000_000
LONG, PARAGRAPH, FIRST_SHORT = 1, 2, 3  # ids of the documents
SHORT = 800
CODINGS_LONG = 10_000
CODINGS_SHORT = 100
CODES = 2_000
HEAVY = 5_000  # passages of each of the two heavy codes
HEAVY_NAMES = ("Heavy one", "Heavy two")

_ENGLISH = """office list bureau afternoon leading group duty safety inspection street joint meeting
    task calls again before noon nobody wants to be the last name on it"""
_CHINESE = "街道 安全 生产 检查 清单 会议 责任 下午 电话"
_WORDS = (*_ENGLISH.split(), *_CHINESE.split())
_CLAUSES = (
    "主任在会上点了名",
    "下午名单就送到各科室",
    "谁也不好再推",
    "检查组当天到了街道",
    "大家先把表填好",
    "电话打了两遍",
    "责任写在第一页",
    "晚上又开了一次会",
    "没有人愿意排在最后",
    "清单一早就贴在门上",
)


def long_text(rnd: random.Random) -> str:
    """1,000,000 characters, English and Chinese mixed, in paragraphs of some 500."""
    paragraphs, size = [], 0
    while size < CHARACTERS:
        sentences = (
            " ".join(rnd.choices(_WORDS, k=rnd.randrange(6, 22))).capitalize() + "."
            for _ in range(rnd.randrange(3, 9))
        )
        paragraphs.append(" ".join(sentences))
        size += len(paragraphs[-1]) + 1
    return "\n".join(paragraphs)[:CHARACTERS]


def chinese_paragraph(rnd: random.Random) -> str:
    """1,000,000 Chinese characters without a single line break."""
    sentences, size = [], 0
    while size < CHARACTERS:
        sentences.append("，".join(rnd.choices(_CLAUSES, k=rnd.randrange(2, 6))) + "。")
        size += len(sentences[-1])
    return "".join(sentences)[:CHARACTERS]


@cache
def project_file() -> Path:
    """Make the project once for this run of the benchmarks, and take it away at the end."""
    folder = Path(tempfile.mkdtemp(prefix="qcode-thesis-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "thesis.qcode"
    _make(path)
    return path


def _make(path: Path) -> None:
    rnd = random.Random(6)
    with Project.create(path, "Thesis", "Ann") as project:
        texts = [("Long", long_text(rnd)), ("Paragraph", chinese_paragraph(rnd))]
        texts += [(f"Short {n}", " ".join(rnd.choices(_WORDS, k=500))) for n in range(SHORT)]
        documents = _bring(project, texts)
        with project.change(Message("codes")) as writer:
            heavy = [
                codes.insert(writer, CodeDraft(name, CodeKind.CONCEPT), None)
                for name in HEAVY_NAMES
            ]
            light = _codes(writer)
        with project.change(Message("codings")) as writer:
            coder = writer.coder_id()
            coming = [
                codings.NewCoding(document, _span(rnd, CHARACTERS), rnd.choice(light), coder)
                for document in documents[:2]
                for _ in range(CODINGS_LONG)
            ]
            places = [document for document in documents[2:] for _ in range(CODINGS_SHORT)]
            rnd.shuffle(places)
            for number, document in enumerate(places):
                code = heavy[number // HEAVY] if number < 2 * HEAVY else rnd.choice(light)
                coming.append(codings.NewCoding(document, _span(rnd, 2_000), code, coder))
            codings.add_many(writer, coming)


def _bring(project: Project, texts: list[tuple[str, str]]) -> tuple[int, ...]:
    candidates = tuple(
        importing.Candidate(
            Path("made.txt"), Source(name, text), hashlib.sha256(text.encode()).hexdigest()
        )
        for name, text in texts
    )
    return importing.carry_out(project, importing.ImportPlan(candidates, ())).document_ids


def _codes(writer: Writer) -> list[int]:
    made: list[int] = []
    core = codes.insert(writer, CodeDraft("Core", CodeKind.CORE_CATEGORY), None)
    for main in range(8):
        main_id = codes.insert(writer, CodeDraft(f"Main {main}", CodeKind.MAIN_CATEGORY), core)
        for category in range(12):
            draft = CodeDraft(f"Category {main}.{category}", CodeKind.CATEGORY)
            category_id = codes.insert(writer, draft, main_id)
            for concept in range(19):
                name = f"{_CLAUSES[concept % 10]} {main}.{category}.{concept}"
                if concept % 2:
                    name = f"{_WORDS[concept].capitalize()} {main}.{category}.{concept}"
                made.append(codes.insert(writer, CodeDraft(name, CodeKind.CONCEPT), category_id))
    while len(made) < CODES - 107:  # the core, 8 main and 96 other categories, two heavy concepts
        draft = CodeDraft(f"Loose {len(made)}", CodeKind.CONCEPT)
        made.append(codes.insert(writer, draft, None))
    return made


def _span(rnd: random.Random, characters: int) -> Span:
    start = rnd.randrange(characters - 200)
    return Span(start, start + rnd.randrange(10, 160))
