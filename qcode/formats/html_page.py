"""One self-contained HTML file: its style inside, no script, nothing fetched from anywhere.

Light and dark follow the reader's system; printing is always black on white.
"""

from __future__ import annotations

import html
import os

from qcode.formats.atomic import replacing
from qcode.formats.contrast import readable
from qcode.formats.headings import Headings
from qcode.formats.printable import printable

DARK_PAPER = "#16191c"

_STYLE = """
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1f2a33; --muted: #5f6b76;
  --rule: #d5dce0; --band: #f3f6f6; --accent: #2f6b6d; }
@media (prefers-color-scheme: dark) { :root { --paper: #16191c; --ink: #e4e8ea; --muted: #9aa5ad;
  --rule: #343b41; --band: #1f2428; --accent: #7fc0c1; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 54rem; padding: 3rem 1.5rem 5rem; background: var(--paper);
  color: var(--ink); line-height: 1.55;
  font: 1rem/1.55 Georgia, "Times New Roman", "Songti SC", SimSun, "Noto Serif CJK SC", serif; }
h1, h2, h3, th, .label, .kicker, nav { font-family: "Helvetica Neue", Arial, "PingFang SC",
  "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 2.2rem; line-height: 1.2; margin: 0 0 1.2rem; }
h2 { font-size: 1.5rem; margin: 3rem 0 1rem; }
h3 { font-size: 1.1rem; margin: 0; color: var(--code, var(--accent)); }
section.main_category h3, section.core_category h3 { font-size: 1.35rem;
  border-bottom: 1px solid currentColor; padding-bottom: .25rem; }
section { margin: 0 0 2.2rem; scroll-margin-top: 1rem; }
section.main_category, section.core_category { margin-top: 3rem; }
a { color: inherit; text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
.kicker { color: var(--accent); font-weight: 700; letter-spacing: .08em;
  text-transform: uppercase; font-size: .9rem; margin: 0 0 .4rem; }
.facts { color: var(--muted); font-size: .9rem; margin: .2rem 0 .6rem; }
table { border-collapse: collapse; width: 100%; }
th { text-align: start; font-size: .82rem; }
td, th { padding: .35rem .6rem; vertical-align: top; }
td, .field th { overflow-wrap: break-word; }
.fixed { white-space: nowrap; }
.field { border-bottom: 1px solid var(--rule); }
.field tr { border-top: 1px solid var(--rule); }
.field th { width: 11rem; padding-top: .5rem; }
.field td, .quotes td, .list td { white-space: pre-line; }
.tree, .list { border-top: 2px solid var(--ink); border-bottom: 2px solid var(--ink); }
.tree thead th, .list thead th { border-bottom: 1px solid var(--ink); }
.list tbody tr + tr { border-top: 1px solid var(--rule); }
.tree .count { text-align: end;
  font-variant-numeric: tabular-nums; }
.tree td, .tree th { padding-block: .2rem; }
.tree .kind { color: var(--muted); font-size: .88rem; white-space: nowrap; }
.tree tr.strong { background: var(--band); font-weight: 600; }
.tree tr.strong .kind { font-weight: 400; }
.tree tbody tr:hover { background: var(--band); }
.mark { display: inline-block; width: .6rem; height: .6rem; margin-inline-end: .45rem;
  border-radius: 2px; background: var(--code, var(--accent)); }
.quotes { margin: .5rem 0 0 1.2rem; width: calc(100% - 1.2rem); }
.quotes .label, .list .label { color: var(--code, var(--accent)); font-size: .85rem; width: 6.5rem;
  padding-top: .5rem; white-space: normal; }
.scroll { overflow-x: auto; }
main.scroll { margin-top: 2.5rem; }
[style*="--light"] { --code: var(--light); }
@media (prefers-color-scheme: dark) { [style*="--light"] { --code: var(--dark); } }
@media print { :root { --paper: #fff; --ink: #000; --muted: #444; --rule: #bbb; --band: #f3f3f3;
  --accent: #2f6b6d; color-scheme: light; }
  [style*="--light"] { --code: var(--light); }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  main > h2 { break-before: page; }
  h3, .facts { break-after: avoid; } tr { break-inside: avoid; }
  thead { display: table-header-group; } @page { margin: 2.2cm; } }
"""


def said(text: str) -> str:
    """Return ``text`` for the inside of an element or a quoted attribute."""
    return html.escape(printable(text))


def shades(color: str) -> str:
    """Return a ``style`` attribute with the colour readable on light and on dark paper."""
    return f'style="--light:{readable(color)};--dark:{readable(color, DARK_PAPER)}"'


def write_page(path: str | os.PathLike[str], title: str, body: str, words: Headings) -> None:
    """Write the file; raises ``QcodeError`` naming it when it cannot be written."""
    language = "zh-CN" if words.language == "zh" else "en"
    page = (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{said(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )
    with replacing(path) as temporary:
        temporary.write_bytes(page.encode())


def title_block(kicker: str, title: str, lines: list[tuple[str, str]]) -> str:
    """The head of the page: what it is, of which project, and the facts about it."""
    return (
        f'<header>\n<p class="kicker">{said(kicker)}</p>\n<h1 dir="auto">{said(title)}</h1>\n'
        f"{field_table([(label, text, False) for label, text in lines])}\n</header>"
    )


def field_table(fields: list[tuple[str, str, bool]]) -> str:
    """A table of labels and texts; the third member says that the text is an example."""
    rows = "\n".join(
        f'<tr><th scope="row">{said(label)}</th><td dir="auto">'
        + (f"<em>{said(text)}</em>" if example else said(text))
        + "</td></tr>"
        for label, text, example in fields
    )
    return f'<table class="field">\n{rows}\n</table>' if rows else ""
