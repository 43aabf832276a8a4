"""Validation of TOML files that analysts edit: typed models, patterns, and errors with line numbers."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, cached_property
from typing import Annotated, Any, TypeVar, cast

from pydantic import PlainSerializer, PlainValidator, ValidationError, ValidationInfo
from pydantic_core import PydanticCustomError

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

_PATTERN_ERROR = "pattern"
EntryPath = Sequence[str | int]


class ClaimLexiconError(ValueError):
    """Invalid content of a TOML file; the message lists every problem with its line."""


class TomlSource:
    """A TOML text with its name, line numbers and problems found so far."""

    @classmethod
    def of(cls, name: str, package: str = "rules.claims.screening") -> TomlSource:
        return cls(package_file(package, name).read_text(encoding="utf-8"), name)

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._digest = source_digest(_reader_code(), name.encode(), text.encode())
        cached = find_cached(_cache_name(name), self._digest)
        self._cached: dict[str, Any] | None = None if cached is None else json.loads(cached)
        self._patterns: set[str] = set()
        self._problems: set[tuple[int, str]] = set()
        self._lines: dict[tuple[str | int, ...], int] = {}
        if self._cached is not None:
            preload_patterns(self._cached["patterns"])
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
        return self._cached is not None

    @cached_property
    def plain(self) -> dict[str, Any]:
        return tomllib.loads(self._text) if self._cached is None else self._cached["plain"]

    def read(self, model: type[_Form]) -> _Form:
        try:
            return model.model_validate(self.plain, context=self)
        except tomllib.TOMLDecodeError as error:
            message = str(error)
            at = _LOCATION_PATTERN.search(message)
            line = 1 if at is None else int(at[1] or self._text.count("\n") + 1)
            self._problems.add((line, f"is no TOML: {message[: at.start()] if at else message}"))
        except ValidationError as error:
            for problem in error.errors():
                message = f"{problem['msg']}; found {problem['input']!r}"[:300]
                is_pattern = problem["type"] == _PATTERN_ERROR
                self.blame(
                    problem["loc"], problem["msg"] if is_pattern else _ERROR_MESSAGES.get(problem["type"], message)
                )
        self.settle()
        raise AssertionError  # settle always raises here

    def blame(self, path: EntryPath, message: str) -> None:
        nearest = (self._lines.get(tuple(path[:length])) for length in range(len(path), 0, -1))
        line = next((line_number for line_number in nearest if line_number), 1)
        self._problems.add((line, f"{'.'.join(map(str, path))} {message}"))

    def load(self, model: type[_Form]) -> _Form:
        """Read a file that needs no other check."""
        loaded = self.read(model)
        self.settle()
        return loaded

    def compile(self, source: str, make: Callable[[str], Pattern] = Pattern) -> Pattern:
        """Compile a pattern, or raise PatternError if it is invalid or matches an empty text."""
        if self.is_known:
            return make(source)
        if Pattern(source).found(""):
            raise PatternError("matches an empty text; remove the empty alternative or the last '?' or '*'")
        made = make(source)
        self._patterns.add(made.source)
        return made

    def settle(self) -> None:
        if self._problems:
            raise ClaimLexiconError(
                "\n".join(f"{self._name}:{line}: {message}" for line, message in sorted(self._problems))
            )
        if has_build_cache() and not self.is_known:
            known = {source: pattern_facts(source) for source in sorted(self._patterns)}
            data = json.dumps({"plain": self.plain, "patterns": known}, ensure_ascii=False, default=str)  # for dates
            store_cached(_cache_name(self._name), self._digest, data.encode())


def source_of(info: ValidationInfo) -> TomlSource:
    """Return the file of a field that is validated."""
    return cast("TomlSource", info.context)


def compile_field(source: object, info: ValidationInfo, make: Callable[[str], Pattern] = Pattern) -> Pattern:
    """Compile the pattern of a field of a TOML file that is read."""
    if not isinstance(source, str):
        raise PydanticCustomError("string_type", "Input should be a valid string")
    try:
        return source_of(info).compile(source, make)
    except PatternError as error:
        raise PydanticCustomError(_PATTERN_ERROR, "{message}", {"message": str(error)}) from None


def written_pattern(pattern: Pattern | None) -> str:
    """Return the pattern as it is written in the file; empty without one."""
    return "" if pattern is None else pattern.written


PatternField = Annotated[Pattern, PlainValidator(compile_field), PlainSerializer(written_pattern)]
"""A pattern in a TOML file, compiled where the file is read."""


def _cache_name(name: str) -> str:
    return f"words-{name}"


@cache
def _reader_code() -> bytes:
    """Return the code that reads the files, so that a change invalidates the cache."""
    folder = package_file(__package__, "")
    return b"".join(
        (folder / f"{name}.py").read_bytes() for name in ("folding", "lexicon", "patterns", "toml_validation")
    )
