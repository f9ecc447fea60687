"""A small project for the tests of panels."""

from qcode.model.sources import Source
from qcode.services.project import Project

from tests.services.bringing import bring_in


def add_documents(project, names, group=""):
    """Import documents of these names into a group; returns their ids."""
    words = "the pilot waits for the tide and counts the lamps on the quay."
    return bring_in(project, *(Source(name, f"{name}: {words}") for name in names), group=group)


def make_project(path, documents=0):
    """A new project coded by Ann."""
    project = Project.create(path, "Harbour", "Ann")
    if documents:
        add_documents(project, [f"Text {n + 1}" for n in range(documents)])
    return project
