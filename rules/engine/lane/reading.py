"""What does a subject say of which everything is known: what is usual by columns, the rest by the general reader?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.dates import DateError, parse_date
from rules.contracts.numbers import MAXIMUM_DIGITS
from rules.engine.lane.extents import LazyExtents
from rules.engine.read_evidence import EvidenceShelf, kinds_asked
from rules.engine.read_subject import FactReader, Reading, check_verification, chosen_settings
from rules.engine.read_values import Violations
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
    from rules.engine.known import Plain
    from rules.engine.lane.extents import PlainValues
    from rules.model.scorecard import FactDefinition, Scorecard

_VALUE = itemgetter("number", "flag", "unit", "evidence")
_JUDGED = attrgetter("ratings", "verification")
_NORMAL = re.compile(r"((0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)\.[0-9]*[1-9])\n)*\Z")
_FLAGS: dict[bool, Plain] = {True: "yes", False: "no"}
_Facts = dict[str, "DeclaredFact"]


@dataclass(frozen=True, slots=True)
class KnownSubject:
    """A subject that was read without fault, of which every fact has a value or does not apply.

    `plain` holds the usual numbers and flags, `verified` all others; with a judgement of an assessor it holds all, and
    `declared` what was declared. `facts` are those given, by their ids.
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
        used = dict(self.verified.used)
        used.update((name, self.given(name)) for name in self.plain)
        return Reading(self.verified.extents, used, {})


class _Column(NamedTuple):
    """A fact of which the usual values are read by columns: its unit, and its ends as whole numbers of a part of it."""

    id: str
    definition: FactDefinition
    asks: bool
    unit: str | None
    low: int | None
    low_unit: int
    high: int | None
    high_unit: int

    @staticmethod
    def of(one: FactDefinition) -> _Column:
        low, low_unit = (None, 1) if one.at_least is None else one.at_least.as_integer_ratio()
        high, high_unit = (None, 1) if one.at_most is None else one.at_most.as_integer_ratio()
        return _Column(one.id, one, bool(one.evidence), one.unit or None, low, low_unit, high, high_unit)


class KnownReader:
    """Reads the subjects of one card; gives up at the first thing that is open or wrong, which others tell of."""

    def __init__(self, scorecard: Scorecard) -> None:
        """Tell apart the facts that are usual numbers and flags."""
        self._scorecard = scorecard
        self._wanted = frozenset(definition.id for definition in scorecard.facts)
        usual = [one for one in scorecard.facts if one.multiple_of is None]
        self._numbers = [_Column.of(one) for one in usual if one.type is FactType.NUMBER]
        self._flags = [_Column.of(one) for one in usual if one.type is FactType.FLAG]
        self._kinds = kinds_asked(scorecard)

    def read(self, subject: Subject) -> KnownSubject | None:
        """Read everything; nothing if something is open or wrong."""
        facts = {fact.id: fact for fact in subject.facts}
        if len(subject.facts) != len(facts) or facts.keys() != self._wanted:
            return None
        try:
            as_of = parse_date(subject.as_of)
        except DateError:
            return None
        violations = Violations()
        chosen = chosen_settings(self._scorecard, subject, violations)
        settings = {name: choice for name, choice in chosen.items() if choice is not None}
        rated, judged = _judged(subject.facts)
        if violations.found or len(settings) < len(chosen) or rated:
            return None
        for name in judged:
            if (verification := facts[name].verification) is not None:
                check_verification(name, verification, violations)
        shelf = EvidenceShelf(self._scorecard, subject, as_of, violations, self._kinds)
        plain = {**_numbers(_beside(self._numbers, judged), facts), **_flags(_beside(self._flags, judged), facts)}
        left = [one for one in self._scorecard.facts if one.id not in plain]
        reader = FactReader(self._scorecard, shelf, violations, frozenset())
        verified = reader.read(facts, left)
        if violations.found or verified.unknown or not self._is_shown(plain, facts, shelf) or violations.found:
            return None
        known = KnownSubject(as_of, settings, facts, plain, verified, None)
        return known if not judged else _with_declared(known, reader, violations)

    def _is_shown(self, plain: dict[str, Plain], facts: _Facts, shelf: EvidenceShelf) -> bool:
        """Say whether evidence stands behind every usual value that needs or names some."""
        for one in (*self._numbers, *self._flags):
            value = facts[one.id].value
            if value is None or one.id not in plain or not (one.asks or value.evidence):
                continue
            if shelf.fault(one.definition, value.evidence, f"facts[{one.id}].value") is not None:
                return False
        return True


def _judged(facts: Sequence[DeclaredFact]) -> tuple[bool, frozenset[str]]:
    """Say whether a fact has ratings, and name those that an assessor judged."""
    both = list(map(_JUDGED, facts))
    return any(ratings for ratings, _ in both), frozenset(
        fact.id for fact, (_, judged) in zip(facts, both, strict=True) if judged is not None
    )


def _beside(columns: list[_Column], judged: frozenset[str]) -> list[_Column]:
    return [one for one in columns if one.id not in judged] if judged else columns


def _with_declared(known: KnownSubject, reader: FactReader, violations: Violations) -> KnownSubject | None:
    """Read what was declared beside what the assessor made of it."""
    plain: PlainValues = {}
    plain.update(known.plain)
    verified = known.reading()
    whole = Reading(LazyExtents(verified.extents, plain).complete(), verified.used, {})
    declared = reader.read_declared(known.facts, whole)
    if violations.found or declared.unknown:
        return None
    return KnownSubject(known.as_of, known.settings, known.facts, known.plain, whole, declared)


def _numbers(columns: list[_Column], facts: _Facts) -> dict[str, Plain]:
    """Read numbers in normal form, in the unit of their facts and inside their domains; none if one is not so."""
    values = _given(columns, facts)
    if not values:
        return {}
    numbers, _, units, _ = zip(*values, strict=True)
    if None in numbers or max(map(len, numbers)) > MAXIMUM_DIGITS:
        return {}
    lines = "\n".join((*numbers, ""))
    if lines.count("\n") != len(numbers) or not _NORMAL.match(lines):
        return {}
    found: dict[str, Plain] = {}
    for (name, _, _, wanted, low, low_unit, high, high_unit), text, unit in zip(columns, numbers, units, strict=True):
        above, below = Decimal(text).as_integer_ratio()
        if unit != wanted or (low is not None and above * low_unit < low * below):
            return {}
        if high is not None and above * high_unit > high * below:
            return {}
        found[name] = above, below
    return found


def _flags(columns: list[_Column], facts: _Facts) -> dict[str, Plain]:
    """Read flags; none if one is not given as such."""
    values = _given(columns, facts)
    if not values:
        return {}
    _, flags, units, _ = zip(*values, strict=True)
    if None in flags or units.count(None) < len(units):
        return {}
    return dict(zip((one.id for one in columns), (_FLAGS[flag] for flag in flags), strict=True))


def _given(columns: list[_Column], facts: _Facts) -> list[tuple[object, ...]]:
    values = [facts[one.id].value for one in columns]
    return [_VALUE(value.__dict__) for value in values if value is not None] if None not in values else []
