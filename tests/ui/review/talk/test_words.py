"""What is said to whom reads or hears it, in each language."""

from __future__ import annotations

import pytest
from qcode.model.agreement_enums import Verdict

pytestmark = pytest.mark.usefixtures("at_once")


def test_it_speaks_chinese_and_again_english(talk, language):
    language.choose("zh_CN")
    language.choose("en")
    assert talk.verdicts.buttons[Verdict.BOTH].text() == "both  3"


def test_every_control_has_a_name(talk):
    for button in (talk.head.trifles, talk.head.reopen, *talk.verdicts.buttons.values()):
        assert button.accessibleName() or button.text()
    for field in (talk.bar.words, talk.bar.order, talk.bar.standing, talk.reason.field, talk.view):
        assert field.accessibleName()
