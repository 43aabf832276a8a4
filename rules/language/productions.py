"""Who reads each definition sentence, in which order, and who writes it?

Names must be known before what uses them is read, so tables that define names are read before those that use them,
wherever they stand in the files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from rules.language.definitions_card import read_card, read_choice_words, read_settings, write_card, write_choice_words
from rules.language.definitions_criteria import (
    ScaleReader,
    declare_cased,
    declare_conditions,
    declare_indicators,
    read_applies,
    read_cased,
    read_conditions,
    read_count,
    read_indicators,
    read_measured,
    read_scale,
    refuse_unscaled,
    write_applies,
    write_cased,
    write_conditions,
    write_count,
    write_indicators,
    write_measured,
)
from rules.language.definitions_facts import (
    declare_record,
    note_called,
    read_belongs,
    read_case,
    read_case_records,
    read_facts,
    read_key,
    read_previous,
    read_record,
    refuse_keyless_records,
    refuse_unused_calls,
    write_belongs,
    write_called,
    write_case,
    write_case_records,
    write_facts,
    write_key,
    write_previous,
    write_record,
)
from rules.language.definitions_maturity import (
    read_levels,
    read_maturity_rules,
    read_maturity_scale,
    refuse_incomplete_maturity,
    stated_maturity,
    write_levels,
    write_maturity_rules,
    write_maturity_scale,
)
from rules.language.definitions_quantities import (
    declare_quantity,
    read_figure,
    read_quantity,
    read_sum,
    read_table_lookup,
    write_figure,
    write_quantity,
    write_sum,
    write_table_lookup,
)
from rules.language.definitions_results import (
    declare_alternatives,
    declare_stages,
    read_grade_words,
    read_grades,
    read_record_results,
    read_remedies,
    read_results,
    read_stages,
    read_tracks,
    read_verdict_rules,
    read_verdicts,
    refuse_incomplete_verdicts,
    write_grade_words,
    write_grades,
    write_record_results,
    write_remedies,
    write_results,
    write_stages,
    write_tracks,
    write_verdict_rules,
    write_verdicts,
)
from rules.language.definitions_tabled import (
    SENTENCES,
    read_dated,
    read_interpolated,
    read_lookup,
    read_small_table,
    write_small_table,
)
from rules.language.rows import read_defined, write_defined
from rules.language.table_columns import SMALL_TABLES
from rules.language.vocabulary import OPENING, TAKEN, write_named
from rules.model.scorecard import (
    DateLookup,
    FormulaQuantity,
    LookupQuantity,
    NamedCondition,
    SumQuantity,
    Tabled,
    TableQuantity,
)

if TYPE_CHECKING:
    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.render import Renderer
    from rules.language.rows import Written
    from rules.model.scale_form import SharedRules
    from rules.model.scorecard import Quantity

Reader = Callable[["Draft", "Definition"], None]
Writer = Callable[["Renderer", "DefinitionSentence"], "Written | None"]

_MEASURED = ("scale", "scale_plain", "line", "line_plain", "share")
SCALES: Mapping[str, ScaleReader] = {
    **dict.fromkeys(_MEASURED, read_measured),
    "count": read_count,
    "maturity": read_maturity_scale,
}
"""The productions that say how an indicator scores."""
RATED_SCALE = "maturity"
"""The one of them whose scale is rated by described levels."""
RATED_LEVEL = ("maturity_rules", "level")
"""Group and key of the words for what its ratings give."""
SHARED_RULES: Mapping[str, Callable[[Draft], SharedRules | None]] = {"maturity": stated_maturity}
"""Who gives what all scales of a kind share, if it was stated."""

QUANTITIES = ("quantity", "day", "sum", "figure", *SMALL_TABLES, "table_lookup", "word_lookup")
"""The productions each of whose sentences defines one quantity, or one date."""

PHASES: tuple[tuple[tuple[str, ...], Reader], ...] = (
    (("card",), read_card),
    (("bases",), read_defined),
    (("called",), note_called),
    (("settings",), read_settings),
    (("tables",), read_defined),
    (("record",), declare_record),
    (("facts",), read_facts),
    (("record",), read_record),
    (("choices",), read_choice_words),
    (("key",), read_key),
    (("belongs",), read_belongs),
    (QUANTITIES, declare_quantity),
    (("conditions",), declare_conditions),
    (("previous",), read_previous),
    (("sections",), read_defined),
    (("gates",), declare_cased),
    (("indicators",), declare_indicators),
    (("stages",), declare_stages),
    (("grades",), declare_alternatives),
    (("grade_words",), read_grade_words),
    (("verdict_rules",), declare_alternatives),
    (("findings",), declare_cased),
    (("quantity", "day"), read_quantity),
    (("conditions",), read_conditions),
    (("table_lookup", "word_lookup"), read_table_lookup),
    (("sum",), read_sum),
    (("figure",), read_figure),
    (("lookup",), read_small_table),
    (("interpolated",), read_interpolated),
    (("dated",), read_dated),
    (("date_lookup",), read_lookup),
    (("applies",), read_applies),
    (("gates",), read_cased),
    (("indicators",), read_indicators),
    (("levels",), read_levels),
    (("maturity_rules",), read_maturity_rules),
    (tuple(SCALES), lambda draft, definition: read_scale(SCALES[definition.production], draft, definition)),
    (("stages",), read_stages),
    (("tracks",), read_tracks),
    (("grades",), read_grades),
    (("verdicts",), read_verdicts),
    (("verdict_rules",), read_verdict_rules),
    (("remedies",), read_remedies),
    (("findings",), read_cased),
    (("results",), read_results),
    (("record_results",), read_record_results),
    (("case",), read_case),
    (("case_records",), read_case_records),
)
"""The readers in the order in which they are called, each for all definitions of its productions."""


WRITERS: Mapping[str, Writer] = {
    **dict.fromkeys(_MEASURED, write_measured),
    **dict.fromkeys(("scorecard", OPENING, *TAKEN), write_named),
    **dict.fromkeys(SMALL_TABLES, write_small_table),
    **dict.fromkeys(("bases", "sections", "settings", "tables"), write_defined),
    **dict.fromkeys(("gates", "findings"), write_cased),
    "applies": write_applies,
    "belongs": write_belongs,
    "called": write_called,
    "card": write_card,
    "case": write_case,
    "case_records": write_case_records,
    "choices": write_choice_words,
    "conditions": write_conditions,
    "count": write_count,
    "facts": write_facts,
    "grade_words": write_grade_words,
    "grades": write_grades,
    "indicators": write_indicators,
    "key": write_key,
    "levels": write_levels,
    "maturity": write_maturity_scale,
    "maturity_rules": write_maturity_rules,
    "previous": write_previous,
    "day": write_quantity,
    "quantity": write_quantity,
    "record": write_record,
    "record_results": write_record_results,
    "remedies": write_remedies,
    "results": write_results,
    "stages": write_stages,
    "sum": write_sum,
    "figure": write_figure,
    "table_lookup": write_table_lookup,
    "tracks": write_tracks,
    "verdict_rules": write_verdict_rules,
    "verdicts": write_verdicts,
    "word_lookup": write_table_lookup,
}
"""The writers of definition sentences: what stands in their slots, and the rows of their tables."""


def production_of(quantity: Quantity) -> str:
    """Name the sentence that defines a quantity."""
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
        case FormulaQuantity(tabled=Tabled(form=form)):
            return SENTENCES[form]
        case _:
            return "day" if quantity.gives_day else "quantity"


def read_definitions(draft: Draft, definitions: list[Definition]) -> None:
    """Read all definitions of one language into the draft."""
    for productions, reader in PHASES:
        for definition in definitions:
            if definition.production in productions:
                reader(draft, definition)
    refuse_unused_calls(draft)
    refuse_keyless_records(draft)
    refuse_unscaled(draft)
    refuse_incomplete_maturity(draft)
    refuse_incomplete_verdicts(draft)
