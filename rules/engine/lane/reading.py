"""What does a subject say of which everything is known: what is usual by columns, the rest by the general reader?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from rules.contracts.dates import DateError, parse_date
from rules.contracts.numbers import MAXIMUM_DIGITS
from rules.engine.read_evidence import EvidenceShelf, kinds_asked
from rules.engine.read_subject import FactReader, Reading, check_verification, chosen_settings
from rules.engine.read_values import Violations
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
    from rules.engine.known import Plain
    from rules.model.scorecard import FactDefinition, Scorecard

_VALUE = itemgetter("number", "flag", "unit", "evidence")
_DECLARED = attrgetter("value", "ratings", "verification")
_NORMAL = re.compile(r"((0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)\.[0-9]*[1-9])\n)*\Z")
_FLAGS: dict[bool, Plain] = {True: "yes", False: "no"}


@dataclass(frozen=True, slots=True)
class KnownSubject:
    """A subject that was read without fault, of which every fact has a value or does not apply.

    `plain` holds the usual numbers and flags, which need no evidence and have none, `verified` all others. `declared`
    is what was declared of those if an assessor judged any. `facts` are those given by their ids.
    """

    as_of: date
    settings: dict[str, str]
    facts: dict[str, DeclaredFact]
    plain: dict[str, Plain]
    verified: Reading
    declared: Reading | None

    def number(self, name: str) -> str:
        """Give the text of a usual number."""
        value = self.facts[name].value
        return "" if value is None or value.number is None else value.number

    def reading(self) -> Reading:
        """Give all values that the rules use; extents only of what is not usual."""
        used = dict(self.verified.used)
        used.update((name, value) for name in self.plain if (value := self.facts[name].value) is not None)
        return Reading(self.verified.extents, used, {})


class KnownReader:
    """Reads the subjects of one card; gives up at the first thing that is open or wrong, which others tell of."""

    def __init__(self, scorecard: Scorecard) -> None:
        """Tell apart the facts that are usual numbers and flags."""
        self._scorecard = scorecard
        self._ids = tuple(definition.id for definition in scorecard.facts)
        self._wanted = frozenset(self._ids)
        usual = [one for one in scorecard.facts if not one.evidence and one.multiple_of is None]
        self._numbers = [one for one in usual if one.type is FactType.NUMBER]
        self._flags = [one for one in usual if one.type is FactType.FLAG]
        self._columns = frozenset(one.id for one in (*self._numbers, *self._flags))
        self._units = [one.unit or None for one in self._numbers]
        self._bounds = [_bounds(one) for one in self._numbers]
        self._kinds = kinds_asked(scorecard)

    def read(self, subject: Subject) -> KnownSubject | None:
        """Read everything; nothing if something is open or wrong."""
        facts = {fact.id: fact for fact in subject.facts}
        if len(subject.facts) != len(self._ids) or facts.keys() != self._wanted:
            return None
        try:
            as_of = parse_date(subject.as_of)
        except DateError:
            return None
        violations = Violations()
        chosen = chosen_settings(self._scorecard, subject, violations)
        settings = {name: choice for name, choice in chosen.items() if choice is not None}
        _, ratings, judged = zip(*map(_DECLARED, facts.values()), strict=True) if facts else ((), (), ())
        if violations.found or len(settings) < len(chosen) or any(ratings):
            return None
        is_judged = any(judged)
        for fact in facts.values() if is_judged else ():
            if fact.verification is not None:
                check_verification(fact.id, fact.verification, violations)
        plain = {} if is_judged else self._by_columns(facts)
        shelf = EvidenceShelf(self._scorecard, subject, as_of, violations, self._kinds)
        reader = FactReader(self._scorecard, shelf, violations, frozenset())
        left = [one for one in self._scorecard.facts if one.id not in plain]
        verified = reader.read(facts, left)
        declared = reader.read_declared(facts, verified) if is_judged else None
        if violations.found or verified.unknown or (declared is not None and declared.unknown):
            return None
        return KnownSubject(as_of, settings, facts, plain, verified, declared)

    def _by_columns(self, facts: Mapping[str, DeclaredFact]) -> dict[str, Plain]:
        """Read the usual numbers, and the usual flags, unless one of them is not as usual."""
        return {**self._read_numbers(facts), **self._read_flags(facts)}

    def _read_numbers(self, facts: Mapping[str, DeclaredFact]) -> dict[str, Plain]:
        values = _given(self._numbers, facts)
        if values is None or not values:
            return {}
        numbers, _, units, evidence = zip(*values, strict=True)
        if None in numbers or list(units) != self._units or any(evidence) or max(map(len, numbers)) > MAXIMUM_DIGITS:
            return {}
        lines = "\n".join((*numbers, ""))
        if lines.count("\n") != len(numbers) or not _NORMAL.match(lines):
            return {}
        ratios = list(map(Decimal.as_integer_ratio, map(Decimal, numbers)))
        for (above, below), (low, low_unit, high, high_unit) in zip(ratios, self._bounds, strict=True):
            if low is not None and above * low_unit < low * below:
                return {}
            if high is not None and above * high_unit > high * below:
                return {}
        return dict(zip((one.id for one in self._numbers), ratios, strict=True))

    def _read_flags(self, facts: Mapping[str, DeclaredFact]) -> dict[str, Plain]:
        values = _given(self._flags, facts)
        if values is None or not values:
            return {}
        _, flags, units, evidence = zip(*values, strict=True)
        if None in flags or units.count(None) < len(units) or any(evidence):
            return {}
        return dict(zip((one.id for one in self._flags), (_FLAGS[flag] for flag in flags), strict=True))


_Bounds = tuple[int | None, int, int | None, int]


def _bounds(definition: FactDefinition) -> _Bounds:
    low, low_unit = (None, 1) if definition.at_least is None else definition.at_least.as_integer_ratio()
    high, high_unit = (None, 1) if definition.at_most is None else definition.at_most.as_integer_ratio()
    return low, low_unit, high, high_unit


def _given(definitions: list[FactDefinition], facts: Mapping[str, DeclaredFact]) -> list[tuple[object, ...]] | None:
    values: list[DeclaredValue | None] = [facts[one.id].value for one in definitions]
    return None if None in values else [_VALUE(value.__dict__) for value in values if value is not None]
