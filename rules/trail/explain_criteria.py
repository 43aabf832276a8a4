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
from rules.model.expressions import STAGE, ChoiceClause, names_in_condition
from rules.trail.explanation_text import Statement, Topic
from rules.trail.step_writer import StepPayload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rules.contracts.inputs import EvidencePlace
    from rules.contracts.record import CriterionResult, Reason, Record, RuleResult
    from rules.engine.inference_engine import InferenceEngine
    from rules.model.expressions import Condition
    from rules.model.scorecard import Indicator, LadderRow, Scorecard
    from rules.trail.explain_ways import Applicability
    from rules.trail.explanation_text import ExplanationText


Row = TypeVar("Row")
_MAX_LOCATIONS = 3
_MAX_CHARACTERS = 80


class EvidencePlaceText:
    """Renderer of the evidence locations of one record."""

    def __init__(self, record: Record, wording: ExplanationText) -> None:
        self._locations = {fact.declared.id: fact.declared.places for fact in record.facts if fact.declared.places}
        self._wording = wording

    def of(self, facts: Iterable[str]) -> str:
        locations = [(fact, location) for fact in facts for location in self._locations.get(fact, ())]
        if not locations:
            return ""
        location_texts = [self._sentence(fact, location) for fact, location in locations[:_MAX_LOCATIONS]]
        hidden = len(locations) - _MAX_LOCATIONS
        more = self._wording.fill("places_more", count=str(hidden)) if hidden > 0 else ""
        text = self._wording.fill("places", places=self._wording.joined(location_texts), more=more)
        return typeset(text, self._wording.language)

    def _sentence(self, fact: str, location: EvidencePlace) -> str:
        wording, locator = self._wording, location.place
        parts = [
            wording.fill(f"place_{part}", found=_cut(text))
            for part in ("page", "cell", "quote", "uri")
            if (text := getattr(locator, part))
        ]
        address = f"{fact}[{location.record}].{location.field}" if location.record else fact
        return wording.fill(
            "place", fact=wording.fact(address), evidence=location.evidence, parts=wording.listed(parts)
        )


def _cut(text: str) -> str:
    return text if len(text) <= _MAX_CHARACTERS else f"{text[:_MAX_CHARACTERS]}…"


def _rule_statements(scorecard: Scorecard, record: Record, wording: ExplanationText) -> Iterator[Statement]:
    stated_ids = set()
    for wanted in (Outcome.MET, Outcome.UNDETERMINED):
        matching = [rule for rule in record.rules if all_of([rule.outcome, rule.in_force]) is wanted]
        for rule in sorted(matching, key=lambda rule_result: rule_result.verdict.rank):
            stated_ids.add(rule.id)
            yield _statement(scorecard, rule, "rule", wanted, wording)
    for rule in record.rules:
        if rule.coming:
            stated_ids.add(rule.id)
            yield _statement(scorecard, rule, "coming", rule.outcome, wording)
    rest = [rule for rule in record.rules if rule.id not in stated_ids]
    if rest:
        bases = tuple(dict.fromkeys(basis for rule in rest for basis in rule.bases))
        text = wording.fill("rules_besides", count=str(len(rest)), rules=wording.listed([rule.id for rule in rest]))
        yield Statement(Topic.CONCLUSION, text + wording.support(bases, ()), bases=bases)


def _statement(
    scorecard: Scorecard, rule: RuleResult, template: str, outcome: Outcome, wording: ExplanationText
) -> Statement:
    sentence = wording.sentence(wording.payload(f"rules/{rule.id}"))
    text = wording.fill(template, sentence=sentence, outcome=wording.word("rows", outcome.value))
    remedies = {definition.id: definition.remedy for definition in scorecard.verdict_rules}
    remedy = wording.localized(remedies.get(rule.id, {}))
    text += wording.fill("remedy", remedy=remedy) if remedy else ""
    text += wording.support(rule.bases, rule.evidence)
    return Statement(Topic.CONCLUSION, text, rule.id, rule.facts, rule.evidence, rule.bases)


_FAILING = (Outcome.NOT_MET, Outcome.NOT_APPLICABLE)


def _deciding_outcomes(outcome: Outcome) -> tuple[Outcome, ...]:
    return _FAILING if outcome in _FAILING else (outcome,)


