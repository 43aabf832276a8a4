"""Text codes of outcomes, numbers and dates in the arrays of a record: writers and parsers.

An exact number is its own text, everything else an interval as it is written in mathematics: `[57.09,87.09]`, `(0,5]`,
`[3,)` without an upper end. The outcomes of clauses are a word with a letter for each, those of a row stand before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import LETTERS, OUTCOMES
from rules.contracts.record import Bounds
from rules.program.days import NEVER
from rules.trail.figures import day_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from rules.contracts.intervals import Interval
    from rules.contracts.outcomes import Outcome


def number_code(interval: Interval) -> str:
    """Write what is known of a number."""
    return _code(interval, format_exact)


def day_code(interval: Interval) -> str:
    """Write what is known of a day; `never` is a day that does not come."""
    return _code(interval, lambda end: "never" if end >= NEVER else day_text(end))


def _code(interval: Interval, write: Callable[[Fraction], str]) -> str:
    low, high = interval.low, interval.high
    if low is not None and (low is high or low == high):
        return write(low)
    return "".join(
        (
            "(" if low is None or interval.low_open else "[",
            "" if low is None else write(low),
            ",",
            "" if high is None else write(high),
            ")" if high is None or interval.high_open else "]",
        )
    )


def read_code(code: str) -> Bounds:
    """Read what is known of a number or a day.

    Raises:
        ValueError: it is not written so.
    """
    if code[:1] not in ("[", "("):
        return Bounds(low=code, high=code)
    low, comma, high = code[1:-1].partition(",")
    if not comma or code[-1] not in ("]", ")"):
        raise ValueError(code[:40])
    return Bounds(
        low=low or None,
        low_open=bool(low) and code[0] == "(",
        high=high or None,
        high_open=bool(high) and code[-1] == ")",
    )


def row_code(outcome: Outcome, clauses: str) -> str:
    """Write whether a row holds, and each of its clauses."""
    return f"{LETTERS[outcome]}:{clauses}"


def read_row(code: str) -> tuple[Outcome, tuple[Outcome, ...]]:
    """Read whether a row holds, and each of its clauses."""
    outcome, _, clauses = code.partition(":")
    return OUTCOMES[outcome], tuple(OUTCOMES[letter] for letter in clauses)
