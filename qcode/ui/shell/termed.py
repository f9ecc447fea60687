"""Actions whose words name a term of the method, in the words of a project with terms of its own.

Under the program's terms they keep the words of the catalogue, with their access keys.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qcode.ui.shell.i18n import own_term, speaks_own_terms

# Words of the catalogue → key of the term that they name.
NEW = {
    "New &concept…": "kind.concept",
    "&New initial category…": "kind.category",
    "Ne&w main category…": "kind.main_category",
    "New c&ore category…": "kind.core_category",
}
NAMED = {
    "&Concept": "kind.concept",
    "&Initial category": "kind.category",
    "&Main category": "kind.main_category",
    "C&ore category": "kind.core_category",
    "&Theoretical memo": "memo.theoretical",
    "&Code memo": "memo.code",
    "&Operational memo": "memo.operational",
    "&Document memo": "memo.document",
    "&Passage memo": "memo.passage",
    "P&roject memo": "memo.project",
    "Axial": "level.axial",
    "Selective": "level.selective",
}


def in_own_terms(text: str) -> str:
    """Return what an entry of the catalogue says in the project's own terms.

    ``text`` is the catalogue's. Empty where it names no term, or the program's word serves.
    """
    key = NEW.get(text) or NAMED.get(text)
    if key is None or not speaks_own_terms():
        return ""
    from qcode.model.messages import Message
    from qcode.model.schools import TERMS

    name = own_term(Message(TERMS[key]))
    if name is None:
        return ""
    name = name.replace("&", "&&")  # no access key
    if text in NEW:
        return QCoreApplication.translate("actions", "New {kind}…").format(kind=name)
    return capital(name)


def capital(words: str) -> str:
    """Return words as a heading begins: with a capital letter."""
    return words[:1].upper() + words[1:]
