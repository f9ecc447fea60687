"""The look: named colour roles, one style sheet, and the system's light or dark followed live.

The style sheet and its small pictures are in ``resources/themes``. Widgets that paint themselves
ask ``current()`` when they paint; after a change of theme Qt sends them ``QEvent.PaletteChange``
like every other widget.

Start-up, measured: the first touch of the ``Qt`` namespace, of ``QStyle`` or of a widget made by Qt
itself (``viewport()``) builds hundreds of Python enums and takes 10 to 40 ms each. Nothing that
runs before the first paint does so; import ``Qt`` inside the functions that run later.
"""

from __future__ import annotations

from string import Template
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from qcode.paths import resources
from qcode.ui.shell.fonts import interface_font

CHOICES = ("system", "light", "dark")


class Theme(NamedTuple):
    """Colours by what they are for, each ``#rrggbb``.

    ``desk`` lies behind everything, ``panel`` on it, ``paper`` is what is written on. ``line``
    parts surfaces and means nothing; ``edge`` outlines what can be used, with a contrast of 3.
    ``ink`` and ``muted`` keep one of at least 4.5 on desk, panel, paper, hover and (``ink`` only)
    on every soft colour and selection.
    """

    name: str
    dark: bool
    desk: str
    panel: str
    paper: str
    ink: str
    muted: str
    line: str
    edge: str
    hover: str
    accent: str
    accent_strong: str
    on_accent: str
    accent_soft: str
    selection: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    success: str

    def color(self, role: str) -> QColor:
        """Return the colour of ``role`` (a field's name) for painting."""
        return QColor(getattr(self, role))


