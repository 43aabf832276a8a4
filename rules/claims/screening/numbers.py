"""Which numbers does a sentence give, in which unit, in which direction, and set against what?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rules.claims.screening.kinds import Direction
    from rules.claims.screening.lexicon import ClaimLexicon

_MASS = r"(?:kg|g|mg|t|mt|kt|tonnes?|tons?|tonnen|tonnellat[ae]|toneladas?)"
_PERCENT = ("percent", "per cent", "prozent", "pour cent", "procent", "per cento", "percento", "por ciento", "pct")
_UNIT = "|".join(
    (
        rf"%|(?:{'|'.join(_PERCENT)})\b",
        rf"{_MASS}? ?co ?2[ -]?(?:e|eq)?\b(?: ?(?:/|per|pro|par|por|pr\.?) ?[a-z]+)?",
        rf"{_MASS}\b ?(?:of |de |di )?(?:co ?2e?\b|二氧化碳)?(?:当量)?(?:/[a-z]+)?",
        r"(?:吨|千克|公斤|克)(?:co ?2e?\b|二氧化碳)?(?:当量)?",
        r"(?:[kmgt]?wh?|gj|lit(?:re|er)s?|years?|jahre?|ans|jaar|anni|anos|ar)\b",
        r"年(?!前|底|之前|末|实|达)",
    )
)
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<sign>-(?=\d)|\+)?(?P<whole>\d{1,3}(?:[ .,']\d{3})+(?!\d)|\d{1,15})(?:[.,](?P<part>\d{1,12}))?"
    rf" ?(?P<unit>{_UNIT})?",
    re.ASCII,  # a Chinese character beside a number is no part of it
)
_POINT = frozenset({"en", "zh"})
"""In these languages a point stands before decimals, in the others a comma."""
_HALF = "50"
_BEFORE, _BEHIND = 60, 15


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a folded sentence; places are those of the folded sentence."""

    start: int
    end: int
    value: str
    unit: str
    direction: Direction | None
    comparator: tuple[int, int] | None
    base_year: int | None


def numbers(sentence: str, lexicon: ClaimLexicon) -> tuple[Number, ...]:
    """Find the numbers with a unit; a bare number or a year says nothing about the environment."""
    found: list[tuple[int, int, str, str]] = []
    for match in _NUMBER.finditer(sentence):
        unit = (match["unit"] or "").strip()
        if not unit or (unit == "年" and len(match["whole"]) == 4):
            continue
        value = _decimal(match["whole"], match["part"], lexicon.language, negative=match["sign"] == "-")
        found.append((match.start(), match.start() + len(match.group().rstrip()), value, _unit(unit)))
    found += [(start, end, _HALF, "%") for start, end in _words(sentence, "half", lexicon)]
    if not found:
        return ()
    base_years = set(lexicon.numbers["base_year"].years(sentence))
    base_year = base_years.pop() if len(base_years) == 1 else None
    comparator = next(iter(_words(sentence, "comparator", lexicon)), None)
    return tuple(
        _number(sentence, each, comparator=comparator, base_year=base_year, lexicon=lexicon) for each in sorted(found)
    )


def _number(
    sentence: str,
    found: tuple[int, int, str, str],
    *,
    comparator: tuple[int, int] | None,
    base_year: int | None,
    lexicon: ClaimLexicon,
) -> Number:
    """Set a number against what its sentence compares with, if it is said to go up or down."""
    start, end, value, unit = found
    direction = _direction(sentence, start, end, value, lexicon)
    if direction is None:
        return Number(start, end, value, unit, None, None, None)
    return Number(start, end, value, unit, direction, comparator, base_year)


def target_years(sentence: str, lexicon: ClaimLexicon) -> tuple[int, ...]:
    """Give the years by which something is promised."""
    return tuple(sorted(set(lexicon.numbers["target_year"].years(sentence))))


def says(part: str, sentence: str, lexicon: ClaimLexicon) -> bool:
    """Say whether a sentence has such a word, as a `superlative` or one for the `whole`."""
    return next(iter(_words(sentence, part, lexicon)), None) is not None


def _words(sentence: str, part: str, lexicon: ClaimLexicon) -> list[tuple[int, int]]:
    pattern = lexicon.numbers[part]
    return list(pattern.words(sentence) if lexicon.whole_words else pattern.spans(sentence))


def _unit(unit: str) -> str:
    unit = "%" if unit in _PERCENT else unit
    return re.sub(r"co ?2[ -]?", "CO2", unit)


def _decimal(whole: str, part: str | None, language: str, *, negative: bool) -> str:
    """Write a number as a plain decimal.

    A point or comma before three digits is a thousands mark where the language has it so, else a decimal one.
    """
    groups = re.split(r"[ .,']", whole)
    marks = re.findall(r"[ .,']", whole)
    decimal_mark = "." if language in _POINT else ","
    if len(groups) == 2 and marks[0] == decimal_mark and part is None:
        groups, part = groups[:1], groups[1]
    text = "".join(groups).lstrip("0") or "0"
    text = f"{text}.{part}" if part else text
    return f"-{text}" if negative and text.strip("0.") else text


def _direction(sentence: str, start: int, end: int, value: str, lexicon: ClaimLexicon) -> Direction | None:
    if value.startswith("-") and sentence[start:end].endswith("%"):
        return "reduction"
    if says("reduction", sentence[max(0, start - _BEFORE) : end + _BEHIND], lexicon):
        return "reduction"
    return "increase" if says("increase", sentence[max(0, start - _BEFORE) : end + _BEHIND], lexicon) else None
