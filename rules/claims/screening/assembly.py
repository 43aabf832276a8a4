"""Assembly of candidates: matched words grouped with the numbers, qualifiers and level of their sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypedDict

from rules.claims.screening.candidates import (
    CATEGORIES,
    CLAIM_TYPES,
    CONFIDENCES,
    NEUTRAL_TYPES,
    Candidate,
    Category,
    ClaimType,
    Confidence,
    Direction,
    Level,
    MaskedWords,
    MatchedLabel,
    MatchedLevel,
    MatchedTerm,
    Placement,
    Qualifier,
    QualifierKind,
    Quantity,
    TextSpan,
)
from rules.claims.screening.folding import FoldedText, fold
from rules.claims.screening.labels import is_only_word, label_of_term, labels, licence_near
from rules.claims.screening.languages import SCREENED_LANGUAGES
from rules.claims.screening.lexicon import ClaimLexicon, lexicon
from rules.claims.screening.sentences import is_question

if TYPE_CHECKING:
    from rules.claims.screening.lexicon_matches import Hit, MaskedHit
    from rules.claims.screening.patterns import Pattern


_SPEAKER: Level = "trader"
_FAR = 1_000
_REMEMBERED = 1_024
_STANDARD = re.compile(
    r"\b(?:(?:din |nf |bs |uni |une |ds |ss |en )*(?:iso(?:/ts)?|en) ?-?"
    r"(?:13430|13432|14021|14024|14025|14040|14044|14046|14064|14067|14068|14855|14995|15343|15804|16620|16640|17033|17088|18606)"
    r"|astm ?d ?(?:5511|5988|6400|6866|6868|7611)|as ?(?:4736|5810)|nf ?t ?51-800|gb/t ?(?:24\d{3}|16716|28206|38082)"
    r"|pas ?20(?:50|60)|ghg protocol)(?:-\d+)?(?::\d{4})?\b"
)
"""Standards for measuring or wording environmental claims; management standards are not included."""


@lru_cache(maxsize=_REMEMBERED)
def qualifiers(sentence: str, language: str) -> tuple[tuple[QualifierKind, int, int], ...]:
    """Return the words of a folded sentence that may limit or explain a claim, as kind, start and end.

    Words that deny offsets take priority, but "not only offsets" is no denial.
    """
    known = lexicon(language)
    qualifier_spans = list(_lexicon_qualifiers(sentence, known))
    methods = [(first, last) for kind, first, last in qualifier_spans if kind == "method"]
    qualifier_spans += [
        ("method", *match.span()) for match in _STANDARD.finditer(sentence) if not _overlaps_any(*match.span(), methods)
    ]
    only = list(known.negation.only.spans(sentence)) if any(kind == "no_offset" for kind, *_ in qualifier_spans) else []
    qualifier_spans = [
        each for each in qualifier_spans if each[0] != "no_offset" or not _overlaps_any(each[1], each[2], only)
    ]
    denied = [(first, last) for kind, first, last in qualifier_spans if kind == "no_offset"]
    return tuple(each for each in qualifier_spans if each[0] != "offset" or not _overlaps_any(each[1], each[2], denied))


def _lexicon_qualifiers(sentence: str, known: ClaimLexicon) -> Iterator[tuple[QualifierKind, int, int]]:
    for kind, pattern in known.qualifiers.items():
        for start, end in known.spans(pattern, sentence):
            words = sentence[start:end]
            if words.strip(" "):
                yield kind, start + len(words) - len(words.lstrip(" ")), end - len(words) + len(words.rstrip(" "))


def _overlaps_any(first: int, last: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(first < end and start < last for start, end in spans)


def levels(sentence: str, known: ClaimLexicon) -> tuple[tuple[Level, int, int], ...]:
    """Return the words of a sentence that name a subject level, such as product or trader."""
    return _level_spans(known.levels, sentence, known)


def _level_spans(
    patterns: Mapping[Level, Pattern], sentence: str, known: ClaimLexicon
) -> tuple[tuple[Level, int, int], ...]:
    return tuple(
        (level, start, end) for level, pattern in patterns.items() for start, end in known.spans(pattern, sentence)
    )


def names_only_speaker(words: str, language: str) -> bool:
    """Return whether folded words name only the speaker, such as "we"."""
    return (0, len(words)) in lexicon(language).speaker.spans(words)


def facts_settled_by_absence(text: str) -> dict[str, str]:
    """Return the values of facts that a folded text mentions in no screened language."""
    mentioned: dict[tuple[str, str], bool] = {}
    for known in map(lexicon, SCREENED_LANGUAGES):
        for value, patterns in known.unspoken.items():
            for fact, pattern in patterns.items():
                mentioned[fact, value] = mentioned.get((fact, value), False) or known.mentions(pattern, text)
    return {fact: value for (fact, value), is_mentioned in mentioned.items() if not is_mentioned}


def _nearest_level(
    start: int, end: int, level_spans: tuple[tuple[Level, int, int], ...]
) -> tuple[Level, int, int] | None:
    """Return the subject level nearest to a claim.

    The speaker counts only if adjacent or alone: "all products are produced climate neutrally" is about products.
    """

    def nearness(entry: tuple[Level, int, int]) -> tuple[bool, int, int]:
        level, first, last = entry
        distance = first - end if first >= end else start - last if last <= start else 0
        return level == _SPEAKER and distance > 1, max(distance, 0), first - last

    near = [entry for entry in level_spans if nearness(entry)[1] <= _FAR]
    return min(near, key=nearness) if near else None


_ACTIVITY_DISTANCE = 40
_NEW_STATEMENT = re.compile(r"[,;:()。，；：、]|\b(and|und|et|y|e|en|och|og|but|aber|mais|pero|ma|maar|men)\b|和|并|且")


def activity_level(
    claim: HitGroup, named: tuple[Level, int, int] | None, sentence: str, known: ClaimLexicon
) -> tuple[Level, int, int] | None:
    """Return the activity of a neutrality claim, as in "shipped carbon neutral", if no product is named.

    A trader named by more than "we" takes priority, unless the activity is nearer.
    """
    if not NEUTRAL_TYPES.intersection((*claim.types, *claim.possible_types)):
        return None
    if named is not None and named[0] != _SPEAKER:
        return None
    if named is not None and not names_only_speaker(sentence[named[1] : named[2]], known.language):
        max_distance = min(_ACTIVITY_DISTANCE, _space_between(claim, named) - 1)
    else:
        max_distance = _ACTIVITY_DISTANCE
    near = (
        each
        for each in _level_spans(known.activities, sentence, known)
        if _space_between(claim, each) <= max_distance
        and not _NEW_STATEMENT.search(sentence, min(claim.end, each[2]), max(claim.start, each[1]))
    )
    return min(near, key=lambda each: _space_between(claim, each), default=None)


def _space_between(claim: HitGroup, level_span: tuple[Level, int, int]) -> int:
    return max(level_span[1] - claim.end, claim.start - level_span[2], 0)


_GOODS: frozenset[Level] = frozenset({"product", "category", "packaging", "component"})
_OCCASIONS: frozenset[Level] = frozenset({"service", "event"})
_ENCOMPASSING_LEVELS: frozenset[Level] = frozenset({"trader", "brand", "process"})


def is_unrelated_to_claim(claimed: Level | None, spoken_of: Iterable[Level]) -> bool:
    """Return whether a claim about goods is unrelated to offset words about services or events only."""
    others = frozenset(spoken_of) - _ENCOMPASSING_LEVELS
    return claimed in _GOODS and bool(others) and others <= _OCCASIONS


_MAX_GAP = 5
_MAX_GAP_BEFORE_OFFSET = 20
_MAX_MODIFIER_GAP = 3
_CLAUSE = ",;:()、,。/"


@dataclass(slots=True)
class HitGroup:
    """Matched words of one claim."""

    start: int
    end: int
    negated: bool
    hits: list[Hit] = field(default_factory=list)

    def add(self, hit: Hit) -> None:
        self.hits.append(hit)
        self.start, self.end = min(self.start, hit.start), max(self.end, hit.end)

    @property
    def categories(self) -> tuple[Category, ...]:
        hit_categories = {hit.category for hit in self.hits}
        return tuple(category for category in CATEGORIES if category in hit_categories)

    @property
    def types(self) -> tuple[ClaimType, ...]:
        hit_types = {kind for hit in self.hits for kind in hit.types}
        return tuple(kind for kind in CLAIM_TYPES if kind in hit_types)

    @property
    def possible_types(self) -> tuple[ClaimType, ...]:
        settled = set(self.types)
        undetermined_types = {
            kind for hit in self.hits if not settled.intersection(hit.possible_types) for kind in hit.possible_types
        }
        return tuple(kind for kind in CLAIM_TYPES if kind in undetermined_types)

    @property
    def confidence(self) -> Confidence:
        hit_confidences = {hit.confidence for hit in self.hits if not hit.modifier}
        return next(confidence for confidence in CONFIDENCES if confidence in hit_confidences)


def _group_hits(hits: Iterable[Hit], sentence: str) -> list[HitGroup]:
    """Group the words of a sentence into claims, in sentence order.

    A modifier joins every claim that it touches, otherwise the nearest; a promise then joins all.
    """
    groups: list[HitGroup] = []
    modifiers: list[Hit] = []
    for hit in hits:
        if hit.modifier:
            modifiers.append(hit)
        elif groups and _joins(groups[-1], hit, sentence):
            groups[-1].add(hit)
        else:
            groups.append(HitGroup(hit.start, hit.end, hit.negated, [hit]))
    for modifier in modifiers:
        touched = [each for each in groups if _touches(each, modifier, sentence)]
        for each in touched:
            each.add(modifier)
        for each in () if touched else _claims_of(modifier, groups):
            each.hits.append(modifier)
    return groups


def _touches(claim: HitGroup, modifier: Hit, sentence: str) -> bool:
    between = sentence[min(claim.end, modifier.end) : max(claim.start, modifier.start)]
    return _distance(claim, modifier) <= _MAX_MODIFIER_GAP and not any(mark in between for mark in _CLAUSE)


def _joins(before: HitGroup, hit: Hit, sentence: str) -> bool:
    if hit.start < before.end:
        return True
    between = sentence[before.end : hit.start]
    if hit.negated != before.negated:
        return False
    if "neutral_offset" in hit.types and "neutral" in before.categories:
        return len(between) <= (_MAX_GAP_BEFORE_OFFSET if between.endswith((",", ", ")) else _MAX_GAP)
    return len(between) <= _MAX_GAP and not any(mark in between for mark in _CLAUSE)


def _claims_of(modifier: Hit, groups: list[HitGroup]) -> list[HitGroup]:
    if not groups or modifier.category == "future":
        return groups
    return [min(groups, key=lambda each: (_distance(each, modifier), each.start))]


def _distance(claim: HitGroup, other: Hit | MatchedNumber) -> int:
    return max(other.start - claim.end, claim.start - other.end, 0)


_MASS = r"(?:kg|g|mg|t|mt|kt|tonnes?|tons?|tonnen|tonnellat[ae]|toneladas?)"
_PERCENT = ("percent", "per cent", "prozent", "pour cent", "procent", "per cento", "percento", "por ciento", "pct")
_UNIT = "|".join(
    (
        rf"%|(?:{'|'.join(_PERCENT)})\b",
        rf"{_MASS}? ?co ?2[ -]?(?:e|eq)?\b(?: ?(?:/|per|pro|par|por|pr\.?) ?[a-z]+)?",
        rf"{_MASS}\b ?(?:of |de |di )?(?:co ?2e?\b|二氧化碳)?(?:当量)?(?:/[a-z]+)?",
        r"(?:吨|千克|公斤|克)(?:co ?2e?\b|二氧化碳)?(?:当量)?",
        r"(?:[kmgt]?wh?|gj|lit(?:re|er)s?|years?|jahre?|ans|jaar|anni|anos|ar)\b",
        r"年(?!前|底|之前|末|实|达)",
    )
)
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<sign>-(?=\d)|\+)?(?P<whole>\d{1,3}(?:[ .,']\d{3})+(?!\d)|\d{1,15})(?:[.,](?P<part>\d{1,12}))?"
    rf" ?(?P<unit>{_UNIT})?",
    re.ASCII,  # Chinese characters next to a number do not belong to it
)
_DECIMAL_POINT_LANGUAGES = frozenset({"en", "zh"})
_HALF_PERCENT = "50"
_BEFORE, _BEHIND = 60, 15


@dataclass(frozen=True, slots=True)
class MatchedNumber:
    """A number in a folded sentence, with offsets into that sentence."""

    start: int
    end: int
    value: str
    unit: str
    direction: Direction | None
    comparator: tuple[int, int] | None
    base_year: int | None


def numbers(sentence: str, lexicon: ClaimLexicon) -> tuple[MatchedNumber, ...]:
    """Return the numbers with a unit. Bare numbers and years carry no environmental information."""
    number_spans: list[tuple[int, int, str, str]] = []
    for match in _NUMBER.finditer(sentence):
        unit = (match["unit"] or "").strip()
        if not unit or (unit == "年" and len(match["whole"]) == 4):
            continue
        value = _decimal(match["whole"], match["part"], lexicon.language, negative=match["sign"] == "-")
        number_spans.append((match.start(), match.start() + len(match.group().rstrip()), value, _unit(unit)))
    words = lexicon.numbers
    number_spans += [(start, end, _HALF_PERCENT, "%") for start, end in lexicon.spans(words.half, sentence)]
    if not number_spans:
        return ()
    base_years = set(words.base_year.years(sentence))
    base_year = base_years.pop() if len(base_years) == 1 else None
    against = next(lexicon.spans(words.comparator, sentence), None), base_year
    directions = (_direction(sentence, start, end, value, lexicon) for start, end, value, _ in sorted(number_spans))
    return tuple(
        MatchedNumber(
            *each, direction, *((None, None) if direction is None else against)
        )  # no comparison without a direction
        for each, direction in zip(sorted(number_spans), directions, strict=True)
    )


def target_years(sentence: str, lexicon: ClaimLexicon) -> tuple[int, ...]:
    """Return the sorted target years of promises in a sentence."""
    return tuple(sorted(set(lexicon.numbers.target_year.years(sentence))))


def _unit(unit: str) -> str:
    unit = "%" if unit in _PERCENT else unit
    return re.sub(r"co ?2[ -]?", "CO2", unit)


def _decimal(integer_part: str, fraction_part: str | None, language: str, *, negative: bool) -> str:
    """Return a plain decimal. A mark before three digits separates thousands, unless it is the decimal mark."""
    groups = re.split(r"[ .,']", integer_part)
    marks = re.findall(r"[ .,']", integer_part)
    decimal_mark = "." if language in _DECIMAL_POINT_LANGUAGES else ","
    if len(groups) == 2 and marks[0] == decimal_mark and fraction_part is None:
        groups, fraction_part = groups[:1], groups[1]
    text = "".join(groups).lstrip("0") or "0"
    text = f"{text}.{fraction_part}" if fraction_part else text
    return f"-{text}" if negative and text.strip("0.") else text


def _direction(sentence: str, start: int, end: int, value: str, lexicon: ClaimLexicon) -> Direction | None:
    around = sentence[max(0, start - _BEFORE) : end + _BEHIND]
    is_negative_share = value.startswith("-") and sentence[start:end].endswith("%")
    if is_negative_share or lexicon.mentions(lexicon.numbers.reduction, around):
        return "reduction"
    return "increase" if lexicon.mentions(lexicon.numbers.increase, around) else None


ADJACENT = 90
"""Maximum number of characters between a claim and an adjacent qualifier in another sentence."""
_NOTES = ("*", "(*", "[*", "†", "1)")
_NEARBY_PLACEMENTS: tuple[Placement, ...] = ("same_sentence", "adjacent", "footnote")
_POINTERS: dict[QualifierKind, Placement] = {"link": "linked_url", "code": "qr"}


class SpanFields(TypedDict):
    """Fields of a span in the original text."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text, with its folded form and the number of its block.

    `context` are the heads of a table cell or the question that the sentence answers. Unless the sentence refuses them,
    they are the first `lead` characters of `folded`. `asks` is true of the head of a cell with only yes or no.
    """

    text: str
    start: int
    end: int
    folded: FoldedText
    block: int
    context: str = ""
    lead: int = 0
    asks: bool = False

    @property
    def span(self) -> SpanFields:
        return {"start": self.start, "end": self.end, "quote": self.text[self.start : self.end]}

    @property
    def words(self) -> str:
        return self.context + self.text[self.start : self.end]

    @property
    def affirms_question(self) -> bool:
        """Return whether the sentence affirms a question, and so claims its content."""
        return self.lead > 0 and is_question(self.context)

    @property
    def folded_words(self) -> str:
        """Return the folded words with the context, even one that is refused."""
        return fold(self.words).text if self.context and not self.lead else self.folded.text

    def place(self, start: int, end: int) -> SpanFields:
        """Return the original span of a folded span; a span that starts in the context covers the whole sentence."""
        if start < self.lead:
            return self.span
        first, last = self.folded.place(start, end)
        first, last = self.start + first, self.start + last
        return {"start": first, "end": last, "quote": self.text[first:last]}


def candidates(
    sentence: Sentence,
    around: Sequence[Sentence],
    hits: Sequence[Hit],
    lexicon: ClaimLexicon,
    percent: int | None = None,
) -> Iterator[Candidate]:
    """Yield the candidates of a sentence.

    `around` are the sentences with its qualifiers. `percent` is the estimated percentage of similar sentences that are
    claims.
    """
    folded = sentence.folded.text
    claims = _group_hits((hit for hit in hits if not _is_ordinary_word(hit, sentence)), folded)
    if not claims:
        return
    denials = [(first, last) for kind, first, last in qualifiers(folded, lexicon.language) if kind == "no_offset"]
    named = _levels_outside_parts(folded, lexicon)
    shares = _assign_numbers(numbers(folded, lexicon), claims)
    years = target_years(folded, lexicon)
    matched_labels = tuple(_matched_labels(sentence, around))
    superlative = lexicon.mentions(lexicon.numbers.superlative, folded)
    for claim, own in zip(claims, shares, strict=True):
        level = _nearest_level(claim.start, claim.end, named)
        level = activity_level(claim, level, folded, lexicon) or level
        about = None if level is None else level[0]
        qualifying = tuple(_qualifiers(sentence, around, claim, lexicon, about))
        yield Candidate(
            **sentence.place(claim.start, claim.end),
            sentence=TextSpan(**sentence.span),
            language=lexicon.language,
            categories=claim.categories,
            types=_settled(claim, qualifying),
            possible_types=claim.possible_types if _offset_type(claim, qualifying) is None else (),
            confidence=claim.confidence,
            percent=percent,
            negated=claim.negated or _is_denied(claim, denials),
            level=None if level is None else MatchedLevel(**sentence.place(*level[1:]), level=level[0]),
            asserted_scope=_scope(folded, qualifying, lexicon),
            superlative=superlative,
            qualifiers=qualifying,
            numbers=tuple(_quantity(sentence, each) for each in own),
            labels=matched_labels,
            target_years=_promised_years(claim, folded, years, lexicon),
            terms=tuple(
                MatchedTerm(**sentence.place(hit.start, hit.end), term=hit.term, category=hit.category)
                for hit in sorted(claim.hits, key=lambda hit: (hit.start, hit.term))
            ),
        )


def _is_ordinary_word(hit: Hit, sentence: Sentence) -> bool:
    label = label_of_term(hit.term)
    return label is not None and is_only_word(label, sentence.place(hit.start, hit.end)["quote"])


def _matched_labels(sentence: Sentence, around: Sequence[Sentence]) -> Iterator[MatchedLabel]:
    for start, end, label in labels(sentence.folded.text):
        span = sentence.place(start, end)
        if label.scheme in ("mandatory", "not_environmental") or is_only_word(label, span["quote"]):
            continue
        number = licence_near(sentence.folded.text, start, end)
        licence = TextSpan(**sentence.place(*number)) if number else _licence_in_next_sentence(span["end"], around)
        yield MatchedLabel(**span, name=label.name, licence=licence)


def _licence_in_next_sentence(end: int, around: Sequence[Sentence]) -> TextSpan | None:
    following = next((other for other in around if other.start >= end), None)
    if following is None or following.start - end > ADJACENT or labels(following.folded.text):
        return None
    number = licence_near(following.folded.text, 0, 0)
    return None if number is None else TextSpan(**following.place(*number))


def _levels_outside_parts(folded: str, lexicon: ClaimLexicon) -> tuple[tuple[Level, int, int], ...]:
    """Return the subject levels that are not named within the part of a qualifier."""
    parts = [(first, last) for kind, first, last in qualifiers(folded, lexicon.language) if kind == "part"]
    return tuple(
        named
        for named in levels(folded, lexicon)
        if not any(start <= named[1] and named[2] <= end for start, end in parts)
    )


def _is_denied(claim: HitGroup, denials: Sequence[tuple[int, int]]) -> bool:
    words = [hit for hit in claim.hits if not hit.modifier]
    return all(hit.types == ("neutral_offset",) and _overlaps_any(hit.start, hit.end, denials) for hit in words)


def _offset_type(claim: HitGroup, qualifying: Sequence[Qualifier]) -> ClaimType | None:
    """Return the offset type settled by nearby words; a text that denies some offsets may use others."""
    kinds = {each.kind for each in qualifying if each.placement in _NEARBY_PLACEMENTS}
    if "neutral_offset" not in claim.possible_types or not kinds & {"offset", "no_offset"}:
        return None
    return "neutral_offset" if "offset" in kinds else "neutral_no_offset"


def _settled(claim: HitGroup, qualifying: Sequence[Qualifier]) -> tuple[ClaimType, ...]:
    offset_type = _offset_type(claim, qualifying)
    return (
        claim.types
        if offset_type is None
        else tuple(kind for kind in CLAIM_TYPES if kind in (*claim.types, offset_type))
    )


def _promised_years(claim: HitGroup, folded: str, years: tuple[int, ...], lexicon: ClaimLexicon) -> tuple[int, ...]:
    promises = [hit for hit in claim.hits if hit.category == "future"]
    own = {year for hit in promises for year in target_years(folded[hit.start : hit.end], lexicon)}
    return tuple(sorted(own)) if own else years if promises else ()


def make_masked_words(sentence: Sentence, hidden: MaskedHit) -> MaskedWords:
    """Convert a masked match to its span in the original text."""
    return MaskedWords(**sentence.place(hidden.start, hidden.end), reason=hidden.reason, term=hidden.term)


def _quantity(sentence: Sentence, number: MatchedNumber) -> Quantity:
    return Quantity(
        **sentence.place(number.start, number.end),
        value=number.value,
        unit=number.unit,
        direction=number.direction,
        comparator=None if number.comparator is None else TextSpan(**sentence.place(*number.comparator)),
        base_year=number.base_year,
    )


def _assign_numbers(matched_numbers: Sequence[MatchedNumber], claims: Sequence[HitGroup]) -> list[list[MatchedNumber]]:
    shares: list[list[MatchedNumber]] = [[] for _ in claims]
    for number in matched_numbers:
        nearest = min(range(len(claims)), key=lambda index: (_distance(claims[index], number), index))
        shares[nearest].append(number)
    return shares


def _scope(folded: str, qualifying: Sequence[Qualifier], lexicon: ClaimLexicon) -> Literal["whole", "part"] | None:
    if any(qualifier.kind == "part" and qualifier.placement == "same_sentence" for qualifier in qualifying):
        return "part"
    return "whole" if lexicon.mentions(lexicon.numbers.whole, folded) else None


def _qualifiers(
    sentence: Sentence, around: Sequence[Sentence], claim: HitGroup, lexicon: ClaimLexicon, about: Level | None
) -> Iterator[Qualifier]:
    claim_span = sentence.place(claim.start, claim.end)
    noted = any(mark in sentence.folded.text[claim.start :] for mark in ("*", "†"))
    for other in around:
        note, inside = other.folded.text.startswith(_NOTES), other is sentence
        if other.block != sentence.block and not (note and noted):
            continue
        for kind, start, end in qualifiers(other.folded.text, lexicon.language):
            if inside and _is_inside(kind, start, end, claim):
                continue
            if kind in ("offset", "no_offset") and not (inside or note) and _is_unrelated(other, about, lexicon):
                continue
            span, as_note = other.place(start, end), noted and (note or _has_note_between(other, claim, start))
            placement = _placement(kind, span, claim_span, inside=inside, note=as_note)
            yield Qualifier(**span, kind=kind, placement=placement)


def _is_unrelated(sentence: Sentence, about: Level | None, lexicon: ClaimLexicon) -> bool:
    return is_unrelated_to_claim(about, (level for level, *_ in levels(sentence.folded.text, lexicon)))


def _has_note_between(sentence: Sentence, claim: HitGroup, start: int) -> bool:
    return sentence.folded.text.count("*", claim.start, max(start, claim.start)) > 1


def _is_inside(kind: QualifierKind, start: int, end: int, claim: HitGroup) -> bool:
    """Return whether the words are the claim itself; a smaller part of it may explain it."""
    explains = kind in ("offset", "no_offset", "method", "comparison") and (start > claim.start or end < claim.end)
    return start < claim.end and claim.start < end and not explains


def _placement(kind: QualifierKind, span: SpanFields, claim: SpanFields, *, inside: bool, note: bool) -> Placement:
    if kind in _POINTERS:
        return _POINTERS[kind]
    if note:
        return "footnote"
    if inside:
        return "same_sentence"
    distance = max(span["start"] - claim["end"], claim["start"] - span["end"], 0)
    return "adjacent" if distance <= ADJACENT else "same_text"
