"""Does a clause hold for all, for none or for some of what is still possible?"""

from __future__ import annotations

from fractions import Fraction

from recompute.days import NEVER, day_number, shifted
from recompute.intervals import EVERYTHING, Interval, closed, exactly, interval, meet, subtract, times
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
)
from recompute.numbers import convert, factor_of

DATES = {"on": "is", "before": "less_than", "after": "more_than", "from": "at_least", "until": "at_most"}


def letters(condition: Json, seen: Seen) -> str:
    """Answer each clause of a condition."""
    return "".join(answer(clause, seen) for clause in condition)


def holds(condition: Json, seen: Seen) -> str:
    """Answer a condition, whose clauses must all hold."""
    return joined(letters(condition, seen))


def answer(clause: Json, seen: Seen) -> str:
    """Answer one clause."""
    kind = clause["kind"]
    if kind in {"number", "between"}:
        return _number(clause, seen)
    if kind == "choice":
        return _choice(clause, seen)
    if kind in {"includes", "includes_none"}:
        return _includes(clause, seen)
    if kind == "date":
        return compared_day(clause["name"], clause.get("edge"), DATES[clause["operator"]], clause["operand"], seen)
    if kind == "within":
        ends = (("at_least", clause["first"]), ("at_most", clause["last"]))
        return joined(compared_day(clause["name"], clause.get("edge"), *end, seen) for end in ends)
    outcome = seen.answers[clause["criterion"]]
    possible = {MET, NOT_MET, ABSENT_ANSWER} if outcome == OPEN else {outcome}
    return _asked_words(possible, {LETTERS[clause["outcome"]]})


def asked(found: Interval | None, allowed: list[Interval]) -> str:
    """Ask whether what is measured is allowed; the first allowed interval that it meets decides."""
    if found is None:
        return ABSENT_ANSWER
    for span in allowed:
        common = meet(found, span)
        if common is not None:
            return MET if common == found else OPEN
    return NOT_MET


def _asked_words(possible: set[str], allowed: set[str]) -> str:
    return MET if possible <= allowed else OPEN if possible & allowed else NOT_MET


def spans(operator: str, bound: Fraction) -> list[Interval]:
    """Give the numbers in a relation to a bound."""
    below, above = interval(None, bound, high_open=True), interval(bound, None, low_open=True)
    return {
        "is": [exactly(bound)],
        "is_not": [below, above],
        "at_least": [interval(bound, None)],
        "at_most": [interval(None, bound)],
        "more_than": [above],
        "less_than": [below],
    }[operator]


def _number(clause: Json, seen: Seen) -> str:
    name = clause["name"]
    if clause["kind"] == "between":
        ends = [
            convert(Fraction(end["value"]), end.get("unit", ""), seen.units[name])
            for end in (clause["low"], clause["high"])
        ]
        return OPEN if seen.is_perhaps(name) else asked(seen.number(name), [closed(ends)])
    operand = clause["operand"]
    if operand["kind"] == "number":
        bound = convert(Fraction(operand["value"]), operand.get("unit", ""), seen.units[name])
        return OPEN if seen.is_perhaps(name) else asked(seen.number(name), spans(clause["operator"], bound))
    return difference(name, operand["id"], clause["operator"], seen)


def difference(name: str, other: str, operator: str, seen: Seen) -> str:
    """Ask how two numbers stand to each other."""
    if seen.is_perhaps(name, other):
        return OPEN
    left, right = seen.number(name), seen.number(other)
    if left is None or right is None:
        return ABSENT_ANSWER
    found = subtract(times(left, factor_of(seen.units[name])), times(right, factor_of(seen.units[other])))
    return asked(found, spans(operator, Fraction(0)))


def measured_choice(name: str, seen: Seen) -> set[str] | None:
    """Give the words of the domain that a choice can be; None if it is absent. Perhaps absent is asked before."""
    found, domain = seen.known[name], seen.domains[name]
    if found == ABSENT:
        return None
    if isinstance(found, Choice) and not found.any_word:
        if len(found.possible) == 1:
            return {word if word in domain else domain[-1] for word in found.possible}
        if found.possible <= set(domain):
            places = [domain.index(word) for word in found.possible]
            return set(domain[min(places) : max(places) + 1])
    return set(domain)


def _choice(clause: Json, seen: Seen) -> str:
    if seen.is_perhaps(clause["name"]):
        return OPEN
    possible = measured_choice(clause["name"], seen)
    if possible is None:
        return ABSENT_ANSWER
    values = set(clause["values"])
    return _asked_words(possible, {*seen.domains[clause["name"]], OTHER} - values if clause.get("negated") else values)


def _includes(clause: Json, seen: Seen) -> str:
    found, wanted = seen.known[clause["name"]], set(clause["values"])
    if seen.is_perhaps(clause["name"]):
        return OPEN
    if found == ABSENT:
        return ABSENT_ANSWER
    low, high = 0, len(wanted)
    if isinstance(found, Choices):
        low, high = len(found.surely & wanted), len(found.possibly & wanted)
    operator = "at_least" if clause["kind"] == "includes" else "less_than"
    return asked(interval(Fraction(low), Fraction(high)), spans(operator, Fraction(1)))


def days_of(expression: Json, seen: Seen) -> Interval | None:
    """Give all days that a date expression can name; None if it is absent."""
    if "name" not in expression:
        anchor: Interval | None = exactly(day_number(expression["literal"]))
    else:
        found = seen.known[expression["name"]]
        if isinstance(found, Period):
            anchor = found.first if expression.get("edge") == "first" else found.last
        else:
            anchor = seen.number(expression["name"])
    if anchor is None:
        return None
    ends = (None if end is None else shifted(expression, end) for end in (anchor.low, anchor.high))
    return closed(ends)


def _named_day(name: str, edge: str | None, seen: Seen) -> Interval | None:
    return seen.number(name) if edge is None else days_of({"name": name, "edge": edge}, seen)


def compared_day(name: str, edge: str | None, operator: str, operand: Json, seen: Seen) -> str:
    """Ask how a day lies to another."""
    if seen.is_perhaps(name, operand.get("name", name)):
        return OPEN
    day = _named_day(name, edge, seen)
    if "name" not in operand:
        bound = shifted(operand, Fraction(day_number(operand["literal"])))
        return asked(day, spans(operator, bound))
    other = days_of(operand, seen)
    if day is None or other is None:
        return ABSENT_ANSWER
    return asked(subtract(day, other), spans(operator, Fraction(0)))


def ever_comes(name: str, seen: Seen) -> str:
    """Ask of a day that is looked up whether it comes at all."""
    return OPEN if seen.is_perhaps(name) else asked(seen.number(name), [interval(None, Fraction(NEVER - 1))])


__all__ = ["EVERYTHING", "answer", "asked", "compared_day", "days_of", "difference", "ever_comes", "holds", "letters"]
