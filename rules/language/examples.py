"""Scenario reader: changes to the reference case, expectations, and expansion of scenario outlines."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.outcomes import NO_GRADE, ConclusionKind, Outcome, Verdict
from rules.contracts.units import convert
from rules.language import patterns
from rules.language.compiler_state import CONDITION, GATE, INDICATOR
from rules.language.definitions_facts import refuse_records
from rules.language.name_resolution import is_inside_word
from rules.language.productions import RATED_LEVEL, RATED_SCALE
from rules.language.punctuation import to_ascii
from rules.language.source import StepSection
from rules.language.source_text import SourceText, join_texts
from rules.language.tables import refuse_table
from rules.language.values import read_not_applicable, read_records, read_value
from rules.model.examples import (
    NOT_IN_FORCE,
    Change,
    EveryRating,
    EvidenceDateChange,
    Example,
    ExpectAbsent,
    Expectation,
    ExpectConclusion,
    ExpectCondition,
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
    FactChange,
    MissingEvidenceChange,
    PlacedItem,
    SettingChange,
    StatedFactChange,
    ValueOverride,
)
from rules.model.expressions import TOTAL_SCORE
from rules.model.forms import PERCENT
from rules.model.scorecard import FactType, FindingSeverity
from rules.program.date_arithmetic import NEVER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.diagnostics import Location
    from rules.language.compiler_state import ScorecardDraft
    from rules.language.diagnostic_collector import DiagnosticReport
    from rules.language.name_resolution import Item, NamedItem, SymbolTable
    from rules.language.patterns import SentenceReading
    from rules.language.source import ExampleTable, Scenario, Step
    from rules.model.examples import QuantityExpectation


class StepReader:
    """Reads the steps of scenarios; what is wrong goes into the report, and the answer is None."""

    def __init__(self, draft: ScorecardDraft) -> None:
        self.draft = draft

    def strange(self, reading: SentenceReading) -> int:
        """Count the slots of a reading that name nothing known."""
        return sum(not self._is_known_word(slot, text.text) for slot, text in reading.slots.items())

    def _is_known_word(self, slot: str, word: str) -> bool:
        draft = self.draft
        match slot:
            case "fact" | "quantity" | "setting":
                named = draft.values.find(word)
                return named is not None and named.kind == slot
            case "each":
                return self._list_of(word) is not None
            case "table" | "result" | "finding" | "stage" | "rule":
                registry: SymbolTable[object] = getattr(draft, f"{slot}s")
                return registry.find(word) is not None
            case "gate" | "indicator":
                return draft.criteria.find(word) == slot
            case "verdict" | "state":
                return draft.words.words["verdicts" if slot == "verdict" else "rule_states"].read(word) is not None
            case "number" | "low" | "high" | "date":
                return to_ascii(word[:1]) in "-0123456789"
            case "outcome" | "conclusion":
                return draft.words.words[f"{slot}s"].read(word) is not None
            case _:
                return True

    def _unknown(
        self, name: SourceText, registry: SymbolTable[Item], sentence: str, known: list[str] | None = None
    ) -> None:
        words = known if known is not None else list(registry.words)
        self.draft.cells.unknown_name(name, words, sentence)

    def _id(self, name: SourceText, registry: SymbolTable[Item], sentence: str) -> str | None:
        """Give the id that a name stands for; report one that a sentence of this kind does not define."""
        id = registry.id_of(name.text)
        if id is None:
            self._unknown(name, registry, sentence)
        return id

    def value_named(self, name: SourceText, kind: str) -> NamedItem | None:
        """Find the quantity or setting of a name."""
        named = self.draft.values.find(name.text)
        if named is not None and named.kind == kind and named.list is None:
            return named
        known = self.draft.values.words_of(lambda item: item.kind == kind and not item.list)
        self._unknown(name, self.draft.values, "quantity" if kind == "quantity" else "settings", known)
        return None

    def _list_of(self, word: str) -> str | None:
        """Find the list that has quantities for each record, by its own name or by that of its records."""
        draft = self.draft
        record = draft.records.id_of(word)
        owners = dict.fromkeys(named.list for named in draft.values.items.values() if named.list is not None)
        if record is not None:
            return next((owner for owner in owners if draft.facts[owner].record == record), None)
        id = draft.values.id_of(word)
        return id if id in owners else None

    def criterion(self, name: SourceText, kind: str) -> str | None:
        """Find the id of a gate or indicator."""
        criteria = self.draft.criteria
        if criteria.find(name.text) == kind:
            return criteria.id_of(name.text)
        known = criteria.words_of(lambda criterion_kind: criterion_kind == kind)
        self._unknown(name, criteria, f"{kind}s", known)
        return None

    def own_unit(self, named: NamedItem, text: SourceText) -> Fraction | None:
        """Read a number with unit, converted to the unit of the thing named; the total score stands without unit."""
        if named.id == TOTAL_SCORE:
            return self.draft.cells.number(text)
        if named.type is FactType.DATE:
            if self.draft.words.words["values"].read(text.text) == "never":
                return Fraction(NEVER)
            day = self.draft.cells.date(text)
            return None if day is None else Fraction(day.toordinal())
        if named.type is not FactType.NUMBER:
            wanted, kind = self.draft.words.words["types"].write("number"), self.draft.cells.type_word(named.type)
            self.draft.report.add("RL016", text, "expected", name=named.id, type=kind, wanted=wanted)
            return None
        measure = self.draft.cells.fitting(text, named.id, named.unit)
        return None if measure is None else convert(measure.value, measure.unit, named.unit)


class ChangeReader(StepReader):
    """Reads the steps before the evaluation; what is wrong goes into the report, and the answer is None."""

    def change_value(self, reading: SentenceReading) -> Change | None:
        """Read a changed value."""
        fact = self.draft.named_fact(reading.slots["fact"])
        value = read_value(self.draft, fact, reading.slots["value"]) if fact else None
        return None if fact is None or value is None else FactChange(fact.id, value)

    def change_stated(self, reading: SentenceReading) -> Change | None:
        """Read what is stated of a fact that comes from an earlier evaluation."""
        name = reading.slots["fact"]
        fact = self.draft.named_fact(name)
        value = read_value(self.draft, fact, reading.slots["value"]) if fact else None
        if fact is None or value is None:
            return None
        source = self.draft.facts[fact.id].previous
        if source is None or not source.may_be_stated:
            self.draft.report.add("RL110", name, "stated", name=fact.id)
            return None
        return StatedFactChange(fact.id, value)

    def change_ratings(self, reading: SentenceReading) -> Change | None:
        """Read what every rating by described levels is."""
        number = reading.slots["number"]
        group, level = RATED_LEVEL
        measure = self.draft.cells.fitting(number, self.draft.words.words[group].write(level), PERCENT)
        return None if measure is None else EveryRating(convert(measure.value, measure.unit, PERCENT))

    def change_missing(self, reading: SentenceReading) -> Change | None:
        """Read that a fact is not given."""
        fact = self.draft.named_fact(reading.slots["fact"])
        return None if fact is None else FactChange(fact.id, None)

    def change_not_applicable(self, reading: SentenceReading) -> Change | None:
        """Read that a fact does not apply."""
        name = reading.slots["fact"]
        fact = self.draft.named_fact(name)
        value = read_not_applicable(self.draft, fact, name) if fact else None
        return None if fact is None or value is None else FactChange(fact.id, value)

    def change_records(self, reading: SentenceReading, step: Step) -> Change | None:
        """Read the records of a list."""
        name = reading.slots["fact"]
        fact = self.draft.named_fact(name)
        if fact is None:
            return None
        if fact.type is not FactType.RECORDS:
            refuse_records(self.draft, name, fact)
            return None
        if step.table is None:
            self.draft.report.add("RL020", step.sentence, "missing", columns="…")
            return None
        value = read_records(self.draft, fact, step)
        return None if value is None else FactChange(fact.id, value)

    def evidence_missing(self, reading: SentenceReading) -> Change | None:
        """Read that no evidence is named for a fact."""
        fact = self.draft.named_fact(reading.slots["fact"])
        return None if fact is None else MissingEvidenceChange(fact.id)

    def evidence_dated(self, reading: SentenceReading) -> Change | None:
        """Read when the evidence for a fact was issued."""
        fact = self.draft.named_fact(reading.slots["fact"])
        day = self.draft.cells.date(reading.slots["date"])
        return None if fact is None or day is None else EvidenceDateChange(fact.id, day)

    def setting_choice(self, reading: SentenceReading) -> Change | None:
        """Read how a setting is chosen."""
        named, choice = self.value_named(reading.slots["setting"], "setting"), reading.slots["choice"]
        if named is None or named.choices is None:
            return None
        id = named.choices.id_of(choice.text)
        if id is None:
            self.draft.cells.unknown_choice(choice, named.choices, named.id)
        return None if id is None else SettingChange(named.id, id)

    def setting_open(self, reading: SentenceReading) -> Change | None:
        """Read that a setting is left open."""
        named = self.value_named(reading.slots["setting"], "setting")
        return None if named is None else SettingChange(named.id, None)

    def suppose_score(self, reading: SentenceReading) -> Change | None:
        """Read what the total score is supposed to be."""
        value = self.draft.cells.number(reading.slots["number"])
        return None if value is None else ValueOverride(TOTAL_SCORE, value)

    def suppose_quantity(self, reading: SentenceReading) -> Change | None:
        """Read what a quantity is supposed to be."""
        named = self.value_named(reading.slots["quantity"], "quantity")
        value = self.own_unit(named, reading.slots["number"]) if named else None
        return None if named is None or value is None else ValueOverride(named.id, value)


CHANGES: Mapping[str, Callable[[ChangeReader, SentenceReading], Change | None]] = {
    "change_value": ChangeReader.change_value,
    "change_stated": ChangeReader.change_stated,
    "change_ratings": ChangeReader.change_ratings,
    "change_missing": ChangeReader.change_missing,
    "change_not_applicable": ChangeReader.change_not_applicable,
    "evidence_missing": ChangeReader.evidence_missing,
    "evidence_dated": ChangeReader.evidence_dated,
    "setting_choice": ChangeReader.setting_choice,
    "setting_open": ChangeReader.setting_open,
    "suppose_score": ChangeReader.suppose_score,
    "suppose_quantity": ChangeReader.suppose_quantity,
}
"""The reader of each sentence that changes something and has no table."""


class LookupExpectationReader(StepReader):
    """Reads what is expected of quantities that are looked up, and of those of single records."""

    def expect_looked_up(self, reading: SentenceReading) -> Expectation | None:
        """Read the word of a lookup, the table that gives nothing, that it does not apply or is left open."""
        named = self.value_named(reading.slots["quantity"], "quantity")
        return None if named is None else self._item(reading, named)

    def expect_each(self, reading: SentenceReading) -> Expectation | None:
        """Read what is expected of the quantity of one record."""
        owner, values = self._list_of(reading.slots["each"].text), self.draft.values
        name = reading.slots["quantity"]
        if owner is None:
            known = values.words_of(lambda named_item: named_item.list is not None)
            self._unknown(reading.slots["each"], values, "quantity", [*self.draft.records.words, *known])
            return None
        named = values.find(name.text)
        if named is None or named.list != owner:
            self._unknown(name, values, "quantity", values.words_of(lambda named_item: named_item.list == owner))
            return None
        item = self._item(reading, named)
        return None if item is None else ExpectOfRecord(owner, reading.slots["key"].text, item)

    def _item(self, reading: SentenceReading, named: NamedItem) -> QuantityExpectation | None:
        slots = reading.slots
        if "word" in slots:
            return ExpectWord(named.id, slots["word"].text)
        if "table" in slots:
            return self._missing_expectation(named, slots["table"])
        if "number" in slots:
            value = self.own_unit(named, slots["number"])
            return None if value is None else ExpectNumber(named.id, value)
        return ExpectLeft(named.id) if reading.key.endswith("_left") else ExpectAbsent(named.id)

    def _missing_expectation(self, named: NamedItem, table: SourceText) -> ExpectMissing | None:
        if self.draft.tables.find(table.text) is None:
            self._unknown(table, self.draft.tables, "tables")
            return None
        return ExpectMissing(named.id, table.text)


class Expectations(LookupExpectationReader):
    """Reads the steps after the evaluation; what is wrong goes into the report, and the answer is None."""

    def expect_outcome(self, reading: SentenceReading) -> Expectation | None:
        """Read the outcome of a gate or indicator."""
        kind = GATE if GATE in reading.slots else INDICATOR
        id = self.criterion(reading.slots[kind], kind)
        outcome = self.draft.cells.word(reading.slots["outcome"], "outcomes")
        return None if id is None or outcome is None else ExpectOutcome(id, Outcome(outcome))

    def expect_open(self, reading: SentenceReading) -> Expectation | None:
        """Read which fact leaves a criterion or quantity open."""
        fact = self.draft.named_fact(reading.slots["fact"])
        if "quantity" in reading.slots:
            named = self.value_named(reading.slots["quantity"], "quantity")
            name = named.id if named else None
        else:
            kind = GATE if GATE in reading.slots else INDICATOR
            name = self.criterion(reading.slots[kind], kind)
        return None if fact is None or name is None else ExpectOpen(name, fact.id)

    def expect_number(self, reading: SentenceReading) -> Expectation | None:
        """Read an exact number of points, score, quantity or result."""
        measured = self._measured(reading)
        if measured is None:
            return None
        name, named = measured
        text = reading.slots["number"]
        value = self.own_unit(named, text) if named else self.draft.cells.number(text)
        return None if value is None else ExpectNumber(name, value)

    def expect_range(self, reading: SentenceReading) -> Expectation | None:
        """Read the two ends between which points, score or quantity lie."""
        measured = self._measured(reading)
        if measured is None:
            return None
        name, named = measured
        ends = [reading.slots[slot] for slot in ("low", "high")]
        low, high = (self.own_unit(named, text) if named else self.draft.cells.number(text) for text in ends)
        if low is None or high is None:
            return None
        if high < low:
            self.draft.report.add("RL022", ends[1], "order", text=ends[1].text, other=ends[0].text)
            return None
        return ExpectRange(name, low, high)

    def _measured(self, reading: SentenceReading) -> tuple[str, NamedItem | None] | None:
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

    def expect_grade(self, reading: SentenceReading) -> Expectation | None:
        """Read the one grade, or all that are possible."""
        listed = reading.slots.get("grades")
        parts = self.draft.cells.items(listed) if listed else (reading.slots["grade"],)
        grades = [self._grade(part) for part in parts]
        known = tuple(grade for grade in grades if grade is not None)
        return ExpectGrades(known) if known and len(known) == len(parts) else None

    def _grade(self, text: SourceText) -> str | None:
        values = self.draft.words.words["values"]
        if values.read(text.text) == "none" or text.text == NO_GRADE:
            return NO_GRADE
        return self._id(text, self.draft.grades, "grades")

    def expect_share(self, reading: SentenceReading) -> Expectation | None:
        """Read which share of its maximum an indicator reaches by its ratings, in percent."""
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

    def expect_stage(self, reading: SentenceReading) -> Expectation | None:
        """Read the one stage, or all that are possible."""
        listed = reading.slots.get("stages")
        whole = listed or reading.slots["stage"]
        if not self.draft.has_stages(whole):
            return None
        parts = self.draft.cells.items(listed) if listed else (whole,)
        stages = [self._id(part, self.draft.stages, "stages") for part in parts]
        known = tuple(stage for stage in stages if stage is not None)
        return ExpectStages(known) if known and len(known) == len(parts) else None

    def expect_verdict(self, reading: SentenceReading) -> Expectation | None:
        """Read the one verdict, and the rule that gives it if one is named."""
        verdict = self.draft.cells.word(reading.slots["verdict"], "verdicts")
        named = reading.slots.get("rule")
        rule = self._id(named, self.draft.rules, "verdict_rules") if named is not None else None
        if verdict is None or (named is not None and rule is None):
            return None
        return ExpectVerdict(Verdict(verdict), rule)

    def expect_verdicts(self, reading: SentenceReading) -> Expectation | None:
        """Read all verdicts that are possible."""
        parts = self.draft.cells.items(reading.slots["verdicts"])
        read = [self.draft.cells.word(part, "verdicts") for part in parts]
        verdicts = tuple(Verdict(verdict) for verdict in read if verdict is not None)
        return ExpectVerdicts(verdicts) if verdicts and len(verdicts) == len(parts) else None

    def expect_rule(self, reading: SentenceReading) -> Expectation | None:
        """Read whether a rule with a verdict holds, or is not in force."""
        rule = self._id(reading.slots["rule"], self.draft.rules, "verdict_rules")
        state = self.draft.cells.word(reading.slots["state"], "rule_states")
        if rule is None or state is None:
            return None
        return ExpectRule(rule, None if state == NOT_IN_FORCE else Outcome(state))

    def expect_condition(self, reading: SentenceReading) -> Expectation | None:
        """Read whether a named condition holds."""
        name = reading.slots["condition"]
        named = self.draft.values.find(name.text)
        state = self.draft.cells.word(reading.slots["state"], "condition_states")
        if named is None or named.kind != CONDITION:
            known = self.draft.values.words_of(lambda item: item.kind == CONDITION)
            self.draft.cells.unknown_name(name, known, "conditions")
            return None
        return None if state is None else ExpectCondition(named.id, Outcome(state))

    def expect_finding(self, reading: SentenceReading) -> Expectation | None:
        """Read that a finding is raised, with its severity, or that it is not."""
        id = self._id(reading.slots["finding"], self.draft.findings, "findings")
        if id is None:
            return None
        if reading.key == "expect_no_finding":
            return ExpectFinding(id, raised=False)
        return ExpectFinding(id, raised=True, severity=FindingSeverity(reading.key.removeprefix("expect_")))

    def expect_conclusion(self, reading: SentenceReading) -> Expectation | None:
        """Read the overall conclusion."""
        kind = self.draft.cells.word(reading.slots["conclusion"], "conclusions")
        return None if kind is None else ExpectConclusion(ConclusionKind(kind))


_STATES = ("", "_word", "_missing", "_absent", "_left")
EXPECTATIONS: Mapping[str, Callable[[Expectations, SentenceReading], Expectation | None]] = {
    **dict.fromkeys(("expect_gate", "expect_indicator"), Expectations.expect_outcome),
    **{f"expect_{kind}_open": Expectations.expect_open for kind in ("gate", "indicator", "quantity")},
    **{f"expect_{kind}": Expectations.expect_number for kind in ("points", "score", "quantity", "result")},
    **{f"expect_{kind}_range": Expectations.expect_range for kind in ("points", "score", "quantity")},
    **{f"expect_quantity{state}": Expectations.expect_looked_up for state in _STATES if state},
    **{f"expect_each{state}": Expectations.expect_each for state in _STATES},
    "expect_share": Expectations.expect_share,
    **dict.fromkeys(("expect_stage", "expect_stages"), Expectations.expect_stage),
    **dict.fromkeys(("expect_grade", "expect_grades"), Expectations.expect_grade),
    **dict.fromkeys(("expect_verdict", "expect_verdict_rule"), Expectations.expect_verdict),
    "expect_verdicts": Expectations.expect_verdicts,
    "expect_rule": Expectations.expect_rule,
    "expect_condition": Expectations.expect_condition,
    **{f"expect_{severity}": Expectations.expect_finding for severity in (*FindingSeverity, "no_finding")},
    "expect_conclusion": Expectations.expect_conclusion,
}
"""The reader of each sentence that expects something."""


_PLACEHOLDER = re.compile(r"<([^<>]+)>")


@dataclass(frozen=True, slots=True)
class FilledScenario:
    """A scenario with all its words, and where it stands: an outline's example stands in its row."""

    title: str
    location: Location
    steps: tuple[Step, ...]


