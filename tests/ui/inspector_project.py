"""A small coded project for the tests of inspector, passages and history."""

from types import SimpleNamespace

from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import codes, codings
from qcode.services.project import Project
from qcode.ui.shell.session import Session

from tests.services.bringing import bring_in

PIER = (
    "The ferry leaves when the harbour master lifts the lamp. Nobody asks him why; the lamp is"
    " enough. On windy days the deck hands call the mainland twice before they loosen the rope."
)
QUAY = "The quay is swept before dawn. 码头在天亮前打扫干净。 Whoever comes late sweeps alone."


def make(path, coder="Ann"):
    """A session on two documents, three codes and four codings by Ann and Bo."""
    project = Project.create(path, "Harbour", coder)
    sources = Source("Pier", PIER, "01"), Source("Quay", QUAY, "02")
    pier, quay = bring_in(project, *sources, group="Talks")
    signs = codes.create(project, CodeDraft("signs", CodeKind.CATEGORY, "#3b78d8"))
    lamp = codes.create(project, CodeDraft("lamp decides", CodeKind.CONCEPT), signs)
    care = codes.create(project, CodeDraft("calling twice", CodeKind.CONCEPT, "#c8702a"))
    one = codings.apply(project, pier, [Span(0, 56)], [lamp])[0]
    other = codings.apply(project, pier, [Span(30, 56)], [care])[0]
    late = codings.apply(project, quay, [Span(0, 29)], [lamp])[0]
    project.act_as("Bo", remember=False)
    bo = codings.apply(project, pier, [Span(0, 56)], [lamp])[0]
    project.act_as(coder, remember=False)
    return SimpleNamespace(
        project=project,
        session=Session(project),
        pier=pier,
        quay=quay,
        signs=signs,
        lamp=lamp,
        care=care,
        one=one,
        other=other,
        late=late,
        bo=bo,
    )


def here(world, document_id):
    """All codings of a document."""
    return codings.of_document(world.project, document_id)


def coding(world, coding_id):
    """A coding as it is stored now."""
    return codings.by_id(world.project, [coding_id])[0]


def code(world, code_id):
    """A code as it is stored now."""
    return next(found for found in codes.tree(world.project) if found.id == code_id)
