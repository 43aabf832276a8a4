"""Proposed ids, from a name or from a kind and a number."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

_MAX_LENGTH = 40
_SEPARATORS = re.compile(r"[^a-z0-9]+")
_LEGAL_FORMS = frozenset({"ltd", "limited", "llc", "inc", "co", "corp", "gmbh", "ag", "sa", "bv", "plc", "company"})


def propose_id(name: str, kind: str, taken: Container[str] = ()) -> str:
    """Propose an unused id: `Zoë Müller` becomes `zoe-muller`, `Works Co., Ltd.` becomes `works`.

    A name without Latin letters yields `person-1`, because characters have no unique spelling.
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    words = [word for word in _SEPARATORS.sub(" ", "".join(filter(_is_not_combining, plain))).split() if word]
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    has_letter = any(letter.isalpha() for word in words for letter in word)
    id = "-".join(words)[:_MAX_LENGTH].strip("-") if has_letter else ""
    if id and id not in taken:
        return id
    number = 2 if id else 1
    while f"{id or kind}-{number}" in taken:
        number += 1
    return f"{id or kind}-{number}"


def _is_not_combining(character: str) -> bool:
    return not unicodedata.combining(character)
