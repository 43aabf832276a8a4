"""How are the independent ratings of one fact written in a dossier?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.inputs import Rating
from rules.contracts.messages import speaker
from service.reading.dossier.places import read_locator
from service.reading.tree.nodes import Node, Sequence

if TYPE_CHECKING:
    from rules.model.scorecard import FactDefinition
    from service.reading.dossier.values import ValueReader
    from service.reading.tree.fields import Fields

_say = speaker(__name__)

VALUE_KEYS = ("value", "unit", "evidence", "not_applicable")
_KEYS = ("person", *VALUE_KEYS, "rationale", "place")


def read_ratings(
    definition: FactDefinition, node: Node | None, values: ValueReader, fields: Fields
) -> tuple[Rating, ...]:
    """Read a list of ratings, each with person, value, rationale and, if it names one, the place it rests on."""
    if node is None:
        return ()
    path = f"facts[{definition.id}].ratings"
    fields.places[path] = node.place
    if not isinstance(node, Sequence):
        wanted = _say("RATINGS_WANTED")
        fields.problem(node.place, path, wanted, "WRONG_SHAPE")
        return ()
    return tuple(_rating(definition, item, values, fields) for item in node.items)


def _rating(definition: FactDefinition, node: Node, values: ValueReader, fields: Fields) -> Rating:
    base = f"facts[{definition.id}].ratings"
    parts = fields.mapping(node, base, _KEYS, what=_say("RATING"))
    person = fields.optional_text(parts.get("person"), f"{base}.person")
    path = f"{base}[{person[:60]}]"
    fields.places[path] = node.place
    for key in ("person", "rationale"):
        if (part := parts.get(key)) is not None:
            fields.places[f"{path}.{key}"] = part.place
    given = {key: part for key, part in parts.items() if key in VALUE_KEYS}
    return Rating(
        person=person,
        value=values.read(definition, node, given, path),
        rationale=fields.optional_text(parts.get("rationale"), f"{path}.rationale"),
        place=read_locator(parts.get("place"), f"{path}.place", fields),
    )
