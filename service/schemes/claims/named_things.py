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
_FIRST_WORDS = 4
_NOT_IN_CHINESE_NOUN = "，。、！是的为把将让每喝吃用买选请以从在到对有更"
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
    """Return the thing in a clause: its noun, its first words, a service, or the firm. None if unknown.

    `any_noun` accepts unknown concrete nouns.
    """
    noun, firm = _noun(clause), clause.words["firm"]
    entry = None if noun in (None, firm) else _class_of(str(noun), clause)
    if noun == firm or (noun is None and _is_firm(clause)):
        return firm_itself(clause)
    if noun is not None and entry is not None:
        is_speaker = entry["id"] == _FIRM_CLASS and clause.contains("first")
        return _build_thing(str(firm) if is_speaker else noun, entry, clause)
    if noun is not None and (_is_own(noun, clause) or (any_noun and _is_concrete_noun(noun, clause))):
        of_firm = _is_name(noun, clause) or (candidate.level is not None and candidate.level.level in _FIRM_LEVELS)
        return _build_thing(noun, _entry(_FIRM_CLASS) if of_firm else None, clause)
    return _thing_at_start(clause, candidate) or _find_service(clause)


def default_unit(language: str) -> str:
    """Return the unit of a thing of unknown class."""
    return str(_table()["unit"][language])


def aspects(language: str) -> tuple[str, ...]:
    """Return the sentences on one aspect of a thing."""
    return tuple(str(entry["aspect"][language]) for entry in _things() if "aspect" in entry)


def _noun(clause: ClaimClause) -> str | None:
    """Return the noun without vague words, unless it is the verb of a service or a phrase about the reader."""
    noun = clause_noun(clause) or _first_noun(clause)
    if noun is None or _is_act(noun, clause.language) or _READER_PHRASES.search(noun) or re.search(r"\d", noun):
        return None
    return _without_vague_words(noun, clause)


def _without_vague_words(noun: str, clause: ClaimClause) -> str | None:
    remaining = noun
    for word in sorted(clause.vague_words, key=len, reverse=True):
        remaining = re.sub(rf"(?i)(?<!\w){re.escape(word)}(?!\w)", "", remaining)
    remaining = " ".join(remaining.split())
    if remaining == noun:
        return noun
    words = [
        each for each in remaining.split() if each.casefold() not in {*clause.words["own"], *clause.words["other"]}
    ]
    return capitalize_first(remaining) if words else None


def _thing_at_start(clause: ClaimClause, candidate: Candidate) -> NamedThing | None:
    """Return the known thing that is the first word of a clause, or follows its article."""
    if clause.is_question:
        return None
    if clause.language == CHINESE:
        return _chinese_thing_at_start(clause)
    words = [each for each in (word.strip(",.«»“”\"'()!") for word in clause.text.split()[:_FIRST_WORDS]) if each]
    articles = {*clause.words["own"], *clause.words["other"]}
    first = next((number for number, word in enumerate(words) if word.casefold() not in articles), len(words))
    noun = "".join(words[first : first + 1])
    entry = _class_of(noun, clause) if noun and noun.casefold() not in clause.vague_words else None
    if entry is None and first and clause.language == "de" and _is_own(" ".join(words[: first + 1]), clause):
        of_firm = candidate.level is not None and candidate.level.level in _FIRM_LEVELS
        own = " ".join(words[: first + 1])
        return _build_thing(own, _entry(_FIRM_CLASS) if of_firm else None, clause) if noun[:1].isupper() else None
    if entry is None or noun.endswith("-"):
        return None
    article = [word for word in words[:first] if word.casefold() in clause.words["speaking"]]
    return _build_thing(capitalize_first(" ".join((*article, noun))), entry, clause)


def _chinese_thing_at_start(clause: ClaimClause) -> NamedThing | None:
    text = clause.text.strip()
    own = next((word for word in clause.words["own"] if text.startswith(word)), "")
    rest = text.removeprefix(own)
    for entry in _things():
        match = re.match(rf"(?:一[款种个])?([^{_NOT_IN_CHINESE_NOUN}]{{0,3}}?(?:{entry['nouns'][CHINESE]}))", rest)
        if match is not None and not any(word in match[1] for word in clause.vague_words):
            return _build_thing(own + match[1], entry, clause)
    return None


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


def _is_own(noun: str, clause: ClaimClause) -> bool:
    """Return whether a noun has a determiner such as "our" or "this"."""
    if re.search(rf"({_table()['abstract'][clause.language]})$", noun.casefold()):
        return False
    if clause.language == CHINESE:
        return any(noun.startswith(word) for word in clause.words["own"])
    return noun.split(maxsplit=1)[0].casefold() in clause.words["speaking"]


def _is_name(noun: str, clause: ClaimClause) -> bool:
    """Return whether a noun is a proper name, which is that of a firm."""
    if clause.language in {"de", CHINESE}:
        return False
    words = noun.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def _is_concrete_noun(noun: str, clause: ClaimClause) -> bool:
    table, folded = _table(), noun.casefold()
    endings = (table[group].get(clause.language) for group in ("abstract", "infinitive"))
    words = folded.split()
    verbs = (word for word in words if word not in clause.words["own"] and re.search(clause.words["first"], word))
    if clause.language != CHINESE and (words[0] in clause.words["own"] or any(verbs)):
        return False
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
