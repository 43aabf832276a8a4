"""Column declarations of definition tables: a model field and a cell reader for each, registries of ids."""

from collections.abc import Mapping

import pytest

from rules.contracts.inputs import FrozenModel
from rules.contracts.messages import LANGUAGES
from rules.language.compiler_state import ScorecardDraft
from rules.language.diagnostic_collector import DiagnosticReport
from rules.language.lexicon import load_lexicon
from rules.language.name_resolution import SymbolTable
from rules.language.punctuation import MarkNormalizer
from rules.language.row_codec import CELL_CODECS, read_by_sentence
from rules.language.table_columns import CARD, TABLES, CellType
from rules.model import scorecard
from rules.model.definitions import PreviousSource
from rules.model.maturity import MaturityLevel
from rules.model.quantities import ConditionRow

MODELS: Mapping[str, type[FrozenModel]] = {
    **{kind: form.parts.kind for kind, form in TABLES.items() if form.parts.kind is not FrozenModel},
    "facts": scorecard.FactDefinition,
    "record": scorecard.FactDefinition,
    "previous": PreviousSource,
    "bands": scorecard.Band,
    "choice_points": scorecard.ChoicePoints,
    "line": scorecard.LinePoint,
    "levels": MaturityLevel,
    "grades": scorecard.LadderRow,
    "results": scorecard.Result,
    "record_results": scorecard.RecordResult,
    "quantity": scorecard.FormulaRow,
    "day": scorecard.FormulaRow,
    "sum": scorecard.SumRow,
    "figure": scorecard.SumRow,
    "table_lookup": scorecard.TableLookup,
}
ROWS: Mapping[str, type[FrozenModel]] = {
    "stages": scorecard.StageRow,
    "conditions": ConditionRow,
    "verdict_rules": scorecard.VerdictRow,
}
"""Models of single rows, for tables that define one part by several rows."""
MOST_BY_HAND = 20
"""Upper limit for cells without a declarative reader and writer."""


@pytest.mark.parametrize("kind", MODELS)
def test_each_declared_column_fills_a_field_of_the_model(kind: str) -> None:
    columns = [column for column in TABLES[kind].columns if column.cell is not CellType.BY_HAND and not column.each]
    subjects = {"stages": {"stage"}, "previous": {"fact"}}.get(kind, set())
    assert {column.field for column in columns} - subjects <= set(MODELS[kind].model_fields)


@pytest.mark.parametrize("kind", ROWS)
def test_each_row_column_fills_a_field_of_the_row_model(kind: str) -> None:
    assert {column.field for column in TABLES[kind].columns if column.each} <= set(ROWS[kind].model_fields)


def test_few_cells_are_read_and_written_by_hand() -> None:
    every = [*CARD, *(column for form in TABLES.values() for column in form.columns)]
    assert len([column for column in every if column.cell is CellType.BY_HAND]) <= MOST_BY_HAND


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_table_has_a_word_for_each_of_its_rows(language: str) -> None:
    assert [column.key for column in CARD] == list(load_lexicon(language).words["card"].by_key)


def test_every_cell_type_is_read_independently_or_by_its_declaration() -> None:
    used = {column.cell for form in TABLES.values() for column in form.columns} | {column.cell for column in CARD}
    assert used == set(CellType) == set(CELL_CODECS)
    by_what_declares = {CellType.LABEL, CellType.BY_HAND, CellType.UNIT, CellType.CHOICES, CellType.FIGURE}
    assert {kind for kind, codec in CELL_CODECS.items() if codec.read is read_by_sentence} == by_what_declares


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_groups_of_cells_exist_in_the_lexicon(language: str) -> None:
    columns = [*CARD, *(column for form in TABLES.values() for column in form.columns)]
    assert {column.word_group for column in columns} - {""} <= set(load_lexicon(language).words)
    facts = {column.key: column for column in TABLES["facts"].columns}
    assert [facts[key].word_group for key in ("type", "given", "maximum_age", "unit")] == ["types", "answers", "", ""]


def test_a_cell_refers_to_the_kinds_of_definition_declared_for_its_column() -> None:
    named = {(kind, column.key): column.named_kinds for kind, form in TABLES.items() for column in form.columns}
    assert named["maturity", "fact"] == named["case", "fact"] == named["facts", "fact"] == {"facts"}
    assert named["stages", "counts"] == named["indicators", "section"] == {"sections"}
    assert named["remedies", "rule"] == {"rules"}
    assert named["quantity", "formula"] == frozenset()


def test_each_definition_table_has_a_registry_for_its_ids() -> None:
    report = DiagnosticReport("en", {})
    draft = ScorecardDraft(load_lexicon("en"), report, MarkNormalizer(report))
    declaring = [form.parts.registry for form in TABLES.values() if form.parts.kind is not FrozenModel]
    assert all(isinstance(getattr(draft, registry), SymbolTable) for registry in declaring)
