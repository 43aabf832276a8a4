from .canonical import starter_file as starter_file
from .card_rows import change_sentence as change_sentence, part_word as part_word
from .compiler import CompilationCache as CompilationCache
from .diagnostic_collector import (
    CatalogueEntry as CatalogueEntry,
    read_catalogue as read_catalogue,
    split_lines as split_lines,
)
from .draft_merge import DraftMerge as DraftMerge, MergedPart as MergedPart, merge_drafts as merge_drafts
from .export import (
    added_examples_path as added_examples_path,
    append_examples as append_examples,
    export_folder as export_folder,
    translation_remarks as translation_remarks,
)
from .feature_summary import card_purposes as card_purposes, count_examples as count_examples
from .file_edits import (
    CIRCLED_DIGITS as CIRCLED_DIGITS,
    EXAMPLES as EXAMPLES,
    TABLE_GROUPS as TABLE_GROUPS,
    AddedDefinition as AddedDefinition,
    AddedExample as AddedExample,
    RuleTable as RuleTable,
    column_types as column_types,
    example_titles as example_titles,
    fill_shape as fill_shape,
    insert_additions as insert_additions,
    replace_tables as replace_tables,
    rule_titles as rule_titles,
    section_keywords as section_keywords,
    sentence_shapes as sentence_shapes,
    shape_columns as shape_columns,
    shape_of as shape_of,
    tables_of as tables_of,
)
from .lexicon import (
    Lexicon as Lexicon,
    language_of as language_of,
    load_lexicon as load_lexicon,
    twin_path as twin_path,
)
from .name_resolution import is_inside_word as is_inside_word
from .patterns import SentencePattern as SentencePattern, sentence_readings as sentence_readings
from .placeholders import find_placeholder as find_placeholder
from .point_rewriting import rewrite_points as rewrite_points
from .render import Renderer as Renderer
from .row_lines import (
    begun_cells as begun_cells,
    cell_position as cell_position,
    cell_values as cell_values,
    first_row as first_row,
    rest_of_cell as rest_of_cell,
)
from .rules_in_words import RuleText as RuleText, rule_texts as rule_texts
from .source import text_at as text_at
from .table_columns import (
    CellType as CellType,
    TableColumn as TableColumn,
    card_column as card_column,
    columns_headed as columns_headed,
)
from .text_places import locate as locate
from .vocabulary import (
    VOCABULARY_FOLDER as VOCABULARY_FOLDER,
    imports_of as imports_of,
    with_vocabularies as with_vocabularies,
)
