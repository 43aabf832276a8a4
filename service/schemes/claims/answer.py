"""Readers of a CheckClaimsResponse: its worst claims, totals, rules, and the words of its enums."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rules.claims import CONDEMNED, PRACTICE
from service.output.mapping.mapper import word_of
from service.schemes.claims.documents.document import PICTURED
from touchstone.v1 import evaluation_pb2, screening_service_pb2 as pb2, types_pb2

CONDEMNED_STANDINGS = frozenset(pb2.ClaimStanding.Value(f"CLAIM_STANDING_{status.name}") for status in CONDEMNED)


def verdict_word(verdict: int) -> str:
    """Return the word of a verdict, or "none" without one."""
    return word_of(evaluation_pb2.Verdict, verdict) if verdict else "none"


def standing_word(standing: int) -> str:
    """Return the word of a status, or "none" without one."""
    return word_of(pb2.ClaimStanding, standing) if standing else "none"


def may_be_none(claim: pb2.CheckedClaim) -> bool:
    """Return whether it may not be a claim, such as a question or reported speech."""
    return claim.candidate_claim.confidence == pb2.SCREENING_CONFIDENCE_LOW


def worst_standing(claim: pb2.CheckedClaim) -> int:
    """Return the worst status, or 0 without an assessment; the enum numbers the worst first."""
    return min((answer.standing for answer in claim.answers if answer.standing), default=0)


def worst_answer(claim: pb2.CheckedClaim) -> pb2.ClaimAnswer | None:
    """Return the first answer with the worst status, or None."""
    worst = worst_standing(claim)
    return next((answer for answer in claim.answers if answer.standing == worst), None) if worst else None


def severity_rank(claim: pb2.CheckedClaim) -> tuple[bool, int, bool, int]:
    """Rank a claim, unassessed last, by status, confidence and position."""
    standing = worst_standing(claim) or max(pb2.ClaimStanding.values()) + 1
    return not claim.answers, standing, may_be_none(claim), claim.candidate_claim.span.start


def worst_first(claims: Iterable[pb2.CheckedClaim]) -> list[pb2.CheckedClaim]:
    """Sort claims by severity."""
    return sorted(claims, key=severity_rank)


def counted_claims(response: pb2.CheckClaimsResponse) -> list[pb2.CheckedClaim]:
    """Return the judged claims without those that may be none, unless there are no others."""
    judged = [claim for claim in response.checked_claims if claim.answers]
    return [claim for claim in judged if not may_be_none(claim)] or judged


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


class VerdictSum(NamedTuple):
    """Number of verdicts, faults in the text, and other verdicts that need evidence."""

    verdicts: int
    faults: int
    wanting: int


def verdict_sum(response: pb2.CheckClaimsResponse) -> VerdictSum:
    """Count the verdicts on the counted claims."""
    answers = [answer for claim in counted_claims(response) for answer in claim.answers]
    other = [answer.verdict for answer in answers if answer.standing not in CONDEMNED_STANDINGS]
    return VerdictSum(len(answers), len(answers) - len(other), other.count(evaluation_pb2.VERDICT_NEEDS_EVIDENCE))


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
