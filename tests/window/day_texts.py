"""The projects of the long walk: a generated Chinese text with a few codes, and the sample."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.services import codes, importing
from qcode.services.project import Project

CHARACTERS = 1_000_000
_PHRASES = (
    "街道办公室下午又给每个部门打了一遍电话",
    "清单上谁的名字还是红的大家都看得见",
    "检查组走了以后隐患又回到原来的位置",
    "会上没有人说话散会以后才说真话",
    "主任一来各个站所当天就到齐了",
    "这件事谁都管谁也都不用负责",
    "我们没有执法权只能先劝再报",
    "整改通知书送到老板手里他就收进抽屉",
)
_MARKS = "，，，。。！？；"
_NAMES = ("night calls", "red line", "drawer", "nobody speaks", "lent authority", "借来的名义")


def chinese_text(characters: int = CHARACTERS) -> str:
    """Generate paragraphs of Chinese sentences, some of them very long, some with other scripts."""
    rnd = random.Random(6)
    parts: list[str] = []
    size = 0
    while size < characters:
        piece = rnd.choice(_PHRASES) + rnd.choice(_MARKS)
        if rnd.random() < 0.02:
            piece += rnd.choice(("👩‍👩‍👧 ", "𠮷田", "Wang 2024 ", "é́ ", "שלום "))
        if rnd.random() < 0.03:
            piece += "\n"
        parts.append(piece)
        size += len(piece)
    return "".join(parts)[:characters]


def build(path: Path) -> None:
    """Make a project of the long text and a few codes, some in Chinese."""
    with Project.create(path, "A long talk", "Ann") as project:
        text = chinese_text()
        found = importing.Candidate(
            Path("talk.txt"), Source("A long talk", text), hashlib.sha256(text.encode()).hexdigest()
        )
        importing.carry_out(project, importing.ImportPlan((found,), ()))
        for name in _NAMES:
            codes.create(project, CodeDraft(name, CodeKind.CONCEPT))
