"""Criterion statements of an explanation: stages, gates, ladder, findings, verdict rules and lost points."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from rules.contracts.intervals import Interval, intersect
from rules.contracts.numbers import parse_exact
from rules.contracts.outcomes import ConclusionKind, Outcome, all_of, match_rows
from rules.contracts.record import Bounds
from rules.contracts.typesetting import typeset
from rules.engine.grades import graded_rows
from rules.engine.open_facts import grade_criterion_id
from rules.model.edge_rows import row_span
from rules.model.expressions import STAGE, names_in_condition
from rules.trail.explanation_text import Statement, Topic
from rules.trail.step_writer import StepPayload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rules.contracts.inputs import EvidencePlace
    from rules.contracts.record import CriterionResult, Reason, Record, RuleResult
    from rules.engine.inference_engine import InferenceEngine
    from rules.model.expressions import Clause, Condition
    from rules.model.scorecard import Indicator, LadderRow, Scorecard
    from rules.trail.explain_ways import Applicability
    from rules.trail.explanation_text import ExplanationText


Row = TypeVar("Row")
_MAX_LOCATIONS = 3
_MAX_CHARACTERS = 80


class EvidencePlaceText:
    """Renderer of the evidence locations of one record."""

    def __init__(self, record: Record, explanation_text: ExplanationText) -> None:
        self._locations = {fact.declared.id: fact.declared.places for fact in record.facts if fact.declared.places}
        self._explanation_text = explanation_text

    def of(self, facts: Iterable[str]) -> str:
        locations = [(fact, location) for fact in facts for location in self._locations.get(fact, ())]
        if not locations:
            return ""
        location_texts = [self._sentence(fact, location) for fact, location in locations[:_MAX_LOCATIONS]]
        more = (
            self._explanation_text.fill_template("places_more", count=str(len(locations) - _MAX_LOCATIONS))
            if len(locations) > _MAX_LOCATIONS
            else ""
        )
        text = self._explanation_text.fill_template(
            "places", places=self._explanation_text.joined(location_texts), more=more
        )
        return typeset(text, self._explanation_text.language)

    def _sentence(self, fact: str, location: EvidencePlace) -> str:
        explanation_text, locator = self._explanation_text, location.place
        parts = [
            explanation_text.fill_template(f"place_{part}", found=_cut(text))
            for part, text in (
                ("page", locator.page),
                ("cell", locator.cell),
                ("quote", locator.quote),
                ("uri", locator.uri),
            )
            if text
        ]
        address = f"{fact}[{location.record}].{location.field}" if location.record else fact
        return explanation_text.fill_template(
            "place",
            fact=explanation_text.fact(address),
            evidence=location.evidence,
            parts=explanation_text.listed(parts),
        )


def _cut(text: str) -> str:
    return text if len(text) <= _MAX_CHARACTERS else f"{text[:_MAX_CHARACTERS]}…"


def _rule_statements(scorecard: Scorecard, record: Record, explanation_text: ExplanationText) -> Iterator[Statement]:
    stated_ids = set()
    for wanted in (Outcome.MET, Outcome.UNDETERMINED):
        matching = [rule for rule in record.rules if all_of([rule.outcome, rule.in_force]) is wanted]
        for rule in sorted(matching, key=lambda rule_result: rule_result.verdict.rank):
            stated_ids.add(rule.id)
            yield _statement(scorecard, rule, "rule", wanted, explanation_text)
    for rule in record.rules:
        if rule.coming:
            stated_ids.add(rule.id)
            yield _statement(scorecard, rule, "coming", rule.outcome, explanation_text)
    rest = [rule for rule in record.rules if rule.id not in stated_ids]
    if rest:
        bases = tuple(dict.fromkeys(basis for rule in rest for basis in rule.bases))
        text = explanation_text.fill_template(
            "rules_besides", count=str(len(rest)), rules=explanation_text.listed([rule.id for rule in rest])
        )
        yield Statement(Topic.CONCLUSION, text + explanation_text.support(bases, ()), bases=bases)


def _statement(
    scorecard: Scorecard, rule: RuleResult, template: str, outcome: Outcome, explanation_text: ExplanationText
) -> Statement:
    sentence = explanation_text.sentence(explanation_text.payload(f"rules/{rule.id}"))
    text = explanation_text.fill_template(
        template, sentence=sentence, outcome=explanation_text.word("rows", outcome.value)
    )
    remedies = {
        verdict_rule.id: verdict_rule.remedy
        for verdict_rule in (scorecard.verdicts.rules if scorecard.verdicts else ())
    }
    remedy = explanation_text.localized(remedies.get(rule.id, {}))
    text += explanation_text.fill_template("remedy", remedy=remedy) if remedy else ""
    text += explanation_text.support(rule.bases, rule.evidence)
    return Statement(Topic.CONCLUSION, text, rule.id, rule.facts, rule.evidence, rule.bases)


_FAILING = (Outcome.NOT_MET, Outcome.NOT_APPLICABLE)


class CriterionExplainer:
    """Explainer of the criteria of one record, in scorecard order."""

    def __init__(
        self, engine: InferenceEngine, record: Record, explanation_text: ExplanationText, applicability: Applicability
    ) -> None:
        self._engine = engine
        self._scorecard = engine.plan.scorecard
        self._record = record
        self._explanation_text = explanation_text
        self._applicability = applicability
        self._locations = EvidencePlaceText(record, explanation_text)
        self._evidence = {fact.declared.id: fact.used.evidence for fact in record.facts if fact.used is not None}

    def conclusion(self) -> Iterator[Statement]:
        explanation_text, record = self._explanation_text, self._record
        yield Statement(Topic.CONCLUSION, explanation_text.conclusion(record.conclusion))
        if self._scorecard.applies:
            payload = explanation_text.payload("applies")
            text = explanation_text.fill_template(
                "applies", clauses=explanation_text.joined(explanation_text.clauses(payload.clauses))
            )
            text += self._unmet_clauses_text(payload)
            yield self._condition_statement(Topic.CONCLUSION, text, None, self._scorecard.applies, ())
        results = {result.id: result for result in record.criteria}
        for gate in self._scorecard.gates:
            yield self._gate(results[gate.id])
        yield from _rule_statements(self._scorecard, self._record, explanation_text)
        yield from self._stages()
        losing = {reason.criterion for reason in record.reasons}
        for indicator in self._scorecard.indicators:
            if indicator.id not in losing:
                payload = explanation_text.payload(f"indicators/{indicator.id}")
                text = explanation_text.fill_template("indicator", sentence=explanation_text.sentence(payload))
                text += self._unmet_clauses_text(payload) if payload.outcome is Outcome.NOT_APPLICABLE else ""
                yield self._criterion_statement(Topic.CONCLUSION, text, results[indicator.id])
        for section in record.sections:
            sentence = explanation_text.sentence(explanation_text.payload(f"sections/{section.id}"))
            yield Statement(Topic.CONCLUSION, explanation_text.fill_template("section", sentence=sentence))
        yield from self._ladder()
        yield from self._findings()

    def losses(self) -> Iterator[Statement]:
        explanation_text = self._explanation_text
        results = {result.id: result for result in self._record.criteria}
        indicators = {indicator.id: indicator for indicator in self._scorecard.indicators}
        seen: set[str] = set()
        for reason in self._record.reasons:
            if reason.points_lost is None or reason.criterion in seen:
                continue
            seen.add(reason.criterion)
            payload = explanation_text.payload(f"indicators/{reason.criterion}")
            sentence = explanation_text.sentence(payload)
            text = explanation_text.fill_template(
                "lost", sentence=sentence, points=explanation_text.lost_points(reason.points_lost)
            )
            text += self._unmet_clauses_text(
                payload, self._undetermined_applicability(results[reason.criterion], payload)
            )
            text += self._distance(reason, indicators[reason.criterion])
            result = results[reason.criterion]
            text += explanation_text.fill_template("codes", codes=explanation_text.listed(result.reason_codes))
            yield self._criterion_statement(Topic.LOSS, text, result)

    def blocking(self, grade: str) -> Iterator[Statement]:
        explanation_text = self._explanation_text
        for result in self._record.criteria:
            if result.kind == "gate" and result.outcome in (Outcome.NOT_MET, Outcome.UNDETERMINED):
                payload = explanation_text.payload(f"gates/{result.id}")
                text = explanation_text.fill_template(
                    "blocked_by_gate", id=result.id, clauses=self._unmet_clauses(result, payload)
                )
                yield self._criterion_statement(Topic.WAY, text, result)
        graded = (indexed_row for indexed_row in self._relevant_rows() if indexed_row[1].grade == grade)
        rows = [(row, explanation_text.payload(f"ladder/{index + 1}")) for index, row in graded]
        if any(payload.outcome is Outcome.MET for _, payload in rows):
            return
        for row, payload in rows:
            text = explanation_text.fill_template(
                "blocked_by_grade",
                grade=explanation_text.renderer.grade(grade),
                clauses=self._row_clauses(row, payload),
            )
            yield self._condition_statement(Topic.WAY, text, grade_criterion_id(grade), row.requires, row.basis)

    def _criterion_statement(self, topic: Topic, text: str, result: CriterionResult) -> Statement:
        text += self._locations.of(result.facts) + self._explanation_text.support(result.bases, result.evidence)
        return Statement(topic, text, result.id, result.facts, result.evidence, result.bases)

    def _condition_statement(
        self, topic: Topic, text: str, criterion: str | None, condition: Condition, bases: tuple[str, ...]
    ) -> Statement:
        behind = self._engine.dependencies.of(names_in_condition(condition))
        facts = tuple(fact.id for fact in self._scorecard.facts if fact.id in behind)
        evidence = tuple(sorted({item for fact in facts for item in self._evidence.get(fact, ())}))
        text += self._locations.of(facts) + self._explanation_text.support(bases, evidence)
        return Statement(topic, text, criterion, facts, evidence, bases)

    def _distance(self, reason: Reason, indicator: Indicator) -> str:
        explanation_text, text = self._explanation_text, ""
        if reason.distance is not None and reason.next_band:
            template = f"distance_{indicator.scale.leads_to(reason.next_band)}"
            text = explanation_text.fill_template(
                template,
                distance=explanation_text.distance(reason.distance),
                name=explanation_text.fact(reason.measured),
            )
        aspects = f"{reason.criterion}.ASPECTS"
        for other in self._record.reasons:
            if other.code == aspects and other.distance is not None:
                distance = explanation_text.distance(other.distance)
                text += explanation_text.fill_template(
                    "distance_aspect", name=explanation_text.fact(other.measured), distance=distance
                )
        return text

    def _stages(self) -> Iterator[Statement]:
        explanation_text, stages = self._explanation_text, self._scorecard.stages
        for row, payload, outcome in self._rows_until_met("stages", enumerate(stages.rows if stages else ())):
            decided = (outcome,) if outcome in (Outcome.MET, Outcome.UNDETERMINED) else _FAILING
            clauses = explanation_text.joined(
                explanation_text.clauses(payload.clauses, *decided)
            ) or explanation_text.fill_template("always")
            word = explanation_text.word("rows", outcome.value)
            text = explanation_text.fill_template(
                "stage_row", stage=explanation_text.stage(row.stage), outcome=word, clauses=clauses
            )
            yield self._condition_statement(Topic.CONCLUSION, text, STAGE, row.when, row.basis)

    def _unmet_clauses(self, result: CriterionResult, payload: StepPayload) -> str:
        clauses = self._explanation_text.clauses
        clause_texts = self._undetermined_applicability(result, payload) or clauses(payload.clauses, *_FAILING)
        return self._explanation_text.joined(clause_texts or clauses(payload.clauses, Outcome.UNDETERMINED))

    def _gate(self, result: CriterionResult) -> Statement:
        explanation_text = self._explanation_text
        payload = explanation_text.payload(f"gates/{result.id}")
        outcome = explanation_text.word("outcomes", result.outcome.value)
        text = explanation_text.fill_template("gate", sentence=explanation_text.sentence(payload), outcome=outcome)
        if result.outcome in (Outcome.NOT_MET, Outcome.UNDETERMINED):
            text += self._unmet_clauses_text(payload, self._undetermined_applicability(result, payload))
        elif result.outcome is Outcome.NOT_APPLICABLE:
            text += self._not_applicable_text(result.id)
        return self._criterion_statement(Topic.CONCLUSION, text, result)

    def _not_applicable_text(self, gate: str) -> str:
        explanation_text, days = self._explanation_text, self._applicability.days_to_come(gate)
        code, clauses = ("not_yet", days) if days else ("applies_not", self._applicability.failing_clauses(gate))
        return explanation_text.fill_template(
            code, clauses=explanation_text.joined([explanation_text.renderer.clause(clause) for clause in clauses])
        )

    def _undetermined_applicability(self, result: CriterionResult, payload: StepPayload) -> list[str]:
        if result.kind == "gate" and result.outcome is Outcome.UNDETERMINED:
            return [
                self._explanation_text.renderer.clause(clause) for clause in self._applicability.open_clauses(result.id)
            ]
        failing = self._explanation_text.clauses(payload.applies, *_FAILING)
        return [] if failing else self._explanation_text.clauses(payload.applies, Outcome.UNDETERMINED)

    def _unmet_clauses_text(self, payload: StepPayload, undetermined_applicability: Sequence[str] = ()) -> str:
        explanation_text = self._explanation_text
        failing = explanation_text.clauses(payload.every_clause, *_FAILING)
        undetermined = explanation_text.clauses(payload.every_clause, Outcome.UNDETERMINED)
        if undetermined_applicability:
            rest = [clause for clause in undetermined if clause not in undetermined_applicability]
            text = explanation_text.fill_template(
                "applies_open", clauses=explanation_text.joined(undetermined_applicability)
            )
            text += (
                explanation_text.fill_template("would_fail", clauses=explanation_text.joined(failing))
                if failing
                else ""
            )
            return text + (
                explanation_text.fill_template("open", clauses=explanation_text.joined(rest)) if rest else ""
            )
        text = explanation_text.fill_template("failing", clauses=explanation_text.joined(failing)) if failing else ""
        return text + (
            explanation_text.fill_template("open", clauses=explanation_text.joined(undetermined))
            if undetermined
            else ""
        )

    def _ladder(self) -> Iterator[Statement]:
        if self._record.conclusion.kind in (ConclusionKind.NOT_APPLICABLE, ConclusionKind.GATE_FAILED):
            return
        explanation_text = self._explanation_text
        for row, payload, outcome in self._rows_until_met("ladder", self._relevant_rows()):
            clauses = self._row_clauses(row, payload)
            word = explanation_text.word("rows", outcome.value)
            text = explanation_text.fill_template(
                "ladder", grade=explanation_text.renderer.grade(row.grade), outcome=word, clauses=clauses
            )
            yield self._condition_statement(
                Topic.CONCLUSION, text, grade_criterion_id(row.grade), row.requires, row.basis
            )

    def _rows_until_met(
        self, steps: str, rows: Iterable[tuple[int, Row]]
    ) -> Iterator[tuple[Row, StepPayload, Outcome]]:
        numbered = list(rows)
        payloads = [self._explanation_text.payload(f"{steps}/{index + 1}") for index, _ in numbered]
        outcomes = [payload.outcome or Outcome.UNDETERMINED for payload in payloads]
        walked = numbered[: match_rows(outcomes).rows_examined]
        return zip((row for _, row in walked), payloads, outcomes, strict=False)

    def _relevant_rows(self) -> Iterator[tuple[int, LadderRow]]:
        settings = {setting.id for setting in self._scorecard.settings}
        for index, row in graded_rows(self._scorecard.ladder):
            clauses = self._explanation_text.payload(f"ladder/{index + 1}").clauses
            is_excluded_by_setting = any(
                _name(clause) in settings and recorded.outcome is Outcome.NOT_MET
                for clause, recorded in zip(row.requires, clauses, strict=True)
            )
            if not is_excluded_by_setting:
                yield index, row

    def _row_clauses(self, row: LadderRow, payload: StepPayload) -> str:
        explanation_text = self._explanation_text
        score = self._record.conclusion.score
        exact = score.exact if score is not None else Bounds()
        rounded = score.rounded if score is not None else None
        compared = rounded if rounded is not None and self._scorecard.card.compare_rounded else exact
        decided = {
            Outcome.MET: (Outcome.MET,),
            Outcome.UNDETERMINED: (Outcome.UNDETERMINED,),
        }.get(payload.outcome or Outcome.UNDETERMINED, _FAILING)
        clause_texts = explanation_text.clauses(payload.clauses, *decided)
        if _score_outcome(row, compared) in decided:
            clause_texts.insert(0, explanation_text.score_clause(row, exact))
        return explanation_text.joined([*clause_texts, *self._exception_texts(row, payload.outcome)])

    def _exception_texts(self, row: LadderRow, outcome: Outcome | None) -> Iterator[str]:
        explanation_text, ladder = self._explanation_text, self._scorecard.ladder
        wanted = Outcome.MET if outcome is Outcome.NOT_MET else Outcome.UNDETERMINED
        for position in ladder.exceptions_to(row) if ladder is not None and outcome is not Outcome.MET else ():
            exception = explanation_text.payload(f"ladder/{position + 1}")
            if exception.outcome is wanted:
                yield explanation_text.fill_template(
                    f"excepting_{wanted.value}",
                    clauses=explanation_text.joined(explanation_text.clauses(exception.clauses)),
                )

    def _findings(self) -> Iterator[Statement]:
        explanation_text = self._explanation_text
        rules = {rule.id: rule for rule in self._scorecard.findings}
        for finding in self._record.findings:
            severity = explanation_text.word("severities", finding.severity)
            if difference := explanation_text.origins.difference(finding.id):
                text = explanation_text.fill_template("finding_stated", severity=severity, said=difference)
                name = finding.id.partition(".")[0]
                yield Statement(Topic.CONCLUSION, text, finding.id, (name,), bases=finding.bases)
                continue
            rule = rules[finding.id]
            payload = explanation_text.payload(f"findings/{finding.id}")
            text = explanation_text.fill_template(
                "finding" if finding.outcome is Outcome.MET else "finding_open",
                severity=severity,
                id=finding.id,
                name=explanation_text.localized(rule.labels),
                clauses=explanation_text.joined(explanation_text.clauses(payload.clauses)),
            )
            if finding.close_within_days is not None:
                text += explanation_text.fill_template("close_within", days=str(finding.close_within_days))
            yield self._condition_statement(Topic.CONCLUSION, text, finding.id, rule.when, finding.bases)


def _name(clause: Clause) -> str:
    return str(getattr(clause, "name", ""))


def _score_outcome(row: LadderRow, score: Bounds) -> Outcome:
    low = None if score.low is None else parse_exact(score.low)
    high = None if score.high is None else parse_exact(score.high)
    possible = Interval(low, high, score.low_open, score.high_open)
    inside = intersect(possible, row_span(row))
    if inside is None:
        return Outcome.NOT_MET
    return Outcome.MET if inside == possible else Outcome.UNDETERMINED
