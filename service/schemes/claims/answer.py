"""Answer model of a claim check: claims, verdicts, rules, open facts, assumptions and coverage, in one language."""

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
    """A rule in words of one language; bases are written as instrument and clause.

    `advice` is what a claim of the types found has to say, where the rule with its remedy speaks of others, too.
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
    """Conditions that are still open and together make a rule hold, with the facts they read."""

    words: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LocalizedOpenRule:
    """A rule that may hold: whether it asks about the claim that was found, and what would make it hold.

    `only_as` are the claim types as which the text has to be read for it, where it can be read as others, too;
    `asks_of_every_claim` says that it asks only whether something is missing that any claim must have.
    """

    rule: LocalizedRule
    asks_about_claim: bool = True
    holds_if: tuple[LocalizedCondition, ...] = ()
    only_as: tuple[str, ...] = ()
    asks_of_every_claim: bool = False


@dataclass(frozen=True, slots=True)
class LocalizedOpenFact:
    """An unknown fact that could still change a verdict, in words of one language."""

    fact: str
    label: str
    asks_about_claim: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was asked of one card in one jurisdiction, over all claims, and what it does not encode."""

    jurisdiction: str
    card: str
    version: str
    assessed: tuple[str, ...]
    not_in_force: tuple[str, ...]
    out_of_scope: bool
    not_encoded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AppliedVersion:
    """A card, or a part of the software, that an answer rests on; version or digest is empty if it is not known."""

    name: str
    version: str
    digest: str


def applied_software() -> tuple[AppliedVersion, ...]:
    """Give what finds claims here: the software, and the files by which it screens."""
    software = AppliedVersion("touchstone", software_versions()["touchstone"], "")
    return (software, *(AppliedVersion(*source) for source in screening_sources()))


def is_heard_by_words(screened_by: Sequence[AppliedVersion]) -> bool:
    """Say whether claims were heard by words alone, for want of the encoder; not of a server that names no sources."""
    return bool(screened_by) and all(source.name != ENCODER for source in screened_by)


@dataclass(frozen=True, slots=True)
class LocalizedGivenFact:
    """A fact that was given or taken so: its values, and both in words of one language."""

    fact: str
    values: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class LocalizedUnusedFact:
    """A fact given of all claims that changes nothing about one, in words of one language, and why."""

    fact: str
    words: str
    reason: UnusedFactReason


@dataclass(frozen=True, slots=True)
class LocalizedAssumption:
    """A fact taken from the words of a claim, in words of one language, and whether it is to be told."""

    assumption: Assumption
    words: str
    is_asked: bool


@dataclass(frozen=True, slots=True)
class LocalizedPeriodResult:
    """What holds in one part of the time, as long as the same is to be told.

    `by_practice` says that practice alone gives the verdict and no open rule of the law could give a worse one;
    `silent` names the cards without a rule in force. If all are and `is_assessed`, practice was asked without verdict.
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
    """What holds for one claim in one jurisdiction, over the whole time and in each part of it.

    `resting` are the rules that give the verdict if it is `settled`, else those that could give the worst one, the
    surest first; `assumed` are facts taken from the words that deciding rules read. `standing` says how the claim
    stands as its text tells it, by `standing_rules`; if it is forbidden unless something is shown, that is the fact
    `unless_fact_id`, in words `unless_shown`. If rules that are still to come make it worse, it will stand as
    `coming_standing` from `coming_first_date` on. `precedents` are the cases held on claims of its kinds.
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
        """Whether the claim is prohibited or misleading here as its text stands, which no verdict is worse than."""
        return self.standing in CONDEMNED


@dataclass(frozen=True, slots=True)
class VerdictSum:
    """How many verdicts there are, how many are faults as the text stands, and how many others want evidence.

    What an answer says in sum and its exit code both follow from it.
    """

    count: int
    faults: int
    wanting: int


class LocalizedClaim(NamedTuple):
    """A claim with its answers; what is denied has none. `unused` are facts given that change nothing about it."""

    candidate: Candidate
    readings: tuple[FactValues, ...]
    contradictions: tuple[Contradiction, ...]
    assumptions: tuple[LocalizedAssumption, ...]
    answers: tuple[LocalizedJurisdictionResult, ...]
    rewriting: Rewriting | None
    unused: tuple[LocalizedUnusedFact, ...] = ()

    @property
    def differences(self) -> dict[Verdict | None, dict[str, tuple[str, ...]]]:
        """By verdict, worst first, where it is given and which rules decide there, if jurisdictions differ."""
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
        """Whether it may be no claim, such as words of claim in a question or in talk of others."""
        return self.candidate.confidence == "low"


@dataclass(frozen=True, slots=True)
class LocalizedAnswer:
    """A judged text in words of one language, or a page of its claims; `count` are the claims of the text.

    `questions` are all that decide, in their order, about the claims here by their numbers; `assumed` was said by
    nobody. `cards` are the versions that were asked in `jurisdictions`, and `screened_by` is what found the claims.
    """

    language: str
    document: Document
    result: ScreeningResult
    findings: tuple[TextFinding, ...]
    as_of: str
    shown: Period
    given: tuple[LocalizedGivenFact, ...]
    assumed: tuple[LocalizedGivenFact, ...]
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
        """The claims that the whole answer is about: not those that may be no claim, unless there are no others."""
        judged = tuple(claim for claim in self.claims if claim.answers)
        return tuple(claim for claim in judged if not claim.may_be_none) or judged

    @property
    def unread(self) -> int:
        """Of how many parts of the text it is not known what they claim."""
        return self.document.unread(self.result)

    @property
    def sum(self) -> VerdictSum:
        """How many verdicts there are on the claims that count, and how they stand."""
        answers = [answer for claim in self.counted for answer in claim.answers]
        faults = sum(answer.is_condemned for answer in answers)
        wanting = sum(answer.verdict is Verdict.NEEDS_EVIDENCE and not answer.is_condemned for answer in answers)
        return VerdictSum(len(answers), faults, wanting)


def types_of(readings: Iterable[FactValues]) -> tuple[str, ...]:
    """Name the claim types of all readings, each once."""
    return tuple(dict.fromkeys(kind for read in readings for kind in read.get(CLAIM_TYPES, ())))


def worst_status(claim: LocalizedClaim) -> ClaimStatus | None:
    """Give how a claim stands where it stands worst; nothing of what is not judged, or nowhere assessed."""
    standings = {answer.standing for answer in claim.answers}
    return next((status for status in ClaimStatus if status in standings), None)


def worst_answer(claim: LocalizedClaim) -> LocalizedJurisdictionResult | None:
    """Give the first answer by which a claim stands as it stands at worst."""
    worst = worst_status(claim)
    return None if worst is None else next(answer for answer in claim.answers if answer.standing is worst)


def worst_first(claims: Iterable[LocalizedClaim]) -> tuple[LocalizedClaim, ...]:
    """Put claims in the order in which they want work: how they stand, how sure it is that they are claims, place."""
    order = {status: place for place, status in enumerate((*ClaimStatus, None))}

    def rank(claim: LocalizedClaim) -> tuple[bool, int, bool, int]:
        return not claim.answers, order[worst_status(claim)], claim.may_be_none, claim.candidate.start

    return tuple(sorted(claims, key=rank))
