"""The sample material is sound on its own: every quotation is found, every name resolves."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
KINDS = ["concept", "category", "main_category", "core_category"]
COLUMNS = [
    "name",
    "parent",
    "kind",
    "color",
    "definition",
    "use_when",
    "not_when",
    "typical",
    "boundary",
]
HUES = {"#3e75d0", "#c44d00", "#4e833d", "#603372", "#bf8500"}
NEUTRAL = "#8e8f93"
MEMO_KINDS = {"theoretical", "code", "operational", "document", "passage", "project"}
HAN = re.compile("[\u4e00-\u9fff]")
EXAMPLE = re.compile("\u201c(.+)\u201d \\(([^()]+)\\)", re.DOTALL)


@cache
def documents() -> list[dict[str, Any]]:
    """The entries of documents.json, in order."""
    entries: list[dict[str, Any]] = json.loads(
        (SAMPLE / "documents.json").read_text(encoding="utf-8")
    )
    return entries


@cache
def texts() -> dict[str, str]:
    """Document name to text, decoded without newline translation."""
    return {d["name"]: (SAMPLE / d["file"]).read_bytes().decode("utf-8") for d in documents()}


@cache
def codes() -> list[dict[str, str]]:
    """The rows of codebook.csv, in order."""
    with (SAMPLE / "codebook.csv").open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        assert reader.fieldnames == COLUMNS
        return list(reader)


@cache
def codings() -> list[dict[str, Any]]:
    """The lines of codings.jsonl, in order."""
    # Not splitlines(): that would also cut at characters which may stand inside a quotation.
    lines = (SAMPLE / "codings.jsonl").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    return [json.loads(line) for line in lines]


@cache
def memos() -> list[dict[str, Any]]:
    """The entries of memos.json, in order."""
    entries: list[dict[str, Any]] = json.loads((SAMPLE / "memos.json").read_text(encoding="utf-8"))
    return entries


@cache
def work() -> list[dict[str, str]]:
    """The entries of work.json, in order."""
    entries: list[dict[str, str]] = json.loads((SAMPLE / "work.json").read_text(encoding="utf-8"))
    return entries


@cache
def model() -> dict[str, Any]:
    """The content of model.json."""
    found: dict[str, Any] = json.loads((SAMPLE / "model.json").read_text(encoding="utf-8"))
    return found


def by(coder: str) -> list[dict[str, Any]]:
    """Codings of one coder."""
    return [c for c in codings() if c["coder"] == coder]


def spans(coder: str, document: str) -> set[tuple[int, int, str]]:
    """(start, end, code) of one coder's codings of one document, in code points."""
    text = texts()[document]
    return {
        (start := text.index(c["quote"]), start + len(c["quote"]), c["code"])
        for c in by(coder)
        if c["document"] == document
    }


def test_the_folder_holds_the_listed_texts_and_nothing_else() -> None:
    found = {p.relative_to(SAMPLE).as_posix() for p in SAMPLE.rglob("*") if p.is_file()}
    assert found == {d["file"] for d in documents()} | {
        "documents.json",
        "codebook.csv",
        "codings.jsonl",
        "memos.json",
        "model.json",
        "work.json",
    }


def test_the_documents_are_four_interviews_a_field_note_and_five_abstracts() -> None:
    groups = [d["group"] for d in documents()]
    assert groups == ["Interviews"] * 4 + ["Field notes"] + ["Abstracts"] * 5
    labels = [d["label"] for d in documents()]
    assert labels[:5] == ["01", "02", "03", "04", "05"]
    assert all(re.fullmatch(r"[A-Z][a-z]+ \d{4}", label) for label in labels[5:])
    assert len(set(labels)) == len({d["name"] for d in documents()}) == 10
    wanted = {
        "Interviews": {"Role", "Unit", "Years in office", "Language", "Date"},
        "Field notes": {"Date"},
        "Abstracts": {"Year", "Degree", "Country", "Subject", "Keywords"},
    }
    for document in documents():
        assert wanted[document["group"]] <= set(document["variables"])
        assert all(isinstance(v, str) and v for v in document["variables"].values())


def test_the_texts_are_as_long_as_the_issue_asks() -> None:
    for document in documents():
        text = texts()[document["name"]]
        words = len(text.split())
        if document["variables"].get("Language") == "Chinese":
            assert len(HAN.findall(text)) >= 2600
        elif document["group"] == "Interviews":
            assert words >= 1200
        elif document["group"] == "Field notes":
            assert 600 <= words <= 900
        else:
            assert 180 <= words <= 300


def test_the_texts_are_stored_with_plain_newlines_and_no_stray_spaces() -> None:
    for text in texts().values():
        assert "\r" not in text and "\ufeff" not in text and "\t" not in text
        assert text.endswith("\n") and not text.endswith("\n\n")
        assert not re.search(r" \n|\n\n\n|(?<!\n)\n(?!\n|\Z)", text)


