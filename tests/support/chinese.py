"""Typographic faults in Chinese sentences: half-width marks and English phrases."""

import re

HAN = r"[\u3400-\u9fff\u3007]"
"""A Chinese character."""
_HALF_WIDTH = re.compile(rf"{HAN}[,;:?!] ?{HAN}|{HAN} ?[,;]")
_HALF_WIDTH_IN_PROSE = re.compile(rf"(?:{HAN}|[》）」”〕])\s*[,;:?!]|[,;:]\s+{HAN}|\([^()]*{HAN}[^()]*\)")
_AS_WRITTEN = re.compile(r"“[^”]*”|`[^`]*`|\{[^{}]*\}|\[[^\]]*\]|（(?:[^（）]*)）(?=不是|的)")
_ENGLISH = re.compile(r"(?<![\w./@=-])[a-z]+ [a-z]+(?: [a-z]+)+")


def half_width(text: str) -> list[str]:
    """List the half-width punctuation marks next to Chinese characters."""
    return [text[max(found.start() - 8, 0) : found.end() + 8] for found in _HALF_WIDTH.finditer(text)]


def half_width_prose(text: str) -> list[str]:
    """List the half-width marks of a text without code: also next to Latin letters, and brackets around Chinese.

    Brackets that hold only Latin letters, units and numbers stay half-width.
    """
    return [found[0] for found in _HALF_WIDTH_IN_PROSE.finditer(text)]


def english(text: str) -> list[str]:
    """List the runs of three and more English words, outside quoted words, commands and forms of names."""
    return _ENGLISH.findall(_AS_WRITTEN.sub("", text))
