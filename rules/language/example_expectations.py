"""What does a step of a scenario expect to come out?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from rules.contracts.outcomes import NO_GRADE, ConclusionKind, Outcome, Verdict
from rules.contracts.units import convert
from rules.language.definitions_case import find_fact
from rules.language.draft import GATE, INDICATOR
from rules.language.example_lookups import LookupExpectations
from rules.language.productions import RATED_SCALE
from rules.model.examples import (
    NOT_IN_FORCE,
    Expectation,
    ExpectConclusion,
    ExpectFinding,
    ExpectGrades,
    ExpectNumber,
    ExpectOpen,
    ExpectOutcome,
    ExpectRange,
    ExpectRule,
    ExpectShare,
    ExpectStages,
    ExpectVerdict,
    ExpectVerdicts,
)
from rules.model.expressions import TOTAL_SCORE
from rules.model.scale_form import PERCENT
from rules.model.scorecard import FindingSeverity

if TYPE_CHECKING:
    from rules.language.names import Named
    from rules.language.sentences import Reading
    from rules.language.source import Step
    from rules.language.text import Text


class Expectations(LookupExpectations):
    """Reads the steps after the evaluation; what is wrong goes into the report, and the answer is None."""

    def expect_outcome(self, reading: Reading, step: Step) -> Expectation | None:
        """Read the outcome of a gate or indicator."""
        self.refuse_table(step)
        kind = GATE if GATE in reading.slots else INDICATOR
        id = self.criterion(reading.slots[kind], kind)
        outcome = self.draft.cells.word(reading.slots["outcome"], "outcomes")
        return None if id is None or outcome is None else ExpectOutcome(id, Outcome(outcome))

    def expect_open(self, reading: Reading, step: Step) -> Expectation | None:
        """Read which fact leaves a criterion or quantity open."""
        self.refuse_table(step)
        fact = find_fact(self.draft, reading.slots["fact"])
        if "quantity" in reading.slots:
            named = self.value_named(reading.slots["quantity"], "quantity")
            name = named.id if named else None
        else:
            kind = GATE if GATE in reading.slots else INDICATOR
            name = self.criterion(reading.slots[kind], kind)
        return None if fact is None or name is None else ExpectOpen(name, fact.id)

    def expect_number(self, reading: Reading, step: Step) -> Expectation | None:
        """Read an exact number of points, score, quantity or result."""
        self.refuse_table(step)
        found = self._measured(reading)
        if found is None:
            return None
        name, named = found
        text = reading.slots["number"]
        value = self.own_unit(named, text) if named else self.draft.cells.number(text)
        return None if value is None else ExpectNumber(name, value)

    def expect_range(self, reading: Reading, step: Step) -> Expectation | None:
        """Read the two ends between which points, score or quantity lie."""
        self.refuse_table(step)
        found = self._measured(reading)
        if found is None:
            return None
        name, named = found
        ends = [reading.slots[slot] for slot in ("low", "high")]
        low, high = (self.own_unit(named, text) if named else self.draft.cells.number(text) for text in ends)
        if low is None or high is None:
            return None
        if high < low:
            self.draft.report.add("RL022", ends[1], "order", text=ends[1].text, other=ends[0].text)
            return None
        return ExpectRange(name, low, high)

    def _measured(self, reading: Reading) -> tuple[str, Named | None] | None:
        """Find what is expected to be a number: its name, and its unit if it has one."""
        slots = reading.slots
        if "indicator" in slots:
            id = self.criterion(slots["indicator"], INDICATOR)
            return None if id is None else (id, None)
        if "quantity" in slots:
            named = self.value_named(slots["quantity"], "quantity")
            return None if named is None else (named.id, named)
        if "result" not in slots:
            return TOTAL_SCORE, None
        figure = self.draft.results.find(slots["result"].text)
        if figure is None:
            self._unknown(slots["result"], self.draft.results, "results")
            return None
        return self.draft.results.id_of(slots["result"].text) or "", figure

    def expect_grade(self, reading: Reading, step: Step) -> Expectation | None:
        """Read the one grade, or all that are possible."""
        self.refuse_table(step)
        listed = reading.slots.get("grades")
        parts = self.draft.cells.items(listed) if listed else (reading.slots["grade"],)
        grades = [self._grade(part) for part in parts]
        known = tuple(grade for grade in grades if grade is not None)
        return ExpectGrades(known) if known and len(known) == len(parts) else None

    def _grade(self, text: Text) -> str | None:
        values = self.draft.words.words["values"]
        if values.read(text.text) == "none" or text.text == NO_GRADE:
            return NO_GRADE
        return self._id(text, self.draft.grades, "grades")

    def expect_share(self, reading: Reading, step: Step) -> Expectation | None:
        """Read which share of its maximum an indicator reaches by its ratings, in percent."""
        self.refuse_table(step)
        name = reading.slots["indicator"]
        id = self.criterion(name, INDICATOR)
        if id is None:
            return None
        if id in self.draft.scales and not self.draft.scales[id].ratings:
            sentence = self.draft.words.sentences[RATED_SCALE].write(indicator=name.text)
            self.draft.report.add("RL016", name, "not_rated", name=name.text, sentence=sentence)
            return None
        measure = self.draft.cells.fitting(reading.slots["number"], name.text, PERCENT)
        return None if measure is None else ExpectShare(id, convert(measure.value, measure.unit, PERCENT))

    def expect_stage(self, reading: Reading, step: Step) -> Expectation | None:
        """Read the one stage, or all that are possible."""
        self.refuse_table(step)
        listed = reading.slots.get("stages")
        whole = listed or reading.slots["stage"]
        if not self.draft.has_stages(whole):
            return None
        parts = self.draft.cells.items(listed) if listed else (whole,)
        stages = [self._id(part, self.draft.stages, "stages") for part in parts]
        known = tuple(stage for stage in stages if stage is not None)
        return ExpectStages(known) if known and len(known) == len(parts) else None

    def expect_verdict(self, reading: Reading, step: Step) -> Expectation | None:
        """Read the one verdict, and the rule that gives it if one is named."""
        self.refuse_table(step)
        verdict = self.draft.cells.word(reading.slots["verdict"], "verdicts")
        named = reading.slots.get("rule")
        rule = self._id(named, self.draft.rules, "verdict_rules") if named is not None else None
        if verdict is None or (named is not None and rule is None):
            return None
        return ExpectVerdict(Verdict(verdict), rule)

    def expect_verdicts(self, reading: Reading, step: Step) -> Expectation | None:
        """Read all verdicts that are possible."""
        self.refuse_table(step)
        parts = self.draft.cells.items(reading.slots["verdicts"])
        read = [self.draft.cells.word(part, "verdicts") for part in parts]
        verdicts = tuple(Verdict(verdict) for verdict in read if verdict is not None)
        return ExpectVerdicts(verdicts) if verdicts and len(verdicts) == len(parts) else None

    def expect_rule(self, reading: Reading, step: Step) -> Expectation | None:
        """Read whether a rule with a verdict holds, or is not in force."""
        self.refuse_table(step)
        rule = self._id(reading.slots["rule"], self.draft.rules, "verdict_rules")
        state = self.draft.cells.word(reading.slots["state"], "rule_states")
        if rule is None or state is None:
            return None
        return ExpectRule(rule, None if state == NOT_IN_FORCE else Outcome(state))

    def expect_finding(self, reading: Reading, step: Step) -> Expectation | None:
        """Read that a finding is raised, with its severity, or that it is not."""
        self.refuse_table(step)
        id = self._id(reading.slots["finding"], self.draft.findings, "findings")
        if id is None:
            return None
        if reading.key == "expect_no_finding":
            return ExpectFinding(id, raised=False)
        return ExpectFinding(id, raised=True, severity=FindingSeverity(reading.key.removeprefix("expect_")))

    def expect_conclusion(self, reading: Reading, step: Step) -> Expectation | None:
        """Read the overall conclusion."""
        self.refuse_table(step)
        kind = self.draft.cells.word(reading.slots["conclusion"], "conclusions")
        return None if kind is None else ExpectConclusion(ConclusionKind(kind))


READERS: Mapping[str, Callable[[Expectations, Reading, Step], Expectation | None]] = {
    "expect_gate": Expectations.expect_outcome,
    "expect_gate_open": Expectations.expect_open,
    "expect_points": Expectations.expect_number,
    "expect_points_range": Expectations.expect_range,
    "expect_indicator": Expectations.expect_outcome,
    "expect_indicator_open": Expectations.expect_open,
    "expect_score": Expectations.expect_number,
    "expect_score_range": Expectations.expect_range,
    "expect_quantity": Expectations.expect_number,
    "expect_quantity_range": Expectations.expect_range,
    "expect_quantity_open": Expectations.expect_open,
    "expect_quantity_word": Expectations.expect_looked_up,
    "expect_quantity_missing": Expectations.expect_looked_up,
    "expect_quantity_absent": Expectations.expect_looked_up,
    "expect_quantity_left": Expectations.expect_looked_up,
    "expect_each": Expectations.expect_each,
    "expect_each_word": Expectations.expect_each,
    "expect_each_missing": Expectations.expect_each,
    "expect_each_absent": Expectations.expect_each,
    "expect_each_left": Expectations.expect_each,
    "expect_result": Expectations.expect_number,
    "expect_share": Expectations.expect_share,
    "expect_stage": Expectations.expect_stage,
    "expect_stages": Expectations.expect_stage,
    "expect_grade": Expectations.expect_grade,
    "expect_grades": Expectations.expect_grade,
    "expect_verdict": Expectations.expect_verdict,
    "expect_verdict_rule": Expectations.expect_verdict,
    "expect_verdicts": Expectations.expect_verdicts,
    "expect_rule": Expectations.expect_rule,
    "expect_major": Expectations.expect_finding,
    "expect_minor": Expectations.expect_finding,
    "expect_observation": Expectations.expect_finding,
    "expect_no_finding": Expectations.expect_finding,
    "expect_conclusion": Expectations.expect_conclusion,
}
"""The reader of each sentence that expects something."""
