"""Problems of what a caller gives: the field, and what is wrong with it in English or Chinese."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field as made_by
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "zh")
PACKAGE = __name__.rpartition(".")[0]
"""Whose `refusals.toml` has the words of each code."""
_BETWEEN = {"en": ", ", "zh": "、"}
_NEAR = 0.75
_SHOWN = 12
"""How many known names are listed where none is near."""

Slot = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One wrong field: where it is, and the code of what is wrong, with what fills the slots of its words."""

    field: str
    code: str
    slots: Mapping[str, Slot] = made_by(default_factory=dict)
    reason: str = "WRONG_VALUE"

    def told(self, language: str) -> str:
        """Say what is wrong."""
        return words(self.code, language, **self.slots)


class FieldsError(ValueError):
    """What is given is not what a call takes; nothing was sent."""

    def __init__(self, problems: Iterable[Problem], language: str = LANGUAGES[0]) -> None:
        """Keep every problem, in the order in which they were found."""
        self.problems = tuple(problems)
        self.fields = {one.field: one.told(language) for one in self.problems}
        """What is wrong, by the path of the field."""
        super().__init__("; ".join(f"{path}: {said}" for path, said in self.fields.items()))


def words(code: str, language: str, **slots: Slot) -> str:
    """Fill the slots of the words that stand under a code."""
    shown = {name: _BETWEEN[language].join(one) if isinstance(one, tuple) else one for name, one in slots.items()}
    return _refusals()[code][language].format(**shown)


def unknown(name: str, known: Iterable[str], code: str, *, path: str, **slots: Slot) -> Problem:
    """Say that a name is not known, and which one may be meant, or all of them if they are few.

    The words stand under the code, and under it with `_NEAR` or `_KNOWN` behind.
    """
    from difflib import get_close_matches  # noqa: PLC0415 -- loaded only once something is mistyped

    names = list(known)
    if likely := get_close_matches(name, sorted(names), n=1, cutoff=_NEAR):
        return Problem(path, f"{code}_NEAR", {**slots, "likely": likely[0]}, "UNKNOWN")
    if 0 < len(names) <= _SHOWN:
        return Problem(path, f"{code}_KNOWN", {**slots, "known": tuple(names)}, "UNKNOWN")
    return Problem(path, code, slots, "UNKNOWN")


@cache
def _refusals() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_name("refusals.toml").read_text(encoding="utf-8"))
