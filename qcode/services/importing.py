"""Getting texts in: read files, find duplicates, then write everything as one step.

``plan`` reads and compares without writing and may run in a worker; what it found is shown to the
user; ``carry_out`` writes what they chose, in slices that keep a window alive.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qcode.formats.reading import AsKind, read_file
from qcode.model.errors import Cancelled, QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import file_name, tidy
from qcode.model.sources import Source
from qcode.model.stamps import new_guid
from qcode.services import documents
from qcode.services.project import Project
from qcode.store import queries, storing
from qcode.store.writer import Writer

Progress = Callable[[int, int], None]
_Read = tuple[Path, Source, str]  # a document as read: its file, what it says, the codec
SLICE = 500  # documents written between two calls of ``progress``


@dataclass(frozen=True, slots=True)
class Candidate:
    """One document that could come in. ``duplicate_of`` says what it repeats, if anything.

    ``encoding`` is the codec by which its file was read, empty where the format fixes it.
    """

    path: Path
    source: Source
    sha256: str
    duplicate_of: Message | None = None
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, or a part of one, that could not be read, with the sentence that says why."""

    path: Path
    reason: Message


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What was read, before anything is written."""

    candidates: tuple[Candidate, ...]
    failures: tuple[Failure, ...]

    @property
    def duplicates(self) -> list[int]:
        """Indexes of the candidates that repeat something."""
        return [i for i, found in enumerate(self.candidates) if found.duplicate_of is not None]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came in. ``document_ids`` and ``names`` go together."""

    document_ids: tuple[int, ...]
    names: tuple[str, ...]
    skipped: tuple[Candidate, ...]
    failures: tuple[Failure, ...]


def nothing(done: int, total: int) -> None:
    """Stand in where nobody watches."""
    del done, total


# ---------------------------------------------------------------------- reading


def plan(
    project: Project,
    paths: Sequence[Path],
    *,
    as_kind: AsKind = "auto",
    encoding: str = "auto",
    encodings: Mapping[Path, str] | None = None,
    progress: Progress = nothing,
) -> ImportPlan:
    """Read files and folders and find duplicates; writes nothing.

    A folder stands for the files in it, in the order of their names. ``encodings`` names files
    that are read by another encoding than ``encoding``. ``progress`` hears how many files are
    read (of a single file also how many records) and may raise ``Cancelled``. A file that cannot
    be read is a failure of the plan, not an error.
    """
    read: list[_Read] = []
    failures: list[Failure] = []
    files = list(_files(paths, failures))
    for place, path in enumerate(files):
        progress(place, len(files))
        codec = (encodings or {}).get(path, encoding)
        found, problems = _read(path, as_kind, codec, _inside(progress, place, len(files)))
        read += found
        failures += problems
    progress(len(files), len(files))
    return ImportPlan(_compared(project, read), tuple(failures))


def reread(
    project: Project,
    planned: ImportPlan,
    path: Path,
    *,
    as_kind: AsKind = "auto",
    encoding: str = "auto",
    progress: Progress = nothing,
) -> ImportPlan:
    """Return the plan with one of its files read anew, in another encoding for one.

    The other files keep the sources they gave; duplicates are found again among all.
    """
    found, problems = _read(path, as_kind, encoding, progress)
    read: dict[Path, list[_Read]] = {}
    failures: dict[Path, list[Failure]] = {}
    for one in planned.candidates:
        read.setdefault(one.path, []).append((one.path, one.source, one.encoding))
    for failure in planned.failures:
        failures.setdefault(failure.path, []).append(failure)
    read[path], failures[path] = found, problems
    return ImportPlan(
        _compared(project, [one for listed in read.values() for one in listed]),
        tuple(failure for listed in failures.values() for failure in listed),
    )


def _inside(progress: Progress, place: int, files: int) -> Progress:
    """What a reader tells of its records: shown for a single file, else only heard."""
    if files == 1:
        return progress
    return lambda _done, _total: progress(place, files)


def _read(
    path: Path, as_kind: AsKind, encoding: str, progress: Progress
) -> tuple[list[_Read], list[Failure]]:
    try:
        result = read_file(path, as_kind=as_kind, encoding=encoding, progress=progress)
    except Cancelled:
        raise
    except QcodeError as error:
        return [], [Failure(path, error.message)]
    return (
        [(path, source, result.encoding) for source in result.sources],
        [Failure(path, problem) for problem in result.problems],
    )


