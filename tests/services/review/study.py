"""Ann and Bo have coded a letter: what they differ in, one of each kind, and one agreement."""

from __future__ import annotations

from dataclasses import dataclass

from qcode.model.agreement import Request
from qcode.model.agreement_enums import DisagreementKind
from qcode.model.review import Disagreement
from qcode.services import coders, codings
from qcode.services.agreement.gathering import Gathered, gather
from qcode.services.project import Project
from qcode.services.review import consensus, disagreements
from qcode.services.review.disagreements import Disagreements

from tests.services.agreement.two_coders import coded, frame, texts

Place = tuple[int, str, int, int]  # document, name of the code, start, end


@dataclass(frozen=True)
class Study:
    """``closed`` has other edges, ``waiting`` stands against ``boats``, ``why`` one has alone."""

    project: Project
    documents: list[int]
    codes: dict[str, int]

    def gathered(self, **asked: object) -> Gathered:
        return gather(self.project, Request(**asked))  # type: ignore[arg-type]  # by name

    def found(self, **asked: object) -> Disagreements:
        return disagreements.find(self.project, self.gathered(**asked))

    def rows(self, **asked: object) -> list[Disagreement]:
        found = self.found(**asked)
        return [found.row(row) for row in range(len(found))]

    def row(self, kind: DisagreementKind) -> Disagreement:
        """The only disagreement of a kind."""
        (one,) = [row for row in self.rows() if row.kind is kind]
        return one

    def id(self, coder: str) -> int:
        return coders.require(self.project, coder).id

    def coded_by(self, coder: str) -> set[Place]:
        names = {number: name for name, number in self.codes.items()}
        return {
            (document, names[one.code_id], one.start, one.end)
            for document in self.documents
            for one in codings.of_document(self.project, document)
            if one.coder == coder
        }

    def agreed(self) -> set[Place]:
        """What the consensus has."""
        who = consensus.coder(self.project)
        return set() if who is None else self.coded_by(who.name)

    def memos(self) -> dict[Place, str]:
        """The memos of the consensus."""
        names = {number: name for name, number in self.codes.items()}
        who = consensus.coder(self.project)
        return {
            (document, names[one.code_id], one.start, one.end): one.memo
            for document in self.documents
            for one in codings.of_document(self.project, document)
            if who is not None and one.coder == who.name
        }


def build(project: Project) -> Study:
    documents = texts(project)
    first = documents[0]
    codes = frame(project, "closed", "waiting", "boats", "why", "pier")
    coded(
        project,
        "Ann",
        [
            (first, codes["closed"], 0, 19),
            (first, codes["waiting"], 40, 48),
            (first, codes["pier"], 4, 8),
        ],
    )
    coded(
        project,
        "Bo",
        [
            (first, codes["closed"], 4, 18),
            (first, codes["boats"], 40, 50),
            (first, codes["why"], 20, 39),
            (first, codes["pier"], 4, 8),
        ],
    )
    return Study(project, documents, codes)