LIGHT = Theme(
    name="light",
    dark=False,
    desk="#f6f5f2",
    panel="#fbfaf8",
    paper="#ffffff",
    ink="#23252b",
    muted="#636874",
    line="#e3e0da",
    edge="#8f8b83",
    hover="#efede8",
    accent="#2f6f6a",
    accent_strong="#275d59",
    on_accent="#ffffff",
    accent_soft="#dcebe8",
    selection="#c6dfdb",
    warning="#8a5a00",
    warning_soft="#f8efdb",
    danger="#b3362f",
    danger_soft="#f9e6e3",
    success="#2c6b3f",
)
DARK = Theme(
    name="dark",
    dark=True,
    desk="#1d1f23",
    panel="#23262b",
    paper="#272a30",
    ink="#e6e4df",
    muted="#a0a6b0",
    line="#34383f",
    edge="#6f757f",
    hover="#2d3137",
    accent="#7cc4bc",
    accent_strong="#93d2cb",
    on_accent="#13211f",
    accent_soft="#273d3b",
    selection="#37605b",
    warning="#e0b15e",
    warning_soft="#3a3223",
    danger="#f0958c",
    danger_soft="#412b2b",
    success="#8fcf9f",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def luminance(color: str) -> float:
    """Relative luminance of ``#rrggbb``, 0 to 1 (WCAG 2.2)."""
    channels = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(color: str, ground: str, share: float) -> str:
    """Return ``color`` laid over ``ground`` with opacity ``share`` (0 to 1) as ``#rrggbb``."""
    pairs = ((int(color[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def palette_of(theme: Theme) -> QPalette:
    """Return the palette that Fusion and every rich text of the window draw with."""
    palette = QPalette()
    role = QPalette.ColorRole
    for target, color in (
        (role.Window, theme.desk),
        (role.WindowText, theme.ink),
        (role.Base, theme.paper),
        (role.AlternateBase, theme.panel),
        (role.Text, theme.ink),
        (role.Button, theme.panel),
        (role.ButtonText, theme.ink),
        (role.BrightText, theme.danger),
        (role.ToolTipBase, theme.paper),
        (role.ToolTipText, theme.ink),
        (role.PlaceholderText, theme.muted),
        (role.Highlight, theme.selection),
        (role.HighlightedText, theme.ink),
        (role.Accent, theme.accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent_strong),
        (role.Light, theme.paper),
        (role.Midlight, theme.hover),
        (role.Mid, theme.edge),
        (role.Dark, theme.edge),
        (role.Shadow, theme.line),
    ):
        palette.setColor(target, QColor(color))
    for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(theme.muted))
    return palette


def style_sheet(theme: Theme, points: float) -> str:
    """Return the style sheet of ``theme`` for an interface font of ``points`` points."""
    folder = resources() / "themes"
    values = {name: getattr(theme, name) for name in Theme._fields}
    values["folder"] = (folder / theme.name).as_posix()
    for size, factor in (("note", 0.93), ("small", 0.87), ("heading", 1.25), ("title", 2.2)):
        values[size] = f"{points * factor:.1f}"
    values["row"] = round(points * 2)
    values["handle"] = mixed(theme.edge, theme.panel, 0.55)  # wide: it would shout in the full edge
    return Template((folder / "qcode.qss").read_text(encoding="utf-8")).substitute(values)


def new_application(arguments: list[str]) -> QApplication:
    """Return the one QApplication of the process, in the style that the themes are made for.

    ``arguments`` are those of the command line, the program's name first.
    """
    # Asked for here it costs nothing; setStyle() would return a QStyle to Python.
    application = QApplication([*arguments[:1], "-style", "Fusion", *arguments[1:]])
    application.setProperty("qcode_style", True)
    application.setApplicationName("qcode")
    application.setApplicationDisplayName("qcode")
    application.setDesktopFileName("qcode")
    return application


def current() -> Theme:
    """Return the theme that is shown; the light one before any was applied."""
    application = QApplication.instance()
    name = application.property("qcode_theme") if application else None
    return THEMES[name or "light"]


def apply(application: QApplication, theme: Theme) -> None:
    """Show ``theme`` in the whole program: style, palette, font, style sheet."""
    if not application.property("qcode_theme"):
        if not application.property("qcode_style"):
            application.setStyle("Fusion")
        application.setFont(interface_font(application.font()))
    application.setProperty("qcode_theme", theme.name)
    application.setPalette(palette_of(theme))
    points = application.font().pointSizeF()
    application.setStyleSheet(style_sheet(theme, points if points > 0 else 10.0))


class ThemeChoice(QObject):
    """Keeps the chosen theme (``system``, ``light`` or ``dark``) and follows the system live."""

    changed = Signal(object)  # the Theme now shown

    def __init__(self, application: QApplication, choice: str = "system") -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice if choice in CHOICES else "system"
        window = application.palette().color(QPalette.ColorRole.Window)
        self._system = "dark" if window.lightness() < 128 else "light"
        application.styleHints().colorSchemeChanged.connect(self._follow)
        if self._choice != "system":
            self._tell_system()
        self._refresh()

    @property
    def choice(self) -> str:
        """What was chosen, not what is shown."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Show ``light``, ``dark``, or what the ``system`` shows.

        Raises ValueError for any other word.
        """
        if choice not in CHOICES:
            raise ValueError(choice)
        self._choice = choice
        self._tell_system()
        self._refresh()

    def _follow(self) -> None:
        if self._choice == "system":
            self._system = self._asked()
            self._refresh()

    def _asked(self) -> str:
        from PySide6.QtCore import Qt

        scheme = self._application.styleHints().colorScheme()
        return "dark" if scheme == Qt.ColorScheme.Dark else "light"

    def _tell_system(self) -> None:
        from PySide6.QtCore import Qt

        # Frames and native file dialogs are the system's: they follow the scheme, not our palette.
        scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(self._choice)
        if scheme is None:
            self._application.styleHints().unsetColorScheme()
            self._system = self._asked()
        else:
            self._application.styleHints().setColorScheme(scheme)

    def _refresh(self) -> None:
        theme = THEMES[self._wanted()]
        if self._application.property("qcode_theme") != theme.name:
            apply(self._application, theme)
            self.changed.emit(theme)

    def _wanted(self) -> str:
        return self._system if self._choice == "system" else self._choice
