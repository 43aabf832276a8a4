"""The draft that a conversion of a DMN file writes: names, facts, definitions and refusals so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts import Violation, message_factory
from service.input.dmn.converted_expressions import ExpressionConverter
from service.input.dmn.decision_outcomes import DecisionOutcome
from service.input.dmn.declared_inputs import InputFact, sample_value
from service.input.dmn.dmn_model import ValueKind
from service.input.dmn.feature_lines import Definition, NameAllocator, Source, number_text, quantity_name, single_line
from service.input.dmn.rule_order import ValueDomain
from service.input.dmn.unary_tests import EVERY, FLAGS, ValueSet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from service.input.dmn.dmn_model import Decision, DmnFile
    from service.input.dmn.unary_tests import Literal

_message = message_factory(__name__)

NULL = "undetermined, because the decision has the result null"


@dataclass(slots=True)
class ConvertedDraft:
    """The draft so far; refusals are in `violations`."""

    file: DmnFile
    violations: list[Violation] = field(default_factory=list)
    facts: list[InputFact] = field(default_factory=list)
    outcomes: list[DecisionOutcome] = field(default_factory=list)
    rules: list[tuple[str, list[Definition]]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    names: NameAllocator = field(default_factory=NameAllocator)
    sources: dict[str, Source] = field(default_factory=dict)
    samples: dict[str, ValueSet] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)
    """Decisions with refusals."""
    decision_name: str = ""
    definitions: list[Definition] = field(default_factory=list)
    """The definitions of the current decision."""
    _before: int = 0

    def begin(self, decision: Decision) -> None:
        """Begin the next decision."""
        self.decision_name, self.definitions, self._before = decision.name, [], len(self.violations)

    def is_refused(self) -> bool:
        """Return whether the current decision has refusals."""
        return len(self.violations) > self._before

    def refuse(self, place: str, description: str, reason: str) -> None:
        """Add a refusal."""
        self.violations.append(Violation(place[:200], description, reason))

    def refuse_cell(self, decision: str, row: int, column: str, cell: str, key: str = "CELL") -> None:
        """Add a refusal of a cell."""
        place = f"{decision}[{row}].{column}"
        shown = {"table": decision[:80], "row": row, "column": column[:80], "cell": cell[:120]}
        self.refuse(place, _message(key, **shown), "UNSUPPORTED_CELL")

    def named(self, name: str, id: str = "") -> tuple[str, str]:
        """Return a unique id and the label of a decision."""
        found = id or self.names.id(name, "decision")
        self.names.ids.add(found)
        return found, self.names.label(name, found)

    def own_basis(self) -> str:
        """Return the basis that names the current decision."""
        name = self.decision_name
        if name in self.bases:
            return self.bases[name]
        slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40] or "decision"
        number, id = 1, f"dmn-{slug}"
        while id in self.bases.values() or any(id == basis.id for basis in self.file.bases):
            number += 1
            id = f"dmn-{slug}-{number}"
        self.bases[name] = id
        return id

    def expressions(self, name: str) -> ExpressionConverter:
        """Return a converter of the expressions of a decision."""
        return ExpressionConverter(self.sources, lambda part: self._add_helper(name, part))

    def _add_helper(self, name: str, rows: Sequence[tuple[str, str]]) -> str:
        id = self.names.id(f"{name} divisor", "decision")
        self.add_quantity(id, "", rows)
        return id

    def add_quantity(
        self, id: str, label: str, rows: Sequence[tuple[str, str]], unit: str = "", bases: Sequence[str] = ()
    ) -> None:
        """Add a quantity with these rows."""
        if len(rows) == 1:
            table: list[tuple[str, ...]] = [("is",), (rows[0][0],)]
        else:
            table = [("is", "when"), *rows]
        self.definitions.append(self.with_bases(quantity_name(id, label, unit), table, bases))

    def add_conditions(self, conditions: Sequence[tuple[str, str, Sequence[str]]]) -> None:
        """Add conditions, each with its id, label and cases."""
        rows = [("condition", "label", "holds when", "basis")]
        for id, label, cases in conditions:
            rows += [(id, "" if number else label, case, self.own_basis()) for number, case in enumerate(cases)]
        self.definitions.append(Definition("these conditions", rows))

    def with_bases(self, sentence: str, table: Sequence[Sequence[str]], bases: Sequence[str]) -> Definition:
        """Return the definition with the bases of the exported scorecard, or with the decision as its basis."""
        known = {basis.id for basis in self.file.bases}
        stated = [basis for basis in bases if basis and known.issuperset(basis.split(", "))]
        if len(stated) < len(bases) or not stated:
            return Definition(f"{sentence}, on basis {self.own_basis()}", table)
        if len(set(stated)) == 1:
            return Definition(f"{sentence}, on basis {stated[0]}", table, frozenset(stated[0].split(", ")))
        rows = [[*row, basis] for row, basis in zip(table, ("basis", *stated), strict=True)]
        return Definition(sentence, rows, frozenset(each for basis in stated for each in basis.split(", ")))

    def coded(
        self, decision: Decision, name: str, codes: Mapping[Literal, int], write: Callable[[str, str], None]
    ) -> None:
        """Add a quantity of codes, and a condition for each word."""
        words = list(codes)
        full = f"{decision.name} {name}".strip()
        id, label = self.named(f"{full} code")
        write(id, label)
        conditions, ids = [], {}
        for word in words:
            shown = FLAGS[word] if isinstance(word, bool) else str(word)
            own = ids[word] = self.names.id(f"{full} {shown}", "decision")
            conditions.append((own, f"{single_line(full)}: {single_line(shown)}", [f"{label or id} is {codes[word]}"]))
        if conditions:
            self.add_conditions(conditions)
        is_flag = bool(words) and all(isinstance(word, bool) for word in words)
        kind = ValueKind.FLAG if is_flag else ValueKind.TEXT
        if not name:
            texts = {FLAGS[word] if isinstance(word, bool) else str(word): code for word, code in codes.items()}
            domain = ValueDomain(words=frozenset(texts), is_text=True)
            self.sources[decision.name] = Source(id, label, kind, domain, codes=texts)
        self.outcomes.append(DecisionOutcome(decision.name, name, "flag" if is_flag else "word", id, ids))

    def base_definitions(self, title: str) -> list[Definition]:
        """Return the bases, facts, labels of choices, and the reference case."""
        bases = [("basis", "instrument", "clause", "certainty")]
        used = {cell for _, definitions in self.rules for each in definitions for cell in each.bases}
        bases += [
            (each.id, single_line(each.instrument), single_line(each.clause), each.certainty.replace("_", " "))
            for each in self.file.bases if each.id in used
        ]  # fmt: skip
        bases += [
            (id, f"DMN file: {title}", f"decision {single_line(name)}", "secondary") for name, id in self.bases.items()
        ]
        if not self.facts:
            return [Definition("these bases", bases)]
        rows: list[tuple[str, ...]] = [
            ("fact", "label", "type", "unit", "one of", "at least", "at most", "may lie ahead")
        ]
        case, labels = [("fact", "value")], []
        for each in self.facts:
            source = self.sources[each.name]
            ids, limits = list(each.choices.values()), source.domain.limits
            kind = "choice" if ids else each.kind.value
            ends = [number_text(end) if isinstance(end, Fraction) else "" for end in (limits.low, limits.high)]
            ahead = "yes" if each.kind is ValueKind.DATE else ""
            rows.append((source.id, source.label, kind, each.unit, ", ".join(ids), *ends, ahead))
            case.append((source.shown, sample_value(each, source, self.samples.get(each.name, EVERY))))
            if any(word != id for word, id in each.choices.items()):
                words = [("value", "words"), *((id, single_line(word) or id) for word, id in each.choices.items())]
                labels.append(Definition(f"the choices of {source.shown}", words))
        return [
            Definition("these bases", bases), Definition("these facts", _without_blank_columns(rows)), *labels,
            Definition("this reference case", case),
        ]  # fmt: skip


def codes_of(words: Sequence[Literal]) -> dict[Literal, int]:
    """Return the number that represents each word; 1 and 0 for true and false."""
    return {word: int(word) if isinstance(word, bool) else number for number, word in enumerate(words, 1)}


def _without_blank_columns(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    used = [position for position in range(len(rows[0])) if any(row[position] for row in rows[1:])]
    return [tuple(row[position] for position in used) for row in rows]
