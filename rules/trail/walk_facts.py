"""Which steps tell what is known of the facts, of the records of lists, and of what is computed from them?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.canonical import Json, already, written_bytes
from rules.contracts.extents import Extent, RecordsExtent
from rules.engine.quantities import counts
from rules.model.names import Names as ModelNames
from rules.model.scorecard import SumQuantity
from rules.model.uses import facts_and_quantities_in
from rules.trail.clause_steps import ClauseSteps
from rules.trail.commitments import StepLabel
from rules.trail.forms import Told, chosen_word
from rules.trail.prepared import ROOT
from rules.trail.sentences import make_speakers
from rules.trail.walk_lookups import quantity_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.contracts.outcomes import UnknownReason
    from rules.model.scorecard import Quantity
    from rules.trail.plain import SeenFact
    from rules.trail.step_writer import StepWriter


class FactSteps:
    """Records the steps of facts and quantities."""

    def __init__(self, writer: StepWriter) -> None:
        """Record with this writer."""
        self._writer = writer

    def fact(self, fact: SeenFact, unknown: UnknownReason | None) -> None:
        """Record what is known of a fact, and below a list its records."""
        name, used = fact.declared.id, fact.used
        step = f"facts/{name}"
        evidence = () if used is None else used.evidence
        if used is not None and used.number is not None:
            self._writer.told.know(name, used.number)
        elif used is not None and (word := chosen_word(used)) is not None:
            self._writer.told.update(self._writer.prepared.forms.chosen(name, word))
        if fact.number is not None:
            payload = self._writer.prepared.forms.number(name, fact.number).payload(fact.number, evidence)
        else:
            payload = self._any_fact(fact, unknown, self._writer.form(step, lambda speaker: speaker.fact(name)))
        if evidence:
            references = tuple(f"evidence/{item}" for item in evidence)
            self._writer.recorder.add(StepLabel.of(step, "fact", ROOT, references), payload)
        else:
            self._writer.add(step, "fact", payload, tuple)
        extent = self._writer.values.extents[name]
        if isinstance(extent, RecordsExtent) and name in self._writer.engine.plan.records:
            for record in extent.records or ():
                self._record(name, record.key, record.fields, step)

    @staticmethod
    def _any_fact(fact: SeenFact, unknown: UnknownReason | None, sentence: str) -> str:
        """Write the payload of any fact, known or unknown, a list or rated."""
        payload: dict[str, Json] = {"sentence": already(sentence)}
        if fact.used is not None and fact.used.records is None:
            payload["value"] = fact.written
        if unknown is not None:
            payload["unknown"] = unknown.value
        if fact.declared.ratings:
            payload["ratings"] = [one.model_dump(mode="json", exclude_defaults=True) for one in fact.declared.ratings]
        return written_bytes(payload).decode()

    def _record(self, name: str, key: str, fields: Mapping[str, Extent], parent: str) -> None:
        """Record one record of a list: what is computed for it, and for each sum which of its rows hold or fail."""
        scope = self._writer.engine.plan.records[name]
        outcomes = self._writer.inference.counted[name][key]
        units = {field.id: field.unit for field in scope.record.fields}
        inner = self._writer.values.with_fields(dict(fields), units)
        speakers = make_speakers(self._writer.prepared.books, inner.extents, inner.units)
        told = Told(self._writer.prepared.forms, speakers, self._writer.told)
        clauses = ClauseSteps(self._writer.prepared.clauses[name], told, inner)
        sums: dict[str, Json] = {
            quantity.id: {
                "counts": counts(quantity, outcomes).value,
                "rows": [
                    {
                        "outcome": outcomes[f"{quantity.id}:{index}"].value,
                        "clauses": already(clauses.written(row.where)),
                    }
                    for index, row in enumerate(quantity.rows)
                ],
            }
            for quantity in self._writer.prepared.quantities.values()
            if isinstance(quantity, SumQuantity) and quantity.list == name
        }
        payload: dict[str, Json] = {"sums": sums}
        if each := self._writer.prepared.of_each.get(name):
            payload["quantities"] = {one.id: quantity_json(self._writer, one, inner, speakers, key) for one in each}
        self._writer.write(f"{parent}/{key}", "record", payload, parent=parent)

    def quantity(self, quantity: Quantity) -> None:
        """Record how a quantity of the whole subject came about."""
        payload = quantity_json(self._writer, quantity, self._writer.values, self._writer.speakers)
        step = f"quantities/{quantity.id}"

        def read() -> Iterable[str]:
            return facts_and_quantities_in(ModelNames(self._writer.scorecard), quantity)

        self._writer.add(step, "quantity", written_bytes(payload).decode(), read)
