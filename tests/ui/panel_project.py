"""A small project for the tests of panels."""

from hashlib import sha256
from pathlib import Path

from qcode.model.sources import Source
from qcode.services import importing
from qcode.services.project import Project


def candidate(name, text="", label=""):
    """A document that is about to be imported."""
    text = text or f"{name}: the pilot waits for the tide and counts the lamps on the quay."
    source = Source(name, text, label)
    return importing.Candidate(Path("x.txt"), source, sha256(text.encode()).hexdigest())


def add_documents(project, names, group=""):
    """Import documents of these names into a group; returns their ids."""
    plan = importing.ImportPlan(tuple(candidate(name) for name in names), ())
    return list(importing.carry_out(project, plan, group=group).document_ids)


def make_project(path, documents=0):
    """A new project coded by Ann."""
    project = Project.create(path, "Harbour", "Ann")
    if documents:
        add_documents(project, [f"Text {n + 1}" for n in range(documents)])
    return project
