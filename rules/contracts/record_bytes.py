"""Byte form of records: plain JSON of their parts, head, arrays of steps, commitments, and their parsers.

The form is laid down in docs/spec/record.md.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import orjson
from pydantic import ConfigDict, ValidationError
from pydantic_core import PydanticUndefined

from rules.contracts.canonical import Json, canonical_bytes, digest
from rules.contracts.errors import ErasedError, TrailError
from rules.contracts.inputs import FrozenModel
from rules.contracts.messages import message_factory
from rules.contracts.record import RECORD_SCHEMA, SEMANTICS, TableUse
from rules.contracts.step_contents import FactContent, QuantityContent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


_say = message_factory(__name__)

DIGEST_BYTES = 32
_WHOLE, _LEFT = {"commitments", "head", "steps"}, {"commitments", "head", "salts", "steps"}


class RecordHead(FrozenModel):
    """What a record is about, and the root over its steps: all that its digest is taken over.

    `semantics` says which way of computing made it. `trail_digest` is the root of the tree over the commitments of as
    many steps as `step_count` says.
    """

    model_config = ConfigDict(strict=True)

    schema_number: int
    semantics: int
    scorecard_version: str
    rule_digest: str
    subject: str
    settings: dict[str, str]
    as_of_date: str
    known_time: str
    tables: tuple[TableUse, ...] = ()
    step_count: int
    trail_digest: str

    def written(self) -> bytes:
        """Write it as canonical JSON."""
        return canonical_bytes(self.model_dump(mode="json", exclude_defaults=True))


RECORD_FORMS: dict[int, type[RecordHead]] = {RECORD_SCHEMA: RecordHead}
"""The head of each record form that is read and written; a later form is added here (docs/adr/0030-record-forms.md)."""


@dataclass(frozen=True)
class WrittenSteps:
    """What a record says; each of `steps` is a canonical array that begins with the id of the step."""

    head: RecordHead
    steps: tuple[bytes, ...]

    @cached_property
    def uncommitted(self) -> bytes:
        """Head and steps alone, as canonical JSON."""
        return b'{"head":%b,"steps":[%b]}' % (self._head, b",".join(self.steps))

    @cached_property
    def digest(self) -> str:
        """The digest of the record: over its head, and so by its root over every step."""
        return digest(self._head)

    @cached_property
    def results_by_step(self) -> Mapping[str, list[Any]]:
        """What each step found, by its id, the id itself left out."""
        return {plain[0]: plain[1:] for plain in map(orjson.loads, self.steps)}

    def fact(self, name: str) -> FactContent | None:
        """Give what stands of a fact; None if there is no such step, or it was erased."""
        parts = self.results_by_step.get(f"facts/{name}")
        return None if parts is None else FactContent.read(parts)

    def quantity(self, name: str) -> QuantityContent | None:
        """Give what stands of a quantity; None if there is no such step, or it was erased."""
        parts = self.results_by_step.get(f"quantities/{name}")
        return None if parts is None else QuantityContent(*parts)

    def outcome(self, step: str) -> str | None:
        """Give the outcome of a criterion by the id of its step; None if there is no such step, or it was erased."""
        parts = self.results_by_step.get(step)
        return None if parts is None else parts[0]

    @cached_property
    def _head(self) -> bytes:
        return self.head.written()


@dataclass(frozen=True)
class WrittenRecord(WrittenSteps):
    """A record whole, with the 32 bytes of the commitment to each step."""

    commitments: tuple[bytes, ...]

    @cached_property
    def content(self) -> bytes:
        """The bytes of the record."""
        return b'{"commitments":"%b",%b' % (b64encode(b"".join(self.commitments)), self.uncommitted[1:])


def read_complete_record(content: bytes) -> WrittenRecord:
    """Read the bytes of a complete record.

    Raises:
        ErasedError: something was erased from it.
        TrailError: they are no canonical JSON of this schema; says what is wrong first.
    """
    document = read_document(content, _WHOLE, _LEFT)
    if document.keys() == _LEFT:
        raise ErasedError(_say("ERASED"))
    record = _written_steps(document)
    leaves = read_digests(document["commitments"], len(record.steps))
    if leaves is None:
        wanted = DIGEST_BYTES * len(record.steps)
        raise TrailError(_say("COMMITMENT_COUNT", wanted=wanted, steps=len(record.steps)))
    return WrittenRecord(record.head, record.steps, leaves)


def read_uncommitted(content: bytes) -> WrittenSteps:
    """Read head and steps alone.

    Raises:
        TrailError: they are no canonical JSON of this schema; says what is wrong first.
    """
    return _written_steps(read_document(content, {"head", "steps"}))


def read_document(content: bytes, *forms: set[str]) -> dict[str, Any]:
    """Read canonical JSON that has the parts of one of some forms and no others; the first form is the usual one."""
    try:
        document = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise TrailError(_say("NO_JSON", problem=str(error)[:200])) from None
    if not isinstance(document, dict) or not any(document.keys() == parts for parts in forms):
        raise TrailError(_say("NO_RECORD", parts=sorted(forms[0])))
    if orjson.dumps(document, option=orjson.OPT_SORT_KEYS) != content:
        raise TrailError(_say("NOT_CANONICAL"))
    return document


def read_digests(text: object, count: int) -> tuple[bytes, ...] | None:
    """Read so many digests of 32 bytes, one behind the other in base64 as it has to be written; None if it is not."""
    try:
        joined = b64decode(text if isinstance(text, str) else "", validate=True)
    except ValueError:
        return None
    if len(joined) != DIGEST_BYTES * count or b64encode(joined).decode() != text:
        return None
    return tuple(joined[position : position + DIGEST_BYTES] for position in range(0, len(joined), DIGEST_BYTES))


def _written_steps(document: Mapping[str, Any]) -> WrittenSteps:
    head, steps = read_head(document["head"]), document["steps"]
    record = WrittenSteps(head, read_steps(steps))
    vars(record)["results_by_step"] = {step[0]: step[1:] for step in steps}  # read already
    return record


def read_steps(steps: object) -> tuple[bytes, ...]:
    """Read the arrays of steps, each with an id of its own."""
    if not isinstance(steps, list) or not all(map(_is_step, steps)):
        raise TrailError(_say("STEP_FORM"))
    if len({step[0] for step in steps}) < len(steps):
        raise TrailError(_say("STEP_TWICE", step=_twice(steps)))
    return tuple(orjson.dumps(step, option=orjson.OPT_SORT_KEYS) for step in steps)


def read_head(document: Json) -> RecordHead:
    """Read the head of a record of a known form.

    Raises:
        TrailError: its form or semantics is unknown, or a field is invalid.
    """
    number = document.get("schema_number") if isinstance(document, dict) else None
    form = RECORD_FORMS.get(number) if isinstance(number, int) else RecordHead
    if form is None:
        raise TrailError(_say("RECORD_SCHEMA", found=number, known=list(RECORD_FORMS)))
    try:
        head = form.model_validate_json(orjson.dumps(document))
    except ValidationError as error:
        first = error.errors()[0]
        raise TrailError(_say("HEAD_FIELD", field=".".join(map(str, first["loc"])), problem=first["msg"])) from None
    if head.semantics != SEMANTICS:
        raise TrailError(_say("SEMANTICS", found=head.semantics, known=SEMANTICS))
    return head


def _is_step(step: object) -> bool:
    return isinstance(step, list) and len(step) > 1 and isinstance(step[0], str)


def _twice(steps: Sequence[list[Any]]) -> str:
    names = [str(step[0])[:80] for step in steps]
    return next(name for position, name in enumerate(names) if name in names[:position])


def plain_model(model: FrozenModel) -> dict[str, Json]:
    """Write a part of the record from its model; what is absent or usual is left out.

    By hand, because a subject has many values, and models write themselves out more slowly than all is inferred.
    """
    parts, usual = model.__dict__, _field_defaults(type(model))
    written: dict[str, Json] = {}
    for name in model.__pydantic_fields_set__:
        part, instead = parts[name], usual[name]
        if part is instead:
            continue
        if type(part) is str:
            if part != instead:
                written[name] = part
            continue
        plain = _plain_json(part)  # which compares faster than models do
        if plain != instead:
            written[name] = plain
    return written


@cache
def _field_defaults(kind: type[FrozenModel]) -> Mapping[str, Json]:
    """Give what stands in each field that was not set, as it is written; what must be set has nothing there."""
    defaults = {name: field.get_default(call_default_factory=True) for name, field in kind.model_fields.items()}
    return {
        name: None if default is None or default is PydanticUndefined else _plain_json(default)
        for name, default in defaults.items()
    }


def _plain_json(part: object) -> Json:
    kind = type(part)
    if kind is str or kind is bool or kind is int:
        return part  # type: ignore[return-value] # one of these
    if kind is tuple:
        return [_plain_json(item) for item in part]  # type: ignore[attr-defined] # likewise
    if isinstance(part, FrozenModel):
        return plain_model(part)
    if isinstance(part, dict):
        return {name: _plain_json(item) for name, item in part.items()}
    if isinstance(part, Enum):
        return _plain_json(part._value_)  # as `value` gives it, which is a call
    if isinstance(part, (str, int)):
        return part
    raise TypeError(f"{type(part).__name__} cannot stand in a record")


def plain_models(models: Iterable[FrozenModel]) -> list[dict[str, Json]]:
    """Write several."""
    return [plain_model(model) for model in models]
