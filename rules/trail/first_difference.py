"""First difference between two records: its location and both values."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

if TYPE_CHECKING:
    from rules.contracts.record_bytes import WrittenRecord

_EXCERPT_LENGTH = 80
_ABSENT = object()


class Deviation(NamedTuple):
    """Location of a difference, such as `steps[facts/share][1].value.number`, and both values; empty if absent."""

    path: str
    before: str
    after: str


def first_difference(before: WrittenRecord, after: WrittenRecord) -> Deviation:
    """Return the first difference of two records: in the heads, then the steps, then the commitments."""
    parts, others = _record_parts(before), _record_parts(after)
    for name, part in parts.items():
        if part != others[name]:
            return _locate_difference(part, others[name], name)
    return _locate_difference(before.head.trail_digest, after.head.trail_digest, "head.trail_digest")


def _record_parts(written: WrittenRecord) -> dict[str, Any]:
    """Return the parts of a record without its root digest, which differs whenever anything differs."""
    return {
        "head": written.head.model_dump(mode="json", exclude={"trail_digest"}),
        "steps": [orjson.loads(step) for step in written.steps],
        "commitments": [leaf.hex() for leaf in written.commitments],
    }


def _locate_difference(before: Any, after: Any, path: str) -> Deviation:
    if isinstance(before, dict) and isinstance(after, dict):
        name = next((key for key in (*before, *after) if before.get(key, _ABSENT) != after.get(key, _ABSENT)), None)
        if name is not None:
            return _locate_difference(before.get(name, _ABSENT), after.get(name, _ABSENT), f"{path}.{name}")
    if isinstance(before, list) and isinstance(after, list):
        for number, (item, other) in enumerate(zip_longest(before, after, fillvalue=_ABSENT)):
            if item != other:
                ids = _id(item), _id(other)
                if None in ids or ids[0] == ids[1]:
                    return _locate_difference(item, other, f"{path}[{number if ids[0] is None else ids[0]}]")
                return Deviation(f"{path}[{number}][0]", _value_text(ids[0]), _value_text(ids[1]))
    return Deviation(path, _value_text(before), _value_text(after))


def _id(item: Any) -> Any:
    if isinstance(item, list):
        return item[0] if item and isinstance(item[0], str) else None
    return item.get("id") if isinstance(item, dict) else None


def _value_text(value: Any) -> str:
    if value is _ABSENT:
        return ""
    text = value if isinstance(value, str) else orjson.dumps(value).decode()
    return text if len(text) <= _EXCERPT_LENGTH else f"{text[:_EXCERPT_LENGTH]}…"
