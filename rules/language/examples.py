"""Scenario reader: changes to the reference case, expectations, and expansion of scenario outlines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar, cast

from rules.contracts.outcomes import NO_GRADE, ConclusionKind, Outcome, Verdict
from rules.contracts.units import convert
from rules.language import patterns
from rules.language.compiler_state import CONDITION, GATE, INDICATOR
from rules.language.definitions_facts import refuse_records
from rules.language.name_resolution import NamedItem, is_inside_word
from rules.language.productions import RATED_LEVEL, RATED_SCALE
from rules.language.punctuation import to_ascii
from rules.language.render_steps import NOT_APPLICABLE, OF_QUANTITY, OF_RECORD, STEP_FORMS, WITH_TABLE
from rules.language.source import SourceText, StepSection, join_texts
from rules.language.tables import refuse_table
from rules.language.values import read_not_applicable, read_records, read_value
from rules.model.examples import (
    NOT_IN_FORCE,
    Change,
    EveryRating,
    Example,
    Expectation,
    ExpectOfRecord,
    ExpectRange,
    ExpectShare,
    FactChange,
    PlacedItem,
    SentencePiece,
    StatedFactChange,
)
from rules.model.expressions import TOTAL_SCORE
from rules.model.forms import PERCENT
from rules.model.scorecard import FactType
from rules.program.date_arithmetic import NEVER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.inputs import DeclaredValue
    from rules.language.compiler_state import ScorecardDraft
    from rules.language.diagnostic_collector import DiagnosticReport
    from rules.language.name_resolution import Item, SymbolTable
    from rules.language.patterns import SentenceReading
    from rules.language.render_steps import StepForm
    from rules.language.source import ExampleTable, Scenario, Step


T = TypeVar("T")


def _find_record_list(draft: ScorecardDraft, word: str) -> str | None:
    record = draft.records.id_of(word)
    owners = dict.fromkeys(named.list for named in draft.values.items.values() if named.list is not None)
    if record is not None:
        return next((owner for owner in owners if draft.facts[owner].record == record), None)
    id = draft.values.id_of(word)
    return id if id in owners else None


@dataclass(slots=True)
class _StatedStep:
    draft: ScorecardDraft
    form: StepForm
    slots: Mapping[str, SourceText]
    owner: str | None = None
    named: NamedItem | None = None
    is_known: bool = True

    def read(self) -> dict[str, object] | None:
        stated, sound = dict(self.form.fixed), True
        for slot, field in self.form.slots.items():
            if slot in _SLOTS_OF_KNOWN_SUBJECT and not self.is_known:
                return None
            text, read = self.slots[slot], _SLOT_READERS.get(slot)
            value = stated[field] = text.text if read is None else read(self, text)
            sound = sound and value is not None
        if not sound or self._refuse_contradiction(stated):
            return None
        if "state" in self.form.slots:
            stated["outcome"] = None if stated["outcome"] == NOT_IN_FORCE else Outcome(str(stated["outcome"]))
        return stated

    def _refuse_contradiction(self, stated: Mapping[str, object]) -> bool:
        match self.form.kind, self.named:
            case kind, NamedItem(id=id) if kind is StatedFactChange:
                source = self.draft.facts[id].previous
                if source is not None and source.may_be_stated:
                    return False
                self.draft.report.add("RL110", self.slots["fact"], "stated", name=id)
                return True
            case kind, NamedItem() as named if kind is FactChange and stated["value"] is NOT_APPLICABLE:
                return read_not_applicable(self.draft, named, self.slots["fact"]) is None
            case kind, _ if kind is ExpectRange and cast("Fraction", stated["high"]) < cast("Fraction", stated["low"]):
                low, high = self.slots["low"], self.slots["high"]
                self.draft.report.add("RL022", high, "order", text=high.text, other=low.text)
                return True
            case _:
                return False

    def record_list(self, each: SourceText) -> str | None:
        self.owner, values = _find_record_list(self.draft, each.text), self.draft.values
        if self.owner is None:
            known = values.words_of(lambda item: item.list is not None)
            self.draft.cells.unknown_name(each, [*self.draft.records.words, *known], "quantity")
        return self.owner

    def about(self, named: NamedItem | None) -> str | None:
        self.named, self.is_known = named, named is not None
        return None if named is None else named.id

    def value_named(self, name: SourceText, kind: str, sentence: str) -> str | None:
        named = self.draft.values.find(name.text)
        if named is None or named.list != self.owner or not (self.owner or named.kind == kind):
            known = self.draft.values.words_of(
                lambda item: item.list == self.owner and (self.owner is not None or item.kind == kind)
            )
            self.draft.cells.unknown_name(name, known, sentence)
            named = None
        return self.about(named)

    def defined(self, name: SourceText, registry: SymbolTable[Item], sentence: str) -> str | None:
        id = registry.id_of(name.text)
        if id is None:
            self.draft.cells.unknown_name(name, registry.words, sentence)
        return id

    def result(self, name: SourceText) -> str | None:
        self.about(self.draft.results.find(name.text))
        return self.defined(name, self.draft.results, "results")

    def criterion(self, name: SourceText, kind: str) -> str | None:
        criteria = self.draft.criteria
        self.is_known = criteria.find(name.text) == kind
        if self.is_known:
            return criteria.id_of(name.text)
        known = criteria.words_of(lambda criterion_kind: criterion_kind == kind)
        self.draft.cells.unknown_name(name, known, f"{kind}s")
        return None

    def number(self, text: SourceText) -> Fraction | None:
        words, name = self.draft.words, self.slots.get(INDICATOR)
        if self.form.kind is EveryRating:
            group, level = RATED_LEVEL
            return self._in_unit(text, words.words[group].write(level), PERCENT)
        if self.form.kind is ExpectShare and name is not None:
            scale = self.draft.scales.get(self.draft.criteria.id_of(name.text) or "")
            if scale is None or scale.ratings:
                return self._in_unit(text, name.text, PERCENT)
            sentence = words.sentences[RATED_SCALE].write(indicator=name.text)
            self.draft.report.add("RL016", name, "not_rated", name=name.text, sentence=sentence)
            return None
        named = self.named
        if named is None or named.id == TOTAL_SCORE:
            return self.draft.cells.number(text)
        if named.type is FactType.DATE:
            if words.words["values"].read(text.text) == "never":
                return Fraction(NEVER)
            day = self.draft.cells.date(text)
            return None if day is None else Fraction(day.toordinal())
        if named.type is not FactType.NUMBER:
            wanted, kind = words.words["types"].write("number"), self.draft.cells.type_word(named.type)
            self.draft.report.add("RL016", text, "expected", name=named.id, type=kind, wanted=wanted)
            return None
        return self._in_unit(text, named.id, named.unit)

    def _in_unit(self, text: SourceText, name: str, unit: str) -> Fraction | None:
        measure = self.draft.cells.fitting(text, name, unit)
        return None if measure is None else convert(measure.value, measure.unit, unit)

    def value(self, text: SourceText) -> DeclaredValue | None:
        return None if self.named is None else read_value(self.draft, self.named, text)

    def choice(self, text: SourceText) -> str | None:
        choices = None if self.named is None else self.named.choices
        id = None if choices is None else choices.id_of(text.text)
        if self.named is not None and choices is not None and id is None:
            self.draft.cells.unknown_choice(text, choices, self.named.id)
        return id

    def word(self, text: SourceText, group: str, kind: Callable[[str], T]) -> T | None:
        key = self.draft.cells.word(text, group)
        return None if key is None else kind(key)

    def grade(self, text: SourceText) -> str | None:
        none = self.draft.words.words["values"].read(text.text) == "none" or text.text == NO_GRADE
        return NO_GRADE if none else self.defined(text, self.draft.grades, "grades")

    def stage(self, text: SourceText) -> str | None:
        return self.defined(text, self.draft.stages, "stages")

    def verdict(self, text: SourceText) -> Verdict | None:
        return self.word(text, "verdicts", Verdict)

    def state(self, text: SourceText) -> str | None:
        return self.draft.cells.word(text, "condition_states" if "condition" in self.slots else "rule_states")

    def all(self, parts: Iterable[SourceText], read: Callable[[SourceText], T | None]) -> tuple[T, ...] | None:
        items = [read(part) for part in parts]
        known = tuple(item for item in items if item is not None)
        return known if known and len(known) == len(items) else None

    def listed(self, text: SourceText, read: Callable[[SourceText], T | None]) -> tuple[T, ...] | None:
        return self.all(self.draft.cells.items(text), read)


_SLOTS_OF_KNOWN_SUBJECT = ("number", "low", "high", "value", "choice", "table")
_SLOT_READERS: Mapping[str, Callable[[_StatedStep, SourceText], object]] = {
    "fact": lambda at, name: at.about(at.draft.named_fact(name)),
    "quantity": lambda at, name: at.value_named(name, "quantity", "quantity"),
    "setting": lambda at, name: at.value_named(name, "setting", "settings"),
    "condition": lambda at, name: at.value_named(name, CONDITION, "conditions"),
    "result": _StatedStep.result,
    GATE: lambda at, name: at.criterion(name, GATE),
    INDICATOR: lambda at, name: at.criterion(name, INDICATOR),
    "rule": lambda at, name: at.defined(name, at.draft.rules, "verdict_rules"),
    "finding": lambda at, name: at.defined(name, at.draft.findings, "findings"),
    "table": lambda at, name: at.defined(name, at.draft.tables, "tables"),
    **dict.fromkeys(("number", "low", "high"), _StatedStep.number),
    "value": _StatedStep.value,
    "choice": _StatedStep.choice,
    "date": lambda at, text: at.draft.cells.date(text),
    "outcome": lambda at, text: at.word(text, "outcomes", Outcome),
    "conclusion": lambda at, text: at.word(text, "conclusions", ConclusionKind),
    "state": _StatedStep.state,
    "verdict": _StatedStep.verdict,
    "verdicts": lambda at, text: at.listed(text, at.verdict),
    "grade": lambda at, text: at.all((text,), at.grade),
    "grades": lambda at, text: at.listed(text, at.grade),
    "stage": lambda at, text: at.all((text,), at.stage) if at.draft.has_stages(text) else None,
    "stages": lambda at, text: at.listed(text, at.stage) if at.draft.has_stages(text) else None,
}


_PLACEHOLDER = re.compile(r"<([^<>]+)>")


def _expand_outline(scenario: Scenario, report: DiagnosticReport, example_word: str) -> Iterator[Scenario]:
    """Yield the scenario, or each example of an outline with the location of its row."""
    if not scenario.outline:
        yield scenario
        return
    if not any(table.rows for table in scenario.examples):
        report.add("RL034", scenario.location, "rows", examples=example_word)
    for table in scenario.examples:
        if not table.rows or not _check_placeholders(scenario, table, report):
            continue
        for row in table.rows:
            values = {name.text: cell for name, cell in zip(table.header, row, strict=True)}
            title = _PLACEHOLDER.sub(
                lambda match, values=values: values[match[1]].text if match[1] in values else match[0],  # type: ignore[misc]
                scenario.title,
            )
            steps = tuple(_fill_step(step, values) for step in scenario.steps)
            yield replace(scenario, title=title, location=row[0].location, steps=steps)


def _check_placeholders(scenario: Scenario, table: ExampleTable, report: DiagnosticReport) -> bool:
    """Report unknown placeholders and unused columns; return False only for the former."""
    columns = {name.text for name in table.header}
    used = set(_PLACEHOLDER.findall(scenario.title))
    sound = True
    for text in _step_texts(scenario):
        for match in _PLACEHOLDER.finditer(text.text):
            used.add(match[1])
            if match[1] not in columns:
                report.add("RL034", text.at(match.start()), "placeholder", name=match[1])
                sound = False
    for name in table.header:
        if name.text not in used:
            report.add("RL034", name, "unused", name=name.text)
    return sound


def _step_texts(scenario: Scenario) -> Iterator[SourceText]:
    for step in scenario.steps:
        yield step.sentence
        for row in step.table or ():
            yield from row


def _fill_step(step: Step, values: Mapping[str, SourceText]) -> Step:
    table = step.table and tuple(tuple(_fill(cell, values) for cell in row) for row in step.table)
    return replace(step, sentence=_fill(step.sentence, values), table=table)


def _fill(text: SourceText, values: Mapping[str, SourceText]) -> SourceText:
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


def _pieces(text: SourceText) -> tuple[SentencePiece, ...]:
    return tuple(map(SentencePiece, text.offsets, text.locations))


def _verbatim(text: SourceText, start: int, end: int) -> SourceText:
    return SourceText(text.text[start:end], (0,), (text.at(start),))


_PREFIXES = {
    StepSection.CONTEXT: ("change_", "evidence_", "setting_", "suppose_"),
    StepSection.WHEN: ("evaluate",),
    StepSection.THEN: ("expect_",),
}


class ScenarioReader:
    """Reader of the scenarios of one language, used after all definitions have been read."""

    def __init__(self, draft: ScorecardDraft) -> None:
        self.draft = draft
        self.patterns = {section: draft.words.steps.starting(prefixes) for section, prefixes in _PREFIXES.items()}

    def read(self, scenario: Scenario) -> Iterator[Example]:
        for filled in _expand_outline(scenario, self.draft.report, f"{self.draft.words.keywords['examples']}:"):
            example = self._example(filled)
            if example is not None:
                yield example

    def _example(self, filled: Scenario) -> Example | None:
        report, words = self.draft.report, self.draft.words
        changes: list[PlacedItem[Change]] = []
        expectations: list[PlacedItem[Expectation]] = []
        dates: list[date | None] = []
        for step in filled.steps:
            reading = self._find_reading(step)
            if reading is None:
                continue
            if reading.key != WITH_TABLE:
                refuse_table(step, report)
            if step.section is StepSection.WHEN:
                if dates:
                    report.add("RL032", step.sentence, "twice")
                dates.append(self._read_as_of(reading.slots["date"]))
                continue
            sentence = step.sentence.text
            with_table = reading.key == WITH_TABLE
            item = self._change_records(reading, step) if with_table else self._read_step(reading)
            if item is not None and step.section is StepSection.CONTEXT:
                location = step.sentence.location
                changes.append(PlacedItem(cast("Change", item), sentence, location, _pieces(step.sentence)))
            elif item is not None:
                location = step.sentence.filled
                expectations.append(PlacedItem(cast("Expectation", item), sentence, location, _pieces(step.sentence)))
        self._report_missing_steps(filled)
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

    def _report_missing_steps(self, filled: Scenario) -> None:
        words, sections = self.draft.words, {step.section for step in filled.steps}
        if StepSection.WHEN not in sections:
            sentence = words.steps["evaluate"].write(date="2026-03-01")
            self.draft.report.add("RL032", filled.location, "none", sentence=f"{words.keywords['when']} {sentence}")
        if StepSection.THEN not in sections:
            self.draft.report.add("RL033", filled.location, then=words.keywords["then"])

    def _read_as_of(self, text: SourceText) -> date | None:
        card, day = self.draft.card, self.draft.cells.date(text)
        if card is None or day is None or (card.last_date and card.last_date < card.first_date):
            return day
        if day < card.first_date:
            self.draft.report.add("RL037", text, "early", date=text.text, first=card.first_date.isoformat())
        elif card.last_date is not None and day > card.last_date:
            self.draft.report.add("RL037", text, "late", date=text.text, last=card.last_date.isoformat())
        return day

    def _find_reading(self, step: Step) -> SentenceReading | None:
        reading = patterns.choose_reading(step.sentence, self.patterns[step.section], self._count_unknown)
        if reading is not None:
            patterns.check_marks(step.sentence, reading.slots, self.draft.report)
            return reading
        words, report = self.draft.words, self.draft.report
        if self._refuse_missing_kind(step):
            return None
        like = patterns.nearest_sentence(step.sentence, self.patterns[step.section])
        for section, keyword in (
            (StepSection.WHEN, "when"),
            (StepSection.THEN, "then"),
            (StepSection.CONTEXT, "given"),
        ):
            elsewhere = patterns.choose_reading(step.sentence, self.patterns[section], self._count_unknown)
            if elsewhere is not None and (like is None or not self._count_unknown(elsewhere)):
                report.add("RL031", step.sentence, "section", keyword=words.keywords[keyword])
                return None
        if next(patterns.sentence_readings(step.sentence, words.sentences), None) is not None:
            report.add("RL031", step.sentence, "definition")
            return None
        patterns.report_unknown_sentence(step.sentence, self.patterns[step.section], report)
        return None

    def _refuse_missing_kind(self, step: Step) -> bool:
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

    def _count_unknown(self, reading: SentenceReading) -> int:
        return sum(not self._is_known_word(slot, text.text) for slot, text in reading.slots.items())

    def _is_known_word(self, slot: str, word: str) -> bool:
        draft = self.draft
        match slot:
            case "fact" | "quantity" | "setting":
                named = draft.values.find(word)
                return named is not None and named.kind == slot
            case "each":
                return _find_record_list(draft, word) is not None
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

    def _read_step(self, reading: SentenceReading) -> Change | Expectation | None:
        of_record = reading.key.startswith(OF_RECORD)
        form = STEP_FORMS[reading.key.replace(OF_RECORD, OF_QUANTITY) if of_record else reading.key]
        step = _StatedStep(self.draft, form, reading.slots)
        owner = step.record_list(reading.slots["each"]) if of_record else None
        if of_record and owner is None:
            return None
        stated = step.read()
        if stated is None:
            return None
        item = form.kind(**stated)
        return item if owner is None else ExpectOfRecord(owner, reading.slots["key"].text, item)

    def _change_records(self, reading: SentenceReading, step: Step) -> Change | None:
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
