"""The table of chains: a problem, what causes it, what remedies the cause."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from qcode.model.records import Code
from qcode.model.theory_records import Evidence, Relation, TypeRef
from qcode.model.thesis import Chain, Link, Quote
from qcode.services import evidence, relation_reading, relations, thesis_model
from qcode.services.project import Project


def gather(
    project: Project, tree: Sequence[Code], *, passages_each: int | None = 1
) -> tuple[Chain, ...]:
    """Return the chains of ``relations.chains`` with meanings, evidence and passages.

    ``passages_each`` is how many passages a relation has at most; None is all.
    """
    found = relations.chains(project)
    listed = relations.listed(project)
    rests = evidence.of_codes(project, {code for chain in found for code in chain})
    chosen = {one.id: one.passages[:passages_each] for one in listed}
    quotes = thesis_model.quoted(project, {key for held in chosen.values() for key in held})
    titles = {code.id: code.title for code in tree}
    links = _Links(titles, rests, listed, chosen, quotes)
    return tuple(
        Chain(
            problem=links.link(chain[0]),
            causes=tuple(
                links.link(cause, before, relation_reading.CAUSES)
                for before, cause in pairwise(chain[:-1])
            ),
            remedy=links.link(chain[-1], chain[-2], relation_reading.REMEDIES),
        )
        for chain in found
    )


class _Links:
    """Tells each part of a chain with the relation that ties it to the part before it."""

    def __init__(
        self,
        titles: Mapping[int, str],
        rests: Mapping[int, Evidence],
        listed: Sequence[Relation],
        chosen: Mapping[int, Sequence[int]],
        quotes: Mapping[int, Quote],
    ) -> None:
        self._titles, self._rests, self._listed = titles, rests, listed
        self._chosen, self._quotes = chosen, quotes

    def link(self, code: int, before: int = 0, types: Collection[TypeRef] = ()) -> Link:
        tied = [
            one
            for one in self._listed
            if (one.source_id, one.target_id) == (code, before)
            and (one.key in types or one.type in types)
        ]
        said = [one.meaning for one in tied if one.meaning]
        keys = dict.fromkeys(key for one in tied for key in self._chosen[one.id])
        return Link(
            self._titles[code],
            self._rests[code],
            "\n".join(said),
            tuple(self._quotes[key] for key in keys if key in self._quotes),
        )
