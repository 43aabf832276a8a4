"""Column list of every definition table: keys, cell types and model fields.

It drives reading, writing and model paths. The lexicons define the headings under the same keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from rules.contracts.inputs import FrozenModel
from rules.language import name_resolution
from rules.model.edge_rows import BOUNDS
from rules.model.maturity import MaturityAspect, MaturityLevel
from rules.model.scorecard import (
    Basis,
    FindingRule,
    Gate,
    Indicator,
    Section,
    Setting,
    Stage,
    TableReference,
    VerdictRule,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.language.lexicon import Lexicon
    from rules.language.name_resolution import IdFormat


class CellType(StrEnum):
    """Content of a cell."""

    ID = "id"
    LABEL = "label"
    WORDS = "words"
    DESCRIPTION = "description"
    """Text in the language of the file, stored under the column key in the model field."""
    TEXT = "text"
    WORD = "word"
    YES = "yes"
    NUMBER = "number"
    WHOLE = "whole"
    UNIT = "unit"
    VERSION = "version"
    TIME_ZONE = "time_zone"
    DATE = "date"
    ROUNDING = "rounding"
    PLACES = "places"
    NAME = "name"
    FIGURE = "figure"
    CHOICE = "choice"
    IDS = "ids"
    CHOICES = "choices"
    SECTIONS = "sections"
    BASES = "bases"
    CONDITION = "condition"
    OUTCOME_CONDITION = "outcome_condition"
    CASE = "case"
    """Condition, or an exception after the word for "unless"."""
    OUTCOME_CASE = "outcome_case"
    WHEN = "when"
    """Condition, or the word for "otherwise"; blank if the table has one row."""
    FORMULA = "formula"
    AMOUNT = "amount"
    VALUE = "value"
    """Number in the unit of the sentence, or a statement that the rules leave it undetermined."""
    DAY_OR_NEVER = "day_or_never"
    FIRST_DAY = "first_day"
    """Date, or the word for all days before the next row."""
    KEYS = "keys"
    DAY = "day"
    BY_HAND = "by_hand"
    """Value that the reader and writer of the sentence handle, because it depends on other cells."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: lexicon key, cell type, and the model field that it fills."""

    key: str
    cell: CellType = CellType.BY_HAND
    fills: str = ""
    needed: bool = False
    header_required: bool = False
    """Whether the heading is mandatory although cells may be blank."""
    of: str = ""
    """Lexicon group, unit, or kind of named item of the cells."""
    form: IdFormat | None = None
    most: int = 0
    each: bool = False
    """Whether each row has its own value; otherwise the first row of an item states it for all."""

    @property
    def field(self) -> str:
        return self.fills or self.key

    @property
    def word_group(self) -> str:
        if self.cell is CellType.YES:
            return self.of or "answers"
        return self.of if self.cell in (CellType.WORD, CellType.BY_HAND) else ""

    @property
    def named_kinds(self) -> frozenset[str]:
        defined_under = "section" if self.cell is CellType.SECTIONS else self.key
        return frozenset(
            form.parts.path.rpartition(".")[2]
            for form in TABLES.values()
            if form.parts.path and form.parts.ids == defined_under
        )


@dataclass(frozen=True, slots=True)
class DefinedParts:
    """The parts of the model that a table defines.

    `ids` is the id column, empty if the whole table defines one part. `path` is empty if the table extends existing
    parts.
    """

    ids: str = ""
    path: str = ""
    kind: type[FrozenModel] = FrozenModel
    known_to: str = ""

    @property
    def registry(self) -> str:
        return self.known_to or self.path


@dataclass(frozen=True, slots=True)
class TableForm:
    """The columns of a table in writing order, and its parts."""

    columns: tuple[TableColumn, ...]
    parts: DefinedParts
    rows: str
    """Model field of the rows; empty if each row is a part of its own."""

    @property
    def first_row_columns(self) -> tuple[str, ...]:
        return tuple(column.key for column in self.columns if not column.each and column.cell is not CellType.ID)

    @property
    def needs(self) -> frozenset[str]:
        return frozenset(column.key for column in self.columns if column.needed or column.header_required)


def _table(*columns: TableColumn, of: DefinedParts = DefinedParts(), rows: str = "") -> TableForm:
    return TableForm(columns, of, rows)


