"""Tables of pairs of coders, and of passages as units that coders cut out themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qcode.formats.agreement_cells import Marks, Table, column_of, heads
from qcode.formats.agreement_words import ALPHA
from qcode.formats.docx_lists import ListColumn
from qcode.formats.headings import Headings
from qcode.formats.methods_words import number
from qcode.model.agreement import Coefficient, Unit
from qcode.model.agreement_report import AgreementReport
from qcode.model.records import Coder

_OF_PAIRS: tuple[Coefficient, ...] = (
    Coefficient.PERCENT,
    ALPHA,
    Coefficient.COHEN_KAPPA,
    Coefficient.GWET_AC1,
    Coefficient.DICE,
    Coefficient.JACCARD,
)


def pairs(report: AgreementReport, words: Headings) -> Iterator[Table]:
    """Yield the figures of each pair of more than two coders, and alpha as a matrix."""
    found, said = report.agreement, words.agreement
    marks = Marks(words)
    names = _OF_PAIRS
    if found.request.unit is Unit.SEGMENT:
        names = (Coefficient.PERCENT, Coefficient.DICE)
    yield Table(
        said["pairs_caption"],
        (
            ListColumn(said["pair"], 3),
            column_of(said["documents_head"]),
            *heads(names),
        ),
        tuple(
            (
                _called(one.coders),
                str(one.documents),
                *(marks.of(one.overall, name) for name in names),
            )
            for one in found.pairs
        ),
        tuple(marks.notes()),
    )
    if found.request.unit is not Unit.SEGMENT:
        yield _matrix(report, words)


def _called(coders: Sequence[Coder]) -> str:
    return " × ".join(one.name for one in coders)


def _matrix(report: AgreementReport, words: Headings) -> Table:
    found, said = report.agreement, words.agreement
    marks = Marks(words)
    of = {tuple(one.id for one in pair.coders): pair.overall for pair in found.pairs}

    def cell(one: int, other: int) -> str:
        measured = of.get((one, other)) or of.get((other, one))
        return "" if measured is None else marks.of(measured, ALPHA)

    return Table(
        said["matrix_caption"],
        (ListColumn("", 2), *(ListColumn(one.name, number=True) for one in found.coders)),
        tuple(
            (one.name, *(cell(one.id, other.id) for other in found.coders)) for one in found.coders
        ),
        tuple(marks.notes()),
    )


# ---------------------------------------------------------------------- the continuum


def continuum(report: AgreementReport, words: Headings) -> Iterator[Table]:
    """Yield the measures of 2016 for each pair, and alpha_U of each code."""
    found, said = report.continuum, words.agreement
    marks = Marks(words)
    keys = ("u", "binary", "cu")
    yield Table(
        said["continuum_caption"],
        (
            ListColumn(said["pair"], 3),
            *(ListColumn(said[key], number=True) for key in keys),
            ListColumn(f"{said['coverage']} (%)", number=True),
        ),
        tuple(
            (
                _called(pair.coders),
                *(marks.figure(figure) for figure in (pair.u, pair.binary, pair.cu)),
                marks.figure(pair.coverage, share=True),
            )
            for pair in found.pairs
        ),
        (
            *marks.notes(),
            said["continuum_note"].format(characters=number(found.characters, words)),
        ),
    )
    yield from _by_code(report, words)


def _by_code(report: AgreementReport, words: Headings) -> Iterator[Table]:
    """Yield the measures of each code, two codes in a row; none where nobody coded anything."""
    found, said = report.continuum, words.agreement
    marks = Marks(words)
    # Of one pair there is a figure for each code; of more, these are in the Excel file.
    shown = found.pairs[0].of_code if len(found.pairs) == 1 else ()
    codes = report.agreement.codes
    cells = [
        (
            codes[place].code.title,
            marks.figure(one),
            *((marks.figure(shown[place]),) if shown else ()),
        )
        for place, one in enumerate(found.by_code)
        if one.value is not None
    ]
    if not cells:
        return
    half = (len(cells) + 1) // 2
    blank = ("",) * len(cells[0])
    columns = [ListColumn(said["code"], 3), column_of("αU")]
    columns += [column_of(said["of_code"])] if shown else []
    rows = tuple(
        (*one, *(cells[half + place] if half + place < len(cells) else blank))
        for place, one in enumerate(cells[:half])
    )
    yield Table(said["continuum_codes_caption"], (*columns, *columns), rows, tuple(marks.notes()))
