"""What do the walks through all evaluations of one card share?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.canonical import written_bytes
from rules.model.scorecard import CountScale, list_of
from rules.trail.clause_steps import ClauseForms
from rules.trail.commitments import StepLabel
from rules.trail.figures import bounds_json, bounds_text
from rules.trail.forms import Forms
from rules.trail.rule_sentences import indicator_sentence
from rules.trail.sentences import phrasebooks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rules.contracts.canonical import Json
    from rules.engine.earned import Earned
    from rules.engine.infer import InferenceEngine
    from rules.model.expressions import Condition
    from rules.model.scorecard import Indicator, Quantity
    from rules.trail.forms import Form

ROOT = "evaluation"
"""The step above all others."""


@dataclass(frozen=True, slots=True)
class EarnedForm:
    """The payload of an indicator's step, before and after the parts of a count, and the points alone."""

    head: str
    form: Form
    points: dict[str, Json]


class Prepared:
    """The phrasebooks and forms of a card, its quantities and facts by their ids, and the labels of its steps."""

    def __init__(self, engine: InferenceEngine) -> None:
        """Prepare no sentence yet; each is prepared when it is first said."""
        scorecard = engine.plan.scorecard
        self.books = phrasebooks(scorecard)
        self.quantities = {quantity.id: quantity for quantity in scorecard.quantities}
        self.facts = frozenset(fact.id for fact in scorecard.facts)
        self.of_each: dict[str, list[Quantity]] = {}
        """The quantities of single records, by their list."""
        for name in engine.plan.order:
            if (owner := list_of(self.quantities[name])) is not None:
                self.of_each.setdefault(owner, []).append(self.quantities[name])
        fields = {
            name: {field.id for field in scope.record.fields} | {one.id for one in self.of_each.get(name, ())}
            for name, scope in engine.plan.records.items()
        }
        self.forms = Forms(self.books, engine.plan.names.units, fields)
        self.clauses: dict[str | None, ClauseForms] = {None: ClauseForms(engine, self.forms, engine.plan.names)}
        """The clauses about the whole subject, and by their list those about records."""
        for name, scope in engine.plan.records.items():
            self.clauses[name] = ClauseForms(engine, self.forms, scope.names, name)
        self.parts: dict[str, list[tuple[str, Condition]]] = {}
        """The rules that conclude the parts of a count, by its indicator, each with its condition."""
        for indicator in scorecard.indicators:
            if isinstance(indicator.scale, CountScale):
                parts = enumerate(indicator.scale.parts)
                self.parts[indicator.id] = [(f"{indicator.id}:part:{index}", part) for index, part in parts]
        self._sure = engine.plan.sure
        self._earned: dict[tuple[str, int], EarnedForm] = {}
        self._labels: dict[str, StepLabel] = {}
        self._references: dict[str, tuple[str, ...]] = {}

    def label(self, step: str, kind: str, references: Callable[[], tuple[str, ...]]) -> StepLabel:
        """Give the label of a step that every record of the card has, and that always rests on the same steps."""
        label = self._labels.get(step)
        if label is None:
            label = self._labels[step] = StepLabel.of(step, kind, ROOT, references())
        return label

    def earned(self, indicator: Indicator, earned: Earned) -> EarnedForm | None:
        """Give what a step says of points that the plan prepared; None if they were made for one evaluation."""
        place = self._sure[indicator.id].place(earned)
        if place is None:
            return None
        found = self._earned.get((indicator.id, place))
        if found is None:
            rows = f',"rows":{written_bytes(earned.rows).decode()}' if earned.rows else ""
            sentence = self.forms.written(lambda speaker: indicator_sentence(indicator, earned, speaker))
            form = sentence.around(f'"points":{bounds_text(earned.counted)}{rows},"sentence":', "}")
            head = f'{{"outcome":"{earned.full}",'
            found = self._earned[indicator.id, place] = EarnedForm(head, form, bounds_json(earned.counted))
        return found

    def known(self, step: str, names: Callable[[], Iterable[str]]) -> tuple[str, ...]:
        """Point at the steps of the names: quantities under their own heading, settings and fields left out."""
        if step not in self._references:
            self._references[step] = tuple(
                f"quantities/{name}" if name in self.quantities else f"facts/{name}"
                for name in names()
                if name in self.quantities or name in self.facts
            )
        return self._references[step]
