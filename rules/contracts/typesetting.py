"""How is a text for people set in its language, whatever marks its parts were written with?

Sentences of the feature language have half-width marks and spaces between their words, and so have the recorded
sentences and published titles that are quoted from it; a Chinese reader expects full-width marks and no such spaces.
"""

from __future__ import annotations

import re

_HAN = r"[\u3400-\u9fff]"
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_AFTER = re.compile(rf"(?<=[\u3400-\u9fff”）》〕])([,;:?!])(?: (?! )|(?=\s|\Z|{_HAN}))")
_BEFORE = re.compile(rf"(?<=[\w)%”）])([,;:?!]) (?={_HAN}|[“（《])")
_BRACKETS = re.compile(rf" ?\(([^()\n]*{_HAN}[^()\n]*)\) ?(?! )")
_SPACE = re.compile(rf"(?<=[\u3400-\u9fff）》”〕]) (?={_HAN}|[“（《〔])")


def typeset(text: str, language: str) -> str:
    """Set a text; in Chinese with full-width marks, and without spaces between Chinese characters."""
    if language != "zh":
        return text
    for pattern in (_AFTER, _BEFORE):
        text = pattern.sub(lambda found: _FULL[found[1]], text)
    return _SPACE.sub("", _BRACKETS.sub(r"（\1）", text))
