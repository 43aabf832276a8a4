"""Judging of claims in use: on request and in the background, with pending claims, due dates and notices.

Background judging takes one claim at a time and stores it immediately. On a shared database, one server at a time
judges an organization.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

import orjson
from google.protobuf.json_format import ParseDict
from google.rpc import error_details_pb2, status_pb2

from rules.api import dated_rules
from rules.claims import FACT_TERMS, JURISDICTIONS, days_of_change
from rules.contracts import (
    LANGUAGES,
    DateError,
    InputError,
    TouchstoneError,
    add_days,
    in_language,
    message_factory,
    parse_date,
)
from service.base import instants, logs
from service.base.background_work import logging_failures, wait_for_stop
from service.base.call_context import set_current_organization
from service.base.grpc_status import WorkerError, reason_of, status_of
from service.base.refusals import TEMPORARY_REASONS, Reason
from service.base.worker_pool import WorkerPool
from service.schemes.claims.claim_store import NewJudgement, RuleState, Waiting
from touchstone.v1 import claim_service_pb2 as pb2, screening_service_pb2 as screenings

if TYPE_CHECKING:
    from datetime import date

    from rules.model import PublishedVersion
    from service.api.service_dependencies import Limiter
    from service.base.worker_specs import Worker, WorkerSpec
    from service.gazette.versions import Gazette
    from service.schemes.claims.claim_store import ClaimInUseRow, ClaimJudgementRow, ClaimsInUse


_DAYS_BEFORE_EXPIRY = (60, 30, 7)


def notice_days(content: pb2.ClaimInUse) -> Sequence[str]:
    """Return the sorted days with a notice about documents or the next check."""
    days = chain.from_iterable(_document_days(each.expire_date) for each in content.documents if each.expire_date)
    return sorted({*days, *([content.next_check_date] if content.next_check_date else [])})


def _document_days(last: str) -> Iterator[str]:
    expires = parse_date(last)
    for days in (*_DAYS_BEFORE_EXPIRY, -1):
        yield add_days(expires, -days).isoformat()


def notices_of(
    row: ClaimInUseRow, content: pb2.ClaimInUse, day: str, fall: ClaimJudgementRow | None
) -> list[pb2.ClaimNotice]:
    """Return the unread notices of a claim, most serious first.

    `fall` is the judgement that worsened the claim.
    """
    if row.end_time or not row.notice_date or row.notice_date > day:
        return []
    notices = []
    if fall is not None:
        earlier = cast("screenings.ClaimStanding", fall.earlier_standing)
        fell = pb2.CLAIM_NOTICE_KIND_FELL
        notices.append(pb2.ClaimNotice(kind=fell, date=fall.as_of_date, earlier_standing=earlier))
    if row.problem:
        notices.append(pb2.ClaimNotice(kind=pb2.CLAIM_NOTICE_KIND_UNJUDGED))
    for document in sorted(content.documents, key=lambda each: each.expire_date):
        if document.expire_date and any(row.seen_date < each <= day for each in _document_days(document.expire_date)):
            has_expired = document.expire_date < day
            kind = pb2.CLAIM_NOTICE_KIND_EXPIRED if has_expired else pb2.CLAIM_NOTICE_KIND_EXPIRING
            notices.append(pb2.ClaimNotice(kind=kind, date=document.expire_date, document=document.title))
    if content.next_check_date and row.seen_date < content.next_check_date <= day:
        notices.append(pb2.ClaimNotice(kind=pb2.CLAIM_NOTICE_KIND_CHECK, date=content.next_check_date))
    return notices


_message = message_factory(__name__)

_REJUDGE_DAYS = 7
"""Days after which a claim is judged again without a known change."""
_BATCH_SIZE = 100
_PAUSE_SECONDS = 0.02
_NO_DUE_DATE = "9999-12-31"
_MAX_PROBLEM_LENGTH = 400
_MAX_CACHED_LISTINGS = 256
_REST_FACTOR, _DEFAULT_MILLISECONDS = 2, 500
"""Total time relative to judging time, and the judging time assumed without data."""
MEDIUM = "medium"


@dataclass(frozen=True, slots=True)
class PublishedRules:
    """Published and repealed versions of claim scorecards, for the calling organisation."""

    listings: Mapping[str, Mapping[str, int]]
    """Repeal times by scorecard and version number; 0 if not repealed."""

    def state(self, jurisdictions: Iterable[str]) -> RuleState:
        own = _cards_of(jurisdictions)
        return RuleState(all=_digest(self.listings), own=_digest({card: self.listings.get(card, {}) for card in own}))


def _cards_of(jurisdictions: Iterable[str]) -> list[str]:
    return sorted({card for id in jurisdictions if id in JURISDICTIONS for card in JURISDICTIONS[id].cards})


def _digest(listings: Mapping[str, Mapping[str, int]]) -> str:
    listed = [(card, number, bool(repealed)) for card in listings for number, repealed in listings[card].items()]
    return hashlib.sha256(orjson.dumps(sorted(listed))).hexdigest()[:32]


class RuleDays:
    """Cached days of rule changes by scorecard."""

    def __init__(self, gazette: Gazette) -> None:
        self._gazette = gazette
        self._cached_days: dict[tuple[object, ...], tuple[date, ...]] = {}

    def after(self, day: date, cards: Iterable[str], published: PublishedRules, dates: Mapping[str, date]) -> str:
        published_ids = [card for card in cards if card in published.listings]
        days = [known for card in published_ids for known in self._days(card, published.listings[card])]
        if dates:
            for card in published_ids:
                for version in self._gazette.versions(card):
                    days += days_of_change(version.scorecard, {}, dates)
        following = min((each for each in days if each > day), default=None)
        return "" if following is None else following.isoformat()

    def _days(self, card: str, listing: Mapping[str, int]) -> tuple[date, ...]:
        key = (self._gazette.owner(card), card, *listing.items())
        if key not in self._cached_days:
            if len(self._cached_days) >= _MAX_CACHED_LISTINGS:
                self._cached_days.clear()
            versions = self._gazette.versions(card)
            self._cached_days[key] = tuple(sorted({each for version in versions for each in _version_days(version)}))
        return self._cached_days[key]


def _version_days(version: PublishedVersion) -> Iterator[date]:
    card = version.scorecard.card
    yield card.first_date
    if card.last_date is not None:
        yield add_days(card.last_date, 1)
    if version.repeal is not None:
        yield version.repeal.first_day
    yield from days_of_change(version.scorecard, {}, {})
    for dated in dated_rules(version.scorecard):
        yield from (dated.day, add_days(dated.day, 1))  # it may be a first or a last day


@dataclass(frozen=True, slots=True)
class ClaimJudge:
    """Judge of claims in worker processes; `places` limits concurrency, `threads` runs blocking calls."""

    claims: ClaimsInUse
    gazette: Gazette
    judging: Worker
    places: Limiter
    threads: Limiter
    rule_days: RuleDays

    def published(self) -> PublishedRules:
        known = {*self.gazette.card_ids()}
        cards = (card for card in _cards_of(JURISDICTIONS) if card in known)
        return PublishedRules({card: self.gazette.listing(card) for card in cards})

    def waiting(self, published: PublishedRules) -> Waiting:
        swept = instants.now_plus(-timedelta(days=_REJUDGE_DAYS))
        return Waiting(day=today(), rules=published.state(()).all, swept=swept)

    async def judged(self, content: pb2.ClaimInUse, language: str) -> NewJudgement:
        """Judge a claim as shown today. Facts are ignored if all their documents expired.

        Raises:
            WorkerError: If CheckClaims refuses the claim.
            InputError: If no claim matches the quote.
        """
        judge_time, begun = instants.now(), time.monotonic()
        day = judge_time.partition("T")[0]
        published = await self.threads.in_thread(self.published)
        with self.places.slot():
            request = _check_request(content, day, language)
            try:
                answer = await self.judging.work(request, screenings.CheckClaimsResponse, language=language)
            except WorkerError as error:
                raise _with_claim_fields(error) from error
        selected_claims = _claims_with_quote(content.quote, answer.checked_claims)
        if not selected_claims:
            field = "claim.quote" if content.quote else "claim.text"
            quotes = [each.candidate_claim.span.quote for each in answer.checked_claims[:10]]
            raise InputError.of(field, _message("NO_CLAIM_THERE", found=quotes or "-"), "UNKNOWN_CLAIM")
        results = [_jurisdiction_result(place, selected_claims) for place in answer.jurisdictions]
        return NewJudgement(
            time=judge_time,
            as_of_date=day,
            rules=published.state(content.jurisdictions),
            due_date=await self.threads.in_thread(self._due_date, content, day, published),
            notice_days=notice_days(content),
            milliseconds=max(1, round((time.monotonic() - begun) * 1_000)),
            standing=min((place["standing"] for place in results if place["standing"]), default=0),
            places=orjson.dumps(results).decode(),
            cards=orjson.dumps([[card.name, card.version, card.digest] for card in answer.applied_scorecards]).decode(),
            expired=orjson.dumps(sorted(_expired_titles(content, day))).decode(),
        )

    async def judged_again(self, row: ClaimInUseRow) -> NewJudgement:
        """Judge a stored claim; its own errors become its `problem`.

        Raises:
            TouchstoneError: If judging is impossible for a while.
        """
        content, problem = pb2.ClaimInUse(), dict[str, str]()
        try:
            content = parse_stored_claim(row)
            for language in LANGUAGES:
                try:
                    return await self._judge_with_retry(content, language)
                except TouchstoneError as error:
                    if reason_of(error) in TEMPORARY_REASONS:  # other errors concern one claim
                        raise
                    problem[language] = _localized_message(error, language)[:_MAX_PROBLEM_LENGTH]
        except TouchstoneError:
            raise
        except Exception as error:
            logs.error("claim_not_judged", claim=row.name, error=type(error).__name__)
            problem = {language: in_language(_message("CLAIM_UNREADABLE"), language) for language in LANGUAGES}
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

    async def _judge_with_retry(self, content: pb2.ClaimInUse, language: str) -> NewJudgement:
        try:
            return await self.judged(content, language)
        except TouchstoneError as error:
            if reason_of(error) is not Reason.PROCESS_LOST:
                raise
            return await self.judged(content, language)

    async def next_rows(self, organization: str, limit: int) -> Sequence[ClaimInUseRow]:
        """Return the next claims, most urgent first; mark unaffected claims as current."""
        published = await self.threads.in_thread(self.published)
        waiting = self.waiting(published)
        while True:
            rows = await self.threads.in_thread(self.claims.waiting, organization, waiting, _BATCH_SIZE)
            untouched = [row for row in rows if _is_untouched(row, waiting, published)]
            if untouched:
                await self.threads.in_thread(self.claims.keep_rules, untouched, waiting.rules)
            untouched_names = {row.name for row in untouched}
            if len(untouched) < len(rows) or not rows:
                return [row for row in rows if row.name not in untouched_names][:limit]
            await asyncio.sleep(_PAUSE_SECONDS)  # other calls need the database

    def _due_date(self, content: pb2.ClaimInUse, day: str, published: PublishedRules) -> str:
        cards, dates = _cards_of(content.jurisdictions), dict(_date_facts(content))
        of_rules = self.rule_days.after(parse_date(day), cards, published, dates)
        last_days = (each.expire_date for each in content.documents if each.expire_date >= day)
        of_documents = [add_days(parse_date(last), 1).isoformat() for last in last_days]
        return min((each for each in (*of_documents, of_rules) if each), default=_NO_DUE_DATE)


def next_judging_day(row: ClaimInUseRow) -> str:
    """Return the next judging day if nothing is published before."""
    swept = add_days(parse_date(row.judge_time.partition("T")[0]), _REJUDGE_DAYS).isoformat()
    return min(row.due_date or swept, swept)


def caught_up_seconds(count: int, milliseconds: int, organizations: int) -> int:
    """Estimate the seconds to judge `count` claims in turn with other organisations."""
    return count * (milliseconds or _DEFAULT_MILLISECONDS) * _REST_FACTOR * max(organizations, 1) // 1_000


def today() -> str:
    """Return today's date in UTC."""
    return instants.today("UTC").isoformat()


