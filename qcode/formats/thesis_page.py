"""The text of a page of a thesis database, as a browser copies it.

Above the abstract stand the title and lines of labels and values run together
(``Degree:MasterType:Thesis``); below it keywords and the site's furniture. The abstract becomes
the text, the title the name, the labelled values become variables, the furniture goes.
"""

from __future__ import annotations

import re

from qcode.formats.labels import short_label, year_of
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.model.sources import Source

# Label on the page (as a pattern) and name of the variable; None is furniture.
_LABELS: tuple[tuple[str, str | None], ...] = (
    ("Posted on", "Posted date"),
    ("Degree", "Degree"),
    ("Type", "Type"),
    ("Country", "Country"),
    ("Candidate", "Candidate"),
    ("Full Text", None),
    ("GTID", "Full-text id"),
    ("Subject", "Subject"),
)
_LABEL = re.compile("({}) *[:：]".format("|".join(label for label, _ in _LABELS)))
_LABELLED_LINE = re.compile(rf"^[ \t]*{_LABEL.pattern}", re.MULTILINE)
_NAMES = dict(_LABELS)
_ABSTRACT = re.compile(r"Abstract/Summary *[:：]|^[ \t]*Abstract *[:：]", re.MULTILINE)
_KEYWORDS = re.compile(r"Keywords/Search Tags *[:：]|^[ \t]*Keywords *[:：]", re.MULTILINE)
_FURNITURE = re.compile(
    r"^[ \t]*(PDF Full Text Request|Related items|Full Text *[:：] *PDF|Font Size *[:：].*)[ \t]*$",
    re.MULTILINE,
)
_REQUEST = re.compile(r"\s*(?:PDF Full Text Request|Full Text Request(?=\s))")
_LOOK_AHEAD = 5_000


def looks_like(text: str) -> bool:
    """Whether ``text`` is such a page: its abstract's label, and above it two others."""
    found = _ABSTRACT.search(text, 0, _LOOK_AHEAD)
    if found is None:
        return False
    return len({label[1] for label in _LABEL.finditer(text, 0, found.start())}) >= 2


def read_page(text: str) -> Source:
    """Return the thesis that the page ``text`` (LF newlines) tells of.

    Raises:
        QcodeError: no label of an abstract, no abstract behind it, or no title.
    """
    label = _ABSTRACT.search(text)
    if label is None:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "It is no page of a thesis database: nothing says Abstract.")
        )
    title, fields = _head(text[: label.start()])
    abstract, keywords = _body(text[label.end() :])
    if not abstract:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "There is no abstract below line {line}."),
            line=text.count("\n", 0, label.end()) + 1,
        )
    if not title:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "There is no title above the abstract."))
    if keywords:
        fields["Keywords"] = "; ".join(keywords)
    year = year_of(fields.get("Posted date", ""))
    return Source(
        name=title,
        text=abstract,
        label=short_label(fields.get("Candidate", ""), year),
        fields=fields,
        is_record=True,
        title=title,
        year=year,
    )


def _head(head: str) -> tuple[str, dict[str, str]]:
    """Return the title and the labelled values above the abstract.

    The title ends at the first line that begins with a label; a label inside it is its own.
    """
    head = _FURNITURE.sub("", head)
    first = _LABELLED_LINE.search(head) or _LABEL.search(head)
    end_of_title = first.start() if first else len(head)
    found = list(_LABEL.finditer(head, end_of_title))
    ends = [label.start() for label in found[1:]] + [len(head)]
    fields: dict[str, str] = {}
    for label, end in zip(found, ends, strict=False):
        name = _NAMES[label[1]]
        value = " ".join(head[label.end() : end].split())
        if name and value:
            fields.setdefault(name, value)
    return " ".join(head[:end_of_title].split()), fields


def _body(body: str) -> tuple[str, list[str]]:
    """Return the abstract, exactly as it is written, and the keywords."""
    request = _REQUEST.match(body)
    start = request.end() if request else 0
    marks = list(_KEYWORDS.finditer(body, start))
    if marks:
        keywords_label = marks[-1]
        end = keywords_label.start()
        rest = _FURNITURE.split(body[keywords_label.end() :], maxsplit=1)[0]
        keywords = _separated(rest)
    else:
        furniture = _FURNITURE.search(body, start)
        end = furniture.start() if furniture else len(body)
        keywords = []
    return body[start:end].strip(), keywords


def _separated(keywords: str) -> list[str]:
    """Return the single keywords. A comma without a space may belong to a keyword."""
    for separator in (r"[;；\n]+", r"[，、]+|, ", ","):
        parts = [part.strip(" \t,") for part in re.split(separator, keywords.strip())]
        if len(parts) > 1:
            break
    return [" ".join(part.split()) for part in parts if part]
