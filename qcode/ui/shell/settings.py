"""What the window remembers between two runs, in one readable file of the user's settings folder.

A value that is missing or unreadable counts as not set: settings never stop the program.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from qcode.paths import config_dir

RECENT_PROJECTS = 20  # how many are remembered
PLACES = 200  # of how many projects the last place is remembered
ZOOM_RANGE = (50, 300)
MEASURE_RANGE = (24, 60)
SPACINGS = ("normal", "tight", "wide")  # the usual one first
STRIPES = ("full", "lanes", "off")
PASSAGES = ("below", "beside")
RECENT_COMMANDS = 8  # how many are offered first in the list of all commands

Value = TypeVar("Value", str, int)


class RecentProject(NamedTuple):
    """A project that was open before. ``opened`` is ISO 8601 in UTC."""

    path: Path
    name: str
    opened: str

    @property
    def missing(self) -> bool:
        """Whether the file is gone. Asks the disk, which may take long on a network share."""
        try:
            return not self.path.is_file()
        except OSError:
            return True


class Place(NamedTuple):
    """Where one was in a project: the document's GUID, a position in code points, chosen code."""

    document: str
    position: int = 0
    code: str = ""


class Settings:
    """Typed access to the settings file; ``path`` is another file than the user's, for tests."""

    def __init__(self, path: Path | None = None) -> None:
        self._store = QSettings(str(path or config_dir() / "qcode.ini"), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """``system``, ``light`` or ``dark``."""
        return self._value("theme", "system")

    @theme.setter
    def theme(self, choice: str) -> None:
        self._store.setValue("theme", choice)

    @property
    def language(self) -> str:
        """``system``, ``en`` or ``zh_CN``."""
        return self._value("language", "system")

    @language.setter
    def language(self, choice: str) -> None:
        self._store.setValue("language", choice)

    @property
    def zoom(self) -> int:
        """Size of the text in per cent, within ``ZOOM_RANGE``."""
        low, high = ZOOM_RANGE
        return min(max(self._value("zoom", 100, int), low), high)

    @zoom.setter
    def zoom(self, percent: int) -> None:
        self._store.setValue("zoom", percent)

    @property
    def measure(self) -> int:
        """Greatest width of a line of text, in em."""
        low, high = MEASURE_RANGE
        return min(max(self._value("text/measure", 36, int), low), high)

    @measure.setter
    def measure(self, em: int) -> None:
        self._store.setValue("text/measure", em)

    @property
    def spacing(self) -> str:
        """Distance of the lines: ``tight``, ``normal`` or ``wide``."""
        return self._one_of("text/spacing", SPACINGS)

    @spacing.setter
    def spacing(self, choice: str) -> None:
        self._store.setValue("text/spacing", choice)

    @property
    def family(self) -> str:
        """Typeface of the text; empty for the program's own."""
        return self._value("text/family", "")

    @family.setter
    def family(self, name: str) -> None:
        self._store.setValue("text/family", name)

    @property
    def stripes(self) -> str:
        """What stands beside the text: ``full``, ``lanes`` or ``off``."""
        return self._one_of("text/stripes", STRIPES)

    @stripes.setter
    def stripes(self, mode: str) -> None:
        self._store.setValue("text/stripes", mode)

    @property
    def passages(self) -> str:
        """Where the list of passages stands: ``below`` the text or ``beside`` it."""
        return self._one_of("text/passages", PASSAGES)

    @passages.setter
    def passages(self, place: str) -> None:
        self._store.setValue("text/passages", place)

    @property
    def only_mine(self) -> bool:
        """Whether the text shows only codings of who codes."""
        return self._value("text/only_mine", "no") == "yes"

    @only_mine.setter
    def only_mine(self, only: bool) -> None:
        self._store.setValue("text/only_mine", "yes" if only else "no")

    @property
    def coder(self) -> str:
        """Name of the coder who used the program last; empty before the first time."""
        return self._value("coder", "")

    @coder.setter
    def coder(self, name: str) -> None:
        self._store.setValue("coder", name)

    def state(self, name: str) -> QByteArray:
        """Return a stored geometry or splitter state (``window``, ``splitter/code``), or none."""
        value = self._store.value(f"state/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, name: str, value: QByteArray) -> None:
        """Store a geometry or splitter state."""
        self._store.setValue(f"state/{name}", value)

    def folder(self, purpose: str) -> str:
        """Return the folder last used for ``purpose`` (``open``, ``import``, ``export``)."""
        return self._value(f"folder/{purpose}", "")

    def set_folder(self, purpose: str, folder: str) -> None:
        """Remember the folder last used for ``purpose``."""
        self._store.setValue(f"folder/{purpose}", folder)

    @property
    def recent_commands(self) -> list[str]:
        """Keys of the commands last used from the list of all commands, latest first."""
        return self._value("commands", "").split()[:RECENT_COMMANDS]

    def remember_command(self, key: str) -> None:
        """Put a command (its key holds no blank) first among those last used."""
        rest = [known for known in self.recent_commands if known != key]
        self._store.setValue("commands", " ".join([key, *rest][:RECENT_COMMANDS]))

    @property
    def hints_done(self) -> frozenset[str]:
        """Hints that are not shown any more: what they say was done, or they were put away."""
        return frozenset(self._value("hints", "").split())

    @hints_done.setter
    def hints_done(self, names: frozenset[str]) -> None:
        self._store.setValue("hints", " ".join(sorted(names)))

    def recent(self) -> list[RecentProject]:
        """Return the projects opened before, latest first."""
        result = []
        count = self._store.beginReadArray("recent")
        for row in range(min(count, RECENT_PROJECTS)):
            self._store.setArrayIndex(row)
            path = self._value("path", "")
            if path:
                name = self._value("name", "") or Path(path).stem
                result.append(RecentProject(Path(path), name, self._value("opened", "")))
        self._store.endArray()
        return result

    def remember(self, path: Path, name: str) -> None:
        """Put a project that has just been opened first in the list."""
        from qcode.model.stamps import now

        path = path.absolute()
        rest = [project for project in self.recent() if project.path != path]
        self._write_recent([RecentProject(path, name, now()), *rest[: RECENT_PROJECTS - 1]])

    def forget(self, path: Path) -> None:
        """Take a project off the list; the file stays."""
        self._write_recent([project for project in self.recent() if project.path != path])

    def place(self, project: str) -> Place | None:
        """Return where one was in the project with this GUID, or None."""
        document = self._value(f"places/{project}/document", "")
        if not document:
            return None
        position = max(0, self._value(f"places/{project}/position", 0, int))
        return Place(document, position, self._value(f"places/{project}/code", ""))

    def set_place(self, project: str, place: Place) -> None:
        """Remember where one is in the project with this GUID."""
        from qcode.model.stamps import now

        for field, value in (*place._asdict().items(), ("left", now())):
            self._store.setValue(f"places/{project}/{field}", value)
        self._store.beginGroup("places")
        known = self._store.childGroups()
        if len(known) > PLACES:
            for oldest in sorted(known, key=lambda guid: self._value(f"{guid}/left", ""))[:-PLACES]:
                self._store.remove(oldest)
        self._store.endGroup()

    def used_codes(self, project: str) -> str:
        """Return the codes last used in the project with this GUID, as their list writes them."""
        return self._value(f"places/{project}/used", "")

    def set_used_codes(self, project: str, written: str) -> None:
        """Remember the codes last used in the project with this GUID."""
        self._store.setValue(f"places/{project}/used", written)

    def sync(self) -> None:
        """Write what is not written yet."""
        self._store.sync()

    def _value(self, key: str, default: Value, kind: Callable[..., Value] = str) -> Value:
        # What is written by hand may hold a comma and then is a list, or no number.
        value = self._store.value(key, default)
        try:
            return kind(value) if isinstance(value, str | int) else default
        except ValueError:
            return default

    def _one_of(self, key: str, choices: tuple[str, ...]) -> str:
        found = self._value(key, choices[0])
        return found if found in choices else choices[0]

    def _write_recent(self, projects: list[RecentProject]) -> None:
        self._store.remove("recent")
        self._store.beginWriteArray("recent", len(projects))
        for row, project in enumerate(projects):
            self._store.setArrayIndex(row)
            self._store.setValue("path", str(project.path))
            self._store.setValue("name", project.name)
            self._store.setValue("opened", project.opened)
        self._store.endArray()
