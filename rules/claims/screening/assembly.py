"""How do the words of one sentence, and what stands around them, become candidates?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypedDict

from rules.claims.screening import context
from rules.claims.screening.candidates import (
    Candidate,
    LabelFound,
    LevelFound,
    Masked,
    Qualifier,
    Quantity,
    Span,
    TermFound,
)
from rules.claims.screening.grouping import Group, group
from rules.claims.screening.kinds import CLAIM_TYPES
from rules.claims.screening.labels import labels
from rules.claims.screening.numbers import Number, numbers, says, target_years

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.claims.screening.folding import Folded
    from rules.claims.screening.kinds import ClaimType, Level, Placement, QualifierKind
    from rules.claims.screening.lexicon import ClaimLexicon
    from rules.claims.screening.matching import Hidden, Hit

ADJACENT = 90
"""Within how many characters a qualifier of another sentence still stands beside the claim."""
_NOTES = ("*", "(*", "[*", "†", "1)")
_BESIDE: tuple[Placement, ...] = ("same_sentence", "adjacent", "footnote")
_POINTERS: dict[QualifierKind, Placement] = {"link": "linked_url", "code": "qr"}


class _Whole(TypedDict):
    """The fields of a span."""

    start: int
    end: int
    quote: str


class Passage(NamedTuple):
    """A place in the text as given, and what stands there."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text: where it stands, itself folded, and in which block."""

    text: str
    start: int
    end: int
    folded: Folded
    block: int

    @property
    def span(self) -> _Whole:
        """Give its place in the text, and itself."""
        return {"start": self.start, "end": self.end, "quote": self.text[self.start : self.end]}

    def place(self, start: int, end: int) -> Passage:
        """Give the place in the text of a place in the folded sentence."""
        first, last = self.folded.place(start, end)
        first, last = self.start + first, self.start + last
        return Passage(first, last, self.text[first:last])


def candidates(
    sentence: Sentence,
    around: Sequence[Sentence],
    hits: Sequence[Hit],
    lexicon: ClaimLexicon,
    percent: int | None = None,
) -> Iterator[Candidate]:
    """Make the candidates of a sentence; `around` are it and those in which its qualifiers may stand.

    `percent` says how many in a hundred sentences that sound so are claims.
    """
    folded = sentence.folded.text
    claims = group(hits, folded)
    if not claims:
        return
    excluded = [span for kind, *span in context.qualifiers(folded, lexicon.language) if kind == "part"]
    levels = tuple(
        found
        for found in context.levels(folded, lexicon)
        if not any(start <= found[1] and found[2] <= end for start, end in excluded)
    )
    given = numbers(folded, lexicon)
    shares = _shared_out(given, claims)
    years = target_years(folded, lexicon)
    found = tuple(_label(sentence.place(label.start, label.end), label.name) for label in labels(folded))
    superlative = says("superlative", folded, lexicon)
    for claim, own in zip(claims, shares, strict=True):
        place = sentence.place(claim.start, claim.end)
        level = context.level_of(claim.start, claim.end, levels)
        qualifying = tuple(_qualifiers(sentence, around, claim, lexicon))
        yield Candidate(
            start=place.start,
            end=place.end,
            quote=place.quote,
            sentence=Span(**sentence.span),
            language=lexicon.language,
            categories=claim.categories,
            types=_settled(claim, qualifying),
            possible_types=() if _says_offset(claim, qualifying) else claim.possible_types,
            confidence=claim.confidence,
            percent=percent,
            negated=claim.negated,
            level=None if level is None else _level(sentence, *level),
            asserted_scope=_scope(folded, qualifying, lexicon),
            superlative=superlative,
            qualifiers=qualifying,
            numbers=tuple(_quantity(sentence, each) for each in own),
            labels=found,
            target_years=_promised(claim, folded, years, lexicon),
            terms=tuple(_term(sentence, hit) for hit in sorted(claim.hits, key=lambda hit: (hit.start, hit.term))),
        )


def _says_offset(claim: Group, qualifying: Sequence[Qualifier]) -> bool:
    """Say whether the words around a claim of neutrality settle that it rests on offsets."""
    return "neutral_offset" in claim.possible_types and any(
        qualifier.kind == "offset" and qualifier.placement in _BESIDE for qualifier in qualifying
    )


def _settled(claim: Group, qualifying: Sequence[Qualifier]) -> tuple[ClaimType, ...]:
    if not _says_offset(claim, qualifying):
        return claim.types
    return tuple(kind for kind in CLAIM_TYPES if kind in (*claim.types, "neutral_offset"))


