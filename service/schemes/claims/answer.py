"""Answer model of a claim check in one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rules.claims import (
    CLAIM_TYPES,
    CONDEMNED,
    ENCODER,
    Assumption,
    Candidate,
    ClaimStatus,
    Contradiction,
    FactValues,
    ScreeningResult,
    screening_sources,
)
from rules.contracts import Period, Verdict
from service.base.software import software_versions
from service.schemes.claims.one_claim import UnusedFactReason

if TYPE_CHECKING:
    from rules.claims import PrecedentSummary, TextFinding
    from service.schemes.claims.documents.document import Document
    from service.schemes.claims.questions import Question
    from service.schemes.claims.rewriting import Rewriting


@dataclass(frozen=True, slots=True)
class LocalizedRule:
    """Rule in one language.

    `advice` is specific to the claim types found, if the rule covers more types.
    """

    card: str
    rule: str
    name: str
    verdict: Verdict
    severity: str
    bases: tuple[str, ...]
    certainty: str
    remedy: str
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LocalizedCondition:
    """Undetermined conditions that together make a rule apply."""

    words: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LocalizedOpenRule:
    """Rule that may apply.

    `only_as` are the claim types that make it apply, if the text allows other types too. If `asks_of_every_claim`, it
    only requires information that every claim must have.
    """

    rule: LocalizedRule
    asks_about_claim: bool = True
    holds_if: tuple[LocalizedCondition, ...] = ()
    only_as: tuple[str, ...] = ()
    asks_of_every_claim: bool = False


@dataclass(frozen=True, slots=True)
class LocalizedOpenFact:
    """Unknown fact that could still change a verdict."""

    fact: str
    label: str
    asks_about_claim: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """Coverage of one scorecard in one jurisdiction, over all claims."""

    jurisdiction: str
    card: str
    version: str
    assessed: tuple[str, ...]
    not_in_force: tuple[str, ...]
    out_of_scope: bool
    not_encoded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AppliedVersion:
    """Scorecard or software behind an answer; empty fields are unknown."""

    name: str
    version: str
    digest: str


def applied_software() -> tuple[AppliedVersion, ...]:
    """Return the software and the screening files in use."""
    software = AppliedVersion("touchstone", software_versions()["touchstone"], "")
    return (software, *(AppliedVersion(*source) for source in screening_sources()))


def is_screened_without_encoder(screened_by: Sequence[AppliedVersion]) -> bool:
    """Return whether screening ran without the encoder; False if no sources are known."""
    return bool(screened_by) and all(source.name != ENCODER for source in screened_by)


@dataclass(frozen=True, slots=True)
class LocalizedCallerFact:
    """Stated or assumed fact in one language."""

    fact: str
    values: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class LocalizedUnusedFact:
    """Fact stated for all claims that does not affect one of them."""

    fact: str
    words: str
    reason: UnusedFactReason


@dataclass(frozen=True, slots=True)
class LocalizedAssumption:
    """Fact derived from a claim's text; `is_reported` if it must be reported."""

    assumption: Assumption
    words: str
    is_reported: bool


@dataclass(frozen=True, slots=True)
class LocalizedPeriodResult:
    """Result for consecutive days with equal rules.

    If `by_practice`, practice alone causes the verdict, and no open rule of law could worsen it. `silent` are
    scorecards without a rule in force. If all are silent and `is_assessed`, practice was evaluated without a verdict.
    """

    span: Period
    verdict: Verdict | None
    possible: tuple[Verdict, ...]
    deciding: tuple[LocalizedRule, ...]
    holding: tuple[LocalizedRule, ...]
    open: tuple[LocalizedOpenRule, ...]
    coming: tuple[LocalizedRule, ...]
    silent: tuple[str, ...]
    out_of_scope: tuple[str, ...]
    by_practice: bool
    is_assessed: bool


@dataclass(frozen=True, slots=True)
class LocalizedJurisdictionResult:
    """Result for one claim in one jurisdiction.

    `resting` are the rules behind the verdict if `settled`, else those that could cause the worst one, most certain
    first. `assumed` are facts from the text that deciding rules read. `standing` assesses the text alone;
    `unless_fact_id` is the missing proof. Future rules worsen it to `coming_standing`. `precedents` are cases on such
    claims.
    """

    jurisdiction: str
    verdict: Verdict | None
    possible: tuple[Verdict, ...]
    deciding: tuple[LocalizedRule, ...]
    parts: tuple[LocalizedPeriodResult, ...]
    open_facts: tuple[LocalizedOpenFact, ...]
    settled: bool
    resting: tuple[LocalizedRule, ...]
    assumed: tuple[str, ...]
    standing: ClaimStatus | None = None
    standing_rules: tuple[LocalizedRule, ...] = ()
    unless_fact_id: str = ""
    unless_shown: str = ""
    coming_standing: ClaimStatus | None = None
    coming_first_date: str = ""
    precedents: PrecedentSummary | None = None

    @property
    def is_condemned(self) -> bool:
        return self.standing in CONDEMNED