def _is_untouched(row: ClaimInUseRow, waiting: Waiting, published: PublishedRules) -> bool:
    """Return whether only rules of other jurisdictions changed since the last judgement."""
    if row.due_date <= waiting.day or row.judge_time <= waiting.swept or row.problem:
        return False
    try:
        jurisdictions = parse_stored_claim(row).jurisdictions
    except Exception:
        return False  # judging records the problem
    return row.own_rules == published.state(jurisdictions).own


def _localized_message(error: TouchstoneError, language: str) -> str:
    status, localized = status_of(error, language), error_details_pb2.LocalizedMessage()
    return localized.message if any(detail.Unpack(localized) for detail in status.details) else status.message


def _expired_titles(content: pb2.ClaimInUse, day: str) -> set[str]:
    return {each.title for each in content.documents if each.expire_date and each.expire_date < day}


def _date_facts(content: pb2.ClaimInUse) -> Iterator[tuple[str, date]]:
    for fact in content.facts:
        if fact.value.WhichOneof("kind") == "date":
            try:
                yield fact.fact_id, parse_date(fact.value.date)
            except DateError:
                continue  # judging reports it


def _check_request(content: pb2.ClaimInUse, today: str, language: str) -> screenings.CheckClaimsRequest:
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
    if content.medium in FACT_TERMS[MEDIUM].values and all(fact.fact_id != MEDIUM for fact in facts):
        request.facts.add(fact_id=MEDIUM).value.text = content.medium
    return request


