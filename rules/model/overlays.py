"""Does a scorecard replace only points, bands and settings of another, on which it stands?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from rules.model.diff import ChangeKind, diff
from rules.model.digest import document

if TYPE_CHECKING:
    from rules.contracts.canonical import Json
    from rules.model.diff import Change
    from rules.model.scorecard import Scorecard

_OPEN = re.compile(
    r"card\.(id|titles(\..+)?|first_date|last_date)"
    r"|indicators\[[^\]]+\]\.(maximum|scale(\..+|\[.+)?)"
    r"|sections\[[^\]]+\]\.maximum"
    r"|settings(\[.+)?\Z",
    re.DOTALL,
)
"""What an overlay may say otherwise, and of itself: its name and when it governs."""
_SETTING = re.compile(r"settings\[([^\]]+)\]")


def beyond_overlay(base: Scorecard, overlay: Scorecard) -> tuple[Change, ...]:
    """List the changes that an overlay may not make; a setting that a gate asks for is part of that gate.

    A basis may be added, on which the new points rest.
    """
    gated = {text for one in (base, overlay) for text in _texts(cast("Mapping[str, Json]", document(one))["gates"])}
    return tuple(change for change in diff(base, overlay).changes if not _is_open(change, gated))


def _is_open(change: Change, gated: set[str]) -> bool:
    if change.path.startswith("bases["):
        return change.kind is ChangeKind.ADDED
    setting = _SETTING.match(change.path)
    if setting is not None and setting[1] in gated:
        return False
    return _OPEN.fullmatch(change.path) is not None


def _texts(plain: Json) -> set[str]:
    """Give every text in a part of a document, and so every id that it names."""
    if isinstance(plain, Mapping):
        return {*plain, *(text for part in plain.values() for text in _texts(part))}
    if isinstance(plain, Sequence) and not isinstance(plain, str):
        return {text for part in plain for text in _texts(part)}
    return {plain} if isinstance(plain, str) else set()
