"""Messages of screenings, and the mapper of claims to messages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rules.claims import (
    BALANCES,
    Balance,
    Candidate,
    MaskedWords,
    MatchedLabel,
    MatchedLevel,
    MatchedTerm,
    PrecedentSummary,
    ProposedFact,
    Qualifier,
    Quantity,
    ScreeningResult,
    Segment,
    TextSpan,
    UnflaggedSentence,
    propose_facts,
    screening_sources,
)
from rules.contracts import Verdict
from service.base.software import software_versions
from service.output.mapping.answers import ANSWERS
from service.output.mapping.mapper import (
    ConvertedField,
    FlattenedField,
    Mapper,
    MessageMapping,
    UnmappedField,
    word_of,
)
from touchstone.v1 import screening_service_pb2 as pb2

if TYPE_CHECKING:
    from service.schemes.claims.documents.document import Document
    from service.schemes.claims.documents.page_facts import PageFact


def _fact_span(fact: PageFact) -> TextSpan | None:
    if fact.start is None or fact.end is None:
        return None
    return TextSpan(start=fact.start, end=fact.end, quote=fact.quote)


def _write_faults(faults: Mapping[Verdict, tuple[str, ...]]) -> list[dict[str, object]]:
    return [{"verdict": verdict, "jurisdictions": jurisdictions} for verdict, jurisdictions in faults.items()]


_SPAN = {"span": FlattenedField()}

CLAIMS = Mapper(
    MessageMapping(pb2.Span, TextSpan),
    MessageMapping(pb2.LexiconTerm, MatchedTerm, _SPAN),
    MessageMapping(pb2.ClaimLevel, MatchedLevel, _SPAN),
    MessageMapping(pb2.ClaimQualifier, Qualifier, _SPAN),
    MessageMapping(pb2.ClaimQuantity, Quantity, _SPAN),
    MessageMapping(pb2.ClaimLabel, MatchedLabel, _SPAN, not_in_message=frozenset({"licence"})),
    MessageMapping(
        pb2.CandidateClaim,
        Candidate,
        {
            **_SPAN,
            "claim_types": "types",
            "possible_claim_types": "possible_types",
            "proposed_facts": UnmappedField("proposed from the candidate: write_candidate"),
            "open_fact_paths": UnmappedField("likewise"),
            "lexicon_terms": "terms",
            "quantities": "numbers",
            "claim_percent": "percent",
        },
    ),
    MessageMapping(pb2.ProposedFact, ProposedFact, {"record_index": "record"}),
    MessageMapping(pb2.MaskedSpan, MaskedWords, _SPAN),
    MessageMapping(pb2.UnheardSentence, UnflaggedSentence, {**_SPAN, "claim_percent": "percent"}),
    MessageMapping(pb2.ScreenedSegment, Segment, not_in_message=frozenset({"not_screened"})),
    MessageMapping(
        pb2.UnscreenedSegment,
        Segment,
        {"span": FlattenedField({"quote": UnmappedField("cut out of the text")}), "reason": "not_screened"},
    ),
    MessageMapping(
        pb2.TextBlock,
        "service.schemes.claims.documents.document:TextBlock",
        not_in_message=frozenset({"containers"}),
    ),
    MessageMapping(
        pb2.PageFact, "service.schemes.claims.documents.page_facts:PageFact", {"span": ConvertedField(write=_fact_span)}
    ),
    MessageMapping(pb2.ClaimQuestion, "service.schemes.claims.questions:Question", {"points": "items"}),
    MessageMapping(
        pb2.ClaimQuestionOption,
        "service.schemes.claims.questions:Option",
        {"label": "words", "faults": ConvertedField("faults", _write_faults)},
    ),
    MessageMapping(pb2.ClaimQuestionFault, dict),
    MessageMapping(pb2.ClaimQuestionPoint, "service.schemes.claims.questions:Item", {"label": "words"}),
    MessageMapping(
        pb2.ClaimRewriting,
        "service.schemes.claims.rewriting:Rewriting",
        {"claim": UnmappedField("the number of the claim: AnswerBuilder.answer")},
    ),
    MessageMapping(pb2.ClaimFinding, "rules.claims.prominence:TextFinding", {"withheld_words": "withheld"}),
    MessageMapping(pb2.ClaimReading, dict),
    MessageMapping(
        pb2.ClaimContradiction,
        "rules.claims.claim_readings:Contradiction",
        {"fact_ids": ConvertedField("facts", dict.fromkeys)},
    ),
    MessageMapping(
        pb2.ClaimPrecedents,
        PrecedentSummary,
        {
            "claim_types": "kinds",
            "decided_there": "here",
            "case_count": "count",
            "condemned_count": "condemned",
            "latest_date": "latest_day",
        },
    ),
    MessageMapping(
        pb2.ClaimRule,
        "service.schemes.claims.rule_words:LocalizedRule",
        {
            "scorecard": "card",
            **dict.fromkeys(("jurisdictions", "conditions"), UnmappedField("collected from answers: StatedRules")),
        },
    ),
    MessageMapping(
        pb2.ClaimCondition,
        "service.schemes.claims.rule_words:LocalizedCondition",
        {"clauses": "words", "names": "facts"},
    ),
    base=ANSWERS,
)
"""Mapper of screenings and answers on claims."""


def write_screened(document: Document, result: ScreeningResult) -> pb2.ScreenClaimsResponse:
    """Convert a screening, with the facts proposed by each candidate."""
    return CLAIMS.write(
        pb2.ScreenClaimsResponse,
        text=document.text,
        document_kind=document.kind,
        text_blocks=document.blocks,
        left_out_counts=document.left_out,
        page_facts=document.shown,
        candidate_claims=map(write_candidate, result.candidates),
        screened_segments=[segment for segment in result.segments if segment.not_screened is None],
        unscreened_segments=write_unscreened(document.text, result),
        unheard_sentence=result.unheard,
        hearing=result.hearing,
        masked_spans=result.masked,
        screening_sources=applied_software(),
    )


def write_candidate(candidate: Candidate) -> pb2.CandidateClaim:
    """Convert a candidate, with the facts proposed by it."""
    proposal = propose_facts(candidate)
    return CLAIMS.write(
        pb2.CandidateClaim, candidate, proposed_facts=proposal.facts, open_fact_paths=proposal.missing_facts
    )


def write_unscreened(text: str, result: ScreeningResult) -> list[pb2.UnscreenedSegment]:
    """Convert the segments that were not screened, with their quotes."""
    written = []
    for stretch in (segment for segment in result.segments if segment.not_screened is not None):
        written.append(CLAIMS.write(pb2.UnscreenedSegment, stretch))
        written[-1].span.quote = text[stretch.start : stretch.end]
    return written


def applied_software() -> list[pb2.AppliedVersion]:
    """Return the software and the screening files in use."""
    sources = (("touchstone", software_versions()["touchstone"], ""), *screening_sources())
    return [pb2.AppliedVersion(name=name, version=version, digest=digest) for name, version, digest in sources]


def read_hearing(hearing: pb2.ClaimHearing) -> Balance:
    """Convert the detection setting; unknown values become "balanced"."""
    word = word_of(pb2.ClaimHearing, hearing)
    return word if word in BALANCES else "balanced"
