"""Judging of claims in use as they would be shown today: which of them wait for it, and until when it holds."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import orjson
from google.protobuf.json_format import ParseDict
from google.rpc import error_details_pb2, status_pb2

from rules.api import dated_rules
from rules.claims import JURISDICTIONS, days_of_change
from rules.contracts import (
    LANGUAGES,
    DateError,
    InputError,
    TouchstoneError,
    Violation,
    add_days,
    in_language,
    message_factory,
    parse_date,
)
from service.base import instants, logs
from service.base.grpc_status import WorkerError, reason_of, status_of
from service.base.refusals import Reason
from service.schemes.claims.claim_notices import notice_days
from service.store.claims_in_use import NewJudgement, RuleState, Waiting
from touchstone.v1 import claim_service_pb2 as pb2, screening_service_pb2 as screenings

if TYPE_CHECKING:
    from datetime import date

    from rules.model import PublishedVersion
    from service.api.service_dependencies import Limiter
    from service.base.worker_specs import Worker
    from service.gazette.versions import Gazette
    from service.store.claims_in_use import ClaimInUseRow, ClaimsInUse

_say = message_factory(__name__)

_SWEEP_DAYS = 7
"""After so many days a claim is judged again though nothing is known that would change its standing."""
_LOOKED_AT = 100
"""How many that wait are looked at at once: of most publications few claims have anything to fear."""
_BREATH_SECONDS = 0.02
_ENDLESS = "9999-12-31"
_LONGEST_PROBLEM = 400
_MOST_KEPT = 256
"""Of how many lists of versions the days are kept as they were found."""
_REST, _USUAL_MILLISECONDS = 2, 500
"""Judging a claim and the rest behind it take twice what judging took, and how much that is taken to be at first."""
MEDIUM = "medium"
_MEDIA = frozenset(
    ("pack", "pos", "web", "social", "tv_audio", "print", "app", "name", "label_graphic", "report", "b2b_doc")
)
_PASSING = frozenset(
    {
        Reason.TOO_MANY_CALLS, Reason.SHUTTING_DOWN, Reason.STORE_LOCKED, Reason.STORE_FULL, Reason.STORE_UNAVAILABLE,
        Reason.QUOTA_EXHAUSTED,
    }
)  # fmt: skip
"""What keeps every claim from being judged for a while; all else is wrong with one of them."""


@dataclass(frozen=True, slots=True)
class PublishedRules:
    """Which versions of the scorecards on claims are published and repealed, for the organisation that asks."""

    listings: Mapping[str, Mapping[str, int]]
    """The numbers of versions by scorecard, as the gazette lists them."""

    def state(self, jurisdictions: Iterable[str]) -> RuleState:
        """Give the digests of all of them, and of those of some jurisdictions."""
        own = cards_of(jurisdictions)
        return RuleState(all=_digest(self.listings), own=_digest({card: self.listings.get(card, {}) for card in own}))


def cards_of(jurisdictions: Iterable[str]) -> list[str]:
    """Give the scorecards by which claims are judged that are shown there."""
    return sorted({card for id in jurisdictions if id in JURISDICTIONS for card in JURISDICTIONS[id].cards})


def _digest(listings: Mapping[str, Mapping[str, int]]) -> str:
    listed = [(card, number, bool(repealed)) for card in listings for number, repealed in listings[card].items()]
    return hashlib.sha256(orjson.dumps(sorted(listed))).hexdigest()[:32]


class RuleDays:
    """Finds the days on which the versions of scorecards or their rules begin or end."""

    def __init__(self, gazette: Gazette) -> None:
        """Know none yet."""
        self._gazette = gazette
        self._known: dict[tuple[object, ...], tuple[date, ...]] = {}

    def after(self, day: date, cards: Iterable[str], published: PublishedRules, dates: Mapping[str, date]) -> str:
        """Give the next of the days of some cards, or nothing; from the `dates` of a claim more may follow."""
        here = [card for card in cards if card in published.listings]
        days = [known for card in here for known in self._days(card, published.listings[card])]
        if dates:
            for card in here:
                for version in self._gazette.versions(card):
                    days += days_of_change(version.scorecard, {}, dates)
        following = min((each for each in days if each > day), default=None)
        return "" if following is None else following.isoformat()

    def _days(self, card: str, listing: Mapping[str, int]) -> tuple[date, ...]:
        key = (self._gazette.owner(card), card, *listing.items())
        if key not in self._known:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            versions = self._gazette.versions(card)
            self._known[key] = tuple(sorted({each for version in versions for each in _days_of(version)}))
        return self._known[key]


def _days_of(version: PublishedVersion) -> Iterator[date]:
    card = version.scorecard.card
    yield card.first_date
    if card.last_date is not None:
        yield add_days(card.last_date, 1)
    if version.repeal is not None:
        yield version.repeal.first_day
    yield from days_of_change(version.scorecard, {}, {})
    for dated in dated_rules(version.scorecard):
        yield from (dated.day, add_days(dated.day, 1))  # whether it is the first day or the last one


@dataclass(frozen=True, slots=True)
class ClaimJudge:
    """Judges claims of the organisation for which it is asked, in processes of their own.

    Each judgement has one of `places`; what blocks is done in `threads`.
    """

    claims: ClaimsInUse
    gazette: Gazette
    judging: Worker
    places: Limiter
    threads: Limiter
    rule_days: RuleDays

    def published(self) -> PublishedRules:
        """Say which versions are published now."""
        known = {*self.gazette.card_ids()}
        cards = (card for card in cards_of(JURISDICTIONS) if card in known)
        return PublishedRules({card: self.gazette.listing(card) for card in cards})

    def waiting(self, published: PublishedRules) -> Waiting:
        """Say which claims wait to be judged again now."""
        swept = instants.now_plus(-timedelta(days=_SWEEP_DAYS))
        return Waiting(day=today(), rules=published.state(()).all, swept=swept)

    async def judged(self, content: pb2.ClaimInUse, language: str) -> NewJudgement:
        """Judge a claim as it would be shown today, without facts whose documents have all expired.

        Raises:
            WorkerError: what CheckClaims refuses.
            InputError: no claim stands where the quote does.
        """
        judge_time, begun = instants.now(), time.monotonic()
        day = judge_time.partition("T")[0]
        published = await self.threads.in_thread(self.published)
        with self.places.slot():
            asked = _check_request(content, day, language)
            try:
                answer = await self.judging.work(asked, screenings.CheckClaimsResponse, language=language)
            except WorkerError as error:
                raise _named_in_claim(error) from error
        meant = _meant(content.quote, answer.checked_claims)
        if not meant:
            where = "claim.quote" if content.quote else "claim.text"
            quotes = [each.candidate_claim.span.quote for each in answer.checked_claims[:10]]
            raise InputError((Violation(where, _say("NO_CLAIM_THERE", found=quotes or "-"), "UNKNOWN_CLAIM"),))
        standings = [_place_standing(place, meant) for place in answer.jurisdictions]
        return NewJudgement(
            time=judge_time,
            as_of_date=day,
            rules=published.state(content.jurisdictions),
            due_date=await self.threads.in_thread(self._due_date, content, day, published),
            notice_days=notice_days(content),
            milliseconds=max(1, round((time.monotonic() - begun) * 1_000)),
            standing=min((place["standing"] for place in standings if place["standing"]), default=0),
            places=orjson.dumps(standings).decode(),
            cards=orjson.dumps([[card.name, card.version, card.digest] for card in answer.applied_scorecards]).decode(),
            expired=orjson.dumps(sorted(_expired(content, day))).decode(),
        )

    async def judged_again(self, row: ClaimInUseRow) -> NewJudgement:
        """Judge a claim that is kept; what keeps it alone from being judged is kept with it, in each language.

        So a claim that cannot be read or judged never stops the claims after it.

        Raises:
            TouchstoneError: no claim can be judged for a while.
        """
        content, problem = pb2.ClaimInUse(), dict[str, str]()
        try:
            content = kept_content(row)
            for language in LANGUAGES:
                try:
                    return await self._judged_at_last(content, language)
                except TouchstoneError as error:
                    if reason_of(error) in _PASSING:
                        raise
                    problem[language] = _told_in(error, language)[:_LONGEST_PROBLEM]
        except TouchstoneError:
            raise
        except Exception as error:
            logs.error("claim_not_judged", claim=row.name, error=type(error).__name__)
            problem = {language: in_language(_say("CLAIM_UNREADABLE"), language) for language in LANGUAGES}
        judge_time = instants.now()
        day = judge_time.partition("T")[0]
        published = await self.threads.in_thread(self.published)
        return NewJudgement(
            time=judge_time,
            as_of_date=day,
            rules=published.state(content.jurisdictions),
            due_date=add_days(parse_date(day), 1).isoformat(),
            notice_days=notice_days(content),
            problem=orjson.dumps(problem).decode(),
        )

    async def _judged_at_last(self, content: pb2.ClaimInUse, language: str) -> NewJudgement:
        """Judge a claim, once more if its process is lost; another loss is the claim's."""
        try:
            return await self.judged(content, language)
        except TouchstoneError as error:
            if reason_of(error) is not Reason.PROCESS_LOST:
                raise
            return await self.judged(content, language)

    async def next_rows(self, organization: str, limit: int) -> Sequence[ClaimInUseRow]:
        """Give the next claims of an organisation that are to be judged, the most urgent first, at most so many.

        Of those that wait only because something was published for other places, that is noted on the way.
        """
        published = await self.threads.in_thread(self.published)
        asked = self.waiting(published)
        while True:
            rows = await self.threads.in_thread(self.claims.waiting, organization, asked, _LOOKED_AT)
            untouched = [row for row in rows if _is_untouched(row, asked, published)]
            if untouched:
                await self.threads.in_thread(self.claims.keep_rules, untouched, asked.rules)
            others = {row.name for row in untouched}
            if len(untouched) < len(rows) or not rows:
                return [row for row in rows if row.name not in others][:limit]
            await asyncio.sleep(_BREATH_SECONDS)  # others want the database, too

    def _due_date(self, content: pb2.ClaimInUse, day: str, published: PublishedRules) -> str:
        """Give the next day on which a claim may stand otherwise by what is known: its documents and its rules."""
        cards, dates = cards_of(content.jurisdictions), dict(_dates(content))
        of_rules = self.rule_days.after(parse_date(day), cards, published, dates)
        last_days = (each.expire_date for each in content.documents if each.expire_date >= day)
        of_documents = [add_days(parse_date(last), 1).isoformat() for last in last_days]
        return min((each for each in (*of_documents, of_rules) if each), default=_ENDLESS)


