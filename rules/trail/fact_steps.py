"""Trail steps of evidence, facts, records and quantities, as committed content and as explained JSON."""

from __future__ import annotations

from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from rules.contracts.canonical import unchecked_canonical_bytes
from rules.contracts.extents import ChoiceExtent, NotApplicable, NumberExtent, RecordsExtent
from rules.contracts.record_bytes import plain_model, plain_models
from rules.engine.aggregates import counts
from rules.engine.compute import WHOLE
from rules.model.name_usage import facts_and_quantities_in
from rules.model.named_conditions import NamedCondition
from rules.model.scorecard import FactType
from rules.model.symbol_table import DefinitionIndex as ModelNames
from rules.trail.record_figures import bounds_json, day_code, days_json, number_code, row_code
from rules.trail.rule_sentences import quantity_sentence
from rules.trail.step_writer import ClauseEvaluator, lazy_rule_renderers, letters_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.contracts.canonical import Json
    from rules.contracts.extents import Extent, ListRecord
    from rules.contracts.inputs import DeclaredFact, DeclaredValue, EvidenceItem
    from rules.engine.known_subjects import FactValueColumns, KnownSubject
    from rules.engine.lookups import LookupResult
    from rules.model.expressions import Condition
    from rules.model.scorecard import FactDefinition, Quantity
    from rules.model.table_lookup import LookupStep
    from rules.program.value_environment import Values
    from rules.trail.evaluation_result import CompletedEvaluation, ResolvedFact
    from rules.trail.sentences import RuleRenderer
    from rules.trail.step_writer import StepWriter


_VALUE = itemgetter("number", "flag", "choice", "evidence")
_FLAG: dict[bool | None, str] = {True: '"flag":true}}]', False: '"flag":false}}]'}
_KINDS = (FactType.NUMBER, FactType.FLAG, FactType.CHOICE)


class SimpleFactStepWriter:
    """Writes the steps of the facts of the subjects of one card: at once where each is a number, flag or choice."""

    def __init__(self, definitions: Sequence[FactDefinition]) -> None:
        """Put the facts into one text with two gaps for each, in which a line ends with each step."""
        self._facts = facts = {fact.id: _step_frame(fact) for fact in definitions}
        kinds = [[definition.id for definition in definitions if definition.type is kind] for kind in _KINDS]
        places = {name: position for position, name in enumerate(name for kind in kinds for name in kind)}
        self._in_order = itemgetter(*(places.get(name, 0) for name in facts), 0)
        escaped = ([part.replace("%", "%%") for part in around] for around in facts.values())
        self._text = "\n".join(
            f"{before}%s{number}%s{after}" if definition.type is FactType.NUMBER else f"{before}%s%s"
            for definition, (before, number, after) in zip(definitions, escaped, strict=True)
        )

    def write(
        self, subject: KnownSubject, evaluated: CompletedEvaluation, written: list[bytes], facts: FactStepRecorder
    ) -> None:
        """Write them behind what is written."""
        named, usual = EvidenceIdTexts(), subject.plain
        if subject.columns is not None and len(self._facts) > 1:
            written += self._at_once(subject.columns, named)
            return
        for name, around in self._facts.items():
            if name not in usual:
                facts.fact(evaluated.resolved_fact(name, subject.facts[name]))
                continue
            step = _value_step(around, subject.declared_value(name), named)
            if step is not None:
                written.append(step)

    def step(self, fact: ResolvedFact, named: EvidenceIdTexts) -> bytes | None:
        """Write the step of a fact of any subject; nothing if it is none of the usual ones."""
        declared, value = fact.declared, fact.used
        if value is None or value is not declared.value:
            return None
        if declared.verification is not None or declared.ratings or declared.previous is not None:
            return None
        return _value_step(self._facts[declared.id], value, named)

    def _at_once(
        self, columns: tuple[FactValueColumns, FactValueColumns, FactValueColumns], named: EvidenceIdTexts
    ) -> list[bytes]:
        numbers, flags, choices = columns
        value_texts = [
            *zip(map(named.__getitem__, numbers.evidence), numbers.numbers, strict=True),
            *zip(map(named.__getitem__, flags.evidence), map(_FLAG.get, flags.flags), strict=True),
            *[
                ("", _choice_suffix(choice, named[shown]))
                for choice, shown in zip(choices.choices, choices.evidence, strict=True)
            ],
        ]
        gaps = chain.from_iterable(self._in_order(value_texts)[:-1])
        return (self._text % tuple(gaps)).encode().split(b"\n")


class EvidenceIdTexts(dict[tuple[str, ...], str]):
    """How the ids of evidence stand in the step of a fact, in order and each once."""

    def __missing__(self, evidence: tuple[str, ...]) -> str:
        """Write them once."""
        ids = sorted(set(evidence))
        written = self[evidence] = f'"evidence":{unchecked_canonical_bytes(ids).decode()},' if ids else ""
        return written


def _value_step(around: _StepFrame, value: DeclaredValue, named: EvidenceIdTexts) -> bytes | None:
    """Write the step of one value; nothing if it is another kind of value."""
    before, number, after = around
    text, flag, choice, evidence = _VALUE(value.__dict__)
    shown = named[evidence]
    if text is not None:
        return f"{before}{shown}{number}{text}{after}".encode()
    if flag is not None:
        return f"{before}{shown}{_FLAG[flag]}".encode()
    return None if choice is None else f"{before}{_choice_suffix(choice, shown)}".encode()


def _choice_suffix(choice: str | None, shown: str) -> str:
    """Write what follows in the step of a choice."""
    last = f",{shown.removesuffix(',')}" if shown else ""
    return f'"choice":{unchecked_canonical_bytes(choice).decode()}{last}}}}}]'