def _promised(claim: Group, folded: str, years: tuple[int, ...], lexicon: ClaimLexicon) -> tuple[int, ...]:
    """Give the years by which a claim promises something: those in its own words, or else in its sentence."""
    promises = [hit for hit in claim.hits if hit.category == "future"]
    own = {year for hit in promises for year in target_years(folded[hit.start : hit.end], lexicon)}
    return tuple(sorted(own)) if own else years if promises else ()


def masked(sentence: Sentence, hidden: Hidden) -> Masked:
    """Say what was masked in the text as given."""
    place = sentence.place(hidden.start, hidden.end)
    return Masked(start=place.start, end=place.end, quote=place.quote, reason=hidden.reason, term=hidden.term)


def _term(sentence: Sentence, hit: Hit) -> TermFound:
    place = sentence.place(hit.start, hit.end)
    return TermFound(start=place.start, end=place.end, quote=place.quote, term=hit.term, category=hit.category)


def _level(sentence: Sentence, level: Level, start: int, end: int) -> LevelFound:
    place = sentence.place(start, end)
    return LevelFound(start=place.start, end=place.end, quote=place.quote, level=level)


def _label(place: Passage, name: str) -> LabelFound:
    return LabelFound(start=place.start, end=place.end, quote=place.quote, name=name)


def _quantity(sentence: Sentence, number: Number) -> Quantity:
    place = sentence.place(number.start, number.end)
    beside = None if number.comparator is None else sentence.place(*number.comparator)
    return Quantity(
        start=place.start,
        end=place.end,
        quote=place.quote,
        value=number.value,
        unit=number.unit,
        direction=number.direction,
        comparator=None if beside is None else Span(start=beside.start, end=beside.end, quote=beside.quote),
        base_year=number.base_year,
    )


def _shared_out(given: Sequence[Number], claims: Sequence[Group]) -> list[list[Number]]:
    """Give each number to the claim that it stands in or nearest to."""
    shares: list[list[Number]] = [[] for _ in claims]
    for number in given:
        nearest = min(range(len(claims)), key=lambda index: (_distance(claims[index], number), index))
        shares[nearest].append(number)
    return shares


def _distance(claim: Group, number: Number) -> int:
    return max(number.start - claim.end, claim.start - number.end, 0)


def _scope(folded: str, qualifying: Sequence[Qualifier], lexicon: ClaimLexicon) -> Literal["whole", "part"] | None:
    if any(qualifier.kind == "part" and qualifier.placement == "same_sentence" for qualifier in qualifying):
        return "part"
    return "whole" if says("whole", folded, lexicon) else None


def _qualifiers(
    sentence: Sentence, around: Sequence[Sentence], claim: Group, lexicon: ClaimLexicon
) -> Iterator[Qualifier]:
    """Find what may qualify a claim, in the order of the text."""
    claim_place = sentence.place(claim.start, claim.end)
    noted = any(mark in sentence.folded.text[claim.start :] for mark in ("*", "†"))
    for other in around:
        note = other.folded.text.startswith(_NOTES)
        if other.block != sentence.block and not (note and noted):
            continue
        for kind, start, end in context.qualifiers(other.folded.text, lexicon.language):
            if other is sentence and start < claim.end and claim.start < end and not _explains(kind, start, end, claim):
                continue
            place = other.place(start, end)
            as_note = noted and (note or _noted(other, claim, start))
            yield Qualifier(
                start=place.start,
                end=place.end,
                quote=place.quote,
                kind=kind,
                placement=_placement(
                    kind,
                    place,
                    claim_place,
                    inside=other is sentence,
                    note=as_note,
                ),
            )


def _noted(sentence: Sentence, claim: Group, start: int) -> bool:
    """Say whether a note of the same sentence begins between a claim and the words that qualify it."""
    return sentence.folded.text.count("*", claim.start, max(start, claim.start)) > 1


def _explains(kind: QualifierKind, start: int, end: int, claim: Group) -> bool:
    """Say whether words inside the claim also explain it: how it was reached, or with what it is compared."""
    return kind in ("offset", "method", "comparison") and (start > claim.start or end < claim.end)


def _placement(kind: QualifierKind, place: Passage, claim: Passage, *, inside: bool, note: bool) -> Placement:
    if kind in _POINTERS:
        return _POINTERS[kind]
    if note:
        return "footnote"
    if inside:
        return "same_sentence"
    distance = max(place.start - claim.end, claim.start - place.end, 0)
    return "adjacent" if distance <= ADJACENT else "same_text"
