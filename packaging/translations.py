"""Keep the translations in step with the sources.

    python packaging/translations.py update   read the sources into resources/translations/*.ts
    python packaging/translations.py build    make the .qm files that the window loads
    python packaging/translations.py check    say what is missing or stale; exit 1 if anything is

The .qm files are committed: a wheel, a checkout and a frozen build then need no Qt tools. ``check``
sees to it that they are the build of the .ts files. English needs a file too: of its plurals only.
"""

from __future__ import annotations

import argparse
import ast
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"zh_CN": (), "en": ("-pluralonly",)}
MARKS = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}  # function: place of its English sentence
_PLACES = re.compile(r"\{[^{}]*\}|%L?n|%\d")


def sources() -> list[Path]:
    """Return the program's modules in a stable order."""
    return sorted((ROOT / "qcode").rglob("*.py"))


def ts_file(language: str, folder: Path = FOLDER) -> Path:
    """Return the file that translators edit."""
    return folder / f"qcode_{language}.ts"


def tool(name: str) -> str:
    """Return the path of a Qt tool; it lies beside this Python or on the search path."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} was not found: install pyside6-essentials")
    return found


def run(command: list[str]) -> None:
    """Run a Qt tool; raises CalledProcessError when it fails."""
    subprocess.run(command, check=True)  # noqa: S603 - our own tools on our own files


def update(folder: Path, *, keep_vanished: bool) -> None:
    """Read the sources into the .ts files of ``folder``."""
    for language, options in LANGUAGES.items():
        with tempfile.TemporaryDirectory() as scratch:
            listing = Path(scratch) / "sources.lst"
            listing.write_text("\n".join(map(str, sources())), encoding="utf-8")
            command = [
                tool("pyside6-lupdate"),
                f"@{listing}",
                "-ts",
                str(ts_file(language, folder)),
            ]
            command += [
                "-locations",
                "none",
                "-source-language",
                "en",
                "-target-language",
                language,
            ]
            # Qt's guess at a translation from a similar sentence would pass for a real one.
            command += ["-disable-heuristic", "sametext", "-disable-heuristic", "similartext"]
            if not keep_vanished:
                command.append("-no-obsolete")
            run([*command, *options, "-silent"])


def build(language: str, target: Path) -> None:
    """Compile the committed .ts file of ``language`` into ``target``."""
    run([tool("pyside6-lrelease"), str(ts_file(language)), "-qm", str(target), "-silent"])


def marked() -> Iterator[tuple[Path, int, str | None]]:
    """Yield file, line and English sentence of every call that marks one.

    The sentence is None where it is not a plain string: the tools of Qt cannot read it then. They
    do not look into f-strings either, which is why this reads the syntax tree itself.
    """
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = _called(node.func)
            if name not in MARKS or len(node.args) <= MARKS[name]:
                continue
            literal = node.args[MARKS[name]]
            plain = isinstance(literal, ast.Constant) and isinstance(literal.value, str)
            yield path.relative_to(ROOT), node.lineno, literal.value if plain else None


def _called(function: ast.expr) -> str:
    """Return the name of a called function; bytes and painters have another ``translate``."""
    if isinstance(function, ast.Name):
        return function.id
    if not isinstance(function, ast.Attribute):
        return ""
    owner = function.value.id if isinstance(function.value, ast.Name) else ""
    if function.attr == "translate" and not owner.endswith("Application"):
        return ""
    return function.attr


def messages(path: Path) -> Iterator[tuple[str, str, ET.Element]]:
    """Yield context, English sentence and element of every message of a .ts file."""
    tree = ET.parse(path)  # noqa: S314 - a file of ours
    for context in tree.getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            yield name, message.findtext("source", ""), message


def faults_of(context: str, source: str, message: ET.Element) -> Iterator[str]:
    """Yield what is wrong with one translation."""
    translation = message.find("translation")
    state = translation.get("type", "") if translation is not None else "unfinished"
    if state:
        yield f"{state}: {context}: {source}"
        return
    assert translation is not None
    forms = [form.text or "" for form in translation.iter("numerusform")] or [
        translation.text or ""
    ]
    wanted = sorted(set(_PLACES.findall(source)))
    for form in forms:
        if not form.strip():
            yield f"empty: {context}: {source}"
        # One is often said without its number, so that a plural may leave %n out.
        elif sorted(set(_PLACES.findall(form)) | ({"%n", "%Ln"} & set(wanted))) != wanted:
            yield f"places differ: {context}: {source} -> {form}"


def faults() -> Iterator[str]:
    """Yield everything that keeps the translations from being complete and in step."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for language in LANGUAGES:
            if not ts_file(language).is_file():
                yield f"missing: {ts_file(language).name}"
                return
            shutil.copy(ts_file(language), folder)
        update(folder, keep_vanished=True)
        for language in LANGUAGES:
            for message in messages(ts_file(language, folder)):
                yield from (f"{language} {fault}" for fault in faults_of(*message))
            fresh, kept = folder / "fresh.qm", ts_file(language).with_suffix(".qm")
            build(language, fresh)
            if not kept.is_file() or kept.read_bytes() != fresh.read_bytes():
                yield f"{kept.name} is not the build of {ts_file(language).name}: run build"
        known = {source for _, source, _ in messages(ts_file("zh_CN", folder))}
        for path, line, sentence in marked():
            if sentence is None:
                # Translating what a variable holds is the business of the doors alone.
                if path.as_posix() not in PASSING_ON:
                    yield f"{path}:{line}: no plain string, so that no translator sees it"
            elif sentence not in known:
                yield f"{path}:{line}: not found by lupdate (inside an f-string?): {sentence}"


# What is marked elsewhere is put into words here.
PASSING_ON = {
    f"qcode/ui/shell/{name}.py"
    for name in ("i18n", "actions", "commands", "hints", "shortcut_page")
} | {"qcode/ui/workspaces/analyse/workspace.py"}


def main() -> int:
    """Run one command and return the exit code."""
    parser = argparse.ArgumentParser(description="Keep the translations in step with the sources.")
    parser.add_argument("command", choices=("update", "build", "check"))
    command = parser.parse_args().command
    if command == "update":
        update(FOLDER, keep_vanished=False)
    elif command == "build":
        for language in LANGUAGES:
            build(language, ts_file(language).with_suffix(".qm"))
    else:
        found = list(faults())
        sys.stdout.writelines(f"{fault}\n" for fault in found)
        return 1 if found else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
