"""Proposed ids: made of the Latin letters and digits of a name, else of what it names and a number."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

_LONGEST = 40
_OTHERS = re.compile(r"[^a-z0-9]+")
_LEGAL_FORMS = frozenset({"ltd", "limited", "llc", "inc", "co", "corp", "gmbh", "ag", "sa", "bv", "plc", "company"})


def propose_id(name: str, kind: str, taken: Container[str] = ()) -> str:
    """Propose an id that is not taken: `Zoë Müller` becomes `zoe-muller`, `Works Co., Ltd.` `works`.

    A name without Latin letters, such as one in Chinese alone, gives the kind and a number, `person-1`: a character
    has no one spelling, so none is guessed.
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    words = [word for word in _OTHERS.sub(" ", "".join(filter(_is_kept, plain))).split() if word]
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    has_letter = any(letter.isalpha() for word in words for letter in word)
    id = "-".join(words)[:_LONGEST].strip("-") if has_letter else ""
    if id and id not in taken:
        return id
    number = 2 if id else 1
    while f"{id or kind}-{number}" in taken:
        number += 1
    return f"{id or kind}-{number}"


def _is_kept(character: str) -> bool:
    return not unicodedata.combining(character)
