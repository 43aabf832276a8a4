"""Which subjects differ from one of an example in one or two facts, where a slip might show?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING

from rules.contracts.dates import add_days
from rules.contracts.inputs import DeclaredValue
from rules.contracts.numbers import NumberError, format_exact, parse_exact
from rules.language.edge_changes import NoWay, Proposer, declared
from rules.language.edge_values import Surroundings, Wanted, near
from rules.model.edges import Edge, edge_rows
from rules.model.examples import FactChange, SettingChange, Supposition
from rules.model.expressions import AS_OF, TOTAL_SCORE, DateClause, DateExpression, DateWithin, OutcomeClause
from rules.model.names import Names, clauses
from rules.model.places import Side
from rules.model.scorecard import FactDefinition, FactType, list_of
from rules.model.uses import names_behind, names_in_quantity, names_in_rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from rules.model.examples import Change
    from rules.model.expressions import Clause
    from rules.model.places import PlacedClause
    from rules.model.scorecard import Scorecard

Subject = tuple[tuple["Change", ...], "date"]
"""What is changed in the reference case, and the day of the evaluation."""
_FURTHER = tuple(map(str, (0, 1, 2, 3, 10, 100)))


@dataclass(frozen=True)
class Neighbours:
    """Knows which values of which facts stand at the edges of a card and of the same card with a slip."""

    scorecard: Scorecard

    @cached_property
    def _names(self) -> Names:
        return Names(self.scorecard)

    @cached_property
    def _placed(self) -> Sequence[PlacedClause]:
        rows = (placed for row in edge_rows(self.scorecard) for placed in row.clauses)
        return tuple(dict.fromkeys(chain(clauses(self.scorecard), rows)))

    @cached_property
    def _clauses(self) -> Mapping[tuple[str | None, str], Sequence[Clause]]:
        found: dict[tuple[str | None, str], dict[Clause, None]] = defaultdict(dict)
        for one in self._placed:
            if (name := _name_of(one.clause)) is not None:
                found[one.within, name][one.clause] = None
        return {key: tuple(every) for key, every in found.items()}

    @cached_property
    def _case(self) -> Mapping[str, DeclaredValue]:
        return {value.fact: value.value for value in self.scorecard.reference_case}

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days on which something begins or ends, and those around them, within the card's effect."""
        found: set[date] = set()
        for clause in chain.from_iterable(self._clauses.values()):
            ends: Iterable[DateExpression] = ()
            if isinstance(clause, DateClause):
                ends = (clause.operand,)
            elif isinstance(clause, DateWithin):
                ends = (clause.first, clause.last)
            for end in ends:
                if end.literal is not None:
                    found |= {add_days(end.literal, by) for by in (-1, 0, 1)}
        return tuple(sorted(day for day in found if day >= self.scorecard.card.first_date))

    def at_edges(self, path: str, day: date) -> Iterator[Subject]:
        """Visit the subjects for which a row at a path just holds, or just one of its clauses fails.

        Of a setting these are the rows that ask for it, of how results are compared scores that are not rounded.
        """
        setting = path.removeprefix("settings[").partition("]")[0] if path.startswith("settings[") else None
        for row in edge_rows(self.scorecard):
            if setting is not None:
                touched = any(_name_of(clause.clause) == setting for clause in row.clauses)
            else:
                touched = path.startswith(row.path) or row.path.startswith(path)
            for side in (Side.HOLDS, Side.FAILS) if touched else ():
                for clause in row.clauses:
                    changes = Proposer(self.scorecard, day).changes(row, Edge(clause.path, side))
                    if changes is not None:
                        yield tuple(one for one in changes if setting is None or _named(one) != setting), day
        if path == "card.compare_rounded":
            for score in self._scores():
                yield (Supposition(TOTAL_SCORE, score),), day

    def _scores(self) -> Iterator[Fraction]:
        rows = self.scorecard.ladder.rows if self.scorecard.ladder is not None else ()
        bounds = (bound for row in rows for bound in (row.more_than, row.at_least, row.at_most, row.below))
        for bound in bounds:
            if bound is not None:
                yield from (bound - Fraction(1, 1000), bound + Fraction(1, 1000))

    def names_at(self, path: str) -> tuple[str, ...]:
        """List the facts and settings that a rule reads, those first that stand where a path points."""
        owner = path.partition("]")[0]
        direct = (one for one in self._placed if path.startswith(one.path) or one.path.startswith(path))
        beside = (one for one in self._placed if one.path.startswith(owner))
        named = [name for one in chain(direct, beside) if (name := _name_of(one.clause)) is not None]
        named += self._read_by(*owner.split("[", 1))
        return tuple(dict.fromkeys(chain(named, names_behind(self._names, named))))

    def _read_by(self, kind: str, id: str = "") -> Sequence[str]:
        """List what a part reads beside its clauses."""
        match kind:
            case "quantities":
                return names_in_quantity(self._names.quantities[id])
            case "indicators":
                return self._names.indicators[id].scale.reads
            case "verdicts.rules":
                return names_in_rule(self._names.rules[id])
            case _:
                return ()

    def beside(self, subject: Subject, name: str) -> Iterator[Subject]:
        """Visit the subjects that differ from one in a single fact, setting, quantity or day."""
        changes, day = subject
        if name == AS_OF:
            yield from ((changes, other) for other in self.days if other != day)
            return
        rest = tuple(change for change in changes if _named(change) != name)
        for change in self._changes(name, subject):
            if change not in changes:
                yield (*rest, change), day

    def _changes(self, name: str, subject: Subject) -> Iterator[Change]:
        fact, setting = self._names.facts.get(name), self._names.settings.get(name)
        quantity = self._names.quantities.get(name)
        changes, day = subject
        given = next((one.value for one in changes if isinstance(one, FactChange) and one.fact == name), None)
        case = {**self._case, **{one.fact: one.value for one in changes if isinstance(one, FactChange) and one.value}}
        around = Surroundings(self._names, case, day)
        if setting is not None:
            yield from (SettingChange(name, choice.id) for choice in setting.choices)
        elif fact is not None and fact.record is not None:
            yield from self._of_records(fact, given or self._case.get(name), around)
        elif fact is not None:
            for value in self.values(fact, given or self._case.get(name), around, None):
                yield FactChange(name, value)
            yield FactChange(name, None)
        elif name == TOTAL_SCORE or (quantity is not None and list_of(quantity) is None):
            for clause in self._clauses.get((None, name), ()):
                numbers = (value for value in near(name, clause, around) if isinstance(value, Fraction))
                yield from (Supposition(name, value) for value in numbers)

    def values(
        self, fact: FactDefinition, given: DeclaredValue | None, around: Surroundings, within: str | None
    ) -> Iterator[DeclaredValue]:
        """Visit the values of a fact, or of a field, that stand at an edge, and a few others."""
        if fact.may_not_apply:
            yield DeclaredValue(not_applicable=True)
        match fact.type:
            case FactType.FLAG:
                yield from (DeclaredValue(flag=flag) for flag in (True, False))
            case FactType.CHOICE:
                yield from (DeclaredValue(choice=choice.id) for choice in fact.choices)
            case FactType.CHOICES:
                yield from _sets(fact, given)
        for clause in self._clauses.get((within, fact.id), ()):
            for value in near(fact.id, clause, around):
                try:
                    yield declared(fact, value, [Wanted(clause, holds=True)])
                except NoWay:
                    continue
        if fact.type is FactType.NUMBER:
            yield from _numbers(fact, given)

    def _of_records(
        self, fact: FactDefinition, given: DeclaredValue | None, around: Surroundings
    ) -> Iterator[FactChange]:
        """Visit the same list with another value of one field of one record, without a record, and with none."""
        records = given.records if given is not None and given.records else ()
        fields = self._names.fields(fact.id)
        for place, record in islice(enumerate(records), 3):
            inside = Surroundings(self._names, {**around.case, **record}, around.as_of, fact.id)
            for name, field in fields.items():
                for value in self.values(field, record.get(name), inside, fact.id):
                    other = ({**record, name: value},)
                    yield FactChange(fact.id, DeclaredValue(records=(*records[:place], *other, *records[place + 1 :])))
                if name in record:
                    left = {key: value for key, value in record.items() if key != name}
                    yield FactChange(fact.id, DeclaredValue(records=(*records[:place], left, *records[place + 1 :])))
            if len(records) > 1:
                yield FactChange(fact.id, DeclaredValue(records=(*records[:place], *records[place + 1 :])))
        yield FactChange(fact.id, None)


