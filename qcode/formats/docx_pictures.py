"""Drawings in Word files: SVG, which stays sharp and can be edited, and PNG where that is unknown.

Word since 2016 and LibreOffice show the SVG; every other program shows the PNG beside it (the
``svgBlip`` extension of DrawingML, [MS-ODRAWXML] 2.3.3.1).
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qcode.formats import pictures
from qcode.formats.docx_text import escaped

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

EMU_PER_POINT = 12_700
TWIPS_PER_POINT = 20
HIGHEST = 560.0  # points: with its caption it fits on a portrait page
DPI = 200
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing; ``width`` and ``height`` are in points, ``words`` say what it shows."""

    svg: str
    width: float
    height: float
    words: str

    def scale(self, widest: int, highest: float = HIGHEST) -> float:
        """Return how much smaller than drawn it is in so many twips of width, points of height."""
        return min(1.0, widest / TWIPS_PER_POINT / self.width, highest / self.height)

    def block(self, part: DocumentPart, number: int, widest: int, highest: float = HIGHEST) -> str:
        """Put the drawing into the package of ``part`` and return the paragraph that shows it.

        ``number`` (from 1) is unique in the file; for the others see ``scale``.
        """
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        raster, _ = part.get_or_add_image(io.BytesIO(pictures.png(self.svg, DPI)))
        drawing = Part(
            PackURI(f"/word/media/drawing{number}.svg"),
            "image/svg+xml",
            self.svg.encode(),
            part.package,
        )
        vector = part.relate_to(drawing, RELATIONSHIP_TYPE.IMAGE)
        scale = self.scale(widest, highest)
        wide, high = (round(side * scale * EMU_PER_POINT) for side in (self.width, self.height))
        said = escaped(self.words)
        return (
            '<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r><w:drawing>'
            f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
            ' distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{wide}" cy="{high}"/>'
            f'<wp:docPr id="{number}" name="{said}" descr="{said}"/>'
            f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
            f'<pic:pic xmlns:pic="{_DRAWING}/picture">'
            f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{said}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip xmlns:r="{_OFFICE}" r:embed="{raster}"><a:extLst>'
            f'<a:ext uri="{_EXTENSION}"><asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{vector}"/>'
            "</a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )
