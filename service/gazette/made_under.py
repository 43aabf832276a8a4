"""Under which card was a stored record made, whichever organisation it belongs to?"""

from __future__ import annotations

from contextvars import copy_context
from typing import TYPE_CHECKING

from rules.contracts.errors import TouchstoneError
from service.base.whose import work_for

if TYPE_CHECKING:
    from rules.contracts.written import Head
    from rules.model.scorecard import Scorecard
    from service.gazette.versions import Gazette


class MadeUnder:
    """Finds the cards of many records in a gazette and in what organisations have of their own, each once."""

    def __init__(self, gazette: Gazette) -> None:
        """Look here."""
        self._gazette = gazette
        self._found: dict[tuple[str, str, str], Scorecard] = {}

    def __call__(self, organization: str, head: Head) -> Scorecard | None:
        """Give the card of a record of an organisation; None if it is not here as it was, or cannot be read."""
        key = organization, head.scorecard_version, head.rule_digest
        card = self._found.get(key) or copy_context().run(self._made_by, *key)
        if card is not None:  # what is not here may be published yet
            self._found[key] = card
        return card

    def _made_by(self, organization: str, version: str, rule_digest: str) -> Scorecard | None:
        work_for(organization)
        try:
            made = self._gazette.made_by(version, rule_digest)
        except TouchstoneError:
            return None
        return made.scorecard if made.rule_digest == rule_digest else None
