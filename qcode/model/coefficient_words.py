"""What each coefficient of agreement asks, in plain words, for whoever reads its value."""

from __future__ import annotations

from qcode.model.agreement import Coefficient
from qcode.model.messages import QT_TRANSLATE_NOOP, Message


def asks(name: Coefficient) -> Message:
    """Return what the coefficient asks, in two sentences or three."""
    return Message(_ASKS[name])


_ASKS = {
    Coefficient.PERCENT: QT_TRANSLATE_NOOP(
        "core",
        "How much of what two coders rated did they rate alike? It does not ask how often they"
        " would have agreed by chance.",
    ),
    Coefficient.DICE: QT_TRANSLATE_NOOP(
        "core",
        "Of what either coder gave the code, how much did both give it, counted twice? What nobody"
        " coded does not count.",
    ),
    Coefficient.JACCARD: QT_TRANSLATE_NOOP(
        "core",
        "Of what at least one coder gave the code, how much did both? What nobody coded does not"
        " count.",
    ),
    Coefficient.HOLSTI: QT_TRANSLATE_NOOP(
        "core",
        "Twice what two coders rated alike, over all that both have rated. Missing ratings lower"
        " it; chance is not taken off.",
    ),
    Coefficient.COHEN_KAPPA: QT_TRANSLATE_NOOP(
        "core",
        "How far do two coders agree beyond chance? Chance is reckoned from how often each of them"
        " gives each value.",
    ),
    Coefficient.SCOTT_PI: QT_TRANSLATE_NOOP(
        "core",
        "How far do two coders agree beyond chance? Chance is reckoned from how often both together"
        " give each value, as if either could stand in for the other.",
    ),
    Coefficient.FLEISS_KAPPA: QT_TRANSLATE_NOOP(
        "core",
        "Scott’s π for any number of coders: chance is reckoned from how often all together give"
        " each value.",
    ),
    Coefficient.CONGER_KAPPA: QT_TRANSLATE_NOOP(
        "core",
        "Cohen’s κ for any number of coders: chance is reckoned pair by pair, from how often each"
        " coder gives each value.",
    ),
    Coefficient.BRENNAN_PREDIGER: QT_TRANSLATE_NOOP(
        "core",
        "How far do coders agree beyond blind guessing, with every value equally likely? Name all"
        " values that were on offer, also those that nobody gave.",
    ),
    Coefficient.GWET_AC1: QT_TRANSLATE_NOOP(
        "core",
        "How far do coders agree beyond chance, if they only guess where a unit is hard to rate? It"
        " stays high where one value is by far the most frequent and κ, π and α fall.",
    ),
    Coefficient.KRIPPENDORFF_ALPHA: QT_TRANSLATE_NOOP(
        "core",
        "How much of the disagreement that chance would bring is avoided? It takes any number of"
        " coders and missing ratings. Krippendorff (2019) asks for .800, and for .667 at the least"
        " where conclusions are tentative.",
    ),
    Coefficient.ALPHA_MASI: QT_TRANSLATE_NOOP(
        "core",
        "Krippendorff’s α where a rating is a set of codes. Sets that share codes disagree less,"
        " least where one contains the other (Passonneau 2006).",
    ),
    Coefficient.ALPHA_JACCARD: QT_TRANSLATE_NOOP(
        "core",
        "Krippendorff’s α where a rating is a set of codes. Two sets disagree by the share of their"
        " codes that they do not have in common.",
    ),
}
