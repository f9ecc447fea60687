"""Value objects: sentences, kinds, colours, names, spans, stamps."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcode.model.changes import ChangeSet
from qcode.model.colors import PALETTE, normalised
from qcode.model.enums import KIND_ORDER, CodeKind, Level, MemoKind, WorkStatus
from qcode.model.errors import QcodeError
from qcode.model.messages import Message
from qcode.model.names import file_name, tidy
from qcode.model.span import Span
from qcode.model.stamps import new_guid, now

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def test_a_sentence_is_said_in_another_language_with_its_parts() -> None:
    words = {"Make {code} a {kind}": "把{code}变为{kind}", "category": "范畴"}
    message = Message("Make {code} a {kind}", {"code": "{x}", "kind": Message("category")})
    assert message.text() == "Make {x} a category"
    assert message.text(lambda text: words.get(text, text)) == "把{x}变为范畴"


@given(st.dictionaries(st.sampled_from(["a", "b"]), TEXTS | st.integers(), max_size=2))
def test_a_message_comes_back_from_the_journal(params: dict[str, str | int]) -> None:
    message = Message("{a} {b}", {**params, "c": Message("inner {a}", params)})
    assert Message.from_json(message.template, message.params_json()) == message


def test_an_error_speaks_english_until_it_is_translated() -> None:
    assert str(QcodeError("{file} is odd", file="a.qcode")) == "a.qcode is odd"


def test_level_follows_from_kind() -> None:
    assert [(kind.value, kind.level.value, kind.rank) for kind in CodeKind] == [
        ("concept", "open", 0),
        ("category", "open", 1),
        ("main_category", "axial", 2),
        ("core_category", "selective", 3),
    ]
    assert [CodeKind.of_level(level).value for level in Level] == [
        "concept",
        "main_category",
        "core_category",
    ]
    assert [CodeKind.of_level(kind.level).level for kind in KIND_ORDER] == [
        kind.level for kind in KIND_ORDER
    ]


def test_every_word_of_the_method_has_a_name_for_people() -> None:
    for words in (CodeKind, Level, MemoKind, WorkStatus):
        labels = [word.label.text() for word in words]
        assert all(labels) and len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("color", "expected"),
    [
        ("#ABC", "#aabbcc"),
        (" 12ab34 ", "#12ab34"),
        ("#12AB34", "#12ab34"),
        ("#12ab3", None),
        ("red", None),
        ("", None),
        ("#12ab34\n#", None),
        ("＃１２３", None),
    ],
)
def test_colours_have_one_spelling(color: str, expected: str | None) -> None:
    assert normalised(color) == expected


def test_colours_of_the_palette_are_told_apart() -> None:
    assert len(set(PALETTE)) == len(PALETTE)
    assert [normalised(color) for color in PALETTE] == list(PALETTE)


def test_names_stand_on_one_line() -> None:
    assert tidy("  a \n b\t\u3000c\0 ") == "a b c"
    assert tidy("\0 \n") == ""
    assert file_name(Path("/x/caf\udce9 研究.txt")) == "caf? 研究.txt"


@given(TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_a_span_is_half_open(text: str, start: int, length: int) -> None:
    span = Span(start, start + length)
    assert span.of(text) == text[start : start + length]
    assert span.overlaps(Span(start, start + 1)) == (length > 0)
    assert not span.overlaps(Span(start + length, start + length + 5))


def test_stamps_are_as_the_file_keeps_them() -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", now())
    guids = {new_guid() for _ in range(1000)}
    assert len(guids) == 1000
    shape = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
    assert all(shape.fullmatch(guid) for guid in guids)


def test_a_change_says_what_it_touched() -> None:
    change = ChangeSet(Message("x"), {"code": frozenset({1}), "memo": frozenset()})
    assert change.ids("code") == {1} and change.ids("coder") == frozenset()
    assert change.touches("coder", "code") and not change.touches("memo")


def test_errors_enums_and_values_load_no_database() -> None:
    program = (
        "import sys\n"
        "from qcode.model import changes, colors, enums, errors, messages, names, records, report,"
        " sources, span, stamps\n"
        "print([m for m in ('sqlmodel', 'sqlalchemy', 'sqlite3', 'PySide6') if m in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ended.stdout == b"[]\n"
