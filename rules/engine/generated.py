"""Code generation for the oracle: straight-line Python for a rule network with known measures.

The generated function gives the same outcomes as `both_evaluators.conclude` and is written once for a card. It
contains nothing that a caller supplies, and of what an author supplies only names and whole numbers, as Python itself
writes them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rules.contracts.outcomes import OUTCOMES, Outcome, all_of
from rules.program.known import inside
from rules.program.nodes import CriterionOutcome, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rules.engine.network import Network, PlannedRule
    from rules.program.nodes import AtomicTest, Measure
    from rules.program.values import Plain

_KEPT = 4_096
_COMPILED = 32
_ADDED = 20


class Outcomes(dict[str, Outcome]):
    """The outcomes of the rules of a network by their ids; `letters` ends for each with those of its clauses.

    `is_known` says whether every measure was.
    """

    def __init__(self, letters: Mapping[str, str], *, is_known: bool = True) -> None:
        """Join the letters of each rule."""
        super().__init__({rule: _JOINED[written] for rule, written in letters.items()})
        self.letters, self.is_known = letters, is_known


class _ConjunctionTable(dict[str, Outcome]):
    """What follows for a rule from the letters of everything that must hold."""

    def __missing__(self, letters: str) -> Outcome:
        outcome = all_of([OUTCOMES[letter] for letter in letters])
        if len(self) < _KEPT:
            self[letters] = outcome
        return outcome


_JOINED = _ConjunctionTable()


def oracle_source(network: Network) -> str:
    """Write a function that takes the values of the measures in their order and gives the letters of each rule.

    There is one letter for each clause of its condition, and one for all that is asked before them.
    """
    place = {measure: number for number, measure in enumerate(network.measures)}
    targets = [
        f"c{number}" if isinstance(measure, (Word, CriterionOutcome)) else f"(n{number}, d{number})"
        for measure, number in place.items()
    ]
    unpacked = [f"    [{', '.join(targets)}] = values"] if targets else []
    rules = [f"        {rule.id!r}: {_letters(rule, place)}," for rule in network.rules]
    return "\n".join(["def conclude(values):", *unpacked, "    return {", *rules, "    }", ""])


@lru_cache(_COMPILED)
def compile_oracle(source: str) -> Callable[[Sequence[Plain]], Outcomes]:
    """Compile what was written; plans that differ elsewhere, as that of a card and of its mutants, share it."""
    names: dict[str, Callable[[Sequence[Plain]], dict[str, str]]] = {}
    exec(compile(source, "<generated>", "exec"), names)  # noqa: S102 - written above, from a card that was checked
    conclude = names["conclude"]
    return lambda values: Outcomes(conclude(values))


def _letters(rule: PlannedRule, place: Mapping[Measure, int]) -> str:
    letters = [f"({_letter(atoms, place)})" for atoms in rule.parts]
    if len(letters) > _ADDED:  # a long sum nests more deeply than Python compiles
        return f"''.join(({', '.join(letters)}))"
    return " + ".join(letters) or "''"


def _letter(atoms: tuple[AtomicTest, ...], place: Mapping[Measure, int]) -> str:
    """Write one letter for atoms that must all hold."""
    asked = [(_named(atom, place[atom.measure]), _holds(atom, place[atom.measure])) for atom in atoms]
    absent = " or ".join(dict.fromkeys(f"{name} is None" for name, _ in asked))
    if len(asked) == 1:
        return f"'a' if {absent} else 'm' if {asked[0][1]} else 'n'"
    fails = " or ".join(f"({name} is not None and not ({holds}))" for name, holds in asked)
    return f"'n' if {fails} else 'a' if {absent} else 'm'"


def _named(atom: AtomicTest, place: int) -> str:
    """Name what is nothing if the measure does not apply."""
    return f"c{place}" if isinstance(atom.measure, (Word, CriterionOutcome)) else f"n{place}"


def _holds(atom: AtomicTest, place: int) -> str:
    if isinstance(atom.allowed, frozenset):
        return f"c{place} in {{{', '.join(map(repr, sorted(atom.allowed)))}}}" if atom.allowed else "False"
    return inside(atom.edges, f"n{place}", f"d{place}")
