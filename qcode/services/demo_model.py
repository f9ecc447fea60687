"""The model of the sample project: paradigms, properties, relations, stages, storyline, diagram.

``resources/sample/model.json`` names codes and documents by their names and passages by their
words; all is made by the services that users work with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from qcode.model.enums import ParadigmRole
from qcode.model.span import Span
from qcode.services import (
    diagram,
    live_links,
    paradigms,
    properties,
    relations,
    saturation,
    stages,
    storyline,
)
from qcode.services.project import Project
from qcode.store import passage_queries

Find = Callable[[int, str], Span]
"""Document id and words → the one place of the words."""


class SampleModel:
    """Writes the model of the sample into a project that has its documents, codes and codings."""

    def __init__(
        self,
        project: Project,
        documents: Mapping[str, int],
        codes: Mapping[str, int],
        find: Find,
    ) -> None:
        self._project = project
        self._documents = documents
        self._codes = codes
        self._find = find

    def write(self, model: Mapping[str, Any]) -> None:
        """Write all parts of ``model``.

        Raises ``KeyError`` or ``ValueError`` for a name or a quotation that is not in the sample.
        """
        for row in model["paradigms"]:
            self._paradigm(row)
        for row in model["properties"]:
            self._property(row)
        for row in model["relations"]:
            self._relation(row)
        for row in model["stages"]:
            stage = stages.create(self._project, row["name"], row["meaning"])
            stages.put(self._project, stage, [self._codes[name] for name in row["codes"]])
        places = {self._codes[name]: (x, y) for name, (x, y) in model["diagram"].items()}
        diagram.set_places(self._project, places)
        saturation.set_held_out(
            self._project, [self._documents[name] for name in model["held_out"]], True
        )
        storyline.write(self._project, "".join(map(self._told, model["storyline"])))

    def _paradigm(self, row: Mapping[str, Any]) -> None:
        made = paradigms.create(self._project, row["name"])
        for role, names in row["slots"].items():
            held = [self._codes[name] for name in names]
            paradigms.put(self._project, made, ParadigmRole(role), held)

    def _property(self, row: Mapping[str, Any]) -> None:
        code = self._codes[row["code"]]
        made = properties.create(self._project, code, row["name"], row["low"], row["high"])
        for place in row["places"]:
            self._project.act_as(place["coder"])
            properties.place(self._project, made, self._passage(place), place["place"])

    def _relation(self, row: Mapping[str, Any]) -> None:
        made = relations.create(
            self._project,
            self._codes[row["source"]],
            self._codes[row["target"]],
            row["type"],
            row["meaning"],
        )
        relations.add_passages(self._project, made, [self._passage(one) for one in row["passages"]])

    def _told(self, part: str | Mapping[str, str]) -> str:
        """A stretch of the storyline: words, or a link to what they name."""
        if isinstance(part, str):
            return part
        if "code" in part:
            return live_links.code_link(self._project, self._codes[part["code"]])
        if "quote" in part:
            return live_links.passage_link(self._project, self._passage(part))
        return live_links.document_link(self._project, self._documents[part["document"]])

    def _passage(self, row: Mapping[str, Any]) -> int:
        """The selection of a quotation that is coded."""
        document = self._documents[row["document"]]
        span = self._find(document, row["quote"])
        with self._project.read() as connection:
            found = passage_queries.selection_id(connection, document, span.start, span.end)
        if found is None:
            raise ValueError(f"not coded in {row['document']}: {row['quote']}")
        return found
