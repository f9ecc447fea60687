"""The tables that a thesis prints: gathered here, laid out by ``formats.tables_docx``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from qcode.model.report import PageSetup
from qcode.model.thesis import TableKind, TableOptions, ThesisTables
from qcode.services import (
    codes,
    saturation,
    terms,
    thesis_chains,
    thesis_frequencies,
    thesis_model,
    thesis_open,
    thesis_typology,
)
from qcode.services.exporting import nothing, require_ending
from qcode.services.project import Project
from qcode.store import queries

__all__ = [
    "ENDINGS",
    "TableKind",
    "TableOptions",
    "gather",
    "own_keys",
    "standard_words",
    "write",
]

ENDINGS = (".docx",)


def gather(
    project: Project,
    options: TableOptions | None = None,
    setup: PageSetup | None = None,
    *,
    today: date | None = None,
) -> ThesisTables:
    """Gather what the chosen tables print; ``setup`` says in which language the diagram speaks.

    Raises ``QcodeError`` when a chosen variable or an axis is about something that is gone.
    """
    options = options or TableOptions()
    setup = terms.page_setup(project, setup)
    tree = codes.tree(project, counts=False)
    with project.read() as connection:
        coders = tuple(coder.name for coder in queries.coders(connection))
    wanted = options.tables
    return ThesisTables(
        project=project.name,
        date=(today or datetime.now().astimezone().date()).isoformat(),
        coders=coders,
        open=thesis_open.gather(project, tree, options) if TableKind.OPEN in wanted else None,
        axial=thesis_model.main_categories(tree) if TableKind.AXIAL in wanted else None,
        properties=(
            thesis_model.property_lines(project, tree) if TableKind.AXIAL in wanted else ()
        ),
        paradigms=(
            thesis_model.paradigm_tables(project, {code.id: code.title for code in tree})
            if TableKind.PARADIGM in wanted
            else None
        ),
        selective=(
            thesis_model.selective(project, tree, setup, passages_each=None if options.long else 1)
            if TableKind.SELECTIVE in wanted
            else None
        ),
        saturation=saturation.report(project) if TableKind.SATURATION in wanted else None,
        frequencies=(
            thesis_frequencies.gather(project, tree, options.columns)
            if TableKind.FREQUENCIES in wanted
            else None
        ),
        chains=(
            thesis_chains.gather(project, tree, passages_each=None if options.long else 1)
            if TableKind.CHAINS in wanted
            else None
        ),
        variables=(
            thesis_frequencies.by_variables(project, tree, options.variables, concepts=options.long)
            if TableKind.VARIABLES in wanted
            else None
        ),
        typology=(
            thesis_typology.gather(project, tree, options) if TableKind.TYPOLOGY in wanted else None
        ),
    )


def write(
    project: Project,
    out: Path,
    setup: PageSetup | None = None,
    options: TableOptions | None = None,
    *,
    progress: Callable[[int, int], None] = nothing,
) -> None:
    """Write the tables as Word; see ``gather``.

    ``progress`` hears of two stages, gathering and writing, and may raise ``Cancelled`` before
    each. Raises ``QcodeError`` for another ending and for a file that cannot be written.
    """
    from qcode.formats import tables_docx

    require_ending(out, ENDINGS)
    progress(0, 2)
    setup = terms.page_setup(project, setup)
    found = gather(project, options, setup)
    progress(1, 2)
    tables_docx.write(found, out, setup, options)


def own_keys() -> tuple[str, ...]:
    """Return the keys of the words that an export may have of its own, in order of the tables."""
    from qcode.formats.tables_words import OWN

    return OWN


def standard_words(project: Project, setup: PageSetup) -> dict[str, str]:
    """Return key → words of the language for the words that an export may have of its own."""
    from qcode.formats.headings import load
    from qcode.formats.tables_words import TableWords

    setup = terms.page_setup(project, setup)
    return TableWords.of(load(setup.headings, setup.terms)).standard()
