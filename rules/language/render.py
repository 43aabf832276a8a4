"""Renderer of scorecard parts in one language: clauses, formulas, dates, names and values.

It is the exact inverse of the compiler and parses nothing, so the trail needs only the model.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rules.contracts.inputs import DeclaredValue, PeriodText
from rules.contracts.numbers import format_exact
from rules.language.dates import write_date_function
from rules.language.lexicon import load_lexicon
from rules.model.expressions import (
    RESERVED_NAMES,
    STAGE,
    ChoiceClause,
    DateClause,
    DateExpression,
    DateFormula,
    DateOperator,
    DateRangeClause,
    DayNumber,
    EulerPower,
    FormulaOperator,
    IncludesClause,
    IncludesNoneClause,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberRangeClause,
    Operation,
    OutcomeClause,
    PeriodEdge,
    Power,
    RoundedNumber,
    TimeSpan,
    UndeterminedFormula,
    evaluates_to_date,
)
from rules.model.quantities import NamedCondition
from rules.model.scorecard import FactDefinition, FactType, KeyDerivation
from rules.model.symbol_table import YES_NO, DefinitionIndex, decode_section_total

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from fractions import Fraction

    from rules.contracts.outcomes import Verdict
    from rules.language.lexicon import Lexicon
    from rules.model.definitions import PreviousSource
    from rules.model.expressions import Clause, Condition, Formula
    from rules.model.scorecard import Choice, RecordType, Result, Scorecard, Section, TableKey


_OVER_OPERATORS = {DateOperator.AFTER: "over", DateOperator.UNTIL: "not_over"}
_DERIVATION_FORMS = {KeyDerivation.YEAR: "year_of", KeyDerivation.QUARTER: "quarter_of"}


def record_list_name(owner: str, renderer: Renderer) -> str:
    """Return the name of the record type, or of the list if several share that type."""
    record = renderer.names.facts[owner].record
    lists = [fact.id for fact in renderer.scorecard.facts if fact.record == record]
    kind = next((record_type for record_type in renderer.scorecard.records if record_type.id == record), None)
    return renderer.name(owner) if kind is None or len(lists) > 1 else renderer.record(kind)


def keys_text(keys: tuple[TableKey, ...], renderer: Renderer, within: str | None) -> str:
    """Write the keys of a table lookup."""
    forms = renderer.words.forms
    written = []
    for key in keys:
        value = f"'{key.word}'" if key.name is None else renderer.name(key.name, within)
        if key.reading is not KeyDerivation.VALUE:
            value = forms[_DERIVATION_FORMS[key.reading]].write(date=value)
        written.append(forms["key_is"].write(column=key.column, value=value))
    return renderer.words.clauses_separator.join(written)


def _span(count: int, unit: str, words: Lexicon) -> str:
    return words.write_number(str(count), unit)


def _in_largest_unit(months: int) -> tuple[int, str]:
    return (months // 12, "year") if months % 12 == 0 else (months, "month")


def _write_shift(text: str, months: int, days: int, words: Lexicon) -> str:
    for number, name in (_in_largest_unit(months), (days, "day")):
        if number:
            text = words.dates["plus" if number > 0 else "minus"].write(date=text, span=_span(abs(number), name, words))
    return text


def _day_function(operator: FormulaOperator, words: Lexicon) -> str:
    return words.words["day_functions"].write("earliest" if operator is FormulaOperator.MINIMUM else "latest")


def _date_words(expression: DateExpression, words: Lexicon, name: Callable[[str], str]) -> str:
    if expression.literal is not None:
        text = expression.literal.isoformat()
    else:
        text = name(expression.name or "")
        if expression.edge is not None:
            text = words.dates[expression.edge].write(period=text)
    if expression.month_start:
        text = words.dates["month"].write(date=text)
    elif expression.calendar_day is not None:
        text = words.dates[expression.calendar_day].write(date=text)
    return _write_shift(text, expression.shift_months, expression.shift_days, words)


def _date_range_words(first: DateExpression, last: DateExpression, words: Lexicon, name: Callable[[str], str]) -> str:
    """Write that a day lies in a period, or within a time span before a day.

    Other pairs of bounds, which feature files cannot state, become a comparison with both ends.
    """
    period_start = DateExpression(name=first.name, edge=PeriodEdge.FIRST)
    unshifted = last.model_copy(update={"shift_months": 0, "shift_days": 0})
    if (
        first.name is not None
        and first == period_start
        and unshifted == period_start.model_copy(update={"edge": PeriodEdge.LAST})
    ):
        period = _write_shift(name(first.name), last.shift_months, last.shift_days, words)
        return words.operators["within"].write(period=period)
    months, days = last.shift_months - first.shift_months, last.shift_days - first.shift_days
    shifted_last = last.model_copy(update={"shift_months": first.shift_months, "shift_days": first.shift_days})
    if first == shifted_last and min(months, days) == 0 and max(months, days) > 0:
        span = _span(days, "day", words) if days else _span(*_in_largest_unit(months), words)
        return words.operators["within_span"].write(span=span, date=_date_words(last, words, name))
    begin = words.operators["from"].write(date=_date_words(first, words, name))
    end = words.operators["until"].write(date=_date_words(last, words, name))
    return f"{begin}{words.clauses_separator}{end}"


_SIGNS = {
    FormulaOperator.ADD: ("+", 1),
    FormulaOperator.SUBTRACT: ("-", 1),
    FormulaOperator.MULTIPLY: ("*", 2),
    FormulaOperator.DIVIDE: ("/", 2),
}
_POWER_STRENGTH = 3
_ATOM_STRENGTH = 4


@dataclass(frozen=True)
class Renderer:
    """Renders the parts of one scorecard in one language, by unambiguous label or else by id.

    The parameter `within` is the list fact that provides the record fields.
    """

    scorecard: Scorecard
    language: str

    @cached_property
    def words(self) -> Lexicon:
        return load_lexicon(self.language)

    @cached_property
    def names(self) -> DefinitionIndex:
        return DefinitionIndex(self.scorecard)

    def localized(self, texts: Mapping[str, str]) -> str:
        return texts.get(self.language, "")

    def listed(self, items: Iterable[str]) -> str:
        return self.words.separator.join(items)

    def number(self, value: Fraction | None, unit: str = "") -> str:
        return "" if value is None else self.words.write_number(format_exact(value), unit)

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        card = self.scorecard
        values = ((item.id, item.labels) for item in (*card.facts, *card.quantities, *card.settings))
        return self._unambiguous(values, ((result.id, result.labels) for result in card.results))

    def _unambiguous(
        self, labelled: Iterable[tuple[str, Mapping[str, str]]], others: Iterable[tuple[str, Mapping[str, str]]] = ()
    ) -> Mapping[str, str]:
        """Return the labels that name a single item; `others` may repeat the label of the same id."""
        by_name = {name: labels[self.language] for name, labels in labelled if labels.get(self.language)}
        other_labels = {(name, labels[self.language]) for name, labels in others if labels.get(self.language)}
        texts = [text for _, text in {*by_name.items(), *other_labels}]
        return {name: text for name, text in by_name.items() if texts.count(text) == 1}

    def name(self, name: str, within: str | None = None) -> str:
        if name in RESERVED_NAMES:
            return self.words.words["reserved"].write(name)
        fields = self.names.fields(within)
        if name in fields:
            return self._name_among(fields.values(), name)
        return self._labels.get(name, name)

    def result(self, name: str) -> str:
        return self._name_among(self.scorecard.results, name)

    def record(self, record: RecordType) -> str:
        return record.labels.get(self.language) or record.id

    def _name_among(self, items: Iterable[Choice | FactDefinition | Result | Section], id: str) -> str:
        return self._unambiguous((item.id, item.labels) for item in items).get(id, id)

    def choice(self, name: str, value: str, within: str | None = None) -> str:
        choices = self.names.choices(name, within)
        definition = self.names.definition(name, within)
        if isinstance(definition, NamedCondition):
            return self.words.words["answers"].write(value)
        if isinstance(definition, FactDefinition) and definition.type is FactType.FLAG and value in ("yes", "no"):
            labelled = self._name_among(choices, value) if choices is not YES_NO else value
            return labelled if labelled != value else self.words.words["answers"].write(value)
        return self._name_among(choices, value)

    def choices(self, name: str, values: Iterable[str], within: str | None = None) -> str:
        return self.words.separator.join(self.choice(name, value, within) for value in values)

    def grade(self, grade: str) -> str:
        grades = self.scorecard.grades
        if grade == "none" and all(card_grade.id != grade for card_grade in grades):
            return self.words.words["values"].write("none")
        return self._name_among(grades, grade)

    def section(self, section: str) -> str:
        return self._name_among(self.scorecard.sections, section)

    def stage(self, stage: str) -> str:
        return self._name_among(self.names.choices(STAGE), stage)

    def verdict(self, verdict: Verdict) -> str:
        return self.words.words["verdicts"].write(verdict)

    def literal(self, literal: NumberLiteral) -> str:
        return self.words.write_number(format_exact(literal.value), literal.unit)

    def date(self, expression: DateExpression, within: str | None = None) -> str:
        return _date_words(expression, self.words, lambda name: self.name(name, within))

    def clause(self, clause: Clause, within: str | None = None) -> str:
        if isinstance(clause, OutcomeClause):
            outcome = self.words.words["outcomes"].write(clause.outcome)
            if clause.criterion in self.names.gates:
                return self.words.criteria["gate_outcome"].write(gate=clause.criterion, outcome=outcome)
            return self.words.criteria["indicator_outcome"].write(indicator=clause.criterion, outcome=outcome)
        if isinstance(clause, DateClause) and clause.over and clause.operator in _OVER_OPERATORS:
            is_entire_period = clause.operand.edge is PeriodEdge.LAST
            operand_text = (
                self.name(clause.operand.name or "", within) if is_entire_period else self.date(clause.operand, within)
            )
            return f"{operand_text} {self.words.operators[_OVER_OPERATORS[clause.operator]].write()}"
        comparison = self.comparison(clause, within)
        if clause.name in self.names.indicators and self.names.definition(clause.name, within) is None:
            return self.words.criteria["indicator_points"].write(indicator=clause.name, comparison=comparison)
        if sections := decode_section_total(clause.name):
            key, slot = ("section_points", "section") if len(sections) == 1 else ("sections_points", "sections")
            words = self.listed(self.section(section) for section in sections)
            return self.words.criteria[key].write(**{slot: words, "comparison": comparison})
        name = self.name(clause.name, within)
        if isinstance(clause, DateClause | DateRangeClause) and clause.edge is not None:
            name = self.words.dates[clause.edge].write(period=name)
        return f"{name} {comparison}"

    def comparison(
        self,
        clause: NumberClause
        | NumberRangeClause
        | ChoiceClause
        | IncludesClause
        | IncludesNoneClause
        | DateClause
        | DateRangeClause,
        within: str | None,
    ) -> str:
        operators = self.words.operators
        match clause:
            case ChoiceClause(name=name, values=values) if isinstance(self.names.quantities.get(name), NamedCondition):
                text = operators["holds" if values == ("yes",) else "fails"].write()
            case NumberClause(operator=operator, operand=operand):
                text = operators[operator].write(value=self._operand(operand, within))
            case NumberRangeClause(low=low, high=high):
                text = operators["between"].write(low=self.literal(low), high=self.literal(high))
            case ChoiceClause(name=name, values=values):
                text = self._membership(clause, self.choices(name, values, within))
            case IncludesClause(name=name, values=values):
                text = operators["includes"].write(values=self.choices(name, values, within))
            case IncludesNoneClause(name=name, values=values):
                text = operators["includes_none"].write(values=self.choices(name, values, within))
            case DateClause(operator=day_operator, operand=day):
                text = operators[day_operator].write(date=self.date(day, within))
            case _:
                text = _date_range_words(clause.first, clause.last, self.words, lambda name: self.name(name, within))
        return text

    def _membership(self, clause: ChoiceClause, values: str) -> str:
        if len(clause.values) == 1:
            return self.words.operators["is_not" if clause.negated else "is"].write(value=values)
        return self.words.operators["none_of" if clause.negated else "one_of"].write(values=values)

    def _operand(self, operand: NumberLiteral | NameReference, within: str | None) -> str:
        return self.literal(operand) if isinstance(operand, NumberLiteral) else self.name(operand.id, within)

    def condition(self, condition: Condition, within: str | None = None) -> str:
        return self.words.clauses_separator.join(self.clause(clause, within) for clause in condition)

    def formula(self, formula: Formula, within: str | None = None) -> str:
        return self._formula(formula, within)[0]

    def _formula(self, formula: Formula, within: str | None) -> tuple[str, int]:
        match formula:
            case NumberLiteral():
                return self.literal(formula), _ATOM_STRENGTH
            case NameReference(id=name):
                return self.name(name, within), _ATOM_STRENGTH
            case UndeterminedFormula(because=because):
                reason = self.localized(because or {})
                undetermined = self.words.words["values"].write("undetermined")
                return (self.words.forms["left_open"].write(reason=reason) if reason else undetermined), _ATOM_STRENGTH
            case Operation(operator=FormulaOperator.MINIMUM | FormulaOperator.MAXIMUM as operator, operands=operands):
                word = _day_function(operator, self.words) if evaluates_to_date(formula) else operator
                return f"{word}({', '.join(self.formula(operand, within) for operand in operands)})", _ATOM_STRENGTH
            case DateFormula(date=day):
                return self.words.words["values"].write("never") if day == "never" else self.date(
                    day, within
                ), _ATOM_STRENGTH
            case Operation(operator=operator, operands=operands):
                sign, strength = _SIGNS[operator]
                text = self._bracketed(operands[0], strength, within)
                for operand in operands[1:]:
                    text = f"{text} {sign} {self._bracketed(operand, strength + 1, within)}"
                return text, strength
            case Power(base=base, exponent=exponent):
                below_zero = isinstance(base, NumberLiteral) and base.value < 0
                base_text = self._bracketed(base, _ATOM_STRENGTH + below_zero, within)
                return f"{base_text} ^ {self._bracketed(exponent, _ATOM_STRENGTH, within)}", _POWER_STRENGTH
            case EulerPower(exponent=exponent):
                return f"{self.words.words['functions'].write('exp')}({self.formula(exponent, within)})", _ATOM_STRENGTH
            case RoundedNumber(value=value, step=step, mode=mode):
                arguments = (self.formula(value, within), self.literal(step), self.words.words["roundings"].write(mode))
                return f"{self.words.words['functions'].write('round')}({', '.join(arguments)})", _ATOM_STRENGTH
            case TimeSpan() | DayNumber():
                written = write_date_function(
                    formula, self.words, lambda day: self.date(day, within), lambda name: self.name(name, within)
                )
                return written, _ATOM_STRENGTH

    def _bracketed(self, formula: Formula, minimum_strength: int, within: str | None) -> str:
        text, strength = self._formula(formula, within)
        return text if strength >= minimum_strength else f"({text})"

    def value(self, name: str, value: DeclaredValue, within: str | None = None) -> str:
        special = self.words.words["values"]
        match value:
            case DeclaredValue(number=str(number), unit=unit):
                text = self.words.write_number(number, unit or "")
            case DeclaredValue(choice=str(choice)):
                text = self.choice(name, choice, within)
            case DeclaredValue(flag=bool(flag)):
                text = self.choice(name, "yes" if flag else "no", within)
            case DeclaredValue(choices=()) | DeclaredValue(records=()):
                text = special.write("none")
            case DeclaredValue(choices=tuple(choices)):
                text = self.choices(name, choices, within)
            case DeclaredValue(not_applicable=True):
                text = special.write("not_applicable")
            case DeclaredValue(period=PeriodText(first=first, last=last)):
                text = self.words.dates["through"].write(first=first, last=last)
            case _:
                text = value.date or value.text or ""
        return text


def previous_part(source: PreviousSource, render: Renderer) -> str:
    """Write the part or quantity of a previous evaluation; quantities of other scorecards by id."""
    if source.quantity is None:
        return render.words.words["previous_parts"].write(source.part)
    name = render.name(source.quantity) if source.card is None else source.quantity
    return render.words.forms["of_quantity"].write(quantity=name)


def previous_evaluation(source: PreviousSource, render: Renderer) -> str:
    """Write the reference to a previous evaluation."""
    if source.year_of is None:
        return render.words.words["previous_evaluations"].write("last")
    return render.words.forms["of_year_before"].write(fact=render.name(source.year_of))
