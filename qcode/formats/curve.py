"""The saturation curve as SVG or PNG, by matplotlib.

Drawn for a printed page: 16 × 9 cm, told apart by form as well as by shade, text in the SVG kept as
text. What the system has of the fonts that theses use is taken, with one for East Asian letters
behind it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qcode.formats.atomic import replacing
from qcode.formats.headings import Headings, Language, load
from qcode.formats.printable import printable, shorten
from qcode.formats.rows_out import unknown_ending
from qcode.model.enums import CodeKind
from qcode.model.report import PageSetup
from qcode.model.saturation import DocumentNews, Saturation

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FORMATS: tuple[str, ...] = (".svg", ".png")
_CM = 1 / 2.54
_SIZE = (16 * _CM, 9 * _CM)
_DOTS_PER_INCH = 300
_NAMED = 24  # documents that can be named below the axis; more are numbered
_SIGNS = 12
_INK, _MUTED, _BAR, _BAND = "#1f2a33", "#5f6b76", "#b7c4c9", "#eef1f2"
_LAST = "DejaVu Sans"  # matplotlib brings it along
_ELSEWHERE = "'Times New Roman', SimSun, 'Songti SC', serif"
_LATIN = ("Times New Roman", "Liberation Serif", "Nimbus Roman", "DejaVu Serif")
CHINESE = (
    "SimSun", "NSimSun", "Songti SC", "STSong", "Noto Serif CJK SC", "Source Han Serif SC",
    "Noto Serif SC", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "Noto Sans CJK SC",
    "Source Han Sans SC", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "Droid Sans Fallback",
    "Noto Serif CJK JP", "Noto Sans CJK JP", "Arial Unicode MS",
)  # fmt: skip


def write(found: Saturation, path: str | os.PathLike[str], setup: PageSetup | None = None) -> None:
    """Draw the curve into a file whose ending says the format; of ``setup`` the words count.

    Raises ``QcodeError`` for another ending and for a file that cannot be written; an older file
    is then kept.
    """
    ending = Path(path).suffix.lower()
    if ending not in FORMATS:
        raise unknown_ending(path, FORMATS)
    setup = setup or PageSetup()
    words = load(setup.headings, setup.terms)
    import matplotlib as mpl
    from matplotlib.figure import Figure

    look: dict[Any, Any] = {
        "font.family": fonts(setup.headings),
        "font.size": 9,
        "axes.edgecolor": _INK,
        "axes.labelcolor": _INK,
        "xtick.color": _INK,
        "ytick.color": _INK,
        "text.color": _INK,
        "text.parse_math": False,  # a dollar sign in a name is a dollar sign
        "axes.unicode_minus": False,
        "svg.fonttype": "none",
        "svg.hashsalt": "qcode",  # the same curve gives the same bytes
    }
    with mpl.rc_context(look):
        figure = Figure(figsize=_SIZE, layout="constrained")
        _draw(figure.add_subplot(), found.curve, words)
        metadata: dict[str, Any] = {"Title": words.saturation["title"]}
        if ending == ".svg":
            metadata["Date"] = None
        with replacing(path) as temporary:
            figure.savefig(temporary, format=ending[1:], dpi=_DOTS_PER_INCH, metadata=metadata)
            if ending == ".svg":
                _for_other_systems(temporary)


def fonts(language: Language) -> list[str]:
    """Return the installed fonts to set text in, first to last; for a letter the first counts.

    Chinese comes first in a Chinese figure, so that punctuation that both share is its own.
    """
    from matplotlib import font_manager

    there = {font.name for font in font_manager.fontManager.ttflist}
    latin = [name for name in _LATIN if name in there][:1]
    chinese = [name for name in CHINESE if name in there][:1]
    return [*(chinese + latin if language == "zh" else latin + chinese), _LAST]


def _for_other_systems(path: Path) -> None:
    """Name, behind the fonts of this system, those that others have: an SVG brings none along."""
    drawn = path.read_text(encoding="utf-8")
    named = drawn.replace(f"'{_LAST}';", f"'{_LAST}', {_ELSEWHERE};")
    path.write_text(named, encoding="utf-8")


def _draw(axes: Axes, documents: tuple[DocumentNews, ...], words: Headings) -> None:
    from matplotlib.ticker import MaxNLocator

    said = words.saturation
    concept, category = words.kind_name(CodeKind.CONCEPT), words.kind_name(CodeKind.CATEGORY)
    places = list(range(1, len(documents) + 1))
    new = [len(one.concepts) for one in documents]
    concepts = [one.cumulative_concepts for one in documents]
    categories = [one.cumulative_categories for one in documents]
    held_out = [place for place, one in zip(places, documents, strict=True) if one.held_out]
    marked = len(documents) <= 60
    axes.plot(
        places, concepts, color=_INK, linewidth=1.4, zorder=3,
        marker="o" if marked else "", markersize=3.5,
        label=said["curve_concepts"].format(concept=concept),
    )  # fmt: skip
    axes.plot(
        places, categories, color=_MUTED, linewidth=1.2, linestyle=(0, (4, 2)), zorder=2,
        marker="s" if marked else "", markersize=3,
        label=said["curve_categories"].format(category=category),
    )  # fmt: skip
    axes.bar(
        places, new, width=0.55, color=_BAR, zorder=1,
        label=said["curve_new"].format(concept=concept),
    )  # fmt: skip
    if held_out:
        axes.axvspan(
            held_out[0] - 0.5, held_out[-1] + 0.5, color=_BAND, zorder=0, label=said["held_out"]
        )
    axes.set_xlabel(said["axis_documents"])
    axes.set_ylabel(said["axis_count"])
    axes.set_xlim(0.4, max(len(documents), 1) + 0.6)
    axes.set_ylim(0, max([*concepts, *categories, 1]) * 1.06)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    if 0 < len(documents) <= _NAMED:
        names = [
            printable(shorten(one.label or str(place), _SIGNS))
            for place, one in zip(places, documents, strict=True)
        ]
        turned = sum(map(len, names)) > 60
        axes.set_xticks(
            places, names, rotation=45 if turned else 0, ha="right" if turned else "center"
        )
    else:
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(
        loc="upper center", bbox_to_anchor=(0.5, -0.16), ncols=2, frameon=False, fontsize=8.5
    )
