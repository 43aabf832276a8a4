"""How does the answer on claims stand in a message?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from rules.claims.screening.candidates import ScreeningResult
from rules.contracts.dates import Period
from rules.contracts.outcomes import Verdict
from rules.engine.stopping import Waiting
from service.schemes.claims.answer import Answer, Coverage, ToldAnswer, ToldClaim, ToldPart
from service.schemes.claims.composing import Composing
from service.schemes.claims.documents.page_facts import PageFact
from service.schemes.claims.judging import PAGE_BYTES, Judged
from service.schemes.claims.questions import Question
from service.schemes.claims.screening_messages import (
    write_assumptions,
    write_candidate,
    write_findings,
    write_hearing,
    write_screening,
    write_unheard,
    write_unscreened,
)
from touchstone.v1 import screening_service_pb2 as pb2
from touchstone.v1 import types_pb2

if TYPE_CHECKING:
    from service.schemes.claims.answer import ToldCondition, ToldOpen, ToldRule
    from service.schemes.claims.documents.document import Document


@dataclass(slots=True)
class _Stated:
    """Where a rule has these words, and on which conditions claims wait; both in the order in which they were told."""

    places: dict[str, None] = field(default_factory=dict)
    conditions: dict[ToldCondition, int] = field(default_factory=dict)


class StatedRules:
    """The rules to which the answers of one response refer."""

    def __init__(self) -> None:
        """Begin without any."""
        self._rules: dict[ToldRule, _Stated] = {}

    def refer(self, told: Iterable[ToldRule], place: str) -> Iterator[pb2.ClaimRuleReference]:
        """Refer to rules in an answer for a jurisdiction, with the advice that only this claim is given."""
        for rule in told:
            self._stated(rule, place)
            yield _reference(rule)

    def refer_open(self, told: Iterable[ToldOpen], place: str) -> Iterator[pb2.OpenClaimRule]:
        """Refer to open rules in an answer for a jurisdiction, and to the conditions that this claim waits for."""
        for one in told:
            conditions = self._stated(one.rule, place).conditions
            yield pb2.OpenClaimRule(
                rule=_reference(one.rule),
                asks_about_claim=one.asks_about_claim,
                only_as_claim_types=one.only_as,
                asks_of_every_claim=one.asks_of_every_claim,
                condition_indexes=[conditions.setdefault(each, len(conditions)) for each in one.holds_if],
            )

    def written(self) -> Iterator[pb2.ClaimRule]:
        """Write every rule that was referred to so far."""
        for rule, stated in self._rules.items():
            yield pb2.ClaimRule(
                scorecard=rule.card,
                rule_id=rule.rule,
                name=rule.name,
                verdict=f"VERDICT_{rule.verdict.name}",
                severity=f"SEVERITY_{rule.severity.upper()}",
                bases=rule.bases,
                certainty=f"CERTAINTY_{rule.certainty.upper()}",
                remedy=rule.remedy,
                jurisdictions=stated.places,
                conditions=[pb2.ClaimCondition(clauses=one.words, names=one.facts) for one in stated.conditions],
            )

    def _stated(self, rule: ToldRule, place: str) -> _Stated:
        stated = self._rules.setdefault(replace(rule, advice=()), _Stated())
        stated.places[place] = None
        return stated


def _reference(rule: ToldRule) -> pb2.ClaimRuleReference:
    return pb2.ClaimRuleReference(scorecard=rule.card, rule_id=rule.rule, advice=rule.advice)


_AROUND = 16 * 1024
"""Bytes at most that a page takes for the token of the next one and around each of its messages."""


def write_page_fact(fact: PageFact) -> pb2.PageFact:
    """Write what a page shows; one that stands in the text has its span."""
    span = None if fact.start is None else pb2.Span(start=fact.start, end=fact.end, quote=fact.quote)
    confidence = f"SCREENING_CONFIDENCE_{fact.confidence.upper()}"
    return pb2.PageFact(
        path=fact.path, value=fact.value, quote=fact.quote, place=fact.place, confidence=confidence, span=span
    )


def write_screened(document: Document, result: ScreeningResult) -> pb2.ScreenClaimsResponse:
    """Write what was read and what was found in it."""
    answer = write_screening(document.text, result)
    answer.document_kind = document.kind
    for block in document.blocks:
        answer.text_blocks.add(start=block.start, end=block.end, place=block.place)
    answer.left_out_counts.update(document.left_out)
    answer.page_facts.extend(map(write_page_fact, document.shown))
    return answer


def write_page(found: Judged, language: str, waiting: Waiting) -> pb2.CheckClaimsResponse:
    """Write a judged text, or as many claims of a page as fit on it, with the words of one language."""
    composing = Composing(found, language)
    response = write_answer(composing.answer(waiting))
    if found.page.size is not None:
        sizes = [claim.ByteSize() for claim in response.checked_claims]
        fitting = _fitting(response.ByteSize() - sum(sizes), sizes)
        if fitting < len(sizes):
            return write_answer(composing.answer(waiting, fitting))
    return response


def _fitting(size: int, claims: Iterable[int]) -> int:
    """Say how many claims of these sizes fit on a page with what else has this size, one at least."""
    sizes = accumulate(claims, initial=size + _AROUND)
    return max(sum(1 for total in islice(sizes, 1, None) if total <= PAGE_BYTES), 1)


def write_answer(answer: Answer) -> pb2.CheckClaimsResponse:
    """Write what is told of a judged text."""
    rules = StatedRules()
    response = pb2.CheckClaimsResponse(
        document_kind=answer.document.kind,
        as_of_date=answer.as_of,
        shown_period=_days(answer.shown),
        checked_claims=[_claim(claim, rules) for claim in answer.claims],
        claim_count=answer.count,
        hearing=write_hearing(answer.result),
        coverages=map(_coverage, answer.coverages),
        next_page_token=answer.next_page_token,
        questions=map(_question, answer.questions),
        rewritings=[
            pb2.ClaimRewriting(claim=number, text=claim.rewriting.text, needs=claim.rewriting.needs)
            for number, claim in enumerate(answer.claims)
            if claim.rewriting is not None
        ],
    )
    response.rules.extend(rules.written())
    if answer.is_first:
        _write_text(answer, response)
    return response


def _write_text(answer: Answer, response: pb2.CheckClaimsResponse) -> None:
    """Write what is about the text as a whole, and stands on the first page only."""
    response.text = answer.document.text
    response.page_facts.extend(map(write_page_fact, answer.document.shown))
    response.assumed_facts.extend(pb2.StatedFact(fact_id=one.fact, values=one.values) for one in answer.assumed)
    response.findings.extend(write_findings(answer.findings))
    response.unscreened_segments.extend(write_unscreened(answer.document.text, answer.result))
    if (unheard := write_unheard(answer.result)) is not None:
        response.unheard_sentence.CopyFrom(unheard)


def _coverage(one: Coverage) -> pb2.ClaimCoverage:
    return pb2.ClaimCoverage(
        jurisdiction=one.jurisdiction,
        scorecard_version=one.version,
        assessed_rule_ids=one.assessed,
        resting_rule_ids=one.not_in_force,
        out_of_scope=one.out_of_scope,
        not_encoded=one.not_encoded,
    )


def _question(question: Question) -> pb2.ClaimQuestion:
    return pb2.ClaimQuestion(
        id=question.id,
        words=question.words,
        claims=question.claims,
        jurisdictions=question.jurisdictions,
        options=[
            pb2.ClaimQuestionOption(
                value=option.value,
                label=option.words,
                faults=[
                    pb2.ClaimQuestionFault(verdict=_verdict(verdict), jurisdictions=places)
                    for verdict, places in option.faults.items()
                ],
            )
            for option in question.options
        ],
        points=[
            pb2.ClaimQuestionPoint(fact_id=item.fact, label=item.words, value=item.value) for item in question.items
        ],
    )


def _claim(claim: ToldClaim, rules: StatedRules) -> pb2.CheckedClaim:
    return pb2.CheckedClaim(
        candidate_claim=write_candidate(claim.candidate),
        readings=[pb2.ClaimReading(claim_types=read.get("claim_types", ())) for read in claim.readings],
        contradictions=[
            pb2.ClaimContradiction(code=each.code, fact_ids=dict.fromkeys(each.facts)) for each in claim.contradictions
        ],
        answers=[_answer(answer, rules) for answer in claim.answers],
        assumptions=write_assumptions(one.assumption for one in claim.assumptions if one.is_asked),
    )


def _answer(answer: ToldAnswer, rules: StatedRules) -> pb2.ClaimAnswer:
    place = answer.jurisdiction
    return pb2.ClaimAnswer(
        jurisdiction=place,
        verdict=_verdict(answer.verdict),
        possible_verdicts=map(_verdict, answer.possible),
        deciding_rules=rules.refer(answer.deciding, place),
        open_facts=[
            pb2.ClaimOpenFact(fact_id=fact.fact, label=fact.label, asks_about_claim=fact.asks_about_claim)
            for fact in answer.open_facts
        ],
        parts=[_part(part, rules, place) for part in answer.parts],
        assumed_fact_ids=answer.assumed,
    )


def _part(part: ToldPart, rules: StatedRules, place: str) -> pb2.ClaimPart:
    return pb2.ClaimPart(
        period=_days(part.span),
        verdict=_verdict(part.verdict),
        possible_verdicts=map(_verdict, part.possible),
        deciding_rules=rules.refer(part.deciding, place),
        holding_rules=rules.refer(part.holding, place),
        open_rules=rules.refer_open(part.open, place),
        coming_rules=rules.refer(part.coming, place),
        scorecards_without_rule_in_force=part.silent,
        scorecards_out_of_scope=part.out_of_scope,
        by_practice_alone=part.by_practice,
    )


def _days(span: Period) -> types_pb2.DateRange:
    return types_pb2.DateRange(first_date=span.first.isoformat(), last_date=span.last.isoformat())


def _verdict(verdict: Verdict | None) -> str:
    return f"VERDICT_{'UNSPECIFIED' if verdict is None else verdict.name}"
