"""Serializer of record models to plain JSON, with unset and default values omitted."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from pydantic_core import PydanticUndefined

from rules.contracts.inputs import FrozenModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.contracts.canonical import Json


def plain_model(model: FrozenModel) -> dict[str, Json]:
    """Write a part of the record from its model; what is absent or usual is left out.

    By hand, because a subject has many values, and models write themselves out more slowly than all is inferred.
    """
    parts, usual = model.__dict__, _usual(type(model))
    written: dict[str, Json] = {}
    for name in model.__pydantic_fields_set__:
        part, instead = parts[name], usual[name]
        if part is instead:
            continue
        if type(part) is str:
            if part != instead:
                written[name] = part
            continue
        plain = _plain(part)  # which compares faster than models do
        if plain != instead:
            written[name] = plain
    return written


@cache
def _usual(kind: type[FrozenModel]) -> Mapping[str, Json]:
    """Give what stands in each field that was not set, as it is written; what must be set has nothing there."""
    defaults = {name: field.get_default(call_default_factory=True) for name, field in kind.model_fields.items()}
    return {
        name: None if default is None or default is PydanticUndefined else _plain(default)
        for name, default in defaults.items()
    }


def _plain(part: object) -> Json:
    kind = type(part)
    if kind is str or kind is bool or kind is int:
        return part  # type: ignore[return-value] # one of these
    if kind is tuple:
        return [_plain(item) for item in part]  # type: ignore[attr-defined] # likewise
    if isinstance(part, FrozenModel):
        return plain_model(part)
    if isinstance(part, dict):
        return {name: _plain(item) for name, item in part.items()}
    if isinstance(part, Enum):
        return _plain(part._value_)  # as `value` gives it, which is a call
    if isinstance(part, (str, int)):
        return part
    raise TypeError(f"{type(part).__name__} cannot stand in a record")


def plain_models(models: Iterable[FrozenModel]) -> list[dict[str, Json]]:
    """Write several."""
    return [plain_model(model) for model in models]
