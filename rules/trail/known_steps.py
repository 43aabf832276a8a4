"""How are the steps of an evaluation written of which everything is known?

They are the same as `rules.trail.walk` writes, in the same order. What stands in a step of a usual fact, or of an
indicator that came out as before, is at hand; all others are written by the same functions.
"""

from __future__ import annotations

from functools import partial
from itertools import accumulate, chain, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from rules.contracts.canonical import written_bytes
from rules.engine.kept import KEPT, taking
from rules.engine.ladder import rules_behind
from rules.engine.score import rules_about
from rules.model.scorecard import FactType, list_of
from rules.trail.step_writer import StepWriter
from rules.trail.step_writer import letters_of as written_letters
from rules.trail.walk import record_applies, record_finding, record_gate
from rules.trail.walk_conclusion import record_conclusion
from rules.trail.walk_facts import FactSteps
from rules.trail.walk_points import record_indicator, record_ladder_row, record_sections
from rules.trail.walk_stages import record_stages
from rules.trail.walk_verdicts import record_rule, record_verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rules.engine.earned import EarnedPoints
    from rules.engine.lane.reading import Columns, KnownSubject
    from rules.model.scorecard import FactDefinition, Indicator
    from rules.trail.evaluated import Evaluated
    from rules.trail.prepared import Prepared

_VALUE = itemgetter("number", "flag", "choice", "evidence")
_FLAG: dict[bool | None, str] = {True: '"flag":true}}]', False: '"flag":false}}]'}
_KINDS = (FactType.NUMBER, FactType.FLAG, FactType.CHOICE)


class KnownSteps:
    """Writes the steps of the subjects of one card."""

    def __init__(self, prepared: Prepared) -> None:
        """Prepare what is the same in the steps of all of them."""
        self._prepared = prepared
        card = prepared.engine.plan.scorecard
        self._facts = {fact.id: _around(fact) for fact in card.facts}
        self._usual = _Usual(self._facts, card.facts)
        self._quantities = [
            prepared.quantities[name]
            for name in prepared.engine.plan.order
            if list_of(prepared.quantities[name]) is None
        ]
        by_each = [rules_about(prepared.engine.plan, indicator) for indicator in card.indicators]
        ends = list(accumulate(map(len, by_each), initial=0))
        self._letters = taking(chain.from_iterable(by_each))
        self._indicators: list[tuple[Indicator, slice, dict[tuple[str, ...], tuple[EarnedPoints, bytes]]]] = [
            (indicator, slice(*ends), {}) for indicator, ends in zip(card.indicators, pairwise(ends), strict=True)
        ]

        rules = [rule.id for rule in prepared.engine.plan.first.rules]
        self._rules = [_Kept(["card:applies"], record_applies)] if card.applies else []
        for gate in card.gates:
            about = [rule for rule in rules if rule.partition(":")[0] == gate.id]
            self._rules.append(_Kept(about, partial(record_gate, gate=gate)))
        if card.stages:
            about = [rule for rule in rules if rule.partition(":")[0] == "stage"]
            self._rules.append(_Kept(about, partial(record_stages, stages=card.stages)))
        for place, one in enumerate(card.verdicts.rules if card.verdicts else ()):
            about = [rule for rule in rules if rule.startswith(f"verdict:{one.id}:")]
            self._rules.append(_Kept(about, partial(_record_rule, place=place)))
        self._rest = [
            _Kept(rules_behind(card.ladder, index), partial(record_ladder_row, index=index, row=row))
            for index, row in enumerate(card.ladder.rows if card.ladder else ())
            if card.ladder
        ]
        self._rest += [_Kept([f"finding:{one.id}"], partial(record_finding, finding=one)) for one in card.findings]

    def written(self, subject: KnownSubject, evaluated: Evaluated) -> tuple[bytes, ...]:
        """Write the steps, in the order in which it was concluded."""
        writer = StepWriter(self._prepared, evaluated.inference, telling=False)
        facts = FactSteps(writer)
        for item in evaluated.evidence:
            facts.evidence(item)
        self._write_facts(subject, evaluated, writer, facts)
        for quantity in self._quantities:
            facts.quantity(quantity)
        inference, card = evaluated.inference, writer.scorecard
        first, second = written_letters(inference.first), written_letters(inference.second)
        _write(self._rules, writer, first)
        if card.verdicts is not None and inference.judged is not None:
            record_verdict(writer, card.verdicts, inference.judged)
        self._write_indicators(writer, first)
        if card.indicators or card.verdicts is None:
            record_sections(writer)
        _write(self._rest, writer, second)
        record_conclusion(writer, evaluated)
        return tuple(writer.written)

    def _write_facts(self, subject: KnownSubject, evaluated: Evaluated, writer: StepWriter, facts: FactSteps) -> None:
        written, named, usual = writer.written, _Named(), subject.plain
        if subject.columns is not None and len(self._facts) > 1:
            written += self._usual.written(subject.columns, named)
            return
        for name, (before, number, after) in self._facts.items():
            if name not in usual:
                facts.fact(evaluated.seen(name, subject.facts[name]))
                continue
            text, flag, choice, evidence = _VALUE(subject.given(name).__dict__)
            shown = named[evidence]
            if text is not None:
                said = f"{before}{shown}{number}{text}{after}"
            elif flag is not None:
                said = f"{before}{shown}{_FLAG[flag]}"
            else:
                said = f"{before}{_chosen(choice, shown)}"
            written.append(said.encode())

    def _write_indicators(self, writer: StepWriter, first: Mapping[str, str]) -> None:
        """Write each indicator; a step stands for how it came out while the same was earned and counts as it is."""
        score, written, letters = writer.inference.score, writer.written, self._letters(first)
        for indicator, span, steps in self._indicators:
            earned = score.earned[indicator.id]
            kept = steps.get(letters[span])
            if kept is not None and kept[0] is earned:
                written.append(kept[1])
                continue
            record_indicator(writer, indicator)
            if len(steps) < KEPT:
                steps[letters[span]] = earned, written[-1]