def next_judging_day(row: ClaimInUseRow) -> str:
    """Give the day on which a claim is judged again unless something is published before."""
    swept = add_days(parse_date(row.judge_time.partition("T")[0]), _SWEEP_DAYS).isoformat()
    return min(row.due_date or swept, swept)


def caught_up_seconds(count: int, milliseconds: int, organizations: int) -> int:
    """Estimate how long it takes to judge so many claims by turns with those of other organisations."""
    return count * (milliseconds or _USUAL_MILLISECONDS) * _REST * max(organizations, 1) // 1_000


def today() -> str:
    """Give the day by which claims are judged, in UTC."""
    return instants.today("UTC").isoformat()


def _is_untouched(row: ClaimInUseRow, asked: Waiting, published: PublishedRules) -> bool:
    """Say whether a claim waits only because of scorecards that its places do not ask."""
    if row.due_date <= asked.day or row.judge_time <= asked.swept or row.problem:
        return False
    try:
        jurisdictions = kept_content(row).jurisdictions
    except Exception:
        return False  # judging it notes the problem
    return row.own_rules == published.state(jurisdictions).own


def _told_in(error: TouchstoneError, language: str) -> str:
    """Say in a language what is wrong."""
    status, localized = status_of(error, language), error_details_pb2.LocalizedMessage()
    return localized.message if any(detail.Unpack(localized) for detail in status.details) else status.message


