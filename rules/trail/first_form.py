"""Record form 1 (legacy, read only): parser, step commitments, digest chain, and conversion to today's steps."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson
from pydantic import ValidationError

from rules.contracts.canonical import canonical_bytes, digest
from rules.contracts.errors import TrailError
from rules.contracts.messages import message_factory
from rules.contracts.outcomes import LETTERS, Outcome
from rules.contracts.record_bytes import RecordHead, WrittenRecord
from rules.contracts.step_contents import ListRecordContent
from rules.trail.first_difference import first_differing_part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rules.contracts.canonical import Json

    Plain = Mapping[str, Any]
    from collections.abc import Mapping

    from rules.contracts.record import Record
    from rules.trail.first_difference import Deviation


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
    id, *content = parts
    group, _, name = str(id).partition("/")
    if group == "quantities":
        return canonical_bytes([id, *_form_1_quantity(content)])
    if group != "facts" or "/" not in name or (quantities := ListRecordContent(*content).quantities) is None:
        return step
    each = {quantity: _form_1_quantity(of_record) for quantity, of_record in quantities.items()}
    return canonical_bytes([id, content[0], each])


def _form_1_quantity(content: Sequence[Any]) -> list[Any]:
    code, *lookup = content
    return [_form_1_code(code), *lookup]


def _form_1_code(code: Json) -> Json:
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


_say = message_factory(__name__)

FORM = 1
FORM_1_BEGINNING = b'{"as_of_date":'
"""How the bytes of every record of form 1 begin, and those of no other."""
_SEMANTICS = 1
"""The way of computing of all software that wrote this form, which says none."""
_NOT_TOLD = ("schema_number", "steps", "trail_digest")
"""What differs in a record of today's form that answers the same."""
_CONCLUSION = {
    **dict.fromkeys(("kind", "grade", "stage", "verdict", "verdicts", "deciding_rules", "score"), True),
    "grades": {"__all__": {"grade", "possibility", "witness", "witness_settings"}},
    "stages": {"__all__": {"stage", "possibility", "maximum_points", "witness", "witness_settings"}},
}
_SAYS: Mapping[str, Any] = {
    **dict.fromkeys(("semantics", "subject", "scorecard_version", "rule_digest", "settings", "track"), True),
    **dict.fromkeys(("as_of_date", "known_time", "facts", "evidence"), True),
    "conclusion": _CONCLUSION,
    "declared_conclusion": _CONCLUSION,
    "setting_alternatives": {"__all__": {"settings": True, "conclusion": _CONCLUSION}},
    "standing": {"certainty", "weakest_bases", "weakest_tables"},
    "criteria": {
        "__all__": {
            "id", "kind", "outcome", "points", "maximum_points", "reason_codes", "facts", "evidence", "bases",
        }
    },
    "rules": {
        "__all__": {
            "id", "outcome", "in_force", "coming", "verdict", "severity", "facts", "open_facts", "evidence", "bases",
        }
    },
    "sections": {"__all__": {"id", "score", "maximum_points"}},
    "tables": {"__all__": {"id", "name", "edition", "digest", "certainty"}},
    "missing_values": {"__all__": {"quantity", "record", "table", "name", "keys", "reason"}},
    "results": {"__all__": {"id", "figure", "bases"}},
    "record_results": {"__all__": {"list": True, "key": True, "figures": {"__all__": {"id", "figure", "bases"}}}},
    "reasons": {"__all__": {"code", "criterion", "points_lost", "band", "next_band", "measured", "distance"}},
    "findings": {"__all__": {"id", "severity", "outcome", "close_within_days", "bases"}},
    "open_facts": {"__all__": {"id", "reason", "criteria"}},
}  # fmt: skip
"""All that this form can say beside its steps; what is told of an evaluation since then is not missed in it."""
_MALFORMED = (AttributeError, KeyError, TypeError, ValueError)


