"""Does a text say more in one of its languages than in another, where it makes the same claim?

Two claims are the same where they stand at the same place of stretches in two languages that follow each other, and
nothing says that they are about different things. Only what plainly differs is found: kind, figure, or a limit.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from rules.claims.findings import Finding, plain
from rules.claims.kinds import CARBON
from rules.claims.screening.candidates import Span
from rules.claims.screening.folding import fold
from rules.claims.screening.languages import CLEAR, FOREIGN, tongues
from rules.claims.screening.sentences import blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.claims.presentation import Tongue
    from rules.claims.screening.candidates import Candidate, Quantity

_NEUTRAL = frozenset({"neutral_offset", "neutral_no_offset", "net_zero", "negative_carbon"})
_ON_CARBON = re.compile(r"co2|carbon|karbon|klima|clim|emission|emisi|footprint|drivhus|碳|气候|排放")
_SHARES = frozenset({"recycled_content", "renewable_energy", "renewable_material"})
_LIMITS = ("part", "condition", "offset")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST = 4
"""Of fewer words the language is often mistaken."""
_WIDE = "\u2e80"
_WIDTH = 3
"""How many letters of other scripts say as much as one Chinese character, roughly."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of the text, its language, and its claims."""

    start: int
    end: int
    language: str
    claims: tuple[Candidate, ...]


Claimed = tuple[_Block, "Candidate"]


def differing(text: str, candidates: Sequence[Candidate], declared: Sequence[Tongue]) -> Iterator[Finding]:
    """Find claims that say more in one language than in another, as the page declares them or the words tell."""
    if len(candidates) < 2:
        return
    cut = _blocks(text, candidates, declared)
    sections = [tuple(found) for _, found in groupby(cut, key=lambda block: block.language)]
    first = 0
    while first < len(sections):
        spoken, pairs = {sections[first][0].language}, list[tuple[Claimed, Claimed]]()
        following = first + 1
        while following < len(sections) and sections[following][0].language not in spoken:
            spoken.add(sections[following][0].language)
            pairs += _pairs(sections[first], sections[following])
            following += 1
        for one, other in pairs:
            yield from _compared(text, one, other)
        first = following if pairs else first + 1


def _blocks(text: str, candidates: Sequence[Candidate], declared: Sequence[Tongue]) -> Iterator[_Block]:
    """Give the blocks, cut where another language is declared; one of no known language goes with that before."""
    places, language = [each.start for each in candidates], ""
    several = len({each.language for each in declared}) > 1  # who declares one may have forgotten the others
    for block in blocks(text):
        for start, end, own in _cut(block, declared):
            claims = candidates[bisect_left(places, start) : bisect_left(places, end)]
            clear = FOREIGN if own else CLEAR
            told = "" if several or not claims else _told(text[start:end], clear)
            language = told or own or language
            yield _Block(start, end, language, tuple(claims))


def _cut(block: tuple[int, int], declared: Sequence[Tongue]) -> Iterator[tuple[int, int, str]]:
    start, end = block
    language = ""
    first = bisect_right(declared, start, key=lambda each: each.end)
    for each in declared[first : bisect_left(declared, end, key=lambda each: each.start)]:
        if language and each.language != language:
            yield start, each.start, language
            start = each.start
        language = each.language
    yield start, end, language


def _told(words: str, clear: int) -> str:
    """Tell a language from words, so clearly at least; the empty text if they do not, or if there are too few."""
    found = tongues(words)
    if found.by_script is not None:
        return found.by_script
    if found.latin is None or found.latin.lead < clear or len(_WORD.findall(words)) < _FEWEST:
        return ""
    return found.latin.language or ""


def _pairs(one: Sequence[_Block], other: Sequence[_Block]) -> Iterator[tuple[Claimed, Claimed]]:
    """Pair claims at the same place: of blocks in the same order, or else in the same order of the whole stretch."""
    stretches: Sequence[tuple[Sequence[_Block], Sequence[_Block]]] = [(one, other)]
    if len(one) == len(other):
        stretches = [((block,), (beside,)) for block, beside in zip(one, other, strict=True)]
    for these, those in stretches:
        ours, theirs = _claims(these), _claims(those)
        if len(ours) == len(theirs):
            yield from zip(ours, theirs, strict=True)


