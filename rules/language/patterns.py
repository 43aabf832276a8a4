"""Sentence patterns with slots: matching, disambiguation, nearest sentence and canonical output.

Spaces around Chinese characters and punctuation are optional. Text in square brackets, such as `[, in {unit}]`, is
omitted if its slots are empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from rules.language.punctuation import report_full_width_mark, to_ascii

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rules.language.diagnostic_collector import DiagnosticReport
    from rules.language.source import SourceText


_MIN_SIMILARITY = 45
_MIN_COVERED_PERCENT = 60


class SentenceReading(NamedTuple):
    """Interpretation of a sentence: pattern key and slot texts."""

    key: str
    slots: Mapping[str, SourceText]


def sentence_readings(text: SourceText, patterns: PatternSet) -> Iterator[SentenceReading]:
    """Yield each interpretation of a sentence, most literal text first."""
    for key, parse in patterns.parses(to_ascii(text.text)):
        yield SentenceReading(key, {slot: text.part(*span) for slot, span in parse.items()})


def choose_reading(
    text: SourceText, patterns: PatternSet, strange: Callable[[SentenceReading], int]
) -> SentenceReading | None:
    """Return the first interpretation with the fewest unknown slots, as counted by `strange`, or None."""
    best: tuple[int, SentenceReading] | None = None
    for reading in sentence_readings(text, patterns):
        count = strange(reading)
        if count == 0:
            return reading
        if best is None or count < best[0]:
            best = count, reading
    return best[1] if best else None


def check_marks(text: SourceText, slots: Mapping[str, SourceText], report: DiagnosticReport) -> None:
    """Report a full-width mark between the slots; slots are checked when they are parsed."""
    if text.text.isascii():
        return
    spans: list[Span] = []
    for words in slots.values():
        start = text.text.find(words.text) if len(text.locations) > 1 else words.location.column - text.location.column
        spans.append((start, start + len(words.text)))
    report_full_width_mark(text, spans, report)


def report_unknown_sentence(
    text: SourceText, patterns: Mapping[str, SentencePattern], report: DiagnosticReport
) -> None:
    """Report a sentence that matches no pattern, and suggest a similar one."""
    near = nearest_sentence(text, patterns)
    if near is None:
        report.add("RL030", text, "far")
    else:
        report.add("RL030", text, "near", near=near)


def nearest_sentence(text: SourceText, patterns: Mapping[str, SentencePattern]) -> str | None:
    """Return the pattern that begins with the text, or else the most similar one, or None."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 -- loaded only after a typing error

    shown = {key: pattern.shown for key, pattern in patterns.items()}
    completion = next((sentence for sentence in shown.values() if sentence.startswith(text.text)), None)
    best = process.extractOne(text.text, shown, scorer=fuzz.ratio, score_cutoff=_MIN_SIMILARITY)
    return completion or (best[0] if best is not None else _best_covered_pattern(text.text, patterns))


