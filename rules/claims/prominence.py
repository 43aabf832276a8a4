"""Prominence of qualifiers: limits of a claim in small, faint, folded, hidden or distant words.

What `ProminenceCheck` finds is also a fact about the claim, assumed unless somebody says otherwise. The distances are
ours.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple

from rules.claims.presentation import HiddenText, Link, Manner, Presentation
from rules.claims.screening.assembly import qualifiers
from rules.claims.screening.candidates import Candidate, QualifierKind, TextSpan
from rules.claims.screening.folding import fold
from rules.claims.screening.languages import SCREENED_LANGUAGES
from rules.claims.screening.proposals import ProposedFact
from rules.claims.screening.screen import screen
from rules.claims.screening.sentences import LONGEST, blocks

Code = Literal[
    "OFFSETS_APART", "LIMIT_APART", "CLAIMED_AND_DENIED", "QUALIFIER_SMALL", "QUALIFIER_FAINT", "QUALIFIER_FOLDED",
    "QUALIFIER_HIDDEN", "QUALIFIER_FAR", "KIND_BY_LANGUAGE", "FIGURE_BY_LANGUAGE", "LIMIT_BY_LANGUAGE",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class TextFinding:
    """A claim, and the other words that say otherwise, or limit it where they are not read with it.

    Words that the page does not show at once are no part of the text: then `withheld` are these, and `other` is none.
    `measure` is what shows it, such as `9px : 16px`. `alone` says that nothing well shown limits the claim beside it.
    """

    code: Code
    claim: TextSpan
    other: TextSpan | None
    withheld: str = ""
    measure: str = ""
    alone: bool = False


FAR = 1_000
"""A note so many characters behind its claim, some screen of a telephone, is not read with it."""
_BEHIND = 400
"""Words that are hard to see limit a claim at most so many characters before them."""
_LINK_ENDS = 1
"""A link so few characters behind a sentence is its mark, and not one of the next paragraph."""
_QUOTED = 160
"""Withheld words are quoted whole if they are no longer."""
_CODES: dict[Manner, Code] = {
    "small": "QUALIFIER_SMALL", "faint": "QUALIFIER_FAINT", "folded": "QUALIFIER_FOLDED", "hidden": "QUALIFIER_HIDDEN",
    "footer": "QUALIFIER_FAR",
}  # fmt: skip
LIMITS: frozenset[QualifierKind] = frozenset({"part", "condition", "offset"})
_EXPLAINING: frozenset[QualifierKind] = LIMITS | {"method", "comparison"}
"""What a note explains that a mark or a link ties to the claim."""
NEUTRAL = frozenset({"neutral_offset", "neutral_no_offset", "net_zero", "negative_carbon"})
BESIDE = ("same_sentence", "adjacent")
_NEARBY = 200
"""Within so many characters behind a sentence, what is plainly seen is read with it."""
_MARK = re.compile(r"\*+|[†‡]+|[⁰¹²³⁴-⁹]+|\[\d{1,2}\]|(?<=\w)\d{1,2}\)")
_NOTE = re.compile(r"\*+|[†‡]+|[⁰¹²³⁴-⁹]+|\[\d{1,2}\]|\d{1,2}\)")
_WORDS = re.compile(r"[^\W\d_\u2e80-\U0003ffff]{5,}")
_WIDE = re.compile(r"(?=([\u2e80-\U0003ffff]{2}))")


class _LimitingWords(NamedTuple):
    """Words that limit a claim: of which kind, and where, or which if they are no part of the text."""

    kind: QualifierKind
    span: TextSpan | None
    words: str = ""


class ProminenceCheck:
    """Looks at a text, as it is presented, for limits that are hard to see."""

    def __init__(self, text: str, candidates: Sequence[Candidate], presentation: Presentation) -> None:
        """Take the claims of a text, and how its words are shown; all in the order of the text."""
        self._text, self._presented = text, presentation
        self._claims = [each for each in candidates if not each.negated and each.language in SCREENED_LANGUAGES]
        self._worded = [each for each in self._claims if each.categories != ("heard",)]
        self._starts = [each.start for each in self._worded]
        self._shown_starts = [each.start for each in presentation.shown]
        self._shown_ends = [each.end for each in presentation.shown]
        leading = ((at, away) for away in presentation.withheld for at in away.linked)
        links: list[tuple[int, Link | HiddenText]] = [*((each.at, each) for each in presentation.links), *leading]
        self._links = sorted(links, key=lambda link: link[0])
        self._visible = fold(text).text if presentation.withheld else ""
        self._notes = self._notes_by_mark(presentation.withheld)
        self._found: defaultdict[Candidate, dict[TextFinding, QualifierKind]] = defaultdict(dict)

    def findings(self) -> Iterator[TextFinding]:
        """Give what is found, claim by claim, each limit once for every manner in which it is hard to see."""
        for claim in self._claims:
            self._check_qualifiers(claim)
            self._check_footnote(claim)
            self._linked(claim)
        self._stretches()
        self._withheld()
        for claim in self._claims:
            claim_limits = self._found.get(claim, {})
            well = frozenset(self._well_shown(claim)) if claim_limits else frozenset()
            alone = bool(claim_limits) and not well and not self._limited_nearby(claim)
            for each, kind in claim_limits.items():
                if kind not in well:
                    yield replace(each, alone=alone and kind in LIMITS)

    def _check_qualifiers(self, claim: Candidate) -> None:
        """Look at the limits that stand around the claim."""
        for each in claim.qualifiers:
            if each.kind in LIMITS and _bears(each.kind, claim):
                self._check_visibility(claim, _LimitingWords(each.kind, each.plain))

    def _check_footnote(self, claim: Candidate) -> None:
        """Look at the note to which a mark behind the claim leads."""
        mark = _MARK.search(self._text, claim.end, claim.sentence.end)
        note = None if mark is None else self._notes.get(mark.group())
        if isinstance(note, TextSpan):
            for limit in self._limits_at(note, claim, tied=True):
                self._check_visibility(claim, limit, tied=True)
        elif note is not None:
            self._away(claim, note, tied=True)

    def _linked(self, claim: Candidate) -> None:
        """Look at what links in the sentence, at the claim or behind it, lead to."""
        first = bisect_left(self._links, claim.start, key=lambda link: link[0])
        last = bisect_right(self._links, claim.sentence.end + _LINK_ENDS, key=lambda link: link[0])
        for _, to in self._links[first:last]:
            if isinstance(to, HiddenText):
                self._away(claim, to, tied=True)
            elif claim.sentence.end <= to.start:
                for limit in self._limits_at(TextSpan.of(self._text, to.start, to.end), claim, tied=True):
                    self._check_visibility(claim, limit, tied=True)

    def _stretches(self) -> None:
        """Look at stretches that are hard to see for limits of the claims before them."""
        for start, end in sorted({(each.start, each.end) for each in self._presented.shown}):
            for claim in self._before(start):
                for limit in self._limits_at(TextSpan.of(self._text, start, end), claim):
                    self._check_visibility(claim, limit)

    def _withheld(self) -> None:
        """Look at words that are not shown for limits of the claims beside or before them."""
        for away in self._presented.withheld:
            if away.manner != "footer":
                claims_between = self._between(away.start, away.end - 1)
                for claim in claims_between or self._before(away.end):
                    self._away(claim, away)

    def _before(self, position: int) -> list[Candidate]:
        """Give the claims of the last sentence with any that ends, not too far, before a place."""
        behind = self._between(position - _BEHIND - LONGEST, position)
        near = [each for each in behind if each.end <= position <= each.end + _BEHIND]
        return [each for each in near if each.sentence == near[-1].sentence]

    def _between(self, first: int, last: int) -> list[Candidate]:
        """Give the claims in words of claim that begin at these places, or between."""
        return self._worded[bisect_left(self._starts, first) : bisect_right(self._starts, last)]

    def _limits_at(self, span: TextSpan, claim: Candidate, *, tied: bool = False) -> Iterator[_LimitingWords]:
        for kind, first, last in _limits(claim, span.quote, tied=tied):
            yield _LimitingWords(kind, TextSpan.of(self._text, span.start + first, span.start + last))

    def _check_visibility(self, claim: Candidate, limit: _LimitingWords, *, tied: bool = False) -> None:
        """Note in which manners a limit of the text is hard to see, which the claim itself is not."""
        if limit.span is None or (limit.span.start < claim.end and claim.start < limit.span.end):
            return
        for manner, measure in self._manners(limit.span):
            if manner not in dict(self._manners(claim)):
                self._note(claim, limit, _CODES[manner], measure)
        if tied and (distance := limit.span.start - claim.end) > FAR:
            self._note(claim, limit, "QUALIFIER_FAR", str(distance))

    def _manners(self, span: TextSpan) -> Iterator[tuple[Manner, str]]:
        """Give the manners in which at least half of some words are shown."""
        first = bisect_right(self._shown_ends, span.start)
        for each in self._presented.shown[first : bisect_left(self._shown_starts, span.end)]:
            if 2 * (min(each.end, span.end) - max(each.start, span.start)) >= span.end - span.start:
                yield each.manner, each.measure

    def _away(self, claim: Candidate, away: HiddenText, *, tied: bool = False) -> None:
        """Note a limit in words that are not shown, unless they are shown near the claim, too."""
        for kind, start, end in _limits(claim, away.words, tied=tied):
            if not self._shown_near(claim, away.words):
                words = away.words if len(away.words) <= _QUOTED else away.words[start:end]
                self._note(claim, _LimitingWords(kind, None, words), _CODES[away.manner], away.measure)

    def _shown_near(self, claim: Candidate, words: str) -> bool:
        wanted = fold(words).text.strip()
        if wanted not in self._visible:
            return False
        return wanted in fold(self._text[max(claim.start - FAR, 0) : claim.end + FAR]).text

    def _note(self, claim: Candidate, limit: _LimitingWords, code: Code, measure: str) -> None:
        finding = TextFinding(code, claim.plain, limit.span, limit.words, measure)
        self._found[claim].setdefault(finding, limit.kind)

    def _well_shown(self, claim: Candidate) -> Iterator[QualifierKind]:
        """Give the kinds of limit that stand beside a claim and are as well shown as it is."""
        for each in claim.qualifiers:
            if each.kind in LIMITS and each.placement in BESIDE and not any(self._manners(each.plain)):
                yield each.kind

    def _limited_nearby(self, claim: Candidate) -> bool:
        """Say whether any limit that is plainly seen stands right behind the sentence of a claim."""
        span = TextSpan.of(self._text, claim.sentence.end, claim.sentence.end + _NEARBY)
        limits = (each.span for each in self._limits_at(span, claim))
        return any(each is not None and not any(self._manners(each)) for each in limits)

    def _notes_by_mark(self, withheld: Iterable[HiddenText]) -> dict[str, TextSpan | HiddenText]:
        """Find the notes by their marks; where several begin alike, as the items of a list do, there is no note."""
        by_mark: defaultdict[str, list[TextSpan | HiddenText]] = defaultdict(list)
        for start, end in blocks(self._text):
            if (mark := _NOTE.match(self._text, start)) is not None:
                by_mark[mark.group()].append(TextSpan.of(self._text, start, end))
        for away in withheld:
            if (mark := _NOTE.match(away.words)) is not None:
                by_mark[mark.group()].append(away)
        return {mark: notes[0] for mark, notes in by_mark.items() if len(notes) == 1}


def _bears(kind: QualifierKind, claim: Candidate) -> bool:
    """Say whether a limit of a kind can be about a claim: offsets are about neutrality alone."""
    return kind != "offset" or bool(NEUTRAL.intersection(claim.kinds))


def _limits(claim: Candidate, words: str, *, tied: bool) -> Iterator[tuple[QualifierKind, int, int]]:
    """Give the limits of a claim in some words, one of each kind, with their places.

    Words that no mark or link ties to the claim have to be about it: they say little else, or share a word with its
    sentence, or tell of offsets.
    """
    folded = fold(words)
    about = tied or bool(_telling(folded.text) & _telling(fold(claim.sentence.quote).text))
    kind_places: dict[QualifierKind, tuple[int, int]] = {}
    for language in dict.fromkeys((claim.language, *SCREENED_LANGUAGES)):  # of a few words the language may be mistaken
        own = about and language == claim.language
        for kind, first, last in qualifiers(folded.text, language):
            says_all = 3 * (last - first) >= 2 * len(folded.text.strip())
            if kind in (_EXPLAINING if tied else LIMITS) and (own or says_all or kind == "offset"):
                kind_places.setdefault(kind, folded.place(first, last))
    if "offset" not in kind_places and _bears("offset", claim):
        kind_places |= (("offset", span) for span in _offsets_told(words, claim.language)[:1])
    yield from ((kind, *span) for kind, span in kind_places.items() if _bears(kind, claim))


@lru_cache(maxsize=1_024)
def _offsets_told(words: str, language: str) -> tuple[tuple[int, int], ...]:
    """Give the claims in some words that say that they rest on offsets."""
    claims = screen(words, languages=(language,), hearing=None).candidates if len(words) <= LONGEST else ()
    return tuple((each.start, each.end) for each in claims if "neutral_offset" in each.types and not each.negated)


def _telling(folded: str) -> frozenset[str]:
    """Give the words of a folded text that are not short, or its pairs of Chinese characters."""
    return frozenset((*_WORDS.findall(folded), *_WIDE.findall(folded)))


def prominence_facts(
    candidates: Iterable[Candidate], text_findings: Iterable[TextFinding]
) -> dict[Candidate, tuple[ProposedFact, ...]]:
    """Give the facts about each claim whose only limits are hard to see.

    Its qualifier is then far or small; and where its sentence says nothing else that could explain it, neither a number
    nor another claim, it is not qualified prominently.
    """
    limited: defaultdict[TextSpan, list[TextFinding]] = defaultdict(list)
    for each in text_findings:
        if each.alone:
            limited[each.claim].append(each)
    sentences = Counter(each.sentence for each in candidates) if limited else Counter()
    facts: dict[Candidate, tuple[ProposedFact, ...]] = {}
    for claim in candidates if limited else ():
        if not claim.negated and (own := limited.get(claim.plain)):
            spans = tuple(dict.fromkeys((claim.plain, *(each.other for each in own if each.other is not None))))
            names = {"qualifier": "far_or_small"}
            if sentences[claim.sentence] == 1 and not claim.numbers:
                names["qualified_prominently"] = "false"
            facts[claim] = tuple(ProposedFact(path=name, values=(value,), spans=spans) for name, value in names.items())
    return facts
