"""What does a TOML file that analysts edit say, and on which line stands each mistake in it?"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import resources
from typing import TypeVar

from pydantic import ValidationError

from rules.claims.screening.patterns import Pattern, PatternError
from rules.contracts.inputs import Frozen

_Form = TypeVar("_Form", bound=Frozen)
_TABLE = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"\s*([\w-]+)\s*=\s*(.*)")
_QUOTES = ("'''", '"""')
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)\Z")
_SAID = {
    "missing": "is missing; add it",
    "extra_forbidden": "is no entry of this table; correct its name or take it out",
}

EntryPath = Sequence[str | int]


class ClaimLexiconError(ValueError):
    """A claim lexicon lacks something, or says something that is not known; the message says where, in every case."""


class Form:
    """A TOML text by its name and lines, and the problems found in it so far."""

    @classmethod
    def of(cls, name: str, package: str = "rules.claims.screening") -> Form:
        """Take a file of a package."""
        return cls(resources.files(package).joinpath(name).read_text(encoding="utf-8"), name)

    def __init__(self, text: str, name: str) -> None:
        """Note where each entry of a text begins."""
        self._text = text
        self._name = name
        self._problems: set[tuple[int, str]] = set()
        self._lines: dict[tuple[str | int, ...], int] = {}
        numbers: Counter[str] = Counter()
        table: tuple[str | int, ...] = ()
        quote = ""
        for number, line in enumerate(text.split("\n"), start=1):
            if quote:
                quote = "" if quote in line else quote
            elif header := _TABLE.match(line):
                table = tuple(header[2].split("."))
                self._lines.setdefault(table, number)
                if header[1] == "[[":
                    table = (header[2], numbers[header[2]])
                    numbers[header[2]] += 1
                    self._lines[table] = number
            elif entry := _KEY.match(line):
                self._lines.setdefault((*table, entry[1]), number)
                quote = next((mark for mark in _QUOTES if entry[2].count(mark) == 1), "")

    def read(self, model: type[_Form]) -> _Form:
        """Read the text as a form; it is refused, with every problem, if it is none."""
        try:
            return model.model_validate(tomllib.loads(self._text))
        except tomllib.TOMLDecodeError as error:
            said = str(error)
            at = _AT.search(said)
            line = 1 if at is None else int(at[1] or self._text.count("\n") + 1)
            self._problems.add((line, f"is no TOML: {said[: at.start()] if at else said}"))
        except ValidationError as error:
            for found in error.errors():
                said = _SAID.get(found["type"], f"{found['msg']}; found {found['input']!r}"[:300])
                self.blame(found["loc"], said)
        self.settle()
        raise AssertionError  # a form that cannot be read has a problem

    def blame(self, place: EntryPath, said: str) -> None:
        """Note a problem of an entry, or else of the nearest that it stands in."""
        nearest = (self._lines.get(tuple(place[:length])) for length in range(len(place), 0, -1))
        line = next((found for found in nearest if found), 1)
        self._problems.add((line, f"{'.'.join(map(str, place))} {said}"))

    def pattern(self, place: EntryPath, source: str, make: Callable[[str], Pattern] = Pattern) -> Pattern:
        """Compile the pattern of an entry; what cannot be compiled, or matches where nothing stands, is noted."""
        try:
            if Pattern(source).found(""):
                self.blame(place, "matches where nothing stands; take out the empty alternative or the last '?' or '*'")
            return make(source)
        except PatternError as error:
            self.blame(place, str(error))
            return Pattern("")

    def settle(self) -> None:
        """End the reading; what was noted is refused, each problem with its line."""
        if self._problems:
            raise ClaimLexiconError("\n".join(f"{self._name}:{line}: {said}" for line, said in sorted(self._problems)))
