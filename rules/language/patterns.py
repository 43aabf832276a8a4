"""Sentence patterns with slots: matching, disambiguation, nearest sentence and canonical output.

A pattern such as `indicator {indicator} scores {measure} as` is data of a lexicon. It writes its canonical form, and
reads every text in which the spaces around Chinese characters and punctuation may be left out. What stands in square
brackets, such as `[, in {unit}]`, is left out where its slots are.
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
    from rules.language.source_text import SourceText


_MIN_SIMILARITY = 45
_MIN_SHARED_PERCENT = 60
"""How many percent of a pattern's own words a Chinese sentence must hold, in their order, to be like it."""


class SentenceReading(NamedTuple):
    """One way to read a sentence: its key in the lexicon, and the words in its slots."""

    key: str
    slots: Mapping[str, SourceText]


def sentence_readings(text: SourceText, patterns: PatternSet) -> Iterator[SentenceReading]:
    """Yield every way to read a sentence; the pattern with the most words of its own comes first."""
    for key, parse in patterns.parses(to_ascii(text.text)):
        yield SentenceReading(key, {slot: text.part(*span) for slot, span in parse.items()})


def choose_reading(
    text: SourceText, patterns: PatternSet, strange: Callable[[SentenceReading], int]
) -> SentenceReading | None:
    """Choose the first reading with the fewest slots that name nothing known."""
    best: tuple[int, SentenceReading] | None = None
    for reading in sentence_readings(text, patterns):
        count = strange(reading)
        if count == 0:
            return reading
        if best is None or count < best[0]:
            best = count, reading
    return best[1] if best else None


def check_marks(text: SourceText, slots: Mapping[str, SourceText], report: DiagnosticReport) -> None:
    """Report a full-width mark between the slots of a sentence; those inside are seen when they are read."""
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
    """Report a sentence that the language does not have, with the one that it begins, or the nearest one."""
    near = nearest_sentence(text, patterns)
    if near is None:
        report.add("RL030", text, "far")
    else:
        report.add("RL030", text, "near", near=near)


