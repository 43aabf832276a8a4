"""How do checked claims read for a program?"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from service.claims.telling import Teller, deciding, differences, merged, types_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rules.claims.composition import Composed, RuleName
    from rules.claims.readings import Stated
    from rules.contracts.canonical import Json
    from rules.contracts.dates import Period
    from rules.screening.candidates import Candidate, ScreeningResult, Span
    from service.claims.checking import Answered, CheckedClaim
    from service.readers.page_facts import PageFact


def claims_answer(claims: Sequence[CheckedClaim], teller: Teller) -> list[Json]:
    """Write each claim with what the text shows, what contradicts, and its answers."""
    return [_claim(claim, teller) for claim in claims]


def coverage_answer(claims: Sequence[CheckedClaim], teller: Teller, jurisdictions: Iterable[str]) -> list[Json]:
    """Write for each jurisdiction what was assessed, what was not, and what no card encodes."""
    return [
        {"jurisdiction": place, "scorecards": [_plain(asdict(one)) for one in teller.coverage(place, claims)]}
        for place in jurisdictions
    ]


def not_screened_answer(result: ScreeningResult) -> list[Json]:
    """Write the stretches of text of whose claims nothing is known."""
    return [
        {
            "start": segment.start,
            "end": segment.end,
            "languages": list(segment.languages),
            "reason": segment.not_screened,
        }
        for segment in result.segments
        if segment.not_screened is not None
    ]


def hearing_answer(result: ScreeningResult) -> dict[str, Json]:
    """Write how readily claims were heard, and the sentence without claim that sounds most like one."""
    found = result.unheard
    unheard: Json = None if found is None else {**_span(found), "language": found.language, "percent": found.percent}
    return {"hearing": result.hearing, "unheard": unheard}


def page_answer(facts: Iterable[PageFact]) -> list[Json]:
    """Write what the page shows about every claim on it."""
    return [_plain(asdict(fact)) for fact in facts]


def period_answer(period: Period) -> dict[str, Json]:
    """Write a span of days, both included."""
    return {"first_date": period.first.isoformat(), "last_date": period.last.isoformat()}


def _claim(claim: CheckedClaim, teller: Teller) -> Json:
    candidate = claim.candidate
    return {
        **_span(candidate),
        "sentence": _span(candidate.sentence),
        "language": candidate.language,
        "types": list(candidate.types),
        "possible_types": list(candidate.possible_types),
        "confidence": candidate.confidence,
        "percent": candidate.percent,
        "negated": candidate.negated,
        "proposed_facts": [
            {"path": fact.path, "values": list(fact.values), "spans": [_span(span) for span in fact.spans]}
            for fact in claim.proposal.facts
        ],
        "readings": [list(read.get("claim_types", ())) for read in claim.readings],
        "contradictions": [
            {"code": each.code, "facts": list(dict.fromkeys(each.facts))} for each in claim.contradictions
        ],
        "answers": [_answered(answer, teller, claim.readings) for answer in claim.answers],
        "differences": [
            {"verdict": verdict, "jurisdictions": {place: [name.rule for name in places[place]] for place in places}}
            for verdict, places in differences(claim.answers).items()
        ],
    }


def _answered(answer: Answered, teller: Teller, readings: Sequence[Stated]) -> Json:
    teller = teller.at(answer.jurisdiction)
    return {
        "jurisdiction": answer.jurisdiction.id,
        "verdict": answer.verdict,
        "possible_verdicts": list(answer.possible),
        "deciding_rules": _rules(deciding(answer), teller, types_of(readings)),
        "open_facts": [_plain(asdict(fact)) for fact in teller.open_facts(answer)],
        "parts": [_part(group, teller, readings) for group in merged(answer.parts)],
    }


def _part(group: tuple[Composed, ...], teller: Teller, readings: Sequence[Stated]) -> Json:
    part, types = group[0], types_of(readings)
    return {
        "first_date": part.part.first.isoformat(),
        "last_date": group[-1].part.last.isoformat(),
        "verdict": part.verdict,
        "possible_verdicts": list(part.possible),
        "deciding_rules": _rules(part.deciding, teller, types),
        "holding_rules": _rules(part.holding, teller, types),
        "open_rules": [
            {
                **_plain(asdict(told.rule)),
                "asks_about_claim": told.asks_about_claim,
                "asks_of_every_claim": told.asks_of_every_claim,
                "holds_only_as": list(told.only_as),
                "holds_if": [_plain(asdict(condition)) for condition in told.holds_if],
            }
            for told in teller.open_rules(part, readings)
        ],
        "coming_rules": _rules(part.coming, teller, types),
        "scorecards_without_rule_in_force": list(part.silent),
        "scorecards_out_of_scope": list(part.out_of_scope),
        "certainties": list(part.certainties),
    }


def _rules(names: Iterable[RuleName], teller: Teller, types: tuple[str, ...]) -> list[Json]:
    return [_plain(asdict(rule)) for rule in teller.rules(names, types)]


def _span(span: Span | Candidate) -> dict[str, Json]:
    return {"start": span.start, "end": span.end, "quote": span.quote}


def _plain(fields: dict[str, object]) -> dict[str, Json]:
    """Write tuples as lists."""
    plain: dict[str, Json] = {}
    for name, value in fields.items():
        plain[name] = list(value) if isinstance(value, tuple) else value  # type: ignore[assignment]
    return plain
