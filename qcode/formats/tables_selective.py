"""The tables of selective coding: relations between categories, stages of the process."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qcode.formats.docx_writing import Row, Rules, text, together
from qcode.formats.tables_words import TableWords, counted, lines, noted, passage
from qcode.model.enums import RelationForm
from qcode.model.thesis import RelationLine, StageLine

ARROWS = {
    RelationForm.DIRECTED: "→",
    RelationForm.MUTUAL: "↔",
    RelationForm.FEEDBACK: "⇢",
}
_FORMS = {
    RelationForm.DIRECTED: "one_way",
    RelationForm.MUTUAL: "both_ways",
    RelationForm.FEEDBACK: "feedback",
}
_STAGE = 800  # twips of the column of numbers


def relations(
    found: Sequence[RelationLine], words: TableWords, width: int, rules: Rules, *, long: bool
) -> list[str]:
    """Return the table of relations; ``width`` is that of the text, in twips."""
    tied = width * 31 // 100
    said = (width - tied) // 2
    heads = ("relation", "relation_meaning", "relation_passages" if long else "relation_passage")
    rows = [Row([text("TableHead", words.say(key)) for key in heads])]
    rows += [_relation(one, words, long=long) for one in found]
    forms = [form for form in RelationForm if any(one.form is form for one in found)]
    notes = []
    if any(form is not RelationForm.DIRECTED for form in forms):
        notes = [words.headings.join(words.say(_FORMS[form]) for form in forms)]
    return noted(rows, [tied, said, width - tied - said], rules, words, notes)


def _relation(one: RelationLine, words: TableWords, *, long: bool) -> Row:
    nothing = words.say("nothing")
    kind = words.headings.relation_name(one.type_key) if one.type_key else one.type_name
    tied = text("TableText", f"{one.source} {ARROWS[one.form]} {one.target}")
    told = [kind, counted(one.evidence, words.headings) if long and one.quotes else ""]
    quotes = "".join(passage(quote, cut=not long) for quote in one.quotes)
    return Row(
        [
            tied + "".join(text("TableCount", line) for line in told if line),
            text("TableText", one.meaning or nothing),
            quotes or text("TableText", nothing),
        ]
    )


def stages(found: Iterable[StageLine], words: TableWords, width: int, rules: Rules) -> list[str]:
    """Return the table of stages in their order."""
    name = width * 20 // 100
    held = width * 32 // 100
    heads = ("stage_number", "stage", "stage_categories", "stage_meaning")
    rows = [Row([text("TableHead", words.say(key)) for key in heads])]
    nothing = words.say("nothing")
    for number, one in enumerate(found, 1):
        rows.append(
            Row(
                [
                    text("TableText", str(number)),
                    text("TableText", one.name),
                    lines(one.categories, nothing),
                    text("TableText", one.meaning or nothing),
                ]
            )
        )
    widths = [_STAGE, name, held, width - _STAGE - name - held]
    return noted(together(rows), widths, rules, words)