def nearest_sentence(text: SourceText, patterns: Mapping[str, SentencePattern]) -> str | None:
    """Give the sentence that a text begins, or the nearest one, as it is shown; None if none is near."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 -- loaded only once something is mistyped

    shown = {key: pattern.shown for key, pattern in patterns.items()}
    begun = next((sentence for sentence in shown.values() if sentence.startswith(text.text)), None)
    best = process.extractOne(text.text, shown, scorer=fuzz.ratio, score_cutoff=_MIN_SIMILARITY)
    return begun or (best[0] if best is not None else _holding(text.text, patterns))


def _holding(text: str, patterns: Mapping[str, SentencePattern]) -> str | None:
    """Give the pattern of whose own words a Chinese sentence holds the most; its names outweigh them otherwise."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 -- likewise

    scores: list[tuple[int, int, str]] = []
    for pattern in patterns.values():
        held = LCSseq.similarity(text, pattern.literal)
        if held >= 2 and any(is_wide(character) for character in pattern.literal):
            scores.append((100 * held // len(pattern.literal), held, pattern.shown))
    best = max(scores, default=None)
    return best[2] if best is not None and best[0] >= _MIN_SHARED_PERCENT else None


_SLOT = re.compile(r"\{([a-z_]+)\}")
_OPTION = re.compile(r"\[([^\[\]]*)\]")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")

Span = tuple[int, int]
"""Begin and end of a slot's words inside the text that was read."""
_Parses = tuple[tuple[str, "Mapping[str, Span]"], ...]
_MOST_TEXTS, _MOST_PARSES, _LONGEST_TEXT = 20_000, 8, 500
"""How much is remembered of how texts can be read: some tens of megabytes at most."""


def is_wide(character: str) -> bool:
    """Say whether the character is Chinese, so that no space is needed beside it."""
    return bool(_WIDE.match(character))


@dataclass(frozen=True)
class SentencePattern:
    """One sentence pattern; `spaced` says that its language parts words by spaces."""

    template: str
    spaced: bool

    @cached_property
    def slots(self) -> tuple[str, ...]:
        """The names of the slots, in the order of the text."""
        return tuple(_SLOT.findall(self.template))

    @cached_property
    def shown(self) -> str:
        """The pattern for people: an ellipsis stands for each slot."""
        return _SLOT.sub("…", _OPTION.sub(r"\1", self.template))

    @cached_property
    def literal(self) -> str:
        """The words of the pattern itself, without slots and spaces."""
        return re.sub(r"\s", "", _SLOT.sub("", _OPTION.sub(r"\1", self.template)))

    @cached_property
    def weight(self) -> int:
        """How much literal text the pattern holds; of two patterns that fit, the heavier one is meant."""
        return len(self.literal)

    @cached_property
    def opening(self) -> str:
        """The first character of the pattern's own words; nothing if it begins with a slot."""
        return _SLOT.split(self.template)[0][:1]

    @cached_property
    def variants(self) -> tuple[SentencePattern, ...]:
        """The pattern with and without each part that may be left out, the heaviest first; itself if there is none."""
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
        expression = r"\s*" if after_slot and self._loose(words[0][0]) else r"\s+" if piece[0].isspace() else ""
        for position, word in enumerate(words):
            if position:
                loose = self._loose(words[position - 1][-1]) or self._loose(word[0])
                expression += r"\s*" if loose else r"\s+"
            expression += r"\s*".join(re.escape(part) for part in re.split(r"(?<=[,(])|(?=[(),])", word) if part)
        ends_open = before_slot and self._loose(words[-1][-1])
        return expression + (r"\s*" if ends_open else r"\s+" if piece[-1].isspace() else "")

    def _loose(self, character: str) -> bool:
        return is_wide(character) or character in ",()"

    def write(self, **slots: str) -> str:
        """Write the canonical sentence, without the parts of which a slot is blank or not given.

        Raises:
            KeyError: a slot that may not be left out is not given.
        """

        def fill_option(option: re.Match[str]) -> str:
            return option[1] if all(slots.get(slot) for slot in _SLOT.findall(option[1])) else ""

        return _SLOT.sub(lambda match: slots[match[1]], _OPTION.sub(fill_option, self.template))

    def parses(self, text: str) -> Iterator[Mapping[str, Span]]:
        """Yield every way to read the text, with as many parts as it may have, shortest first slots first."""
        for variant in self.variants:
            yield from variant._parses(text)

    def read(self, text: SourceText) -> Iterator[dict[str, SourceText]]:
        """Yield every way to read a text with its places, by the words in the slots."""
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
        """Give the end of the pattern with these words in its slots if the text begins with it."""
        filled = "".join(
            literal.pattern + re.escape(slots[slot]) for literal, slot in zip(self._literals, self.slots, strict=False)
        )
        match = re.match(filled + self._literals[-1].pattern, text)
        return match.end() if match else None

    def head(self, text: str, start: int) -> int | None:
        """Give the end of the pattern's opening words if the text continues with them at `start`."""
        match = self._literals[0].match(text, start)
        return match.end() if match else None


class PatternSet(dict[str, SentencePattern]):
    """The patterns that a text may follow, by their keys; none is added once a text was read.

    How the last thousands of texts can be read is remembered: while a file is typed, most are read again and again.
    """

    @cached_property
    def heaviest_first(self) -> tuple[tuple[str, SentencePattern], ...]:
        """The patterns with their keys, each with and without what may be left out, in the order they are tried."""
        variants = [(key, variant) for key, pattern in self.items() for variant in pattern.variants]
        return tuple(sorted(variants, key=lambda item: -item[1].weight))

    def parses(self, text: str) -> Iterator[tuple[str, Mapping[str, Span]]]:
        """Yield the keys of the patterns that a text follows, and its slots; the heaviest pattern comes first."""
        parses, are_all = self._known.get(text, ((), False))
        yield from parses
        if are_all:
            return
        for parse in islice(self._parses(text), len(parses), None):
            parses = (*parses, parse)
            self._remember(text, parses)
            yield parse
        self._remember(text, parses, are_all=True)

    def _parses(self, text: str) -> Iterator[tuple[str, Mapping[str, Span]]]:
        for key, pattern in self.beginning(text):
            for parse in pattern.parses(text):
                yield key, parse

    def _remember(self, text: str, parses: _Parses, *, are_all: bool = False) -> None:
        if len(parses) <= _MOST_PARSES and len(text) <= _LONGEST_TEXT:
            if len(self._known) >= _MOST_TEXTS:
                self._known.clear()
            self._known[text] = parses, are_all

    @cached_property
    def _known(self) -> dict[str, tuple[_Parses, bool]]:
        """The parses of texts, the first of each, and whether they are all."""
        return {}

    def starting(self, prefixes: tuple[str, ...]) -> PatternSet:
        """Give the patterns whose keys start so; the same set each time."""
        if prefixes not in self._subsets:
            self._subsets[prefixes] = PatternSet(
                {key: pattern for key, pattern in self.items() if key.startswith(prefixes)}
            )
        return self._subsets[prefixes]

    @cached_property
    def _subsets(self) -> dict[tuple[str, ...], PatternSet]:
        return {}

    def beginning(self, text: str) -> tuple[tuple[str, SentencePattern], ...]:
        """Give those, heaviest first, that do not begin with another character than the text does."""
        return self._by_opening.get(text[:1], self._by_opening[""])

    @cached_property
    def _by_opening(self) -> dict[str, tuple[tuple[str, SentencePattern], ...]]:
        openings = {"", *(pattern.opening for _, pattern in self.heaviest_first)}
        return {
            opening: tuple(item for item in self.heaviest_first if item[1].opening in {"", opening})
            for opening in openings
        }
