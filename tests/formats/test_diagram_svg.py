"""The diagram as SVG and PNG: well-formed, complete, readable in any program."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from qcode.analysis import diagram_layers, diagram_routes
from qcode.formats import diagram_svg, pictures
from qcode.formats.diagram_svg import Look
from qcode.formats.type_metrics import width, wrapped
from qcode.model.diagram import Arrangement, Model, Node, Tie
from qcode.model.enums import RelationForm

MODEL = Model(
    (
        Node(1, "AA1 Waiting & <tide>", "#3b78d8", "3 passages, 2 documents", weight=0.4, stage=0),
        Node(2, "AA2 码头上的信号灯", "#d0752b", core=True, weight=1.0, stage=1),
        Node(3, "AA3 A very long name of a category that needs more than a single line", "#4a9a55"),
    ),
    (
        Tie(1, 1, 2, RelationForm.DIRECTED, "causes"),
        Tie(2, 2, 1, RelationForm.FEEDBACK, "feeds back to"),
        Tie(3, 2, 3, RelationForm.MUTUAL, "相互作用"),
    ),
    ("Calling", "Going"),
)


def drawn(model: Model = MODEL, look: Look = diagram_svg.PAPER) -> str:
    boxes = diagram_layers.boxes(model, diagram_svg.box_sizes(model, look))
    routes = diagram_routes.routes(model, boxes, diagram_svg.label_sizes(model))
    return diagram_svg.svg(model, Arrangement(boxes, routes), look, "Harbour")


def texts(svg: str) -> list[str]:
    root = ET.fromstring(svg)
    return [one.text or "" for one in root.iter("{http://www.w3.org/2000/svg}text")]


def test_every_name_and_every_relation_stands_in_the_drawing() -> None:
    said = " ".join(texts(drawn()))
    for words in ("AA1 Waiting & <tide>", "3 passages, 2 documents", "causes", "feeds back to"):
        assert words in said
    assert "AA2 码头上的信号灯" in said and "相互作用" in said
    assert "1  Calling" in said and "2  Going" in said


def test_a_long_name_is_set_in_lines_and_none_of_it_is_lost() -> None:
    whole = "".join("".join(texts(drawn())).split())
    assert "AA3Averylongnameofacategorythatneedsmorethanasingleline" in whole


def test_chinese_words_ask_for_chinese_fonts_first() -> None:
    (found,) = re.findall(r'font-family="([^"]+)">AA2', drawn())
    assert found.startswith("Microsoft YaHei")


def test_feedback_is_dashed_and_a_mutual_relation_has_two_heads() -> None:
    svg = drawn()
    assert svg.count("stroke-dasharray") == 1
    assert svg.count('Z" fill=') == 4  # one, one, two


def test_shading_and_size_follow_the_evidence() -> None:
    plain = diagram_svg.box_sizes(MODEL)
    sized = diagram_svg.box_sizes(MODEL, Look(sized=True))
    assert sized[2][0] > plain[2][0] and sized[3] == plain[3]
    assert drawn(look=Look(shaded=True)) != drawn()


def test_an_empty_model_is_an_empty_drawing() -> None:
    assert texts(drawn(Model((), ()))) == []


@pytest.mark.parametrize("ending", [".svg", ".png"])
def test_a_drawing_is_written_as_a_file(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"model{ending}"
    pictures.write(drawn(), out)
    body = out.read_bytes()
    if ending == ".svg":
        assert body.decode() == drawn()
    else:
        assert body.startswith(b"\x89PNG")
        wide, high = struct.unpack(">II", body[16:24])
        area = re.search(r'width="([\d.]+)pt" height="([\d.]+)pt"', drawn())
        assert area is not None
        assert abs(wide - float(area[1]) * 300 / 72) <= 2
        assert abs(high - float(area[2]) * 300 / 72) <= 2


def test_lines_end_between_words_or_east_asian_signs_but_before_no_full_stop() -> None:
    assert wrapped("one two three", 10, width("one two", 10) + 1) == ["one two", "three"]
    lines = wrapped("灯亮了，大家等着。", 10, 40)
    assert "".join(lines) == "灯亮了，大家等着。"
    assert not any(line[0] in "，。" for line in lines)
    assert wrapped("a b c d e f", 10, 5, lines=2)[-1].endswith("…")
