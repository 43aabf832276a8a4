"""What does a subject say of which everything is known: what is usual by columns, the rest by the general reader?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.dates import DateError, parse_date
from rules.contracts.numbers import MAXIMUM_DIGITS
from rules.engine.lane.extents import LazyExtents
from rules.engine.read_evidence import EvidenceShelf, kinds_asked
from rules.engine.read_subject import FactReader, Reading, check_verification, chosen_settings
from rules.engine.read_values import Violations
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from datetime import date

    from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
    from rules.engine.known import Plain
    from rules.model.scorecard import FactDefinition, Scorecard

_VALUE = itemgetter("number", "flag", "choice", "unit", "evidence")
_DECLARED = itemgetter("id", "ratings", "verification", "previous")
_NORMAL = re.compile(r"((0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)\.[0-9]*[1-9])\n)*\Z")
_FLAGS: dict[bool, Plain] = {True: "yes", False: "no"}
_Evidence = tuple[()] | tuple[tuple[str, ...], str, int | None]
"""Kinds, assurance and most months of the evidence that a fact asks for; nothing if it needs none."""
_Facts = dict[str, "DeclaredFact"]


@dataclass(frozen=True, slots=True)
class KnownSubject:
    """A subject that was read without fault, of which every fact has a value or does not apply.

    `plain` holds the usual numbers, flags and choices, `verified` all others; with a judgement of an assessor it holds
    all, and `declared` what was declared. `facts` are those given, by their ids.
    """

    as_of: date
    settings: dict[str, str]
    facts: _Facts
    plain: dict[str, Plain]
    verified: Reading
    declared: Reading | None

    def given(self, name: str) -> DeclaredValue:
        """Give the value of a usual fact as it was given."""
        value = self.facts[name].value
        if value is None:
            raise KeyError(name)
        return value

    def reading(self) -> Reading:
        """Give all values that the rules use; extents only of what is not usual."""
        facts = self.facts
        used = {name: value for name in self.plain if (value := facts[name].value) is not None}
        used.update(self.verified.used)
        return Reading(self.verified.extents, used, {})


class _Column(NamedTuple):
    """A fact: the evidence it asks for, its unit, its ends and steps as whole numbers above and below the stroke."""

    id: str
    definition: FactDefinition
    asks: _Evidence
    unit: str | None
    low: int | None
    low_unit: int
    high: int | None
    high_unit: int
    step: int | None
    step_unit: int
    choices: frozenset[str]

    @staticmethod
    def of(one: FactDefinition) -> _Column:
        low, low_unit = (None, 1) if one.at_least is None else one.at_least.as_integer_ratio()
        high, high_unit = (None, 1) if one.at_most is None else one.at_most.as_integer_ratio()
        step, step_unit = (None, 1) if one.multiple_of is None else one.multiple_of.as_integer_ratio()
        asks = (one.evidence, one.assurance.value, one.maximum_age_months) if one.evidence else ()
        choices = frozenset(choice.id for choice in one.choices)
        ends = low, low_unit, high, high_unit, step, step_unit
        return _Column(one.id, one, asks, one.unit or None, *ends, choices)


class KnownReader:
    """Reads the subjects of one card; gives up at the first thing that is open or wrong, which others tell of."""

    def __init__(self, scorecard: Scorecard) -> None:
        """Tell apart the facts that are numbers, flags and choices."""
        self._scorecard = scorecard
        self._wanted = frozenset(definition.id for definition in scorecard.facts)
        self._definitions = [_Column.of(one) for one in scorecard.facts]
        usual = [one for one in self._definitions if one.definition.previous is None]
        self._numbers = [one for one in usual if one.definition.type is FactType.NUMBER]
        self._flags = [one for one in usual if one.definition.type is FactType.FLAG]
        self._choices = [one for one in usual if one.definition.type is FactType.CHOICE]
        self._taken = frozenset(one.id for one in scorecard.facts if one.previous is not None)
        self._kinds = kinds_asked(scorecard)

    def read(self, subject: Subject) -> KnownSubject | None:
        """Read everything; nothing if something is open or wrong."""
        given = [_DECLARED(fact.__dict__) for fact in subject.facts]
        facts: _Facts = {row[0]: fact for row, fact in zip(given, subject.facts, strict=True)}
        if len(given) != len(facts) or facts.keys() != self._wanted or any(ratings for _, ratings, _, _ in given):
            return None
        if any(previous is not None and name not in self._taken for name, _, _, previous in given):
            return None
        try:
            as_of = parse_date(subject.as_of)
        except DateError:
            return None
        violations = Violations()
        chosen = chosen_settings(self._scorecard, subject, violations)
        settings = {name: choice for name, choice in chosen.items() if choice is not None}
        if violations.found or len(settings) < len(chosen):
            return None
        judged = {name: judgement for name, _, judgement, _ in given if judgement is not None}
        for name, judgement in judged.items():
            check_verification(name, judgement, violations)
        shelf = EvidenceShelf(self._scorecard, subject, as_of, violations, self._kinds)
        reader = FactReader(self._scorecard, shelf, violations, frozenset())
        numbers = _Columns.of([one for one in self._numbers if one.id not in judged], facts)
        flags = _Columns.of([one for one in self._flags if one.id not in judged], facts)
        choices = _Columns.of([one for one in self._choices if one.id not in judged], facts)
        plain = {**numbers.read_numbers(), **flags.read_flags(), **choices.read_choices()}
        left = [one for one in self._definitions if one.id not in plain] if len(plain) < len(facts) else []
        verified = reader.read(facts, [one.definition for one in left])
        shown = all(columns.is_shown(plain, shelf) for columns in (numbers, flags, choices))
        if violations.found or verified.unknown or not shown:
            return None
        known = KnownSubject(as_of, settings, facts, plain, verified, None)
        return _with_declared(known, reader, violations) if judged else known


class _Columns(NamedTuple):
    """What is given for several facts, column by column; nothing if one of them has no value."""

    asked: list[_Column]
    numbers: tuple[str | None, ...] = ()
    flags: tuple[bool | None, ...] = ()
    choices: tuple[str | None, ...] = ()
    units: tuple[str | None, ...] = ()
    evidence: tuple[tuple[str, ...], ...] = ()

    @staticmethod
    def of(asked: list[_Column], facts: _Facts) -> _Columns:
        values = [_VALUE(value.__dict__) for one in asked if (value := facts[one.id].value) is not None]
        return _Columns(asked, *zip(*values, strict=True)) if values and len(values) == len(asked) else _Columns([])

    def read_numbers(self) -> dict[str, Plain]:
        """Read numbers in normal form, in the unit of their facts and inside their domains; none if one is not so."""
        numbers = [number for number in self.numbers if number is not None]
        if not numbers or len(numbers) < len(self.numbers) or max(map(len, numbers)) > MAXIMUM_DIGITS:
            return {}
        lines = "\n".join((*numbers, ""))
        if lines.count("\n") != len(numbers) or not _NORMAL.match(lines):
            return {}
        ratios = list(map(Decimal.as_integer_ratio, map(Decimal, numbers)))
        for (_, _, _, wanted, low, low_unit, high, high_unit, step, step_unit, _), unit, (above, below) in zip(
            self.asked, self.units, ratios, strict=True
        ):
            if unit != wanted or (low is not None and above * low_unit < low * below):
                return {}
            if high is not None and above * high_unit > high * below:
                return {}
            if step is not None and above * step_unit % (step * below):
                return {}
        return dict(zip([one.id for one in self.asked], ratios, strict=True))

    def read_flags(self) -> dict[str, Plain]:
        """Read flags; none if one is not given as such."""
        if None in self.flags or self.units.count(None) < len(self.units):
            return {}
        return {one.id: _FLAGS[flag is True] for one, flag in zip(self.asked, self.flags, strict=True)}

    def read_choices(self) -> dict[str, Plain]:
        """Read choices; none if one is not given as such, or is none that its fact has."""
        if self.units.count(None) < len(self.units):
            return {}
        chosen = list(zip(self.asked, self.choices, strict=True))
        return (
            {one.id: choice for one, choice in chosen} if all(choice in one.choices for one, choice in chosen) else {}
        )

    def is_shown(self, plain: dict[str, Plain], shelf: EvidenceShelf) -> bool:
        """Say whether evidence stands behind every value that was read and needs or names some."""
        asked = zip(self.asked, self.evidence, strict=True)
        wanted = {(one.asks, named): one for one, named in asked if (named or one.asks) and one.id in plain}
        return all(
            shelf.fault(one.definition, named, f"facts[{one.id}].value") is None for (_, named), one in wanted.items()
        )


def _with_declared(known: KnownSubject, reader: FactReader, violations: Violations) -> KnownSubject | None:
    """Read what was declared beside what the assessor made of it."""
    verified = known.reading()
    whole = Reading(LazyExtents(verified.extents, known.plain).complete(), verified.used, {})
    declared = reader.read_declared(known.facts, whole)
    if violations.found or declared.unknown:
        return None
    return KnownSubject(known.as_of, known.settings, known.facts, known.plain, whole, declared)
