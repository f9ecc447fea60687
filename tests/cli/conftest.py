from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import done, write

TALK = "The office hands the list to each bureau and calls again the same afternoon.\n"
NOTE = "同一张清单，下午又打了一次电话。\n"

CODEBOOK = """name,parent,kind,color,definition
repeated contact,pressure,concept,#3b78d8,calls again
pressure,push from above,category,,
push from above,,main_category,,"what comes from above,
and is felt"
责任,,concept,,
"""

CODINGS = """document,start,end,code,coder,memo
talk,4,10,repeated contact,Ann,
talk,4,10,pressure,Ann,"two words, one memo"
talk,4,10,repeated contact,Ben,
talk,20,24,repeated contact,Ann,
note,0,4,责任,Ben,为何
"""


_built: dict[str, bytes] = {}  # the same for every test, so made once


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A project with nothing in it."""
    path = tmp_path / "empty.qcode"
    if "empty" not in _built:
        done("new", path, "--name", "Empty one", "--as", "Ann")
        _built["empty"] = path.read_bytes()
    path.write_bytes(_built["empty"])
    return path


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A project with two documents, four codes and five codings of two coders."""
    path = tmp_path / "study.qcode"
    talk, note = write(tmp_path / "talk.txt", TALK), write(tmp_path / "note.txt", NOTE)
    frame = write(tmp_path / "frame.csv", CODEBOOK)
    codings = write(tmp_path / "codings.csv", CODINGS)
    if "study" not in _built:
        done("new", path, "--name", "Study", "--as", "Ann")
        done("import", path, talk, note)
        done("codes", path, "--import", frame)
        done("codings", path, "--import", codings)
        _built["study"] = path.read_bytes()
    path.write_bytes(_built["study"])
    return path