def expand_outline(scenario: Scenario, report: DiagnosticReport, example_word: str) -> Iterator[FilledScenario]:
    """Yield the scenario itself, or one for each row of an outline's examples."""
    if not scenario.outline:
        yield FilledScenario(scenario.title, scenario.location, scenario.steps)
        return
    if not any(table.rows for table in scenario.examples):
        report.add("RL034", scenario.location, "rows", examples=example_word)
    for table in scenario.examples:
        if not table.rows or not _fits(scenario, table, report):
            continue
        for row in table.rows:
            values = {name.text: cell for name, cell in zip(table.header, row, strict=True)}
            title = _PLACEHOLDER.sub(
                lambda match, values=values: values[match[1]].text if match[1] in values else match[0],  # type: ignore[misc]
                scenario.title,
            )
            yield FilledScenario(title, row[0].location, tuple(_fill_step(step, values) for step in scenario.steps))


def _fits(scenario: Scenario, table: ExampleTable, report: DiagnosticReport) -> bool:
    """Check that every placeholder is a column, and that every column is used."""
    columns = {name.text for name in table.header}
    used = set(_PLACEHOLDER.findall(scenario.title))
    sound = True
    for text in _texts(scenario):
        for match in _PLACEHOLDER.finditer(text.text):
            used.add(match[1])
            if match[1] not in columns:
                report.add("RL034", text.at(match.start()), "placeholder", name=match[1])
                sound = False
    for name in table.header:
        if name.text not in used:
            report.add("RL034", name, "unused", name=name.text)
    return sound


