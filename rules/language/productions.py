"""Grammar productions: reader, writer and reading phase of each definition sentence.

Tables that define names are read before those that use them, in any file order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from rules.language import (
    definitions_card as card,
    definitions_criteria as criteria,
    definitions_facts as facts,
    definitions_quantities as quantities,
    definitions_results as results,
    definitions_scales as scales,
    definitions_small_tables as tabled,
)
from rules.language.row_codec import read_definition_rows, write_definition_rows
from rules.language.table_columns import SMALL_TABLES
from rules.language.tables import refuse_table
from rules.language.vocabulary import OPENING, TAKEN, write_vocabulary_name
from rules.model.scorecard import (
    DateLookup,
    FormulaQuantity,
    LookupQuantity,
    NamedCondition,
    SumQuantity,
    TableLayout,
    TableQuantity,
)

if TYPE_CHECKING:
    from rules.language.compiler_state import DefinitionDraft, ScorecardDraft
    from rules.language.definition_sentences import ResolvedDefinition
    from rules.language.render import Renderer
    from rules.language.row_codec import SentenceCells
    from rules.model.forms import SharedRules
    from rules.model.scorecard import Quantity

Reader = Callable[["ScorecardDraft", "DefinitionDraft"], None]
Writer = Callable[["Renderer", "ResolvedDefinition"], "SentenceCells | None"]

_WITHOUT_TABLE = ("applies", "belongs", "called", "issued", "key", "tracks", "verdicts")
_PLAIN_TABLES = ("bases", "conditions", "levels", "results", "sections", "settings", "tables", "verdict_rules")
SCALES: Mapping[str, tuple[scales.ScaleReader, Writer]] = {
    **dict.fromkeys(
        ("scale", "scale_plain", "line", "line_plain", "share"),
        (scales.read_measured_scale, scales.write_measured_scale),
    ),
    "count": (scales.read_count_scale, scales.write_count_scale),
    "maturity": (scales.read_maturity_scale, scales.write_maturity_scale),
    "matrix": (scales.read_matrix, scales.write_matrix),
}
RATED_SCALE = "maturity"
RATED_LEVEL = ("maturity_rules", "level")
"""Lexicon group and key for the level of a maturity rating."""
SHARED_RULES: Mapping[str, Callable[[ScorecardDraft], SharedRules | None]] = {"maturity": scales.maturity_model}
"""Function per kind of scale that returns the rules shared by its scales, or None."""

QUANTITIES = ("quantity", "day", "sum", "figure", *SMALL_TABLES, "table_lookup", "word_lookup")
"""The productions that each define a single quantity or date."""

PHASES: tuple[tuple[tuple[str, ...], Reader], ...] = (
    (("card",), card.read_card),
    (("bases",), read_definition_rows),
    (("called",), facts.note_record_label),
    (("settings",), card.read_settings),
    (("tables",), read_definition_rows),
    (("record",), facts.declare_record),
    (("facts",), facts.read_facts),
    (("record",), facts.read_record),
    (("choices",), card.read_choice_words),
    (("key",), facts.read_key),
    (("belongs",), facts.read_list_ownership),
    (("issued",), facts.read_issue_date),
    (QUANTITIES, quantities.declare_quantity),
    (("conditions",), criteria.declare_conditions),
    (("previous",), facts.read_previous),
    (("sections",), read_definition_rows),
    (("gates",), criteria.declare_gates_or_findings),
    (("indicators",), criteria.declare_indicators),
    (("stages",), results.declare_stages),
    (("grades",), results.declare_alternatives),
    (("grade_words",), results.read_grade_words),
    (("verdict_rules",), results.declare_alternatives),
    (("findings",), criteria.declare_gates_or_findings),
    (("quantity", "day"), quantities.read_quantity),
    (("conditions",), criteria.read_conditions),
    (("table_lookup", "word_lookup"), quantities.read_table_lookup),
    (("sum", "figure"), quantities.read_aggregate),
    (("lookup",), tabled.read_small_table),
    (("interpolated",), tabled.read_interpolated),
    (("dated",), tabled.read_dated),
    (("date_lookup",), tabled.read_lookup),
    (("applies",), criteria.read_applicability),
    (("gates",), criteria.read_gates_or_findings),
    (("indicators",), criteria.read_indicators),
    (("levels",), scales.read_levels),
    (("maturity_rules",), scales.read_maturity_rules),
    (tuple(SCALES), lambda draft, definition: scales.read_scale(SCALES[definition.production][0], draft, definition)),
    (("stages",), results.read_stages),
    (("tracks",), results.read_tracks),
    (("grades",), results.read_grades),
    (("verdicts",), results.read_verdicts),
    (("verdict_rules",), results.read_verdict_rules),
    (("remedies",), results.read_remedies),
    (("findings",), criteria.read_gates_or_findings),
    (("results",), results.read_results),
    (("record_results",), results.read_record_results),
    (("case",), facts.read_reference_case),
    (("case_records",), facts.read_case_records),
)


WRITERS: Mapping[str, Writer] = {
    **{production: write for production, (_, write) in SCALES.items()},
    **dict.fromkeys(("scorecard", OPENING, *TAKEN), write_vocabulary_name),
    **dict.fromkeys(SMALL_TABLES, tabled.write_small_table),
    **dict.fromkeys(_PLAIN_TABLES, write_definition_rows),
    **dict.fromkeys(("gates", "findings"), criteria.write_gates_or_findings),
    "applies": criteria.write_applicability,
    "belongs": facts.write_list_ownership,
    "called": facts.write_record_label,
    "card": card.write_card,
    "case": facts.write_reference_case,
    "case_records": facts.write_case_records,
    "choices": card.write_choice_words,
    "facts": facts.write_facts,
    "grade_words": results.write_grade_words,
    "grades": results.write_grades,
    "indicators": criteria.write_indicators,
    "issued": facts.write_issue_date,
    "key": facts.write_key,
    "maturity_rules": scales.write_maturity_rules,
    "previous": facts.write_previous,
    "day": quantities.write_quantity,
    "quantity": quantities.write_quantity,
    "record": facts.write_record,
    "record_results": results.write_record_results,
    "remedies": results.write_remedies,
    "stages": results.write_stages,
    "sum": quantities.write_aggregate,
    "figure": quantities.write_aggregate,
    "table_lookup": quantities.write_table_lookup,
    "tracks": results.write_tracks,
    "verdicts": results.write_verdicts,
    "word_lookup": quantities.write_table_lookup,
}


def production_of(quantity: Quantity) -> str:
    """Return the production that defines a quantity."""
    match quantity:
        case NamedCondition():
            return "conditions"
        case TableQuantity():
            return "table_lookup" if quantity.gives == "number" else "word_lookup"
        case SumQuantity():
            return "sum" if quantity.figure is None else "figure"
        case LookupQuantity():
            return "lookup"
        case DateLookup():
            return "date_lookup"
        case FormulaQuantity(tabled=TableLayout(form=form)):
            return tabled.SENTENCES[form]
        case _:
            return "day" if quantity.is_date else "quantity"


def read_definitions(draft: ScorecardDraft, definitions: list[DefinitionDraft]) -> None:
    """Read all definitions of one language into the draft."""
    for definition in definitions:
        if definition.production in _WITHOUT_TABLE:
            refuse_table(definition.step, draft.report)
    for productions, reader in PHASES:
        for definition in definitions:
            if definition.production in productions:
                reader(draft, definition)
    facts.refuse_unused_labels(draft)
    facts.refuse_keyless_records(draft)
    criteria.refuse_missing_scales(draft)
    scales.refuse_incomplete_maturity(draft)
    results.refuse_incomplete_verdicts(draft)
