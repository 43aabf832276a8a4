"""Record form 1 (legacy, read only): parser, step commitments and digest chain.

Form 1 is the whole record as one object, sentences and all (docs/spec/record.md). Its digest is over all its bytes. A
step is committed to by SHA-256(salt ‖ payload), its salt is HMAC-SHA-256 of its id under the record key, and a chain
over ids and commitments ends in the trail digest. So the record proves itself as a whole; single steps are neither
shown nor erased.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import orjson
from pydantic import ValidationError

from rules.contracts.canonical import digest
from rules.contracts.errors import TrailError
from rules.contracts.messages import message_factory
from rules.contracts.record_bytes import RecordHead, WrittenRecord
from rules.trail.first_difference import first_differing_part
from rules.trail.first_steps import as_form_1_step, convert_form_1_steps

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.contracts.record import Record
    from rules.trail.first_difference import Deviation

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


@dataclass(frozen=True, slots=True)
class Form1Step:
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
    own: tuple[Form1Step, ...]
    outside: Mapping[str, Any]
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
        for step in self.own:
            link = sha256(link + step.id.encode() + b"\0" + step.commitment).digest()
        return link.hex()

    def closed(self, record_key: bytes) -> list[str]:
        """Name the steps that do not open their commitment under a key."""
        return [
            step.id
            for step in self.own
            if sha256(form_1_salt(record_key, step.id) + step.payload.encode()).digest() != step.commitment
        ]

    def difference(self, steps: Sequence[bytes], record: Record) -> Deviation | None:
        """Find where the steps that follow from its inputs, or what is told of them, first differ; None if nowhere."""
        stands = {**self.outside, "steps": [*map(orjson.loads, self.steps)]}
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
        own=own,
        outside={name: part for name, part in record.items() if name not in _NOT_TOLD},
    )