def _compared(project: Project, read: Sequence[_Read]) -> tuple[Candidate, ...]:
    known = _Known(project)
    return tuple(known.compared(*one) for one in read)


def _files(paths: Sequence[Path], failures: list[Failure]) -> Iterator[Path]:
    for path in paths:
        try:
            inside = (
                sorted(p for p in path.iterdir() if p.is_file() and p.name[0] != ".")
                if path.is_dir()
                else [path]
            )
        except OSError as error:
            reason = Message(
                QT_TRANSLATE_NOOP("core", "{file}: It cannot be read ({reason})."),
                {"file": file_name(path), "reason": error.strerror or type(error).__name__},
            )
            failures.append(Failure(path, reason))
            continue
        yield from inside


class _Known:
    """What the project and the batch so far hold, by the keys that tell duplicates."""

    def __init__(self, project: Project) -> None:
        with project.read() as connection:
            rows = queries.text_hashes(connection)
            values = queries.values_of(connection, ("DOI", "Year", "Posted date"))
        self._texts: dict[str, str] = {}
        self._dois: dict[str, str] = {}
        self._titles: dict[tuple[str, str], str] = {}
        for document_id, name, sha256 in rows:
            self._texts.setdefault(sha256, name)
            found = values.get(document_id, {})
            year = _year(found.get("Year", "") or found.get("Posted date", ""))
            self._remember(name, name, found.get("DOI", ""), year)

    def _remember(self, name: str, title: str, doi: str, year: str) -> None:
        if doi:
            self._dois.setdefault(_doi(doi), name)
        if title and year:
            self._titles.setdefault((_squeezed(title), year), name)

    def compared(self, path: Path, source: Source, encoding: str) -> Candidate:
        """Return the candidate with what it repeats, and remember it for those that follow."""
        sha256 = hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()
        reason = self._repeats(source, sha256)
        if reason is None:
            self._texts.setdefault(sha256, source.name)
            if source.is_record:
                self._remember(source.name, source.title, source.doi, _year(source.year))
        return Candidate(path, source, sha256, reason, encoding)

    def _repeats(self, source: Source, sha256: str) -> Message | None:
        if (name := self._texts.get(sha256)) is not None:
            return Message(QT_TRANSLATE_NOOP("core", "same text as “{name}”"), {"name": name})
        if not source.is_record:
            return None
        if source.doi and (name := self._dois.get(_doi(source.doi))) is not None:
            return Message(QT_TRANSLATE_NOOP("core", "same DOI as “{name}”"), {"name": name})
        key = (_squeezed(source.title), _year(source.year))
        if all(key) and (name := self._titles.get(key)) is not None:
            return Message(
                QT_TRANSLATE_NOOP("core", "same title and year as “{name}”"), {"name": name}
            )
        return None


def _doi(doi: str) -> str:
    return re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", doi.strip().casefold())


def _year(text: str) -> str:
    found = re.search(r"(?<!\d)(1[5-9]|20)\d\d(?!\d)", text)
    return found.group() if found else ""


_NO_LETTER = re.compile(r"[\W_]+")


