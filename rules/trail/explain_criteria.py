"""Criterion sentences of an explanation: stages, gates, ladder, findings, verdict rules and lost points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval, intersect
from rules.contracts.numbers import parse_exact
from rules.contracts.outcomes import ConclusionKind, Outcome, all_of, match_rows
from rules.contracts.record import Bounds
from rules.contracts.typesetting import typeset
from rules.engine.grades import graded_rows
from rules.engine.open_facts import grade_criterion_id
from rules.model.expressions import STAGE, names_in_condition
from rules.model.places import row_span
from rules.trail.explanation_text import Statement, Topic
from rules.trail.scale_texts import SCALE_TEXTS
from rules.trail.step_writer import StepPayload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rules.contracts.inputs import EvidencePlace
    from rules.contracts.record import CriterionResult, Reason, Record, RuleResult
    from rules.engine.infer import InferenceEngine
    from rules.model.expressions import Clause, Condition
    from rules.model.scorecard import Indicator, LadderRow, Scorecard
    from rules.trail.explain_ways import Applicability
    from rules.trail.explanation_text import ExplanationText


_PLACES = 3
_CHARACTERS = 80


class EvidencePlaceText:
    """Tells the places of one record."""

    def __init__(self, record: Record, teller: ExplanationText) -> None:
        """Find the facts that name any."""
        self._places = {fact.declared.id: fact.declared.places for fact in record.facts if fact.declared.places}
        self._teller = teller

    def of(self, facts: Iterable[str]) -> str:
        """Say where some facts stand; nothing if none names a place."""
        places = [(fact, place) for fact in facts for place in self._places.get(fact, ())]
        if not places:
            return ""
        place_texts = [self._told(fact, place) for fact, place in places[:_PLACES]]
        more = self._teller.say("places_more", count=str(len(places) - _PLACES)) if len(places) > _PLACES else ""
        text = self._teller.say("places", places=self._teller.joined(place_texts), more=more)
        return typeset(text, self._teller.language)

    def _told(self, fact: str, evidence_place: EvidencePlace) -> str:
        teller, place = self._teller, evidence_place.place
        parts = [
            teller.say(f"place_{part}", found=_cut(text))
            for part, text in (("page", place.page), ("cell", place.cell), ("quote", place.quote), ("uri", place.uri))
            if text
        ]
        address = f"{fact}[{evidence_place.record}].{evidence_place.field}" if evidence_place.record else fact
        return teller.say(
            "place", fact=teller.fact(address), evidence=evidence_place.evidence, parts=teller.listed(parts)
        )


def _cut(text: str) -> str:
    return text if len(text) <= _CHARACTERS else f"{text[:_CHARACTERS]}…"


def rule_statements(scorecard: Scorecard, record: Record, teller: ExplanationText) -> Iterator[Statement]:
    """Tell the rules that hold, those that are open, worst first, and those to come; name the rest."""
    stated_ids = set()
    for wanted in (Outcome.MET, Outcome.UNDETERMINED):
        matching = [rule for rule in record.rules if all_of([rule.outcome, rule.in_force]) is wanted]
        for rule in sorted(matching, key=lambda rule_result: rule_result.verdict.rank):
            stated_ids.add(rule.id)
            yield _statement(scorecard, rule, "rule", wanted, teller)
    for rule in record.rules:
        if rule.coming:
            stated_ids.add(rule.id)
            yield _statement(scorecard, rule, "coming", rule.outcome, teller)
    rest = [rule for rule in record.rules if rule.id not in stated_ids]
    if rest:
        bases = tuple(dict.fromkeys(basis for rule in rest for basis in rule.bases))
        text = teller.say("rules_besides", count=str(len(rest)), rules=teller.listed([rule.id for rule in rest]))
        yield Statement(Topic.CONCLUSION, text + teller.support(bases, ()), bases=bases)


def _statement(
    scorecard: Scorecard, rule: RuleResult, template: str, outcome: Outcome, teller: ExplanationText
) -> Statement:
    sentence = teller.sentence(teller.payload(f"rules/{rule.id}"))
    text = teller.say(template, sentence=sentence, outcome=teller.word("rows", outcome.value))
    remedies = {
        verdict_rule.id: verdict_rule.remedy
        for verdict_rule in (scorecard.verdicts.rules if scorecard.verdicts else ())
    }
    remedy = teller.own(remedies.get(rule.id, {}))
    text += teller.say("remedy", remedy=remedy) if remedy else ""
    text += teller.support(rule.bases, rule.evidence)
    return Statement(Topic.CONCLUSION, text, rule.id, rule.facts, rule.evidence, rule.bases)


_FAILING = (Outcome.NOT_MET, Outcome.NOT_APPLICABLE)


class CriterionExplainer:
    """Reads one record criterion by criterion, in the order of the card."""

    def __init__(
        self, engine: InferenceEngine, record: Record, teller: ExplanationText, applicability: Applicability
    ) -> None:
        """Note which evidence each fact rests on."""
        self._engine = engine
        self._scorecard = engine.plan.scorecard
        self._record = record
        self._teller = teller
        self._applicability = applicability
        self._places = EvidencePlaceText(record, teller)
        self._evidence = {fact.declared.id: fact.used.evidence for fact in record.facts if fact.used is not None}

    def conclusion(self) -> Iterator[Statement]:
        """Say what was concluded and everything that led to it, points lost left out."""
        teller, record = self._teller, self._record
        yield Statement(Topic.CONCLUSION, teller.conclusion(record.conclusion))
        if self._scorecard.applies:
            payload = teller.payload("applies")
            text = teller.say("applies", clauses=teller.joined(teller.clauses(payload.clauses)))
            text += self._lacking(payload)
            yield self._of_condition(Topic.CONCLUSION, text, None, self._scorecard.applies, ())
        results = {result.id: result for result in record.criteria}
        for gate in self._scorecard.gates:
            yield self._gate(results[gate.id])
        yield from rule_statements(self._scorecard, self._record, teller)
        yield from self._stages()
        losing = {reason.criterion for reason in record.reasons}
        for indicator in self._scorecard.indicators:
            if indicator.id not in losing:
                payload = teller.payload(f"indicators/{indicator.id}")
                text = teller.say("indicator", sentence=teller.sentence(payload))
                text += self._lacking(payload) if payload.outcome is Outcome.NOT_APPLICABLE else ""
                yield self._criterion(Topic.CONCLUSION, text, results[indicator.id])
        for section in record.sections:
            sentence = teller.sentence(teller.payload(f"sections/{section.id}"))
            yield Statement(Topic.CONCLUSION, teller.say("section", sentence=sentence))
        yield from self._ladder()
        yield from self._findings()

    def losses(self) -> Iterator[Statement]:
        """Say what each indicator lost, most first, and how far the next band is."""
        teller = self._teller
        results = {result.id: result for result in self._record.criteria}
        indicators = {indicator.id: indicator for indicator in self._scorecard.indicators}
        seen: set[str] = set()
        for reason in self._record.reasons:
            if reason.points_lost is None or reason.criterion in seen:
                continue
            seen.add(reason.criterion)
            payload = teller.payload(f"indicators/{reason.criterion}")
            sentence = teller.sentence(payload)
            text = teller.say("lost", sentence=sentence, points=teller.lost(reason.points_lost))
            text += self._lacking(payload, self._applies_open(results[reason.criterion], payload))
            text += self._distance(reason, indicators[reason.criterion])
            result = results[reason.criterion]
            text += teller.say("codes", codes=teller.listed(result.reason_codes))
            yield self._criterion(Topic.LOSS, text, result)

    def blocking(self, grade: str) -> Iterator[Statement]:
        """Say what stands in the way of a grade: gates that do not hold for sure, then its rows of the ladder."""
        teller = self._teller
        for result in self._record.criteria:
            if result.kind == "gate" and result.outcome in (Outcome.NOT_MET, Outcome.UNDETERMINED):
                payload = teller.payload(f"gates/{result.id}")
                text = teller.say("blocked_by_gate", id=result.id, clauses=self._not_holding(result, payload))
                yield self._criterion(Topic.WAY, text, result)
        graded = (indexed_row for indexed_row in self._rows() if indexed_row[1].grade == grade)
        rows = [(row, teller.payload(f"ladder/{index + 1}")) for index, row in graded]
        if any(payload.outcome is Outcome.MET for _, payload in rows):
            return
        for row, payload in rows:
            text = teller.say(
                "blocked_by_grade", grade=teller.renderer.grade(grade), clauses=self._row_clauses(row, payload)
            )
            yield self._of_condition(Topic.WAY, text, grade_criterion_id(grade), row.requires, row.basis)

    def _criterion(self, topic: Topic, text: str, result: CriterionResult) -> Statement:
        text += self._places.of(result.facts) + self._teller.support(result.bases, result.evidence)
        return Statement(topic, text, result.id, result.facts, result.evidence, result.bases)

    def _of_condition(
        self, topic: Topic, text: str, criterion: str | None, condition: Condition, bases: tuple[str, ...]
    ) -> Statement:
        behind = self._engine.dependencies.of(names_in_condition(condition))
        facts = tuple(fact.id for fact in self._scorecard.facts if fact.id in behind)
        evidence = tuple(sorted({item for fact in facts for item in self._evidence.get(fact, ())}))
        text += self._places.of(facts) + self._teller.support(bases, evidence)
        return Statement(topic, text, criterion, facts, evidence, bases)

    def _distance(self, reason: Reason, indicator: Indicator) -> str:
        """Say how far it is to the next band or level, and which aspect must still reach the level."""
        teller, text = self._teller, ""
        if reason.distance is not None and reason.next_band:
            template = f"distance_{SCALE_TEXTS[indicator.scale.kind].next_step(indicator, reason)}"
            text = teller.say(template, distance=teller.distance(reason.distance))
        aspects = f"{reason.criterion}.ASPECTS"
        for other in self._record.reasons:
            if other.code == aspects and other.distance is not None:
                distance = teller.distance(other.distance)
                text += teller.say("distance_aspect", name=teller.fact(other.measured), distance=distance)
        return text

    def _stages(self) -> Iterator[Statement]:
        """Walk the stages from the top to the first row that holds."""
        teller, stages = self._teller, self._scorecard.stages
        rows = stages.rows if stages else ()
        payloads = [teller.payload(f"stages/{index + 1}") for index in range(len(rows))]
        outcomes = [payload.outcome or Outcome.UNDETERMINED for payload in payloads]
        for row, payload, outcome in zip(rows[: match_rows(outcomes).walked], payloads, outcomes, strict=False):
            decided = (outcome,) if outcome in (Outcome.MET, Outcome.UNDETERMINED) else _FAILING
            clauses = teller.joined(teller.clauses(payload.clauses, *decided)) or teller.say("always")
            word = teller.word("rows", outcome.value)
            text = teller.say("stage_row", stage=teller.stage(row.stage), outcome=word, clauses=clauses)
            yield self._of_condition(Topic.CONCLUSION, text, STAGE, row.when, row.basis)

    def _not_holding(self, result: CriterionResult, payload: StepPayload) -> str:
        """Say why a gate does not hold for sure: when it applies is open, what fails, or else what is open."""
        clauses = self._teller.clauses
        clause_texts = self._applies_open(result, payload) or clauses(payload.clauses, *_FAILING)
        return self._teller.joined(clause_texts or clauses(payload.clauses, Outcome.UNDETERMINED))

    def _gate(self, result: CriterionResult) -> Statement:
        teller = self._teller
        payload = teller.payload(f"gates/{result.id}")
        outcome = teller.word("outcomes", result.outcome.value)
        text = teller.say("gate", sentence=teller.sentence(payload), outcome=outcome)
        if result.outcome in (Outcome.NOT_MET, Outcome.UNDETERMINED):
            text += self._lacking(payload, self._applies_open(result, payload))
        elif result.outcome is Outcome.NOT_APPLICABLE:
            text += self._not_applying(result.id)
        return self._criterion(Topic.CONCLUSION, text, result)

    def _not_applying(self, gate: str) -> str:
        """Say which days have not come, if these alone keep a gate from applying, else what does."""
        teller, days = self._teller, self._applicability.days_to_come(gate)
        code, clauses = ("not_yet", days) if days else ("applies_not", self._applicability.failing_clauses(gate))
        return teller.say(code, clauses=teller.joined([teller.renderer.clause(clause) for clause in clauses]))

    def _applies_open(self, result: CriterionResult, payload: StepPayload) -> list[str]:
        """Say which conditions leave open whether a criterion applies."""
        if result.kind == "gate" and result.outcome is Outcome.UNDETERMINED:
            return [self._teller.renderer.clause(clause) for clause in self._applicability.open_clauses(result.id)]
        failing = self._teller.clauses(payload.applies, *_FAILING)
        return [] if failing else self._teller.clauses(payload.applies, Outcome.UNDETERMINED)

    def _lacking(self, payload: StepPayload, applies_open: Sequence[str] = ()) -> str:
        """Say which clauses fail and which are open; where it is open whether it applies, that first."""
        teller = self._teller
        failing = teller.clauses(payload.every_clause, *_FAILING)
        open_ = teller.clauses(payload.every_clause, Outcome.UNDETERMINED)
        if applies_open:
            rest = [clause for clause in open_ if clause not in applies_open]
            text = teller.say("applies_open", clauses=teller.joined(applies_open))
            text += teller.say("would_fail", clauses=teller.joined(failing)) if failing else ""
            return text + (teller.say("open", clauses=teller.joined(rest)) if rest else "")
        text = teller.say("failing", clauses=teller.joined(failing)) if failing else ""
        return text + (teller.say("open", clauses=teller.joined(open_)) if open_ else "")

    def _ladder(self) -> Iterator[Statement]:
        """Walk the ladder from the top to the first row that holds, if the gates and applicability let it decide."""
        if self._record.conclusion.kind in (ConclusionKind.NOT_APPLICABLE, ConclusionKind.GATE_FAILED):
            return
        teller = self._teller
        rows = list(self._rows())
        payloads = [teller.payload(f"ladder/{index + 1}") for index, _ in rows]
        outcomes = [payload.outcome or Outcome.UNDETERMINED for payload in payloads]
        for (_, row), payload, outcome in zip(rows[: match_rows(outcomes).walked], payloads, outcomes, strict=False):
            clauses = self._row_clauses(row, payload)
            word = teller.word("rows", outcome.value)
            text = teller.say("ladder", grade=teller.renderer.grade(row.grade), outcome=word, clauses=clauses)
            yield self._of_condition(Topic.CONCLUSION, text, grade_criterion_id(row.grade), row.requires, row.basis)

    def _rows(self) -> Iterator[tuple[int, LadderRow]]:
        """Give the rows of the ladder that can give a grade and that no choice of a setting rules out."""
        settings = {setting.id for setting in self._scorecard.settings}
        for index, row in graded_rows(self._scorecard.ladder):
            clauses = self._teller.payload(f"ladder/{index + 1}").clauses
            chosen_otherwise = any(
                _name(clause) in settings and recorded.outcome is Outcome.NOT_MET
                for clause, recorded in zip(row.requires, clauses, strict=True)
            )
            if not chosen_otherwise:
                yield index, row

    def _row_clauses(self, row: LadderRow, payload: StepPayload) -> str:
        """Say what makes a row hold, fail or stay open: every clause, those that fail, or those that are open.

        Where the row itself does not fail, or is not open, an exception to its grade holds, or may.
        """
        teller = self._teller
        score = self._record.conclusion.score
        exact = score.exact if score is not None else Bounds()
        rounded = score.rounded if score is not None else None
        compared = rounded if rounded is not None and self._scorecard.card.compare_rounded else exact
        decided = {
            Outcome.MET: (Outcome.MET,),
            Outcome.UNDETERMINED: (Outcome.UNDETERMINED,),
        }.get(payload.outcome or Outcome.UNDETERMINED, _FAILING)
        clause_texts = teller.clauses(payload.clauses, *decided)
        if _score_outcome(row, compared) in decided:
            clause_texts.insert(0, teller.score_clause(row, exact))
        return teller.joined([*clause_texts, *self._excepting(row, payload.outcome)])

    def _excepting(self, row: LadderRow, outcome: Outcome | None) -> Iterator[str]:
        """Say which exceptions to the grade of a row keep it from holding, or may."""
        teller, ladder = self._teller, self._scorecard.ladder
        wanted = Outcome.MET if outcome is Outcome.NOT_MET else Outcome.UNDETERMINED
        for place in ladder.exceptions_to(row) if ladder is not None and outcome is not Outcome.MET else ():
            exception = teller.payload(f"ladder/{place + 1}")
            if exception.outcome is wanted:
                yield teller.say(f"excepting_{wanted.value}", clauses=teller.joined(teller.clauses(exception.clauses)))

    def _findings(self) -> Iterator[Statement]:
        teller = self._teller
        rules = {rule.id: rule for rule in self._scorecard.findings}
        for finding in self._record.findings:
            severity = teller.word("severities", finding.severity)
            if difference := teller.origins.difference(finding.id):
                text = teller.say("finding_stated", severity=severity, said=difference)
                name = finding.id.partition(".")[0]
                yield Statement(Topic.CONCLUSION, text, finding.id, (name,), bases=finding.bases)
                continue
            rule = rules[finding.id]
            payload = teller.payload(f"findings/{finding.id}")
            text = teller.say(
                "finding" if finding.outcome is Outcome.MET else "finding_open",
                severity=severity,
                id=finding.id,
                name=teller.own(rule.labels),
                clauses=teller.joined(teller.clauses(payload.clauses)),
            )
            if finding.close_within_days is not None:
                text += teller.say("close_within", days=str(finding.close_within_days))
            yield self._of_condition(Topic.CONCLUSION, text, finding.id, rule.when, finding.bases)


def _name(clause: Clause) -> str:
    return str(getattr(clause, "name", ""))


def _score_outcome(row: LadderRow, score: Bounds) -> Outcome:
    """Say whether the whole score lies inside the span of a row, none of it, or some."""
    low = None if score.low is None else parse_exact(score.low)
    high = None if score.high is None else parse_exact(score.high)
    possible = Interval(low, high, score.low_open, score.high_open)
    inside = intersect(possible, row_span(row))
    if inside is None:
        return Outcome.NOT_MET
    return Outcome.MET if inside == possible else Outcome.UNDETERMINED
