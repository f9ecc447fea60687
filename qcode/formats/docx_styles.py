"""The styles of every Word file that qcode writes, with an East Asian font beside each Latin one.

Times New Roman with SimSun (宋体) for reading, Arial with SimHei (黑体) for headings and labels:
what Word has on every system with Chinese, what LibreOffice replaces well, what theses ask for.
"""

from __future__ import annotations

from dataclasses import dataclass

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _fonts(latin: str, east_asian: str) -> str:
    return (
        f'<w:rFonts w:ascii="{latin}" w:eastAsia="{east_asian}" w:hAnsi="{latin}" w:cs="{latin}"/>'
    )


SERIF = _fonts("Times New Roman", "SimSun")
SANS = _fonts("Arial", "SimHei")

INK = "1F2A33"
MUTED = "5F6B76"
ACCENT = "2F6B6D"
RULE = "C9D1D6"
HEADING_LEVELS = 5


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """One paragraph style; sizes and distances are in points, indents in twips."""

    id: str
    name: str
    size: float
    sans: bool = False
    bold: bool = False
    italic: bool = False
    color: str = ""
    before: float = 0
    after: float = 0
    line: float = 1.0
    keep: bool = False
    align: str = ""
    left: int = 0
    right: int = 0
    outline: int | None = None
    caps: float = 0
    next: str = ""
    built_in: bool = True

    def xml(self, tab: int) -> str:
        """Return the ``w:style`` element; ``tab`` is the right tab stop of contents and headers."""
        tabs = ""
        if self.id.startswith("TOC"):
            tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{tab}"/></w:tabs>'
        elif self.id in {"Header", "Footer"}:
            tabs = f'<w:tabs><w:tab w:val="right" w:pos="{tab}"/></w:tabs>'
        border = ""
        if self.id == "Header":
            border = (
                f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{RULE}"/></w:pBdr>'
            )
        paragraph = (
            ("<w:keepNext/><w:keepLines/>" if self.keep else "")
            + border
            + tabs
            + f'<w:spacing w:before="{round(self.before * 20)}" w:after="{round(self.after * 20)}" '
            f'w:line="{round(self.line * 240)}" w:lineRule="auto"/>'
            + (
                f'<w:ind w:left="{self.left}" w:right="{self.right}"/>'
                if self.left or self.right
                else ""
            )
            + (f'<w:jc w:val="{self.align}"/>' if self.align else "")
            + (f'<w:outlineLvl w:val="{self.outline}"/>' if self.outline is not None else "")
        )
        half = round(self.size * 2)
        run = (
            (SANS if self.sans else "")
            + ("<w:b/><w:bCs/>" if self.bold else "")
            + ("<w:i/><w:iCs/>" if self.italic else "")
            + ("<w:caps/>" if self.caps else "")
            + (f'<w:color w:val="{self.color}"/>' if self.color else "")
            + (f'<w:spacing w:val="{round(self.caps * 20)}"/>' if self.caps else "")
            + f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        )
        kind = "" if self.built_in else ' w:customStyle="1"'
        return (
            f'<w:style w:type="paragraph"{kind} w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            '<w:basedOn w:val="Normal"/>'
            + (f'<w:next w:val="{self.next}"/>' if self.next else "")
            + '<w:uiPriority w:val="9"/><w:qFormat/>'
            f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )


