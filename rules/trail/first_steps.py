"""Conversion of records of form 1 to today's steps; their sentences are kept in their bytes alone.

Form 1 said the same of each step in an object beside its sentence (docs/spec/record.md); what it said of facts, points
that count and the conclusion stood outside the steps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rules.contracts.canonical import canonical_bytes
from rules.contracts.outcomes import LETTERS, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rules.contracts.canonical import Json

    Plain = Mapping[str, Any]

_OUTSIDE = ("open_facts", "setting_alternatives", "declared_conclusion", "track", "standing", "conclusion")
"""What stands outside the steps of form 1 and makes the last steps of today's."""
_TRIED = ("table", "keys", "finding", "certainty", "row", "detail")
NOT_TOLD = "unknown"
"""What form 1 says of a quantity that has no value: not whether it is unknown or does not apply."""


def convert_form_1_steps(record: Plain, steps: Sequence[tuple[str, Plain]]) -> Iterator[tuple[str, bytes]]:
    """Give the id and the canonical array of each step, from a record as plain JSON and its payloads."""
    outside = _NonStepData(record)
    for step, payload in steps:
        group, _, name = step.partition("/")
        if group in _OUTSIDE or group not in _FORMS:
            continue
        yield step, _array(step, *_FORMS[group](payload, name, outside))
    for step in _OUTSIDE:
        if record.get(step):
            yield step, _array(step, record[step])


def as_form_1_step(step: bytes, parts: Sequence[Any]) -> bytes:
    """Give a step of today's form as form 1 could say it."""
    group, _, name = str(parts[0]).partition("/")
    if group == "quantities":
        return canonical_bytes([parts[0], _told(parts[1]), *parts[2:]])
    if group == "facts" and "/" in name and len(parts) > 2:
        each = {quantity: [_told(code[0]), *code[1:]] for quantity, code in parts[2].items()}
        return canonical_bytes([parts[0], parts[1], each])
    return step


def _told(code: Json) -> Json:
    return NOT_TOLD if code == "not_applicable" else code


class _NonStepData:
    """What stands outside the steps: each fact, and the most points that an indicator or a section can earn."""

    def __init__(self, record: Plain) -> None:
        self.facts = {fact["declared"]["id"]: fact for fact in record["facts"]}
        counted = (*record.get("criteria", ()), *record.get("sections", ()))
        self.maxima = {entry["id"]: entry["maximum_points"] for entry in counted if "maximum_points" in entry}


def _array(*parts: Json) -> bytes:
    return canonical_bytes(list(parts))


def _number(bounds: Plain) -> str:
    low, high = bounds.get("low"), bounds.get("high")
    if low is not None and low == high:
        return str(low)
    begins = "(" if low is None or bounds.get("low_open") else "["
    ends = ")" if high is None or bounds.get("high_open") else "]"
    return f"{begins}{low or ''},{high or ''}{ends}"


def _letter(outcome: str) -> str:
    return LETTERS[Outcome(outcome)]


def _clauses(clauses: Sequence[Plain]) -> str:
    return "".join(_letter(clause["outcome"]) for clause in clauses)


def _row(row: Plain) -> str:
    return f"{_letter(row['outcome'])}:{_clauses(row['clauses'])}"


def _evidence(payload: Plain, _name: str, _outside: _NonStepData) -> Sequence[Json]:
    return ({key: part for key, part in payload.items() if key != "id"},)


def _fact(payload: Plain, name: str, outside: _NonStepData) -> Sequence[Json]:
    if "/" in name:
        return _record(payload)
    fact = outside.facts[name]
    declared = {key: part for key, part in fact["declared"].items() if key != "id"}
    used = fact.get("used")
    seen = () if used is None or used == declared.get("value") else (used,)
    return declared, *seen, *((fact["unknown"],) if "unknown" in fact else ())


def _record(payload: Plain) -> Sequence[Json]:
    sums = {quantity: [counted["counts"], *map(_row, counted["rows"])] for quantity, counted in payload["sums"].items()}
    each = payload.get("quantities")
    return sums, *(({quantity: list(_quantity(part)) for quantity, part in each.items()},) if each else ())


def _quantity(payload: Plain, _name: str = "", _outside: _NonStepData | None = None) -> Sequence[Json]:
    code: Json = _number(payload["value"]) if "value" in payload else payload.get("words", NOT_TOLD)
    return code, *((_lookup(payload["lookup"]),) if "lookup" in payload else ())


def _lookup(lookup: Plain) -> Json:
    tried = [[attempt[key] for key in _TRIED if key in attempt] for attempt in lookup["tried"]]
    missing = {"missing": [lookup["missing"], lookup["table"], lookup["keys"]]} if "missing" in lookup else {}
    return {"tried": tried, **missing, **{key: lookup[key] for key in ("detail", "open_keys") if key in lookup}}


def _condition(payload: Plain, _name: str, _outside: _NonStepData) -> Sequence[Json]:
    return payload["outcome"], _clauses(payload["clauses"])


def _rule(payload: Plain, _name: str, _outside: _NonStepData) -> Sequence[Json]:
    coming = ("coming",) if payload.get("coming") else ()
    return payload["outcome"], payload["in_force"], payload["verdict"], [*map(_row, payload["parts"])], *coming


def _verdict(payload: Plain, _name: str, _outside: _NonStepData) -> Sequence[Json]:
    return payload["verdict"], payload["verdicts"], payload["deciding_rules"]


def _indicator(payload: Plain, name: str, outside: _NonStepData) -> Sequence[Json]:
    further: dict[str, Json] = {key: _clauses(payload[key]) for key in ("applies", "must") if key in payload}
    if "parts" in payload:
        further["parts"] = [*map(_row, payload["parts"])]
    if "maturity" in payload:
        maturity = payload["maturity"]
        numbers = (_number(maturity[key]) for key in ("level", "trend", "percent"))
        further["maturity"] = [*numbers, maturity["rises"], maturity["aspects"]]
    parts = payload["outcome"], _number(payload["points"]), outside.maxima[name], payload.get("rows", [])
    return (*parts, further) if further else parts


def _section(payload: Plain, name: str, outside: _NonStepData) -> Sequence[Json]:
    return _number(payload["points"]), outside.maxima[name]


def _score(payload: Plain, _name: str, _outside: _NonStepData) -> Sequence[Json]:
    return (_number(payload["points"]),)


def _stage(payload: Plain, _name: str, _outside: _NonStepData) -> Sequence[Json]:
    return (payload["stages"],)


_FORMS: Mapping[str, Callable[[Plain, str, _NonStepData], Sequence[Json]]] = {
    "evidence": _evidence, "facts": _fact, "quantities": _quantity, "applies": _condition, "gates": _condition,
    "stages": _condition, "stage": _stage, "rules": _rule, "verdict": _verdict, "indicators": _indicator,
    "sections": _section, "score": _score, "ladder": _condition, "findings": _condition,
}  # fmt: skip