_optional, _required = TableColumn, partial(TableColumn, needed=True)
_TYPE = CellType
_LABEL = _optional("label", _TYPE.LABEL, "labels")
_BASIS = _required("basis", _TYPE.BASES)
_ROW_BASIS = _required("basis", _TYPE.BASES, each=True)
_SHARED_BASIS = _optional("basis", _TYPE.BASES)
_WHEN = _optional("when", _TYPE.WHEN)
_WHERE = _optional("where", _TYPE.CONDITION, header_required=True)
_VALUE = _required("value", _TYPE.VALUE, "formula")
_BOUNDS = tuple(_optional(key, _TYPE.NUMBER) for key in BOUNDS)
_POINTS = _required("points", _TYPE.NUMBER)
_FACT = (
    _LABEL,
    _required("type", of="types"),
    _optional("unit", _TYPE.UNIT),
    _optional("choices", _TYPE.CHOICES),
    *(_optional(key, _TYPE.NUMBER) for key in ("at_least", "at_most", "multiple_of", "step")),
    _optional("evidence", _TYPE.IDS, form=name_resolution.EVIDENCE_ID),
    _optional("assurance", _TYPE.WORD, of="assurances"),
    _optional("maximum_age", _TYPE.WHOLE, "maximum_age_months", of="month", most=1200),
    _optional("may_not_apply", _TYPE.YES),
    _optional("may_lie_ahead", _TYPE.YES),
)
_RESULT = (
    _required("result", _TYPE.ID, "id"),
    _LABEL,
    _required("name", _TYPE.FIGURE),
    _required("rounding", _TYPE.PLACES),
    _BASIS,
)

CARD: tuple[TableColumn, ...] = (
    _required("id", _TYPE.ID, form=name_resolution.CARD_ID),
    _required("version", _TYPE.VERSION),
    _optional("supersedes", _TYPE.VERSION),
    _required("title", _TYPE.WORDS, "titles"),
    _required("subject", _TYPE.ID, "subject_kind", form=name_resolution.SUBJECT_ID),
    _required("attestation", _TYPE.WORD, of="attestations"),
    _required("time_zone", _TYPE.TIME_ZONE),
    _required("first_date", _TYPE.DATE),
    _optional("last_date", _TYPE.DATE),
    _required("rounding", _TYPE.ROUNDING),
    _optional("compare", _TYPE.YES, "compare_rounded", of="comparisons"),
    _required("not_applicable", _TYPE.WORD, of="policies"),
    _optional("not_assessed"),
)
"""Rows of the card table, which has one field per row."""

