"""All of the model that is on the screen, read at once: in a worker where that takes long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from qcode.model.enums import CodeKind
from qcode.model.records import Code
from qcode.model.theory_records import (
    NO_EVIDENCE,
    Evidence,
    ModelWarning,
    Relation,
    RelationType,
    Stage,
)
from qcode.services import codes, drawing, evidence, quoted_passages, relations, stages, storyline
from qcode.services.drawing import Drawing, Wording
from qcode.services.project import Project
from qcode.services.quoted_passages import Quoted
from qcode.ui.dialogs.relation_type import type_name
from qcode.ui.shell.theme import Theme

MAIN = (CodeKind.MAIN_CATEGORY, CodeKind.CORE_CATEGORY)


@dataclass(frozen=True)
class Reading:
    """The model as it is now. ``evidence`` is that of main and core categories."""

    codes: Mapping[int, Code] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    types: list[RelationType] = field(default_factory=list)
    stages: list[Stage] = field(default_factory=list)
    quotes: Mapping[int, Quoted] = field(default_factory=dict)
    evidence: Mapping[int, Evidence] = field(default_factory=dict)
    warnings: list[ModelWarning] = field(default_factory=list)
    drawing: Drawing | None = None

    def relation(self, relation_id: int | None) -> Relation | None:
        """Return a relation by its id."""
        return next((one for one in self.relations if one.id == relation_id), None)

    def title(self, code_id: int) -> str:
        """Return number and name of a category."""
        code = self.codes.get(code_id)
        return "" if code is None else code.title

    def sentence(self, relation: Relation) -> str:
        """Return a relation in words: “A leads to B”."""
        return (
            QCoreApplication.translate("reading", "{source} {type} {target}")
            .format(
                source=self.title(relation.source_id),
                type=type_name(relation),
                target=self.title(relation.target_id),
            )
            .strip()
        )

    def mains(self) -> list[Code]:
        """Return main and core categories in tree order."""
        return [code for code in self.codes.values() if code.kind in MAIN]


@dataclass(frozen=True)
class Options:
    """How boxes show what rests on them."""

    shaded: bool = False
    sized: bool = False


def read(project: Project, theme: Theme, options: Options) -> Reading:
    """Read the model and draw it in the colours of the window."""
    tree = codes.tree(project, counts=False)
    tied = relations.listed(project)
    return Reading(
        codes={code.id: code for code in tree},
        relations=tied,
        types=relations.types(project),
        stages=stages.listed(project),
        quotes=quoted_passages.quoted(project, {one for each in tied for one in each.passages}),
        evidence=evidence.of_codes(project, [code.id for code in tree if code.kind in MAIN]),
        warnings=storyline.warnings(project),
        drawing=drawing.draw(project, wording(), window_look(theme, options)),
    )


def window_look(theme: Theme, options: Options) -> drawing.Look:
    """Return the colours of the window for a drawing that lies in a panel."""
    return drawing.look(
        ground=theme.panel,
        ink=theme.ink,
        muted=theme.muted,
        line=theme.muted,
        edge=theme.edge,
        paper=theme.paper,
        band=theme.hover,
        accent=theme.accent,
        shaded=options.shaded,
        sized=options.sized,
    )


def wording() -> Wording:
    """Return how a drawing says things in the language of the window."""
    return Wording(relation=type_name, evidence=evidence_words)


def evidence_words(rests: Evidence = NO_EVIDENCE) -> str:
    """Return what a category rests on, in words."""
    translate = QCoreApplication.translate
    passages = (
        translate("reading", "1 passage")
        if rests.passages == 1
        else translate("reading", "{count} passages").format(count=rests.passages)
    )
    documents = (
        translate("reading", "1 document")
        if rests.documents == 1
        else translate("reading", "{count} documents").format(count=rests.documents)
    )
    return translate("reading", "{passages}, {documents}").format(
        passages=passages, documents=documents
    )
