"""Text normalization with an offset map: case, accents, digits, look-alikes, Chinese variants, spelling errors.

Only one error in a long word is corrected, before its last letter, because endings are grammar.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from rules.contracts.toml_files import read_toml

_APOSTROPHES = "'‘’‚‛ʼʹ`´′"
_QUOTES = '"“”„‟«»″'
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MAX_UNIT_LETTERS = 3
_LOOKBACK_CHARS = 8
_SIGNS = "⁻⁺"
_ENDS = "。！？"  # unchanged, so that folding never adds or removes a sentence end
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
_DECOMPOSED_REPLACEMENTS = _LETTERS | str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | {"_": "-", "−": "-"})
_LOOKALIKES = str.maketrans(
    "авеһіјкӏмнорсԛѕтуԝхԁАВЕІЈКМНОРСЅТУХαεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "abehijklmhopcqstywxdABEIJKMHOPCSTYXaeikvoptuxABEZHIKMNOPTYX",
)
_LOOKALIKE = re.compile(f"[{''.join(map(chr, _LOOKALIKES))}]")
_WORD = re.compile(r"[^\W\d_]+")
_ASCII = re.compile("[a-zA-Z]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_ASCII_TEXT_PATTERN = re.compile(r"[!-~]*( [!-~]+)* ?\Z")
_WRITTEN_OUT = {"ä": "(?:ae?)", "ö": "(?:oe?)", "ü": "(?:ue?)"}
_ESCAPE = re.compile(r"(\\[pP]\{[^}]*\}|\\.|\(\?P<[^>]*>)")


class FoldedText(NamedTuple):
    """Folded text with the original position of each character; `places` is None if none moved."""

    text: str
    original: str
    places: array[int] | None

    def place(self, start: int, end: int) -> tuple[int, int]:
        if self.places is None:
            return start, end
        if start >= end:
            first = self.places[start] if start < len(self.places) else len(self.original)
            return first, first
        first, last = self.places[start], self.places[end - 1] + 1
        while last < len(self.original) and unicodedata.category(self.original[last]) in ("Mn", "Me"):
            last += 1
        return first, last


@cache
def _spaced_han_pattern() -> re.Pattern[str]:
    han = _HAN.pattern
    return re.compile(rf"(?<!{han}){han}(?: {han}){{2,}}(?!{han})")


class _FoldTable(dict[str, str]):
    def __missing__(self, character: str) -> str:
        folded = _fold_character(character)
        if len(self) < 65_536:
            self[character] = folded
        return folded


@cache
def _simplified() -> dict[str, str]:
    pair = read_toml("rules.claims.screening", "lexicons/traditional.toml")
    return dict(zip(pair["traditional"], pair["simplified"], strict=True))


def _fold_character(character: str) -> str:
    category = unicodedata.category(character)
    if character.isspace() or category == "Cc":
        return " "
    if category in ("Cf", "Mn", "Me", "Cs"):
        return ""
    if character in _ENDS:
        return character
    if category == "Pd" or character in "−_":
        return "-"
    if character in _APOSTROPHES:
        return "'"
    if character in _QUOTES:
        return '"'
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    simplified = _simplified()
    decomposed = "".join([simplified.get(mark, mark) for mark in decomposed.translate(_DECOMPOSED_REPLACEMENTS)])
    visible = "".join(mark for mark in decomposed if unicodedata.category(mark) not in ("Cf", "Mn", "Me", "Cs"))
    return " ".join(visible.split()) if visible.strip() else ("" if not visible else " ")


_FOLDS = _FoldTable()


def replace_lookalikes(text: str) -> str:
    """Replace letters that resemble Latin ones in words that also have Latin letters."""
    if not _LOOKALIKE.search(text):
        return text
    return _WORD.sub(lambda word: word[0].translate(_LOOKALIKES) if _ASCII.search(word[0]) else word[0], text)


def fold(text: str) -> FoldedText:
    """Normalize a text for matching."""
    if text.isascii() and _ASCII_TEXT_PATTERN.match(text):
        return FoldedText(text.lower().replace("`", "'").replace("_", "-"), text, None)
    folded: list[str] = []
    positions = array("q")
    space = False
    wraps: set[int] = set()
    for position, character in enumerate(text):
        if character == "\n" and len(folded) > 1 and folded[-1] == "-" and folded[-2].isalnum():
            if folded[-2].isalpha():  # join a word divided at the end of a line
                folded.pop()
                positions.pop()
            space = True  # suppress a space within the word
            continue
        for mark in "*" if character in _RAISED and _is_note(text, position) else _FOLDS[character]:
            if mark == " ":
                if character == "\n":
                    wraps.add(len(folded) - space)
                if space:
                    continue
                space = True
            else:
                space = False
            folded.append(mark)
            positions.append(position)
    return _without_han_gaps(replace_lookalikes("".join(folded)), text, positions, wraps)


def _is_note(text: str, position: int) -> bool:
    """Return whether a raised digit marks a footnote, unlike in CO² or km³."""
    before = text[max(position - _LOOKBACK_CHARS, 0) : position].rstrip(_RAISED)
    if not before:
        return True
    if before[-1].isdigit() or before[-1] in _SIGNS:
        return False
    word = before[-_MAX_UNIT_LETTERS - 1 :]
    return (
        not before[-1].isalpha()
        or _HAN.match(before[-1]) is not None
        or (len(word) > _MAX_UNIT_LETTERS and word.isalpha())
    )


def _without_han_gaps(folded: str, text: str, positions: array[int], wraps: set[int]) -> FoldedText:
    if not _HAN.search(folded):
        return FoldedText(folded, text, positions)
    gaps = {
        position
        for position in wraps
        if _HAN.match(folded[position - 1 : position]) and _HAN.match(folded[position + 1 :][:1])
    }
    for run in _spaced_han_pattern().finditer(folded):
        gaps.update(range(run.start() + 1, run.end(), 2))
    remaining = [position for position in range(len(folded)) if position not in gaps]
    return FoldedText(
        "".join(folded[position] for position in remaining),
        text,
        array("q", (positions[position] for position in remaining)),
    )


def fold_pattern(pattern: str) -> str:
    """Fold a regular expression like the text that it matches. Escapes stay, and ä matches a or ae."""
    parts = _ESCAPE.split(pattern)
    return "".join(
        part if number % 2 else "".join(_WRITTEN_OUT.get(character) or _FOLDS[character] for character in part)
        for number, part in enumerate(parts)
    )


_SHORTEST = 7
_SPELLED_WORD = re.compile(rf"[a-z]{{{_SHORTEST},}}")


class _SpellingIndex(NamedTuple):
    words: frozenset[str]
    endings: tuple[str, ...]
    lacking: Mapping[str, frozenset[str]]


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    return read_toml("rules.claims.screening", "lexicons/spelled.toml")


@cache
def _correct_words() -> frozenset[str]:
    return frozenset(word for known in _words().values() for word in known["words"])


@cache
def _spelling_index(language: str) -> _SpellingIndex | None:
    known = _words().get(language)
    if known is None:
        return None
    lacking: dict[str, set[str]] = {}
    for word in known["words"]:
        for less in (word, *_deletion_variants(word)):
            lacking.setdefault(less, set()).add(word)
    endings = ("", *sorted(known["endings"], key=len, reverse=True))
    return _SpellingIndex(
        frozenset(known["words"]), endings, {less: frozenset(words) for less, words in lacking.items()}
    )


def correct_spelling(folded: FoldedText, languages: tuple[str, ...]) -> FoldedText:
    """Correct misspelled claim words; each letter maps to the position of the typed letter."""
    corrections = [
        (word.start(), word.end(), meant)
        for word in _SPELLED_WORD.finditer(folded.text)
        if (meant := _find_correction(word.group(), languages)) is not None
    ]
    if not corrections:
        return folded
    original_positions = folded.places if folded.places is not None else range(len(folded.text))
    text: list[str] = []
    positions = array("q")
    done = 0
    for start, end, meant in corrections:
        text += (folded.text[done:start], meant)
        positions.extend(original_positions[done:start])
        positions.extend(original_positions[start + min(at, end - start - 1)] for at in range(len(meant) - 1))
        positions.append(original_positions[end - 1])
        done = end
    text.append(folded.text[done:])
    positions.extend(original_positions[done:])
    return FoldedText("".join(text), folded.original, positions)


@lru_cache(65_536)
def _find_correction(word: str, languages: tuple[str, ...]) -> str | None:
    if word in _correct_words():
        return None
    spelled = [known for known in map(_spelling_index, languages) if known is not None]
    corrections: set[str] = set()
    for known in spelled:
        for ending in known.endings:
            stem = word.removesuffix(ending)
            if not word.endswith(ending) or len(stem) < _SHORTEST:
                continue
            if stem in known.words:
                return None
            near = {meant for less in (stem, *_deletion_variants(stem)) for meant in known.lacking.get(less, ())}
            corrections.update(meant + ending for meant in near if _is_single_typo(stem, meant))
    return corrections.pop() if len(corrections) == 1 else None


def _deletion_variants(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _is_single_typo(typed: str, meant: str) -> bool:
    if typed[0] != meant[0] or typed[-1] != meant[-1]:
        return False
    shorter = min(len(typed), len(meant))
    same = next((at for at in range(shorter) if typed[at] != meant[at]), shorter)
    left, right = typed[same:], meant[same:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] or left == right[1:] or left[1:] == right
