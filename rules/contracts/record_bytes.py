"""Byte format of records (docs/spec/record.md): JSON of their parts, head, step arrays, and parsers."""

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
from rules.contracts.error_texts import error_message, field_problem
from rules.contracts.errors import ErasedError, TrailError
from rules.contracts.inputs import FrozenModel
from rules.contracts.messages import message_factory
from rules.contracts.record import RECORD_SCHEMA, SEMANTICS, TableUse
from rules.contracts.step_contents import FactContent, QuantityContent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence


_message = message_factory(__name__)

DIGEST_BYTES = 32
_COMPLETE_KEYS, _ERASED_KEYS = {"commitments", "head", "steps"}, {"commitments", "head", "salts", "steps"}


class RecordHead(FrozenModel):
    """The identity of a record and the root over its steps; the record digest covers exactly this.

    `trail_digest` is the root of the tree over the commitments of `step_count` steps.
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
        return canonical_bytes(self.model_dump(mode="json", exclude_defaults=True))


RECORD_FORMS: dict[int, type[RecordHead]] = {RECORD_SCHEMA: RecordHead}
"""Heads of the supported record formats; add later formats here (docs/adr/0030-record-forms.md)."""


@dataclass(frozen=True)
class WrittenSteps:
    """The head and steps of a record; each step is a canonical array that begins with its id."""

    head: RecordHead
    steps: tuple[bytes, ...]

    @cached_property
    def uncommitted(self) -> bytes:
        return b'{"head":%b,"steps":[%b]}' % (self._head, b",".join(self.steps))

    @cached_property
    def digest(self) -> str:
        """The record digest; the root in the head covers every step."""
        return digest(self._head)

    @cached_property
    def results_by_step(self) -> Mapping[str, list[Any]]:
        return {plain[0]: plain[1:] for plain in map(orjson.loads, self.steps)}

    def fact(self, name: str) -> FactContent | None:
        parts = self.results_by_step.get(f"facts/{name}")
        return None if parts is None else FactContent.read(parts)

    def quantity(self, name: str) -> QuantityContent | None:
        parts = self.results_by_step.get(f"quantities/{name}")
        return None if parts is None else QuantityContent(*parts)

    def outcome(self, step: str) -> str | None:
        parts = self.results_by_step.get(step)
        return None if parts is None else parts[0]

    @cached_property
    def _head(self) -> bytes:
        return self.head.written()


@dataclass(frozen=True)
class WrittenRecord(WrittenSteps):
    """A complete record with the 32-byte commitment to each step."""

    commitments: tuple[bytes, ...]

    @cached_property
    def content(self) -> bytes:
        return b'{"commitments":"%b",%b' % (b64encode(b"".join(self.commitments)), self.uncommitted[1:])


def read_complete_record(content: bytes) -> WrittenRecord:
    """Parse a complete record.

    Raises:
        ErasedError: If parts were erased.
        TrailError: If it is malformed.
    """
    document = read_document(content, _COMPLETE_KEYS, _ERASED_KEYS)
    if document.keys() == _ERASED_KEYS:
        raise ErasedError(_message("ERASED"))
    record = _written_steps(document)
    leaves = read_digests(document["commitments"], len(record.steps))
    if leaves is None:
        wanted = DIGEST_BYTES * len(record.steps)
        raise TrailError(_message("COMMITMENT_COUNT", wanted=wanted, steps=len(record.steps)))
    return WrittenRecord(record.head, record.steps, leaves)


def read_uncommitted(content: bytes) -> WrittenSteps:
    """Parse head and steps.

    Raises:
        TrailError: If they are malformed.
    """
    return _written_steps(read_document(content, {"head", "steps"}))


def read_document(content: bytes, *forms: set[str]) -> dict[str, Any]:
    """Parse canonical JSON with exactly the keys of one form; errors list the first form."""
    try:
        document = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise TrailError(_message("NO_JSON", problem=error_message(error))) from None
    if not isinstance(document, dict) or not any(document.keys() == parts for parts in forms):
        raise TrailError(_message("NO_RECORD", parts=sorted(forms[0])))
    if orjson.dumps(document, option=orjson.OPT_SORT_KEYS) != content:
        raise TrailError(_message("NOT_CANONICAL"))
    return document


def read_digests(text: object, count: int) -> tuple[bytes, ...] | None:
    """Decode joined 32-byte digests from canonical base64; None if invalid."""
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
    vars(record)["results_by_step"] = {step[0]: step[1:] for step in steps}  # fills the cached property
    return record


def read_steps(steps: object) -> tuple[bytes, ...]:
    """Serialize step arrays of a canonical document, with unique ids, or raise TrailError."""
    if not isinstance(steps, list) or not all(_is_step(step) for step in steps):
        raise TrailError(_message("STEP_FORM"))
    if len({step[0] for step in steps}) < len(steps):
        raise TrailError(_message("STEP_TWICE", step=_first_duplicate(steps)))
    return tuple(map(orjson.dumps, steps))  # keys are sorted already


def read_head(document: Json) -> RecordHead:
    """Parse a record head.

    Raises:
        TrailError: If it is invalid or of an unknown version.
    """
    number = document.get("schema_number") if isinstance(document, dict) else None
    form = RECORD_FORMS.get(number) if isinstance(number, int) else RecordHead
    if form is None:
        raise TrailError(_message("RECORD_SCHEMA", found=number, known=list(RECORD_FORMS)))
    try:
        head = form.model_validate_json(orjson.dumps(document))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise TrailError(_message("HEAD_FIELD", field=field, problem=field_problem(first))) from None
    if head.semantics != SEMANTICS:
        raise TrailError(_message("SEMANTICS", found=head.semantics, known=SEMANTICS))
    return head


def _is_step(step: object) -> bool:
    return isinstance(step, list) and len(step) > 1 and isinstance(step[0], str)


def _first_duplicate(steps: Sequence[list[Any]]) -> str:
    names = [str(step[0])[:80] for step in steps]
    return next(name for position, name in enumerate(names) if name in names[:position])


def plain_model(model: FrozenModel) -> dict[str, Json]:
    """Serialize a model without absent or default fields.

    Pydantic's serializer would take longer than the inference.
    """
    parts, defaults = model.__dict__, _field_defaults(type(model))
    written: dict[str, Json] = {}
    for name in model.__pydantic_fields_set__:
        part, default = parts[name], defaults[name]
        if type(part) is str:
            if part != default:
                written[name] = part
        elif part is not default:
            plain = _PLAIN_WRITERS[type(part)](part)
            if plain != default:  # plain values compare faster than models
                written[name] = plain
    return written


@cache
def _field_defaults(kind: type[FrozenModel]) -> Mapping[str, Json]:
    defaults = {name: field.get_default(call_default_factory=True) for name, field in kind.model_fields.items()}
    return {
        name: None if default is None or default is PydanticUndefined else _plain_json(default)
        for name, default in defaults.items()
    }


class _PlainWriters(dict[type, "Callable[[Any], Json]"]):
    """The functions that serialize values, by type."""

    def __missing__(self, kind: type) -> Callable[[Any], Json]:
        writer = self[kind] = _plain_writer(kind)
        return writer


_PLAIN_WRITERS = _PlainWriters()


def _plain_json(part: object) -> Json:
    return _PLAIN_WRITERS[type(part)](part)


def _plain_writer(kind: type) -> Callable[[Any], Json]:
    if issubclass(kind, FrozenModel):
        return plain_model
    if issubclass(kind, Enum):
        plain = {part: _plain_json(part.value) for part in kind}
        return plain.__getitem__
    if issubclass(kind, (str, int)):
        return _unchanged
    if issubclass(kind, tuple):
        return lambda items: [_plain_json(item) for item in items]
    if issubclass(kind, dict):
        return lambda members: {name: _plain_json(item) for name, item in members.items()}
    raise TypeError(f"{kind.__name__} is not allowed in a record")


def _unchanged(part: Json) -> Json:
    return part


def plain_models(models: Iterable[FrozenModel]) -> list[dict[str, Json]]:
    """Serialize several models."""
    return [plain_model(model) for model in models]