class CriterionExplainer:
    """Explainer of the criteria of one record, in scorecard order."""

    def __init__(
        self, engine: InferenceEngine, record: Record, wording: ExplanationText, applicability: Applicability
    ) -> None:
        self._engine = engine
        self._scorecard = engine.plan.scorecard
        self._record = record
        self._wording = wording
        self._applicability = applicability
        self._locations = EvidencePlaceText(record, wording)
        self._evidence = {fact.declared.id: fact.used.evidence for fact in record.facts if fact.used is not None}

    def conclusion(self) -> Iterator[Statement]:
        wording, record = self._wording, self._record
        yield Statement(Topic.CONCLUSION, wording.conclusion(record.conclusion))
        if self._scorecard.applies:
            payload = wording.payload("applies")
            text = wording.clauses_part("applies", wording.clauses(payload.clauses))
            text += self._unmet_clauses_text(payload)
            yield self._condition_statement(Topic.CONCLUSION, text, None, self._scorecard.applies, ())
        results = {result.id: result for result in record.criteria}
        for gate in self._scorecard.gates:
            yield self._gate(results[gate.id])
        yield from _rule_statements(self._scorecard, self._record, wording)
        yield from self._stages()
        losing = {reason.criterion for reason in record.reasons}
        for indicator in self._scorecard.indicators:
            if indicator.id not in losing:
                payload = wording.payload(f"indicators/{indicator.id}")
                text = wording.fill("indicator", sentence=wording.sentence(payload))
                text += self._unmet_clauses_text(payload) if payload.outcome is Outcome.NOT_APPLICABLE else ""
                yield self._criterion_statement(Topic.CONCLUSION, text, results[indicator.id])
        for section in record.sections:
            sentence = wording.sentence(wording.payload(f"sections/{section.id}"))
            yield Statement(Topic.CONCLUSION, wording.fill("section", sentence=sentence))
        yield from self._ladder()
        yield from self._findings()

    def losses(self) -> Iterator[Statement]:
        results = {result.id: result for result in self._record.criteria}
        indicators = {indicator.id: indicator for indicator in self._scorecard.indicators}
        seen: set[str] = set()
        for reason in self._record.reasons:
            if reason.points_lost is None or reason.criterion in seen:
                continue
            seen.add(reason.criterion)
            payload = self._wording.payload(f"indicators/{reason.criterion}")
            sentence = self._wording.sentence(payload)
            text = self._wording.fill("lost", sentence=sentence, points=self._wording.lost_points(reason.points_lost))
            text += self._unmet_clauses_text(
                payload, self._undetermined_applicability(results[reason.criterion], payload)
            )
            text += self._distance(reason, indicators[reason.criterion])
            result = results[reason.criterion]
            text += self._wording.fill("codes", codes=self._wording.listed(result.reason_codes))
            yield self._criterion_statement(Topic.LOSS, text, result)

    def blocking(self, grade: str) -> Iterator[Statement]:
        for result in self._record.criteria:
            if result.kind == "gate" and result.outcome in (Outcome.NOT_MET, Outcome.UNDETERMINED):
                payload = self._wording.payload(f"gates/{result.id}")
                text = self._wording.fill("blocked_by_gate", id=result.id, clauses=self._unmet_clauses(result, payload))
                yield self._criterion_statement(Topic.WAY, text, result)
        graded = (indexed_row for indexed_row in self._relevant_rows() if indexed_row[1].grade == grade)
        rows = [(row, self._wording.payload(f"ladder/{index + 1}")) for index, row in graded]
        if any(payload.outcome is Outcome.MET for _, payload in rows):
            return
        for row, recorded in rows:
            choices, payload = self._without_open_settings(row, recorded)
            if payload.outcome is Outcome.MET:  # only the open setting prevents the grade
                choices, payload = "", recorded
            text = self._wording.fill(
                "blocked_by_choice" if choices else "blocked_by_grade",
                grade=self._wording.renderer.grade(grade),
                clauses=self._row_clauses(row, payload),
                settings=choices,
            )
            yield self._condition_statement(Topic.WAY, text, grade_criterion_id(grade), row.requires, row.basis)

    def _criterion_statement(self, topic: Topic, text: str, result: CriterionResult) -> Statement:
        text += self._locations.of(result.facts) + self._wording.support(result.bases, result.evidence)
        return Statement(topic, text, result.id, result.facts, result.evidence, result.bases)

    def _condition_statement(
        self, topic: Topic, text: str, criterion: str | None, condition: Condition, bases: tuple[str, ...]
    ) -> Statement:
        behind = self._engine.dependencies.of(names_in_condition(condition))
        facts = tuple(fact.id for fact in self._scorecard.facts if fact.id in behind)
        evidence = tuple(sorted({item for fact in facts for item in self._evidence.get(fact, ())}))
        text += self._locations.of(facts) + self._wording.support(bases, evidence)
        return Statement(topic, text, criterion, facts, evidence, bases)

    def _distance(self, reason: Reason, indicator: Indicator) -> str:
        wording, text = self._wording, ""
        if reason.distance is not None and reason.next_band:
            template = f"distance_{indicator.scale.leads_to(reason.next_band)}"
            text = wording.fill(
                template, distance=wording.distance(reason.distance), name=wording.fact(reason.measured)
            )
        aspects = f"{reason.criterion}.ASPECTS"
        for other in self._record.reasons:
            if other.code == aspects and other.distance is not None:
                distance = wording.distance(other.distance)
                text += wording.fill("distance_aspect", name=wording.fact(other.measured), distance=distance)
        return text

    def _stages(self) -> Iterator[Statement]:
        wording, stages = self._wording, self._scorecard.stages
        always = wording.fill("always")
        for row, payload, outcome in self._rows_until_met("stages", enumerate(stages.rows if stages else ())):
            clauses = wording.joined(wording.clauses(payload.clauses, *_deciding_outcomes(outcome)))
            word = wording.word("rows", outcome.value)
            text = wording.fill("stage_row", stage=wording.stage(row.stage), outcome=word, clauses=clauses or always)
            yield self._condition_statement(Topic.CONCLUSION, text, STAGE, row.when, row.basis)

    def _unmet_clauses(self, result: CriterionResult, payload: StepPayload) -> str:
        clauses = self._wording.clauses
        clause_texts = self._undetermined_applicability(result, payload) or clauses(payload.clauses, *_FAILING)
        return self._wording.joined(clause_texts or clauses(payload.clauses, Outcome.UNDETERMINED))

    def _gate(self, result: CriterionResult) -> Statement:
        payload = self._wording.payload(f"gates/{result.id}")
        outcome = self._wording.word("outcomes", result.outcome.value)
        text = self._wording.fill("gate", sentence=self._wording.sentence(payload), outcome=outcome)
        if result.outcome in (Outcome.NOT_MET, Outcome.UNDETERMINED):
            text += self._unmet_clauses_text(payload, self._undetermined_applicability(result, payload))
        elif result.outcome is Outcome.NOT_APPLICABLE:
            text += self._not_applicable_text(result.id)
        return self._criterion_statement(Topic.CONCLUSION, text, result)

    def _not_applicable_text(self, gate: str) -> str:
        wording, days = self._wording, self._applicability.days_to_come(gate)
        code, clauses = ("not_yet", days) if days else ("applies_not", self._applicability.failing_clauses(gate))
        return wording.fill(code, clauses=wording.joined([wording.renderer.clause(clause) for clause in clauses]))

    def _undetermined_applicability(self, result: CriterionResult, payload: StepPayload) -> list[str]:
        if result.kind == "gate" and result.outcome is Outcome.UNDETERMINED:
            return [self._wording.renderer.clause(clause) for clause in self._applicability.open_clauses(result.id)]
        failing = self._wording.clauses(payload.applies, *_FAILING)
        return [] if failing else self._wording.clauses(payload.applies, Outcome.UNDETERMINED)

    def _unmet_clauses_text(self, payload: StepPayload, undetermined_applicability: Sequence[str] = ()) -> str:
        failing = self._wording.clauses(payload.every_clause, *_FAILING)
        undetermined = self._wording.clauses(payload.every_clause, Outcome.UNDETERMINED)
        part = self._wording.clauses_part
        if not undetermined_applicability:
            return part("failing", failing) + part("open", undetermined)
        others = [clause for clause in undetermined if clause not in undetermined_applicability]
        return part("applies_open", undetermined_applicability) + part("would_fail", failing) + part("open", others)

    def _ladder(self) -> Iterator[Statement]:
        if self._record.conclusion.kind in (ConclusionKind.NOT_APPLICABLE, ConclusionKind.GATE_FAILED):
            return
        wording = self._wording
        for row, recorded, _ in self._rows_until_met("ladder", self._relevant_rows()):
            choices, payload = self._without_open_settings(row, recorded)
            clauses = self._row_clauses(row, payload)
            word = wording.word("rows", (payload.outcome or Outcome.UNDETERMINED).value)
            slots = {"grade": wording.renderer.grade(row.grade), "outcome": word, "clauses": clauses}
            text = wording.fill("ladder_choice" if choices else "ladder", settings=choices, **slots)
            yield self._condition_statement(
                Topic.CONCLUSION, text, grade_criterion_id(row.grade), row.requires, row.basis
            )

    def _rows_until_met(
        self, steps: str, rows: Iterable[tuple[int, Row]]
    ) -> Iterator[tuple[Row, StepPayload, Outcome]]:
        numbered = list(rows)
        payloads = [self._wording.payload(f"{steps}/{index + 1}") for index, _ in numbered]
        outcomes = [payload.outcome or Outcome.UNDETERMINED for payload in payloads]
        walked = numbered[: match_rows(outcomes).rows_examined]
        return zip((row for _, row in walked), payloads, outcomes, strict=False)

    def _relevant_rows(self) -> Iterator[tuple[int, LadderRow]]:
        settings = {setting.id for setting in self._scorecard.settings}
        for index, row in graded_rows(self._scorecard.ladder):
            clauses = self._wording.payload(f"ladder/{index + 1}").clauses
            is_excluded_by_setting = any(
                getattr(clause, "name", "") in settings and recorded.outcome is Outcome.NOT_MET
                for clause, recorded in zip(row.requires, clauses, strict=True)
            )
            if not is_excluded_by_setting:
                yield index, row

    def _without_open_settings(self, row: LadderRow, payload: StepPayload) -> tuple[str, StepPayload]:
        """Return the choices of open settings that a row requires, and the row without them.

        A row with exceptions is returned unchanged.
        """
        wording, ladder = self._wording, self._scorecard.ladder
        open_settings = {setting.id for setting in self._scorecard.settings} - self._record.settings.keys()
        clauses = list(zip(row.requires, payload.clauses, strict=True))
        chosen = [
            (clause, recorded)
            for clause, recorded in clauses
            if isinstance(clause, ChoiceClause)
            and clause.name in open_settings
            and recorded.outcome is Outcome.UNDETERMINED
        ]
        if not chosen or (ladder is not None and ladder.exceptions_to(row)):
            return "", payload
        rest = tuple(recorded for clause, recorded in clauses if (clause, recorded) not in chosen)
        outcome = all_of([self._score_outcome(row), *(recorded.outcome for recorded in rest)])
        texts = [
            wording.fill(
                "setting",
                name=wording.renderer.name(clause.name),
                choice=wording.listed(wording.renderer.choice(clause.name, value) for value in clause.values),
            )
            for clause, _ in chosen
        ]
        return wording.listed(texts), payload.model_copy(update={"clauses": rest, "outcome": outcome})

    def _score_outcome(self, row: LadderRow) -> Outcome:
        return _score_outcome(row, self._compared_score())

    def _compared_score(self) -> Bounds:
        score = self._record.conclusion.score
        if score is None:
            return Bounds()
        return score.rounded if score.rounded is not None and self._scorecard.card.compare_rounded else score.exact

    def _row_clauses(self, row: LadderRow, payload: StepPayload) -> str:
        score = self._record.conclusion.score
        exact = score.exact if score is not None else Bounds()
        decided = _deciding_outcomes(payload.outcome or Outcome.UNDETERMINED)
        clause_texts = self._wording.clauses(payload.clauses, *decided)
        if self._score_outcome(row) in decided:
            clause_texts.insert(0, self._wording.score_clause(row, exact))
        return self._wording.joined([*clause_texts, *self._exception_texts(row, payload.outcome)])

    def _exception_texts(self, row: LadderRow, outcome: Outcome | None) -> Iterator[str]:
        wording, ladder = self._wording, self._scorecard.ladder
        wanted = Outcome.MET if outcome is Outcome.NOT_MET else Outcome.UNDETERMINED
        for position in ladder.exceptions_to(row) if ladder is not None and outcome is not Outcome.MET else ():
            exception = wording.payload(f"ladder/{position + 1}")
            if exception.outcome is wanted:
                yield wording.clauses_part(f"excepting_{wanted.value}", wording.clauses(exception.clauses))

    def _findings(self) -> Iterator[Statement]:
        rules = {rule.id: rule for rule in self._scorecard.findings}
        for finding in self._record.findings:
            severity = self._wording.word("severities", finding.severity)
            if difference := self._wording.origins.difference(finding.id):
                text = self._wording.fill("finding_stated", severity=severity, said=difference)
                name = finding.id.partition(".")[0]
                yield Statement(Topic.CONCLUSION, text, finding.id, (name,), bases=finding.bases)
                continue
            rule = rules[finding.id]
            payload = self._wording.payload(f"findings/{finding.id}")
            text = self._wording.fill(
                "finding" if finding.outcome is Outcome.MET else "finding_open",
                severity=severity,
                id=finding.id,
                name=self._wording.localized(rule.labels),
                clauses=self._wording.joined(self._wording.clauses(payload.clauses)),
            )
            if finding.close_within_days is not None:
                text += self._wording.fill("close_within", days=str(finding.close_within_days))
            yield self._condition_statement(Topic.CONCLUSION, text, finding.id, rule.when, finding.bases)


def _score_outcome(row: LadderRow, score: Bounds) -> Outcome:
    low = None if score.low is None else parse_exact(score.low)
    high = None if score.high is None else parse_exact(score.high)
    possible = Interval(low, high, score.low_open, score.high_open)
    inside = intersect(possible, row_span(row))
    if inside is None:
        return Outcome.NOT_MET
    return Outcome.MET if inside == possible else Outcome.UNDETERMINED
