"""Findings across a text: offset statements, conflicts, differences between languages, claims without words.

Only findings about obscured limits affect a verdict.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rules.claims.prominence import (
    LIMITS,
    NEARBY_PLACEMENTS,
    NEUTRAL,
    HiddenText,
    LanguageSpan,
    Presentation,
    ProminenceCheck,
    TextFinding,
)
from rules.claims.relevant_facts import CARBON, ON_CARBON
from rules.claims.screening.assembly import (
    ADJACENT,
    Sentence,
    is_unrelated_to_claim,
    levels,
    names_only_speaker,
    qualifiers,
)
from rules.claims.screening.candidates import (
    CLAIM_TYPES as KNOWN_TYPES,
    Candidate,
    ClaimType,
    Level,
    QualifierKind,
    Quantity,
    TextSpan,
)
from rules.claims.screening.folding import fold
from rules.claims.screening.languages import CLEAR, FOREIGN, SCREENED_LANGUAGES, detect_languages
from rules.claims.screening.lexicon import lexicon
from rules.claims.screening.proposals import ProposedFact
from rules.claims.screening.screen import split_sentences
from rules.claims.screening.sentences import blocks

if TYPE_CHECKING:
    from rules.claims.claim_readings import FactValues


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
                yield from (
                    statement
                    for statement in statements
                    if not any(statement.span.overlaps(each.span) for each in claimed)
                )


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
        if any(map(offset_claim.overlaps, spans)):
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


_APART = ("footnote", "same_text")
_LIMITS = ("part", "condition")


def findings_of_text(text: str, candidates: Sequence[Candidate], presentation: Presentation) -> tuple[TextFinding, ...]:
    """Return the conflicts in a text, each pair of positions once.

    Distant or denied statements come first, then obscured limits and differences between languages. An obscured limit
    replaces a distant limit at the same position.
    """
    hard = tuple(ProminenceCheck(text, candidates, presentation).findings())
    known: defaultdict[TextSpan, list[TextSpan]] = defaultdict(list)
    for each in hard:
        if each.other is not None:
            known[each.claim].append(each.other)
    separated = (
        each
        for each in _separated_findings(text, candidates)
        if not any(_are_close(each.other, known_span) for known_span in known[each.claim])
    )
    return (*separated, *hard, *_find_language_differences(text, candidates, presentation.tongues))


def _are_close(first: TextSpan | None, other: TextSpan) -> bool:
    return first is not None and max(first.start - other.end, other.start - first.end) <= ADJACENT


def _separated_findings(text: str, candidates: Sequence[Candidate]) -> tuple[TextFinding, ...]:
    statements = nearest_offset_statements(text, candidates)
    denied = {fold(each.quote).text: each for each in candidates if each.negated}
    all_findings: dict[TextFinding, None] = {}
    for claim in candidates:
        if not claim.negated:
            all_findings |= dict.fromkeys(
                (*_offsets(claim, statements.get(claim)), *_limits(claim), *_denied(claim, denied))
            )
    return tuple(all_findings)


def _offsets(claim: Candidate, statement: OffsetStatement | None) -> Iterator[TextFinding]:
    if not {_BY_OFFSETS, "neutral_no_offset"}.intersection(claim.kinds):
        return
    around = [each for each in claim.qualifiers if each.kind == "offset"]
    noted = [each.plain for each in around if each.placement in _APART]
    if noted and not any(each.placement in NEARBY_PLACEMENTS for each in around):
        yield TextFinding("OFFSETS_APART", claim.plain, noted[0])
    elif statement is not None and statement.used:
        yield TextFinding("OFFSETS_APART", claim.plain, statement.span)


def _limits(claim: Candidate) -> Iterator[TextFinding]:
    for each in claim.qualifiers:
        if each.kind in _LIMITS and each.placement in _APART:
            yield TextFinding("LIMIT_APART", claim.plain, each.plain)


def _denied(claim: Candidate, denied: dict[str, Candidate]) -> Iterator[TextFinding]:
    if (other := denied.get(fold(claim.quote).text)) is not None:
        yield TextFinding("CLAIMED_AND_DENIED", claim.plain, other.plain)


_SHARES = frozenset({"recycled_content", "renewable_energy", "renewable_material"})
_WORD = re.compile(r"[^\W\d_]{2,}")
_MIN_WORDS = 4
_WIDE = "\u2e80"
_LETTERS_PER_WIDE_CHARACTER = 3


class _TextBlock(NamedTuple):
    start: int
    end: int
    language: str
    claims: tuple[Candidate, ...]


Claimed = tuple[_TextBlock, "Candidate"]


def _find_language_differences(
    text: str, candidates: Sequence[Candidate], declared: Sequence[LanguageSpan]
) -> Iterator[TextFinding]:
    """Yield the claims that are stronger in one language; detected languages take priority over declared languages."""
    if len(candidates) < 2:
        return
    cut = _blocks(text, candidates, declared)
    sections = [tuple(group) for _, group in groupby(cut, key=lambda block: block.language)]
    first = 0
    while first < len(sections):
        seen, pairs = {sections[first][0].language}, list[tuple[Claimed, Claimed]]()
        following = first + 1
        while following < len(sections) and sections[following][0].language not in seen:
            seen.add(sections[following][0].language)
            pairs += _pairs(sections[first], sections[following])
            following += 1
        for claimed, other in pairs:
            yield from _differences(text, claimed, other)
        first = following if pairs else first + 1


def _blocks(text: str, candidates: Sequence[Candidate], declared: Sequence[LanguageSpan]) -> Iterator[_TextBlock]:
    starts, language = [each.start for each in candidates], ""
    several = len({each.language for each in declared}) > 1  # a single declaration may be incomplete
    for block in blocks(text):
        for start, end, own in _cut(block, declared):
            claims = candidates[bisect_left(starts, start) : bisect_left(starts, end)]
            clear = FOREIGN if own else CLEAR
            detected = "" if several or not claims else _detect_language(text[start:end], clear)
            language = detected or own or language
            yield _TextBlock(start, end, language, tuple(claims))


def _cut(block: tuple[int, int], declared: Sequence[LanguageSpan]) -> Iterator[tuple[int, int, str]]:
    start, end = block
    language = ""
    first = bisect_right(declared, start, key=lambda each: each.end)
    for each in declared[first : bisect_left(declared, end, key=lambda each: each.start)]:
        if language and each.language != language:
            yield start, each.start, language
            start = each.start
        language = each.language
    yield start, end, language


def _detect_language(words: str, clear: int) -> str:
    guess = detect_languages(words)
    if guess.by_script is not None:
        return guess.by_script
    if guess.latin is None or guess.latin.lead < clear or len(_WORD.findall(words)) < _MIN_WORDS:
        return ""
    return guess.latin.language or ""


def _pairs(first: Sequence[_TextBlock], other: Sequence[_TextBlock]) -> Iterator[tuple[Claimed, Claimed]]:
    stretches: Sequence[tuple[Sequence[_TextBlock], Sequence[_TextBlock]]] = [(first, other)]
    if len(first) == len(other):
        stretches = [((block,), (other_block,)) for block, other_block in zip(first, other, strict=True)]
    for these, those in stretches:
        ours, theirs = _claims(these), _claims(those)
        if len(ours) == len(theirs):
            yield from zip(ours, theirs, strict=True)


def _claims(stretch: Sequence[_TextBlock]) -> list[Claimed]:
    claims: dict[tuple[str, tuple[str, ...]], Claimed] = {}
    for block in stretch:
        for claim in block.claims:
            claims.setdefault((fold(claim.quote).text, claim.kinds), (block, claim))
    return list(claims.values())


def _differences(text: str, first: Claimed, other: Claimed) -> Iterator[TextFinding]:
    (our_block, ours), (their_block, theirs) = first, other
    if ours.level is not None and theirs.level is not None and ours.level.level != theirs.level.level:
        return
    shared = set(ours.kinds) & set(theirs.kinds)
    if difference := _strength(ours) - _strength(theirs) if shared or _both_on_carbon(ours, theirs) else 0:
        stronger, weaker = (ours, theirs) if difference > 0 else (theirs, ours)
        yield TextFinding("KIND_BY_LANGUAGE", stronger.plain, weaker.plain)
    elif shared and (figures := _figures(text, ours, theirs, shared)) is not None:
        yield TextFinding("FIGURE_BY_LANGUAGE", *figures)
    elif shared:
        yield from _missing_limits(text, (our_block, ours), (their_block, theirs))
        yield from _missing_limits(text, (their_block, theirs), (our_block, ours))


def _both_on_carbon(*claims: Candidate) -> bool:
    on_carbon = all(
        CARBON.intersection(each.kinds) and ON_CARBON.search(fold(each.sentence.quote).text) for each in claims
    )
    return on_carbon and any(NEUTRAL.intersection(each.kinds) for each in claims)


def _strength(claim: Candidate) -> int:
    if claim.negated:
        return 0
    reached = 3 if NEUTRAL.intersection(claim.kinds) else 2
    return reached - 1 if "future" in claim.types and reached == 3 else reached


def _figures(text: str, ours: Candidate, theirs: Candidate, shared: Set[str]) -> tuple[TextSpan, TextSpan] | None:
    if len(ours.numbers) > 1 or len(theirs.numbers) > 1:
        return None
    if ours.numbers and theirs.numbers:
        (own_number,), (other,) = ours.numbers, theirs.numbers
        if own_number.unit != other.unit or own_number.value == other.value:
            return None
        more = _is_less(other.value, own_number.value) is not ("quantified_pcf" in shared)
        pair = (_joint_span(text, ours, own_number), _joint_span(text, theirs, other))
        return pair if more else pair[::-1]
    if _SHARES & shared and (ours.numbers or theirs.numbers):
        numbered, silent = (ours, theirs) if ours.numbers else (theirs, ours)
        (number,) = numbered.numbers
        if number.unit == "%" and _is_less(number.value, "100"):
            return silent.plain, _joint_span(text, numbered, number)
    return None


def _is_less(first: str, other: str) -> bool:
    return Fraction(first) < Fraction(other)


def _joint_span(text: str, claim: Candidate, number: Quantity) -> TextSpan:
    return TextSpan.of(text, min(claim.start, number.start), max(claim.end, number.end))


def _missing_limits(text: str, first: Claimed, other: Claimed) -> Iterator[TextFinding]:
    (our_block, ours), (their_block, theirs) = first, other
    limits = [each for each in theirs.qualifiers if each.kind in LIMITS]
    if ours.negated or theirs.negated or not limits or any(each.kind in LIMITS for each in ours.qualifiers):
        return
    max_width = _width(text[their_block.start : their_block.end]) - _width(limits[0].quote) // 2
    if _width(text[our_block.start : our_block.end]) <= max_width:
        yield TextFinding("LIMIT_BY_LANGUAGE", ours.plain, limits[0].plain)


def _width(text: str) -> int:
    return sum(_LETTERS_PER_WIDE_CHARACTER if character >= _WIDE else 1 for character in text)


_IMAGERY = "imagery"
_LABEL = ("label_name", "label_kind", "label_owner", "label_certificate")
UNDETERMINED = "und"


def types_from_facts(stated: FactValues) -> tuple[ClaimType, ...]:
    """Return the claim types that facts alone make: those stated, otherwise that of an image or a described label."""
    named = stated.get("claim_types", ())
    if not named and stated.get(_IMAGERY):
        named = ("imagery_only",)
    if not named and any(stated.get(fact) for fact in _LABEL):
        named = ("label",)
    return tuple(kind for kind in KNOWN_TYPES if kind in named)


def unworded_claim(text: str, stated: FactValues, names: Sequence[str] = ()) -> Candidate | None:
    """Build the claim of a whole text without worded claims. None if the facts about it make no claim.

    Its span is the first of the trader's `names` found in the text, otherwise the first block.
    """
    types = types_from_facts(stated)
    named = (re.search(re.escape(name.strip()), text, re.IGNORECASE) for name in names if name.strip())
    span = next((match.span() for match in named if match is not None), None) or next(iter(blocks(text)), None)
    return _candidate(text, *span, types) if types and span is not None else None


def quoted_claim(text: str, start: int, end: int, stated: FactValues) -> Candidate | None:
    """Build the claim that facts state for a span of the text. None if they make no claim."""
    types = types_from_facts(stated)
    return _candidate(text, start, end, types) if types else None


def _candidate(text: str, start: int, end: int, types: tuple[ClaimType, ...]) -> Candidate:
    span = TextSpan.of(text, start, end)
    return Candidate(
        **span.model_dump(),
        sentence=span,
        language=UNDETERMINED,
        categories=("given",),
        types=types,
        confidence="high",
        terms=(),
    )
