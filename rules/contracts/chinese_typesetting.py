"""Chinese typesetting: full-width punctuation, spacing between Han characters, and percent signs."""

from __future__ import annotations

import re

_HAN = r"[\u3400-\u9fff]"
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_AFTER = re.compile(rf"(?<=[\u3400-\u9fff”）》〕])([,;:?!])(?: (?! )|(?=\s|\Z|{_HAN}))")
_BEFORE = re.compile(rf"(?<=[\w)%”）])([,;:?!]) (?={_HAN}|[“（《])")
_BRACKETS = re.compile(rf" ?\(([^()\n]*{_HAN}[^()\n]*)\) ?(?! )")
_SPACE = re.compile(rf"(?<=[\u3400-\u9fff）》”〕]) (?={_HAN}|[“（《〔])")
_BEHIND_MARK = re.compile(r"(?<=[，；：？！。、]) (?=[^ \n])")
_PERCENT = re.compile(r"(?<=[0-9]) (?=[%‰])")
_QUOTED = re.compile(r"“(?:[^“”]|“[^“”]*”)*”")
_QUOTE_PLACEHOLDER_PATTERN = re.compile("“中?”")


def typeset_chinese(text: str) -> str:
    """Typeset Chinese: full-width marks, no spaces between Chinese characters, no space before `%`."""
    quoted = iter(_QUOTED.findall(text))
    text = _QUOTED.sub(lambda match: "“中”" if re.search(_HAN, match[0]) else "“”", text)
    while (typeset_text := _typeset_once(text)) != text:  # a mark is matched only after the bracket before it
        text = typeset_text
    return _QUOTE_PLACEHOLDER_PATTERN.sub(lambda _: next(quoted), text)


def _typeset_once(text: str) -> str:
    for pattern in (_AFTER, _BEFORE):
        text = pattern.sub(lambda match: _FULL[match[1]], text)
    return _PERCENT.sub("", _BEHIND_MARK.sub("", _SPACE.sub("", _BRACKETS.sub(r"（\1）", text))))