def _squeezed(title: str) -> str:
    """A title without case, punctuation and spaces, in any script."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", title).casefold())


# ---------------------------------------------------------------------- writing


def carry_out(
    project: Project,
    planned: ImportPlan,
    *,
    keep: Collection[int] = (),
    leave_out: Collection[int] = (),
    group: str = "",
    progress: Progress = nothing,
    initiator: object | None = None,
) -> ImportReport:
    """Write the plan's candidates as one step; duplicates only where ``keep`` has their index.

    ``leave_out`` has the indexes of others that are not wanted.
    ``progress`` hears how many documents are written and may raise ``Cancelled``, which leaves
    nothing behind. Documents without a label of their own are numbered on from the highest number.
    """
    kept, unwanted = frozenset(keep), frozenset(leave_out)
    wanted: list[Candidate] = []
    skipped: list[Candidate] = []
    for index, candidate in enumerate(planned.candidates):
        new = candidate.duplicate_of is None and index not in unwanted
        chosen = new or index in kept
        (wanted if chosen else skipped).append(candidate)
    names = tuple(
        tidy(candidate.source.name) or tidy(file_name(candidate.path)) for candidate in wanted
    )
    ids: tuple[int, ...] = ()
    if wanted:
        label = (
            Message(QT_TRANSLATE_NOOP("core", "Import {name}"), {"name": names[0]})
            if len(names) == 1
            else Message(
                QT_TRANSLATE_NOOP("core", "Import {count} documents"), {"count": len(names)}
            )
        )
        with project.change(label, initiator=initiator) as writer:
            ids = _write(writer, wanted, names, documents.group_id(writer, group), progress)
    return ImportReport(ids, names, tuple(skipped), planned.failures)


def _write(
    writer: Writer,
    wanted: Sequence[Candidate],
    names: Sequence[str],
    group_id: int | None,
    progress: Progress,
) -> tuple[int, ...]:
    connection = writer.connection
    first = writer.next_id("document")
    place = connection.run("SELECT coalesce(max(position), -1) + 1 FROM document").value()
    labels = _labels(
        [candidate.source for candidate in wanted],
        list(connection.run("SELECT label FROM document").column()),
    )
    variables = _variable_ids(writer, wanted)
    for start in range(0, len(wanted), SLICE):
        progress(start, len(wanted))
        part = wanted[start : start + SLICE]
        text_ids = storing.store_texts(
            writer, {candidate.sha256: candidate.source.text for candidate in part}
        )
        rows = []
        values: list[tuple[int, int, str]] = []
        for offset, candidate in enumerate(part, start):
            source = candidate.source
            rows.append(
                (
                    first + offset,
                    new_guid(),
                    names[offset],
                    labels[offset],
                    group_id,
                    text_ids[candidate.sha256],
                    len(source.text),
                    place + offset,
                    file_name(candidate.path),
                    writer.at,
                )
            )
            mine: dict[int, str] = {}
            for name, value in source.fields.items():
                if value and name in variables:  # of two spellings of a name the first counts
                    mine.setdefault(variables[name], value)
            values += [(first + offset, variable, value) for variable, value in mine.items()]
        writer.insert_rows("document", _DOCUMENT_COLUMNS, rows)
        writer.insert_rows("variable_value", ("document_id", "variable_id", "value"), values)
    progress(len(wanted), len(wanted))
    return tuple(range(first, first + len(wanted)))


_DOCUMENT_COLUMNS = (
    "id",
    "guid",
    "name",
    "label",
    "group_id",
    "text_id",
    "characters",
    "position",
    "source",
    "created",
)


def _variable_ids(writer: Writer, wanted: Sequence[Candidate]) -> dict[str, int]:
    """Make the variables that do not exist yet and return field name → id.

    Only names under which some field says something are variables.
    """
    used = dict.fromkeys(
        name for candidate in wanted for name, value in candidate.source.fields.items() if value
    )
    known = {v.name.casefold(): v.id for v in queries.variables(writer.connection)}
    found: dict[str, int] = {}
    for name in used:
        neat = tidy(name)
        if neat and neat.casefold() not in known:
            known[neat.casefold()] = writer.insert("variable", name=neat, position=len(known))
        if neat:
            found[name] = known[neat.casefold()]
    return found


def _labels(sources: Sequence[Source], taken: Sequence[str]) -> list[str]:
    """Return a short label for each source that no other document has.

    Records keep author and year (``Pang 2021``, then ``Pang 2021b``); others are numbered on.
    """
    used = {label.casefold() for label in taken if label}
    number = max((int(label) for label in taken if label.isascii() and label.isdigit()), default=0)
    turns: dict[str, int] = {}
    labels = []
    for source in sources:
        label = " ".join(source.label.split())
        if label:
            wanted, turn = label, turns.get(label, 1)
            while wanted.casefold() in used:
                turn += 1
                wanted = f"{label}{_letters(turn)}"
            turns[label] = turn
        else:
            number += 1
            wanted = f"{number:02d}"
        used.add(wanted.casefold())
        labels.append(wanted)
    return labels


def _letters(number: int) -> str:
    """Return b for 2 … z for 26, aa for 27: how works of one author and year are told apart."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
