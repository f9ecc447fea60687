"""Files of tagged lines: one reader for a family of bibliographic formats.

A record is a run of lines, each a tag and a value; a line without a tag goes on with the value
before it. What differs from format to format is data (``Dialect``); RIS is one of them
(``dialects.py``). The reader is tolerant of spacing, letter case and forgotten ends, because
programs disagree on all three, and says by line what it could not place.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message

MAX_RECORDS = 1_000_000
MAX_RECORD_LINES = 20_000
_HEAD_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class Dialect:
    """What a format of tagged lines looks like and which of its tags mean what.

    ``fast`` is the usual separator directly behind a tag of ``tag_width`` characters.
    ``tolerant`` matches tags with other spacing or letter case (groups ``tag`` and ``value``);
    only tags among ``known`` are believed there, for it may be a line of prose. ``start`` and
    ``end`` are tags; the end tag has no value. ``ignored`` matches lines outside records that
    programs add (numbers, the name of the database).

    The rest names the tags of a role, the preferred first: ``authors`` and ``keywords`` are lists
    (also within one value, parted by ``;``), ``dois`` may hold a DOI among other things, and
    ``pages`` are the first and the last. ``told`` are further tags that go into a variable put
    together from several.
    ``variables`` gives tags their readable names, in the order in which variables are shown; a
    tag not in it is kept under its own name.
    """

    name: str
    suffixes: tuple[str, ...]
    tag_width: int
    fast: str
    tolerant: re.Pattern[str]
    known: frozenset[str]
    start: str
    end: str
    ignored: re.Pattern[str]
    titles: tuple[str, ...]
    authors: tuple[str, ...]
    years: tuple[str, ...]
    abstracts: tuple[str, ...]
    keywords: tuple[str, ...]
    dois: tuple[str, ...]
    pages: tuple[str, str]
    told: Mapping[str, str]
    variables: Mapping[str, str]


@dataclass(slots=True)
class Record:
    """One record: its number from 1, the line of its first tag, the values of each tag in order.

    A value that runs over several lines keeps its newlines. ``ended`` tells whether the end tag,
    or another record, followed.
    """

    number: int
    line: int
    values: dict[str, list[str]]
    ended: bool


def looks_like(text: str, dialect: Dialect) -> bool:
    """Whether ``text`` begins with a record: start tag first, and another tag on the next line."""
    lines = [line for line in text[:_HEAD_CHARACTERS].split("\n") if line.strip()]
    while lines and dialect.ignored.match(lines[0]):
        del lines[0]
    tags = [_tolerant(line, dialect, any_case=True)[0] for line in lines[:2]]
    return bool(tags) and tags[0] == dialect.start and bool(tags[-1])


def parse(text: str, dialect: Dialect, problems: list[Message]) -> Iterator[Record]:
    """Yield the records of ``text``, which has LF newlines.

    A record ends at its end tag or where the next one starts. Tags outside a record open one. In
    a file of several records that knows no end tag at all, the last one counts as ended too.
    A sentence for each line that belongs to no record is added to ``problems``.

    Raises:
        QcodeError: a record that never ends (``MAX_RECORD_LINES``), named by its first line; too
            many records.
    """
    width, fast, stop = dialect.tag_width, dialect.fast, dialect.tag_width + len(dialect.fast)
    known, start, end = dialect.known, dialect.start, dialect.end
    any_case = _writes_tags_in_any_case(text, dialect)
    tags: dict[str, list[str]] = {}
    values: list[str] = []
    more: list[str] = []
    count, first, limit, ends = 0, 0, sys.maxsize, False
    number = 0
    # This loop sees every line of what may be a hundred thousand: it is written to be fast. Inside
    # a record ``tags`` is never empty.
    for number, line in enumerate(text.split("\n"), 1):
        tag = line[:width]
        if line[width:stop] == fast and (tag in known or (tag.isalnum() and tag.isupper())):
            value = line[stop:].strip()
        elif not line or line.isspace():
            if tags:
                more.append("")
            continue
        else:
            tag, value = _tolerant(line, dialect, any_case)
            if not tag:
                if tags:
                    more.append(value)
                elif not dialect.ignored.match(line):
                    problems.append(_belongs_nowhere(number, line))
                continue
        if more:
            values[-1] = "\n".join([values[-1], *more]).rstrip()
            more = []
        if tag != start and tag != end and tags:
            if tag in tags:
                values = tags[tag]
                values.append(value)
            else:
                tags[tag] = values = [value]
            continue
        if number > limit:
            raise _never_ends(count, first)
        if tags:
            yield Record(count, first, tags, ended=True)
        if tag == end:
            tags, limit, ends = {}, sys.maxsize, True
            continue
        count, first, limit = count + 1, number, number + MAX_RECORD_LINES
        if count > MAX_RECORDS:
            raise _too_many(number)
        tags = {tag: (values := [value])}
    if tags:
        if number > limit:
            raise _never_ends(count, first)
        if more:
            values[-1] = "\n".join([values[-1], *more]).rstrip()
        yield Record(count, first, tags, ended=count > 1 and not ends)


def _tolerant(line: str, dialect: Dialect, any_case: bool) -> tuple[str, str]:
    """Return tag and value of an unusually written line, or no tag and the line."""
    found = dialect.tolerant.match(line)
    if found:
        tag, value = found["tag"].upper(), found["value"].strip()
        believed = tag in dialect.known and (any_case or tag == found["tag"])
        # "ER - positive" and the like are prose: the end has no value.
        if believed and not (tag == dialect.end and value):
            return tag, value
    return "", line.strip()


def _writes_tags_in_any_case(text: str, dialect: Dialect) -> bool:
    for line in text[:_HEAD_CHARACTERS].split("\n"):
        found = dialect.tolerant.match(line)
        if found and found["tag"].upper() == dialect.start:
            return found["tag"] != dialect.start
    return False


def _belongs_nowhere(line: int, content: str) -> Message:
    return Message(
        QT_TRANSLATE_NOOP("core", "Line {line} belongs to no record and was left out: {content}"),
        {"line": line, "content": shortened(content.strip())},
    )


def _never_ends(record: int, line: int) -> QcodeError:
    return QcodeError(
        QT_TRANSLATE_NOOP(
            "core",
            "Record {record}, which begins on line {line}, does not end within {limit} lines.",
        ),
        record=record,
        line=line,
        limit=MAX_RECORD_LINES,
    )


def _too_many(line: int) -> QcodeError:
    return QcodeError(
        QT_TRANSLATE_NOOP("core", "It has more than {limit} records (line {line}). Split it."),
        limit=MAX_RECORDS,
        line=line,
    )


def shortened(text: str, characters: int = 80) -> str:
    """Return ``text`` cut to at most ``characters`` code points, with … where it was cut."""
    return text if len(text) <= characters else f"{text[: characters - 1]}…"
