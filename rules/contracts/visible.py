"""Escaping for display: control characters, bidirectional controls and lone surrogates.

Names of files and quoted texts come from outside. A control character in one would ring the bell, move the cursor,
colour or hide what stands around it; a lone half of a character cannot be written at all.
"""

from __future__ import annotations

import re

_ACTING = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|\r(?!\n)")
"""All controls but tab and the ends of lines; what turns the direction of writing; halves of characters."""


def escape_unprintable(text: str) -> str:
    r"""Write what acts instead of showing as an escape such as `\u001b`, which means the same inside JSON."""
    return _ACTING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