class _Kept:
    """The steps about one thing, by the letters of the rules about it, and what records one."""

    __slots__ = ("letters", "record", "steps")

    def __init__(self, rules: list[str], record: Callable[[StepWriter], None]) -> None:
        self.letters, self.record = taking(rules), record
        self.steps: dict[tuple[str, ...], list[bytes]] = {}


def _write(all_kept: list[_Kept], writer: StepWriter, letters: Mapping[str, str]) -> None:
    """Write the steps about each thing: those that are kept, or else those that are recorded."""
    written = writer.written
    for kept in all_kept:
        key = kept.letters(letters)
        steps = kept.steps.get(key)
        if steps is not None:
            written += steps
            continue
        begin = len(written)
        kept.record(writer)
        if len(kept.steps) < KEPT:
            kept.steps[key] = written[begin:]


def _record_rule(writer: StepWriter, *, place: int) -> None:
    verdicts, judged = writer.scorecard.verdicts, writer.inference.judged
    if verdicts is not None and judged is not None:
        record_rule(writer, verdicts, verdicts.rules[place], judged.rules[place])


class _Named(dict[tuple[str, ...], str]):
    """How the ids of evidence stand in the step of a fact, in order and each once."""

    def __missing__(self, evidence: tuple[str, ...]) -> str:
        """Write them once."""
        ids = sorted(set(evidence))
        written = self[evidence] = f'"evidence":{written_bytes(ids).decode()},' if ids else ""
        return written


class _Usual:
    """The steps of all facts of a card, written at once where each is a usual number, flag or choice."""

    def __init__(self, facts: Mapping[str, _Around], definitions: Sequence[FactDefinition]) -> None:
        """Put the facts into one text with two gaps for each, in which a line ends with each step."""
        kinds = [[one.id for one in definitions if one.type is kind] for kind in _KINDS]
        places = {name: place for place, name in enumerate(name for kind in kinds for name in kind)}
        self._in_order = itemgetter(*(places.get(name, 0) for name in facts), 0)
        escaped = ([part.replace("%", "%%") for part in around] for around in facts.values())
        self._text = "\n".join(
            f"{before}%s{number}%s{after}" if one.type is FactType.NUMBER else f"{before}%s%s"
            for one, (before, number, after) in zip(definitions, escaped, strict=True)
        )

    def written(self, columns: tuple[Columns, Columns, Columns], named: _Named) -> list[bytes]:
        """Write them."""
        numbers, flags, choices = columns
        given = [
            *zip(map(named.__getitem__, numbers.evidence), numbers.numbers, strict=True),
            *zip(map(named.__getitem__, flags.evidence), map(_FLAG.get, flags.flags), strict=True),
            *[("", _chosen(one, named[shown])) for one, shown in zip(choices.choices, choices.evidence, strict=True)],
        ]
        gaps = chain.from_iterable(self._in_order(given)[:-1])
        return (self._text % tuple(gaps)).encode().split(b"\n")


def _chosen(choice: str | None, shown: str) -> str:
    """Write what follows in the step of a choice."""
    last = f",{shown.removesuffix(',')}" if shown else ""
    return f'"choice":{written_bytes(choice).decode()}{last}}}}}]'


_Around = tuple[str, str, str]


def _around(fact: FactDefinition) -> _Around:
    """Give what stands in the step of a fact before its evidence, between that and its number, and after it."""
    before = written_bytes((f"facts/{fact.id}", {"value": {}})).decode().removesuffix("}}]")
    unit = f',"unit":{written_bytes(fact.unit).decode()}' if fact.unit else ""
    return before, '"number":"', f'"{unit}}}}}]'
