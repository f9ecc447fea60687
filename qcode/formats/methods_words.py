"""A methods appendix in one paragraph of prose, with all figures in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from qcode.formats.headings import Headings
from qcode.formats.saturation_docx import verdict
from qcode.formats.versions_docx import counted_kinds
from qcode.model.enums import CodeEventKind, Level
from qcode.model.methods import MethodsReport
from qcode.model.saturation import Saturation


def prose(report: MethodsReport, words: Headings) -> str:
    """Return the paragraph in the language of ``words``."""
    gap = " " if words.language == "en" else ""
    return gap.join(_sentences(report, words))


def joined(parts: Sequence[str], words: Headings) -> str:
    """Join parts as a sentence does: ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    first = words.join(parts[:-1])
    return (
        words.methods["and"]
        .format(first=_apart(first, words), last=_apart(parts[-1], words))
        .strip()
    )


def _apart(value: str, words: Headings) -> str:
    """Return what goes into a sentence; Chinese has a space beside Latin letters and digits."""
    if words.language == "en" or not value:
        return value
    before = " " if value[0].isascii() and value[0].isalnum() else ""
    after = " " if value[-1].isascii() and value[-1].isalnum() else ""
    return f"{before}{value}{after}"


def measure_sentence(found: Saturation, words: Headings) -> str:
    """Say in one sentence what the measure by runs comes to, its numbers in brackets."""
    said, numbers = words.saturation, found.measure
    if not numbers.runs:
        return said["too_few"].format(
            least=numbers.base_size + numbers.run_length, base_size=numbers.base_size
        )
    if numbers.reached_at is None:
        reached = said["not_reached"]
    else:
        reached = said["reached_at"].format(
            documents=numbers.reached_at, run_length=numbers.run_length
        )
    return words.methods["measure"].format(
        reached=reached,
        base_size=numbers.base_size,
        run_length=numbers.run_length,
        threshold=f"{numbers.threshold:g}",
    )


def codes_in_words(report: MethodsReport, words: Headings) -> str:
    """Say how many codes of each kind there are now."""
    return words.join(counted_kinds(report.kinds, words))


def _sentences(report: MethodsReport, words: Headings) -> Iterator[str]:
    def say(key: str, **values: str) -> str:
        apart = {name: _apart(value, words) for name, value in values.items()}
        return words.methods[key].format(**apart, project=report.project, names=names).strip()

    named = [one.version.name for one in report.versions if one.version is not None]
    names = words.join(named)
    yield say(
        "say_material",
        documents=words.count(report.documents, "documents"),
        characters=number(report.characters, words),
    )
    coders = [one.name for one in report.coders if one.codings]
    if coders:
        yield say(
            "say_coded_day" if report.coded_first == report.coded_last else "say_coded",
            coders=joined(coders, words),
            version=report.program,
            first=words.day(report.coded_first),
            last=words.day(report.coded_last),
            levels=joined(_levels(report, words), words),
        )
        if report.blind:
            yield say("say_blind")
        yield say(
            "say_codings",
            codings=words.count(report.codings, "codings"),
            passages=words.count(report.passages, "passages"),
        )
    if kinds := counted_kinds(report.kinds, words):
        yield say("say_codebook", kinds=joined(kinds, words))
    if report.events:
        yield say("say_events", events=joined(_events(report, words), words))
    if named:
        yield say(
            "say_versions" if len(named) > 1 else "say_version",
            versions=words.count(len(named), "versions"),
        )
    if coders:
        yield verdict(report.saturation, words)
    template = {0: "say_log_whole", 1: "say_log_one"}.get(report.steps.undone, "say_log")
    yield say(
        template,
        steps=words.count(report.steps.recorded, "steps"),
        undone=str(report.steps.undone),
    )


def _levels(report: MethodsReport, words: Headings) -> list[str]:
    """The levels of coding that have codes."""
    present = {kind.level for kind, count in report.kinds.items() if count}
    return [words.level_name(level) for level in Level if level in present]


def _events(report: MethodsReport, words: Headings) -> list[str]:
    counts = Counter(event.what for event in report.events)
    merges, splits, deletions = (counts[kind] for kind in CodeEventKind)
    return [
        *([words.count(merges, "merges")] if merges else ()),
        *([words.count(splits, "splits")] if splits else ()),
        *([words.count(deletions, "deletions")] if deletions else ()),
    ]


def number(n: int, words: Headings) -> str:
    """Return a number as it stands in a text: in English with its thousands parted."""
    return f"{n:,}" if words.language == "en" else str(n)
