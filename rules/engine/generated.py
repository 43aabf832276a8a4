"""Which straight-line Python concludes the rules of a network where every measure is known?

It says the same as `oracle.conclude` and is written once for a card. Nothing of what a caller gives stands in it, and
of what an author gives only names and whole numbers, as Python itself writes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome
from rules.engine.atoms import Answer, Selection

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rules.engine.atoms import Atom, Edges, Measure
    from rules.engine.known import Plain
    from rules.engine.network import Network

    Conclude = Callable[[Sequence[Plain]], dict[str, Outcome]]

_NAMES = {"MET": Outcome.MET, "NOT_MET": Outcome.NOT_MET, "ABSENT": Outcome.NOT_APPLICABLE}


def oracle_source(network: Network) -> str:
    """Write a function that takes the values of the measures in their order and gives the outcome of each rule."""
    place = {measure: number for number, measure in enumerate(network.measures)}
    taken = [
        f"c{number}" if isinstance(measure, (Selection, Answer)) else f"(n{number}, d{number})"
        for measure, number in place.items()
    ]
    rules = [f"        {rule.id!r}: {_outcome(rule.atoms, place)}," for rule in network.rules]
    unpacked = [f"    [{', '.join(taken)}] = values"] if taken else []
    return "\n".join(["def conclude(values):", *unpacked, "    return {", *rules, "    }", ""])


def compiled(source: str) -> Conclude:
    """Compile what was written."""
    names: dict[str, object] = dict(_NAMES)
    exec(compile(source, "<generated>", "exec"), names)  # noqa: S102 - written above from a checked card
    conclude: Conclude = names["conclude"]  # type: ignore[assignment]
    return conclude


def _outcome(atoms: tuple[Atom, ...], place: Mapping[Measure, int]) -> str:
    """Join atoms that must all hold."""
    if not atoms:
        return "MET"
    asked = [(_named(atom, place[atom.measure]), _holds(atom, place[atom.measure])) for atom in atoms]
    absent = " or ".join(dict.fromkeys(f"{name} is None" for name, _ in asked))
    if len(asked) == 1:
        return f"ABSENT if {absent} else MET if {asked[0][1]} else NOT_MET"
    fails = " or ".join(f"({name} is not None and not ({holds}))" for name, holds in asked)
    return f"NOT_MET if {fails} else ABSENT if {absent} else MET"


def _named(atom: Atom, place: int) -> str:
    """Name what is nothing if the measure does not apply."""
    return f"c{place}" if isinstance(atom.measure, (Selection, Answer)) else f"n{place}"


def _holds(atom: Atom, place: int) -> str:
    if isinstance(atom.allowed, frozenset):
        return f"c{place} in {{{', '.join(map(repr, sorted(atom.allowed)))}}}" if atom.allowed else "False"
    return " or ".join(_between(edges, place) for edges in atom.edges) or "False"


def _between(edges: Edges, place: int) -> str:
    """Compare in whole numbers: n/d is above a/b if n * b > a * d."""
    low, low_unit, low_open, high, high_unit, high_open = edges
    sides = []
    if low is not None:
        sides.append(_compared(place, low, low_unit, ">" if low_open else ">="))
    if high is not None:
        sides.append(_compared(place, high, high_unit, "<" if high_open else "<="))
    return " and ".join(sides) or "True"


def _compared(place: int, bound: int, unit: int, sign: str) -> str:
    number = f"n{place}" if unit == 1 else f"n{place} * {unit}"
    return f"{number} {sign} {bound} * d{place}" if bound else f"n{place} {sign} 0"
