"""Steps of a recomputed record: facts, records, quantities, criteria and conclusion as canonical arrays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recompute.canonical import canonical
from recompute.card import Card, gives_day, owner_of
from recompute.conditions import letters, told
from recompute.days import day_text
from recompute.figures import counts
from recompute.infer import Inference, records_of, within
from recompute.intervals import write_interval
from recompute.known import ABSENT, OUTCOMES, Choice, Json, Known, Number, Seen
from recompute.numbers import write_number
from recompute.reading import Reading, declared_in_order, usual_left_out


def steps(card: Card, inference: Inference, reading: Reading, stated: Mapping[str, Json]) -> Iterator[bytes]:
    """Yield all steps except the conclusion steps."""
    seen, facts, places = inference.seen, stated["facts"], stated["places"]
    for name, one in sorted(stated["evidence"].items()):
        yield canonical([f"evidence/{name}", usual_left_out(one)])
    for name in (one["id"] for one in card.facts if one["id"] in places):
        ordered = sorted(places[name], key=lambda one: [one.get(part, "") for part in ("evidence", "record", "field")])
        yield canonical([f"places/{name}", usual_left_out(ordered)])
    for definition in card.facts:
        name = definition["id"]
        yield canonical([f"facts/{name}", *_fact(card, definition, facts.get(name, {}), reading)])
        if card.sums(name) or card.of_each(name):
            for key, fields in records_of(seen, name):
                yield canonical([f"facts/{name}/{key}", *_record(card, inference, name, key, fields)])
    for quantity in card.order:
        if owner_of(quantity) is None:
            yield canonical([f"quantities/{quantity['id']}", *_quantity(quantity, inference, seen, "")])
    yield from map(canonical, _criteria(card, inference))


def _fact(card: Card, definition: Json, fact: Json, reading: Reading) -> list[Json]:
    name = definition["id"]
    declared = declared_in_order(card, definition, fact)
    used = reading.used.get(name)
    other = [used] if used is not None and used != declared.get("value") else []
    return [declared, *other, *([reading.unknown[name]] if name in reading.unknown else [])]


def _record(card: Card, inference: Inference, listed: str, key: str, fields: dict[str, Known]) -> list[Json]:
    inside, rows = within(card, listed, fields, inference.seen), inference.counted[listed][key]
    counting = {one["id"]: counts(one, [row[0] for row in rows[one["id"]]]) for one in card.sums(listed)}
    sums = {name: [OUTCOMES[outcome], *rows[name]] for name, outcome in counting.items()}
    each = {one["id"]: _quantity(one, inference, inside, key) for one in card.of_each(listed)}
    return [sums, *([each] if each else [])]


def _quantity(quantity: Json, inference: Inference, seen: Seen, key: str) -> list[Json]:
    found = seen.known[quantity["id"]]
    value: Json = "not_applicable" if found == ABSENT else "unknown"
    if isinstance(found, Number):
        value = write_interval(found.interval, day_text if gives_day(quantity) else write_number)
    elif isinstance(found, Choice) and not found.any_word:
        value = sorted(found.possible)
    consulted = inference.lookups.get(quantity["id"], {}).get(key)
    return [value, *([consulted.written()] if consulted else [])]


def _criteria(card: Card, inference: Inference) -> Iterator[list[Json]]:
    seen, score = inference.seen, inference.score
    if card.all.get("applies"):
        yield ["applies", OUTCOMES[inference.applies], letters(card.all["applies"], seen)]
    for gate in card.gates:
        yield [f"gates/{gate['id']}", OUTCOMES[inference.gates[gate["id"]]], letters(gate["requires"], seen)]
    for number, row in enumerate(card.stage_rows, 1):
        outcome, _, clauses = told(row.get("when", []), seen).partition(":")
        yield [f"stages/{number}", OUTCOMES[outcome], clauses]
    if card.stages:
        yield ["stage", score.stages]
    if inference.judged is not None:
        for rule in inference.judged.rules:
            found = [OUTCOMES[rule.outcome], OUTCOMES[rule.in_force], rule.rule["verdict"], list(rule.rows)]
            yield [f"rules/{rule.rule['id']}", *found, *(["coming"] if rule.coming else [])]
        yield ["verdict", inference.judged.verdict, inference.judged.possible, inference.judged.deciding]
    for one in card.indicators:
        yield _indicator(one, inference)
    if card.indicators or not card.verdicts:
        for section in card.sections:
            points, maximum = score.sections[section["id"]]
            yield [f"sections/{section['id']}", write_interval(points), write_number(maximum)]
        yield ["score", write_interval(score.total)]
    for number, (row, outcome) in enumerate(zip(card.ladder_rows, inference.ladder, strict=True), 1):
        yield [f"ladder/{number}", OUTCOMES[outcome], letters(row.get("requires", []), seen)]
    for finding in card.findings:
        outcome = inference.findings[finding["id"]]
        yield [f"findings/{finding['id']}", OUTCOMES[outcome], letters(finding["when"], seen)]


def _indicator(indicator: Json, inference: Inference) -> list[Json]:
    earned = inference.score.earned[indicator["id"]]
    asked = (name for name in ("applies", "must") if indicator.get(name))
    further: dict[str, Json] = {name: letters(indicator[name], inference.seen) for name in asked}
    further |= {name: part for name, part in (earned.further or {}).items() if part}
    found = [OUTCOMES[earned.outcome], write_interval(earned.counted), write_number(earned.maximum), list(earned.rows)]
    return [f"indicators/{indicator['id']}", *found, *([further] if further else [])]


def closing(parts: Mapping[str, Json]) -> list[bytes]:
    """Return the nonempty conclusion steps."""
    names = ("open_facts", "setting_alternatives", "declared_conclusion", "track", "standing", "conclusion")
    return [canonical([name, parts[name]]) for name in names if parts.get(name)]
