"""Fact steps of the trail: evidence, facts, list records and quantities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import RecordsExtent
from rules.engine.aggregates import counts
from rules.model.names import DefinitionIndex as ModelNames
from rules.model.uses import facts_and_quantities_in
from rules.trail.clause_steps import ClauseEvaluator
from rules.trail.codes import row_code
from rules.trail.plain import plain_model, plain_models
from rules.trail.step_writer import lazy_rule_renderers, letters_of
from rules.trail.walk_lookups import quantity_json, quantity_step_values

if TYPE_CHECKING:
    from rules.contracts.canonical import Json
    from rules.contracts.extents import ListRecord
    from rules.contracts.inputs import DeclaredFact, EvidenceItem
    from rules.model.expressions import Condition
    from rules.model.scorecard import Quantity
    from rules.trail.evaluated import ResolvedFact
    from rules.trail.step_writer import StepWriter

PLACES = "places/"
"""So begins the step that says where in its evidence a fact stands."""


class FactStepRecorder:
    """Records the steps of evidence, facts and quantities."""

    def __init__(self, writer: StepWriter) -> None:
        """Record with this writer."""
        self._writer = writer

    def evidence(self, item: EvidenceItem) -> None:
        """Record an item of evidence as it was given."""
        item_json = plain_model(item)
        item_json.pop("id", None)
        self._writer.add(f"evidence/{item.id}", "evidence", (item_json,), lambda: {"id": item.id, **item_json})

    def places(self, fact: DeclaredFact) -> None:
        """Record where in its evidence a fact stands, apart from it, so that it can be erased with the evidence."""
        if fact.places:
            places_json = plain_models(fact.places)
            payload: dict[str, Json] = {"places": list(places_json)}
            resting = [f"facts/{fact.id}", *(f"evidence/{place.evidence}" for place in fact.places)]
            self._writer.add(
                f"{PLACES}{fact.id}",
                "places",
                (list(places_json),),
                lambda: payload,
                lambda: tuple(dict.fromkeys(resting)),
            )

    def fact(self, fact: ResolvedFact) -> None:
        """Record what was declared of a fact and what the rules saw, and below a list its records."""
        name, used = fact.declared.id, fact.used
        step = f"facts/{name}"
        resting = () if used is None else used.evidence

        def tell() -> dict[str, Json]:
            payload: dict[str, Json] = {"sentence": self._writer.say(lambda speaker: speaker.fact(name))}
            if used is not None and used.records is None:
                payload["value"] = fact.written
            if fact.unknown is not None:
                payload["unknown"] = fact.unknown.value
            if fact.declared.ratings:
                payload["ratings"] = [plain_model(rating) for rating in fact.declared.ratings]
            return payload

        self._writer.add(step, "fact", fact.found(), tell, lambda: tuple(f"evidence/{item}" for item in resting))
        extent = self._writer.values.extents[name]
        if isinstance(extent, RecordsExtent) and name in self._writer.engine.plan.records:
            for record in extent.records or ():
                self._record(name, record, step)

    def _record(self, name: str, record: ListRecord, parent: str) -> None:
        """Record one record of a list: what is computed for it, and for each sum which of its rows hold or fail."""
        writer = self._writer
        scope = writer.engine.plan.records[name]
        key = record.key
        outcomes = writer.inference.counted[name][key]
        inner = scope.inside(record, writer.values)
        speakers = lazy_rule_renderers(writer.prepared, inner)
        clauses, letters = ClauseEvaluator(writer.engine, scope.names, inner, speakers, name), letters_of(outcomes)

        def row(rule: str, where: Condition) -> str:
            return row_code(outcomes[rule], letters.get(rule) or clauses.code(where))

        sums = [(quantity, counts(quantity, outcomes)) for quantity in writer.prepared.sums_over.get(name, ())]
        each = writer.prepared.of_each.get(name, ())

        def tell() -> dict[str, Json]:
            sums_json: dict[str, Json] = {
                quantity.id: {
                    "counts": counted.value,
                    "rows": [
                        clauses.told_row(outcomes[f"{quantity.id}:{index}"], row.where)
                        for index, row in enumerate(quantity.rows)
                    ],
                }
                for quantity, counted in sums
            }
            payload: dict[str, Json] = {"sums": sums_json}
            if each:
                payload["quantities"] = {
                    quantity.id: quantity_json(writer, quantity, inner, speakers(), key) for quantity in each
                }
            return payload

        parts: tuple[Json, ...] = (
            {
                quantity.id: [
                    counted.value,
                    *(row(f"{quantity.id}:{index}", sum_row.where) for index, sum_row in enumerate(quantity.rows)),
                ]
                for quantity, counted in sums
            },
            *(
                [{quantity.id: list(quantity_step_values(writer, quantity, inner, key)) for quantity in each}]
                if each
                else ()
            ),
        )
        writer.add(f"{parent}/{key}", "record", parts, tell, parent=parent)

    def quantity(self, quantity: Quantity) -> None:
        """Record how a quantity of the whole subject came about."""
        writer, step = self._writer, f"quantities/{quantity.id}"
        writer.add(
            step,
            "quantity",
            quantity_step_values(writer, quantity, writer.values),
            lambda: quantity_json(writer, quantity, writer.values, writer.speakers),
            writer.on(step, lambda: facts_and_quantities_in(ModelNames(writer.scorecard), quantity)),
        )