@dataclass(frozen=True, slots=True)
class VerdictSum:
    """Number of verdicts, faults in the text, and other verdicts that need evidence."""

    count: int
    faults: int
    wanting: int


class LocalizedClaim(NamedTuple):
    """Claim with its results; a denied claim has none."""

    candidate: Candidate
    readings: tuple[FactValues, ...]
    contradictions: tuple[Contradiction, ...]
    assumptions: tuple[LocalizedAssumption, ...]
    answers: tuple[LocalizedJurisdictionResult, ...]
    rewriting: Rewriting | None
    unused: tuple[LocalizedUnusedFact, ...] = ()

    @property
    def differences(self) -> dict[Verdict | None, dict[str, tuple[str, ...]]]:
        verdicts = {answer.verdict for answer in self.answers}
        return {
            verdict: {
                answer.jurisdiction: tuple(rule.rule for rule in answer.deciding)
                for answer in self.answers
                if answer.verdict is verdict
            }
            for verdict in (*Verdict, None)
            if verdict in verdicts and len(verdicts) > 1
        }

    @property
    def may_be_none(self) -> bool:
        """Whether it may not be a claim, such as a question or reported speech."""
        return self.candidate.confidence == "low"


@dataclass(frozen=True, slots=True)
class LocalizedAnswer:
    """Checked text in one language, or a page of its claims.

    `count` is the number of all claims. `questions` refer to claims by number. `assumed` are facts that were not
    stated. `cards` are the evaluated versions.
    """

    language: str
    document: Document
    result: ScreeningResult
    findings: tuple[TextFinding, ...]
    as_of: str
    shown: Period
    stated: tuple[LocalizedCallerFact, ...]
    assumed: tuple[LocalizedCallerFact, ...]
    claims: tuple[LocalizedClaim, ...]
    coverages: tuple[Coverage, ...]
    questions: tuple[Question, ...]
    count: int
    is_first: bool
    next_page_token: str
    jurisdictions: tuple[str, ...]
    cards: tuple[AppliedVersion, ...]
    screened_by: tuple[AppliedVersion, ...]

    @property
    def counted(self) -> tuple[LocalizedClaim, ...]:
        judged = tuple(claim for claim in self.claims if claim.answers)
        return tuple(claim for claim in judged if not claim.may_be_none) or judged

    @property
    def unread(self) -> int:
        return self.document.unread(self.result)

    @property
    def sum(self) -> VerdictSum:
        answers = [answer for claim in self.counted for answer in claim.answers]
        faults = sum(answer.is_condemned for answer in answers)
        wanting = sum(answer.verdict is Verdict.NEEDS_EVIDENCE and not answer.is_condemned for answer in answers)
        return VerdictSum(len(answers), faults, wanting)


def types_of(readings: Iterable[FactValues]) -> tuple[str, ...]:
    """Return the distinct claim types of all readings."""
    return tuple(dict.fromkeys(kind for read in readings for kind in read.get(CLAIM_TYPES, ())))


def worst_status(claim: LocalizedClaim) -> ClaimStatus | None:
    """Return the worst status, or None without an assessment."""
    statuses = {answer.standing for answer in claim.answers}
    return next((status for status in ClaimStatus if status in statuses), None)


def worst_answer(claim: LocalizedClaim) -> LocalizedJurisdictionResult | None:
    """Return the first result with the worst status, or None."""
    worst = worst_status(claim)
    return None if worst is None else next(answer for answer in claim.answers if answer.standing is worst)


def worst_first(claims: Iterable[LocalizedClaim]) -> tuple[LocalizedClaim, ...]:
    """Sort claims, unassessed last, by status, confidence and position."""
    order = {status: position for position, status in enumerate((*ClaimStatus, None))}

    def rank(claim: LocalizedClaim) -> tuple[bool, int, bool, int]:
        return not claim.answers, order[worst_status(claim)], claim.may_be_none, claim.candidate.start

    return tuple(sorted(claims, key=rank))
