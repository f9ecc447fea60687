"""The codebook as one HTML file with links from the overview to every code."""

from __future__ import annotations

import os

from qcode.formats.codebook_words import DOT, facts, filled, summary, titled, with_parents
from qcode.formats.docx_text import quoted
from qcode.formats.headings import Headings
from qcode.formats.html_page import field_table, said, shades, title_block, write_page
from qcode.model.enums import CodeKind
from qcode.model.report import Codebook, CodeEntry


def write_html(codebook: Codebook, path: str | os.PathLike[str], words: Headings) -> None:
    """Write ``codebook``; raises ``QcodeError`` naming the file when it cannot be written."""
    parts = [title_block(words.codebook, codebook.project, summary(codebook, words))]
    if codebook.entries:
        parts.append(_overview(codebook, words))
        parts.append(f"<main>\n<h2>{said(words.code_entries)}</h2>")
        parts += [_entry(entry, parent, words) for entry, parent in with_parents(codebook.entries)]
        parts.append("</main>")
    else:
        parts.append(f'<p class="facts">{said(words.no_codes)}</p>')
    write_page(path, f"{words.codebook}{DOT}{codebook.project}", "\n".join(parts), words)


def _anchor(entry: CodeEntry) -> str:
    return f"code-{said(entry.guid)}"


def _overview(codebook: Codebook, words: Headings) -> str:
    numbered = any(entry.number for entry in codebook.entries)
    rows = "\n".join(_row(entry, words, numbered=numbered) for entry in codebook.entries)
    number = f'<th scope="col">{said(words.number)}</th>' if numbered else ""
    return (
        f'<nav aria-label="{said(words.overview)}">\n<h2>{said(words.overview)}</h2>\n'
        f'<div class="scroll"><table class="tree">\n<thead><tr>{number}'
        f'<th scope="col">{said(words.name)}</th><th scope="col">{said(words.kind)}</th>'
        f'<th scope="col" class="count">{said(words.passages)}</th>'
        f'<th scope="col" class="count">{said(words.documents)}</th></tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody></table></div>\n</nav>"
    )


def _row(entry: CodeEntry, words: Headings, *, numbered: bool) -> str:
    strong = ' class="strong"' if entry.kind.rank >= CodeKind.MAIN_CATEGORY.rank else ""
    number = f'<td class="fixed">{said(entry.number)}</td>' if numbered else ""
    indent = f"padding-inline-start:{0.6 + 1.1 * min(entry.depth, 8):.1f}rem"
    return (
        f'<tr{strong}>{number}<td style="{indent}"><span class="mark" {shades(entry.color)}></span>'
        f'<a href="#{_anchor(entry)}"><bdi>{said(entry.name)}</bdi></a></td>'
        f'<td class="kind">{said(words.kind_name(entry.kind))}</td>'
        f'<td class="count">{entry.passages}</td><td class="count">{entry.documents}</td></tr>'
    )


def _entry(entry: CodeEntry, parent: CodeEntry | None, words: Headings) -> str:
    fields = [(item.label, item.text, item.is_example) for item in filled(entry, words)]
    quotes = "\n".join(
        f'<tr><td class="label">{said(passage.label)}</td>'
        f'<td dir="auto" title="{said(passage.document)}">{said(quoted(passage.quote))}</td></tr>'
        for passage in entry.quoted
    )
    parts = [
        f'<section id="{_anchor(entry)}" class="{entry.kind.value}" {shades(entry.color)}>',
        f"<h3>{said(titled(entry))}</h3>",
        f'<p class="facts">{said(DOT.join(facts(entry, parent, words)))}</p>',
        field_table(fields),
        f'<table class="quotes">\n{quotes}\n</table>' if quotes else "",
        "</section>",
    ]
    return "\n".join(part for part in parts if part)
