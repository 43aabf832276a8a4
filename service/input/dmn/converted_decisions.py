"""Conversion of decisions to quantities and conditions of the feature language, with every refusal at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import islice, product
from math import prod
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, attempt, message_factory
from service.input.dmn.converted_expressions import ExpressionConverter
from service.input.dmn.decision_outcomes import DecisionOutcome, ListItem
from service.input.dmn.declared_inputs import InputFact, kind_or_none, sample_value, value_domain
from service.input.dmn.dmn_model import Decision, DecisionTable, DmnInput, HitPolicy, ValueKind
from service.input.dmn.feature_lines import (
    Definition,
    NameAllocator,
    Source,
    alternatives,
    choice_ids,
    is_writable,
    number_text,
    single_line,
    split_values,
)
from service.input.dmn.feel import names_in, read_expression
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
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from service.input.dmn.dmn_model import DmnFile, TableOutput
    from service.input.dmn.feel import Expression

_message = message_factory(__name__)

_Conditions = tuple[tuple[str, ...], ...]
"""The comparisons of one row, by input column."""
_WrittenRow = tuple[_Conditions, str, str]
"""Conditions, value and basis."""
_SIMPLE_NAME = re.compile(r"[^\W\d]\w*(?:[ .'/-]\w+)*")
_MAX_ALTERNATIVES, _MAX_ROWS = 64, 4_000
NO_RULE = "undetermined, because no rule of the decision table applies"
NULL = "undetermined, because the decision has the result null"
_FIRST_MATCH = (HitPolicy.UNIQUE, HitPolicy.ANY, HitPolicy.FIRST, HitPolicy.PRIORITY, HitPolicy.MIN, HitPolicy.MAX)


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


@dataclass(slots=True)
class DecisionConverter:
    """Converts all decisions of a file."""

    file: DmnFile
    violations: list[Violation] = field(default_factory=list)
    facts: list[InputFact] = field(default_factory=list)
    outcomes: list[DecisionOutcome] = field(default_factory=list)
    rules: list[tuple[str, list[Definition]]] = field(default_factory=list)
    _names: NameAllocator = field(default_factory=NameAllocator)
    _sources: dict[str, Source] = field(default_factory=dict)
    _samples: dict[str, ValueSet] = field(default_factory=dict)
    _bases: dict[str, str] = field(default_factory=dict)
    _unread: list[str] = field(default_factory=list)
    _definitions: list[Definition] = field(default_factory=list)
    _decision_name: str = ""
    _before: int = 0
    _failed: set[str] = field(default_factory=set)

    def _is_refused(self) -> bool:
        """Return whether the current decision has refusals."""
        return len(self.violations) > self._before

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(self._unread)

    def convert(self) -> None:
        """Convert inputs and decisions; refusals are in `violations`."""
        self._declare_inputs()
        waiting = list(self.file.decisions)
        reads = {decision.name: self._reads(decision) for decision in waiting}
        while waiting:
            names = {decision.name for decision in waiting}
            ready = [each for each in waiting if not (reads[each.name] & names) - {each.name}]
            if not ready:
                shown = sorted(names)
                self._refuse(shown[0], _message("CYCLE", decisions=shown), "CYCLE")
                return
            for decision in ready:
                self._before = len(self.violations)
                attempt(self.violations, self._convert, decision)
                if self._is_refused():
                    self._failed.add(decision.name)
            waiting = [each for each in waiting if each not in ready]

    def base_definitions(self, title: str) -> list[Definition]:
        """Return the bases, facts, labels of choices, and the reference case."""
        bases = [("basis", "instrument", "clause", "certainty")]
        used = {cell for _, definitions in self.rules for each in definitions for cell in each.bases}
        bases += [
            (each.id, single_line(each.instrument), single_line(each.clause), each.certainty.replace("_", " "))
            for each in self.file.bases if each.id in used
        ]  # fmt: skip
        bases += [
            (id, f"DMN file: {title}", f"decision {single_line(name)}", "secondary") for name, id in self._bases.items()
        ]
        if not self.facts:
            return [Definition("these bases", bases)]
        rows: list[tuple[str, ...]] = [
            ("fact", "label", "type", "unit", "one of", "at least", "at most", "may lie ahead")
        ]
        case, labels = [("fact", "value")], []
        for each in self.facts:
            source = self._sources[each.name]
            ids, limits = list(each.choices.values()), source.domain.limits
            kind = "choice" if ids else each.kind.value
            ends = [number_text(end) if isinstance(end, Fraction) else "" for end in (limits.low, limits.high)]
            ahead = "yes" if each.kind is ValueKind.DATE else ""
            rows.append((source.id, source.label, kind, each.unit, ", ".join(ids), *ends, ahead))
            case.append((source.shown, sample_value(each, source, self._samples.get(each.name, EVERY))))
            if any(word != id for word, id in each.choices.items()):
                words = [("value", "words"), *((id, single_line(word) or id) for word, id in each.choices.items())]
                labels.append(Definition(f"the choices of {source.shown}", words))
        return [
            Definition("these bases", bases), Definition("these facts", _without_blank_columns(rows)), *labels,
            Definition("this reference case", case),
        ]  # fmt: skip

    def _refuse(self, place: str, description: str, reason: str) -> None:
        self.violations.append(Violation(place[:200], description, reason))

    def _refuse_cell(self, decision: str, row: int, column: str, cell: str, key: str = "CELL") -> None:
        place = f"{decision}[{row}].{column}"
        shown = {"table": decision[:80], "row": row, "column": column[:80], "cell": cell[:120]}
        self._refuse(place, _message(key, **shown), "UNSUPPORTED_CELL")

    # Inputs

    def _declare_inputs(self) -> None:
        tables = [each.logic for each in self.file.decisions if isinstance(each.logic, DecisionTable)]
        decisions = {each.name for each in self.file.decisions}
        known = {each.name: each for each in self.file.inputs}
        for table in tables:
            for column in table.inputs:
                name = column.expression
                if name not in known and name not in decisions and _SIMPLE_NAME.fullmatch(name):
                    known[name] = DmnInput(name, column.kind)
        used = frozenset[str]().union(*(self._reads(each, known) for each in self.file.decisions))
        for name, declared in known.items():
            if name in used:
                attempt(self.violations, self._declare_input, declared, tables)
            else:
                self._unread.append(_message("UNUSED_INPUT", name=name[:80]))

    def _reads(self, decision: Decision, inputs: Mapping[str, DmnInput] | None = None) -> frozenset[str]:
        names = {*(self._sources if inputs is None else inputs), *(each.name for each in self.file.decisions)}
        logic = decision.logic
        texts = [logic] if isinstance(logic, str) else [cell for rule in logic.rules for cell in rule.outputs]
        columns = frozenset() if isinstance(logic, str) else frozenset(each.expression for each in logic.inputs)
        return columns.union(*(_names_read(text, names) for text in texts))

    def _declare_input(self, declared: DmnInput, tables: Sequence[DecisionTable]) -> None:
        name = declared.name
        columns = [column for table in tables for column in table.inputs if column.expression == name]
        cells = [
            rule.inputs[position]
            for table in tables
            for rule in table.rules
            for position, column in enumerate(table.inputs)
            if column.expression == name
        ]
        kinds = [declared.kind, *(column.kind for column in columns), *map(kind_or_none, cells)]
        kind = next((each for each in kinds if each is not None), None if columns else ValueKind.NUMBER)
        if kind is None:
            raise InputError.of(name, _message("NO_TYPE", name=name[:80]), "REQUIRED")
        allowed = list(dict.fromkeys(text for text in (declared.allowed, *(each.allowed for each in columns)) if text))
        domain, words = value_domain(name, kind, allowed)
        id = declared.id or self._names.id(name, "input")
        self._names.ids.add(id)
        choices = choice_ids(words) if words else {}
        source = Source(id, self._names.label(name, id), kind, domain, declared.unit, choices=choices or None)
        self._sources[name] = source
        self.facts.append(InputFact(name, id, kind, choices, declared.unit))

    # Decisions

    def _convert(self, decision: Decision) -> None:
        self._decision_name, self._definitions = decision.name, []
        if isinstance(decision.logic, str):
            self._convert_expression(decision, decision.logic)
        else:
            self._convert_table(decision, decision.logic)
        self.rules.append((decision.name, self._definitions))

    def _own_basis(self) -> str:
        """Return the basis that names the current decision."""
        name = self._decision_name
        if name in self._bases:
            return self._bases[name]
        slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40] or "decision"
        number, id = 1, f"dmn-{slug}"
        while id in self._bases.values() or any(id == basis.id for basis in self.file.bases):
            number += 1
            id = f"dmn-{slug}-{number}"
        self._bases[name] = id
        return id

    def _convert_expression(self, decision: Decision, text: str) -> None:
        place, writer = decision.name, self._expressions(decision.name)
        try:
            expression = read_expression(text, self._sources)
            kind = writer.kind(expression)
            if kind is ValueKind.NUMBER:
                self._number_decision(decision, expression, writer)
            elif kind is ValueKind.TEXT or not names_in(expression):
                value = writer.constant(expression)
                self._constant_decision(decision, value)
            else:
                rows = writer.condition_rows(expression)
                id, label = self._named(decision.name)
                self._add_conditions([(id, label, rows)])
                self.outcomes.append(DecisionOutcome(decision.name, "", "flag", "", {True: id}))
        except NotPlainError as error:
            shown = {"decision": place[:80], "part": str(error)[:120], "text": text[:200]}
            raise InputError.of(place, _message("EXPRESSION", **shown), "UNSUPPORTED") from None

    def _expressions(self, name: str) -> ExpressionConverter:
        return ExpressionConverter(self._sources, lambda part: self._helper(name, part))

    def _helper(self, name: str, rows: Sequence[tuple[str, str]]) -> str:
        id = self._names.id(f"{name} divisor", "decision")
        self._add_quantity(id, "", rows)
        return id

    def _number_decision(self, decision: Decision, expression: Expression, writer: ExpressionConverter) -> None:
        rows = writer.number_rows(expression, NULL)
        id, label = self._named(decision.name, decision.id)
        self._add_quantity(id, label, rows)
        self._sources[decision.name] = Source(id, label, ValueKind.NUMBER, ValueDomain())
        self.outcomes.append(DecisionOutcome(decision.name, "", "number", id))

    def _named(self, name: str, id: str = "") -> tuple[str, str]:
        found = id or self._names.id(name, "decision")
        self._names.ids.add(found)
        return found, self._names.label(name, found)

    def _add_quantity(
        self, id: str, label: str, rows: Sequence[tuple[str, str]], unit: str = "", bases: Sequence[str] = ()
    ) -> None:
        named = f"the quantity {f'{label} ({id})' if label else id}{f', in {unit}' if unit else ''}"
        if len(rows) == 1:
            table: list[tuple[str, ...]] = [("is",), (rows[0][0],)]
        else:
            table = [("is", "when"), *rows]
        self._definitions.append(self._with_bases(named, table, bases))

    def _add_conditions(self, conditions: Sequence[tuple[str, str, Sequence[str]]]) -> None:
        rows = [("condition", "label", "holds when", "basis")]
        for id, label, cases in conditions:
            rows += [(id, "" if number else label, case, self._own_basis()) for number, case in enumerate(cases)]
        self._definitions.append(Definition("these conditions", rows))

    # Tables

    def _convert_table(self, decision: Decision, table: DecisionTable) -> None:
        sources = [self._column_source(decision, column.expression) for column in table.inputs]
        rules = [] if None in sources else list(self._read_rules(decision, table, [each for each in sources if each]))
        if self._is_refused() or None in sources:
            return
        known = [source for source in sources if source is not None]
        for source, column, position in zip(known, table.inputs, range(len(known)), strict=True):
            tests = [rule.tests[position] for rule in rules if not rule.tests[position].every]
            if tests and column.expression not in self._samples and source.codes is None:
                self._samples[column.expression] = tests[0]
        if table.policy in _FIRST_MATCH:
            self._first_match(decision, table, known, rules)
        else:
            self._all_matches(decision, table, known, rules)

    def _column_source(self, decision: Decision, expression: str) -> Source | None:
        source = self._sources.get(expression)
        if source is None and expression not in self._failed:
            shown = {"table": decision.name[:80], "found": expression[:120]}
            self._refuse(decision.name, _message("INPUT_EXPRESSION", **shown), "UNSUPPORTED")
        return source

    def _read_rules(self, decision: Decision, table: DecisionTable, sources: Sequence[Source]) -> Iterator[_Rule]:
        for number, rule in enumerate(table.rules, 1):
            tests = []
            for source, column, cell in zip(sources, table.inputs, rule.inputs, strict=True):
                test = self._read_cell(decision, number, column.expression, cell, source)
                tests.append(EVERY if test is None else test)
            for output, cell in zip(table.outputs, rule.outputs, strict=True):
                if not cell or cell == "-":
                    self._refuse_cell(decision.name, number, output.name or decision.name, cell)
            yield _Rule(number, tuple(tests), rule.outputs, rule.basis, rule.reason)

    def _read_cell(self, decision: Decision, number: int, column: str, cell: str, source: Source) -> ValueSet | None:
        try:
            test = read_test(cell, source.kind)
        except NotPlainError:
            self._refuse_cell(decision.name, number, column, cell)
            return None
        allowed = source.domain.words
        if allowed is not None and not allowed.issuperset(test.words):
            self._refuse_cell(decision.name, number, column, cell, "NOT_ALLOWED")
            return None
        is_plain_text = source.kind is ValueKind.TEXT and source.choices is None and source.codes is None
        if is_plain_text and not all(map(is_writable, test.words)):
            self._refuse_cell(decision.name, number, column, cell, "UNWRITABLE_TEXT")
            return None
        return test

    def _first_match(
        self, decision: Decision, table: DecisionTable, sources: Sequence[Source], rules: Sequence[_Rule]
    ) -> None:
        tests, domains = [rule.tests for rule in rules], [source.domain for source in sources]
        is_grid = table.policy in (HitPolicy.UNIQUE, HitPolicy.ANY)
        most = _MAX_ALTERNATIVES if table.policy is HitPolicy.UNIQUE else None
        pairs = list(islice(overlaps(tests, domains, decision.name), most)) if is_grid else []
        if table.policy is HitPolicy.UNIQUE and pairs:
            for left, right in pairs:
                shown = {"table": decision.name[:80], "row": rules[left].number, "other": rules[right].number}
                self._refuse(decision.name, _message("OVERLAP", **shown), "OVERLAP")
            return
        if table.policy is HitPolicy.ANY:
            self._refuse_different(decision, rules, pairs)
        ordered = list(self._ordered(decision, table, rules))
        if table.policy is HitPolicy.PRIORITY:
            self._refuse_ties(decision, table, ordered, domains)
        if self._is_refused():
            return
        rows = [row for rule in ordered for row in self._alternatives(rule, sources)]
        covered = coverage([rule.tests for rule in rows], domains, decision.name)
        used = [rule for position, rule in enumerate(rows) if position in covered.first]
        numbers = {rule.number for rule in used}
        for rule in ordered:
            if rule.number not in numbers:
                self._unread.append(_message("UNREACHABLE", table=decision.name[:80], row=rule.number))
        keyed = (
            is_grid
            and not pairs
            and bool(sources)
            and not (len(used) == 1 and all(test.every for test in used[0].tests))
        )
        grid = _Grid(decision, sources, keyed, covered.has_gap)
        for position in range(len(table.outputs)):
            self._write_output(grid, table, position, used)

    def _alternatives(self, rule: _Rule, sources: Sequence[Source]) -> list[_Rule]:
        """Return a rule for each alternative of the lists in its cells."""
        columns = [split_values(source, test) for source, test in zip(sources, rule.tests, strict=True)]
        self._check_alternatives(rule, prod(map(len, columns)))
        return [replace(rule, tests=tests) for tests in product(*columns)]

    def _refuse_different(self, decision: Decision, rules: Sequence[_Rule], pairs: Sequence[tuple[int, int]]) -> None:
        for left, right in pairs:
            if _literals(rules[left].values) != _literals(rules[right].values):
                shown = {"table": decision.name[:80], "row": rules[left].number, "other": rules[right].number}
                self._refuse(decision.name, _message("ANY_DIFFERS", **shown), "OVERLAP")

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
                self._refuse_cell(decision.name, rule.number, output.name or decision.name, value, "NO_PRIORITY")
                return ()
            order.append(listed.index(found))
        if not order:
            message = _message("NO_PRIORITIES", table=decision.name[:80])
            raise InputError.of(decision.name, message, "REQUIRED")
        return tuple(order)

    def _refuse_ties(
        self, decision: Decision, table: DecisionTable, rules: Sequence[_Rule], domains: Sequence[ValueDomain]
    ) -> None:
        for left, right in overlaps([rule.tests for rule in rules], domains, decision.name):
            first, second = rules[left], rules[right]
            is_tie = self._priority(decision, table, first) == self._priority(decision, table, second)
            if is_tie and _literals(first.values) != _literals(second.values):
                shown = {"table": decision.name[:80], "row": first.number, "other": second.number}
                self._refuse(decision.name, _message("PRIORITY_TIE", **shown), "OVERLAP")

    def _number(self, decision: Decision, rule: _Rule) -> Fraction:
        value = _literal_or_text(rule.values[0])
        if type(value) is not Fraction or len(rule.values) != 1:
            self._refuse_cell(decision.name, rule.number, decision.name, rule.values[0], "NOT_A_NUMBER")
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
            raise InputError.of(f"{self._decision_name}[{rule.number}]", message, "TOO_LARGE")

    def _number_output(self, grid: _Grid, name: str, rows: Sequence[_Row], default: str) -> None:
        decision = grid.decision
        writer = self._expressions(decision.name)
        values = []
        for rule, _, cell in rows:
            try:
                values.append(writer.cell(cell, rule.null, grid.unit))
            except NotPlainError:
                self._refuse_cell(decision.name, rule.number, name or decision.name, cell)
        rest = _no_rule(decision)
        if default:
            try:
                rest = writer.cell(default, NULL, grid.unit)
            except NotPlainError:
                self._refuse_cell(decision.name, 0, name or decision.name, default)
        if self._is_refused():
            return
        id, label = self._named(f"{decision.name} {name}".strip(), "" if name else decision.id)
        coded = [(each, value, rule.basis) for (rule, each, _), value in zip(rows, values, strict=True)]
        self._write_table(grid, id, label, coded, rest if grid.has_gap else "")
        if not name:
            self._sources[decision.name] = Source(id, label, ValueKind.NUMBER, ValueDomain(), decision.unit)
        self.outcomes.append(DecisionOutcome(decision.name, name, "number", id))

    def _write_table(self, grid: _Grid, id: str, label: str, rows: Sequence[_WrittenRow], rest: str) -> None:
        decision, sources = grid.decision, grid.sources
        bases = [basis for _, _, basis in rows] + ([decision.otherwise_basis] if rest else [])
        if not grid.keyed:
            written = [(value, _when(sources, conditions)) for conditions, value, _ in rows]
            written += [(rest, "otherwise")] if rest else []
            # If the rules cover every input, the condition of the last row adds nothing.
            written[-1] = (written[-1][0], "otherwise")
            self._add_quantity(id, label, written, decision.unit, bases)
            return
        table = [[*(source.shown for source in sources), "is"]]
        table += [[*(_key_cell(each) for each in conditions), value] for conditions, value, _ in rows]
        table += [[*("otherwise" for _ in sources), rest]] if rest else []
        named = f"the quantity {f'{label} ({id})' if label else id}{f', in {decision.unit}' if decision.unit else ''}"
        by = ", ".join(source.shown for source in sources)
        self._definitions.append(self._with_bases(f"{named}, by {by}", table, bases))

    def _with_bases(self, sentence: str, table: Sequence[Sequence[str]], bases: Sequence[str]) -> Definition:
        """Return the definition with the bases of the exported scorecard, or with the decision as its basis."""
        known = {basis.id for basis in self.file.bases}
        stated = [basis for basis in bases if basis and known.issuperset(basis.split(", "))]
        if len(stated) < len(bases) or not stated:
            return Definition(f"{sentence}, on basis {self._own_basis()}", table)
        if len(set(stated)) == 1:
            return Definition(f"{sentence}, on basis {stated[0]}", table, frozenset(stated[0].split(", ")))
        rows = [[*row, basis] for row, basis in zip(table, ("basis", *stated), strict=True)]
        return Definition(sentence, rows, frozenset(each for basis in stated for each in basis.split(", ")))

    def _word_output(self, grid: _Grid, name: str, output: TableOutput, rows: Sequence[_Row], default: str) -> None:
        decision = grid.decision
        listed = [] if not output.allowed else [_literal_or_text(part) for part in split_list(output.allowed)]
        values = [read_literal(cell) for _, _, cell in rows]
        rest = read_literal(default) if default else None
        found = [value for value in (*values, rest) if value is not None]
        words = list(dict.fromkeys([value for value in listed if value in found] + found))
        codes = _codes(words)
        coded = [
            (conditions, rule.null if value is None else str(codes[value]), rule.basis)
            for (rule, conditions, _), value in zip(rows, values, strict=True)
        ]
        last = ("" if not grid.has_gap else _no_rule(decision)) if rest is None else str(codes[rest])
        self._coded(decision, name, codes, lambda id, label: self._write_table(grid, id, label, coded, last))

    def _constant_decision(self, decision: Decision, value: Literal) -> None:
        codes = _codes([] if value is None else [value])
        text = NULL if value is None else str(codes[value])
        self._coded(decision, "", codes, lambda id, label: self._add_quantity(id, label, [(text, "otherwise")]))

    def _coded(
        self, decision: Decision, name: str, codes: Mapping[Literal, int], write: Callable[[str, str], None]
    ) -> None:
        words = list(codes)
        full = f"{decision.name} {name}".strip()
        id, label = self._named(f"{full} code")
        write(id, label)
        conditions, ids = [], {}
        for word in words:
            shown = FLAGS[word] if isinstance(word, bool) else str(word)
            own = ids[word] = self._names.id(f"{full} {shown}", "decision")
            conditions.append((own, f"{single_line(full)}: {single_line(shown)}", [f"{label or id} is {codes[word]}"]))
        if conditions:
            self._add_conditions(conditions)
        is_flag = bool(words) and all(isinstance(word, bool) for word in words)
        kind = ValueKind.FLAG if is_flag else ValueKind.TEXT
        if not name:
            texts = {FLAGS[word] if isinstance(word, bool) else str(word): code for word, code in codes.items()}
            domain = ValueDomain(words=frozenset(texts), is_text=True)
            self._sources[decision.name] = Source(id, label, kind, domain, codes=texts)
        self.outcomes.append(DecisionOutcome(decision.name, name, "flag" if is_flag else "word", id, ids))

    # All matching rules

    def _all_matches(
        self, decision: Decision, table: DecisionTable, sources: Sequence[Source], rules: Sequence[_Rule]
    ) -> None:
        ordered = list(self._ordered(decision, table, rules)) if table.policy.has_list_result else list(rules)
        amounts = [] if table.policy.has_list_result else [
            Fraction(1) if table.policy is HitPolicy.COUNT else self._number(decision, rule) for rule in ordered
        ]  # fmt: skip
        if self._is_refused():
            return
        values = [tuple(self._read_value(decision, table, rule, cell) for cell in rule.values) for rule in ordered]
        if self._is_refused():
            return
        conditions, items = [], []
        for rule, result in zip(ordered, values, strict=True):
            cases = [_when(sources, each) for each in self._conditions(rule, sources)]
            id = self._names.id(f"{decision.name} rule {rule.number}", "decision")
            shown = " / ".join(FLAGS[each] if isinstance(each, bool) else _shown(each) for each in result)
            conditions.append((id, single_line(f"{decision.name} rule {rule.number}: {shown}"), cases))
            items.append(ListItem(id, result))
        if any(case == "otherwise" for _, _, cases in conditions for case in cases):
            raise InputError.of(decision.name, _message("ALWAYS", table=decision.name[:80]), "UNSUPPORTED")
        self._add_conditions(conditions)
        if table.policy.has_list_result:
            self.outcomes.append(DecisionOutcome(decision.name, "", "list", items=tuple(items)))
            return
        self._add_total(decision, table.policy, [id for id, _, _ in conditions], amounts)

    def _read_value(self, decision: Decision, table: DecisionTable, rule: _Rule, cell: str) -> Literal:
        """Return the literal of an output cell; None after a refusal."""
        try:
            return read_literal(cell)
        except NotPlainError:
            column = table.outputs[rule.values.index(cell)].name or decision.name
            self._refuse_cell(decision.name, rule.number, column, cell)
            return None

    def _add_total(
        self, decision: Decision, policy: HitPolicy, conditions: Sequence[str], amounts: Sequence[Fraction]
    ) -> None:
        parts = []
        for condition, amount in zip(conditions, amounts, strict=True):
            part = self._names.id(f"{condition} amount", "decision")
            cases = [(amount, f"{condition} holds"), (Fraction(0), "otherwise")]
            rows = [(number_text(value, decision.unit), when) for value, when in cases]
            self._add_quantity(part, "", rows, decision.unit)
            parts.append(part)
        id, label = self._named(decision.name, decision.id)
        rows = [(" + ".join(parts), "otherwise")]
        if policy is HitPolicy.SUM:
            rows.insert(0, (NO_RULE, "; ".join(f"{condition} does not hold" for condition in conditions)))
        self._add_quantity(id, label, rows, decision.unit)
        self._sources[decision.name] = Source(id, label, ValueKind.NUMBER, ValueDomain(), decision.unit)
        self.outcomes.append(DecisionOutcome(decision.name, "", "number", id))


def _shown(value: Literal) -> str:
    return number_text(value) if isinstance(value, Fraction) else "null" if value is None else str(value)


def _codes(words: Sequence[Literal]) -> dict[Literal, int]:
    return {word: int(word) if isinstance(word, bool) else number for number, word in enumerate(words, 1)}


def _no_rule(decision: Decision) -> str:
    reason = decision.otherwise_reason
    if reason is None:
        return NO_RULE
    return f"undetermined, because {single_line(reason)}" if reason else "undetermined"


def _without_blank_columns(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    used = [position for position in range(len(rows[0])) if any(row[position] for row in rows[1:])]
    return [tuple(row[position] for position in used) for row in rows]


def _names_read(text: str, names: set[str]) -> frozenset[str]:
    try:
        return names_in(read_expression(text, names))
    except NotPlainError:
        return frozenset(name for name in names if name in text)


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


def _when(sources: Sequence[Source], conditions: Sequence[Sequence[str]]) -> str:
    clauses = [
        f"{source.shown} {comparison}"
        for source, comparisons in zip(sources, conditions, strict=True)
        for comparison in comparisons
    ]
    return "; ".join(clauses) or "otherwise"


def _key_cell(comparisons: Sequence[str]) -> str:
    return "; ".join(comparison.removeprefix("is ") for comparison in comparisons) or "any"
