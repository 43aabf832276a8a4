"""Things that claims are about: the name that can stand alone, the class of thing, and the unit of its footprint.

A thing is known if its noun is in `things.toml`, or if the clause points at it, as in "our" or "this".
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
_SHORT = 5
"""A clause of so many words is about the thing with which it begins."""
_SHORT_END = 3
"""An end of so few letters may be that of any word, as "ost" of "post"."""
_FOR_READERS = re.compile("[为替帮][您你]")
"""A Chinese clause about what is done for readers, which is no name of a thing."""
_DEFAULT, _FIRM = "production", "firm"
"""The classes whose unit, and whose sentence, are taken where nothing else is known."""
_LAST = {
    "de": "(e|n|en|er|s|es)?",
    "nl": "(s|en|n)?",
    "da": "(en|et|er|erne|n|r|ne)?",
    "sv": "(en|et|n|t|ar|er|na|erna|arna)?",
    CHINESE: "",
}
"""Endings of nouns that are written as one word with what stands before them."""


class NamedThing(NamedTuple):
    """What a claim is about: a noun as it can stand alone, and what is proposed of such things.

    `of` says whether it is a product, a service, a firm or money; `aspect` is the sentence about such a thing, if there
    is another than that on its footprint, which is measured `unit` by `unit`.
    """

    noun: str
    of: str
    unit: str
    standard: str
    aspect: str | None


def name_thing(clause: ClaimClause, candidate: Candidate, *, any_noun: bool) -> NamedThing | None:
    """Name what a clause is about: a noun, the service that its verb names, or the firm that speaks.

    With `any_noun` also a noun that is not known counts, if it is none of an idea and no verb.
    """
    noun = clause_noun(clause) or _first_word(clause)
    if noun is not None and (is_act(noun, clause.language) or _FOR_READERS.search(noun)):
        noun = None
    if noun is not None and noun != clause.words["firm"]:
        entry = _class_of(noun, clause)
        if entry is not None and entry["id"] == _FIRM and clause.says("first"):
            return _named(str(clause.words["firm"]), entry, clause)
        if entry is not None:
            return _named(noun, entry, clause)
        if _is_pointed_at(noun, clause) or (any_noun and _is_noun(noun, clause)):
            of_firm = candidate.level is not None and candidate.level.level in _FIRM_LEVELS
            return _named(noun, _entry(_FIRM) if of_firm else None, clause)
    if noun == clause.words["firm"] or (noun is None and _is_firm(clause)):
        return _named(str(clause.words["firm"]), _entry(_FIRM), clause)
    return _service(clause)


def name_actor(clause: ClaimClause) -> NamedThing | None:
    """Name the thing of which the clause tells what it uses, as in "our dishwasher uses"."""
    nouns = [noun for noun in clause_beginnings(clause) if noun != clause.words["firm"] and _class_of(noun, clause)]
    if not nouns:
        return None
    noun = nouns[0 if clause.language in HEAD_FIRST else -1]
    return _named(noun, _class_of(noun, clause), clause)


def firm_itself(clause: ClaimClause) -> NamedThing:
    """Name the firm that speaks."""
    return _named(str(clause.words["firm"]), _entry(_FIRM), clause)


def is_act(word: str, language: str) -> bool:
    """Say whether a word is the verb of a service, and no noun."""
    return any(
        re.fullmatch(rf"(?:{pattern})", word.casefold())
        for entry in _things()
        for pattern in entry.get("acts", {}).get(language, {})
    )


def knows_noun(word: str, language: str) -> bool:
    """Say whether a word names a thing in a language."""
    return any(re.fullmatch(rf"(?:{entry['nouns'][language]})", word.casefold()) for entry in _things())


def _named(noun: str, entry: dict[str, Any] | None, clause: ClaimClause) -> NamedThing:
    language, product = clause.language, _entry(_DEFAULT)
    chosen = entry or {"of": "product", "unit": _table()["unit"]}
    return NamedThing(
        noun=noun,
        of=str(chosen["of"]),
        unit=str(chosen.get("unit", product["unit"])[language]),
        standard=str(chosen.get("standard", product["standard"])),
        aspect=chosen.get("aspect", {}).get(language),
    )


def _class_of(noun: str, clause: ClaimClause) -> dict[str, Any] | None:
    """Give the class of the head of a noun phrase; the word that names most of it counts."""
    determiners = {*clause.words["own"], *clause.words["other"]}
    words = [word for word in re.split(r"\s+|(?<=[’'])", noun.casefold()) if word not in determiners]
    text, language = " ".join(words), clause.language
    named = [
        (len(match[0]), entry) for entry in _things() if (match := _head(entry["nouns"][language], language, text))
    ]
    return max(named, key=lambda each: each[0])[1] if named else None


def _head(nouns: str, language: str, text: str) -> re.Match[str] | None:
    """Find the head of a noun phrase: its first word in Romance languages, its end in others."""
    if language in HEAD_FIRST:
        return re.match(rf"(?:{nouns})(?![\w-])", text)
    if language == "en":
        return re.search(rf"(?<![\w])(?:{nouns})$", text)
    match = re.search(rf"(?:{nouns}){_LAST[language]}$", text)
    part = match is not None and match.start() > 0 and text[match.start() - 1].isalpha()
    return None if match is None or (part and language != CHINESE and len(match[0]) <= _SHORT_END) else match


def _is_pointed_at(noun: str, clause: ClaimClause) -> bool:
    """Say whether "our", "this" or the like stands before a noun of something that is not only thought of."""
    if re.search(rf"({_table()['abstract'][clause.language]})$", noun.casefold()):
        return False
    if clause.language == CHINESE:
        return any(noun.startswith(word) for word in clause.words["own"])
    return noun.split(maxsplit=1)[0].casefold() in clause.words["own"]


def _is_noun(noun: str, clause: ClaimClause) -> bool:
    """Say whether a word is that of a thing, and neither of an idea nor an infinitive."""
    table, folded = _table(), noun.casefold()
    endings = (table[group].get(clause.language) for group in ("abstract", "infinitive"))
    return not any(re.search(rf"({ending})$", folded) for ending in endings if ending)


def _first_word(clause: ClaimClause) -> str | None:
    """Give the noun with which a short clause begins, where nouns stand first."""
    words = clause.text.split()
    if clause.language not in HEAD_FIRST or not 1 < len(words) <= _SHORT or words[1].casefold() in {"de", "di"}:
        return None
    return words[0] if knows_noun(words[0], clause.language) else None


def _is_firm(clause: ClaimClause) -> bool:
    """Say whether the firm that speaks is what the clause is about."""
    text = clause.text.casefold()
    nouns = _entry(_FIRM)["nouns"][clause.language]
    whole = nouns if clause.language == CHINESE else rf"\b({nouns})\b"
    return clause.says("first") and re.search(whole, text) is not None


def _service(clause: ClaimClause) -> NamedThing | None:
    """Name the service that a verb of the clause stands for, or that is named anywhere in it."""
    text = clause.text.casefold()
    for entry in _things():
        for pattern, noun in entry.get("acts", {}).get(clause.language, {}).items():
            if re.search(pattern, text):
                return _named(capitalize_first(str(noun)), entry, clause)
    if clause.language == CHINESE:
        return None
    for entry in _things():
        named = re.search(rf"\b(?:{entry['nouns'][clause.language]})\b", text) if entry["of"] == "service" else None
        if named is not None:
            return _named(capitalize_first(clause.text[named.start() : named.end()]), entry, clause)
    return None


def _entry(id: str) -> dict[str, Any]:
    return next(each for each in _things() if each["id"] == id)


def _things() -> list[dict[str, Any]]:
    things: list[dict[str, Any]] = _table()["thing"]
    return things


@cache
def _table() -> dict[str, Any]:
    return read_toml("service.schemes.claims", "things.toml")
