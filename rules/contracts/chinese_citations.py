"""Legal citations in Chinese: articles, annexes, ranges, editions and descriptions of places.

A reference such as "Article 5(1)" reads 第5条第1款, and words that describe a place read as `citations.toml` says;
titles, and words it does not know, stay as they are.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, repeat

from rules.contracts.toml_files import read_toml
from rules.contracts.typesetting import typeset

_HAN = r"[\u3400-\u9fff]"
_TITLE = re.compile(rf"{_HAN}+\Z")
_ROMAN = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
    "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX",
)  # fmt: skip
_ONES = "一二三四五六七八九十"
_PART = re.compile(r"\(([^()]+)\)")
_INSIDE = r"(?:\([0-9]+[a-z]?\)|\([a-z](?:\.[0-9]+)?\)|\([ivx]+\))"
_ARTICLE = rf"(?:[0-9]+[a-z]?{_INSIDE}*|{_INSIDE}+)"
_NUMBER = r"[0-9]+(?:\.[0-9]+)*[a-z]?"
_REFERENCES = (
    (r"[Aa]rticles?|[Ss]ections?", _ARTICLE, "条"),
    (r"[Cc]lauses?", _NUMBER, "第{}章"),
    (r"Annex(?:es)?", r"[IVX]+(?![A-Za-z])", "附件{}"),
    (r"[Pp]oints?", _NUMBER, "第{}点"),
    (r"[Rr]ecitals?", _NUMBER, "序言第{}条"),
    (r"[Ee]quations?", _NUMBER, "公式{}"),
    (r"Tables?", rf"(?:[A-Z]\.)?{_NUMBER}", "表{}"),
    (r"[Cc]riterion", r"\([a-z]\)", "准则{}"),
    (r"Guidance", _NUMBER, "指南{}"),
    (r"[Pp]age", _NUMBER, "第{}页"),
    (r"Parts?", r"[A-Z]", "第{}部分"),
)
_REFERENCE = re.compile("第|附件|表|公式|序言")
_BETWEEN = r"(?:, and |, | and | to )"
_READERS = tuple(
    (re.compile(rf"\b(?:{word}) ({item}(?:{_BETWEEN}{item})*)(?!\w)"), re.compile(item), written)
    for word, item, written in _REFERENCES
)
_JOINS = ((" to ", "至"), (", and ", "和"), (" and ", "和"), (", ", "、"))
_BETWEEN_REFERENCES = re.compile(rf"(?<={_HAN})(, and | and |, |; )(?={_HAN})")
_REFERENCE_SEPARATORS = {", and ": "和", " and ": "和", ", ": "、", "; ": "；"}
_BETWEEN_PARTS = re.compile(r"(?<=[0-9)]) (and|to) (?=[(0-9]|[A-Z]\.?[0-9])")
_EDITION = re.compile(rf"(?<={_HAN}) of ([0-9]{{4}})\Z")
_FIRST_KEPT = 0xE000
_PLACEHOLDER_CHARS = "[\ue000-\uf8ff]"
_BESIDE_KEPT = re.compile(
    rf"(?:(?<={_PLACEHOLDER_CHARS})|(?<=[\w）)])), (?={_PLACEHOLDER_CHARS})|(?<={_PLACEHOLDER_CHARS}), "
)
_SPACED_KEPT = re.compile(rf"(?<={_HAN}) (?={_PLACEHOLDER_CHARS})|(?<={_PLACEHOLDER_CHARS}) (?={_HAN})")
_SPACE = re.compile(rf"(?<={_HAN}) (?={_HAN})")


def format_chinese_citation(instrument: str, clause: str) -> str:
    """Write a citation."""
    title = f"《{instrument}》" if _TITLE.match(instrument) else instrument
    place = _place(clause)
    between = "，" if not _REFERENCE.match(place) else "" if title.endswith("》") else " "
    return f"{title}{between}{place}"


def _place(clause: str) -> str:
    """Write the references and descriptions of a place in Chinese."""
    described: list[str] = []

    def kept(match: re.Match[str]) -> str:
        described.append(_descriptions()[match[0]])
        return chr(_FIRST_KEPT + len(described) - 1)

    clause = _describing().sub(kept, clause)
    for pattern, item, written in _READERS:
        clause = pattern.sub(lambda match: _reference_list(match[1], item, written), clause)  # noqa: B023 -- called at once
    clause = re.sub(r"\bAnnex(?=,|\Z)", "附件", clause)
    clause = _BETWEEN_REFERENCES.sub(lambda match: _REFERENCE_SEPARATORS[match[1]], clause)
    clause = _BETWEEN_PARTS.sub(lambda match: dict(_JOINS)[f" {match[1]} "], clause)
    chinese = typeset(_SPACE.sub("", _EDITION.sub(r"（\1 年）", clause)), "zh")
    chinese = _BESIDE_KEPT.sub("，", chinese)
    chinese = _SPACED_KEPT.sub("", chinese)
    for position, text in enumerate(described):
        chinese = chinese.replace(chr(_FIRST_KEPT + position), text)
    return typeset(chinese, "zh")


@cache
def _descriptions() -> dict[str, str]:
    """Give the words that describe places, by their English."""
    descriptions: dict[str, str] = read_toml("rules.contracts", "citations.toml")["zh"]
    return descriptions


@cache
def _describing() -> re.Pattern[str]:
    """Find descriptions, the longest first, where they begin a place or stand behind a reference or a mark, and end."""
    known = "|".join(map(re.escape, sorted(_descriptions(), key=len, reverse=True)))
    return re.compile(rf"(?:(?<=\A)|(?<=[,;] )|(?<=[)0-9IVX] )|(?<=[0-9][a-z] ))(?:{known})(?=[,;]|\Z)")


def _reference_list(text: str, item: re.Pattern[str], written: str) -> str:
    """Write the items of a list, and between them what joins them."""
    chinese, position = "", 0
    for match in item.finditer(text):
        between = text[position : match.start()]
        chinese += dict(_JOINS).get(between, between) + _reference(match[0], written)
        position = match.end()
    return chinese


def _reference(item: str, written: str) -> str:
    if written == "条":
        number = item.partition("(")[0]
        chinese = f"第{number}条" if number else ""
        lettered = chain("项", repeat("目"))
        for part in _PART.findall(item):
            chinese += f"第{part}{'款' if part[0].isdecimal() else next(lettered)}"
        return chinese
    return written.format(_numeral(item) if item in _ROMAN else item)


def _numeral(roman: str) -> str:
    number = _ROMAN.index(roman) + 1
    if number <= len(_ONES):
        return _ONES[number - 1]
    return "二十" if number == len(_ROMAN) else f"十{_ONES[number - 11]}"
