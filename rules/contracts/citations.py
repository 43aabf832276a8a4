"""Citations in each language, from the English instrument and clause of a scorecard.

In Chinese, "Article 5(1)" becomes 第5条第1款. `citations.toml` translates descriptions; titles and unknown words stay
unchanged. The patterns are texts, because compiling them at import would delay every command.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain, repeat

from rules.contracts.toml_files import read_toml
from rules.contracts.typesetting import typeset

_HAN = r"[\u3400-\u9fff]"
_TITLE = rf"{_HAN}+\Z"
_ROMAN = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
    "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX",
)  # fmt: skip
_DIGITS = "一二三四五六七八九十"
_PART = r"\(([^()]+)\)"
_INSIDE = r"(?:\([0-9]+[a-z]?\)|\([a-z](?:\.[0-9]+)?\)|\([ivx]+\))"
_ARTICLE = rf"(?:(?:[IVXL]+\.)?[0-9]+[a-z]?{_INSIDE}*|{_INSIDE}+)"
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
_REFERENCE = "第|附件|表|公式|序言"
_BETWEEN = r"(?:, and |, | and | to )"
_READERS = tuple(
    (rf"\b(?:{word}) ({item}(?:{_BETWEEN}{item})*)(?!\w)", item, written) for word, item, written in _REFERENCES
)
_JOINS = ((" to ", "至"), (", and ", "和"), (" and ", "和"), (", ", "、"))
_BETWEEN_REFERENCES = rf"(?<={_HAN})(, and | and |, |; )(?={_HAN})"
_REFERENCE_SEPARATORS = {", and ": "和", " and ": "和", ", ": "、", "; ": "；"}
_BETWEEN_PARTS = r"(?<=[0-9)]) (and|to) (?=[(0-9]|[A-Z]\.?[0-9])"
_EDITION = rf"(?<={_HAN}) of ([0-9]{{4}})\Z"
_FIRST_PLACEHOLDER = 0xE000
_PLACEHOLDER_CHARS = "[\ue000-\uf8ff]"
_PLACEHOLDER_COMMA = (
    rf"(?:(?<={_PLACEHOLDER_CHARS})|(?<=[\w）)])), (?={_PLACEHOLDER_CHARS})|(?<={_PLACEHOLDER_CHARS}), "
)
_PLACEHOLDER_SPACE = rf"(?<={_HAN}) (?={_PLACEHOLDER_CHARS})|(?<={_PLACEHOLDER_CHARS}) (?={_HAN})"
_SPACE = rf"(?<={_HAN}) (?={_HAN})"


@lru_cache(maxsize=4_096)
def format_citation(instrument: str, clause: str, language: str) -> str:
    """Return a citation in Chinese (`zh`) or English."""
    if language != "zh":
        return f"{instrument}, {clause}"
    title = f"《{instrument}》" if re.match(_TITLE, instrument) else instrument
    location = _translate_clause(clause)
    between = "，" if not re.match(_REFERENCE, location) else "" if title.endswith("》") else " "
    return f"{title}{between}{location}"


def _translate_clause(clause: str) -> str:
    described: list[str] = []

    def hide_description(match: re.Match[str]) -> str:
        described.append(_descriptions()[match[0]])
        return chr(_FIRST_PLACEHOLDER + len(described) - 1)

    clause = _description_pattern().sub(hide_description, clause)
    for pattern, item, written in _READERS:
        clause = re.sub(pattern, lambda match: _reference_list(match[1], item, written), clause)  # noqa: B023 -- called immediately
    clause = re.sub(r"\bAnnex(?=,|\Z)", "附件", clause)
    clause = re.sub(_BETWEEN_REFERENCES, lambda match: _REFERENCE_SEPARATORS[match[1]], clause)
    clause = re.sub(_BETWEEN_PARTS, lambda match: dict(_JOINS)[f" {match[1]} "], clause)
    chinese = typeset(re.sub(_SPACE, "", re.sub(_EDITION, r"（\1 年）", clause)), "zh")
    chinese = re.sub(_PLACEHOLDER_COMMA, "，", chinese)
    chinese = re.sub(_PLACEHOLDER_SPACE, "", chinese)
    for position, text in enumerate(described):
        chinese = chinese.replace(chr(_FIRST_PLACEHOLDER + position), text)
    return typeset(chinese, "zh")


@cache
def _descriptions() -> dict[str, str]:
    descriptions: dict[str, str] = read_toml("rules.contracts", "citations.toml")["zh"]
    return descriptions


@cache
def _description_pattern() -> re.Pattern[str]:
    known = "|".join(map(re.escape, sorted(_descriptions(), key=len, reverse=True)))
    return re.compile(rf"(?:(?<=\A)|(?<=[,;] )|(?<=[)0-9IVX] )|(?<=[0-9][a-z] ))(?:{known})(?=[,;]|\Z)")


def _reference_list(text: str, item: str, written: str) -> str:
    chinese, position = "", 0
    for match in re.finditer(item, text):
        between = text[position : match.start()]
        chinese += dict(_JOINS).get(between, between) + _reference(match[0], written)
        position = match.end()
    return chinese


def _reference(item: str, written: str) -> str:
    if written == "条":
        number = item.partition("(")[0]
        chinese = f"第{number}条" if number else ""
        lettered = chain("项", repeat("目"))
        for part in re.findall(_PART, item):
            chinese += f"第{part}{'款' if part[0].isdecimal() else next(lettered)}"
        return chinese
    return written.format(_numeral(item) if item in _ROMAN else item)


def _numeral(roman: str) -> str:
    number = _ROMAN.index(roman) + 1
    if number <= len(_DIGITS):
        return _DIGITS[number - 1]
    return "二十" if number == len(_ROMAN) else f"十{_DIGITS[number - 11]}"
