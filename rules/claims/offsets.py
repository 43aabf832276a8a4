"""Offset disclosure: statements anywhere in a text that a neutrality claim does or does not use offsets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rules.claims.climate_effect import ON_CARBON
from rules.claims.presentation import HiddenText
from rules.claims.prominence import TextFinding
from rules.claims.screening.assembly import Sentence, is_unrelated_to_claim, levels, names_only_speaker, qualifiers
from rules.claims.screening.candidates import Candidate, Level, QualifierKind, TextSpan
from rules.claims.screening.folding import fold
from rules.claims.screening.languages import SCREENED_LANGUAGES
from rules.claims.screening.lexicon import lexicon
from rules.claims.screening.proposals import ProposedFact
from rules.claims.screening.screen import split_sentences

_BY_OFFSETS = "neutral_offset"
_TYPES_DEPENDING_ON_OFFSETS = frozenset({_BY_OFFSETS, "neutral_no_offset", "negative_carbon"})
_KINDS: tuple[QualifierKind, ...] = ("offset", "no_offset")
_NOTE = re.compile(r"[(\[]?[*†‡]|\d{1,2}\)|[(\[]\d{1,2}[)\]]")


class OffsetStatement(NamedTuple):
    """Words that state whether offsets are used, and their subjects."""

    span: TextSpan
    used: bool
    about: frozenset[Level] = frozenset()

    def bears_on(self, claim: Candidate) -> bool:
        return not is_unrelated_to_claim(None if claim.level is None else claim.level.level, self.about)

    def meets(self, other: OffsetStatement) -> bool:
        return self.span.start < other.span.end and other.span.start < self.span.end


def _is_silent_on_offsets(claim: Candidate) -> bool:
    if claim.negated or not _TYPES_DEPENDING_ON_OFFSETS.intersection(claim.kinds) or _BY_OFFSETS in claim.types:
        return False
    return not any(each.kind in _KINDS for each in claim.qualifiers)


def nearest_offset_statements(text: str, candidates: Sequence[Candidate]) -> dict[Candidate, OffsetStatement]:
    """Return the nearest offset statement for each claim that is silent on offsets.

    Use takes priority: a text that denies some offsets may use others.
    """
    silent = [each for each in candidates if _is_silent_on_offsets(each)]
    known = list(_offset_statements(text, candidates, {each.language for each in candidates})) if silent else []
    statements: dict[Candidate, OffsetStatement] = {}
    for claim in silent:
        near = [each for each in known if each.bears_on(claim)]
        if near:
            statements[claim] = min(near, key=lambda each: (not each.used, abs(each.span.start - claim.start)))
    return statements


def _offset_statements(text: str, candidates: Sequence[Candidate], languages: set[str]) -> Iterator[OffsetStatement]:
    claimed = [
        OffsetStatement(each.plain, used=True, about=_levels_named(fold(each.sentence.quote).text, each.language))
        for each in candidates
        if _BY_OFFSETS in each.types and not each.negated
    ]
    yield from claimed
    folded = fold(text).text
    wanted = [
        language
        for language in SCREENED_LANGUAGES
        if language in languages and any(lexicon(language).qualifiers[kind].found(folded) for kind in _KINDS)
    ]
    for sentence in split_sentences(text) if wanted else ():
        if not sentence.folded.text.rstrip().endswith("?"):
            for language in wanted:
                statements = _statements_in(sentence, language)
                yield from (statement for statement in statements if not any(statement.meets(each) for each in claimed))


def _statements_in(sentence: Sentence, language: str) -> Iterator[OffsetStatement]:
    folded = sentence.folded.text
    for kind, start, end in qualifiers(folded, language):
        if kind in _KINDS and _is_clear_without_context(folded, start, end):
            span = TextSpan(**sentence.place(start, end))
            yield OffsetStatement(span, used=kind == "offset", about=_levels_named(folded, language))


def _levels_named(folded: str, language: str) -> frozenset[Level]:
    return (
        frozenset(level for level, *_ in levels(folded, lexicon(language)))
        if language in SCREENED_LANGUAGES
        else frozenset()
    )


def _is_clear_without_context(folded: str, start: int, end: int) -> bool:
    return bool(ON_CARBON.search(folded) or _NOTE.match(folded)) or 3 * (end - start) >= 2 * len(folded.strip())


def offset_facts(
    text: str,
    candidates: Sequence[Candidate],
    text_findings: Iterable[TextFinding],
    withheld: Iterable[HiddenText] = (),
) -> dict[Candidate, tuple[ProposedFact, ...]]:
    """Return the facts on offsets that the whole text states about claims that are silent on them.

    An offset claim without a subject inherits that of the claim it explains.
    """
    hard = defaultdict[TextSpan, list[TextFinding]](list)
    for each in text_findings:
        hard[each.claim].append(each)
    statements = nearest_offset_statements(text, candidates)
    shown: dict[Candidate, tuple[ProposedFact, ...]] = {}
    for claim in filter(_is_silent_on_offsets, candidates):
        noted = (used for each in hard.get(claim.plain, ()) for used in _offset_uses(each.withheld, claim.language))
        elsewhere = (used for each in withheld for used in _plain_offset_uses(each.words, claim))
        seen = next(noted, next(elsewhere, None))
        if claim in statements:
            shown[claim] = tuple(_facts(statements[claim].span, used=statements[claim].used))
        elif seen is not None:
            shown[claim] = tuple(_facts(claim.plain, used=seen))
    for claim in candidates:
        if _BY_OFFSETS in claim.types and not claim.negated and not _sentence_names_subject(claim):
            shown[claim] = tuple(_inherited_subject(claim, candidates, statements))
    return shown


def _sentence_names_subject(claim: Candidate) -> bool:
    named_levels = _levels_named(fold(claim.sentence.quote).text, claim.language)
    return _claim_names_subject(claim) or bool(named_levels - {"trader"})


def _claim_names_subject(claim: Candidate) -> bool:
    level = claim.level
    return level is not None and not names_only_speaker(fold(level.quote).text, claim.language)


def _inherited_subject(
    offset_claim: Candidate, candidates: Iterable[Candidate], statements: Mapping[Candidate, OffsetStatement]
) -> Iterator[ProposedFact]:
    for claim in candidates:
        if (
            claim.level is None
            or claim.negated
            or not (_TYPES_DEPENDING_ON_OFFSETS.intersection(claim.kinds) and _claim_names_subject(claim))
        ):
            continue
        spans = [each.plain for each in claim.qualifiers if each.kind == "offset"]
        if claim in statements and statements[claim].used:
            spans.append(statements[claim].span)
        if any(span.start < offset_claim.end and offset_claim.start < span.end for span in spans):
            yield ProposedFact(path="subject.level", values=(claim.level.level,), spans=(claim.level.plain,))
            return


def _offset_uses(words: str, language: str) -> Iterator[bool]:
    for kind, _, _ in qualifiers(fold(words).text, language) if words else ():
        if kind in _KINDS:
            yield kind == "offset"


def _plain_offset_uses(words: str, claim: Candidate) -> Iterator[bool]:
    for sentence in split_sentences(words):
        for statement in _statements_in(sentence, claim.language):
            if statement.bears_on(claim):
                yield statement.used


def _facts(span: TextSpan, *, used: bool) -> Iterator[ProposedFact]:
    yield ProposedFact(path="offsets.used", values=("true" if used else "false",), spans=(span,))
    if used:
        yield ProposedFact(path="offsets.text_on_medium", values=("true",), spans=(span,))
