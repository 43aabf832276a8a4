"""Steps of examples: the form of each sentence, and the writers of changes and expectations.

`rules.language.examples` reads steps by the same `STEP_FORMS`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from rules.contracts.inputs import DeclaredValue
from rules.contracts.numbers import format_exact
from rules.language.render import record_list_name
from rules.language.tables import table_lines
from rules.model.examples import (
    NOT_IN_FORCE,
    EveryRating,
    EvidenceDateChange,
    ExpectAbsent,
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
    SettingChange,
    StatedFactChange,
    ValueOverride,
)
from rules.model.expressions import TOTAL_SCORE
from rules.model.forms import PERCENT
from rules.model.scorecard import FindingSeverity
from rules.model.symbol_table import POINT
from rules.program.date_arithmetic import NEVER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from rules.language.lexicon import Lexicon
    from rules.language.render import Renderer
    from rules.language.source import StepSection
    from rules.model.examples import Change, Expectation, QuantityExpectation


@dataclass(frozen=True, slots=True)
class StepForm:
    """Form of one sentence: its class, the field of each slot, and the fields that it fixes.

    The first slot must name the subject, because the other slots depend on it.
    """

    key: str
    kind: type
    slots: Mapping[str, str]
    fixed: Mapping[str, object]


def _form(key: str, kind: type, slots: str = "", **fixed: object) -> StepForm:
    """Declare a sentence; `slot:field` maps a slot to a field with another name."""
    by_slot = (slot.partition(":") for slot in slots.split())
    return StepForm(key, kind, {slot: field or slot for slot, _, field in by_slot}, fixed)


NOT_APPLICABLE = DeclaredValue(not_applicable=True)
OF_RECORD = "expect_each"
"""Key prefix of expectations for a quantity of one record."""
OF_QUANTITY = "expect_quantity"
WITH_TABLE = "change_records"
_FORMS = (
    _form("change_stated", StatedFactChange, "fact value"),
    _form("change_ratings", EveryRating, "number:percent"),
    _form("change_missing", FactChange, "fact", value=None),
    _form("change_not_applicable", FactChange, "fact", value=NOT_APPLICABLE),
    _form("change_value", FactChange, "fact value"),
    _form("evidence_missing", MissingEvidenceChange, "fact"),
    _form("evidence_dated", EvidenceDateChange, "fact date:issue_date"),
    _form("setting_open", SettingChange, "setting", choice=None),
    _form("setting_choice", SettingChange, "setting choice"),
    _form("suppose_score", ValueOverride, "number:value", name=TOTAL_SCORE),
    _form("suppose_quantity", ValueOverride, "quantity:name number:value"),
    _form("expect_gate", ExpectOutcome, "gate:criterion outcome"),
    _form("expect_indicator", ExpectOutcome, "indicator:criterion outcome"),
    _form("expect_gate_open", ExpectOpen, "gate:name fact:because_of"),
    _form("expect_indicator_open", ExpectOpen, "indicator:name fact:because_of"),
    _form("expect_quantity_open", ExpectOpen, "quantity:name fact:because_of"),
    _form("expect_points", ExpectNumber, "indicator:name number:value"),
    _form("expect_score", ExpectNumber, "number:value", name=TOTAL_SCORE),
    _form("expect_result", ExpectNumber, "result:name number:value"),
    _form("expect_quantity", ExpectNumber, "quantity:name number:value"),
    _form("expect_points_range", ExpectRange, "indicator:name low high"),
    _form("expect_score_range", ExpectRange, "low high", name=TOTAL_SCORE),
    _form("expect_quantity_range", ExpectRange, "quantity:name low high"),
    _form("expect_quantity_word", ExpectWord, "quantity:name word"),
    _form("expect_quantity_missing", ExpectMissing, "quantity:name table"),
    _form("expect_quantity_absent", ExpectAbsent, "quantity:name"),
    _form("expect_quantity_left", ExpectLeft, "quantity:name"),
    _form("expect_share", ExpectShare, "indicator number:percent"),
    _form("expect_stage", ExpectStages, "stage:stages"),
    _form("expect_stages", ExpectStages, "stages"),
    _form("expect_grade", ExpectGrades, "grade:grades"),
    _form("expect_grades", ExpectGrades, "grades"),
    _form("expect_verdict", ExpectVerdict, "verdict", rule=None),
    _form("expect_verdict_rule", ExpectVerdict, "verdict rule"),
    _form("expect_verdicts", ExpectVerdicts, "verdicts"),
    _form("expect_rule", ExpectRule, "rule state:outcome"),
    _form("expect_condition", ExpectCondition, "condition state:outcome"),
    _form("expect_no_finding", ExpectFinding, "finding", raised=False),
    *(_form(f"expect_{each}", ExpectFinding, "finding", raised=True, severity=each) for each in FindingSeverity),
    _form("expect_conclusion", ExpectConclusion, "conclusion:kind"),
)
STEP_FORMS: Mapping[str, StepForm] = {form.key: form for form in _FORMS}
"""Forms of the steps that change or expect something; the first that fits is written."""


def scenario_lines(
    title: str, steps: Iterable[tuple[StepSection, Sequence[str]]], words: Lexicon, *, outline: bool = False
) -> list[str]:
    """Write a scenario, indented as part of a rule; a step has a sentence and table lines."""
    lines = [f"    {words.keywords['outline' if outline else 'scenario']}: {title}".rstrip()]
    previous_section: StepSection | None = None
    for section, (sentence, *table) in steps:
        lines.append(f"      {words.keywords['and' if section is previous_section else str(section)]} {sentence}")
        lines += [f"        {row}" for row in table]
        previous_section = section
    return lines


def change_step(change: Change, renderer: Renderer) -> tuple[str, list[list[str]]]:
    """Return the sentence of a change and its table rows."""
    if isinstance(change, FactChange) and change.value is not None and change.value.records:
        sentence = renderer.words.steps[WITH_TABLE].write(fact=_name_in_step(change.fact, renderer))
        return sentence, record_rows(change.fact, change.value, renderer)
    if isinstance(change, FactChange) and change.value is not None and change.value.kind is None:
        change = replace(change, value=None)
    return _line(change, renderer), []


def change_lines(change: Change, renderer: Renderer) -> list[str]:
    """Return the sentence of a change, followed by its table lines."""
    sentence, rows = change_step(change, renderer)
    return [sentence, *table_lines(rows)]


def expectation_line(expectation: Expectation, renderer: Renderer) -> str:
    """Write an expectation as a step."""
    if isinstance(expectation, ExpectOfRecord):
        return quantity_expectation_line(expectation, renderer)
    if isinstance(expectation, ExpectFinding) and expectation.raised and expectation.severity is None:
        rules = renderer.scorecard.findings
        severity = next(rule.severity for rule in rules if rule.id == expectation.finding)
        expectation = replace(expectation, severity=severity)
    return _line(expectation, renderer)


def quantity_expectation_line(expected: QuantityExpectation | ExpectOfRecord, renderer: Renderer) -> str:
    """Write the expectation for a quantity of the subject or of one record."""
    of_record = isinstance(expected, ExpectOfRecord)
    item = expected.item if isinstance(expected, ExpectOfRecord) else expected
    form = next(form for form in _FORMS if form.kind is type(item) and "quantity" in form.slots)
    slots = _slots(form, item, renderer)
    if isinstance(expected, ExpectOfRecord):
        slots |= {"each": _list_name_without_spaces(expected.list, renderer), "key": expected.key}
    key = form.key.replace(OF_QUANTITY, OF_RECORD) if of_record else form.key
    return renderer.words.steps[key].write(**slots)


def _list_name_without_spaces(owner: str, renderer: Renderer) -> str:
    """Return a list name without spaces, so that the record key after it is unambiguous."""
    list_name = record_list_name(owner, renderer)
    if " " not in list_name:
        return list_name
    return owner if list_name == renderer.name(owner) else renderer.names.facts[owner].record or owner


def _line(item: Change | Expectation, renderer: Renderer) -> str:
    form = next(form for form in _FORMS if form.kind is type(item) and _fits(form, item, renderer))
    return renderer.words.steps[form.key].write(**_slots(form, item, renderer))


def _fits(form: StepForm, item: object, renderer: Renderer) -> bool:
    known_names = {"gate": renderer.names.gates, "indicator": renderer.names.indicators}
    for slot, field in form.slots.items():
        value = getattr(item, field)
        if slot in known_names and value not in known_names[slot]:
            return False
        if slot == "result" and all(result.id != value for result in renderer.scorecard.results):
            return False
        if f"{slot}s" == field and len(value) != 1:
            return False
    return all(getattr(item, field) == value for field, value in form.fixed.items())


def _slots(form: StepForm, item: object, renderer: Renderer) -> dict[str, str]:
    written = ((slot, _WRITERS.get(slot), getattr(item, field)) for slot, field in form.slots.items())
    return {
        slot: value if write is None else write(_StepWriter(form, item, renderer), value)
        for slot, write, value in written
    }


@dataclass(frozen=True, slots=True)
class _StepWriter:
    form: StepForm
    item: Any
    renderer: Renderer

    @property
    def words(self) -> Lexicon:
        return self.renderer.words

    def word(self, group: str, value: str) -> str:
        return self.words.words[group].write(value)

    def fact(self, name: str) -> str:
        ends_name = self.form.kind is FactChange
        return _name_in_step(name, self.renderer) if ends_name else self.renderer.name(name)

    def number(self, value: Fraction) -> str:
        if self.form.kind in (ExpectShare, EveryRating):
            return self.words.write_number(format_exact(value), PERCENT)
        if "quantity" in self.form.slots:
            return _figure_text(self.item.name, value, self.renderer)
        if "result" not in self.form.slots:
            return format_exact(value)
        shown = next(result.name for result in self.renderer.scorecard.results if result.id == self.item.name)
        unit = self.renderer.names.unit(shown)
        return self.words.write_number(format_exact(value), "" if unit == POINT else unit)

    def state(self, outcome: str | None) -> str:
        if "condition" in self.form.slots:
            return self.word("condition_states", outcome or "")
        return self.word("rule_states", outcome or NOT_IN_FORCE)

    def grades(self, grades: tuple[str, ...]) -> str:
        labels = ((grade, self.renderer.grade(grade)) for grade in grades)
        mark = self.words.separator.strip()
        return self.renderer.listed(grade if mark in label else label for grade, label in labels)


_WRITERS: Mapping[str, Callable[[_StepWriter, Any], str]] = {
    "fact": _StepWriter.fact,
    "quantity": lambda at, name: at.renderer.name(name),
    "setting": lambda at, name: at.renderer.name(name),
    "condition": lambda at, name: at.renderer.name(name),
    "result": lambda at, name: at.renderer.result(name),
    "value": lambda at, value: at.renderer.value(at.item.fact, value),
    "choice": lambda at, choice: at.renderer.choice(at.item.setting, choice),
    "date": lambda _, day: day.isoformat(),
    **dict.fromkeys(("number", "low", "high"), _StepWriter.number),
    "outcome": lambda at, outcome: at.word("outcomes", outcome),
    "conclusion": lambda at, kind: at.word("conclusions", kind),
    "state": _StepWriter.state,
    "stage": lambda at, stages: at.renderer.stage(stages[0]),
    "stages": lambda at, stages: at.renderer.listed(map(at.renderer.stage, stages)),
    "grade": lambda at, grades: at.renderer.grade(grades[0]),
    "grades": _StepWriter.grades,
    "verdict": lambda at, verdict: at.renderer.verdict(verdict),
    "verdicts": lambda at, verdicts: at.renderer.listed(map(at.renderer.verdict, verdicts)),
}


def _figure_text(name: str, value: Fraction, renderer: Renderer) -> str:
    if renderer.names.is_date(name):
        never = renderer.words.words["values"].write("never")
        return never if value >= NEVER else date.fromordinal(int(value)).isoformat()
    return renderer.words.write_number(format_exact(value), renderer.names.unit(name))


def _name_in_step(fact: str, renderer: Renderer) -> str:
    """Return the label of a fact, or its id if the label would be split into name and value."""
    joint = renderer.words.steps["change_value"].write(fact="", value="")
    label = renderer.name(fact)
    return fact if joint in f"{label} " else label


def record_rows(fact: str, value: DeclaredValue, renderer: Renderer) -> list[list[str]]:
    """Return the records as table rows with a heading, without unused fields."""
    records = value.records or ()
    fields = [field for field in renderer.names.fields(fact) if any(field in record for record in records)]
    rows = [[renderer.name(field, fact) for field in fields]]
    for record in records:
        rows.append([renderer.value(field, record[field], fact) if field in record else "" for field in fields])
    return rows


def evaluate_line(as_of: date, renderer: Renderer) -> str:
    """Write the step that evaluates the example."""
    return renderer.words.steps["evaluate"].write(date=as_of.isoformat())
