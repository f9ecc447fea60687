"""The typology: two axes against each other, with what belongs to each cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qcode.model.records import Code, Coding
from qcode.model.thesis import Cell, Quote, TableOptions, Typology
from qcode.services import documents, memos, thesis_axes
from qcode.services.codebook import representative
from qcode.services.passages import of_codings
from qcode.services.project import Project
from qcode.services.thesis_axes import Along
from qcode.store import passage_queries

_Place = tuple[int, int]


def gather(project: Project, tree: Sequence[Code], options: TableOptions) -> Typology:
    """Return the typology of ``options.down`` against ``options.across``.

    Where documents cross codes, a cell has the passages of the code (and all below it) in these
    documents, the memos that stand on the code and on none but these documents, and of the passages
    some to print: in the short form one where there is no memo, in the long one up to
    ``options.passages``. Where documents cross documents, a cell has the documents of both, and
    what is coded in them. Where codes cross codes, it has the documents in which both occur, and
    the passages that carry both.

    Raises ``QcodeError`` when an axis is about something that no longer exists.
    """
    down = thesis_axes.along(project, options.down, tree)
    across = thesis_axes.along(project, options.across, tree)
    return Typology(down.line, across.line, _Crossing(project, tree, down, across).rows(options))


class _Crossing:
    """Two axes over the codings of a project."""

    def __init__(self, project: Project, tree: Sequence[Code], down: Along, across: Along) -> None:
        self._project = project
        self._down, self._across = down, across
        listed = documents.listed(project, counts=False)
        self._labels = {one.id: one.label or one.name for one in listed}
        both_documents = not down.codes and not across.codes
        wanted = (
            {code.id for code in tree}
            if both_documents
            else set[int]().union(
                *(held for one in (down, across) if one.codes for held in one.sets)
            )
        )
        with project.read() as connection:
            self._codings = passage_queries.codings_of_codes(connection, wanted)

    def rows(self, options: TableOptions) -> tuple[tuple[Cell, ...], ...]:
        """Return the cells, a row for each value down."""
        cells = self._cells()
        summaries = self._summaries()
        chosen = {
            place: representative(held, _most(options, place in summaries))
            for place, held in cells.items()
            if self._mixed
        }
        quotes = self._quotes(chosen.values())
        homes = self._homes(cells)
        return tuple(
            tuple(
                Cell(
                    tuple(dict.fromkeys(one.selection_id for one in cells.get((row, column), ()))),
                    homes.get((row, column), ()),
                    summaries.get((row, column), ()),
                    tuple(quotes[one.id] for one in chosen.get((row, column), ())),
                )
                for column in range(len(self._across.sets))
            )
            for row in range(len(self._down.sets))
        )

    @property
    def _mixed(self) -> bool:
        """Whether documents cross codes."""
        return bool(self._down.codes) is not bool(self._across.codes)

    def _cells(self) -> dict[_Place, list[Coding]]:
        """Return place → the codings of its passages, in the order of documents and places."""
        rows, columns = _places_of(self._down), _places_of(self._across)
        found: dict[_Place, list[Coding]] = {}
        if self._down.codes and self._across.codes:
            return self._carrying_both(rows, columns)
        for coding in self._codings:
            down = rows.get(coding.code_id if self._down.codes else coding.document_id, ())
            across = columns.get(coding.code_id if self._across.codes else coding.document_id, ())
            for row in down:
                for column in across:
                    found.setdefault((row, column), []).append(coding)
        return found

    def _carrying_both(
        self, rows: Mapping[int, Sequence[int]], columns: Mapping[int, Sequence[int]]
    ) -> dict[_Place, list[Coding]]:
        on: dict[int, list[Coding]] = {}
        for coding in self._codings:
            on.setdefault(coding.selection_id, []).append(coding)
        found: dict[_Place, list[Coding]] = {}
        for held in on.values():
            down = {row for one in held for row in rows.get(one.code_id, ())}
            across = {column for one in held for column in columns.get(one.code_id, ())}
            for place in ((row, column) for row in down for column in across):
                found.setdefault(place, []).append(held[0])
        return found

    def _homes(self, cells: Mapping[_Place, Iterable[Coding]]) -> dict[_Place, tuple[str, ...]]:
        """Return place → the labels of its documents, in the order of documents."""
        down, across = self._down, self._across
        found: dict[_Place, set[int]]
        if self._mixed:
            found = {place: {one.document_id for one in held} for place, held in cells.items()}
        else:
            in_rows, in_columns = (
                self._documents_of(one) if one.codes else [set(held) for held in one.sets]
                for one in (down, across)
            )
            found = {
                (row, column): here & there
                for row, here in enumerate(in_rows)
                for column, there in enumerate(in_columns)
            }
        return {
            place: tuple(label for key, label in self._labels.items() if key in held)
            for place, held in found.items()
        }

    def _documents_of(self, axis: Along) -> list[set[int]]:
        """Return the documents in which each value of an axis of codes occurs."""
        places = _places_of(axis)
        found: list[set[int]] = [set() for _ in axis.sets]
        for one in self._codings:
            for place in places.get(one.code_id, ()):
                found[place].add(one.document_id)
        return found

    def _summaries(self) -> dict[_Place, tuple[str, ...]]:
        """Return place → memos on its code and on some of its documents and no other."""
        if not self._mixed:
            return {}
        turned = bool(self._down.codes)
        by_code, by_documents = (self._down, self._across) if turned else (self._across, self._down)
        found: dict[_Place, tuple[str, ...]] = {}
        for memo in memos.listed(self._project):
            about = set(memo.document_ids)
            on = [at for at, code in enumerate(by_code.codes) if code in memo.code_ids]
            if not on or not about:
                continue
            said = "".join(one.words for one in memos.segments(self._project, memo)).strip()
            parts = [part for part, held in enumerate(by_documents.sets) if about <= held]
            for at, part in ((at, part) for at in on for part in parts):
                place = (at, part) if turned else (part, at)
                found[place] = (*found.get(place, ()), said)
        return found

    def _quotes(self, chosen: Iterable[Sequence[Coding]]) -> dict[int, Quote]:
        codings = sorted(
            {one.id: one for listed in chosen for one in listed}.values(),
            key=lambda one: one.document_id,  # so that each text is read once
        )
        with self._project.read() as connection:
            return {
                one.coding_id: Quote(one.label, one.quote)
                for one in of_codings(connection, codings)
            }


def _places_of(axis: Along) -> dict[int, list[int]]:
    """Return id of a code or document → the places along the axis to which it belongs."""
    found: dict[int, list[int]] = {}
    for place, held in enumerate(axis.sets):
        for key in held:
            found.setdefault(key, []).append(place)
    return found


def _most(options: TableOptions, summed_up: bool) -> int:
    if options.long:
        return max(1, options.passages)
    return 0 if summed_up else 1
