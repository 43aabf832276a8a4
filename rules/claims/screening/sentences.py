"""Text segmentation: blocks and sentences, with wrapped lines, list items and abbreviations.

A block is a paragraph, heading or list item; a single line break in it is a wrapped line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rules.claims.screening.patterns import Pattern
from rules.claims.screening.toml_validation import PatternField, TomlSource
from rules.contracts.inputs import FrozenModel

LONGEST = 2_000
"""Maximum sentence length; a longer run is cut at a space to bound the cost."""

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# The look-behind avoids retries from each mark of a long run.
_END = re.compile(r"""(?<![.!?…])[.!?…]+["'”’»)\]*†¹²³]*(?=\s)|[。！？]+["”’」』）)]*""")
_ABBREVIATION = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.\Z")
_ITEM = re.compile(r"\s*(?:[-–—•*·▪◦‣>]|\(?\w{1,3}[.)])\s")
_MIN_WRAPPED_WIDTH = 60
_FIRST_WIDE_CHARACTER = "\u2e80"
_SENTENCE_ENDS = ".!?…。！？:："


class _AnswerPatterns(FrozenModel):
    affirmed: PatternField
    refused: PatternField


@cache
def _answer_patterns() -> _AnswerPatterns:
    return TomlSource.of("answers.toml").load(_AnswerPatterns)


_LONGEST_QUESTION = 200
_LONGEST_ANSWER = 100
"""Longer answers are understood without their question."""


def is_question(sentence: str) -> bool:
    """Return whether a sentence ends as a question."""
    return sentence.rstrip(" \"')»”’").endswith(("?", "？"))


def question_before(sentence: str, answer: str) -> str:
    """Return the sentence before a short answer if it is a question, else an empty text."""
    is_short = len(sentence) <= _LONGEST_QUESTION and len(answer) <= _LONGEST_ANSWER
    return sentence if is_short and is_question(sentence) and not is_question(answer) else ""


def affirms(answer: str) -> bool:
    """Return whether a folded answer begins with yes."""
    return any(start == 0 for start, _ in _answer_patterns().affirmed.words(answer))


def refuses(cell: str) -> bool:
    """Return whether a folded table cell contains only no."""
    return _is_only(_answer_patterns().refused, cell)


def is_only_yes_or_no(cell: str) -> bool:
    """Return whether a folded table cell only answers its heads."""
    return refuses(cell) or _is_only(_answer_patterns().affirmed, cell)


def _is_only(pattern: Pattern, cell: str) -> bool:
    bare = cell.rstrip(" .!。！")
    return (0, len(bare)) in pattern.spans(bare)


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the non-empty blocks."""
    start = end = -1
    previous = ""
    for first, last in _lines(text):
        line = text[first:last]
        if not line.strip():
            if start >= 0:
                yield start, end
            start = -1
        elif start < 0:
            start, end = first, last
        elif _continues(previous, line):
            end = last
        else:
            yield start, end
            start, end = first, last
        previous = line
    if start >= 0:
        yield start, end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for match in _BREAK.finditer(text):
        yield position, match.start()
        position = match.end()
    yield position, len(text)


def _continues(line: str, following: str) -> bool:
    ended = line.rstrip()
    if _ITEM.match(following) or not ended:
        return False
    wrapped = (
        len(ended) + sum(character >= _FIRST_WIDE_CHARACTER for character in ended[:_MIN_WRAPPED_WIDTH])
        >= _MIN_WRAPPED_WIDTH
    )
    first = following.lstrip()[0]
    if ended[-1] in _SENTENCE_ENDS:
        return wrapped
    return wrapped or first.islower() or ended[-1] in ",;-(，、；（"


def sentences(text: str, start: int, end: int, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the sentence spans of a block; a full stop after an abbreviation ends none."""
    first = start
    for match in _END.finditer(text, start, end):
        if not _ends(text, match, end, abbreviations):
            continue
        yield from _trimmed_pieces(text, first, match.end())
        first = match.end()
    yield from _trimmed_pieces(text, first, end)


def _ends(text: str, match: re.Match[str], end: int, abbreviations: frozenset[str]) -> bool:
    if not match.group().startswith((".", "…")):
        return True
    following = match.end()
    while following < end and text[following].isspace():
        following += 1
    if following < end and text[following].islower():
        return False
    before = _ABBREVIATION.search(text[max(0, match.start() - 15) : match.start() + 1])
    if before is None:
        return True
    word = before.group(1).casefold()
    return not (len(word) == 1 or word in abbreviations)


def _trimmed_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        yield start, cut
        start = cut
    if start < end:
        yield start, end
