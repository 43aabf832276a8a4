"""Column list of every definition table: keys, cell types and model fields.

This one list drives reading and writing (`rules.language.row_codec`), canonical rows, and under which path of the model
each cell is remembered. The words above the columns stand in the lexicons under the same keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from rules.contracts.inputs import FrozenModel
from rules.language import name_resolution
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
    """What a cell says; who reads and writes each type: `rules.language.row_codec`."""

    ID = "id"
    """An id, of a form if one is named."""
    LABEL = "label"
    """What people call the thing in the language of the file."""
    WORDS = "words"
    """Text for people, in the language of the file."""
    DESCRIPTION = "description"
    """Likewise, the entry of the key of its column in a field of the model."""
    TEXT = "text"
    """Text that is the same in every language."""
    WORD = "word"
    """A word of one group of the lexicon."""
    YES = "yes"
    """Yes, or else no; in the words of a group if one is named."""
    NUMBER = "number"
    """A number without unit."""
    WHOLE = "whole"
    """A whole number of units, from one up to a limit."""
    UNIT = "unit"
    VERSION = "version"
    TIME_ZONE = "time_zone"
    DATE = "date"
    ROUNDING = "rounding"
    """Decimal places and a mode."""
    PLACES = "places"
    """Decimal places; the mode is that of the card."""
    NAME = "name"
    """The id or label of something that a table defines: of a fact, section, rule or reference table."""
    FIGURE = "figure"
    """The id or label of a quantity or of the total score."""
    CHOICE = "choice"
    """A choice of what the sentence names."""
    IDS = "ids"
    """Several ids of a form."""
    CHOICES = "choices"
    """The ids of choices that the row itself declares."""
    SECTIONS = "sections"
    """The ids or labels of sections, or none."""
    BASES = "bases"
    """The ids of bases; none if that is what the table allows, or if the sentence says those of all rows."""
    CONDITION = "condition"
    OUTCOME_CONDITION = "outcome_condition"
    """A condition that may ask for scores and outcomes, too."""
    CASE = "case"
    """A condition, or an exception behind the word that begins it."""
    OUTCOME_CASE = "outcome_case"
    """Likewise, and it may ask for scores and outcomes, too."""
    WHEN = "when"
    """A condition, or the word for all that no row above holds; blank in a table of one row."""
    FORMULA = "formula"
    """What a quantity, or a date, is computed by."""
    AMOUNT = "amount"
    """A number in the unit of what the sentence defines."""
    VALUE = "value"
    """A number in the unit that stands in the sentence, or that the rules leave it open."""
    DAY_OR_NEVER = "day_or_never"
    FIRST_DAY = "first_day"
    """A date, or the word for all days before the next row."""
    KEYS = "keys"
    """What is looked up in each key column of a reference table."""
    DAY = "day"
    """A date, or one that is looked up."""
    BY_HAND = "by_hand"
    """What depends on other cells of its row: the reader and writer of the sentence read and write it."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its key in the lexicon, the type of its cells, and the field of the model that they fill."""

    key: str
    cell: CellType = CellType.BY_HAND
    fills: str = ""
    needed: bool = False
    header_required: bool = False
    """It must stand, though its cells may be blank."""
    of: str = ""
    """The group of words, or the unit; the group too where the sentence reads a cell that may be such a word."""
    form: IdFormat | None = None
    """How ids are written."""
    most: int = 0
    """The greatest whole number."""
    each: bool = False
    """Whether each row says it for itself, where the first row of several of one thing says the rest for all."""

    @property
    def field(self) -> str:
        """The field of the model, or the entry of one; it has the name of the key unless another is named."""
        return self.fills or self.key

    @property
    def word_group(self) -> str:
        """The group of the lexicon whose words its cells may be, if there is one."""
        if self.cell is CellType.YES:
            return self.of or "answers"
        return self.of if self.cell in (CellType.WORD, CellType.BY_HAND) else ""

    @property
    def named_kinds(self) -> frozenset[str]:
        """The kinds of parts of the model whose names its cells hold: those that some table defines under its key."""
        defined_under = "section" if self.cell is CellType.SECTIONS else self.key
        return frozenset(
            form.parts.path.rpartition(".")[2]
            for form in TABLES.values()
            if form.parts.path and form.parts.ids == defined_under
        )


