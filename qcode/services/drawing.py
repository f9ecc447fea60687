"""The diagram of the model: gathered, arranged, and written to a file.

What it shows are the core category and the main categories, and whatever other category has a
relation, a stage, or a place that somebody gave it. Boxes that were moved by hand stay where they
are; the others are laid out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qcode.model.diagram import Arrangement, Model, Node, Rect, Tie
from qcode.model.enums import CodeKind
from qcode.model.report import PageSetup
from qcode.model.theory_records import NO_EVIDENCE, Evidence, Relation
from qcode.services import codes, diagram, evidence, relations, stages, terms
from qcode.services.exporting import require_ending
from qcode.services.project import Project

if TYPE_CHECKING:
    from qcode.formats.diagram_svg import Look

ENDINGS = (".svg", ".png")
MAIN = (CodeKind.MAIN_CATEGORY, CodeKind.CORE_CATEGORY)


class Wording(NamedTuple):
    """How a drawing says things: a relation's type, and what a category rests on."""

    relation: Callable[[Relation], str]
    evidence: Callable[[Evidence], str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The diagram as it is seen: what it shows, where everything stands, and the picture.

    ``svg`` shows ``area`` of the plane, in points. ``label_sizes`` are width and height of the
    words on lines. ``loose`` are categories that are in the model for no other reason than the
    place that they were given by hand.
    """

    model: Model
    arrangement: Arrangement
    area: Rect
    svg: str
    look: Look
    label_sizes: Mapping[int, tuple[float, float]]
    loose: frozenset[int] = frozenset()


def look(
    *,
    ground: str | None,
    ink: str,
    muted: str,
    line: str,
    edge: str,
    paper: str,
    band: str,
    accent: str,
    shaded: bool = False,
    sized: bool = False,
) -> Look:
    """Return the colours (``#rrggbb``) of a drawing; ``ground`` is None for a transparent one.

    ``shaded`` tints boxes by how much rests on them, ``sized`` draws them larger.
    """
    from qcode.formats.diagram_svg import Look

    return Look(ground, ink, muted, line, edge, paper, band, accent, shaded, sized)


def on_paper(*, shaded: bool = False, sized: bool = False) -> Look:
    """Return the colours in which a drawing is printed."""
    from qcode.formats.diagram_svg import PAPER

    return replace(PAPER, shaded=shaded, sized=sized)


def prepare() -> None:
    """Load what drawing needs: most of a second, which a window spends in a worker."""
    import networkx as nx

    from qcode.analysis import diagram_layers, diagram_routes
    from qcode.formats import diagram_svg

    del nx, diagram_layers, diagram_routes, diagram_svg


def draw(project: Project, wording: Wording, look: Look) -> Drawing:
    """Return the diagram drawn. With a large model a window asks for it in a worker."""
    from qcode.formats import diagram_svg

    model = gather(project, wording)
    where = arranged(project, model, look)
    area = diagram_svg.extent(where, model)
    drawn = diagram_svg.svg(model, where, look, project.name)
    sizes = diagram_svg.label_sizes(model)
    return Drawing(model, where, area, drawn, look, sizes, _loose(project, model))


def moved(drawn: Drawing, code_ids: Collection[int], dx: float, dy: float) -> Drawing:
    """Return some boxes moved by as many points, with what ties them, and nothing else.

    Quick enough for every step of a mouse. Lines that are not tied to these boxes do not give way.
    """
    from qcode.analysis import diagram_routes
    from qcode.formats import diagram_svg

    going = set(code_ids)
    boxes = {
        key: box._replace(x=box.x + dx, y=box.y + dy) if key in going else box
        for key, box in drawn.arrangement.boxes.items()
    }
    ties = tuple(t for t in drawn.model.ties if t.source in going or t.target in going)
    nodes = tuple(replace(node, stage=None) for node in drawn.model.nodes if node.id in going)
    part = Model(nodes, ties)
    sizes = diagram_svg.label_sizes(part)
    routes = diagram_routes.routes(drawn.model, boxes, sizes, {tie.id for tie in ties})
    where = Arrangement({node.id: boxes[node.id] for node in nodes}, routes)
    svg = diagram_svg.svg(part, where, replace(drawn.look, ground=None))
    return Drawing(part, where, diagram_svg.extent(where, part), svg, drawn.look, sizes)


def _loose(project: Project, model: Model) -> frozenset[int]:
    tied = {end for tie in model.ties for end in (tie.source, tie.target)}
    kinds = {code.id: code.kind for code in codes.tree(project, counts=False)}
    return frozenset(
        node.id
        for node in model.nodes
        if node.stage is None and node.id not in tied and kinds.get(node.id) not in MAIN
    )


def gather(project: Project, wording: Wording) -> Model:
    """Return what the diagram shows. ``Node.id`` are code ids, ``Tie.id`` relation ids."""
    tree = codes.tree(project, counts=False)
    tied = relations.listed(project)
    ordered = stages.listed(project)
    stage_of = {code: place for place, one in enumerate(ordered) for code in one.codes}
    ends = {end for relation in tied for end in (relation.source_id, relation.target_id)}
    placed = diagram.places(project)
    shown = [
        c
        for c in tree
        if c.kind in MAIN
        or c.id in ends
        or c.id in stage_of
        or (c.id in placed and c.kind is not CodeKind.CONCEPT)
    ]
    found = evidence.of_codes(project, [code.id for code in shown])
    most = max((rests.passages for rests in found.values()), default=0)
    nodes = tuple(
        Node(
            id=code.id,
            title=code.title,
            color=code.color,
            note=wording.evidence(found.get(code.id, NO_EVIDENCE)),
            core=code.kind is CodeKind.CORE_CATEGORY,
            weight=found.get(code.id, NO_EVIDENCE).passages / most if most else 0.0,
            stage=stage_of.get(code.id),
        )
        for code in shown
    )
    there = {code.id for code in shown}  # a worker reads on while another coder's step comes in
    ties = tuple(
        Tie(one.id, one.source_id, one.target_id, one.form, wording.relation(one))
        for one in tied
        if {one.source_id, one.target_id} <= there
    )
    return Model(nodes, ties, tuple(stage.name for stage in ordered))


def arranged(project: Project, model: Model, look: Look | None = None) -> Arrangement:
    """Return where everything stands, boxes moved by hand at their places."""
    from qcode.analysis import diagram_layers, diagram_routes
    from qcode.formats import diagram_svg

    sizes = diagram_svg.box_sizes(model, look or diagram_svg.PAPER)
    kept = {code: (place.x, place.y) for code, place in diagram.places(project).items()}
    boxes = diagram_layers.boxes(model, sizes, kept)
    return Arrangement(boxes, diagram_routes.routes(model, boxes, diagram_svg.label_sizes(model)))


def write(
    project: Project, out: Path, setup: PageSetup | None = None, look: Look | None = None
) -> None:
    """Write the diagram as SVG or PNG, by the ending of ``out``, in the language of ``setup``.

    Raises ``QcodeError`` for another ending and for a file that cannot be written.
    """
    from qcode.formats import diagram_svg, pictures

    require_ending(out, ENDINGS)
    model = gather(project, wording(terms.page_setup(project, setup)))
    drawn = diagram_svg.svg(
        model, arranged(project, model, look), look or diagram_svg.PAPER, project.name
    )
    pictures.write(drawn, out)


def write_with(out: Path, write: Callable[[Drawing, Path], None], drawn: Drawing) -> None:
    """Let the window write a format that needs Qt; a failure leaves the file that was there.

    ``write`` takes the drawing and a path to write to. Raises ``QcodeError`` as ``write`` does.
    """
    from qcode.formats.atomic import replacing

    with replacing(out) as temporary:
        write(drawn, temporary)


def wording(setup: PageSetup) -> Wording:
    """Return how the headings of an export say things in a drawing."""
    from qcode.formats import headings

    words = headings.load(setup.headings, setup.terms)
    return Wording(
        relation=lambda one: (
            one.label if isinstance(one.label, str) else words.relation_name(one.key)
        ),
        evidence=lambda rests: words.join(
            (words.count(rests.passages, "passages"), words.count(rests.documents, "documents"))
        ),
    )
