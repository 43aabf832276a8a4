"""Lexicon matches in a sentence: terms, masks, policy contexts, negation and weighed statements."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from rules.claims.screening.labels import TERM_PREFIX, MatchedName, find_names, hashtags, labels
from rules.claims.screening.patterns import CONTEXT_CHARACTERS
from rules.claims.screening.sign_weights import (
    EnvironmentStatement,
    find_statement,
    is_claim_by_weights,
    is_claim_without_weights,
    signs,
)

if TYPE_CHECKING:
    from rules.claims.screening.candidates import Category, ClaimType, Confidence, MaskReason
    from rules.claims.screening.lexicon import ClaimLexicon, MaskEntry, TermEntry

_CLAUSE = ",;:()、,。"
_MARKS = frozenset({"mandatory", "not_environmental"})
_LABEL_WORD_CATEGORIES = frozenset({"generic", "social_mix", "label"})
_STATEMENT_LENGTH = {True: 3, False: 4}
_PROSE_LENGTH = {True: 6, False: 18}
"""Longer sentences, in words or (Chinese) characters, are prose, which may only mention claim words."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a folded sentence that make a claim."""

    start: int
    end: int
    term: str
    category: Category
    types: tuple[ClaimType, ...]
    confidence: Confidence
    possible_types: tuple[ClaimType, ...] = ()
    modifier: bool = False
    negated: bool = False


class MaskedHit(NamedTuple):
    """Words of a folded sentence that are no claim in their context."""

    start: int
    end: int
    term: str
    reason: MaskReason


class PresentEntries(NamedTuple):
    """Lexicon entries that occur in a group of sentences; the others need not be tried."""

    lexicon: ClaimLexicon
    terms: tuple[TermEntry, ...]
    masks: tuple[MaskEntry, ...]
    names: tuple[str, ...] = ()

    def guests(self) -> PresentEntries:
        return PresentEntries(self.lexicon, tuple(term for term in self.terms if term.anywhere), self.masks)


@dataclass(frozen=True, slots=True)
class LexiconMatches:
    """Matches of a sentence in one language; `signs` is None if it is not about the environment."""

    language: str
    hits: tuple[Hit, ...]
    hidden: tuple[MaskedHit, ...]
    signs: Mapping[str, int] | None = None

    @property
    def weight(self) -> tuple[int, int]:
        hidden = sum(masked.end - masked.start for masked in self.hidden)
        core = sum(hit.end - hit.start for hit in self.hits if not hit.modifier)
        return core + hidden, hidden + sum(hit.end - hit.start for hit in self.hits)

    def without_overlaps(self, others: Sequence[LexiconMatches]) -> LexiconMatches:
        occupied = [(hit.start, hit.end) for other in others for hit in other.hits]
        occupied += [(masked.start, masked.end) for other in others for masked in other.hidden]

        def free(start: int, end: int) -> bool:
            return not any(start < last and first < end for first, last in occupied)

        return LexiconMatches(
            self.language,
            tuple(hit for hit in self.hits if free(hit.start, hit.end)),
            tuple(masked for masked in self.hidden if free(masked.start, masked.end)),
            self.signs,
        )

    def graded(self, confidence: Confidence, *, instead: Collection[str]) -> LexiconMatches:
        return replace(
            self,
            hits=tuple(
                replace(hit, confidence=confidence) if not hit.modifier and hit.confidence in instead else hit
                for hit in self.hits
            ),
        )


def find_present_entries(lexicon: ClaimLexicon, sheet: str, names: tuple[str, ...] = ()) -> PresentEntries:
    """Return the lexicon entries and names in `sheet`, the text of a group of sentences."""
    return PresentEntries(
        lexicon,
        tuple(term for term in lexicon.terms if term.pattern.found(sheet)),
        tuple(mask for mask in lexicon.masks if mask.pattern.found(sheet)),
        tuple(name for name in names if name in sheet),
    )


def match_sentence(sentence: str, entries: PresentEntries, *, weighed: bool) -> LexiconMatches:
    """Return the claims and masked words of a folded sentence."""
    lexicon = entries.lexicon
    masks, named = _masks(sentence, entries), labels(sentence)
    hits, hidden = _match(sentence, entries, masks, (lexicon,), named)
    hits += _find_name_hits(sentence, entries, named)
    marks = [match for match in named if match.label.scheme in _MARKS]
    hidden += (MaskedHit(each.start, each.end, TERM_PREFIX + each.label.name, "official_mark") for each in marks)
    statement = find_statement(
        sentence,
        lexicon,
        lambda start, end: _hiding_mask("statement", start, end, masks) is not None or _overlaps(start, end, marks),
    )
    counts = signs(sentence, lexicon, _claiming(hits), statement)
    claimed = (
        is_claim_by_weights(counts, lexicon.language)
        if weighed
        else is_claim_without_weights(sentence, lexicon, _claiming(hits), statement)
    )
    hits = _grade_prose_hits(sentence, lexicon, hits, statement, claimed=claimed)
    return LexiconMatches(
        lexicon.language, tuple(sorted(hits, key=match_order)), tuple(sorted(hidden, key=match_order)), counts
    )


def match_foreign_words(sentence: str, entries: PresentEntries, hosts: Sequence[ClaimLexicon]) -> LexiconMatches:
    """Match the `anywhere` terms of another language in a sentence of the host languages."""
    guests = entries.guests()
    if not guests.terms:
        return LexiconMatches(entries.lexicon.language, (), ())
    hits, hidden = _match(sentence, guests, _masks(sentence, entries), (entries.lexicon, *hosts))
    return LexiconMatches(
        entries.lexicon.language, tuple(sorted(hits, key=match_order)), tuple(sorted(hidden, key=match_order))
    )


