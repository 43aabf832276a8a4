"""Invalid scorecards: one for each error that the semantic lint detects, with the expected diagnostic."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from rules.model.expressions import (
    DateClause,
    DateExpression,
    DateOperator,
    NameReference,
    NumberLiteral,
    NumberOperator,
    NumberRangeClause,
)
from rules.model.scorecard import (
    Band,
    ChoicePoints,
    ChoiceScale,
    CountScale,
    FactDefinition,
    FactType,
    FormulaRow,
    Scorecard,
    Section,
    SumRow,
)
from tests.model.lint_card import (
    AT_LEAST,
    BASIS,
    COUNTED,
    CREDIT,
    ENERGY_NAME,
    FACTOR,
    I1,
    I2,
    INTENSITY,
    INVERSE,
    LESS,
    OUTPUT,
    QUOTIENT,
    SOUND,
    band,
    changed,
    choice,
    number,
    row,
    with_bands,
    with_corners,
    with_formula,
    with_matrix,
    with_requires,
    with_rows,
    with_scale,
)

MISTAKES: dict[str, tuple[Scorecard, tuple[str, str, str]]] = {
    "section_sum": (
        changed(sections=(Section(id="S", maximum=Fraction(90)),)),
        ("RL040", "sections[S].maximum", "section"),
    ),
    "section_unknown": (
        changed(
            sections=(Section(id="S", maximum=Fraction(60)),), indicators=(I1.model_copy(update={"section": "T"}), I2)
        ),
        ("RL040", "indicators[I1].section", "no_section"),
    ),
    "gap": (
        with_bands(band(None, "50", "0"), band("55", None, "40")),
        ("RL041", "indicators[I1].scale.bands[1].at_least", "gap"),
    ),
    "gap_of_one_number": (
        with_bands(band(None, "50", "0"), Band(more_than=Fraction(50), points=Fraction(40))),
        ("RL041", "indicators[I1].scale.bands[1].more_than", "gap"),
    ),
    "overlap_of_one_number": (
        with_bands(Band(at_most=Fraction(50), points=Fraction(0)), band("50", None, "40")),
        ("RL041", "indicators[I1].scale.bands[1].at_least", "overlap"),
    ),
    "overlap_with_an_earlier_wide_band": (
        with_bands(band(None, None, "0"), band("10", "20", "10"), band("30", "40", "40")),
        ("RL041", "indicators[I1].scale.bands[2].at_least", "overlap"),
    ),
    "inverted": (
        with_bands(band(None, "50", "0"), band("80", "50", "40"), band("50", None, "40")),
        ("RL041", "indicators[I1].scale.bands[1].at_least", "empty"),
    ),
    "low_end_of_the_domain": (
        with_bands(band("10", "50", "0"), band("50", None, "40")),
        ("RL041", "indicators[I1].scale.bands", "uncovered"),
    ),
    "high_end_of_the_domain": (
        with_bands(band("0", "100", "40")),
        ("RL041", "indicators[I1].scale.bands", "uncovered"),
    ),
    "domain_in_another_unit": (
        with_bands(band("0", "10", "40"), unit="‰"),
        ("RL041", "indicators[I1].scale.bands", "uncovered"),
    ),
    "same_band_twice": (
        with_bands(band(None, "50", "0"), band("50", None, "40"), band("50", None, "20")),
        ("RL042", "indicators[I1].scale.bands[2].at_least", "duplicate"),
    ),
    "band_outside_the_domain": (
        with_bands(band(None, "101", "40"), band("101", None, "0")),
        ("RL042", "indicators[I1].scale.bands[1].at_least", "outside"),
    ),
    "points_above_the_maximum": (
        with_bands(band(None, "50", "0"), band("50", None, "41")),
        ("RL044", "indicators[I1].scale.bands[1].points", "above"),
    ),
    "top_never_reached": (
        with_bands(band(None, "50", "0"), band("50", None, "39")),
        ("RL044", "indicators[I1].scale.bands", "never"),
    ),
    "corners_descend": (with_corners((50, 0), (10, 40)), ("RL041", "indicators[I1].scale.corners[1].at", "descending")),
    "corner_twice": (with_corners((50, 0), (50, 40)), ("RL042", "indicators[I1].scale.corners[1].at", "duplicate")),
    "one_corner": (with_corners((50, 40)), ("RL041", "indicators[I1].scale.corners", "corners")),
    "choice_without_row": (
        with_scale(ChoiceScale(measure="system", rows=(ChoicePoints(value="certified", points=Fraction(40)),))),
        ("RL044", "indicators[I1].scale.rows", "choice"),
    ),
    "choice_twice": (
        with_scale(
            ChoiceScale(
                measure="open",
                rows=tuple(ChoicePoints(value=value, points=Fraction(40)) for value in ("yes", "no", "yes")),
            )
        ),
        ("RL042", "indicators[I1].scale.rows[2].value", "duplicate"),
    ),
    "column_between_no_bounds": (
        with_matrix(
            {"at_least": Fraction(60), "below": Fraction(50)}, {"at_least": Fraction(0), "at_most": Fraction(100)}
        ),
        ("RL041", "indicators[I1].scale.columns[0].at_least", "empty_column"),
    ),
    "column_outside_domain": (
        with_matrix({"more_than": Fraction(100)}, {"at_least": Fraction(0), "at_most": Fraction(100)}),
        ("RL042", "indicators[I1].scale.columns[0].more_than", "outside_column"),
    ),
    "column_twice": (
        with_matrix(
            {"at_least": Fraction(0), "at_most": Fraction(100)}, {"at_least": Fraction(0), "at_most": Fraction(100)}
        ),
        ("RL042", "indicators[I1].scale.columns[1].at_least", "duplicate_column"),
    ),
    "choice_without_column": (
        with_matrix({"choices": ("certified",)}, across="system"),
        ("RL044", "indicators[I1].scale.columns", "choice_column"),
    ),
    "matrix_of_too_many_cells": (
        with_matrix(
            *({"at_least": Fraction(low, 5), "below": Fraction(low + 1, 5)} for low in range(500)),
            {"at_least": Fraction(100)},
        ),
        ("RL044", "indicators[I1].scale", "cells"),
    ),
    "count_of_nothing": (with_scale(CountScale(parts=())), ("RL044", "indicators[I1].scale", "no_part")),
    "ladder_row_covered": (with_rows(row("5", "60"), row("3", "90")), ("RL042", "ladder.rows[1]", "unreachable")),
    "ladder_row_covered_with_weaker_requires": (
        with_rows(
            row("5", "60", number("share", AT_LEAST, "50")),
            row("3", "70", number("share", AT_LEAST, "80"), choice("open", "yes")),
        ),
        ("RL042", "ladder.rows[1]", "unreachable"),
    ),
    "ladder_row_twice": (
        with_rows(row("5", "60", choice("open", "yes")), row("3", "60", choice("open", "yes"))),
        ("RL042", "ladder.rows[1]", "duplicate"),
    ),
    "ladder_row_above_all_points": (
        with_rows(row("5", "101"), row("3", "60")),
        ("RL042", "ladder.rows[0].at_least", "outside"),
    ),
    "ladder_not_descending": (
        with_rows(row("5", "60", choice("open", "yes")), row("3", "90")),
        ("RL043", "ladder.rows[1].at_least", "main"),
    ),
    "ladder_with_a_hole": (
        with_rows(row("5", "85", choice("open", "yes")), row("3", "60", below="80")),
        ("RL124", "ladder.rows[1].below", "none"),
    ),
    "ladder_with_a_hole_of_one_score": (
        with_rows(
            row("5", "80").model_copy(update={"at_least": None, "more_than": Fraction(80)}), row("3", "60", below="80")
        ),
        ("RL124", "ladder.rows[1].below", "none"),
    ),
    "ladder_that_ends_below_the_most_points": (
        with_rows(row("5", "80", below="95"), row("3", "60", below="80")),
        ("RL124", "ladder.rows[0].below", "none"),
    ),
    "ladder_with_a_worse_grade_above_a_better_one": (
        with_rows(row("5", "85"), row("4", "60", below="80"), row("3", "40")),
        ("RL124", "ladder.rows[1].below", "worse"),
    ),
    "circle": (
        with_formula(FormulaRow(formula=NameReference(id="intensity"), basis=BASIS)),
        ("RL018", "quantities[intensity]", "main"),
    ),
    "formula_row_after_an_unconditional_one": (
        with_formula(
            FormulaRow(formula=QUOTIENT, basis=BASIS),
            FormulaRow(formula=QUOTIENT, when=(choice("open", "yes"),), basis=BASIS),
        ),
        ("RL042", "quantities[intensity].rows[1]", "unreachable"),
    ),
    "divisor_can_be_zero": (
        with_formula(FormulaRow(formula=INVERSE, basis=BASIS)),
        ("RL046", "quantities[intensity].rows[0].formula", "main"),
    ),
    "value_for_zero_without_division": (
        with_formula(FormulaRow(formula=ENERGY_NAME, when_divided_by_zero=Fraction(0), basis=BASIS)),
        ("RL048", "quantities[intensity].rows[0].when_divided_by_zero", "no_division"),
    ),
    "lookup_row_twice": (
        changed(quantities=(INTENSITY, COUNTED, FACTOR.model_copy(update={"rows": (*FACTOR.rows, FACTOR.rows[0])}))),
        ("RL042", "quantities[factor].rows[4]", "duplicate"),
    ),
    "lookup_without_a_combination": (
        changed(quantities=(INTENSITY, COUNTED, FACTOR.model_copy(update={"rows": FACTOR.rows[1:]}))),
        ("RL044", "quantities[factor].rows", "combination"),
    ),
    "formula_without_a_case": (
        with_formula(INTENSITY.rows[0].model_copy(update={"when": (number("share", LESS, "50"),)})),
        ("RL044", "quantities[intensity].rows[0]", "uncovered"),
    ),
    "sum_row_covered": (
        changed(
            quantities=(
                INTENSITY,
                COUNTED.model_copy(
                    update={
                        "rows": (
                            *COUNTED.rows,
                            SumRow(where=(choice("kind", "removal"), choice("open", "yes")), basis=BASIS),
                        )
                    }
                ),
                FACTOR,
            )
        ),
        ("RL042", "quantities[counted].rows[1]", "unreachable"),
    ),
    "contradiction_of_numbers": (
        with_requires(number("share", AT_LEAST, "80"), number("share", LESS, "50")),
        ("RL047", "gates[G1].requires[3]", "contradiction"),
    ),
    "contradiction_of_choices": (
        with_requires(choice("system", "none"), choice("system", "certified")),
        ("RL047", "gates[G1].requires[3]", "contradiction"),
    ),
    "contradiction_of_a_number_and_its_denial": (
        with_requires(
            number("energy", NumberOperator.IS, "5", "MWh"), number("energy", NumberOperator.IS_NOT, "5000", "kWh")
        ),
        ("RL047", "gates[G1].requires[3]", "contradiction"),
    ),
    "contradiction_of_dates": (
        with_requires(
            DateClause(name="issued", operator=DateOperator.BEFORE, operand=DateExpression(literal=date(2026, 1, 1))),
            DateClause(name="issued", operator=DateOperator.FROM, operand=DateExpression(literal=date(2026, 1, 1))),
        ),
        ("RL047", "gates[G1].requires[3]", "contradiction"),
    ),
    "never_inside_the_domain": (
        with_requires(number("share", NumberOperator.MORE_THAN, "1", "")),
        ("RL047", "gates[G1].requires[2]", "never"),
    ),
    "always_inside_the_domain": (
        with_requires(
            NumberRangeClause(
                name="share",
                low=NumberLiteral(value=Fraction(0), unit="%"),
                high=NumberLiteral(value=Fraction(100), unit="%"),
            )
        ),
        ("RL048", "gates[G1].requires[2]", "always"),
    ),
    "every_choice": (
        with_requires(choice("system", "none", "certified")),
        ("RL048", "gates[G1].requires[2]", "always"),
    ),
    "clause_follows_from_another": (
        with_requires(number("share", AT_LEAST, "80"), number("share", AT_LEAST, "50")),
        ("RL048", "gates[G1].requires[3]", "implied"),
    ),
    "effect_ends_before_it_begins": (
        changed(card=SOUND.card.model_copy(update={"last_date": date(2025, 12, 31)})),
        ("RL049", "card.last_date", "effect"),
    ),
    "empty_domain": (
        changed(facts=(*SOUND.facts[:1], OUTPUT.model_copy(update={"at_most": Fraction(0)}), *SOUND.facts[2:])),
        ("RL049", "facts[output]", "domain"),
    ),
    "step_that_leads_nowhere": (
        changed(facts=(*SOUND.facts[:1], OUTPUT.model_copy(update={"step": Fraction(0)}), *SOUND.facts[2:])),
        ("RL049", "facts[output].step", "step"),
    ),
    "no_basis": (changed(indicators=(I1, I2.model_copy(update={"basis": ()}))), ("RL050", "indicators[I2]", "none")),
    "unknown_basis": (
        changed(indicators=(I1, I2.model_copy(update={"basis": ("guide", "other")}))),
        ("RL050", "indicators[I2].basis", "unknown"),
    ),
    "unused_setting": (
        changed(gates=(SOUND.gates[0].model_copy(update={"applies": ()}),)),
        ("RL051", "settings[reading]", "main"),
    ),
    "unused_field": (
        changed(
            records=(
                CREDIT.model_copy(
                    update={"fields": (*CREDIT.fields, FactDefinition(id="registry", type=FactType.TEXT))}
                ),
            )
        ),
        ("RL051", "records[credit].fields[registry]", "main"),
    ),
    "case_incomplete": (changed(reference_case=SOUND.reference_case[1:]), ("RL053", "facts[share]", "main")),
}


SPREADING = {
    "empty_domain",  # a band or clause over it can no longer hold either
    "overlap_with_an_earlier_wide_band",
    "section_unknown",
    "ladder_row_covered",  # such a ladder does not descend either
    "ladder_row_covered_with_weaker_requires",
    "circle",
    "value_for_zero_without_division",
    "choice_without_row",
    "choice_twice",
    "count_of_nothing",
}
