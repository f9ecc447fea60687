"""Documents, their order and their groups."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.services.machine.model.part import Part


@dataclass
class PureDocument:
    name: str
    text: str
    group: str = ""
    values: dict[str, str] = field(default_factory=dict)


@dataclass
class PureDocuments(Part):
    documents: dict[int, PureDocument] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)

    def group_named(self, name: str) -> str:
        for group in self.groups:
            if group.casefold() == name.casefold():
                return group
        if name:
            self.groups.append(name)
        return name

    def delete_documents(self, documents: set[int]) -> None:
        for document in documents:
            self.documents.pop(document, None)
        self.order = [i for i in self.order if i in self.documents]
        self.documents_go(documents)

    def move_documents(self, documents: list[int], before: int | None) -> None:
        moving = list(dict.fromkeys(i for i in documents if i in self.documents))
        rest = [i for i in self.order if i not in moving]
        place = rest.index(before) if before in rest else len(rest)
        self.order = rest[:place] + moving + rest[place:]
