"""Claim scorecards: versions in force, and cached answers by facts and period."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from rules.claims import (
    CardAnswer,
    CardRules,
    ClaimAssessor,
    ComposedVerdict,
    WhatIfVerdicts,
    compose,
    days_of_change,
    split_period,
    to_card_answer,
)
from rules.contracts import (
    DateError,
    DeclaredFact,
    DeclaredValue,
    Period,
    PeriodText,
    Subject,
    VersionError,
    join_fragments,
    join_lines,
    message_factory,
    parse_date,
)
from rules.model import VerdictRule, Verdicts
from service.base.resource_names import CardName

if TYPE_CHECKING:
    from rules.api import ConclusionSummary
    from rules.model import PublishedVersion, Scorecard, VersionOutline
    from service.gazette.versions import Gazette
    from service.schemes.claims.refusals import ProblemCollector

Ask = Callable[["PublishedVersion", "Subject"], "ConclusionSummary"]
"""A local or remote evaluator."""

_message = message_factory(__name__)


@dataclass(frozen=True)
class ClaimCard:
    """A published scorecard on claims."""

    id: str
    published: PublishedVersion

    @property
    def scorecard(self) -> Scorecard:
        return self.published.scorecard

    @cached_property
    def verdicts(self) -> Verdicts:
        verdicts = self.published.scorecard.verdicts
        if verdicts is None:
            raise VersionError(_message("NO_VERDICTS", name=self.published.name), missing=False)
        return verdicts

    @cached_property
    def rules(self) -> dict[str, VerdictRule]:
        return {rule.id: rule for rule in self.verdicts.rules}

    @cached_property
    def fact_ids(self) -> frozenset[str]:
        return frozenset(fact.id for fact in self.scorecard.facts)


def load_cards(
    gazette: Gazette, ids: tuple[str, ...], *, as_of: date, known: str, refusals: ProblemCollector
) -> dict[str, ClaimCard]:
    """Return the versions in force by scorecard id, or raise VersionError."""
    cards: dict[str, ClaimCard] = {}
    missing: list[str] = []
    published = gazette.card_ids()
    for id in ids:
        if id not in published:
            missing.append(refusals.message("CARD_MISSING", card=id))
            continue
        try:
            cards[id] = ClaimCard(id, gazette.find(CardName(id), as_of=as_of, known=known))
        except VersionError:
            versions = join_fragments(_version_messages(gazette.outlines(id), refusals))
            words = refusals.message(
                "CARD_NOT_IN_FORCE", card=id, day=str(as_of), versions=versions, option=refusals.names.shown
            )
            missing.append(words)
    if missing:
        raise VersionError(join_lines(missing), missing=False)
    return cards


def _version_messages(outlines: tuple[VersionOutline, ...], refusals: ProblemCollector) -> Iterator[str]:
    successors = {outline.card.supersedes: outline.card.version for outline in outlines}
    superseded = [outline.card.version for outline in outlines if outline.card.version in successors]
    for first in superseded[:1]:
        yield refusals.message("VERSION_SUPERSEDED", version=first, successor=successors[first])
    if len(superseded) > 1:
        yield refusals.message("VERSIONS_SUPERSEDED", count=len(superseded) - 1)
    for outline in outlines:
        if outline.card.version not in successors:
            yield refusals.message("VERSION", version=outline.card.version, first=str(outline.card.first_date))


def build_claim_assessor(cards: Mapping[str, ClaimCard]) -> ClaimAssessor:
    """Build the assessor of claims under these scorecards."""
    verdicts = WhatIfVerdicts({id: CardRules(card.verdicts, card.scorecard.applies) for id, card in cards.items()})
    return ClaimAssessor(verdicts, (card.scorecard for card in cards.values()))


class CardAnswerCache:
    """Cache of scorecard answers by facts and period, and by claim if each claim is stored with its own answers."""

    def __init__(self, ask: Ask, *, as_of: str, known: str, by_claim: bool = False) -> None:
        self._ask, self._by_claim = ask, by_claim
        self._as_of, self._known = as_of, known
        self._answers: dict[tuple[str, Period, str, tuple[str, ...]], CardAnswer] = {}
        self._composed: dict[tuple[Period, tuple[tuple[int, ...], ...]], tuple[ComposedVerdict, ...]] = {}
        self.request_count = 0

    def asking(self, ask: Ask) -> CardAnswerCache:
        return CardAnswerCache(ask, as_of=self._as_of, known=self._known)

    def answers(
        self, card: ClaimCard, facts: Mapping[str, DeclaredFact], shown: Period, subject: str
    ) -> tuple[CardAnswer, ...]:
        known = {name: fact for name, fact in facts.items() if name in card.fact_ids}
        choices = {name: fact.value.choice for name, fact in known.items() if fact.value and fact.value.choice}
        days = days_of_change(card.scorecard, choices, dict(_date_values(known)))
        return tuple(self._answer(card, known, part, subject) for part in split_period(shown, days))

    def _answer(self, card: ClaimCard, facts: Mapping[str, DeclaredFact], part: Period, subject: str) -> CardAnswer:
        claim = subject if self._by_claim else ""
        key = (card.id, part, claim, tuple(sorted(fact.model_dump_json() for fact in facts.values())))
        if key not in self._answers:
            governing = card.verdicts.governed_by
            span = PeriodText(first=part.first.isoformat(), last=part.last.isoformat())
            shown = DeclaredFact(id=governing, value=DeclaredValue(period=span))
            full_subject = Subject(
                subject=subject, as_of=self._as_of, known=self._known, facts=(*facts.values(), shown)
            )
            self.request_count += 1
            self._answers[key] = to_card_answer(self._ask(card.published, full_subject), card.id, part, card.verdicts)
        return self._answers[key]

    def composed(self, card_answers: Sequence[Sequence[CardAnswer]], shown: Period) -> tuple[ComposedVerdict, ...]:
        key = (shown, tuple(tuple(map(id, read)) for read in card_answers))
        if key not in self._composed:
            days = [answer.part.first for read in card_answers for answer in read]
            self._composed[key] = tuple(
                compose([[answer for answer in read if _covers(part, answer)] for read in card_answers], part)
                for part in split_period(shown, days)
            )
        return self._composed[key]


def _date_values(facts: Mapping[str, DeclaredFact]) -> Iterator[tuple[str, date]]:
    for name, fact in facts.items():
        if fact.value is not None and fact.value.date is not None:
            try:
                yield name, parse_date(fact.value.date)
            except DateError:
                continue  # the evaluation reports the location


def _covers(part: Period, answer: CardAnswer) -> bool:
    return answer.part.first <= part.first and part.last <= answer.part.last
