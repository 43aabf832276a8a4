"""Trail steps of evidence, facts, records and quantities: committed content and explanatory JSON."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from rules.contracts.canonical import unchecked_canonical_bytes
from rules.contracts.extents import ChoiceExtent, NotApplicable, NumberExtent, RecordsExtent
from rules.contracts.record_bytes import plain_model, plain_models
from rules.contracts.step_contents import ListRecordContent, QuantityContent, content_parts
from rules.engine.aggregates import counts
from rules.engine.compute import WHOLE
from rules.model.definitions import FactType
from rules.model.name_usage import facts_and_quantities_in
from rules.model.quantities import NamedCondition
from rules.model.symbol_table import DefinitionIndex as ModelNames
from rules.trail.record_figures import bounds_json, day_code, days_json, number_code
from rules.trail.rule_sentences import quantity_sentence
from rules.trail.step_writer import ClauseEvaluator, lazy_rule_renderers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.contracts.canonical import Json
    from rules.contracts.extents import Extent, ListRecord
    from rules.contracts.inputs import DeclaredFact, EvidenceItem
    from rules.engine.lookups import LookupResult
    from rules.engine.plain_facts import PlainFacts
    from rules.model.scorecard import FactDefinition, Quantity
    from rules.model.table_lookup import LookupStep
    from rules.program.value_environment import Values
    from rules.trail.evaluation_result import ResolvedFact
    from rules.trail.sentences import RuleRenderer
    from rules.trail.step_writer import StepWriter


class PlainFactStepWriter:
    """Writer of the steps of plain facts for the subjects of one scorecard."""

    def __init__(self, definitions: Sequence[FactDefinition]) -> None:
        self._frames = {fact.id: _step_frame(fact) for fact in definitions}

    def write(self, plain: PlainFacts) -> dict[str, bytes]:
        frames, evidence_texts, known = self._frames, EvidenceIdTexts(), plain.values
        texts: list[str] = []
        names: list[str] = []
        for columns in plain.columns:
            kind = columns.group.kind
            written = zip(columns.group.ids, _value_texts(kind, columns.values), columns.evidence, strict=True)
            is_value_first = kind.value < "evidence"
            for name, text, evidence in written:
                if name in known:
                    head, key, tail = frames[name]
                    before, after = evidence_texts[evidence]
                    names.append(name)
                    texts.append(
                        f"{head}{key}{text}{after}{tail}" if is_value_first else f"{head}{before}{key}{text}{tail}"
                    )
        return dict(zip(names, "\n".join(texts).encode().split(b"\n"), strict=True)) if names else {}


class EvidenceIdTexts(dict[tuple[str, ...], tuple[str, str]]):
    """Cached JSON members with sorted evidence ids: one to precede a value, one to follow it."""

    def __missing__(self, evidence: tuple[str, ...]) -> tuple[str, str]:
        ids = evidence if len(evidence) < 2 else sorted(set(evidence))
        text = f'"evidence":{unchecked_canonical_bytes(ids).decode()}'
        written = self[evidence] = (f"{text},", f",{text}") if ids else ("", "")
        return written


_FLAGS = {True: "true", False: "false"}


def _value_texts(kind: FactType, values: Sequence[Any]) -> Sequence[str]:
    if kind is FactType.NUMBER:
        return values
    if kind is FactType.FLAG:
        return [_FLAGS[value] for value in values]
    return [unchecked_canonical_bytes(value).decode() for value in values]


def _step_frame(fact: FactDefinition) -> tuple[str, str, str]:
    head = unchecked_canonical_bytes((f"facts/{fact.id}", {"value": {}})).decode().removesuffix("}}]")
    if fact.type is not FactType.NUMBER:
        return head, f'"{fact.type.value}":', "}}]"
    unit = f',"unit":{unchecked_canonical_bytes(fact.unit).decode()}' if fact.unit else ""
    return head, '"number":"', f'"{unit}}}}}]'


def quantity_head(quantity: str) -> bytes:
    """Return the step of a quantity up to its number."""
    return unchecked_canonical_bytes((f"quantities/{quantity}", "")).removesuffix(b'"]')


def _quantity_content(
    writer: StepWriter, quantity: Quantity, extents: Mapping[str, Extent], key: str = WHOLE
) -> QuantityContent:
    extent = extents[quantity.id]
    lookup = writer.inference.lookups.get(quantity.id, {}).get(key)
    return QuantityContent(_code(extent, quantity), None if lookup is None else _lookup_content(lookup))


def _code(extent: Extent, quantity: Quantity) -> Json:
    if isinstance(extent, NumberExtent):
        return (day_code if quantity.is_date else number_code)(extent.interval)
    if isinstance(extent, ChoiceExtent) and not extent.others:
        return sorted(extent.possible)
    return "not_applicable" if isinstance(extent, NotApplicable) else "unknown"


def _lookup_content(result: LookupResult) -> Json:
    lookup_json: dict[str, Json] = {"tried": [_attempt_content(attempt) for attempt in result.tried]}
    if result.reason is not None:
        lookup_json |= {"missing": [result.reason.value, result.table, dict(result.keys)]}
    if result.detail:
        lookup_json["detail"] = result.detail
    if result.open_keys:
        lookup_json["open_keys"] = result.open_keys
    return lookup_json


def _attempt_content(step: LookupStep) -> Json:
    row: tuple[Json, ...] = () if step.row is None else (step.row,)
    detail = (step.detail,) if step.detail else ()
    return step.table, dict(step.keys), step.finding.value, step.certainty.value, *row, *detail


def _quantity_json(
    writer: StepWriter, quantity: Quantity, values: Values, speakers: Mapping[str, RuleRenderer], key: str = WHOLE
) -> dict[str, Json]:
    engine, inference = writer.engine, writer.inference
    payload: dict[str, Json] = {
        "sentence": {
            language: quantity_sentence(quantity, engine, inference, renderer, values=values, key=key)
            for language, renderer in speakers.items()
        }
    }
    payload |= _value_json(values.extents[quantity.id], quantity)
    lookup = inference.lookups.get(quantity.id, {}).get(key)
    if lookup is not None:
        payload["lookup"] = _lookup_json(lookup)
    return payload


def _value_json(extent: Extent, quantity: Quantity) -> dict[str, Json]:
    if isinstance(extent, NumberExtent) and not isinstance(quantity, NamedCondition):
        if quantity.is_date:
            return {"value": days_json(extent.interval)}
        return {"value": bounds_json(extent.interval), "unit": quantity.unit}
    if isinstance(extent, ChoiceExtent) and not extent.others:
        return {"words": sorted(extent.possible)}
    return {}


def _lookup_json(result: LookupResult) -> Json:
    payload: dict[str, Json] = {"tried": [_attempt_json(step) for step in result.tried]}
    if result.certainty is not None:
        payload["certainty"] = result.certainty.value
    if result.reason is not None:
        payload |= {"missing": result.reason.value, "table": result.table, "keys": dict(result.keys)}
    if result.detail:
        payload["detail"] = result.detail
    if result.open_keys:
        payload["open_keys"] = list(result.open_keys)
    return payload


def _attempt_json(step: LookupStep) -> Json:
    payload: dict[str, Json] = {
        "table": step.table,
        "keys": dict(step.keys),
        "finding": step.finding.value,
        "certainty": step.certainty.value,
    }
    if step.row is not None:
        payload["row"] = list(step.row)
    if step.detail:
        payload["detail"] = step.detail
    return payload


PLACES = "places/"
"""Id prefix of the step with the evidence locations of a fact."""


class FactStepRecorder:
    """Recorder of the steps of evidence, facts and quantities."""

    def __init__(self, writer: StepWriter) -> None:
        self._writer = writer

    def evidence(self, item: EvidenceItem) -> None:
        item_json = plain_model(item)
        item_json.pop("id", None)
        self._writer.add(f"evidence/{item.id}", "evidence", (item_json,), lambda: {"id": item.id, **item_json})

    def evidence_places(self, fact: DeclaredFact) -> None:
        """Record the evidence locations in a separate step, so that it can be erased with the evidence."""
        if fact.places:
            locations_json = plain_models(fact.places)
            payload: dict[str, Json] = {"places": list(locations_json)}
            references = [f"facts/{fact.id}", *(f"evidence/{location.evidence}" for location in fact.places)]
            self._writer.add(
                f"{PLACES}{fact.id}",
                "places",
                (list(locations_json),),
                lambda: payload,
                lambda: tuple(dict.fromkeys(references)),
            )

    def fact(self, fact: ResolvedFact) -> None:
        name, used = fact.declared.id, fact.used
        step = f"facts/{name}"
        evidence_ids = () if used is None else used.evidence

        def explained_json() -> dict[str, Json]:
            payload: dict[str, Json] = {
                "sentence": self._writer.in_every_language(lambda renderer: renderer.fact(name))
            }
            if used is not None and used.records is None:
                payload["value"] = fact.used_json
            if fact.unknown is not None:
                payload["unknown"] = fact.unknown.value
            if fact.declared.ratings:
                payload["ratings"] = [plain_model(rating) for rating in fact.declared.ratings]
            return payload

        self._writer.add(
            step,
            "fact",
            fact.step_content(),
            explained_json,
            lambda: tuple(f"evidence/{item}" for item in evidence_ids),
        )
        extent = self._writer.values.extents[name]
        if isinstance(extent, RecordsExtent) and name in self._writer.engine.plan.records:
            for record in extent.records or ():
                self._record(name, record, step)

    def _record(self, name: str, record: ListRecord, parent: str) -> None:
        writer = self._writer
        key, outcomes = record.key, writer.inference.counted_records[name][record.key]
        quantities = {
            quantity.id: content_parts(_quantity_content(writer, quantity, record.fields, key))
            for quantity in writer.prepared.record_quantities.get(name, ())
        }
        content = ListRecordContent(writer.prepared.sums_json(name, outcomes), quantities or None)
        writer.add(f"{parent}/{key}", "record", content, partial(self._record_json, name, record), parent=parent)

    def _record_json(self, name: str, record: ListRecord) -> dict[str, Json]:
        writer = self._writer
        key, outcomes = record.key, writer.inference.counted_records[name][record.key]
        scope = writer.engine.plan.records[name]
        inner = scope.values_of_record(record, writer.values)
        renderers = lazy_rule_renderers(writer.prepared, inner)
        clauses = ClauseEvaluator(writer.engine, scope.names, inner, renderers, name)
        sums_json: dict[str, Json] = {
            quantity.id: {
                "counts": counts(quantity, outcomes).value,
                "rows": [
                    clauses.render_row(outcomes[f"{quantity.id}:{index}"], row.where)
                    for index, row in enumerate(quantity.rows)
                ],
            }
            for quantity in writer.prepared.sums_over.get(name, ())
        }
        payload: dict[str, Json] = {"sums": sums_json}
        if each := writer.prepared.record_quantities.get(name, ()):
            payload["quantities"] = {
                quantity.id: _quantity_json(writer, quantity, inner, renderers(), key) for quantity in each
            }
        return payload

    def quantity(self, quantity: Quantity, head: bytes | None) -> None:
        """Record a quantity. `head` is the step of a number up to its value, or None for a day."""
        writer, step = self._writer, f"quantities/{quantity.id}"
        extent = writer.values.extents[quantity.id]
        is_text_alone = not writer.renders_text and quantity.id not in writer.inference.lookups
        if is_text_alone and head is not None and isinstance(extent, NumberExtent):
            writer.written_steps.append(b'%b%b"]' % (head, number_code(extent.interval).encode()))
            return
        writer.add(
            step,
            "quantity",
            _quantity_content(writer, quantity, writer.values.extents),
            lambda: _quantity_json(writer, quantity, writer.values, writer.renderers),
            writer.references_to(step, lambda: facts_and_quantities_in(ModelNames(writer.scorecard), quantity)),
        )
