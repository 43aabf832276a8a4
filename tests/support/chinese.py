"""Typographic faults in Chinese sentences: half-width marks and English phrases."""

import re

HAN = r"[\u3400-\u9fff\u3007]"
"""A Chinese character."""
_HALF_WIDTH = re.compile(rf"{HAN}[,;:?!] ?{HAN}|{HAN} ?[,;]")
_STRAY_SPACE = re.compile(rf"{HAN} {HAN}")
_AS_WRITTEN = re.compile(r"“[^”]*”|`[^`]*`|\{[^{}]*\}|\[[^\]]*\]|（(?:[^（）]*)）(?=不是|的)")
_ENGLISH = re.compile(r"(?<![\w./@=-])[a-z]+ [a-z]+(?: [a-z]+)+")


def half_width(text: str) -> list[str]:
    """List the half-width commas, semicolons and colons beside Chinese characters."""
    return [text[max(found.start() - 8, 0) : found.end() + 8] for found in _HALF_WIDTH.finditer(text)]


def english(text: str) -> list[str]:
    """List the runs of three and more English words, outside quoted words, commands and forms of names."""
    return _ENGLISH.findall(_AS_WRITTEN.sub("", text))