def _texts(scenario: Scenario) -> Iterator[SourceText]:
    for step in scenario.steps:
        yield step.sentence
        for row in step.table or ():
            yield from row


def _fill_step(step: Step, values: Mapping[str, SourceText]) -> Step:
    table = step.table and tuple(tuple(_fill(cell, values) for cell in row) for row in step.table)
    return replace(step, sentence=_fill(step.sentence, values), table=table)


def _fill(text: SourceText, values: Mapping[str, SourceText]) -> SourceText:
    """Put the values in; each keeps its place in the examples table."""
    if "<" not in text.text:
        return text
    parts: list[SourceText] = []
    end = 0
    for match in _PLACEHOLDER.finditer(text.text):
        parts.append(_verbatim(text, end, match.start()))
        parts.append(values[match[1]])
        end = match.end()
    parts.append(_verbatim(text, end, len(text.text)))
    return join_texts(parts)


def _verbatim(text: SourceText, start: int, end: int) -> SourceText:
    return SourceText(text.text[start:end], (0,), (text.at(start),))


_PREFIXES = {
    StepSection.GIVEN: ("change_", "evidence_", "setting_", "suppose_"),
    StepSection.WHEN: ("evaluate",),
    StepSection.THEN: ("expect_",),
}


_WITH_TABLE = "change_records"
"""The one step that has a table."""


