"""Conversion of all decisions of a file, in the order of their dependencies, with every refusal at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import InputError, attempt, message_factory
from service.input.dmn.converted_draft import NULL, ConvertedDraft, codes_of
from service.input.dmn.converted_tables import TableConverter
from service.input.dmn.decision_outcomes import DecisionOutcome
from service.input.dmn.declared_inputs import InputFact, kind_or_none, value_domain
from service.input.dmn.dmn_model import DecisionTable, DmnInput, ValueKind
from service.input.dmn.feature_lines import Source, choice_ids
from service.input.dmn.feel import names_in, read_expression
from service.input.dmn.rule_order import ValueDomain
from service.input.dmn.unary_tests import NotPlainError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from service.input.dmn.converted_expressions import ExpressionConverter
    from service.input.dmn.dmn_model import Decision
    from service.input.dmn.feel import Expression
    from service.input.dmn.unary_tests import Literal

_message = message_factory(__name__)

_SIMPLE_NAME = re.compile(r"[^\W\d]\w*(?:[ .'/-]\w+)*")


@dataclass(frozen=True, slots=True)
class DecisionConverter:
    """Converts the inputs and decisions of the file of `draft`."""

    draft: ConvertedDraft

    def convert(self) -> None:
        """Convert inputs and decisions; refusals are in `draft.violations`."""
        self._declare_inputs()
        waiting = list(self.draft.file.decisions)
        reads = {decision.name: self._reads(decision) for decision in waiting}
        while waiting:
            names = {decision.name for decision in waiting}
            ready = [each for each in waiting if not (reads[each.name] & names) - {each.name}]
            if not ready:
                shown = sorted(names)
                self.draft.refuse(shown[0], _message("CYCLE", decisions=shown), "CYCLE")
                return
            for decision in ready:
                self.draft.begin(decision)
                attempt(self.draft.violations, self._convert, decision)
                if self.draft.is_refused():
                    self.draft.failed.add(decision.name)
            waiting = [each for each in waiting if each not in ready]

    def _declare_inputs(self) -> None:
        tables = [each.logic for each in self.draft.file.decisions if isinstance(each.logic, DecisionTable)]
        decisions = {each.name for each in self.draft.file.decisions}
        known = {each.name: each for each in self.draft.file.inputs}
        for table in tables:
            for column in table.inputs:
                name = column.expression
                if name not in known and name not in decisions and _SIMPLE_NAME.fullmatch(name):
                    known[name] = DmnInput(name, column.kind)
        used = frozenset[str]().union(*(self._reads(each, known) for each in self.draft.file.decisions))
        for name, declared in known.items():
            if name in used:
                attempt(self.draft.violations, self._declare_input, declared, tables)
            else:
                self.draft.notes.append(_message("UNUSED_INPUT", name=name[:80]))

    def _reads(self, decision: Decision, inputs: Mapping[str, DmnInput] | None = None) -> frozenset[str]:
        names = {
            *(self.draft.sources if inputs is None else inputs),
            *(each.name for each in self.draft.file.decisions),
        }
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
        id = declared.id or self.draft.names.id(name, "input")
        self.draft.names.ids.add(id)
        choices = choice_ids(words) if words else {}
        source = Source(id, self.draft.names.label(name, id), kind, domain, declared.unit, choices=choices or None)
        self.draft.sources[name] = source
        self.draft.facts.append(InputFact(name, id, kind, choices, declared.unit))

    def _convert(self, decision: Decision) -> None:
        if isinstance(decision.logic, str):
            self._convert_expression(decision, decision.logic)
        else:
            TableConverter(self.draft).convert(decision, decision.logic)
        self.draft.rules.append((decision.name, self.draft.definitions))

    def _convert_expression(self, decision: Decision, text: str) -> None:
        place, writer = decision.name, self.draft.expressions(decision.name)
        try:
            expression = read_expression(text, self.draft.sources)
            kind = writer.kind(expression)
            if kind is ValueKind.NUMBER:
                self._number_decision(decision, expression, writer)
            elif kind is ValueKind.TEXT or not names_in(expression):
                value = writer.constant(expression)
                self._constant_decision(decision, value)
            else:
                rows = writer.condition_rows(expression)
                id, label = self.draft.named(decision.name)
                self.draft.add_conditions([(id, label, rows)])
                self.draft.outcomes.append(DecisionOutcome(decision.name, "", "flag", "", {True: id}))
        except NotPlainError as error:
            shown = {"decision": place[:80], "part": str(error)[:120], "text": text[:200]}
            raise InputError.of(place, _message("EXPRESSION", **shown), "UNSUPPORTED") from None

    def _number_decision(self, decision: Decision, expression: Expression, writer: ExpressionConverter) -> None:
        rows = writer.number_rows(expression, NULL)
        id, label = self.draft.named(decision.name, decision.id)
        self.draft.add_quantity(id, label, rows)
        self.draft.sources[decision.name] = Source(id, label, ValueKind.NUMBER, ValueDomain())
        self.draft.outcomes.append(DecisionOutcome(decision.name, "", "number", id))

    def _constant_decision(self, decision: Decision, value: Literal) -> None:
        codes = codes_of([] if value is None else [value])
        text = NULL if value is None else str(codes[value])
        self.draft.coded(
            decision, "", codes, lambda id, label: self.draft.add_quantity(id, label, [(text, "otherwise")])
        )


def _names_read(text: str, names: set[str]) -> frozenset[str]:
    try:
        return names_in(read_expression(text, names))
    except NotPlainError:
        return frozenset(name for name in names if name in text)
