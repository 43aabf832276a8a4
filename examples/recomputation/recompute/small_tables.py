"""Completeness check of small tables: a row for every possible combination of keys."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import pairwise, product
from math import prod

from recompute.card import AS_OF, Card, gives_day, names_within
from recompute.conditions import DATES, allowed_numbers, spans
from recompute.days import LAST, day_number
from recompute.figures import instead, never_below, of_amounts
from recompute.formulas import compute
from recompute.intervals import (
    EVERYTHING,
    ZERO,
    Interval,
    exactly,
    holds_multiple,
    hull_of,
    interval,
    meet,
    pieces,
    times,
)
from recompute.known import OTHER, Json, Number, Seen, number_of
from recompute.numbers import factor_of, read_number
from recompute.reading import whole_domain

MOST_CASES = 20_000

Part = Interval | str


@cache
def is_complete(card: Card, name: str) -> bool:
    """Return whether the rows of a quantity written as a small table are complete."""
    quantity = next(one for one in card.quantities if one["id"] == name)
    return "tabled" in quantity and _Rows(card, quantity).have_no_gap()


class _Rows:
    """The rows of a small table, and the possible values of its keys."""

    def __init__(self, card: Card, quantity: Json) -> None:
        self._card = card
        self._rows = [row.get("when", []) for row in quantity["rows"]]
        self._listed = quantity.get("list") or ""
        self._names = names_within(card, self._listed)
        self._definitions = {**card.definitions, **{one["id"]: one for one in card.fields(self._listed)}}
        self._keys: list[Json] = quantity["tabled"]["by"]
        self._form = quantity["tabled"]["form"]

    def have_no_gap(self) -> bool:
        """Return whether every case has a row."""
        whole = [key for key in self._keys if self._type(key["name"]) == "period" and "edge" not in key]
        if (whole and self._form == "dated") or not all(_is_plain(clause) for when in self._rows for clause in when):
            return False
        told = [[self._told(when, key) for key in self._keys] for when in self._rows]
        axes = [self._axis(key, [row[place] for row in told]) for place, key in enumerate(self._keys)]
        if prod(map(len, axes)) > MOST_CASES:
            return False
        rest = self._form == "keyed" and not self._rows[-1]
        return rest or all(any(_holds(row, case) for row in told) for case in product(*axes))

    def _type(self, name: str) -> str:
        return str(self._definitions.get(name, {}).get("type", ""))

    def _choices(self, name: str) -> set[str]:
        """Return the possible words of a key. A text has the named words and any other word; a number has none."""
        if self._type(name) == "text":
            named = (clause["values"] for when in self._rows for clause in when if clause["name"] == name)
            return {OTHER}.union(*named)
        return set(self._names.domains.get(name, ()))

    def _told(self, when: Json, key: Json) -> Interval | set[str]:
        """Return the values of a key that the clauses of a row allow."""
        choices, span = self._choices(key["name"]), EVERYTHING
        found = set(choices)
        for clause in when:
            if clause["name"] == key["name"] and clause["kind"] == "choice":
                values = set(clause["values"])
                found = found - values if clause.get("negated") else found & values
            elif clause["name"] == key["name"] and clause.get("edge") == key.get("edge"):
                span = meet(span, self._span(clause)) or span
        return found if choices else span

    def _span(self, clause: Json) -> Interval:
        """Return the numbers or days that a clause allows, bounds included."""
        if clause["kind"] != "date":
            return allowed_numbers(clause, self._names.units.get(clause["name"], ""))[0]
        day = Fraction(day_number(clause["operand"]["literal"]))
        beside = {"before": ("until", day - 1), "after": ("from", day + 1)}
        operator, bound = beside.get(clause["operator"], (clause["operator"], day))
        return spans(DATES[operator], bound)[0]

    def _axis(self, key: Json, told: list[Interval | set[str]]) -> list[Part]:
        """Return the parts into which the rows split the range of a key."""
        name = key["name"]
        bounds = [one for one in told if isinstance(one, Interval)]
        if len(bounds) < len(told):
            return sorted(self._choices(name))
        day = any(one["id"] == name and gives_day(one) for one in self._card.quantities)
        if self._form == "dated" or "edge" in key or name == AS_OF or self._type(name) == "date" or day:
            return list(self._days(bounds, name))
        step = self._definitions.get(name, {}).get("multiple_of")
        found = pieces(bounds, self._range(name))
        return [part for part in found if step is None or holds_multiple(part, read_number(step))]

    def _days(self, bounds: list[Interval], name: str) -> list[Interval]:
        domain = EVERYTHING
        if name == AS_OF:
            last = self._card.card.get("last_date")
            effect = Fraction(day_number(self._card.card["first_date"])), last and Fraction(day_number(last))
            domain = Interval(*effect)
        begins = {one.low for one in (*bounds, domain) if one.low is not None}
        begins |= {one.high + 1 for one in (*bounds, domain) if one.high is not None}
        marks = [None, *sorted(begins), None]
        found = (meet(interval(low, None if high is None else high - 1), domain) for low, high in pairwise(marks))
        return [part for part in found if part is not None]

    def _range(self, name: str) -> Interval:
        """Return all possible numbers of a key, for any facts."""
        if name in self._definitions:
            return number_of(whole_domain(self._definitions[name]), EVERYTHING)
        return ranges(self._card, self._listed).get(name, EVERYTHING)


def ranges(card: Card, listed: str) -> dict[str, Interval]:
    """Return all possible numbers of each quantity, for any facts within their domains."""
    known = {one["id"]: whole_domain(one) for one in (*card.definitions.values(), *card.fields(listed))}
    effect = [day_number(card.card[end]) if end in card.card else LAST for end in ("first_date", "last_date")]
    known[AS_OF] = Number(Interval(Fraction(effect[0]), Fraction(effect[1])))
    found: dict[str, Interval] = {}
    seen = Seen(known, *names_within(card, listed))
    for quantity in card.order:
        own = quantity.get("list") in {None, listed} or quantity["kind"] == "sum"
        found[quantity["id"]] = _range_of(card, quantity, seen) if own else EVERYTHING
        known[quantity["id"]] = Number(found[quantity["id"]])
    return found


def _range_of(card: Card, quantity: Json, seen: Seen) -> Interval:
    unit, rows, kind = factor_of(quantity.get("unit", "")), quantity["rows"], quantity["kind"]
    if kind == "formula":
        own = [times(compute(row["formula"], seen).found or EVERYTHING, 1 / unit) for row in rows]
        return hull_of([*own, *_literals("when_divided_by_zero", rows)])
    if kind == "lookup":
        return hull_of([*_literals("value", rows), *_literals("otherwise", [quantity])])
    if kind != "sum":
        return EVERYTHING
    of, listed, one = quantity["of"], quantity["list"], exactly(1)
    if of:
        fields = {part["id"]: part for part in card.fields(listed)}
        inner = number_of(whole_domain(fields[of]), EVERYTHING) if of in fields else ranges(card, listed)[of]
        one = times(inner, factor_of(names_within(card, listed).units[of]) / unit)
    if quantity.get("figure") in {None, "count"}:
        below = quantity.get("figure") is None and one.high is not None and one.high <= 0
        one = interval(ZERO if never_below(one) else None, ZERO if below else None)
    else:
        one = of_amounts(quantity, one)
    return hull_of([one, *([instead(quantity)] if "when_none" in quantity else [])])


def _literals(name: str, rows: list[Json]) -> list[Interval]:
    return [exactly(read_number(row[name])) for row in rows if name in row]


def _is_plain(clause: Json) -> bool:
    kind, operand = clause["kind"], clause.get("operand", {})
    if kind == "number":
        return bool(operand["kind"] == "number" and clause["operator"] != "is_not")
    if kind == "date":
        shifts = any(operand.get(name) for name in ("month_start", "calendar_day", "shift_months", "shift_days"))
        return "name" not in operand and not shifts
    return kind in {"between", "choice"}


def _holds(row: list[Interval | set[str]], case: tuple[Part, ...]) -> bool:
    return all(
        part in told if isinstance(told, set) else isinstance(part, str) or meet(told, part) is not None
        for told, part in zip(row, case, strict=True)
    )