class ScenarioReader:
    """Reads the scenarios of one language against its finished definitions."""

    def __init__(self, draft: ScorecardDraft) -> None:
        self.draft = draft
        self.changes = ChangeReader(draft)
        self.expectations = Expectations(draft)
        self.patterns = {section: draft.words.steps.starting(prefixes) for section, prefixes in _PREFIXES.items()}

    def read(self, scenario: Scenario) -> Iterator[Example]:
        """Read a scenario, or every row of an outline."""
        for filled in expand_outline(scenario, self.draft.report, f"{self.draft.words.keywords['examples']}:"):
            example = self._example(filled)
            if example is not None:
                yield example

    def _example(self, filled: FilledScenario) -> Example | None:
        report, words = self.draft.report, self.draft.words
        changes: list[PlacedItem[Change]] = []
        expectations: list[PlacedItem[Expectation]] = []
        dates: list[date | None] = []
        for step in filled.steps:
            reading = self._reading(step)
            if reading is None:
                continue
            if reading.key != _WITH_TABLE:
                refuse_table(step, report)
            if step.section is StepSection.WHEN:
                if dates:
                    report.add("RL032", step.sentence, "twice")
                dates.append(self._date(reading.slots["date"]))
                continue
            sentence = step.sentence.text
            if step.section is StepSection.GIVEN:
                change = self._change(reading, step)
                if change is not None:
                    changes.append(PlacedItem(change, sentence, step.sentence.location))
            else:
                expectation = EXPECTATIONS[reading.key](self.expectations, reading)
                if expectation is not None:
                    expectations.append(PlacedItem(expectation, sentence, step.sentence.filled))
        if not any(step.section is StepSection.WHEN for step in filled.steps):
            sentence = words.steps["evaluate"].write(date="2026-03-01")
            report.add("RL032", filled.location, "none", sentence=f"{words.keywords['when']} {sentence}")
        if not any(step.section is StepSection.THEN for step in filled.steps):
            report.add("RL033", filled.location, then=words.keywords["then"])
        if not dates or dates[0] is None:
            return None
        return Example(
            title=filled.title,
            language=words.language,
            location=filled.location,
            as_of=dates[0],
            changes=tuple(changes),
            expectations=tuple(expectations),
        )

    def _change(self, reading: SentenceReading, step: Step) -> Change | None:
        if reading.key == _WITH_TABLE:
            return self.changes.change_records(reading, step)
        return CHANGES[reading.key](self.changes, reading)

    def _date(self, text: SourceText) -> date | None:
        """Read the date of an evaluation, on which the card must govern."""
        card, day = self.draft.card, self.draft.cells.date(text)
        if card is None or day is None or (card.last_date and card.last_date < card.first_date):
            return day
        if day < card.first_date:
            self.draft.report.add("RL037", text, "early", date=text.text, first=card.first_date.isoformat())
        elif card.last_date is not None and day > card.last_date:
            self.draft.report.add("RL037", text, "late", date=text.text, last=card.last_date.isoformat())
        return day

    def _reading(self, step: Step) -> SentenceReading | None:
        """Find which sentence a step is; report one that is unknown, or that stands in the wrong place."""
        reading = patterns.choose_reading(step.sentence, self.patterns[step.section], self.changes.strange)
        if reading is not None:
            patterns.check_marks(step.sentence, reading.slots, self.draft.report)
            return reading
        words, report = self.draft.words, self.draft.report
        if self._refuse_bare(step):
            return None
        like = patterns.nearest_sentence(step.sentence, self.patterns[step.section])
        for section, keyword in ((StepSection.WHEN, "when"), (StepSection.THEN, "then"), (StepSection.GIVEN, "given")):
            elsewhere = patterns.choose_reading(step.sentence, self.patterns[section], self.changes.strange)
            if elsewhere is not None and (like is None or not self.changes.strange(elsewhere)):
                report.add("RL031", step.sentence, "section", keyword=words.keywords[keyword])
                return None
        if next(patterns.sentence_readings(step.sentence, words.sentences), None) is not None:
            report.add("RL031", step.sentence, "definition")
            return None
        patterns.report_unknown_sentence(step.sentence, self.patterns[step.section], report)
        return None

    def _refuse_bare(self, step: Step) -> bool:
        """Report an expectation that begins with the name of a gate or indicator and not with what that is."""
        words, criteria = self.draft.words, self.draft.criteria
        opening = (word for word in criteria.words if step.sentence.text.startswith(word))
        name = max((word for word in opening if not is_inside_word(step.sentence.text, len(word))), key=len, default="")
        if step.section is not StepSection.THEN or not name:
            return False
        met = words.words["outcomes"].write("met")
        near = {
            "gate": words.steps["expect_gate"].write(gate=name, outcome=met),
            "indicator": words.steps["expect_points"].write(indicator=name, number="…"),
        }.get(criteria.find(name) or "")
        if near is not None:
            self.draft.report.add("RL030", step.sentence, "near", near=near)
        return near is not None
