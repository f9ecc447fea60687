"""Exports for the thesis: tables and diagram by command."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.cli.running import done, qcode, refused


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("thesis")
    done("demo", folder, "--no-window")
    return folder / "sample.qcode"


def tables(path: Path) -> list[str]:
    return [
        paragraph.text
        for paragraph in docx.Document(str(path)).paragraphs
        if paragraph.style is not None and paragraph.style.name == "Caption"
    ]


def test_all_tables_are_written_and_named_in_a_message(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables.docx"
    ended = done("export", sample, "tables", out)
    assert ended.out == "" and str(out) in ended.err
    listed = tables(out)
    assert [line.split("\u2002")[0] for line in listed] == [
        *(f"Table {number}" for number in range(1, 8)),
        "Figure 1",
        *(f"Table {number}" for number in range(8, 15)),
    ]
    assert [line.partition("\u2002")[2] for line in listed[-5:]] == [
        "Frequencies of codes by Language",
        "Frequencies of codes by Degree",
        "Frequencies of codes by Country",
        "Groups of documents by main categories (1 of 2)",
        "Groups of documents by main categories (2 of 2)",
    ]


def test_options_choose_tables_language_form_lines_and_chapter(
    sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "tables.docx"
    done(
        "export", sample, "tables", out, "--tables", "selective, open", "--headings", "zh",
        "--form", "long", "--lines", "grid", "--chapter", "3", "--first", "category",
        "--words", "passage=原话", "--words", "stages_caption=五个阶段", "--landscape",
    )  # fmt: skip
    assert tables(out) == [
        "表 3-1\u2002开放式编码形成的概念与初始范畴",
        "表 3-2\u2002选择性编码：范畴的典型关系结构",
        "表 3-3\u2002五个阶段",
        "图 3-1\u2002范畴关系模型",
    ]
    document = docx.Document(str(out))
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["初始范畴", "概念", "原话"]
    assert document.tables[0].style is not None
    assert document.tables[0].style.name == "Full Grid Table"
    assert len(document.tables[0].rows) > 250


def test_passages_say_how_many_a_category_has(sample: Path, tmp_path: Path) -> None:
    rows = []
    for number in (1, 4):
        out = tmp_path / f"{number}.docx"
        done("export", sample, "tables", out, "--tables", "open", "--passages", number)
        rows.append(len(docx.Document(str(out)).tables[0].rows))
    assert rows[0] == 1 + 19 + 4, "a passage for each category, and for each concept without one"
    assert rows[1] > 19 * 3


def test_frequencies_can_stand_by_documents(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables.docx"
    done("export", sample, "tables", out, "--tables", "frequencies", "--by", "documents")
    heads = [cell.text for cell in docx.Document(str(out)).tables[0].rows[0].cells]
    assert heads[:5] == ["Code", "Passages", "Documents", "%", "01"]


def test_variables_and_what_crosses_in_the_typology_are_named(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables.docx"
    done(
        "export", sample, "tables", out, "--tables", "variables,typology", "--variable", "Role",
        "--variable", "Unit", "--rows", "variable:Language", "--columns", "below:Friction and its"
        " handling",
    )  # fmt: skip
    titles = {line.partition("\u2002")[2].partition(" (")[0] for line in tables(out)}
    assert titles == {
        "Frequencies of codes by Role",
        "Frequencies of codes by Unit",
        "Language by AA5 Friction and its handling",
    }
    last = docx.Document(str(out)).tables[-1]
    assert [cell.text for cell in last.rows[0].cells] == [
        "Language",
        "A17 Burden at the lowest level",
        "A18 Defensive behaviour",
        "A19 Working relations",
    ]
    assert [row.cells[0].text for row in last.rows][1:] == ["Chinese", "English", "No value"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--rows", "cases"), "“cases” is no axis"),
        (("--columns", "variable:Age"), "“Age” names no single variable"),
        (("--columns", "property:"), "names no single property"),
        (("--rows", "below:nothing"), "There is no code “nothing”"),
        (("--variable", "Age"), "“Age” names no single variable"),
    ],
)
def test_what_is_not_there_to_be_crossed_is_refused(
    sample: Path, tmp_path: Path, options: tuple[str, str], said: str
) -> None:
    out = tmp_path / "tables.docx"
    assert said in refused("export", sample, "tables", out, *options)
    assert not out.exists()


@pytest.mark.parametrize("name", ["diagram.svg", "diagram.png"])
def test_the_diagram_is_written_in_the_format_of_its_ending(
    sample: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / name
    done("export", sample, "diagram", out, "--headings", "zh")
    body = out.read_bytes()
    if name.endswith(".png"):
        assert body.startswith(b"\x89PNG")
    else:
        assert "反馈于" in body.decode() and "AA1 Motivation to" in body.decode()


def test_another_ending_is_refused(sample: Path, tmp_path: Path) -> None:
    assert ".docx" in refused("export", sample, "tables", tmp_path / "tables.csv")
    assert ".svg" in refused("export", sample, "diagram", tmp_path / "diagram.docx")


@pytest.mark.parametrize(
    "wrong",
    [("--tables", "open,weekly"), ("--words", "passage"), ("--words", "weekly=x"), ("--form", "x")],
)
def test_what_no_option_knows_is_wrong_usage(
    sample: Path, tmp_path: Path, wrong: tuple[str, str]
) -> None:
    ended = qcode("export", sample, "tables", tmp_path / "tables.docx", *wrong)
    assert ended.code == 2 and ended.out == ""
    assert not (tmp_path / "tables.docx").exists()
