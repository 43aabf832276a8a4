"""Condition evaluator over all possible values: clauses, comparisons of numbers and days, first match."""

from __future__ import annotations

from fractions import Fraction

from recompute.days import NEVER, day_number, shifted
from recompute.intervals import Interval, closed, exactly, interval, meet, subtract, times
from recompute.known import (
    ABSENT,
    ABSENT_ANSWER,
    LETTERS,
    MET,
    NOT_MET,
    OPEN,
    OTHER,
    Choice,
    Choices,
    Json,
    Period,
    Seen,
    joined,
    walked,
)
from recompute.numbers import convert, factor_of, read_number

DATES = {"on": "is", "before": "less_than", "after": "more_than", "from": "at_least", "until": "at_most"}


def letters(condition: Json, seen: Seen) -> str:
    """Answer each clause of a condition."""
    return "".join(answer(clause, seen) for clause in condition)


def holds(condition: Json, seen: Seen) -> str:
    """Return the outcome of a condition. All its clauses must be met."""
    return joined(letters(condition, seen))


def told(condition: Json, seen: Seen) -> str:
    """Write the outcome of a condition as a letter, and behind a colon that of each clause."""
    clauses = letters(condition, seen)
    return f"{joined(clauses)}:{clauses}"


def outcomes(rows: Json, seen: Seen) -> list[str]:
    """Answer the conditions of rows."""
    return [holds(row.get("when", []), seen) for row in rows]


def walk(rows: Json, seen: Seen) -> tuple[list[Json], bool]:
    """Return the rows that may be the first match, and whether a match is certain."""
    return walked(rows, outcomes(rows, seen))


def answer(clause: Json, seen: Seen) -> str:
    """Answer one clause."""
    kind, name, edge, operand = (clause.get(part) for part in ("kind", "name", "edge", "operand"))
    if kind == "outcome":
        outcome = seen.answers[clause["criterion"]]
        possible = {MET, NOT_MET, ABSENT_ANSWER} if outcome == OPEN else {outcome}
        return _asked_words(possible, {LETTERS[clause["outcome"]]})
    if kind == "date":
        return compared_day(name, edge, DATES[clause["operator"]], operand, seen)
    if kind == "within":
        ends = (("at_least", clause["first"]), ("at_most", clause["last"]))
        return joined(compared_day(name, edge, *end, seen) for end in ends)
    if kind == "number" and operand["kind"] == "name":
        return difference(name, operand["id"], clause["operator"], seen)
    if seen.is_perhaps(name):
        return OPEN
    if kind in {"number", "between"}:
        return asked(seen.number(name), allowed_numbers(clause, seen.units[name]))
    if seen.known[name] == ABSENT:
        return ABSENT_ANSWER
    if kind == "choice":
        values = set(clause["values"])
        allowed = {*seen.domains[name], OTHER} - values if clause.get("negated") else values
        return _asked_words(measured_choice(name, seen), allowed)
    wanted, found = set(clause["values"]), seen.known[name]
    low, high = (found.surely, found.possibly) if isinstance(found, Choices) else (frozenset[str](), wanted)
    chosen = interval(Fraction(len(low & wanted)), Fraction(len(high & wanted)))
    return asked(chosen, spans("at_least" if kind == "includes" else "less_than", Fraction(1)))


def asked(found: Interval | None, allowed: list[Interval]) -> str:
    """Return whether a value is allowed. The first allowed interval that it intersects decides."""
    if found is None:
        return ABSENT_ANSWER
    common = next((one for span in allowed if (one := meet(found, span)) is not None), None)
    return NOT_MET if common is None else MET if common == found else OPEN


def _asked_words(possible: set[str], allowed: set[str]) -> str:
    return MET if possible <= allowed else OPEN if possible & allowed else NOT_MET


def spans(operator: str, bound: Fraction) -> list[Interval]:
    """Return the numbers in a relation to a bound."""
    below, above = interval(None, bound, high_open=True), interval(bound, None, low_open=True)
    return {
        "is": [exactly(bound)],
        "is_not": [below, above],
        "at_least": [interval(bound, None)],
        "at_most": [interval(None, bound)],
        "more_than": [above],
        "less_than": [below],
    }[operator]


def allowed_numbers(clause: Json, unit: str) -> list[Interval]:
    """Return the numbers allowed by a clause that compares with literals."""

    def literal(said: Json) -> Fraction:
        return convert(read_number(said["value"]), said.get("unit", ""), unit)

    if clause["kind"] == "between":
        return [closed(map(literal, (clause["low"], clause["high"])))]
    return spans(clause["operator"], literal(clause["operand"]))


def difference(name: str, other: str, operator: str, seen: Seen) -> str:
    """Return the outcome of a comparison of two numbers."""
    if seen.is_perhaps(name, other):
        return OPEN
    left, right = seen.number(name), seen.number(other)
    if left is None or right is None:
        return ABSENT_ANSWER
    found = subtract(times(left, factor_of(seen.units[name])), times(right, factor_of(seen.units[other])))
    return asked(found, spans(operator, Fraction(0)))


def measured_choice(name: str, seen: Seen) -> set[str]:
    """Return the domain words that a choice may have. The caller checks first whether it is absent."""
    found, domain = seen.known[name], seen.domains[name]
    if isinstance(found, Choice) and not found.any_word:
        if len(found.possible) == 1:
            return {word if word in domain else domain[-1] for word in found.possible}
        if found.possible <= set(domain):
            places = [domain.index(word) for word in found.possible]
            return set(domain[min(places) : max(places) + 1])
    return set(domain)


def days_of(expression: Json, seen: Seen) -> Interval | None:
    """Return all days that a date expression may evaluate to; None if it is absent."""
    if "name" not in expression:
        return exactly(shifted(expression, Fraction(day_number(expression["literal"]))))
    found, anchor = seen.known[expression["name"]], seen.number(expression["name"])
    if isinstance(found, Period):
        anchor = found.first if expression.get("edge") == "first" else found.last
    return anchor and closed(None if end is None else shifted(expression, end) for end in anchor[:2])


def compared_day(name: str, edge: str | None, operator: str, operand: Json, seen: Seen) -> str:
    """Return the outcome of a comparison of two days."""
    if seen.is_perhaps(name, operand.get("name", name)):
        return OPEN
    day = seen.number(name) if edge is None else days_of({"name": name, "edge": edge}, seen)
    if "name" not in operand:
        return asked(day, spans(operator, shifted(operand, Fraction(day_number(operand["literal"])))))
    other = days_of(operand, seen)
    if day is None or other is None:
        return ABSENT_ANSWER
    return asked(subtract(day, other), spans(operator, Fraction(0)))


def ever_comes(name: str, seen: Seen) -> str:
    """Return whether a looked-up day ever occurs."""
    return OPEN if seen.is_perhaps(name) else asked(seen.number(name), [interval(None, Fraction(NEVER - 1))])
