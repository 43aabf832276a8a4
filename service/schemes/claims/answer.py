"""Readers of a CheckClaimsResponse: its worst claims, totals, rules, and the words of its enums."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rules.claims import CONDEMNED, PRACTICE
from service.output.mapping.mapper import word_of
from service.schemes.claims.documents.document import PICTURED
from touchstone.v1 import evaluation_pb2, screening_service_pb2 as pb2, types_pb2

FORMAL_FAULTS: dict[int, int] = {
    evaluation_pb2.VERDICT_PROHIBITED: pb2.CLAIM_STANDING_PROHIBITED_AS_IT_STANDS,
    evaluation_pb2.VERDICT_MISLEADING: pb2.CLAIM_STANDING_MISLEADING_AS_IT_STANDS,
}
"""Verdicts of claims by the formal verdicts that settle them."""
CONDEMNED_STANDINGS = frozenset(pb2.ClaimStanding.Value(f"CLAIM_STANDING_{status.name}") for status in CONDEMNED)


def verdict_word(verdict: int) -> str:
    """Return the word of a formal verdict, or "none" without one."""
    return word_of(evaluation_pb2.Verdict, verdict) if verdict else "none"


def standing_word(standing: int) -> str:
    """Return the word of the verdict that users read, or "none" without one."""
    return word_of(pb2.ClaimStanding, standing) if standing else "none"


def is_doubtful(claim: pb2.CheckedClaim) -> bool:
    """Return whether it may not be a claim, such as a question or reported speech."""
    return claim.candidate_claim.confidence == pb2.SCREENING_CONFIDENCE_LOW and not claim.candidate_claim.negated


def certain_claims(response: pb2.CheckClaimsResponse) -> dict[int, pb2.CheckedClaim]:
    """Return the statements except the doubtful ones, by their index in the response."""
    return {index: claim for index, claim in enumerate(response.checked_claims) if not is_doubtful(claim)}


def worst_standing(claim: pb2.CheckedClaim) -> int:
    """Return the worst verdict of all markets, or 0 without one; the enum numbers the worst first."""
    return min((answer.standing for answer in claim.answers if answer.standing), default=0)


def worst_answer(claim: pb2.CheckedClaim) -> pb2.ClaimAnswer | None:
    """Return the first answer with the worst verdict, or None."""
    worst = worst_standing(claim)
    return next((answer for answer in claim.answers if answer.standing == worst), None) if worst else None


def severity_rank(claim: pb2.CheckedClaim) -> tuple[bool, bool, int, int]:
    """Rank a claim by verdict and position; doubtful claims and claims without verdict are last."""
    standing = worst_standing(claim) or max(pb2.ClaimStanding.values()) + 1
    return is_doubtful(claim), not claim.answers, standing, claim.candidate_claim.span.start


def worst_first(claims: Iterable[pb2.CheckedClaim]) -> list[pb2.CheckedClaim]:
    """Sort claims by severity."""
    return sorted(claims, key=severity_rank)


def counted_claims(response: pb2.CheckClaimsResponse) -> list[pb2.CheckedClaim]:
    """Return the claims that the totals and the exit code are based on."""
    return [claim for claim in certain_claims(response).values() if claim.answers]


def count_unread(response: pb2.CheckClaimsResponse | pb2.ScreenClaimsResponse) -> int:
    """Count the parts and pages of the text that were not screened; an empty text counts as one."""
    unread = len(response.unscreened_segments) + response.left_out_counts.get(PICTURED, 0)
    return unread or int(not response.text.strip())


def is_screened(response: pb2.CheckClaimsResponse | pb2.ScreenClaimsResponse) -> bool:
    """Return whether words of the text were screened."""
    screened, position = "", 0
    for segment in response.unscreened_segments:
        screened, position = screened + response.text[position : segment.span.start], segment.span.end
    return any(character.isalpha() for character in screened + response.text[position:])


class ClaimSum(NamedTuple):
    """Number of claims, of those prohibited or misleading in a market, and of those to be shown or documented."""

    claims: int
    faults: int
    wanting: int


_WANTING = (pb2.CLAIM_STANDING_FORBIDDEN_UNLESS_SHOWN, pb2.CLAIM_STANDING_TO_BE_DOCUMENTED)


def claim_sum(response: pb2.CheckClaimsResponse) -> ClaimSum:
    """Count the claims by their worst verdict."""
    worst = [worst_standing(claim) for claim in counted_claims(response)]
    return ClaimSum(
        len(worst), sum(each in CONDEMNED_STANDINGS for each in worst), sum(each in _WANTING for each in worst)
    )


class CitedRule(NamedTuple):
    """A rule that an answer cites, with its advice and, if it is open, its undetermined conditions."""

    text: pb2.ClaimRule
    advice: tuple[str, ...] = ()
    conditions: tuple[pb2.ClaimCondition, ...] = ()
    open: pb2.OpenClaimRule = pb2.OpenClaimRule()

    @property
    def id(self) -> str:
        return self.text.rule_id

    @property
    def certainty(self) -> str:
        return word_of(types_pb2.Certainty, self.text.certainty)


class CitedRules:
    """The rules of a response, by jurisdiction."""

    def __init__(self, response: pb2.CheckClaimsResponse) -> None:
        self._texts = {
            (rule.scorecard, rule.rule_id, place): rule for rule in response.rules for place in rule.jurisdictions
        }

    def of(self, references: Iterable[pb2.ClaimRuleReference], jurisdiction: str) -> list[CitedRule]:
        return [
            CitedRule(self._texts[each.scorecard, each.rule_id, jurisdiction], tuple(each.advice))
            for each in references
        ]

    def open(self, open_rules: Sequence[pb2.OpenClaimRule], jurisdiction: str) -> list[CitedRule]:
        cited = self.of((each.rule for each in open_rules), jurisdiction)
        return [
            rule._replace(
                conditions=tuple(rule.text.conditions[index] for index in open_rule.condition_indexes), open=open_rule
            )
            for rule, open_rule in zip(cited, open_rules, strict=True)
        ]


def of_law(rules: Sequence[CitedRule]) -> Sequence[CitedRule]:
    """Return the rules of law, or else the rules of practice."""
    return [rule for rule in rules if rule.text.scorecard != PRACTICE] or rules
