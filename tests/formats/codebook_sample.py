"""A codebook of 60 codes in several scripts for the tests of its exports; every text is our own."""

from __future__ import annotations

from itertools import count

from qcode.model.colors import PALETTE
from qcode.model.enums import CodeKind
from qcode.model.report import Codebook, CodeEntry, QuotedPassage

QUOTES = (
    "The list goes round by hand, and whoever holds it speaks with the director's voice.",
    "We never post it. Somebody always walks over.",
    "主任在会上点了名，下午名单就送到各科室，谁也不好再推。",
    "First we rang.\nNobody answered.\nThen we went there ourselves.",
    "说实话，没有 leading group 这块牌子，十个部门（含 WeChat 群里的）坐不到一张桌子旁。",
    "قال المدير إن القائمة يجب أن تصل اليوم، ثم أرسل موظفا إلى كل مكتب (3 مكاتب).",
    "He laughed \U0001f602 and said: “fine & done” <as always>.",
    "",
)

_LONG = (
    "Mechanism of the leading group and of the small office that does its daily work in its name "
    "when nobody is watching"
)
_MAINS = (
    ("Pressure from above", "Targets, rankings and visits that make a task everybody's task."),
    ("协同机制", "把分散的部门拉到同一张清单上的做法。"),
    (_LONG, "How an office without power gets things done."),
    ("Results that return", "Gaps found by inspection enter the list again."),
)  # fmt: skip
_CATEGORIES = (
    "Authority lent by the leader", "任务清单", "Duty under pressure", "Going there in person",
    "点名与通报", "Shared list", "Small meetings before the large one", "反馈与返工",
)  # fmt: skip


def passage(number: int, *, code: str = "list carried door to door") -> QuotedPassage:
    """One passage; the text goes round ``QUOTES`` without the empty one."""
    quote = QUOTES[number % (len(QUOTES) - 1)]
    return QuotedPassage(
        label=f"{number % 9 + 1:02d}-{number % 30 + 1:02d}",
        quote=quote,
        document=f"Interview {number % 9 + 1:02d} 街道办",
        start=number * 100,
        end=number * 100 + len(quote),
        code=code,
        coder="Anna" if number % 2 else "李静",
        memo='=HYPERLINK("x")' if number == 1 else "",
        created=f"2026-10-0{number % 9 + 1}T09:30:00Z",
        typical=number == 0,
    )


def codebook(concepts: int = 47, *, numbered: bool = True, quotes: int = 5) -> Codebook:
    """One core category, 4 main and 8 initial categories and ``concepts`` concepts."""
    entries: list[CodeEntry] = []
    running = count(1)
    core = "Borrowed standing"
    _add(entries, core, CodeKind.CORE_CATEGORY, 0, "", "S", "#6f7480", running,
         definition="Offices without power of their own act in the name of one who has it.",
         own=0, passages=312, documents=10)  # fmt: skip
    letters = count(1)
    for main_index, (main, meaning) in enumerate(_MAINS):
        color = PALETTE[main_index]
        main_path = f"{core} > {main}"
        _add(entries, main, CodeKind.MAIN_CATEGORY, 1, core, f"AA{main_index + 1}", color, running,
             definition=meaning, own=0, passages=80 + main_index, documents=9)  # fmt: skip
        for half in range(2):
            index = main_index * 2 + half
            category = _CATEGORIES[index]
            _add(entries, category, CodeKind.CATEGORY, 2, main_path, f"A{index + 1}", color,
                 running, definition="The leader's standing works through somebody who has none.",
                 use_when="An office, a cadre or a paper acts and is obeyed for that reason.\n"
                          "Also when nobody says so, but everybody knows.",
                 not_when="The leader acts in person (A5).", own=3, passages=15, documents=6,
                 quotes=2 if half else 0)  # fmt: skip
            share = concepts // 8 + (1 if index < concepts % 8 else 0)
            for _ in range(share):
                _concept(
                    entries, next(letters), f"{main_path} > {category}", color, running, quotes
                )
    if not numbered:
        entries = [_without_number(entry) for entry in entries]
    return Codebook(
        project="Leading groups of Y Street / Y 街道领导小组",
        date="2026-10-19",
        coders=("Anna Köhler", "李静"),
        documents=10,
        passages=312,
        entries=tuple(entries),
    )


def _concept(
    entries: list[CodeEntry], letter: int, parent: str, color: str, running: count[int], quotes: int
) -> None:
    names = ("list carried door to door", "清单送上门", "ring again in the afternoon", "名字上墙")
    full = letter % 3 == 1
    _add(
        entries, f"{names[letter % 4]} {letter}", CodeKind.CONCEPT, 3, parent, f"a{letter}", color,
        running,
        definition="The office takes the task to each bureau itself instead of sending a paper."
        if letter % 5 else "",
        use_when="Somebody goes or calls in person on behalf of the group." if full else "",
        not_when="A written notice only (a29)." if full else "",
        typical="“Nobody sends paper here. We go.” (03-12)" if full else "",
        boundary="By courier, and a call an hour later. (02-05)" if full else "",
        own=7 if letter != 5 else 0, passages=7 if letter != 5 else 0, documents=4,
        quotes=0 if letter in {5, 9} else min(quotes, letter % 6 + 1),
    )  # fmt: skip


def _add(
    entries: list[CodeEntry], name: str, kind: CodeKind, depth: int, parent: str, number: str,
    color: str, running: count[int], *, definition: str = "", use_when: str = "",
    not_when: str = "", typical: str = "", boundary: str = "", own: int = 0, passages: int = 0,
    documents: int = 0, quotes: int = 0,
) -> None:  # fmt: skip
    place = next(running)
    entries.append(
        CodeEntry(
            guid=f"00000000-0000-4000-8000-{place:012d}",
            name=name,
            path=f"{parent} > {name}" if parent else name,
            number=number,
            kind=kind,
            depth=depth,
            parent=parent,
            color=color,
            definition=definition,
            use_when=use_when,
            not_when=not_when,
            typical=typical,
            boundary=boundary,
            own_passages=own,
            passages=passages,
            documents=documents,
            quoted=tuple(passage(place + shift, code=name) for shift in range(quotes)),
        )
    )


def _without_number(entry: CodeEntry) -> CodeEntry:
    from dataclasses import replace

    return replace(entry, number="")
