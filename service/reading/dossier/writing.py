"""How is a value written in a dossier?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from rules.contracts.inputs import DeclaredValue

_PLAIN = re.compile(r"[^\W_][\w ./%-]*(?<! )\Z")
_EMPTY = frozenset(("null", "~"))


def write_value(value: DeclaredValue) -> str:
    """Write a value on one line, as `service/reading/dossier/values.py` reads it again; nothing if there is none.

    Evidence is left out, as is what a record says of its own.
    """
    if value.not_applicable:
        return "{not_applicable: yes}"
    if value.number is not None:
        return value.number if value.unit is None else f"{value.number} {value.unit}"
    if value.flag is not None:
        return "yes" if value.flag else "no"
    if value.choices is not None:
        return f"[{', '.join(map(_quoted, value.choices))}]"
    if value.period is not None:
        return f"{{first: {value.period.first}, last: {value.period.last}}}"
    if value.records is not None:
        return f"[{', '.join(_record(record) for record in value.records)}]"
    texts = (value.choice, value.date, value.text)
    return next((_quoted(text) for text in texts if text is not None), "")


def _record(record: dict[str, DeclaredValue]) -> str:
    written = ((name, write_value(value)) for name, value in record.items())
    return "{" + ", ".join(f"{name}: {text}" for name, text in written if text) + "}"


def _quoted(text: str) -> str:
    """Put quotes around a text that would read as something else without them."""
    if _PLAIN.match(text) and text.lower() not in _EMPTY:
        return text
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=len(text) * 8 + 80).strip()
