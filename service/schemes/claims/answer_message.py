"""How do requests to check claims, and checked claims, stand in protobuf messages?"""

from __future__ import annotations

from itertools import accumulate, islice
from typing import TYPE_CHECKING

from service.reading.documents.document import Document
from service.schemes.claims.judging import Judged
from service.schemes.claims.pages import PAGE_BYTES
from service.schemes.claims.rule_words import Teller, deciding, merged, types_of
from service.schemes.claims.screening_messages import (
    write_assumptions,
    write_candidate,
    write_findings,
    write_hearing,
    write_screening,
    write_unheard,
    write_unscreened,
)
from service.schemes.claims.stated_rules import StatedRules
from touchstone.v1 import screening_service_pb2 as pb2
from touchstone.v1 import types_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rules.claims.composition import Composed
    from rules.claims.readings import Stated
    from rules.contracts.outcomes import Verdict
    from rules.engine.stopping import Waiting
    from rules.screening.candidates import ScreeningResult
    from service.reading.documents.page_facts import PageFact
    from service.schemes.claims.one_claim import Answered, CheckedClaim

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


def write_judged(found: Judged, language: str, waiting: Waiting) -> pb2.CheckClaimsResponse:
    """Write a judged text, or as many claims of a page as fit on it, with the words of one language.

    Raises:
        Stopped: nobody is waiting any more; asked before every claim.
    """
    response = _head(found)
    if found.page.first == 0:
        _write_text(found, response)
    teller, claims = Teller(found.cards, language), found.claims
    written, rules = _written(claims, teller, waiting)
    if found.page.size is not None:
        fixed = [response, *_coverages(found, claims, teller), *rules.written()]
        fitting = _fitting(sum(part.ByteSize() for part in fixed), written)
        if fitting < len(claims):
            claims = claims[:fitting]
            written, rules = _written(claims, teller, waiting)
    response.checked_claims.extend(written)
    response.rules.extend(rules.written())
    response.coverages.extend(_coverages(found, claims, teller))
    response.next_page_token = found.page.next_token(len(claims), found.count)
    return response


def _written(
    claims: Iterable[CheckedClaim], teller: Teller, waiting: Waiting
) -> tuple[list[pb2.CheckedClaim], StatedRules]:
    rules, written = StatedRules(), []
    for claim in claims:
        waiting.go_on()
        written.append(_claim(claim, teller, rules))
    return written, rules


def _fitting(size: int, written: Iterable[pb2.CheckedClaim]) -> int:
    """Say how many claims fit on a page with what else has this size, one at least."""
    sizes = accumulate((claim.ByteSize() for claim in written), initial=size + _AROUND)
    return max(sum(1 for total in islice(sizes, 1, None) if total <= PAGE_BYTES), 1)


def _head(found: Judged) -> pb2.CheckClaimsResponse:
    return pb2.CheckClaimsResponse(
        document_kind=found.document.kind,
        as_of_date=found.as_of,
        shown_period=types_pb2.DateRange(
            first_date=found.shown.first.isoformat(), last_date=found.shown.last.isoformat()
        ),
        claim_count=found.count,
        hearing=write_hearing(found.result),
    )


def _write_text(found: Judged, response: pb2.CheckClaimsResponse) -> None:
    """Write what is about the text as a whole, and stands on the first page only."""
    response.text = found.document.text
    response.page_facts.extend(map(write_page_fact, found.document.shown))
    response.assumed_facts.extend(pb2.StatedFact(fact_id=name, values=values) for name, values in found.assumed.items())
    response.findings.extend(write_findings(found.findings))
    response.unscreened_segments.extend(write_unscreened(found.document.text, found.result))
    if (unheard := write_unheard(found.result)) is not None:
        response.unheard_sentence.CopyFrom(unheard)


def _coverages(found: Judged, claims: Sequence[CheckedClaim], teller: Teller) -> Iterator[pb2.ClaimCoverage]:
    for place in found.jurisdictions:
        for one in teller.coverage(place.id, claims):
            yield pb2.ClaimCoverage(
                jurisdiction=place.id,
                scorecard_version=one.version,
                assessed_rule_ids=one.assessed,
                resting_rule_ids=one.not_in_force,
                out_of_scope=one.out_of_scope,
                not_encoded=one.not_encoded,
            )


def _claim(claim: CheckedClaim, teller: Teller, rules: StatedRules) -> pb2.CheckedClaim:
    return pb2.CheckedClaim(
        candidate_claim=write_candidate(claim.candidate),
        readings=[pb2.ClaimReading(claim_types=read.get("claim_types", ())) for read in claim.readings],
        contradictions=[
            pb2.ClaimContradiction(code=each.code, fact_ids=dict.fromkeys(each.facts)) for each in claim.contradictions
        ],
        answers=[_answer(answer, claim.readings, teller, rules) for answer in claim.answers],
        assumptions=write_assumptions(claim.assumptions, teller),
    )


def _answer(answer: Answered, readings: tuple[Stated, ...], teller: Teller, rules: StatedRules) -> pb2.ClaimAnswer:
    teller, place = teller.at(answer.jurisdiction), answer.jurisdiction.id
    return pb2.ClaimAnswer(
        jurisdiction=place,
        verdict=_verdict(answer.verdict),
        possible_verdicts=map(_verdict, answer.possible),
        deciding_rules=rules.refer(teller.rules(deciding(answer), types_of(readings)), place),
        open_facts=[
            pb2.ClaimOpenFact(fact_id=fact.fact, label=fact.label, asks_about_claim=fact.asks_about_claim)
            for fact in teller.open_facts(answer)
        ],
        parts=[_part(group, readings, teller, rules, place) for group in merged(answer.parts)],
        assumed_fact_ids=answer.assumed,
    )


def _part(
    group: tuple[Composed, ...], readings: tuple[Stated, ...], teller: Teller, rules: StatedRules, place: str
) -> pb2.ClaimPart:
    part, types = group[0], types_of(readings)
    days = types_pb2.DateRange(first_date=part.part.first.isoformat(), last_date=group[-1].part.last.isoformat())
    return pb2.ClaimPart(
        period=days,
        verdict=_verdict(part.verdict),
        possible_verdicts=map(_verdict, part.possible),
        deciding_rules=rules.refer(teller.rules(part.deciding, types), place),
        holding_rules=rules.refer(teller.rules(part.holding, types), place),
        open_rules=rules.refer_open(teller.open_rules(part, readings), place),
        coming_rules=rules.refer(teller.rules(part.coming, types), place),
        scorecards_without_rule_in_force=part.silent,
        scorecards_out_of_scope=part.out_of_scope,
    )


def _verdict(verdict: Verdict | None) -> str:
    return f"VERDICT_{'UNSPECIFIED' if verdict is None else verdict.name}"
