"""A record of tagged lines as a document: its abstract is the text, its fields are variables."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

from qcode.formats.labels import short_label, year_of
from qcode.formats.tagged import Dialect, Record, parse, shortened
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.sources import ReadResult, Source

MAX_ABSTRACT_CHARACTERS = 1_000_000
PROGRESS_STEP = 500
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_DOI_ADDRESS = re.compile(r"(?:doi\.org/|\bdoi\s*[:=]?\s*)(10\.\d{4,9}/\S+)", re.IGNORECASE)
_LISTED = re.compile(r"[;；\n]+")
_COMPOSED = ("Authors", "Year", "Date", "Pages", "DOI", "Keywords")
_PLAIN, _CONTESTED = -1, -2
_PLACE = QT_TRANSLATE_NOOP("core", "record {number}")


def read_records(
    text: str,
    dialect: Dialect,
    stem: str,
    progress: Callable[[int, int], None] | None = None,
) -> ReadResult:
    """Return a source for every record of ``text`` that has an abstract.

    ``stem`` names records without a title. ``progress`` is told from time to time how many of how
    many records are done; what it raises ends the work. Records without an abstract, or cut off
    by the end of the file, and lines outside records are named in ``problems``.

    Raises:
        QcodeError: as ``tagged.parse``.
    """
    problems: list[Message] = []
    sources: list[Source] = []
    reader = _RecordReader(dialect, stem)
    # Nearly always exact, and without a pass over the lines.
    total = max(1, text.count(f"\n{dialect.end}{dialect.fast}"))
    for record in parse(text, dialect, problems):
        if progress and record.number % PROGRESS_STEP == 0:
            progress(min(record.number, total), total)
        result = reader.read(record)
        if isinstance(result, Source):
            sources.append(result)
        else:
            problems.append(result)
    if progress:
        progress(total, total)
    return ReadResult(tuple(sources), tuple(problems))


class _RecordReader:
    """Turns records of one file into sources.

    Records of a file have the same few sets of tags, so which tag becomes which variable is
    worked out once for each set.
    """

    def __init__(self, dialect: Dialect, stem: str) -> None:
        self._dialect = dialect
        self._stem = stem
        self._plans: dict[tuple[str, ...], list[tuple[str, str, int]]] = {}

    def read(self, record: Record) -> Source | Message:
        """Return the source of ``record``, or why it cannot be taken."""
        dialect, values = self._dialect, record.values
        title = _title(values, dialect)
        abstract, holder = _abstract(values, dialect)
        if not abstract or not record.ended or len(abstract) > MAX_ABSTRACT_CHARACTERS:
            return _left_out(record, title, abstract)
        authors = _listed(values, dialect.authors)
        year, date = _year_and_date(values, dialect)
        doi = _doi(values, dialect)
        label = short_label(authors[0] if authors else "", year)
        keywords = "; ".join(_listed(values, dialect.keywords))
        own = dialect.dois[0]
        written_doi = doi or (_joined(values[own]) if own in values else "")
        told = ("; ".join(authors), year, date, _pages(values, dialect), written_doi, keywords)
        return Source(
            name=title or label or f"{self._stem} {record.number}",
            text=abstract,
            label=label,
            fields=self._fields(values, told, title, holder),
            is_record=True,
            doi=doi.lower(),
            title=title,
            year=year_of(year),
            place=Message(_PLACE, {"number": record.number}),
        )

    def _fields(
        self, values: dict[str, list[str]], told: tuple[str, ...], title: str, holder: str
    ) -> dict[str, str]:
        """Return the variables of a record, in the dialect's order and then in that of the file.

        ``told`` are the values of ``_COMPOSED``. Where two tags claim one variable, the preferred
        one has it, and the other is kept under its own name unless it says the same. Nothing is
        repeated that is title or text.
        """
        tags = tuple(values)
        plan = self._plans.get(tags)
        if plan is None:
            plan = self._plans[tags] = _plan(tags, self._dialect)
        fields: dict[str, str] = {}
        for tag, name, place in plan:
            if place >= 0:
                value = told[place]
            else:
                said = values[tag]
                value = said[0]
                if len(said) > 1 or "\n" in value:
                    value = _joined(said)
            if not value:
                continue
            if place != _CONTESTED:
                fields[name] = value
            elif tag == holder or (value == title and tag == name):
                continue
            elif fields.setdefault(name, value) != value:
                fields[tag] = value
        return fields


def _plan(tags: tuple[str, ...], dialect: Dialect) -> list[tuple[str, str, int]]:
    """Return the tags that become variables, in order: tag, variable, where its value is.

    That is a place in ``_COMPOSED``; or ``_PLAIN``, what its only tag says; or ``_CONTESTED``,
    where several tags or the title or text may say the same.
    """
    named = [(tag, name) for tag, name in dialect.variables.items() if tag in tags]
    # A variable that is put together from several tags stands where its own tag does, and if that
    # one is absent, under another of them.
    standing = {name for _, name in named}
    for tag, name in dialect.told.items():
        if tag in tags and name not in standing:
            named.append((tag, name))
            standing.add(name)
    # The year's tag may hold a full date.
    if "Date" not in standing:
        named += [(tag, "Date") for tag in dialect.years if tag in tags][:1]
    order = {name: place for place, name in enumerate(dialect.variables.values())}
    named.sort(key=lambda pair: order[pair[1]])
    skipped = {*dialect.variables, *dialect.told, dialect.end}
    named += [(tag, tag) for tag in tags if tag not in skipped]
    names = [name for _, name in named]
    special = {*dialect.titles, *dialect.abstracts}

    def place(tag: str, name: str) -> int:
        if name in _COMPOSED:
            return _COMPOSED.index(name)
        return _PLAIN if names.count(name) == 1 and tag not in special else _CONTESTED

    return [(tag, name, place(tag, name)) for tag, name in named]


def _title(values: dict[str, list[str]], dialect: Dialect) -> str:
    for tag in dialect.titles:
        if tag in values:
            title = " ".join(values[tag][0].split())
            if title:
                return title
    return ""


def _abstract(values: dict[str, list[str]], dialect: Dialect) -> tuple[str, str]:
    """Return the abstract exactly as it is written, and its tag; several follow each other."""
    for tag in dialect.abstracts:
        if tag in values:
            abstract = "\n".join(values[tag]).strip()
            if abstract:
                return abstract, tag
    return "", ""


def _listed(values: dict[str, list[str]], tags: tuple[str, ...]) -> list[str]:
    """Return the names or words under ``tags``, one by one and each once."""
    found: dict[str, None] = {}
    for tag in tags:
        if tag in values:
            for value in values[tag]:
                if ";" not in value and "；" not in value and "\n" not in value:
                    found[value] = None
                    continue
                for part in _LISTED.split(value):
                    found[part.strip()] = None
    found.pop("", None)
    return list(found)


def _year_and_date(values: dict[str, list[str]], dialect: Dialect) -> tuple[str, str]:
    """Return the year of publication, and the fullest date if it says more than that."""
    year = date = ""
    for tag in dialect.years:
        if tag in values:
            written = values[tag][0].strip("/ ")
            year = year or year_of(written)
            if len(written) > len(date) and written != year:
                date = written
    # A year that is none ("in press") is kept as it is written.
    return year or date, date if year else ""


def _doi(values: dict[str, list[str]], dialect: Dialect) -> str:
    """Return the DOI: that of its own tag, else one in an address or behind ``doi:``."""
    pattern = _DOI
    for tag in dialect.dois:
        for value in values.get(tag, ()):
            found = pattern.search(unquote(value)) if "10." in value else None
            if found:
                return found.group(found.lastindex or 0).rstrip(".,;")
        pattern = _DOI_ADDRESS
    return ""


def _pages(values: dict[str, list[str]], dialect: Dialect) -> str:
    first_tag, last_tag = dialect.pages
    first = values[first_tag][0] if first_tag in values else ""
    last = values[last_tag][0] if last_tag in values else ""
    return f"{first}-{last}" if first and last and last != first else first or last


def _joined(values: list[str]) -> str:
    value = values[0]
    if len(values) > 1:
        value = "; ".join(filter(None, values))
    return " ".join(value.split()) if "\n" in value else value


def _left_out(record: Record, title: str, abstract: str) -> Message:
    if not record.ended:
        template = QT_TRANSLATE_NOOP(
            "core",
            "Record {record} (line {line}) has no end; the file may be cut off there. "
            "It was left out: {title}",
        )
    elif abstract:
        template = QT_TRANSLATE_NOOP(
            "core",
            "Record {record} (line {line}) is too long for an abstract and was left out: {title}",
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "core", "Record {record} (line {line}) has no abstract and was left out: {title}"
        )
    return Message(
        template, {"record": record.number, "line": record.line, "title": shortened(title)}
    )
