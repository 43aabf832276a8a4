"""What do the same rules conclude in plain Python, over the exact values and without codes?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval, are_apart, lies_inside
from rules.contracts.outcomes import Outcome, all_of
from rules.engine.values import Anything

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.engine.atoms import Atom, Measure
    from rules.engine.network import Network
    from rules.engine.values import MeasureValue


def conclude(
    network: Network, measured: Mapping[Measure, MeasureValue], rules: Iterable[str] | None = None
) -> dict[str, Outcome]:
    """Conclude every rule of a network, or only some, for the values of the measures."""
    asked = network.asked
    return {rule: _all_of(asked[rule], measured) for rule in (asked if rules is None else rules)}


def _all_of(atoms: tuple[Atom, ...], measured: Mapping[Measure, MeasureValue]) -> Outcome:
    """Join atoms that must all hold; what comes after one that fails cannot change the answer."""
    answers: list[Outcome] = []
    for atom in atoms:
        answer = ask(atom, measured[atom.measure])
        if answer is Outcome.NOT_MET:
            return answer
        answers.append(answer)
    return answers[0] if len(answers) == 1 else all_of(answers)


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
    for span in atom.allowed:
        if isinstance(span, Interval) and not are_apart(value, span):
            return Outcome.MET if lies_inside(value, span) else Outcome.UNDETERMINED
    return Outcome.NOT_MET
