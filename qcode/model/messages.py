"""Sentences that leave the core: an English template that is its own id, and its parameters.

The core knows no Qt, but Qt Linguist must find its sentences. ``lupdate`` looks for a function
called ``QT_TRANSLATE_NOOP``; the one below only hands the template back. The doors put a message
into words: the window through the translator (context ``core``), the commands in English.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

_JSON = json.JSONEncoder(ensure_ascii=False)

Param: TypeAlias = "str | int | Message"


def QT_TRANSLATE_NOOP(context: str, template: str) -> str:  # noqa: N802 - lupdate looks for this name
    """Mark ``template`` for translation and return it unchanged."""
    del context
    return template


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that can be said in any language of the program.

    ``template`` is the English sentence with ``{name}`` places; ``params`` fills them. A parameter
    may itself be a message (the name of a kind, say) and is then translated as well.
    """

    template: str
    params: Mapping[str, Param] = field(default_factory=dict)

    def text(self, translate: Callable[[str], str] = str) -> str:
        """Return the sentence; ``translate`` maps an English template to another language."""
        values = {
            name: value.text(translate) if isinstance(value, Message) else value
            for name, value in self.params.items()
        }
        return translate(self.template).format(**values)

    def __str__(self) -> str:
        return self.text()

    def params_json(self) -> str:
        """Return the parameters as JSON, the form in which the journal keeps them."""
        return _JSON.encode(_plain(self.params))

    @classmethod
    def from_json(cls, template: str, params: str) -> Message:
        """Rebuild a message from the journal's two columns."""
        return cls(template, _revived(json.loads(params)))


def _plain(params: Mapping[str, Param]) -> dict[str, Any]:
    return {
        name: {"template": value.template, "params": _plain(value.params)}
        if isinstance(value, Message)
        else value
        for name, value in params.items()
    }


def _revived(params: Mapping[str, Any]) -> dict[str, Param]:
    return {
        name: Message(value["template"], _revived(value["params"]))
        if isinstance(value, dict)
        else value
        for name, value in params.items()
    }
