"""Mapper of screenings and claim answers to protobuf and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from rules.claims import (
    BALANCES,
    CLAIM_TYPES,
    Assumption,
    Balance,
    Candidate,
    ClaimStatus,
    Contradiction,
    FactValues,
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
    TextFinding,
    TextSpan,
    UnflaggedSentence,
    propose_facts,
)
from rules.contracts import Period, Verdict, parse_date
from service.output.mapping.answers import ANSWERS
from service.output.mapping.mapper import (
    ConvertedField,
    FlattenedField,
    Mapper,
    MessageMapping,
    UnmappedField,
    word_of,
)
from service.schemes.claims.answer import (
    AppliedVersion,
    Coverage,
    LocalizedAnswer,
    LocalizedAssumption,
    LocalizedCallerFact,
    LocalizedClaim,
    LocalizedCondition,
    LocalizedJurisdictionResult,
    LocalizedOpenFact,
    LocalizedOpenRule,
    LocalizedPeriodResult,
    LocalizedRule,
    LocalizedUnusedFact,
)
from service.schemes.claims.answer_builder import AnswerBuilder
from service.schemes.claims.claim_check import PAGE_BYTES, ClaimCheckResult
from service.schemes.claims.questions import Question
from service.schemes.claims.rewriting import Rewriting
from touchstone.v1 import evaluation_pb2, screening_service_pb2 as pb2, types_pb2

if TYPE_CHECKING:
    from rules.engine import CancellationScope
    from service.schemes.claims.documents.document import Document
    from service.schemes.claims.documents.page_facts import PageFact


# --- mappings ---------------------------------------------------------------------------------------------------------


def _fact_span(fact: PageFact) -> TextSpan | None:
    if fact.start is None or fact.end is None:
        return None
    return TextSpan(start=fact.start, end=fact.end, quote=fact.quote)


def _read_faults(option: pb2.ClaimQuestionOption, *_: object) -> dict[Verdict, tuple[str, ...]]:
    return {_VERDICTS[fault.verdict]: tuple(fault.jurisdictions) for fault in option.faults}


def _write_faults(faults: Mapping[Verdict, tuple[str, ...]]) -> list[dict[str, object]]:
    return [{"verdict": verdict, "jurisdictions": jurisdictions} for verdict, jurisdictions in faults.items()]


_SPAN = {"span": FlattenedField()}
_VERDICTS = {
    number: Verdict(word_of(evaluation_pb2.Verdict, number)) for number in evaluation_pb2.Verdict.values() if number
}
_STANDINGS = {
    number: ClaimStatus(word_of(pb2.ClaimStanding, number)) for number in pb2.ClaimStanding.values() if number
}
_REFERENCED = UnmappedField("each rule is stated once, and referred to: StatedRules")

CLAIMS = Mapper(
    MessageMapping(pb2.Span, TextSpan),
    MessageMapping(pb2.LexiconTerm, MatchedTerm, _SPAN),
    MessageMapping(pb2.ClaimLevel, MatchedLevel, _SPAN),
    MessageMapping(pb2.ClaimQualifier, Qualifier, _SPAN),
    MessageMapping(pb2.ClaimQuantity, Quantity, _SPAN),
    MessageMapping(pb2.ClaimLabel, MatchedLabel, _SPAN),
    MessageMapping(
        pb2.CandidateClaim,
        Candidate,
        {
            **_SPAN,
            "claim_types": "types",
            "possible_claim_types": "possible_types",
            "proposed_facts": UnmappedField("proposed from the candidate: _candidate"),
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
    MessageMapping(pb2.StatedFact, "service.schemes.claims.answer:LocalizedCallerFact"),
    MessageMapping(pb2.AppliedVersion, AppliedVersion),
    MessageMapping(
        pb2.ClaimCoverage,
        "service.schemes.claims.answer:Coverage",
        {"scorecard_version": "version", "assessed_rule_ids": "assessed", "resting_rule_ids": "not_in_force"},
    ),
    MessageMapping(pb2.ClaimQuestion, "service.schemes.claims.questions:Question", {"points": "items"}),
    MessageMapping(
        pb2.ClaimQuestionOption,
        "service.schemes.claims.questions:Option",
        {"label": "words", "faults": ConvertedField("faults", _write_faults, _read_faults)},
    ),
    MessageMapping(pb2.ClaimQuestionFault, dict),
    MessageMapping(pb2.ClaimQuestionPoint, "service.schemes.claims.questions:Item", {"label": "words"}),
    MessageMapping(
        pb2.ClaimRewriting,
        "service.schemes.claims.rewriting:Rewriting",
        {"claim": UnmappedField("the number of the claim: write_answer")},
    ),
    MessageMapping(pb2.ClaimFinding, "rules.claims.prominence:TextFinding", {"withheld_words": "withheld"}),
    MessageMapping(pb2.ClaimReading, dict),
    MessageMapping(
        pb2.ClaimContradiction,
        "rules.claims.claim_readings:Contradiction",
        {"fact_ids": ConvertedField("facts", dict.fromkeys)},
    ),
    MessageMapping(
        pb2.ClaimAssumption,
        LocalizedAssumption,
        {"fact_id": "assumption.fact", "values": "assumption.values", "spans": "assumption.spans"},
    ),
    MessageMapping(
        pb2.ClaimAnswer,
        LocalizedJurisdictionResult,
        {
            "possible_verdicts": "possible",
            "assumed_fact_ids": "assumed",
            **dict.fromkeys(("deciding_rules", "resting_rules", "standing_rules", "parts"), _REFERENCED),
        },
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
    MessageMapping(pb2.UnusedClaimFact, LocalizedUnusedFact),
    MessageMapping(pb2.ClaimOpenFact, "service.schemes.claims.answer:LocalizedOpenFact"),
    MessageMapping(
        pb2.ClaimPart,
        LocalizedPeriodResult,
        {
            "period": "span",
            "possible_verdicts": "possible",
            "scorecards_without_rule_in_force": "silent",
            "scorecards_out_of_scope": "out_of_scope",
            "by_practice_alone": "by_practice",
            "assessed": "is_assessed",
            **dict.fromkeys(("deciding_rules", "holding_rules", "open_rules", "coming_rules"), _REFERENCED),
        },
    ),
    MessageMapping(pb2.ClaimRuleReference, LocalizedRule, {"scorecard": "card"}),
    MessageMapping(
        pb2.OpenClaimRule,
        LocalizedOpenRule,
        {"only_as_claim_types": "only_as", "condition_indexes": _REFERENCED},
    ),
    MessageMapping(
        pb2.ClaimRule, LocalizedRule, {"scorecard": "card", "jurisdictions": _REFERENCED, "conditions": _REFERENCED}
    ),
    MessageMapping(pb2.ClaimCondition, LocalizedCondition, {"clauses": "words", "names": "facts"}),
    base=ANSWERS,
)
"""Mapper of screenings and answers on claims."""


# --- screenings -------------------------------------------------------------------------------------------------------


def write_screened(
    document: Document, result: ScreeningResult, screened_by: Sequence[AppliedVersion]
) -> pb2.ScreenClaimsResponse:
    """Convert a screening, with the facts proposed by each candidate."""
    return CLAIMS.write(
        pb2.ScreenClaimsResponse,
        text=document.text,
        document_kind=document.kind,
        text_blocks=document.blocks,
        left_out_counts=document.left_out,
        page_facts=document.shown,
        candidate_claims=map(_candidate, result.candidates),
        screened_segments=[segment for segment in result.segments if segment.not_screened is None],
        unscreened_segments=_unscreened(document.text, result),
        unheard_sentence=result.unheard,
        hearing=result.hearing,
        masked_spans=result.masked,
        screening_sources=screened_by,
    )


def _candidate(candidate: Candidate) -> pb2.CandidateClaim:
    proposal = propose_facts(candidate)
    return CLAIMS.write(
        pb2.CandidateClaim, candidate, proposed_facts=proposal.facts, open_fact_paths=proposal.missing_facts
    )


def _unscreened(text: str, result: ScreeningResult) -> list[pb2.UnscreenedSegment]:
    written = []
    for stretch in (segment for segment in result.segments if segment.not_screened is not None):
        written.append(CLAIMS.write(pb2.UnscreenedSegment, stretch))
        written[-1].span.quote = text[stretch.start : stretch.end]
    return written


def read_screening(message: pb2.ScreenClaimsResponse) -> ScreeningResult:
    """Convert the screening of a server."""
    segments = [CLAIMS.read(Segment, segment) for segment in (*message.screened_segments, *message.unscreened_segments)]
    return ScreeningResult(
        length=len(message.text),
        segments=tuple(sorted(segments, key=lambda segment: segment.start)),
        candidates=tuple(CLAIMS.read(Candidate, candidate_claim) for candidate_claim in message.candidate_claims),
        masked=tuple(CLAIMS.read(MaskedWords, masked_span) for masked_span in message.masked_spans),
        hearing=read_hearing(message.hearing),
        unheard=CLAIMS.read(UnflaggedSentence, message.unheard_sentence)
        if message.HasField("unheard_sentence")
        else None,
    )


def read_sources(message: pb2.ScreenClaimsResponse | pb2.CheckClaimsResponse) -> tuple[AppliedVersion, ...]:
    """Convert the screening sources."""
    return tuple(CLAIMS.read(AppliedVersion, source) for source in message.screening_sources)


def read_hearing(hearing: pb2.ClaimHearing) -> Balance:
    """Convert the detection setting; unknown values become "balanced"."""
    word = word_of(pb2.ClaimHearing, hearing)
    return word if word in BALANCES else "balanced"


# --- answers on claims ------------------------------------------------------------------------------------------------

_PAGE_OVERHEAD_BYTES = 16 * 1024
"""Maximum bytes for the next page token and message framing."""


def write_page(checked: ClaimCheckResult, language: str, waiting: CancellationScope) -> pb2.CheckClaimsResponse:
    """Convert a judged text; a page is cut to the byte limit."""
    builder = AnswerBuilder(checked, language)
    response = write_answer(builder.answer(waiting))
    if checked.page.size is not None:
        sizes = [claim.ByteSize() for claim in response.checked_claims]
        fitting = _count_fitting(response.ByteSize() - sum(sizes), sizes)
        if fitting < len(sizes):
            return write_answer(builder.answer(waiting, fitting))
    return response


def _count_fitting(size: int, claims: Iterable[int]) -> int:
    sizes = accumulate(claims, initial=size + _PAGE_OVERHEAD_BYTES)
    return max(sum(1 for total in islice(sizes, 1, None) if total <= PAGE_BYTES), 1)


def write_answer(answer: LocalizedAnswer) -> pb2.CheckClaimsResponse:
    """Convert an answer; only its first page describes the full text."""
    rules = StatedRules()
    response = CLAIMS.write(
        pb2.CheckClaimsResponse,
        document_kind=answer.document.kind,
        as_of_date=answer.as_of,
        shown_period=answer.shown,
        checked_claims=[_claim(claim, rules) for claim in answer.claims],
        claim_count=answer.count,
        hearing=answer.result.hearing,
        coverages=answer.coverages,
        next_page_token=answer.next_page_token,
        jurisdictions=answer.jurisdictions,
        applied_scorecards=answer.cards,
        screening_sources=answer.screened_by,
        questions=answer.questions,
        rewritings=[
            CLAIMS.write(pb2.ClaimRewriting, claim.rewriting, claim=number)
            for number, claim in enumerate(answer.claims)
            if claim.rewriting is not None
        ],
        rules=rules.written(),
    )
    if answer.is_first:
        response.MergeFrom(_first_page_fields(answer))
    return response


def _first_page_fields(answer: LocalizedAnswer) -> pb2.CheckClaimsResponse:
    return CLAIMS.write(
        pb2.CheckClaimsResponse,
        text=answer.document.text,
        page_facts=answer.document.shown,
        given_facts=answer.stated,
        assumed_facts=answer.assumed,
        left_out_counts=answer.document.left_out,
        findings=answer.findings,
        unscreened_segments=_unscreened(answer.document.text, answer.result),
        unheard_sentence=answer.result.unheard,
    )


def _claim(claim: LocalizedClaim, rules: StatedRules) -> pb2.CheckedClaim:
    return CLAIMS.write(
        pb2.CheckedClaim,
        candidate_claim=_candidate(claim.candidate),
        readings=[{"claim_types": read.get("claim_types")} for read in claim.readings],
        contradictions=claim.contradictions,
        answers=[_answer(answer, rules) for answer in claim.answers],
        assumptions=[assumption for assumption in claim.assumptions if assumption.is_reported],
        unused_facts=claim.unused,
    )


def _answer(answer: LocalizedJurisdictionResult, rules: StatedRules) -> pb2.ClaimAnswer:
    jurisdiction = answer.jurisdiction
    parts = [_part(part, rules, jurisdiction) for part in answer.parts]
    return CLAIMS.write(
        pb2.ClaimAnswer,
        answer,
        parts=parts,
        deciding_rules=rules.refer(answer.deciding, jurisdiction),
        resting_rules=rules.refer(answer.resting, jurisdiction),
        standing_rules=rules.refer(answer.standing_rules, jurisdiction),
    )


def _part(part: LocalizedPeriodResult, rules: StatedRules, jurisdiction: str) -> pb2.ClaimPart:
    return CLAIMS.write(
        pb2.ClaimPart,
        part,
        deciding_rules=rules.refer(part.deciding, jurisdiction),
        holding_rules=rules.refer(part.holding, jurisdiction),
        open_rules=rules.refer_open(part.open, jurisdiction),
        coming_rules=rules.refer(part.coming, jurisdiction),
    )


@dataclass(slots=True)
class _StatedRule:
    places: dict[str, None] = field(default_factory=dict)
    conditions: dict[LocalizedCondition, int] = field(default_factory=dict)


class StatedRules:
    """Rules of one response, each stated once and referenced by answers."""

    def __init__(self) -> None:
        self._rules: dict[LocalizedRule, _StatedRule] = {}

    def refer(self, rules: Iterable[LocalizedRule], place: str) -> Iterator[LocalizedRule]:
        for rule in rules:
            self._register_rule(rule, place)
            yield rule

    def refer_open(self, open_rules: Iterable[LocalizedOpenRule], place: str) -> Iterator[pb2.OpenClaimRule]:
        for open_rule in open_rules:
            conditions = self._register_rule(open_rule.rule, place).conditions
            indexes = [conditions.setdefault(each, len(conditions)) for each in open_rule.holds_if]
            yield CLAIMS.write(pb2.OpenClaimRule, open_rule, condition_indexes=indexes)

    def written(self) -> list[pb2.ClaimRule]:
        return [
            CLAIMS.write(pb2.ClaimRule, rule, jurisdictions=stated.places, conditions=stated.conditions)
            for rule, stated in self._rules.items()
        ]

    def _register_rule(self, rule: LocalizedRule, jurisdiction: str) -> _StatedRule:
        stated = self._rules.setdefault(replace(rule, advice=()), _StatedRule())
        stated.places[jurisdiction] = None
        return stated


# --- answers of a server ----------------------------------------------------------------------------------------------


def read_answer(message: pb2.CheckClaimsResponse, document: Document, language: str) -> LocalizedAnswer:
    """Convert a server's answer on a document, as a single page."""
    rules = _RuleResolver(message.rules)
    proposed = {rewriting.claim: CLAIMS.read(Rewriting, rewriting) for rewriting in message.rewritings}
    claims = tuple(
        rules.claim(checked_claim, proposed.get(number)) for number, checked_claim in enumerate(message.checked_claims)
    )
    return LocalizedAnswer(
        language=language,
        document=document,
        result=ScreeningResult(
            length=len(message.text),
            segments=_read_segments(message),
            candidates=tuple(claim.candidate for claim in claims),
            hearing=read_hearing(message.hearing),
            unheard=CLAIMS.read(UnflaggedSentence, message.unheard_sentence)
            if message.HasField("unheard_sentence")
            else None,
        ),
        findings=tuple(CLAIMS.read(TextFinding, finding) for finding in message.findings),
        as_of=message.as_of_date,
        shown=_read_period(message.shown_period),
        stated=tuple(CLAIMS.read(LocalizedCallerFact, stated_fact) for stated_fact in message.given_facts),
        assumed=tuple(CLAIMS.read(LocalizedCallerFact, assumed_fact) for assumed_fact in message.assumed_facts),
        claims=claims,
        coverages=tuple(map(_read_coverage, message.coverages)),
        questions=tuple(CLAIMS.read(Question, question) for question in message.questions),
        count=message.claim_count,
        is_first=True,
        next_page_token="",
        jurisdictions=tuple(message.jurisdictions),
        cards=tuple(CLAIMS.read(AppliedVersion, card) for card in message.applied_scorecards),
        screened_by=read_sources(message),
    )


