"""Circumstances excluded in good faith, or because the text does not mention them (`circumstances.toml`).

Only facts about the text itself can make a verdict milder. Questions about circumstances are last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from rules.claims.claim_readings import FactValues
from rules.claims.screening.candidates import CLAIM_TYPES, Candidate
from rules.claims.screening.folding import fold
from rules.claims.screening.proposals import has_absolute_wording
from rules.claims.screening.toml_validation import TomlSource
from rules.claims.what_if import SupposedValues
from rules.contracts.inputs import FrozenModel


class _AbsenceRule(FrozenModel):
    fact: Annotated[str, Field(min_length=1)]
    value: str
    unless: Annotated[str, Field(min_length=1)]
    but_for: frozenset[str] = frozenset()
    where: Literal["text", "sentence"] = "text"
    settles: bool = False


class _CircumstanceFile(FrozenModel):
    absent: tuple[_AbsenceRule, ...]
    good_faith: dict[str, str]


class _Circumstance(NamedTuple):
    fact: str
    value: tuple[str, ...]
    words: re.Pattern[str]
    but_for: frozenset[str]
    in_sentence: bool
    settles: bool


def read_circumstances(form: TomlSource) -> tuple[tuple[_Circumstance, ...], SupposedValues]:
    """Read the circumstances and the good-faith values.

    Raises:
        ClaimLexiconError: If the file is invalid.
    """
    file, circumstances = form.read(_CircumstanceFile), list[_Circumstance]()
    for number, entry in enumerate(file.absent):
        for kind in sorted(entry.but_for.difference(CLAIM_TYPES)):
            form.blame(("absent", number, "but_for"), f"names {kind!r}, which is no claim type")
        try:
            words = re.compile(entry.unless)
        except re.error as error:
            form.blame(("absent", number, "unless"), f"is no pattern: {error}")
            continue
        value = (entry.value,) if entry.value else ()
        circumstances.append(
            _Circumstance(entry.fact, value, words, entry.but_for, entry.where == "sentence", entry.settles)
        )
    form.settle()
    return tuple(circumstances), {fact: (value,) for fact, value in file.good_faith.items()}


_ABSENT, GOOD_FAITH = read_circumstances(TomlSource.of("circumstances.toml", "rules.claims"))
_FLAGS = {"yes": "true", "no": "false"}
_ON_OFFSETS = ("offsets_used", "lca_offsets_in_total")


class ExcludedCircumstances:
    """Circumstances excluded by a text for its claims. The text is searched once."""

    def __init__(self, text: str) -> None:
        folded = fold(text).text
        self._unmentioned = tuple(each for each in _ABSENT if each.settles and each.words.search(folded) is None)
        self._possibly_absent = tuple(
            circumstance
            for circumstance in _ABSENT
            if circumstance.in_sentence or circumstance.words.search(folded) is None
        )

    def unmentioned(self, candidate: Candidate, types: Iterable[str]) -> FactValues:
        kinds = frozenset(types)
        values: dict[str, tuple[str, ...]] = {
            each.fact: tuple(_FLAGS.get(value, value) for value in each.value)
            for each in self._unmentioned
            if not kinds & each.but_for
        }
        if not candidate.superlative and "absolute" not in kinds and not has_absolute_wording(candidate):
            values["absolute_wording"] = ("false",)
        return values

    def absent(self, candidate: Candidate, types: Iterable[str]) -> SupposedValues:
        """Return the values assumed for circumstances that the text does not mention, except good-faith values."""
        kinds, sentence = frozenset(types), fold(candidate.sentence.quote).text
        values: SupposedValues = {
            circumstance.fact: circumstance.value
            for circumstance in self._possibly_absent
            if not kinds & circumstance.but_for
            and not (circumstance.in_sentence and circumstance.words.search(sentence))
        }
        if any(each.kind == "offset" for each in candidate.qualifiers):
            values = {fact: value for fact, value in values.items() if fact not in _ON_OFFSETS}
        if candidate.asserted_scope != "whole":
            values["evidence_covers"] = ("all_asserted",)
        if not candidate.numbers:
            values["figures_quoted"] = ("no",)
        if not candidate.superlative and "absolute" not in kinds:
            values["absolute_wording"] = ("no",)
        return values