def _find_name_hits(sentence: str, entries: PresentEntries, named: Sequence[MatchedName]) -> Iterator[Hit]:
    language = entries.lexicon.language
    for start, end, label in named:
        if label.is_claim:
            negated = _is_negated(sentence, start, end, entries.lexicon)
            yield Hit(start, end, TERM_PREFIX + label.name, "label", ("label",), "high", negated=negated)
    for start, end in (*find_names(sentence, entries.names), *hashtags(sentence)):
        if not _overlaps(start, end, named):
            yield Hit(start, end, f"{language}.name", "generic", ("name",), "high")


def _masks(sentence: str, entries: PresentEntries) -> list[tuple[tuple[int, int], MaskEntry]]:
    return [(span, mask) for mask in entries.masks for span in entries.lexicon.spans(mask.pattern, sentence)]


def _match(
    sentence: str,
    entries: PresentEntries,
    masks: Sequence[tuple[tuple[int, int], MaskEntry]],
    lexicons: Sequence[ClaimLexicon],
    named: Sequence[MatchedName] = (),
) -> tuple[list[Hit], list[MaskedHit]]:
    hits: list[Hit] = []
    hidden: list[MaskedHit] = []
    policy: bool | None = None
    for term in entries.terms:
        for start, end in entries.lexicon.spans(term.pattern, sentence):
            if not _fits_context(term, sentence, start, end) or _is_of_label(term.category, start, end, named):
                continue
            mask = _hiding_mask(term.category, start, end, masks)
            if mask is not None:
                hidden.append(MaskedHit(start, end, term.id, mask.reason))
                continue
            if policy is None:
                policy = any(_is_policy(sentence, lexicon) for lexicon in lexicons)
            if policy:
                hidden.append(MaskedHit(start, end, term.id, "policy_context"))
                continue
            negated = any(_is_negated(sentence, start, end, lexicon) for lexicon in lexicons)
            known = (term.id, term.category, term.types, term.confidence, term.possible_types, term.modifier)
            hits.append(Hit(start, end, *known, negated))
    return hits, hidden


def match_order(hit: Hit | MaskedHit) -> tuple[int, int, str]:
    """Return the sort key of matches: by start, longest first."""
    return hit.start, -hit.end, hit.term


def _fits_context(term: TermEntry, sentence: str, start: int, end: int) -> bool:
    if term.before is not None and term.before.found(sentence[max(0, start - CONTEXT_CHARACTERS) : start]):
        return False
    if term.after is not None and term.after.found(sentence[end : end + CONTEXT_CHARACTERS]):
        return False
    return term.needs is None or term.needs.found(sentence)


def _is_of_label(category: Category, start: int, end: int, named: Sequence[MatchedName]) -> bool:
    """Return whether words belong to the name of a label, which is a claim of its own kind or none."""
    inside = any(match.start <= start and end <= match.end for match in named)
    labels_only = [match for match in named if match.label.scheme != "standard"]
    return inside or (category in _LABEL_WORD_CATEGORIES and _overlaps(start, end, labels_only))


def _overlaps(start: int, end: int, named: Sequence[MatchedName]) -> bool:
    return any(match.start < end and start < match.end for match in named)


def _hiding_mask(
    category: Category, start: int, end: int, masks: Sequence[tuple[tuple[int, int], MaskEntry]]
) -> MaskEntry | None:
    for (first, last), mask in masks:
        if first < end and start < last and mask.hides(category):
            return mask
    return None


def _is_policy(sentence: str, lexicon: ClaimLexicon) -> bool:
    return any(policy.pattern.found(sentence) and not policy.unless.found(sentence) for policy in lexicon.policies)


def _is_negated(sentence: str, start: int, end: int, lexicon: ClaimLexicon) -> bool:
    before = sentence[max(0, start - 2 * CONTEXT_CHARACTERS) : start]
    clause = before[max((before.rfind(mark) for mark in _CLAUSE), default=-1) + 1 :]
    negation = lexicon.negation
    first = next((first for first, _ in negation.before.spans(clause)), None)
    words = clause + sentence[start:end]
    if first is not None and not negation.unless.found(words[first:]):
        return not any(first < last for _, last in negation.only.spans(words))
    return negation.after.found(sentence[end : end + 2 * CONTEXT_CHARACTERS])


def _is_longer(sentence: str, lexicon: ClaimLexicon, bounds: dict[bool, int]) -> bool:
    length = sentence.count(" ") + 1 if lexicon.whole_words else len(sentence)
    return length > bounds[lexicon.whole_words]


def _claiming(hits: Sequence[Hit]) -> int:
    return sum(not hit.modifier and not hit.negated for hit in hits)


def _grade_prose_hits(
    sentence: str, lexicon: ClaimLexicon, hits: list[Hit], statement: EnvironmentStatement, *, claimed: bool
) -> list[Hit]:
    bare = all(hit.modifier for hit in hits)
    if not _is_longer(sentence, lexicon, _STATEMENT_LENGTH if bare else _PROSE_LENGTH):
        return hits
    if not bare:
        return hits if claimed else [replace(hit, confidence="low") for hit in hits]
    span = statement.span
    if not claimed or span is None or _is_policy(sentence, lexicon):
        return hits
    name, negated = f"{lexicon.language}.statement", _is_negated(sentence, *span, lexicon)
    return [*hits, Hit(*span, name, "statement", ("specific_attribute",), "medium", negated=negated)]
