"""Condition parser: clauses separated by semicolons; a cell is true if all its clauses are true.

A clause is a name, an operator in words, and a value that fits the type of the name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import MAIN_VARIANT
from rules.contracts.outcomes import Outcome
from rules.contracts.units import unit
from rules.language.cell_parsers import refuse_number_word, warn_of_fractions
from rules.language.compiler_state import CONDITION, DATE_LOOKUP
from rules.language.dates import DateParser
from rules.language.name_resolution import NamedItem, Scope, is_inside_word
from rules.language.patterns import is_wide
from rules.language.punctuation import to_ascii
from rules.language.source import join_texts, text_at
from rules.model.expressions import (
    AS_OF,
    STAGE,
    TOTAL_SCORE,
    ChoiceClause,
    DateClause,
    DateExpression,
    DateOperator,
    DateRangeClause,
    IncludesClause,
    IncludesNoneClause,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    NumberRangeClause,
    OutcomeClause,
    PeriodEdge,
)
from rules.model.scorecard import FactType
from rules.model.symbol_table import POINT, encode_section_total

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.language.compiler_state import ScorecardDraft
    from rules.language.diagnostic_collector import DiagnosticReport
    from rules.language.lexicon import Lexicon
    from rules.language.name_resolution import SymbolTable
    from rules.language.patterns import SentencePattern
    from rules.language.source import SourceText
    from rules.language.tables import TableRow
    from rules.model.expressions import Clause, Condition


def value_scope(draft: ScorecardDraft) -> Scope:
    """Return the names allowed outside grades and findings: no score and no stage."""
    return Scope((draft.values,), _is_value)


def _is_value(named: NamedItem) -> bool:
    return named.id not in (TOTAL_SCORE, STAGE) and named.kind != DATE_LOOKUP and named.list is None


def is_otherwise(draft: ScorecardDraft, cell: SourceText | None) -> bool:
    """Return whether a cell contains the word for "otherwise"."""
    return cell is not None and draft.words.words["values"].read(cell.text) == "otherwise"


def read_when(draft: ScorecardDraft, row: TableRow, scope: Scope, path: str, *, alone: bool) -> Condition | None:
    """Read the condition of a row ("otherwise" is empty); report an empty cell unless `alone`."""
    cell = row.get("when")
    if cell is None and not alone:
        empty = row.cells.get("when")
        location = row.location if empty is None else empty.location
        column = row.names.get("when", draft.words.columns["quantity"].write("when"))
        written = draft.words.words["values"].write("otherwise")
        draft.report.add("RL023", location, "otherwise", column=column, otherwise=written)
    return () if is_otherwise(draft, cell) else ConditionParser(draft, scope).read(cell, path)


_SIGNS: Mapping[str, tuple[str, ...]] = {
    ">=": ("at_least",), "≥": ("at_least",), "<=": ("at_most",), "≤": ("at_most",), "!=": ("is_not",),
    "≠": ("is_not",), "==": ("is",), ">": ("more_than",), "<": ("less_than",), "=": ("is",),
}  # fmt: skip
_WORDED_OPERATORS = ("at_least", "at_most", "more_than", "less_than", "is")
_REFUSED_WORDS = (
    *((operator, "RL010", "wordy", (operator,)) for operator in _WORDED_OPERATORS),
    ("upward", "RL013", MAIN_VARIANT, ("at_least", "more_than")),
    ("downward", "RL013", MAIN_VARIANT, ("at_most", "less_than")),
    ("joining", "RL010", "joined", ()),
)
"""Lexicon group of unsupported words, the diagnostic, and the operators to use instead."""


def _refuse_unsupported_wording(
    text: SourceText, words: Lexicon, report: DiagnosticReport, known: Iterable[str] = ()
) -> bool:
    searched = text.text
    for name in sorted(known, key=len, reverse=True):
        searched = searched.replace(name, "\0" * len(name)) if len(name) > 1 else searched
    for sign, operators in _SIGNS.items():
        position = searched.find(sign)
        if position >= 0:
            shown = report.either(_operator_word(words, key) for key in operators)
            report.add("RL010", text.part(position, position + len(sign)), "symbol", found=sign, words=shown)
            return True
    for group, code, problem, operators in _REFUSED_WORDS:
        match = _find_refused(words.refused[group], searched)
        if match:
            shown = report.either(_operator_word(words, key) for key in operators)
            report.add(code, text.part(*match.span()), problem, found=match[0], words=shown)
            return True
    return False


def _begins_with_refused_operator(text: str, words: Lexicon) -> bool:
    """Return whether a text begins with an unsupported operator, such as 高于等于 (only 高于 is supported)."""
    refused = tuple(word for operator in _WORDED_OPERATORS for word in words.refused[operator])
    return text.lstrip().startswith(refused)


def _operator_word(words: Lexicon, operator: str) -> str:
    return words.operators[operator].write(value="").strip()


def _find_refused(refused: tuple[str, ...], text: str) -> re.Match[str] | None:
    expressions = [
        re.escape(word) if is_wide(word[0]) or not word[0].isalpha() else rf"(?<!\w){re.escape(word)}(?!\w)"
        for word in sorted(refused, key=len, reverse=True)
    ]
    return re.search("|".join(expressions), text)


NUMBERS = tuple(operator.value for operator in NumberOperator)
_OVER_OPERATORS = {"over": DateOperator.AFTER, "not_over": DateOperator.UNTIL}


@dataclass(frozen=True, slots=True)
class OperandParser:
    """Parses the value of a clause by the type of its name."""

    draft: ScorecardDraft
    scope: Scope
    about_criteria: bool = False

    def clause(self, named: NamedItem, name: SourceText, key: str, slots: Mapping[str, SourceText]) -> Clause | None:
        match named.type:
            case _ if key in HOLDING:
                return ChoiceClause(name=named.id, values=("yes" if key == "holds" else "no",))
            case FactType.NUMBER if key == "between":
                return self._between(named, name, slots)
            case FactType.NUMBER:
                return self._number(named, name, key, slots["value"])
            case FactType.CHOICES:
                values = self.choices(slots["values"], named, name.text)
                kind = IncludesClause if key == "includes" else IncludesNoneClause
                return None if values is None else kind(name=named.id, values=values)
            case FactType.DATE | FactType.PERIOD:
                return self._date(named, key, slots)
            case _:
                listed = "values" in slots
                if not listed and self._refuse_several(named, name, key, slots["value"]):
                    return None
                values = self.choices(slots["values" if listed else "value"], named, name.text, several=listed)
                negated = key in ("is_not", "none_of")
                return None if values is None else ChoiceClause(name=named.id, values=values, negated=negated)

    def _number(self, named: NamedItem, name: SourceText, key: str, value: SourceText) -> NumberClause | None:
        other = self.scope.find(value.text)
        operand: NumberLiteral | NameReference | None
        if other is not None:
            operand = self._reference(named, name, other, value)
        elif value.text[:1].isdigit() or value.text[:1] in "-.":
            operand = self._literal(named, name, value)
        elif _refuse_unsupported_wording(value, self.draft.words, self.draft.report):
            operand = None
        elif self.draft.cells.marks.plain(value).text[:1].isdigit():
            operand = self._literal(named, name, value)
        elif refuse_number_word(value, named.unit, self.draft.words, self.draft.report):
            operand = None
        else:
            DateParser(self.draft.cells, self.scope).unknown(value)
            operand = None
        if operand is None:
            return None
        return NumberClause(name=named.id, operator=NumberOperator(key), operand=operand)

    def _literal(self, named: NamedItem, name: SourceText, value: SourceText) -> NumberLiteral | None:
        if _refuse_unsupported_wording(value, self.draft.words, self.draft.report) or self._refuse_comma(value):
            return None
        if named.id == TOTAL_SCORE and value.text[-1:].isdigit():
            number = self.draft.cells.number(value)
            return None if number is None else NumberLiteral(value=number, unit=named.unit)
        measure = self.draft.cells.fitting(value, name.text, named.unit)
        if measure is not None:
            warn_of_fractions(named, measure, self.draft.report)
        return None if measure is None else NumberLiteral(value=measure.value, unit=measure.unit)

    def _refuse_comma(self, value: SourceText) -> bool:
        head, comma, rest = value.text.partition(",")
        number = head.lstrip("-").rstrip()
        begins = number[:1].isdigit() and not rest[:1].isdigit()
        if comma and begins and (number.replace(".", "", 1).isdigit() or self.draft.cells.is_measure(number)):
            self._comma(value)
            return True
        return False

    def _refuse_several(self, named: NamedItem, name: SourceText, key: str, value: SourceText) -> bool:
        parts = self.draft.marks.plain(value).split(",")
        known = named.choices
        if known is None or len(parts) == 1 or any(known.id_of(part.text) is None for part in parts):
            return False
        words = self.draft.words
        listed = words.operators["none_of" if key == "is_not" else "one_of"]
        meant = f"{name.text} {listed.write(values=words.separator.join(part.text for part in parts))}"
        self.draft.report.add("RL010", value, "several", name=name.text, meant=meant)
        return True

    def _comma(self, text: SourceText) -> None:
        position = text.text.index(",")
        self.draft.report.withdraw("RL001", text.at(position))
        self.draft.report.add("RL010", text.part(position, position + 1), "comma")

    def _reference(
        self, named: NamedItem, name: SourceText, other: NamedItem, value: SourceText
    ) -> NameReference | None:
        words, report = self.draft.words, self.draft.report
        if other.type is not FactType.NUMBER:
            self.draft.cells.refuse_type(value, other.type, "number")
            return None
        if unit(other.unit).dimension != unit(named.unit).dimension:
            shown = words.write_unit(named.unit) or "1", words.write_unit(other.unit) or "1"
            report.add("RL012", value, "names", name=name.text, unit=shown[0], other=value.text, other_unit=shown[1])
            return None
        return NameReference(id=other.id)

    def _between(self, named: NamedItem, name: SourceText, slots: Mapping[str, SourceText]) -> NumberRangeClause | None:
        low, high = (self._literal(named, name, slots[slot]) for slot in ("low", "high"))
        if low is None or high is None:
            return None
        if low.value * unit(low.unit).factor > high.value * unit(high.unit).factor:
            self.draft.report.add("RL022", slots["high"], "order", text=slots["high"].text, other=slots["low"].text)
            return None
        return NumberRangeClause(name=named.id, low=low, high=high)

    def choices(self, text: SourceText, named: NamedItem, name: str, *, several: bool = True) -> tuple[str, ...] | None:
        known = named.choices
        if known is None:
            plain = self.draft.marks.plain(text)
            return tuple(part.text for part in self.draft.cells.items(plain)) if several else (plain.text,)
        if known.find(text.text) is not None:
            return (known.id_of(text.text) or "",)
        values: list[str] = []
        parts = self.draft.cells.items(text) if several else (text,)
        for part in parts:
            id = known.id_of(part.text)
            if id is not None:
                values.append(id)
            elif not several and known.id_of(part.text.partition(",")[0].rstrip()) is not None:
                self._comma(part)
            elif several and self._refuse_semicolons(part, known):
                continue
            elif not _refuse_unsupported_wording(part, self.draft.words, self.draft.report):
                shown = self.draft.words.separator.join(known.labels.get(choice, choice) for choice in known.items)
                self.draft.report.add_unknown("RL017", part, known.words, value=part.text, name=name, choices=shown)
        return tuple(dict.fromkeys(values)) if len(values) == len(parts) and values else None

    def _refuse_semicolons(self, text: SourceText, known: SymbolTable[str]) -> bool:
        parts = text.split(";")
        if len(parts) == 1 or any(known.id_of(part.text) is None for part in parts):
            return False
        meant = self.draft.words.separator.join(part.text for part in parts)
        self.draft.report.add("RL017", text, "semicolon", meant=meant)
        return True

    def _date(self, named: NamedItem, key: str, slots: Mapping[str, SourceText]) -> DateClause | DateRangeClause | None:
        dates = DateParser(self.draft.cells, self.scope)
        if key in _OVER_OPERATORS:
            last = DateExpression(name=named.id, edge=PeriodEdge.LAST if named.type is FactType.PERIOD else named.edge)
            return DateClause(name=AS_OF, operator=_OVER_OPERATORS[key], operand=last, over=True)
        if key in ("within", "within_span"):
            within = key == "within"
            ends = dates.period(slots["period"]) if within else dates.span_before(slots["date"], slots["span"])
            return (
                None if ends is None else DateRangeClause(name=named.id, edge=named.edge, first=ends[0], last=ends[1])
            )
        operand = dates.expression(slots["date"])
        if operand is None:
            return None
        return DateClause(name=named.id, edge=named.edge, operator=DateOperator(key), operand=operand)


FITTING: Mapping[FactType, tuple[str, ...]] = {
    FactType.NUMBER: (*NUMBERS, "between"),
    FactType.CHOICE: ("is", "is_not", "one_of", "none_of"),
    FactType.FLAG: ("is", "is_not", "one_of", "none_of"),
    FactType.TEXT: ("is", "is_not", "one_of", "none_of"),
    FactType.CHOICES: ("includes", "includes_none"),
    FactType.DATE: ("on", "before", "after", "from", "until", "within", "within_span", *_OVER_OPERATORS),
    FactType.PERIOD: (*_OVER_OPERATORS,),
    FactType.RECORDS: (),
}
HOLDING = ("holds", "fails")


def _fitting_operators(named: NamedItem) -> tuple[str, ...]:
    return HOLDING if named.kind == CONDITION else FITTING[named.type]


def copula(words: Lexicon) -> str:
    """Return the word for "is", optional below a column that names the subject."""
    return words.operators["is"].template.partition("{")[0]


@dataclass(frozen=True, slots=True)
class ConditionParser:
    """Parses conditions with the names of one scope.

    Only with `about_criteria` may they refer to criteria and the score.
    """

    draft: ScorecardDraft
    scope: Scope
    about_criteria: bool = False
    among_cases: bool = False
    """Whether this is a case or exception of a part that could otherwise refer to criteria."""

    def read(self, cell: SourceText | None, path: str) -> Condition | None:
        if cell is None:
            return ()
        self.draft.set_location(path, cell)
        plain = self.draft.marks.plain(cell)
        clauses: list[Clause] = []
        parts = plain.split(";")
        for position, part in enumerate(parts):
            self.draft.set_location(f"{path}[{position}]", part)
            clause = self._clause(part)
            if clause is not None:
                clauses.append(clause)
        return tuple(clauses) if len(clauses) == len(parts) else None

    def read_column_cell(self, named: NamedItem, name: SourceText, cell: SourceText, path: str) -> Condition | None:
        self.draft.set_location(path, cell)
        parts = self.draft.marks.plain(cell).split(";")
        clauses = [clause for part in parts if (clause := self._column_clause(named, name, part)) is not None]
        return tuple(clauses) if len(clauses) == len(parts) else None

    def _column_clause(self, named: NamedItem, name: SourceText, text: SourceText) -> Clause | None:
        if not text:
            self.draft.report.add("RL010", text, "empty")
            return None
        words = self.draft.words
        reading = self._operator(named, text)
        if reading is None or reading[0] not in FITTING[named.type]:
            full_text = join_texts([text_at(copula(words), text.location), text])
            reading = self._operator(named, full_text) or reading
        if reading is not None:
            return self._item_clause(named, name, *reading)
        if not _refuse_unsupported_wording(text, words, self.draft.report):
            shown = [words.operators[key].shown.removeprefix(copula(words)) for key in FITTING[named.type][:4]]
            examples = words.separator.join(shown)
            self.draft.report.add("RL010", text, "operator", name=name.text, found=text.text, examples=examples)
        return None

    def _clause(self, text: SourceText) -> Clause | None:
        if not text:
            self.draft.report.add("RL010", text, "empty")
            return None
        openings = [*self.scope.period_bounds_at(text.text, self.draft.words.dates), *self.scope.names_at(text.text)]
        if self.draft.report.broken_end(text.text) > max((end for _, end in openings), default=0):
            return None
        for named, end in openings:
            rest = text.part(end, len(text.text))
            reading = self._operator(named, rest)
            if reading is not None:
                return self._item_clause(named, text.part(0, end), *reading)
        if self._refuse_exception(text) or self._refuse_hidden(text):
            return None
        if self._names_criterion(text):
            return self._criterion(text)
        self._explain(text)
        return None

    def _operators(self) -> list[tuple[str, SentencePattern]]:
        operators = self.draft.words.operators
        return sorted(operators.items(), key=lambda item: -item[1].weight)

    def _operator(self, named: NamedItem, rest: SourceText) -> tuple[str, Mapping[str, SourceText]] | None:
        if named.type is FactType.NUMBER and _begins_with_refused_operator(rest.text, self.draft.words):
            return None
        readings: list[tuple[str, Mapping[str, SourceText]]] = []
        for key, pattern in self._operators():
            readings += ((key, slots) for slots in islice(pattern.read(rest), 1))
        if not readings:
            return None
        allowed = _fitting_operators(named)
        fitting = [reading for reading in readings if reading[0] in allowed]
        for key, slots in fitting:
            if named.choices is not None and "value" in slots and named.choices.find(slots["value"].text) is not None:
                return key, slots
        return fitting[0] if fitting and (named.type is FactType.TEXT or named.kind == CONDITION) else readings[0]

    def _item_clause(
        self, named: NamedItem, name: SourceText, key: str, slots: Mapping[str, SourceText]
    ) -> Clause | None:
        if key not in _fitting_operators(named):
            self._misfit(named, name, key, slots)
            return None
        if named.id == STAGE and not self.draft.has_stages(name):
            return None
        operands = OperandParser(self.draft, self.scope, self.about_criteria)
        return operands.clause(named, name, key, slots)

    def _misfit(self, named: NamedItem, name: SourceText, key: str, slots: Mapping[str, SourceText]) -> None:
        words, report = self.draft.words, self.draft.report
        slot = next(iter(slots.values()), name)
        if _refuse_unsupported_wording(slot, words, report):
            return
        kind = self.draft.cells.type_word(named.type)
        operator = words.operators[key].shown
        ends = [words.dates[edge].shown for edge in PeriodEdge] if named.type is FactType.PERIOD else []
        examples = words.separator.join(
            [*(words.operators[operator_key].shown for operator_key in _fitting_operators(named)), *ends]
        )
        report.add("RL016", name, "operator", name=name.text, type=kind, operator=operator, examples=examples or "-")

    def _refuse_hidden(self, text: SourceText) -> bool:
        late = (STAGE, TOTAL_SCORE)
        hidden = Scope((self.draft.values,), lambda named: named.id in late or named.kind == DATE_LOOKUP)
        for named, end in hidden.names_at(text.text):
            if self._operator(named, text.part(end, len(text.text))) is not None:
                problem = self._position_variant("stage_place") if named.id in late else "lookup_place"
                self.draft.report.add("RL016", text, problem, found=text.text[:end])
                return True
        return False

    def _position_variant(self, problem: str) -> str:
        return "outcome_case" if self.among_cases else problem

    def _refuse_exception(self, text: SourceText) -> bool:
        if next(self.draft.words.forms["unless"].parses(text.text), None) is None:
            return False
        sentence = self.draft.words.sentences["conditions"].shown
        self.draft.report.add("RL010", text, "exception", sentence=sentence)
        return True

    def _names_criterion(self, text: SourceText) -> bool:
        return any(pattern.head(text.text, 0) is not None for pattern in self.draft.words.criteria.values())

    def _criterion(self, text: SourceText) -> Clause | None:
        words, report = self.draft.words, self.draft.report
        if not self.about_criteria:
            patterns = words.criteria.values()
            head = max(pattern.head(text.text, 0) or 0 for pattern in patterns)
            report.add("RL016", text, self._position_variant("outcome_place"), found=text.part(0, head).text)
            return None
        if (outcome_clause := self._outcome_clause(text)) is not None:
            return outcome_clause
        for parts in words.criteria["indicator_points"].read(text):
            indicator = self.draft.criteria.id_of(parts["indicator"].text)
            if indicator is not None and self.draft.criteria.find(indicator) == "indicator":
                named = NamedItem(indicator, "indicator", FactType.NUMBER, unit=POINT)
                reading = self._operator(named, parts["comparison"])
                if reading is not None:
                    return self._item_clause(named, parts["indicator"], *reading)
        for key, slot in (("section_points", "section"), ("sections_points", "sections")):
            for parts in words.criteria[key].read(text):
                clause = self._section_clause(parts[slot], parts["comparison"])
                if clause is not None:
                    return clause
        if not _refuse_unsupported_wording(text, words, report, known=(*self.scope.words, *self.draft.criteria.words)):
            self._explain_criterion(text)
        return None

    def _outcome_clause(self, text: SourceText) -> OutcomeClause | None:
        words = self.draft.words
        for slot, key in (("gate", "gate_outcome"), ("indicator", "indicator_outcome")):
            for parts in words.criteria[key].read(text):
                outcome = words.words["outcomes"].read(parts["outcome"].text)
                if outcome is not None and self.draft.criteria.find(parts[slot].text) == slot:
                    id = self.draft.criteria.id_of(parts[slot].text) or ""
                    return OutcomeClause(criterion=id, outcome=Outcome(outcome))
        return None

    def _section_clause(self, text: SourceText, comparison: SourceText) -> Clause | None:
        points = NamedItem("", "section", FactType.NUMBER, unit=POINT)
        reading = self._operator(points, comparison)
        if reading is None:
            return None
        single_id = self.draft.sections.id_of(text.text)
        parts = () if single_id is not None else self.draft.cells.items(text)
        ids = [single_id] if single_id is not None else [self.draft.sections.id_of(part.text) for part in parts]
        section_ids = [section_id for section_id in ids if section_id is not None]
        if not section_ids or len(set(section_ids)) < len(ids):
            return None
        return self._item_clause(replace(points, id=encode_section_total(section_ids)), text, *reading)

    def _explain_criterion(self, text: SourceText) -> None:
        words, draft = self.draft.words, self.draft
        for slot, key in (("gate", "gate_outcome"), ("indicator", "indicator_outcome")):
            head = words.criteria[key].head(text.text, 0)
            if head is None:
                continue
            known = [word for word, id in draft.criteria.words.items() if draft.criteria.items[id] == slot]
            rest = text.part(head, len(text.text))
            named = max((word for word in known if rest.text.startswith(word)), key=len, default="")
            if not named:
                word = rest.part(0, len(rest.text.split()[0])) if rest else text
                draft.cells.unknown_name(word, known, "gates" if slot == "gate" else "indicators")
                return
            after = rest.part(len(named), len(rest.text))
            examples = [words.criteria[key].write(**{slot: named, "outcome": words.words["outcomes"].write("met")})]
            draft.report.add("RL010", after, "operator", name=named, found=after.text, examples=examples[0])
            return
        self._explain_sections(text)

    def _explain_sections(self, text: SourceText) -> None:
        words, draft = self.draft.words, self.draft
        heads = (words.criteria[key].head(text.text, 0) or 0 for key in ("section_points", "sections_points"))
        rest = text.part(max(heads), len(text.text))
        opening = (word for word in draft.sections.words if rest.text.startswith(word))
        named = max((word for word in opening if not is_inside_word(rest.text, len(word))), key=len, default="")
        if named:
            after = rest.part(len(named), len(rest.text))
            least = words.operators["at_least"].shown
            example = words.criteria["section_points"].write(section=named, comparison=least)
            draft.report.add("RL010", after, "operator", name=named, found=after.text, examples=example)
            return
        word = rest.part(0, len(rest.text.split()[0])) if rest else text
        draft.cells.unknown_name(word, draft.sections.words, "sections")

    def _explain(self, text: SourceText) -> None:
        words, report = self.draft.words, self.draft.report
        if _refuse_unsupported_wording(text, words, report, known=self.scope.words):
            return
        known = next(self.scope.names_at(text.text), None)
        begin = self._first_operator(text)
        if begin is not None and (known is None or begin > known[1]):
            DateParser(self.draft.cells, self.scope).unknown(text.part(0, begin))
            return
        kind = _fitting_operators(known[0]) if known else ("at_least", "is")
        examples = words.separator.join(words.operators[key].shown for key in kind[:4])
        if known is None:
            report.add("RL010", text, "clause", text=text.text, examples=examples)
            return
        rest = text.part(known[1], len(text.text))
        report.add("RL010", rest, "operator", name=text.text[: known[1]], found=rest.text, examples=examples)

    def _first_operator(self, text: SourceText) -> int | None:
        spaced = [position for position in range(1, len(text.text)) if text.text[position - 1].isspace()]
        others: list[int] = [] if self.draft.words.language == "en" else list(range(1, len(text.text)))
        patterns: list[SentencePattern] = [pattern for _, pattern in self._operators()]

        def reads(start: int) -> bool:
            rest = to_ascii(text.text[start:])
            return any(next(pattern.parses(rest), None) is not None for pattern in patterns)

        return next((position for position in (*spaced, *others) if reads(position)), None)
