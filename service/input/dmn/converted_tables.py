"""Conversion of decision tables to quantities and conditions, by hit policy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice, product
from math import prod
from typing import TYPE_CHECKING

from rules.contracts import InputError, message_factory
from service.input.dmn.converted_draft import NULL, codes_of
from service.input.dmn.decision_outcomes import DecisionOutcome, ListItem
from service.input.dmn.dmn_model import HitPolicy, ValueKind
from service.input.dmn.feature_lines import (
    Source,
    alternatives,
    is_writable,
    key_text,
    number_text,
    quantity_name,
    single_line,
    split_values,
    when_text,
)
from service.input.dmn.rule_order import ValueDomain, coverage, overlaps
from service.input.dmn.unary_tests import (
    EVERY,
    FLAGS,
    Literal,
    NotPlainError,
    ValueSet,
    literal_kind,
    read_literal,
    read_test,
    split_list,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.input.dmn.converted_draft import ConvertedDraft
    from service.input.dmn.dmn_model import Decision, DecisionTable, TableOutput

_message = message_factory(__name__)

_Conditions = tuple[tuple[str, ...], ...]
"""The comparisons of one row, by input column."""
_WrittenRow = tuple[_Conditions, str, str]
"""Conditions, value and basis."""
_MAX_ALTERNATIVES, _MAX_ROWS, _MAX_CONFLICTS = 64, 4_000, 64
NO_RULE = "undetermined, because no rule of the decision table applies"
_FIRST_MATCH = (HitPolicy.UNIQUE, HitPolicy.ANY, HitPolicy.FIRST, HitPolicy.PRIORITY, HitPolicy.MIN, HitPolicy.MAX)
_CONFLICTS = {HitPolicy.UNIQUE: "OVERLAP", HitPolicy.ANY: "ANY_DIFFERS", HitPolicy.PRIORITY: "PRIORITY_TIE"}
"""Messages about rules that match the same input."""


@dataclass(frozen=True, slots=True)
class _Rule:
    number: int
    tests: tuple[ValueSet, ...]
    values: tuple[str, ...]
    basis: str
    reason: str | None

    @property
    def null(self) -> str:
        """The value of an output cell with null."""
        if self.reason is None:
            return NULL
        return f"undetermined, because {single_line(self.reason)}" if self.reason else "undetermined"


_Row = tuple[_Rule, _Conditions, str]
"""A rule, the conditions of one of its alternatives, and the output cell."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of a table; `keyed` if it can be written as a small table, `has_gap` if some input has no rule."""

    decision: Decision
    sources: Sequence[Source]
    keyed: bool
    has_gap: bool

    @property
    def unit(self) -> str:
        return "" if self.keyed else self.decision.unit