def _claims(stretch: Sequence[_Block]) -> list[Claimed]:
    """Give the claims of a stretch; what a title repeats counts once."""
    found: dict[tuple[str, tuple[str, ...]], Claimed] = {}
    for block in stretch:
        for claim in block.claims:
            found.setdefault((fold(claim.quote).text, _kinds(claim)), (block, claim))
    return list(found.values())


def _kinds(claim: Candidate) -> tuple[str, ...]:
    return (*claim.types, *claim.possible_types)


def _compared(text: str, one: Claimed, other: Claimed) -> Iterator[Finding]:
    (here, ours), (there, theirs) = one, other
    if ours.level is not None and theirs.level is not None and ours.level.level != theirs.level.level:
        return
    shared = set(_kinds(ours)) & set(_kinds(theirs))
    if difference := _strength(ours) - _strength(theirs) if shared or _both_on_carbon(ours, theirs) else 0:
        stronger, weaker = (ours, theirs) if difference > 0 else (theirs, ours)
        yield Finding("KIND_BY_LANGUAGE", plain(stronger), plain(weaker))
    elif shared and (figures := _figures(text, ours, theirs, shared)) is not None:
        yield Finding("FIGURE_BY_LANGUAGE", *figures)
    elif shared:
        yield from _limited(text, (here, ours), (there, theirs))
        yield from _limited(text, (there, theirs), (here, ours))


def _both_on_carbon(*claims: Candidate) -> bool:
    """Say whether all claims are about greenhouse gases, and one of them that there are none left."""
    on_carbon = all(
        CARBON.intersection(_kinds(each)) and _ON_CARBON.search(fold(each.sentence.quote).text) for each in claims
    )
    return on_carbon and any(_NEUTRAL.intersection(_kinds(each)) for each in claims)


def _strength(claim: Candidate) -> int:
    """Say how much is claimed: nothing where it is denied, less where it is promised or only reduced."""
    if claim.negated:
        return 0
    reached = 3 if _NEUTRAL.intersection(_kinds(claim)) else 2
    return reached - 1 if "future" in claim.types and reached == 3 else reached


def _figures(text: str, ours: Candidate, theirs: Candidate, shared: set[str]) -> tuple[Span, Span] | None:
    """Give the claims with their figures, if these differ, the one that says more first."""
    if len(ours.numbers) > 1 or len(theirs.numbers) > 1:
        return None
    if ours.numbers and theirs.numbers:
        (one,), (other,) = ours.numbers, theirs.numbers
        if one.unit != other.unit or one.value == other.value:
            return None
        more = _less(other.value, one.value) is not ("quantified_pcf" in shared)
        pair = (_whole(text, ours, one), _whole(text, theirs, other))
        return pair if more else pair[::-1]
    if _SHARES & shared and (ours.numbers or theirs.numbers):
        told, silent = (ours, theirs) if ours.numbers else (theirs, ours)
        (number,) = told.numbers
        if number.unit == "%" and _less(number.value, "100"):
            return plain(silent), _whole(text, told, number)
    return None


def _less(one: str, other: str) -> bool:
    return Fraction(one) < Fraction(other)


def _whole(text: str, claim: Candidate, number: Quantity) -> Span:
    start, end = min(claim.start, number.start), max(claim.end, number.end)
    return Span(start=start, end=end, quote=text[start:end])


def _limited(text: str, one: Claimed, other: Claimed) -> Iterator[Finding]:
    """Find a limit of one claim for which the block of the other, which has none, has no room either."""
    (here, ours), (there, theirs) = one, other
    limits = [each for each in theirs.qualifiers if each.kind in _LIMITS]
    if ours.negated or theirs.negated or not limits or any(each.kind in _LIMITS for each in ours.qualifiers):
        return
    room = _width(text[there.start : there.end]) - _width(limits[0].quote) // 2
    if _width(text[here.start : here.end]) <= room:
        yield Finding("LIMIT_BY_LANGUAGE", plain(ours), plain(limits[0]))


def _width(text: str) -> int:
    return sum(_WIDTH if character >= _WIDE else 1 for character in text)
