"""In which language does a caller want to read why a call is refused?"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from rules.contracts.messages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Metadata = Iterable[tuple[str, str | bytes]] | None

KEY = "accept-language"
"""The metadata that names languages, as the header of this name does for HTTP (RFC 9110)."""
_MAXIMUM_CHARACTERS = 500


def asked_language(request: object, metadata: Metadata) -> str:
    """Give the language that the request names, else the one that the metadata like best, else English."""
    draft = getattr(request, "scorecard_draft", None)
    for message in (request, draft):
        named = getattr(message, "language_code", "")
        if named in LANGUAGES:
            return str(named)
    values = [str(value) for key, value in metadata or () if key == KEY and isinstance(value, str)]
    return _liked_best(",".join(values)[:_MAXIMUM_CHARACTERS].split(","))


def _liked_best(ranges: Sequence[str]) -> str:
    """Give the first of our languages among those with the greatest weight; one that is weighed 0 is not wanted."""
    best, weight = LANGUAGES[0], 0.0
    for one in ranges:
        tag, _, parameters = one.partition(";")
        language = tag.strip().lower().partition("-")[0]
        found = _weight(parameters)
        if language in LANGUAGES and found > weight:
            best, weight = language, found
    return best


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    with suppress(ValueError):
        return float(value) if name.strip().lower() == "q" else 1.0
    return 0.0
