"""Typesetting by language: Chinese punctuation and spacing; other languages are unchanged.

Quotations from the feature language have half-width marks and spaces; Chinese readers expect full-width marks and no
spaces. The patterns are texts, because compiling them at import would delay every command.
"""

from __future__ import annotations

import re

_HAN = r"[\u3400-\u9fff]"
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_AFTER = rf"(?<=[\u3400-\u9fff”）》〕])([,;:?!])(?: (?! )|(?=\s|\Z|{_HAN}))"
_BEFORE = rf"(?<=[\w)%”）])([,;:?!]) (?={_HAN}|[“（《])"
_BRACKETS = rf" ?\(([^()\n]*{_HAN}[^()\n]*)\) ?(?! )"
_SPACE = rf"(?<=[\u3400-\u9fff）》”〕]) (?={_HAN}|[“（《〔])"
_BEHIND_MARK = r"(?<=[，；：？！。、]) (?=[^ \n])"
_PERCENT = r"(?<=[0-9]) (?=[%‰])"
_QUOTED = r"“(?:[^“”]|“[^“”]*”)*”"


def typeset(text: str, language: str) -> str:
    """Typeset a text; in Chinese with full-width marks and without spaces between characters.

    Text inside “…” is quoted input and stays unchanged.
    """
    if language != "zh":
        return text
    quoted = iter(re.findall(_QUOTED, text))
    text = re.sub(_QUOTED, lambda match: "“中”" if re.search(_HAN, match[0]) else "“”", text)
    while (typeset_text := _typeset_once(text)) != text:  # a mark is matched only after the bracket before it
        text = typeset_text
    return re.sub("“中?”", lambda _: next(quoted), text)


def _typeset_once(text: str) -> str:
    for pattern in (_AFTER, _BEFORE):
        text = re.sub(pattern, lambda match: _FULL[match[1]], text)
    text = re.sub(_SPACE, "", re.sub(_BRACKETS, r"（\1）", text))
    return re.sub(_PERCENT, "", re.sub(_BEHIND_MARK, "", text))
