"""Vectorized rule evaluation: tests of a plan lowered to four-valued outcomes per subject."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.columns.exact import BeyondColumns, Exact, constant, reaching, subtract, within
from rules.columns.forms import (
    FALSE,
    TRUE,
    Call,
    Literal,
    Node,
    Operator,
    both,
    either,
    equals_any,
    fill,
    negated,
    truth,
)
from rules.columns.values import FIRST_DAY, LAST_DAY, Value, scaled_value
from rules.contracts.intervals import Interval
from rules.contracts.numbers import whole
from rules.contracts.outcomes import Outcome
from rules.model.expressions import is_moved
from rules.model.names import sections_in
from rules.program.days import shift_day
from rules.program.nodes import Answer, Edge, Moved, Number, Overlap, Scaled, Sum, Unless, Word
from rules.program.possible import ask as ask_known
from rules.program.values import NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.columns.quantities import Quantities
    from rules.model.expressions import DateExpression
    from rules.program.nodes import Atom, Numeric


@dataclass(frozen=True, slots=True)
class Reply:
    """Of which subjects a rule is met, surely not met, and not applicable; of the others it is undetermined."""

    met: Node
    fails: Node
    absent: Node = FALSE

    @property
    def is_open(self) -> Node:
        """Of which subjects it is undetermined."""
        for one, other in ((self.met, self.fails), (self.fails, self.met)):
            if isinstance(one, Call) and one.operator is Operator.NOT and one.operands[0] is other:
                return FALSE
        if {self.met, self.fails} == {TRUE, FALSE}:
            return FALSE
        return negated(either(self.met, self.fails, self.absent))


def sure(met: Node) -> Reply:
    """Reply where nothing is open."""
    return Reply(met, negated(met))


def all_hold(replies: Iterable[Reply]) -> Reply:
    """Join replies that must all hold: one that fails decides, then one left open, then one that does not apply."""
    parts = list(replies)
    met = both(*(part.met for part in parts))
    if all(part.is_open is FALSE and part.absent is FALSE for part in parts):
        return sure(met)
    absent = both(either(*(part.absent for part in parts)), *(either(part.met, part.absent) for part in parts))
    return Reply(met, either(*(part.fails for part in parts)), absent)


def any_holds(replies: Iterable[Reply]) -> Reply:
    """Join replies of which one is enough; one that does not apply does not hold."""
    parts = list(replies)
    met = either(*(part.met for part in parts))
    if all(part.is_open is FALSE for part in parts):
        return sure(met)
    return Reply(met, both(*(either(part.fails, part.absent) for part in parts)))


class Asking:
    """Asks atoms of values; what cannot be told from columns is noted as odd."""

    def __init__(self, quantities: Quantities) -> None:
        """Ask what the facts and quantities are."""
        self._quantities = quantities
        self.facts = quantities.facts
        self.answers: dict[str, Reply] = {}
        self.points: dict[str, Value] = {}
        self.selections: dict[str, Node] = {}
        self._named: dict[str, Reply] = {}

    def rule(self, atoms: Iterable[Atom]) -> Reply:
        """Ask all atoms of a rule."""
        return all_hold(self.atom(atom) for atom in atoms)

    def atom(self, atom: Atom) -> Reply:
        """Ask one atom."""
        match atom.measure:
            case Answer(criterion=criterion):
                return self._answer(self.answers[criterion], atom)
            case Word():
                return self._selection(atom.measure, atom)
            case Overlap():
                return self._overlap(atom.measure, atom)
            case _:
                return self._number(self.value(atom.measure), atom)

    def value(self, measure: object) -> Value:
        """Give the numbers that a measure can have."""
        match measure:
            case Number(name=name) if sections_in(name):
                raise BeyondColumns("points of sections are compared")
            case Number(name=name) if name in self.points:
                return self.points[name]
            case Number(name=name):
                return self._quantities.under(name)
            case Edge(name=name, edge=edge):
                return self._quantities.day(name, edge)
            case Scaled(value=inner, factor=factor):
                return scaled_value(self.value(inner), factor)
            case Moved(day=day, by=by):
                return shifted(self.value(day), by)
            case Sum(left=left, right=Scaled(value=right, factor=Fraction(numerator=-1, denominator=1))):
                return _difference(self.value(left), self.value(right))
            case _:
                raise BeyondColumns(f"{measure} is no measure of columns")

    def number(self, node: Numeric) -> Exact:
        """Compute a number; whoever asks notes where what it reads is not known."""
        return self._quantities.computed(node, []).low

    def _number(self, value: Value, atom: Atom) -> Reply:
        self.facts.odd.append(value.unknown)
        spans = [
            (span.low, span.low_open, span.high, span.high_open) for span in atom.allowed if isinstance(span, Interval)
        ]
        met = within(value.low, value.high, spans)
        if value.near is not None:
            inner, outer = value.near
            may = reaching(inner, outer, spans)
            self.facts.odd.append(both(within(inner, outer, spans), negated(met)))
            self.facts.odd.append(both(reaching(value.low, value.high, spans), negated(may)))
            return Reply(met, negated(may))
        if value.is_known and value.absent is FALSE and value.perhaps is FALSE:
            return sure(met)
        fails = negated(met) if value.is_known else negated(reaching(value.low, value.high, spans))
        return where_there(met, fails, value.absent, value.perhaps)

    def _selection(self, measure: Word, atom: Atom) -> Reply:
        allowed = atom.allowed if isinstance(atom.allowed, frozenset) else frozenset()
        chosen = self.facts.given.settings.get(measure.name)
        if chosen is not None:
            return sure(truth(chosen in allowed))
        if self._quantities.tabled.gives_word(measure.name):
            return self._quantities.tabled.asked(measure, allowed)
        prepared = self._quantities.plan.prepared.get(measure.name)
        if prepared is not None and isinstance(prepared.node, Unless):
            return self._named_condition(measure.name, prepared.node, allowed)
        codes = [code for code, value in enumerate(measure.domain) if value in allowed]
        if measure.name in self.selections:
            return sure(equals_any(self.selections[measure.name], codes))
        code, may_miss, absent, perhaps = self.facts.code(measure.name)
        met: Node = equals_any(code, codes)
        fails = negated(met)
        if len(codes) == len(measure.domain):
            met, fails = TRUE, FALSE
        elif may_miss and codes:
            met, fails = fill(met, False), negated(fill(met, True))
        return where_there(met, fails, absent, perhaps)

    def _named_condition(self, name: str, node: Unless, allowed: frozenset[str]) -> Reply:
        """Ask whether a condition that has a name holds, or does not."""
        if name not in self._named:
            rows = [(excepts, self.rule(tests)) for excepts, tests in node.rows]
            excepted = any_holds(reply for excepts, reply in rows if excepts)
            holds = any_holds(reply for excepts, reply in rows if not excepts)
            self._named[name] = all_hold((holds, Reply(excepted.fails, excepted.met)))
        reply = self._named[name]
        parts = {YES: reply.met, NO: reply.fails}
        met = either(*(node for value, node in parts.items() if value in allowed))
        return Reply(met, either(*(node for value, node in parts.items() if value not in allowed)))

    def _overlap(self, measure: Overlap, atom: Atom) -> Reply:
        bits, may_miss, absent, perhaps = self.facts.bits(measure.name)
        choices = [choice.id for choice in self.facts.definitions[measure.name].choices]
        mask = sum(1 << place for place, choice in enumerate(choices) if choice in measure.values)
        none, some = (ask_known(atom, Interval(whole(count), whole(count))) for count in (0, 1))
        most = len(measure.values & set(choices))
        if any(ask_known(atom, Interval(whole(count), whole(count))) is not some for count in range(1, most + 1)):
            raise BeyondColumns(f"how many choices of {measure.name} are among some")
        touched = Call(Operator.OVERLAPS, (bits, Literal(mask)))
        met = {
            (Outcome.NOT_MET, Outcome.MET): touched,
            (Outcome.MET, Outcome.NOT_MET): negated(touched),
        }.get((none, some), truth(none is Outcome.MET))
        fails = negated(met)
        if may_miss:
            unknown = ask_known(atom, Interval(whole(0), whole(most)))
            met = fill(met, unknown is Outcome.MET)
            fails = fill(fails, unknown is Outcome.NOT_MET)
        return where_there(met, fails, absent, perhaps)

    @staticmethod
    def _answer(reply: Reply, atom: Atom) -> Reply:
        allowed = atom.allowed if isinstance(atom.allowed, frozenset) else frozenset()
        parts = {Outcome.MET: reply.met, Outcome.NOT_MET: reply.fails, Outcome.NOT_APPLICABLE: reply.absent}
        met = either(*(node for outcome, node in parts.items() if outcome in allowed))
        return Reply(met, either(*(node for outcome, node in parts.items() if outcome not in allowed)))


def shifted(value: Value, by: DateExpression) -> Value:
    """Move a day; a shift never turns the order of two days round."""
    if not is_moved(by):
        return value
    low = _moved(value.low, by)
    high = low if value.is_known else _moved(value.high, by)
    return Value(low, high, value.missing, value.unbounded, value.unknown, value.absent, value.perhaps)


def _moved(number: Exact, day: DateExpression) -> Exact:
    above = number.above
    if isinstance(above.node, Literal):
        return constant(shift_day(day, above.low))
    low, high = shift_day(day, max(above.low, FIRST_DAY)), shift_day(day, min(above.high, LAST_DAY + 1))
    node = Call(Operator.SHIFT, (above.node, Literal(day)))
    return Exact(type(above)(node, low, high))


def _difference(left: Value, right: Value) -> Value:
    absent = either(left.absent, right.absent)
    perhaps = either(left.perhaps, right.perhaps)
    unbounded = [value.missing for value in (left, right) if value.unbounded]
    unknown = either(left.unknown, right.unknown, *unbounded)
    low = subtract(left.low, right.high)
    high = low if left.is_known and right.is_known else subtract(left.high, right.low)
    return Value(low, high, either(left.missing, right.missing), False, unknown, absent, perhaps)


def where_there(met: Node, fails: Node, absent: Node, perhaps: Node) -> Reply:
    """Reply only where the thing measured applies and is known to."""
    if absent is FALSE and perhaps is FALSE:
        return Reply(met, fails)
    there = negated(either(absent, perhaps))
    return Reply(both(met, there), both(fails, there), both(absent, negated(perhaps)))