TABLES: Mapping[str, TableForm] = {
    "card": _table(_required("field", _TYPE.WORD, of="card"), _required("value")),
    "bases": _table(
        _required("basis", _TYPE.ID, "id"),
        _required("instrument", _TYPE.TEXT),
        _required("clause", _TYPE.TEXT),
        _required("certainty", _TYPE.WORD, of="certainties"),
        _optional("note", _TYPE.WORDS),
        of=DefinedParts("basis", "bases", Basis),
    ),
    "settings": _table(
        _required("setting", _TYPE.ID, "id"),
        _LABEL,
        _required("choices", _TYPE.CHOICES),
        _optional("default", _TYPE.TEXT),
        _optional("meaning", _TYPE.WORDS),
        of=DefinedParts("setting", "settings", Setting, "values"),
    ),
    "choices": _table(_required("value"), _required("words", _TYPE.LABEL)),
    "facts": _table(
        _required("fact", _TYPE.ID, "id"), *_FACT, _optional("given", _TYPE.YES), of=DefinedParts("fact", "facts")
    ),
    "previous": _table(
        _required("fact", _TYPE.NAME, of="facts"),
        _required("part", of="previous_parts"),
        _required("evaluation", of="previous_evaluations"),
        _optional("card", _TYPE.TEXT),
        _optional("stated", _TYPE.YES, "may_be_stated"),
        _BASIS,
        of=DefinedParts("fact"),
    ),
    "record": _table(
        _required("field", _TYPE.ID, "id"), *_FACT, _optional("in_some_cases", _TYPE.YES), of=DefinedParts("field")
    ),
    "case": _table(_required("fact", _TYPE.NAME, of="facts"), _required("value"), of=DefinedParts("fact")),
    "quantity": _table(
        _required("formula", _TYPE.FORMULA),
        _WHEN,
        _optional("when_divided_by_zero", _TYPE.AMOUNT),
        _SHARED_BASIS,
        rows="rows",
    ),
    "day": _table(_required("formula", _TYPE.FORMULA), _WHEN, _SHARED_BASIS, rows="rows"),
    "sum": _table(_WHERE, _SHARED_BASIS, rows="rows"),
    "figure": _table(_WHERE, _SHARED_BASIS, rows="rows"),
    "lookup": _table(_VALUE, _SHARED_BASIS),
    "dated": _table(_required("from", _TYPE.FIRST_DAY), _optional("until", _TYPE.DATE), _VALUE, _SHARED_BASIS),
    "date_lookup": _table(_required("date", _TYPE.DAY_OR_NEVER), _SHARED_BASIS),
    "tables": _table(
        _required("table", _TYPE.ID, "id"),
        _required("name", _TYPE.ID, form=name_resolution.CARD_ID),
        _optional("edition", _TYPE.TEXT),
        _SHARED_BASIS,
        of=DefinedParts("table", "tables", TableReference),
    ),
    "table_lookup": _table(
        _required("table", _TYPE.NAME, of="tables"), _required("keys", _TYPE.KEYS), _SHARED_BASIS, rows="rows"
    ),
    "conditions": _table(
        _required("condition", _TYPE.ID, "id"),
        _LABEL,
        _required("when", _TYPE.CASE, each=True),
        _ROW_BASIS,
        of=DefinedParts("condition", "quantities", known_to="values"),
        rows="rows",
    ),
    "gates": _table(
        _required("gate", _TYPE.ID, "id"),
        _LABEL,
        _required("requires", _TYPE.CONDITION, each=True),
        _optional("applies", _TYPE.CONDITION),
        _ROW_BASIS,
        of=DefinedParts("gate", "gates", Gate, "criteria"),
    ),
    "sections": _table(
        _required("section", _TYPE.ID, "id"),
        _LABEL,
        _required("points", _TYPE.NUMBER, "maximum"),
        of=DefinedParts("section", "sections", Section),
    ),
    "indicators": _table(
        _required("indicator", _TYPE.ID, "id"),
        _LABEL,
        _required("section", _TYPE.NAME, of="sections"),
        _required("points", _TYPE.NUMBER, "maximum"),
        _optional("must", _TYPE.CONDITION),
        _optional("applies", _TYPE.CONDITION),
        _BASIS,
        of=DefinedParts("indicator", "indicators", Indicator, "criteria"),
    ),
    "bands": _table(*_BOUNDS, _POINTS, rows="bands"),
    "choice_points": _table(_required("value", _TYPE.CHOICE), _POINTS, rows="rows"),
    "line": _table(_required("at", _TYPE.NUMBER), _POINTS, rows="corners"),
    "count": _table(_required("holds", _TYPE.CONDITION), rows="parts"),
    "maturity": _table(_required("aspect", _TYPE.WORD, of="aspects"), _required("fact", _TYPE.NAME, of="facts")),
    "levels": _table(
        _required("level", _TYPE.ID, "id"),
        _LABEL,
        _required("at_least", _TYPE.NUMBER),
        _required("at_most", _TYPE.NUMBER),
        *(_optional(aspect.value, _TYPE.DESCRIPTION, "descriptions") for aspect in MaturityAspect),
        of=DefinedParts("", "maturity.levels", MaturityLevel, "levels"),
    ),
    "maturity_rules": _table(_required("rule", _TYPE.WORD, of="maturity_rules"), _required("value"), _WHEN, _ROW_BASIS),
    "stages": _table(
        _required("stage", _TYPE.ID),
        _LABEL,
        _optional("when", _TYPE.WHEN, each=True),
        _required("counts", _TYPE.SECTIONS, "sections"),
        _required("maximum", _TYPE.NUMBER),
        _ROW_BASIS,
        of=DefinedParts("", "stages.stages", Stage, "stages"),
        rows="rows",
    ),
    "grades": _table(
        _required("grade", _TYPE.ID),
        *_BOUNDS,
        _optional("requires", _TYPE.OUTCOME_CASE),
        _BASIS,
        of=DefinedParts("", "ladder.grades", known_to="grades"),
        rows="rows",
    ),
    "grade_words": _table(_required("grade"), _required("words", _TYPE.LABEL)),
    "verdict_rules": _table(
        _required("rule", _TYPE.ID, "id"),
        _LABEL,
        _required("when", _TYPE.CONDITION, each=True),
        _required("verdict", _TYPE.WORD, of="verdicts"),
        _required("severity", _TYPE.WORD, of="severities"),
        *(_optional(key, _TYPE.DAY) for key in ("first", "last", "warn_from")),
        _BASIS,
        of=DefinedParts("rule", "verdicts.rules", VerdictRule, "rules"),
        rows="rows",
    ),
    "remedies": _table(
        _required("rule", _TYPE.NAME, of="rules"), _required("words", _TYPE.WORDS, "remedy"), of=DefinedParts("rule")
    ),
    "findings": _table(
        _required("finding", _TYPE.ID, "id"),
        _LABEL,
        _required("when", _TYPE.OUTCOME_CONDITION, each=True),
        _required("severity", _TYPE.WORD, of="severities"),
        _optional("close_within", _TYPE.WHOLE, "close_within_days", of="day", most=36_500),
        _ROW_BASIS,
        of=DefinedParts("finding", "findings", FindingRule),
    ),
    "results": _table(*_RESULT, of=DefinedParts("result", "results")),
    "record_results": _table(*_RESULT, of=DefinedParts("result", "record_results")),
}
SMALL_TABLES = ("lookup", "interpolated", "dated", "date_lookup")
FOR_PEOPLE = frozenset({"label", "meaning", "note", *MaturityAspect})
"""Columns of prose, which a template includes even if blank."""


def columns_headed(words: Lexicon, table: str, heading: str) -> tuple[TableColumn, ...]:
    """Return the columns with a heading; an unknown table means all tables."""
    tables = (table,) if table in TABLES else TABLES
    matches = ((TABLES[known], words.columns[known].read(heading)) for known in tables)
    return tuple(column for form, key in matches for column in form.columns if column.key == key)


def card_column(words: Lexicon, row: str) -> TableColumn | None:
    """Return the column type of a row in the card table, or None."""
    key = words.words["card"].read(row)
    return next((column for column in CARD if column.key == key), None)
