"""Output of the command `claims check`, parsed as a CheckClaimsResponse with unknown fields ignored."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from google.protobuf import json_format

from service.cli.main import app
from tests.support.claims.stated_claims import Stated, verdict
from touchstone.v1 import types_pb2
from touchstone.v1.screening_service_pb2 import (
    CheckClaimsResponse,
    ClaimAnswer,
    ClaimPart,
    ClaimRuleReference,
    ScreeningConfidence,
)

SCORECARDS = Path(__file__).parents[3] / "scorecards"
TEXT = "Our soap is carbon neutral. Eco-friendly soap."


def run(*arguments: str | Path) -> tuple[int, str, str]:
    asked = ["claims", "check", "--as-of", "2026-11-20", *map(str, arguments)]
    result = CliRunner().invoke(app, asked)
    return result.exit_code, result.stdout, result.stderr


def run_full(*arguments: str | Path) -> tuple[int, str, str]:
    """Run the command with `--full`, which lists every rule."""
    return run(*arguments, "--full")


def response(shown: dict[str, Any]) -> CheckClaimsResponse:
    return json_format.ParseDict(shown, CheckClaimsResponse(), ignore_unknown_fields=True)


def answers(gazette: Path, text: str, jurisdictions: str, *arguments: str | Path) -> tuple[int, dict[str, Any]]:
    code, shown, complaint = run(
        text, "--jurisdiction", jurisdictions, "--gazette", gazette, "--format", "json", *arguments
    )
    assert not complaint
    plain = json.loads(shown)
    check_response = response(plain)
    return code, {
        "claims": [
            {
                "readings": [list(read.claim_types) for read in claim.readings],
                "negated": claim.candidate_claim.negated,
                "types": list(claim.candidate_claim.claim_types),
                "confidence": ScreeningConfidence.Name(claim.candidate_claim.confidence),
                "contradictions": [{"code": one.code} for one in claim.contradictions],
                "answers": [_answer(check_response, answer) for answer in claim.answers],
            }
            for claim in check_response.checked_claims
        ],
        "coverage": list(check_response.coverages),
        "given": {fact["factId"]: fact["values"] for fact in plain["givenFacts"]},
        "shown_by_page": [{"path": fact.path} for fact in check_response.page_facts],
        "fully_screened": not check_response.unscreened_segments,
    }


def _answer(check_response: CheckClaimsResponse, answer: ClaimAnswer) -> dict[str, Any]:
    stated = Stated(check_response, answer.jurisdiction)
    return {
        "jurisdiction": answer.jurisdiction,
        "verdict": verdict(answer.verdict),
        "possible_verdicts": list(map(verdict, answer.possible_verdicts)),
        "deciding_rules": _rules(stated, answer.deciding_rules),
        "open_facts": [{"fact": one.fact_id, "asks_about_claim": one.asks_about_claim} for one in answer.open_facts],
        "parts": [_part(stated, part) for part in answer.parts],
    }


def _part(stated: Stated, part: ClaimPart) -> dict[str, Any]:
    return {
        "first_date": part.period.first_date,
        "last_date": part.period.last_date,
        "verdict": verdict(part.verdict),
        "coming_rules": _rules(stated, part.coming_rules),
        "holding_rules": _rules(stated, part.holding_rules),
        "open_rules": [
            {
                **_rule(stated, one.rule),
                "asks_about_claim": one.asks_about_claim,
                "holds_only_as": list(one.only_as_claim_types),
                "holds_if": stated.conditions(one),
            }
            for one in part.open_rules
        ],
    }


def _rules(stated: Stated, references: Iterable[ClaimRuleReference]) -> list[dict[str, str]]:
    return [_rule(stated, one) for one in references]


def _rule(stated: Stated, reference: ClaimRuleReference) -> dict[str, str]:
    rule = stated.of(reference)
    certainty = types_pb2.Certainty.Name(rule.certainty).removeprefix("CERTAINTY_").lower()
    return {"rule": rule.rule_id, "remedy": rule.remedy, "certainty": certainty}


def verdicts(answer: dict[str, Any]) -> list[dict[str, str | None]]:
    return [{each["jurisdiction"]: each["verdict"] for each in claim["answers"]} for claim in answer["claims"]]


def without_sources(answer: CheckClaimsResponse) -> CheckClaimsResponse:
    """Clear the sources of the stated facts."""
    compared = CheckClaimsResponse()
    compared.CopyFrom(answer)
    for fact in (*compared.given_facts, *(fact for claim in compared.checked_claims for fact in claim.stated_facts)):
        fact.ClearField("source")
    return compared
