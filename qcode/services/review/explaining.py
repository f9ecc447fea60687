"""In plain words: what a coefficient asks, why a value is low here, what can be done next."""

from __future__ import annotations

from collections.abc import Iterator

from qcode.model.agreement import FEWEST_DOCUMENTS, Agreement, Coefficient, Unit
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.review import Explanation, Threshold
from qcode.services.agreement.gathering import Gathered
from qcode.services.review import causes
from qcode.services.review.causes import Causes
from qcode.services.review.columns import Disagreements

FEW = 10  # passages of a code; below, one more or less changes its values much
RARE = 0.05  # share of the text that carries a code; of a code of nearly all text, that does not
WORTH = 0.05  # gain of overlap for which another unit is worth a sentence
MUCH = 0.2  # share of what differs that is worth a sentence

_PERCENT = Coefficient.PERCENT
_ALPHA = Coefficient.KRIPPENDORFF_ALPHA
_KAPPAS = (Coefficient.COHEN_KAPPA, Coefficient.FLEISS_KAPPA, Coefficient.CONGER_KAPPA)

_KRIPPENDORFF = "Krippendorff 2019"
_LANDIS_KOCH = "Landis & Koch 1977"


def thresholds(coefficient: Coefficient) -> tuple[Threshold, ...]:
    """Return the lines that the literature draws for a coefficient, highest first; often none.

    Words for kappa are drawn from kappa alone: they say nothing about other coefficients.
    """
    if coefficient is _ALPHA:
        return tuple(
            Threshold(value, Message(meaning), _KRIPPENDORFF) for value, meaning in _FOR_ALPHA
        )
    if coefficient in _KAPPAS:
        return tuple(
            Threshold(value, Message(meaning), _LANDIS_KOCH) for value, meaning in _FOR_KAPPA
        )
    return ()


_FOR_ALPHA = (
    (0.800, QT_TRANSLATE_NOOP("core", "from here on data are relied on")),
    (0.667, QT_TRANSLATE_NOOP("core", "from here on only tentative conclusions are drawn")),
)
_FOR_KAPPA = (
    (0.81, QT_TRANSLATE_NOOP("core", "called almost perfect")),
    (0.61, QT_TRANSLATE_NOOP("core", "called substantial")),
    (0.41, QT_TRANSLATE_NOOP("core", "called moderate")),
    (0.21, QT_TRANSLATE_NOOP("core", "called fair")),
    (0.0, QT_TRANSLATE_NOOP("core", "called slight")),
)


def why(
    gathered: Gathered, agreement: Agreement, disagreements: Disagreements, code_id: int
) -> Explanation:
    """Return why the values of a code are what they are, with numbers, and what can be done.

    It may be done in a worker: texts are read once for a code. Raises ``KeyError`` for a code that
    was not compared.
    """
    found = causes.of_code(disagreements, code_id)
    rolled = _passages(gathered, code_id) > _passages(disagreements.gathered, code_id)
    if not any(count for _, count in found.given):
        said, todo = (_BELOW_ALONE, _DO_BELOW) if rolled else (_UNUSED, _DO_UNUSED)
        return Explanation((Message(said),), (Message(todo),))
    told = [
        *([(Message(_ROLLED), None)] if rolled else []),
        *_one_alone(found),
        *_little(found, agreement, code_id),
        *_edges(found, gathered.request.unit),
        *_labels(found),
        *_passed_over(found),
    ]
    if not found.differing:
        told.append((Message(_ALIKE), None))
    advice = {str(todo): todo for _, todo in told if todo is not None}  # each once
    return Explanation(tuple(reason for reason, _ in told), tuple(advice.values()))


def _passages(gathered: Gathered, code_id: int) -> int:
    """Count a code's passages: rolled up, with those of the codes below it."""
    place = next(at for at, code in enumerate(gathered.codes) if code.id == code_id)
    return int((gathered.spans.code == place).sum())


Told = tuple[Message, Message | None]


