"""Prominence of qualifiers: presentation of a page, and limits of a claim in small, faint, hidden or distant words.

The findings also become assumed facts about the claim. The distances are our own choice.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple

from rules.claims.screening.assembly import qualifiers
from rules.claims.screening.candidates import Candidate, QualifierKind, TextSpan
from rules.claims.screening.folding import fold
from rules.claims.screening.languages import SCREENED_LANGUAGES
from rules.claims.screening.proposals import ProposedFact
from rules.claims.screening.screen import screen
from rules.claims.screening.sentences import LONGEST, blocks

Manner = Literal["small", "faint", "folded", "hidden", "footer"]
"""Reason why words are harder to see than the words around them.

small: letters below our size thresholds; faint: colour close to the background; folded: shown on request; hidden: never
shown; footer: in the page footer, which is not read with any claim.
"""


class ObscuredSpan(NamedTuple):
    """A span of text that is harder to see than the rest, and the measurement, such as `9px : 16px`."""

    start: int
    end: int
    manner: Manner
    measure: str


class HiddenText(NamedTuple):
    """Words of a page that are not part of its text, because readers do not see them at once.

    `start` and `end` delimit the text block around them; `linked` are the offsets of links to them.
    """

    words: str
    start: int
    end: int
    manner: Manner
    measure: str
    linked: tuple[int, ...] = ()


class Link(NamedTuple):
    """A position in the text that links to a later span of the text."""

    at: int
    start: int
    end: int


class LanguageSpan(NamedTuple):
    """A span of text with the language that the page declares, as a primary subtag such as "de"."""

    start: int
    end: int
    language: str


class Presentation(NamedTuple):
    """Presentation of a text, all items in text order."""

    shown: tuple[ObscuredSpan, ...] = ()
    withheld: tuple[HiddenText, ...] = ()
    links: tuple[Link, ...] = ()
    tongues: tuple[LanguageSpan, ...] = ()


Code = Literal[
    "OFFSETS_APART", "LIMIT_APART", "CLAIMED_AND_DENIED", "QUALIFIER_SMALL", "QUALIFIER_FAINT", "QUALIFIER_FOLDED",
    "QUALIFIER_HIDDEN", "QUALIFIER_FAR", "KIND_BY_LANGUAGE", "FIGURE_BY_LANGUAGE", "LIMIT_BY_LANGUAGE",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class TextFinding:
    """A claim and the other words that contradict it, or limit it without being read together with it.

    Words that the page does not show at once are in `withheld`, and `other` is None. `measure` is the evidence, such as
    `9px : 16px`. `alone` is True if no clearly visible limit is near the claim.
    """

    code: Code
    claim: TextSpan
    other: TextSpan | None
    withheld: str = ""
    measure: str = ""
    alone: bool = False


FAR = 1_000
"""Number of characters, about one phone screen; a note farther behind its claim is not read with it."""
_MAX_CHARACTERS_BEHIND = 400
_LINK_TOLERANCE = 1
_MAX_FULL_QUOTE = 160
_CODES: dict[Manner, Code] = {
    "small": "QUALIFIER_SMALL", "faint": "QUALIFIER_FAINT", "folded": "QUALIFIER_FOLDED", "hidden": "QUALIFIER_HIDDEN",
    "footer": "QUALIFIER_FAR",
}  # fmt: skip
LIMITS: frozenset[QualifierKind] = frozenset({"part", "condition", "offset"})
_EXPLAINING: frozenset[QualifierKind] = LIMITS | {"method", "comparison"}
NEUTRAL = frozenset({"neutral_offset", "neutral_no_offset", "net_zero", "negative_carbon"})
NEARBY_PLACEMENTS = ("same_sentence", "adjacent")
_NEARBY_CHARACTERS = 200
_MARK = re.compile(r"\*+|[†‡]+|[⁰¹²³⁴-⁹]+|\[\d{1,2}\]|(?<=\w)\d{1,2}\)")
_NOTE = re.compile(r"\*+|[†‡]+|[⁰¹²³⁴-⁹]+|\[\d{1,2}\]|\d{1,2}\)")
_WORDS = re.compile(r"[^\W\d_\u2e80-\U0003ffff]{5,}")
_WIDE = re.compile(r"(?=([\u2e80-\U0003ffff]{2}))")


class _LimitingWords(NamedTuple):
    kind: QualifierKind
    span: TextSpan | None
    words: str = ""


class ProminenceCheck:
    """Search of a presented text for limits that are hard to see."""

    def __init__(self, text: str, candidates: Sequence[Candidate], presentation: Presentation) -> None:
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
        self._findings_by_claim: defaultdict[Candidate, dict[TextFinding, QualifierKind]] = defaultdict(dict)

    def findings(self) -> Iterator[TextFinding]:
        for claim in self._claims:
            self._check_qualifiers(claim)
            self._check_footnote(claim)
            self._check_links(claim)
        self._check_obscured_spans()
        self._check_withheld()
        for claim in self._claims:
            claim_limits = self._findings_by_claim.get(claim, {})
            clearly_shown = frozenset(self._clearly_shown_kinds(claim)) if claim_limits else frozenset()
            alone = bool(claim_limits) and not clearly_shown and not self._limited_nearby(claim)
            for each, kind in claim_limits.items():
                if kind not in clearly_shown:
                    yield replace(each, alone=alone and kind in LIMITS)

    def _check_qualifiers(self, claim: Candidate) -> None:
        for each in claim.qualifiers:
            if each.kind in LIMITS and _can_limit(each.kind, claim):
                self._check_visibility(claim, _LimitingWords(each.kind, each.plain))

    def _check_footnote(self, claim: Candidate) -> None:
        mark = _MARK.search(self._text, claim.end, claim.sentence.end)
        note = None if mark is None else self._notes.get(mark.group())
        if isinstance(note, TextSpan):
            for limit in self._limits_at(note, claim, tied=True):
                self._check_visibility(claim, limit, tied=True)
        elif note is not None:
            self._check_hidden_words(claim, note, tied=True)

    def _check_links(self, claim: Candidate) -> None:
        first = bisect_left(self._links, claim.start, key=lambda link: link[0])
        last = bisect_right(self._links, claim.sentence.end + _LINK_TOLERANCE, key=lambda link: link[0])
        for _, to in self._links[first:last]:
            if isinstance(to, HiddenText):
                self._check_hidden_words(claim, to, tied=True)
            elif claim.sentence.end <= to.start:
                for limit in self._limits_at(TextSpan.of(self._text, to.start, to.end), claim, tied=True):
                    self._check_visibility(claim, limit, tied=True)

    def _check_obscured_spans(self) -> None:
        for start, end in sorted({(each.start, each.end) for each in self._presented.shown}):
            for claim in self._claims_before(start):
                for limit in self._limits_at(TextSpan.of(self._text, start, end), claim):
                    self._check_visibility(claim, limit)

    def _check_withheld(self) -> None:
        for away in self._presented.withheld:
            if away.manner != "footer":
                claims_between = self._claims_starting_between(away.start, away.end - 1)
                for claim in claims_between or self._claims_before(away.end):
                    self._check_hidden_words(claim, away)

    def _claims_before(self, position: int) -> list[Candidate]:
        behind = self._claims_starting_between(position - _MAX_CHARACTERS_BEHIND - LONGEST, position)
        near = [each for each in behind if each.end <= position <= each.end + _MAX_CHARACTERS_BEHIND]
        return [each for each in near if each.sentence == near[-1].sentence]

    def _claims_starting_between(self, first: int, last: int) -> list[Candidate]:
        return self._worded[bisect_left(self._starts, first) : bisect_right(self._starts, last)]

    def _limits_at(self, span: TextSpan, claim: Candidate, *, tied: bool = False) -> Iterator[_LimitingWords]:
        for kind, first, last in _limits(claim, span.quote, tied=tied):
            yield _LimitingWords(kind, TextSpan.of(self._text, span.start + first, span.start + last))

    def _check_visibility(self, claim: Candidate, limit: _LimitingWords, *, tied: bool = False) -> None:
        if limit.span is None or limit.span.overlaps(claim):
            return
        for manner, measure in self._manners(limit.span):
            if manner not in dict(self._manners(claim)):
                self._note(claim, limit, _CODES[manner], measure)
        if tied and (distance := limit.span.start - claim.end) > FAR:
            self._note(claim, limit, "QUALIFIER_FAR", str(distance))

    def _manners(self, span: TextSpan) -> Iterator[tuple[Manner, str]]:
        first = bisect_right(self._shown_ends, span.start)
        for each in self._presented.shown[first : bisect_left(self._shown_starts, span.end)]:
            if 2 * (min(each.end, span.end) - max(each.start, span.start)) >= span.end - span.start:
                yield each.manner, each.measure

    def _check_hidden_words(self, claim: Candidate, away: HiddenText, *, tied: bool = False) -> None:
        for kind, start, end in _limits(claim, away.words, tied=tied):
            if not self._shown_near(claim, away.words):
                words = away.words if len(away.words) <= _MAX_FULL_QUOTE else away.words[start:end]
                self._note(claim, _LimitingWords(kind, None, words), _CODES[away.manner], away.measure)

    def _shown_near(self, claim: Candidate, words: str) -> bool:
        wanted = fold(words).text.strip()
        if wanted not in self._visible:
            return False
        return wanted in fold(self._text[max(claim.start - FAR, 0) : claim.end + FAR]).text

    def _note(self, claim: Candidate, limit: _LimitingWords, code: Code, measure: str) -> None:
        finding = TextFinding(code, claim.plain, limit.span, limit.words, measure)
        self._findings_by_claim[claim].setdefault(finding, limit.kind)

    def _clearly_shown_kinds(self, claim: Candidate) -> Iterator[QualifierKind]:
        for each in claim.qualifiers:
            if each.kind in LIMITS and each.placement in NEARBY_PLACEMENTS and not any(self._manners(each.plain)):
                yield each.kind

    def _limited_nearby(self, claim: Candidate) -> bool:
        span = TextSpan.of(self._text, claim.sentence.end, claim.sentence.end + _NEARBY_CHARACTERS)
        limits = (each.span for each in self._limits_at(span, claim))
        return any(each is not None and not any(self._manners(each)) for each in limits)

    def _notes_by_mark(self, withheld: Iterable[HiddenText]) -> dict[str, TextSpan | HiddenText]:
        by_mark: defaultdict[str, list[TextSpan | HiddenText]] = defaultdict(list)
        for start, end in blocks(self._text):
            if (mark := _NOTE.match(self._text, start)) is not None:
                by_mark[mark.group()].append(TextSpan.of(self._text, start, end))
        for away in withheld:
            if (mark := _NOTE.match(away.words)) is not None:
                by_mark[mark.group()].append(away)
        return {mark: notes[0] for mark, notes in by_mark.items() if len(notes) == 1}


def _can_limit(kind: QualifierKind, claim: Candidate) -> bool:
    return kind != "offset" or bool(NEUTRAL.intersection(claim.kinds))


def _limits(claim: Candidate, words: str, *, tied: bool) -> Iterator[tuple[QualifierKind, int, int]]:
    """Yield limits with their positions, one of each kind.

    Words not tied to the claim must contain little else, share a word with its sentence, or mention offsets.
    """
    folded = fold(words)
    about = tied or bool(_significant_words(folded.text) & _significant_words(fold(claim.sentence.quote).text))
    kind_positions: dict[QualifierKind, tuple[int, int]] = {}
    for language in dict.fromkeys((claim.language, *SCREENED_LANGUAGES)):  # language detection fails on few words
        own = about and language == claim.language
        for kind, first, last in qualifiers(folded.text, language):
            covers_most = 3 * (last - first) >= 2 * len(folded.text.strip())
            if kind in (_EXPLAINING if tied else LIMITS) and (own or covers_most or kind == "offset"):
                kind_positions.setdefault(kind, folded.place(first, last))
    if "offset" not in kind_positions and _can_limit("offset", claim):
        kind_positions |= (("offset", span) for span in _offset_claim_spans(words, claim.language)[:1])
    yield from ((kind, *span) for kind, span in kind_positions.items() if _can_limit(kind, claim))


@lru_cache(maxsize=1_024)
def _offset_claim_spans(words: str, language: str) -> tuple[tuple[int, int], ...]:
    claims = screen(words, languages=(language,), hearing=None).candidates if len(words) <= LONGEST else ()
    return tuple((each.start, each.end) for each in claims if "neutral_offset" in each.types and not each.negated)


def _significant_words(folded: str) -> frozenset[str]:
    return frozenset((*_WORDS.findall(folded), *_WIDE.findall(folded)))


def prominence_facts(
    candidates: Iterable[Candidate], text_findings: Iterable[TextFinding]
) -> dict[Candidate, tuple[ProposedFact, ...]]:
    """Return the facts about each claim that only obscured limits qualify.

    `qualified_prominently` is false if its sentence contains no other claim and no number.
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
