"""Problems in client inputs: field, and message in English or Chinese."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field as made_by
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "zh")
PACKAGE = __name__.rpartition(".")[0]
"""Package of `refusals.toml`, the messages by code."""
_SEPARATORS = {"en": ", ", "zh": "、"}
_SIMILARITY_CUTOFF = 0.75
_MAXIMUM_LISTED_NAMES = 12

Slot = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Invalid field: path, message code and slots."""

    field: str
    code: str
    slots: Mapping[str, Slot] = made_by(default_factory=dict)
    reason: str = "WRONG_VALUE"

    def message(self, language: str) -> str:
        return words(self.code, language, **self.slots)


class FieldsError(ValueError):
    """Invalid inputs of a call; nothing was sent."""

    def __init__(self, problems: Iterable[Problem], language: str = LANGUAGES[0]) -> None:
        self.problems = tuple(problems)
        self.fields = {problem.field: problem.message(language) for problem in self.problems}
        """Error messages by field path."""
        super().__init__(" ".join(f"{path}: {message}" for path, message in self.fields.items()))


def words(code: str, language: str, **slots: Slot) -> str:
    """Return the message of a code with its slots filled."""
    texts = {
        name: _SEPARATORS[language].join(value) if isinstance(value, tuple) else value for name, value in slots.items()
    }
    return _refusals()[code][language].format(**texts)


def unknown(name: str, known: Iterable[str], code: str, *, path: str, **slots: Slot) -> Problem:
    """Return the problem of an unknown name, with the most similar or, if few, all known names.

    The suffix of the code is "_NEAR", "_KNOWN" or empty.
    """
    from difflib import get_close_matches  # noqa: PLC0415 -- needed only for unknown names

    names = list(known)
    if likely := get_close_matches(name, sorted(names), n=1, cutoff=_SIMILARITY_CUTOFF):
        return Problem(path, f"{code}_NEAR", {**slots, "likely": likely[0]}, "UNKNOWN")
    if 0 < len(names) <= _MAXIMUM_LISTED_NAMES:
        return Problem(path, f"{code}_KNOWN", {**slots, "known": tuple(names)}, "UNKNOWN")
    return Problem(path, code, slots, "UNKNOWN")


@cache
def _refusals() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_name("refusals.toml").read_text(encoding="utf-8"))
