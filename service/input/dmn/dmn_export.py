"""Export of small tables, formulas with constant rows, lookups and named conditions as DMN 1.5 decision tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from rules.contracts import InputError, TouchstoneError, Violation, convert, format_exact, message_factory
from rules.model import (
    ChoiceClause,
    DateClause,
    DateOperator,
    DateRangeClause,
    FactType,
    FormulaQuantity,
    LookupQuantity,
    NamedCondition,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    NumberRangeClause,
    UndeterminedFormula,
)
from service.input.dmn.dmn_reader import BASIS, OWN, REASON
from service.input.dmn.feature_lines import is_plain_name
from service.input.dmn.unary_tests import feel_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from rules.model import Clause, Condition, FactDefinition, Formula, Quantity, Scorecard

_message = message_factory(__name__)

NAMESPACE = "https://www.omg.org/spec/DMN/20230324/MODEL/"
_NUMBER_TESTS = {
    NumberOperator.IS: "{}", NumberOperator.IS_NOT: "not({})", NumberOperator.AT_LEAST: ">= {}",
    NumberOperator.AT_MOST: "<= {}", NumberOperator.MORE_THAN: "> {}", NumberOperator.LESS_THAN: "< {}",
}  # fmt: skip
_DATE_TESTS = {
    DateOperator.ON: "{}", DateOperator.BEFORE: "< {}", DateOperator.AFTER: "> {}", DateOperator.FROM: ">= {}",
    DateOperator.UNTIL: "<= {}",
}  # fmt: skip
_TYPES = {
    FactType.NUMBER: "number", FactType.CHOICE: "string", FactType.TEXT: "string", FactType.FLAG: "boolean",
    FactType.DATE: "date",
}  # fmt: skip
_FLAGS = {"yes": "true", "no": "false"}


class NotPlainRuleError(TouchstoneError):
    """A part of a rule that a plain DMN cell cannot express."""


@dataclass(frozen=True, slots=True)
class DmnExport:
    """A DMN file, the ids of the tables in it, and the reasons for each table that it lacks."""

    content: bytes
    exported: tuple[str, ...]
    left_out: tuple[Violation, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    tests: Mapping[str, str]
    output: str
    basis: tuple[str, ...]
    reason: str = ""


@dataclass(slots=True)
class _Table:
    quantity: Quantity
    policy: str
    columns: list[str] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)
    otherwise: _Row | None = None


def export_dmn(scorecard: Scorecard, ids: Sequence[str] = (), language: str = "en") -> DmnExport:
    """Export the tables `ids` of a scorecard, or every table that DMN can express.

    Raises:
        InputError: If a requested table does not exist or cannot be expressed, or no table can be.
    """
    return _Exporter(scorecard, language).export(ids)


@dataclass(slots=True)
class _Exporter:
    scorecard: Scorecard
    language: str
    left_out: list[Violation] = field(default_factory=list)
    facts: Mapping[str, FactDefinition] = field(init=False)

    def __post_init__(self) -> None:
        self.facts = {fact.id: fact for fact in self.scorecard.facts}

    def export(self, ids: Sequence[str]) -> DmnExport:
        known = {quantity.id: quantity for quantity in self.scorecard.quantities}
        unknown = [
            Violation(id[:80], _message("NO_TABLE", known=list(known)), "UNKNOWN") for id in ids if id not in known
        ]
        if unknown:
            raise InputError(tuple(unknown))
        wanted = ids or [id for id in known if "." not in id]  # the conditions of a gate have its id, a dot and a word
        tables = {id: table for id in wanted if (table := self._table(known[id])) is not None}
        while True:
            missing = {id: self._missing_inputs(table, tables) for id, table in tables.items()}
            dropped = [id for id, names in missing.items() if names]
            if not dropped:
                break
            for id in dropped:
                self.left_out.append(Violation(id, _message("INPUT_LEFT_OUT", names=missing[id]), "UNSUPPORTED"))
                del tables[id]
        if (ids and self.left_out) or not tables:
            nothing = Violation("quantities", _message("NOTHING_TO_EXPORT"), "REQUIRED")
            raise InputError(tuple(self.left_out) or (nothing,))
        root = _Writer(self.scorecard, self.language).document(list(tables.values()))
        ElementTree.indent(root)
        content = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
        return DmnExport(content + b"\n", tuple(tables), tuple(self.left_out))

    def _missing_inputs(self, table: _Table, tables: Mapping[str, _Table]) -> list[str]:
        return [name for name in table.columns if name not in self.facts and name not in tables]

    def _table(self, quantity: Quantity) -> _Table | None:
        before = len(self.left_out)
        if isinstance(quantity, LookupQuantity):
            table = self._lookup(quantity)
        elif isinstance(quantity, FormulaQuantity) and quantity.list is None and not quantity.is_date:
            table = self._formula(quantity)
        elif isinstance(quantity, NamedCondition):
            table = self._condition(quantity)
        else:
            self.left_out.append(Violation(quantity.id, _message("NOT_A_TABLE"), "UNSUPPORTED"))
            return None
        if not table.columns and len(self.left_out) == before:
            self.left_out.append(Violation(quantity.id, _message("NO_CONDITION"), "UNSUPPORTED"))
        return table if len(self.left_out) == before else None

    def _lookup(self, quantity: LookupQuantity) -> _Table:
        table = _Table(quantity, "UNIQUE", list(quantity.by))
        for number, row in enumerate(quantity.rows, 1):
            tests = {}
            for name, key in zip(quantity.by, row.keys, strict=True):
                if (test := self._test(quantity.id, number, ChoiceClause(name=name, values=(key,)))) is not None:
                    tests[name] = test
            table.rows.append(_Row(tests, self._exact(quantity.id, number, row.value), row.basis))
        if quantity.otherwise is not None:
            value = self._exact(quantity.id, len(quantity.rows) + 1, quantity.otherwise)
            table.otherwise = _Row({}, value, quantity.otherwise_basis)
        return table

    def _formula(self, quantity: FormulaQuantity) -> _Table:
        tabled = quantity.tabled
        names = [] if tabled is None else [key.name for key in tabled.by]
        table = _Table(quantity, "FIRST" if tabled is None else "UNIQUE", names)
        for number, row in enumerate(quantity.rows, 1):
            output, reason = self._output(quantity, number, row.formula)
            tests = self._tests(quantity.id, number, row.when)
            written = _Row(tests, output, row.basis, reason)
            if tabled is not None and not row.when and len(quantity.rows) > 1:
                table.otherwise = written
            else:
                table.rows.append(written)
        if tabled is None:
            table.columns = list(dict.fromkeys(name for row in table.rows for name in row.tests))
        return table

    def _condition(self, quantity: NamedCondition) -> _Table:
        table = _Table(quantity, "FIRST")
        ordered = [*((row, "false") for row in quantity.exceptions), *((row, "true") for row in quantity.cases)]
        for number, (row, output) in enumerate(ordered, 1):
            table.rows.append(_Row(self._tests(quantity.id, number, row.when), output, row.basis))
        table.rows.append(_Row({}, "false", ordered[0][0].basis))
        table.columns = list(dict.fromkeys(name for row in table.rows for name in row.tests))
        return table

    def _output(self, quantity: FormulaQuantity, number: int, formula: Formula) -> tuple[str, str]:
        if isinstance(formula, NumberLiteral):
            text = format_exact(convert(formula.value, formula.unit, quantity.unit))
            if "/" not in text:
                return text, ""
        if isinstance(formula, UndeterminedFormula):
            return "null", _text_in(formula.because or {}, self.language)
        self._leave_out(quantity.id, number, ":value", "FORMULA_CELL")
        return "null", ""

    def _exact(self, id: str, number: int, value: Fraction) -> str:
        text = format_exact(value)
        if "/" in text:
            self._leave_out(id, number, ":value", "FORMULA_CELL")
        return text

    def _leave_out(self, id: str, number: int, column: str, key: str) -> None:
        place = f"{id}[{number}].{column}"
        self.left_out.append(Violation(place, _message(key, table=id, row=number, column=column), "UNSUPPORTED"))

    def _tests(self, id: str, number: int, when: Condition) -> dict[str, str]:
        tests: dict[str, list[str]] = {}
        for clause in when:
            test = self._test(id, number, clause)
            if test is not None:
                tests.setdefault(clause.reads[0], []).append(test)
        joined = {}
        for name, parts in tests.items():
            interval = _joined(parts)
            if interval is None:
                self._leave_out(id, number, name, "RULE_CELL")
            else:
                joined[name] = interval
        return joined

    def _test(self, id: str, number: int, clause: Clause) -> str | None:
        try:
            return self._plain_test(clause)
        except NotPlainRuleError:
            self._leave_out(id, number, clause.reads[0], "RULE_CELL")
            return None

    def _plain_test(self, clause: Clause) -> str:
        fact, unit = self.facts.get(clause.reads[0]), self._unit(clause.reads[0])
        match clause:
            case NumberClause(operand=NumberLiteral() as operand, operator=operator) if unit is not None:
                return _NUMBER_TESTS[operator].format(_number(operand, unit))
            case NumberRangeClause(low=low, high=high) if unit is not None:
                return f"[{_number(low, unit)}..{_number(high, unit)}]"
            case ChoiceClause(values=values, negated=negated) if fact is not None and fact.type in _TYPES:
                listed = ", ".join(
                    _FLAGS[value] if fact.type is FactType.FLAG else feel_text(value) for value in values
                )
                return f"not({listed})" if negated else listed
            case DateClause() | DateRangeClause() if fact is not None and fact.type is FactType.DATE:
                parts = [self._date_test(operator, day) for operator, day in clause.compared]
                joined = _joined(parts)
                if joined is not None and clause.edge is None:
                    return joined
        raise NotPlainRuleError(clause.kind)

    def _unit(self, name: str) -> str | None:
        if (fact := self.facts.get(name)) is not None:
            return fact.unit if fact.type is FactType.NUMBER else None
        return next((quantity.unit for quantity in self.scorecard.quantities if quantity.id == name), None)

    @staticmethod
    def _date_test(operator: DateOperator, day: object) -> str:
        literal = getattr(day, "literal", None)
        shifted = any(
            getattr(day, name, None) for name in ("month_start", "calendar_day", "shift_months", "shift_days")
        )
        if literal is None or shifted:
            raise NotPlainRuleError("date")
        return _DATE_TESTS[operator].format(feel_text(literal))


def _number(literal: NumberLiteral, unit: str) -> str:
    text = format_exact(convert(literal.value, literal.unit, unit))
    if "/" in text:
        raise NotPlainRuleError(text)
    return text


def _text_in(texts: Mapping[str, str], language: str) -> str:
    """Return the text in a language, or else in the language that exists."""
    return texts.get(language) or next(iter(texts.values()), "")


def _joined(parts: Sequence[str]) -> str | None:
    """Join a lower and an upper limit to an interval; None for other combinations."""
    if len(parts) == 1:
        return parts[0]
    low = [part for part in parts if part.startswith(">")]
    high = [part for part in parts if part.startswith("<")]
    if len(parts) != 2 or len(low) != 1 or len(high) != 1:
        return None
    begin = "[" if low[0].startswith(">=") else "("
    end = "]" if high[0].startswith("<=") else ")"
    return f"{begin}{low[0].lstrip('>= ')}..{high[0].lstrip('<= ')}{end}"


@dataclass(slots=True)
class _Writer:
    scorecard: Scorecard
    language: str
    names: dict[str, str] = field(default_factory=dict)

    def document(self, tables: Sequence[_Table]) -> ElementTree.Element:
        card = self.scorecard.card
        root = ElementTree.Element("definitions", {
            "xmlns": NAMESPACE, "xmlns:touchstone": OWN, "id": f"_{card.id}",
            "name": _text_in(card.titles, self.language) or card.id,
            "namespace": f"urn:touchstone:{card.id}",
        })  # fmt: skip
        self._write_bases(root, tables)
        own = {table.quantity.id for table in tables}
        used = dict.fromkeys(name for table in tables for name in table.columns if name not in own)
        facts = [fact for fact in self.scorecard.facts if fact.id in used]
        for item in (*facts, *(table.quantity for table in tables)):
            label = _text_in(item.labels, self.language)
            taken = set(self.names.values())
            self.names[item.id] = label if is_plain_name(label) and label not in taken else item.id
        for fact in facts:
            self._write_type(root, fact)
        for table in tables:
            self._write_decision(root, table, own)
        for fact in facts:
            self._write_input(root, fact)
        return root

    def _write_bases(self, root: ElementTree.Element, tables: Sequence[_Table]) -> None:
        rows = [row for table in tables for row in (*table.rows, *filter(None, (table.otherwise,)))]
        used = {basis for row in rows for basis in row.basis}
        extension = ElementTree.SubElement(root, "extensionElements")
        for basis in self.scorecard.bases:
            if basis.id in used:
                ElementTree.SubElement(extension, "touchstone:basis", {
                    "id": basis.id, "instrument": basis.instrument, "clause": basis.clause,
                    "certainty": basis.certainty.value,
                })  # fmt: skip

    @staticmethod
    def _allowed(fact: FactDefinition) -> str:
        if fact.choices:
            return ", ".join(feel_text(choice.id) for choice in fact.choices)
        low, high = fact.at_least, fact.at_most
        if low is not None and high is not None:
            return f"[{format_exact(low)}..{format_exact(high)}]"
        return f">= {format_exact(low)}" if low is not None else "" if high is None else f"<= {format_exact(high)}"

    def _write_type(self, root: ElementTree.Element, fact: FactDefinition) -> None:
        if allowed := self._allowed(fact):
            item = ElementTree.SubElement(root, "itemDefinition", {"name": f"t_{fact.id}", "id": f"t_{fact.id}"})
            ElementTree.SubElement(item, "typeRef").text = _TYPES[fact.type]
            _text(ElementTree.SubElement(item, "allowedValues"), allowed)

    def _write_input(self, root: ElementTree.Element, fact: FactDefinition) -> None:
        name = self.names[fact.id]
        attributes = {"id": f"i_{fact.id}", "name": name, "touchstone:id": fact.id}
        if fact.unit:
            attributes["touchstone:unit"] = fact.unit
        element = ElementTree.SubElement(root, "inputData", attributes)
        reference = f"t_{fact.id}" if self._allowed(fact) else _TYPES[fact.type]
        ElementTree.SubElement(element, "variable", {"name": name, "typeRef": reference})

    def _write_decision(self, root: ElementTree.Element, table: _Table, own: set[str]) -> None:
        quantity = table.quantity
        name = self.names[quantity.id]
        kind = "boolean" if isinstance(quantity, NamedCondition) else "number"
        attributes = {"id": f"d_{quantity.id}", "name": name, "touchstone:id": quantity.id}
        if quantity.unit:
            attributes["touchstone:unit"] = quantity.unit
        if (rest := table.otherwise) is not None:
            attributes["touchstone:otherwise-basis"] = ", ".join(rest.basis)
            if rest.output == "null":
                attributes["touchstone:otherwise-reason"] = rest.reason
        element = ElementTree.SubElement(root, "decision", attributes)
        ElementTree.SubElement(element, "variable", {"name": name, "typeRef": kind})
        for column in table.columns:
            requirement = ElementTree.SubElement(element, "informationRequirement")
            is_decision = column in own
            target = {"href": f"#{'d' if is_decision else 'i'}_{column}"}
            ElementTree.SubElement(requirement, "requiredDecision" if is_decision else "requiredInput", target)
        grid = ElementTree.SubElement(element, "decisionTable", {"hitPolicy": table.policy, "outputLabel": name})
        types = {fact.id: _TYPES[fact.type] for fact in self.scorecard.facts if fact.id in table.columns}
        for column in table.columns:
            entry = ElementTree.SubElement(grid, "input", {"label": self.names[column]})
            expression = ElementTree.SubElement(entry, "inputExpression", {"typeRef": types.get(column, "number")})
            _text(expression, self.names[column])
        output = ElementTree.SubElement(grid, "output", {"typeRef": kind})
        if rest is not None and rest.output != "null":
            _text(ElementTree.SubElement(output, "defaultOutputEntry"), rest.output)
        for annotation in (BASIS, REASON):
            ElementTree.SubElement(grid, "annotation", {"name": annotation})
        for row in table.rows:
            rule = ElementTree.SubElement(grid, "rule")
            for column in table.columns:
                _text(ElementTree.SubElement(rule, "inputEntry"), row.tests.get(column, "-"))
            _text(ElementTree.SubElement(rule, "outputEntry"), row.output)
            for note in (", ".join(row.basis), row.reason):
                _text(ElementTree.SubElement(rule, "annotationEntry"), note)


def _text(element: ElementTree.Element, text: str) -> None:
    ElementTree.SubElement(element, "text").text = text