def _expired(content: pb2.ClaimInUse, day: str) -> set[str]:
    return {each.title for each in content.documents if each.expire_date and each.expire_date < day}


def _dates(content: pb2.ClaimInUse) -> Iterator[tuple[str, date]]:
    for fact in content.facts:
        if fact.value.WhichOneof("kind") == "date":
            try:
                yield fact.fact_id, parse_date(fact.value.date)
            except DateError:
                continue  # which judging refuses


def _check_request(content: pb2.ClaimInUse, today: str, language: str) -> screenings.CheckClaimsRequest:
    """Ask about a claim in its text, with what is known of it today."""
    shown_by: dict[str, list[str]] = {}
    for document in content.documents:
        for fact in document.fact_ids:
            shown_by.setdefault(fact, []).append(document.expire_date)
    facts = [
        fact
        for fact in content.facts
        if fact.fact_id not in shown_by or any(not day or day >= today for day in shown_by[fact.fact_id])
    ]
    request = screenings.CheckClaimsRequest(
        text=content.text,
        language_codes=content.language_codes,
        trader_names=content.trader_names,
        jurisdictions=content.jurisdictions,
        as_of_date=today,
        language_code=language,
        not_assumed_fact_ids=content.not_assumed_fact_ids,
    )
    if content.quote:
        if facts:
            request.claim_facts.append(screenings.ClaimFacts(quote=content.quote, facts=facts))
    else:
        request.facts.extend(facts)
    if content.medium in _MEDIA and all(fact.fact_id != MEDIUM for fact in facts):
        request.facts.add(fact_id=MEDIUM).value.text = content.medium
    return request