def _read_segments(message: pb2.CheckClaimsResponse) -> tuple[Segment, ...]:
    unread = tuple(CLAIMS.read(Segment, unscreened_segment) for unscreened_segment in message.unscreened_segments)
    screened_text, position = "", 0
    for segment in unread:
        screened_text, position = screened_text + message.text[position : segment.start], segment.end
    full_segment = Segment(start=0, end=len(message.text), languages=())
    return (full_segment, *unread) if (screened_text + message.text[position:]).strip() else unread


def _read_period(message: types_pb2.DateRange) -> Period:
    return Period(parse_date(message.first_date), parse_date(message.last_date))


def _read_coverage(message: pb2.ClaimCoverage) -> Coverage:
    return Coverage(
        jurisdiction=message.jurisdiction,
        card=message.scorecard_version.split("/")[1],
        version=message.scorecard_version,
        assessed=tuple(message.assessed_rule_ids),
        not_in_force=tuple(message.resting_rule_ids),
        out_of_scope=message.out_of_scope,
        not_encoded=tuple(message.not_encoded),
    )


class _RuleResolver:
    def __init__(self, stated: Iterable[pb2.ClaimRule]) -> None:
        self._stated = {(rule.scorecard, rule.rule_id, place): rule for rule in stated for place in rule.jurisdictions}

    def claim(self, message: pb2.CheckedClaim, rewriting: Rewriting | None) -> LocalizedClaim:
        return LocalizedClaim(
            candidate=CLAIMS.read(Candidate, message.candidate_claim),
            readings=tuple(map(_read_reading, message.readings)),
            contradictions=tuple(map(_read_contradiction, message.contradictions)),
            assumptions=tuple(map(_read_assumption, message.assumptions)),
            answers=tuple(map(self._answer, message.answers)),
            rewriting=rewriting,
            unused=tuple(CLAIMS.read(LocalizedUnusedFact, unused_fact) for unused_fact in message.unused_facts),
        )

    def _answer(self, message: pb2.ClaimAnswer) -> LocalizedJurisdictionResult:
        jurisdiction = message.jurisdiction
        return LocalizedJurisdictionResult(
            jurisdiction=jurisdiction,
            verdict=_VERDICTS.get(message.verdict),
            possible=tuple(_VERDICTS[possible_verdict] for possible_verdict in message.possible_verdicts),
            deciding=self._rules(message.deciding_rules, jurisdiction),
            parts=tuple(self._part(part, jurisdiction) for part in message.parts),
            open_facts=tuple(CLAIMS.read(LocalizedOpenFact, open_fact) for open_fact in message.open_facts),
            settled=message.settled,
            resting=self._rules(message.resting_rules, jurisdiction),
            assumed=tuple(message.assumed_fact_ids),
            standing=_STANDINGS.get(message.standing),
            standing_rules=self._rules(message.standing_rules, jurisdiction),
            unless_fact_id=message.unless_fact_id,
            unless_shown=message.unless_shown,
            coming_standing=_STANDINGS.get(message.coming_standing),
            coming_first_date=message.coming_first_date,
            precedents=CLAIMS.read(PrecedentSummary, message.precedents) if message.HasField("precedents") else None,
        )

    def _part(self, message: pb2.ClaimPart, jurisdiction: str) -> LocalizedPeriodResult:
        return LocalizedPeriodResult(
            span=_read_period(message.period),
            verdict=_VERDICTS.get(message.verdict),
            possible=tuple(_VERDICTS[possible_verdict] for possible_verdict in message.possible_verdicts),
            deciding=self._rules(message.deciding_rules, jurisdiction),
            holding=self._rules(message.holding_rules, jurisdiction),
            open=tuple(self._open_rule(open_rule, jurisdiction) for open_rule in message.open_rules),
            coming=self._rules(message.coming_rules, jurisdiction),
            silent=tuple(message.scorecards_without_rule_in_force),
            out_of_scope=tuple(message.scorecards_out_of_scope),
            by_practice=message.by_practice_alone,
            is_assessed=message.assessed,
        )

    def _open_rule(self, message: pb2.OpenClaimRule, jurisdiction: str) -> LocalizedOpenRule:
        (rule,) = self._rules((message.rule,), jurisdiction)
        conditions = self._stated[rule.card, rule.rule, jurisdiction].conditions
        return LocalizedOpenRule(
            rule=rule,
            asks_about_claim=message.asks_about_claim,
            holds_if=tuple(
                CLAIMS.read(LocalizedCondition, conditions[condition_index])
                for condition_index in message.condition_indexes
            ),
            only_as=tuple(message.only_as_claim_types),
            asks_of_every_claim=message.asks_of_every_claim,
        )

    def _rules(self, references: Iterable[pb2.ClaimRuleReference], jurisdiction: str) -> tuple[LocalizedRule, ...]:
        return tuple(
            replace(
                CLAIMS.read(LocalizedRule, self._stated[reference.scorecard, reference.rule_id, jurisdiction]),
                advice=tuple(reference.advice),
            )
            for reference in references
        )


def _read_reading(message: pb2.ClaimReading) -> FactValues:
    return {CLAIM_TYPES: tuple(message.claim_types)} if message.claim_types else {}


def _read_contradiction(message: pb2.ClaimContradiction) -> Contradiction:
    names = message.fact_ids  # a single id is both facts
    return Contradiction(message.code, (names[0], names[-1]), text=True)


def _read_assumption(message: pb2.ClaimAssumption) -> LocalizedAssumption:
    spans = tuple(CLAIMS.read(TextSpan, span) for span in message.spans)
    return LocalizedAssumption(
        Assumption(message.fact_id, tuple(message.values), spans), message.words, is_reported=True
    )
