"""Finds what a person names: a document or a code by name, path or GUID."""

from __future__ import annotations

from collections.abc import Sequence

from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.model.names import tidy
from qcode.model.records import Code, Document
from qcode.services import codes, documents
from qcode.services.project import Project

PATH = " > "


def document(project: Project, reference: str) -> Document:
    """Return the document with this GUID, name, label or path (``Group > Name``).

    Raises ``QcodeError`` when there is none, or several: then with their GUIDs.
    """
    return Documents(project).find(reference)


def code(project: Project, reference: str) -> Code:
    """Return the code with this GUID, name or path (``Parent > Child``); see ``document``."""
    return Codes(project).find(reference)


class Documents:
    """All documents, indexed for many look-ups."""

    def __init__(self, project: Project) -> None:
        self._file = str(project.path)
        self._index: dict[str, list[Document]] = {}
        groups = {group.id: group.name for group in documents.groups(project)}
        for found in documents.listed(project):
            keys = {found.name, found.label, found.guid}
            if found.group_id is not None:
                keys.add(f"{groups[found.group_id]}{PATH}{found.name}")
            for key in filter(None, keys):
                self._index.setdefault(key, []).append(found)

    def find(self, reference: str) -> Document:
        """Return the one document that is meant."""
        found = self._index.get(reference) or self._index.get(_guid(reference)) or []
        exact = [one for one in found if one.name == reference]
        found = exact or found
        if len(found) == 1:
            return found[0]
        if not found:
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "There is no document “{name}” in {file}."),
                name=reference,
                file=self._file,
            )
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core", "“{name}” names several documents in {file}; use a GUID: {guids}."
            ),
            name=reference,
            file=self._file,
            guids=", ".join(one.guid for one in found),
        )


class Codes:
    """All codes, indexed for many look-ups."""

    def __init__(self, project: Project) -> None:
        self._fill(codes.tree(project, counts=False), str(project.path))

    @classmethod
    def of(cls, tree: Sequence[Code], file: str) -> Codes:
        """Index codes in tree order that were read already; ``file`` is named in errors."""
        index = cls.__new__(cls)
        index._fill(tree, file)
        return index

    def _fill(self, tree: Sequence[Code], file: str) -> None:
        self._file = file
        self.paths: dict[int, str] = {}
        self._by_name: dict[str, list[Code]] = {}
        for found in tree:
            self.add(found)

    def add(self, code: Code) -> None:
        """Index one more code; its parent must be there already."""
        above = f"{self.paths[code.parent_id]}{PATH}" if code.parent_id is not None else ""
        self.paths[code.id] = f"{above}{code.name}"
        for key in {code.name, self.paths[code.id], code.guid}:
            self._by_name.setdefault(key, []).append(code)

    def find(self, reference: str) -> Code:
        """Return the one code that is meant."""
        found = self.matching(reference)
        if len(found) == 1:
            return found[0]
        if not found:
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "There is no code “{name}” in {file}."),
                name=reference,
                file=self._file,
            )
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core", "“{name}” names several codes in {file}; use a GUID or a path: {guids}."
            ),
            name=reference,
            file=self._file,
            guids=", ".join(f"{self.paths[one.id]} ({one.guid})" for one in found),
        )

    def matching(self, reference: str) -> list[Code]:
        """Return every code that may be meant: by path, GUID or name, else by a path's end."""
        neat = neat_path(reference)
        for key in (reference, neat, _guid(reference)):
            if found := self._by_name.get(key):
                whole = [one for one in found if PATH in key and self.paths[one.id] == key]
                return whole or found
        if PATH not in neat:
            return []
        below = {
            one.id: one
            for found in self._by_name.values()
            for one in found
            if self.paths[one.id].endswith(f"{PATH}{neat}")
        }
        return list(below.values())


def neat_path(reference: str) -> str:
    """Return a name or path with the white space that names have."""
    return PATH.join(tidy(part) for part in reference.split(PATH))


def _guid(reference: str) -> str:
    return reference.strip().strip("{}").lower()
