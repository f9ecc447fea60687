"""Codings of other coders: here nobody changes them by accident.

The services stay open to whoever brings work of several people together. A key pressed while one
reads somebody else's coding is another matter: it leaves it as it is, and says so.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from qcode.model.records import Coding
from qcode.services import codings
from qcode.ui.shell.i18n import joined

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.workspace import CodeWorkspace


class Parted(NamedTuple):
    """Codings that who codes may change here, by id, and those that are left as they are."""

    mine: list[int]
    left: Sequence[Coding]


def part(space: CodeWorkspace, coding_ids: Collection[int]) -> Parted:
    """Tell one's own codings from those of others; those that are gone are neither."""
    project = space.session.project
    # Those of the open document are known already; of a long list only the rest is read.
    here = space.codings
    found = [here[one] for one in coding_ids if one in here]
    found += codings.by_id(project, [one for one in coding_ids if one not in here])
    theirs = [coding for coding in found if coding.coder != project.coder]
    left = {coding.id for coding in theirs}
    known = {coding.id for coding in found} - left
    return Parted([one for one in coding_ids if one in known], theirs)


def say_left(space: CodeWorkspace, parted: Parted, heading: str) -> None:
    """Say what was left as it is, where anything was; ``heading`` says what was being done."""
    if parted.left:
        from qcode.ui.shell.message import MessageDialog

        MessageDialog(space, heading, sentence(parted)).exec()


def sentence(parted: Parted) -> str:
    """Whose codings were left as they are, how many, and how they can be changed all the same."""
    count = len(parted.left)
    names = joined(sorted({coding.coder for coding in parted.left}))
    translate = QCoreApplication.translate
    if parted.mine and count == 1:
        said = translate(
            "others",
            "One of these codings is {coder}’s and was left as it is; work as {coder} to change"
            " it.",
        )
    elif parted.mine:
        said = translate(
            "others",
            "{count} of these codings were left as they are: {coder} made them. Work as who made a"
            " coding to change it.",
        )
    elif count == 1:
        said = translate("others", "This coding is {coder}’s; work as {coder} to change it.")
    else:
        said = translate(
            "others",
            "None of these codings is yours: {coder} made them. Work as who made a coding to"
            " change it.",
        )
    return said.format(count=count, coder=names)