def _one_alone(found: Causes) -> Iterator[Told]:
    """A coder who never gave the code, where somebody did with whom they can be compared."""
    beside = {coder.id: count for coder, count in found.beside}
    for coder, count in found.given:
        if not count and beside[coder.id]:
            named = {"coder": coder.name}
            yield Message(_NEVER, {**named, "count": beside[coder.id]}), Message(_DO_NEVER, named)


def _little(found: Causes, agreement: Agreement, code_id: int) -> Iterator[Told]:
    """Few passages, little text or nearly all of it, few documents."""
    most = max(count for _, count in found.given)
    if most < FEW:
        yield Message(_FEW, {"count": most}), Message(_DO_FEW)
    share = found.coded / found.text if found.text else 1.0
    if share < RARE:
        values = next((one.measured for one in agreement.codes if one.code.id == code_id), None)
        percent, alpha = (values.get(name) if values else None for name in (_PERCENT, _ALPHA))
        said = {"share": _percent(share), "rest": _percent(1 - share)}
        if percent is None or alpha is None:
            yield Message(_RARE, said), Message(_DO_RARE)
        else:
            figures = {"percent": _percent(percent), "alpha": _figure(alpha)}
            yield Message(_RARE_WITH_FIGURES, {**said, **figures}), Message(_DO_RARE)
    elif found.coded - found.differing > (1 - RARE) * found.text:  # given by all, at least
        yield Message(_COMMON, {"share": _percent(share)}), Message(_DO_COMMON)
    if found.documents < FEWEST_DOCUMENTS:
        yield Message(_DOCUMENTS, {"count": found.documents}), Message(_DO_DOCUMENTS)
    elif found.used < max(3, found.documents * RARE):
        said = {"used": str(found.used), "count": str(found.documents)}
        yield Message(_IN_FEW, said), Message(_DO_IN_FEW)


def _edges(found: Causes, unit: Unit) -> Iterator[Told]:
    if not _is_much(found.edges, found):
        return
    share = _percent(found.edges / found.differing)
    sentences = found.sentences
    if sentences is None or unit not in (Unit.CHARACTER, Unit.SEGMENT):
        yield Message(_EDGES, {"share": share}), Message(_DO_EDGES)
        return
    said: dict[str, str | int | Message] = {
        "share": share,
        "same": sentences.same,
        "places": sentences.places,
        "sentences": _figure(sentences.dice),
        "characters": _figure(sentences.by_characters),
    }
    helps = sentences.dice - sentences.by_characters >= WORTH
    yield Message(_EDGES_BY_SENTENCE, said), Message(_DO_SENTENCES if helps else _DO_EDGES)


def _labels(found: Causes) -> Iterator[Told]:
    if not found.others or not _is_much(found.labels, found):
        return
    (other, times), *_ = found.others
    count = sum(number for _, number in found.others)
    said: dict[str, str | int | Message] = {
        "share": _percent(found.labels / found.differing),
        "count": count,
        "code": other.title,
        "times": times,
    }
    yield Message(_LABELS, said), Message(_DO_LABELS, {"code": other.title})


def _passed_over(found: Causes) -> Iterator[Told]:
    if not _is_much(found.missed, found):
        return
    for coder, count in found.passed_over[:2]:
        said = {"coder": coder.name, "count": str(count)}
        yield Message(_PASSED_OVER, said), Message(_DO_PASSED_OVER)


def _is_much(part: int, found: Causes) -> bool:
    return part > 0 and part >= MUCH * found.differing


def _percent(share: float) -> str:
    """Return a share in per cent, with a decimal where a whole number would say nothing."""
    value = 100 * share
    digits = 0 if 1 <= value <= 99 or value in (0, 100) else 1
    return f"{value:.{digits}f}"


def _figure(value: float) -> str:
    return f"{value:.2f}"


