"""The language of the window: the system's or a chosen one, changed while the program runs.

A change installs other translators; Qt then sends ``QEvent.LanguageChange`` to every widget, which
sets its texts again in ``changeEvent``. Numbers and dates follow through ``QLocale()``.

What a project calls levels, kinds, roles and memos goes the same way: ``speak_as``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QDateTime,
    QEvent,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
    Signal,
)

from qcode.paths import resources

if TYPE_CHECKING:
    from collections.abc import Callable

    from qcode.model.messages import Message
    from qcode.model.schools import Terms

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}  # each named in itself, for whoever looks for it
CHOICES = ("system", *LANGUAGES)


def say(message: Message) -> str:
    """Return a sentence of the core in the language of the window and the project's terms."""
    return message.text(_spoken.say)


def speak_as(terms: Terms | None) -> bool:
    """Say levels, kinds, roles and memos as the open project does; None: as the program does.

    Returns whether that is another way than before; then ``retranslate_all`` is due.
    """
    before, _spoken.terms = _spoken.terms, terms
    _spoken.say = translated if terms is None else terms.translator(translated)
    if _spoken.say is translated:  # the terms of the program, whatever they are called
        _spoken.terms = None
    return before != _spoken.terms


def speaks_own_terms() -> bool:
    """Whether the project that is open calls anything otherwise than the program does."""
    return _spoken.terms is not None


def own_term(label: Message) -> str | None:
    """Return what the project calls a term, None where it uses the program's word for it.

    Sentences with the usual word in them, in its right form, are kept for that case.
    """
    said = say(label)
    return None if said == translated(label.template) else said


def retranslate_all() -> None:
    """Let every widget set its texts again, as after a change of language."""
    application = QCoreApplication.instance()
    if application is not None:
        QCoreApplication.sendEvent(application, QEvent(QEvent.Type.LanguageChange))


def translated(template: str) -> str:
    """Return an English template of the core in the language of the window, terms untouched."""
    return QCoreApplication.translate("core", template)


class _Spoken:
    """How the window speaks now; one program shows one project."""

    terms: Terms | None = None
    say: Callable[[str], str] = staticmethod(translated)


_spoken = _Spoken()


def system_language() -> str:
    """Return the first language of the system that the program speaks, else ``en``."""
    for name in QLocale.system().uiLanguages():
        language = name.replace("-", "_").split("_")[0]
        if language == "zh":
            return "zh_CN"
        if language == "en":
            return "en"
    return "en"


class LanguageChoice(QObject):
    """Keeps the chosen language (``system``, ``en`` or ``zh_CN``) and its translators."""

    changed = Signal(str)  # the language now spoken

    def __init__(self, application: QCoreApplication, choice: str = "system") -> None:
        super().__init__(application)
        self._application = application
        self._translators: list[QTranslator] = []
        self._choice = choice if choice in CHOICES else "system"
        self._language = ""
        self._refresh()

    @property
    def choice(self) -> str:
        """What was chosen, not what is spoken."""
        return self._choice

    @property
    def language(self) -> str:
        """What is spoken: ``en`` or ``zh_CN``."""
        return self._language

    def choose(self, choice: str) -> None:
        """Speak ``en``, ``zh_CN`` or the language of the ``system`` from now on.

        Raises ValueError for any other word.
        """
        if choice not in CHOICES:
            raise ValueError(choice)
        self._choice = choice
        self._refresh()

    def _refresh(self) -> None:
        language = system_language() if self._choice == "system" else self._choice
        if language == self._language:
            return
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._language = language
        system = QLocale.system()
        # The country's way of writing dates counts as long as the language is the system's own.
        own = system.language() == QLocale(language).language()
        QLocale.setDefault(system if own else QLocale(language))
        folder = str(resources() / "translations")
        sources = [(f"qcode_{language}", folder)]
        if language != "en":  # what Qt says itself: standard buttons, edit menus, file dialogs
            qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            sources.insert(0, (f"qtbase_{language}", qt_folder))
        self._translators = []
        for name, place in sources:
            translator = QTranslator(self)
            if translator.load(name, place):
                self._application.installTranslator(translator)
                self._translators.append(translator)
        self.changed.emit(language)


def joined(parts: Iterable[str], by: Literal["names", "facts", "heading"] = "names") -> str:
    """Return the parts that say something, joined by the mark that the window's language has.

    ``names`` stand in a row (``a, b``; in Chinese ``a、b``), ``facts`` are about one thing
    (``a，b``), a ``heading`` stands before what it heads (``a：b``).
    """
    if by == "facts":
        mark = QCoreApplication.translate("i18n", ", ", "between facts about one thing")
    elif by == "heading":
        mark = QCoreApplication.translate("i18n", ": ")
    else:
        mark = QCoreApplication.translate("i18n", ", ", "between names in a row")
    return mark.join(filter(None, parts))


def _local(iso: str) -> QDateTime | None:
    """Return a time in the local zone, or None for what is no time."""
    from datetime import datetime

    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))


def date_and_time(iso: str) -> str:
    """Return an ISO 8601 time as a short local date and time of the window's language.

    Empty for a text that is no time, as ``day`` is.
    """
    moment = _local(iso)
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat) if moment else ""


def day(iso: str) -> str:
    """Return the day of an ISO 8601 time: today, yesterday, or a local date."""
    moment = _local(iso)
    if moment is None:
        return ""
    distance = moment.date().daysTo(QDate.currentDate())
    if distance == 0:
        return QCoreApplication.translate("i18n", "today")
    if distance == 1:
        return QCoreApplication.translate("i18n", "yesterday")
    return QLocale().toString(moment.date(), QCoreApplication.translate("i18n", "d MMM yyyy"))
