"""Shared context of one scorecard's evaluations: phrasebooks, wording digest, indexes, memos of steps."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from rules.contracts.canonical import canonical_bytes, digest
from rules.engine.aggregates import counts
from rules.engine.both_evaluators import letters_of
from rules.engine.outcome_memo import MAX_MEMO_ENTRIES
from rules.model.scorecard import FormulaQuantity, SumQuantity
from rules.model.symbol_table import all_clauses
from rules.trail.record_figures import row_code
from rules.trail.sentences import phrasebooks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from rules.contracts.canonical import Json
    from rules.contracts.outcomes import Outcome
    from rules.engine.inference_engine import InferenceEngine
    from rules.model.expressions import Condition
    from rules.model.scorecard import Quantity, Scorecard, TextByLanguage
    from rules.trail.sentences import Phrasebook


def wording_digest(scorecard: Scorecard, books: Mapping[str, Phrasebook]) -> str:
    """Return the digest over the sentences of a scorecard in every language: clauses, formulas, names and templates."""
    sentences: dict[str, Json] = {language: _card_sentences(scorecard, book) for language, book in books.items()}
    return digest(canonical_bytes(sentences))


def _card_sentences(scorecard: Scorecard, book: Phrasebook) -> Json:
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
            scorecard.verdict_rules,
            scorecard.stage_definitions,
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


_MAX_MEMO_STEPS = 64


class CardContext:
    """The phrasebooks of a scorecard, its quantities and facts by id, and the references of its steps."""

    def __init__(self, engine: InferenceEngine) -> None:
        self.engine = engine
        scorecard = engine.plan.scorecard
        self.quantities = {quantity.id: quantity for quantity in scorecard.quantities}
        self.facts = frozenset(fact.id for fact in scorecard.facts)
        self.record_quantities: dict[str, list[Quantity]] = {}
        """Quantities of single records, by list."""
        for name in engine.plan.order:
            if (owner := self.quantities[name].owner) is not None:
                self.record_quantities.setdefault(owner, []).append(self.quantities[name])
        self.sums_over: dict[str, list[SumQuantity]] = {}
        for quantity in scorecard.quantities:
            if isinstance(quantity, SumQuantity):
                self.sums_over.setdefault(quantity.list, []).append(quantity)
        self.parts: dict[str, list[tuple[str, Condition]]] = {}
        """Rules of the parts of a count with their conditions, by indicator."""
        for indicator in scorecard.indicators:
            if indicator.scale.conditions:
                parts = enumerate(indicator.scale.conditions)
                self.parts[indicator.id] = [(f"{indicator.id}:part:{index}", part) for index, part in parts]
        self._sums_memo: dict[int, tuple[Mapping[str, Outcome], dict[str, Json]]] = {}
        self._references: dict[str, tuple[str, ...]] = {}
        self._step_memo: dict[str, dict[tuple[int | str, ...], bytes]] = {
            indicator.id: {} for indicator in scorecard.indicators
        }

    @cached_property
    def books(self) -> dict[str, Phrasebook]:
        return phrasebooks(self.engine.plan.scorecard)

    @cached_property
    def wording_digest(self) -> str:
        return wording_digest(self.engine.plan.scorecard, self.books)

    def sums_json(self, name: str, outcomes: Mapping[str, Outcome]) -> dict[str, Json]:
        """Return, for each sum over a list, whether a record counts, and the codes of its rows.

        Cached by the identity of `outcomes`, which equal records share.
        """
        cached = self._sums_memo.get(id(outcomes))
        if cached is not None and cached[0] is outcomes:
            return cached[1]
        letters = letters_of(outcomes)
        written: dict[str, Json] = {}
        for quantity in self.sums_over.get(name, ()):
            rules = [f"{quantity.id}:{index}" for index in range(len(quantity.rows))]
            codes = [row_code(outcomes[rule], letters[rule]) for rule in rules]
            written[quantity.id] = [counts(quantity, outcomes).value, *codes]
        if len(self._sums_memo) < MAX_MEMO_ENTRIES:
            self._sums_memo[id(outcomes)] = outcomes, written
        return written

    def memoized_step(self, indicator: str, scale_key: tuple[int | str, ...]) -> bytes | None:
        return self._step_memo[indicator].get(scale_key)

    def memoize_step(self, indicator: str, scale_key: tuple[int | str, ...], step: bytes) -> None:
        if len(self._step_memo[indicator]) < _MAX_MEMO_STEPS:
            self._step_memo[indicator][scale_key] = step

    def step_references(self, step: str, names: Callable[[], Iterable[str]]) -> tuple[str, ...]:
        if step not in self._references:
            self._references[step] = tuple(
                f"quantities/{name}" if name in self.quantities else f"facts/{name}"
                for name in names()
                if name in self.quantities or name in self.facts
            )
        return self._references[step]
