"""The tool that keeps the translations complete finds what is wrong with them."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import qcode
from qcode.paths import resources

TOOL = resources().parent / "packaging" / "translations.py"


@pytest.fixture
def tool():
    spec = importlib.util.spec_from_file_location("translations", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def tree(tool, tmp_path, monkeypatch):
    """A small program with a complete translation."""
    (tmp_path / "qcode").mkdir()
    monkeypatch.setattr(tool, "ROOT", tmp_path)
    monkeypatch.setattr(tool, "FOLDER", tmp_path)
    monkeypatch.setattr(
        tool, "ts_file", lambda language, folder=tmp_path: folder / f"qcode_{language}.ts"
    )
    write(tmp_path, 'QT_TRANSLATE_NOOP("core", "one {thing}")\n')
    tool.update(tmp_path, keep_vanished=False)
    translate(tmp_path, "一个{thing}")
    for language in tool.LANGUAGES:
        tool.build(language, tool.ts_file(language).with_suffix(".qm"))
    assert list(tool.faults()) == []
    return tmp_path


def write(folder, source):
    (folder / "qcode" / "module.py").write_text(source, encoding="utf-8")


def translate(folder, words):
    path = folder / "qcode_zh_CN.ts"
    document = ET.parse(path)
    for translation in document.getroot().iter("translation"):
        translation.text = words
        translation.attrib.pop("type", None)
    document.write(path, encoding="utf-8", xml_declaration=True)


def test_a_new_sentence_is_found_missing(tool, tree):
    write(tree, 'QT_TRANSLATE_NOOP("core", "one {thing}")\nself.tr("new")\n')
    assert any("unfinished" in fault and "new" in fault for fault in tool.faults())


def test_a_sentence_that_is_gone_is_found_stale(tool, tree):
    write(tree, "")
    assert any("vanished" in fault for fault in tool.faults())


def test_a_place_that_the_translation_lost_is_found(tool, tree):
    translate(tree, "一个")
    assert any("places differ" in fault for fault in tool.faults())


def test_an_old_build_is_found(tool, tree):
    translate(tree, "一件{thing}")
    assert [fault for fault in tool.faults() if "is not the build" in fault]


def test_a_sentence_inside_an_f_string_is_found_since_no_translator_sees_it(tool, tree):
    write(tree, 'QT_TRANSLATE_NOOP("core", "one {thing}")\nx = f"{self.tr(\'hidden\')}"\n')
    assert any("not found by lupdate" in fault and "hidden" in fault for fault in tool.faults())


def test_a_sentence_that_is_put_together_is_found(tool, tree):
    write(tree, 'QT_TRANSLATE_NOOP("core", "one {thing}")\nself.tr("a" + b)\n')
    assert any("no plain string" in fault for fault in tool.faults())


def test_other_things_that_are_called_translate_are_none_of_its_business(tool, tree):
    write(
        tree,
        'QT_TRANSLATE_NOOP("core", "one {thing}")\npainter.translate(x, y)\nb.translate(None, c)\n',
    )
    assert list(tool.faults()) == []


@pytest.mark.parametrize(
    ("source", "chinese", "sound"),
    [
        ("{a} of {b}", "{b} / {a}", True),
        ("{a} of {b}", "{a}", False),
        ("{a}", "{a}{c}", False),
        ("%n texts", "个文本", True),
        ("%Ln texts", "%Ln 个文本", True),
        ("words", "", False),
    ],
)
def test_places_of_a_translation_are_those_of_the_sentence(tool, source, chinese, sound):
    message = ET.Element("message")
    ET.SubElement(message, "translation").text = chinese
    assert (not list(tool.faults_of("core", source, message))) == sound


def test_no_sentence_stands_inside_an_f_string_where_the_extraction_does_not_look():
    inside = re.compile(r"\{(?:self\.tr|tr|translate|QCoreApplication\.translate)\(")
    found = [
        f"{path.name}: {line.strip()}"
        for path in Path(qcode.__file__).parent.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if inside.search(line)
    ]
    assert found == []