@dataclass(frozen=True, slots=True)
class DefinedParts:
    """What a table defines: the column of its ids, where these stand in the model, what they are, and who knows them.

    Without a column for ids the table as a whole defines it; without path it says more of what others define.
    """

    ids: str = ""
    path: str = ""
    kind: type[FrozenModel] = FrozenModel
    known_to: str = ""
    """The registry of the draft; of the name of the path if none is given."""

    @property
    def registry(self) -> str:
        """The registry of the draft in which the ids are declared."""
        return self.known_to or self.path


@dataclass(frozen=True, slots=True)
class TableForm:
    """The columns of a table in the order in which they are written, and what it defines."""

    columns: tuple[TableColumn, ...]
    parts: DefinedParts
    rows: str
    """In which field of what the sentence defines the rows stand in the model, if not each for itself."""

    @property
    def first_row_columns(self) -> tuple[str, ...]:
        """The columns that a further row of the same thing leaves blank, for they stand in its first."""
        return tuple(column.key for column in self.columns if not column.each and column.cell is not CellType.ID)

    @property
    def needs(self) -> frozenset[str]:
        """The columns that the table must have."""
        return frozenset(column.key for column in self.columns if column.needed or column.header_required)


def _table(*columns: TableColumn, of: DefinedParts = DefinedParts(), rows: str = "") -> TableForm:
    return TableForm(columns, of, rows)


_may, _must = TableColumn, partial(TableColumn, needed=True)
_T = CellType
_LABEL = _may("label", _T.LABEL, "labels")
_BASIS = _must("basis", _T.BASES)
_EACH_BASIS = _must("basis", _T.BASES, each=True)
_SHARED_BASIS = _may("basis", _T.BASES)
_WHEN = _may("when", _T.WHEN)
_WHERE = _may("where", _T.CONDITION, header_required=True)
_VALUE = _must("value", _T.VALUE, "formula")
_BOUNDS = tuple(_may(key, _T.NUMBER) for key in ("more_than", "at_least", "at_most", "below"))
_POINTS = _must("points", _T.NUMBER)
_FACT = (
    _LABEL,
    _must("type", of="types"),
    _may("unit", _T.UNIT),
    _may("choices", _T.CHOICES),
    *(_may(key, _T.NUMBER) for key in ("at_least", "at_most", "multiple_of", "step")),
    _may("evidence", _T.IDS, form=name_resolution.EVIDENCE_ID),
    _may("assurance", _T.WORD, of="assurances"),
    _may("maximum_age", _T.WHOLE, "maximum_age_months", of="month", most=1200),
    _may("may_not_apply", _T.YES),
    _may("may_lie_ahead", _T.YES),
)
_RESULT = (
    _must("result", _T.ID, "id"),
    _LABEL,
    _must("name", _T.FIGURE),
    _must("rounding", _T.PLACES),
    _BASIS,
)

CARD: tuple[TableColumn, ...] = (
    _must("id", _T.ID, form=name_resolution.CARD_ID),
    _must("version", _T.VERSION),
    _may("supersedes", _T.VERSION),
    _must("title", _T.WORDS, "titles"),
    _must("subject", _T.ID, "subject_kind", form=name_resolution.SUBJECT_ID),
    _must("attestation", _T.WORD, of="attestations"),
    _must("time_zone", _T.TIME_ZONE),
    _must("first_date", _T.DATE),
    _may("last_date", _T.DATE),
    _must("rounding", _T.ROUNDING),
    _may("compare", _T.YES, "compare_rounded", of="comparisons"),
    _must("not_applicable", _T.WORD, of="policies"),
    _may("not_assessed"),
)
"""The card table is turned: what elsewhere is a column is a row of it."""

