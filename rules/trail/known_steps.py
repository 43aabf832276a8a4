"""How are the steps of an evaluation written of which everything is known?

They are the same as `rules.trail.walk` writes, in the same order. What stands in a step of a usual fact, or of an
indicator that came out as before, is at hand; all others are written by the same functions.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from rules.contracts.canonical import written_bytes
from rules.model.scorecard import list_of
from rules.trail.step_writer import StepWriter
from rules.trail.walk import record_rest, record_rules
from rules.trail.walk_facts import FactSteps
from rules.trail.walk_points import record_indicator

if TYPE_CHECKING:
    from rules.engine.earned import Earned
    from rules.engine.lane.inferring import Known
    from rules.engine.lane.points import Letters
    from rules.engine.lane.reading import KnownSubject
    from rules.model.scorecard import FactDefinition, Indicator
    from rules.trail.evaluated import Evaluated
    from rules.trail.prepared import Prepared

_KEPT = 1_024
"""The most ways of coming out of which the step is kept for one indicator."""
_VALUE = itemgetter("number", "flag", "evidence")
_FLAG = {True: b'"flag":true}}]', False: b'"flag":false}}]'}


class KnownSteps:
    """Writes the steps of the subjects of one card."""

    def __init__(self, prepared: Prepared) -> None:
        """Prepare what is the same in the steps of all of them."""
        self._prepared = prepared
        card = prepared.engine.plan.scorecard
        self._facts = {fact.id: _around(fact) for fact in card.facts}
        self._quantities = [
            prepared.quantities[name]
            for name in prepared.engine.plan.order
            if list_of(prepared.quantities[name]) is None
        ]
        self._indicators: list[tuple[Indicator, dict[Letters, tuple[Earned, bytes]]]] = [
            (indicator, {}) for indicator in card.indicators
        ]

    def written(self, subject: KnownSubject, evaluated: Evaluated, known: Known) -> tuple[bytes, ...]:
        """Write the steps, in the order in which it was concluded."""
        writer = StepWriter(self._prepared, evaluated.inference, telling=False)
        facts = FactSteps(writer)
        for item in evaluated.evidence:
            facts.evidence(item)
        self._write_facts(subject, evaluated, writer, facts)
        for quantity in self._quantities:
            facts.quantity(quantity)
        record_rules(writer)
        self._write_indicators(writer, known.letters)
        record_rest(writer, evaluated)
        return tuple(writer.written)

    def _write_facts(self, subject: KnownSubject, evaluated: Evaluated, writer: StepWriter, facts: FactSteps) -> None:
        written, named, usual = writer.written, _Named(), subject.plain
        for name, (before, number, after) in self._facts.items():
            if name not in usual:
                facts.fact(evaluated.seen(name, subject.facts[name]))
                continue
            text, flag, evidence = _VALUE(subject.given(name).__dict__)
            if text is not None:
                written.append(b"%b%b%b%b%b" % (before, named[evidence], number, text.encode(), after))
            else:
                written.append(b"%b%b%b" % (before, named[evidence], _FLAG[flag]))

    def _write_indicators(self, writer: StepWriter, letters: list[Letters]) -> None:
        """Write each indicator; a step stands for the letters as long as the same was earned and counts as it is."""
        score, written = writer.inference.score, writer.written
        for (indicator, steps), key in zip(self._indicators, letters, strict=True):
            earned = score.earned[indicator.id]
            kept = steps.get(key)
            if kept is not None and kept[0] is earned:
                written.append(kept[1])
                continue
            record_indicator(writer, indicator)
            if len(steps) < _KEPT:
                steps[key] = earned, written[-1]


class _Named(dict[tuple[str, ...], bytes]):
    """How the ids of evidence stand in the step of a fact, in order and each once."""

    def __missing__(self, evidence: tuple[str, ...]) -> bytes:
        """Write them once."""
        ids = sorted(set(evidence))
        written = self[evidence] = b'"evidence":%b,' % written_bytes(ids) if ids else b""
        return written


def _around(fact: FactDefinition) -> tuple[bytes, bytes, bytes]:
    """Give what stands in the step of a fact before its evidence, between that and its number, and after it."""
    before = written_bytes((f"facts/{fact.id}", {"value": {}})).removesuffix(b"}}]")
    unit = b',"unit":%b' % written_bytes(fact.unit) if fact.unit else b""
    return before, b'"number":"', b'"%b}}]' % unit
