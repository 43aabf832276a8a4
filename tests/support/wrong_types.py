"""JSON mutations for fuzzing: a value of another type at any location, embedded JSON texts included."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 10**30, "", "x", "1e999999999", "2026-13-45"),
    *([], {}, [1], {"a": 1}, [[["m"]]]),
)
Place = tuple[str | int, ...]


def written(document: Any) -> str:
    """Write a document as canonical JSON."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def places(part: Any, at: Place = ()) -> Iterator[Place]:
    """Visit every value of a document; one held as text has its values behind the text itself."""
    if at:
        yield at
    for name, inner in _parts(_read(part)):
        yield from places(inner, (*at, name))


def _read(part: Any) -> Any:
    """Return the JSON document in a text, or the value itself."""
    if isinstance(part, str) and part[:1] in {"{", "["}:
        try:
            return json.loads(part)
        except ValueError:
            return part
    return part


def _parts(part: Any) -> list[tuple[str | int, Any]]:
    if isinstance(part, dict):
        return list(part.items())
    return list(enumerate(part)) if isinstance(part, list) else []


def changed(part: Any, at: Place, value: Any) -> Any:
    if not at:
        return value
    inner, (name, *rest) = _read(part), at
    parts = {key: changed(one, tuple(rest), value) if key == name else one for key, one in _parts(inner)}
    whole = parts if isinstance(inner, dict) else list(parts.values())
    return written(whole) if isinstance(part, str) else whole


def mutations(document: Any, every: list[Place], count: int, random: Random) -> Iterator[tuple[Place, Any, Any]]:
    """Yield up to `count` mutated documents, each with its changed location and value."""
    for _ in range(count):
        at, value = random.choice(every), random.choice(VALUES)
        mutant = changed(document, at, value)
        if written(mutant) != written(document):
            yield at, value, mutant
