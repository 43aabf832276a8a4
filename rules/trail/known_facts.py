"""Fast serializer of simple fact steps: numbers, flags and choices used as declared.

The steps are the same as those that `rules.trail.walk_facts` writes: everything in the step of such a fact (a
usual fact in the code) is at hand.
"""

from __future__ import annotations

from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from rules.contracts.canonical import unchecked_canonical_bytes
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.contracts.inputs import DeclaredValue
    from rules.engine.lane.reading import FactValueColumns, KnownSubject
    from rules.model.scorecard import FactDefinition
    from rules.trail.evaluated import CompletedEvaluation, ResolvedFact
    from rules.trail.walk_facts import FactStepRecorder

_VALUE = itemgetter("number", "flag", "choice", "evidence")
_FLAG: dict[bool | None, str] = {True: '"flag":true}}]', False: '"flag":false}}]'}
_KINDS = (FactType.NUMBER, FactType.FLAG, FactType.CHOICE)


class SimpleFactStepWriter:
    """Writes the steps of the facts of the subjects of one card: at once where each is a number, flag or choice."""

    def __init__(self, definitions: Sequence[FactDefinition]) -> None:
        """Put the facts into one text with two gaps for each, in which a line ends with each step."""
        self._facts = facts = {fact.id: _around(fact) for fact in definitions}
        kinds = [[definition.id for definition in definitions if definition.type is kind] for kind in _KINDS]
        places = {name: place for place, name in enumerate(name for kind in kinds for name in kind)}
        self._in_order = itemgetter(*(places.get(name, 0) for name in facts), 0)
        escaped = ([part.replace("%", "%%") for part in around] for around in facts.values())
        self._text = "\n".join(
            f"{before}%s{number}%s{after}" if definition.type is FactType.NUMBER else f"{before}%s%s"
            for definition, (before, number, after) in zip(definitions, escaped, strict=True)
        )

    def write(
        self, subject: KnownSubject, evaluated: CompletedEvaluation, written: list[bytes], facts: FactStepRecorder
    ) -> None:
        """Write them behind what is written."""
        named, usual = EvidenceIdTexts(), subject.plain
        if subject.columns is not None and len(self._facts) > 1:
            written += self._at_once(subject.columns, named)
            return
        for name, around in self._facts.items():
            if name not in usual:
                facts.fact(evaluated.seen(name, subject.facts[name]))
                continue
            step = _said(around, subject.given(name), named)
            if step is not None:
                written.append(step)

    def step(self, fact: ResolvedFact, named: EvidenceIdTexts) -> bytes | None:
        """Write the step of a fact of any subject; nothing if it is none of the usual ones."""
        declared, value = fact.declared, fact.used
        if value is None or value is not declared.value:
            return None
        if declared.verification is not None or declared.ratings or declared.previous is not None:
            return None
        return _said(self._facts[declared.id], value, named)

    def _at_once(
        self, columns: tuple[FactValueColumns, FactValueColumns, FactValueColumns], named: EvidenceIdTexts
    ) -> list[bytes]:
        numbers, flags, choices = columns
        value_texts = [
            *zip(map(named.__getitem__, numbers.evidence), numbers.numbers, strict=True),
            *zip(map(named.__getitem__, flags.evidence), map(_FLAG.get, flags.flags), strict=True),
            *[
                ("", _chosen(choice, named[shown]))
                for choice, shown in zip(choices.choices, choices.evidence, strict=True)
            ],
        ]
        gaps = chain.from_iterable(self._in_order(value_texts)[:-1])
        return (self._text % tuple(gaps)).encode().split(b"\n")


class EvidenceIdTexts(dict[tuple[str, ...], str]):
    """How the ids of evidence stand in the step of a fact, in order and each once."""

    def __missing__(self, evidence: tuple[str, ...]) -> str:
        """Write them once."""
        ids = sorted(set(evidence))
        written = self[evidence] = f'"evidence":{unchecked_canonical_bytes(ids).decode()},' if ids else ""
        return written


def _said(around: _Around, value: DeclaredValue, named: EvidenceIdTexts) -> bytes | None:
    """Write the step of one value; nothing if it is another kind of value."""
    before, number, after = around
    text, flag, choice, evidence = _VALUE(value.__dict__)
    shown = named[evidence]
    if text is not None:
        return f"{before}{shown}{number}{text}{after}".encode()
    if flag is not None:
        return f"{before}{shown}{_FLAG[flag]}".encode()
    return None if choice is None else f"{before}{_chosen(choice, shown)}".encode()


def _chosen(choice: str | None, shown: str) -> str:
    """Write what follows in the step of a choice."""
    last = f",{shown.removesuffix(',')}" if shown else ""
    return f'"choice":{unchecked_canonical_bytes(choice).decode()}{last}}}}}]'


_Around = tuple[str, str, str]


def _around(fact: FactDefinition) -> _Around:
    """Give what stands in the step of a fact before its evidence, between that and its number, and after it."""
    before = unchecked_canonical_bytes((f"facts/{fact.id}", {"value": {}})).decode().removesuffix("}}]")
    unit = f',"unit":{unchecked_canonical_bytes(fact.unit).decode()}' if fact.unit else ""
    return before, '"number":"', f'"{unit}}}}}]'
