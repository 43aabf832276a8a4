"""Regular expressions in linear time: the only gateway to RE2.

RE2 has no look-around: what may not stand beside a match is asked of the text around. Its words are ASCII, as folded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import re2

from rules.claims.screening.folding import fold_pattern
from rules.claims.screening.required_literals import required_literals

BESIDE = 60
"""How many characters before and behind a match its neighbours are looked for in."""
_CJK = "\u2e80"


class PatternError(ValueError):
    """A pattern of a lexicon cannot be read."""


_PatternFacts = tuple[str, tuple[str, ...]]
"""A pattern as folded, and the pieces of which any text that it matches has one; none if that is not known."""
_PATTERN_FACTS: dict[str, _PatternFacts] = {}
"""Patterns that were read without fault before: such are compiled when first a text has one of their pieces."""


def preload_patterns(known: Mapping[str, Sequence[Any]]) -> None:
    """Take patterns as read before."""
    for source, (folded, pieces) in known.items():
        _PATTERN_FACTS[source] = folded, tuple(pieces)


def pattern_facts(source: str) -> _PatternFacts:
    """Say what is to be known of a pattern that was read without fault."""
    if source not in _PATTERN_FACTS:
        folded = fold_pattern(source)
        _PATTERN_FACTS[source] = folded, required_literals(folded)
    return _PATTERN_FACTS[source]


class Pattern:
    """A folded pattern; of several ways to match at one place it takes the longest."""

    __slots__ = ("_folded", "_made", "_pieces", "source")

    def __init__(self, source: str) -> None:
        """Compile a pattern; what is no RE2 regular expression, as look-around is none, is refused."""
        self.source = source
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
            raise PatternError(f"'{self.source}' is no RE2 pattern: {_error_text(error)}") from None

    def _may_match(self, text: str) -> bool:
        """Say whether a text has a piece without which nothing matches."""
        return not self._pieces or any(piece in text for piece in self._pieces)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Give the spans of all matches that do not overlap."""
        if not self._may_match(text):
            return
        for match in self._compiled.finditer(text):
            start, end = match.span()
            if start < end:
                yield start, end

    def words(self, text: str) -> Iterator[tuple[int, int]]:
        """Give the matches that begin and end where a word does; a Chinese character is always such a place."""
        for start, end in self.spans(text):
            if not (_is_inside_word(text, start) or _is_inside_word(text, end)):
                yield start, end

    def found(self, text: str) -> bool:
        """Say whether it matches anywhere."""
        return self._may_match(text) and self._compiled.search(text) is not None

    @property
    def gives_year(self) -> bool:
        """Say whether it has the group `year`."""
        return "year" in self._compiled.groupindex

    def years(self, text: str) -> Iterator[int]:
        """Give what the group `year` of each match holds."""
        if not self._may_match(text):
            return
        for match in self._compiled.finditer(text):
            yield int(match["year"])


def _is_inside_word(text: str, position: int) -> bool:
    """Say whether the characters left and right of a place belong to one word."""
    if not 0 < position < len(text):
        return False
    left, right = text[position - 1], text[position]
    return left < _CJK and right < _CJK and left.isalnum() and right.isalnum()


def _error_text(error: Exception) -> str:
    """Give the words of RE2, which come as bytes."""
    message = error.args[0] if error.args else ""
    return message.decode(errors="replace") if isinstance(message, bytes) else str(message)


def compile_ending(source: str, *, whole_words: bool) -> Pattern:
    """Compile what must stand at the end of a text; with whole words it begins where a word does."""
    return Pattern(f"(^|[^a-z0-9])({source})$" if whole_words else f"({source})$")


def compile_beginning(source: str) -> Pattern:
    """Compile what must stand at the beginning of a text."""
    return Pattern(f"^({source})")
