"""Order of rules by hit policy, rules that overlap, and rules that a first-match table never reaches."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from rules.contracts import InputError, message_factory
from service.input.dmn.unary_tests import FLAGS, Interval, ValueSet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_message = message_factory(__name__)

_MAX_STEPS = 3_000_000
"""Comparisons of a rule with a part of the possible values."""


@dataclass(frozen=True, slots=True)
class ValueDomain:
    """The possible values of an input: limits of a number, or words; None if any text is possible."""

    limits: Interval = field(default_factory=Interval)
    words: frozenset[str] | None = None
    is_text: bool = False


FLAG_DOMAIN = ValueDomain(words=frozenset(FLAGS.values()), is_text=True)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Positions of the rules that are the first match of some input, and whether some input matches no rule."""

    first: frozenset[int]
    has_gap: bool


def overlaps(
    rules: Sequence[Sequence[ValueSet]], domains: Sequence[ValueDomain], place: str
) -> Iterator[tuple[int, int]]:
    """Yield the positions of each two rules that match a common input.

    Raises:
        InputError: If the table is too large to compare.
    """
    steps = 0
    for (left, first), (right, second) in combinations(enumerate(rules), 2):
        for mine, theirs, domain in zip(first, second, domains, strict=True):
            steps += 1
            if not mine.intersects(theirs, domain.words):
                break
        else:
            yield left, right
        if steps > _MAX_STEPS:
            raise _too_complex(place)


def coverage(rules: Sequence[Sequence[ValueSet]], domains: Sequence[ValueDomain], place: str) -> Coverage:
    """Compare the rules, in order, with all possible inputs.

    Raises:
        InputError: If the table is too large to compare.
    """
    return _Search(rules, domains, place).search(0, tuple(range(len(rules))))


def _too_complex(place: str) -> InputError:
    return InputError.of(place[:200], _message("TOO_COMPLEX"), "TOO_LARGE")


class _Search:
    def __init__(self, rules: Sequence[Sequence[ValueSet]], domains: Sequence[ValueDomain], place: str) -> None:
        self.rules, self.domains, self.place = rules, domains, place
        self.steps = 0
        self.known: dict[tuple[int, tuple[int, ...]], Coverage] = {}

    def search(self, column: int, alive: tuple[int, ...]) -> Coverage:
        if not alive:
            return Coverage(frozenset(), has_gap=True)
        if all(test.every for test in self.rules[alive[0]][column:]):
            return Coverage(frozenset({alive[0]}), has_gap=False)
        if (column, alive) in self.known:
            return self.known[column, alive]
        atoms = list(self._atoms(column, alive))
        self.steps += len(atoms) * len(alive)
        if self.steps > _MAX_STEPS:
            raise _too_complex(self.place)
        parts = {
            self.search(column + 1, tuple(rule for rule in alive if self.rules[rule][column].intersects(atom, None)))
            for atom in atoms
        }
        first = frozenset[int]().union(*(part.first for part in parts))
        found = self.known[column, alive] = Coverage(first, any(part.has_gap for part in parts))
        return found

    def _atoms(self, column: int, alive: tuple[int, ...]) -> Iterator[ValueSet]:
        domain = self.domains[column]
        tests = [self.rules[rule][column] for rule in alive]
        if domain.is_text:
            words = domain.words
            if words is None:
                named = frozenset(word for test in tests for word in test.words)
                yield ValueSet(words=tuple(named), excluded=True)
                words = named
            yield from (ValueSet(words=(word,)) for word in words)
            return
        yield from (
            ValueSet(intervals=(part,)) for part in _parts(tests, domain.limits) if part.intersects(domain.limits)
        )


def _parts(tests: Sequence[ValueSet], limits: Interval) -> Iterator[Interval]:
    found = {end for test in tests for each in (*test.intervals, limits) for end in (each.low, each.high)}
    ends = sorted(end for end in found if end is not None)
    if not ends:
        yield Interval()
        return
    yield Interval(high=ends[0])
    yield from (Interval(end, end, with_low=True, with_high=True) for end in ends)
    yield from (part for low, high in pairwise(ends) if not (part := Interval(low, high)).is_empty)
    yield Interval(low=ends[-1])