def _with_claim_fields(error: WorkerError) -> WorkerError:
    status = status_pb2.Status()
    status.CopyFrom(error.status)
    for detail in status.details:
        bad_request = error_details_pb2.BadRequest()
        if detail.Unpack(bad_request):
            for violation in bad_request.field_violations:
                violation.field = f"claim.{violation.field}"
            detail.Pack(bad_request)
    return WorkerError(status, error.harmless)


def _claims_with_quote(quote: str, claims: Sequence[screenings.CheckedClaim]) -> list[screenings.CheckedClaim]:
    if not quote.strip():
        return list(claims)
    wanted = _folded(quote)
    words = [(claim, _folded(claim.candidate_claim.span.quote)) for claim in claims]
    matches = [claim for claim, claim_text in words if wanted in claim_text or claim_text in wanted]
    return matches or [claim for claim in claims if wanted in _folded(claim.candidate_claim.sentence.quote)]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _jurisdiction_result(jurisdiction: str, claims: Iterable[screenings.CheckedClaim]) -> dict[str, Any]:
    answers = [
        answer
        for claim in claims
        for answer in claim.answers
        if answer.jurisdiction == jurisdiction and answer.standing
    ]
    worst = min(answers, key=lambda answer: answer.standing, default=None)
    if worst is None:
        return {"jurisdiction": jurisdiction, "standing": 0, "rules": []}
    rules = (() if worst.settled else worst.standing_rules) or worst.resting_rules
    return {
        "jurisdiction": jurisdiction,
        "standing": worst.standing,
        "rules": [{"scorecard": rule.scorecard, "rule_id": rule.rule_id} for rule in rules],
    }


