"""Does surely some row of a small table hold, whatever its keys are?"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product
from math import prod

from recompute.card import AS_OF, Card, gives_day
from recompute.conditions import DATES, spans
from recompute.days import LAST, day_number
from recompute.formulas import compute
from recompute.intervals import EVERYTHING, ZERO, Interval, exactly, hull_of, interval, meet, times
from recompute.known import YES_NO, Choice, Json, Known, Number, Seen
from recompute.numbers import convert, factor_of
from recompute.reading import whole_domain

MOST_CASES = 20_000
REST = ""
"""Stands for every text that no row names."""

Part = Interval | str


def is_complete(card: Card, quantity: Json) -> bool:
    """Say whether the rows of a quantity that stands as a small table are complete."""
    if "tabled" not in quantity:
        return False
    if quantity["id"] not in card.complete:
        card.complete[quantity["id"]] = _Rows(card, quantity).have_no_gap()
    return card.complete[quantity["id"]]


class _Rows:
    """The rows of one small table, and what its keys can be."""

    def __init__(self, card: Card, quantity: Json) -> None:
        self._card = card
        self._quantity = quantity
        self._listed = quantity.get("list") or ""
        self._definitions = {**card.definitions, **{one["id"]: one for one in card.fields(self._listed)}}
        self._keys: list[Json] = quantity["tabled"]["by"]
        self._dated = quantity["tabled"]["form"] == "dated"

    def have_no_gap(self) -> bool:
        """Say whether every case has a row."""
        rows = [row.get("when", []) for row in self._quantity["rows"]]
        if self._dated and any(self._type(key["name"]) == "period" and "edge" not in key for key in self._keys):
            return False
        if not all(_is_plain(clause) for when in rows for clause in when):
            return False
        rest = self._quantity["tabled"]["form"] == "keyed" and not rows[-1]
        told = [[self._told(when, key) for key in self._keys] for when in rows]
        axes = [self._axis(key, [row[place] for row in told]) for place, key in enumerate(self._keys)]
        if prod(map(len, axes)) > MOST_CASES:
            return False
        return rest or all(any(_holds(row, case) for row in told) for case in product(*axes))

    def _type(self, name: str) -> str:
        return str(self._definitions.get(name, {}).get("type", ""))

    def _choices(self, name: str) -> set[str]:
        if self._type(name) == "text":
            return {REST}
        listed = next((one for one in self._card.settings if one["id"] == name), self._definitions.get(name, {}))
        found = {one["id"] for one in listed.get("choices", [])}
        kinds = {one["id"]: one["kind"] for one in self._card.quantities}
        return set(YES_NO) if self._type(name) == "flag" or kinds.get(name) == "condition" else found

    def _told(self, when: Json, key: Json) -> Interval | set[str]:
        """Give what the clauses of a row allow of one key."""
        choices, span = self._choices(key["name"]), EVERYTHING
        found = set(choices)
        for clause in when:
            if clause["name"] != key["name"]:
                continue
            if clause["kind"] == "choice":
                values = set(clause["values"])
                found = found - values if clause.get("negated") else (found & values) | (values - choices)
            elif clause.get("edge") == key.get("edge"):
                span = meet(span, self._span(clause)) or span
        return found if choices else span

    def _span(self, clause: Json) -> Interval:
        if clause["kind"] == "date":
            day = Fraction(day_number(clause["operand"]["literal"]))
            shift = {"before": -1, "after": 1}.get(clause["operator"], 0)
            bound = {"less_than": "at_most", "more_than": "at_least"}.get(DATES[clause["operator"]])
            return spans(bound or DATES[clause["operator"]], day + shift)[0]
        unit = self._card.units_within(self._listed).get(clause["name"], "")
        if clause["kind"] == "between":
            low, high = (
                convert(Fraction(one["value"]), one.get("unit", ""), unit) for one in (clause["low"], clause["high"])
            )
            return Interval(low, high)
        operand = clause["operand"]
        return spans(clause["operator"], convert(Fraction(operand["value"]), operand.get("unit", ""), unit))[0]

    def _axis(self, key: Json, told: list[Interval | set[str]]) -> list[Part]:
        """Give the parts into which the rows divide all that a key can be."""
        name = key["name"]
        words = [one for one in told if isinstance(one, set)]
        if words:
            choices = self._choices(name)
            return sorted(choices if choices != {REST} else {REST}.union(*words))
        bounds = [one for one in told if isinstance(one, Interval)]
        day = any(one["id"] == name and gives_day(one) for one in self._card.quantities)
        if self._dated or "edge" in key or name == AS_OF or self._type(name) == "date" or day:
            return list(self._days(bounds, name))
        parts = _pieces(bounds, self._range(name))
        step = self._definitions.get(name, {}).get("multiple_of")
        return [part for part in parts if step is None or _holds_multiple(part, Fraction(step))]

    def _days(self, bounds: list[Interval], name: str) -> list[Interval]:
        card, domain = self._card.card, EVERYTHING
        if name == AS_OF:
            last = Fraction(day_number(card["last_date"])) if "last_date" in card else None
            domain = interval(Fraction(day_number(card["first_date"])), last)
        begins = {one.low for one in (*bounds, domain) if one.low is not None}
        begins |= {one.high + 1 for one in (*bounds, domain) if one.high is not None}
        marks = [None, *sorted(begins), None]
        found = (meet(interval(low, None if high is None else high - 1), domain) for low, high in pairwise(marks))
        return [part for part in found if part is not None]

    def _range(self, name: str) -> Interval:
        """Give all numbers that a key can be, whatever the facts are."""
        if name in self._definitions:
            found = whole_domain(self._definitions[name])
            return found.interval if isinstance(found, Number) else EVERYTHING
        return ranges(self._card, self._listed).get(name, EVERYTHING)


def ranges(card: Card, listed: str) -> dict[str, Interval]:
    """Give all numbers that each quantity can be while every fact can be anything of its domain."""
    definitions = [*card.facts, *card.fields(listed)]
    known: dict[str, Known] = {one["id"]: whole_domain(one) for one in definitions}
    known |= {one["id"]: Choice(frozenset(), any_word=True) for one in card.settings}
    effect = [day_number(card.card[end]) if end in card.card else LAST for end in ("first_date", "last_date")]
    known[AS_OF] = Number(Interval(Fraction(effect[0]), Fraction(effect[1])))
    found: dict[str, Interval] = {}
    for quantity in card.order:
        own = quantity.get("list") in {None, listed} or quantity["kind"] == "sum"
        one = _range_of(card, quantity, Seen(known, card.units_within(listed), {})) if own else EVERYTHING
        known[quantity["id"]], found[quantity["id"]] = Number(one), one
    return found


def _range_of(card: Card, quantity: Json, seen: Seen) -> Interval:
    unit, rows = factor_of(quantity.get("unit", "")), quantity["rows"]
    if quantity["kind"] == "formula":
        spanned = [compute(row["formula"], seen).found or EVERYTHING for row in rows]
        own = [times(one, 1 / unit) for one in spanned]
        own += [exactly(Fraction(row["when_divided_by_zero"])) for row in rows if "when_divided_by_zero" in row]
        return hull_of(own)
    if quantity["kind"] == "lookup":
        values = [row["value"] for row in rows] + ([quantity["otherwise"]] if "otherwise" in quantity else [])
        return hull_of(exactly(Fraction(value)) for value in values)
    if quantity["kind"] != "sum":
        return EVERYTHING
    kind = quantity.get("figure")
    if kind == "count":
        return interval(ZERO, None)
    one = exactly(1)
    if quantity["of"]:
        fields = {part["id"]: part for part in card.fields(quantity["list"])}
        domain = whole_domain(fields[quantity["of"]]) if quantity["of"] in fields else None
        inner = domain.interval if isinstance(domain, Number) else ranges(card, quantity["list"])[quantity["of"]]
        one = times(inner, factor_of(card.units_within(quantity["list"])[quantity["of"]]) / unit)
    never_below = one.low is not None and one.low >= 0
    if kind is None:
        one = interval(ZERO if never_below else None, ZERO if one.high is not None and one.high <= 0 else None)
    elif kind == "share":
        one = Interval(ZERO, 1 / unit) if never_below else EVERYTHING
    return hull_of([one, *([exactly(Fraction(quantity["when_none"]))] if "when_none" in quantity else [])])


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


def _pieces(bounds: list[Interval], domain: Interval) -> list[Interval]:
    ends = sorted({end for one in (*bounds, domain) for end in one[:2] if end is not None})
    pieces = [interval(low, high, True, True) for low, high in pairwise([None, *ends, None])]
    found = (meet(piece, domain) for piece in [*pieces, *map(exactly, ends)])
    return [piece for piece in found if piece is not None]


def _holds_multiple(part: Part, step: Fraction) -> bool:
    if isinstance(part, str) or part.low is None or part.high is None:
        return True
    first = -(-part.low // step) * step
    return part.holds(first) or part.holds(first + step)
