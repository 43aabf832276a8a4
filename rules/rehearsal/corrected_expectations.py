"""Corrections of examples: the words of an expectation to replace so that it matches the actual result.

Only words that differ are replaced, in a scenario sentence or in one cell of an outline.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Location
from rules.language.patterns import sentence_readings
from rules.language.render_steps import expectation_line
from rules.language.source import text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.language.render import Renderer
    from rules.model.examples import Example, Expectation, PlacedItem

_TOKEN = re.compile(r"[+-]?\d+(?:[.,]\d+)*|[A-Za-z_][\w.-]*|\s+|.", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Correction:
    """The words at a location, and their replacement."""

    location: Location
    was: str
    now: str


def corrections(
    example: Example, placed: PlacedItem[Expectation], actual: str, words: Renderer
) -> tuple[Correction, ...]:
    """Return the replacements in the example's line that change an expectation to `actual`.

    The result is empty if `actual` is not a sentence, or if another outline row or another step shares the words to
    replace.
    """
    line = max(example.location, placed.location).line
    edits = _edits(placed, actual, words)
    located_edits = [_located(placed, edit, line) for edit in edits]
    pieces = [*(piece for item in example.changes for piece in item.pieces)]
    pieces += (piece for item in example.expectations for piece in item.pieces)
    uses = Counter(piece.location for piece in pieces)
    result = [correction for correction in located_edits if correction is not None and uses[correction[0]] == 1]
    return tuple(correction for _, correction in result) if len(result) == len(edits) else ()


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    now: str


def _edits(placed: PlacedItem[Expectation], actual: str, words: Renderer) -> list[_Edit]:
    patterns, lexicon = words.words.steps.starting(("expect_",)), words.words
    is_sentence = next(sentence_readings(text_at(actual, Location("", 1, 1)), patterns), None) is not None
    if not is_sentence or lexicon.clauses_separator in actual:
        return []
    return list(reworded(placed.sentence, expectation_line(placed.item, words), actual))


def reworded(sentence: str, canonical: str, actual: str) -> Iterator[_Edit]:
    """Yield the edits that apply the difference between two canonical sentences to the author's sentence.

    This is a three-way merge.
    """
    base, author, other = (_TOKEN.findall(text) for text in (canonical, sentence, actual))
    alignment = SequenceMatcher(None, base, author, autojunk=False).get_opcodes()
    offsets = [0]
    for token in author:
        offsets.append(offsets[-1] + len(token))
    for first, last, begin, stop in _changes(base, other):
        start = _map_start(alignment, first)
        end = max(_map_end(alignment, last), start) if last > first else start
        yield _Edit(offsets[start], offsets[end], "".join(other[begin:stop]))


def _changes(base: Sequence[str], other: Sequence[str]) -> list[list[int]]:
    changes: list[list[int]] = []
    for tag, first, last, begin, stop in SequenceMatcher(None, base, other, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if changes and not "".join(base[changes[-1][1] : first]).strip():
            changes[-1][1], changes[-1][3] = last, stop
        else:
            changes.append([first, last, begin, stop])
    return changes


_Opcodes = Sequence[tuple[str, int, int, int, int]]


def _map_start(alignment: _Opcodes, position: int) -> int:
    for tag, first, last, begin, _ in alignment:
        if first <= position < last:
            return begin + position - first if tag == "equal" else begin
    return alignment[-1][4] if alignment else 0


def _map_end(alignment: _Opcodes, position: int) -> int:
    for tag, first, last, begin, stop in alignment:
        if first < position <= last:
            return begin + position - first if tag == "equal" else stop
    return 0


def _located(placed: PlacedItem[Expectation], edit: _Edit, line: int) -> tuple[Location, Correction] | None:
    ends = [piece.offset for piece in placed.pieces[1:]] + [len(placed.sentence)]
    for piece, end in zip(placed.pieces, ends, strict=True):
        if piece.location.line == line and piece.offset <= edit.start and edit.end <= end:
            column = piece.location.column + edit.start - piece.offset
            location = Location(piece.location.path, line, column)
            return piece.location, Correction(location, placed.sentence[edit.start : edit.end], edit.now)
    return None
