"""How is a place in a document written in a dossier?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.inputs import Locator
from rules.contracts.messages import speaker

if TYPE_CHECKING:
    from service.reading.tree.fields import Fields
    from service.reading.tree.nodes import Node

_say = speaker(__name__)


def read_locator(node: Node | None, path: str, fields: Fields) -> Locator:
    """Read a place: where the document is, page, cell, and the words quoted."""
    if node is None:
        return Locator()
    parts = fields.mapping(node, path, ("uri", "page", "cell", "quote"), what=_say("LOCATOR"))
    return Locator(**{key: fields.optional_text(part, f"{path}.{key}") for key, part in parts.items()})
