"""Reports on agreement made by hand of figures that are easy to check."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from qcode.model.agreement import (
    Agreement,
    Cells,
    CodeAgreement,
    Coefficient,
    DocumentAgreement,
    Measured,
    PairAgreement,
    Request,
    Undefined,
    Unit,
)
from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.agreement_report import (
    AgreementReport,
    Continuum,
    Counted,
    Family,
    Figure,
    HeatMap,
    RoundLine,
    SetAlphas,
    Settled,
)
from qcode.model.enums import CodeKind
from qcode.model.records import Code, Coder, Document
from qcode.model.review import Confusion

C = Coefficient
OVERLAPPING = Figure(None, Undefined.OVERLAPPING)


def code(number: int, name: str) -> Code:
    return Code(
        number,
        f"g{number}",
        name,
        CodeKind.CONCEPT,
        None,
        number,
        "#3e75d0",
        *[""] * 5,
        number=f"a{number}",
    )


def document(number: int, name: str) -> Document:
    return Document(number, f"d{number}", name, f"0{number}", None, 1000, number, "", 0, 0)


ANN, BO, CY = (Coder(n, f"c{n}", name) for n, name in enumerate(("Ann", "薄", "Cy <&>"), 1))
LENT, LIST, UNUSED = code(1, "lent & kept"), code(2, "“清单”"), code(3, "unused")
ONE, TWO = document(1, "Interview <one>"), document(2, "会议")


def measured(
    alpha: float | None, *, interval: tuple[float, float] | None = None, two: bool = True
) -> Measured:
    """Figures in which alpha is what is given, and the others are near it."""
    if alpha is None:
        names = (C.COHEN_KAPPA, C.FLEISS_KAPPA, C.CONGER_KAPPA, C.SCOTT_PI, C.KRIPPENDORFF_ALPHA)
        undefined = dict.fromkeys(names, Undefined.NO_VARIATION)
        undefined |= dict.fromkeys((C.DICE, C.JACCARD), Undefined.NOT_USED)
        ones = (C.PERCENT, C.BRENNAN_PREDIGER, C.GWET_AC1, C.HOLSTI)
        return Measured(dict.fromkeys(ones, 1.0), undefined)
    values = {name: alpha for name in C if not name.value.startswith("alpha_")}
    values |= {C.PERCENT: 0.985, C.GWET_AC1: 0.97, C.DICE: 0.712}
    if two:
        return Measured(values, {}, interval)
    only = (C.DICE, C.JACCARD, C.HOLSTI, C.COHEN_KAPPA, C.SCOTT_PI)
    kept = {name: value for name, value in values.items() if name not in only}
    return Measured(kept, dict.fromkeys(only, Undefined.TWO_CODERS_ONLY), interval)


def agreement(
    request: Request | None = None, coders: tuple[Coder, ...] = (ANN, BO), compared: int = 2
) -> Agreement:
    two = len(coders) == 2
    listed = (
        CodeAgreement(LENT, measured(0.6832, two=two), Cells(30, 5, 7, 1958) if two else None),
        CodeAgreement(LIST, measured(-0.004, two=two), Cells(0, 12, 0, 1988) if two else None),
        CodeAgreement(UNUSED, measured(None), Cells(0, 0, 0, 2000) if two else None),
    )
    return Agreement(
        request=request or Request(),
        coders=coders,
        documents=(DocumentAgreement(ONE, measured(0.5)), DocumentAgreement(TWO, measured(None))),
        compared=compared,
        available=4,
        overall=measured(0.6, two=two),
        lowest=-0.004,
        median=0.34,
        codes=listed,
        pairs=tuple(
            PairAgreement((one, other), compared, measured(0.6), listed)
            for place, one in enumerate(coders)
            for other in coders[place + 1 :]
        ),
    )


def report(found: Agreement | None = None) -> AgreementReport:
    """Two coders, three codes, two of four documents."""
    found = found or agreement()
    pairs = tuple(one.coders for one in found.pairs)
    cells = {(1, 1): 30, (1, 2): 9, (1, None): 4, (None, 2): 3}
    return AgreementReport(
        project="Y Street / Y 街道 <&>",
        program="0.1.0",
        date="2026-11-22",
        agreement=found,
        names={1: "lent & kept", 2: "“清单”", 3: "unused"},
        chosen=False,
        used=frozenset({1, 2}),
        documents_chosen=None,
        counted=Counted.FINISHED,
        units=(1200, 800),
        characters=4000,
        compared_characters=2000,
        seed=7,
        draws=1000,
        fewest=10,
        continuum=Continuum(
            2000,
            Figure(0.55),
            (Figure(0.71), Figure(-0.1), Figure(None, Undefined.NOT_USED)),
            tuple(Family(pair, *[OVERLAPPING] * 4, ()) for pair in pairs),
        ),
        sets=SetAlphas(Figure(0.61), Figure(0.62)),
        heat=HeatMap(
            C.KRIPPENDORFF_ALPHA,
            (LENT, LIST),
            (ONE, TWO),
            ((0.6832, None), (-0.004, 1.0)),
            ((True, True), (True, True)),
        ),
        confusions=tuple(Confusion(*pair, (LENT, LIST), cells) for pair in pairs),
        rounds=(),
        settled=Settled({(DisagreementKind.BOUNDARY, Verdict.OPEN): 3}, False, None),
    )


def three() -> AgreementReport:
    """Three coders."""
    return report(agreement(coders=(ANN, BO, CY)))


def with_interval() -> AgreementReport:
    """Ten documents, so that there are intervals."""
    found = agreement(compared=10)
    overall = measured(0.6, interval=(0.512, 0.688))
    first = replace(found.codes[0], measured=measured(0.6832, interval=(-0.01, 0.9)))
    return report(replace(found, overall=overall, codes=(first, *found.codes[1:])))


def reviewed() -> AgreementReport:
    """Two rounds, and decisions about all but one disagreement."""
    later = replace(agreement(), overall=measured(0.9))
    kinds = DisagreementKind
    return replace(
        report(),
        rounds=(
            RoundLine("pilot", "2026-10-01", agreement()),
            RoundLine("main", "2026-11-02", later),
        ),
        settled=Settled(
            {
                (kinds.MISSED_BY_FIRST, Verdict.SECOND): 4,
                (kinds.BOUNDARY, Verdict.UNION): 2,
                (kinds.CODE, Verdict.OPEN): 1,
            },
            True,
            replace(agreement(), overall=measured(0.95)),
        ),
    )


def segments_of_three() -> AgreementReport:
    """Coded segments of three coders: there are figures of pairs alone."""
    two = segments()
    nothing = Measured({}, dict.fromkeys(C, Undefined.TWO_CODERS_ONLY))
    coders = (ANN, BO, CY)
    found = replace(
        two.agreement,
        coders=coders,
        overall=nothing,
        codes=tuple(replace(one, measured=nothing, cells=None) for one in two.agreement.codes),
        pairs=tuple(
            replace(two.agreement.pairs[0], coders=pair) for pair in combinations(coders, 2)
        ),
    )
    families = tuple(Family(pair, *[OVERLAPPING] * 4, ()) for pair in combinations(coders, 2))
    return replace(
        two,
        agreement=found,
        continuum=replace(two.continuum, pairs=families),
        confusions=tuple(
            replace(two.confusions[0], first=one, second=other)
            for one, other in combinations(coders, 2)
        ),
    )


def segments() -> AgreementReport:
    """Coded segments: what nobody coded is not counted."""
    names = (C.PERCENT, C.DICE, C.JACCARD, C.HOLSTI)
    rest = {name: Undefined.NO_UNCODED_SEGMENTS for name in C if name not in names}
    figures = Measured(dict.fromkeys(names, 0.5), rest)
    found = agreement(Request(unit=Unit.SEGMENT, overlap=80))
    listed = (
        CodeAgreement(LENT, figures, Cells(2, 1, 1, None)),
        CodeAgreement(
            UNUSED, Measured({}, dict.fromkeys(C, Undefined.NOT_USED)), Cells(0, 0, 0, None)
        ),
    )
    found = replace(
        found,
        documents=(),
        overall=figures,
        codes=listed,
        lowest=None,
        median=None,
        pairs=(PairAgreement((ANN, BO), 2, figures, listed),),
    )
    made = report(found)
    continuum = replace(made.continuum, by_code=made.continuum.by_code[:2])
    confusion = replace(made.confusions[0], codes=(LENT,), cells={(1, 1): 30, (1, None): 4})
    return replace(
        made,
        heat=None,
        units=(),
        continuum=continuum,
        confusions=(confusion,),
        used=frozenset({1}),
    )
