from .exact_arithmetic import WholeColumn as WholeColumn
from .exact_fallback import ExactFallback as ExactFallback, build_question as build_question
from .expression_nodes import (
    FALSE as FALSE,
    INT64_LIMIT as INT64_LIMIT,
    TRUE as TRUE,
    Call as Call,
    ColumnReference as ColumnReference,
    Literal as Literal,
    Node as Node,
    NotVectorizableError as NotVectorizableError,
    Operator as Operator,
)
from .input_columns import (
    MAY_BE_ABSENT as MAY_BE_ABSENT,
    MOST_CHOICES as MOST_CHOICES,
    WORD as WORD,
    InputColumns as InputColumns,
    field_column as field_column,
    input_column as input_column,
)
from .lowering import (
    NEEDS_CORE as NEEDS_CORE,
    LoweredCard as LoweredCard,
    LoweredList as LoweredList,
    lower_card as lower_card,
)
from .output_schema import (
    APPROXIMATE_PLACES as APPROXIMATE_PLACES,
    CONCLUSION_COLUMN as CONCLUSION_COLUMN,
    GRADE_COLUMN as GRADE_COLUMN,
    OPEN_POINT_BOUNDS_COLUMN as OPEN_POINT_BOUNDS_COLUMN,
    POSSIBLE_GRADES_COLUMN as POSSIBLE_GRADES_COLUMN,
    SCORE_HIGH_COLUMN as SCORE_HIGH_COLUMN,
    SCORE_LOW_COLUMN as SCORE_LOW_COLUMN,
    STAGE_COLUMN as STAGE_COLUMN,
    VERDICT_COLUMN as VERDICT_COLUMN,
    VERDICT_VALUES as VERDICT_VALUES,
    CellValue as CellValue,
    OutputColumn as OutputColumn,
    decimal_places as decimal_places,
    output_columns as output_columns,
    output_values as output_values,
)
from .tables import ColumnLookup as ColumnLookup, ColumnLookups as ColumnLookups, texts_looked_up as texts_looked_up
