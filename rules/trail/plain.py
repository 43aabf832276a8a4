"""How do the inputs and the conclusion of an evaluation stand in its record, as plain JSON?"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from rules.contracts.inputs import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.contracts.canonical import Json


def plain_model(model: Frozen) -> dict[str, Json]:
    """Write a part of the record from its model; what is absent or usual is left out.

    By hand, because a subject has many values, and models write themselves out more slowly than all is inferred.

    Raises:
        TypeError: it holds what cannot stand in a record, such as a float.
    """
    parts, usual = model.__dict__, _usual(type(model))
    written: dict[str, Json] = {}
    for name in model.__pydantic_fields_set__:
        part, instead = parts[name], usual[name]
        if part is instead:
            continue
        if isinstance(part, Frozen):  # which compare themselves more slowly than they are written
            plain = plain_model(part)
            if not isinstance(instead, Frozen) or plain != plain_model(instead):
                written[name] = plain
        elif part != instead:
            written[name] = part if type(part) is str else _plain(part)
    return written


@cache
def _usual(kind: type[Frozen]) -> Mapping[str, Any]:
    """Give what stands in each field that was not set."""
    return {name: field.get_default(call_default_factory=True) for name, field in kind.model_fields.items()}


def _plain(part: object) -> Json:
    if isinstance(part, Enum):
        part = part._value_  # as `value` gives it, which is a call
    if isinstance(part, (str, bool, int)):
        return part
    if isinstance(part, Frozen):
        return plain_model(part)
    if isinstance(part, dict):
        return {name: _plain(item) for name, item in part.items()}
    if isinstance(part, tuple):
        return [_plain(item) for item in part]
    raise TypeError(f"{type(part).__name__} cannot stand in a record")


def plain_models(models: Iterable[Frozen]) -> list[dict[str, Json]]:
    """Write several."""
    return [plain_model(model) for model in models]
