"""Where do two records differ first, and what stands there in each?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from rules.contracts.record import Record

_MOST_SHOWN = 80
_ABSENT = object()


@dataclass(frozen=True, slots=True)
class Deviation:
    """A place, such as `steps[facts/share].payload.value.number`, and what stands there; nothing if it is not there."""

    place: str
    before: str
    after: str


def first_difference(before: Record, after: Record) -> Deviation | None:
    """Find the first place, in the order of the fields of a record."""
    for field in type(before).model_fields:
        one, other = getattr(before, field), getattr(after, field)
        if one != other:
            found, wanted = (record.model_dump(mode="json", include={field})[field] for record in (before, after))
            return _within(found, wanted, field)
    return None


def _within(before: Any, after: Any, place: str) -> Deviation:
    """Go down to where the two differ, which they do here."""
    if isinstance(before, str) and isinstance(after, str) and before[:1] == after[:1] == "{":
        before, after = _parsed(before), _parsed(after)
    if isinstance(before, dict) and isinstance(after, dict):
        name = next((key for key in (*before, *after) if before.get(key, _ABSENT) != after.get(key, _ABSENT)), None)
        if name is not None:
            return _within(before.get(name, _ABSENT), after.get(name, _ABSENT), f"{place}.{name}")
    if isinstance(before, list) and isinstance(after, list):
        for number, (one, other) in enumerate(zip_longest(before, after, fillvalue=_ABSENT)):
            if one != other:
                ids = _id(one), _id(other)
                if None in ids or ids[0] == ids[1]:
                    return _within(one, other, f"{place}[{number if ids[0] is None else ids[0]}]")
                return Deviation(f"{place}[{number}].id", _shown(ids[0]), _shown(ids[1]))
    return Deviation(place, _shown(before), _shown(after))


def _parsed(text: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return text


def _id(item: Any) -> Any:
    """Give the id of an item of a list, if it has one; facts have that of what was declared."""
    if not isinstance(item, dict):
        return None
    return item["id"] if "id" in item else _id(item.get("declared"))


def _shown(value: Any) -> str:
    if value is _ABSENT:
        return ""
    text = value if isinstance(value, str) else orjson.dumps(value).decode()
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
