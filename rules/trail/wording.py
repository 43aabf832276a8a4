"""Digest of the wording of a card's steps: all sentence templates without their values.

Wording is no part of a record. The digest stands in the envelope, so that whoever reads a record later can say whether
its sentences are those of the day on which it was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.canonical import canonical_bytes, digest
from rules.model.names import all_clauses
from rules.model.scorecard import FormulaQuantity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.canonical import Json
    from rules.model.scorecard import Scorecard, TextByLanguage
    from rules.trail.sentences import Phrasebook


def wording_digest(scorecard: Scorecard, books: Mapping[str, Phrasebook]) -> str:
    """Give the digest over the sentences of a card in every language: its clauses, formulas, names and templates."""
    sentences: dict[str, Json] = {language: _said(scorecard, book) for language, book in books.items()}
    return digest(canonical_bytes(sentences))


def _said(scorecard: Scorecard, book: Phrasebook) -> Json:
    formulas = (
        book.formula(row.formula, quantity.list)
        for quantity in scorecard.quantities
        if isinstance(quantity, FormulaQuantity)
        for row in quantity.rows
    )
    labelled: list[TextByLanguage] = [
        definition.labels
        for group in (
            scorecard.gates,
            scorecard.indicators,
            scorecard.sections,
            scorecard.findings,
            scorecard.verdicts.rules if scorecard.verdicts else (),
            scorecard.stages.stages if scorecard.stages else (),
        )
        for definition in group
    ]
    return [
        [book.clause(placed.clause, placed.within) for placed in all_clauses(scorecard)],
        list(formulas),
        [book.name(definition.id) for definition in (*scorecard.facts, *scorecard.quantities)],
        [labels.get(book.language, "") for labels in labelled],
        book.templates,
    ]