def _named(change: Change) -> str:
    found = (getattr(change, key, None) for key in ("fact", "setting", "name"))
    return next((name for name in found if isinstance(name, str)), "")


def _name_of(clause: Clause) -> str | None:
    return None if isinstance(clause, OutcomeClause) else clause.name


def _sets(fact: FactDefinition, given: DeclaredValue | None) -> Iterator[DeclaredValue]:
    every = tuple(choice.id for choice in fact.choices)
    yield from (DeclaredValue(choices=(one,)) for one in every)
    there = given.choices if given is not None and given.choices else ()
    for one in every:
        chosen = {*there} ^ {one}
        if chosen:
            yield DeclaredValue(choices=tuple(each for each in every if each in chosen))


def _numbers(fact: FactDefinition, given: DeclaredValue | None) -> Iterator[DeclaredValue]:
    """Visit a few numbers within the range of a fact, and twice and half of what is given."""
    texts = [*_FURTHER]
    if given is not None and given.number is not None:
        try:
            number = parse_exact(given.number)
        except NumberError:
            number = None
        if number is not None and given.unit in (None, fact.unit, ""):
            texts += [format_exact(one) for one in (number * 2, number / 2, number + 1)]
    for text in texts:
        value = parse_exact(text) if "/" not in text else None
        if value is None or (fact.multiple_of and (value / fact.multiple_of).denominator != 1):
            continue
        if (fact.at_least is None or value >= fact.at_least) and (fact.at_most is None or value <= fact.at_most):
            yield DeclaredValue(number=text, unit=fact.unit or None)
