"""The look: readable in both themes, follows a choice, uses only what is shipped."""

from __future__ import annotations

import re
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QMenu
from qcode.paths import resources
from qcode.ui.shell import icons, theme
from qcode.ui.shell.catalogue import ACTIONS, MENUS
from qcode.ui.shell.fonts import interface_font, reading_font

THEMES = list(theme.THEMES.values())


@pytest.fixture
def restored(qapp):
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    qapp.setProperty("qcode_theme", "")


@pytest.mark.parametrize("shown", THEMES, ids=lambda shown: shown.name)
@pytest.mark.parametrize("ground", ["desk", "panel", "paper", "hover"])
@pytest.mark.parametrize("words", ["ink", "muted", "accent", "warning", "danger", "success"])
def test_words_keep_their_contrast_on_every_surface(shown, ground, words):
    assert theme.contrast(getattr(shown, words), getattr(shown, ground)) >= 4.5


@pytest.mark.parametrize("shown", THEMES, ids=lambda shown: shown.name)
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("ink", "accent_soft"),
        ("ink", "selection"),
        ("ink", "warning_soft"),
        ("ink", "danger_soft"),
        ("muted", "accent_soft"),
        ("accent", "accent_soft"),
        ("on_accent", "accent"),
        ("on_accent", "accent_strong"),
    ],
)
def test_words_keep_their_contrast_on_coloured_grounds(shown, words, ground):
    assert theme.contrast(getattr(shown, words), getattr(shown, ground)) >= 4.5


def test_contrast_is_the_ratio_of_the_accessibility_guidelines():
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_mixing_is_what_painting_with_opacity_gives():
    assert theme.mixed("#ff0000", "#ffffff", 0.5) == "#ff8080"
    assert theme.mixed("#123456", "#ffffff", 1) == "#123456"


@pytest.mark.parametrize("shown", THEMES, ids=lambda shown: shown.name)
def test_the_style_sheet_names_only_colours_and_pictures_that_exist(shown):
    sheet = theme.style_sheet(shown, 10)
    assert "$" not in sheet
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert pictures
    for picture in pictures:
        folder = shown.name.removesuffix("-strong")
        assert (resources() / "themes" / folder / picture.rpartition("/")[2]).is_file()


STRONG = [shown for shown in THEMES if shown.name.endswith("-strong")]


@pytest.mark.parametrize("shown", STRONG, ids=lambda shown: shown.name)
@pytest.mark.parametrize("ground", ["desk", "panel", "paper", "hover", "accent_soft"])
@pytest.mark.parametrize("words", ["ink", "muted", "accent", "warning", "danger", "success"])
def test_with_high_contrast_words_have_that_of_the_strictest_rule(shown, ground, words):
    assert theme.contrast(getattr(shown, words), getattr(shown, ground)) >= 7


@pytest.mark.parametrize("shown", STRONG, ids=lambda shown: shown.name)
def test_with_high_contrast_the_lines_between_surfaces_are_seen(shown):
    assert theme.contrast(shown.line, shown.panel) >= 3
    assert theme.contrast(shown.line, shown.desk) >= 3


def test_the_system_s_wish_for_high_contrast_is_followed_in_light_and_dark(restored):
    hints = restored.styleHints()
    if not hasattr(hints, "accessibility"):
        pytest.skip("this Qt does not tell the wish for contrast")
    choice = theme.ThemeChoice(restored, "light")
    wish = hints.accessibility().contrastPreferenceChanged
    restored.processEvents()  # what the system wished at the start
    wish.emit(Qt.ContrastPreference.HighContrast)
    assert theme.current() is theme.THEMES["light-strong"]
    assert restored.palette().color(QPalette.ColorRole.Text).name() == "#000000"
    choice.choose("dark")
    assert theme.current() is theme.THEMES["dark-strong"]
    wish.emit(Qt.ContrastPreference.NoPreference)
    assert theme.current() is theme.DARK


@pytest.mark.parametrize("shown", THEMES[:2], ids=lambda shown: shown.name)
def test_the_pictures_of_a_theme_are_drawn_in_its_colours(shown):
    colors = set(shown[2:])
    for path in (resources() / "themes" / shown.name).glob("*.svg"):
        assert set(re.findall(r"#[0-9a-f]{6}", path.read_text(encoding="utf-8"))) <= colors


