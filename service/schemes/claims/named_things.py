"""Things in claims: noun, class and unit of the footprint.

A thing is known by its noun in `things.toml`, or by a determiner such as "our".
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from rules.claims import Candidate
from rules.contracts import read_toml
from service.schemes.claims.clause_analysis import (
    CHINESE,
    HEAD_FIRST,
    ClaimClause,
    capitalize_first,
    clause_beginnings,
    clause_noun,
)

_FIRM_LEVELS = frozenset({"trader", "site", "brand", "event"})
_MAX_SHORT_CLAUSE_WORDS = 5
_MAX_AMBIGUOUS_LENGTH = 3
"""Endings up to this length are ambiguous, such as "ost" in "post"."""
_READER_PHRASES = re.compile("[为替帮][您你]")
_DEFAULT_CLASS, _FIRM_CLASS = "production", "firm"
_NOUN_ENDINGS = {
    "de": "(e|n|en|er|s|es)?",
    "nl": "(s|en|n)?",
    "da": "(en|et|er|erne|n|r|ne)?",
    "sv": "(en|et|n|t|ar|er|na|erna|arna)?",
    CHINESE: "",
}


class NamedThing(NamedTuple):
    """A thing named in a claim. `of` is its kind, `unit` the unit of its footprint.

    `aspect` is the sentence proposed instead of the footprint, if any.
    """

    noun: str
    of: str
    unit: str
    standard: str
    aspect: str | None


def name_thing(clause: ClaimClause, candidate: Candidate, *, any_noun: bool) -> NamedThing | None:
    """Return the thing in a clause: its noun, a service, or the firm. None if unknown.

    `any_noun` accepts unknown concrete nouns.
    """
    noun, firm = _noun(clause), clause.words["firm"]
    entry = None if noun in (None, firm) else _class_of(str(noun), clause)
    if noun == firm or (noun is None and _is_firm(clause)):
        return firm_itself(clause)
    if noun is not None and entry is not None:
        is_speaker = entry["id"] == _FIRM_CLASS and clause.contains("first")
        return _build_thing(str(firm) if is_speaker else noun, entry, clause)
    if noun is not None and (_has_determiner(noun, clause) or (any_noun and _is_concrete_noun(noun, clause))):
        of_firm = candidate.level is not None and candidate.level.level in _FIRM_LEVELS
        return _build_thing(noun, _entry(_FIRM_CLASS) if of_firm else None, clause)
    return _find_service(clause)


def _noun(clause: ClaimClause) -> str | None:
    """Return the noun, unless it is the verb of a service or a phrase about the reader."""
    noun = clause_noun(clause) or _first_noun(clause)
    return None if noun is None or _is_act(noun, clause.language) or _READER_PHRASES.search(noun) else noun


def name_actor(clause: ClaimClause) -> NamedThing | None:
    """Return the thing that uses something, as in "our dishwasher uses"."""
    nouns = [noun for noun in clause_beginnings(clause) if noun != clause.words["firm"] and _class_of(noun, clause)]
    if not nouns:
        return None
    noun = nouns[0 if clause.language in HEAD_FIRST else -1]
    return _build_thing(noun, _class_of(noun, clause), clause)


def firm_itself(clause: ClaimClause) -> NamedThing:
    """Return the speaking firm."""
    return _build_thing(str(clause.words["firm"]), _entry(_FIRM_CLASS), clause)


def _is_act(word: str, language: str) -> bool:
    """Return whether a word is the verb of a service."""
    return any(
        re.fullmatch(rf"(?:{pattern})", word.casefold())
        for entry in _things()
        for pattern in entry.get("acts", {}).get(language, {})
    )


def knows_noun(word: str, language: str) -> bool:
    """Return whether a word names a known thing."""
    return any(re.fullmatch(rf"(?:{entry['nouns'][language]})", word.casefold()) for entry in _things())


def _build_thing(noun: str, entry: dict[str, Any] | None, clause: ClaimClause) -> NamedThing:
    language, product = clause.language, _entry(_DEFAULT_CLASS)
    chosen = entry or {"of": "product", "unit": _table()["unit"]}
    return NamedThing(
        noun=noun,
        of=str(chosen["of"]),
        unit=str(chosen.get("unit", product["unit"])[language]),
        standard=str(chosen.get("standard", product["standard"])),
        aspect=chosen.get("aspect", {}).get(language),
    )


def _class_of(noun: str, clause: ClaimClause) -> dict[str, Any] | None:
    determiners = {*clause.words["own"], *clause.words["other"]}
    words = [word for word in re.split(r"\s+|(?<=[’'])", noun.casefold()) if word not in determiners]
    text, language = " ".join(words), clause.language
    matches = [
        (len(match[0]), entry)
        for entry in _things()
        if (match := _match_head(entry["nouns"][language], language, text))
    ]
    return max(matches, key=lambda each: each[0])[1] if matches else None


def _match_head(nouns: str, language: str, text: str) -> re.Match[str] | None:
    """Match the head of a noun phrase: the first word in Romance languages, else the end."""
    if language in HEAD_FIRST:
        return re.match(rf"(?:{nouns})(?![\w-])", text)
    if language == "en":
        return re.search(rf"(?<![\w])(?:{nouns})$", text)
    match = re.search(rf"(?:{nouns}){_NOUN_ENDINGS[language]}$", text)
    part = match is not None and match.start() > 0 and text[match.start() - 1].isalpha()
    return None if match is None or (part and language != CHINESE and len(match[0]) <= _MAX_AMBIGUOUS_LENGTH) else match


def _has_determiner(noun: str, clause: ClaimClause) -> bool:
    if re.search(rf"({_table()['abstract'][clause.language]})$", noun.casefold()):
        return False
    if clause.language == CHINESE:
        return any(noun.startswith(word) for word in clause.words["own"])
    return noun.split(maxsplit=1)[0].casefold() in clause.words["own"]


def _is_concrete_noun(noun: str, clause: ClaimClause) -> bool:
    table, folded = _table(), noun.casefold()
    endings = (table[group].get(clause.language) for group in ("abstract", "infinitive"))
    return not any(re.search(rf"({ending})$", folded) for ending in endings if ending)


def _first_noun(clause: ClaimClause) -> str | None:
    words = clause.text.split()
    if (
        clause.language not in HEAD_FIRST
        or not 1 < len(words) <= _MAX_SHORT_CLAUSE_WORDS
        or words[1].casefold() in {"de", "di"}
    ):
        return None
    return words[0] if knows_noun(words[0], clause.language) else None


def _is_firm(clause: ClaimClause) -> bool:
    text = clause.text.casefold()
    nouns = _entry(_FIRM_CLASS)["nouns"][clause.language]
    pattern = nouns if clause.language == CHINESE else rf"\b({nouns})\b"
    return clause.contains("first") and re.search(pattern, text) is not None


def _find_service(clause: ClaimClause) -> NamedThing | None:
    text = clause.text.casefold()
    for entry in _things():
        for pattern, noun in entry.get("acts", {}).get(clause.language, {}).items():
            if re.search(pattern, text):
                return _build_thing(capitalize_first(str(noun)), entry, clause)
    if clause.language == CHINESE:
        return None
    for entry in _things():
        name_match = (
            re.search(rf"\b(?:{entry['nouns'][clause.language]})\b", text) if entry["of"] == "service" else None
        )
        if name_match is not None:
            return _build_thing(capitalize_first(clause.text[name_match.start() : name_match.end()]), entry, clause)
    return None


def _entry(id: str) -> dict[str, Any]:
    return next(each for each in _things() if each["id"] == id)


def _things() -> list[dict[str, Any]]:
    things: list[dict[str, Any]] = _table()["thing"]
    return things


@cache
def _table() -> dict[str, Any]:
    return read_toml("service.schemes.claims", "things.toml")
