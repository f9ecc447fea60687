"""The look: named colour roles, one style sheet; the system's light, dark and high contrast
followed live.

The style sheet and its small pictures are in ``resources/themes``. Widgets that paint themselves
ask ``current()`` when they paint; after a change of theme Qt sends them ``QEvent.PaletteChange``
like every other widget.

Start-up, measured: the first touch of the ``Qt`` namespace, of ``QStyle`` or of a widget made by Qt
itself (``viewport()``) builds hundreds of Python enums and takes 10 to 40 ms each. Nothing that
runs before the first paint does so; import ``Qt`` inside the functions that run later.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from qcode.paths import resources
from qcode.ui.shell.colors import DARK, LIGHT, THEMES, Theme, contrast, luminance, mixed
from qcode.ui.shell.fonts import interface_font

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

__all__ = [
    "CHOICES",
    "DARK",
    "LIGHT",
    "THEMES",
    "Theme",
    "ThemeChoice",
    "apply",
    "contrast",
    "current",
    "luminance",
    "mixed",
    "new_application",
    "palette_of",
    "style_sheet",
]

CHOICES = ("system", "light", "dark")


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
    values["folder"] = (folder / ("dark" if theme.dark else "light")).as_posix()
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
        self._strong = False
        application.styleHints().colorSchemeChanged.connect(self._follow)
        if self._choice != "system":
            self._tell_system()
        self._refresh()
        self._follow_contrast()

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

    def _follow_contrast(self) -> None:
        """Follow the system's wish for high contrast, in light and dark; Qt tells it since 6.10."""
        hints = self._application.styleHints()
        if not hasattr(hints, "accessibility"):
            return
        hints.accessibility().contrastPreferenceChanged.connect(self.take_contrast)
        # After the first paint: the answer is the first touch of the enums of Qt, 40 ms.
        QTimer.singleShot(
            0, self, lambda: self.take_contrast(hints.accessibility().contrastPreference())
        )

    def take_contrast(self, wish: Qt.ContrastPreference) -> None:
        """Show high contrast, or the usual one, as the system wishes."""
        from PySide6.QtCore import Qt

        self._strong = wish == Qt.ContrastPreference.HighContrast
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
        theme = THEMES[f"{self._wanted()}-strong" if self._strong else self._wanted()]
        if self._application.property("qcode_theme") != theme.name:
            apply(self._application, theme)
            self.changed.emit(theme)

    def _wanted(self) -> str:
        return self._system if self._choice == "system" else self._choice
