"""Line icons in the ink of the theme, drawn from ``resources/icons/*.svg`` when first asked for.

The pictures use ``currentColor``. They are rendered through Qt's image plugin, which spares the
import of QtSvg; nothing is read before an icon is shown.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QPixmap

from qcode.paths import resources
from qcode.ui.shell import theme

if TYPE_CHECKING:  # costs start-up time, and no icon is shown before the first paint
    from PySide6.QtGui import QIcon

SIZES = (16, 20, 24)  # logical pixels
_SIZE = re.compile(r'width="\d+" height="\d+"')


def icon(name: str) -> QIcon:
    """Return the icon ``name`` (a file's name without ending) in the colours of the theme shown.

    Ask again after ``QEvent.PaletteChange``. Raises OSError for a name that has no picture.
    """
    shown = theme.current()
    return _icon(name, shown.ink, shown.muted, _ratio())


def pixmap(name: str, size: int, color: str) -> QPixmap:
    """Return the picture ``name``, ``size`` logical pixels square, in ``color`` (``#rrggbb``)."""
    return _pixmap(name, size, color, _ratio())


def app_icon() -> QIcon:
    """Return the program's own icon."""
    from PySide6.QtGui import QIcon

    return QIcon(str(resources() / "icons" / "qcode.png"))


def _ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if application else 1.0


@lru_cache(maxsize=256)
def _icon(name: str, ink: str, muted: str, ratio: float) -> QIcon:
    from PySide6.QtGui import QIcon

    result = QIcon()
    for size in SIZES:
        result.addPixmap(_pixmap(name, size, ink, ratio))
        result.addPixmap(_pixmap(name, size, muted, ratio), QIcon.Mode.Disabled)
    return result


@lru_cache(maxsize=1024)
def _pixmap(name: str, size: int, color: str, ratio: float) -> QPixmap:
    drawing = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    edge = round(size * ratio)
    drawing = _SIZE.sub(f'width="{edge}" height="{edge}"', drawing, count=1)
    result = QPixmap()
    result.loadFromData(drawing.replace("currentColor", color).encode(), "svg")
    result.setDevicePixelRatio(ratio)
    return result