TABLES: Mapping[str, TableForm] = {
    "card": _table(_must("field", _T.WORD, of="card"), _must("value")),
    "bases": _table(
        _must("basis", _T.ID, "id"),
        _must("instrument", _T.TEXT),
        _must("clause", _T.TEXT),
        _must("certainty", _T.WORD, of="certainties"),
        _may("note", _T.WORDS),
        of=DefinedParts("basis", "bases", Basis),
    ),
    "settings": _table(
        _must("setting", _T.ID, "id"),
        _LABEL,
        _must("choices", _T.CHOICES),
        _may("default", _T.TEXT),
        _may("meaning", _T.WORDS),
        of=DefinedParts("setting", "settings", Setting, "values"),
    ),
    "choices": _table(_must("value"), _must("words", _T.LABEL)),
    "facts": _table(_must("fact", _T.ID, "id"), *_FACT, _may("given", _T.YES), of=DefinedParts("fact", "facts")),
    "previous": _table(
        _must("fact", _T.NAME, of="facts"),
        _must("part", of="previous_parts"),
        _must("evaluation", of="previous_evaluations"),
        _may("card", _T.TEXT),
        _may("stated", _T.YES, "may_be_stated"),
        _BASIS,
        of=DefinedParts("fact"),
    ),
    "record": _table(_must("field", _T.ID, "id"), *_FACT, _may("in_some_cases", _T.YES), of=DefinedParts("field")),
    "case": _table(_must("fact", _T.NAME, of="facts"), _must("value"), of=DefinedParts("fact")),
    "quantity": _table(
        _must("formula", _T.FORMULA), _WHEN, _may("when_divided_by_zero", _T.AMOUNT), _SHARED_BASIS, rows="rows"
    ),
    "day": _table(_must("formula", _T.FORMULA), _WHEN, _SHARED_BASIS, rows="rows"),
    "sum": _table(_WHERE, _SHARED_BASIS, rows="rows"),
    "figure": _table(_WHERE, _SHARED_BASIS, rows="rows"),
    "lookup": _table(_VALUE, _SHARED_BASIS),
    "dated": _table(_must("from", _T.FIRST_DAY), _may("until", _T.DATE), _VALUE, _SHARED_BASIS),
    "date_lookup": _table(_must("date", _T.DAY_OR_NEVER), _SHARED_BASIS),
    "tables": _table(
        _must("table", _T.ID, "id"),
        _must("name", _T.ID, form=name_resolution.CARD_ID),
        _may("edition", _T.TEXT),
        _SHARED_BASIS,
        of=DefinedParts("table", "tables", TableReference),
    ),
    "table_lookup": _table(_must("table", _T.NAME, of="tables"), _must("keys", _T.KEYS), _SHARED_BASIS, rows="rows"),
    "conditions": _table(
        _must("condition", _T.ID, "id"),
        _LABEL,
        _must("when", _T.CASE, each=True),
        _EACH_BASIS,
        of=DefinedParts("condition", "quantities", known_to="values"),
        rows="rows",
    ),
    "gates": _table(
        _must("gate", _T.ID, "id"),
        _LABEL,
        _must("requires", _T.CONDITION, each=True),
        _may("applies", _T.CONDITION),
        _EACH_BASIS,
        of=DefinedParts("gate", "gates", Gate, "criteria"),
    ),
    "sections": _table(
        _must("section", _T.ID, "id"),
        _LABEL,
        _must("points", _T.NUMBER, "maximum"),
        of=DefinedParts("section", "sections", Section),
    ),
    "indicators": _table(
        _must("indicator", _T.ID, "id"),
        _LABEL,
        _must("section", _T.NAME, of="sections"),
        _must("points", _T.NUMBER, "maximum"),
        _may("must", _T.CONDITION),
        _may("applies", _T.CONDITION),
        _BASIS,
        of=DefinedParts("indicator", "indicators", Indicator, "criteria"),
    ),
    "bands": _table(*_BOUNDS, _POINTS, rows="bands"),
    "choice_points": _table(_must("value", _T.CHOICE), _POINTS, rows="rows"),
    "line": _table(_must("at", _T.NUMBER), _POINTS, rows="corners"),
    "count": _table(_must("holds", _T.CONDITION), rows="parts"),
    "maturity": _table(_must("aspect", _T.WORD, of="aspects"), _must("fact", _T.NAME, of="facts")),
    "levels": _table(
        _must("level", _T.ID, "id"),
        _LABEL,
        _must("at_least", _T.NUMBER),
        _must("at_most", _T.NUMBER),
        *(_may(aspect.value, _T.DESCRIPTION, "descriptions") for aspect in MaturityAspect),
        of=DefinedParts("", "maturity.levels", MaturityLevel, "levels"),
    ),
    "maturity_rules": _table(_must("rule", _T.WORD, of="maturity_rules"), _must("value"), _WHEN, _EACH_BASIS),
    "stages": _table(
        _must("stage", _T.ID),
        _LABEL,
        _may("when", _T.WHEN, each=True),
        _must("counts", _T.SECTIONS, "sections"),
        _must("maximum", _T.NUMBER),
        _EACH_BASIS,
        of=DefinedParts("", "stages.stages", Stage, "stages"),
        rows="rows",
    ),
    "grades": _table(
        _must("grade", _T.ID),
        *_BOUNDS,
        _may("requires", _T.OUTCOME_CASE),
        _BASIS,
        of=DefinedParts("", "ladder.grades", known_to="grades"),
        rows="rows",
    ),
    "grade_words": _table(_must("grade"), _must("words", _T.LABEL)),
    "verdict_rules": _table(
        _must("rule", _T.ID, "id"),
        _LABEL,
        _must("when", _T.CONDITION, each=True),
        _must("verdict", _T.WORD, of="verdicts"),
        _must("severity", _T.WORD, of="severities"),
        *(_may(key, _T.DAY) for key in ("first", "last", "warn_from")),
        _BASIS,
        of=DefinedParts("rule", "verdicts.rules", VerdictRule, "rules"),
        rows="rows",
    ),
    "remedies": _table(_must("rule", _T.NAME, of="rules"), _must("words", _T.WORDS, "remedy"), of=DefinedParts("rule")),
    "findings": _table(
        _must("finding", _T.ID, "id"),
        _LABEL,
        _must("when", _T.OUTCOME_CONDITION, each=True),
        _must("severity", _T.WORD, of="severities"),
        _may("close_within", _T.WHOLE, "close_within_days", of="day", most=36_500),
        _EACH_BASIS,
        of=DefinedParts("finding", "findings", FindingRule),
    ),
    "results": _table(*_RESULT, of=DefinedParts("result", "results")),
    "record_results": _table(*_RESULT, of=DefinedParts("result", "record_results")),
}
"""The tables of definition sentences; columns that are not needed may be left out."""
SMALL_TABLES = ("lookup", "interpolated", "dated", "date_lookup")
"""The tables that give the values of one quantity, or date, by what their sentence names."""
FOR_PEOPLE = frozenset({"label", "meaning", "note", *MaturityAspect})
"""Columns that stand even if blank where somebody must still write them."""


def columns_headed(words: Lexicon, table: str, heading: str) -> tuple[TableColumn, ...]:
    """Give the column under a heading of a table; of every table if this one is not known."""
    tables = (table,) if table in TABLES else TABLES
    headed = ((TABLES[known], words.columns[known].read(heading)) for known in tables)
    return tuple(column for form, key in headed for column in form.columns if column.key == key)


def card_column(words: Lexicon, row: str) -> TableColumn | None:
    """Give what a row of the card table is about."""
    key = words.words["card"].read(row)
    return next((column for column in CARD if column.key == key), None)