_UNUSED = QT_TRANSLATE_NOOP("core", "Nobody gave this code in the documents that are compared.")
_DO_UNUSED = QT_TRANSLATE_NOOP(
    "core", "Ask whether the code is needed, and say in a report that it was not used."
)
_BELOW_ALONE = QT_TRANSLATE_NOOP(
    "core",
    "Nobody gave this code itself in the documents that are compared: its values are those of the"
    " codes below it.",
)
_DO_BELOW = QT_TRANSLATE_NOOP("core", "Look at the codes below it one by one.")
_ROLLED = QT_TRANSLATE_NOOP(
    "core", "The values count the codes below it as well; what follows is about this code alone."
)
_NEVER = QT_TRANSLATE_NOOP(
    "core", "{coder} never gave this code; another coder did (passages: {count})."
)
_DO_NEVER = QT_TRANSLATE_NOOP(
    "core", "Ask {coder} first what they take the code to mean, or whether they overlooked it."
)
_FEW = QT_TRANSLATE_NOOP(
    "core",
    "The code was given to few passages ({count} by the coder who used it most): one more or one"
    " less changes the values much.",
)
_DO_FEW = QT_TRANSLATE_NOOP(
    "core", "Read the passages one by one; here they say more than a coefficient."
)
_RARE = QT_TRANSLATE_NOOP(
    "core",
    "Only {share} % of the text carries the code at all. That all left out the other {rest} %"
    " counts as agreement in percent agreement and AC1; κ, π and α set it against chance.",
)
_RARE_WITH_FIGURES = QT_TRANSLATE_NOOP(
    "core",
    "Only {share} % of the text carries the code at all. That all left out the other {rest} %"
    " counts as agreement in percent agreement ({percent} %) and AC1; κ, π and α set it against"
    " chance (α {alpha}).",
)
_DO_RARE = QT_TRANSLATE_NOOP(
    "core",
    "Report the overlap (Dice) and the number of passages beside α: they leave out what nobody"
    " coded.",
)
_COMMON = QT_TRANSLATE_NOOP(
    "core",
    "{share} % of the text carries the code. That all gave it to nearly everything counts as"
    " agreement in percent agreement, AC1 and the overlap (Dice); κ, π and α set it against"
    " chance.",
)
_DO_COMMON = QT_TRANSLATE_NOOP(
    "core",
    "Ask whether the code can be narrower: what is true of nearly all text tells little apart.",
)
_DOCUMENTS = QT_TRANSLATE_NOOP(
    "core",
    "The documents that are compared are few ({count}): the values may be chance, and no interval"
    " can be given.",
)
_DO_DOCUMENTS = QT_TRANSLATE_NOOP("core", "Let more documents be coded by more than one.")
_IN_FEW = QT_TRANSLATE_NOOP("core", "The code occurs in {used} of {count} documents only.")
_DO_IN_FEW = QT_TRANSLATE_NOOP(
    "core", "Look at these documents first: the values of the code are made there."
)
_EDGES = QT_TRANSLATE_NOOP(
    "core", "{share} % of what differs is in the edges: both gave the code, to more or fewer words."
)
_EDGES_BY_SENTENCE = QT_TRANSLATE_NOOP(
    "core",
    "{share} % of what differs is in the edges: both gave the code, to more or fewer words. In"
    " {same} of {places} such places they marked the same sentences. Compared by sentences, the"
    " overlap (Dice) is {sentences} instead of {characters}.",
)
_DO_EDGES = QT_TRANSLATE_NOOP(
    "core", "Agree on where a passage begins and ends, and write it into the definition."
)
_DO_SENTENCES = QT_TRANSLATE_NOOP(
    "core",
    "Agree on where a passage begins and ends, on whole sentences for instance; or compare by"
    " sentences if edges do not matter to the question.",
)
_LABELS = QT_TRANSLATE_NOOP(
    "core",
    "{share} % of what differs carries another code on the same words (passages: {count}), most"
    " often “{code}” ({times}).",
)
_DO_LABELS = QT_TRANSLATE_NOOP(
    "core",
    "Read its definition beside that of “{code}”, and say in both when the other one is meant;"
    " merge them if nobody can tell them apart.",
)
_PASSED_OVER = QT_TRANSLATE_NOOP(
    "core", "{coder} passed over what another coder gave the code (passages: {count})."
)
_DO_PASSED_OVER = QT_TRANSLATE_NOOP(
    "core",
    "Read what was passed over: if it belongs to the code, say so in its definition, with an"
    " example; if not, write down when the code is not used.",
)
_ALIKE = QT_TRANSLATE_NOOP("core", "All gave the code to exactly the same words.")
