"""Regular expressions in linear time, and their required literals: the only module that uses RE2.

RE2 has no look-around, so callers check the text around a match. Its word characters are ASCII, like folded text.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import re2

from rules.claims.screening.folding import fold_pattern

CONTEXT_CHARACTERS = 60
_CJK = "\u2e80"
_MAX_PIECES = 24
_SHORTEST = 2
_RE2_DIFFERENCES = re.compile(r"\\[pPQECzAZ]|\[\[|\(\?[^:P]")


class PatternError(ValueError):
    """Invalid pattern in a lexicon."""


_PatternFacts = tuple[str, tuple[str, ...]]
"""A folded pattern and its required literals: every match contains one. Empty if unknown."""
_PATTERN_FACTS: dict[str, _PatternFacts] = {}
"""Validated patterns, which are compiled only when a text contains one of their literals."""


def preload_patterns(known: Mapping[str, Sequence[Any]]) -> None:
    """Register patterns as validated."""
    for source, (folded, pieces) in known.items():
        _PATTERN_FACTS[source] = folded, tuple(pieces)


def pattern_facts(source: str) -> _PatternFacts:
    """Return the folded form and the required literals of a valid pattern."""
    if source not in _PATTERN_FACTS:
        folded = fold_pattern(source)
        _PATTERN_FACTS[source] = folded, required_literals(folded)
    return _PATTERN_FACTS[source]


class Pattern:
    """A folded pattern that prefers the longest match.

    Raises:
        PatternError: If RE2 cannot compile it, for example because of look-around.
    """

    __slots__ = ("_folded", "_made", "_pieces", "source", "written")

    def __init__(self, source: str, written: str = "") -> None:
        self.source, self.written = source, written or source
        self._made: Any = None
        if source in _PATTERN_FACTS:
            self._folded, self._pieces = _PATTERN_FACTS[source]
        else:
            self._folded, self._pieces = fold_pattern(source), ()
            self._made = self._compile()

    @property
    def _compiled(self) -> Any:
        if self._made is None:
            self._made = self._compile()
        return self._made

    def _compile(self) -> Any:
        options = re2.Options()
        options.longest_match = True
        options.log_errors = False
        try:
            return re2.compile(self._folded, options)
        except re2.error as error:
            raise PatternError(f"'{self.source}' is not valid RE2: {_error_text(error)}") from None

    def _may_match(self, text: str) -> bool:
        return not self._pieces or any(piece in text for piece in self._pieces)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        if not self._may_match(text):
            return
        for match in self._compiled.finditer(text):
            start, end = match.span()
            if start < end:
                yield start, end

    def words(self, text: str) -> Iterator[tuple[int, int]]:
        for start, end in self.spans(text):
            if not (_is_inside_word(text, start) or _is_inside_word(text, end)):
                yield start, end

    def found(self, text: str) -> bool:
        return self._may_match(text) and self._compiled.search(text) is not None

    @property
    def captures_year(self) -> bool:
        return "year" in self._compiled.groupindex

    def years(self, text: str) -> Iterator[int]:
        if not self._may_match(text):
            return
        for match in self._compiled.finditer(text):
            yield int(match["year"])


def _is_inside_word(text: str, position: int) -> bool:
    if not 0 < position < len(text):
        return False
    left, right = text[position - 1], text[position]
    return left < _CJK and right < _CJK and left.isalnum() and right.isalnum()


def _error_text(error: Exception) -> str:
    message = error.args[0] if error.args else ""
    return message.decode(errors="replace") if isinstance(message, bytes) else str(message)


def compile_ending(source: str, *, whole_words: bool) -> Pattern:
    """Compile a pattern for the end of a text, from a word boundary if `whole_words` is set."""
    return Pattern(f"(^|[^a-z0-9])({source})$" if whole_words else f"({source})$", source)


def compile_beginning(source: str) -> Pattern:
    """Compile a pattern for the beginning of a text."""
    return Pattern(f"^({source})", source)


def required_literals(folded: str) -> tuple[str, ...]:
    """Return literals such that every match contains at least one, as a prefilter before compilation.

    There are none if Python cannot parse the expression, or if RE2 may differ.
    """
    if _RE2_DIFFERENCES.search(folded):
        return ()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            parsed = vars(re)["_parser"].parse(folded)
    except (re.error, RecursionError, Warning):
        return ()
    literals = _most_selective(_alternatives(parsed))
    return tuple(sorted(literals)) if literals else ()


def _alternatives(sequence: Any) -> list[frozenset[str]]:
    choices: list[frozenset[str]] = []
    run = ""
    for kind, argument in sequence:
        name = str(kind)
        if name == "LITERAL":
            run += chr(argument)
            continue
        if name == "AT":
            continue
        if run:
            choices.append(frozenset({run}))
            run = ""
        if name == "SUBPATTERN":
            choices += _alternatives(argument[3])
        elif name == "BRANCH":
            each = [_most_selective(_alternatives(branch)) for branch in argument[1]]
            if all(each):
                choices.append(frozenset().union(*(branch for branch in each if branch)))
        elif name in {"MAX_REPEAT", "MIN_REPEAT"} and argument[0] > 0:
            choices += _alternatives(argument[2])
    if run:
        choices.append(frozenset({run}))
    return choices


def _most_selective(choices: list[frozenset[str]]) -> frozenset[str] | None:
    fit = [each for each in choices if len(each) <= _MAX_PIECES and all(_is_selective(piece) for piece in each)]
    return max(fit, key=lambda each: (min(map(len, each)), -len(each), sorted(each)), default=None)


def _is_selective(piece: str) -> bool:
    return len(piece) >= _SHORTEST or piece > _CJK
