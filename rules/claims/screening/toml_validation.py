"""Validation of TOML files that analysts edit: typed models, patterns, and errors with line numbers."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, cached_property
from typing import Any, TypeVar

from pydantic import ValidationError

from rules.claims.screening.patterns import Pattern, PatternError, pattern_facts, preload_patterns
from rules.contracts.build_cache import find_cached, has_build_cache, source_digest, store_cached
from rules.contracts.inputs import FrozenModel
from rules.contracts.toml_files import package_file

_Form = TypeVar("_Form", bound=FrozenModel)
_TABLE = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"\s*([\w-]+)\s*=\s*(.*)")
_QUOTES = ("'''", '"""')
_LOCATION_PATTERN = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)\Z")
_ERROR_MESSAGES = {
    "missing": "is missing; add it",
    "extra_forbidden": "is no entry of this table; correct its name or take it out",
}

EntryPath = Sequence[str | int]


class ClaimLexiconError(ValueError):
    """A claim lexicon lacks something, or says something that is not known; the message says where, in every case."""


class TomlSource:
    """A TOML text by its name and lines, and the problems found in it so far."""

    @classmethod
    def of(cls, name: str, package: str = "rules.claims.screening") -> TomlSource:
        """Take a file of a package."""
        return cls(package_file(package, name).read_text(encoding="utf-8"), name)

    def __init__(self, text: str, name: str) -> None:
        """Note where each entry of a text begins."""
        self._text = text
        self._name = name
        self._digest = source_digest(_code(), name.encode(), text.encode())
        kept = find_cached(_shelved(name), self._digest)
        self._kept: dict[str, Any] | None = None if kept is None else json.loads(kept)
        self._patterns: set[str] = set()
        self._problems: set[tuple[int, str]] = set()
        self._lines: dict[tuple[str | int, ...], int] = {}
        if self._kept is not None:
            preload_patterns(self._kept["patterns"])
            return
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

    @property
    def is_known(self) -> bool:
        """Say whether the same text was read without fault before."""
        return self._kept is not None

    @cached_property
    def plain(self) -> dict[str, Any]:
        """The tables of the text; reading them may be refused."""
        return tomllib.loads(self._text) if self._kept is None else self._kept["plain"]

    def read(self, model: type[_Form]) -> _Form:
        """Read the text as a form; it is refused, with every problem, if it is none."""
        try:
            return model.model_validate(self.plain)
        except tomllib.TOMLDecodeError as error:
            message = str(error)
            at = _LOCATION_PATTERN.search(message)
            line = 1 if at is None else int(at[1] or self._text.count("\n") + 1)
            self._problems.add((line, f"is no TOML: {message[: at.start()] if at else message}"))
        except ValidationError as error:
            for problem in error.errors():
                message = _ERROR_MESSAGES.get(problem["type"], f"{problem['msg']}; found {problem['input']!r}"[:300])
                self.blame(problem["loc"], message)
        self.settle()
        raise AssertionError  # a form that cannot be read has a problem

    def blame(self, path: EntryPath, message: str) -> None:
        """Note a problem of an entry, or else of the nearest that it stands in."""
        nearest = (self._lines.get(tuple(path[:length])) for length in range(len(path), 0, -1))
        line = next((line_number for line_number in nearest if line_number), 1)
        self._problems.add((line, f"{'.'.join(map(str, path))} {message}"))

    def pattern(self, path: EntryPath, source: str, make: Callable[[str], Pattern] = Pattern) -> Pattern:
        """Compile the pattern of an entry; what cannot be compiled, or matches where nothing stands, is noted."""
        if self.is_known:
            return make(source)
        try:
            if Pattern(source).found(""):
                self.blame(path, "matches where nothing stands; take out the empty alternative or the last '?' or '*'")
            made = make(source)
            self._patterns.add(made.source)
            return made
        except PatternError as error:
            self.blame(path, str(error))
            return Pattern("")

    def settle(self) -> None:
        """End the reading; what was noted is refused, each problem with its line, and what has none is kept."""
        if self._problems:
            raise ClaimLexiconError(
                "\n".join(f"{self._name}:{line}: {message}" for line, message in sorted(self._problems))
            )
        if has_build_cache() and not self.is_known:
            known = {source: pattern_facts(source) for source in sorted(self._patterns)}
            kept = json.dumps({"plain": self.plain, "patterns": known}, ensure_ascii=False, default=str)  # of days
            store_cached(_shelved(self._name), self._digest, kept.encode())


def _shelved(name: str) -> str:
    return f"words-{name}"


@cache
def _code() -> bytes:
    """Give what reads such files, so that nothing is kept that was read otherwise."""
    folder = package_file(__package__, "")
    return b"".join(
        (folder / f"{name}.py").read_bytes() for name in ("folding", "patterns", "required_literals", "toml_validation")
    )
