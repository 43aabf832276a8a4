"""What do the same rules conclude in plain Python, over the exact values and without codes?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval, intersect
from rules.contracts.outcomes import Outcome, all_of
from rules.engine.values import Anything

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from rules.engine.atoms import Atom, Measure
    from rules.engine.network import Network
    from rules.engine.values import MeasureValue


def conclude(
    network: Network, measured: Mapping[Measure, MeasureValue], rules: Container[str] | None = None
) -> dict[str, Outcome]:
    """Conclude every rule of a network, or only some, for the values of the measures."""
    values = [measured[measure] for measure in network.measures]
    concluded: dict[str, Outcome] = {}
    for rule, atoms in network.asked:
        if rules is not None and rule not in rules:
            continue
        if len(atoms) == 1:
            ((atom, place),) = atoms
            concluded[rule] = ask(atom, values[place])
        else:
            concluded[rule] = all_of([ask(atom, values[place]) for atom, place in atoms])
    return concluded


def ask(atom: Atom, value: MeasureValue) -> Outcome:
    """Say whether an atom holds for all, for none or for some of the values still possible."""
    if type(value) is Interval and value.low is value.high and value.low is not None:
        return Outcome.MET if atom.allows(value.low) else Outcome.NOT_MET
    if value is None:
        return Outcome.NOT_APPLICABLE
    if isinstance(value, frozenset):
        allowed = atom.allowed if isinstance(atom.allowed, frozenset) else frozenset()
        if value <= allowed:
            return Outcome.MET
        return Outcome.UNDETERMINED if value & allowed else Outcome.NOT_MET
    if isinstance(value, Anything):
        return Outcome.UNDETERMINED
    number = value.value
    if number is not None:
        return Outcome.MET if atom.allows(number) else Outcome.NOT_MET
    possible = [piece for span in atom.allowed if isinstance(span, Interval) and (piece := intersect(value, span))]
    if not possible:
        return Outcome.NOT_MET
    return Outcome.MET if possible == [value] else Outcome.UNDETERMINED