def _named_in_claim(error: WorkerError) -> WorkerError:
    """Name the fields that CheckClaims refuses as they stand in the claim."""
    status = status_pb2.Status()
    status.CopyFrom(error.status)
    for detail in status.details:
        wrong = error_details_pb2.BadRequest()
        if detail.Unpack(wrong):
            for violation in wrong.field_violations:
                violation.field = f"claim.{violation.field}"
            detail.Pack(wrong)
    return WorkerError(status, error.harmless)


def _meant(quote: str, claims: Sequence[screenings.CheckedClaim]) -> list[screenings.CheckedClaim]:
    """Give the claims in whose words the quote stands, or which stand in it; else those of its sentence."""
    if not quote.strip():
        return list(claims)
    wanted = _folded(quote)
    words = [(claim, _folded(claim.candidate_claim.span.quote)) for claim in claims]
    found = [claim for claim, said in words if wanted in said or said in wanted]
    return found or [claim for claim in claims if wanted in _folded(claim.candidate_claim.sentence.quote)]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _place_standing(place: str, claims: Iterable[screenings.CheckedClaim]) -> dict[str, Any]:
    """Say how claims stand in a place where the worst of them does, and by which rules."""
    answers = [
        answer for claim in claims for answer in claim.answers if answer.jurisdiction == place and answer.standing
    ]
    worst = min(answers, key=lambda answer: answer.standing, default=None)
    if worst is None:
        return {"jurisdiction": place, "standing": 0, "rules": []}
    rules = (() if worst.settled else worst.standing_rules) or worst.resting_rules
    return {
        "jurisdiction": place,
        "standing": worst.standing,
        "rules": [{"scorecard": rule.scorecard, "rule_id": rule.rule_id} for rule in rules],
    }


def kept_content(row: ClaimInUseRow) -> pb2.ClaimInUse:
    """Read a claim as it was entered."""
    return ParseDict(orjson.loads(row.content), pb2.ClaimInUse(), ignore_unknown_fields=True)
