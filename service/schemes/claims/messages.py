"""How do requests to check claims, and checked claims, stand in protobuf messages?"""

from __future__ import annotations

import hashlib
from itertools import accumulate, islice
from typing import TYPE_CHECKING, cast

from rules.contracts.errors import InputError
from rules.contracts.messages import LANGUAGES
from rules.screening.languages import COVERED
from rules.screening.vocabulary import card_name
from service.reading.documents.document import Document
from service.reading.documents.reading import read_bytes
from service.reading.dossier.problems import Place
from service.reading.dossier.tree import Mapping, Scalar
from service.reading.dossier.tree import Sequence as Items
from service.schemes.claims.given import ClaimFacts, FactSheet, Given, GivenFact
from service.schemes.claims.judging import Asked, Judged
from service.schemes.claims.pages import MAXIMUM_SIZE, PAGE_BYTES, Page
from service.schemes.claims.refusals import Names, Refusals
from service.schemes.claims.screening_messages import (
    check_request,
    check_text,
    read_hearing,
    write_assumptions,
    write_candidate,
    write_findings,
    write_hearing,
    write_screening,
    write_unheard,
    write_unscreened,
)
from service.schemes.claims.stated_rules import StatedRules
from service.schemes.claims.telling import Teller, deciding, merged, types_of
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
    from service.reading.dossier.tree import Node
    from service.schemes.claims.checking import Answered, CheckedClaim
    from touchstone.v1 import fact_pb2

_NAMES = Names(
    jurisdictions="jurisdictions",
    shown="shown_period",
    as_of="as_of_date",
    text="source",
    languages="language_codes",
)
_NOWHERE = Place(1, 1)
"""The place of what stands in no file; it is never shown, because facts of a message have a field instead."""
_AROUND = 16 * 1024
"""Bytes at most that a page takes for the token of the next one and around each of its messages."""


def language_of(request: pb2.CheckClaimsRequest) -> str:
    """Give the language to answer in; one that there is not becomes English, after it was refused."""
    return request.language_code if request.language_code in LANGUAGES else "en"


def refusals_of(request: pb2.CheckClaimsRequest) -> Refusals:
    """Begin to gather what is wrong."""
    refusals = Refusals(_NAMES)
    if request.language_code not in ("", *LANGUAGES):
        known = LANGUAGES
        refusals.note(
            None, "language_code", "VALUE_KNOWN", "WRONG_VALUE", found=request.language_code[:40], known=known
        )
    return refusals


def read_document(request: pb2.CheckClaimsRequest, refusals: Refusals) -> Document | None:
    """Read the text or file; what is wrong with it is noted, and gives none."""
    try:
        check_request(request)
        field = request.WhichOneof("source") or "source"
        document = Document("text", request.text) if field == "text" else read_bytes(request.file)
        check_text(document.text, field)
    except InputError as error:
        refusals.retold(error)
        return None
    return document


def read_asked(request: pb2.CheckClaimsRequest, refusals: Refusals) -> Asked:
    """Read what is asked; wrong names and values are noted when the facts are checked."""
    claims = tuple(
        ClaimFacts(
            claim.quote.strip(),
            f"claim_facts[{number}].quote",
            None,
            _sheet(claim.facts, f"claim_facts[{number}].facts", refusals),
        )
        for number, claim in enumerate(request.claim_facts)
    )
    for claim in claims:
        if not claim.quote:
            refusals.note(None, claim.field, "QUOTE_MISSING", "REQUIRED")
    return Asked(
        jurisdictions=tuple(request.jurisdictions),
        shown=(request.shown_period.first_date, request.shown_period.last_date)
        if request.HasField("shown_period")
        else None,
        as_of=request.as_of_date,
        given=Given(_sheet(request.facts, "facts", refusals), claims=tuple(claim for claim in claims if claim.quote)),
        languages=tuple(code for code in request.language_codes if code in COVERED),  # others are refused above
        traders=tuple(request.trader_names),
        weighed=not request.unweighed,
        hearing=read_hearing(request.hearing),
        page=_read_page(request, refusals),
        not_assumed=tuple(request.not_assumed_fact_ids),
    )


def _read_page(request: pb2.CheckClaimsRequest, refusals: Refusals) -> Page:
    """Read which page is asked for; without size and token all claims are."""
    if request.page_size < 0:
        refusals.note(None, "page_size", "PAGE_SIZE", "WRONG_VALUE", size=request.page_size, most=MAXIMUM_SIZE)
    if not request.page_size and not request.page_token:
        return Page()
    query = pb2.CheckClaimsRequest()
    query.CopyFrom(request)
    query.ClearField("page_size")
    query.ClearField("page_token")
    content = query.SerializeToString(deterministic=True)
    return Page(
        hashlib.sha256(content).hexdigest(), min(request.page_size or MAXIMUM_SIZE, MAXIMUM_SIZE), request.page_token
    )


def _sheet(facts: Iterable[fact_pb2.Fact], field: str, refusals: Refusals) -> FactSheet:
    found: dict[str, GivenFact] = {}
    for fact in facts:
        name, named = card_name(fact.fact_id), f"{field}[{fact.fact_id[:60]}]"
        if name in found:
            refusals.note(None, named, "REPEATED", "REPEATED")
        elif (node := _node(fact.value)) is not None:
            found[name] = GivenFact(node, named)
    return FactSheet(found)


def _node(value: types_pb2.Value) -> Node | None:
    """Write a value as it would stand in a file of facts; none for an unknown one."""
    match value.WhichOneof("kind"):
        case None:
            return None
        case "flag":
            return Scalar(_NOWHERE, "yes" if value.flag else "no")
        case "choices":
            return Items(_NOWHERE, [Scalar(_NOWHERE, each, plain=False) for each in value.choices.values])
        case "records":
            return Items(_NOWHERE, [Mapping(_NOWHERE) for _ in value.records.values])
        case "period":
            return _mapping(first=value.period.first_date, last=value.period.last_date)
        case "not_applicable":
            return _mapping(not_applicable="yes")
        case kind:
            written = cast("str", getattr(value, kind))
            return Scalar(_NOWHERE, f"{written} {value.unit}".strip(), plain=False)


def _mapping(**texts: str) -> Mapping:
    entries: dict[str, Node] = {key: Scalar(_NOWHERE, text) for key, text in texts.items()}
    return Mapping(_NOWHERE, entries, dict.fromkeys(entries, _NOWHERE))


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
