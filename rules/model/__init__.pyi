from .clause_coverage import Edge as Edge
from .dated_rules import (
    ComputedDays as ComputedDays,
    DatedParts as DatedParts,
    DatedRule as DatedRule,
    DayRole as DayRole,
)
from .definitions import (
    AttestationKind as AttestationKind,
    Certainty as Certainty,
    lowest_certainty as lowest_certainty,
    place_cited as place_cited,
    year_before as year_before,
)
from .diff import forbidden_overlay_changes as forbidden_overlay_changes
from .digest import canonical_order as canonical_order, scorecard_document as scorecard_document
from .examples import Example as Example, Expectation as Expectation, PlacedItem as PlacedItem
from .expressions import (
    AS_OF as AS_OF,
    STAGE as STAGE,
    BaseDateClause as BaseDateClause,
    ChoiceClause as ChoiceClause,
    Clause as Clause,
    Condition as Condition,
    DateClause as DateClause,
    DateExpression as DateExpression,
    DateOperator as DateOperator,
    DateRangeClause as DateRangeClause,
    Formula as Formula,
    FormulaOperator as FormulaOperator,
    IncludesClause as IncludesClause,
    NameReference as NameReference,
    NumberClause as NumberClause,
    NumberLiteral as NumberLiteral,
    NumberOperator as NumberOperator,
    NumberRangeClause as NumberRangeClause,
    Operation as Operation,
    OutcomeClause as OutcomeClause,
    PeriodEdge as PeriodEdge,
    UndeterminedFormula as UndeterminedFormula,
    apply_day_shift as apply_day_shift,
    names_in_condition as names_in_condition,
)
from .fact_renames import invalid_mappings as invalid_mappings, migrate_facts as migrate_facts
from .forms import PERCENT as PERCENT, SharedRules as SharedRules
from .lookups import TableSource as TableSource
from .merge import ConflictKind as ConflictKind, MergeSide as MergeSide
from .name_usage import names_behind as names_behind, names_in_rule as names_in_rule
from .published_version import (
    AnyVersion as AnyVersion,
    PublishedVersion as PublishedVersion,
    Repeal as Repeal,
    VersionOutline as VersionOutline,
    draft_as_published as draft_as_published,
    find_version_in_force as find_version_in_force,
    is_in_force_on as is_in_force_on,
    is_same_content as is_same_content,
    last_day_in_force as last_day_in_force,
    published_bytes as published_bytes,
    read_outline as read_outline,
    read_published as read_published,
    version_before as version_before,
)
from .quantities import NamedCondition as NamedCondition
from .scorecard import (
    BandScale as BandScale,
    Basis as Basis,
    Card as Card,
    Choice as Choice,
    CountScale as CountScale,
    DateLookup as DateLookup,
    FactDefinition as FactDefinition,
    FactType as FactType,
    FindingSeverity as FindingSeverity,
    FormulaQuantity as FormulaQuantity,
    Gate as Gate,
    Indicator as Indicator,
    LadderRow as LadderRow,
    LookupQuantity as LookupQuantity,
    MaturityScale as MaturityScale,
    Quantity as Quantity,
    RecordResult as RecordResult,
    RecordType as RecordType,
    Result as Result,
    Scorecard as Scorecard,
    Setting as Setting,
    SumQuantity as SumQuantity,
    TableQuantity as TableQuantity,
    TextByLanguage as TextByLanguage,
    VerdictRule as VerdictRule,
    Verdicts as Verdicts,
)
from .symbol_table import YES_NO as YES_NO, DefinitionIndex as DefinitionIndex
from .table_editions import (
    CellChange as CellChange,
    TableDifference as TableDifference,
    change_days as change_days,
    compare_tables as compare_tables,
    edition_problems as edition_problems,
    superseded_editions as superseded_editions,
    valid_edition as valid_edition,
)
from .table_form import (
    ANY_KEY_CELL as ANY_KEY_CELL,
    DIGEST_LENGTH as DIGEST_LENGTH,
    LOOK_FURTHER_CELL as LOOK_FURTHER_CELL,
    OUT_OF_SCOPE_CELL as OUT_OF_SCOPE_CELL,
    UNKNOWN_CELL as UNKNOWN_CELL,
    PlacedRow as PlacedRow,
    file_stems as file_stems,
    manifest_bytes as manifest_bytes,
    read_manifest as read_manifest,
    read_table as read_table,
    rows_bytes as rows_bytes,
    seal_table as seal_table,
)
from .table_lookup import (
    CodeAnswer as CodeAnswer,
    ExhaustedLookup as ExhaustedLookup,
    LookupAnswer as LookupAnswer,
    LookupAttempt as LookupAttempt,
    LookupStep as LookupStep,
    MissingAnswer as MissingAnswer,
    NumberAnswer as NumberAnswer,
    OutOfScopeAnswer as OutOfScopeAnswer,
    look_up as look_up,
)
from .tables import Correction as Correction, Manifest as Manifest, Row as Row, Table as Table