_StepFrame = tuple[str, str, str]


def _step_frame(fact: FactDefinition) -> _StepFrame:
    """Give what stands in the step of a fact before its evidence, between that and its number, and after it."""
    before = unchecked_canonical_bytes((f"facts/{fact.id}", {"value": {}})).decode().removesuffix("}}]")
    unit = f',"unit":{unchecked_canonical_bytes(fact.unit).decode()}' if fact.unit else ""
    return before, '"number":"', f'"{unit}}}}}]'


def quantity_step_values(writer: StepWriter, quantity: Quantity, values: Values, key: str = WHOLE) -> tuple[Json, ...]:
    """Give what is known of a quantity of the whole subject, or of one record, and what tables answered."""
    extent = values.extents[quantity.id]
    consulted = writer.inference.lookups.get(quantity.id, {}).get(key)
    return (_code(extent, quantity), *(() if consulted is None else (_lookup_found(consulted),)))


def _code(extent: Extent, quantity: Quantity) -> Json:
    if isinstance(extent, NumberExtent):
        return (day_code if quantity.gives_day else number_code)(extent.interval)
    if isinstance(extent, ChoiceExtent) and not extent.others:
        return sorted(extent.possible)
    return "not_applicable" if isinstance(extent, NotApplicable) else "unknown"


def _lookup_found(consulted: LookupResult) -> Json:
    """Give every place that was tried, then why none gives a value, and which keys are open."""
    lookup_json: dict[str, Json] = {"tried": [_tried_found(attempt) for attempt in consulted.tried]}
    if consulted.reason is not None:
        lookup_json |= {"missing": [consulted.reason.value, consulted.table, dict(consulted.keys)]}
    if consulted.detail:
        lookup_json["detail"] = consulted.detail
    if consulted.open_keys:
        lookup_json["open_keys"] = consulted.open_keys
    return lookup_json


def _tried_found(step: LookupStep) -> Json:
    row: tuple[Json, ...] = () if step.row is None else (step.row,)
    detail = (step.detail,) if step.detail else ()
    return step.table, dict(step.keys), step.finding.value, step.certainty.value, *row, *detail


def quantity_json(
    writer: StepWriter, quantity: Quantity, values: Values, speakers: Mapping[str, RuleRenderer], key: str = WHOLE
) -> dict[str, Json]:
    """Write a quantity of the whole subject, or of one record, with its sentence, value and the places looked in."""
    engine, inference = writer.engine, writer.inference
    payload: dict[str, Json] = {
        "sentence": {
            language: quantity_sentence(quantity, engine, inference, renderer, values=values, key=key)
            for language, renderer in speakers.items()
        }
    }
    payload |= _value_json(values.extents[quantity.id], quantity)
    consulted = inference.lookups.get(quantity.id, {}).get(key)
    if consulted is not None:
        payload["lookup"] = _lookup_json(consulted)
    return payload


def _value_json(extent: Extent, quantity: Quantity) -> dict[str, Json]:
    if isinstance(extent, NumberExtent) and not isinstance(quantity, NamedCondition):
        if quantity.gives_day:
            return {"value": days_json(extent.interval)}
        return {"value": bounds_json(extent.interval), "unit": quantity.unit}
    if isinstance(extent, ChoiceExtent) and not extent.others:
        return {"words": sorted(extent.possible)}
    return {}


def _lookup_json(consulted: LookupResult) -> Json:
    """Write every place that was tried, and how the search ended."""
    payload: dict[str, Json] = {"tried": [_tried_json(step) for step in consulted.tried]}
    if consulted.certainty is not None:
        payload["certainty"] = consulted.certainty.value
    if consulted.reason is not None:
        payload |= {"missing": consulted.reason.value, "table": consulted.table, "keys": dict(consulted.keys)}
    if consulted.detail:
        payload["detail"] = consulted.detail
    if consulted.open_keys:
        payload["open_keys"] = list(consulted.open_keys)
    return payload


def _tried_json(step: LookupStep) -> Json:
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

    def evidence_places(self, fact: DeclaredFact) -> None:
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

        self._writer.add(step, "fact", fact.step_content(), tell, lambda: tuple(f"evidence/{item}" for item in resting))
        extent = self._writer.values.extents[name]
        if isinstance(extent, RecordsExtent) and name in self._writer.engine.plan.records:
            for record in extent.records or ():
                self._record(name, record, step)

    def _record(self, name: str, record: ListRecord, parent: str) -> None:
        """Record one record of a list: what is computed for it, and for each sum which of its rows hold or fail."""
        writer = self._writer
        scope = writer.engine.plan.records[name]
        key = record.key
        outcomes = writer.inference.counted_records[name][key]
        inner = scope.values_of_record(record, writer.values)
        speakers = lazy_rule_renderers(writer.prepared, inner)
        clauses, letters = ClauseEvaluator(writer.engine, scope.names, inner, speakers, name), letters_of(outcomes)

        def row(rule: str, where: Condition) -> str:
            return row_code(outcomes[rule], letters.get(rule) or clauses.code(where))

        sums = [(quantity, counts(quantity, outcomes)) for quantity in writer.prepared.sums_over.get(name, ())]
        each = writer.prepared.record_quantities.get(name, ())

        def tell() -> dict[str, Json]:
            sums_json: dict[str, Json] = {
                quantity.id: {
                    "counts": counted.value,
                    "rows": [
                        clauses.render_row(outcomes[f"{quantity.id}:{index}"], row.where)
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
            lambda: quantity_json(writer, quantity, writer.values, writer.renderers),
            writer.references_to(step, lambda: facts_and_quantities_in(ModelNames(writer.scorecard), quantity)),
        )