class Form1Step(NamedTuple):
    """A step of form 1: its id, what it says as it stands there, and its commitment."""

    id: str
    payload: str
    commitment: bytes


@dataclass(frozen=True)
class Form1Record(WrittenRecord):
    """A record of form 1, with the steps of today's form that say what it says.

    `commitments` has for each of these that of its own step of the same id, and nothing where there is none.
    """

    bytes_read: bytes
    own_steps: tuple[Form1Step, ...]
    non_step_data: Mapping[str, Any]
    """What stands beside the steps, as plain JSON."""

    @cached_property
    def content(self) -> bytes:
        """The bytes of the record."""
        return self.bytes_read

    @cached_property
    def digest(self) -> str:
        """The digest of the record, over all its bytes."""
        return digest(self.bytes_read)

    @cached_property
    def chain(self) -> str:
        """The digest that the chain over all commitments ends in."""
        link = bytes(32)
        for step in self.own_steps:
            link = sha256(link + step.id.encode() + b"\0" + step.commitment).digest()
        return link.hex()

    def closed(self, record_key: bytes) -> list[str]:
        """Name the steps that do not open their commitment under a key."""
        return [
            step.id
            for step in self.own_steps
            if sha256(form_1_salt(record_key, step.id) + step.payload.encode()).digest() != step.commitment
        ]

    def difference(self, steps: Sequence[bytes], record: Record) -> Deviation | None:
        """Find where the steps that follow from its inputs, or what is told of them, first differ; None if nowhere."""
        stands = {**self.non_step_data, "steps": [*map(orjson.loads, self.steps)]}
        follows = record.model_dump(mode="json", exclude_defaults=True, include=_SAYS)
        return first_differing_part(stands, {**follows, "steps": [*map(orjson.loads, self.as_said(steps))]})

    def as_said(self, steps: Sequence[bytes]) -> tuple[bytes, ...]:
        """Give steps of today's form as this form could say them."""
        return tuple(as_form_1_step(step, orjson.loads(step)) for step in steps)


def form_1_salt(record_key: bytes, step: str) -> bytes:
    """Derive the salt of a step of form 1."""
    return hmac.digest(record_key, step.encode(), "sha256")


def read_form_1(content: bytes) -> Form1Record:
    """Read the bytes of a record of form 1.

    Raises:
        TrailError: they are none; says what is wrong first.
    """
    try:
        record: dict[str, Any] = orjson.loads(content)
        own = tuple(
            Form1Step(step["id"], step["payload"], bytes.fromhex(step["commitment"])) for step in record["steps"]
        )
        payloads = [(step.id, orjson.loads(step.payload)) for step in own]
        converted_steps = dict(convert_form_1_steps(record, payloads))
        head = RecordHead(
            schema_number=record["schema_number"],
            semantics=_SEMANTICS,
            **{
                name: record[name]
                for name in ("scorecard_version", "rule_digest", "subject", "settings", "as_of_date", "known_time")
            },
            tables=tuple(record.get("tables", ())),
            step_count=len(own),
            trail_digest=record["trail_digest"],
        )
    except ValidationError as error:
        first = error.errors()[0]
        raise TrailError(_say("FIRST_FORM", place=".".join(map(str, first["loc"])), problem=first["msg"])) from None
    except _MALFORMED as error:
        raise TrailError(_say("FIRST_FORM", place=type(error).__name__, problem=str(error)[:200])) from None
    if head.schema_number != FORM or len({step.id for step in own}) < len(own):
        raise TrailError(_say("FIRST_FORM", place="schema_number", problem=str(head.schema_number)))
    commitments = {step.id: step.commitment for step in own}
    return Form1Record(
        head,
        tuple(converted_steps.values()),
        tuple(commitments.get(step, b"") for step in converted_steps),
        bytes_read=content,
        own_steps=own,
        non_step_data={name: part for name, part in record.items() if name not in _NOT_TOLD},
    )
