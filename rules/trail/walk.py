"""Which steps lead from the facts to the conclusion, each as a sentence with its values and what it lacks?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.canonical import Json, already, inside_quotes, written_bytes
from rules.contracts.extents import Extent, RecordsExtent
from rules.contracts.intervals import Interval
from rules.engine.quantities import counts
from rules.model.expressions import names_in_condition
from rules.model.names import Names as ModelNames
from rules.model.scorecard import SumQuantity, list_of
from rules.model.uses import facts_and_quantities_in
from rules.trail.clause_steps import ClauseSteps
from rules.trail.commitments import StepLabel
from rules.trail.figures import bounds_json, bounds_text
from rules.trail.forms import POINTS, Told, chosen_word
from rules.trail.prepared import ROOT
from rules.trail.rule_sentences import indicator_sentence, is_usual, ladder_sentence
from rules.trail.sentences import gap, make_speakers
from rules.trail.stories import STORIES
from rules.trail.walk_lookups import quantity_json
from rules.trail.walk_stages import STAGE_STEP, StageSteps
from rules.trail.walk_verdicts import VerdictSteps

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from rules.contracts.outcomes import Outcome, UnknownReason
    from rules.contracts.record import Conclusion
    from rules.engine.earned import Earned
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference
    from rules.engine.score import SectionScore
    from rules.model.expressions import Condition
    from rules.model.scorecard import Indicator, LadderRow, Quantity, Section, Words
    from rules.trail.commitments import StepRecorder
    from rules.trail.plain import SeenFact
    from rules.trail.prepared import Prepared
    from rules.trail.sentences import Speaker


class Walk:
    """Walks through one inference in the order in which it was concluded and records every step."""

    def __init__(
        self,
        engine: InferenceEngine,
        inference: Inference,
        recorder: StepRecorder,
        prepared: Prepared,
    ) -> None:
        """Begin at the facts."""
        self._prepared = prepared
        self._forms = prepared.forms
        self.points: dict[str, dict[str, Json]] = {}
        self._engine = engine
        self._scorecard = engine.plan.scorecard
        self._inference = inference
        self._values = inference.values
        self._recorder = recorder
        self._speakers = make_speakers(prepared.books, self._values.extents, self._values.units)
        self._told = Told(self._forms, self._speakers)
        self._of_card = ClauseSteps(prepared.clauses[None], self._told, self._values).written

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
            if list_of(self._prepared.quantities[name]) is None:
                self._quantity(self._prepared.quantities[name])
        if self._scorecard.applies:
            self._criterion("applies", "applicability", self._scorecard.applies, self._inference.applies)
        for gate in self._scorecard.gates:
            self._criterion(f"gates/{gate.id}", "gate", gate.requires, self._inference.gates[gate.id], gate.labels)
        if self._scorecard.stages is not None:
            StageSteps(
                self._recorder,
                self._speakers,
                ROOT,
                clauses=self._clauses,
                steps_of=self._prepared.known,
            ).record(self._scorecard.stages, self._inference)
        if self._scorecard.verdicts is not None and self._inference.judged is not None:
            VerdictSteps(
                self._recorder,
                self._speakers,
                self._values,
                ROOT,
                clauses=self._clauses,
                steps_of=self._prepared.known,
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
        self._recorder.add(StepLabel.of(step, kind, parent, references), written_bytes(payload).decode())

    def _add(self, step: str, kind: str, payload: str, names: Callable[[], Iterable[str]]) -> None:
        """Record a step that every record of the card has, and that always rests on the same names."""
        label = self._prepared.label(step, kind, lambda: self._prepared.known(step, names))
        self._recorder.add(label, payload)

    def _add_document(
        self, step: str, kind: str, payload: dict[str, Json], references: Callable[[], tuple[str, ...]]
    ) -> None:
        """Record a step that every record of the card has, and that always rests on the same steps."""
        self._recorder.add(self._prepared.label(step, kind, references), written_bytes(payload).decode())

    def _say(self, write: Callable[[Speaker], str]) -> str:
        """Say a sentence with whatever stands in it, anew in every language."""
        return written_bytes({language: write(speaker) for language, speaker in self._speakers.items()}).decode()

    def _form(self, key: Hashable, write: Callable[[Speaker], str]) -> str:
        """Say a sentence that is prepared for the card, with its values."""
        return self._forms.sentence(key, write).fill(self._told)

    def _clauses(self, condition: Condition) -> Json:
        return already(self._of_card(condition))

    def _fact(self, fact: SeenFact, unknown: Mapping[str, UnknownReason]) -> None:
        name, used = fact.declared.id, fact.used
        step = f"facts/{name}"
        evidence = () if used is None else used.evidence
        if used is not None and used.number is not None:
            self._told.know(name, used.number)
        elif used is not None and (word := chosen_word(used)) is not None:
            self._told.update(self._forms.chosen(name, word))
        if fact.number is not None:
            payload = self._forms.number(name, fact.number).payload(fact.number, evidence)
        else:
            payload = self._any_fact(fact, unknown.get(name), self._form(step, lambda speaker: speaker.fact(name)))
        if evidence:
            references = tuple(f"evidence/{item}" for item in evidence)
            self._recorder.add(StepLabel.of(step, "fact", ROOT, references), payload)
        else:
            self._add(step, "fact", payload, tuple)
        extent = self._values.extents[name]
        if isinstance(extent, RecordsExtent) and extent.records is not None and name in self._engine.plan.records:
            for record in extent.records:
                self._record(name, record.key, record.fields, step)

    @staticmethod
    def _any_fact(fact: SeenFact, unknown: UnknownReason | None, sentence: str) -> str:
        """Write the payload of any fact, known or unknown, a list or rated."""
        payload: dict[str, Json] = {"sentence": already(sentence)}
        if fact.used is not None and fact.used.records is None:
            payload["value"] = fact.written
        if unknown is not None:
            payload["unknown"] = unknown.value
        if fact.declared.ratings:
            payload["ratings"] = [one.model_dump(mode="json", exclude_defaults=True) for one in fact.declared.ratings]
        return written_bytes(payload).decode()

    def _record(self, name: str, key: str, fields: Mapping[str, Extent], parent: str) -> None:
        """Record one record of a list: what is computed for it, and for each sum which of its rows hold or fail."""
        scope = self._engine.plan.records[name]
        outcomes = self._inference.counted[name][key]
        units = {field.id: field.unit for field in scope.record.fields}
        inner = self._values.with_fields(dict(fields), units)
        speakers = make_speakers(self._prepared.books, inner.extents, inner.units)
        told = Told(self._forms, speakers, self._told)
        clauses = ClauseSteps(self._prepared.clauses[name], told, inner)
        sums: dict[str, Json] = {
            quantity.id: {
                "counts": counts(quantity, outcomes).value,
                "rows": [
                    {
                        "outcome": outcomes[f"{quantity.id}:{index}"].value,
                        "clauses": already(clauses.written(row.where)),
                    }
                    for index, row in enumerate(quantity.rows)
                ],
            }
            for quantity in self._prepared.quantities.values()
            if isinstance(quantity, SumQuantity) and quantity.list == name
        }
        payload: dict[str, Json] = {"sums": sums}
        if each := self._prepared.of_each.get(name):
            payload["quantities"] = {
                one.id: quantity_json(one, self._engine, self._inference, inner, speakers, key) for one in each
            }
        self._write(f"{parent}/{key}", "record", payload, parent=parent)

    def _quantity(self, quantity: Quantity) -> None:
        payload = quantity_json(quantity, self._engine, self._inference, self._values, self._speakers)
        step = f"quantities/{quantity.id}"

        def read() -> Iterable[str]:
            return facts_and_quantities_in(ModelNames(self._scorecard), quantity)

        self._add(step, "quantity", written_bytes(payload).decode(), read)

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

        sentence = self._form(step, write)
        payload = f'{{"clauses":{self._of_card(condition)},"outcome":"{outcome}","sentence":{sentence}}}'
        self._add(step, kind, payload, lambda: names_in_condition(condition))

    def _indicator(self, indicator: Indicator) -> None:
        earned = self._inference.score.earned[indicator.id]
        parts = self._prepared.parts.get(indicator.id)
        told = f"[{','.join(map(self._part, parts))}]" if parts else ""
        prepared = self._prepared.earned(indicator, earned)
        if prepared is None:
            self.points[indicator.id] = bounds_json(earned.counted)
            payload = self._earned_anew(indicator, earned, told)
        else:
            self.points[indicator.id] = prepared.points
            counted = f'"parts":{told},' if parts else ""
            payload = f"{prepared.head}{counted}{prepared.form.fill(self._told)}"
        step = f"indicators/{indicator.id}"
        self._add(step, "indicator", payload, lambda: self._engine.dependencies.of((indicator.id,)))

    def _part(self, part: tuple[str, Condition]) -> str:
        """Write one part of a count, of which the rule that concludes it is known."""
        rule, condition = part
        return f'{{"clauses":{self._of_card(condition)},"outcome":"{self._inference.first[rule]}"}}'

    def _earned_anew(self, indicator: Indicator, earned: Earned, parts: str) -> str:
        """Write what an indicator earned in this evaluation alone."""
        if is_usual(indicator, earned):
            for language, speaker in self._speakers.items():
                self._told[language, POINTS, None] = inside_quotes(speaker.span(earned.counted, ""))
            key = (POINTS, indicator.id)
            sentence = self._form(key, lambda speaker: indicator_sentence(indicator, earned, speaker, gap(POINTS)))
        else:
            sentence = self._say(lambda speaker: indicator_sentence(indicator, earned, speaker))
        payload: dict[str, Json] = {
            **STORIES[indicator.scale.kind].members(earned),
            "outcome": self._engine.indicator_outcome(indicator.id, self._inference),
            "points": already(bounds_text(earned.counted)),
            "sentence": already(sentence),
        }
        if indicator.applies:
            payload["applies"] = self._clauses(indicator.applies)
        if indicator.must:
            payload["must"] = self._clauses(indicator.must)
        if parts:
            payload["parts"] = already(parts)
        if earned.rows:
            payload["rows"] = earned.rows
        return written_bytes(payload).decode()

    def _sections(self) -> None:
        for section in self._scorecard.sections:
            scored = self._inference.score.sections[section.id]

            def write(speaker: Speaker, section: Section = section, scored: SectionScore = scored) -> str:
                return speaker.templates["section"].format(
                    name=section.labels.get(speaker.language, section.id),
                    points=speaker.span(scored.points, ""),
                    maximum=speaker.span(Interval(scored.maximum, scored.maximum), ""),
                )

            def members(section: Section = section) -> tuple[str, ...]:
                inside = (item.id for item in self._scorecard.indicators if item.section == section.id)
                return tuple(f"indicators/{name}" for name in inside)

            payload: dict[str, Json] = {"points": bounds_json(scored.points), "sentence": already(self._say(write))}
            self._add_document(f"sections/{section.id}", "section", payload, members)
        total = self._inference.total
        said = self._say(lambda speaker: speaker.templates["total"].format(points=speaker.span(total, "")))
        staged = (STAGE_STEP,) if self._inference.stages else ()
        references = (*(f"sections/{section.id}" for section in self._scorecard.sections), *staged)
        payload = {"points": bounds_json(total), "sentence": already(said)}
        self._write("score", "score", payload, references=references)

    def _ladder_row(self, index: int, row: LadderRow) -> None:
        step = f"ladder/{index + 1}"
        payload: dict[str, Json] = {
            "grade": row.grade,
            "outcome": self._inference.second[f"ladder:{index}"].value,
            "sentence": already(self._form(step, lambda speaker: ladder_sentence(row, speaker))),
            "clauses": self._clauses(row.requires),
        }
        self._add_document(step, "ladder_row", payload, lambda: ("score",))