@dataclass(frozen=True, slots=True)
class TableConverter:
    """Converts decision tables; refusals and definitions are added to `draft`."""

    draft: ConvertedDraft

    def convert(self, decision: Decision, table: DecisionTable) -> None:
        sources = [self._column_source(decision, column.expression) for column in table.inputs]
        rules = [] if None in sources else list(self._read_rules(decision, table, [each for each in sources if each]))
        if self.draft.is_refused() or None in sources:
            return
        known = [source for source in sources if source is not None]
        for source, column, position in zip(known, table.inputs, range(len(known)), strict=True):
            tests = [rule.tests[position] for rule in rules if not rule.tests[position].every]
            if tests and column.expression not in self.draft.samples and source.codes is None:
                self.draft.samples[column.expression] = tests[0]
        if table.policy in _FIRST_MATCH:
            self._first_match(decision, table, known, rules)
        else:
            self._all_matches(decision, table, known, rules)

    def _column_source(self, decision: Decision, expression: str) -> Source | None:
        source = self.draft.sources.get(expression)
        if source is None and expression not in self.draft.failed:
            shown = {"table": decision.name[:80], "found": expression[:120]}
            self.draft.refuse(decision.name, _message("INPUT_EXPRESSION", **shown), "UNSUPPORTED")
        return source

    def _read_rules(self, decision: Decision, table: DecisionTable, sources: Sequence[Source]) -> Iterator[_Rule]:
        for number, rule in enumerate(table.rules, 1):
            tests = []
            for source, column, cell in zip(sources, table.inputs, rule.inputs, strict=True):
                test = self._read_cell(decision, number, column.expression, cell, source)
                tests.append(EVERY if test is None else test)
            for output, cell in zip(table.outputs, rule.outputs, strict=True):
                if not cell or cell == "-":
                    self.draft.refuse_cell(decision.name, number, output.name or decision.name, cell)
            yield _Rule(number, tuple(tests), rule.outputs, rule.basis, rule.reason)

    def _read_cell(self, decision: Decision, number: int, column: str, cell: str, source: Source) -> ValueSet | None:
        try:
            test = read_test(cell, source.kind)
        except NotPlainError:
            self.draft.refuse_cell(decision.name, number, column, cell)
            return None
        allowed = source.domain.words
        if allowed is not None and not allowed.issuperset(test.words):
            self.draft.refuse_cell(decision.name, number, column, cell, "NOT_ALLOWED")
            return None
        is_plain_text = source.kind is ValueKind.TEXT and source.choices is None and source.codes is None
        if is_plain_text and not all(map(is_writable, test.words)):
            self.draft.refuse_cell(decision.name, number, column, cell, "UNWRITABLE_TEXT")
            return None
        return test

    def _first_match(
        self, decision: Decision, table: DecisionTable, sources: Sequence[Source], rules: Sequence[_Rule]
    ) -> None:
        domains = [source.domain for source in sources]
        ordered = list(self._ordered(decision, table, rules))
        if not self.draft.is_refused():
            self._refuse_conflicts(decision, table, ordered, domains)
        if self.draft.is_refused():
            return
        rows = [row for rule in ordered for row in self._alternatives(rule, sources)]
        covered = coverage([rule.tests for rule in rows], domains, decision.name)
        used = [rule for position, rule in enumerate(rows) if position in covered.first]
        numbers = {rule.number for rule in used}
        for rule in ordered:
            if rule.number not in numbers:
                self.draft.notes.append(_message("UNREACHABLE", table=decision.name[:80], row=rule.number))
        is_disjoint = table.policy is HitPolicy.UNIQUE or (
            table.policy is HitPolicy.ANY and not any(overlaps([rule.tests for rule in rules], domains, decision.name))
        )
        is_constant = len(used) == 1 and all(test.every for test in used[0].tests)
        keyed = is_disjoint and bool(sources) and not is_constant
        grid = _Grid(decision, sources, keyed, covered.has_gap)
        for position in range(len(table.outputs)):
            self._write_output(grid, table, position, used)

    def _alternatives(self, rule: _Rule, sources: Sequence[Source]) -> list[_Rule]:
        """Return a rule for each alternative of the lists in its cells."""
        columns = [split_values(source, test) for source, test in zip(sources, rule.tests, strict=True)]
        self._check_alternatives(rule, prod(map(len, columns)))
        return [replace(rule, tests=tests) for tests in product(*columns)]

    def _refuse_conflicts(
        self, decision: Decision, table: DecisionTable, rules: Sequence[_Rule], domains: Sequence[ValueDomain]
    ) -> None:
        """Refuse rules that match the same input, unless the hit policy selects one of them, or their outputs agree."""
        if (key := _CONFLICTS.get(table.policy)) is None:
            return
        is_priority = table.policy is HitPolicy.PRIORITY
        ranks = [self._priority(decision, table, rule) if is_priority else () for rule in rules]
        outputs = [() if table.policy is HitPolicy.UNIQUE else _literals(rule.values) for rule in rules]
        conflicts = (
            (rules[left].number, rules[right].number)
            for left, right in overlaps([rule.tests for rule in rules], domains, decision.name)
            if table.policy is HitPolicy.UNIQUE or (ranks[left] == ranks[right] and outputs[left] != outputs[right])
        )
        for row, other in islice(conflicts, _MAX_CONFLICTS):
            self.draft.refuse(decision.name, _message(key, table=decision.name[:80], row=row, other=other), "OVERLAP")

    def _ordered(self, decision: Decision, table: DecisionTable, rules: Sequence[_Rule]) -> Iterator[_Rule]:
        match table.policy:
            case HitPolicy.PRIORITY | HitPolicy.OUTPUT_ORDER:
                yield from sorted(rules, key=lambda rule: self._priority(decision, table, rule))
            case HitPolicy.MIN | HitPolicy.MAX:
                sign = 1 if table.policy is HitPolicy.MIN else -1
                yield from sorted(rules, key=lambda rule: sign * self._number(decision, rule))
            case _:
                yield from rules

    def _priority(self, decision: Decision, table: DecisionTable, rule: _Rule) -> tuple[int, ...]:
        order = []
        for output, value in zip(table.outputs, rule.values, strict=True):
            if not output.allowed:
                continue
            listed = [_literal_or_text(part) for part in split_list(output.allowed)]
            found = _literal_or_text(value)
            if found not in listed:
                self.draft.refuse_cell(decision.name, rule.number, output.name or decision.name, value, "NO_PRIORITY")
                return ()
            order.append(listed.index(found))
        if not order:
            message = _message("NO_PRIORITIES", table=decision.name[:80])
            raise InputError.of(decision.name, message, "REQUIRED")
        return tuple(order)

    def _number(self, decision: Decision, rule: _Rule) -> Fraction:
        value = _literal_or_text(rule.values[0])
        if type(value) is not Fraction or len(rule.values) != 1:
            self.draft.refuse_cell(decision.name, rule.number, decision.name, rule.values[0], "NOT_A_NUMBER")
            return Fraction(0)
        return value

    def _write_output(self, grid: _Grid, table: DecisionTable, position: int, rules: Sequence[_Rule]) -> None:
        decision, output = grid.decision, table.outputs[position]
        cells = [(rule, rule.values[position]) for rule in rules]
        default = output.default if grid.has_gap else ""
        kinds = {_value_kind(cell) for cell in [*(cell for _, cell in cells), *([default] if default else [])]}
        kinds.discard(None)
        if len(kinds) > 1:
            message = _message("MIXED_OUTPUT", table=decision.name[:80], column=output.name[:80])
            raise InputError.of(decision.name, message, "UNSUPPORTED")
        rows = [
            (rule, alternative, cell) for rule, cell in cells for alternative in self._conditions(rule, grid.sources)
        ]
        if len(rows) > _MAX_ROWS:
            raise InputError.of(decision.name, _message("ROWS", table=decision.name[:80], most=_MAX_ROWS), "TOO_LARGE")
        name = output.name if len(table.outputs) > 1 else ""
        if kinds <= {ValueKind.NUMBER}:
            self._number_output(grid, name, rows, default)
        elif kinds == {ValueKind.DATE}:
            message = _message("DATE_OUTPUT", table=decision.name[:80], column=output.name[:80])
            raise InputError.of(decision.name, message, "UNSUPPORTED")
        else:
            self._word_output(grid, name, output, rows, default)

    def _conditions(self, rule: _Rule, sources: Sequence[Source]) -> list[_Conditions]:
        columns = [alternatives(source, test) for source, test in zip(sources, rule.tests, strict=True)]
        self._check_alternatives(rule, prod(map(len, columns)))
        return list(product(*columns))

    def _check_alternatives(self, rule: _Rule, count: int) -> None:
        if count > _MAX_ALTERNATIVES:
            message = _message("ALTERNATIVES", row=rule.number, most=_MAX_ALTERNATIVES)
            raise InputError.of(f"{self.draft.decision_name}[{rule.number}]", message, "TOO_LARGE")

    def _number_output(self, grid: _Grid, name: str, rows: Sequence[_Row], default: str) -> None:
        decision = grid.decision
        writer = self.draft.expressions(decision.name)
        values = []
        for rule, _, cell in rows:
            try:
                values.append(writer.cell(cell, rule.null, grid.unit))
            except NotPlainError:
                self.draft.refuse_cell(decision.name, rule.number, name or decision.name, cell)
        rest = _no_rule(decision)
        if default:
            try:
                rest = writer.cell(default, NULL, grid.unit)
            except NotPlainError:
                self.draft.refuse_cell(decision.name, 0, name or decision.name, default)
        if self.draft.is_refused():
            return
        id, label = self.draft.named(f"{decision.name} {name}".strip(), "" if name else decision.id)
        coded = [(each, value, rule.basis) for (rule, each, _), value in zip(rows, values, strict=True)]
        self._write_table(grid, id, label, coded, rest if grid.has_gap else "")
        if not name:
            self.draft.sources[decision.name] = Source(id, label, ValueKind.NUMBER, ValueDomain(), decision.unit)
        self.draft.outcomes.append(DecisionOutcome(decision.name, name, "number", id))

    def _write_table(self, grid: _Grid, id: str, label: str, rows: Sequence[_WrittenRow], rest: str) -> None:
        decision, sources = grid.decision, grid.sources
        bases = [basis for _, _, basis in rows] + ([decision.otherwise_basis] if rest else [])
        if not grid.keyed:
            written = [(value, when_text(sources, conditions)) for conditions, value, _ in rows]
            written += [(rest, "otherwise")] if rest else []
            # If the rules cover every input, the condition of the last row adds nothing.
            written[-1] = (written[-1][0], "otherwise")
            self.draft.add_quantity(id, label, written, decision.unit, bases)
            return
        table = [[*(source.shown for source in sources), "is"]]
        table += [[*(key_text(each) for each in conditions), value] for conditions, value, _ in rows]
        table += [[*("otherwise" for _ in sources), rest]] if rest else []
        sentence = f"{quantity_name(id, label, decision.unit)}, by {', '.join(source.shown for source in sources)}"
        self.draft.definitions.append(self.draft.with_bases(sentence, table, bases))

    def _word_output(self, grid: _Grid, name: str, output: TableOutput, rows: Sequence[_Row], default: str) -> None:
        decision = grid.decision
        listed = [] if not output.allowed else [_literal_or_text(part) for part in split_list(output.allowed)]
        values = [read_literal(cell) for _, _, cell in rows]
        rest = read_literal(default) if default else None
        found = [value for value in (*values, rest) if value is not None]
        words = list(dict.fromkeys([value for value in listed if value in found] + found))
        codes = codes_of(words)
        coded = [
            (conditions, rule.null if value is None else str(codes[value]), rule.basis)
            for (rule, conditions, _), value in zip(rows, values, strict=True)
        ]
        last = ("" if not grid.has_gap else _no_rule(decision)) if rest is None else str(codes[rest])
        self.draft.coded(decision, name, codes, lambda id, label: self._write_table(grid, id, label, coded, last))

    def _all_matches(
        self, decision: Decision, table: DecisionTable, sources: Sequence[Source], rules: Sequence[_Rule]
    ) -> None:
        ordered = list(self._ordered(decision, table, rules)) if table.policy.has_list_result else list(rules)
        amounts = [] if table.policy.has_list_result else [
            Fraction(1) if table.policy is HitPolicy.COUNT else self._number(decision, rule) for rule in ordered
        ]  # fmt: skip
        has_default = any(output.default for output in table.outputs)
        if has_default and table.policy is HitPolicy.COUNT:
            self.draft.refuse(decision.name, _message("DEFAULT_OF_COUNT", table=decision.name[:80]), "UNSUPPORTED")
        if self.draft.is_refused():
            return
        values = [tuple(self._read_value(decision, table, rule, cell) for cell in rule.values) for rule in ordered]
        default = self._default(decision, table) if has_default else ()
        if self.draft.is_refused():
            return
        conditions, items = [], []
        for rule, result in zip(ordered, values, strict=True):
            cases = [when_text(sources, each) for each in self._conditions(rule, sources)]
            id = self.draft.names.id(f"{decision.name} rule {rule.number}", "decision")
            label = f"{decision.name} rule {rule.number}: {_shown_result(result)}"
            conditions.append((id, single_line(label), cases))
            items.append(ListItem(id, result))
        if any(case == "otherwise" for _, _, cases in conditions for case in cases):
            raise InputError.of(decision.name, _message("ALWAYS", table=decision.name[:80]), "UNSUPPORTED")
        ids = [id for id, _, _ in conditions]
        if not table.policy.has_list_result:
            self.draft.add_conditions(conditions)
            found = default[0] if default else None
            rest = number_text(found, decision.unit) if isinstance(found, Fraction) else NO_RULE
            self._add_total(decision, table.policy, ids, amounts, rest)
            return
        if default:
            id = self.draft.names.id(f"{decision.name} default", "decision")
            conditions.append((id, single_line(f"{decision.name} default: {_shown_result(default)}"), [_none_of(ids)]))
            items.append(ListItem(id, default))
        self.draft.add_conditions(conditions)
        self.draft.outcomes.append(DecisionOutcome(decision.name, "", "list", items=tuple(items)))

    def _read_value(self, decision: Decision, table: DecisionTable, rule: _Rule, cell: str) -> Literal:
        """Return the literal of an output cell; None after a refusal."""
        try:
            return read_literal(cell)
        except NotPlainError:
            column = table.outputs[rule.values.index(cell)].name or decision.name
            self.draft.refuse_cell(decision.name, rule.number, column, cell)
            return None

    def _default(self, decision: Decision, table: DecisionTable) -> tuple[Literal, ...]:
        """Return the result if no rule matches; an output without a default is null."""
        values: list[Literal] = []
        for output in table.outputs:
            try:
                values.append(read_literal(output.default) if output.default else None)
            except NotPlainError:
                self.draft.refuse_cell(decision.name, 0, output.name or decision.name, output.default)
        if table.policy is HitPolicy.SUM and values and type(values[0]) is not Fraction:
            self.draft.refuse_cell(decision.name, 0, decision.name, table.outputs[0].default, "NOT_A_NUMBER")
        return tuple(values)

    def _add_total(
        self, decision: Decision, policy: HitPolicy, conditions: Sequence[str], amounts: Sequence[Fraction], rest: str
    ) -> None:
        parts = []
        for condition, amount in zip(conditions, amounts, strict=True):
            part = self.draft.names.id(f"{condition} amount", "decision")
            cases = [(amount, f"{condition} holds"), (Fraction(0), "otherwise")]
            rows = [(number_text(value, decision.unit), when) for value, when in cases]
            self.draft.add_quantity(part, "", rows, decision.unit)
            parts.append(part)
        id, label = self.draft.named(decision.name, decision.id)
        rows = [(" + ".join(parts), "otherwise")]
        if policy is HitPolicy.SUM:
            rows.insert(0, (rest, _none_of(conditions)))
        self.draft.add_quantity(id, label, rows, decision.unit)
        self.draft.sources[decision.name] = Source(id, label, ValueKind.NUMBER, ValueDomain(), decision.unit)
        self.draft.outcomes.append(DecisionOutcome(decision.name, "", "number", id))


def _none_of(conditions: Sequence[str]) -> str:
    return "; ".join(f"{condition} does not hold" for condition in conditions)


def _shown_result(result: Sequence[Literal]) -> str:
    return " / ".join(FLAGS[each] if isinstance(each, bool) else _shown(each) for each in result)


def _shown(value: Literal) -> str:
    return number_text(value) if isinstance(value, Fraction) else "null" if value is None else str(value)


def _no_rule(decision: Decision) -> str:
    reason = decision.otherwise_reason
    if reason is None:
        return NO_RULE
    return f"undetermined, because {single_line(reason)}" if reason else "undetermined"


def _value_kind(cell: str) -> ValueKind | None:
    try:
        return literal_kind(read_literal(cell))
    except NotPlainError:
        return ValueKind.NUMBER  # an expression; other kinds are refused where it is read


def _literal_or_text(cell: str) -> Literal:
    try:
        return read_literal(cell)
    except NotPlainError:
        return cell


def _literals(cells: Sequence[str]) -> tuple[Literal, ...]:
    return tuple(map(_literal_or_text, cells))
