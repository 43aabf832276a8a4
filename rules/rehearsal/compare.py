"""Did what an example expects come out, and if not, what came instead?

What came is said as the sentence that would have expected it, so that an author can put it into the example.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.extents import NumberExtent, PerhapsAbsent, is_known
from rules.contracts.intervals import EVERYTHING, Interval
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import Outcome
from rules.language.render_steps import expectation_line
from rules.model.examples import (
    ExpectAbsent,
    ExpectConclusion,
    ExpectFinding,
    ExpectGrades,
    ExpectLeft,
    ExpectMissing,
    ExpectNumber,
    ExpectOfRecord,
    ExpectOpen,
    ExpectOutcome,
    ExpectRange,
    ExpectRule,
    ExpectShare,
    ExpectStages,
    ExpectVerdict,
    ExpectVerdicts,
    ExpectWord,
)
from rules.model.expressions import TOTAL_SCORE
from rules.rehearsal.compare_lookups import lookup_differs

if TYPE_CHECKING:
    from rules.contracts.outcomes import Verdict
    from rules.engine.decide import Decision
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference, Question
    from rules.language.render import Renderer
    from rules.model.examples import Expectation


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of one question, and the words to say it in."""

    engine: InferenceEngine
    question: Question
    decision: Decision
    words: Renderer

    def differs(self, expectation: Expectation) -> str | None:
        """Say what came instead of what was expected; None if it came out, exactly."""
        match expectation:
            case ExpectOutcome(criterion, outcome):
                actual = self._outcome(criterion)
                return None if actual is outcome else self._line(ExpectOutcome(criterion, actual))
            case ExpectNumber(name, value):
                interval = interval_of(self.engine, self.decision, name)
                return None if interval == Interval(value, value) else self._number(name, interval)
            case ExpectRange(name, low, high):
                interval = interval_of(self.engine, self.decision, name)
                same = interval is not None and (interval.low, interval.high) == (low, high)
                return None if same else self._number(name, interval)
            case ExpectOpen(name, because_of):
                return self._open(name, because_of)
            case ExpectWord() | ExpectMissing() | ExpectAbsent() | ExpectLeft() | ExpectOfRecord():
                return lookup_differs(expectation, self.engine, self.decision.inference, self.words)
            case ExpectGrades(grades):
                return None if set(self.decision.possible) == set(grades) else self._grades()
            case ExpectShare(indicator, percent):
                return self._share(indicator, percent)
            case ExpectStages(stages):
                return None if set(self.decision.possible_stages) == set(stages) else self._stages()
            case ExpectFinding():
                return self._finding(expectation)
            case ExpectConclusion(kind):
                return None if self.decision.kind is kind else self._line(ExpectConclusion(self.decision.kind))
            case ExpectVerdict() | ExpectVerdicts() | ExpectRule():
                return self._judged(expectation)

    def _line(self, expectation: Expectation) -> str:
        return expectation_line(expectation, self.words)

    def _word(self, outcome: Outcome) -> str:
        return self.words.words.words["outcomes"].write(outcome)

    def _outcome(self, criterion: str) -> Outcome:
        gates = self.decision.inference.gates
        if criterion in gates:
            return gates[criterion]
        return self.engine.indicator_outcome(criterion, self.decision.inference)

    def _grades(self) -> str:
        """Say which grades are possible, or what was concluded if grades are out of question."""
        possible = self.decision.possible
        return self._line(ExpectGrades(possible) if possible else ExpectConclusion(self.decision.kind))

    def _stages(self) -> str:
        """Say which stages are possible, or what was concluded if stages are out of question."""
        possible = self.decision.possible_stages
        return self._line(ExpectStages(possible) if possible else ExpectConclusion(self.decision.kind))

    def _share(self, indicator: str, percent: Fraction) -> str | None:
        """Compare the share of the maximum that the scale of an indicator comes to, as far as it counts."""
        earned = self.decision.inference.score.earned[indicator]
        if earned.way is None or earned.applies is Outcome.NOT_MET:
            return self._line(ExpectOutcome(indicator, Outcome.NOT_APPLICABLE))
        reached = earned.way.percent
        if reached == Interval(percent, percent):
            return None
        if reached.value is not None:
            return self._line(ExpectShare(indicator, reached.value))
        return f"{format_exact(reached.low or Fraction(0))} % … {format_exact(reached.high or Fraction(100))} %"

    def _judged(self, expectation: ExpectVerdict | ExpectVerdicts | ExpectRule) -> str | None:
        match expectation:
            case ExpectVerdict(verdict, rule):
                return self._verdict(verdict, rule)
            case ExpectVerdicts(verdicts):
                judged = self.decision.judged
                return None if judged and set(judged.possible) == set(verdicts) else self._verdicts()
            case ExpectRule(rule, outcome):
                state = rule_state(self.decision.inference, rule)
                return None if state is outcome else self._line(ExpectRule(rule, state))

    def _verdict(self, expected: Verdict, rule: str | None) -> str | None:
        """Compare the verdict, and whether the rule is one of those that decide it."""
        judged = self.decision.judged
        if judged is None:
            return self._line(ExpectConclusion(self.decision.kind))
        if judged.verdict is expected and (rule is None or rule in judged.deciding):
            return None
        if rule is None or not judged.deciding:
            return self._line(ExpectVerdict(judged.verdict))
        lines = [self._line(ExpectVerdict(judged.verdict, one)) for one in judged.deciding]
        return self.words.words.clauses_separator.join(lines)

    def _verdicts(self) -> str:
        """Say which verdicts are possible, or what was concluded if verdicts are out of question."""
        judged = self.decision.judged
        if judged is None:
            return self._line(ExpectConclusion(self.decision.kind))
        only = len(judged.possible) == 1
        return self._line(ExpectVerdict(judged.verdict) if only else ExpectVerdicts(judged.possible))

    def _number(self, name: str, interval: Interval | None) -> str:
        if interval is None:
            return self._word(Outcome.NOT_APPLICABLE)
        if interval.value is not None:
            return self._line(ExpectNumber(name, interval.value))
        if interval.low is None or interval.high is None:
            low, high = (None if end is None else format_exact(end) for end in (interval.low, interval.high))
            return f"{low or '-∞'} … {high or '∞'}"
        results = {result.id: result.name for result in self.engine.plan.scorecard.results}
        return self._line(ExpectRange(results.get(name, name), interval.low, interval.high))

    def _finding(self, expected: ExpectFinding) -> str | None:
        name = expected.finding
        rule = next(rule for rule in self.engine.plan.scorecard.findings if rule.id == name)
        outcome = self.decision.inference.second.get(f"finding:{name}", Outcome.NOT_MET)
        if outcome is Outcome.UNDETERMINED:
            return f"{name}: {self._word(outcome)}"
        raised = outcome is Outcome.MET
        if raised is expected.raised and expected.severity in {None, rule.severity}:
            return None
        return self._line(ExpectFinding(name, raised))

    def _open(self, name: str, because_of: str) -> str | None:
        """Compare whether something is undetermined, and which unknown facts stand behind it."""
        facts = self.question.facts
        unknown = [fact for fact in self.engine.dependencies.of((name,)) if fact in facts and not is_known(facts[fact])]
        criterion = name in self.decision.inference.gates or name in self.decision.inference.score.earned
        interval = None if criterion else interval_of(self.engine, self.decision, name)
        if criterion:
            is_open = self._outcome(name) is Outcome.UNDETERMINED
        else:
            is_open = interval is not None and interval.value is None
        if is_open and because_of in unknown:
            return None
        if is_open and unknown:
            return self.words.words.clauses_separator.join(self._line(ExpectOpen(name, fact)) for fact in unknown)
        return self._line(ExpectOutcome(name, self._outcome(name))) if criterion else self._number(name, interval)


def rule_state(inference: Inference, rule: str) -> Outcome | None:
    """Say whether a rule with a verdict holds; None if it is not in force, whatever its conditions say."""
    answers = inference.judged.rules if inference.judged is not None else ()
    answer = next(one for one in answers if one.rule == rule)
    return None if answer.in_force is Outcome.NOT_MET else answer.holds


def interval_of(engine: InferenceEngine, decision: Decision, name: str) -> Interval | None:
    """Give an indicator's points, the total score, a quantity or a result; None if it does not apply."""
    inference = decision.inference
    results = {result.id: result.name for result in engine.plan.scorecard.results}
    named = name if name in inference.values.extents else results.get(name, name)
    if named == TOTAL_SCORE:
        return inference.total
    if named in inference.score.earned:
        earned = inference.score.earned[named]
        return None if earned.applies is Outcome.NOT_MET else earned.counted
    extent = inference.values.extents[named]
    if isinstance(extent, PerhapsAbsent):
        return EVERYTHING
    return extent.interval if isinstance(extent, NumberExtent) else None
