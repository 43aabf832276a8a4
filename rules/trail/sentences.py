"""Clause and rule sentences in every language: templates prepared once per scorecard, filled with actual values."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.extents import (
    ChoiceExtent,
    ChoicesExtent,
    Extent,
    NotApplicable,
    NumberExtent,
    PeriodExtent,
    RecordsExtent,
)
from rules.contracts.intervals import Interval
from rules.contracts.messages import LANGUAGES, join_items
from rules.contracts.numbers import format_exact, format_for_display, parse_exact
from rules.contracts.toml_files import read_toml
from rules.language.render import Renderer
from rules.model.expressions import RESERVED_NAMES, STAGE, TOTAL_SCORE, IncludesClause, OutcomeClause
from rules.model.symbol_table import all_clauses
from rules.program.date_arithmetic import NEVER
from rules.trail.record_figures import day_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from rules.contracts.inputs import DeclaredValue
    from rules.model.expressions import (
        ChoiceClause,
        Clause,
        Condition,
        DateClause,
        DateRangeClause,
        Formula,
        IncludesNoneClause,
        NumberClause,
        NumberRangeClause,
    )
    from rules.model.scorecard import Scorecard

    _ComparisonClause = (
        NumberClause
        | NumberRangeClause
        | ChoiceClause
        | IncludesClause
        | IncludesNoneClause
        | DateClause
        | DateRangeClause
    )


_MIN_DECIMALS = 2


class PeopleRenderer(Renderer):
    """Renderer for readers: lists in natural language, and fractions as decimals."""

    def choices(self, name: str, values: Iterable[str], within: str | None = None) -> str:
        return join_items((self.choice(name, value, within) for value in values), self.language)

    def value(self, name: str, value: DeclaredValue, within: str | None = None) -> str:
        if value.number is None or "/" not in value.number:
            return super().value(name, value, within)
        return self.words.write_number(format_for_display(parse_exact(value.number), _MIN_DECIMALS), value.unit or "")


_REQUIRED_PATH = re.compile(r"gates\[.*\]\.requires\[|indicators\[.*\]\.(must|scale\.parts\[\d+\])\[|ladder\.")
_COPULA = "is "
"""Start of English comparisons; Chinese comparisons start with the verb."""

_VERDICT_PATH = re.compile(r"verdicts\.")


class Stance(StrEnum):
    """Role of a clause: a requirement, a condition for something else, or the "if" part of a rule."""

    REQUIRED = "required"
    CONDITION = "condition"
    PREMISE = "given"


def stance_at(path: str) -> Stance:
    """Return the stance of the clause at a path in the model."""
    if _REQUIRED_PATH.match(path):
        return Stance.REQUIRED
    return Stance.PREMISE if _VERDICT_PATH.match(path) else Stance.CONDITION


def _stances(scorecard: Scorecard) -> dict[int, Stance]:
    """Return the stance of each clause by identity, which is stable while the scorecard exists."""
    rows = enumerate(scorecard.ladder_rows)
    exceptions = tuple(f"ladder.rows[{position}]." for position, row in rows if row.exception)
    return {
        id(placed.clause): Stance.PREMISE if placed.path.startswith(exceptions) else stance_at(placed.path)
        for placed in all_clauses(scorecard)
    }


def clause_comparison(
    clause: _ComparisonClause, within: str | None, templates: Mapping[str, str], marking: Renderer
) -> str:
    """Write the comparison of a clause, with separate wording for a single included value."""
    if isinstance(clause, IncludesClause) and len(clause.values) == 1:
        return templates["includes_one"].format(value=marking.choices(clause.name, clause.values, within))
    return marking.comparison(clause, within)


def clause_question(  # noqa: PLR0913
    clause: Clause,
    within: str | None,
    stance: Stance,
    templates: Mapping[str, str],
    *,
    plain: Renderer,
    marking: Renderer,
    found: str,
) -> str:
    """Write a clause with `found` in its value slot; an empty mark omits the slot.

    `marking` writes the other names of the clause.
    """
    if isinstance(clause, OutcomeClause) or not found:
        return templates[f"{stance}_of"].format(clause=marking.clause(clause, within))
    comparison = clause_comparison(clause, within, templates, marking)
    if stance is not Stance.PREMISE:
        comparison = comparison.removeprefix(_COPULA)
    return templates[stance].format(name=plain.name(clause.name, within), value=found, comparison=comparison)


MARK = "\N{INFORMATION SEPARATOR ONE}"
"""Separator around a name in a value slot; labels cannot contain it."""

BARE = "="
"""Prefix of a name that is replaced by its value alone, without brackets."""


def placeholder(name: str) -> str:
    """Return the placeholder for the value of a name."""
    return f"{MARK}{name}{MARK}"


@cache
def sentence_templates(language: str) -> dict[str, str]:
    """Return the sentence templates of a language."""
    templates: dict[str, dict[str, str]] = read_toml("rules.trail", "words.toml")
    return templates[language]


class _MarkingRenderer(PeopleRenderer):
    def name(self, name: str, within: str | None = None) -> str:
        plain = super().name(name, within)
        return plain + placeholder(name) if self.has_value(name, within) else plain

    def has_value(self, name: str, within: str | None) -> bool:
        return name in RESERVED_NAMES or name == STAGE or self.names.definition(name, within) is not None


class _NumberFormat(NamedTuple):
    is_date: bool
    domain: tuple[Fraction | None, Fraction | None]


class Phrasebook:
    """Sentences of a scorecard in one language, with value slots, prepared on first use."""

    def __init__(self, scorecard: Scorecard, language: str) -> None:
        self.language = language
        self.plain = PeopleRenderer(scorecard, language)
        self.templates = sentence_templates(language)
        self._marking = _MarkingRenderer(scorecard, language)
        self._stances = _stances(scorecard)
        self._phrases: dict[tuple[int, str | None], tuple[str, ...]] = {}
        self._names: dict[tuple[str, str | None], str] = {}
        self._choices: dict[tuple[str, str, str | None], str] = {}
        self._numbers: dict[tuple[str, str | None], _NumberFormat] = {}
        before, after = self.templates["value"].split("{value}")
        self.around_value = before, after

    def number(self, name: str, within: str | None) -> _NumberFormat:
        key = (name, within)
        if key not in self._numbers:
            definition = self.plain.names.definition(name, within)
            self._numbers[key] = _NumberFormat(
                is_date=self.plain.names.is_date(name, within),
                domain=(getattr(definition, "at_least", None), getattr(definition, "at_most", None)),
            )
        return self._numbers[key]

    def clause(self, clause: Clause, within: str | None) -> tuple[str, ...]:
        key = (id(clause), within)
        if key not in self._phrases:
            name = "" if isinstance(clause, OutcomeClause) else clause.name
            sentence = clause_question(
                clause,
                within,
                self._stances.get(id(clause), Stance.CONDITION),
                self.templates,
                plain=self.plain,
                marking=self._marking,
                found=placeholder(BARE + name) if self._marking.has_value(name, within) else "",
            )
            self._phrases[key] = tuple(sentence.split(MARK))
        return self._phrases[key]

    def formula(self, formula: Formula, within: str | None = None) -> tuple[str, ...]:
        key = (id(formula), within)
        if key not in self._phrases:
            self._phrases[key] = tuple(self._marking.formula(formula, within).split(MARK))
        return self._phrases[key]

    def name(self, name: str, within: str | None = None) -> str:
        key = (name, within)
        if key not in self._names:
            self._names[key] = self.plain.name(name, within)
        return self._names[key]

    @staticmethod
    def unit_shown(unit: str) -> str:
        return "" if unit == "point" else unit

    def choice(self, name: str, value: str, within: str | None = None) -> str:
        key = (name, value, within)
        if key not in self._choices:
            self._choices[key] = self.plain.choice(name, value, within)
        return self._choices[key]


class RuleRenderer:
    """Renderer of scorecard rules in one language, with the values of one evaluation after the names."""

    def __init__(
        self,
        book: Phrasebook,
        extents: Mapping[str, Extent],
        units: Mapping[str, str],
        texts: dict[tuple[str, str | None], str],
    ) -> None:
        self._texts = texts
        self._book = book
        self._extents = extents
        self._units = units
        self._value_memo: dict[tuple[str, str | None], str] = {}
        self._suffix_memo: dict[tuple[str, str | None], str] = {}
        self._clause_memo: dict[tuple[int, str | None], str] = {}
        self.language = book.language
        self.templates = book.templates
        self.words = book.plain.words
        self.scorecard = book.plain.scorecard

    def clause(self, clause: Clause, within: str | None = None) -> str:
        key = (id(clause), within)
        if key not in self._clause_memo:
            self._clause_memo[key] = self._filled(self._book.clause(clause, within), within)
        return self._clause_memo[key]

    def condition(self, condition: Condition) -> str:
        return self.words.clauses_separator.join(self.clause(clause) for clause in condition)

    def formula(self, formula: Formula, within: str | None = None) -> str:
        return self._filled(self._book.formula(formula, within), within)

    def _filled(self, pieces: tuple[str, ...], within: str | None) -> str:
        filled = list(pieces)
        for position in range(1, len(filled), 2):
            name = filled[position]
            filled[position] = (
                self.shown_value(name[1:], within) if name[0] == BARE else self.value_suffix(name, within)
            )
        return "".join(filled)

    def value_suffix(self, name: str, within: str | None) -> str:
        key = (name, within)
        if key not in self._suffix_memo:
            before, after = self._book.around_value
            self._suffix_memo[key] = f"{before}{self.shown_value(name, within)}{after}" if name in self._extents else ""
        return self._suffix_memo[key]

    def name(self, name: str, within: str | None = None) -> str:
        return self._book.name(name, within) + self.value_suffix(name, within)

    def fact(self, name: str) -> str:
        return self.templates["fact"].format(name=self.plain_name(name), value=self.shown_value(name))

    def plain_name(self, name: str, within: str | None = None) -> str:
        return self._book.name(name, within)

    def grade(self, grade: str) -> str:
        return self._book.plain.grade(grade)

    def shown_value(self, name: str, within: str | None = None) -> str:
        key = (name, within)
        if key not in self._value_memo:
            self._value_memo[key] = self._show(name, within)
        return self._value_memo[key]

    def _show(self, name: str, within: str | None) -> str:
        extent = self._extents.get(name)
        if isinstance(extent, NumberExtent):
            return self._number(name, extent.interval, within)
        match extent:
            case NotApplicable():
                return self.templates["not_applicable"]
            case ChoiceExtent(possible, others) if len(possible) == 1 and not others:
                return self._book.choice(name, min(possible), within)
            case ChoicesExtent(surely, possibly) if surely == possibly:
                definition = self._book.plain.names.definition(name, within)
                order = [choice.id for choice in getattr(definition, "choices", ()) if choice.id in surely]
                text = join_items((self._book.choice(name, value, within) for value in order), self.language)
                return text or self.words.words["values"].write("none")
            case PeriodExtent(first, last) if first.value is not None and last.value is not None:
                return self.templates["between"].format(low=day_text(first.value), high=day_text(last.value))
            case RecordsExtent(records) if records is not None:
                return str(len(records))
            case _:
                return self.templates["unknown"]

    def _number(self, name: str, interval: Interval, within: str | None) -> str:
        kind, value = self._book.number(name, within), interval.value
        if kind.is_date:
            return self.day(interval)
        if value is not None:
            text = self._texts.get((name, within)) or self._texts.setdefault((name, within), format_exact(value))
            return self.words.write_number(text, self._book.unit_shown(self._units.get(name, "")))
        if (interval.low, interval.high) == kind.domain:
            return self.templates["unknown"]
        return self.span(interval, self._units.get(name, ""))

    def day(self, interval: Interval) -> str:
        if interval.value is None:
            return self.templates["unknown"]
        return self.templates["never"] if interval.value >= NEVER else day_text(interval.value)

    def span(self, interval: Interval, unit: str) -> str:
        if interval.value is not None:
            return self.number(interval.value, unit)
        low = None if interval.low is None else self.number(interval.low, unit)
        high = None if interval.high is None else self.number(interval.high, unit)
        if low is not None and high is not None and not (interval.low_open or interval.high_open):
            return self.templates["between"].format(low=low, high=high)
        ends = []
        if low is not None:
            ends.append(self.templates["more_than" if interval.low_open else "at_least"].format(low=low))
        if high is not None:
            ends.append(self.templates["below" if interval.high_open else "at_most"].format(high=high))
        return join_items(ends, self.language) or self.templates["unknown"]

    def number(self, value: Fraction, unit: str) -> str:
        return self.words.write_number(format_exact(value), self._book.unit_shown(unit))


def phrasebooks(scorecard: Scorecard) -> dict[str, Phrasebook]:
    """Return the phrasebook of a scorecard for each language."""
    return {language: Phrasebook(scorecard, language) for language in LANGUAGES}


def make_rule_renderers(
    books: Mapping[str, Phrasebook], extents: Mapping[str, Extent], units: Mapping[str, str]
) -> dict[str, RuleRenderer]:
    """Return a renderer for each language, all with the same values."""
    units = {**units, TOTAL_SCORE: "point"}
    texts: dict[tuple[str, str | None], str] = {}
    return {language: RuleRenderer(book, extents, units, texts) for language, book in books.items()}