def _best_covered_pattern(text: str, patterns: Mapping[str, SentencePattern]) -> str | None:
    """Return the pattern best covered by a Chinese sentence; long slot texts distort plain similarity."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 -- loaded only after a typing error

    scores: list[tuple[int, int, str]] = []
    for pattern in patterns.values():
        covered = LCSseq.similarity(text, pattern.literal)
        if covered >= 2 and any(is_wide(character) for character in pattern.literal):
            scores.append((100 * covered // len(pattern.literal), covered, pattern.shown))
    best = max(scores, default=None)
    return best[2] if best is not None and best[0] >= _MIN_COVERED_PERCENT else None


_SLOT = re.compile(r"\{([a-z_]+)\}")
_OPTION = re.compile(r"\[([^\[\]]*)\]")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")

Span = tuple[int, int]
_Parses = tuple[tuple[str, "Mapping[str, Span]"], ...]
_MAX_CACHED_TEXTS, _MAX_CACHED_PARSES, _MAX_CACHED_LENGTH = 20_000, 8, 500
"""Cache limits: the cache takes some tens of megabytes at most."""


def is_wide(character: str) -> bool:
    """Return whether the character is Chinese or full-width and needs no space next to it."""
    return bool(_WIDE.match(character))


@dataclass(frozen=True)
class SentencePattern:
    """Sentence pattern; `spaced` is True if the language separates words with spaces."""

    template: str
    spaced: bool

    @cached_property
    def slots(self) -> tuple[str, ...]:
        return tuple(_SLOT.findall(self.template))

    @cached_property
    def shown(self) -> str:
        return _SLOT.sub("…", _OPTION.sub(r"\1", self.template))

    @cached_property
    def literal(self) -> str:
        return re.sub(r"\s", "", _SLOT.sub("", _OPTION.sub(r"\1", self.template)))

    @cached_property
    def weight(self) -> int:
        """Length of the literal text; the heaviest matching pattern wins."""
        return len(self.literal)

    @cached_property
    def opening(self) -> str:
        return _SLOT.split(self.template)[0][:1]

    @cached_property
    def variants(self) -> tuple[SentencePattern, ...]:
        pieces = _OPTION.split(self.template)
        if len(pieces) == 1:
            return (self,)
        choices = [(piece, "") if position % 2 else (piece,) for position, piece in enumerate(pieces)]
        patterns = [SentencePattern("".join(chosen), self.spaced) for chosen in product(*choices)]
        return tuple(sorted(patterns, key=lambda variant: -variant.weight))

    @cached_property
    def _literals(self) -> tuple[re.Pattern[str], ...]:
        pieces = _SLOT.split(self.template)[::2]
        last = len(pieces) - 1
        return tuple(
            re.compile(self._literal(piece, after_slot=position > 0, before_slot=position < last))
            for position, piece in enumerate(pieces)
        )

    @cached_property
    def _full_pattern(self) -> re.Pattern[str]:
        return re.compile("(.+?)".join(literal.pattern for literal in self._literals) + r"\Z", re.DOTALL)

    def _literal(self, piece: str, *, after_slot: bool, before_slot: bool) -> str:
        words = piece.split()
        if not words:
            return (r"\s+" if self.spaced else r"\s*") if piece or (after_slot and before_slot) else ""
        expression = (
            r"\s*" if after_slot and self._has_optional_spaces(words[0][0]) else r"\s+" if piece[0].isspace() else ""
        )
        for position, word in enumerate(words):
            if position:
                optional_spaces = self._has_optional_spaces(words[position - 1][-1]) or self._has_optional_spaces(
                    word[0]
                )
                expression += r"\s*" if optional_spaces else r"\s+"
            expression += r"\s*".join(re.escape(part) for part in re.split(r"(?<=[,(])|(?=[(),])", word) if part)
        has_optional_end_space = before_slot and self._has_optional_spaces(words[-1][-1])
        return expression + (r"\s*" if has_optional_end_space else r"\s+" if piece[-1].isspace() else "")

    def _has_optional_spaces(self, character: str) -> bool:
        return is_wide(character) or character in ",()"

    def write(self, **slots: str) -> str:
        """Write the canonical sentence, without optional parts that have a blank or missing slot.

        Raises:
            KeyError: If a mandatory slot is missing.
        """

        def fill_option(option: re.Match[str]) -> str:
            return option[1] if all(slots.get(slot) for slot in _SLOT.findall(option[1])) else ""

        return _SLOT.sub(lambda match: slots[match[1]], _OPTION.sub(fill_option, self.template))

    def parses(self, text: str) -> Iterator[Mapping[str, Span]]:
        for variant in self.variants:
            yield from variant._parses(text)

    def read(self, text: SourceText) -> Iterator[dict[str, SourceText]]:
        for parse in self.parses(text.text):
            yield {slot: text.part(*span) for slot, span in parse.items()}

    def _parses(self, text: str) -> Iterator[Mapping[str, Span]]:
        if not self._full_pattern.match(text):
            return
        opening = self._literals[0].match(text)
        if opening:
            yield from self._continue(text, opening.end(), 0, {})

    def _continue(self, text: str, start: int, slot: int, spans: dict[str, Span]) -> Iterator[Mapping[str, Span]]:
        if slot == len(self.slots):
            if start == len(text):
                yield dict(spans)
            return
        literal = self._literals[slot + 1]
        final = slot + 1 == len(self.slots)
        if start == len(text) or text[start].isspace():
            return
        match = literal.search(text, start + 1)
        while match:
            end = match.start()
            if not text[end - 1].isspace() and (not final or match.end() == len(text)):
                yield from self._continue(text, match.end(), slot + 1, {**spans, self.slots[slot]: (start, end)})
            match = literal.search(text, end + 1) if end < len(text) else None

    def beginning(self, text: str, **slots: str) -> int | None:
        """Return the end offset of the pattern with these slots if the text begins with it, else None."""
        filled = "".join(
            literal.pattern + re.escape(slots[slot]) for literal, slot in zip(self._literals, self.slots, strict=False)
        )
        match = re.match(filled + self._literals[-1].pattern, text)
        return match.end() if match else None

    def head(self, text: str, start: int) -> int | None:
        """Return the end offset of the pattern's opening words at `start`, or None."""
        match = self._literals[0].match(text, start)
        return match.end() if match else None


