"""Which steps lead from the facts to the conclusion, each as a sentence with its values and what it lacks?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.canonical import Json, written_bytes
from rules.contracts.extents import Extent, RecordsExtent
from rules.contracts.intervals import Interval
from rules.contracts.messages import LANGUAGES
from rules.contracts.outcomes import Outcome
from rules.engine.oracle import ask
from rules.engine.quantities import counts, holds
from rules.engine.values import Values, measure_value
from rules.model.expressions import Condition, names_in_condition
from rules.model.names import Names as ModelNames
from rules.model.scorecard import CountScale, SumQuantity, list_of
from rules.model.uses import facts_and_quantities_in
from rules.trail.figures import bounds_json
from rules.trail.reasons import clause_distance
from rules.trail.rule_sentences import indicator_sentence, ladder_sentence
from rules.trail.sentences import Phrasebook, Speaker, make_speakers
from rules.trail.walk_lookups import quantity_json
from rules.trail.walk_stages import STAGE_STEP, StageSteps, maturity_json
from rules.trail.walk_verdicts import VerdictSteps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from rules.contracts.outcomes import UnknownReason
    from rules.contracts.record import Conclusion
    from rules.engine.atoms import Names
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference
    from rules.model.scorecard import Indicator, LadderRow, Quantity, Words
    from rules.trail.commitments import StepRecorder
    from rules.trail.plain import SeenFact

ROOT = "evaluation"


class Walk:
    """Walks through one inference in the order in which it was concluded and records every step."""

    def __init__(
        self,
        engine: InferenceEngine,
        inference: Inference,
        recorder: StepRecorder,
        books: Mapping[str, Phrasebook],
        references: dict[str, tuple[str, ...]],
    ) -> None:
        """Begin at the facts; `references` keeps what the steps of a card refer to, for all its evaluations."""
        self._books = books
        self._references = references
        self.points: dict[str, dict[str, Json]] = {}
        self._engine = engine
        self._scorecard = engine.plan.scorecard
        self._names = engine.plan.names
        self._quantities = {quantity.id: quantity for quantity in self._scorecard.quantities}
        self._of_each: dict[str, list[Quantity]] = {}
        for name in engine.plan.order:
            if (owner := list_of(self._quantities[name])) is not None:
                self._of_each.setdefault(owner, []).append(self._quantities[name])
        self._facts = {fact.id for fact in self._scorecard.facts}
        self._inference = inference
        self._values = inference.values
        self._recorder = recorder
        self._speakers = make_speakers(books, self._values.extents, self._values.units)

    def record(
        self,
        about: Json,
        evidence: list[dict[str, Json]],
        facts: tuple[SeenFact, ...],
        unknown: Mapping[str, UnknownReason],
    ) -> None:
        """Record everything but the conclusion."""
        self._recorder.record(ROOT, "evaluation", about)
        for item in evidence:
            self._write(f"evidence/{item['id']}", "evidence", item)
        for fact in facts:
            self._fact(fact, unknown)
        for name in self._engine.plan.order:
            if list_of(self._quantities[name]) is None:
                self._quantity(self._quantities[name])
        if self._scorecard.applies:
            self._criterion("applies", "applicability", self._scorecard.applies, self._inference.applies)
        for gate in self._scorecard.gates:
            self._criterion(f"gates/{gate.id}", "gate", gate.requires, self._inference.gates[gate.id], gate.labels)
        if self._scorecard.stages is not None:
            StageSteps(
                self._recorder,
                self._speakers,
                ROOT,
                clauses=self._of_card,
                steps_of=self._known,
            ).record(self._scorecard.stages, self._inference)
        if self._scorecard.verdicts is not None and self._inference.judged is not None:
            VerdictSteps(
                self._recorder,
                self._speakers,
                self._values,
                ROOT,
                clauses=self._of_card,
                steps_of=self._known,
            ).record(self._scorecard.verdicts, self._inference, self._inference.judged)
        for indicator in self._scorecard.indicators:
            self._indicator(indicator)
        if self._scorecard.indicators or self._scorecard.verdicts is None:
            self._sections()
        for index, row in enumerate(self._scorecard.ladder.rows if self._scorecard.ladder else ()):
            self._ladder_row(index, row)
        for finding in self._scorecard.findings:
            outcome = self._inference.second[f"finding:{finding.id}"]
            self._criterion(f"findings/{finding.id}", "finding", finding.when, outcome, finding.labels)

    def conclude(self, conclusion: Conclusion) -> None:
        """Record the conclusion as the last step."""
        payload: Json = conclusion.model_dump(mode="json", exclude_defaults=True)
        self._recorder.record("conclusion", "conclusion", payload, parent=ROOT)

    def _write(
        self, step: str, kind: str, payload: dict[str, Json], *, parent: str = ROOT, references: tuple[str, ...] = ()
    ) -> None:
        self._recorder.add(step, kind, written_bytes(payload), parent=parent, references=references)

    def _say(self, write: Callable[[Speaker], str]) -> dict[str, str]:
        return {language: write(speaker) for language, speaker in self._speakers.items()}

    def _fact(self, fact: SeenFact, unknown: Mapping[str, UnknownReason]) -> None:
        name = fact.declared.id
        if fact.used is not None and fact.used.number is not None:
            self._speakers[LANGUAGES[0]].know(name, fact.used.number)
        payload: dict[str, Json] = {
            "sentence": {language: speaker.fact(name) for language, speaker in self._speakers.items()}
        }
        if fact.used is not None and fact.used.records is None:
            payload["value"] = fact.written
        if name in unknown:
            payload["unknown"] = unknown[name].value
        if fact.declared.ratings:
            payload["ratings"] = [one.model_dump(mode="json", exclude_defaults=True) for one in fact.declared.ratings]
        evidence = fact.used.evidence if fact.used is not None else ()
        step = f"facts/{name}"
        references = tuple(f"evidence/{item}" for item in evidence)
        self._write(step, "fact", payload, references=references)
        extent = self._values.extents[name]
        if isinstance(extent, RecordsExtent) and extent.records is not None and name in self._engine.plan.records:
            for record in extent.records:
                self._record(name, record.key, record.fields, step)

    def _record(self, name: str, key: str, fields: Mapping[str, Extent], parent: str) -> None:
        """Record one record of a list: what is computed for it, and for each sum which of its rows hold or fail."""
        scope = self._engine.plan.records[name]
        outcomes = self._inference.counted[name][key]
        units = {field.id: field.unit for field in scope.record.fields}
        inner = self._values.with_fields(dict(fields), units)
        speakers = make_speakers(self._books, inner.extents, inner.units)
        sums: dict[str, Json] = {}
        for quantity in self._scorecard.quantities:
            if isinstance(quantity, SumQuantity) and quantity.list == name:
                rows = [
                    {
                        "outcome": outcomes[f"{quantity.id}:{index}"].value,
                        "clauses": self._clauses(row.where, inner, scope.names, speakers, within=name),
                    }
                    for index, row in enumerate(quantity.rows)
                ]
                sums[quantity.id] = {"counts": counts(quantity, outcomes).value, "rows": rows}
        payload: dict[str, Json] = {"sums": sums}
        if each := self._of_each.get(name):
            payload["quantities"] = {
                one.id: quantity_json(one, self._engine, self._inference, inner, speakers, key) for one in each
            }
        self._write(f"{parent}/{key}", "record", payload, parent=parent)

    def _clauses(
        self,
        condition: Condition,
        values: Values,
        names: Names,
        speakers: Mapping[str, Speaker],
        within: str | None = None,
    ) -> list[Json]:
        found: list[Json] = []
        for clause in condition:
            atoms = self._engine.atoms_of(clause, names)
            if len(atoms) == 1:
                outcome = ask(atoms[0], measure_value(atoms[0].measure, values))
            else:
                outcome = holds(atoms, values)
            entry: dict[str, Json] = {
                "outcome": outcome.value,
                "sentence": {language: speaker.clause(clause, within) for language, speaker in speakers.items()},
            }
            lacking = None if outcome is Outcome.MET else clause_distance(clause, atoms, values)
            if lacking is not None:
                entry["distance"] = lacking
            found.append(entry)
        return found

    def _of_card(self, condition: Condition) -> list[Json]:
        return self._clauses(condition, self._values, self._names, self._speakers)

    def _quantity(self, quantity: Quantity) -> None:
        payload = quantity_json(quantity, self._engine, self._inference, self._values, self._speakers)
        step = f"quantities/{quantity.id}"

        def read() -> Iterable[str]:
            return facts_and_quantities_in(ModelNames(self._scorecard), quantity)

        self._write(step, "quantity", payload, references=self._known(step, read))

    def _known(self, step: str, names: Callable[[], Iterable[str]]) -> tuple[str, ...]:
        """Point at the steps of the names: quantities under their own heading, settings and fields left out."""
        if step not in self._references:
            self._references[step] = tuple(
                f"quantities/{name}" if name in self._quantities else f"facts/{name}"
                for name in names()
                if name in self._quantities or name in self._facts
            )
        return self._references[step]

    def _criterion(
        self, step: str, kind: str, condition: Condition, outcome: Outcome, labels: Words | None = None
    ) -> None:
        template = {"gate": "gate", "finding": "finding"}.get(kind)
        identity = step.rsplit("/", maxsplit=1)[-1]

        def write(speaker: Speaker) -> str:
            conditions = speaker.condition(condition)
            if template is None:
                return conditions
            name = (labels or {}).get(speaker.language, "")
            return speaker.templates[template].format(id=identity, name=name, conditions=conditions)

        payload: dict[str, Json] = {
            "outcome": outcome.value,
            "sentence": self._say(write),
            "clauses": self._of_card(condition),
        }
        self._write(step, kind, payload, references=self._known(step, lambda: names_in_condition(condition)))

    def _indicator(self, indicator: Indicator) -> None:
        earned = self._inference.score.earned[indicator.id]
        points = self.points[indicator.id] = bounds_json(earned.counted)
        payload: dict[str, Json] = {
            "outcome": self._engine.indicator_outcome(indicator.id, self._inference).value,
            "points": points,
            "sentence": {
                language: indicator_sentence(indicator, earned, speaker, points)
                for language, speaker in self._speakers.items()
            },
        }
        if earned.rows:
            payload["rows"] = list(earned.rows)
        if earned.maturity is not None:
            payload["maturity"] = maturity_json(earned.maturity)
        if indicator.applies:
            payload["applies"] = self._of_card(indicator.applies)
        if indicator.must:
            payload["must"] = self._of_card(indicator.must)
        if isinstance(indicator.scale, CountScale):
            payload["parts"] = [
                {
                    "outcome": self._inference.first[f"{indicator.id}:part:{index}"].value,
                    "clauses": self._of_card(part),
                }
                for index, part in enumerate(indicator.scale.parts)
            ]
        step = f"indicators/{indicator.id}"
        behind = self._known(step, lambda: self._engine.dependencies.of((indicator.id,)))
        self._write(step, "indicator", payload, references=behind)

    def _sections(self) -> None:
        for section in self._scorecard.sections:
            scored = self._inference.score.sections[section.id]
            payload: dict[str, Json] = {
                "points": bounds_json(scored.points),
                "sentence": {
                    language: speaker.templates["section"].format(
                        name=section.labels.get(language, section.id),
                        points=speaker.span(scored.points, ""),
                        maximum=speaker.span(Interval(scored.maximum, scored.maximum), ""),
                    )
                    for language, speaker in self._speakers.items()
                },
            }
            members = tuple(item.id for item in self._scorecard.indicators if item.section == section.id)
            references = tuple(f"indicators/{name}" for name in members)
            self._write(f"sections/{section.id}", "section", payload, references=references)
        total = self._inference.total
        payload = {
            "points": bounds_json(total),
            "sentence": self._say(lambda speaker: speaker.templates["total"].format(points=speaker.span(total, ""))),
        }
        staged = (STAGE_STEP,) if self._inference.stages else ()
        references = (*(f"sections/{section.id}" for section in self._scorecard.sections), *staged)
        self._write("score", "score", payload, references=references)

    def _ladder_row(self, index: int, row: LadderRow) -> None:
        payload: dict[str, Json] = {
            "grade": row.grade,
            "outcome": self._inference.second[f"ladder:{index}"].value,
            "sentence": self._say(lambda speaker: ladder_sentence(row, speaker)),
            "clauses": self._of_card(row.requires),
        }
        self._write(f"ladder/{index + 1}", "ladder_row", payload, references=("score",))
