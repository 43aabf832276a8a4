"""Claims in use: entering, judging again, signing off and listing what an organisation says in public."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, partial
from typing import TYPE_CHECKING, Any, cast

import orjson
from google.protobuf.json_format import MessageToDict

from rules.contracts import DateError, InputError, Violation, error_message, message_factory, parse_date
from service.api.service_dependencies import language_of_call
from service.base import instants
from service.base.instants import to_timestamp
from service.base.paging import foreign_token, read_page_size, read_token, write_token
from service.base.refusals import Reason, Refusal
from service.base.resource_names import DIGEST, claim_organization, new_claim_name, parse_organization
from service.base.whole_numbers import parse_whole_number
from service.identity.principals import caller, visibility_scope
from service.schemes.claims.claim_judging import (
    MEDIUM,
    ClaimJudge,
    caught_up_seconds,
    kept_content,
    next_judging_day,
    today,
)
from service.schemes.claims.claim_notices import notice_days, notices_of
from service.store.cases import normalize_label
from service.store.claims_in_use import (
    NOT_JUDGED,
    ClaimFilter,
    ClaimInUseRow,
    ClaimJudgementRow,
    Look,
    no_claim_refusal,
    words_of,
)
from touchstone.v1 import claim_service_pb2 as pb2, screening_service_pb2 as screenings

if TYPE_CHECKING:
    from service.api.service_dependencies import Limiters
    from service.store.store import Store

_say = message_factory(__name__)

_LONGEST_TEXT, _LONGEST_NAME, _LONGEST_MEDIUM, _SHOWN_QUOTE = 20_000, 200, 100, 200
_MOST_DOCUMENTS, _MOST_FACTS = 50, 200
_AT_ONCE, _MOST_AT_ONCE = 20, 100
_MOST_JUDGEMENTS, _MOST_TOLD, _ENDING_DAYS = 100, 20, 90
_OF_SERVICE = (
    "name", "revision", "standing", "judgements", "judged_date", "sign_off", "create_time", "update_time", "end_time",
    "problem", "judge_time", "due_date", "notices",
)  # fmt: skip
"""The fields that nobody enters."""
_TEXTS = (
    ("product", _LONGEST_NAME, True), ("owner", _LONGEST_NAME, True), (MEDIUM, _LONGEST_MEDIUM, False),
    ("owner_account", _LONGEST_NAME, False),
)  # fmt: skip


@cache
def _condemned() -> frozenset[int]:
    """Give the standings that answer no to whether a claim may be made."""
    from rules.claims import CONDEMNED  # noqa: PLC0415 -- which loads the lexicons

    names = {f"CLAIM_STANDING_{status.value.upper()}" for status in CONDEMNED}
    return frozenset(number for name, number in screenings.ClaimStanding.items() if name in names)


@dataclass(frozen=True, slots=True)
class ClaimRegister:
    """Keeps the claims that organisations use, has them judged, and says whether a server does so by itself."""

    store: Store
    judge: ClaimJudge
    places: Limiters
    judges_by_itself: bool

    async def SaveClaim(self, request: pb2.SaveClaimRequest, context: Any) -> pb2.ClaimInUse:
        """Enter or change a claim, and judge it."""
        organization = parse_organization(request.parent, field="parent")
        content = _content(request, organization)
        name = request.claim.name or new_claim_name(organization)
        judged = await self.judge.judged(content, language_of_call(request, context))
        now, expiries = instants.now(), [each.expire_date for each in content.documents if each.expire_date]
        row = ClaimInUseRow(
            name=name,
            organization=organization,
            content=orjson.dumps(MessageToDict(content), option=orjson.OPT_SORT_KEYS).decode(),
            quote=" ".join((content.quote or content.text).split())[:_SHOWN_QUOTE],
            medium=content.medium,
            revision=1,
            standing=judged.standing or NOT_JUDGED,
            problem="",
            expire_date=min(expiries, default=""),
            next_check_date=content.next_check_date,
            sign_off="",
            create_time=now,
            update_time=now,
            end_time="",
            owner_account=content.owner_account,
        )
        words = words_of(content.product, content.owner, content.quote or content.text)
        shown = content.jurisdictions
        claims = self.store.claims
        if request.claim.name and not await self.places.trying.in_thread(claims.find, name):
            raise no_claim_refusal(name)
        await self.places.trying.in_thread(claims.save, row, judged, shown, words, request.revision)
        return await self._told(name, language_of_call(request, context))

    async def GetClaim(self, request: pb2.GetClaimRequest, context: Any) -> pb2.ClaimInUse:
        """Return a claim."""
        claim_organization(request.name)
        with self.places.reading.slot():
            return await self._told(request.name, language_of_call(request, context))

    async def ListClaims(self, request: pb2.ListClaimsRequest, context: Any) -> pb2.ListClaimsResponse:
        """List claims."""
        with self.places.reading.slot():
            return await self.places.reading.in_thread(self._listed, request, language_of_call(request, context))

    async def RecheckClaims(self, request: pb2.RecheckClaimsRequest, context: Any) -> pb2.RecheckClaimsResponse:
        """Judge the next claims again, each kept before the next is begun."""
        organization = parse_organization(request.parent, field="parent")
        if request.maximum_count < 0:
            message = _say("COUNT", found=request.maximum_count, most=_MOST_AT_ONCE)
            raise InputError((Violation("maximum_count", message, "WRONG_VALUE"),))
        limit = min(request.maximum_count or _AT_ONCE, _MOST_AT_ONCE)
        claims, in_thread = self.store.claims, self.places.trying.in_thread
        answer = pb2.RecheckClaimsResponse()
        with self.places.trying.slot():
            for row in await self.judge.next_rows(organization, limit):
                judged = await self.judge.judged_again(row)
                moved = await in_thread(claims.judged, row, judged)
                answer.judged_count += 1
                answer.failed_count += bool(judged.problem)
                if moved is not None:
                    answer.changes.append(_change(moved, row.quote))
            answer.pending_count = await in_thread(self._count_waiting, organization)
        return answer

    async def AcknowledgeClaim(self, request: pb2.AcknowledgeClaimRequest, context: Any) -> pb2.ClaimInUse:
        """Keep that somebody looked at what a claim tells."""
        claim_organization(request.name)

        if request.judgement < 1:
            raise InputError((Violation("judgement", _say("NO_JUDGEMENT"), "REQUIRED"),))
        with self.places.trying.slot():
            await self._look(request)
            return await self._told(request.name, language_of_call(request, context))

    async def SignOffClaim(self, request: pb2.SignOffClaimRequest, context: Any) -> pb2.ClaimInUse:
        """Keep who signed."""
        claim_organization(request.name)

        def sign(row: ClaimInUseRow) -> str:
            if row.standing in _condemned() or row.standing == NOT_JUDGED:
                raise Refusal(Reason.STEP_NOT_ALLOWED, _say("NOT_SIGNED"))
            signed = {"signer": signer, "time": instants.now(), "standing": row.standing}
            return orjson.dumps(signed).decode()

        signer = caller().account
        with self.places.trying.slot():
            await self._look(request, sign)
            return await self._told(request.name, language_of_call(request, context))

    async def EndClaim(self, request: pb2.EndClaimRequest, context: Any) -> pb2.ClaimInUse:
        """Keep that a claim is no longer used."""
        claim_organization(request.name)
        with self.places.trying.slot():
            seen = _seen(request.revision)
            await self.places.trying.in_thread(self.store.claims.end, request.name, seen, instants.now())
            return await self._told(request.name, language_of_call(request, context))

    async def _look(
        self,
        request: pb2.AcknowledgeClaimRequest | pb2.SignOffClaimRequest,
        sign: Callable[[ClaimInUseRow], str] | None = None,
    ) -> None:
        """Keep that somebody looked at a claim as they read it, and signed it if `sign` is given."""

        def days(row: ClaimInUseRow) -> Sequence[str]:
            return notice_days(kept_content(row))

        looked = Look(_seen(request.revision), request.judgement, today())
        await self.places.trying.in_thread(partial(self.store.claims.look, request.name, looked, days, sign=sign))

    # --- telling ------------------------------------------------------------------------------------------------------

    def _row(self, name: str) -> ClaimInUseRow:
        row = self.store.claims.find(name)
        if row is None:
            raise no_claim_refusal(name)
        return row

    async def _told(self, name: str, language: str) -> pb2.ClaimInUse:
        def told() -> pb2.ClaimInUse:
            row = self._row(name)
            claim = _message(row, self.store.claims.judgements([name], _MOST_JUDGEMENTS)[name], language)
            self._add_notices([claim], [row])
            return claim

        return await self.places.reading.in_thread(told)

    def _add_notices(self, claims: Iterable[pb2.ClaimInUse], rows: Sequence[ClaimInUseRow]) -> None:
        """Write the notices of claims into their messages."""
        falls = self.store.claims.judgements_numbered({row.name: row.fallen for row in rows if row.fallen})
        for claim, row in zip(claims, rows, strict=True):
            claim.notices.extend(notices_of(row, claim, today(), falls.get(row.name)))

    def _count_waiting(self, organization: str) -> int:
        claims = self.store.claims
        asked = self.judge.waiting(self.judge.published())
        return claims.count_waiting(organization, asked, sum(claims.counts(organization).values()))

    def _listed(self, request: pb2.ListClaimsRequest, language: str) -> pb2.ListClaimsResponse:
        organization, size = parse_organization(request.parent, field="parent"), read_page_size(request.page_size)
        if request.expiring_before:
            _check_day(request.expiring_before, "expiring_before")
        words = [folded for word in request.search.split() if (folded := normalize_label(word))]
        jurisdiction = request.jurisdiction.strip().upper()
        asked = ClaimFilter(
            organization,
            request.standing,
            jurisdiction,
            request.medium,
            request.expiring_before,
            words[:10],
            noticed_by=today() if request.with_notices else "",
            owner_account=caller().account if request.only_own else "",
        )
        filters = (str(request.standing), jurisdiction, request.medium, request.expiring_before, asked.noticed_by)
        query = ("claims", visibility_scope(), request.parent, *filters, asked.owner_account, *words)
        rows = self.store.claims.list(asked, _place(read_token(request.page_token, query), asked), size + 1)
        last = self.store.claims.judgements([row.name for row in rows[:size]], 1)
        answer = pb2.ListClaimsResponse(claims=[_message(row, last[row.name], language) for row in rows[:size]])
        if asked.noticed_by:
            self._add_notices(answer.claims, rows[:size])
        if len(rows) > size:
            answer.next_page_token = write_token(query, f"{getattr(rows[size - 1], asked.key)} {rows[size - 1].name}")
        if not request.page_token:
            answer.notice_count = self.store.claims.count_notices(organization, today(), asked.owner_account)
            if not asked.noticed_by:
                self._sum(organization, answer)
        return answer

    def _sum(self, organization: str, answer: pb2.ListClaimsResponse) -> None:
        """Write what is told of all claims of an organisation."""
        claims, day, counts = self.store.claims, today(), self.store.claims.counts(organization)
        answer.standing_counts.extend(
            pb2.ClaimStandingCount(standing=_standing(standing), count=count)
            for standing, count in sorted(counts.items())
        )
        ending = (instants.today("UTC") + timedelta(days=_ENDING_DAYS)).isoformat()
        answer.overdue_count = claims.count_due(organization, "next_check_date", day)
        answer.expiring_count = claims.count_due(organization, "expire_date", ending)
        self._sum_waiting(organization, sum(counts.values()), answer)
        answer.changes.extend(_change(row, quote) for row, quote in claims.moves(organization, _MOST_TOLD))
        days = [
            pb2.ClaimDueDay(
                due_date=getattr(row, column), claim=row.name, quote=row.quote, document_expires=column == "expire_date"
            )
            for column in ("next_check_date", "expire_date")
            for row in claims.due(organization, column, day, _MOST_TOLD)
        ]
        answer.due_days.extend(sorted(days, key=lambda day: (day.due_date, day.claim))[:_MOST_TOLD])

    def _sum_waiting(self, organization: str, count: int, answer: pb2.ListClaimsResponse) -> None:
        """Write how many of so many claims wait to be judged again, and until when all of them will have been."""
        claims, published = self.store.claims, self.judge.published()
        asked = self.judge.waiting(published)
        answer.stale_count = claims.count_waiting(organization, asked, count)
        answer.judged_by_itself = self.judges_by_itself
        last, milliseconds = claims.last_judged(organization, asked.rules)
        if last:
            answer.judge_time.CopyFrom(to_timestamp(last))
        if answer.stale_count and self.judges_by_itself:
            organizations = len(claims.organizations())
            seconds = caught_up_seconds(answer.stale_count, milliseconds, organizations)
            answer.catch_up_time.CopyFrom(to_timestamp(instants.now_plus(timedelta(seconds=seconds))))


def _seen(revision: int) -> int:
    if revision < 1:
        raise InputError((Violation("revision", _say("NO_REVISION"), "REQUIRED"),))
    return revision


def _place(position: str, asked: ClaimFilter) -> tuple[str, str] | None:
    if not position:
        return None
    key, _, name = position.partition(" ")
    if not name or not (asked.expiring_before or parse_whole_number(key) is not None):
        raise foreign_token()
    return key, name


def _content(request: pb2.SaveClaimRequest, organization: str) -> pb2.ClaimInUse:
    """Give what is to be kept, without what the service says.

    Raises:
        InputError: something of it cannot be kept; all of it is listed.
    """
    content, violations = pb2.ClaimInUse(), list[Violation]()
    content.CopyFrom(request.claim)
    if content.name and claim_organization(content.name, field="claim.name") != organization:
        violations.append(Violation("claim.name", _say("OTHER_PARENT", parent=request.parent), "WRONG_VALUE"))
    for field in _OF_SERVICE:
        content.ClearField(field)
    if not content.text.strip() or len(content.text) > _LONGEST_TEXT:
        violations.append(_length("claim.text", content.text, _LONGEST_TEXT))
    if len(content.quote) > _LONGEST_TEXT:
        violations.append(_length("claim.quote", content.quote, _LONGEST_TEXT))
    for field, most, needed in _TEXTS:
        text = getattr(content, field).strip()
        setattr(content, field, text)
        if len(text) > most or (needed and not text):
            violations.append(_length(f"claim.{field}", text, most))
    places = list(dict.fromkeys(place.strip().upper() for place in content.jurisdictions if place.strip()))
    del content.jurisdictions[:]
    content.jurisdictions.extend(places)
    for list_field, most in (("documents", _MOST_DOCUMENTS), ("facts", _MOST_FACTS)):
        if len(getattr(content, list_field)) > most:
            count = len(getattr(content, list_field))
            violations.append(Violation(f"claim.{list_field}", _say("TOO_MANY", count=count, most=most), "TOO_MANY"))
    violations += _day_violations(content.next_check_date, "claim.next_check_date")
    for number, document in enumerate(content.documents[:_MOST_DOCUMENTS]):
        place = f"claim.documents[{number}]"
        if not document.title.strip() or len(document.title) > _LONGEST_NAME:
            violations.append(_length(f"{place}.title", document.title, _LONGEST_NAME))
        if document.digest and not DIGEST.match(document.digest):
            violations.append(Violation(f"{place}.digest", _say("NO_DIGEST"), "MALFORMED"))
        violations += _day_violations(document.expire_date, f"{place}.expire_date")
    if violations:
        raise InputError(tuple(violations))
    return content


def _length(field: str, text: str, most: int) -> Violation:
    if not text.strip():
        return Violation(field, _say("NEEDED", most=most), "REQUIRED")
    return Violation(field, _say("TOO_LONG", length=len(text), most=most), "TOO_LONG")


def _day_violations(day: str, field: str) -> Iterable[Violation]:
    try:
        if day:
            parse_date(day)
    except DateError as error:
        yield Violation(field, error_message(error), "MALFORMED")


def _check_day(day: str, field: str) -> None:
    if wrong := tuple(_day_violations(day, field)):
        raise InputError(wrong)


def _standing(kept: int) -> screenings.ClaimStanding:
    return cast("screenings.ClaimStanding", 0 if kept == NOT_JUDGED else kept)


def _message(row: ClaimInUseRow, judgements: Sequence[ClaimJudgementRow], language: str) -> pb2.ClaimInUse:
    claim = kept_content(row)
    claim.MergeFrom(
        pb2.ClaimInUse(
            name=row.name,
            revision=row.revision,
            standing=_standing(row.standing),
            judgements=[_judgement(judgement) for judgement in judgements],
            judged_date=row.judge_time.partition("T")[0],
            judge_time=to_timestamp(row.judge_time),
            due_date="" if row.end_time else next_judging_day(row),
            create_time=to_timestamp(row.create_time),
            update_time=to_timestamp(row.update_time),
            problem=orjson.loads(row.problem)[language] if row.problem else "",
        )
    )
    if row.end_time:
        claim.end_time.CopyFrom(to_timestamp(row.end_time))
    if row.sign_off:
        signed = orjson.loads(row.sign_off)
        sign_time = to_timestamp(signed["time"])
        claim.sign_off.CopyFrom(
            pb2.ClaimSignOff(signer=signed["signer"], sign_time=sign_time, standing=_standing(signed["standing"]))
        )
    return claim


def _cause(name: str) -> pb2.ClaimJudgementCause:
    number = pb2.ClaimJudgementCause.Value(f"CLAIM_JUDGEMENT_CAUSE_{name.upper()}")
    return cast("pb2.ClaimJudgementCause", number)


def _judgement(row: ClaimJudgementRow) -> pb2.ClaimJudgement:
    return pb2.ClaimJudgement(
        number=row.number,
        judge_time=to_timestamp(row.time),
        as_of_date=row.as_of_date,
        cause=_cause(row.cause),
        revision=row.revision,
        places=[
            pb2.ClaimPlaceStanding(
                jurisdiction=place["jurisdiction"],
                standing=place["standing"],
                rules=[
                    screenings.ClaimRuleReference(scorecard=rule["scorecard"], rule_id=rule["rule_id"])
                    for rule in place["rules"]
                ],
            )
            for place in orjson.loads(row.places)
        ],
        applied_scorecards=[
            screenings.AppliedVersion(name=name, version=version, digest=digest)
            for name, version, digest in orjson.loads(row.cards)
        ],
        expired_documents=orjson.loads(row.expired),
        standing=_standing(row.standing),
        earlier_standing=_standing(row.earlier_standing),
    )


def _change(row: ClaimJudgementRow, quote: str) -> pb2.ClaimChange:
    return pb2.ClaimChange(
        claim=row.claim,
        quote=quote,
        earlier_standing=_standing(row.earlier_standing),
        standing=_standing(row.standing),
        cause=_cause(row.cause),
        judge_time=to_timestamp(row.time),
    )
