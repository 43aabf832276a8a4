"""Offset disclosure: statements anywhere in a text that a neutrality claim does or does not use offsets.

The claim itself, or the words next to it, may say so; otherwise the whole text is searched: other paragraphs, notes,
and words that are hard to see.
"""

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
_ASKING = frozenset({_BY_OFFSETS, "neutral_no_offset", "negative_carbon"})
"""Claims of these types rest on offsets or do not."""
_KINDS: tuple[QualifierKind, ...] = ("offset", "no_offset")
_NOTE = re.compile(r"[(\[]?[*†‡]|\d{1,2}\)|[(\[]\d{1,2}[)\]]")


class OffsetStatement(NamedTuple):
    """Words that say whether offsets are used, and what they are about as far as they say."""

    span: TextSpan
    used: bool
    about: frozenset[Level] = frozenset()

    def bears_on(self, claim: Candidate) -> bool:
        """Say whether they may be about a claim."""
        return not is_unrelated_to_claim(None if claim.level is None else claim.level.level, self.about)

    def meets(self, other: OffsetStatement) -> bool:
        """Say whether both have words in common."""
        return self.span.start < other.span.end and other.span.start < self.span.end


def is_silent_on_offsets(claim: Candidate) -> bool:
    """Say whether a claim that may rest on offsets says nothing of them, nor do the words around it."""
    if claim.negated or not _ASKING.intersection(claim.kinds) or _BY_OFFSETS in claim.types:
        return False
    return not any(each.kind in _KINDS for each in claim.qualifiers)


def nearest_offset_statements(text: str, candidates: Sequence[Candidate]) -> dict[Candidate, OffsetStatement]:
    """Give, of each claim that says nothing of offsets itself, the nearest other words of the text that do.

    Who denies some offsets may use others: words that tell of any go before.
    """
    silent = [each for each in candidates if is_silent_on_offsets(each)]
    known = list(_telling(text, candidates, {each.language for each in candidates})) if silent else []
    statements: dict[Candidate, OffsetStatement] = {}
    for claim in silent:
        near = [each for each in known if each.bears_on(claim)]
        if near:
            statements[claim] = min(near, key=lambda each: (not each.used, abs(each.span.start - claim.start)))
    return statements


def _telling(text: str, candidates: Sequence[Candidate], spoken: set[str]) -> Iterator[OffsetStatement]:
    """Find what tells of offsets: claims to use them, and sentences with words on them that are about climate too."""
    claimed = [
        OffsetStatement(each.plain, used=True, about=_spoken_of(fold(each.sentence.quote).text, each.language))
        for each in candidates
        if _BY_OFFSETS in each.types and not each.negated
    ]
    yield from claimed
    folded = fold(text).text
    wanted = [
        language
        for language in SCREENED_LANGUAGES
        if language in spoken and any(lexicon(language).qualifiers[kind].found(folded) for kind in _KINDS)
    ]
    for sentence in split_sentences(text) if wanted else ():
        if not sentence.folded.text.rstrip().endswith("?"):
            for language in wanted:
                statements = _told_in(sentence, language)
                yield from (statement for statement in statements if not any(statement.meets(each) for each in claimed))


def _told_in(sentence: Sentence, language: str) -> Iterator[OffsetStatement]:
    folded = sentence.folded.text
    for kind, start, end in qualifiers(folded, language):
        if kind in _KINDS and _is_plain(folded, start, end):
            span = TextSpan(**sentence.place(start, end))
            yield OffsetStatement(span, used=kind == "offset", about=_spoken_of(folded, language))


def _spoken_of(folded: str, language: str) -> frozenset[Level]:
    """Say what a sentence speaks of; nothing if it is in no language that is known."""
    return (
        frozenset(level for level, *_ in levels(folded, lexicon(language)))
        if language in SCREENED_LANGUAGES
        else frozenset()
    )


def _is_plain(folded: str, start: int, end: int) -> bool:
    """Say whether words on offsets are understood without those around: about climate, little else, or in a note."""
    return bool(ON_CARBON.search(folded) or _NOTE.match(folded)) or 3 * (end - start) >= 2 * len(folded.strip())


def offset_facts(
    text: str,
    candidates: Sequence[Candidate],
    text_findings: Iterable[TextFinding],
    withheld: Iterable[HiddenText] = (),
) -> dict[Candidate, tuple[ProposedFact, ...]]:
    """Give what the text as a whole says of offsets about claims that say nothing of them beside themselves.

    A claim to use offsets whose sentence names nothing that it is about is about what is called neutral by it.
    """
    hard = defaultdict[TextSpan, list[TextFinding]](list)
    for each in text_findings:
        hard[each.claim].append(each)
    apart = nearest_offset_statements(text, candidates)
    shown: dict[Candidate, tuple[ProposedFact, ...]] = {}
    for claim in filter(is_silent_on_offsets, candidates):
        noted = (used for each in hard.get(claim.plain, ()) for used in _says(each.withheld, claim.language))
        elsewhere = (used for each in withheld for used in _says_plainly(each.words, claim))
        seen = next(noted, next(elsewhere, None))
        if claim in apart:
            shown[claim] = tuple(_facts(apart[claim].span, used=apart[claim].used))
        elif seen is not None:
            shown[claim] = tuple(_facts(claim.plain, used=seen))
    for claim in candidates:
        if _BY_OFFSETS in claim.types and not claim.negated and not _names_something(claim):
            shown[claim] = tuple(_explained(claim, candidates, apart))
    return shown


def _names_something(claim: Candidate) -> bool:
    """Say whether a claim, or its sentence, names anything that it could be about."""
    spoken_of = _spoken_of(fold(claim.sentence.quote).text, claim.language)
    return _is_about_something(claim) or bool(spoken_of - {"trader"})


def _is_about_something(claim: Candidate) -> bool:
    """Say whether a claim names what it is about, and not only who speaks."""
    level = claim.level
    return level is not None and not names_only_speaker(fold(level.quote).text, claim.language)


def _explained(
    telling: Candidate, candidates: Iterable[Candidate], apart: Mapping[Candidate, OffsetStatement]
) -> Iterator[ProposedFact]:
    """Give what a claim to use offsets is about: what the first claim is about that it explains."""
    for claim in candidates:
        if (
            claim.level is None
            or claim.negated
            or not (_ASKING.intersection(claim.kinds) and _is_about_something(claim))
        ):
            continue
        spans = [each.plain for each in claim.qualifiers if each.kind == "offset"]
        if claim in apart and apart[claim].used:
            spans.append(apart[claim].span)
        if any(span.start < telling.end and telling.start < span.end for span in spans):
            yield ProposedFact(path="subject.level", values=(claim.level.level,), spans=(claim.level.plain,))
            return


def _says(words: str, language: str) -> Iterator[bool]:
    """Say whether withheld words tell of offsets used or not."""
    for kind, _, _ in qualifiers(fold(words).text, language) if words else ():
        if kind in _KINDS:
            yield kind == "offset"


def _says_plainly(words: str, claim: Candidate) -> Iterator[bool]:
    """Say of words that no mark ties to a claim whether they tell of offsets that may be about it."""
    for sentence in split_sentences(words):
        for statement in _told_in(sentence, claim.language):
            if statement.bears_on(claim):
                yield statement.used


def _facts(span: TextSpan, *, used: bool) -> Iterator[ProposedFact]:
    yield ProposedFact(path="offsets.used", values=("true" if used else "false",), spans=(span,))
    if used:
        yield ProposedFact(path="offsets.text_on_medium", values=("true",), spans=(span,))
