"""The language of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QDialogButtonBox
from qcode.model.messages import Message
from qcode.ui.shell import i18n
from qcode.ui.shell.shortcut_page import shortcut_page


@pytest.fixture
def choice(qapp):
    before = QLocale()
    made = i18n.LanguageChoice(qapp, "en")
    yield made
    made.choose("en")
    QLocale.setDefault(before)


def test_a_chosen_language_is_spoken_at_once(choice, qtbot):
    assert QCoreApplication.translate("actions", "&Undo") == "&Undo"
    with qtbot.waitSignal(choice.changed) as told:
        choice.choose("zh_CN")
    assert told.args == ["zh_CN"]
    assert choice.language == "zh_CN"
    assert QCoreApplication.translate("actions", "&Undo") == "撤销(&U)"
    choice.choose("en")
    assert QCoreApplication.translate("actions", "&Undo") == "&Undo"


def test_sentences_of_the_core_are_translated_with_their_parameters(choice):
    message = Message("Stopped. Nothing was changed.")
    nested = Message("{what}", {"what": message})
    assert i18n.say(nested) == "Stopped. Nothing was changed."
    choice.choose("zh_CN")
    assert i18n.say(nested) == "已停止，未作任何更改。"


def test_the_buttons_of_qt_speak_chinese_too(choice, qtbot):
    choice.choose("zh_CN")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert "取消" in box.button(QDialogButtonBox.StandardButton.Cancel).text()


def test_two_keys_of_one_name_stand_once_on_the_shortcut_page(choice):
    choice.choose("zh_CN")
    keys = dict(row for _, rows in shortcut_page() for row in rows)
    assert keys["应用编码"] == i18n.joined(["C", "回车"])


def test_dates_follow_the_language(choice):
    choice.choose("zh_CN")
    assert i18n.day("2026-03-14T09:30:00.000Z").startswith("2026年3月1")
    choice.choose("en")
    assert "Mar 2026" in i18n.day("2026-03-14T12:00:00.000Z")


def test_today_and_yesterday_are_said_in_words(choice):
    from datetime import UTC, datetime, timedelta

    moment = datetime.now(UTC)
    assert i18n.day(moment.isoformat()) == "today"
    assert i18n.day((moment - timedelta(days=1)).isoformat()) == "yesterday"


def test_a_time_that_is_no_time_shows_as_nothing(choice):
    assert i18n.day("") == ""
    assert i18n.date_and_time("yesterday-ish") == ""


def test_an_unknown_language_is_refused_and_a_stored_one_ignored(choice, qapp):
    with pytest.raises(ValueError, match="tlh"):
        choice.choose("tlh")
    assert i18n.LanguageChoice(qapp, "tlh").choice == "system"


@pytest.mark.parametrize(
    ("languages", "spoken"),
    [
        (["zh-Hans-CN", "zh-CN", "zh"], "zh_CN"),
        (["de-DE", "zh-TW", "en-US"], "zh_CN"),
        (["de-DE", "en-US", "zh-CN"], "en"),
        (["de-DE", "fr"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_of_the_system_that_is_known_is_taken(monkeypatch, languages, spoken):
    class System:
        def uiLanguages(self):
            return languages

    class Locale:
        system = staticmethod(System)

    monkeypatch.setattr(i18n, "QLocale", Locale)
    assert i18n.system_language() == spoken


class Chinese(QTranslator):
    """Says only the marks between words."""

    def translate(self, context, text, disambiguation=None, n=-1):
        marks = {
            (", ", "between names in a row"): "、",
            (", ", "between facts about one thing"): "，",
            (": ", ""): "：",
        }
        return marks.get((text, disambiguation or ""), "") if context == "i18n" else ""


def test_marks_between_words_are_those_of_the_language(qapp):
    chinese = Chinese()
    assert i18n.joined(["a", "", "b"]) == i18n.joined(["a", "b"], "facts") == "a, b"
    assert i18n.joined(["Coder", "Ann"], "heading") == "Coder: Ann"
    qapp.installTranslator(chinese)
    try:
        assert i18n.joined(["a", "", "b"]) == "a、b"
        assert i18n.joined(["a", "b"], "facts") == "a，b"
        assert i18n.joined(["编码者", i18n.joined(["Ann", "Bo"])], "heading") == "编码者：Ann、Bo"
    finally:
        qapp.removeTranslator(chinese)
