"""How is a place in a document written in a dossier?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.inputs import EvidencePlace, Locator
from rules.contracts.messages import speaker

if TYPE_CHECKING:
    from service.reading.tree.fields import Fields
    from service.reading.tree.nodes import Node

_say = speaker(__name__)


def read_places(node: Node | None, path: str, fields: Fields, record: str = "", field: str = "") -> list[EvidencePlace]:
    """Read where in each item of evidence, by its id, a fact or a field of a record stands."""
    found = []
    for id, entry, place in fields.entries(node, path, _say("PLACES")):
        fields.places[f"{path}[{id}]"] = place
        locator = read_locator(entry, f"{path}[{id}]", fields)
        found.append(EvidencePlace(evidence=id, record=record, field=field, place=locator))
    return found


def read_locator(node: Node | None, path: str, fields: Fields) -> Locator:
    """Read a place: where the document is, page, cell, and the words quoted."""
    if node is None:
        return Locator()
    parts = fields.mapping(node, path, ("uri", "page", "cell", "quote"), what=_say("LOCATOR"))
    return Locator(**{key: fields.optional_text(part, f"{path}.{key}") for key, part in parts.items()})
