"""What differs between two versions of the codebook, in Word: one table for each kind."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import BinaryIO

from qcode.formats.codebook_words import DOT
from qcode.formats.docx_frame import WordFile
from qcode.formats.docx_lists import ListColumn, Lists
from qcode.formats.docx_writing import facts_table, text
from qcode.formats.headings import Headings, load
from qcode.model.enums import KIND_ORDER, CodeKind
from qcode.model.report import PageSetup
from qcode.model.versions import (
    Comparison,
    Difference,
    DifferenceKind,
    Version,
)

_Cell = Callable[[Difference], str]
_FIELDS = ("definition", "use_when", "not_when", "typical", "boundary")


def write(
    found: Comparison,
    target: str | os.PathLike[str] | BinaryIO,
    *,
    project: str,
    date: str,
    setup: PageSetup | None = None,
) -> None:
    """Write a comparison as a Word file; ``date`` is the ISO 8601 day of the newer state.

    Raises ``QcodeError`` naming the file when it cannot be written; an older one is then kept.
    """
    setup = setup or PageSetup()
    words = load(setup.headings, setup.terms)
    said = words.versions
    coders = [one.coder for one in (found.older, found.newer) if one]
    file = WordFile(
        title=f"{said['title']}{DOT}{project}",
        author=words.join(dict.fromkeys(coders)),
        date=date,
        setup=setup,
        header=(project, said["title"]),
        footer=words.page_of,
    )
    older = found.older.name if found.older else said["beginning"]
    newer = found.newer.name if found.newer else said["now"]
    file.add(text("Subtitle", said["title"]))
    file.add(text("Title", said["from_to"].format(older=older, newer=newer)))
    file.add(facts_table(_facts(found, project, date, words), file.text_width))
    _Tables(found, file, words).add()
    file.write(target)


def _facts(found: Comparison, project: str, date: str, words: Headings) -> list[tuple[str, str]]:
    said = words.versions
    lines = [(words.project, project)]
    for label, version, other in (
        (said["older"], found.older, said["beginning"]),
        (said["newer"], found.newer, said["now_on"].format(now=said["now"], day=words.day(date))),
    ):
        told = _head(version, words) if version else other
        lines.append((label, f"{told}\n{version.note}" if version and version.note else told))
    changes = words.differences(found.count())
    lines.append((said["changes"], changes or said["no_changes"]))
    return lines


def _head(version: Version, words: Headings) -> str:
    return words.versions["head"].format(
        name=version.name, day=words.day(version.created), coder=version.coder
    )


class _Tables:
    """The tables of one comparison."""

    def __init__(self, found: Comparison, file: WordFile, words: Headings) -> None:
        self._found = found
        self._file = file
        self._words = words
        self._said = words.versions
        self._lists = Lists(file, words)

    def add(self) -> None:
        """Add those that have anything to tell, the sizes first."""
        said = self._said
        self._sizes()
        code = ListColumn(said["code"], 3)
        kind, reason = ListColumn(self._words.kind), ListColumn(said["reason"], 3)
        count = ListColumn(said["passages"], number=True)
        both = ListColumn(said["passages_both"], number=True)
        name: _Cell = lambda one: one.name  # noqa: E731  # a column a line
        kind_of: _Cell = lambda one: self._words.kind_name(one.code_kind)  # noqa: E731
        why: _Cell = lambda one: one.reason or said["nothing"]  # noqa: E731
        parent_before: _Cell = lambda one: one.before or said["top"]  # noqa: E731
        parent_after: _Cell = lambda one: one.after or said["top"]  # noqa: E731
        then: _Cell = lambda one: self._count(one.then)  # noqa: E731
        now: _Cell = lambda one: self._count(one.now)  # noqa: E731
        self._table(
            "added", (DifferenceKind.ADDED,),
            (code, name), (kind, kind_of), (ListColumn(said["belongs_to"], 3), parent_after),
            (count, now),
        )  # fmt: skip
        self._table(
            "split", (DifferenceKind.SPLIT,),
            (code, name), (kind, kind_of), (ListColumn(said["split_from"], 3), lambda o: o.before),
            (count, now), (reason, why),
        )  # fmt: skip
        self._table(
            "merged", (DifferenceKind.MERGED,),
            (code, name), (kind, kind_of), (ListColumn(said["merged_into"], 3), lambda o: o.after),
            (count, then), (reason, why),
        )  # fmt: skip
        self._table(
            "removed", (DifferenceKind.REMOVED,),
            (code, name), (kind, kind_of), (ListColumn(said["belonged_to"], 3), parent_before),
            (count, then), (reason, why),
        )  # fmt: skip
        self._table(
            "renamed", (DifferenceKind.RENAMED,),
            (ListColumn(said["before"], 3), lambda o: o.before),
            (ListColumn(said["after"], 3), name), (kind, kind_of), (both, self._both),
        )  # fmt: skip
        self._table(
            "raised", (DifferenceKind.RAISED, DifferenceKind.LOWERED),
            (code, name), (ListColumn(said["before"], 2), lambda o: self._kind(o.before)),
            (ListColumn(said["after"], 2), lambda o: self._kind(o.after)), (both, self._both),
        )  # fmt: skip
        self._table(
            "moved", (DifferenceKind.MOVED,),
            (code, name), (ListColumn(said["before"], 3), parent_before),
            (ListColumn(said["after"], 3), parent_after), (both, self._both),
        )  # fmt: skip
        self._table(
            "redefined", (DifferenceKind.REDEFINED,),
            (ListColumn(said["code"], 2), name), (ListColumn(said["field"]), self._field),
            (ListColumn(said["before"], 3), lambda o: o.before or said["nothing"]),
            (ListColumn(said["after"], 3), lambda o: o.after or said["nothing"]),
        )  # fmt: skip
        self._file.add(text("Note", said["note"]))

    def _table(
        self, key: str, kinds: Sequence[DifferenceKind], *columns: tuple[ListColumn, _Cell]
    ) -> None:
        found = self._found.of(*kinds)
        reason = self._said["reason"]
        if not any(one.reason for one in found):
            columns = tuple(pair for pair in columns if pair[0].head != reason)
        if found:
            self._lists.add(
                self._said[f"{key}_caption"],
                [column for column, _ in columns],
                [[cell(one) for _, cell in columns] for one in found],
            )

    def _sizes(self) -> None:
        said, words = self._said, self._words
        older, newer = self._found.older_counts, self._found.newer_counts
        rows: list[tuple[str, int | None, int | None]] = [
            (words.kind_name(kind), older.kinds.get(kind, 0), newer.kinds.get(kind, 0))
            for kind in reversed(KIND_ORDER)
            if older.kinds.get(kind) or newer.kinds.get(kind)
        ]
        rows += [
            (said["all_codes"], older.codes, newer.codes),
            (words.documents, older.documents, newer.documents),
            (words.passages, older.passages, newer.passages),
            (said["codings"], older.codings, newer.codings),
        ]
        columns = [
            ListColumn(said["what"], 3),
            ListColumn(said["older"], 1, number=True),
            ListColumn(said["newer"], 1, number=True),
        ]
        self._lists.add(
            said["sizes_caption"],
            columns,
            [(what, self._count(one), self._count(two)) for what, one, two in rows],
        )

    def _count(self, count: int | None) -> str:
        return self._said["nothing"] if count is None else str(count)

    def _both(self, one: Difference) -> str:
        if one.then is None or one.now is None:
            return self._said["nothing"]
        return self._said["then_now"].format(then=one.then, now=one.now)

    def _kind(self, value: str) -> str:
        return self._words.kind_name(CodeKind(value))

    def _field(self, one: Difference) -> str:
        assert one.field in _FIELDS
        label: str = getattr(self._words, one.field)
        return label


def counted_kinds(kinds: Mapping[CodeKind, int], words: Headings) -> list[str]:
    """Say of each kind that occurs how many codes of it there are, the highest first."""
    return [words.count(kinds[kind], kind) for kind in reversed(KIND_ORDER) if kinds.get(kind)]
