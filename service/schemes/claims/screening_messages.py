"""How do requests to screen, and screenings, become protobuf messages, and messages screenings?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, TypedDict, cast

from rules.claims.screening.candidates import (
    BALANCES,
    Balance,
    Candidate,
    Category,
    ClaimType,
    Confidence,
    Direction,
    LabelFound,
    Level,
    LevelFound,
    Masked,
    MaskReason,
    NotScreened,
    Placement,
    Qualifier,
    QualifierKind,
    Quantity,
    ScreeningResult,
    Segment,
    Span,
    TermFound,
    Unheard,
)
from rules.claims.screening.languages import check_covered
from rules.claims.screening.proposals import ProposedFact, propose_facts
from rules.contracts.errors import InputError, Violation, attempt
from rules.contracts.messages import speaker
from touchstone.v1 import screening_service_pb2 as pb2

if TYPE_CHECKING:
    from rules.claims.prominence import Finding
    from rules.claims.readings import Assumption


class _Place(TypedDict):
    """A place in the text, and what stands there."""

    start: int
    end: int
    quote: str


MAXIMUM_CHARACTERS = 500_000
_say = speaker(__name__)
_MAXIMUM_NAMES = 100
_MAXIMUM_NAME = 200


def check_request(message: pb2.ScreenClaimsRequest | pb2.CheckClaimsRequest) -> None:
    """Refuse a request that cannot be screened, before its file is read.

    Raises:
        InputError: fields are malformed; every one is listed.
    """
    found: list[Violation] = []
    source = message.WhichOneof("source")
    if source is None or not getattr(message, source):
        found.append(Violation(source or "source", _say("SOURCE_MISSING"), "REQUIRED"))
    attempt(found, check_covered, message.language_codes, "language_codes")
    if len(message.trader_names) > _MAXIMUM_NAMES:
        description = _say("TOO_MANY_NAMES", count=len(message.trader_names), most=_MAXIMUM_NAMES)
        found.append(Violation("trader_names", description, "TOO_MANY"))
    for number, name in enumerate(message.trader_names[:_MAXIMUM_NAMES]):
        if not name.strip() or len(name) > _MAXIMUM_NAME:
            description = _say("NAME_LENGTH", most=_MAXIMUM_NAME, length=len(name))
            found.append(Violation(f"trader_names[{number}]", description, "WRONG_VALUE"))
    if found:
        raise InputError(tuple(found))


def check_text(text: str, field: str) -> None:
    """Refuse a text that is empty or too long.

    Raises:
        InputError: it is.
    """
    if not text.strip():
        raise InputError((Violation(field, _say("NOTHING_TO_SCREEN"), "EMPTY"),))
    if len(text) > MAXIMUM_CHARACTERS:
        description = _say("TEXT_TOO_LONG", length=f"{len(text):,}", most=f"{MAXIMUM_CHARACTERS:,}")
        raise InputError((Violation(field, description, "TOO_LONG"),))


def write_screening(text: str, result: ScreeningResult) -> pb2.ScreenClaimsResponse:
    """Write the screening of a text, with the facts that each candidate proposes."""
    return pb2.ScreenClaimsResponse(
        text=text,
        candidate_claims=map(write_candidate, result.candidates),
        screened_segments=[
            pb2.ScreenedSegment(start=one.start, end=one.end, language_codes=one.languages)
            for one in result.segments
            if one.not_screened is None
        ],
        unscreened_segments=write_unscreened(text, result),
        unheard_sentence=write_unheard(result),
        hearing=write_hearing(result),
        masked_spans=[
            pb2.MaskedSpan(span=_span(one), reason=f"REASON_{one.reason.upper()}", term=one.term)
            for one in result.masked
        ],
    )


def read_hearing(hearing: pb2.ClaimHearing) -> Balance:
    """Read how readily sentences are heard as claims; one that is not known counts as none said."""
    named = {pb2.ClaimHearing.Value(f"CLAIM_HEARING_{balance.upper()}"): balance for balance in BALANCES}
    return named.get(hearing, "balanced")


def write_hearing(result: ScreeningResult) -> str:
    """Write how readily sentences were heard as claims."""
    return f"CLAIM_HEARING_{(result.hearing or 'unspecified').upper()}"


def write_unheard(result: ScreeningResult) -> pb2.UnheardSentence | None:
    """Write the sentence without claim that sounds most like one."""
    found = result.unheard
    if found is None:
        return None
    return pb2.UnheardSentence(span=_span(found), language_code=found.language, claim_percent=found.percent)


def write_unscreened(text: str, result: ScreeningResult) -> list[pb2.UnscreenedSegment]:
    """Write the stretches of which it is not known whether they make claims."""
    return [
        pb2.UnscreenedSegment(
            span=pb2.Span(start=one.start, end=one.end, quote=text[one.start : one.end]),
            language_codes=one.languages,
            reason=f"REASON_{one.not_screened.upper()}",
        )
        for one in result.segments
        if one.not_screened is not None
    ]


def _span(span: Span | Candidate) -> pb2.Span:
    return pb2.Span(start=span.start, end=span.end, quote=span.quote)


def write_candidate(found: Candidate) -> pb2.CandidateClaim:
    """Write a candidate with the facts that it proposes."""
    proposal = propose_facts(found)
    return pb2.CandidateClaim(
        span=_span(found),
        sentence=_span(found.sentence),
        language_code=found.language,
        claim_types=found.types,
        possible_claim_types=found.possible_types,
        confidence=f"SCREENING_CONFIDENCE_{found.confidence.upper()}",
        negated=found.negated,
        proposed_facts=map(_fact, proposal.facts),
        open_fact_paths=proposal.to_be_given,
        categories=found.categories,
        lexicon_terms=[pb2.LexiconTerm(span=_span(one), term=one.term, category=one.category) for one in found.terms],
        level=None if found.level is None else pb2.ClaimLevel(span=_span(found.level), level=found.level.level),
        asserted_scope=found.asserted_scope or "",
        superlative=found.superlative,
        qualifiers=[
            pb2.ClaimQualifier(span=_span(one), kind=one.kind, placement=one.placement) for one in found.qualifiers
        ],
        quantities=map(_quantity, found.numbers),
        labels=[pb2.ClaimLabel(span=_span(one), name=one.name) for one in found.labels],
        target_years=found.target_years,
        claim_percent=found.percent,
    )


def write_assumptions(found: Iterable[Assumption]) -> list[pb2.ClaimAssumption]:
    """Write what was taken from the words of a claim."""
    return [pb2.ClaimAssumption(fact_id=one.fact, values=one.values, spans=map(_span, one.spans)) for one in found]


def write_findings(found: Iterable[Finding]) -> list[pb2.ClaimFinding]:
    """Write the places of a text that do not stand together."""
    return [
        pb2.ClaimFinding(
            code=one.code,
            claim=_span(one.claim),
            other=None if one.other is None else _span(one.other),
            withheld_words=one.withheld,
            measure=one.measure,
        )
        for one in found
    ]


def _fact(fact: ProposedFact) -> pb2.ProposedFact:
    return pb2.ProposedFact(
        path=fact.path, values=fact.values, record_index=fact.record, spans=[_span(span) for span in fact.spans]
    )


def _quantity(found: Quantity) -> pb2.ClaimQuantity:
    return pb2.ClaimQuantity(
        span=_span(found),
        value=found.value,
        unit=found.unit,
        direction=found.direction or "",
        comparator=None if found.comparator is None else _span(found.comparator),
        base_year=found.base_year,
    )


def read_screening(message: pb2.ScreenClaimsResponse) -> ScreeningResult:
    """Read a screening as a server sent it."""
    segments = [
        Segment(start=one.start, end=one.end, languages=tuple(one.language_codes)) for one in message.screened_segments
    ]
    segments += [
        Segment(
            start=one.span.start,
            end=one.span.end,
            languages=tuple(one.language_codes),
            not_screened=cast("NotScreened", _word(pb2.UnscreenedSegment.Reason.Name(one.reason), "REASON_")),
        )
        for one in message.unscreened_segments
    ]
    return ScreeningResult(
        length=len(message.text),
        segments=tuple(sorted(segments, key=lambda segment: segment.start)),
        candidates=tuple(map(_read_candidate, message.candidate_claims)),
        masked=tuple(
            Masked(
                **_place(one.span),
                reason=cast("MaskReason", _word(pb2.MaskedSpan.Reason.Name(one.reason), "REASON_")),
                term=one.term,
            )
            for one in message.masked_spans
        ),
        hearing=read_hearing(message.hearing),
        unheard=_read_unheard(message.unheard_sentence) if message.HasField("unheard_sentence") else None,
    )


def _read_unheard(message: pb2.UnheardSentence) -> Unheard:
    return Unheard(**_place(message.span), language=message.language_code, percent=message.claim_percent)


def _word(name: str, prefix: str) -> str:
    return name.removeprefix(prefix).lower()


def _place(span: pb2.Span) -> _Place:
    return {"start": span.start, "end": span.end, "quote": span.quote}


def _read_candidate(message: pb2.CandidateClaim) -> Candidate:
    confidence = _word(pb2.ScreeningConfidence.Name(message.confidence), "SCREENING_CONFIDENCE_")
    level = message.level
    return Candidate(
        **_place(message.span),
        sentence=Span(**_place(message.sentence)),
        language=message.language_code,
        categories=cast("tuple[Category, ...]", tuple(message.categories)),
        types=cast("tuple[ClaimType, ...]", tuple(message.claim_types)),
        possible_types=cast("tuple[ClaimType, ...]", tuple(message.possible_claim_types)),
        confidence=cast("Confidence", confidence),
        percent=message.claim_percent if message.HasField("claim_percent") else None,
        negated=message.negated,
        level=LevelFound(**_place(level.span), level=cast("Level", level.level)) if message.HasField("level") else None,
        asserted_scope=cast("Literal['whole', 'part'] | None", message.asserted_scope or None),
        superlative=message.superlative,
        qualifiers=tuple(
            Qualifier(
                **_place(one.span),
                kind=cast("QualifierKind", one.kind),
                placement=cast("Placement", one.placement),
            )
            for one in message.qualifiers
        ),
        numbers=tuple(map(_read_quantity, message.quantities)),
        labels=tuple(LabelFound(**_place(one.span), name=one.name) for one in message.labels),
        target_years=tuple(message.target_years),
        terms=tuple(
            TermFound(**_place(one.span), term=one.term, category=cast("Category", one.category))
            for one in message.lexicon_terms
        ),
    )


def _read_quantity(message: pb2.ClaimQuantity) -> Quantity:
    return Quantity(
        **_place(message.span),
        value=message.value,
        unit=message.unit,
        direction=cast("Direction | None", message.direction or None),
        comparator=Span(**_place(message.comparator)) if message.HasField("comparator") else None,
        base_year=message.base_year if message.HasField("base_year") else None,
    )
