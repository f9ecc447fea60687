"""How a preset of code numbers would look on the codes of a project, before it is chosen."""

from __future__ import annotations

from dataclasses import replace

from qcode.analysis.numbering import numbers
from qcode.analysis.tree import ancestors
from qcode.model.enums import CodeKind, Numbering
from qcode.model.records import Code
from qcode.services import codes
from qcode.services.project import Project


def example(project: Project, preset: Numbering) -> list[Code]:
    """Return one branch of the tree, from above to a concept, with the numbers of ``preset``.

    Empty without codes.
    """
    with project.read() as connection:
        tree = codes.tree_of(connection, counts=False)
    if not tree:
        return []
    numbered = numbers(((code.id, code.kind, code.depth) for code in tree), preset)
    leaf = max(tree, key=lambda code: (code.kind is CodeKind.CONCEPT, code.depth, -code.position))
    by_id = {code.id: code for code in tree}
    parents = {code.id: code.parent_id for code in tree}
    branch = [*reversed([by_id[above] for above in ancestors(leaf.id, parents)]), leaf]
    return [replace(code, number=numbered.get(code.id, "")) for code in branch]