def parse_stored_claim(row: ClaimInUseRow) -> pb2.ClaimInUse:
    """Parse the stored content of a claim."""
    return ParseDict(orjson.loads(row.content), pb2.ClaimInUse(), ignore_unknown_fields=True)


_POLL_SECONDS = 10.0
_CLAIMS_PER_TURN = 10


class ClaimRounds:
    """Loop that judges pending claims until the server stops."""

    def __init__(self, judge: ClaimJudge, program: WorkerSpec, stopping: asyncio.Event) -> None:
        self._judge, self._program, self._stopping = judge, program, stopping

    async def run(self) -> None:
        while not await wait_for_stop(self._stopping, _POLL_SECONDS):
            with logging_failures("claims_wait", "claims_not_judged"):
                await self._round()

    async def _round(self) -> None:
        processes = WorkerPool(self._program)
        judge = replace(self._judge, judging=processes)
        try:
            while any([await self._turn(judge, organization) for organization in await self._organizations()]):
                pass
        finally:
            await processes.close()

    async def _organizations(self) -> list[str]:
        return [*await self._judge.threads.in_thread(self._judge.claims.organizations)]

    async def _turn(self, judge: ClaimJudge, organization: str) -> int:
        if self._stopping.is_set():
            return 0
        set_current_organization(organization)
        in_thread, count, moved_count = judge.threads.in_thread, 0, 0
        with ExitStack() as lock_stack:
            if not await in_thread(lock_stack.enter_context, judge.claims.judging(organization)):
                return 0
            for row in await judge.next_rows(organization, _CLAIMS_PER_TURN):
                begun = time.monotonic()
                judgement = await judge.judged_again(row)
                moved_count += await in_thread(judge.claims.judged, row, judgement) is not None
                count += 1
                if await wait_for_stop(self._stopping, time.monotonic() - begun):
                    break
        if count:
            logs.info("claims_judged_again", organization=organization, claims=count, changed=moved_count)
        return count