def test_choosing_a_theme_shows_it_at_once_and_tells_it(restored, qtbot):
    choice = theme.ThemeChoice(restored, "light")
    assert theme.current() is theme.LIGHT
    with qtbot.waitSignal(choice.changed) as told:
        choice.choose("dark")
    assert told.args == [theme.DARK]
    assert theme.current() is theme.DARK
    assert restored.palette().color(QPalette.ColorRole.Base).name() == theme.DARK.paper
    assert theme.DARK.desk in restored.styleSheet()


def test_an_unknown_theme_is_refused_and_a_stored_one_ignored(restored):
    choice = theme.ThemeChoice(restored, "solarized")
    assert choice.choice == "system"
    with pytest.raises(ValueError, match="solarized"):
        choice.choose("solarized")


def test_the_system_theme_shows_one_of_the_two(restored):
    choice = theme.ThemeChoice(restored, "dark")
    choice.choose("system")
    assert theme.current() in THEMES
    assert choice.choice == "system"


@pytest.mark.parametrize("name", sorted({spec.icon for spec in (*ACTIONS, *MENUS) if spec.icon}))
def test_every_icon_of_the_catalogue_is_drawn(qapp, name):
    picture = icons.pixmap(name, 24, "#123456").toImage()
    assert picture.width() >= 24
    inked = [
        picture.pixelColor(x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    ]
    assert inked
    assert all(color.name() == "#123456" for color in inked)


def test_an_icon_has_a_muted_face_when_disabled(qapp):
    icon = icons.icon("undo")
    normal = icon.pixmap(16, icon.Mode.Normal).toImage()
    disabled = icon.pixmap(16, icon.Mode.Disabled).toImage()
    assert normal != disabled


def test_the_program_has_an_icon_of_its_own(qapp):
    assert icons.app_icon().pixmap(256).width() >= 256


def test_the_latin_face_comes_before_the_chinese_one(qapp):
    for font in (interface_font(qapp.font()), reading_font(13)):
        chinese = [
            place
            for place, family in enumerate(font.families())
            if "CJK" in family or family in ("SimSun", "Songti SC", "PingFang SC", "STSong")
        ]
        assert 0 not in chinese
    assert interface_font(qapp.font()).pointSizeF() == qapp.font().pointSizeF()
    assert reading_font(13).pointSizeF() == 13


BEFORE_THE_FIRST_PAINT = """
import sys
from PySide6.QtWidgets import QMainWindow
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.errors import Reporter
from qcode.ui.shell.i18n import LanguageChoice
from qcode.ui.shell.settings import Settings
from qcode.ui.shell.theme import ThemeChoice, new_application
from qcode.ui.widgets.start.start_page import StartPage

application = new_application(["qcode"])
Reporter(application).install()
settings = Settings()
ThemeChoice(application, settings.theme)
LanguageChoice(application, "zh_CN")
window = QMainWindow()
ActionSet(window).fill_menu_bar(window.menuBar())
page = StartPage(window)
page.set_recent(settings.recent())
window.setCentralWidget(page)
heavy = {"sqlmodel", "sqlalchemy", "lxml", "typer", "docx", "json", "dataclasses",
         "logging.handlers", "PySide6.QtSvg", "qcode.model"}
# This namespace builds several hundred enums when it is first touched.
slow = {"Qt"} & set(vars(sys.modules["PySide6.QtCore"]))
sys.stdout.write(f"{sorted(heavy & set(sys.modules))} {sorted(slow)}")
"""


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path):
    import subprocess

    result = subprocess.run(
        [sys.executable, "-c", BEFORE_THE_FIRST_PAINT],
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout == "[] []"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_entries_of_a_menu_stand_in_line_with_and_without_icon_and_tick(restored, qtbot):
    theme.apply(restored, theme.LIGHT)
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("HH").setIcon(icons.icon("apply"))
    menu.addAction("HH")
    ticked = menu.addAction("HH")
    ticked.setCheckable(True)
    ticked.setChecked(True)
    menu.addMenu("HH")
    menu.popup(QPoint(0, 0))
    picture = menu.grab().toImage()
    ink = QColor(theme.LIGHT.ink)
    starts = []
    for entry in menu.actions():
        area = menu.actionGeometry(entry)
        inked = [
            x
            for x in range(area.left() + 28, area.right() - 30)
            if any(
                picture.pixelColor(x, y).lightness() < ink.lightness() + 60
                for y in range(area.top() + 3, area.bottom() - 2)
            )
        ]
        starts.append(inked[0])
    menu.close()
    assert len(set(starts)) == 1, starts
