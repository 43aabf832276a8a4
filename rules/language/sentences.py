"""Which sentence of the language is this step, and what stands in its slots?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from rules.language.marks import report_between, to_ascii
from rules.language.patterns import is_wide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rules.language.lexicon import Lexicon
    from rules.language.patterns import Pattern, Patterns, Span
    from rules.language.report import Report
    from rules.language.text import Text

_NEAR = 45
_HELD = 60
"""How many percent of a pattern's own words a Chinese sentence must hold, in their order, to be like it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a sentence: its key in the lexicon, and the words in its slots."""

    key: str
    slots: Mapping[str, Text]


def readings(text: Text, patterns: Patterns) -> Iterator[Reading]:
    """Yield every way to read a sentence; the pattern with the most words of its own comes first."""
    ascii_text = to_ascii(text.text)
    for key, pattern in patterns.beginning(ascii_text):
        for parse in pattern.parses(ascii_text):
            yield Reading(key, {slot: text.part(*span) for slot, span in parse.items()})


def choose(text: Text, patterns: Patterns, strange: Callable[[Reading], int]) -> Reading | None:
    """Choose the first reading with the fewest slots that name nothing known."""
    best: tuple[int, Reading] | None = None
    for reading in readings(text, patterns):
        count = strange(reading)
        if count == 0:
            return reading
        if best is None or count < best[0]:
            best = count, reading
    return best[1] if best else None


def check_marks(text: Text, slots: Mapping[str, Text], report: Report) -> None:
    """Report a full-width mark between the slots of a sentence; those inside are seen when they are read."""
    if text.text.isascii():
        return
    spans: list[Span] = []
    for words in slots.values():
        start = text.text.find(words.text) if len(text.places) > 1 else words.place.column - text.place.column
        spans.append((start, start + len(words.text)))
    report_between(text, spans, report)


def report_older(text: Text, words: Lexicon, report: Report) -> bool:
    """Report a sentence that the language had before, with the one that says the same now, and say if it is one."""
    plain = to_ascii(text.text)
    for key, patterns in words.older.items():
        if any(next(pattern.parses(plain), None) is not None for pattern in patterns):
            otherwise = words.words["values"].write("otherwise")
            report.add("RL030", text, "older", sentence=words.sentences[key].shown, otherwise=otherwise)
            return True
    return False


def report_unknown(text: Text, patterns: Mapping[str, Pattern], report: Report) -> None:
    """Report a sentence that the language does not have, with the one that it begins, or the nearest one."""
    near = nearest_sentence(text, patterns)
    if near is None:
        report.add("RL030", text, "far")
    else:
        report.add("RL030", text, "near", near=near)


def nearest_sentence(text: Text, patterns: Mapping[str, Pattern]) -> str | None:
    """Give the sentence that a text begins, or the nearest one, as it is shown; None if none is near."""
    shown = {key: pattern.shown for key, pattern in patterns.items()}
    begun = next((sentence for sentence in shown.values() if sentence.startswith(text.text)), None)
    best = process.extractOne(text.text, shown, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return begun or (best[0] if best is not None else _holding(text.text, patterns))


def _holding(text: str, patterns: Mapping[str, Pattern]) -> str | None:
    """Give the pattern of whose own words a Chinese sentence holds the most; its names outweigh them otherwise."""
    found: list[tuple[int, int, str]] = []
    for pattern in patterns.values():
        held = LCSseq.similarity(text, pattern.literal)
        if held >= 2 and any(is_wide(character) for character in pattern.literal):
            found.append((100 * held // len(pattern.literal), held, pattern.shown))
    best = max(found, default=None)
    return best[2] if best is not None and best[0] >= _HELD else None