_HEADINGS = tuple(
    _Paragraph(
        f"Heading{level}", f"heading {level}", size, sans=True, bold=True, color=INK,
        before=before, after=after, keep=True, outline=level - 1, next="Normal",
    )
    for level, size, before, after in (
        (1, 18, 0, 8), (2, 15, 22, 4), (3, 13, 18, 3), (4, 11.5, 16, 2), (5, 11, 14, 2),
    )
)  # fmt: skip
_CONTENTS = tuple(
    _Paragraph(
        f"TOC{level}", f"toc {level}", 11 if level == 1 else 10.5, sans=level == 1,
        bold=level == 1, color=INK, before=6 if level == 1 else 0, after=2,
        left=0 if level == 1 else (level - 2) * 280 + 200, right=560,
    )
    for level in range(1, HEADING_LEVELS + 1)
)  # fmt: skip
_OWN = (
    _Paragraph("Title", "Title", 26, sans=True, bold=True, color=INK, after=14, keep=True),
    _Paragraph("Subtitle", "Subtitle", 12, sans=True, bold=True, color=ACCENT, before=10, after=4,
               caps=1.2, keep=True),
    _Paragraph("TOCHeading", "TOC Heading", 15, sans=True, bold=True, color=INK, before=20,
               after=6, keep=True, next="Normal"),
    _Paragraph("Header", "header", 8.5, sans=True, color=MUTED),
    _Paragraph("Footer", "footer", 8.5, sans=True, color=MUTED, align="center"),
    _Paragraph("Caption", "caption", 10.5, bold=True, color=INK, before=12, after=6, keep=True,
               align="center"),
    _Paragraph("Note", "Note", 9, color=MUTED, after=6, built_in=False),
    _Paragraph("Facts", "Facts", 9.5, color=MUTED, after=6, keep=True, built_in=False),
    _Paragraph("FieldLabel", "Field Label", 9, sans=True, bold=True, color=INK, before=3.5,
               after=3.5, line=1.15, built_in=False),
    _Paragraph("FieldText", "Field Text", 10.5, before=2.5, after=3.5, line=1.15, built_in=False),
    _Paragraph("PassageLabel", "Passage Label", 9, sans=True, before=2.5, after=2, line=1.15,
               color=MUTED, built_in=False),
    _Paragraph("PassageText", "Passage Text", 10.5, before=1.5, after=2, line=1.15,
               built_in=False),
    _Paragraph("TableHead", "Table Head", 9, sans=True, bold=True, color=INK, before=3, after=3,
               built_in=False),
    _Paragraph("TableHeadRight", "Table Head Right", 9, sans=True, bold=True, color=INK, before=3,
               after=3, align="right", built_in=False),
    _Paragraph("TableText", "Table Text", 10, before=2, after=2.5, line=1.08, built_in=False),
    _Paragraph("TableNumber", "Table Number", 10, before=2, after=2.5, line=1.08,
               align="right", built_in=False),
    _Paragraph("TableCount", "Table Count", 8.5, after=2.5, color=MUTED, built_in=False),
    _Paragraph("Gap", "Gap", 3, built_in=False),
    _Paragraph("SectionGap", "Section Gap", 12, built_in=False),
    _Paragraph("Picture", "Picture", 10.5, before=10, keep=True, align="center", built_in=False),
)  # fmt: skip


def styles_xml(tab: int) -> str:
    """Return ``word/styles.xml``. ``tab`` is the width of the text in twips."""
    paragraphs = "".join(style.xml(tab) for style in (*_HEADINGS, *_CONTENTS, *_OWN))
    return (
        f"<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{SERIF}"
        '<w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f"{paragraphs}{_TABLES}</w:styles>"
    )


def fonts_xml() -> bytes:
    """Return ``word/fontTable.xml``: under which other names a system may have the fonts."""
    fonts = (
        ("Times New Roman", "", "roman", "00"),
        ("Arial", "", "swiss", "00"),
        ("SimSun", "宋体", "auto", "86"),
        ("SimHei", "黑体", "modern", "86"),
        ("KaiTi", "楷体", "script", "86"),
    )
    described = "".join(
        f'<w:font w:name="{name}">'
        + (f'<w:altName w:val="{other}"/>' if other else "")
        + f'<w:charset w:val="{charset}"/><w:family w:val="{family}"/></w:font>'
        for name, other, family, charset in fonts
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><w:fonts {_W}>{described}</w:fonts>'.encode()


def _table(style: str, name: str, borders: str, first_row: str = "") -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/><w:tblPr>'
        + (f"<w:tblBorders>{borders}</w:tblBorders>" if borders else "")
        + "</w:tblPr>"
        + (
            '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
            f"<w:tcBorders>{first_row}</w:tcBorders></w:tcPr></w:tblStylePr>"
            if first_row
            else ""
        )
        + "</w:style>"
    )


def _line(side: str, eighths: int, color: str = INK) -> str:
    """Return a border; its width is in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{color}"/>'


_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    + _table("ThreeLine", "Three Line Table", _line("top", 12) + _line("bottom", 12),
             _line("bottom", 6))
    + _table("Grid", "Full Grid Table",
             "".join(_line(side, 4) for side in
                     ("top", "left", "bottom", "right", "insideH", "insideV")))
    + _table("RowRules", "Row Rules Table",
             "".join(_line(side, 4, RULE) for side in ("top", "bottom", "insideH")))
    + _table("NoRules", "Plain Layout Table", "")
)  # fmt: skip