class PatternSet(dict[str, SentencePattern]):
    """Sentence patterns by key, with a cache of recent parses; add no pattern after the first parse."""

    @cached_property
    def heaviest_first(self) -> tuple[tuple[str, SentencePattern], ...]:
        variants = [(key, variant) for key, pattern in self.items() for variant in pattern.variants]
        return tuple(sorted(variants, key=lambda item: -item[1].weight))

    def parses(self, text: str) -> Iterator[tuple[str, Mapping[str, Span]]]:
        """Yield pattern key and slot spans of each match, heaviest pattern first."""
        parses, complete = self._cached_parses.get(text, ((), False))
        yield from parses
        if complete:
            return
        for parse in islice(self._parses(text), len(parses), None):
            parses = (*parses, parse)
            self._cache(text, parses)
            yield parse
        self._cache(text, parses, complete=True)

    def _parses(self, text: str) -> Iterator[tuple[str, Mapping[str, Span]]]:
        for key, pattern in self.beginning(text):
            for parse in pattern.parses(text):
                yield key, parse

    def _cache(self, text: str, parses: _Parses, *, complete: bool = False) -> None:
        if len(parses) <= _MAX_CACHED_PARSES and len(text) <= _MAX_CACHED_LENGTH:
            if len(self._cached_parses) >= _MAX_CACHED_TEXTS:
                self._cached_parses.clear()
            self._cached_parses[text] = parses, complete

    @cached_property
    def _cached_parses(self) -> dict[str, tuple[_Parses, bool]]:
        return {}

    def starting(self, prefixes: tuple[str, ...]) -> PatternSet:
        if prefixes not in self._subsets:
            self._subsets[prefixes] = PatternSet(
                {key: pattern for key, pattern in self.items() if key.startswith(prefixes)}
            )
        return self._subsets[prefixes]

    @cached_property
    def _subsets(self) -> dict[tuple[str, ...], PatternSet]:
        return {}

    def beginning(self, text: str) -> tuple[tuple[str, SentencePattern], ...]:
        return self._by_opening.get(text[:1], self._by_opening[""])

    @cached_property
    def _by_opening(self) -> dict[str, tuple[tuple[str, SentencePattern], ...]]:
        openings = {"", *(pattern.opening for _, pattern in self.heaviest_first)}
        return {
            opening: tuple(item for item in self.heaviest_first if item[1].opening in {"", opening})
            for opening in openings
        }