def test_interviews_are_turns_of_question_and_answer() -> None:
    for document in documents()[:4]:
        chinese = document["variables"]["Language"] == "Chinese"
        question, answer = ("问\uff1a", "答\uff1a") if chinese else ("Q: ", "A: ")
        paragraphs = texts()[document["name"]].split("\n\n")
        turns = [p[: len(question)] for p in paragraphs if p.startswith((question, answer))]
        assert turns == [question, answer] * (len(turns) // 2)
        assert len(turns) >= 24


def test_every_quotation_occurs_exactly_once_in_its_text() -> None:
    for coding in codings():
        assert set(coding) == {"document", "quote", "code", "coder", "memo", "typical"}
        text, quote = texts()[coding["document"]], coding["quote"]
        assert quote and quote == quote.strip()
        start = text.find(quote)
        assert start >= 0, quote
        # str.count() would overlook a second occurrence that overlaps the first.
        assert text.find(quote, start + 1) == -1, quote


def test_every_name_in_the_codings_memos_and_work_resolves() -> None:
    names, coders = {c["name"] for c in codes()}, {"Ann", "Bo"}
    for coding in codings():
        assert coding["code"] in names
        assert coding["coder"] in coders
        assert isinstance(coding["memo"], str) and isinstance(coding["typical"], bool)
    for memo in memos():
        about = memo["about"]
        assert set(about) <= {"code", "document", "quote"}
        assert memo["coder"] in coders
        if "code" in about:
            assert about["code"] in names
        if "quote" in about:
            assert texts()[about["document"]].count(about["quote"]) == 1
        elif "document" in about:
            assert about["document"] in texts()
    assert {w["coder"] for w in work()} == coders
    assert {w["document"] for w in work()} <= set(texts())


def test_parents_come_first_and_never_are_of_a_lower_kind() -> None:
    seen: dict[str, int] = {}
    for code in codes():
        rank = KINDS.index(code["kind"])
        if code["parent"]:
            assert seen[code["parent"]] > rank, code["name"]
        assert code["name"] not in seen
        seen[code["name"]] = rank


def test_the_codebook_is_a_tree_of_the_stated_size_with_four_unplaced_concepts() -> None:
    kinds = Counter(c["kind"] for c in codes())
    assert kinds["core_category"] == 1
    assert kinds["main_category"] == 5
    assert kinds["category"] >= 14
    parent_kind = {c["name"]: c["kind"] for c in codes()}
    for code in codes():
        if code["parent"]:
            assert KINDS.index(parent_kind[code["parent"]]) == KINDS.index(code["kind"]) + 1
    unplaced = [c for c in codes() if not c["parent"]]
    assert Counter(c["kind"] for c in unplaced) == {"core_category": 1, "concept": 4}
    assert kinds["concept"] - 4 >= 48


def test_children_share_the_colour_of_their_main_category() -> None:
    color = {c["name"]: c["color"] for c in codes()}
    mains = [c["color"] for c in codes() if c["kind"] == "main_category"]
    assert len(set(mains)) == 5 and set(mains) == HUES
    for code in codes():
        if code["kind"] in ("concept", "category") and code["parent"]:
            assert code["color"] == color[code["parent"]]
        elif code["kind"] != "main_category":
            assert code["color"] == NEUTRAL


def test_codes_are_described_as_a_codebook_should_be() -> None:
    assert all(c["definition"] for c in codes())
    assert all(value == value.strip() for c in codes() for value in c.values())
    full = {c["name"] for c in codes() if c["use_when"] and c["not_when"]}
    concepts = [c["name"] for c in codes() if c["kind"] == "concept"]
    assert all(c["name"] in full for c in codes() if c["kind"] != "concept")
    assert 2 * sum(name in full for name in concepts) >= len(concepts)


def test_examples_in_the_codebook_are_quotations_with_their_label() -> None:
    text_of = {d["label"]: texts()[d["name"]] for d in documents()}
    label_of = {d["name"]: d["label"] for d in documents()}
    marked = {(c["code"], c["quote"], label_of[c["document"]]) for c in by("Ann") if c["typical"]}
    for code in codes():
        for field in ("typical", "boundary"):
            if code[field]:
                example = EXAMPLE.fullmatch(code[field])
                assert example is not None, code[field]
                quote, label = example.groups()
                assert text_of[label].count(quote) == 1, quote
                assert field == "boundary" or (code["name"], quote, label) in marked
        assert code["typical"] != code["boundary"] or not code["typical"]
    assert sum(bool(c["typical"] and c["boundary"]) for c in codes()) >= 14


def test_ann_has_coded_everything() -> None:
    ann = by("Ann")
    assert len(ann) >= 170
    assert {c["document"] for c in ann} == set(texts())
    count = Counter(c["code"] for c in ann)
    assert [c["name"] for c in codes() if c["kind"] == "concept" and count[c["name"]] < 2] == []
    places = defaultdict(set)
    for coding in ann:
        places[coding["code"]].add(coding["document"])
    # The two exceptions belong to the community secretary alone.
    thin = [c["name"] for c in codes() if c["kind"] == "concept" and len(places[c["name"]]) < 2]
    assert len(thin) <= 2
    kind = {c["name"]: c["kind"] for c in codes()}
    assert {kind[c["code"]] for c in ann} == set(KINDS)
    assert sum(bool(c["memo"]) for c in ann) >= 12
    assert 20 <= sum(c["typical"] for c in ann) <= 30


def test_no_coding_is_given_twice() -> None:
    keys = Counter((c["document"], c["quote"], c["code"], c["coder"]) for c in codings())
    assert max(keys.values()) == 1


def test_passages_overlap_nest_and_run_over_paragraphs() -> None:
    nested = crossing = same = 0
    for document in texts():
        ordered = sorted(spans("Ann", document))
        for i, (a, b, _) in enumerate(ordered):
            for c, d, _ in ordered[i + 1 :]:
                if (a, b) == (c, d):
                    same += 1
                elif (a <= c and d <= b) or (c <= a and b <= d):
                    nested += 1
                elif c < b:
                    crossing += 1
    assert nested >= 5 and crossing >= 1 and same >= 1
    assert sum("\n\n" in c["quote"] for c in by("Ann")) >= 1


def test_bo_agrees_mostly_and_disagrees_instructively() -> None:
    bo = by("Bo")
    shared = {c["document"] for c in bo}
    assert len(bo) >= 240
    assert shared == set(texts()), "ten documents, so that there are intervals"
    exact = shifted = other_code = missed = 0
    for document in shared:
        ann, mine = spans("Ann", document), spans("Bo", document)
        exact += len(ann & mine)
        for start, end, code in mine - ann:
            near = [(c, s, e) for s, e, c in ann if s < end and start < e]
            if any(c == code and (code, start, end) != (c, s, e) for c, s, e in near):
                shifted += 1
            elif near:
                other_code += 1
        missed += sum(not any(s < e2 and s2 < e for s2, e2, _ in mine) for s, e, _ in ann)
    assert 0.55 <= exact / len(bo) <= 0.66
    assert 0.14 <= shifted / len(bo) <= 0.25
    assert other_code >= 10 and missed >= 5
    mine_count = Counter(c["code"] for c in bo)
    hers = Counter(c["code"] for c in by("Ann") if c["document"] in shared)
    widest = max(mine_count, key=lambda code: mine_count[code] - hers[code])
    assert mine_count[widest] >= 4 * hers[widest]


def test_memos_are_of_all_kinds() -> None:
    assert len(memos()) >= 14
    assert {m["kind"] for m in memos()} == MEMO_KINDS
    for memo in memos():
        assert set(memo) == {"kind", "title", "body", "coder", "about"}
        assert memo["title"] and len(memo["body"]) >= 60
        assert (memo["kind"] == "passage") == ("quote" in memo["about"])


def test_work_says_who_has_finished_what() -> None:
    status = {(w["coder"], w["document"]): w["status"] for w in work()}
    assert len(status) == len(work())
    assert Counter(s for (coder, _), s in status.items() if coder == "Ann") == {"finished": 10}
    finished = {d for (coder, d), s in status.items() if coder == "Bo" and s == "finished"}
    assert finished == {c["document"] for c in by("Bo")}


def test_every_name_and_quotation_of_the_model_resolves() -> None:
    kinds = {c["name"]: c["kind"] for c in codes()}
    found = model()
    named = [name for p in found["paradigms"] for held in p["slots"].values() for name in held]
    named += [end for r in found["relations"] for end in (r["source"], r["target"])]
    named += [name for stage in found["stages"] for name in stage["codes"]]
    named += [p["code"] for p in found["storyline"] if isinstance(p, dict) and "code" in p]
    named += [*found["diagram"], *(p["code"] for p in found["properties"])]
    assert [name for name in named if kinds.get(name, "concept") == "concept"] == []
    coded = {(c["document"], c["quote"]) for c in codings()}
    told = [part for part in found["storyline"] if isinstance(part, dict) and "quote" in part]
    told += [one for r in found["relations"] for one in r["passages"]]
    told += [one for p in found["properties"] for one in p["places"]]
    assert [one for one in told if (one["document"], one["quote"]) not in coded] == []
    assert set(found["held_out"]) < set(texts())


def test_the_model_has_what_a_thesis_prints() -> None:
    found = model()
    roles = {
        "causal_condition",
        "phenomenon",
        "context",
        "intervening_condition",
        "strategy",
        "consequence",
    }
    assert set(found["paradigms"][0]["slots"]) == roles
    assert len(found["stages"]) == 5
    types = {r["type"] for r in found["relations"]}
    assert {"feeds_back", "interacts"} < types
    assert all(r["meaning"] and r["passages"] for r in found["relations"])
    mains = {c["name"] for c in codes() if c["kind"] in ("main_category", "core_category")}
    told = {
        part["code"] for part in found["storyline"] if isinstance(part, dict) and "code" in part
    }
    assert told == mains, "the storyline names all of them"
    quoted = [part for part in found["storyline"] if isinstance(part, dict) and "quote" in part]
    assert len(quoted) >= 3
